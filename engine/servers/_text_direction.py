"""Which way text runs: a short form of the Unicode bidirectional algorithm.

Characters get levels: even ones run to the right, odd ones to the left. `levels` answers None for
the common text that has no character of a script written to the left.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
_RTL_START = 0x590


def is_rtl(text: str) -> bool:
    """Whether the first letter that has a direction runs to the left."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            return False
        if kind in ("R", "AL"):
            return True
    return False


def has_rtl(text: str) -> bool:
    """Whether any character runs to the left."""
    return not text.isascii() and any(
        ord(c) >= _RTL_START and unicodedata.bidirectional(c) in ("R", "AL", "RLE", "RLO", "RLI")
        for c in text
    )


def levels(text: str, base_rtl: bool) -> list[int] | None:
    """The level of each character; None when all run to the right."""
    if not base_rtl and not has_rtl(text):
        return None
    base = 1 if base_rtl else 0
    kinds = _weak([unicodedata.bidirectional(c) or "L" for c in text], base)
    _neutral(kinds, base)
    return _tail_to_base(text, [_level(kind, base) for kind in kinds], base)


def _weak(kinds: list[str], base: int) -> list[str]:
    """Digits, marks and separators beside them take their final kind."""
    strong = "R" if base else "L"
    letter = strong
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[place] = kinds[place - 1] if place else strong
        elif kind == "EN" and letter == "AL":
            kinds[place] = "AN"
        if kind in ("L", "R", "AL"):
            letter = kind
    for place in range(1, len(kinds) - 1):
        before, after = kinds[place - 1], kinds[place + 1]
        if (kinds[place] == "ES" and before == after == "EN") or (
            kinds[place] == "CS" and before == after and before in ("EN", "AN")
        ):
            kinds[place] = before
    for place, kind in enumerate(kinds):  # signs beside numbers belong to them
        beside = kinds[max(0, place - 1) : place + 2]
        if kind == "ET" and "EN" in beside:
            kinds[place] = "EN"
    letter = strong
    for place, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            letter = kind
            kinds[place] = "R" if kind == "AL" else kind
        elif kind == "EN" and letter == "L":
            kinds[place] = "L"
    return kinds


def _neutral(kinds: list[str], base: int) -> None:
    """What has no direction takes that of both its sides, or the paragraph's."""
    strong = "R" if base else "L"
    place = 0
    while place < len(kinds):
        if kinds[place] in ("L", "R", "EN", "AN"):
            place += 1
            continue
        end = place
        while end < len(kinds) and kinds[end] not in ("L", "R", "EN", "AN"):
            end += 1
        before = _side(kinds[place - 1]) if place else strong
        after = _side(kinds[end]) if end < len(kinds) else strong
        kinds[place:end] = [before if before == after else strong] * (end - place)
        place = end


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"


def _level(kind: str, base: int) -> int:
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _tail_to_base(text: str, found: list[int], base: int) -> list[int]:
    """White space at the end belongs to the paragraph."""
    place = len(text)
    while place and text[place - 1] in " \t\n\r":
        place -= 1
        found[place] = base
    return found


def in_visual_order(parts: Sequence[tuple[int, T]]) -> list[T]:
    """Runs with their levels, in the order in which they stand from left to right."""
    order = list(parts)
    highest = max((level for level, _ in order), default=0)
    lowest_odd = min((level for level, _ in order if level % 2), default=highest + 1)
    for level in range(highest, lowest_odd - 1, -1):
        place = 0
        while place < len(order):
            end = place
            while end < len(order) and order[end][0] >= level:
                end += 1
            if end > place:
                order[place:end] = order[place:end][::-1]
            place = max(end, place + 1)
    return [part for _, part in order]
