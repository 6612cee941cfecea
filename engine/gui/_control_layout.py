"""Where a control lies: anchors and offsets, position, size, growing.

The rectangle follows from anchors (shares of the parent's size), offsets and the minimum size; it
is worked out by `_size_changed`, and setting a position or size only sets offsets. Coordinates are
kept as floats rounded to 32 bits, as a `Vector2` would hold them.
"""

from __future__ import annotations

from operator import add, sub
from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core._float32 import EPSILON, f32, pack_2, pack_4, unpack_2, unpack_4
from engine.core.accessors import accessors
from engine.core.geometry_enums import Side
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui._control_state import _ZEROS, ControlState
from engine.gui._control_transform import ControlTransform
from engine.scene.viewport import Viewport

if TYPE_CHECKING:
    from engine.core.accessors import Accessors

_RESIZED = 40
_Four = tuple[float, float, float, float]


def _products(anchors: _Four, width: float, height: float) -> _Four:
    """Where anchors lie in an area."""
    left, top, right, bottom = anchors
    return unpack_4(pack_4(left * width, top * height, right * width, bottom * height))


def _grown(begin: float, length: float, least: float, direction: int) -> float:
    """Where a side begins that grows to its least length to the beginning, or both ways."""
    missing = f32(length - least)
    return f32(begin + (missing if direction == 0 else missing * 0.5))


def _four(values: list[float]) -> _Four:
    return unpack_4(pack_4(*values))


def _differ(a: float, b: float) -> bool:
    """Whether two coordinates differ by more than rounding."""
    if a == b:
        return False
    return abs(a - b) >= max(EPSILON * abs(a), EPSILON)


def _anchor_property(side: int) -> Accessors[float, float]:
    def get(self: ControlLayout) -> float:
        return self._anchors[side]

    def set_(self: ControlLayout, anchor: float) -> None:
        self.set_anchor(side, anchor, True)

    return accessors(get, set_)


def _offset_property(side: int) -> Accessors[float, float]:
    def get(self: ControlLayout) -> float:
        return self._offsets[side]

    def set_(self: ControlLayout, offset: float) -> None:
        self.set_offset(side, offset)

    return accessors(get, set_)


class ControlLayout(ControlTransform):
    """Anchors, offsets and the rectangle."""

    # The rectangle that anchors refer to ---------------------------------------------------------

    def get_anchorable_rect(self) -> Rect2:
        """What the anchors of children refer to, in this control's coordinates."""
        return Rect2(Vector2.ZERO, Vector2(self._w, self._h))

    def _parent_rect(self) -> _Four:
        source = self._rect_source
        if source is None or self._tree is None:
            return _ZEROS
        if isinstance(source, ControlLayout):
            return 0.0, 0.0, source._w, source._h
        return _rect_of(source)

    def get_parent_area_size(self) -> Vector2:
        """The size of what the anchors refer to: the parent, or the viewport."""
        _, _, width, height = self._parent_rect()
        return Vector2(width, height)

    def get_parent_control(self) -> Any:
        """The parent, if it is a control."""
        return self._parent_control

    # Working the rectangle out -------------------------------------------------------------------

    def _size_changed(self) -> None:
        left, top, width, height = self._wanted_rect()
        if left == self._px and top == self._py and width == self._w and height == self._h:
            return
        moved = _differ(left, self._px) or _differ(top, self._py)
        resized = _differ(width, self._w) or _differ(height, self._h)
        if moved:
            self._px, self._py = left, top
        if resized:
            self._w, self._h = width, height
        if self._tree is None:
            if moved:
                self._notify_transform()
        elif moved or resized:
            self._notify_transform()
            if resized:
                self.queue_redraw()
            listeners = self._rect_listeners
            if listeners:
                for control in list(listeners):
                    if resized or control._is_out_of_date():
                        control._size_changed()
            if self._signals is not None:
                self._emit_if_heard("item_rect_changed")
            if resized:
                self._notify(_RESIZED)

    def _is_out_of_date(self) -> bool:
        """Whether the minimum size has changed while nobody looked, as under something hidden."""
        return not self._min_valid or self._w < self._min_w or self._h < self._min_h

    def _wanted_rect(self) -> _Four:
        anchors = self._anchors
        left, top, right, bottom = self._offsets
        if anchors is not _ZEROS:
            _, _, parent_w, parent_h = self._parent_rect()
            shares = _products(anchors, parent_w, parent_h)
            left, top, right, bottom = unpack_4(pack_4(*map(add, self._offsets, shares)))
        width, height = right - left, bottom - top
        if width % 1.0 or height % 1.0:  # whole numbers need no rounding
            width, height = unpack_2(pack_2(width, height))
        if not self._min_valid:
            self._measure()
        least_w, least_h = self._min_w, self._min_h
        if least_w > width:
            if self._grow_h != 1:
                left = _grown(left, width, least_w, self._grow_h)
            width = least_w
        if self._rtl is not False and self.is_layout_rtl():
            parent_x, _, parent_w, _ = self._parent_rect()
            left = f32(f32(f32(parent_w + 2.0 * parent_x) - left) - width)
        if least_h > height:
            if self._grow_v != 1:
                top = _grown(top, height, least_h, self._grow_v)
            height = least_h
        return left, top, width, height

    def _offsets_for(self, x: float, y: float, width: float, height: float) -> _Four:
        """The offsets that give a rectangle, with the anchors as they are."""
        anchors = self._anchors
        rtl = self._rtl is not False and self.is_layout_rtl()
        if anchors is _ZEROS and not rtl:
            return unpack_4(pack_4(x, y, x + width, y + height))
        _, _, parent_w, parent_h = self._parent_rect()
        if rtl:
            x = f32(f32(parent_w - x) - width)
        shares = _products(anchors, parent_w, parent_h)
        edges = unpack_4(pack_4(x, y, x + width, y + height))
        return unpack_4(pack_4(*map(sub, edges, shares)))

    def _anchors_for(self, x: float, y: float, width: float, height: float) -> _Four | None:
        """The anchors that give a rectangle with the offsets as they are; None for no parent."""
        _, _, parent_w, parent_h = self._parent_rect()
        if parent_w == 0.0 or parent_h == 0.0:
            axis = "x" if parent_w == 0.0 else "y"
            output.error(f'Condition "parent_rect_size.{axis} == 0.0" is true.')
            return None
        if self.is_layout_rtl():
            x = f32(f32(parent_w - x) - width)
        offsets = self._offsets
        return unpack_4(
            pack_4(
                (x - offsets[0]) / parent_w,
                (y - offsets[1]) / parent_h,
                (x + width - offsets[2]) / parent_w,
                (y + height - offsets[3]) / parent_h,
            )
        )

    def _place(self, x: float, y: float, width: float, height: float, keep_offsets: bool) -> None:
        if keep_offsets:
            anchors = self._anchors_for(x, y, width, height)
            if anchors is not None:
                self._set_anchors(anchors)
        else:
            self._offsets = self._offsets_for(x, y, width, height)
        self._size_changed()

    def _set_anchors(self, anchors: _Four) -> None:
        self._anchors = _ZEROS if anchors == _ZEROS else anchors

    def _set_rect(self, x: float, y: float, width: float, height: float) -> None:
        """Puts the control to a place, with its anchors at the parent's top left."""
        self._anchors = _ZEROS
        self._offsets = self._offsets_for(x, y, width, height)
        if self._tree is not None:
            self._size_changed()

    # Position and size ---------------------------------------------------------------------------

    def set_position(self, position: Vector2, keep_offsets: bool = False) -> None:
        """Moves the control inside its parent.

        Args:
            position: the top left corner.
            keep_offsets: change the anchors for it, not the offsets.
        """
        x, y = position
        self._place(x, y, self._w, self._h, keep_offsets)

    def get_position(self) -> Vector2:
        """The top left corner inside the parent."""
        return Vector2(self._px, self._py)

    position = accessors(get_position, set_position)

    def set_size(self, size: Vector2, keep_offsets: bool = False) -> None:
        """Changes the size, down to the minimum size.

        Args:
            size: width and height.
            keep_offsets: change the anchors for it, not the offsets.
        """
        width, height = size
        least_w, least_h = self._combined_minimum()
        self._place(self._px, self._py, max(width, least_w), max(height, least_h), keep_offsets)

    def get_size(self) -> Vector2:
        """Width and height."""
        return Vector2(self._w, self._h)

    size = accessors(get_size, set_size)

    def reset_size(self) -> None:
        """Makes the control as small as it can be."""
        self.set_size(Vector2.ZERO)

    def get_rect(self) -> Rect2:
        """Position and size inside the parent; without regard to rotation and scale of its own."""
        scale = self.get_transform().get_scale() if self._turned else Vector2.ONE
        x, y = self.get_transform().get_origin() if self._turned else (self._px, self._py)
        return Rect2(Vector2(x, y), Vector2(self._w, self._h) * scale)

    def get_global_rect(self) -> Rect2:
        """Position and size on the canvas."""
        transform = self.get_global_transform()
        return Rect2(transform.get_origin(), transform.get_scale() * self.get_size())

    def get_global_position(self) -> Vector2:
        """The top left corner on the canvas."""
        return self.get_global_transform().get_origin()

    def set_global_position(self, position: Vector2, keep_offsets: bool = False) -> None:
        """Moves the control to a place on the canvas."""
        own = self._internal_transform().get_origin() if self._turned else Vector2.ZERO
        parent = None if self._top_level else self.get_parent_item()
        point = Vector2(position)
        if parent is not None:
            point = parent.get_global_transform().affine_inverse() * point
        self.set_position(point - own, keep_offsets)

    global_position = accessors(get_global_position, set_global_position)

    def get_screen_position(self) -> Vector2:
        """The top left corner on the screen."""
        return self.get_screen_transform().get_origin()

    def get_begin(self) -> Vector2:
        """The left and top offset."""
        return Vector2(self._offsets[0], self._offsets[1])

    def set_begin(self, position: Vector2) -> None:
        """Sets the left and top offset."""
        x, y = position
        self._set_offsets([x, y, self._offsets[2], self._offsets[3]])

    def get_end(self) -> Vector2:
        """The right and bottom offset."""
        return Vector2(self._offsets[2], self._offsets[3])

    def set_end(self, position: Vector2) -> None:
        """Sets the right and bottom offset."""
        x, y = position
        self._set_offsets([self._offsets[0], self._offsets[1], x, y])

    # Anchors and offsets -------------------------------------------------------------------------

    def set_anchor(
        self,
        side: int,
        anchor: float,
        keep_offset: bool = False,
        push_opposite_anchor: bool = True,
    ) -> None:
        """Sets an anchor.

        Args:
            side: a `SIDE_*`.
            anchor: 0.0 is the parent's left or top, 1.0 its right or bottom.
            keep_offset: whether the offset stays, so that the control moves; else it stays.
            push_opposite_anchor: whether the anchor of the other side gives way when they would
                cross; else this one stops there.
        """
        if not 0 <= side < 4:
            _out_of_bounds("(int)p_side", side, "4", 4)
            return
        _, _, width, height = self._parent_rect()
        range_, other = (width, height)[side % 2], (side + 2) % 4
        anchors, offsets = list(self._anchors), list(self._offsets)
        before = f32(offsets[side] + f32(anchors[side] * range_))
        before_other = f32(offsets[other] + f32(anchors[other] * range_))
        anchors[side] = f32(anchor)
        if anchors[side] > anchors[other] if side < 2 else anchors[side] < anchors[other]:
            pushed = other if push_opposite_anchor else side
            anchors[pushed] = anchors[(pushed + 2) % 4]
        if not keep_offset:
            offsets[side] = before - f32(anchors[side] * range_)
            if push_opposite_anchor:
                offsets[other] = before_other - f32(anchors[other] * range_)
        self._set_anchors(_four(anchors))
        self._offsets = _four(offsets)
        if self._tree is not None:
            self._size_changed()
        self.queue_redraw()

    def get_anchor(self, side: int) -> float:
        """The anchor of a side."""
        if not 0 <= side < 4:
            _out_of_bounds("int(p_side)", side, "4", 4)
            return 0.0
        return self._anchors[side]

    def set_offset(self, side: int, offset: float) -> None:
        """Sets the distance of a side from its anchor."""
        if not 0 <= side < 4:
            _out_of_bounds("(int)p_side", side, "4", 4)
            return
        offsets = list(self._offsets)
        offsets[side] = offset
        self._set_offsets(offsets)

    def _set_offsets(self, offsets: list[float]) -> None:
        wanted = _four(offsets)
        if wanted != self._offsets:
            self._offsets = wanted
            self._size_changed()

    def get_offset(self, offset: int) -> float:
        """The distance of a side from its anchor."""
        if not 0 <= offset < 4:
            _out_of_bounds("int(p_side)", offset, "4", 4)
            return 0.0
        return self._offsets[offset]

    def set_anchor_and_offset(
        self, side: int, anchor: float, offset: float, push_opposite_anchor: bool = False
    ) -> None:
        """Sets anchor and offset of a side."""
        self.set_anchor(side, anchor, False, push_opposite_anchor)
        self.set_offset(side, offset)

    anchor_left = _anchor_property(Side.SIDE_LEFT)
    anchor_top = _anchor_property(Side.SIDE_TOP)
    anchor_right = _anchor_property(Side.SIDE_RIGHT)
    anchor_bottom = _anchor_property(Side.SIDE_BOTTOM)
    offset_left = _offset_property(Side.SIDE_LEFT)
    offset_top = _offset_property(Side.SIDE_TOP)
    offset_right = _offset_property(Side.SIDE_RIGHT)
    offset_bottom = _offset_property(Side.SIDE_BOTTOM)

    def set_h_grow_direction(self, direction: int) -> None:
        """Sets where the control grows to across when its minimum size asks for more."""
        if self._grow_h != direction and _is_direction(direction):
            self._grow_h = int(direction)
            self._size_changed()

    def get_h_grow_direction(self) -> ControlState.GrowDirection:
        """Where the control grows to across."""
        return ControlState.GrowDirection(self._grow_h)

    grow_horizontal = accessors(get_h_grow_direction, set_h_grow_direction)

    def set_v_grow_direction(self, direction: int) -> None:
        """Sets where the control grows to down when its minimum size asks for more."""
        if self._grow_v != direction and _is_direction(direction):
            self._grow_v = int(direction)
            self._size_changed()

    def get_v_grow_direction(self) -> ControlState.GrowDirection:
        """Where the control grows to down."""
        return ControlState.GrowDirection(self._grow_v)

    grow_vertical = accessors(get_v_grow_direction, set_v_grow_direction)


def _rect_of(source: Any) -> _Four:
    """What anchors refer to under a viewport, or under an item that is no control."""
    if isinstance(source, Viewport):
        rect = source.get_visible_rect()
    else:
        found = getattr(source, "get_anchorable_rect", None)
        if found is None:
            return _ZEROS
        rect = found()
    return (*rect.position, *rect.size)


def _out_of_bounds(name: str, value: int, total: str, count: int) -> None:
    output.error(f"Index {name} = {int(value)} is out of bounds ({total} = {count}).")


def _is_direction(direction: int) -> bool:
    if 0 <= direction < 3:
        return True
    _out_of_bounds("(int)p_direction", direction, "3", 3)
    return False
