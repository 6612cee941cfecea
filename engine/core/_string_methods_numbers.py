"""Godot's String functions that read and write numbers, and tell what a text could be."""

from __future__ import annotations

import re

from engine.core._number_text import decimal_text, decimals_for
from engine.core.output import error, warning

_INT64_MAX = 9223372036854775807
_INT64_MIN = -9223372036854775808
_UINT64_MAX = 0xFFFFFFFFFFFFFFFF
_HEX_DIGITS = "0123456789abcdef"
_HEX_GROUP = re.compile("[0-9a-fA-F]{1,4}")
_DIGITS = re.compile("[0-9]+")
_NUMBER = re.compile(r"([+-]?)(\d*)(?:\.(\d*))?", re.ASCII)
_EXPONENT = re.compile(r"[eE]([+-]?\d+)", re.ASCII)
_FLOAT = re.compile(r"[+-]?(?=\d|\.\d)\d*(?:\.\d*)?(?:[eE][+-]?\d*)?", re.ASCII)
_JOINERS = {0x200C: None, 0x200D: None}
_POWERS = tuple(10.0 ** (1 << i) for i in range(9))


def to_int(self: str) -> int:
    """The digits of a text up to a dot as one number; other characters are left out.

    A number that does not fit in 64 bits gives the nearest that does, with an error; one of 19
    digits wraps around instead.
    """
    before_point = self.partition(".")[0]
    digits = "".join(c for c in before_point if "0" <= c <= "9")
    if not digits:
        return 0
    first = re.search("[1-9]", before_point)
    sign = -1 if before_point.count("-", 0, first.start() if first else 0) % 2 else 1
    number = int(digits) * sign
    if len(digits) <= 19:
        return (number - _INT64_MIN & _UINT64_MAX) + _INT64_MIN
    return number if _INT64_MIN <= number <= _INT64_MAX else _overflow(self, sign)


def _overflow(text: str, sign: int) -> int:
    how = "large" if sign > 0 else "small"
    error(f"Cannot represent {text} as a 64-bit signed integer, since the value is too {how}.")
    return _INT64_MAX if sign > 0 else _INT64_MIN


def to_float(self: str) -> float:
    """The number at the beginning of a text, or 0.

    Godot takes the first 18 digits and multiplies by a power of ten, which now and then is one
    bit off the nearest float; so is this.
    """
    self = self.lstrip(" \t\n\v\f\r")
    found = _NUMBER.match(self)
    if found is None:
        return 0.0
    sign, whole, fraction = found[1], found[2], found[3] or ""
    digits = (whole + fraction)[:18]
    if not digits:
        return 0.0
    value = 1.0e9 * int(digits[:-9] or "0") + int(digits[-9:])
    exponent = len(whole) - len(digits)
    if power := _EXPONENT.match(self, found.end()):
        exponent += int(power[1])
    value = _scaled(value, exponent)
    return -value if sign == "-" else value


def _scaled(value: float, exponent: int) -> float:
    """`value` times ten to the `exponent`, as a product of powers of two of ten."""
    scale = 1.0
    size = abs(exponent)
    if size > 511:
        warning("Exponent too high")
        size = 511
    for bit, power in enumerate(_POWERS):
        if size >> bit & 1:
            scale *= power
    return value / scale if exponent < 0 else value * scale


def hex_to_int(self: str) -> int:
    """A hexadecimal number, with or without `0x` and a sign; 0 for anything else."""
    return _to_int_of_base(self, 16, "0x")


def bin_to_int(self: str) -> int:
    """A binary number, with or without `0b` and a sign; 0 for anything else."""
    return _to_int_of_base(self, 2, "0b")


def _to_int_of_base(text: str, base: int, prefix: str) -> int:
    sign = -1 if text.startswith("-") else 1
    digits = text.removeprefix("-")
    if len(text) > 2 and digits[:2].lower() == prefix:
        digits = digits[2:]
    value = 0
    for character in digits:
        digit = _HEX_DIGITS.find(character.lower())
        if not 0 <= digit < base:
            return _wrong_digit(text, character) if base == 16 else 0
        value = value * base + digit
        if not _INT64_MIN <= value * sign <= _INT64_MAX:
            return _overflow(text, sign)
    return value * sign


def _wrong_digit(text: str, character: str) -> int:
    error(
        f'Invalid hexadecimal notation character "{character}" (U+{ord(character):04X}) '
        f'in string "{text}".'
    )
    return 0


def is_valid_int(self: str) -> bool:
    """Whether it is a sign, or none, and digits."""
    return re.fullmatch(r"[+-]?[0-9]+", self) is not None


def is_valid_float(self: str) -> bool:
    """Whether it is a number with or without a dot and an exponent."""
    return _FLOAT.fullmatch(self) is not None


def is_valid_hex_number(self: str, with_prefix: bool = False) -> bool:
    """Whether it is a hexadecimal number, with `0x` in front if `with_prefix`."""
    prefix = "0x" if with_prefix else ""
    return re.fullmatch(rf"[+-]?{prefix}[0-9a-fA-F]+", self) is not None


def is_valid_html_color(self: str) -> bool:
    """Whether it is a colour of 3, 4, 6 or 8 hexadecimal digits, with `#` in front or without."""
    return re.fullmatch(r"#?(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})", self) is not None


def is_valid_ascii_identifier(self: str) -> bool:
    """Whether it is letters, digits and underscores of ASCII and does not begin with a digit."""
    return self.isascii() and self.isidentifier()


def is_valid_unicode_identifier(self: str) -> bool:
    """Whether it is letters, digits and underscores and does not begin with a digit."""
    # The joiners of emoji and of Indian scripts are letters for Godot, except at the beginning.
    return self[:1].isidentifier() and self.translate(_JOINERS).isidentifier()


is_valid_identifier = is_valid_ascii_identifier


def is_valid_ip_address(self: str) -> bool:
    """Whether it is an IPv4 or IPv6 address."""
    if ":" not in self:
        return _is_ipv4(self)
    front, _, end = self.rpartition(":")
    if "." in end:
        # An IPv4 address in IPv6 has only zeros and ffff in front.
        zeros, _, mark = front.rpartition(":")
        if not _is_ipv4(end) or mark.lower() != "ffff" or zeros.strip("0:"):
            return False
        self = f"{front}:0:0"
    groups = self.split(":")
    if not all(group == "" or _HEX_GROUP.fullmatch(group) for group in groups):
        return False
    gaps = self.count("::")
    if gaps == 0:
        return len(groups) == 8 and all(groups)
    edges = self.startswith("::") + self.endswith("::")
    return gaps == 1 and len(groups) <= 9 and groups.count("") == 1 + edges


def _is_ipv4(text: str) -> bool:
    parts = text.split(".")
    return len(parts) == 4 and all(_DIGITS.fullmatch(p) and int(p) <= 255 for p in parts)


def unicode_at(self: str, at: int) -> int:
    """The code of the character at `at`."""
    if 0 <= at < len(self):
        return ord(self[at])
    else:
        error(f"Index p_idx = {at} is out of bounds (length() = {len(self)}).")
    return 0


def pad_zeros(self: str, digits: int) -> str:
    """Zeros in front of the number until it has `digits` digits before its dot."""
    point = self.find(".")
    end = len(self) if point < 0 else point
    if end == 0:
        return self
    begin = 0
    while begin < end and not "0" <= self[begin] <= "9":
        begin += 1
    return self[:begin] + "0" * (digits - (end - begin)) + self[begin:]


def pad_decimals(self: str, digits: int) -> str:
    """Exactly `digits` digits after the dot: zeros added, or digits cut off."""
    point = self.find(".")
    if point < 0:
        if digits <= 0:
            return self
        self, point = self + ".", len(self)
    if digits <= 0:
        return self[:point]
    return self[: point + 1 + digits] + "0" * (digits - (len(self) - point - 1))


def num(number: float, decimals: int = -1) -> str:
    """A number with at most `decimals` digits after the dot, rounded; -1 for 15 digits in all."""
    if number != number or number in (float("inf"), float("-inf")):
        return repr(number)
    if decimals < 0:
        decimals = decimals_for(number)
    return decimal_text(number, min(decimals, 32))


_SIZES = ("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB")


def humanize_size(size: int) -> str:
    """A number of bytes in the unit that suits it: `97.65 KiB`; digits are cut off."""
    size %= 1 << 64
    power = 0
    while size > 1024 ** (power + 1) and power < len(_SIZES) - 1:
        power += 1
    whole = size >> 10 * power
    digits = 0 if power == 0 or whole >= 1024 else 1 if whole >= 100 else 2
    return f"{pad_decimals(num(size / 1024**power), digits)} {_SIZES[power]}"


def num_int64(number: int, base: int = 10, capitalize_hex: bool = False) -> str:
    """A whole number in a base from 2 to 36."""
    if not 2 <= base <= 36:
        how = "less than 2" if base < 2 else "greater than 36"
        error(f"Cannot convert to base {base}, since the value is {how}.")
        return ""
    digits = "0123456789" + (
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if capitalize_hex else "abcdefghijklmnopqrstuvwxyz"
    )
    size, written = abs(number), ""
    while size:
        size, digit = divmod(size, base)
        written = digits[digit] + written
    return ("-" if number < 0 else "") + (written or "0")


def num_uint64(number: int, base: int = 10, capitalize_hex: bool = False) -> str:
    """As `num_int64`, with the number taken as unsigned."""
    return num_int64(number & 0xFFFFFFFFFFFFFFFF, base, capitalize_hex)


def num_scientific(number: float) -> str:
    """A number with as few digits as tell it from others, from 1e15 on with an exponent."""
    text = repr(number).removesuffix(".0")
    if not 1e15 <= abs(number) < 1e16:
        return text
    sign = "-" if number < 0 else ""
    digits = text.lstrip("-").replace(".", "").rstrip("0")
    return f"{sign}{digits[0]}{'.' if digits[1:] else ''}{digits[1:]}e+15"


def char(code: int) -> str:
    """The character with this code; U+FFFD, with a message, where there is none."""
    if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF:
        return chr(code)
    why = f"Invalid unicode codepoint ({code & 0xFFFFFFFF:x})"
    if code == 0:
        why = "Unexpected NUL character"
    error(f"Unicode parsing error, some characters were replaced with \ufffd (U+FFFD): {why}")
    return "\ufffd"
