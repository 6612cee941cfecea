"""What a viewport knows of its controls: the root controls, and where controls are found by place.

The gui part of a viewport is a chain of classes, one for each theme and file:

    GuiState -> GuiFocus -> GuiHover -> GuiTooltip -> GuiDrag -> GuiInput -> ViewportGui
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.core.vector2 import Vector2
from engine.gui.canvas_item import CanvasItem
from engine.gui.control import Control

_IGNORE = 2


class GuiState:
    """The state of a viewport's gui part, and hit testing."""

    def __init__(self, viewport: Any) -> None:
        self.viewport = viewport
        self.sized_by_viewport: dict[Any, None] = {}  # controls whose anchors refer to it
        self._roots: dict[Any, None] = {}  # controls that move with no other control
        self._sorted_roots: list[Any] | None = None
        self._roots_epoch = -1

        self.key_focus: Any = None
        self.focus_hidden = False

        self.mouse_focus: Any = None  # who gets motion and release, while a button is down
        self.mouse_focus_mask = 0
        self.last_mouse_focus: Any = None
        self.click_grabber: Any = None
        self.last_position = Vector2()
        self.mouse_over: Any = None
        self.over_chain: list[Any] = []  # all that the mouse has entered, outer ones first
        self.touch_focus: dict[int, Any] = {}

        self.dragging = False
        self.drag_attempted = False
        self.drag_distance = Vector2()
        self.drag_value: Any = None
        self.drag_preview: Any = None
        self.drag_target: Any = None
        self.drag_taken = False
        self.drag_words = ""

        self.tooltip_control: Any = None
        self.tooltip_popup: Any = None
        self.tooltip_timer: Any = None
        self.tooltip_text = ""
        self.tooltip_position = Vector2()

    # Root controls -------------------------------------------------------------------------------

    def add_root_control(self, control: Any) -> None:
        """A control has come that moves with no other control."""
        self._roots[control] = None
        self._sorted_roots = None

    def remove_root_control(self, control: Any) -> None:
        """A root control has gone."""
        if control in self._roots:
            del self._roots[control]
            self._sorted_roots = None

    def roots(self) -> Sequence[Any]:
        """The root controls: by canvas layer, then as they come in the tree."""
        epoch = self.viewport._tree._order_epoch if self.viewport._tree is not None else -1
        if self._sorted_roots is None or epoch != self._roots_epoch:
            self._sorted_roots = sorted(self._roots, key=_place_of)
            self._roots_epoch = epoch
        return self._sorted_roots

    def size_changed(self) -> None:
        """The visible part of the viewport has another size now."""
        for control in list(self.sized_by_viewport):
            control._size_changed()

    # Hit testing ---------------------------------------------------------------------------------

    def find_control(self, position: Vector2) -> Any:
        """The control at a point of the viewport, or None."""
        for root in reversed(self.roots()):
            if not root._visible_in_tree:
                continue
            above = root.get_parent_item()
            if above is None:
                transform = root.get_canvas_transform()
            else:
                transform = above.get_global_transform_with_canvas()
            x, y = transform.affine_inverse() * position
            found = self._find_in((root,), x, y, True)
            if found is not None:
                return found
        return None

    def _find_in(self, items: Sequence[Any], x: float, y: float, is_root: bool = False) -> Any:
        """The control at a point among some items and all below them, the last one first."""
        for node in reversed(items):
            if not isinstance(node, CanvasItem) or not node._visible:
                continue
            if node._top_level and not is_root:
                continue
            item: Any = node
            is_control = isinstance(item, Control)
            if is_control and not item._turned:
                at_x, at_y = x - item._px, y - item._py
            else:
                transform = item.get_transform()
                if transform.determinant() == 0.0:
                    continue
                at_x, at_y = transform.affine_inverse() * Vector2(x, y)
            if item._children and not (
                is_control and item._clip_contents and not _has_point(item, at_x, at_y)
            ):
                found = self._find_in(item._listed_children(), at_x, at_y)
                if found is not None:
                    return found
            if is_control and _has_point(item, at_x, at_y) and self._takes_points(item):
                return item
        return None

    def _takes_points(self, control: Any) -> bool:
        if control._effective_filter() == _IGNORE:
            return False
        preview = self.drag_preview
        return not (preview and (control is preview or preview.is_ancestor_of(control)))


_PLAIN_HAS_POINT = Control._has_point
_ENGINE_HAS_POINT = Control._engine_has_point


def _has_point(control: Any, x: float, y: float) -> bool:
    cls = type(control)
    if cls._has_point is _PLAIN_HAS_POINT and cls._engine_has_point is _ENGINE_HAS_POINT:
        return 0.0 <= x < control._w and 0.0 <= y < control._h  # type: ignore[no-any-return]
    return control.has_point(Vector2(x, y))  # type: ignore[no-any-return]


def _place_of(control: Any) -> tuple[int, tuple[int, ...]]:
    layer = control._canvas_layer
    return (0 if layer is None else layer.layer), _tree_place(control)


def _tree_place(node: Any) -> tuple[int, ...]:
    place = []
    while node._parent is not None:
        place.append(node.get_index(True))
        node = node._parent
    return tuple(reversed(place))


def to_local(control: Any, position: Vector2) -> Vector2:
    """A point of the viewport in a control's coordinates."""
    inverse = control.get_global_transform_with_canvas().affine_inverse()
    return inverse * position  # type: ignore[no-any-return]
