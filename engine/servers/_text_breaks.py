"""Where lines may break: a short form of the Unicode line breaking rules.

`soft_breaks(text)` gives, for each character, whether a line may end behind it. Spaces, tabs and
the like always allow it, hyphens and dashes inside words, ideographs and syllables on both sides;
closing marks stay with what is before them, opening ones with what follows.
"""

from __future__ import annotations

import re
import unicodedata

HARD = frozenset("\n\v\f\r\x85\u2028\u2029")
_SPACES = frozenset(" \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a"
                    "\u200b\u205f\u3000")  # fmt: skip
_GLUE = frozenset("\u00a0\u202f\u2007\u2060\ufeff\u200d")
_HYPHENS = frozenset("-\u00ad\u2010\u2012\u2013\u058a\u05be")  # a line may end behind them
_BAR = frozenset("|\u2027\u0f0b")
_DASH = "\u2014"
_QUOTES = frozenset("\"'\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u2039\u203a")
_CLOSING = frozenset("}\u3001\u3002\uff0c\uff0e\uff09\u300d\u300f\u3011\u3009\u300b!?\u2026"
                     "\uff01\uff1f\uff1a\uff1b\u30fc\u3005")  # fmt: skip
_CLINGING = frozenset(")],.:;%\u00b0\u00a2")  # letters and digits cling to them
_OPENING = frozenset("([{\u300c\u300e\u3010\u3008\u300a\uff08\u00a1\u00bf")
_MONEY = frozenset("$\u20ac\u00a3\u00a5+\\")

_BLANKS = re.compile("[ \\t]+")
_HARDER = re.compile(r"[-/|!?}]")  # lines may break behind these, too


def is_space(character: str) -> bool:
    """Whether a character is white space that a line may end behind, or ends a line."""
    return character in _SPACES or character in HARD or character in "\u00a0\u202f\u2007"


def soft_breaks(text: str) -> list[bool]:
    """For each character, whether a line may end behind it (a hard break is none of these)."""
    count = len(text)
    if text.isascii() and _HARDER.search(text) is None:
        found = [False] * count
        for spaces in _BLANKS.finditer(text):
            end = spaces.end()
            found[end - 1] = end == count or text[end] not in HARD
        return found
    return [_is_break(text, place, count) for place in range(count)]


def _is_break(text: str, place: int, count: int) -> bool:
    before = text[place]
    after = text[place + 1] if place + 1 < count else ""
    if before.isalpha() and after.isascii() and before.isascii():
        return False
    if before == "\u00ad":
        return True
    if before in _SPACES:
        return after not in _SPACES and (not after or after not in HARD)
    if not after or after in _SPACES or after in HARD or before in HARD:
        return False
    if before in _GLUE or after in _GLUE or unicodedata.combining(after):
        return False
    if "\ufe00" <= after <= "\ufe0f" or "\U0001f3fb" <= after <= "\U0001f3ff":
        return False
    return _between(text, place, before, after)


def _between(text: str, place: int, before: str, after: str) -> bool:
    if before in _OPENING or before in _QUOTES or after in _QUOTES:
        return False
    if after in _CLOSING or after in _CLINGING or after == "/" or after in _HYPHENS:
        return False
    if after in _BAR:
        return False
    if before == "-":
        return not after.isdigit() and place > 0 and text[place - 1] not in _SPACES
    if before == "/":
        return not after.isdigit()
    if before in _HYPHENS or before in _BAR or before == _DASH or after == _DASH:
        return True
    if before in _CLOSING:
        return True
    if before in _CLINGING:
        return _is_ideograph(after) or (after in _OPENING and before not in "%\u00b0\u00a2")
    if before in _MONEY:
        return False
    return _is_ideograph(before) or _is_ideograph(after)


def _is_ideograph(character: str) -> bool:
    code = ord(character)
    if code < 0x1100:
        return False
    return (
        0x2E80 <= code <= 0xA4CF
        or 0xAC00 <= code <= 0xD7A3
        or 0xF900 <= code <= 0xFAFF
        or 0xFF01 <= code <= 0xFF60
        or 0x1F000 <= code <= 0x1FAFF
        or 0x20000 <= code <= 0x3FFFD
    )


def word_breaks(text: str) -> list[tuple[int, int]]:
    """The words of a text (double clicks select them): runs of letters, digits and underscores."""
    words: list[tuple[int, int]] = []
    start = -1
    for place, character in enumerate(text):
        inside = character.isalnum() or character == "_" or bool(unicodedata.combining(character))
        if not inside and character in "'\u2019" and start >= 0:
            inside = place + 1 < len(text) and text[place + 1].isalpha()
        if inside and start < 0:
            start = place
        elif not inside and start >= 0:
            words.append((start, place))
            start = -1
    if start >= 0:
        words.append((start, len(text)))
    return words
