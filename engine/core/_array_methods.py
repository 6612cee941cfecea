"""The methods of Godot's Array, for Python's lists.

Each takes the array first. Wrong indices are reported in Godot's words and leave the array alone,
as in Godot. Arrays that look at their elements (`TypedArray`) do so by themselves, in the same
methods of `list` that are used here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.core._array_functional import FUNCTIONAL_METHODS, like
from engine.core._array_order import ORDER_METHODS
from engine.core._container_copies import deep_copy
from engine.core._element_type import ANYTHING, REFUSED
from engine.core._equality import count_of, index_of
from engine.core._random import randi
from engine.core._value_hash import hash_
from engine.core.error import ERR_INVALID_PARAMETER, ERR_LOCKED, OK
from engine.core.output import error
from engine.core.string_name import StringName
from engine.core.typed_array import READ_ONLY, TypedArray, element_of, is_read_only

Array = list[Any]


# Size ---------------------------------------------------------------------------------------------


def size(array: Array) -> int:
    """The number of elements."""
    return len(array)


def is_empty(array: Array) -> bool:
    """Whether there is no element."""
    return not array


def clear(array: Array) -> None:
    """Takes all elements out."""
    array.clear()


def resize(array: Array, size: int) -> int:
    """Cuts the end off, or adds empty elements."""
    if is_read_only(array):
        error(READ_ONLY)
        return int(ERR_LOCKED)
    if size < 0:
        error('Condition "p_size < 0" is true. Returning: ERR_INVALID_PARAMETER')
        return int(ERR_INVALID_PARAMETER)
    missing = size - len(array)
    if missing > 0:
        fill_up = element_of(array).filler
        first = fill_up()
        if isinstance(first, (list, dict)):  # each place has one of its own
            list.extend(array, [fill_up() for _ in range(missing)])
        else:
            list.extend(array, [first] * missing)
    elif missing:
        del array[size:]
    return int(OK)


# Single places ------------------------------------------------------------------------------------


def _reach(array: Array, index: int) -> int:
    return index + len(array) if index < 0 else index


def get(array: Array, index: int) -> Any:
    """The element at an index."""
    if 0 <= index < len(array):
        return array[index]
    error(_outside(index, array))
    return None


def set_(array: Array, index: int, value: Any) -> None:
    """Changes the element at an index."""
    if is_read_only(array):
        error(READ_ONLY)
    elif 0 <= index < len(array):
        array[index] = value
    else:
        error(_outside(index, array))


def _outside(index: int, array: Array) -> str:
    return f"Index p_index = {index} is out of bounds (p_instance->size() = {len(array)})."


def front(array: Array) -> Any:
    """The first element."""
    return array[0] if array else _missing()


def back(array: Array) -> Any:
    """The last element."""
    return array[-1] if array else _missing()


def pick_random(array: Array) -> Any:
    """Some element."""
    return array[randi() % len(array)] if array else _missing()


def _missing() -> None:
    error("Can't take value from empty array.")


def append(array: Array, value: Any) -> None:
    """Adds an element at the end."""
    array.append(value)


def push_front(array: Array, value: Any) -> None:
    """Adds an element at the beginning."""
    if isinstance(array, TypedArray):
        value = array.fitting(value, "push_front")
        if value is REFUSED:
            return
    list.insert(array, 0, value)


def append_array(array: Array, other: Array) -> None:
    """Adds all elements of another array at the end."""
    array.extend(other)


def insert(array: Array, position: int, value: Any) -> int:
    """Puts an element before the one at a position; negative ones count from the end."""
    if is_read_only(array):
        error(READ_ONLY)
        return int(ERR_LOCKED)
    if isinstance(array, TypedArray):
        value = array.fitting(value, "insert", "ERR_INVALID_PARAMETER")
        if value is REFUSED:
            return int(ERR_INVALID_PARAMETER)
    at = _reach(array, position)
    if not 0 <= at <= len(array):
        error(_untouched(at, array))
        return int(ERR_INVALID_PARAMETER)
    list.insert(array, at, value)
    return int(OK)


def remove_at(array: Array, position: int) -> None:
    """Takes out the element at a position."""
    at = _reach(array, position)
    if is_read_only(array) or 0 <= at < len(array):
        del array[at]
    else:
        error(_untouched(at, array))


def _untouched(index: int, array: Array) -> str:
    return (
        f"The calculated index {index} is out of bounds (the array has {len(array)} elements). "
        "Leaving the array untouched."
    )


def erase(array: Array, value: Any) -> None:
    """Takes out the first such element."""
    if is_read_only(array):
        error(READ_ONLY)
        return
    sought = _sought(array, value, "erase", "")
    at = -1 if sought is REFUSED else index_of(array, sought)
    if at >= 0:
        del array[at]


def pop_back(array: Array) -> Any:
    """Takes out the last element."""
    return array.pop() if array else None


def pop_front(array: Array) -> Any:
    """Takes out the first element."""
    return array.pop(0) if array else None


def pop_at(array: Array, position: int) -> Any:
    """Takes out the element at a position; nothing from an empty array."""
    if not array:
        return None
    at = _reach(array, position)
    if is_read_only(array) or 0 <= at < len(array):
        return array.pop(at)
    error(_untouched(at, array).removesuffix(".") + " and returning `null`.")
    return None


def fill(array: Array, value: Any) -> None:
    """Gives all places the same element."""
    if isinstance(array, TypedArray):
        value = array.fitting(value, "fill")
        if value is REFUSED:
            return
    list.__setitem__(array, slice(None), [value] * len(array))


# Search -------------------------------------------------------------------------------------------


def find(array: Array, what: Any, from_: int = 0) -> int:
    """The first index of an element from a place on, or -1."""
    what = _sought(array, what, "find", "-1")
    return -1 if from_ < 0 or what is REFUSED else index_of(array, what, from_)


def rfind(array: Array, what: Any, from_: int = -1) -> int:
    """The last index of an element up to a place, or -1."""
    what = _sought(array, what, "rfind", "-1")
    if not array or what is REFUSED:
        return -1
    start = _reach(array, from_)
    if not 0 <= start < len(array):
        start = len(array) - 1
    at = index_of(array[start::-1], what)
    return -1 if at < 0 else start - at


def count(array: Array, value: Any) -> int:
    """How often there is such an element."""
    value = _sought(array, value, "count", "0")
    return 0 if value is REFUSED else count_of(array, value)


def has(array: Array, value: Any) -> bool:
    """Whether there is such an element."""
    value = _sought(array, value, "use 'has'", "false")
    return value is not REFUSED and index_of(array, value) >= 0


def _sought(array: Array, value: Any, operation: str, returning: str) -> Any:
    """What is looked for, as the array would keep it; REFUSED after an error message."""
    if isinstance(array, TypedArray):
        return array.validated(value, operation, returning)
    return value


# The whole array ----------------------------------------------------------------------------------


def assign(array: Array, other: Array) -> None:
    """Takes over the elements of another array, converted where that is needed."""
    if isinstance(array, TypedArray):
        array.assign(other)
    else:
        array[:] = other


def reverse(array: Array) -> None:
    """Turns the order around."""
    array.reverse()


def shuffle(array: Array) -> None:
    """Puts the elements in a random order."""
    if isinstance(array, TypedArray) and array.refuses_change():
        return
    for at in range(len(array) - 1, 0, -1):
        other = randi() % (at + 1)
        kept = array[at]
        list.__setitem__(array, at, array[other])
        list.__setitem__(array, other, kept)


def duplicate(array: Array, deep: bool = False) -> Array:
    """A copy; a deep one has copies of arrays and dictionaries inside."""
    return deep_copy(array) if deep else like(array, array)


def duplicate_deep(array: Array, deep_subresources_mode: int = 1) -> Array:
    """A deep copy.

    Args:
        array: what is copied.
        deep_subresources_mode: which resources inside are copied, too: none, those without a file
            of their own, or all.
    """
    copy: Array = deep_copy(array, deep_subresources_mode)
    return copy


def slice_(
    array: Array, begin: int, end: int = 2147483647, step: int = 1, deep: bool = False
) -> Array:
    """A new array of some elements, from one place until before another."""
    if step == 0:
        error("Slice step cannot be zero.")
        return like(array, ())
    length = len(array)
    if not length or (begin < -length and step < 0) or (begin >= length and step > 0):
        return like(array, ())
    first = max(0, min(_reach(array, begin), length - 1))
    last = end + length if end < 0 else end
    last = max(-1, min(last, length))
    if (step > 0 and first > last) or (step < 0 and first < last):
        signs = ("positive", "decreasing") if step > 0 else ("negative", "increasing")
        error(f"Slice step is {signs[0]}, but bounds are {signs[1]}.")
        return like(array, ())
    values = [array[at] for at in range(first, last, step)]
    return deep_copy(like(array, values)) if deep else like(array, values)


def hash_value(array: Array) -> int:
    """A number that is the same for equal arrays."""
    return hash_(array)


# Types --------------------------------------------------------------------------------------------


def is_typed(array: Array) -> bool:
    """Whether only elements of one type are taken."""
    return element_of(array) is not ANYTHING


def is_same_typed(array: Array, other: Array) -> bool:
    """Whether two arrays take elements of the same type."""
    return element_of(array) is element_of(other)


def get_typed_builtin(array: Array) -> int:
    """The `TYPE_*` of the elements."""
    return element_of(array).builtin


def get_typed_class_name(array: Array) -> StringName:
    """The engine's class of the elements."""
    return element_of(array).class_name


def get_typed_script(array: Array) -> Any:
    """The script of the elements."""
    return element_of(array).script


def make_read_only(array: Array) -> None:
    """Has every change refused from now on; of arrays that Python code made nothing is."""
    if isinstance(array, TypedArray):
        array.make_read_only()


ARRAY_METHODS: dict[str, Callable[..., Any]] = {
    **{
        function.__name__.rstrip("_"): function
        for function in (
            size, is_empty, clear, resize, get, set_, front, back, pick_random, append,
            push_front, append_array, insert, remove_at, erase, pop_back, pop_front, pop_at, fill,
            find, rfind, count, has, assign, reverse, shuffle, duplicate, duplicate_deep, slice_,
            is_typed, is_same_typed, get_typed_builtin, get_typed_class_name, get_typed_script,
            make_read_only, is_read_only,
        )
    },
    **FUNCTIONAL_METHODS,
    **ORDER_METHODS,
    "push_back": append,
    "hash": hash_value,
}  # fmt: skip
