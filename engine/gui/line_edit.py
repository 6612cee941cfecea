"""`LineEdit`: a line of text that can be edited."""

from __future__ import annotations

from typing import Any, ClassVar

from engine.core.accessors import accessors
from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui import _text_drawing, _text_menu
from engine.gui._line_edit_input import LineEditInput
from engine.servers import _shaped_carets as carets
from engine.servers import canvas
from engine.servers._shaped_text import ShapedText

_CENTER, _RIGHT = 1, 2
_ICON_ALPHA = 0.9
_FADED = 0.5


class LineEdit(LineEditInput):
    """A line of text that can be edited.

    It takes what is typed while it is edited: from the moment it gets the focus, until Enter or
    Escape is pressed or the focus goes elsewhere.

    Signals: `text_changed(new_text)`, `text_submitted(new_text)`, `editing_toggled(toggled_on)`,
    `text_change_rejected(rejected_substring)` for what `max_length` does not allow.
    """

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
            if self.has_focus() and self._editing:
                self._ime_updated()
        elif what == 1004 or what == 1005:  # WM_WINDOW_FOCUS_IN, OUT
            self.queue_redraw()

    def _internal_process(self, delta: float) -> None:
        if self._caret_blink:
            self._blink(delta)

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

    editable = accessors(LineEditInput.is_editable, set_editable)

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

    def _enabled_items(self) -> dict[int, bool]:
        return {
            LineEdit.MENU_CUT: self._editable,
            LineEdit.MENU_PASTE: self._editable,
            LineEdit.MENU_CLEAR: self._editable,
            LineEdit.MENU_SELECT_ALL: self._selecting,
            LineEdit.MENU_UNDO: self._editable and self.has_undo(),
            LineEdit.MENU_REDO: self._editable and self.has_redo(),
            LineEdit.MENU_SUBMENU_INSERT_UCC: self._editable,
        }

    def menu_option(self, option: int) -> None:
        """Does what an item of the context menu does; a `MENU_*`."""
        actions = {
            LineEdit.MENU_CUT: self._cut,
            LineEdit.MENU_COPY: self._copy,
            LineEdit.MENU_PASTE: self._paste,
            LineEdit.MENU_CLEAR: self._clear_by_menu,
            LineEdit.MENU_SELECT_ALL: self.select_all,
            LineEdit.MENU_UNDO: self._undo_last,
            LineEdit.MENU_REDO: self._redo_last,
        }
        _text_menu.choose(self, int(option), actions)

    def _clear_by_menu(self) -> None:
        if self._editable:
            self.clear()
