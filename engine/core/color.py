"""Color: red, green, blue and opacity."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan
from typing import final, overload

from engine.core import _float32 as m
from engine.core._color_names import NAMED_COLORS, NamedColors, find_color
from engine.core._float32 import (
    StructError,
    divide,
    f32,
    is_number,
    pack_1,
    pack_4,
    short_text,
    unpack_1,
    unpack_4,
)
from engine.core._int_vector import whole, wrap_64
from engine.core._number_text import decimal_text
from engine.core._ok_hsl import ok_hsl_to_rgb, rgb_to_ok_hsl
from engine.core._value import Component, Indexed, derived, wrong_arguments
from engine.core.output import error

_HEX_DIGITS = frozenset("0123456789abcdefABCDEF")


@final
class Color(Indexed, NamedColors):
    """Red, green, blue and opacity as 32-bit floats, from 0 to 1 (more is allowed: overbright).

    `Color()` is opaque black; `Color(r, g, b)` and `Color(r, g, b, a)` take numbers, `Color(text)`
    a name or HTML code such as "#ff8800", `Color(color)` another colour; the last two also take an
    opacity. A colour never changes: `color.replace(a=0.5)` makes another one, also with the
    computed components: `color.replace(h=0.3)`.

    Operators work component by component, the opacity included; `*` and `/` also take a number,
    and `-color` is the inverted colour.
    """

    __slots__ = ("_a", "_b", "_g", "_r")
    __match_args__ = ("r", "g", "b", "a")
    _family = "Color"
    _r: float
    _g: float
    _b: float
    _a: float

    r = Component[float]("_r", "Red.")
    g = Component[float]("_g", "Green.")
    b = Component[float]("_b", "Blue.")
    a = Component[float]("_a", "Opacity: 0 is invisible, 1 opaque.")

    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self, from_: Color, alpha: float = ..., /) -> None: ...
    @overload
    def __init__(self, code: str, alpha: float = ..., /) -> None: ...
    @overload
    def __init__(self, r: float, g: float, b: float, a: float = 1.0) -> None: ...
    def __init__(
        self, r: object = None, g: object = None, b: object = None, a: object = 1.0
    ) -> None:
        try:
            packed = pack_4(r, g, b, a)  # type: ignore[arg-type]
            self._r, self._g, self._b, self._a = unpack_4(packed)
        except StructError:
            self._r, self._g, self._b, self._a = _components(r, g, b, a)

    def replace(
        self,
        *,
        r: float | None = None,
        g: float | None = None,
        b: float | None = None,
        a: float | None = None,
        **computed: float,
    ) -> Color:
        """The same colour with other components in some places.

        Args:
            r: red.
            g: green.
            b: blue.
            a: opacity.
            **computed: `r8`, `g8`, `b8`, `a8`; `h`, `s`, `v`; `ok_hsl_h`, `ok_hsl_s`, `ok_hsl_l`.
        """
        color = Color(
            self._r if r is None else r,
            self._g if g is None else g,
            self._b if b is None else b,
            self._a if a is None else a,
        )
        for name, value in computed.items():
            color = _with_computed(color, name, value)
        return color

    __replace__ = replace

    def __iter__(self) -> Iterator[float]:
        return iter((self._r, self._g, self._b, self._a))

    def __hash__(self) -> int:
        return hash((self._r, self._g, self._b, self._a))

    def __bool__(self) -> bool:
        return self != _BLACK

    def __str__(self) -> str:
        return f"({', '.join([decimal_text(part, 4) for part in self])})"

    def __repr__(self) -> str:
        return f"Color({', '.join(map(short_text, self))})"

    # Operators.

    def __eq__(self, other: object) -> bool:
        if other.__class__ is Color:
            return (
                self._r == other._r
                and self._g == other._g
                and self._b == other._b
                and self._a == other._a
            )
        return NotImplemented

    def __add__(self, other: Color) -> Color:
        if other.__class__ is Color:
            r, g, b, a = other._r, other._g, other._b, other._a
            return Color(self._r + r, self._g + g, self._b + b, self._a + a)
        return NotImplemented

    def __sub__(self, other: Color) -> Color:
        if other.__class__ is Color:
            r, g, b, a = other._r, other._g, other._b, other._a
            return Color(self._r - r, self._g - g, self._b - b, self._a - a)
        return NotImplemented

    def __mul__(self, other: Color | float) -> Color:
        if other.__class__ is Color:
            r, g, b, a = other._r, other._g, other._b, other._a
        elif other.__class__ is float or is_number(other):
            r = g = b = a = unpack_1(pack_1(other))[0]
        else:
            return NotImplemented
        return Color(self._r * r, self._g * g, self._b * b, self._a * a)

    __rmul__ = __mul__

    def __truediv__(self, other: Color | float) -> Color:
        if other.__class__ is Color:
            return Color(*map(divide, self, other))
        if other.__class__ is float or is_number(other):
            (by,) = unpack_1(pack_1(other))
            return Color(*[divide(part, by) for part in self])
        return NotImplemented

    def __pos__(self) -> Color:
        return self

    def __neg__(self) -> Color:
        return Color(1.0 - self._r, 1.0 - self._g, 1.0 - self._b, 1.0 - self._a)

    # Computed components.

    @derived
    def r8(self) -> int:
        """Red from 0 to 255."""
        return _byte(self._r)

    @derived
    def g8(self) -> int:
        """Green from 0 to 255."""
        return _byte(self._g)

    @derived
    def b8(self) -> int:
        """Blue from 0 to 255."""
        return _byte(self._b)

    @derived
    def a8(self) -> int:
        """Opacity from 0 to 255."""
        return _byte(self._a)

    @derived
    def h(self) -> float:
        """Hue, from 0 to 1 around the circle."""
        r, g, b = self._r, self._g, self._b
        low, high = _range(r, g, b)
        spread = f32(high - low)
        if spread == 0.0:
            return 0.0
        if r == high:
            hue = f32(f32(g - b) / spread)
        elif g == high:
            hue = f32(2.0 + f32(f32(b - r) / spread))
        else:
            hue = f32(4.0 + f32(f32(r - g) / spread))
        hue = f32(hue / 6.0)
        return f32(hue + 1.0) if hue < 0.0 else hue

    @derived
    def s(self) -> float:
        """Saturation: 0 for grey, 1 for pure colours."""
        low, high = _range(self._r, self._g, self._b)
        return f32(f32(high - low) / high) if high != 0.0 else 0.0

    @derived
    def v(self) -> float:
        """Value: the brightness of the brightest component."""
        return _range(self._r, self._g, self._b)[1]

    @derived
    def ok_hsl_h(self) -> float:
        """Hue as the eye judges it."""
        return _ok_hsl(self, 0)

    @derived
    def ok_hsl_s(self) -> float:
        """Saturation as the eye judges it."""
        return _ok_hsl(self, 1)

    @derived
    def ok_hsl_l(self) -> float:
        """Lightness as the eye judges it."""
        return _ok_hsl(self, 2)

    # Colours made of this one.

    def inverted(self) -> Color:
        """One minus red, green and blue; the same opacity."""
        return Color(1.0 - self._r, 1.0 - self._g, 1.0 - self._b, self._a)

    def lightened(self, amount: float) -> Color:
        """This colour, `amount` (0 to 1) of the way to white."""
        amount = f32(amount)
        r, g, b = (part + f32(f32(1.0 - part) * amount) for part in [*self][:3])
        return Color(r, g, b, self._a)

    def darkened(self, amount: float) -> Color:
        """This colour, `amount` (0 to 1) of the way to black."""
        rest = f32(1.0 - f32(amount))
        return Color(self._r * rest, self._g * rest, self._b * rest, self._a)

    def lerp(self, to: Color, weight: float) -> Color:
        """The colour `weight` (0 to 1) of the way to `to`."""
        return self + (to - self) * weight

    def blend(self, over: Color) -> Color:
        """This colour seen through another one."""
        r, g, b, a = over
        rest = f32(1.0 - a)
        alpha = f32(f32(self._a * rest) + a)
        if alpha == 0.0:
            return Color(0.0, 0.0, 0.0, 0.0)

        def mixed(below: float, above: float) -> float:
            return f32(f32(f32(f32(below * self._a) * rest) + f32(above * a)) / alpha)

        return Color(mixed(self._r, r), mixed(self._g, g), mixed(self._b, b), alpha)

    def clamp(self, min_: Color | None = None, max_: Color | None = None) -> Color:
        """Every component between those of `min_` (zeros) and `max_` (ones)."""
        low = (0.0, 0.0, 0.0, 0.0) if min_ is None else min_
        high = (1.0, 1.0, 1.0, 1.0) if max_ is None else max_
        return Color(*map(m.clamp, self, low, high))

    def srgb_to_linear(self) -> Color:
        """From the sRGB curve of screens to amounts of light."""
        return Color(_to_linear(self._r), _to_linear(self._g), _to_linear(self._b), self._a)

    def linear_to_srgb(self) -> Color:
        """From amounts of light to the sRGB curve of screens."""
        return Color(_from_linear(self._r), _from_linear(self._g), _from_linear(self._b), self._a)

    # Questions.

    def get_luminance(self) -> float:
        """How bright it is, if its components are amounts of light."""
        r, g, b = f32(_LUMINANCE[0] * self._r), f32(_LUMINANCE[1] * self._g), self._b
        return f32(f32(r + g) + f32(_LUMINANCE[2] * b))

    def is_equal_approx(self, to: Color) -> bool:
        """Whether all components are nearly those of `to`."""
        return all(map(m.is_equal_approx, self, to))

    # As whole numbers and text.

    def to_html(self, with_alpha: bool = True) -> str:
        """Hexadecimal digits, two for each component, without "#"."""
        parts = [*self] if with_alpha else [*self][:3]
        return "".join([f"{min(max(_rounded(part, 255.0), 0), 255):02x}" for part in parts])

    def to_rgba32(self) -> int:
        """A byte for each component, red first."""
        return _packed((self._r, self._g, self._b, self._a), 8)

    def to_abgr32(self) -> int:
        """A byte for each component, opacity first and red last."""
        return _packed((self._a, self._b, self._g, self._r), 8)

    def to_argb32(self) -> int:
        """A byte for each component, opacity first and blue last."""
        return _packed((self._a, self._r, self._g, self._b), 8)

    def to_rgba64(self) -> int:
        """Two bytes for each component, red first; as a signed number."""
        return _packed((self._r, self._g, self._b, self._a), 16)

    def to_abgr64(self) -> int:
        """Two bytes for each component, opacity first and red last; as a signed number."""
        return _packed((self._a, self._b, self._g, self._r), 16)

    def to_argb64(self) -> int:
        """Two bytes for each component, opacity first and blue last; as a signed number."""
        return _packed((self._a, self._r, self._g, self._b), 16)

    # From numbers and text.

    @staticmethod
    def hex(hex_: int) -> Color:
        """The colour of `0xRRGGBBAA`."""
        return Color(*[(hex_ >> shift & 0xFF) / 255.0 for shift in (24, 16, 8, 0)])

    @staticmethod
    def hex64(hex_: int) -> Color:
        """The colour of `0xRRRRGGGGBBBBAAAA`."""
        return Color(*[(hex_ >> shift & 0xFFFF) / 65535.0 for shift in (48, 32, 16, 0)])

    @staticmethod
    def html(rgba: str) -> Color:
        """The colour of three, four, six or eight hexadecimal digits, with or without "#"."""
        if rgba == "":
            return _BLACK
        digits = rgba.removeprefix("#")
        if not Color.html_is_valid(rgba):
            error(f"Invalid color code: {rgba}.")
            return _BLACK
        if len(digits) < 6:
            return Color(*[int(digit, 16) / 15.0 for digit in digits])
        return Color(*[byte / 255.0 for byte in bytes.fromhex(digits)])

    @staticmethod
    def html_is_valid(color: str) -> bool:
        """Whether `html` understands the text."""
        digits = color.removeprefix("#")
        return len(digits) in (3, 4, 6, 8) and _HEX_DIGITS.issuperset(digits)

    @staticmethod
    def from_string(str_: str, default: Color) -> Color:
        """The colour of an HTML code or a name, `default` if it is neither."""
        if Color.html_is_valid(str_):
            return Color.html(str_)
        name = find_color(str_)
        return default if name is None else Color.hex(NAMED_COLORS[name])

    @staticmethod
    def from_hsv(h: float, s: float, v: float, alpha: float = 1.0) -> Color:
        """The colour of a hue, a saturation and a value."""
        h, s, v = f32(h), f32(s), f32(v)
        if s == 0.0:
            return Color(v, v, v, alpha)
        turn = f32(h * 6.0)
        turn = m.fmod(turn, 6.0)
        sector = m.floor(turn)
        part = f32(turn - sector)
        low = f32(v * f32(1.0 - s))
        falling = f32(v * f32(1.0 - f32(s * part)))
        rising = f32(v * f32(1.0 - f32(s * f32(1.0 - part))))
        r, g, b = {
            0.0: (v, rising, low),
            1.0: (falling, v, low),
            2.0: (low, v, rising),
            3.0: (low, falling, v),
            4.0: (rising, low, v),
        }.get(sector, (v, low, falling))
        return Color(r, g, b, alpha)

    @staticmethod
    def from_ok_hsl(h: float, s: float, l: float, alpha: float = 1.0) -> Color:  # noqa: E741
        """The colour of a hue, a saturation and a lightness as the eye judges them."""
        red, green, blue = ok_hsl_to_rgb(f32(h), f32(s), f32(l))
        return Color(red, green, blue, alpha).clamp()

    @staticmethod
    def from_rgba8(r8: int, g8: int, b8: int, a8: int = 255) -> Color:
        """The colour of components from 0 to 255."""
        return Color(r8 / 255.0, g8 / 255.0, b8 / 255.0, a8 / 255.0)

    @staticmethod
    def from_rgbe9995(rgbe: int) -> Color:
        """The colour of nine bits for each component and five for a common exponent."""
        scale = 2.0 ** ((rgbe >> 27 & 0x1F) - 24)
        r, g, b = (float(rgbe >> shift & 0x1FF) * scale for shift in (0, 9, 18))
        return Color(r, g, b)


_LUMINANCE = (f32(0.2126), f32(0.7152), f32(0.0722))


def _range(r: float, g: float, b: float) -> tuple[float, float]:
    """The lowest and the highest."""
    low, high = r if r < g else g, r if r > g else g
    return low if low < b else b, high if high > b else b


def _rounded(part: float, scale: float) -> int:
    return whole(m.round_(f32(part * scale)), -0x80000000)


def _byte(part: float) -> int:
    return whole(m.clamp(m.round_(f32(part * 255.0)), 0.0, 255.0), -0x80000000)


def _packed(parts: tuple[float, ...], bits: int) -> int:
    value, most = 0, (1 << bits) - 1
    for part in parts:
        value = value << bits | _rounded(part, float(most)) & most
    return wrap_64(value)


def _to_linear(part: float) -> float:
    if part < f32(0.04045):
        return f32(part * f32(f32(1.0) / f32(12.92)))
    return m.pow_(f32((part + 0.055) * (1.0 / (1.0 + 0.055))), f32(2.4))


def _from_linear(part: float) -> float:
    if part < f32(0.0031308):
        return f32(f32(12.92) * part)
    return (1.0 + 0.055) * m.pow_(part, f32(f32(1.0) / f32(2.4))) - 0.055


def _ok_hsl(color: Color, index: int) -> float:
    part = rgb_to_ok_hsl(color.r, color.g, color.b)[index]
    return 0.0 if isnan(part) else f32(m.clamp(part, 0.0, 1.0))


def _with_computed(color: Color, name: str, value: float) -> Color:
    if name in ("r8", "g8", "b8", "a8"):
        return color.replace(**{name[0]: value / 255.0})
    if name in ("h", "s", "v"):
        hsv = {"h": color.h, "s": color.s, "v": color.v, name: value}
        return Color.from_hsv(**hsv, alpha=color.a)
    if name in ("ok_hsl_h", "ok_hsl_s", "ok_hsl_l"):
        hsl = {"h": color.ok_hsl_h, "s": color.ok_hsl_s, "l": color.ok_hsl_l, name[-1]: value}
        return Color.from_ok_hsl(**hsl, alpha=color.a)
    raise TypeError(f"Color has no component {name!r}")


def _components(r: object, g: object, b: object, a: object) -> tuple[float, float, float, float]:
    """What a constructor call means when it wasn't three or four numbers."""
    if b is None and a == 1.0:
        if r is None and g is None:
            return 0.0, 0.0, 0.0, 1.0
        if isinstance(r, Color):
            return r._r, r._g, r._b, r._a if g is None else f32(g)  # type: ignore[arg-type]
        if isinstance(r, str):
            return _components(_of_text(r), g, None, 1.0)
    wanted = "three or four numbers, or a colour or text and perhaps an opacity"
    raise wrong_arguments("Color", wanted, r, g, b, a)


def _of_text(text: str) -> Color:
    if Color.html_is_valid(text):
        return Color.html(text)
    name = find_color(text)
    if name is None:
        error(f"Invalid color name: {text}.")
        return _BLACK
    return Color.hex(NAMED_COLORS[name])


_BLACK = Color(0.0, 0.0, 0.0, 1.0)

for _name, _rgba in NAMED_COLORS.items():
    setattr(Color, _name, Color.hex(_rgba))
