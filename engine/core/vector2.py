"""Vector2: a point, a size or a direction on the plane."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import TYPE_CHECKING, ClassVar, Final, final, overload

from engine.core._float32 import (
    EPSILON,
    StructError,
    atan2,
    cos,
    divide,
    f32,
    is_number,
    pack_1,
    pack_2,
    sin,
    sqrt,
    unpack_1,
    unpack_2,
)
from engine.core._float32 import lerp as lerp_number
from engine.core._float_vector import DirectedVector
from engine.core._value import Component, family_of, wrong_arguments

if TYPE_CHECKING:
    from engine.core.vector2i import Vector2i


class _Axis(IntEnum):
    AXIS_X = 0
    AXIS_Y = 1


@final
class Vector2(DirectedVector):
    """Two 32-bit floats.

    `Vector2()` is zero; `Vector2(x, y)` takes numbers, `Vector2(v)` another vector, also a
    `Vector2i`. A vector never changes: `v.replace(x=3.0)` makes another one.

    Operators work component by component; `*` and `/` also take a number. Dividing by zero gives
    infinity or nan.
    """

    __slots__ = ("_x", "_y")
    __match_args__ = ("x", "y")
    _family = "Vector2"
    _x: float
    _y: float

    x = Component[float]("_x", "The horizontal component, to the right.")
    y = Component[float]("_y", "The vertical component, downwards in 2D.")

    Axis = _Axis
    AXIS_X: Final = _Axis.AXIS_X
    AXIS_Y: Final = _Axis.AXIS_Y
    ZERO: ClassVar[Vector2]
    ONE: ClassVar[Vector2]
    INF: ClassVar[Vector2]
    LEFT: ClassVar[Vector2]
    RIGHT: ClassVar[Vector2]
    UP: ClassVar[Vector2]
    DOWN: ClassVar[Vector2]

    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self, from_: Vector2 | Vector2i, /) -> None: ...
    @overload
    def __init__(self, x: float, y: float) -> None: ...
    def __init__(self, x: object = None, y: object = None) -> None:
        try:
            self._x, self._y = unpack_2(pack_2(x, y))  # type: ignore[arg-type]
        except StructError:
            self._x, self._y = _components(x, y)

    def replace(self, *, x: float | None = None, y: float | None = None) -> Vector2:
        """The same vector with other components in some places."""
        return Vector2(self._x if x is None else x, self._y if y is None else y)

    __replace__ = replace

    def __iter__(self) -> Iterator[float]:
        return iter((self._x, self._y))

    def __hash__(self) -> int:
        return hash((self._x, self._y))

    # Operators.

    def __eq__(self, other: object) -> bool:
        if other.__class__ is Vector2:
            return self._x == other._x and self._y == other._y
        return NotImplemented

    def __add__(self, other: Vector2) -> Vector2:
        if other.__class__ is Vector2:
            return Vector2(self._x + other._x, self._y + other._y)
        return NotImplemented

    def __sub__(self, other: Vector2) -> Vector2:
        if other.__class__ is Vector2:
            return Vector2(self._x - other._x, self._y - other._y)
        return NotImplemented

    def __mul__(self, other: Vector2 | float) -> Vector2:
        if other.__class__ is Vector2:
            return Vector2(self._x * other._x, self._y * other._y)
        if other.__class__ is float or other.__class__ is int or is_number(other):
            (factor,) = unpack_1(pack_1(other))
            return Vector2(self._x * factor, self._y * factor)
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other: Vector2 | float) -> Vector2:
        if other.__class__ is Vector2:
            x, y = other._x, other._y
        elif other.__class__ is float or other.__class__ is int or is_number(other):
            x = y = unpack_1(pack_1(other))[0]
        else:
            return NotImplemented
        try:
            return Vector2(self._x / x, self._y / y)
        except ZeroDivisionError:
            return Vector2(divide(self._x, x), divide(self._y, y))

    def __neg__(self) -> Vector2:
        return Vector2(-self._x, -self._y)

    # Lengths and products.

    def length(self) -> float:
        """The length."""
        x, y = self._x, self._y
        xx, yy = unpack_2(pack_2(x * x, y * y))
        return sqrt(unpack_1(pack_1(xx + yy))[0])

    def length_squared(self) -> float:
        """The square of the length, which is faster to compare."""
        x, y = self._x, self._y
        xx, yy = unpack_2(pack_2(x * x, y * y))
        return unpack_1(pack_1(xx + yy))[0]

    def distance_to(self, to: Vector2) -> float:
        """The distance to another point."""
        if to.__class__ is not Vector2:
            to = Vector2(to)
        return Vector2(to._x - self._x, to._y - self._y).length()

    def distance_squared_to(self, to: Vector2) -> float:
        """The square of the distance to another point."""
        if to.__class__ is not Vector2:
            to = Vector2(to)
        return Vector2(to._x - self._x, to._y - self._y).length_squared()

    def normalized(self) -> Vector2:
        """The same direction with the length one; zero stays zero."""
        square = self.length_squared()
        if square == 0.0:
            return self
        length = sqrt(square)
        return Vector2(self._x / length, self._y / length)

    def dot(self, with_: Vector2) -> float:
        """The dot product: positive for directions less than a right angle apart."""
        if with_.__class__ is not Vector2:
            with_ = Vector2(with_)
        xx, yy = unpack_2(pack_2(self._x * with_._x, self._y * with_._y))
        return unpack_1(pack_1(xx + yy))[0]

    def cross(self, with_: Vector2) -> float:
        """The signed area between the two vectors: positive if `with_` lies clockwise in 2D."""
        if with_.__class__ is not Vector2:
            with_ = Vector2(with_)
        xy, yx = unpack_2(pack_2(self._x * with_._y, self._y * with_._x))
        return unpack_1(pack_1(xy - yx))[0]

    def aspect(self) -> float:
        """Width divided by height."""
        return f32(divide(self._x, self._y))

    # Angles, in radians.

    @staticmethod
    def from_angle(angle: float) -> Vector2:
        """The direction, of length one, at `angle` from the right."""
        angle = f32(angle)
        return Vector2(cos(angle), sin(angle))

    def angle(self) -> float:
        """The angle from the right to this direction, from -PI to PI."""
        return atan2(self._y, self._x)

    def angle_to(self, to: Vector2) -> float:
        """The angle by which to turn to come to the direction `to`."""
        return atan2(self.cross(to), self.dot(to))

    def angle_to_point(self, to: Vector2) -> float:
        """The angle of the line from this point to another."""
        return (self._like(to) - self).angle()

    def rotated(self, angle: float) -> Vector2:
        """This vector turned by `angle`."""
        angle = f32(angle)
        sine, cosine = sin(angle), cos(angle)
        a, b = unpack_2(pack_2(self._x * cosine, self._y * sine))
        c, d = unpack_2(pack_2(self._x * sine, self._y * cosine))
        return Vector2(a - b, c + d)

    def orthogonal(self) -> Vector2:
        """This vector turned by a right angle, counter-clockwise in 2D."""
        return Vector2(self._y, -self._x)

    def reflect(self, line: Vector2) -> Vector2:
        """This vector mirrored on the direction `line`."""
        return self._mirrored(self._like(line))

    # Between two vectors.

    def move_toward(self, to: Vector2, delta: float) -> Vector2:
        """The point `delta` nearer to `to`, and never past it."""
        if to.__class__ is not Vector2:
            to = Vector2(to)
        delta = f32(delta)
        x, y = unpack_2(pack_2(to._x - self._x, to._y - self._y))
        length = Vector2(x, y).length()
        if length <= delta or length < EPSILON:
            return to
        x, y = unpack_2(pack_2(x / length, y / length))
        x, y = unpack_2(pack_2(x * delta, y * delta))
        return Vector2(self._x + x, self._y + y)

    def lerp(self, to: Vector2, weight: float) -> Vector2:
        """The vector `weight` (0 to 1) of the way to `to`."""
        if to.__class__ is not Vector2:
            to = Vector2(to)
        weight, x, y = f32(weight), self._x, self._y
        dx, dy = unpack_2(pack_2(to._x - x, to._y - y))
        dx, dy = unpack_2(pack_2(dx * weight, dy * weight))
        return Vector2(x + dx, y + dy)

    def slerp(self, to: Vector2, weight: float) -> Vector2:
        """Like `lerp`, but turning: directions change evenly, and so do lengths."""
        to, weight = self._like(to), f32(weight)
        start, end = self.length(), to.length()
        if self.length_squared() == 0.0 or to.length_squared() == 0.0:
            return self.lerp(to, weight)
        turned = self.rotated(f32(self.angle_to(to) * weight))
        return turned * divide(lerp_number(start, end, weight), start)

    def abs(self) -> Vector2:
        """The vector with no component below zero."""
        return Vector2(abs(self._x), abs(self._y))

    def min(self, with_: Vector2) -> Vector2:
        """The smaller of each two components."""
        if with_.__class__ is not Vector2:
            with_ = Vector2(with_)
        x, y, u, v = self._x, self._y, with_._x, with_._y
        return Vector2(x if x < u else u, y if y < v else v)

    def max(self, with_: Vector2) -> Vector2:
        """The greater of each two components."""
        if with_.__class__ is not Vector2:
            with_ = Vector2(with_)
        x, y, u, v = self._x, self._y, with_._x, with_._y
        return Vector2(x if x > u else u, y if y > v else v)

    def min_axis_index(self) -> int:
        """The axis of the smallest component."""
        return _Axis.AXIS_X if self._x < self._y else _Axis.AXIS_Y

    def max_axis_index(self) -> int:
        """The axis of the greatest component."""
        return _Axis.AXIS_Y if self._x < self._y else _Axis.AXIS_X


def _components(x: object, y: object) -> tuple[float, float]:
    """What a constructor call means when it wasn't two numbers."""
    if x is None and y is None:
        return 0.0, 0.0
    if y is None and family_of(x) == "Vector2":
        return unpack_2(pack_2(*x))  # type: ignore[misc]
    raise wrong_arguments("Vector2", "two numbers or a vector", x, y)


Vector2.ZERO = Vector2(0.0, 0.0)
Vector2.ONE = Vector2(1.0, 1.0)
Vector2.INF = Vector2(float("inf"), float("inf"))
Vector2.LEFT = Vector2(-1.0, 0.0)
Vector2.RIGHT = Vector2(1.0, 0.0)
Vector2.UP = Vector2(0.0, -1.0)
Vector2.DOWN = Vector2(0.0, 1.0)
