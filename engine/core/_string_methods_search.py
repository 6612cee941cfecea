"""Godot's String functions that look for text in a text, count it, and take it apart."""

from __future__ import annotations

import re
from functools import lru_cache
from struct import pack, unpack

from engine.core._string_methods_case import to_lower, upper_letter
from engine.core._string_methods_numbers import to_float


def length(self: str) -> int:
    """Number of characters."""
    return len(self)


def is_empty(self: str) -> bool:
    """Whether there are no characters."""
    return not self


def begins_with(self: str, text: str) -> bool:
    """Whether `text` is at the beginning."""
    return self.startswith(text)


def ends_with(self: str, text: str) -> bool:
    """Whether `text` is at the end."""
    return self.endswith(text)


def contains(self: str, what: str) -> bool:
    """Whether `what` is somewhere; the empty text is nowhere."""
    return what != "" and what in self


def containsn(self: str, what: str) -> bool:
    """As `contains`, for any case of letters."""
    return contains(to_lower(self), to_lower(what))


def find(self: str, what: str, from_: int = 0) -> int:
    """Where `what` is first at or after `from_`, or -1; the empty text is nowhere.

    A negative `from_` counts back from the last place where `what` fits, which is -1.
    """
    last = len(self) - len(what)
    start = from_ + last + 1 if from_ < 0 else from_
    return self.find(what, start) if what and 0 <= start <= last else -1


def findn(self: str, what: str, from_: int = 0) -> int:
    """As `find`, for any case of letters."""
    return find(to_lower(self), to_lower(what), from_)


def rfind(self: str, what: str, from_: int = -1) -> int:
    """Where `what` begins last, at or before `from_`, or -1; `from_` counts as in `find`."""
    last = len(self) - len(what)
    start = from_ + last + 1 if from_ < 0 else from_
    return self.rfind(what, 0, start + len(what)) if what and 0 <= start <= last else -1


def rfindn(self: str, what: str, from_: int = -1) -> int:
    """As `rfind`, for any case of letters."""
    return rfind(to_lower(self), to_lower(what), from_)


def count(self: str, what: str, from_: int = 0, to: int = 0) -> int:
    """How often `what` is in the text from `from_` to before `to` (0: the end)."""
    if not what or from_ < 0 or to < 0:
        return 0
    return self.count(what, from_, to or len(self))


def countn(self: str, what: str, from_: int = 0, to: int = 0) -> int:
    """As `count`, for any case of letters."""
    return count(to_lower(self), to_lower(what), from_, to)


def match(self: str, expr: str) -> bool:
    """Whether the text fits the pattern: `*` is any text, `?` any character but a dot.

    An empty text or pattern never fits.
    """
    return bool(self and expr and _pattern(expr).fullmatch(self))


def matchn(self: str, expr: str) -> bool:
    """As `match`, for any case of letters."""
    folded = "".join(map(upper_letter, self)), "".join(map(upper_letter, expr))
    return match(*folded)


@lru_cache(maxsize=256)
def _pattern(expr: str) -> re.Pattern[str]:
    """A regular expression for a pattern; what a star takes is never tried again."""
    first, *others = map(_part, re.split(r"\*+", expr))
    if not others:
        return re.compile(first, re.DOTALL)
    middle = "".join(f"(?>.*?{part})" for part in others[:-1])
    return re.compile(f"{first}{middle}.*{others[-1]}", re.DOTALL)


def _part(expr: str) -> str:
    return "".join("[^.]" if c == "?" else re.escape(c) for c in expr)


def is_subsequence_of(self: str, text: str) -> bool:
    """Whether all characters of the text are in `text`, in order, whatever is between them."""
    rest = iter(text)
    return all(character in rest for character in self)


def is_subsequence_ofn(self: str, text: str) -> bool:
    """As `is_subsequence_of`, for any case of letters."""
    return is_subsequence_of(to_lower(self), to_lower(text))


def bigrams(self: str) -> list[str]:
    """All pairs of neighbouring characters."""
    return [self[i : i + 2] for i in range(len(self) - 1)]


def similarity(self: str, text: str) -> float:
    """How alike two texts are, from 0 to 1, by the pairs of characters that both have."""
    if self == text:
        return 1.0
    if len(self) < 2 or len(text) < 2:
        return 0.0
    pairs, others = bigrams(self), bigrams(text)
    known = set(others)
    both = sum(pair in known for pair in pairs)
    single: float = unpack("<f", pack("<f", 2.0 * both / (len(pairs) + len(others))))[0]
    return single


def left(self: str, length: int) -> str:
    """The first `length` characters; a negative number leaves that many out at the end."""
    return self[:length]


def right(self: str, length: int) -> str:
    """The last `length` characters; a negative number leaves that many out at the beginning."""
    if length < 0:
        return self[-length:]
    return self[-length:] if length else ""


def substr(self: str, from_: int, len_: int = -1) -> str:
    """`len_` characters from `from_` on, or all that follow."""
    if from_ < 0:
        return ""
    return self[from_:] if len_ == -1 else self[from_ : from_ + max(len_, 0)]


def get_slice_count(self: str, delimiter: str) -> int:
    """How many parts `get_slice` knows."""
    return self.count(delimiter) + 1 if self and delimiter else 0


def get_slice(self: str, delimiter: str, slice_: int) -> str:
    """The part number `slice_` of a text taken apart at each `delimiter`, or an empty text.

    A text without the delimiter is its own part, whatever the number.
    """
    if not self or not delimiter or slice_ < 0:
        return ""
    if delimiter not in self:
        return self
    parts = self.split(delimiter, slice_ + 1)
    return parts[slice_] if slice_ < len(parts) else ""


def get_slicec(self: str, delimiter: int, slice_: int) -> str:
    """As `get_slice` with a character's code; here a missing delimiter makes one part."""
    parts = self.split(chr(delimiter)) if 0 < delimiter < 0x110000 else [self]
    return parts[slice_] if 0 <= slice_ < len(parts) else ""


def split(self: str, delimiter: str = "", allow_empty: bool = True, maxsplit: int = 0) -> list[str]:
    """The parts between delimiters, or the characters if there is none.

    Args:
        self: the text to take apart.
        delimiter: what separates parts.
        allow_empty: whether empty parts count.
        maxsplit: after so many parts the rest is the last one; 0 for all parts.
    """
    if not self:
        return [""] if allow_empty else []
    if maxsplit <= 0:
        parts = self.split(delimiter) if delimiter else list(self)
        return parts if allow_empty else [part for part in parts if part]
    return _split_some(self, delimiter, allow_empty, maxsplit)


def _split_some(text: str, delimiter: str, allow_empty: bool, maxsplit: int) -> list[str]:
    parts: list[str] = []
    start = 0
    while True:
        end = text.find(delimiter, start) if delimiter else start + 1
        end = len(text) if end < 0 else end
        if allow_empty or end > start:
            if len(parts) == maxsplit:
                parts.append(text[start:])
                return parts
            parts.append(text[start:end])
        if end == len(text):
            return parts
        start = end + len(delimiter)


def rsplit(
    self: str, delimiter: str = "", allow_empty: bool = True, maxsplit: int = 0
) -> list[str]:
    """As `split`, from the end: with `maxsplit` the first part is the rest."""
    parts: list[str] = []
    end = len(self)
    while True:
        if end < len(delimiter) or (maxsplit > 0 and len(parts) == maxsplit):
            if allow_empty or end > 0:
                parts.append(self[:end])
            break
        start = rfind(self, delimiter, end - len(delimiter)) if delimiter else (end - 1 or -1)
        if start < 0:
            parts.append(self[:end])
            break
        if allow_empty or start + len(delimiter) < end:
            parts.append(self[start + len(delimiter) : end])
        end = start
    parts.reverse()
    return parts


def split_floats(self: str, delimiter: str, allow_empty: bool = True) -> list[float]:
    """The parts between delimiters as numbers; what is not a number is 0."""
    if not self:
        return []
    parts = self.split(delimiter) if delimiter else [self]
    return [to_float(part) for part in parts if part or allow_empty]
