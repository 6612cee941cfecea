"""Godot's `%` operator on strings.

A placeholder is `%`, then flags, a width, a dot and a precision, and a letter. The flags are `-`
(fill up on the right), `+` (always a sign), `0` (fill up with zeros) and `u` (negative numbers as
unsigned ones); `*` takes a width or a precision from the values. Godot reads all of them in
whatever order they come, and so does this; `%%` is a percent sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import copysign, isfinite
from typing import Any

from engine.core import variant_type as t
from engine.core._string_methods_edit import lpad, rpad
from engine.core._string_methods_numbers import num, num_int64, pad_decimals
from engine.core._text import text as text_of
from engine.core._type_of import type_of
from engine.core.output import warning

_PLACEHOLDER = re.compile(r"%([-+.u*0-9]*)(.?)", re.DOTALL)
_BASES = {"d": 10, "o": 8, "x": 16, "X": 16}
_VECTORS = (
    t.TYPE_VECTOR2, t.TYPE_VECTOR2I, t.TYPE_VECTOR3, t.TYPE_VECTOR3I, t.TYPE_VECTOR4,
    t.TYPE_VECTOR4I,
)  # fmt: skip
_INT64_MIN = -9223372036854775808
_INT64_MAX = 9223372036854775807


def format_(template: str, values: Any) -> str:
    """Fills the placeholders of `template`: what Godot writes as `template % values`.

    Args:
        template: the text with placeholders.
        values: a list or tuple with a value for each, or the only value.

    Raises:
        ValueError: for too few or too many values, and for a placeholder that does not exist.
        TypeError: for a value of the wrong type.
    """
    given = values if isinstance(values, (list, tuple)) else (values,)
    filling = _Filling(iter(given))
    text = _PLACEHOLDER.sub(filling.fill, template)
    for _ in filling.values:
        raise _wrong("not all arguments converted during string formatting")
    return text


@dataclass(slots=True)
class _Filling:
    """One call of the operator: the values that are left, and whether a `u` has been seen.

    The flag `u` holds for the rest of the text.
    """

    values: Iterator[Any]
    unsigned: bool = False

    def fill(self, found: re.Match[str]) -> str:
        """The text for one placeholder."""
        marks, letter = found[1], found[2]
        if not marks:
            if letter == "%":
                return "%"
            if letter == "s":
                return text_of(_next(self.values))
        layout = _Layout(unsigned=self.unsigned)
        for mark in marks:
            layout.read(mark, self.values)
        self.unsigned = layout.unsigned
        return "%" if letter == "%" else _filled(layout, letter, self.values)


@dataclass(slots=True)
class _Layout:
    """What stands between a percent sign and its letter."""

    width: int = 0
    decimals: int = 6
    in_decimals: bool = False
    zeros: bool = False
    left: bool = False
    sign: bool = False
    unsigned: bool = False

    def read(self, mark: str, values: Iterator[Any]) -> None:
        """Takes one flag, digit, dot or star."""
        if mark == "-":
            self.left = True
        elif mark == "+":
            self.sign = True
        elif mark == "u":
            self.unsigned = True
        elif mark == ".":
            if self.in_decimals:
                raise _wrong("too many decimal points in format")
            self.in_decimals, self.decimals = True, 0
        elif mark == "*":
            self._set(_size(_next(values)))
        elif mark == "0" and self.width == 0 and not self.in_decimals:
            self._fill_with_zeros()
        else:
            self._set((self.decimals if self.in_decimals else self.width) * 10 + int(mark))

    def _set(self, size: int) -> None:
        if self.in_decimals:
            self.decimals = size
        else:
            self.width = size

    def _fill_with_zeros(self) -> None:
        if self.left:
            warning("'0' flag ignored with '-' flag in string format")
        else:
            self.zeros = True

    def place(self, text: str) -> str:
        """A text with spaces up to the width."""
        return rpad(text, self.width) if self.left else lpad(text, self.width)

    def place_number(self, digits: str, negative: bool, fill: str = "") -> str:
        """The digits of a number with a sign, and with spaces or zeros up to the width."""
        sign = "-" if negative else "+" if self.sign else ""
        width = self.width - len(sign)
        fill = fill or ("0" if self.zeros else " ")
        if self.left:
            return sign + rpad(digits, width, fill)
        if self.zeros:
            return sign + lpad(digits, width, fill)
        return lpad(sign + digits, self.width)


def _filled(layout: _Layout, letter: str, values: Iterator[Any]) -> str:
    """The next value as the letter says."""
    if letter == "s":
        return layout.place(text_of(_next(values)))
    if letter in _BASES:
        return _integer(layout, letter, _next(values))
    if letter == "f":
        return _float(layout, _number(_next(values)))
    if letter == "v":
        return _vector(layout, _next(values))
    if letter == "c":
        return layout.place(_character(_next(values)))
    raise _wrong("unsupported format character" if letter else "incomplete format")


def _integer(layout: _Layout, letter: str, value: Any) -> str:
    number = _to_int64(_number(value))
    if layout.unsigned and number < 0:
        # Hexadecimal digits of a negative number are those of 32 bits when it fits in them.
        short = letter in "xX" and number >= -0x80000000
        number &= 0xFFFFFFFF if short else 0xFFFFFFFFFFFFFFFF
    digits = num_int64(abs(number), _BASES[letter], letter == "X")
    return layout.place_number(digits, number < 0)


def _float(layout: _Layout, value: float) -> str:
    digits = num(abs(value), layout.decimals)
    if not isfinite(value):
        return layout.place_number(digits, value < 0, " ")
    negative = copysign(1.0, value) < 0
    return layout.place_number(pad_decimals(digits, layout.decimals), negative)


def _vector(layout: _Layout, value: Any) -> str:
    if type_of(value) not in _VECTORS:
        raise _wrong("%v requires a vector type (Vector2/3/4/2i/3i/4i)", TypeError)
    layout.sign = False
    return f"({', '.join(_float(layout, part) for part in value)})"


def _character(value: Any) -> str:
    if isinstance(value, str):
        if len(value) == 1:
            return value
    elif _is_number(value):
        code = (_to_int64(value) + 0x80000000 & 0xFFFFFFFF) - 0x80000000
        if code < 0:
            raise _wrong("unsigned integer is lower than minimum")
        if code > 0x10FFFF:
            raise _wrong("unsigned integer is greater than maximum")
        if 0xD800 <= code <= 0xDFFF:
            raise _wrong("unsigned integer is invalid Unicode character")
        return chr(code or 0xFFFD)
    raise _wrong("%c requires number or single-character string", TypeError)


def _next(values: Iterator[Any]) -> Any:
    for value in values:
        return value
    raise _wrong("not enough arguments for format string")


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _number(value: Any) -> float:
    if not _is_number(value):
        raise _wrong("a number is required", TypeError)
    return value  # type: ignore[no-any-return]


def _size(value: Any) -> int:
    """The number for a star; a vector stands for none."""
    if type_of(value) in _VECTORS:
        return 0
    if not _is_number(value):
        raise _wrong("* wants number or vector", TypeError)
    return _to_int64(value)


def _to_int64(value: float) -> int:
    if not isfinite(value) or not _INT64_MIN <= value <= _INT64_MAX:
        return _INT64_MIN
    return int(value)


def _wrong(what: str, kind: type[Exception] = ValueError) -> Exception:
    return kind(f"{what} in operator '%'.")
