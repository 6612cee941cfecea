"""Godot's String functions that say which of two texts comes first: -1, 0 or 1."""

from __future__ import annotations

import re
from itertools import zip_longest

from engine.core._string_methods_case import to_upper

_RUNS = re.compile(r"\d+|\D", re.ASCII | re.DOTALL)


def casecmp_to(self: str, to: str) -> int:
    """By the codes of the characters."""
    return (self > to) - (self < to)


def nocasecmp_to(self: str, to: str) -> int:
    """By the codes of the characters in upper case."""
    return casecmp_to(to_upper(self), to_upper(to))


def naturalcasecmp_to(self: str, to: str) -> int:
    """As people sort: numbers inside the texts by their size."""
    return _natural(self, to)


def naturalnocasecmp_to(self: str, to: str) -> int:
    """As `naturalcasecmp_to`, for any case of letters."""
    return _natural(to_upper(self), to_upper(to))


def filecasecmp_to(self: str, to: str) -> int:
    """As `naturalcasecmp_to`, with underscores and dots in front as lists of files have them."""
    return _file(self, to)


def filenocasecmp_to(self: str, to: str) -> int:
    """As `filecasecmp_to`, for any case of letters."""
    return _file(to_upper(self), to_upper(to))


def _natural(text: str, to: str) -> int:
    """Dots in front come first, numbers before all else, and everything else by its code."""
    while text.startswith(".") or to.startswith("."):
        if not (text.startswith(".") and to.startswith(".")):
            return -1 if text.startswith(".") else 1
        text, to = text[1:], to[1:]
        if not text or not to:
            return -1 if to else 1
    for mine, other in zip_longest(_RUNS.findall(text), _RUNS.findall(to), fillvalue=""):
        if mine != other and (order := _compare_runs(mine, other)):
            return order
    return 0


def _compare_runs(mine: str, other: str) -> int:
    """Compares two numbers or characters; nothing at all comes first."""
    if not mine or not other:
        return 1 if mine else -1
    if mine.isdigit() and other.isdigit():
        return casecmp_to(_by_size(mine), _by_size(other))
    if mine.isdigit() or other.isdigit():
        return -1 if mine.isdigit() else 1
    return casecmp_to(mine, other)


def _by_size(digits: str) -> str:
    """The digits of a number as a text that compares as the number does."""
    digits = digits.lstrip("0")
    return chr(len(digits)) + digits


def _file(text: str, to: str) -> int:
    """As `_natural`, but underscores in front come first, and only dots before them."""
    shared = min(_count_in_front(text, "_"), _count_in_front(to, "_"))
    text, to = text[shared:], to[shared:]
    if to and text.startswith("_"):
        return 1 if to.startswith(".") else -1
    if text and to.startswith("_"):
        return -1 if text.startswith(".") else 1
    return _natural(text, to)


def _count_in_front(text: str, mark: str) -> int:
    return len(text) - len(text.lstrip(mark))
