"""What a Tree holds, its constants and signals, and which cells are selected.

`Tree` is one class in Godot. Here it is a chain of classes, one for each theme and file:

    TreeState -> TreeColumns -> TreeLayout -> TreeEditing -> TreeInput -> TreeDrawing -> Tree

A cell is *selected*; the *cursor* is the item and the column that keys start from. With
`SELECT_MULTI` the cursor may stand on a cell that is not selected.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Any, ClassVar

from engine.core import output
from engine.core.signal import Signal
from engine.gui._scrolled_list import ScrolledList
from engine.gui.text_line import TextLine
from engine.gui.tree_item import TreeItem
from engine.scene._node_names import count_helpers


class Column:
    """A column: its title and how wide it is."""

    __slots__ = (
        "alignment",
        "clip",
        "direction",
        "expand",
        "language",
        "minimum",
        "ratio",
        "shaped",
        "title",
        "tooltip",
        "width",
    )

    def __init__(self) -> None:
        self.title = self.tooltip = self.language = ""
        self.alignment, self.direction = 1, 3
        self.expand, self.clip, self.ratio = True, False, 1
        self.minimum = 0  # what a script asks for
        self.width = 0
        self.shaped: TextLine | None = None


class TreeState(ScrolledList):
    """The state of a Tree."""

    class SelectMode(IntEnum):
        """What can be selected."""

        SELECT_SINGLE = 0
        SELECT_ROW = 1
        SELECT_MULTI = 2

    class DropModeFlags(IntEnum):
        """Where something may be dropped."""

        DROP_MODE_DISABLED = 0
        DROP_MODE_ON_ITEM = 1
        DROP_MODE_INBETWEEN = 2

    SELECT_SINGLE = SelectMode.SELECT_SINGLE
    SELECT_ROW = SelectMode.SELECT_ROW
    SELECT_MULTI = SelectMode.SELECT_MULTI
    DROP_MODE_DISABLED = DropModeFlags.DROP_MODE_DISABLED
    DROP_MODE_ON_ITEM = DropModeFlags.DROP_MODE_ON_ITEM
    DROP_MODE_INBETWEEN = DropModeFlags.DROP_MODE_INBETWEEN

    item_selected = Signal()
    cell_selected = Signal()
    multi_selected = Signal("item", "column", "selected")
    item_mouse_selected = Signal("mouse_position", "mouse_button_index")
    empty_clicked = Signal("click_position", "mouse_button_index")
    item_edited = Signal()
    custom_item_clicked = Signal("mouse_button_index")
    item_icon_double_clicked = Signal()
    item_collapsed = Signal("item")
    check_propagated_to_item = Signal("item", "column")
    button_clicked = Signal("item", "column", "id", "mouse_button_index")
    custom_popup_edited = Signal("arrow_clicked")
    item_activated = Signal()
    column_title_clicked = Signal("column", "mouse_button_index")
    nothing_selected = Signal()

    _own: ClassVar[tuple[str, ...]] = (
        "_auto_tooltip",
        "_columns",
        "_content",
        "_deferred_single",
        "_drag_unfolding",
        "_drop_mode",
        "_edited",
        "_edited_column",
        "_h_scroll",
        "_hide_folding",
        "_hide_root",
        "_hovered",
        "_hovered_column",
        "_layout_stale",
        "_popup_rect",
        "_pressed_button",
        "_pressed_on",
        "_pressed_title",
        "_recursive_folding",
        "_root",
        "_rows",
        "_search",
        "_searched_at",
        "_select_mode",
        "_selected",
        "_selected_column",
        "_titles_visible",
        "_v_scroll",
    )

    _select_mode: TreeState.SelectMode = SELECT_SINGLE
    _auto_tooltip: bool = True
    _drag_unfolding: bool = True
    _drop_mode: int = 0
    _h_scroll: bool = True
    _v_scroll: bool = True
    _hide_folding: bool = False
    _hide_root: bool = False
    _recursive_folding: bool = True
    _titles_visible: bool = False
    _root: TreeItem | None = None
    _selected: TreeItem | None = None  # the cursor
    _selected_column: int = -1
    _edited: TreeItem | None = None
    _edited_column: int = -1
    _deferred_single: tuple[TreeItem, int] | None = None  # what a release selects alone
    _hovered: TreeItem | None = None
    _hovered_column: int = -1
    _pressed_on: tuple[TreeItem, int, int] | None = None  # item, column and button
    _pressed_button: int = -1
    _pressed_title: int = -1
    _layout_stale: bool = True
    _content: tuple[int, int] = (0, 0)  # how much room all rows need
    _popup_rect: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    _search: str = ""
    _searched_at: int = 0
    _rows: list[tuple[TreeItem, int]]  # the rows that are shown, and how deep they are
    _columns: list[Column]

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._columns = [Column()]
        self._rows = []
        count_helpers(11)  # a popup with fields, and a timer
        self._h_bar.hide()
        self._v_bar.hide()
        self._add_bars(self._h_bar, self._v_bar)
        return self

    def _layout_changed(self) -> None:
        """Has rows and columns computed again before they are drawn or asked for."""
        if not self._layout_stale:
            self._layout_stale = True
            if not (self._h_scroll and self._v_scroll):
                self.update_minimum_size()
        self.queue_redraw()

    # Items ---------------------------------------------------------------------------------------

    def _forget(self, item: TreeItem) -> None:
        """An item is gone."""
        if self._root is item:
            self._root = None
        if self._selected is item:
            self._selected = None
        if self._edited is item:
            self._edited = None
        if self._hovered is item:
            self._hovered = None
        self._deferred_single = self._pressed_on = None
        self._rows = []
        self._layout_changed()

    def clear(self) -> None:
        """Frees all items."""
        self._deferred_single = self._pressed_on = None
        if self._root is not None:
            self._root._free_now()
        self._selected = self._edited = self._hovered = None
        self.queue_redraw()

    def create_item(self, parent: TreeItem | None = None, index: int = -1) -> TreeItem | None:
        """Makes an item below a parent, by default below the root; the first one is the root."""
        if parent is not None:
            if parent._tree is not self:
                output.error("A different tree owns the given parent")
                return None
            return parent.create_child(index)
        if self._root is not None:
            return self._root.create_child(index)
        self._root = TreeItem()
        self._root._join(self, len(self._columns))
        self._layout_changed()
        return self._root

    def get_root(self) -> TreeItem | None:
        """The first item, above all others."""
        return self._root

    def _all_items(self) -> Iterator[TreeItem]:
        waiting = [] if self._root is None else [self._root]
        while waiting:
            item = waiting.pop()
            yield item
            waiting.extend(reversed(item._kids))

    # Selection -----------------------------------------------------------------------------------

    def get_selected(self) -> TreeItem | None:
        """The item that is selected, or with `SELECT_MULTI` the one with the cursor."""
        return self._selected

    def get_selected_column(self) -> int:
        """The column that is selected, or with `SELECT_MULTI` the one with the cursor."""
        return self._selected_column

    def set_selected(self, item: TreeItem, column: int) -> None:
        """Selects a cell, and only that; emits what a click on it emits."""
        if not 0 <= column < len(self._columns):
            count = len(self._columns)
            output.error(
                f"Index p_column = {int(column)} is out of bounds (columns.size() = {count})."
            )
        elif item is None:
            output.error('Parameter "p_item" is null.')
        elif item._tree is not self:
            output.error('Condition "p_item->get_tree() != this" is true.')
        else:
            self._select_alone(item, column)

    def get_next_selected(self, from_: TreeItem | None) -> TreeItem | None:
        """The next item with a selected cell, or the first one."""
        item = self._root if from_ is None else from_.get_next_in_tree()
        while item is not None and not any(cell.selected for cell in item._cells):
            item = item.get_next_in_tree()
        return item

    def deselect_all(self) -> None:
        """Selects nothing."""
        for item in self._all_items():
            for cell in item._cells:
                cell.selected = False
        self._selected, self._selected_column = None, -1
        self.queue_redraw()

    def _select_cell(self, item: TreeItem, column: int) -> None:
        """What `TreeItem.select` does."""
        if self._select_mode != self.SELECT_MULTI:
            self._select_alone(item, column)
        elif item._cells[column].selectable:
            item._cells[column].selected = True
            self._selected, self._selected_column = item, column
        self.queue_redraw()

    def _deselect_cell(self, item: TreeItem, column: int) -> None:
        """What `TreeItem.deselect` does."""
        if self._select_mode == self.SELECT_ROW:
            for cell in item._cells:
                cell.selected = False
        else:
            item._cells[column].selected = False
        if self._select_mode != self.SELECT_MULTI and self._selected is item:
            self._selected, self._selected_column = None, -1
        self.queue_redraw()

    def _cursor_folded(self, item: TreeItem) -> None:
        """What had the cursor is hidden below a folded item, which gets it."""
        if self._select_mode != self.SELECT_MULTI:
            self._select_alone(item, max(self._selected_column, 0))
        elif self._selected is not item:
            self._selected = item
            self._emit_if_heard("cell_selected")

    def _select_alone(self, item: TreeItem, column: int) -> None:
        """Selects one cell or row and nothing else, telling each change in the order of rows."""
        for other in list(self._all_items()):
            if self._select_mode == self.SELECT_ROW:
                self._row_alone(other, item, column)
            else:
                self._cells_alone(other, item, column)
        self.queue_redraw()

    def _row_alone(self, other: TreeItem, item: TreeItem, column: int) -> None:
        told = False
        for number, cell in enumerate(other._cells):
            if not cell.selectable:
                continue
            if other is not item:
                cell.selected = False
            elif not cell.selected or self._allow_reselect:
                cell.selected = True
                self._selected = item
                if not told:
                    told = True
                    self._emit_if_heard("item_selected")
            if other is item and number == column:
                self._selected_column = number

    def _cells_alone(self, other: TreeItem, item: TreeItem, column: int) -> None:
        multi = self._select_mode == self.SELECT_MULTI
        for number, cell in enumerate(other._cells):
            if not cell.selectable:
                continue
            if other is item and number == column:
                self._cursor_to_cell(item, column, multi)
            else:
                if multi and cell.selected:
                    self._emit_if_heard("multi_selected", other, number, False)
                cell.selected = False

    def _cursor_to_cell(self, item: TreeItem, column: int, multi: bool) -> None:
        cell = item._cells[column]
        if not cell.selected or self._allow_reselect:
            cell.selected = True
            self._selected, self._selected_column = item, column
            self._emit_if_heard("cell_selected")
            if multi:
                self._emit_if_heard("multi_selected", item, column, True)
            else:
                self._emit_if_heard("item_selected")
        elif multi and (self._selected is not item or self._selected_column != column):
            self._selected, self._selected_column = item, column
            self._emit_if_heard("cell_selected")

    def _select_range(self, end: TreeItem, columns: Sequence[int]) -> None:
        """Selects columns from the cursor up to a row, and nothing else, as shift does."""
        begin, inside = self._selected, False
        for other in list(self._all_items()):
            edge = other is begin or other is end
            within = (inside or edge) and other.is_visible_in_tree()
            for number, cell in enumerate(other._cells):
                wanted = within and number in columns and cell.selectable
                if cell.selected != wanted:
                    cell.selected = wanted
                    self._emit_if_heard("multi_selected", other, number, wanted)
            if edge:
                inside = not inside
        self.queue_redraw()
