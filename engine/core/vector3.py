"""Vector3: a point, a size or a direction in space."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import TYPE_CHECKING, ClassVar, Final, final, overload

from engine.core._float32 import (
    StructError,
    atan2,
    clamp,
    cos,
    divide,
    f32,
    is_number,
    pack_1,
    pack_3,
    sin,
    sqrt,
    unpack_1,
    unpack_3,
)
from engine.core._float32 import lerp as lerp_number
from engine.core._float_vector import DirectedVector
from engine.core._lazy import lazy
from engine.core._value import Component, family_of, wrong_arguments
from engine.core.vector2 import Vector2

if TYPE_CHECKING:
    from engine.core import basis as _basis
    from engine.core.basis import Basis
    from engine.core.vector3i import Vector3i
else:
    _basis = lazy("engine.core.basis")


class _Axis(IntEnum):
    AXIS_X = 0
    AXIS_Y = 1
    AXIS_Z = 2


@final
class Vector3(DirectedVector):
    """Three 32-bit floats.

    `Vector3()` is zero; `Vector3(x, y, z)` takes numbers, `Vector3(v)` another vector, also a
    `Vector3i`. A vector never changes: `v.replace(x=3.0)` makes another one.

    Operators work component by component; `*` and `/` also take a number. Dividing by zero gives
    infinity or nan.
    """

    __slots__ = ("_x", "_y", "_z")
    __match_args__ = ("x", "y", "z")
    _family = "Vector3"
    _x: float
    _y: float
    _z: float

    x = Component[float]("_x", "The component to the right.")
    y = Component[float]("_y", "The component upwards.")
    z = Component[float]("_z", "The component towards the viewer.")

    Axis = _Axis
    AXIS_X: Final = _Axis.AXIS_X
    AXIS_Y: Final = _Axis.AXIS_Y
    AXIS_Z: Final = _Axis.AXIS_Z
    ZERO: ClassVar[Vector3]
    ONE: ClassVar[Vector3]
    INF: ClassVar[Vector3]
    LEFT: ClassVar[Vector3]
    RIGHT: ClassVar[Vector3]
    UP: ClassVar[Vector3]
    DOWN: ClassVar[Vector3]
    FORWARD: ClassVar[Vector3]
    BACK: ClassVar[Vector3]
    MODEL_LEFT: ClassVar[Vector3]
    MODEL_RIGHT: ClassVar[Vector3]
    MODEL_TOP: ClassVar[Vector3]
    MODEL_BOTTOM: ClassVar[Vector3]
    MODEL_FRONT: ClassVar[Vector3]
    MODEL_REAR: ClassVar[Vector3]

    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self, from_: Vector3 | Vector3i, /) -> None: ...
    @overload
    def __init__(self, x: float, y: float, z: float) -> None: ...
    def __init__(self, x: object = None, y: object = None, z: object = None) -> None:
        try:
            self._x, self._y, self._z = unpack_3(pack_3(x, y, z))  # type: ignore[arg-type]
        except StructError:
            self._x, self._y, self._z = _components(x, y, z)

    def replace(
        self, *, x: float | None = None, y: float | None = None, z: float | None = None
    ) -> Vector3:
        """The same vector with other components in some places."""
        return Vector3(
            self._x if x is None else x,
            self._y if y is None else y,
            self._z if z is None else z,
        )

    __replace__ = replace

    def __iter__(self) -> Iterator[float]:
        return iter((self._x, self._y, self._z))

    def __hash__(self) -> int:
        return hash((self._x, self._y, self._z))

    # Operators.

    def __eq__(self, other: object) -> bool:
        if other.__class__ is Vector3:
            return self._x == other._x and self._y == other._y and self._z == other._z
        return NotImplemented

    def __add__(self, other: Vector3) -> Vector3:
        if other.__class__ is Vector3:
            return Vector3(self._x + other._x, self._y + other._y, self._z + other._z)
        return NotImplemented

    def __sub__(self, other: Vector3) -> Vector3:
        if other.__class__ is Vector3:
            return Vector3(self._x - other._x, self._y - other._y, self._z - other._z)
        return NotImplemented

    def __mul__(self, other: Vector3 | float) -> Vector3:
        if other.__class__ is Vector3:
            return Vector3(self._x * other._x, self._y * other._y, self._z * other._z)
        if other.__class__ is float or other.__class__ is int or is_number(other):
            (factor,) = unpack_1(pack_1(other))
            return Vector3(self._x * factor, self._y * factor, self._z * factor)
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other: Vector3 | float) -> Vector3:
        if other.__class__ is Vector3:
            x, y, z = other._x, other._y, other._z
        elif other.__class__ is float or other.__class__ is int or is_number(other):
            x = y = z = unpack_1(pack_1(other))[0]
        else:
            return NotImplemented
        try:
            return Vector3(self._x / x, self._y / y, self._z / z)
        except ZeroDivisionError:
            return Vector3(divide(self._x, x), divide(self._y, y), divide(self._z, z))

    def __neg__(self) -> Vector3:
        return Vector3(-self._x, -self._y, -self._z)

    # Lengths and products.

    def length(self) -> float:
        """The length."""
        return sqrt(self.length_squared())

    def length_squared(self) -> float:
        """The square of the length, which is faster to compare."""
        x, y, z = self._x, self._y, self._z
        xx, yy, zz = unpack_3(pack_3(x * x, y * y, z * z))
        (plane,) = unpack_1(pack_1(xx + yy))
        return unpack_1(pack_1(plane + zz))[0]

    def distance_to(self, to: Vector3) -> float:
        """The distance to another point."""
        return (self._like(to) - self).length()

    def distance_squared_to(self, to: Vector3) -> float:
        """The square of the distance to another point."""
        return (self._like(to) - self).length_squared()

    def normalized(self) -> Vector3:
        """The same direction with the length one; zero stays zero."""
        square = self.length_squared()
        if square == 0.0:
            return Vector3.ZERO
        length = sqrt(square)
        return Vector3(self._x / length, self._y / length, self._z / length)

    def dot(self, with_: Vector3) -> float:
        """The dot product: positive for directions less than a right angle apart."""
        if with_.__class__ is not Vector3:
            with_ = Vector3(with_)
        products = pack_3(self._x * with_._x, self._y * with_._y, self._z * with_._z)
        xx, yy, zz = unpack_3(products)
        (plane,) = unpack_1(pack_1(xx + yy))
        return unpack_1(pack_1(plane + zz))[0]

    def cross(self, with_: Vector3) -> Vector3:
        """The vector that stands at right angles on both."""
        if with_.__class__ is not Vector3:
            with_ = Vector3(with_)
        x, y, z, u, v, w = self._x, self._y, self._z, with_._x, with_._y, with_._z
        a, b, c = unpack_3(pack_3(y * w, z * u, x * v))
        d, e, f = unpack_3(pack_3(z * v, x * w, y * u))
        return Vector3(a - d, b - e, c - f)

    def outer(self, with_: Vector3) -> Basis:
        """The outer product: a matrix of every product of a component of each."""
        other = self._like(with_)
        return _basis.Basis(self * other._x, self * other._y, self * other._z)

    def inverse(self) -> Vector3:
        """One divided by every component."""
        return Vector3(divide(1.0, self._x), divide(1.0, self._y), divide(1.0, self._z))

    # Angles, in radians.

    def angle_to(self, to: Vector3) -> float:
        """The angle between the two directions, never negative."""
        return atan2(self.cross(to).length(), self.dot(to))

    def signed_angle_to(self, to: Vector3, axis: Vector3) -> float:
        """The angle to `to`, positive when it is counter-clockwise as seen from `axis`."""
        across = self.cross(to)
        angle = atan2(across.length(), self.dot(to))
        return -angle if across.dot(axis) < 0.0 else angle

    def rotated(self, axis: Vector3, angle: float) -> Vector3:
        """This vector turned by `angle` around `axis`, which must have the length one."""
        axis = self._like(axis)
        rows = Vector3.RIGHT, Vector3.UP, Vector3.BACK
        if axis._is_normal("axis"):
            rows = _rotation(axis, f32(angle))
        return Vector3(self.dot(rows[0]), self.dot(rows[1]), self.dot(rows[2]))

    def reflect(self, n: Vector3) -> Vector3:
        """This vector mirrored on the direction `n`."""
        return self._mirrored(self._like(n))

    # Between two vectors.

    def lerp(self, to: Vector3, weight: float) -> Vector3:
        """The vector `weight` (0 to 1) of the way to `to`."""
        if to.__class__ is not Vector3:
            to = Vector3(to)
        weight, x, y, z = f32(weight), self._x, self._y, self._z
        dx, dy, dz = unpack_3(pack_3(to._x - x, to._y - y, to._z - z))
        dx, dy, dz = unpack_3(pack_3(dx * weight, dy * weight, dz * weight))
        return Vector3(x + dx, y + dy, z + dz)

    def slerp(self, to: Vector3, weight: float) -> Vector3:
        """Like `lerp`, but turning: directions change evenly, and so do lengths."""
        to, weight = self._like(to), f32(weight)
        axis = self.cross(to)
        square = axis.length_squared()
        if self.length_squared() == 0.0 or to.length_squared() == 0.0 or square == 0.0:
            return self.lerp(to, weight)
        start = self.length()
        turned = self.rotated(axis / sqrt(square), f32(self.angle_to(to) * weight))
        return turned * divide(lerp_number(start, to.length(), weight), start)

    def abs(self) -> Vector3:
        """The vector with no component below zero."""
        return Vector3(abs(self._x), abs(self._y), abs(self._z))

    def min(self, with_: Vector3) -> Vector3:
        """The smaller of each two components."""
        if with_.__class__ is not Vector3:
            with_ = Vector3(with_)
        x, y, z, u, v, w = self._x, self._y, self._z, with_._x, with_._y, with_._z
        return Vector3(x if x < u else u, y if y < v else v, z if z < w else w)

    def max(self, with_: Vector3) -> Vector3:
        """The greater of each two components."""
        if with_.__class__ is not Vector3:
            with_ = Vector3(with_)
        x, y, z, u, v, w = self._x, self._y, self._z, with_._x, with_._y, with_._z
        return Vector3(x if x > u else u, y if y > v else v, z if z > w else w)

    def min_axis_index(self) -> int:
        """The axis of the smallest component."""
        x, y, z = self._x, self._y, self._z
        if x < y:
            return _Axis.AXIS_X if x < z else _Axis.AXIS_Z
        return _Axis.AXIS_Y if y < z else _Axis.AXIS_Z

    def max_axis_index(self) -> int:
        """The axis of the greatest component."""
        x, y, z = self._x, self._y, self._z
        if x < y:
            return _Axis.AXIS_Z if y < z else _Axis.AXIS_Y
        return _Axis.AXIS_Z if x < z else _Axis.AXIS_X

    # Directions in two numbers: the sphere folded out to an octahedron, then to a square.

    def octahedron_encode(self) -> Vector2:
        """This direction as two numbers between 0 and 1."""
        n = self / f32(f32(abs(self._x) + abs(self._y)) + abs(self._z))
        x, y = n._x, n._y
        if not n._z >= 0.0:
            side_x, side_y = (1.0 if x >= 0.0 else -1.0), (1.0 if y >= 0.0 else -1.0)
            x, y = f32(1.0 - abs(y)) * side_x, f32(1.0 - abs(n._x)) * side_y
        return Vector2(x * 0.5 + 0.5, y * 0.5 + 0.5)

    @staticmethod
    def octahedron_decode(uv: Vector2) -> Vector3:
        """The direction that `octahedron_encode` made two numbers of."""
        x, y = Vector2(uv)
        x, y = f32(x * 2.0 - 1.0), f32(y * 2.0 - 1.0)
        z = f32(f32(1.0 - abs(x)) - abs(y))
        t = clamp(-z, 0.0, 1.0)
        return Vector3(x - t if x >= 0.0 else x + t, y - t if y >= 0.0 else y + t, z).normalized()


def as_vector3(value: object) -> Vector3:
    """An argument that should be a `Vector3`: itself, or made of whole numbers, or TypeError."""
    return value if value.__class__ is Vector3 else Vector3(value)  # type: ignore[call-overload]


def _rotation(axis: Vector3, angle: float) -> tuple[Vector3, Vector3, Vector3]:
    """The rows of the matrix that turns by `angle` around `axis`."""
    sine, cosine = sin(angle), cos(angle)
    rest = f32(1.0 - cosine)
    x, y, z = axis
    xx, yy, zz = unpack_3(pack_3(x * x, y * y, z * z))
    a, b, c = unpack_3(pack_3(1.0 - xx, 1.0 - yy, 1.0 - zz))
    a, b, c = unpack_3(pack_3(cosine * a, cosine * b, cosine * c))
    xy, xz, yz = unpack_3(pack_3(x * y, x * z, y * z))
    xy, xz, yz = unpack_3(pack_3(xy * rest, xz * rest, yz * rest))
    x, y, z = unpack_3(pack_3(x * sine, y * sine, z * sine))
    return (
        Vector3(xx + a, xy - z, xz + y),
        Vector3(xy + z, yy + b, yz - x),
        Vector3(xz - y, yz + x, zz + c),
    )


def _components(x: object, y: object, z: object) -> tuple[float, float, float]:
    """What a constructor call means when it wasn't three numbers."""
    if x is None and y is None and z is None:
        return 0.0, 0.0, 0.0
    if y is None and z is None and family_of(x) == "Vector3":
        return unpack_3(pack_3(*x))  # type: ignore[misc]
    raise wrong_arguments("Vector3", "three numbers or a vector", x, y, z)


Vector3.ZERO = Vector3(0.0, 0.0, 0.0)
Vector3.ONE = Vector3(1.0, 1.0, 1.0)
Vector3.INF = Vector3(float("inf"), float("inf"), float("inf"))
Vector3.LEFT = Vector3(-1.0, 0.0, 0.0)
Vector3.RIGHT = Vector3(1.0, 0.0, 0.0)
Vector3.UP = Vector3(0.0, 1.0, 0.0)
Vector3.DOWN = Vector3(0.0, -1.0, 0.0)
Vector3.FORWARD = Vector3(0.0, 0.0, -1.0)
Vector3.BACK = Vector3(0.0, 0.0, 1.0)
Vector3.MODEL_LEFT = Vector3(1.0, 0.0, 0.0)
Vector3.MODEL_RIGHT = Vector3(-1.0, 0.0, 0.0)
Vector3.MODEL_TOP = Vector3(0.0, 1.0, 0.0)
Vector3.MODEL_BOTTOM = Vector3(0.0, -1.0, 0.0)
Vector3.MODEL_FRONT = Vector3(0.0, 0.0, 1.0)
Vector3.MODEL_REAR = Vector3(0.0, 0.0, -1.0)
