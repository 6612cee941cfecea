"""The values of numbers, strings and types as they are written in a script."""

from __future__ import annotations

import re

from engine.core._string_methods_numbers import to_float
from engine.gdscript._syntax import ParseError, TypeRef

_MAX = 2**63 - 1
_ESCAPES = {
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "v": "\v",
    "'": "'",
    '"': '"',
    "\\": "\\",
    "\n": "",
}
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|(\r?\n)|(.))", re.DOTALL)
_MISPLACED = re.compile(r"(\.|^[+-]?0[xX]|^[+-]?0[bB])_")
_BAD_EXPONENT = re.compile(r"[eE][+-]?_")
_TYPE_NAME = re.compile(r"[^\W\d]\w*")


def number_value(text: str, line: int, column: int) -> int | float:
    """The value of a number, which may have a sign.

    Raises:
        ParseError: the number isn't written as Godot wants it.
    """
    if "__" in text:
        message = "Multiple underscores cannot be adjacent in a numeric literal."
        raise ParseError(message, line, column)
    if found := _MISPLACED.search(text):
        message = "Unexpected underscore after " + (
            "decimal point." if found[1] == "." else f'"{found[1]}".'
        )
        raise ParseError(message, line, column)
    digits = text.replace("_", "").lstrip("+-")
    sign = -1 if text[0] == "-" else 1
    prefix = digits[:2].lower()
    if prefix in ("0x", "0b"):
        hexadecimal = prefix == "0x"
        try:
            return _held(sign * int(digits[2:], 16 if hexadecimal else 2))
        except ValueError:
            raise ParseError(_prefix_message(digits, hexadecimal), line, column) from None
    if digits.isdigit():
        if len(digits) < 20:  # Godot lets these wrap, and holds longer ones to the limits
            return (sign * int(digits) + _MAX + 1) % 2**64 - _MAX - 1
        return _held(sign * int(digits[-20:] if digits[:-20].strip("0") == "" else "9" * 20))
    try:
        if _BAD_EXPONENT.search(text):
            raise ValueError
        float(digits)
        return sign * to_float(digits)
    except ValueError:
        raise ParseError('Expected exponent value after "e".', line, column) from None


def _held(value: int) -> int:
    """The nearest number of 64 bits."""
    return max(min(value, _MAX), -_MAX - 1)


def _prefix_message(digits: str, hexadecimal: bool) -> str:
    allowed = "0123456789abcdefABCDEF" if hexadecimal else "01"
    if digits[2:3] and digits[2] in allowed:
        return "Invalid numeric notation."
    kind = "hexadecimal" if hexadecimal else "binary"
    return f'Expected {kind} digit after "{digits[:2]}".'


def string_value(source: str, line: int, column: int) -> str:
    """The text that a string stands for, whatever its quotes and the mark before them.

    Raises:
        ParseError: an escape isn't one.
    """
    text = source.lstrip("&^r")
    quotes = 3 if text[:3] in ('"""', "'''") and len(text) >= 6 else 1
    text = text[quotes:-quotes]
    if "\\" not in text or source[0] == "r":
        return text
    try:
        value = _ESCAPE.sub(_escaped, text)
    except KeyError as error:
        raise ParseError(error.args[0], line, column) from None
    if any("\ud800" <= character <= "\udfff" for character in value):
        return _join_surrogates(value, line, column)
    return value


def _escaped(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    if code:
        number = int(code, 16)
        return chr(number) if number <= 0x10FFFF else "\ufffd"
    if found[3]:
        return ""
    if found[4] in "uU":
        raise KeyError("Invalid hexadecimal digit in unicode escape sequence.")
    if found[4] not in _ESCAPES:
        raise KeyError("Invalid escape in string.")
    return _ESCAPES[found[4]]


def _join_surrogates(value: str, line: int, column: int) -> str:
    """Make characters of pairs of halves."""
    try:
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        message = "Invalid UTF-16 sequence in string, unpaired surrogate"
        raise ParseError(message, line, column) from None


def type_value(text: str, line: int, column: int) -> TypeRef:
    """The type that is written so.

    Raises:
        ParseError: the elements of something that has none are typed.
    """
    if text.isidentifier():
        return TypeRef(line, column, (text,))
    before, _, inside = text.partition("[")
    names = tuple(_TYPE_NAME.findall(before))
    if not inside:
        return TypeRef(line, column, names)
    if "[" in inside:
        raise ParseError("Nested typed collections are not supported.", line, column)
    arguments: list[TypeRef] = []
    at = column + len(before) + 1
    for part in inside.rstrip("] \t").split(","):
        arguments.append(TypeRef(line, at, tuple(_TYPE_NAME.findall(part))))
        at += len(part) + 1
    wanted = {"Array": 1, "Dictionary": 2}.get(".".join(names))
    if wanted is None:
        message = "Only arrays and dictionaries can specify collection element types."
        raise ParseError(message, line, column)
    if len(arguments) != wanted:
        message = (
            "Typed arrays require exactly one collection element type."
            if wanted == 1
            else "Typed dictionaries require exactly two collection element types."
        )
        raise ParseError(message, line, column)
    return TypeRef(line, column, names, tuple(arguments))
