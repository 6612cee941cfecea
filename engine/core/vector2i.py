"""Vector2i: a point or a size in whole numbers."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import ClassVar, Final, final, overload

from engine.core._float32 import divide, f32
from engine.core._int_vector import (
    IntVector,
    StructError,
    pack_2,
    quotient,
    unpack_2,
    whole_components,
    wrap_32,
)
from engine.core._value import Component
from engine.core.vector2 import Vector2


class _Axis(IntEnum):
    AXIS_X = 0
    AXIS_Y = 1


@final
class Vector2i(IntVector):
    """Two 32-bit whole numbers; what doesn't fit wraps around.

    `Vector2i()` is zero; `Vector2i(x, y)` takes numbers, whose fractions are cut off, and
    `Vector2i(v)` another vector, also a `Vector2`. A vector never changes: `v.replace(x=3)` makes
    another one.

    Operators work component by component; `*`, `/` and `%` also take a whole number, and `*` and
    `/` a float, which gives a `Vector2`. `/` rounds towards zero, `%` has the sign of the left
    side; both raise ZeroDivisionError.
    """

    __slots__ = ("_x", "_y")
    __match_args__ = ("x", "y")
    _family = "Vector2"
    _x: int
    _y: int

    x = Component[int]("_x", "The horizontal component, to the right.")
    y = Component[int]("_y", "The vertical component, downwards in 2D.")

    Axis = _Axis
    AXIS_X: Final = _Axis.AXIS_X
    AXIS_Y: Final = _Axis.AXIS_Y
    ZERO: ClassVar[Vector2i]
    ONE: ClassVar[Vector2i]
    MIN: ClassVar[Vector2i]
    MAX: ClassVar[Vector2i]
    LEFT: ClassVar[Vector2i]
    RIGHT: ClassVar[Vector2i]
    UP: ClassVar[Vector2i]
    DOWN: ClassVar[Vector2i]

    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self, from_: Vector2i | Vector2, /) -> None: ...
    @overload
    def __init__(self, x: float, y: float) -> None: ...
    def __init__(self, x: object = None, y: object = None) -> None:
        try:
            self._x, self._y = unpack_2(pack_2(x, y))  # type: ignore[arg-type]
        except StructError:
            self._x, self._y = whole_components(("x", "y"), "Vector2i", (x, y))

    def replace(self, *, x: int | None = None, y: int | None = None) -> Vector2i:
        """The same vector with other components in some places."""
        return Vector2i(self._x if x is None else x, self._y if y is None else y)

    __replace__ = replace

    def __iter__(self) -> Iterator[int]:
        return iter((self._x, self._y))

    def __hash__(self) -> int:
        return hash((self._x, self._y))

    # Operators.

    def __eq__(self, other: object) -> bool:
        if other.__class__ is Vector2i:
            return self._x == other._x and self._y == other._y
        return NotImplemented

    def __add__(self, other: Vector2i) -> Vector2i:
        if other.__class__ is Vector2i:
            return Vector2i(self._x + other._x, self._y + other._y)
        return NotImplemented

    def __sub__(self, other: Vector2i) -> Vector2i:
        if other.__class__ is Vector2i:
            return Vector2i(self._x - other._x, self._y - other._y)
        return NotImplemented

    @overload
    def __mul__(self, other: Vector2i | int) -> Vector2i: ...
    @overload
    def __mul__(self, other: float) -> Vector2: ...
    def __mul__(self, other: Vector2i | int | float) -> Vector2i | Vector2:
        if other.__class__ is Vector2i:
            return Vector2i(self._x * other._x, self._y * other._y)
        if other.__class__ is bool:
            return NotImplemented
        if isinstance(other, int):
            return Vector2i(self._x * other, self._y * other)
        return Vector2(self) * other if isinstance(other, float) else NotImplemented

    @overload
    def __rmul__(self, other: int) -> Vector2i: ...
    @overload
    def __rmul__(self, other: float) -> Vector2: ...
    def __rmul__(self, other: float) -> Vector2i | Vector2:
        return self.__mul__(other)

    @overload
    def __truediv__(self, other: Vector2i | int) -> Vector2i: ...
    @overload
    def __truediv__(self, other: float) -> Vector2: ...
    def __truediv__(self, other: Vector2i | int | float) -> Vector2i | Vector2:
        if other.__class__ is Vector2i:
            return Vector2i(*map(quotient, self, other))
        if other.__class__ is bool:
            return NotImplemented
        if isinstance(other, int):
            by = wrap_32(other)
            return Vector2i(*[quotient(part, by) for part in self])
        return Vector2(self) / other if isinstance(other, float) else NotImplemented

    def __neg__(self) -> Vector2i:
        return Vector2i(-self._x, -self._y)

    # The rest is in the base class.

    def aspect(self) -> float:
        """Width divided by height."""
        return f32(divide(f32(self._x), f32(self._y)))

    def min_axis_index(self) -> int:
        """The axis of the smallest component."""
        return _Axis.AXIS_X if self._x < self._y else _Axis.AXIS_Y

    def max_axis_index(self) -> int:
        """The axis of the greatest component."""
        return _Axis.AXIS_Y if self._x < self._y else _Axis.AXIS_X


Vector2i.ZERO = Vector2i(0, 0)
Vector2i.ONE = Vector2i(1, 1)
Vector2i.MIN = Vector2i(-0x80000000, -0x80000000)
Vector2i.MAX = Vector2i(0x7FFFFFFF, 0x7FFFFFFF)
Vector2i.LEFT = Vector2i(-1, 0)
Vector2i.RIGHT = Vector2i(1, 0)
Vector2i.UP = Vector2i(0, -1)
Vector2i.DOWN = Vector2i(0, 1)
