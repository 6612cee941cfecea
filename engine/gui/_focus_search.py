"""Where the focus goes: by Tab, and by arrow keys.

Tab walks the tree as it is written: a control, those below it, the next sibling; from the last
control right below a window back to the first. Arrow keys look for the nearest rectangle in their
direction.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.core import output
from engine.core.rect2 import Rect2
from engine.gui._control_state import ControlState
from engine.gui.canvas_item import CanvasItem

_ALL = 2
_FAR = 512  # how many neighbours may refer to each other
_NEXT, _PREVIOUS = 4, 5


# Tab ----------------------------------------------------------------------------------------------


def _named(control: Any, index: int, what: str) -> Any:
    """The control that a path of its own names; None when it has none, False when it is wrong."""
    path = control._focus_paths[index]
    if path.is_empty():
        return None
    node = control.get_node_or_null(path)
    if node is None:
        output.error(f"{what} focus node path is invalid: '{path}'.")
        return False
    if not isinstance(node, ControlState):
        output.error(f"{what} focus node is not a control: '{node.name}'.")
        return False
    return node


def _takes_tab(control: Any) -> bool:
    return bool(control._visible_in_tree and control.get_focus_mode_with_override() == _ALL)


def _shown(nodes: Any) -> Any:
    """The first control among some nodes that shows in its parent, or None."""
    for node in nodes:
        if isinstance(node, ControlState) and node._visible_in_tree and not node._top_level:
            return node
    return None


def _after(control: Any) -> Any:
    """The control behind this one and all below it."""
    while not control._top_level and control._parent_control is not None:
        siblings = control._parent._listed_children()
        found = _shown(siblings[siblings.index(control) + 1 :])
        if found is not None:
            return found
        control = control._parent_control
    return None


def _last_below(control: Any) -> Any:
    """The last control inside a control, or itself."""
    while True:
        child = _shown(reversed(control._listed_children()))
        if child is None:
            return control
        control = child


def _outermost(control: Any) -> Any:
    """The control at which a walk from this one begins again, or None."""
    while not control._top_level and control._parent_control is not None:
        control = control._parent_control
    if control._top_level or control._is_root_control():
        return control
    return None


def _other_root(root: Any, step: int) -> Any:
    """The next control right below the same window, or the one before; itself at the last."""
    window = root._parent_window
    if window is None:
        return root
    nodes = window._listed_children()
    at = nodes.index(root)
    others = nodes[at + 1 :] + nodes[:at]
    return _shown(others if step > 0 else reversed(others)) or root


def first_in(window: Any) -> Any:
    """The control from which the focus moves while nobody has it, or None."""
    return _shown(window._listed_children())


def next_of(control: Any) -> Any:
    """The control behind this one that takes the focus, or None."""
    named = _named(control, _NEXT, "Next")
    if named is False:
        return None
    if named is not None and _takes_tab(named):
        return named

    def step(start: Any) -> Any:
        found = _shown(start._listed_children()) or _after(start)
        if found is None:
            root = _outermost(start)
            found = None if root is None else _other_root(root, 1)
        return found

    return _walk(control, step)


def previous_of(control: Any) -> Any:
    """The control before this one that takes the focus, or None."""
    named = _named(control, _PREVIOUS, "Previous")
    if named is False:
        return None
    if named is not None and _takes_tab(named):
        return named

    def step(start: Any) -> Any:
        if start._top_level or start._parent_control is None:
            return _last_below(_other_root(start, -1))
        siblings = start._parent._listed_children()
        found = _shown(reversed(siblings[: siblings.index(start)]))
        return start._parent if found is None else _last_below(found)

    return _walk(control, step)


def _walk(control: Any, step: Callable[[Any], Any]) -> Any:
    start = control
    seen = set()
    while True:
        found = step(start)
        if found is None or found in seen:
            return None
        seen.add(found)
        if found is start or found is control:
            return found if control.get_focus_mode_with_override() == _ALL else None
        if found.get_focus_mode_with_override() == _ALL:
            return found
        start = found


# Arrows -------------------------------------------------------------------------------------------


_DIRECTIONS = ((-1.0, 0.0), (0.0, -1.0), (1.0, 0.0), (0.0, 1.0))
_EVERYWHERE = Rect2(-1e7, -1e7, 2e7, 2e7)


def neighbor_of(control: Any, side: int) -> Any:
    """The nearest control in a direction that takes the focus, or None."""
    for _ in range(_FAR):
        path = control._focus_paths[side]
        if path.is_empty():
            return _Search(control, side).nearest()
        node: Any = control.get_node_or_null(path)
        if node is None:
            output.error(f"Neighbor focus node path is invalid: '{path}'.")
            return None
        if not isinstance(node, ControlState):
            output.error(f"Neighbor focus node is not a control: '{node.name}'.")
            return None
        control = node
        if control._visible_in_tree and control.get_focus_mode_with_override():
            return control
    return None


def _shown_area(scrolled: Any) -> Rect2:
    """What shows of an area that does not scroll to what takes the focus."""
    area: Rect2 = scrolled.get_global_rect()
    above = scrolled.get_parent_item()
    while above is not None:
        if getattr(above, "_keeps_focus_inside", False) and not above.follow_focus:
            area = area.intersection(above.get_global_rect())
        above = above.get_parent_item()
    return area


class _Search:
    """Looks below a control for the rectangle that is nearest to another one in a direction."""

    def __init__(self, control: Any, side: int) -> None:
        self.control: Any = control
        self.x, self.y = _DIRECTIONS[side]
        self.rect = control.get_global_rect()
        self.edge = self._reach(self.rect)
        self.found: Any = None
        self.distance = 1e14
        self.offset = 0.0

    def _reach(self, rect: Rect2) -> float:
        """How far a rectangle reaches in the direction."""
        end = rect.position + rect.size
        begin = self.x * rect.position.x + self.y * rect.position.y
        return max(begin, self.x * end.x + self.y * end.y)

    def nearest(self) -> Any:
        """The control that was looked for, or None."""
        base: Any = self.control
        while not base._top_level and base.get_parent_item() is not None:
            base = base.get_parent_item()
            if getattr(base, "_keeps_focus_inside", False):
                area = base.get_global_rect()
                self._look_below(base, _EVERYWHERE if base.follow_focus else _shown_area(base))
                if self.found is not None:
                    return self.found
                self._narrow_to(area)
        self._look_below(base, _EVERYWHERE)
        return self.found

    def _narrow_to(self, area: Rect2) -> None:
        """From here on, only what shows of the control in a scrolled area counts."""
        if area.intersects(self.rect):
            self.rect = self.rect.intersection(area)
            self.edge = self._reach(self.rect)

    def _look_below(self, item: Any, area: Rect2) -> None:
        if isinstance(item, ControlState) and not item._visible_in_tree:
            return
        control: Any = item if isinstance(item, ControlState) else None
        if control is not None:
            self._consider(control, area)
            if control._keeps_focus_inside and not control.is_ancestor_of(self.control):
                area = area.intersection(control.get_global_rect())
        for child in item._listed_children():
            if isinstance(child, CanvasItem) and not child._top_level:
                self._look_below(child, area)

    def _consider(self, control: Any, area: Rect2) -> None:
        if control is self.control or control.get_focus_mode_with_override() != _ALL:
            return
        if control._sorts_children and control.is_ancestor_of(self.control):
            return
        rect = control.get_global_rect()
        if not area.intersects(rect):
            return
        rect = rect.intersection(area)
        if self._reach(rect) > self.edge + 1e-5:
            self._compare(control, rect)

    def _compare(self, control: Any, rect: Rect2) -> None:
        """Takes a control if it is nearer, or as near and less to the side."""
        between = rect.get_center() - self.rect.get_center()
        room = (rect.size + self.rect.size) * 0.5
        gap_x, gap_y = max(abs(between.x) - room.x, 0.0), max(abs(between.y) - room.y, 0.0)
        distance = gap_x * gap_x + gap_y * gap_y
        offset = abs(self.x * between.y - self.y * between.x)
        nearer = distance < self.distance or self.found is None
        if nearer or (distance == self.distance and offset < self.offset):
            self.found, self.distance, self.offset = control, distance, offset
