"""`Button`: a button with a text and an icon."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from engine.core.accessors import accessors
from engine.core.geometry_enums import HorizontalAlignment, VerticalAlignment
from engine.core.vector2 import Vector2
from engine.gui import _button_drawing
from engine.gui._written_text import WrittenText
from engine.gui.base_button import BaseButton
from engine.gui.text_paragraph import TextParagraph
from engine.servers.text_server import TextServer

if TYPE_CHECKING:
    from engine.gui.style_box import StyleBox
    from engine.gui.texture_2d import Texture2D

_CENTER = 1
_INHERITED = 3
_WRAP_FLAGS = {0: 1, 1: 4 | 1, 2: 2 | 1, 3: 2 | 16 | 1}  # off, arbitrary, word, smart
_STYLES = ("normal", "pressed", "hover", "disabled", "hover_pressed")


class Button(WrittenText, BaseButton):
    """A button with a text and an icon, drawn as its theme says."""

    _stored: ClassVar[tuple[str, ...]] = (
        "text",
        "icon",
        "flat",
        "alignment",
        "text_overrun_behavior",
        "autowrap_mode",
        "autowrap_trim_flags",
        "clip_text",
        "icon_alignment",
        "vertical_icon_alignment",
        "expand_icon",
        "text_direction",
        "language",
    )
    _own: ClassVar[tuple[str, ...]] = (
        "_alignment",
        "_autowrap",
        "_autowrap_trim",
        "_clip_text",
        "_expand_icon",
        "_flat",
        "_icon",
        "_icon_align",
        "_icon_valign",
        "_overrun",
        "_paragraph",
        "_shown",
        "_text",
    )

    _text: str = ""
    _shown: str = ""  # the text as translated
    _paragraph: TextParagraph | None = None  # None: to be shaped again
    _icon: Texture2D | None = None
    _flat: bool = False
    _alignment: int = 1
    _overrun: int = 0
    _autowrap: int = 0
    _autowrap_trim: int = 128
    _clip_text: bool = False
    _icon_align: int = 0
    _icon_valign: int = 1
    _expand_icon: bool = False

    def __init__(self, text: str = "") -> None:
        super().__init__()
        if text:
            self.set_text(text)

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self.NOTIFICATION_DRAW:
            _button_drawing.draw(self)
        elif what == self.NOTIFICATION_TRANSLATION_CHANGED:
            self._shown = self.atr(self._text)
            self._shape_again()
        elif what in (self.NOTIFICATION_THEME_CHANGED, self.NOTIFICATION_LAYOUT_DIRECTION_CHANGED):
            was_shaped = self._paragraph is not None
            self._shape_again()
            if was_shaped:  # the next change of the theme measures with what holds now
                self._shaped()

    # Text ----------------------------------------------------------------------------------------

    def _shape_again(self) -> None:
        self._paragraph = None
        self.queue_redraw()
        self.update_minimum_size()

    def _shaped(self) -> TextParagraph:
        """The text as it is drawn."""
        if self._paragraph is None:
            self._paragraph = self._shape(self._shown)
        return self._paragraph

    def _shape(self, text: str) -> TextParagraph:
        made = TextParagraph()
        font, size = self.get_theme_font("font"), self.get_theme_font_size("font_size")
        if font is None or size <= 0:
            return made
        direction = self._text_direction
        if direction == _INHERITED:
            direction = 2 if self.is_layout_rtl() else 1
        made.set_direction(direction)
        made.add_string(text, font, size, self._language)
        made.set_break_flags(_WRAP_FLAGS[self._autowrap] | self._autowrap_trim)
        made.set_line_spacing(self.get_theme_constant("line_spacing"))
        made.set_text_overrun_behavior(self._overrun)
        return made

    def _is_text_cut(self) -> bool:
        return self._clip_text or self._overrun != 0 or self._autowrap != 0

    def get_minimum_size(self) -> Vector2:
        """The smallest size in which text and icon have room."""
        return self._minimum_for("", self._shown_icon())

    def _minimum_for(self, text: str, icon: Texture2D | None) -> Vector2:
        """The smallest size for an icon and a text; an empty one stands for the button's own."""
        shaped = self._shape(text) if text else self._shaped()
        size = shaped.get_size()
        width = 0.0 if self._is_text_cut() else size.x
        height = size.y
        has_text = bool(text or self._shown)
        if icon is not None and not self._expand_icon:
            across, down = self._fit_icon(icon.get_size())
            height = max(height, down) if self._icon_valign == _CENTER else height + down
            if self._icon_align == _CENTER:
                width = max(width, across)
            else:
                gap = max(0, self.get_theme_constant("h_separation")) if has_text else 0
                width += across + gap
        if has_text:
            line = self.get_theme_font("font").get_height(self.get_theme_font_size("font_size"))
            height = max(height, line) if self._icon_valign == _CENTER else height + line
        padding = self._padding()
        return Vector2(width + padding.x, height + padding.y)

    def _padding(self) -> Vector2:
        """What the box around the contents needs."""
        if self.get_theme_constant("align_to_largest_stylebox"):
            return self._largest_padding()
        minimum: Vector2 = self._current_style().get_minimum_size()
        return minimum

    def _largest_padding(self) -> Vector2:
        """Of each side what the box needs that needs most there."""
        styles = [self._style(name) for name in self._style_names()]
        left, top, right, bottom = (
            max(style.get_margin(side) for style in styles) for side in range(4)
        )
        return Vector2(left + right, top + bottom)

    def _style_names(self) -> list[str]:
        """The boxes it may be drawn with."""
        names = list(_STYLES[:4])
        if self.has_theme_stylebox("hover_pressed"):
            names.append("hover_pressed")
        return names

    def _style(self, name: str) -> StyleBox:
        if self.is_layout_rtl() and self.has_theme_stylebox(name + "_mirrored"):
            name += "_mirrored"
        style: StyleBox = self.get_theme_stylebox(name)
        return style

    def _current_style(self) -> StyleBox:
        """The box of the state it is in."""
        name = _STYLES[self.get_draw_mode()]
        if name == "hover_pressed" and not self.has_theme_stylebox(name):
            name = "pressed"
        return self._style(name)

    def _shown_icon(self) -> Texture2D | None:
        if self._icon is None and self.has_theme_icon("icon"):
            icon: Texture2D = self.get_theme_icon("icon")
            return icon
        return self._icon

    def _fit_icon(self, size: Vector2) -> tuple[float, float]:
        """The size of an icon of that size, as `icon_max_width` allows."""
        most = self.get_theme_constant("icon_max_width")
        if most > 0 and size.x > most:
            return float(most), size.y * most / size.x
        return size.x, size.y

    def _inner_margins(self) -> tuple[float, float]:
        """The room left and right of the contents that a derived class needs."""
        return 0.0, 0.0

    # Properties ----------------------------------------------------------------------------------

    def set_text(self, text: str) -> None:
        """Sets the text on the button."""
        text = str(text)
        if text != self._text:
            self._text = text
            self._shown = self.atr(text)
            self._shape_again()

    def get_text(self) -> str:
        """The text on the button."""
        return self._text

    text = accessors(get_text, set_text)

    def set_button_icon(self, texture: Texture2D | None) -> None:
        """Sets the picture on the button."""
        if texture is self._icon:
            return
        if self._icon is not None:
            self._icon.changed.disconnect(self._icon_changed)
        self._icon = texture
        if texture is not None:
            texture.changed.connect(self._icon_changed)
        self._icon_changed()

    def _icon_changed(self) -> None:
        self.queue_redraw()
        self.update_minimum_size()

    def get_button_icon(self) -> Texture2D | None:
        """The picture on the button, or None."""
        return self._icon

    icon = accessors(get_button_icon, set_button_icon)

    def set_flat(self, enabled: bool) -> None:
        """Sets whether the box is not drawn."""
        self._flat = bool(enabled)
        self.queue_redraw()

    def is_flat(self) -> bool:
        """Whether the box is not drawn."""
        return self._flat

    flat = accessors(is_flat, set_flat)

    def set_text_alignment(self, alignment: int) -> None:
        """Sets where the text stands: a `HORIZONTAL_ALIGNMENT_*`."""
        self._alignment = int(alignment)
        self.queue_redraw()

    def get_text_alignment(self) -> HorizontalAlignment:
        """Where the text stands."""
        return HorizontalAlignment(self._alignment)

    alignment = accessors(get_text_alignment, set_text_alignment)

    def set_text_overrun_behavior(self, overrun_behavior: int) -> None:
        """Sets how text is shortened that has no room: a `TextServer.OVERRUN_*`."""
        if overrun_behavior != self._overrun:
            self._overrun = int(overrun_behavior)
            self._shape_again()

    def get_text_overrun_behavior(self) -> TextServer.OverrunBehavior:
        """How text is shortened that has no room."""
        return TextServer.OverrunBehavior(self._overrun)

    text_overrun_behavior = accessors(get_text_overrun_behavior, set_text_overrun_behavior)

    def set_autowrap_mode(self, autowrap_mode: int) -> None:
        """Sets where lines are broken that have no room: a `TextServer.AUTOWRAP_*`."""
        if autowrap_mode != self._autowrap:
            self._autowrap = int(autowrap_mode)
            self._shape_again()

    def get_autowrap_mode(self) -> TextServer.AutowrapMode:
        """Where lines are broken that have no room."""
        return TextServer.AutowrapMode(self._autowrap)

    autowrap_mode = accessors(get_autowrap_mode, set_autowrap_mode)

    def set_autowrap_trim_flags(self, autowrap_trim_flags: int) -> None:
        """Sets which spaces at the ends of broken lines are left out."""
        if autowrap_trim_flags != self._autowrap_trim:
            self._autowrap_trim = int(autowrap_trim_flags) & 0xE0
            self._shape_again()

    def get_autowrap_trim_flags(self) -> TextServer.LineBreakFlag:
        """Which spaces at the ends of broken lines are left out."""
        return TextServer.LineBreakFlag(self._autowrap_trim)

    autowrap_trim_flags = accessors(get_autowrap_trim_flags, set_autowrap_trim_flags)

    def set_clip_text(self, enabled: bool) -> None:
        """Sets whether the button may be smaller than its text, which is cut then."""
        if bool(enabled) is not self._clip_text:
            self._clip_text = bool(enabled)
            self._icon_changed()

    def get_clip_text(self) -> bool:
        """Whether the button may be smaller than its text."""
        return self._clip_text

    clip_text = accessors(get_clip_text, set_clip_text)

    def set_icon_alignment(self, icon_alignment: int) -> None:
        """Sets on which side the picture stands: a `HORIZONTAL_ALIGNMENT_*`."""
        self._icon_align = int(icon_alignment)
        self._icon_changed()

    def get_icon_alignment(self) -> HorizontalAlignment:
        """On which side the picture stands."""
        return HorizontalAlignment(self._icon_align)

    icon_alignment = accessors(get_icon_alignment, set_icon_alignment)

    def set_vertical_icon_alignment(self, vertical_icon_alignment: int) -> None:
        """Sets at which height the picture stands: a `VERTICAL_ALIGNMENT_*`."""
        if vertical_icon_alignment != self._icon_valign:
            self._icon_valign = int(vertical_icon_alignment)
            self._icon_changed()

    def get_vertical_icon_alignment(self) -> VerticalAlignment:
        """At which height the picture stands."""
        return VerticalAlignment(self._icon_valign)

    vertical_icon_alignment = accessors(get_vertical_icon_alignment, set_vertical_icon_alignment)

    def set_expand_icon(self, enabled: bool) -> None:
        """Sets whether the picture takes all the room there is."""
        if bool(enabled) is not self._expand_icon:
            self._expand_icon = bool(enabled)
            self._icon_changed()

    def is_expand_icon(self) -> bool:
        """Whether the picture takes all the room there is."""
        return self._expand_icon

    expand_icon = accessors(is_expand_icon, set_expand_icon)
