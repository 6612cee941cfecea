"""`TreeItem`: a row of a `Tree`, with its children."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core.accessors import accessors
from engine.gui._tree_cell import Cell
from engine.gui._tree_item_buttons import TreeItemButtons

if TYPE_CHECKING:
    from engine.gui._tree_state import TreeState


class TreeItem(TreeItemButtons):
    """A row of a tree, with one cell for each column.

    Items are made by `Tree.create_item` and `create_child`, belong to their tree and end with it.
    `free` takes one away, with all that is below it.
    """

    _stored = ("collapsed", "visible", "disable_folding", "custom_minimum_height")

    # Being part of a tree ------------------------------------------------------------------------

    def _join(self, tree: TreeState | None, columns: int) -> None:
        """Belongs to a tree from now on, with all below it."""
        self._tree = tree
        while tree is not None and len(self._cells) < columns:
            self._cells.append(Cell())
        if tree is not None:
            del self._cells[columns:]
        for kid in self._kids:
            kid._join(tree, columns)

    def _insert(self, item: TreeItem, index: int) -> None:
        item._parent = self
        self._kids.insert(len(self._kids) if index < 0 else index, item)
        self._changed()

    def _cut(self) -> None:
        """Leaves its parent."""
        self._changed()
        if self._parent is not None:
            self._parent._kids.remove(self)
            self._parent = None

    def _free_now(self) -> None:
        for kid in reversed(list(self._kids)):
            kid._free_now()
        self._cut()
        if self._tree is not None:
            self._tree._forget(self)
        super()._free_now()

    def create_child(self, index: int = -1) -> TreeItem:
        """Makes a child at a place; at the end without one."""
        item: TreeItem = TreeItem()
        item._join(self._tree, len(self._cells))
        self._insert(item, index)
        return item

    def add_child(self, child: TreeItem) -> None:
        """Adds an item that has been removed from a tree."""
        if child is None:
            output.error('Parameter "p_item" is null.')
        elif child._tree is not None:
            output.error('Condition "p_item->tree" is true.')
        elif child._parent is not None:
            output.error('Condition "p_item->parent" is true.')
        else:
            child._join(self._tree, len(self._cells))
            self._insert(child, -1)

    def remove_child(self, child: TreeItem) -> None:
        """Takes a child away; it is not freed."""
        if child is None:
            output.error('Parameter "p_item" is null.')
        elif child._parent is not self:
            output.error('Condition "p_item->parent != this" is true.')
        else:
            child._cut()
            child._join(None, 0)

    def get_tree(self) -> Any:
        """The tree that the item belongs to."""
        return self._tree

    def get_parent(self) -> TreeItem | None:
        """The item above it."""
        return self._parent

    def get_index(self) -> int:
        """Its place among the children of its parent."""
        if self._parent is None:
            return 0
        kids = self._parent._kids
        if self._place >= len(kids) or kids[self._place] is not self:
            for place, kid in enumerate(kids):
                kid._place = place
        return self._place

    def _sibling(self, step: int) -> TreeItem | None:
        place = self.get_index() + step
        if self._parent is None or not 0 <= place < len(self._parent._kids):
            return None
        return self._parent._kids[place]

    def get_next(self) -> TreeItem | None:
        """The next child of its parent."""
        return self._sibling(1)

    def get_prev(self) -> TreeItem | None:
        """The child of its parent before it."""
        return self._sibling(-1)

    def get_first_child(self) -> TreeItem | None:
        """The first of its children."""
        return self._kids[0] if self._kids else None

    def get_child(self, index: int) -> TreeItem | None:
        """A child; negative numbers count from the last."""
        count = len(self._kids)
        place = index + count if index < 0 else index
        if 0 <= place < count:
            return self._kids[place]
        output.error(
            f"Index p_index = {int(place)} is out of bounds ((int)children_cache.size() = {count})."
        )
        return None

    def get_child_count(self) -> int:
        """How many children it has."""
        return len(self._kids)

    def get_children(self) -> list[TreeItem]:
        """All its children."""
        return list(self._kids)

    # Walking through the tree --------------------------------------------------------------------

    def _root(self) -> TreeItem | None:
        return None if self._tree is None else self._tree._root

    def _next(self, inside: bool) -> TreeItem | None:
        if inside and self._kids:
            return self._kids[0]
        item: TreeItem | None = self
        while item is not None:
            following = item.get_next()
            if following is not None:
                return following
            item = item._parent
        return None

    def _last_inside(self, open_only: bool) -> TreeItem:
        item = self
        while item._kids and not (open_only and item._collapsed):
            item = item._kids[-1]
        return item

    def _previous(self, open_only: bool) -> TreeItem | None:
        before = self.get_prev()
        if before is not None:
            return before._last_inside(open_only)
        above = self._parent
        if above is not None and above is self._root() and self._tree is not None:
            return None if self._tree._hide_root else above
        return above

    def get_next_in_tree(self, wrap: bool = False) -> TreeItem | None:
        """The next item of the tree, whether it is shown or not."""
        return self._next(True) or (self._root() if wrap else None)

    def get_prev_in_tree(self, wrap: bool = False) -> TreeItem | None:
        """The item of the tree before it, whether it is shown or not."""
        root = self._root()
        return self._previous(False) or (root._last_inside(False) if wrap and root else None)

    def get_next_visible(self, wrap: bool = False) -> TreeItem | None:
        """The next item that is shown."""
        item: TreeItem | None = self
        wrapped = False
        while item is not None:
            item = item._next(not item._collapsed)
            if item is None and wrap and not wrapped:
                wrapped, item = True, self._root()
            if item is self:
                return None
            if item is not None and item.is_visible_in_tree():
                return item
        return None

    def get_prev_visible(self, wrap: bool = False) -> TreeItem | None:
        """The item before it that is shown."""
        item: TreeItem | None = self
        wrapped = False
        while item is not None:
            item = item._previous(True)
            root = self._root()
            if item is None and wrap and not wrapped and root is not None:
                wrapped, item = True, root._last_inside(True)
            if item is self:
                return None
            if item is not None and item.is_visible_in_tree():
                return item
        return None

    def call_recursive(self, method: str, *args: Any) -> None:
        """Calls a method on it and on all below it."""
        self.call(method, *args)
        for kid in list(self._kids):
            kid.call_recursive(method, *args)

    # Moving --------------------------------------------------------------------------------------

    def move_before(self, item: TreeItem) -> None:
        """Puts it before another item, which may be in another tree."""
        self._move(item, 0)

    def move_after(self, item: TreeItem) -> None:
        """Puts it behind another item, which may be in another tree."""
        self._move(item, 1)

    def _move(self, item: TreeItem, further: int) -> None:
        if item is None:
            output.error('Parameter "p_item" is null.')
            return
        if self._tree is not None and self._tree._root is self:
            output.error('Condition "is_root" is true.')
            return
        if item._parent is None:
            output.error('Parameter "p_item->parent" is null.')
            return
        above: TreeItem | None = item
        while above is not None:
            if above is self:
                output.error('Condition "p_item == this" is true.')
                return
            above = above._parent
        old = self._tree
        self._cut()
        if item._tree is not old:
            if old is not None:
                old._forget(self)
            self._join(item._tree, len(item._cells))
        item._parent._insert(self, item.get_index() + further)

    # Folding and hiding --------------------------------------------------------------------------

    def set_collapsed(self, enable: bool) -> None:
        """Hides or shows what is below the item; emits the tree's `item_collapsed`."""
        tree = self._tree
        if self._collapsed == enable or tree is None:
            return
        self._collapsed = bool(enable)
        selected = tree._selected
        while enable and selected is not None:
            if selected is self:
                tree._cursor_folded(self)
                break
            selected = selected._parent
        self._changed()
        tree._emit_if_heard("item_collapsed", self)

    def is_collapsed(self) -> bool:
        """Whether what is below the item is hidden."""
        return self._collapsed

    def set_collapsed_recursive(self, enable: bool) -> None:
        """Hides or shows what is below the item, and below each of that."""
        if self._tree is None:
            return
        self.set_collapsed(enable)
        for kid in list(self._kids):
            kid.set_collapsed_recursive(enable)

    def is_any_collapsed(self, only_visible: bool = False) -> bool:
        """Whether it or something below it hides its children."""
        if only_visible and not self.is_visible_in_tree():
            return False
        if self._collapsed and self._kids:
            return True
        return any(kid.is_any_collapsed(only_visible) for kid in self._kids)

    def uncollapse_tree(self) -> None:
        """Unfolds the item and all that are above it."""
        item: TreeItem | None = self
        while item is not None:
            item.set_collapsed(False)
            item = item._parent

    def set_visible(self, enable: bool) -> None:
        """Whether the item is shown, with all below it."""
        if self._visible != enable:
            self._visible = bool(enable)
            self._changed()

    def is_visible(self) -> bool:
        """Whether the item is shown, if what is above it is."""
        return self._visible

    def is_visible_in_tree(self) -> bool:
        """Whether it and all above it are visible; folding does not matter."""
        item: TreeItem | None = self
        while item is not None:
            if not item._visible:
                return False
            item = item._parent
        return True

    def set_disable_folding(self, disable: bool) -> None:
        """Whether the item has no arrow to fold it with."""
        if self._folding_disabled != disable:
            self._folding_disabled = bool(disable)
            self._changed()

    def is_folding_disabled(self) -> bool:
        """Whether the item has no arrow to fold it with."""
        return self._folding_disabled

    def set_custom_minimum_height(self, height: int) -> None:
        """How high the row is at least."""
        if self._minimum_height != height:
            self._minimum_height = int(height)
            self._changed()

    def get_custom_minimum_height(self) -> int:
        """How high the row is at least."""
        return self._minimum_height

    collapsed = accessors(is_collapsed, set_collapsed)
    visible = accessors(is_visible, set_visible)
    disable_folding = accessors(is_folding_disabled, set_disable_folding)
    custom_minimum_height = accessors(get_custom_minimum_height, set_custom_minimum_height)

    # Selecting -----------------------------------------------------------------------------------

    def select(self, column: int) -> None:
        """Selects a cell, or with `SELECT_ROW` the row."""
        if self._tree is not None and self._cell(column) is not None:
            self._tree._select_cell(self, column)

    def deselect(self, column: int) -> None:
        """No longer selects a cell, or with `SELECT_ROW` the row."""
        if self._tree is not None and self._cell(column) is not None:
            self._tree._deselect_cell(self, column)

    def is_selected(self, column: int) -> bool:
        """Whether a cell is selected."""
        cell = self._cell(column)
        return cell is not None and cell.selectable and cell.selected

    # Check boxes above and below -----------------------------------------------------------------

    def propagate_check(self, column: int, emit_signal: bool = True) -> None:
        """Gives the state of a check box to all below, and what follows from it to those above."""
        self._tell_check(column, emit_signal)
        self._check_below(column, self.is_checked(column), emit_signal)
        above = self._parent
        while above is not None:
            above._check_from_kids(column)
            above._tell_check(column, emit_signal)
            above = above._parent

    def _tell_check(self, column: int, emit: bool) -> None:
        if emit and self._tree is not None:
            self._tree._emit_if_heard("check_propagated_to_item", self, column)

    def _check_below(self, column: int, checked: bool, emit: bool) -> None:
        for kid in list(self._kids):
            kid.set_checked(column, checked)
            kid._tell_check(column, emit)
            kid._check_below(column, checked, emit)

    def _check_from_kids(self, column: int) -> None:
        mixed = any(kid.is_indeterminate(column) for kid in self._kids)
        states = {kid.is_checked(column) for kid in self._kids}
        if mixed or len(states) > 1:
            self.set_indeterminate(column, True)
        else:
            self.set_checked(column, True in states)
