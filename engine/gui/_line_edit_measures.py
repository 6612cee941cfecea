"""Where the text of a LineEdit, its caret and its icon are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui._line_edit_text import LineEditText
from engine.servers import _shaped_carets as carets
from engine.servers._shaped_text import ShapedText

if TYPE_CHECKING:
    from engine.gui.style_box import StyleBox
    from engine.gui.texture_2d import Texture2D

_CENTER, _RIGHT = 1, 2


class LineEditMeasures(LineEditText):
    """The places of what is painted."""

    def _shape_again(self) -> None:
        self._shaped = None
        if self._expand:
            self.update_minimum_size()
        self.queue_redraw()

    def _style(self) -> StyleBox:
        name = "normal" if self._editable else "read_only"
        return cast("StyleBox", self.get_theme_stylebox(name))

    def _shown_text(self) -> str:
        """What is painted: the text with what is being composed, or what stands for it."""
        text = self._text
        if self._ime_text:
            text = text[: self._caret] + self._ime_text + text[self._caret :]
        if self._secret:
            return (self._secret_character[:1] or " ") * len(text)
        return text

    def _shaped_line(self) -> ShapedText:
        if self._shaped is None:
            direction = self._text_direction if self._text_direction < 3 else 0
            self._shaped = ShapedText(int(direction))
            text = self._shown_text() or self._placeholder
            size = self.get_theme_font_size("font_size")
            self._shaped.add_text(text, self.get_theme_font("font")._stack(), size, self._language)
        return self._shaped

    def _shows_placeholder(self) -> bool:
        return not self._text and not self._ime_text

    def get_minimum_size(self) -> Vector2:
        """The smallest size: some characters wide (`minimum_character_width`), one line high."""
        style = self._style()
        font, size = self.get_theme_font("font"), self.get_theme_font_size("font_size")
        width = self.get_theme_constant("minimum_character_width") * font.get_char_size(87, size).x
        text_width, text_height = self._shaped_line().get_size()
        if self._expand:
            width = max(width, text_width)
        height = max(text_height, font.get_height(size))
        icon = self._icon()
        if icon is not None:
            icon_size = self._icon_size(icon)
            width += icon_size.x
            height = max(height, icon_size.y)
        return style.get_minimum_size() + Vector2(width, height)

    def _icon(self) -> Texture2D | None:
        if self._clear_button:
            return cast("Texture2D", self.get_theme_icon("clear"))
        return self._right_icon

    def _icon_size(self, icon: Texture2D) -> Vector2:
        size = icon.get_size()
        if self._clear_button:
            return size
        if self._icon_mode == LineEditMeasures.EXPAND_MODE_ORIGINAL_SIZE:
            return size * self._icon_scale
        if self._icon_mode == LineEditMeasures.EXPAND_MODE_FIT_TO_TEXT:
            height = self.get_theme_font("font").get_height(self.get_theme_font_size("font_size"))
        else:
            height = self._h - self._style().get_minimum_size().y
        height *= self._icon_scale
        return Vector2(size.x * height / size.y if size.y else height, height)

    def _bounds(self) -> tuple[float, float]:
        """From where to where text is painted."""
        style = self._style()
        left, right = style.get_offset().x, self._w - style.get_margin(2)
        icon = self._icon() if self._shows_icon() else None
        return left, right - (self._icon_size(icon).x if icon is not None else 0.0)

    def _shows_icon(self) -> bool:
        return (self._clear_button and self._editable and bool(self._text)) or (
            not self._clear_button and self._right_icon is not None
        )

    def _text_left(self) -> float:
        """Where the text begins when it is not scrolled."""
        style = self._style()
        margin = style.get_margin(0)
        if self._scroll or not self._alignment:
            return style.get_offset().x
        width = self._shaped_line().get_width()
        icon = self._icon() if self._shows_icon() else None
        room = self._w if icon is None else self._w - self._icon_size(icon).x - style.get_margin(2)
        if self._alignment == _CENTER:
            return max(margin, float(int(room - width) // 2))
        if self._alignment == _RIGHT:
            return max(margin, float(int(room - style.get_margin(2) - width)))
        return style.get_offset().x

    def _text_top(self) -> float:
        style = self._style()
        free = self._h - style.get_minimum_size().y - self._shaped_line().get_size()[1]
        return float(int(style.get_offset().y + free / 2))

    def _caret_places(self) -> tuple[int, int]:
        """Where the caret stands in the painted text, and where a composed text ends."""
        if self._ime_text:
            at = self._caret + self._ime_selection[0]
            return at, at + self._ime_selection[1]
        return self._caret, self._caret

    def _caret_x(self, place: int) -> float:
        """Where a caret is painted."""
        start = self._text_left() + self._scroll
        if self._shows_placeholder():
            return start
        return start + carets.caret_x(self._shaped_line().shape(), place)

    def _show_caret(self) -> None:
        if self._tree is None:
            return
        left, right = self._bounds()
        left = max(left, self._text_left())
        places = [self._caret_x(place) for place in self._caret_places()]
        if min(places) <= left:
            self._scroll += left - min(places)
        elif max(places) >= right:
            self._scroll += right - max(places)
        self._scroll = min(0.0, self._scroll)
        if self._scroll and self._shaped_line().get_width() <= right - left:
            self._scroll = 0.0  # all of it fits
        if self._editing:
            window: Any = self.get_window()
            if window is not None:
                window.set_ime_position(self._caret_on_screen())

    def get_scroll_offset(self) -> float:
        """How far the text is scrolled, in pixels; 0 or less."""
        return self._scroll

    def _caret_rect(self) -> Rect2:
        width = max(self.get_theme_constant("caret_width"), 1)
        height = self.get_theme_font("font").get_height(self.get_theme_font_size("font_size"))
        x = float(int(self._caret_x(self._caret_places()[0])))
        return Rect2(x, self._text_top(), width, height)

    def _caret_foot(self) -> Vector2:
        rect = self._caret_rect()
        return Vector2(rect.position.x, rect.end.y)

    def _column_at(self, x: float) -> int:
        if self._shows_placeholder():
            return 0
        self.apply_ime()
        inside = x - self._text_left() - self._scroll
        return carets.position_at(self._shaped_line().shape(), inside)

    def _over_clear_button(self, at: Vector2) -> bool:
        if not (self._clear_button and self._shows_icon()):
            return False
        icon = self.get_theme_icon("clear")
        left = self._w - self._style().get_margin(2) - icon.get_width()
        return left <= at.x <= self._w and 0 <= at.y <= self._h

    def get_cursor_shape(self, position: Vector2 = Vector2(0.0, 0.0)) -> Any:  # noqa: B008
        """The cursor's shape at a place: an arrow over the clear button."""
        if self._editable and self._over_clear_button(position):
            return LineEditMeasures.CURSOR_ARROW
        return super().get_cursor_shape(position)
