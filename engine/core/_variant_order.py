"""Which of two values is less, as Godot has it."""

from __future__ import annotations

from typing import Any

from engine.core import variant_type as t
from engine.core._type_of import type_of

_NUMBERS = frozenset((int, float))
_ORDERED = frozenset(
    (t.TYPE_BOOL, t.TYPE_INT, t.TYPE_FLOAT, t.TYPE_STRING, t.TYPE_STRING_NAME, t.TYPE_VECTOR2,
     t.TYPE_VECTOR2I, t.TYPE_VECTOR3, t.TYPE_VECTOR3I, t.TYPE_VECTOR4, t.TYPE_VECTOR4I, t.TYPE_RID)
)  # fmt: skip
_DEEPEST = 100


def less(x: Any, y: Any, unordered: Any = False) -> Any:
    """`x < y`, or what is given for values that Godot does not compare."""
    kind, other = type(x), type(y)
    if (kind in _NUMBERS and other in _NUMBERS) or (kind is str and other is str):
        return x < y
    first, second = type_of(x), type_of(y)
    if first != second:
        numbers = first in (t.TYPE_INT, t.TYPE_FLOAT) and second in (t.TYPE_INT, t.TYPE_FLOAT)
        return x < y if numbers else unordered
    if first in _ORDERED:
        return bool(x < y)
    return compare_arrays(x, y) < 0 if first == t.TYPE_ARRAY else unordered


def compare_arrays(x: Any, y: Any, depth: int = 0) -> int:
    """Which of two arrays comes first: -1, 0 or 1, by their first elements that differ."""
    if depth > _DEEPEST:
        return 0
    for one, other in zip(x, y, strict=False):
        if isinstance(one, list) and isinstance(other, list):
            order = compare_arrays(one, other, depth + 1)
            if order:
                return order
        elif _comes_first(one, other):
            return -1
        elif _comes_first(other, one):
            return 1
    return (len(x) > len(y)) - (len(x) < len(y))


def _comes_first(x: Any, y: Any) -> bool:
    """The order inside of arrays: by type, then by value."""
    first, second = type_of(x), type_of(y)
    return first < second if first != second else bool(less(x, y))
