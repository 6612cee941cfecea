"""What keys do to a TextEdit."""

from __future__ import annotations

from typing import Any

from engine.core.input_enums import Key
from engine.core.input_event_gesture import InputEventPanGesture
from engine.core.input_event_key import InputEventKey
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.vector2 import Vector2
from engine.gui._text_edit_mouse import TextEditMouse

_MODIFIERS = (
    Key.KEY_CTRL,
    Key.KEY_ALT,
    Key.KEY_SHIFT,
    Key.KEY_META,
    Key.KEY_CAPSLOCK,
)


class TextEditInput(TextEditMouse):
    """What is done with events."""

    def _on_gui_input(self, event: Any) -> None:
        if isinstance(event, InputEventKey):
            if event.pressed and event.keycode not in _MODIFIERS and self._pressed_key(event):
                self.accept_event()
        elif isinstance(event, InputEventMouseButton):
            if event.pressed or not self._ime_text:
                self._button(event)
        elif isinstance(event, InputEventMouseMotion):
            self._motion(event)
        elif isinstance(event, InputEventPanGesture):
            self._panned(event)

    def _pressed_key(self, event: InputEventKey) -> bool:
        """What a key does; whether it did anything."""
        self._show_caret_now()
        for action, method, arguments in _CHANGING:
            if event.is_action(action, True):
                method(self, *arguments)
                return True
        if self._shortcut_keys and self._shortcut(event):
            return True
        if event.is_action("ui_menu", True):
            if self._context_menu:
                self._open_menu(self._menu_place())
            return True
        if event.is_action("ui_text_toggle_insert_mode", True):
            self.set_overtype_mode_enabled(not self._overtype)
            return True
        return self._scrolling_key(event) or self._moving_key(event) or self._typed(event)

    def _menu_place(self) -> Vector2:
        return self.get_caret_draw_pos()

    def _shortcut(self, event: InputEventKey) -> bool:
        for action, method in _SHORTCUTS:
            if event.is_action(action, True):
                method(self)
                return True
        if event.is_action("ui_text_clear_carets_and_selection", True):
            return self._drop_carets_and_selection()
        return False

    def _scrolling_key(self, event: InputEventKey) -> bool:
        for action, rows in (("ui_text_scroll_up", -1), ("ui_text_scroll_down", 1)):
            if event.is_action(action, True):
                self._scroll_by_key(rows)
                return True
        return False

    def _scroll_by_key(self, rows: int) -> None:
        """Ctrl+Up and Ctrl+Down scroll; the caret stays on the screen."""
        self._scrolling = False
        self.set_v_scroll(self.get_v_scroll() + rows)
        for number, caret in enumerate(self._carets):
            place = caret.line, self.get_caret_wrap_index(number)
            first = self.get_first_visible_line(), self._first_row
            last = self.get_last_full_visible_line(), self.get_last_full_visible_line_wrap_index()
            if rows < 0 and place > last:
                self.set_caret_line(last[0], False, False, last[1], number)
            elif rows > 0 and place < first:
                self.set_caret_line(first[0], False, False, first[1], number)
        self.merge_overlapping_carets()

    def _moving_key(self, event: InputEventKey) -> bool:
        selects = event.shift_pressed
        plain = event
        if selects:
            plain = event.duplicate()
            plain.shift_pressed = False
        for action, method, arguments in _MOVING:
            if plain.is_action(action, True):
                method(self, *arguments, selects)
                return True
        if self._tab_input and plain.is_action("ui_text_indent", True):
            if self._editable:
                self.insert_text_at_caret("\t")
            return True
        return False

    def _typed(self, event: InputEventKey) -> bool:
        held = event.ctrl_pressed or event.alt_pressed or event.meta_pressed
        if held or not self._editable or event.unicode < 32:
            return False
        self._type(event.unicode)
        return True


_CHANGING: tuple[tuple[str, Any, tuple[bool, ...]], ...] = (
    ("ui_text_newline_above", TextEditInput._new_line, (False, True)),
    ("ui_text_newline_blank", TextEditInput._new_line, (False,)),
    ("ui_text_newline", TextEditInput._new_line, ()),
    ("ui_text_backspace_all_to_left", TextEditInput._backspace_key, (False, True)),
    ("ui_text_backspace_word", TextEditInput._backspace_key, (True,)),
    ("ui_text_backspace", TextEditInput._backspace_key, ()),
    ("ui_text_delete_all_to_right", TextEditInput._delete_key, (False, True)),
    ("ui_text_delete_word", TextEditInput._delete_key, (True,)),
    ("ui_text_delete", TextEditInput._delete_key, ()),
)
_SHORTCUTS: tuple[tuple[str, Any], ...] = (
    ("ui_text_select_all", TextEditInput.select_all),
    ("ui_text_select_word_under_caret", TextEditInput.select_word_under_caret),
    (
        "ui_text_add_selection_for_next_occurrence",
        TextEditInput.add_selection_for_next_occurrence,
    ),
    (
        "ui_text_skip_selection_for_next_occurrence",
        TextEditInput.skip_selection_for_next_occurrence,
    ),
    ("ui_cut", lambda edit: edit.cut()),
    ("ui_copy", lambda edit: edit.copy()),
    ("ui_paste", lambda edit: edit.paste()),
    ("ui_undo", lambda edit: edit.undo()),
    ("ui_redo", lambda edit: edit.redo()),
    ("ui_text_caret_add_below", lambda edit: edit.add_caret_at_carets(True)),
    ("ui_text_caret_add_above", lambda edit: edit.add_caret_at_carets(False)),
)
_MOVING: tuple[tuple[str, Any, tuple[bool, ...]], ...] = (
    ("ui_text_caret_word_left", TextEditInput._move_left, (True,)),
    ("ui_text_caret_left", TextEditInput._move_left, (False,)),
    ("ui_text_caret_word_right", TextEditInput._move_right, (True,)),
    ("ui_text_caret_right", TextEditInput._move_right, (False,)),
    ("ui_text_caret_up", TextEditInput._move_up, ()),
    ("ui_text_caret_down", TextEditInput._move_down, ()),
    ("ui_text_caret_line_start", TextEditInput._move_line_start, ()),
    ("ui_text_caret_line_end", TextEditInput._move_line_end, ()),
    ("ui_text_caret_page_up", TextEditInput._move_page_up, ()),
    ("ui_text_caret_page_down", TextEditInput._move_page_down, ()),
    ("ui_text_caret_document_start", TextEditInput._move_document_start, ()),
    ("ui_text_caret_document_end", TextEditInput._move_document_end, ()),
)
