"""What `Vector2`, `Vector3` and `Vector4` do component by component, or by their operators.

The classes themselves write out what is called thousands of times a frame (operators, lengths,
`lerp`, `min`, `max`); everything here works on components in a row and serves all three.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from engine.core import _float32 as m
from engine.core._float32 import f32
from engine.core._value import Indexed
from engine.core.output import error

if TYPE_CHECKING:
    from collections.abc import Iterator


class FloatVector(Indexed):
    """Base of the vectors of 32-bit floats."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(self, *components: Any) -> None: ...
        def __iter__(self) -> Iterator[float]: ...
        def abs(self) -> Self: ...
        def length_squared(self) -> float: ...

    def _like(self, other: object) -> Self:
        """`other` as a vector of this class (from whole numbers, if need be), or TypeError."""
        return other if isinstance(other, type(self)) else type(self)(other)

    def __str__(self) -> str:
        return f"({', '.join(map(m.real_text, self))})"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(m.short_text, self))})"

    def __bool__(self) -> bool:
        return any(self)

    def __pos__(self) -> Self:
        return self

    # Vectors are ordered by their first component, by the second where the first are equal, ...

    def __lt__(self, other: Self) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        for a, b in zip(self, other, strict=True):
            if a != b:
                return a < b
        return False

    def __le__(self, other: Self) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        for a, b in zip(self, other, strict=True):
            if a != b:
                return a < b
        return True

    def __gt__(self, other: Self) -> bool:
        return NotImplemented if other.__class__ is not self.__class__ else other < self

    def __ge__(self, other: Self) -> bool:
        return NotImplemented if other.__class__ is not self.__class__ else other <= self

    # Python's own functions: abs(v), round(v), and floor and ceil of `math`.

    def __abs__(self) -> Self:
        return self.abs()

    def __ceil__(self) -> Self:
        return self.ceil()

    def __floor__(self) -> Self:
        return self.floor()

    def __round__(self) -> Self:
        return self.round()

    # Whole numbers.

    def ceil(self) -> Self:
        """Every component rounded up."""
        return type(self)(*map(m.ceil, self))

    def floor(self) -> Self:
        """Every component rounded down."""
        return type(self)(*map(m.floor, self))

    def round(self) -> Self:
        """Every component rounded to the nearest whole number, halves away from zero."""
        return type(self)(*map(m.round_, self))

    def sign(self) -> Self:
        """Every component as 1.0, -1.0 or 0.0."""
        return type(self)(*map(m.sign, self))

    # Limits and steps.

    def clamp(self, min_: Self, max_: Self) -> Self:
        """Every component between those of `min_` and `max_`."""
        return type(self)(*map(m.clamp, self, self._like(min_), self._like(max_)))

    def clampf(self, min_: float, max_: float) -> Self:
        """Every component between `min_` and `max_`."""
        low, high = f32(min_), f32(max_)
        return type(self)(*[m.clamp(x, low, high) for x in self])

    def maxf(self, with_: float) -> Self:
        """Every component, or `with_` where that is greater."""
        least = f32(with_)
        return type(self)(*[x if x > least else least for x in self])

    def minf(self, with_: float) -> Self:
        """Every component, or `with_` where that is smaller."""
        most = f32(with_)
        return type(self)(*[x if x < most else most for x in self])

    def posmod(self, mod: float) -> Self:
        """Every component modulo `mod`, with the sign of `mod`."""
        mod = f32(mod)
        return type(self)(*[m.posmod(x, mod) for x in self])

    def posmodv(self, modv: Self) -> Self:
        """Every component modulo that of `modv`, with its sign."""
        return type(self)(*map(m.posmod, self, self._like(modv)))

    def snapped(self, step: Self) -> Self:
        """Every component as the nearest multiple of that of `step`."""
        return type(self)(*map(m.snapped, self, self._like(step)))

    def snappedf(self, step: float) -> Self:
        """Every component as the nearest multiple of `step`."""
        step = f32(step)
        return type(self)(*[m.snapped(x, step) for x in self])

    # Questions.

    def is_equal_approx(self, to: Self) -> bool:
        """Whether all components are nearly those of `to`."""
        return all(map(m.is_equal_approx, self, self._like(to)))

    def is_finite(self) -> bool:
        """Whether no component is infinite or nan."""
        return all(map(isfinite, self))

    def is_normalized(self) -> bool:
        """Whether the length is nearly one."""
        return m.is_one_approx(self.length_squared())

    def is_zero_approx(self) -> bool:
        """Whether all components are nearly zero."""
        return all(map(m.is_zero_approx, self))

    # Curves.

    def cubic_interpolate(self, b: Self, pre_a: Self, post_b: Self, weight: float) -> Self:
        """The point `weight` of the way to `b` on a smooth curve through four points."""
        b, pre, post, weight = self._like(b), self._like(pre_a), self._like(post_b), f32(weight)
        points = zip(self, b, pre, post, strict=True)
        return type(self)(*[m.cubic_interpolate(*four, weight) for four in points])

    def cubic_interpolate_in_time(
        self,
        b: Self,
        pre_a: Self,
        post_b: Self,
        weight: float,
        b_t: float,
        pre_a_t: float,
        post_b_t: float,
    ) -> Self:
        """Like `cubic_interpolate`, with the times of the points; this one has time 0."""
        b, pre, post, weight = self._like(b), self._like(pre_a), self._like(post_b), f32(weight)
        times = f32(b_t), f32(pre_a_t), f32(post_b_t)
        points = zip(self, b, pre, post, strict=True)
        return type(self)(*[m.cubic_interpolate_in_time(*four, weight, *times) for four in points])


class DirectedVector(FloatVector):
    """Base of `Vector2` and `Vector3`, the vectors that stand for movements and directions."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __add__(self, other: Self) -> Self: ...
        def __sub__(self, other: Self) -> Self: ...
        def __mul__(self, other: Self | float) -> Self: ...
        def __truediv__(self, other: Self | float) -> Self: ...
        def __neg__(self) -> Self: ...
        def dot(self, with_: Self) -> float: ...
        def length(self) -> float: ...
        def normalized(self) -> Self: ...

    def _is_normal(self, what: str) -> bool:
        if self.is_normalized():
            return True
        # Godot forgets a space in the message of the one class.
        space = "" if type(self).__name__ == "Vector2" else " "
        error(f"The {what} {type(self).__name__} {self}{space}must be normalized.")
        return False

    def direction_to(self, to: Self) -> Self:
        """The direction, of length one, from here to another point."""
        return (self._like(to) - self).normalized()

    def move_toward(self, to: Self, delta: float) -> Self:
        """The point `delta` nearer to `to`, and never past it."""
        to, delta = self._like(to), f32(delta)
        way = to - self
        length = way.length()
        if length <= delta or length < m.EPSILON:
            return to
        return self + way / length * delta

    def limit_length(self, length: float = 1.0) -> Self:
        """The same direction, no longer than `length`."""
        now, most = self.length(), f32(length)
        return self / now * most if now > 0.0 and most < now else self

    def project(self, b: Self) -> Self:
        """The part of this vector that lies along `b`."""
        b = self._like(b)
        return b * m.divide(self.dot(b), b.length_squared())

    def slide(self, n: Self) -> Self:
        """What is left of this vector along the surface whose normal is `n`."""
        n = self._like(n)
        return self - n * self.dot(n) if n._is_normal("normal") else type(self)()

    def _mirrored(self, n: Self) -> Self:
        return n * 2.0 * self.dot(n) - self if n._is_normal("normal") else type(self)()

    def bounce(self, n: Self) -> Self:
        """This vector bounced off the surface whose normal is `n`."""
        return -self._mirrored(self._like(n))

    def bezier_interpolate(self, control_1: Self, control_2: Self, end: Self, t: float) -> Self:
        """The point at `t` (0 to 1) on the Bezier curve from here to `end`."""
        one, two, end, t = self._like(control_1), self._like(control_2), self._like(end), f32(t)
        points = zip(self, one, two, end, strict=True)
        return type(self)(*[m.bezier_interpolate(*four, t) for four in points])

    def bezier_derivative(self, control_1: Self, control_2: Self, end: Self, t: float) -> Self:
        """The direction at `t` (0 to 1) of the Bezier curve from here to `end`."""
        one, two, end, t = self._like(control_1), self._like(control_2), self._like(end), f32(t)
        points = zip(self, one, two, end, strict=True)
        return type(self)(*[m.bezier_derivative(*four, t) for four in points])
