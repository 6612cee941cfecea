"""Arithmetic with Godot's 32-bit floats, on Python's 64-bit ones.

The components of vectors, rectangles, transforms and colours are 32-bit floats. One operation
(+ - * / or a square root) done with 64 bits and then rounded to 32 gives exactly what a 32-bit
processor gives, so a formula is the same bit for bit when every single step of it is rounded. That
is what the functions here do; they expect arguments that are rounded already.

Rounding is a trip through `struct` in native order, whose conversion is the processor's: too large
becomes infinity, and nothing raises. Hot paths use the `pack_n` and `unpack_n` pairs directly.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from math import copysign, isfinite, isnan, log10
from struct import Struct
from typing import TypeGuard

from engine.core._number_text import decimal_text

pack_1: Callable[[float], bytes] = Struct("f").pack
pack_2: Callable[[float, float], bytes] = Struct("2f").pack
pack_3: Callable[[float, float, float], bytes] = Struct("3f").pack
pack_4: Callable[[float, float, float, float], bytes] = Struct("4f").pack
unpack_1: Callable[[bytes], tuple[float]] = Struct("f").unpack
unpack_2: Callable[[bytes], tuple[float, float]] = Struct("2f").unpack
unpack_3: Callable[[bytes], tuple[float, float, float]] = Struct("3f").unpack
unpack_4: Callable[[bytes], tuple[float, float, float, float]] = Struct("4f").unpack

# What `pack_n` raise for arguments that are no numbers.
StructError = struct.error

NAN = math.nan

# Godot's tolerances, as 32-bit floats.
(EPSILON,) = unpack_1(pack_1(1e-5))
(UNIT_EPSILON,) = unpack_1(pack_1(1e-3))


def is_number(x: object) -> TypeGuard[float]:
    """Whether `x` can be a factor: an int or a float, but no bool."""
    return isinstance(x, (float, int)) and x.__class__ is not bool


def f32(x: float) -> float:
    """`x` rounded to 32 bits; TypeError for what is no number."""
    try:
        return unpack_1(pack_1(x))[0]
    except StructError:
        raise TypeError(f"expected a number, got {type(x).__name__} {x!r}") from None


# Operations that Python refuses for some numbers, as processors do them.


def divide(a: float, b: float) -> float:
    """`a / b`, where dividing by zero gives infinity or nan. Not rounded."""
    try:
        return a / b
    except ZeroDivisionError:
        if a == 0.0 or isnan(a):
            return NAN
        return copysign(math.inf, a) * copysign(1.0, b)


def floor(x: float) -> float:
    """The whole number below; zero keeps its sign, infinity and nan stay."""
    return x // 1.0 if isfinite(x) else x


def ceil(x: float) -> float:
    """The whole number above; zero keeps its sign, infinity and nan stay."""
    return -(-x // 1.0) if isfinite(x) else x


def round_(x: float) -> float:
    """The nearest whole number, halves away from zero."""
    return copysign((abs(x) + 0.5) // 1.0, x) if isfinite(x) else x


def sign(x: float) -> float:
    """1.0, -1.0, or 0.0 for zero and nan."""
    return 1.0 if x > 0.0 else -1.0 if x < 0.0 else 0.0


def sin(x: float) -> float:
    """Sine, rounded; nan for infinity."""
    return unpack_1(pack_1(math.sin(x)))[0] if isfinite(x) else NAN


def cos(x: float) -> float:
    """Cosine, rounded; nan for infinity."""
    return unpack_1(pack_1(math.cos(x)))[0] if isfinite(x) else NAN


def atan2(y: float, x: float) -> float:
    """Angle of the point (x, y), rounded."""
    return unpack_1(pack_1(math.atan2(y, x)))[0]


def sqrt(x: float) -> float:
    """Square root, rounded; nan below zero."""
    return unpack_1(pack_1(math.sqrt(x)))[0] if not x < 0.0 else NAN


def fmod(x: float, mod: float) -> float:
    """Remainder with the sign of `x`; nan where there is none."""
    try:
        return math.fmod(x, mod)
    except ValueError:
        return NAN


def pow_(x: float, exponent: float) -> float:
    """Power, rounded; nan for the fractional power of a negative number."""
    try:
        return f32(math.pow(x, exponent))
    except OverflowError:
        return math.inf
    except ValueError:
        return NAN


def posmod(x: float, mod: float) -> float:
    """Remainder with the sign of `mod`."""
    value = fmod(x, mod)
    if (value < 0.0 < mod) or (value > 0.0 > mod):
        value = f32(value + mod)
    return value + 0.0


def snapped(x: float, step: float) -> float:
    """The multiple of `step` nearest to `x`; `x` itself for a step of zero."""
    if step == 0.0:
        return x
    return floor(x / step + 0.5) * step


def clamp(x: float, low: float, high: float) -> float:
    """`x`, but not below `low` and not above `high`."""
    return low if x < low else high if x > high else x


# Comparisons.


def is_equal_approx(a: float, b: float) -> bool:
    """Whether two numbers differ by less than a hundred-thousandth of the first."""
    if a == b:
        return True
    tolerance = f32(EPSILON * abs(a))
    return abs(a - b) < (tolerance if tolerance > EPSILON else EPSILON)


def is_one_approx(x: float) -> bool:
    """Whether `x` is one within the tolerance for unit lengths."""
    return abs(f32(x - 1.0)) < UNIT_EPSILON


def is_zero_approx(x: float) -> bool:
    """Whether `x` is nearly zero."""
    return abs(x) < EPSILON


# Curves.


def lerp(a: float, b: float, weight: float) -> float:
    """The number `weight` of the way from `a` to `b`."""
    return f32(a + f32(f32(b - a) * weight))


def cubic_interpolate(a: float, b: float, pre: float, post: float, weight: float) -> float:
    """Catmull-Rom curve from `a` to `b`, evenly spaced."""
    square = f32(weight * weight)
    cube = f32(square * weight)
    linear = f32(f32(b - pre) * weight)
    bend = f32(f32(f32(f32(2.0 * pre - f32(5.0 * a)) + 4.0 * b) - post) * square)
    twist = f32(f32(f32(f32(f32(3.0 * a) - pre) - f32(3.0 * b)) + post) * cube)
    return f32(0.5 * f32(f32(f32(2.0 * a + linear) + bend) + twist))


def cubic_interpolate_in_time(
    a: float,
    b: float,
    pre: float,
    post: float,
    weight: float,
    b_t: float,
    pre_t: float,
    post_t: float,
) -> float:
    """Catmull-Rom curve from `a` (at time 0) to `b`, with a time for every point."""

    def part(since: float, span: float, if_none: float) -> float:
        return if_none if span == 0.0 else f32(since / span)

    t = f32(b_t * weight)
    since_pre = f32(t - pre_t)
    middle = part(t, b_t, 0.5)
    a1 = lerp(pre, a, part(since_pre, -pre_t, 0.0))
    a2 = lerp(a, b, middle)
    a3 = lerp(b, post, part(f32(t - b_t), f32(post_t - b_t), 1.0))
    b1 = lerp(a1, a2, part(since_pre, f32(b_t - pre_t), 0.0))
    b2 = lerp(a2, a3, part(t, post_t, 1.0))
    return lerp(b1, b2, middle)


def bezier_interpolate(a: float, control_1: float, control_2: float, b: float, t: float) -> float:
    """Point of a cubic Bezier curve."""
    rest = f32(1.0 - t)
    rest_2 = f32(rest * rest)
    t_2 = f32(t * t)
    first = f32(f32(f32(control_1 * rest_2) * t) * 3.0)
    second = f32(f32(f32(control_2 * rest) * t_2) * 3.0)
    start = f32(a * f32(rest_2 * rest))
    return f32(f32(f32(start + first) + second) + f32(b * f32(t_2 * t)))


def bezier_derivative(a: float, control_1: float, control_2: float, b: float, t: float) -> float:
    """Slope of a cubic Bezier curve."""
    rest = f32(1.0 - t)
    first = f32(f32(f32(control_1 - a) * 3.0) * f32(rest * rest))
    second = f32(f32(f32(f32(control_2 - control_1) * 6.0) * rest) * t)
    third = f32(f32(f32(b - control_2) * 3.0) * f32(t * t))
    return f32(f32(first + second) + third)


# Texts.


def real_text(x: float, trailing: bool = True) -> str:
    """How Godot prints a 32-bit float inside a vector: six digits behind the point at most.

    Args:
        x: the number.
        trailing: whether a whole number ends in ".0".
    """
    if x.is_integer() and -0x8000000000000000 <= x < 0x8000000000000000:
        return f"{int(x)}.0" if trailing else str(int(x))
    if not isfinite(x):
        return str(x)
    size = abs(x)
    decimals = 6 - math.floor(f32(log10(size))) if size > 10.0 else 6
    return decimal_text(x, decimals)


def short_text(x: float) -> str:
    """The shortest text that reads back as the same 32-bit float, as `repr` would write it."""
    text = repr(x)
    if len(text) <= 8:
        return text
    for digits in (6, 7, 8):
        shorter = float(f"{x:.{digits}g}")
        if unpack_1(pack_1(shorter))[0] == x:
            return min(repr(shorter), text, key=len)
    return repr(float(f"{x:.9g}"))
