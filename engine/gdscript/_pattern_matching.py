"""What the patterns of `match` ask of a value."""

from __future__ import annotations

from typing import Any

from engine.core._equality import equal
from engine.core.packed_array import PackedArray
from engine.gdscript._value_names import builtin_name

_TEXTS = frozenset(("String", "StringName"))


def match_equal(value: Any, pattern: Any) -> bool:
    """Whether a value is equal to another of its type; both kinds of text are one."""
    kind = type(value)
    if kind is type(pattern) and (kind is int or kind is str):
        return bool(value == pattern)
    one, other = builtin_name(value), builtin_name(pattern)
    if one != other and not (one in _TEXTS and other in _TEXTS):
        return False
    return equal(value, pattern)


def match_array(value: Any, count: int, open_ended: bool) -> bool:
    """Whether a value is an array of so many elements, or of as many at least."""
    if not isinstance(value, (list, tuple)) or isinstance(value, PackedArray):
        return False
    return len(value) >= count if open_ended else len(value) == count


def match_dictionary(value: Any, count: int, open_ended: bool) -> bool:
    """Whether a value is a dictionary of so many entries, or of as many at least."""
    if not isinstance(value, dict):
        return False
    return len(value) >= count if open_ended else len(value) == count
