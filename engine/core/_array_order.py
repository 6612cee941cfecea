"""Sorting and searching of arrays as Godot does it.

Godot's sort is not stable: up to 16 elements are sorted by insertion (which is), more by
partitioning around the median of three, then by insertion. Where it matters in which order equal
elements come, or how often a comparing function is called, the same steps are taken here; arrays
of only numbers, or only texts, are left to Python.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.core._array_functional import comparing
from engine.core._element_type import REFUSED
from engine.core._variant_order import less
from engine.core.output import error
from engine.core.typed_array import TypedArray

Array = list[Any]
Less = Callable[[Any, Any], Any]
_SMALL = 16
_BROKEN = "bad comparison function; sorting will be broken"


def sort(array: Array) -> None:
    """Puts the elements in ascending order."""
    if isinstance(array, TypedArray) and array.refuses_change():
        return
    kinds = {type(value) for value in array}
    if (len(kinds) == 1 and kinds <= {int, str}) or (kinds == {float} and not _has_nan(array)):
        list.sort(array)
    else:
        sort_by(array, less)


def _has_nan(array: Array) -> bool:
    return any(value != value for value in array)


def sort_custom(array: Array, func: Less) -> None:
    """Puts the elements in the order that a function tells of each two: whether one is before."""
    if isinstance(array, TypedArray) and array.refuses_change():
        return
    sort_by(array, comparing(func))


def sort_by(array: Array, before: Less) -> None:
    """Sorts in place, in Godot's steps."""
    values = list(array)
    length = len(values)
    if length > _SMALL:
        _partition(values, 0, length, 2 * (length.bit_length() - 1), before)
        _insert_all(values, _SMALL, before)
        for at in range(_SMALL, length):
            _sink(values, at, before)
    else:
        _insert_all(values, length, before)
    list.__setitem__(array, slice(None), values)


def _insert_all(values: Array, end: int, before: Less) -> None:
    """Sorts the beginning by insertion."""
    for at in range(1, end):
        value = values[at]
        if before(value, values[0]):
            values.insert(0, values.pop(at))
        else:
            _sink(values, at, before)


def _sink(values: Array, at: int, before: Less) -> None:
    """Moves an element forward to its place; one that is not greater is known to be there."""
    value = values[at]
    place = at
    while before(value, values[place - 1]):
        if place == 1:
            error(_BROKEN)
            break
        place -= 1
    if place != at:
        values.insert(place, values.pop(at))


def _median(values: Array, first: int, middle: int, last: int, before: Less) -> int:
    """Where the one in the middle of three values is."""
    a, b, c = values[first], values[middle], values[last]
    if before(a, b):
        if before(b, c):
            return middle
        return last if before(a, c) else first
    if before(a, c):
        return first
    return last if before(b, c) else middle


def _partition(values: Array, first: int, last: int, depth: int, before: Less) -> None:
    """Sorts roughly: parts of up to 16 elements are left as they are."""
    while last - first > _SMALL:
        if depth == 0:
            _heap_sort(values, first, last, before)
            return
        depth -= 1
        pivot = _median(values, first, first + (last - first) // 2, last - 1, before)
        cut = _split(values, first, last, pivot, before)
        _partition(values, cut, last, depth, before)
        last = cut


def _split(values: Array, first: int, last: int, at: int, before: Less) -> int:
    """Moves what comes before the pivot to the front; gives where the rest begins.

    What lies where the pivot was chosen is not compared with it.
    """
    lowest, highest, pivot = first, last - 1, values[at]
    while True:
        while first != at and before(values[first], pivot):
            if first == highest:
                error(_BROKEN)
                break
            first += 1
        last -= 1
        while last != at and before(pivot, values[last]):
            if last == lowest:
                error(_BROKEN)
                break
            last -= 1
        if first >= last:
            return first
        values[first], values[last] = values[last], values[first]
        first += 1


def _heap_sort(values: Array, first: int, last: int, before: Less) -> None:
    """What is left to do when the pivots were chosen badly too often."""
    part = values[first:last]
    length = len(part)
    for at in range((length - 2) // 2, -1, -1):
        _adjust(part, at, length, part[at], before)
    for end in range(length - 1, 0, -1):
        value = part[end]
        part[end] = part[0]
        _adjust(part, 0, end, value, before)
    values[first:last] = part


def _adjust(part: Array, hole: int, length: int, value: Any, before: Less) -> None:
    top = hole
    child = 2 * hole + 2
    while child < length:
        if before(part[child], part[child - 1]):
            child -= 1
        part[hole] = part[child]
        hole = child
        child = 2 * (child + 1)
    if child == length:
        part[hole] = part[child - 1]
        hole = child - 1
    parent = (hole - 1) // 2
    while hole > top and before(part[parent], value):
        part[hole] = part[parent]
        hole = parent
        parent = (hole - 1) // 2
    part[hole] = value


def bsearch(array: Array, value: Any, before: bool = True) -> int:
    """The index of an element in a sorted array, or where it would have to be put."""
    if isinstance(array, TypedArray):
        value = array.validated(value, "binary search", "-1")
        if value is REFUSED:
            return -1
    return _search(array, value, before, less)


def bsearch_custom(array: Array, value: Any, func: Less, before: bool = True) -> int:
    """The same in an array sorted by a function."""
    return _search(array, value, before, comparing(func))


def _search(array: Array, value: Any, before: bool, is_before: Less) -> int:
    low, high = 0, len(array)
    while low < high:
        middle = (low + high) // 2
        if before:
            go_up = is_before(array[middle], value)
        else:
            go_up = not is_before(value, array[middle])
        if go_up:
            low = middle + 1
        else:
            high = middle
    return low


def max_(array: Array) -> Any:
    """The greatest element; nothing where they cannot be compared."""
    return _extreme(array, lambda one, best: less_or_none(best, one))


def min_(array: Array) -> Any:
    """The least element; nothing where they cannot be compared."""
    return _extreme(array, less_or_none)


def _extreme(array: Array, better: Callable[[Any, Any], bool | None]) -> Any:
    if not array:
        return None
    best = array[0]
    for value in array[1:]:
        answer = better(value, best)
        if answer is None:
            return None
        if answer:
            best = value
    return best


def less_or_none(one: Any, other: Any) -> bool | None:
    """Whether one value is less than another; None where there is no telling."""
    answer: bool | None = less(one, other, None)
    return answer


ORDER_METHODS: dict[str, Callable[..., Any]] = {
    "sort": sort,
    "sort_custom": sort_custom,
    "bsearch": bsearch,
    "bsearch_custom": bsearch_custom,
    "max": max_,
    "min": min_,
}
