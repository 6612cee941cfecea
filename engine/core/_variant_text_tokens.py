"""The words of Godot's text of values: one compiled expression finds them all.

The reader above holds a `Words` and asks for the next word. A word is a pair: its kind, and its
value (a number, a text) or, for punctuation and identifiers, its text. What is no word at all is of
the kind `ERROR`, with the reason as its value; nothing is raised here.
"""

from __future__ import annotations

import re
from typing import Any, Final

from engine.core._string_methods_numbers import to_float
from engine.core.output import error

END: Final = "EOF"
ERROR: Final = "ERROR"
IDENTIFIER: Final = "identifier"
STRING: Final = "string"
STRING_NAME: Final = "string_name"
NUMBER: Final = "number"
COLOR: Final = "color"

Word = tuple[str, Any]

# None of it is ever given back, so that what follows fails at once where it does not fit.
SPACE: Final = r"(?:[\x00-\x20]++|;[^\n]*+)*+"
_WORD = re.compile(
    SPACE
    + r"""(?:
    ([{}\[\](),:=.])                                        # 1: punctuation is its own kind
    | "([^"\\]*+)"                                          # 2: a string without escapes
    | (-?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]*)?)           # 3: a number
    | (-?[A-Za-z_][A-Za-z0-9_]*)                            # 4: an identifier
    | ([&@]?)"((?:[^"\\]++|\\.)*+)"                          # 5, 6: other strings
    | \#([0-9A-Fa-f]*)                                      # 7: a colour
    | (\Z)                                                  # 8: the end
    )""",
    re.VERBOSE | re.DOTALL,
)
_SKIP = re.compile(SPACE)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{6})|(.))", re.DOTALL)
_PLAIN_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_ANY_SURROGATE = re.compile("[\ud800-\udfff]")
_EXACT = 16  # a text of this length is read alike by everybody
_MOST, _WRAP = (1 << 63) - 1, 1 << 64


class Words:
    """A text, and how far it has been read.

    Attributes:
        text: all of it.
        at: where the next word is looked for.
    """

    __slots__ = ("at", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def next(self) -> Word:
        """The next word, which counts as read."""
        match = _WORD.match(self.text, self.at)
        if match is None:
            return self._no_word()
        self.at = match.end()
        kind = match.lastindex
        if kind == 1:
            mark = match[1]
            return mark, mark
        if kind == 2:
            return STRING, match[2]
        if kind == 3:
            return NUMBER, number_of(match[3])
        if kind == 4:
            return IDENTIFIER, match[4]
        if kind == 6:
            return _unescaped(match[5], match[6])
        if kind == 7 and self.at < len(self.text):
            return COLOR, match[7]
        return END, "EOF"

    def line(self) -> int:
        """The line, from 0, that has been come to."""
        return self.text.count("\n", 0, self.at)

    def _no_word(self) -> Word:
        match = _SKIP.match(self.text, self.at)
        at = self.at if match is None else match.end()
        begin = self.text[at]
        self.at = at + 1
        if begin in "&@" and self.text[at + 1 : at + 2] != '"':
            return ERROR, "Expected '\"' after '&'"
        if begin in '"&@':
            self.at = len(self.text)
            return ERROR, "Unterminated string"
        return ERROR, "Unexpected character"


def number_of(text: str) -> int | float:
    """The value of a number's text: whole ones wrap at 64 bits, or stop at the limit."""
    if text.lstrip("-").isdigit():
        number = int(text) if len(text) < 25 else int(text[:25])
        if -_MOST <= number <= _MOST:
            return number
        if len(text.lstrip("-")) > 19:
            error(
                f"Cannot represent {text} as a 64-bit signed integer, since the value is too "
                + ("small." if text[0] == "-" else "large.")
            )
            return -_MOST - 1 if text[0] == "-" else _MOST
        return (number + _MOST + 1) % _WRAP - _MOST - 1
    if len(text) <= _EXACT and not ("e" in text or "E" in text):
        return float(text)
    return to_float(text.rstrip("eE+-"))


def _unescaped(mark: str, text: str) -> Word:
    bad = False

    def replace(match: re.Match[str]) -> str:
        nonlocal bad
        if match[3] is None:
            code = int(match[1] or match[2], 16)
            bad = bad or code > 0x10FFFF
            return chr(min(code, 0x10FFFF))
        bad = bad or match[3] in "uU"
        return _PLAIN_ESCAPES.get(match[3], match[3])

    if "\\" in text:
        text = _ESCAPE.sub(replace, text)
        if bad:
            return ERROR, "Malformed hex constant in string"
        text = _SURROGATES.sub(_joined, text)
        if _ANY_SURROGATE.search(text):
            return ERROR, "Invalid UTF-16 sequence in string, unpaired surrogate"
    return STRING_NAME if mark else STRING, text


def _joined(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")
