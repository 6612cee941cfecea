"""How an ItemList answers to the mouse and to keys."""

from __future__ import annotations

from engine.core import output
from engine.core.input_enums import (
    MOUSE_BUTTON_LEFT,
    MOUSE_BUTTON_RIGHT,
    MOUSE_BUTTON_WHEEL_DOWN,
    MOUSE_BUTTON_WHEEL_LEFT,
    MOUSE_BUTTON_WHEEL_RIGHT,
    MOUSE_BUTTON_WHEEL_UP,
)
from engine.core.input_event import InputEvent
from engine.core.input_event_gesture import InputEventPanGesture
from engine.core.input_event_key import InputEventKey
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.project_settings import ProjectSettings
from engine.core.time import Time
from engine.core.vector2 import Vector2
from engine.gui._item_list_layout import ItemListLayout
from engine.gui.scroll_bar import ScrollBar

_SEARCH_TIME = "gui/timers/incremental_search_max_interval_msec"


class ItemListInput(ItemListLayout):
    """Selecting, scrolling and searching."""

    def _on_gui_input(self, event: InputEvent) -> None:
        super()._on_gui_input(event)
        if isinstance(event, InputEventMouseMotion):
            self._hover(self.get_item_at_position(event.position, True))
            self._deferred_single = -1
        elif isinstance(event, InputEventMouseButton):
            if event.pressed:
                self._search = ""
                self._anchor_item = -1
                self._wheel(event)
                self._press(event)
            elif self._deferred_single >= 0 and event.button_index == MOUSE_BUTTON_LEFT:
                self._release()
        elif isinstance(event, InputEventPanGesture):
            for bar, delta in ((self._v_bar, event.delta.y), (self._h_bar, event.delta.x)):
                bar.set_value(bar.get_value() + bar.get_page() * delta / 8)
        elif self._items and event.is_pressed():
            self._key_pressed(event)

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.queue_redraw()

    # Mouse ---------------------------------------------------------------------------------------

    def _wheel(self, event: InputEventMouseButton) -> None:
        button = event.button_index
        back = button in (MOUSE_BUTTON_WHEEL_UP, MOUSE_BUTTON_WHEEL_LEFT)
        if button in (MOUSE_BUTTON_WHEEL_LEFT, MOUSE_BUTTON_WHEEL_RIGHT) or (
            event.shift_pressed and button in (MOUSE_BUTTON_WHEEL_UP, MOUSE_BUTTON_WHEEL_DOWN)
        ):
            bar: ScrollBar = self._h_bar
        elif button in (MOUSE_BUTTON_WHEEL_UP, MOUSE_BUTTON_WHEEL_DOWN):
            bar = self._v_bar
        else:
            return
        before = bar.get_value()
        step = bar.get_page() * (event.factor or 1.0) / 8
        bar.set_value(before - step if back else before + step)
        if bar.get_value() != before:
            self.accept_event()

    def _press(self, event: InputEventMouseButton) -> None:
        button = event.button_index
        index = self.get_item_at_position(event.position, True)
        if index < 0:
            self._emit_if_heard("empty_clicked", event.position, button)
            return
        if self._items[index].disabled:
            return
        selects = button == MOUSE_BUTTON_LEFT or (
            button == MOUSE_BUTTON_RIGHT and self._allow_rmb_select
        )
        if selects and not self._select_by_mouse(index, event):
            return
        self._emit_if_heard("item_clicked", index, event.position, button)
        if selects and event.double_click and index < len(self._items):
            self._emit_if_heard("item_activated", index)

    def _select_by_mouse(self, index: int, event: InputEventMouseButton) -> bool:
        """Selects or deselects what was pressed; False when the release does it."""
        item = self._items[index]
        ctrl = event.is_command_or_control_pressed()
        mode = self._select_mode
        if mode == self.SELECT_TOGGLE and item.can_be_selected:
            self._set_current(index)
        if item.selected and ((mode == self.SELECT_MULTI and ctrl) or mode == self.SELECT_TOGGLE):
            self.deselect(index)
            self._emit_if_heard("multi_selected", index, False)
        elif mode == self.SELECT_MULTI and event.shift_pressed and self._is_range_from(index):
            self._select_range(min(index, self._current), max(index, self._current))
        elif (
            mode == self.SELECT_MULTI
            and item.selected
            and item.can_be_selected
            and not event.double_click
            and event.button_index == MOUSE_BUTTON_LEFT
        ):
            self._deferred_single = index
            return False
        elif item.can_be_selected and (not item.selected or self._allow_reselect):
            single = mode == self.SELECT_SINGLE
            self.select(index, single or (mode == self.SELECT_MULTI and not ctrl))
            if single:
                self._emit_if_heard("item_selected", index)
            else:
                self._emit_if_heard("multi_selected", index, True)
        return True

    def _is_range_from(self, index: int) -> bool:
        return 0 <= self._current < len(self._items) and self._current != index

    def _select_range(self, first: int, last: int) -> None:
        for index in range(first, last + 1):
            item = self._items[index]
            if item.can_be_selected:
                was = item.selected
                self.select(index, False)
                if not was:
                    self._emit_if_heard("multi_selected", index, True)

    def _release(self) -> None:
        index, self._deferred_single = self._deferred_single, -1
        self.select(index, True)
        self._emit_if_heard("multi_selected", index, True)

    # Keys ----------------------------------------------------------------------------------------

    def _key_pressed(self, event: InputEvent) -> None:
        shift = (
            self._select_mode == self.SELECT_MULTI
            and isinstance(event, InputEventKey)
            and event.shift_pressed
        )
        for action, step in (("ui_up", -self._columns), ("ui_down", self._columns)):
            if event.is_action(action, not shift):
                if shift:
                    self._select_up_to(self._current + step)
                else:
                    self._step(step, within_row=False)
                return
        for action, step in (("ui_left", -1), ("ui_right", 1)):
            if event.is_action(action, not shift):
                self._search = ""
                if shift:
                    self._select_up_to(self._current + step)
                else:
                    self._step(-step if self.is_layout_rtl() else step, within_row=True)
                return
        if event.is_action("ui_page_up", True):
            self._page(-1)
        elif event.is_action("ui_page_down", True):
            self._page(1)
        elif event.is_action("ui_cancel", True):
            self._search = ""
        elif event.is_action("ui_select", True) and self._select_mode != self.SELECT_SINGLE:
            self._toggle_current()
        elif event.is_action("ui_accept", True):
            self._search = ""
            if 0 <= self._current < len(self._items) and not self._items[self._current].disabled:
                self._emit_if_heard("item_activated", self._current)
        elif self._allow_search and isinstance(event, InputEventKey) and event.unicode:
            self._search_for(chr(event.unicode))

    def _step(self, step: int, *, within_row: bool) -> None:
        """Moves the cursor by some items, past those that cannot be selected."""
        count, current, columns = len(self._items), self._current, self._columns
        if self._repeat_search(step) and not within_row:
            self.accept_event()
            return
        row = current // columns
        index = current + step
        if index < 0 or index >= count or (within_row and index // columns != row):
            return
        while 0 <= index < count and not self._items[index].can_be_selected:
            index += step
        if 0 <= index < count and not (within_row and index // columns != row):
            self._go_to(index)
        self.accept_event()

    def _go_to(self, index: int) -> None:
        self._set_current(index)
        self.ensure_current_is_visible()
        if self._select_mode == self.SELECT_SINGLE:
            self._emit_if_heard("item_selected", self._current)

    def _select_up_to(self, index: int) -> None:
        """Selects from where the first such key was pressed up to an item, and nothing else."""
        self.accept_event()
        if not 0 <= self._current < len(self._items):
            output.error(
                f"Index p_from = {self._current} is out of bounds (items.size() = "
                f"{len(self._items)})."
            )
            return
        if self._anchor_item < 0:
            self._anchor_item = self._current
        index = min(max(index, 0), len(self._items) - 1)
        first, last = min(self._anchor_item, index), max(self._anchor_item, index)
        for number, item in enumerate(list(self._items)):
            inside = first <= number <= last
            if inside and not item.selected:
                self.select(number, False)
                self._emit_if_heard("multi_selected", number, True)
            elif not inside and item.selected:
                self.deselect(number)
                self._emit_if_heard("multi_selected", number, False)
        self._current = index
        self.ensure_current_is_visible()

    def _page(self, way: int) -> None:
        self._search = ""
        for rows in range(4, 0, -1):
            index = self._current + way * rows * self._columns
            if 0 <= index < len(self._items) and self._items[index].can_be_selected:
                self._go_to(index)
                self.accept_event()
                return

    def _toggle_current(self) -> None:
        if not 0 <= self._current < len(self._items):
            return
        item = self._items[self._current]
        if item.selected:
            self.deselect(self._current)
            self._emit_if_heard("multi_selected", self._current, False)
        elif item.can_be_selected:
            self.select(self._current, False)
            self._emit_if_heard("multi_selected", self._current, True)

    # Searching -----------------------------------------------------------------------------------

    def _search_time(self) -> int:
        return int(ProjectSettings.get_setting(_SEARCH_TIME, 2000))

    def _search_for(self, character: str) -> None:
        """Adds a character to what is searched for, and goes to the next item that begins so."""
        now = Time.get_ticks_msec()
        if now - self._searched_at > self._search_time():
            self._search = ""
        self._searched_at = now
        if character != self._search:
            self._search += character
        count = len(self._items)
        for further in range(1, count + 1):
            index = (self._current + further) % count
            if index != self._current and self._is_found(index):
                self._go_to(index)
                return

    def _is_found(self, index: int) -> bool:
        return self._items[index].text.lower().startswith(self._search.lower())

    def _repeat_search(self, step: int) -> bool:
        """Goes to the next item that is being searched for; whether any was."""
        if not self._search or Time.get_ticks_msec() - self._searched_at > 2 * self._search_time():
            return False
        way = 1 if step > 0 else -1
        end = len(self._items) if way > 0 else -1
        for index in range(self._current + way, end, way):
            if self._is_found(index):
                self._go_to(index)
                break
        return True

    def get_tooltip(self, at_position: Vector2 = Vector2.ZERO) -> str:
        """The tooltip of the item at a point, or its text."""
        index = self.get_item_at_position(at_position, True)
        if index >= 0:
            item = self._items[index]
            if not item.tooltip_enabled:
                return ""
            if item.tooltip or item.text:
                return item.tooltip or item.text
        return super().get_tooltip(at_position)
