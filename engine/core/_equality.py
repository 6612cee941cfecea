"""Equality of values as Godot has it.

Two values on their own are equal across ints and floats, and across String and StringName. Inside
of arrays and dictionaries only values of the same type are; `has`, `find` and their kind are in
between: they take both kinds of text for the same, but no others.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.core._type_of import type_of

_PLAIN = frozenset((int, str, float, type(None)))
_DEEPEST = 100


def equal(x: Any, y: Any) -> bool:
    """`x == y`, for values that Godot compares at all."""
    kind = type(x)
    if kind is type(y) and kind in _PLAIN:
        return bool(x == y)
    if kind is bool or type(y) is bool:
        return x is y
    if isinstance(x, (list, tuple)) and isinstance(y, (list, tuple)):
        return _equal_arrays(x, y, 0)
    if isinstance(x, dict) and isinstance(y, dict):
        return _equal_dictionaries(x, y, 0)
    return bool(x == y)


def equal_inside(x: Any, y: Any, depth: int = 0) -> bool:
    """Whether two values inside of containers are equal: of the same type, too."""
    kind = type(x)
    if kind is type(y) and kind in _PLAIN:
        return bool(x == y)
    if depth > _DEEPEST:
        return True
    if isinstance(x, (list, tuple)) and isinstance(y, (list, tuple)):
        return _equal_arrays(x, y, depth + 1)
    if isinstance(x, dict) and isinstance(y, dict):
        return _equal_dictionaries(x, y, depth + 1)
    return type_of(x) == type_of(y) and bool(x == y)


def _equal_arrays(x: Any, y: Any, depth: int) -> bool:
    if x is y:
        return True
    if len(x) != len(y):
        return False
    return all(equal_inside(a, b, depth) for a, b in zip(x, y, strict=True))


def _equal_dictionaries(x: dict[Any, Any], y: dict[Any, Any], depth: int) -> bool:
    if x is y:
        return True
    if len(x) != len(y):
        return False
    missing = object()
    for kept, value in x.items():
        other = y.get(kept, missing)
        if other is missing or not equal_inside(value, other, depth):
            return False
    return True


def is_alike(x: Any, y: Any) -> bool:
    """Whether `has` and `find` take two values for the same."""
    if isinstance(x, str) and isinstance(y, str):
        return x == y
    return equal_inside(x, y)


def index_of(values: Sequence[Any], value: Any, start: int = 0) -> int:
    """The first index of a value from a place on, or -1."""
    kind = type(value)
    if isinstance(value, (list, tuple, dict)):
        return next((i for i in range(start, len(values)) if is_alike(values[i], value)), -1)
    while True:
        try:
            start = values.index(value, start)
        except ValueError:
            return -1
        found = values[start]
        if type(found) is kind or is_alike(found, value):
            return start
        start += 1


def count_of(values: Sequence[Any], value: Any) -> int:
    """How often a value is among others."""
    number = 0
    start = index_of(values, value)
    while start >= 0:
        number += 1
        start = index_of(values, value, start + 1)
    return number
