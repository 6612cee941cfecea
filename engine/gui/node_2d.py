"""`Node2D`: a canvas item with a position, an angle, a scale and a skew."""

from __future__ import annotations

import math
from typing import Any, ClassVar, cast

from engine.core import output
from engine.core._float32 import f32
from engine.core.accessors import accessors
from engine.core.transform2d import Transform2D, made
from engine.core.vector2 import Vector2
from engine.gui.canvas_item import CanvasItem
from engine.scene.node import Node
from engine.servers.canvas import Matrix

_ONE = Vector2(1.0, 1.0)
_EPSILON = 0.00001


class Node2D(CanvasItem):
    """The base of what lies in the world of a 2D game.

    Position, angle, scale and skew are in the parent's coordinates; the `global_` ones in those of
    the canvas. Angles are in radians, clockwise.
    """

    _stored: ClassVar[tuple[str, ...]] = ("position", "rotation", "scale", "skew")
    _own: ClassVar[tuple[str, ...]] = (
        "_local",
        "_parts_stale",
        "_position",
        "_rotation",
        "_scale",
        "_skew",
    )

    _position: Vector2 = Vector2.ZERO
    _rotation: float = 0.0
    _scale: Vector2 = _ONE
    _skew: float = 0.0
    _local: Transform2D = Transform2D.IDENTITY
    _parts_stale: bool = False  # whether `_local` was set and the parts were not read from it yet

    def get_transform(self) -> Transform2D:
        """Where it lies in its parent."""
        return self._local

    def _local_matrix(self) -> Matrix:
        numbers: Any = self._local._m
        return cast(Matrix, numbers)

    def set_transform(self, xform: Transform2D) -> None:
        """Sets position, angle, scale and skew at once."""
        self._local = Transform2D(xform)
        self._parts_stale = True
        self._notify_transform()

    def _read_parts(self) -> None:
        local = self._local
        self._position = local.origin
        self._rotation = local.get_rotation()
        self._scale = local.get_scale()
        self._skew = local.get_skew()
        self._parts_stale = False

    def _write_parts(self) -> None:
        self._local = Transform2D(self._rotation, self._scale, self._skew, self._position)
        self._notify_transform()

    # Parts ---------------------------------------------------------------------------------------

    def set_position(self, position: Vector2) -> None:
        """Moves it within its parent."""
        if self._parts_stale:
            self._read_parts()
        self._position = place = Vector2(position)
        self._local = made((*self._local._m[:4], place._x, place._y))
        self._notify_transform()

    def get_position(self) -> Vector2:
        """Where it lies in its parent."""
        return self._local.origin if self._parts_stale else self._position

    def set_rotation(self, radians: float) -> None:
        """Turns it to an angle."""
        if self._parts_stale:
            self._read_parts()
        self._rotation = f32(radians)
        self._write_parts()

    def get_rotation(self) -> float:
        """Its angle, in radians."""
        if self._parts_stale:
            self._read_parts()
        return self._rotation

    def set_rotation_degrees(self, degrees: float) -> None:
        """Turns it to an angle in degrees."""
        self.set_rotation(math.radians(degrees))

    def get_rotation_degrees(self) -> float:
        """Its angle, in degrees."""
        return f32(math.degrees(self.get_rotation()))

    def set_skew(self, radians: float) -> None:
        """Slants it by an angle."""
        if self._parts_stale:
            self._read_parts()
        self._skew = f32(radians)
        self._write_parts()

    def get_skew(self) -> float:
        """By how much it is slanted, in radians."""
        if self._parts_stale:
            self._read_parts()
        return self._skew

    def set_scale(self, scale: Vector2) -> None:
        """Scales it; 0 becomes a very small scale."""
        if self._parts_stale:
            self._read_parts()
        wide, high = scale
        if abs(wide) < _EPSILON:
            wide = _EPSILON
        if abs(high) < _EPSILON:
            high = _EPSILON
        self._scale = Vector2(wide, high)
        self._write_parts()

    def get_scale(self) -> Vector2:
        """Its scale."""
        if self._parts_stale:
            self._read_parts()
        return self._scale

    # In the canvas -------------------------------------------------------------------------------

    def set_global_transform(self, xform: Transform2D) -> None:
        """Places it in the canvas."""
        parent = self.get_parent_item()
        if parent is not None:
            xform = parent.get_global_transform().affine_inverse() * xform
        self.set_transform(xform)

    def set_global_position(self, position: Vector2) -> None:
        """Moves it to a point of the canvas."""
        parent = self.get_parent_item()
        if parent is not None:
            position = parent.get_global_transform().affine_inverse() * Vector2(position)
        self.set_position(position)

    def get_global_position(self) -> Vector2:
        """Where it lies in the canvas."""
        return self.get_global_transform().origin

    def set_global_rotation(self, radians: float) -> None:
        """Turns it to an angle within the canvas."""
        parent = self.get_parent_item()
        if parent is None:
            self.set_rotation(radians)
            return
        above: Transform2D = parent.get_global_transform()
        whole = above * self._local
        scale = whole.get_scale()
        turned = Transform2D(f32(radians), scale, 0.0, whole.origin)
        self.set_rotation((above.affine_inverse() * turned).get_rotation())

    def get_global_rotation(self) -> float:
        """Its angle within the canvas, in radians."""
        return self.get_global_transform().get_rotation()

    def set_global_rotation_degrees(self, degrees: float) -> None:
        """Turns it to an angle within the canvas, in degrees."""
        self.set_global_rotation(math.radians(degrees))

    def get_global_rotation_degrees(self) -> float:
        """Its angle within the canvas, in degrees."""
        return f32(math.degrees(self.get_global_rotation()))

    def set_global_scale(self, scale: Vector2) -> None:
        """Scales it to a scale within the canvas."""
        parent = self.get_parent_item()
        if parent is None:
            self.set_scale(scale)
            return
        above: Transform2D = parent.get_global_transform()
        whole = above * self._local
        x, y = whole.x.normalized() * scale.x, whole.y.normalized() * scale.y
        scaled = Transform2D(x, y, whole.origin)
        self.set_scale((above.affine_inverse() * scaled).get_scale())

    def get_global_scale(self) -> Vector2:
        """Its scale within the canvas."""
        return self.get_global_transform().get_scale()

    def set_global_skew(self, radians: float) -> None:
        """Slants it to an angle within the canvas."""
        parent = self.get_parent_item()
        if parent is None:
            self.set_skew(radians)
            return
        above: Transform2D = parent.get_global_transform()
        whole = above * self._local
        sign = math.copysign(1.0, whole.determinant())
        y = whole.x.rotated(math.pi * 0.5 + radians).normalized() * (sign * whole.y.length())
        slanted = Transform2D(whole.x, y, whole.origin)
        self.set_skew((above.affine_inverse() * slanted).get_skew())

    def get_global_skew(self) -> float:
        """By how much it is slanted within the canvas, in radians."""
        return self.get_global_transform().get_skew()

    # Moving --------------------------------------------------------------------------------------

    def rotate(self, radians: float) -> None:
        """Turns it further."""
        self.set_rotation(self.get_rotation() + radians)

    def translate(self, offset: Vector2) -> None:
        """Moves it further within its parent."""
        self.set_position(self.get_position() + offset)

    def global_translate(self, offset: Vector2) -> None:
        """Moves it further within the canvas."""
        self.set_global_position(self.get_global_position() + offset)

    def apply_scale(self, ratio: Vector2) -> None:
        """Multiplies its scale."""
        self.set_scale(self.get_scale() * ratio)

    def move_local_x(self, delta: float, scaled: bool = False) -> None:
        """Moves it along its own x axis, by a distance or by that times its scale."""
        self._move_along(self._local.x, delta, scaled)

    def move_local_y(self, delta: float, scaled: bool = False) -> None:
        """Moves it along its own y axis, by a distance or by that times its scale."""
        self._move_along(self._local.y, delta, scaled)

    def _move_along(self, axis: Vector2, delta: float, scaled: bool) -> None:
        way = axis if scaled else axis.normalized()
        self.set_position(self._local.origin + way * delta)

    def look_at(self, point: Vector2) -> None:
        """Turns it so that its x axis points at a point of the canvas."""
        self.rotate(self.get_angle_to(point))

    def get_angle_to(self, point: Vector2) -> float:
        """By how much it would have to turn to look at a point of the canvas."""
        return (self.to_local(point) * self.get_scale()).angle()

    def to_local(self, global_point: Vector2) -> Vector2:
        """A point of the canvas in its own coordinates."""
        return self.get_global_transform().affine_inverse() * Vector2(global_point)

    def to_global(self, local_point: Vector2) -> Vector2:
        """A point of its own coordinates in the canvas."""
        return self.get_global_transform() * Vector2(local_point)

    def get_relative_transform_to_parent(self, parent: Node) -> Transform2D:
        """Where it lies in a node above it."""
        if parent is self:
            return Transform2D()
        above = self._parent
        if not isinstance(above, Node2D):
            output.error('Parameter "parent_2d" is null.')
            return Transform2D()
        if above is parent:
            return self._local
        return above.get_relative_transform_to_parent(parent) * self._local

    def reparent(self, new_parent: Node, keep_global_transform: bool = True) -> None:
        """Moves it below another parent; it stays where it is in the canvas, or in its parent."""
        if not keep_global_transform:
            super().reparent(new_parent)
            return
        kept = self.get_global_transform()
        super().reparent(new_parent)
        self.set_global_transform(kept)

    position = accessors(get_position, set_position)
    rotation = accessors(get_rotation, set_rotation)
    rotation_degrees = accessors(get_rotation_degrees, set_rotation_degrees)
    scale = accessors(get_scale, set_scale)
    skew = accessors(get_skew, set_skew)
    transform = accessors(get_transform, set_transform)
    global_position = accessors(get_global_position, set_global_position)
    global_rotation = accessors(get_global_rotation, set_global_rotation)
    global_rotation_degrees = accessors(get_global_rotation_degrees, set_global_rotation_degrees)
    global_scale = accessors(get_global_scale, set_global_scale)
    global_skew = accessors(get_global_skew, set_global_skew)
    global_transform = accessors(CanvasItem.get_global_transform, set_global_transform)
