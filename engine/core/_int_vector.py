"""What `Vector2i`, `Vector3i` and `Vector4i` do component by component.

Components are 32-bit whole numbers and wrap around: the constructor sees to it. Lengths are
computed with 64 bits, which wrap as well.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from math import isfinite, sqrt
from struct import Struct
from typing import TYPE_CHECKING, Any, Self, SupportsFloat

from engine.core._value import Indexed, family_of, wrong_arguments

if TYPE_CHECKING:
    from collections.abc import Iterator

# What `pack_n` raise for arguments that are no 32-bit whole numbers.
StructError = struct.error

pack_2: Callable[[int, int], bytes] = Struct("2i").pack
pack_3: Callable[[int, int, int], bytes] = Struct("3i").pack
pack_4: Callable[[int, int, int, int], bytes] = Struct("4i").pack
unpack_2: Callable[[bytes], tuple[int, int]] = Struct("2i").unpack
unpack_3: Callable[[bytes], tuple[int, int, int]] = Struct("3i").unpack
unpack_4: Callable[[bytes], tuple[int, int, int, int]] = Struct("4i").unpack


def wrap_32(x: int) -> int:
    """`x` as a signed 32-bit number."""
    return ((x + 0x80000000) & 0xFFFFFFFF) - 0x80000000


def wrap_64(x: int) -> int:
    """`x` as a signed 64-bit number."""
    return ((x + 0x8000000000000000) & 0xFFFFFFFFFFFFFFFF) - 0x8000000000000000


def whole(x: SupportsFloat, low: int = -(1 << 63)) -> int:
    """`x` without its fraction; as processors do it, the lowest number for one out of range."""
    x = float(x)
    if not (isfinite(x) and low <= x < -low):
        return low
    return math.trunc(x)


def whole_components(names: tuple[str, ...], kind: str, given: tuple[object, ...]) -> list[int]:
    """What a constructor call means when it wasn't small whole numbers.

    Args:
        names: the names of the components.
        kind: the class to make.
        given: the arguments, with None for those that are missing.
    """
    if all(one is None for one in given):
        return [0] * len(names)
    first, *others = given
    if family_of(first) + "i" == kind and all(one is None for one in others):
        # From 32-bit floats: those out of range become the lowest 32-bit number.
        return [x if isinstance(x, int) else whole(x, -0x80000000) for x in first]  # type: ignore[attr-defined]
    if all(isinstance(one, (int, float)) for one in given):
        return [wrap_32(x if isinstance(x, int) else whole(x)) for x in given]  # type: ignore[arg-type]
    raise wrong_arguments(kind, f"{len(names)} numbers or a vector", *given)


def quotient(a: int, b: int) -> int:
    """`a / b` rounded towards zero."""
    return a // b if (a < 0) == (b < 0) else -(-a // b)


def remainder(a: int, b: int) -> int:
    """What `quotient` leaves over: has the sign of `a`."""
    return a - quotient(a, b) * b


def _argument(x: int) -> int:
    return x if x.__class__ is int else wrap_32(whole(x))


def _limited(x: int, low: int, high: int) -> int:
    return low if x < low else high if x > high else x


def _snapped(x: int, step: int) -> int:
    return whole(math.floor(x / step + 0.5) * step, -0x80000000) if step != 0 else x


class IntVector(Indexed):
    """Base of the vectors of 32-bit whole numbers."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(self, *components: Any) -> None: ...
        def __iter__(self) -> Iterator[int]: ...
        def __sub__(self, other: Self) -> Self: ...

    def _like(self, other: object) -> Self:
        """`other` as a vector of this class (its fractions cut off, if need be), or TypeError."""
        return other if isinstance(other, type(self)) else type(self)(other)

    def __str__(self) -> str:
        return f"({', '.join(map(str, self))})"

    def __bool__(self) -> bool:
        return any(self)

    def __pos__(self) -> Self:
        return self

    def __abs__(self) -> Self:
        return self.abs()

    # Vectors are ordered by their first component, by the second where the first are equal, ...

    def __lt__(self, other: Self) -> bool:
        return NotImplemented if other.__class__ is not self.__class__ else [*self] < [*other]

    def __le__(self, other: Self) -> bool:
        return NotImplemented if other.__class__ is not self.__class__ else [*self] <= [*other]

    def __gt__(self, other: Self) -> bool:
        return NotImplemented if other.__class__ is not self.__class__ else [*self] > [*other]

    def __ge__(self, other: Self) -> bool:
        return NotImplemented if other.__class__ is not self.__class__ else [*self] >= [*other]

    def __mod__(self, other: Self | int) -> Self:
        if isinstance(other, type(self)):
            return type(self)(*map(remainder, self, other))
        if isinstance(other, int) and other.__class__ is not bool:
            by = wrap_32(other)
            return type(self)(*[remainder(x, by) for x in self])
        return NotImplemented

    # Lengths.

    def length(self) -> float:
        """The length."""
        square = self.length_squared()
        return sqrt(square) if square >= 0 else math.nan  # more than 64 bits

    def length_squared(self) -> int:
        """The square of the length."""
        return wrap_64(sum([x * x for x in self]))

    def distance_to(self, to: Self) -> float:
        """The distance to another point."""
        return (self._like(to) - self).length()

    def distance_squared_to(self, to: Self) -> int:
        """The square of the distance to another point."""
        return (self._like(to) - self).length_squared()

    # Component by component.

    def abs(self) -> Self:
        """The vector with no component below zero."""
        return type(self)(*map(abs, self))

    def sign(self) -> Self:
        """Every component as 1, -1 or 0."""
        return type(self)(*[(x > 0) - (x < 0) for x in self])

    def min(self, with_: Self) -> Self:
        """The smaller of each two components."""
        return type(self)(*map(min, self, self._like(with_)))

    def mini(self, with_: int) -> Self:
        """Every component, or `with_` where that is smaller."""
        most = _argument(with_)
        return type(self)(*[min(x, most) for x in self])

    def max(self, with_: Self) -> Self:
        """The greater of each two components."""
        return type(self)(*map(max, self, self._like(with_)))

    def maxi(self, with_: int) -> Self:
        """Every component, or `with_` where that is greater."""
        least = _argument(with_)
        return type(self)(*[max(x, least) for x in self])

    def clamp(self, min_: Self, max_: Self) -> Self:
        """Every component between those of `min_` and `max_`."""
        return type(self)(*map(_limited, self, self._like(min_), self._like(max_)))

    def clampi(self, min_: int, max_: int) -> Self:
        """Every component between `min_` and `max_`."""
        low, high = _argument(min_), _argument(max_)
        return type(self)(*[_limited(x, low, high) for x in self])

    def snapped(self, step: Self) -> Self:
        """Every component as the nearest multiple of that of `step`."""
        return type(self)(*map(_snapped, self, self._like(step)))

    def snappedi(self, step: int) -> Self:
        """Every component as the nearest multiple of `step`."""
        step = _argument(step)
        return type(self)(*[_snapped(x, step) for x in self])
