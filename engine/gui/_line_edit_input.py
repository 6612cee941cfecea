"""What keys and mouse do to a LineEdit, and when it is being edited."""

from __future__ import annotations

from typing import Any

from engine.core.input import Input
from engine.core.input_enums import MouseButton
from engine.core.input_event_key import InputEventKey
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.os import OS
from engine.core.time import Time
from engine.core.vector2 import Vector2
from engine.gui._line_edit_measures import LineEditMeasures
from engine.servers._text_breaks import word_breaks
from engine.servers.display_server import DisplayServer

TRIPLE_CLICK_MSEC = 600
_ARROWS = ("ui_up", "ui_down", "ui_left", "ui_right")


class LineEditInput(LineEditMeasures):
    """What is done with events."""

    _dragging: bool = False  # the mouse selects
    _by_words: bool = False  # and does so word by word
    _word: tuple[int, int] = (0, 0)  # the word that a double click selected
    _double_click_at: int = -1 << 40
    _drag_attempt: bool = False
    _clear_pressed: bool = False
    _just_focused: bool = False

    # Editing -------------------------------------------------------------------------------------

    def edit(self, hide_focus: bool = False) -> None:
        """Starts editing, and gets the focus for it.

        Args:
            hide_focus: whether the focus is not shown.
        """
        if self._tree is None:
            return
        if not self.has_focus():
            self.grab_focus(hide_focus)
            return
        self._start_editing()

    def unedit(self) -> None:
        """Ends editing; the focus stays."""
        self._stop_editing()

    def is_editing(self) -> bool:
        """Whether the text is being edited."""
        return self._editing

    def _start_editing(self) -> bool:
        if not self._editable or self._editing:
            return False
        self._editing = True
        self._caret_shown = True
        self._set_ime(True)
        self.set_process_internal(self._caret_blink)
        self._show_caret()
        self.queue_redraw()
        return True

    def _stop_editing(self) -> bool:
        if not self._editing:
            return False
        self._editing = False
        self.apply_ime()
        self._set_ime(False)
        self.set_process_internal(False)
        if self._deselect_on_loss and not self._drag_attempt:
            self.deselect()
        self.queue_redraw()
        return True

    def _toggle_editing(self, on: bool) -> None:
        """Starts or ends editing because of what somebody did, and tells of it."""
        if self._start_editing() if on else self._stop_editing():
            self._emit_if_heard("editing_toggled", on)

    def _focus_entered(self) -> None:
        if self._select_on_focus:
            self._just_focused = Input.is_mouse_button_pressed(MouseButton.MOUSE_BUTTON_LEFT)
            self.select_all()
        if self._editable and not any(Input.is_action_pressed(arrow) for arrow in _ARROWS):
            self._toggle_editing(True)
        self.queue_redraw()

    def _focus_left(self) -> None:
        self._toggle_editing(False)
        self.queue_redraw()

    # Composed text -------------------------------------------------------------------------------

    def _insert_composed(self, text: str) -> None:
        self.insert_text_at_caret(text)
        self._change_soon()

    def _set_ime_text(self, text: str, selection: tuple[int, int]) -> None:
        if text != self._ime_text or selection != self._ime_selection:
            self._ime_text, self._ime_selection = text, selection
            self._shape_again()
            self.set_caret_column(self._caret)

    # Events --------------------------------------------------------------------------------------

    def _on_gui_input(self, event: Any) -> None:
        if isinstance(event, InputEventKey):
            if event.pressed and self._pressed_key(event):
                self.accept_event()
        elif isinstance(event, InputEventMouseButton):
            self._button(event)
        elif isinstance(event, InputEventMouseMotion):
            self._motion(event)

    def _button(self, event: InputEventMouseButton) -> None:
        button = event.button_index
        if button == MouseButton.MOUSE_BUTTON_RIGHT and event.pressed and self._context_menu:
            self._open_menu(event.position)
            self.accept_event()
        elif button == MouseButton.MOUSE_BUTTON_MIDDLE and event.pressed:
            if self._middle_paste and self._editable and OS.has_feature("linux"):
                self._move_caret(self._column_at(event.position.x), False)
                self._put_in(DisplayServer.clipboard_get_primary())
                self.grab_focus()
        elif button == MouseButton.MOUSE_BUTTON_LEFT:
            if event.pressed:
                self._press(event)
            else:
                self._release(event)
            self.queue_redraw()

    def _press(self, event: InputEventMouseButton) -> None:
        self.accept_event()
        if self._editable:
            self._toggle_editing(True)
        if self._over_clear_button(event.position):
            self._clear_pressed = True
            return
        column = self._column_at(event.position.x)
        if self._just_focused:
            self._just_focused = False
        elif event.shift_pressed:
            if not self._selected:
                self._anchor = self._caret
            self.set_caret_column(column)
            self._select_to_caret()
            self._dragging = True
        elif Time.get_ticks_msec() - self._double_click_at < TRIPLE_CLICK_MSEC and self._selecting:
            self._double_click_at = -1 << 40
            self.select_all()
            self.set_caret_column(0)
        elif event.double_click and self._selecting:
            self._double_click(column)
        else:
            self._plain_press(column)

    def _plain_press(self, column: int) -> None:
        inside = self._selected and self._select_from <= column <= self._select_to
        if self._drag_selection and inside:
            self._drag_attempt = True
            return
        self.deselect()
        self.set_caret_column(column)
        self._anchor = column
        self._dragging = True
        self._by_words = False

    def _double_click(self, column: int) -> None:
        self._double_click_at = Time.get_ticks_msec()
        if self._secret:
            return
        self.deselect()
        self.set_caret_column(column)
        for start, end in word_breaks(self._text):
            if start <= column < end or column == end:
                self._word = start, end
                self.select(start, end)
                self._anchor = start
                self.set_caret_column(end)
                self._dragging = self._by_words = True
                return

    def _release(self, event: InputEventMouseButton) -> None:
        if self._clear_pressed:
            self._clear_pressed = False
            if self._over_clear_button(event.position) and self._editable:
                self.clear()
        if self._drag_attempt:
            self._drag_attempt = False
            gui = self._viewport._gui if self._viewport is not None else None
            if gui is None or not gui.is_dragging():
                self.deselect()
                self.set_caret_column(self._column_at(event.position.x))
        if (
            self._dragging
            and self._selected
            and DisplayServer.has_feature(DisplayServer.FEATURE_CLIPBOARD_PRIMARY)
        ):
            DisplayServer.clipboard_set_primary(self.get_selected_text())
        self._dragging = self._by_words = False

    def _motion(self, event: InputEventMouseMotion) -> None:
        if not self._dragging or self._drag_attempt:
            return
        if not event.button_mask & 1:
            self._dragging = False
            return
        column = self._column_at(event.position.x)
        if self._by_words:
            start, end = self._word
            self._anchor = end if column < start else start
            column = min(column, start) if column < start else max(column, end)
        self.set_caret_column(column)
        self._select_to_caret()

    # Keys ----------------------------------------------------------------------------------------

    def _pressed_key(self, event: InputEventKey) -> bool:
        """What a key does; whether it did anything."""
        if self._editable and not self._editing:
            if event.is_action_pressed("ui_text_submit", False):
                self._toggle_editing(True)
                return True
            return bool(self._shortcut_keys and self._shortcut(event))
        if self._editing and event.is_action_pressed("ui_text_submit", False):
            self._submit()
            return True
        if self._editing and event.is_action_pressed("ui_cancel"):
            self._toggle_editing(False)
            return True
        if self._shortcut_keys and self._shortcut(event):
            return True
        return self._editing and (
            self._deleting_key(event) or self._moving_key(event) or self._typed(event)
        )

    def _submit(self) -> None:
        self._emit_if_heard("text_submitted", self._text)
        if not self._keep_editing:
            self._toggle_editing(False)

    def _shortcut(self, event: InputEventKey) -> bool:
        for action, method, edits in _SHORTCUTS:
            if edits and self._editable and not self._editing:
                continue
            if event.is_action(action, True) and event.is_action_pressed(action, True):
                method(self)
                return True
        return False

    def _deleting_key(self, event: InputEventKey) -> bool:
        for action, method, arguments in _DELETING:
            if event.is_action_pressed(action, True, True):
                method(self, *arguments)
                return True
        return False

    def _moving_key(self, event: InputEventKey) -> bool:
        selects = event.shift_pressed
        plain = event
        if selects:
            plain = event.duplicate()
            plain.shift_pressed = False
        for action, method, arguments in _MOVING:
            if plain.is_action_pressed(action, True, True):
                method(self, *arguments, selects)
                return True
        if plain.is_action("ui_up") or plain.is_action("ui_down"):
            return True
        if plain.is_action_pressed("ui_menu", True) and self._context_menu:
            self._open_menu(Vector2(self._caret_rect().position.x, self._h / 2))
            return True
        return False

    def _to_start(self, selects: bool) -> None:
        self._move_caret(0, selects)

    def _to_end(self, selects: bool) -> None:
        self._move_caret(len(self._text), selects)

    def _typed(self, event: InputEventKey) -> bool:
        if event.unicode < 32:
            return False
        if self._ime_text:
            self.cancel_ime()
        self._delete_selection()
        before = len(self._text)
        self.insert_text_at_caret(chr(event.unicode))
        if len(self._text) != before:
            self._change_soon()
        return True

    # Clipboard -----------------------------------------------------------------------------------

    def _cut(self) -> None:
        if self._editable and self._selected and not self._secret:
            DisplayServer.clipboard_set(self.get_selected_text())
            self._delete_selection()

    def _copy(self) -> None:
        if self._selected and not self._secret:
            DisplayServer.clipboard_set(self.get_selected_text())

    def _paste(self) -> None:
        if self._editable:
            self._put_in(DisplayServer.clipboard_get())

    def _put_in(self, text: str) -> None:
        """Puts in what was copied, without its control characters."""
        text = "".join(character for character in text if character >= " ")
        if text:
            self._delete_selection()
            self.insert_text_at_caret(text)
            self._change_soon()


_SHORTCUTS = (
    ("ui_copy", LineEditInput._copy, False),
    ("ui_text_select_all", LineEditInput.select_all, False),
    ("ui_cut", LineEditInput._cut, True),
    ("ui_paste", LineEditInput._paste, True),
    ("ui_undo", LineEditInput._undo_last, True),
    ("ui_redo", LineEditInput._redo_last, True),
)
_DELETING: tuple[tuple[str, Any, tuple[bool, ...]], ...] = (
    ("ui_text_backspace_all_to_left", LineEditInput._backspace, (False, True)),
    ("ui_text_backspace_word", LineEditInput._backspace, (True, False)),
    ("ui_text_backspace", LineEditInput._backspace, ()),
    ("ui_text_delete_all_to_right", LineEditInput._delete, (False, True)),
    ("ui_text_delete_word", LineEditInput._delete, (True, False)),
    ("ui_text_delete", LineEditInput._delete, ()),
)
_MOVING: tuple[tuple[str, Any, tuple[bool, ...]], ...] = (
    ("ui_text_caret_word_left", LineEditInput._left, (True,)),
    ("ui_text_caret_left", LineEditInput._left, (False,)),
    ("ui_text_caret_word_right", LineEditInput._right, (True,)),
    ("ui_text_caret_right", LineEditInput._right, (False,)),
    ("ui_text_caret_up", LineEditInput._to_start, ()),
    ("ui_text_caret_down", LineEditInput._to_end, ()),
    ("ui_text_caret_line_start", LineEditInput._to_start, ()),
    ("ui_text_caret_page_up", LineEditInput._to_start, ()),
    ("ui_text_caret_line_end", LineEditInput._to_end, ()),
    ("ui_text_caret_page_down", LineEditInput._to_end, ()),
)
