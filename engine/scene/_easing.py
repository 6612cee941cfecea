"""The twelve transitions in their four eases: how far a tween is at a point in time.

An `Equation` takes the elapsed time and the duration and gives the weight, 0.0 at the start and
1.0 at the end. Times and weight are 32-bit floats, as in Godot, and are rounded where Godot rounds,
so that a tweened value has the same digits.

A transition is two equations, one that gathers speed (in) and one that loses it (out); the other
two eases put two of half the size one after the other. Where the last operation is a sum it is left
unrounded, because what joins halves goes on from there; `weight_of` rounds the result.

Most transitions look at `x` alone, the part of the duration that has gone. For those, joining
happens in terms of `x` (`_joined`). Elastic, bounce and spring count in time (`_joined_in_time`).
"""

from __future__ import annotations

import math
from collections.abc import Callable

from engine.core._float32 import f32, pack_1, pack_2, unpack_1, unpack_2

Equation = Callable[[float, float], float]
_Curve = Callable[[float], float]
_Eases = tuple[Equation, Equation, Equation, Equation]

_QUARTER_TURN = math.pi / 2
_TURN = math.pi * 2


def weight_of(equation: Equation | None, time: float, duration: float) -> float:
    """How far a tween is; `None` stands for even speed.

    Args:
        equation: one of `EQUATIONS`.
        time: seconds since the start.
        duration: seconds from start to end; 0.0 means that the end has been reached.
    """
    time, duration = unpack_2(pack_2(time, duration))
    if duration == 0.0:
        return 1.0
    if equation is None:
        return unpack_1(pack_1(time / duration))[0]
    try:
        weight = equation(time, duration)
    except (ArithmeticError, ValueError):  # times that are infinite or that no tween reaches
        return math.nan
    return unpack_1(pack_1(weight + 0.0))[0]  # no negative zero


# Putting together --------------------------------------------------------------------------------


def _over_time(curve: _Curve) -> Equation:
    return lambda time, duration: curve(f32(time / duration))


def _joined(first: _Curve, second: _Curve) -> Equation:
    """Both curves at half their size, one after the other."""

    def equation(time: float, duration: float) -> float:
        x = f32(time / duration) * 2.0
        return first(x) * 0.5 if x < 1.0 else second(f32(x - 1.0)) * 0.5 + 0.5

    return equation


def _joined_in_time(first: Equation, second: Equation) -> Equation:
    """Both equations at half their size, one after the other, each with twice the time."""

    def equation(time: float, duration: float) -> float:
        if time < duration * 0.5:
            return first(time * 2.0, duration) * 0.5
        return second(f32(time * 2.0 - duration), duration) * 0.5 + 0.5

    return equation


def _turned(out: Equation) -> Equation:
    """The same movement backwards in time, from the end to the start."""
    return lambda time, duration: f32(1.0 - out(f32(duration - time), duration))


def _eases(into: _Curve, out: _Curve, both: Equation | None = None) -> _Eases:
    """All four eases of a transition that looks at `x` alone."""
    into_, out_ = _over_time(into), _over_time(out)
    return into_, out_, both or _joined(into, out), _joined_in_time(out_, into_)


def _eases_in_time(into: Equation, out: Equation, both: Equation | None = None) -> _Eases:
    return into, out, both or _joined_in_time(into, out), _joined_in_time(out, into)


def _power(exponent: int) -> tuple[_Curve, _Curve]:
    sign = 1.0 if exponent % 2 else -1.0

    def into(x: float) -> float:
        return float(x**exponent)

    def out(x: float) -> float:
        return 1.0 + sign * float(f32(x - 1.0) ** exponent)

    return into, out


# Curves ------------------------------------------------------------------------------------------


def _sine_in(x: float) -> float:
    return 1.0 - math.cos(x * _QUARTER_TURN)


def _sine_out(x: float) -> float:
    return math.sin(x * _QUARTER_TURN)


def _sine_in_out(time: float, duration: float) -> float:
    return 0.5 * (1.0 - math.cos(math.pi * time / duration))


def _quad_out(x: float) -> float:
    return f32(-x * f32(x - 2.0))


def _cubic_in(x: float) -> float:
    return f32(f32(x * x) * x)


def _cubic_out(x: float) -> float:
    rest = f32(x - 1.0)
    return f32(f32(rest * rest) * rest) + 1.0


def _two_to(x: float) -> float:
    return math.pow(2.0, f32(x))


def _expo_in(x: float) -> float:
    # Never quite at rest: at the start it is pulled down by a thousandth, and so it ends there.
    return 0.0 if x == 0.0 else _two_to(10.0 * f32(x - 1.0)) - 0.001


def _expo_out(time: float, duration: float) -> float:
    if time == duration:
        return 1.0
    return 1.001 * (1.0 - _two_to(f32(-10.0 * time) / duration))


def _expo_in_out(time: float, duration: float) -> float:
    if time in (0.0, duration):
        return time / duration
    x = f32(time / duration) * 2.0
    if x < 1.0:
        return 0.5 * _two_to(10.0 * f32(x - 1.0)) - 0.0005
    return 0.5 * 1.0005 * (2.0 - _two_to(-10.0 * f32(x - 1.0)))


def _circ_in(x: float) -> float:
    return -f32(_circle(x) - 1.0)


def _circ_out(x: float) -> float:
    return _circle(f32(x - 1.0))


def _circle(x: float) -> float:
    square = f32(1.0 - f32(x * x))
    return f32(math.sqrt(square)) if square >= 0.0 else math.nan


_BACK = f32(1.70158)
_BACK_IN_OUT = f32(_BACK * f32(1.525))


def _back_in(x: float, overshoot: float = _BACK) -> float:
    return f32(f32(x * x) * f32(f32(f32(overshoot + 1.0) * x) - overshoot))


def _back_out(x: float, overshoot: float = _BACK) -> float:
    rest = f32(x - 1.0)
    return f32(f32(rest * rest) * f32(f32(f32(overshoot + 1.0) * rest) + overshoot)) + 1.0


_back_in_out = _joined(lambda x: _back_in(x, _BACK_IN_OUT), lambda x: _back_out(x, _BACK_IN_OUT))


# Equations ---------------------------------------------------------------------------------------

_PERIOD = f32(0.3)
_PERIOD_IN_OUT = f32(_PERIOD * 1.5)


def _swing(x: float, duration: float, period: float) -> float:
    """The sine that elastic swings by; `period` is a part of the duration."""
    period = f32(duration * period)
    return math.sin(f32(f32(x * duration) - f32(period / 4.0)) * _TURN / period)


def _elastic_in(time: float, duration: float) -> float:
    x = f32(time / duration)
    if x in (0.0, 1.0):
        return x
    x = f32(x - 1.0)
    return -f32(_two_to(10.0 * x)) * _swing(x, duration, _PERIOD)


def _elastic_out(time: float, duration: float) -> float:
    x = f32(time / duration)
    if x in (0.0, 1.0):
        return x
    return _two_to(-10.0 * x) * _swing(x, duration, _PERIOD) + 1.0


def _elastic_in_out(time: float, duration: float) -> float:
    x = f32(time / duration)
    if x in (0.0, 1.0):
        return x
    x = f32(x * 2.0 - 1.0)
    size = f32(_two_to(-10.0 * abs(x))) * 0.5 * _swing(x, duration, _PERIOD_IN_OUT)
    return -size if x < 0.0 else size + 1.0


# Of each bounce: the `x` at which it ends and that of its middle, and how far the tween is there.
_BOUNCES = (
    (1.0 / 2.75, 0.0, 0.0),
    (2.0 / 2.75, f32(1.5 / 2.75), 0.75),
    (2.5 / 2.75, f32(2.25 / 2.75), 0.9375),
)
_LAST_BOUNCE = (f32(2.625 / 2.75), 0.984375)


def _bounce_out(time: float, duration: float) -> float:
    x = f32(time / duration)
    middle, height = _LAST_BOUNCE
    for end, its_middle, its_height in _BOUNCES:
        if x < end:
            middle, height = its_middle, its_height
            break
    x = f32(x - middle)
    return f32(f32(f32(7.5625 * x) * x) + height)


def _spring_out(time: float, duration: float) -> float:
    x = f32(time / duration)
    rest = f32(1.0 - x)
    fading = math.pow(rest, 2.2)  # ValueError past the end, where there is nothing left to fade
    swing = math.sin(x * math.pi * (0.2 + 2.5 * x * x * x))
    return f32((swing * fading + x) * (1.0 + 1.2 * rest))


# Indexed by `Tween.TransitionType`, then by `Tween.EaseType`.
_bounce_in, _spring_in = _turned(_bounce_out), _turned(_spring_out)
EQUATIONS: tuple[tuple[Equation | None, ...], ...] = (
    (None, None, None, None),
    _eases(_sine_in, _sine_out, _sine_in_out),
    _eases(*_power(5)),
    _eases(*_power(4)),
    _eases(_power(2)[0], _quad_out),
    _eases_in_time(_over_time(_expo_in), _expo_out, _expo_in_out),
    _eases_in_time(_elastic_in, _elastic_out, _elastic_in_out),
    _eases(_cubic_in, _cubic_out),
    _eases(_circ_in, _circ_out),
    _eases_in_time(_bounce_in, _bounce_out),
    _eases(_back_in, _back_out, _back_in_out),
    _eases_in_time(_spring_in, _spring_out),
)
