"""Godot's mathematical functions on single numbers.

Where Python refuses (the square root of -1, a division by zero, a result too large) these answer as
processors do: nan or infinity.
"""

from __future__ import annotations

import math
from math import copysign, inf, isfinite, isnan, nan, tau

from engine.core._float32 import f32
from engine.core.output import error

PI = math.pi
TAU = math.tau
INF = math.inf
NAN = math.nan

# Numbers that differ by less, in relation to their size, are approximately equal.
CMP_EPSILON = 0.00001
_INT64_MIN = -9223372036854775808
_INT64_MAX = 9223372036854775807
_DB_PER_NEPER = 8.6858896380650365530225783783321
_NEPER_PER_DB = 0.11512925464970228420089957273422


def whole(x: float) -> int:
    """A float cut off to an int of 64 bits; what does not fit becomes the smallest."""
    if type(x) is int:
        return x
    if not isfinite(x) or not -9.223372036854775808e18 <= x < 9.223372036854775808e18:
        return _INT64_MIN
    return int(x)


def divided(a: float, b: float) -> float:
    """`a / b`, where dividing by zero gives infinity or nan."""
    if b:
        return a / b
    return nan if not a or isnan(a) else copysign(inf, a) * copysign(1.0, b)


# Angles


def sin(angle_rad: float) -> float:
    """The sine of an angle in radians."""
    return math.sin(angle_rad) if isfinite(angle_rad) else nan


def cos(angle_rad: float) -> float:
    """The cosine of an angle in radians."""
    return math.cos(angle_rad) if isfinite(angle_rad) else nan


def tan(angle_rad: float) -> float:
    """The tangent of an angle in radians."""
    return math.tan(angle_rad) if isfinite(angle_rad) else nan


def asin(x: float) -> float:
    """The angle whose sine is `x`, which is held between -1 and 1."""
    return math.asin(min(max(x, -1.0), 1.0))


def acos(x: float) -> float:
    """The angle whose cosine is `x`, which is held between -1 and 1."""
    return math.acos(min(max(x, -1.0), 1.0))


def atan(x: float) -> float:
    """The angle whose tangent is `x`."""
    return math.atan(x)


def atan2(y: float, x: float) -> float:
    """The angle of the point (x, y), from -PI to PI."""
    return math.atan2(y, x)


def sinh(x: float) -> float:
    """The hyperbolic sine."""
    try:
        return math.sinh(x)
    except OverflowError:
        return copysign(inf, x)


def cosh(x: float) -> float:
    """The hyperbolic cosine."""
    try:
        return math.cosh(x)
    except OverflowError:
        return inf


def tanh(x: float) -> float:
    """The hyperbolic tangent."""
    return math.tanh(x)


def asinh(x: float) -> float:
    """The inverse of `sinh`."""
    return math.asinh(x)


def acosh(x: float) -> float:
    """The inverse of `cosh`; 0 below 1."""
    return 0.0 if x < 1.0 else math.acosh(x)


def atanh(x: float) -> float:
    """The inverse of `tanh`; infinity from 1 on and -infinity up to -1."""
    if -1.0 < x < 1.0 or isnan(x):
        return math.atanh(x)
    return copysign(inf, x)


def deg_to_rad(deg: float) -> float:
    """Degrees as radians."""
    return deg * (PI / 180.0)


def rad_to_deg(rad: float) -> float:
    """Radians as degrees."""
    return rad * (180.0 / PI)


def angle_difference(from_: float, to: float) -> float:
    """The shortest turn from one angle to the other, from -PI to PI."""
    difference = fmod(to - from_, tau)
    return fmod(2.0 * difference, tau) - difference


def lerp_angle(from_: float, to: float, weight: float) -> float:
    """The angle between two others at `weight`, along the shortest turn."""
    return from_ + angle_difference(from_, to) * weight


def rotate_toward(from_: float, to: float, delta: float) -> float:
    """`from_` turned towards `to` by at most `delta`; away from it if that is negative."""
    difference = angle_difference(from_, to)
    size = abs(difference)
    turn = min(max(delta, size - PI), size)
    return from_ + turn * (1.0 if difference >= 0.0 else -1.0)


# Powers


def sqrt(x: float) -> float:
    """The square root; nan for negative numbers."""
    return math.sqrt(x) if x >= 0.0 else nan


def exp(x: float) -> float:
    """Euler's number to the power of `x`."""
    try:
        return math.exp(x)
    except OverflowError:
        return inf


def log(x: float) -> float:
    """The natural logarithm; -infinity for 0, nan for negative numbers."""
    if x > 0.0:
        return math.log(x)
    return nan if x < 0.0 or isnan(x) else -inf


def pow_(base: float, exp: float) -> float:
    """`base` to the power of `exp`, always a float."""
    try:
        return math.pow(base, exp)
    except ValueError:
        # A negative base with a fraction, or zero with a negative exponent.
        odd = exp % 2.0 == 1.0
        return copysign(inf, base if odd else 1.0) if base == 0.0 else nan
    except OverflowError:
        return copysign(inf, base if exp % 2.0 == 1.0 else 1.0)


def db_to_linear(db: float) -> float:
    """Decibels as a factor of loudness."""
    return exp(db * _NEPER_PER_DB)


def linear_to_db(lin: float) -> float:
    """A factor of loudness as decibels."""
    return log(lin) * _DB_PER_NEPER


def ease(x: float, curve: float) -> float:
    """`x` from 0 to 1 on a curve: above 1 slow at first, 0 to 1 fast at first, below 0 both.

    Godot takes both as numbers of 32 bits.
    """
    x, curve = min(max(f32(x), 0.0), 1.0), f32(curve)
    if curve > 0.0:
        return 1.0 - pow_(1.0 - x, 1.0 / curve) if curve < 1.0 else pow_(x, curve)
    if curve < 0.0:
        if x < 0.5:
            return pow_(x * 2.0, -curve) * 0.5
        return (1.0 - pow_(1.0 - (x - 0.5) * 2.0, -curve)) * 0.5 + 0.5
    return 0.0


# Rounding and signs


def absf(x: float) -> float:
    """The number without its sign, as a float."""
    return abs(float(x))


def absi(x: int) -> int:
    """The number without its sign, as an int."""
    return abs(whole(x))


def ceilf(x: float) -> float:
    """The whole number above, as a float."""
    return copysign(float(math.ceil(x)), x) if isfinite(x) else x


def ceili(x: float) -> int:
    """The whole number above, as an int."""
    return whole(ceilf(x))


def floorf(x: float) -> float:
    """The whole number below, as a float."""
    return copysign(float(math.floor(x)), x) if isfinite(x) else x


def floori(x: float) -> int:
    """The whole number below, as an int."""
    return whole(floorf(x))


def roundf(x: float) -> float:
    """The nearest whole number as a float, halves away from zero."""
    if not isfinite(x):
        return x
    size = abs(x)
    below = math.floor(size)
    return copysign(float(below + 1 if size - below >= 0.5 else below), x)


def roundi(x: float) -> int:
    """The nearest whole number as an int, halves away from zero."""
    return whole(roundf(x))


def signf(x: float) -> float:
    """1.0, -1.0 or 0.0."""
    return 1.0 if x > 0.0 else -1.0 if x < 0.0 else 0.0


def signi(x: int) -> int:
    """1, -1 or 0."""
    x = whole(x)
    return (x > 0) - (x < 0)


def snappedf(x: float, step: float) -> float:
    """The multiple of `step` that is nearest to `x`; `x` itself if `step` is 0."""
    return floorf(x / step + 0.5) * step if step else float(x)


def snappedi(x: float, step: int) -> int:
    """The multiple of `step` that is nearest to `x`, as an int."""
    return whole(snappedf(x, whole(step)))


def step_decimals(x: float) -> int:
    """How many digits behind the point a step of this size needs, at most 9."""
    size = abs(x)
    fraction = size - whole(size)
    limit = 0.9999
    for digits in range(10):
        if fraction >= limit:
            return digits
        limit = 10.0 ** -(digits + 1) * 0.9999 if digits else 0.09999
    return 0


def _wrapped(value: int) -> int:
    """An int brought back into 64 bits."""
    return value if -_INT64_MIN > value >= _INT64_MIN else (value - _INT64_MIN) % 2**64 + _INT64_MIN


def nearest_po2(value: int) -> int:
    """The power of two that is at least `value`, within 64 bits."""
    value = whole(value) % 2**64
    return _wrapped(1 << (value - 1).bit_length()) if value else 0


# Remainders and ranges


def fmod(x: float, y: float) -> float:
    """The remainder of a division, with the sign of `x`."""
    return math.fmod(x, y) if y and isfinite(x) and not isnan(y) else nan


def fposmod(x: float, y: float) -> float:
    """The remainder of a division, with the sign of `y`."""
    value = fmod(x, y)
    if (value < 0.0 and y > 0.0) or (value > 0.0 and y < 0.0):
        value += y
    return value + 0.0


def posmod(x: int, y: int) -> int:
    """The remainder of a division of ints, with the sign of `y`; by 0 it is 0, with a message."""
    x, y = whole(x), whole(y)
    if y == 0:
        error("Division by zero in posmod is undefined. Returning 0 as fallback.")
        return 0
    return x % y


def pingpong(value: float, length: float) -> float:
    """`value` going up and down between 0 and `length`."""
    if not length:
        return 0.0
    part = (value - length) / (length * 2.0)
    return abs((part - floorf(part)) * length * 2.0 - length)


def wrapf(value: float, min_: float, max_: float) -> float:
    """`value` put between `min_` and `max_` as on a clock; `max_` is `min_` again."""
    size = max_ - min_
    if is_zero_approx(size):
        return float(min_)
    result = value - size * floorf((value - min_) / size)
    return float(min_) if is_equal_approx(result, max_) else result


def wrapi(value: int, min_: int, max_: int) -> int:
    """`value` put between `min_` and `max_`, which is left out, as on a clock."""
    value, min_, max_ = whole(value), whole(min_), whole(max_)
    size = _wrapped(max_ - min_)
    if size == 0:
        return min_
    rest = _remainder(_wrapped(value - min_), size)
    return _wrapped(min_ + _remainder(_wrapped(rest + size), size))


def _remainder(a: int, b: int) -> int:
    """The remainder of a division that rounds towards zero."""
    rest = abs(a) % abs(b)
    return -rest if a < 0 else rest


def clampf(value: float, min_: float, max_: float) -> float:
    """`value`, held between `min_` and `max_`, as a float."""
    return float(min_ if value < min_ else max_ if value > max_ else value)


def clampi(value: int, min_: int, max_: int) -> int:
    """`value`, held between `min_` and `max_`, as an int."""
    value, min_, max_ = whole(value), whole(min_), whole(max_)
    return min_ if value < min_ else max_ if value > max_ else value


def maxf(a: float, b: float) -> float:
    """The larger number, as a float."""
    return float(a if a > b else b)


def maxi(a: int, b: int) -> int:
    """The larger number, as an int."""
    return max(whole(a), whole(b))


def minf(a: float, b: float) -> float:
    """The smaller number, as a float."""
    return float(a if a < b else b)


def mini(a: int, b: int) -> int:
    """The smaller number, as an int."""
    return min(whole(a), whole(b))


# Between two numbers


def lerpf(from_: float, to: float, weight: float) -> float:
    """The number between two others: `from_` at weight 0, `to` at 1."""
    return from_ + (to - from_) * float(weight)


def inverse_lerp(from_: float, to: float, weight: float) -> float:
    """Which weight gives `weight` between two numbers: the inverse of `lerpf`."""
    return divided(weight - from_, to - from_)


def remap(value: float, istart: float, istop: float, ostart: float, ostop: float) -> float:
    """`value`, which is in one range, at the same place of another."""
    return lerpf(ostart, ostop, inverse_lerp(istart, istop, value))


def smoothstep(from_: float, to: float, x: float) -> float:
    """0 up to `from_`, 1 from `to` on, and a smooth curve between them."""
    if is_equal_approx(from_, to):
        if from_ <= to:
            return 0.0 if x <= from_ else 1.0
        return 1.0 if x <= to else 0.0
    place = min(max((x - from_) / (to - from_), 0.0), 1.0)
    return place * place * (3.0 - 2.0 * place)


def move_toward(from_: float, to: float, delta: float) -> float:
    """`from_` moved towards `to` by at most `delta`; away from it if that is negative."""
    if abs(to - from_) <= delta:
        return float(to)
    return from_ + (1.0 if to > from_ else -1.0 if to < from_ else 0.0) * delta


# Comparing


def is_equal_approx(a: float, b: float) -> bool:
    """Whether two numbers differ by less than a hundred thousandth of their size."""
    if a == b:
        return True
    return abs(a - b) < max(CMP_EPSILON * abs(a), CMP_EPSILON)


def is_zero_approx(x: float) -> bool:
    """Whether a number differs from zero by less than a hundred thousandth."""
    return abs(x) < CMP_EPSILON


def is_finite(x: float) -> bool:
    """Whether it is neither infinite nor nan."""
    return isfinite(x)


def is_inf(x: float) -> bool:
    """Whether it is infinite."""
    return math.isinf(x)


def is_nan(x: float) -> bool:
    """Whether it is not a number."""
    return isnan(x)
