"""Vector4: four floats in a row."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import TYPE_CHECKING, ClassVar, Final, final, overload

from engine.core._float32 import (
    StructError,
    divide,
    f32,
    is_number,
    pack_1,
    pack_4,
    sqrt,
    unpack_1,
    unpack_4,
)
from engine.core._float_vector import FloatVector
from engine.core._value import Component, family_of, wrong_arguments

if TYPE_CHECKING:
    from engine.core.vector4i import Vector4i


class _Axis(IntEnum):
    AXIS_X = 0
    AXIS_Y = 1
    AXIS_Z = 2
    AXIS_W = 3


@final
class Vector4(FloatVector):
    """Four 32-bit floats.

    `Vector4()` is zero; `Vector4(x, y, z, w)` takes numbers, `Vector4(v)` another vector, also a
    `Vector4i`. A vector never changes: `v.replace(x=3.0)` makes another one.

    Operators work component by component; `*` and `/` also take a number. Dividing by zero gives
    infinity or nan.
    """

    __slots__ = ("_w", "_x", "_y", "_z")
    __match_args__ = ("x", "y", "z", "w")
    _family = "Vector4"
    _x: float
    _y: float
    _z: float
    _w: float

    x = Component[float]("_x", "The first component.")
    y = Component[float]("_y", "The second component.")
    z = Component[float]("_z", "The third component.")
    w = Component[float]("_w", "The fourth component.")

    Axis = _Axis
    AXIS_X: Final = _Axis.AXIS_X
    AXIS_Y: Final = _Axis.AXIS_Y
    AXIS_Z: Final = _Axis.AXIS_Z
    AXIS_W: Final = _Axis.AXIS_W
    ZERO: ClassVar[Vector4]
    ONE: ClassVar[Vector4]
    INF: ClassVar[Vector4]

    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self, from_: Vector4 | Vector4i, /) -> None: ...
    @overload
    def __init__(self, x: float, y: float, z: float, w: float) -> None: ...
    def __init__(
        self, x: object = None, y: object = None, z: object = None, w: object = None
    ) -> None:
        try:
            packed = pack_4(x, y, z, w)  # type: ignore[arg-type]
            self._x, self._y, self._z, self._w = unpack_4(packed)
        except StructError:
            self._x, self._y, self._z, self._w = _components(x, y, z, w)

    def replace(
        self,
        *,
        x: float | None = None,
        y: float | None = None,
        z: float | None = None,
        w: float | None = None,
    ) -> Vector4:
        """The same vector with other components in some places."""
        return Vector4(
            self._x if x is None else x,
            self._y if y is None else y,
            self._z if z is None else z,
            self._w if w is None else w,
        )

    __replace__ = replace

    def __iter__(self) -> Iterator[float]:
        return iter((self._x, self._y, self._z, self._w))

    def __hash__(self) -> int:
        return hash((self._x, self._y, self._z, self._w))

    # Operators.

    def __eq__(self, other: object) -> bool:
        if other.__class__ is Vector4:
            return (
                self._x == other._x
                and self._y == other._y
                and self._z == other._z
                and self._w == other._w
            )
        return NotImplemented

    def __add__(self, other: Vector4) -> Vector4:
        if other.__class__ is Vector4:
            x, y, z, w = other._x, other._y, other._z, other._w
            return Vector4(self._x + x, self._y + y, self._z + z, self._w + w)
        return NotImplemented

    def __sub__(self, other: Vector4) -> Vector4:
        if other.__class__ is Vector4:
            x, y, z, w = other._x, other._y, other._z, other._w
            return Vector4(self._x - x, self._y - y, self._z - z, self._w - w)
        return NotImplemented

    def __mul__(self, other: Vector4 | float) -> Vector4:
        if other.__class__ is Vector4:
            x, y, z, w = other._x, other._y, other._z, other._w
        elif other.__class__ is float or is_number(other):
            x = y = z = w = unpack_1(pack_1(other))[0]
        else:
            return NotImplemented
        return Vector4(self._x * x, self._y * y, self._z * z, self._w * w)

    __rmul__ = __mul__

    def __truediv__(self, other: Vector4 | float) -> Vector4:
        if other.__class__ is Vector4:
            return Vector4(*map(divide, self, other))
        if other.__class__ is float or is_number(other):
            (by,) = unpack_1(pack_1(other))
            return Vector4(*[divide(part, by) for part in self])
        return NotImplemented

    def __neg__(self) -> Vector4:
        return Vector4(-self._x, -self._y, -self._z, -self._w)

    # Lengths and products.

    def length(self) -> float:
        """The length."""
        return sqrt(self.dot(self))

    def length_squared(self) -> float:
        """The square of the length, which is faster to compare."""
        return self.dot(self)

    def distance_to(self, to: Vector4) -> float:
        """The distance to another point."""
        return (self._like(to) - self).length()

    def distance_squared_to(self, to: Vector4) -> float:
        """The square of the distance to another point."""
        return (self._like(to) - self).length_squared()

    def direction_to(self, to: Vector4) -> Vector4:
        """The direction, of length one, from here to another point."""
        return (self._like(to) - self).normalized()

    def normalized(self) -> Vector4:
        """The same direction with the length one; zero stays zero."""
        square = self.dot(self)
        return Vector4.ZERO if square == 0.0 else self / sqrt(square)

    def dot(self, with_: Vector4) -> float:
        """The dot product: positive for directions less than a right angle apart."""
        xx, yy, zz, ww = self * self._like(with_)
        (sum_,) = unpack_1(pack_1(xx + yy))
        (sum_,) = unpack_1(pack_1(sum_ + zz))
        return unpack_1(pack_1(sum_ + ww))[0]

    def inverse(self) -> Vector4:
        """One divided by every component."""
        return Vector4(*[divide(1.0, part) for part in self])

    # Between two vectors.

    def lerp(self, to: Vector4, weight: float) -> Vector4:
        """The vector `weight` (0 to 1) of the way to `to`."""
        return self + (self._like(to) - self) * f32(weight)

    def abs(self) -> Vector4:
        """The vector with no component below zero."""
        return Vector4(*map(abs, self))

    def min(self, with_: Vector4) -> Vector4:
        """The smaller of each two components."""
        pairs = zip(self, self._like(with_), strict=True)
        return Vector4(*[a if a < b else b for a, b in pairs])

    def max(self, with_: Vector4) -> Vector4:
        """The greater of each two components."""
        pairs = zip(self, self._like(with_), strict=True)
        return Vector4(*[a if a > b else b for a, b in pairs])

    def min_axis_index(self) -> int:
        """The axis of the smallest component, the last one of equals."""
        return _Axis(min(range(4), key=lambda axis: (self[axis], -axis)))

    def max_axis_index(self) -> int:
        """The axis of the greatest component, the first one of equals."""
        return _Axis(max(range(4), key=lambda axis: (self[axis], -axis)))


def _components(*given: object) -> tuple[float, float, float, float]:
    """What a constructor call means when it wasn't four numbers."""
    if given == (None, None, None, None):
        return 0.0, 0.0, 0.0, 0.0
    if given[1:] == (None, None, None) and family_of(given[0]) == "Vector4":
        return unpack_4(pack_4(*given[0]))  # type: ignore[misc]
    raise wrong_arguments("Vector4", "four numbers or a vector", *given)


Vector4.ZERO = Vector4(0.0, 0.0, 0.0, 0.0)
Vector4.ONE = Vector4(1.0, 1.0, 1.0, 1.0)
Vector4.INF = Vector4(*[float("inf")] * 4)
