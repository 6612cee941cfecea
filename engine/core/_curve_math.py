"""Godot's cubic and Bézier interpolation of single numbers."""

from __future__ import annotations

from math import tau

from engine.core._scalar_math import fmod, lerpf


def cubic_interpolate(from_: float, to: float, pre: float, post: float, weight: float) -> float:
    """Between two numbers on a curve that also heeds the one before and the one after."""
    return 0.5 * (
        from_ * 2.0
        + (-pre + to) * weight
        + (2.0 * pre - 5.0 * from_ + 4.0 * to - post) * (weight * weight)
        + (-pre + 3.0 * from_ - 3.0 * to + post) * (weight * weight * weight)
    )


def cubic_interpolate_in_time(
    from_: float,
    to: float,
    pre: float,
    post: float,
    weight: float,
    to_t: float,
    pre_t: float,
    post_t: float,
) -> float:
    """As `cubic_interpolate`, where `to`, `pre` and `post` are at times counted from `from_`."""
    t = lerpf(0.0, to_t, weight)
    a1 = lerpf(pre, from_, 0.0 if pre_t == 0.0 else (t - pre_t) / -pre_t)
    a2 = lerpf(from_, to, 0.5 if to_t == 0.0 else t / to_t)
    a3 = lerpf(to, post, 1.0 if post_t - to_t == 0.0 else (t - to_t) / (post_t - to_t))
    b1 = lerpf(a1, a2, 0.0 if to_t - pre_t == 0.0 else (t - pre_t) / (to_t - pre_t))
    b2 = lerpf(a2, a3, 1.0 if post_t == 0.0 else t / post_t)
    return lerpf(b1, b2, 0.5 if to_t == 0.0 else t / to_t)


def cubic_interpolate_angle(
    from_: float, to: float, pre: float, post: float, weight: float
) -> float:
    """As `cubic_interpolate`, for angles in radians, along the shortest turns."""
    angles = _unwound(from_, to, pre, post)
    return cubic_interpolate(*angles, weight)


def cubic_interpolate_angle_in_time(
    from_: float,
    to: float,
    pre: float,
    post: float,
    weight: float,
    to_t: float,
    pre_t: float,
    post_t: float,
) -> float:
    """As `cubic_interpolate_in_time`, for angles in radians, along the shortest turns."""
    angles = _unwound(from_, to, pre, post)
    return cubic_interpolate_in_time(*angles, weight, to_t, pre_t, post_t)


def _unwound(from_: float, to: float, pre: float, post: float) -> tuple[float, float, float, float]:
    """The angles, each next to its neighbour, not a turn away from it."""
    from_rot = fmod(from_, tau)
    pre_rot = from_rot + _shortest(from_rot, pre)
    to_rot = from_rot + _shortest(from_rot, to)
    post_rot = to_rot + _shortest(to_rot, post)
    return from_rot, to_rot, pre_rot, post_rot


def _shortest(from_: float, to: float) -> float:
    difference = fmod(to - from_, tau)
    return fmod(2.0 * difference, tau) - difference


def bezier_interpolate(
    start: float, control_1: float, control_2: float, end: float, t: float
) -> float:
    """The point at `t` of a Bézier curve."""
    omt = 1.0 - t
    omt2 = omt * omt
    omt3 = omt2 * omt
    t2 = t * t
    t3 = t2 * t
    return start * omt3 + control_1 * omt2 * t * 3.0 + control_2 * omt * t2 * 3.0 + end * t3


def bezier_derivative(
    start: float, control_1: float, control_2: float, end: float, t: float
) -> float:
    """How fast a Bézier curve goes at `t`."""
    omt = 1.0 - t
    omt2 = omt * omt
    t2 = t * t
    return (
        (control_1 - start) * 3.0 * omt2
        + (control_2 - control_1) * 6.0 * omt * t
        + (end - control_2) * 3.0 * t2
    )
