"""Reading of a single BBCode tag: its name, its value and its options."""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.core.color import Color

_BIDI = {
    "lrm": "\u200e", "rlm": "\u200f", "lre": "\u202a", "rle": "\u202b", "lro": "\u202d",
    "rlo": "\u202e", "pdf": "\u202c", "alm": "\u061c", "lri": "\u2066", "rli": "\u2067",
    "fsi": "\u2068", "pdi": "\u2069", "zwj": "\u200d", "zwnj": "\u200c", "wj": "\u2060",
    "shy": "\u00ad",
}  # fmt: skip
_NUMBER = re.compile(r"\s*[-+]?(\d+\.?\d*([eE][-+]?\d+)?|\.\d+)").match


class Tag(NamedTuple):
    """A tag: `[name=value option=value ...]`.

    Attributes:
        name: its name.
        value: what follows the name and an equals sign; None without one.
        options: further words with an equals sign.
        words: all further words.
    """

    name: str
    value: str | None
    options: dict[str, str]
    words: list[str]


def bidi_character(name: str) -> str:
    """The invisible character that a tag stands for, or nothing."""
    return _BIDI.get(name, "")


def find_unquoted(text: str, character: str, start: int) -> int:
    """Where a character is that does not stand in quotes; -1 for nowhere."""
    first = text.find(character, start)
    if first < 0 or ('"' not in text[start:first] and "'" not in text[start:first]):
        return first
    quote = ""
    for place in range(start, len(text)):
        found = text[place]
        if quote:
            if found == quote:
                quote = ""
        elif found == character:
            return place
        elif found in "\"'" and text[place - 1] == "=":
            quote = found
    return first if quote else -1


def parse_tag(tag: str) -> Tag:
    """The parts of a tag, given without its brackets."""
    words = _split(tag)
    if not words:
        return Tag("", None, {}, [])
    name, equals, value = words[0].partition("=")
    options = {}
    for word in words[1:]:
        option, given, setting = word.partition("=")
        if given:
            options[option] = _unquoted(setting)
    return Tag(name, _unquoted(value) if equals else None, options, words[1:])


def _split(tag: str) -> list[str]:
    words: list[str] = []
    start, quote = 0, ""
    for place, character in enumerate(tag):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and place and tag[place - 1] == "=":
            quote = character
        elif character == " ":
            if place > start:
                words.append(tag[start:place])
            start = place + 1
    if start < len(tag):
        words.append(tag[start:])
    return words


def _unquoted(text: str) -> str:
    if len(text) >= 2 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    return text


def number(text: str) -> float:
    """The number that a text begins with; 0 when it begins with none."""
    found = _NUMBER(text)
    return float(found.group()) if found is not None else 0.0


def to_color(text: str, default: Color = Color(0, 0, 0, 1)) -> Color:  # noqa: B008
    """A colour by name or in hexadecimal digits."""
    return Color.from_string(text, default) if text else default
