"""`Container`: a control that places its children."""

from __future__ import annotations

import math
from typing import Any, ClassVar

from engine.core import output
from engine.core._float32 import f32, pack_4, unpack_4
from engine.core.packed_number_arrays import PackedInt32Array
from engine.core.rect2 import Rect2
from engine.core.signal import Signal
from engine.gui.control import Control
from engine.scene.node import Node

_RESIZED, _THEME_CHANGED, _ENTER_TREE, _VISIBILITY_CHANGED = 40, 45, 10, 31
_DIRECTION_CHANGED = (49, 2010)  # LAYOUT_DIRECTION_CHANGED, TRANSLATION_CHANGED
_FILL, _SHRINK_CENTER, _SHRINK_END = 1, 4, 8


class Container(Control):
    """The base of controls that place and size the controls right below them.

    Children are sorted at the end of the step in which something changed. A script's container
    sorts its children at `NOTIFICATION_SORT_CHILDREN`, with `fit_child_in_rect`.

    Signals: `pre_sort_children`, `sort_children`.
    """

    NOTIFICATION_PRE_SORT_CHILDREN = 50
    NOTIFICATION_SORT_CHILDREN = 51

    pre_sort_children = Signal()
    sort_children = Signal()

    _own: ClassVar[tuple[str, ...]] = ("_sort_pending",)
    _sort_pending = False
    _sorts_children = True
    _runs_in_lines: ClassVar[bool] = False  # whether places depend on the layout direction
    _mouse_filter: int = 1

    def _get_allowed_size_flags_horizontal(self) -> PackedInt32Array:
        """Which size flags children may have across, for editors."""
        return PackedInt32Array()

    def _get_allowed_size_flags_vertical(self) -> PackedInt32Array:
        """Which size flags children may have down, for editors."""
        return PackedInt32Array()

    # Sorting -------------------------------------------------------------------------------------

    def queue_sort(self) -> None:
        """Has the children sorted at the end of the step."""
        if self._tree is not None and not self._sort_pending:
            self._sort_pending = True
            self._tree._queue.push(self._sort_now, ())

    def _sort_now(self) -> None:
        if self._tree is None:
            self._sort_pending = False
            return
        self._notify(50)
        self._emit_if_heard("pre_sort_children")
        self._notify(51)
        self._emit_if_heard("sort_children")
        self._sort_pending = False

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what in (_RESIZED, _THEME_CHANGED, _ENTER_TREE):
            self.queue_sort()
        elif what == _VISIBILITY_CHANGED:
            if self.is_visible_in_tree():
                self.queue_sort()
        elif what == 51:
            self._sort()
        elif what in _DIRECTION_CHANGED and self._runs_in_lines:
            self.queue_sort()

    def _sort(self) -> None:
        """Places the children; for the engine's classes."""

    def fit_child_in_rect(self, child: Control, rect: Rect2) -> None:
        """Places a child in a rectangle as its size flags say.

        Args:
            child: a control right below this one.
            rect: its cell, in this control's coordinates.
        """
        if child is None:
            output.error('Required object "rp_child" is null.')
        elif child._parent is not self:
            output.error('Condition "p_child->get_parent() != this" is true.')
        else:
            (x, y), (width, height) = rect
            self._fit(child, x, y, width, height)

    def _fit(self, child: Control, x: float, y: float, width: float, height: float) -> None:
        x, y, width, height = unpack_4(pack_4(x, y, width, height))
        least_w, least_h = child._combined_minimum()
        flags = child._h_flags
        if not flags & _FILL:
            rtl = self.is_layout_rtl()
            if flags & _SHRINK_END:
                x += 0.0 if rtl else f32(width - least_w)
            elif flags & _SHRINK_CENTER:
                x += math.floor(f32(width - least_w) / 2)
            elif rtl:
                x += f32(width - least_w)
            x, width = f32(x), least_w
        flags = child._v_flags
        if not flags & _FILL:
            if flags & _SHRINK_END:
                y += f32(height - least_h)
            elif flags & _SHRINK_CENTER:
                y += math.floor(f32(height - least_h) / 2)
            y, height = f32(y), least_h
        child._set_rect(x, y, width, height)
        if child._turned:
            child.set_rotation(0.0)
            child.set_scale(child.scale.ONE)

    def _sortable(self) -> list[Any]:
        """The children to be sorted: controls that show and are not at the top level."""
        return [
            child
            for child in self._listed_children()
            if isinstance(child, Control)
            and not child._top_level
            and child._visible
            and child._parent_shown
        ]

    def _measurable(self) -> list[Any]:
        """The children that count for the minimum size, shown in the tree or not."""
        return [
            child
            for child in self._listed_children()
            if isinstance(child, Control) and not child._top_level and child._visible
        ]

    def _largest_minimum(self) -> tuple[float, float]:
        """The largest minimum width and height of the children."""
        width = height = 0.0
        for child in self._measurable():
            least_w, least_h = child._combined_minimum()
            width, height = max(width, least_w), max(height, least_h)
        return width, height

    # Children ------------------------------------------------------------------------------------

    def _child_is_here(self, node: Node) -> None:
        super()._child_is_here(node)
        if isinstance(node, Control) and node._parent is self:
            node._sorter = self
        self._children_changed(node)

    def _child_leaves(self, node: Node) -> None:
        super()._child_leaves(node)
        if isinstance(node, Control):
            node._sorter = None
        self._children_changed(node)

    def _move(self, node: Node, index: int) -> None:
        if self._listed_children().index(node) != index:
            self._children_changed(node)
        super()._move(node, index)

    def _children_changed(self, node: Node) -> None:
        if isinstance(node, Control):
            self.update_minimum_size()
            self.queue_sort()

    def _child_minimum_changed(self, child: Any) -> None:
        self.update_minimum_size()
        self.queue_sort()

    def _child_flags_changed(self, child: Any) -> None:
        self.queue_sort()
