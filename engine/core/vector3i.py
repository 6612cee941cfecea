"""Vector3i: a point or a size in space, in whole numbers."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import ClassVar, Final, final, overload

from engine.core._int_vector import (
    IntVector,
    StructError,
    pack_3,
    quotient,
    unpack_3,
    whole_components,
    wrap_32,
)
from engine.core._value import Component
from engine.core.vector3 import Vector3


class _Axis(IntEnum):
    AXIS_X = 0
    AXIS_Y = 1
    AXIS_Z = 2


@final
class Vector3i(IntVector):
    """Three 32-bit whole numbers; what doesn't fit wraps around.

    `Vector3i()` is zero; `Vector3i(x, y, z)` takes numbers, whose fractions are cut off, and
    `Vector3i(v)` another vector, also a `Vector3`. A vector never changes: `v.replace(x=3)` makes
    another one.

    Operators work component by component; `*`, `/` and `%` also take a whole number, and `*` and
    `/` a float, which gives a `Vector3`. `/` rounds towards zero, `%` has the sign of the left
    side; both raise ZeroDivisionError.
    """

    __slots__ = ("_x", "_y", "_z")
    __match_args__ = ("x", "y", "z")
    _family = "Vector3"
    _x: int
    _y: int
    _z: int

    x = Component[int]("_x", "The component to the right.")
    y = Component[int]("_y", "The component upwards.")
    z = Component[int]("_z", "The component towards the viewer.")

    Axis = _Axis
    AXIS_X: Final = _Axis.AXIS_X
    AXIS_Y: Final = _Axis.AXIS_Y
    AXIS_Z: Final = _Axis.AXIS_Z
    ZERO: ClassVar[Vector3i]
    ONE: ClassVar[Vector3i]
    MIN: ClassVar[Vector3i]
    MAX: ClassVar[Vector3i]
    LEFT: ClassVar[Vector3i]
    RIGHT: ClassVar[Vector3i]
    UP: ClassVar[Vector3i]
    DOWN: ClassVar[Vector3i]
    FORWARD: ClassVar[Vector3i]
    BACK: ClassVar[Vector3i]

    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self, from_: Vector3i | Vector3, /) -> None: ...
    @overload
    def __init__(self, x: float, y: float, z: float) -> None: ...
    def __init__(self, x: object = None, y: object = None, z: object = None) -> None:
        try:
            packed = pack_3(x, y, z)  # type: ignore[arg-type]
            self._x, self._y, self._z = unpack_3(packed)
        except StructError:
            self._x, self._y, self._z = whole_components(
                Vector3i.__match_args__, "Vector3i", (x, y, z)
            )

    def replace(
        self, *, x: int | None = None, y: int | None = None, z: int | None = None
    ) -> Vector3i:
        """The same vector with other components in some places."""
        return Vector3i(
            self._x if x is None else x, self._y if y is None else y, self._z if z is None else z
        )

    __replace__ = replace

    def __iter__(self) -> Iterator[int]:
        return iter((self._x, self._y, self._z))

    def __hash__(self) -> int:
        return hash((self._x, self._y, self._z))

    # Operators.

    def __eq__(self, other: object) -> bool:
        if other.__class__ is Vector3i:
            return self._x == other._x and self._y == other._y and self._z == other._z
        return NotImplemented

    def __add__(self, other: Vector3i) -> Vector3i:
        if other.__class__ is Vector3i:
            return Vector3i(self._x + other._x, self._y + other._y, self._z + other._z)
        return NotImplemented

    def __sub__(self, other: Vector3i) -> Vector3i:
        if other.__class__ is Vector3i:
            return Vector3i(self._x - other._x, self._y - other._y, self._z - other._z)
        return NotImplemented

    @overload
    def __mul__(self, other: Vector3i | int) -> Vector3i: ...
    @overload
    def __mul__(self, other: float) -> Vector3: ...
    def __mul__(self, other: Vector3i | int | float) -> Vector3i | Vector3:
        if other.__class__ is Vector3i:
            return Vector3i(self._x * other._x, self._y * other._y, self._z * other._z)
        if other.__class__ is bool:
            return NotImplemented
        if isinstance(other, int):
            return Vector3i(self._x * other, self._y * other, self._z * other)
        return Vector3(self) * other if isinstance(other, float) else NotImplemented

    @overload
    def __rmul__(self, other: int) -> Vector3i: ...
    @overload
    def __rmul__(self, other: float) -> Vector3: ...
    def __rmul__(self, other: float) -> Vector3i | Vector3:
        return self.__mul__(other)

    @overload
    def __truediv__(self, other: Vector3i | int) -> Vector3i: ...
    @overload
    def __truediv__(self, other: float) -> Vector3: ...
    def __truediv__(self, other: Vector3i | int | float) -> Vector3i | Vector3:
        if other.__class__ is Vector3i:
            return Vector3i(*map(quotient, self, other))
        if other.__class__ is bool:
            return NotImplemented
        if isinstance(other, int):
            by = wrap_32(other)
            return Vector3i(*[quotient(part, by) for part in self])
        return Vector3(self) / other if isinstance(other, float) else NotImplemented

    def __neg__(self) -> Vector3i:
        return Vector3i(-self._x, -self._y, -self._z)

    # The rest is in the base class.

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


Vector3i.ZERO = Vector3i(0, 0, 0)
Vector3i.ONE = Vector3i(1, 1, 1)
Vector3i.MIN = Vector3i(-0x80000000, -0x80000000, -0x80000000)
Vector3i.MAX = Vector3i(0x7FFFFFFF, 0x7FFFFFFF, 0x7FFFFFFF)
Vector3i.LEFT = Vector3i(-1, 0, 0)
Vector3i.RIGHT = Vector3i(1, 0, 0)
Vector3i.UP = Vector3i(0, 1, 0)
Vector3i.DOWN = Vector3i(0, -1, 0)
Vector3i.FORWARD = Vector3i(0, 0, -1)
Vector3i.BACK = Vector3i(0, 0, 1)
