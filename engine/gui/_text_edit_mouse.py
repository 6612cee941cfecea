"""What the mouse does to a TextEdit: placing carets, selecting, scrolling, dragging text."""

from __future__ import annotations

from typing import Any

from engine.core.input_enums import MouseButton
from engine.core.input_event_gesture import InputEventPanGesture
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.time import Time
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui._text_edit_caret import Place
from engine.gui._text_edit_menu import TextEditMenu
from engine.servers.display_server import DisplayServer

TRIPLE_CLICK_MSEC = 600
_TRIPLE_CLICK_REACH = 5.0  # pixels
_WHEEL_ROWS, _WHEEL_ROWS_FAST, _WHEEL_PIXELS = 3, 15, 100
_SELECT_AGAIN = 0.05  # seconds between two looks at the mouse that selects


class TextEditMouse(TextEditMenu):
    """What is done with the mouse's events."""

    _drag_attempt: bool = False  # pressed on selected text
    _dragging_text: bool = False
    _mouse_held: bool = False  # its button was pressed, and it may select now
    _selecting_by_mouse: bool = False  # and it does
    _dragging_minimap: bool = False
    _word: tuple[Place, Place] = ((0, 0), (0, 0))  # the word or line that selecting began with
    _double_click_at: int = -1 << 40
    _double_click_place: Vector2 = Vector2(0, 0)
    _since_look: float = 0.0

    # Buttons -------------------------------------------------------------------------------------

    def _button(self, event: InputEventMouseButton) -> None:
        button = event.button_index
        if not event.pressed:
            if button == MouseButton.MOUSE_BUTTON_LEFT:
                self._released()
        elif button == MouseButton.MOUSE_BUTTON_LEFT:
            self._pressed_left(event)
        elif button == MouseButton.MOUSE_BUTTON_MIDDLE:
            if self._middle_paste and DisplayServer.has_feature(
                DisplayServer.FEATURE_CLIPBOARD_PRIMARY
            ):
                self.apply_ime()
                self.paste_primary_clipboard()
        elif button == MouseButton.MOUSE_BUTTON_RIGHT:
            self._pressed_right(event.position)
        elif button in _WHEEL:
            self._wheel(event, *_WHEEL[button])

    def _wheel(self, event: InputEventMouseButton, across: int, down: int) -> None:
        if down and event.is_command_or_control_pressed():
            return
        factor = event.factor
        if across or event.shift_pressed:
            bar = self._h_bar
            bar.set_value(bar.get_value() + (across or down) * _WHEEL_PIXELS * factor)
        elif self._v_bar.is_visible():
            rows = _WHEEL_ROWS_FAST if event.alt_pressed else _WHEEL_ROWS
            self._scroll_by(down * rows * factor, True)

    def _place_at(self, position: Vector2) -> Place:
        at = self.get_line_column_at_pos(Vector2i(int(position.x), int(position.y)))
        return at.y, at.x

    def _gutter_at(self, x: float) -> int:
        left = self._style().get_margin(0)
        for number, gutter in enumerate(self._gutters):
            if gutter.draw and gutter.width > 0:
                if left <= x <= left + gutter.width:
                    return number
                left += gutter.width
        return -1

    def _pressed_left(self, event: InputEventMouseButton) -> None:
        self._show_caret_now()
        self.apply_ime()
        place = self._place_at(event.position)
        gutter = self._gutter_at(event.position.x)
        if gutter >= 0:
            self._emit_if_heard("gutter_clicked", place[0], gutter)
            return
        if self._press_minimap(event.position):
            return
        soon = Time.get_ticks_msec() - self._double_click_at < TRIPLE_CLICK_MSEC
        near = event.position.distance_to(self._double_click_place) < _TRIPLE_CLICK_REACH
        if event.double_click:
            self._start_selecting(TextEditMouse.SELECTION_MODE_WORD)
            self._double_click_at = Time.get_ticks_msec()
            self._double_click_place = event.position
        elif soon and near:
            self._double_click_at = -1 << 40
            self._start_selecting(TextEditMouse.SELECTION_MODE_LINE)
        else:
            self._pressed_plainly(event, place)
        self.queue_redraw()

    def _pressed_plainly(self, event: InputEventMouseButton, place: Place) -> None:
        self._push_op()
        last = len(self._carets) - 1
        over = self.get_selection_at_line_column(*place, True)
        if event.alt_pressed:
            if not self._pressed_with_alt(place):
                return
        elif event.shift_pressed:
            self._before_shift(last)
            self._put_caret(last, place, True)
        elif self._drag_selection and over >= 0:
            self.set_selection_mode(TextEditMouse.SELECTION_MODE_NONE)
            self._drag_attempt = True
            return
        else:
            self.remove_secondary_carets()
            self.deselect()
            self._put_caret(0, place, True)
        self._start_selecting(TextEditMouse.SELECTION_MODE_POINTER)

    def _pressed_with_alt(self, place: Place) -> bool:
        """Adds a caret, or takes the one there away; whether selecting begins."""
        there = self.get_selection_at_line_column(*place, True, False)
        if there >= 0:
            if len(self._carets) > 1:
                self.remove_caret(there)
            return False
        return self.add_caret(*place) >= 0

    def _pressed_right(self, position: Vector2) -> None:
        if not (self._context_menu or self._right_click_moves):
            return
        self._push_op()
        self._show_caret_now()
        self.apply_ime()
        if self._right_click_moves:
            place = self._place_at(position)
            if self.get_selection_at_line_column(*place, True) < 0:
                self.deselect()
                self.remove_secondary_carets()
                self._put_caret(0, place, True)
            self.merge_overlapping_carets()
        if self._context_menu:
            self._open_menu(position)

    def _released(self) -> None:
        if self._drag_attempt and not self._dragging_text:
            place = self._mouse_at()
            if self.get_selection_at_line_column(*place, True) >= 0:
                self.remove_secondary_carets()
                self.deselect()
                self._put_caret(0, place, True)
        self._drag_attempt = False
        self._dragging_minimap = False
        self._stop_selecting()
        self.set_selection_mode(TextEditMouse.SELECTION_MODE_NONE)
        if DisplayServer.has_feature(DisplayServer.FEATURE_CLIPBOARD_PRIMARY):
            text = self.get_selected_text()
            if text:
                DisplayServer.clipboard_set_primary(text)

    def _stop_selecting(self) -> None:
        self._mouse_held = self._selecting_by_mouse = False
        self._process_internally()

    # Selecting -----------------------------------------------------------------------------------

    def _mouse_at(self) -> Place:
        """The place that the mouse is at."""
        return self._place_at(self.get_local_mouse_pos())

    def _start_selecting(self, mode: int) -> None:
        """The button was pressed; from now on the mouse selects."""
        if not self._selecting:
            return
        self.set_selection_mode(mode)
        self._mouse_held = True
        self._since_look = 0.0
        self._process_internally()
        number = len(self._carets) - 1
        if mode == TextEditMouse.SELECTION_MODE_POINTER:
            if self._selects(self._carets[number]):
                self._select_on()
            else:
                place = self._mouse_at()
                self._put_origin(number, place)
                self._word = place, place
        elif self.has_selection(number):
            self._select_on()
        else:
            self._word = start, end = self._unit_at(self._mouse_at())
            self.select(*start, *end, number)
            self._selecting_by_mouse = True
            self.merge_overlapping_carets()

    def _unit_at(self, place: Place) -> tuple[Place, Place]:
        """The word, or the line, at a place."""
        line, column = place
        if self._selection_mode == TextEditMouse.SELECTION_MODE_LINE:
            if line < len(self._lines) - 1:
                return (line, 0), (line + 1, 0)
            return (line, 0), (line, len(self._lines[line].text))
        for start, end in self._words(line):
            if start <= column <= end:
                return (line, start), (line, end)
        return place, place

    def _select_on(self) -> None:
        """The mouse has moved with its button held."""
        number = len(self._carets) - 1
        place = self._mouse_at()
        origin_line = min(self._carets[number].origin_line, len(self._lines) - 1)
        if self._selection_mode == TextEditMouse.SELECTION_MODE_POINTER:
            self.select(*self._carets[number].origin, *place, number)
        elif self._selection_mode == TextEditMouse.SELECTION_MODE_WORD:
            start, end = self._unit_at(place)
            first, last = self._word[0][1], self._word[1][1]
            if place >= (origin_line, first):
                self.select(origin_line, first, *end, number)
            else:
                self.select(origin_line, last, *start, number)
        elif place[0] < origin_line:
            self.select(origin_line, len(self._lines[origin_line].text), place[0], 0, number)
        else:
            self.select(origin_line, 0, *self._unit_at(place)[1], number)
        self.adjust_viewport_to_caret(number)
        self._selecting_by_mouse |= self.has_selection(number)
        self.merge_overlapping_carets()

    def _motion(self, event: InputEventMouseMotion) -> None:
        if not event.button_mask & 1:
            return
        self._show_caret_now()
        if self._dragging_minimap:
            self._scroll_by_minimap(event.position)
        elif self._mouse_held and self._selection_mode >= 2:
            self._select_on()

    def _look_at_mouse(self, delta: float) -> None:
        """Goes on selecting, and scrolling, while the mouse is held outside."""
        self._since_look += delta
        if self._since_look < _SELECT_AGAIN:
            return
        self._since_look = 0.0
        at = self.get_local_mouse_pos()
        if not (0 <= at.x < self._w and 0 <= at.y < self._h) and self._selecting_by_mouse:
            self._select_on()

    def _process_internally(self) -> None:
        blinks = self._caret_blink and self.has_focus() if self._tree is not None else False
        needed = self._idle >= 0.0 or self._mouse_held or blinks
        self.set_process_internal(needed)

    def _show_caret_now(self) -> None:
        """The caret does not blink for a while."""
        self._caret_shown = True
        self._caret_time = 0.0
        self.queue_redraw()

    def _panned(self, event: InputEventPanGesture) -> None:
        if event.delta.y:
            self._scroll_by(event.delta.y, False)
        bar = self._h_bar
        bar.set_value(bar.get_value() + event.delta.x * _WHEEL_PIXELS)

    # Minimap -------------------------------------------------------------------------------------

    def _press_minimap(self, position: Vector2) -> bool:
        if not self._minimap:
            return False
        right = self._w - self._style().get_margin(2)
        if self._v_bar.is_visible_in_tree():
            right -= self._v_bar.get_combined_minimum_size().x
        if not right - self._minimap_width <= position.x < right:
            return False
        self._dragging_minimap = True
        self._scroll_by_minimap(position)
        return True

    def _scroll_by_minimap(self, position: Vector2) -> None:
        line = self.get_minimap_line_at_pos(Vector2i(int(position.x), int(position.y)))
        self.set_line_as_center_visible(line)

    # Places --------------------------------------------------------------------------------------

    def get_local_mouse_pos(self) -> Vector2:
        """Where the mouse is, in this control's coordinates."""
        at = self.get_local_mouse_position()
        return Vector2(self._w - at.x, at.y) if self.is_layout_rtl() else at

    def is_dragging_cursor(self) -> bool:
        """Whether the mouse selects, or drags the minimap."""
        return self._selecting_by_mouse or self._dragging_minimap

    def is_mouse_over_selection(self, edges: bool, caret_index: int = -1) -> bool:
        """Whether the mouse is over what is selected.

        Args:
            edges: whether the ends of a selection belong to it.
            caret_index: the caret; -1 for any.
        """
        place = self._place_at(self.get_local_mouse_pos())
        if caret_index == -1:
            return self.get_selection_at_line_column(*place, edges) >= 0
        if self._no_caret(caret_index):
            return False
        caret = self._carets[caret_index]
        start, end = self._span(caret)
        inside = start < place < end or (edges and place in (start, end))
        return self._selects(caret) and inside

    # Dragging text -------------------------------------------------------------------------------

    def _engine_drag_data(self, at_position: Vector2) -> Any:
        if not (self._drag_attempt and self.has_selection()):
            return None
        self._dragging_text = True
        return self.get_selected_text()

    def _engine_can_drop(self, at_position: Vector2, data: Any) -> bool:
        return bool(self._editable and isinstance(data, str) and data)

    def _engine_drop(self, at_position: Vector2, data: Any) -> None:
        place = self._place_at(at_position)
        own = self._dragging_text
        self._drag_attempt = self._dragging_text = False
        text = str(data)
        self.begin_complex_operation()
        self.begin_multicaret_edit()
        if own and self.get_selection_at_line_column(*place, False) >= 0:
            self._put_caret(0, place)  # dropped on itself
        else:
            number = self._carets_for_drop(place, own)
            start = self._carets[number].place
            self.insert_text_at_caret(text, number)
            self.select(*start, *self._carets[number].place, number)
        self.end_multicaret_edit()
        self.end_complex_operation()
        self.grab_focus()

    def _carets_for_drop(self, place: Place, own: bool) -> int:
        """Makes one caret at the place where text is dropped; its number."""
        added = self.add_caret(*place)
        if added < 0:
            self.deselect()
            self.remove_secondary_carets()
            self._put_caret(0, place)
            return 0
        if own and self._selects(self._carets[0]):
            for number in range(len(self._carets) - 1):
                self.delete_selection(number)
        self._carets[:] = [self._carets[added]]
        self._ignored.clear()
        return 0

    def _drag_ended(self) -> None:
        self._dragging_text = self._drag_attempt = False
        self.queue_redraw()

    def _drop_drag(self) -> None:
        self._drag_attempt = False


_WHEEL: dict[int, tuple[int, int]] = {
    MouseButton.MOUSE_BUTTON_WHEEL_UP: (0, -1),
    MouseButton.MOUSE_BUTTON_WHEEL_DOWN: (0, 1),
    MouseButton.MOUSE_BUTTON_WHEEL_LEFT: (-1, 0),
    MouseButton.MOUSE_BUTTON_WHEEL_RIGHT: (1, 0),
}
