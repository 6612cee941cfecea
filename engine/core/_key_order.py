"""The order in which keys of dictionaries are written: by type, then by value."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cmp_to_key
from typing import Any

from engine.core import variant_type as t
from engine.core._type_of import type_of
from engine.core._variant_order import less

_LIKE_STRINGS = (t.TYPE_STRING, t.TYPE_STRING_NAME)


def by_key(pairs: Iterable[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """Pairs of keys and values in the order of the keys; all kinds of strings are one type."""
    return sorted(pairs, key=cmp_to_key(_compare))


def _compare(one: tuple[Any, Any], other: tuple[Any, Any]) -> int:
    kinds = type_of(one[0]), type_of(other[0])
    if kinds[0] in _LIKE_STRINGS and kinds[1] in _LIKE_STRINGS:
        left, right = str(one[0]), str(other[0])
        return (left > right) - (left < right)
    if kinds[0] != kinds[1]:
        return kinds[0] - kinds[1]
    if less(one[0], other[0]):
        return -1
    return 1 if less(other[0], one[0]) else 0
