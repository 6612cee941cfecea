"""`LineEdit`: a line of text that can be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from engine.core._lazy import lazy
from engine.core.accessors import accessors
from engine.core.callable import Callable
from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui import _text_drawing
from engine.gui._line_edit_input import LineEditInput
from engine.servers import _shaped_carets as carets
from engine.servers import canvas
from engine.servers._shaped_text import ShapedText

if TYPE_CHECKING:
    from engine.gui import popup_menu as _popup_menu
    from engine.gui.popup_menu import PopupMenu
    from engine.gui.style_box import StyleBox
    from engine.gui.texture_2d import Texture2D
else:
    _popup_menu = lazy("engine.gui.popup_menu")

_CENTER, _RIGHT = 1, 2
_ICON_ALPHA = 0.9
_FADED = 0.5
# The characters that the menu puts in, by their item.
_CONTROL_CHARACTERS = dict(
    zip(
        range(14, 30),
        "\u200e\u200f\u202a\u202b\u202d\u202e\u202c\u061c\u2066\u2067\u2068\u2069\u200d\u200c\u2060\u00ad",
        strict=True,
    )
)


class LineEdit(LineEditInput):
    """A line of text that can be edited.

    It takes what is typed while it is edited: from the moment it gets the focus, until Enter or
    Escape is pressed or the focus goes elsewhere.

    Signals: `text_changed(new_text)`, `text_submitted(new_text)`, `editing_toggled(toggled_on)`,
    `text_change_rejected(rejected_substring)` for what `max_length` does not allow.
    """

    _is_text_field = True
    _stored: ClassVar[tuple[str, ...]] = (
        "text",
        "placeholder_text",
        "alignment",
        "max_length",
        "editable",
        "keep_editing_on_text_submit",
        "expand_to_text_length",
        "context_menu_enabled",
        "emoji_menu_enabled",
        "backspace_deletes_composite_character_enabled",
        "virtual_keyboard_enabled",
        "virtual_keyboard_show_on_focus",
        "virtual_keyboard_type",
        "clear_button_enabled",
        "shortcut_keys_enabled",
        "middle_mouse_paste_enabled",
        "selecting_enabled",
        "deselect_on_focus_loss_enabled",
        "drag_and_drop_selection_enabled",
        "right_icon",
        "icon_expand_mode",
        "right_icon_scale",
        "flat",
        "draw_control_chars",
        "select_all_on_focus",
        "caret_blink",
        "caret_blink_interval",
        "caret_column",
        "caret_force_displayed",
        "caret_mid_grapheme",
        "secret",
        "secret_character",
        "text_direction",
        "language",
        "structured_text_bidi_override",
        "structured_text_bidi_override_options",
    )
    _menu: PopupMenu | None = None
    _menu_direction: PopupMenu | None = None
    _menu_control: PopupMenu | None = None

    # Reactions -----------------------------------------------------------------------------------

    def _engine_notification(self, what: int) -> None:
        if what == 44:  # FOCUS_EXIT: told from the derived class down
            self._focus_left()
        super()._engine_notification(what)
        if what == 30:  # DRAW
            self._paint()
        elif what == 43:  # FOCUS_ENTER
            self._focus_entered()
        elif what == 45 or what == 49:  # THEME_CHANGED, LAYOUT_DIRECTION_CHANGED
            self._shaped = None
            self._show_caret()
        elif what == 10 or what == 40:  # ENTER_TREE, RESIZED
            self._scroll = 0.0
            self.set_caret_column(self._caret)
        elif what == 2013:  # OS_IME_UPDATE
            if self.has_focus():
                self._ime_updated()
        elif what == 1004 or what == 1005:  # WM_WINDOW_FOCUS_IN, OUT
            self.queue_redraw()

    def _internal_process(self, delta: float) -> None:
        if self._caret_blink:
            self._caret_time += delta
            if self._caret_time >= self._caret_interval:
                self._caret_time = 0.0
                self._caret_shown = not self._caret_shown
                self.queue_redraw()

    def set_editable(self, enabled: bool) -> None:
        """Sets whether the text can be edited."""
        if bool(enabled) is self._editable:
            return
        self._editable = bool(enabled)
        if not self._editable:
            self._toggle_editing(False)
        elif self.has_focus():
            self._toggle_editing(True)
        self.update_minimum_size()
        self.queue_redraw()

    def is_editable(self) -> bool:
        """Whether the text can be edited."""
        return self._editable

    editable = accessors(is_editable, set_editable)

    # Measures ------------------------------------------------------------------------------------

    def _text_changed_look(self) -> None:
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
        if self._icon_mode == LineEdit.EXPAND_MODE_ORIGINAL_SIZE:
            return size * self._icon_scale
        if self._icon_mode == LineEdit.EXPAND_MODE_FIT_TO_TEXT:
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
                self._place_ime(window)

    def get_scroll_offset(self) -> float:
        """How far the text is scrolled, in pixels; 0 or less."""
        return self._scroll

    def _caret_rect(self) -> Rect2:
        width = max(self.get_theme_constant("caret_width"), 1)
        height = self.get_theme_font("font").get_height(self.get_theme_font_size("font_size"))
        x = float(int(self._caret_x(self._caret_places()[0])))
        return Rect2(x, self._text_top(), width, height)

    def _caret_on_screen(self) -> Vector2i:
        rect = self._caret_rect()
        at = self.get_global_transform_with_canvas() * Vector2(rect.position.x, rect.end.y)
        return Vector2i(int(at.x), int(at.y))

    def _place_ime(self, window: Any) -> None:
        window.set_ime_position(self._caret_on_screen())

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
            return LineEdit.CURSOR_ARROW
        return super().get_cursor_shape(position)

    # Painting ------------------------------------------------------------------------------------

    def _paint(self) -> None:
        whole = Rect2(0, 0, self._w, self._h)
        if not self._flat:
            self.draw_style_box(self._style(), whole)
        if self._editing or self.has_focus(True):
            self.draw_style_box(self.get_theme_stylebox("focus"), whole)
        if self._shows_icon():
            self._paint_icon()
        left, right = self._bounds()
        commands = self._commands
        commands.append((canvas.CLIP, left, 0.0, max(right - left, 0.0) + 1.0, self._h))
        self._paint_text()
        commands.append((canvas.CLIP_END,))

    def _paint_icon(self) -> None:
        icon = self._icon()
        if icon is None:
            return
        size = self._icon_size(icon)
        color = Color(1, 1, 1, (1.0 if self._editable else _FADED) * _ICON_ALPHA)
        if self._clear_button:
            name = "clear_button_color_pressed" if self._clear_pressed else "clear_button_color"
            color = self.get_theme_color(name)
        at = Vector2(self._w - size.x - self._style().get_margin(2), (self._h - size.y) / 2)
        self.draw_texture_rect(icon, Rect2(at.floor(), size), False, color)

    def _paint_text(self) -> None:
        line = self._shaped_line().shape()
        x, top = self._text_left() + self._scroll, self._text_top()
        baseline = top + line.get_ascent()
        color = self.get_theme_color("font_color" if self._editable else "font_uneditable_color")
        if self._shows_placeholder():
            color = self.get_theme_color("font_placeholder_color")
            _text_drawing.draw_runs(self, line, x, baseline, color)
        elif self._selected and not self._ime_text:
            self._paint_selected(line, x, top, color)
        else:
            _text_drawing.draw_runs(self, line, x, baseline, color)
        if self._ime_text:
            self._paint_ime(line, x, top)
        if self._caret_forced or (self._editing and self._caret_shown and self._window_active()):
            self.draw_rect(self._caret_rect(), self.get_theme_color("caret_color"))

    def _window_active(self) -> bool:
        window: Any = self.get_window()
        return window is None or bool(window.has_focus())

    def _paint_selected(self, line: ShapedText, x: float, top: float, color: Color) -> None:
        start, end = self._select_from, self._select_to
        height = line.get_size()[1]
        for left, right in carets.selection(line, start, end):
            self.draw_rect(
                Rect2(x + left, top, right - left, height), self.get_theme_color("selection_color")
            )
        baseline = top + line.get_ascent()
        selected = self.get_theme_color("font_selected_color")
        for first, last, paint in (
            (0, start, color),
            (start, end, selected),
            (end, len(self._text), color),
        ):
            if first < last:
                part = line.substr(first, last)
                shift = min((at for at, _ in carets.selection(line, first, last)), default=0.0)
                _text_drawing.draw_runs(self, part, x + shift, baseline, paint)

    def _paint_ime(self, line: ShapedText, x: float, top: float) -> None:
        """Underlines what is being composed, and what is selected of it more strongly."""
        color = self.get_theme_color("font_color")
        bottom = top + line.get_size()[1]
        start = self._caret
        for left, right in carets.selection(line, start, start + len(self._ime_text)):
            self.draw_rect(Rect2(x + left, bottom - 1, right - left, 1), color)
        first = start + self._ime_selection[0]
        for left, right in carets.selection(line, first, first + self._ime_selection[1]):
            self.draw_rect(Rect2(x + left, bottom - 2, right - left, 3), color)

    # Dragging ------------------------------------------------------------------------------------

    def _engine_drag_data(self, at_position: Vector2) -> Any:
        if not (self._drag_attempt and self._selected and not self._secret):
            return None
        return self.get_selected_text()

    def _engine_can_drop(self, at_position: Vector2, data: Any) -> bool:
        return bool(self._drag_selection and self._editable and isinstance(data, str) and data)

    def _engine_drop(self, at_position: Vector2, data: Any) -> None:
        column = self._column_at(at_position.x)
        if self._drag_attempt and self._selected:  # its own text moves
            start, end = self._select_from, self._select_to
            if start < column < end:
                return
            self._delete_selection()
            column -= end - start if column >= end else 0
        self._drag_attempt = False
        self.set_caret_column(column)
        self.insert_text_at_caret(str(data))
        self.select(column, column + len(data))
        self._change_soon()
        self.grab_focus()

    # Menu ----------------------------------------------------------------------------------------

    def menu_option(self, option: int) -> None:
        """Does what an item of the context menu does; a `MENU_*`."""
        action = _MENU_ACTIONS.get(int(option))
        if action is not None:
            action(self)
        elif option in _CONTROL_CHARACTERS and self._editable:
            self.insert_text_at_caret(_CONTROL_CHARACTERS[option])

    def _menu_clear(self) -> None:
        if self._editable:
            self.clear()

    def _toggle_control_characters(self) -> None:
        self.set_draw_control_chars(not self._control_chars)

    def get_menu(self) -> PopupMenu:
        """The context menu."""
        if self._menu is None:
            self._make_menu()
        assert self._menu is not None
        return self._menu

    def is_menu_visible(self) -> bool:
        """Whether the context menu is open."""
        return self._menu is not None and self._menu.is_visible()

    def _make_menu(self) -> None:
        menu = self._menu = _popup_menu.PopupMenu()
        self.add_child(menu, False, LineEdit.INTERNAL_MODE_FRONT)
        self._menu_direction = _popup_menu.PopupMenu()
        for text, number in (
            ("Same as Layout Direction", 8),
            ("Auto-Detect Direction", 9),
            ("Left-to-Right", 10),
            ("Right-to-Left", 11),
        ):
            self._menu_direction.add_radio_check_item(text, number)
        self._menu_control = _popup_menu.PopupMenu()
        for text, number in _CONTROL_NAMES:
            if text:
                self._menu_control.add_item(text, number)
            else:
                self._menu_control.add_separator()
        for text, number in _MENU_NAMES:
            if text:
                menu.add_item(text, number)
            else:
                menu.add_separator()
        menu.add_submenu_node_item("Text Writing Direction", self._menu_direction, 7)
        menu.add_separator()
        menu.add_check_item("Display Control Characters", 12)
        menu.add_submenu_node_item("Insert Control Character", self._menu_control, 13)
        for one in (menu, self._menu_direction, self._menu_control):
            one.id_pressed.connect(Callable(self, "menu_option"))

    def _open_menu(self, at: Vector2) -> None:
        menu = self.get_menu()
        for number, enabled in (
            (0, self._editable and not self._secret),
            (1, not self._secret),
            (2, self._editable),
            (3, self._editable),
            (5, self._editable and self.has_undo()),
            (6, self._editable and self.has_redo()),
        ):
            menu.set_item_disabled(menu.get_item_index(number), not enabled)
        menu.set_item_checked(menu.get_item_index(12), self._control_chars)
        self.apply_ime()
        place = self.get_screen_transform() * at
        menu.set_position(Vector2i(int(place.x), int(place.y)))
        menu.reset_size()
        menu.popup()
        self.grab_focus()


def _set_direction(direction: int) -> Any:
    return lambda line: line.set_text_direction(direction)


_MENU_NAMES = (
    ("Cut", 0),
    ("Copy", 1),
    ("Paste", 2),
    ("", -1),
    ("Select All", 4),
    ("Clear", 3),
    ("", -1),
    ("Undo", 5),
    ("Redo", 6),
    ("", -1),
)
_CONTROL_NAMES = (
    ("Left-to-Right Mark (LRM)", 14),
    ("Right-to-Left Mark (RLM)", 15),
    ("Start of Left-to-Right Embedding (LRE)", 16),
    ("Start of Right-to-Left Embedding (RLE)", 17),
    ("Start of Left-to-Right Override (LRO)", 18),
    ("Start of Right-to-Left Override (RLO)", 19),
    ("Pop Direction Formatting (PDF)", 20),
    ("", -1),
    ("Arabic Letter Mark (ALM)", 21),
    ("Left-to-Right Isolate (LRI)", 22),
    ("Right-to-Left Isolate (RLI)", 23),
    ("First Strong Isolate (FSI)", 24),
    ("Pop Direction Isolate (PDI)", 25),
    ("", -1),
    ("Zero-Width Joiner (ZWJ)", 26),
    ("Zero-Width Non-Joiner (ZWNJ)", 27),
    ("Word Joiner (WJ)", 28),
    ("Soft Hyphen (SHY)", 29),
)
_MENU_ACTIONS = {
    0: LineEdit._cut,
    1: LineEdit._copy,
    2: LineEdit._paste,
    3: LineEdit._menu_clear,
    4: LineEdit.select_all,
    5: LineEdit._undo_last,
    6: LineEdit._redo_last,
    8: _set_direction(3),
    9: _set_direction(0),
    10: _set_direction(1),
    11: _set_direction(2),
    12: LineEdit._toggle_control_characters,
}
