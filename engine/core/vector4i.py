"""Vector4i: four whole numbers in a row."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import ClassVar, Final, final, overload

from engine.core._int_vector import (
    IntVector,
    StructError,
    pack_4,
    quotient,
    unpack_4,
    whole_components,
    wrap_32,
)
from engine.core._value import Component
from engine.core.vector4 import Vector4


class _Axis(IntEnum):
    AXIS_X = 0
    AXIS_Y = 1
    AXIS_Z = 2
    AXIS_W = 3


@final
class Vector4i(IntVector):
    """Four 32-bit whole numbers; what doesn't fit wraps around.

    `Vector4i()` is zero; `Vector4i(x, y, z, w)` takes numbers, whose fractions are cut off, and
    `Vector4i(v)` another vector, also a `Vector4`. A vector never changes: `v.replace(x=3)` makes
    another one.

    Operators work component by component; `*`, `/` and `%` also take a whole number, and `*` and
    `/` a float, which gives a `Vector4`. `/` rounds towards zero, `%` has the sign of the left
    side; both raise ZeroDivisionError.
    """

    __slots__ = ("_w", "_x", "_y", "_z")
    __match_args__ = ("x", "y", "z", "w")
    _family = "Vector4"
    _x: int
    _y: int
    _z: int
    _w: int

    x = Component[int]("_x", "The first component.")
    y = Component[int]("_y", "The second component.")
    z = Component[int]("_z", "The third component.")
    w = Component[int]("_w", "The fourth component.")

    Axis = _Axis
    AXIS_X: Final = _Axis.AXIS_X
    AXIS_Y: Final = _Axis.AXIS_Y
    AXIS_Z: Final = _Axis.AXIS_Z
    AXIS_W: Final = _Axis.AXIS_W
    ZERO: ClassVar[Vector4i]
    ONE: ClassVar[Vector4i]
    MIN: ClassVar[Vector4i]
    MAX: ClassVar[Vector4i]

    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self, from_: Vector4i | Vector4, /) -> None: ...
    @overload
    def __init__(self, x: float, y: float, z: float, w: float) -> None: ...
    def __init__(
        self, x: object = None, y: object = None, z: object = None, w: object = None
    ) -> None:
        try:
            packed = pack_4(x, y, z, w)  # type: ignore[arg-type]
            self._x, self._y, self._z, self._w = unpack_4(packed)
        except StructError:
            self._x, self._y, self._z, self._w = whole_components(
                Vector4i.__match_args__, "Vector4i", (x, y, z, w)
            )

    def replace(
        self,
        *,
        x: int | None = None,
        y: int | None = None,
        z: int | None = None,
        w: int | None = None,
    ) -> Vector4i:
        """The same vector with other components in some places."""
        return Vector4i(
            self._x if x is None else x,
            self._y if y is None else y,
            self._z if z is None else z,
            self._w if w is None else w,
        )

    __replace__ = replace

    def __iter__(self) -> Iterator[int]:
        return iter((self._x, self._y, self._z, self._w))

    def __hash__(self) -> int:
        return hash((self._x, self._y, self._z, self._w))

    # Operators.

    def __eq__(self, other: object) -> bool:
        if other.__class__ is Vector4i:
            return (
                self._x == other._x
                and self._y == other._y
                and self._z == other._z
                and self._w == other._w
            )
        return NotImplemented

    def __add__(self, other: Vector4i) -> Vector4i:
        if other.__class__ is Vector4i:
            return Vector4i(
                self._x + other._x, self._y + other._y, self._z + other._z, self._w + other._w
            )
        return NotImplemented

    def __sub__(self, other: Vector4i) -> Vector4i:
        if other.__class__ is Vector4i:
            return Vector4i(
                self._x - other._x, self._y - other._y, self._z - other._z, self._w - other._w
            )
        return NotImplemented

    @overload
    def __mul__(self, other: Vector4i | int) -> Vector4i: ...
    @overload
    def __mul__(self, other: float) -> Vector4: ...
    def __mul__(self, other: Vector4i | int | float) -> Vector4i | Vector4:
        if other.__class__ is Vector4i:
            return Vector4i(
                self._x * other._x, self._y * other._y, self._z * other._z, self._w * other._w
            )
        if other.__class__ is bool:
            return NotImplemented
        if isinstance(other, int):
            return Vector4i(self._x * other, self._y * other, self._z * other, self._w * other)
        return Vector4(self) * other if isinstance(other, float) else NotImplemented

    @overload
    def __rmul__(self, other: int) -> Vector4i: ...
    @overload
    def __rmul__(self, other: float) -> Vector4: ...
    def __rmul__(self, other: float) -> Vector4i | Vector4:
        return self.__mul__(other)

    @overload
    def __truediv__(self, other: Vector4i | int) -> Vector4i: ...
    @overload
    def __truediv__(self, other: float) -> Vector4: ...
    def __truediv__(self, other: Vector4i | int | float) -> Vector4i | Vector4:
        if other.__class__ is Vector4i:
            return Vector4i(*map(quotient, self, other))
        if other.__class__ is bool:
            return NotImplemented
        if isinstance(other, int):
            by = wrap_32(other)
            return Vector4i(*[quotient(part, by) for part in self])
        return Vector4(self) / other if isinstance(other, float) else NotImplemented

    def __neg__(self) -> Vector4i:
        return Vector4i(-self._x, -self._y, -self._z, -self._w)

    # The rest is in the base class.

    def min_axis_index(self) -> int:
        """The axis of the smallest component, the last one of equals."""
        return _Axis(min(range(4), key=lambda axis: (self[axis], -axis)))

    def max_axis_index(self) -> int:
        """The axis of the greatest component, the first one of equals."""
        return _Axis(max(range(4), key=lambda axis: (self[axis], -axis)))


Vector4i.ZERO = Vector4i(0, 0, 0, 0)
Vector4i.ONE = Vector4i(1, 1, 1, 1)
Vector4i.MIN = Vector4i(-0x80000000, -0x80000000, -0x80000000, -0x80000000)
Vector4i.MAX = Vector4i(0x7FFFFFFF, 0x7FFFFFFF, 0x7FFFFFFF, 0x7FFFFFFF)
