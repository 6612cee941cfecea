"""How a Tree answers to the mouse and to keys."""

from __future__ import annotations

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
from engine.gui._tree_editing import TreeEditing
from engine.gui.scroll_bar import ScrollBar
from engine.gui.tree_item import TreeItem

_SEARCH_TIME = "gui/timers/incremental_search_max_interval_msec"
_WHEEL_BACK = (MOUSE_BUTTON_WHEEL_UP, MOUSE_BUTTON_WHEEL_LEFT)
_WHEEL_ASIDE = (MOUSE_BUTTON_WHEEL_LEFT, MOUSE_BUTTON_WHEEL_RIGHT)
_WHEEL = (MOUSE_BUTTON_WHEEL_UP, MOUSE_BUTTON_WHEEL_DOWN, *_WHEEL_ASIDE)
_PAGE = 10  # rows


class TreeInput(TreeEditing):
    """Selecting, folding, scrolling and searching."""

    def _on_gui_input(self, event: InputEvent) -> None:
        super()._on_gui_input(event)
        if isinstance(event, InputEventMouseMotion):
            item = self.get_item_at_position(event.position)
            self._hover(item, self.get_column_at_position(event.position))
        elif isinstance(event, InputEventMouseButton):
            if not event.pressed:
                self._release(event)
            elif event.button_index in _WHEEL:
                self._wheel(event)
            elif event.button_index in (MOUSE_BUTTON_LEFT, MOUSE_BUTTON_RIGHT):
                self._search = ""
                self._press(event)
        elif isinstance(event, InputEventPanGesture):
            for bar, delta in ((self._v_bar, event.delta.y), (self._h_bar, event.delta.x)):
                bar.set_value(bar.get_value() + bar.get_page() * delta / 8)
        elif event.is_pressed():
            self._key_pressed(event)

    def _hover(self, item: TreeItem | None, column: int) -> None:
        if item is not self._hovered or column != self._hovered_column:
            self._hovered, self._hovered_column = item, column
            self.queue_redraw()

    # Mouse ---------------------------------------------------------------------------------------

    def _wheel(self, event: InputEventMouseButton) -> None:
        button = event.button_index
        aside = button in _WHEEL_ASIDE or event.shift_pressed
        bar: ScrollBar = self._h_bar if aside else self._v_bar
        before = bar.get_value()
        step = bar.get_page() * (event.factor or 1.0) / 8
        bar.set_value(before - step if button in _WHEEL_BACK else before + step)
        if bar.get_value() != before:
            self.accept_event()

    def _title_at(self, position: Vector2) -> int:
        """The column whose title is at a point, or -1."""
        top = self.get_theme_stylebox("panel").get_margin(1)
        if not top <= position.y < top + self._title_height():
            return -1
        self._update_layout()
        return self._column_of(self._in_content(position)[0])

    def _press(self, event: InputEventMouseButton) -> None:
        self._pressed_title = self._title_at(event.position)
        if self._pressed_title >= 0:
            self.queue_redraw()
            return
        button = event.button_index
        item = self.get_item_at_position(event.position)
        if item is None:
            self._emit_if_heard("empty_clicked", self.get_local_mouse_position(), button)
            modified = event.shift_pressed or event.is_command_or_control_pressed()
            if button == MOUSE_BUTTON_LEFT and self._root is not None and not modified:
                self._emit_if_heard("nothing_selected")
            return
        x, y = self._in_content(event.position)
        if self._fold_at(item, x, event):
            return
        column = self._column_of(x)
        pressed = self._button_at(item, column, x)
        if pressed >= 0:
            if not item._cells[column].buttons[pressed].disabled:
                self._pressed_on, self._pressed_button = (item, column, pressed), button
                self.queue_redraw()
            return
        self._press_cell(item, column, (x, y), event)

    def _item_depth(self, item: TreeItem) -> int:
        depth = 0 if self._hide_root else 1
        while item._parent is not None:
            item, depth = item._parent, depth + 1
        return depth

    def _fold_at(self, item: TreeItem, x: float, event: InputEventMouseButton) -> bool:
        """Folds or unfolds an item if its arrow is there; whether it is."""
        if item._folding_disabled or self._hide_folding or not item._kids:
            return False
        if x >= self.get_theme_constant("item_margin") * self._item_depth(item):
            return False
        if event.shift_pressed and self._recursive_folding:
            item.set_collapsed_recursive(not item._collapsed)
        else:
            item.set_collapsed(not item._collapsed)
        return True

    def _press_cell(
        self, item: TreeItem, column: int, at: tuple[float, float], event: InputEventMouseButton
    ) -> None:
        cell, button = item._cells[column], event.button_index
        again = cell.selected
        if button == MOUSE_BUTTON_LEFT or self._allow_rmb_select:
            if event.double_click and (not cell.editable or cell.mode in (0, 4)):
                self._emit_if_heard("item_icon_double_clicked")
                self._emit_if_heard("item_activated")
                return
            if cell.selectable:
                self._select_by_mouse(item, column, event)
        if item._tree is not self or column >= len(item._cells) or not cell.editable:
            return
        right = sum(one.width for one in self._columns[: column + 1])
        place = right - at[0], at[1] - item._top
        self._click_editable(item, column, place, button, again and cell.selected)

    def _select_by_mouse(self, item: TreeItem, column: int, event: InputEventMouseButton) -> None:
        button, cell = event.button_index, item._cells[column]
        multi = self._select_mode == self.SELECT_MULTI
        if multi and event.is_command_or_control_pressed():
            if cell.selected and button == MOUSE_BUTTON_LEFT:
                item.deselect(column)
                self._emit_if_heard("multi_selected", item, column, False)
                return
            item.select(column)
            self._emit_if_heard("multi_selected", item, column, True)
        elif multi and event.shift_pressed and self._selected not in (None, item):
            self._select_range(item, range(len(self._columns)))
        elif multi and button == MOUSE_BUTTON_LEFT and self._selected_count() > 1:
            self._deferred_single = item, column
            return
        elif button == MOUSE_BUTTON_LEFT or not cell.selected:
            self._select_alone(item, column)
        self._emit_if_heard("item_mouse_selected", self.get_local_mouse_position(), button)

    def _selected_count(self) -> int:
        return sum(cell.selected for item in self._all_items() for cell in item._cells)

    def _release(self, event: InputEventMouseButton) -> None:
        title, self._pressed_title = self._pressed_title, -1
        if title >= 0:
            self.queue_redraw()
            if self._title_at(event.position) == title:
                self._emit_if_heard("column_title_clicked", title, event.button_index)
        pressed, self._pressed_on = self._pressed_on, None
        if pressed is not None:
            self.queue_redraw()
            item, column, place = pressed
            over = self.get_item_at_position(event.position)
            x = self._in_content(event.position)[0]
            if over is item and self._button_at(item, column, x) == place:
                number = item._cells[column].buttons[place].id
                self._emit_if_heard("button_clicked", item, column, number, event.button_index)
        self._pressed_button = -1
        if self._deferred_single is not None and event.button_index == MOUSE_BUTTON_LEFT:
            deferred, self._deferred_single = self._deferred_single, None
            self._select_alone(*deferred)

    def get_pressed_button(self) -> int:
        """The place of the button that the mouse holds down, or -1."""
        return -1 if self._pressed_on is None else self._pressed_on[2]

    # Keys ----------------------------------------------------------------------------------------

    def _key_pressed(self, event: InputEvent) -> None:
        shift = isinstance(event, InputEventKey) and event.shift_pressed
        shift_selects = shift and self._select_mode == self.SELECT_MULTI
        for action, step in (("ui_up", -1), ("ui_down", 1)):
            if event.is_action(action):
                self._search = "" if shift else self._search
                if not self._repeat_search(step):
                    self._step(step, shift_selects)
                self.accept_event()
                return
        for action, step in (("ui_left", -1), ("ui_right", 1)):
            if event.is_action(action, not shift):
                self._aside(-step if self.is_layout_rtl() else step, shift)
                return
        if event.is_action("ui_page_up", True):
            self._page(-1)
        elif event.is_action("ui_page_down", True):
            self._page(1)
        elif event.is_action("ui_cancel", True):
            self._search = ""
        elif event.is_action("ui_select", True):
            if self._select_mode == self.SELECT_MULTI:
                self._toggle_cursor()
            self.accept_event()
        elif event.is_action("ui_accept", True):
            self._accept()
        elif self._allow_search and isinstance(event, InputEventKey) and event.unicode:
            self._search_for(chr(event.unicode))

    def _following(self, item: TreeItem | None, step: int) -> TreeItem | None:
        """The next row whose cell in the cursor's column can be selected."""
        column = max(self._selected_column, 0)
        while item is not None:
            item = item.get_next_visible() if step > 0 else item.get_prev_visible()
            if item is not None and item._cells[column].selectable:
                return item
        return None

    def _step(self, step: int, shift: bool = False) -> None:
        """Moves the cursor by a row; without one to the first or the last row."""
        if self._root is None:
            return
        item: TreeItem | None
        if self._selected is not None:
            item = self._following(self._selected, step)
        else:
            self._update_layout()
            item = self._rows[0 if step > 0 else -1][0] if self._rows else None
            if item is not None and not item._cells[max(self._selected_column, 0)].selectable:
                item = self._following(item, step)
        if item is None:
            return
        if shift and self._selected is not None:
            self._select_range(item, (max(self._selected_column, 0),))
            self._selected = item
        else:
            self._go_to(item)
        self.ensure_cursor_is_visible()

    def _go_to(self, item: TreeItem, column: int | None = None) -> None:
        column = max(self._selected_column, 0) if column is None else column
        if self._select_mode == self.SELECT_MULTI:
            self._selected, self._selected_column = item, column
            self._emit_if_heard("cell_selected")
            self.queue_redraw()
        else:
            item.select(column)

    def _aside(self, step: int, shift: bool) -> None:
        item = self._selected
        if item is None or self._selected_column >= len(self._columns):
            return
        self._search = ""
        folds = step < 0
        if shift and self._recursive_folding:
            item.set_collapsed_recursive(folds)
        elif self._select_mode == self.SELECT_ROW or self._at_edge(step):
            if item._kids and item._collapsed != folds and not item._folding_disabled:
                item.set_collapsed(folds)
            else:
                self._leave_row(item, step)
        else:
            self._go_to(item, self._selected_column + step)
        self.ensure_cursor_is_visible()
        self.queue_redraw()
        self.accept_event()

    def _at_edge(self, step: int) -> bool:
        return not 0 <= self._selected_column + step < len(self._columns)

    def _leave_row(self, item: TreeItem, step: int) -> None:
        """Left goes up to the parent or the row before, right to the next row."""
        row = self._select_mode == self.SELECT_ROW
        if step < 0 and (row or len(self._columns) == 1):
            above = item._parent
            hidden = above is self._root and self._hide_root
            column = max(self._selected_column, 0)
            if above is not None and not hidden and above._cells[column].selectable:
                self._select_alone(above, column)
        elif step < 0 and item.get_prev_visible() is not None:
            self._selected_column = len(self._columns) - 1
            self._step(-1)
        elif step > 0 and item.get_next_visible() is not None:
            if not row:
                self._selected_column = 0
            self._step(1)

    def _page(self, way: int) -> None:
        item = self._selected
        for _row in range(_PAGE):
            further = self._following(item, way)
            if further is None:
                break
            item = further
        if item is not None and item is not self._selected:
            self._go_to(item)
            self.ensure_cursor_is_visible()
        self.accept_event()

    def _toggle_cursor(self) -> None:
        item, column = self._selected, self._selected_column
        if item is None or column < 0:
            return
        if item.is_selected(column):
            item.deselect(column)
            self._emit_if_heard("multi_selected", item, column, False)
        elif item.is_selectable(column):
            item.select(column)
            self._emit_if_heard("multi_selected", item, column, True)

    def _accept(self) -> None:
        if self._selected is not None and not (self._selected_column >= 0 and self.edit_selected()):
            self._emit_if_heard("item_activated")
            self._search = ""
        self.accept_event()

    # Searching -----------------------------------------------------------------------------------

    def _search_for(self, character: str) -> None:
        """Adds a character to what is searched for, and goes to the next item that begins so."""
        now = Time.get_ticks_msec()
        if now - self._searched_at > int(ProjectSettings.get_setting(_SEARCH_TIME, 2000)):
            self._search = ""
        self._searched_at = now
        if character != self._search:
            self._search += character
        self._find(1)

    def _repeat_search(self, step: int) -> bool:
        """Goes to the next item that is being searched for; whether any is."""
        longest = 2 * int(ProjectSettings.get_setting(_SEARCH_TIME, 2000))
        if not self._search or Time.get_ticks_msec() - self._searched_at > longest:
            return False
        self._find(step)
        return True

    def _find(self, step: int) -> None:
        self._update_layout()
        rows = [item for item, _depth in self._rows]
        count = len(rows)
        at = rows.index(self._selected) if self._selected in rows else (-1 if step > 0 else 0)
        for further in range(1, count + 1):
            item = rows[(at + further * step) % count]
            for column, cell in enumerate(item._cells):
                if cell.selectable and cell.text.lower().startswith(self._search.lower()):
                    if self._select_mode == self.SELECT_MULTI:
                        self._go_to(item, column)
                    else:
                        self._select_alone(item, column)
                    self.ensure_cursor_is_visible()
                    return

    def get_tooltip(self, at_position: Vector2 = Vector2.ZERO) -> str:
        """The tooltip of the title, button or cell at a point, or a cell's text."""
        title = self._title_at(at_position)
        if title >= 0:
            return self._columns[title].tooltip
        item, column = self.get_item_at_position(at_position), 0
        if item is None:
            return super().get_tooltip(at_position)
        column = self.get_column_at_position(at_position)
        cell = item._cells[column]
        button = self._button_at(item, column, self._in_content(at_position)[0])
        if button >= 0 and cell.buttons[button].tooltip:
            return cell.buttons[button].tooltip
        return cell.tooltip or (cell.text if self._auto_tooltip else "")
