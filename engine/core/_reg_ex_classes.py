"""Sets of characters of regular expressions, by the names that they have there.

Each is the inside of a set in Python's spelling: what stands between `[` and `]`.
"""

from __future__ import annotations

import sys
import unicodedata
from functools import cache

# Without `(*UCP)` these are about ASCII alone.
POSIX = {
    "alnum": "A-Za-z0-9",
    "alpha": "A-Za-z",
    "ascii": r"\x00-\x7f",
    "blank": r"\ \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": r"\x21-\x7e",
    "lower": "a-z",
    "print": r"\x20-\x7e",
    "punct": r"\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e",
    "space": r"\t-\r\ ",
    "upper": "A-Z",
    "word": "A-Za-z0-9_",
    "xdigit": "0-9A-Fa-f",
}
_HORIZONTAL = r"\t\ \xa0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000"
_VERTICAL = r"\n-\r\x85\u2028\u2029"
# Behind a backslash; the capital letter means all other characters.
LETTERS = {
    "d": POSIX["digit"],
    "h": _HORIZONTAL,
    "s": POSIX["space"],
    "v": _VERTICAL,
    "w": POSIX["word"],
}


@cache
def others(inside: str) -> str:
    """The set of all characters that are not in a set."""
    escaped = inside.replace("\\ ", "\\x20")
    spans = sorted(_span(part) for part in _parts(escaped))
    return "".join(_range(low, high) for low, high in _gaps(spans))


def _parts(inside: str) -> list[str]:
    found: list[str] = []
    at = 0
    while at < len(inside):
        end = _end_of_character(inside, at)
        if inside[end : end + 1] == "-":
            end = _end_of_character(inside, end + 1)
        found.append(inside[at:end])
        at = end
    return found


def _end_of_character(inside: str, at: int) -> int:
    if inside[at] != "\\":
        return at + 1
    return at + {"x": 4, "u": 6, "U": 10}.get(inside[at + 1], 2)


def _span(part: str) -> tuple[int, int]:
    cut = _end_of_character(part, 0)
    low = _code(part[:cut])
    return low, _code(part[cut + 1 :]) if cut < len(part) else low


def _code(text: str) -> int:
    if text[0] != "\\":
        return ord(text)
    if text[1] in "xuU":
        return int(text[2:], 16)
    return ord({"t": "\t", "n": "\n", "r": "\r"}.get(text[1], text[1]))


def _gaps(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found, begin = [], 0
    for low, high in spans:
        if low > begin:
            found.append((begin, low - 1))
        begin = max(begin, high + 1)
    if begin <= sys.maxunicode:
        found.append((begin, sys.maxunicode))
    return found


def _range(low: int, high: int) -> str:
    return f"\\U{low:08x}-\\U{high:08x}"


@cache
def category(name: str) -> str | None:
    """The set of a Unicode category (`L`, `Lu`, `Nd`, ...); None for no category."""
    if name == "Any":
        return _range(0, sys.maxunicode)
    wanted = ("Lu", "Ll", "Lt") if name == "L&" else (name,)
    spans: list[list[int]] = []
    for code in range(sys.maxunicode + 1):
        if unicodedata.category(chr(code)).startswith(wanted):
            if spans and spans[-1][1] == code - 1:
                spans[-1][1] = code
            else:
                spans.append([code, code])
    return "".join(_range(low, high) for low, high in spans) or None
