"""Okhsl: hue, saturation and lightness as the eye judges them.

The colour space is Björn Ottosson's (https://bottosson.github.io/posts/colorpicker/). A colour is
taken to Oklab, where a hue is a direction (a, b) of length one; how far one can go in that
direction, the chroma, depends on what a screen can show. Saturation 1 is the last chroma on the
screen, and 0.8 one that looks alike for every hue; in between, three chromas of the same lightness
are joined smoothly:

- `zero`: growth near grey, the same for all hues;
- `mid`: where the saturation is 0.8;
- `most`: the edge of what a screen can show.

That edge has one corner for each hue, the cusp: the most colourful colour of the hue.

Godot computes this with 32-bit floats; here it is done with 64 and rounded at the end, so results
may differ in the last of their seven digits.
"""

from __future__ import annotations

from math import atan2, cbrt, cos, hypot, inf, isfinite, nan, pi, sin, sqrt
from typing import NamedTuple

_MID = 0.8
# What the coordinates l, m, s of Oklab gain with a and b.
_FROM_A_B = (
    (0.3963377774, 0.2158037573),
    (-0.1055613458, -0.0638541728),
    (-0.0894841775, -1.291485548),
)
# Red, green and blue in terms of the cubes of l, m and s.
_TO_RGB = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_FROM_RGB = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
# A first guess at the saturation where a primary reaches zero: constant, a, b, a², ab.
_GUESSES = (
    (1.19086277, 1.76576728, 0.59662641, 0.75515197, 0.56771245),
    (0.73956515, -0.45954404, 0.08285427, 0.12541070, 0.14503204),
    (1.35733652, -0.00915799, -1.15130210, -0.50559606, 0.00692167),
)

Triple = tuple[float, float, float]


class _Cusp(NamedTuple):
    lightness: float
    chroma: float


class _Chromas(NamedTuple):
    zero: float
    mid: float
    most: float


def _times(matrix: tuple[Triple, Triple, Triple], v: Triple) -> Triple:
    x, y, z = (row[0] * v[0] + row[1] * v[1] + row[2] * v[2] for row in matrix)
    return x, y, z


def _to_linear(x: float) -> float:
    return ((x + 0.055) / 1.055) ** 2.4 if x > 0.04045 else x / 12.92


def _from_linear(x: float) -> float:
    return 1.055 * x ** (1.0 / 2.4) - 0.055 if x > 0.0031308 else 12.92 * x


def _gains(a: float, b: float) -> Triple:
    x, y, z = (p * a + q * b for p, q in _FROM_A_B)
    return x, y, z


def _lab_to_linear(lightness: float, a: float, b: float) -> Triple:
    x, y, z = ((lightness + gain) ** 3 for gain in _gains(a, b))
    return _times(_TO_RGB, (x, y, z))


def _highest_saturation(a: float, b: float) -> float:
    """Chroma by lightness at which the first primary of this hue reaches zero."""
    if -1.88170328 * a - 0.80936493 * b > 1.0:
        primary = 0
    elif 1.81444104 * a - 1.19445276 * b > 1.0:
        primary = 1
    else:
        primary = 2
    k0, k1, k2, k3, k4 = _GUESSES[primary]
    guess = k0 + k1 * a + k2 * b + k3 * a * a + k4 * a * b
    value = slope = bend = 0.0
    for weight, gain in zip(_TO_RGB[primary], _gains(a, b), strict=True):
        root = 1.0 + guess * gain
        value += weight * root**3
        slope += weight * 3.0 * gain * root**2
        bend += weight * 6.0 * gain**2 * root
    return guess - value * slope / (slope * slope - 0.5 * value * bend)


def _cusp(a: float, b: float) -> _Cusp:
    saturation = _highest_saturation(a, b)
    lightness = cbrt(1.0 / max(_lab_to_linear(1.0, saturation * a, saturation * b)))
    return _Cusp(lightness, lightness * saturation)


def _edge(a: float, b: float, lightness: float, cusp: _Cusp) -> float:
    """The chroma at which a screen can show no more of this hue and lightness."""
    if lightness <= cusp.lightness:
        return cusp.chroma * lightness / cusp.lightness
    # Above the cusp the edge is nearly straight; one step of Halley's method does the rest.
    chroma = cusp.chroma * (lightness - 1.0) / (cusp.lightness - 1.0)
    gains = _gains(a, b)
    step = inf
    for weights in _TO_RGB:
        value, slope, bend = -1.0, 0.0, 0.0
        for weight, gain in zip(weights, gains, strict=True):
            root = lightness + chroma * gain
            value += weight * root**3
            slope += weight * 3.0 * gain * root**2
            bend += weight * 6.0 * gain**2 * root
        by = slope / (slope * slope - 0.5 * value * bend)
        if by >= 0.0:
            step = min(step, -value * by)
    return chroma + step


def _mid_slopes(a: float, b: float) -> tuple[float, float]:
    """How chroma grows, from black and from white, for colours of saturation 0.8."""
    from_black = 7.44778970 + 4.15901240 * b
    from_black += a * (
        -2.19557347
        + 1.75198401 * b
        + a * (-2.13704948 - 10.02301043 * b + a * (-4.24894561 + 5.38770819 * b + 4.69891013 * a))
    )
    from_white = 1.61320320 - 0.68124379 * b
    from_white += a * (
        0.40370612
        + 0.90148123 * b
        + a * (-0.27087943 + 0.61223990 * b + a * (0.00299215 - 0.45399568 * b - 0.14661872 * a))
    )
    return 0.11516993 + 1.0 / from_black, 0.11239642 + 1.0 / from_white


def _chromas(lightness: float, a: float, b: float) -> _Chromas:
    cusp = _cusp(a, b)
    darkness = 1.0 - lightness
    most = _edge(a, b, lightness, cusp)
    straight = min(
        lightness * cusp.chroma / cusp.lightness, darkness * cusp.chroma / (1.0 - cusp.lightness)
    )
    black, white = _mid_slopes(a, b)
    by_black, by_white = lightness * black, darkness * white
    mid = 0.9 * most / straight * (1.0 / (by_black**-4 + by_white**-4)) ** 0.25
    by_black, by_white = lightness * 0.4, darkness * 0.8
    return _Chromas(sqrt(1.0 / (by_black**-2 + by_white**-2)), mid, most)


def _toe(x: float) -> float:
    k1, k2 = 0.206, 0.03
    k3 = (1.0 + k1) / (1.0 + k2)
    return 0.5 * (k3 * x - k1 + sqrt((k3 * x - k1) ** 2 + 4.0 * k2 * k3 * x))


def _inverse_toe(x: float) -> float:
    k1, k2 = 0.206, 0.03
    k3 = (1.0 + k1) / (1.0 + k2)
    return (x * x + k1 * x) / (k3 * (x + k2))


def ok_hsl_to_rgb(h: float, s: float, lightness: float) -> Triple:
    """Red, green and blue of a hue, a saturation and a lightness, all from 0 to 1."""
    if lightness == 1.0:
        return 1.0, 1.0, 1.0
    if lightness == 0.0:
        return 0.0, 0.0, 0.0
    if not isfinite(h):
        return nan, nan, nan
    a, b = cos(2.0 * pi * h), sin(2.0 * pi * h)
    lightness = _inverse_toe(lightness)
    zero, mid, most = _chromas(lightness, a, b)
    if s < _MID:
        t = s / _MID
        k1 = _MID * zero
        chroma = t * k1 / (1.0 - (1.0 - k1 / mid) * t)
    else:
        t = (s - _MID) / (1.0 - _MID)
        k1 = (1.0 - _MID) * (mid / _MID) ** 2 / zero
        chroma = mid + t * k1 / (1.0 - (1.0 - k1 / (most - mid)) * t)
    red, green, blue = map(_from_linear, _lab_to_linear(lightness, chroma * a, chroma * b))
    return red, green, blue


def rgb_to_ok_hsl(red: float, green: float, blue: float) -> Triple:
    """Hue, saturation and lightness; nan for hue and saturation of black."""
    linear = _to_linear(red), _to_linear(green), _to_linear(blue)
    x, y, z = map(cbrt, _times(_FROM_RGB, linear))
    lightness, a, b = _times(_TO_LAB, (x, y, z))
    chroma = hypot(a, b)
    if chroma == 0.0:
        return nan, nan, _toe(lightness)
    hue = 0.5 + 0.5 * atan2(-b, -a) / pi
    zero, mid, most = _chromas(lightness, a / chroma, b / chroma)
    if chroma < mid:
        k1 = _MID * zero
        saturation = _MID * chroma / (k1 + (1.0 - k1 / mid) * chroma)
    else:
        k1 = (1.0 - _MID) * (mid / _MID) ** 2 / zero
        more = chroma - mid
        saturation = _MID + (1.0 - _MID) * more / (k1 + (1.0 - k1 / (most - mid)) * more)
    return hue, saturation, _toe(lightness)
