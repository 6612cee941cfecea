"""Godot's String functions that put text in, take it out, and fill it up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Any

from engine.core._string_methods_search import findn
from engine.core._text import text as text_of
from engine.core.output import error

# What `strip_edges` takes away: everything up to a space.
_BLANK = "".join(map(chr, range(33)))
_NO_ESCAPES = dict.fromkeys(range(32))


def insert(self: str, position: int, what: str) -> str:
    """The text with `what` before the character at `position`; unchanged if that is negative."""
    if position < 0 or not what:
        return self
    return self[:position] + what + self[position:]


def erase(self: str, position: int, chars: int = 1) -> str:
    """The text without `chars` characters from `position` on."""
    if position < 0 or chars < 0:
        return _cannot_erase(position, chars)
    return self[:position] + self[position + chars :]


def _cannot_erase(position: int, chars: int) -> str:
    if position < 0:
        what = f"starting position for `String.erase()`: {position}. Starting position"
    else:
        what = f"character count for `String.erase()`: {chars}. Character count"
    error(f"Invalid {what} must be positive or zero.")
    return ""


def replace(self: str, what: str, forwhat: str) -> str:
    """The text with `forwhat` in each place of `what`."""
    return self.replace(what, forwhat) if what else self


def replacen(self: str, what: str, forwhat: str) -> str:
    """As `replace`, for any case of letters."""
    if not what:
        return self
    parts: list[str] = []
    start = 0
    while (found := findn(self, what, start)) >= 0:
        parts += self[start:found], forwhat
        start = found + len(what)
    return "".join(parts) + self[start:]


_CODES = 0x110000  # characters have codes below it


def replace_char(self: str, key: int, with_: int) -> str:
    """The text with one character, given by its code, in place of another."""
    return replace_chars(self, chr(key), with_) if 0 < key < _CODES else self


def replace_chars(self: str, keys: str, with_: int) -> str:
    """The text with one character, given by its code, in place of all that are in `keys`."""
    if not with_:
        error("`with` must not be the NUL character.")
        return self
    new = chr(with_) if 0 < with_ < _CODES else "\ufffd"
    return self.translate(dict.fromkeys(map(ord, keys), new))


def remove_char(self: str, what: int) -> str:
    """The text without the character that has this code."""
    return self.replace(chr(what), "") if 0 < what < _CODES else self


def remove_chars(self: str, chars: str) -> str:
    """The text without the characters that are in `chars`."""
    return self.translate(dict.fromkeys(map(ord, chars)))


def repeat(self: str, count: int) -> str:
    """The text so many times."""
    if count < 0:
        error("Parameter count should be a positive number.")
    return self * count


def reverse(self: str) -> str:
    """The characters from the last to the first."""
    return self[::-1]


def indent(self: str, prefix: str) -> str:
    """The text with `prefix` in front of each line that is not empty."""
    lines = self.split("\n")
    return "\n".join(prefix + line if line else line for line in lines)


def dedent(self: str) -> str:
    """The text without what its first line that is not blank is indented by."""
    result: list[str] = []
    indentation = None
    for line in self.split("\n"):
        content = line.lstrip(_BLANK)
        blanks = line[: len(line) - len(content)] if content else line
        if content and indentation is None:
            indentation = blanks
        pairs = zip(indentation or "", blanks, strict=False)
        shared = takewhile(lambda pair: pair[0] == pair[1], pairs)
        result.append(line[len(list(shared)) :] if content else "")
    return "\n".join(result)


def lpad(self: str, min_length: int, character: str = " ") -> str:
    """The text with `character` in front of it until it has `min_length` characters."""
    return character * (min_length - len(self)) + self


def rpad(self: str, min_length: int, character: str = " ") -> str:
    """The text with `character` behind it until it has `min_length` characters."""
    return self + character * (min_length - len(self))


def strip_edges(self: str, left: bool = True, right: bool = True) -> str:
    """The text without blanks and control characters at its ends."""
    if left:
        self = self.lstrip(_BLANK)
    return self.rstrip(_BLANK) if right else self


def strip_escapes(self: str) -> str:
    """The text without control characters, line ends and tabs."""
    return self.translate(_NO_ESCAPES)


def lstrip(self: str, chars: str) -> str:
    """The text without the characters of `chars` at its beginning."""
    return self.lstrip(chars)


def rstrip(self: str, chars: str) -> str:
    """The text without the characters of `chars` at its end."""
    return self.rstrip(chars)


def trim_prefix(self: str, prefix: str) -> str:
    """The text without `prefix` at its beginning."""
    return self.removeprefix(prefix)


def trim_suffix(self: str, suffix: str) -> str:
    """The text without `suffix` at its end."""
    return self.removesuffix(suffix)


def join(self: str, parts: Iterable[str]) -> str:
    """All `parts` with the text between them."""
    return str.join(self, parts)


def format_string(self: str, values: Any, placeholder: str = "{_}") -> str:
    """The text with its placeholders filled.

    Args:
        self: the text with placeholders.
        values: a dictionary (`{name}`), an array (`{0}`, or `{}` one after the other), or an
            array of pairs of name and value.
        placeholder: how a placeholder looks, with `_` for the name.
    """
    if isinstance(values, Mapping):
        for key, value in values.items():
            self = replace(self, placeholder.replace("_", text_of(key)), text_of(value))
        return self
    if isinstance(values, Sequence) and not isinstance(values, (str, bytes)):
        return _format_array(self, values, placeholder)
    error("Invalid type: use Array, Dictionary or Object.")
    return self


def _format_array(text: str, values: Sequence[Any], placeholder: str) -> str:
    for index, value in enumerate(values):
        if isinstance(value, (list, tuple)):
            if len(value) != 2:
                error(
                    f"Invalid format: the inner Array at index {index} needs to contain only "
                    "2 elements, as a key-value pair."
                )
                continue
            text = replace(text, placeholder.replace("_", text_of(value[0])), text_of(value[1]))
        elif "_" in placeholder:
            text = replace(text, placeholder.replace("_", str(index)), text_of(value))
        else:
            text = text.replace(placeholder, text_of(value), 1)
    return text
