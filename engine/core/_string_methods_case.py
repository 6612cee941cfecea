"""Godot's String functions that change or split by upper and lower case.

Case is changed letter by letter: a text never gets longer, so `ß` stays as it is.
"""

from __future__ import annotations

from functools import lru_cache

_SPACES = dict.fromkeys(map(ord, "\t\n\v\f\r _-\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"), " ")
_SPACES.update(dict.fromkeys([*range(0x2000, 0x200C), 0x2010, 0x2011], " "))


def to_upper(self: str) -> str:
    """All letters in upper case, one for one."""
    if self.isascii():
        return self.upper()
    return "".join(map(upper_letter, self))


def to_lower(self: str) -> str:
    """All letters in lower case, one for one."""
    if self.isascii():
        return self.lower()
    return "".join(map(lower_letter, self))


@lru_cache(maxsize=4096)
def upper_letter(letter: str) -> str:
    """One letter in upper case, or in title case, or itself if it would become two."""
    changed = letter.upper()
    if len(changed) > 1:
        changed = letter.title()
    return changed if len(changed) == 1 else letter


@lru_cache(maxsize=4096)
def lower_letter(letter: str) -> str:
    """One letter in lower case, without the dot that a Turkish capital leaves behind."""
    return letter.lower()[:1]


def capitalize(self: str) -> str:
    """Words with a capital letter and a space between: `move_local_x` becomes `Move Local X`."""
    return " ".join(upper_letter(word[0]) + word[1:] for word in _words(self))


def to_camel_case(self: str) -> str:
    """`move_local_x` becomes `moveLocalX`."""
    first, *others = _words(self) or [""]
    return first + "".join(upper_letter(word[0]) + word[1:] for word in others)


def to_pascal_case(self: str) -> str:
    """`move_local_x` becomes `MoveLocalX`."""
    return "".join(upper_letter(word[0]) + word[1:] for word in _words(self))


def to_snake_case(self: str) -> str:
    """`MoveLocalX` becomes `move_local_x`."""
    return _lower_words(self).replace(" ", "_")


def to_kebab_case(self: str) -> str:
    """`MoveLocalX` becomes `move-local-x`."""
    return _lower_words(self).replace(" ", "-")


def _words(text: str) -> list[str]:
    return _lower_words(text).split()


def _lower_words(text: str) -> str:
    """The words of a name in lower case, with spaces for what was between them."""
    parts: list[str] = []
    start = 0
    for i in range(1, len(text)):
        if _word_begins(text, i):
            parts.append(text[start:i])
            start = i
    parts.append(text[start:])
    return to_lower(" ".join(parts).translate(_SPACES))


def _word_begins(text: str, i: int) -> bool:
    """Whether a new word begins at `i`, by the letters around it: aA, AAa, 2Aa, 2aa, A2, a2."""
    previous, current, following = text[i - 1], text[i], text[i + 1 : i + 2]
    if current.isupper():
        if previous.islower():
            return True
        return (previous.isupper() or _is_digit(previous)) and following.islower()
    if current.islower():
        return _is_digit(previous) and following.islower()
    return _is_digit(current) and (previous.isupper() or previous.islower())


def _is_digit(letter: str) -> bool:
    return "0" <= letter <= "9"
