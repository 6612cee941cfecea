"""What `for` goes through, where its type is unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import EnumMeta
from typing import Any

from engine.core._keys import unkey
from engine.core._scalar_math import whole
from engine.core._script_error import ScriptError
from engine.core.object import Object
from engine.core.packed_array import PackedArray
from engine.gdscript._value_names import builtin_name, described

_AS_THEY_ARE = frozenset((list, str, range, tuple))
_END: Any = object()
_VECTORS = frozenset(("Vector2", "Vector2i", "Vector3", "Vector3i"))


def iterate(value: Any) -> Iterable[Any]:
    """What a loop over a value gives, one after the other."""
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value  # type: ignore[no-any-return]
    if kind is int:
        return range(value)
    if isinstance(value, dict):
        return _keys(value)
    if isinstance(value, (list, str, PackedArray, bytes, bytearray)):
        return value
    return _iterate_otherwise(value)


def _iterate_otherwise(value: Any) -> Iterable[Any]:
    if isinstance(value, bool):
        raise ScriptError("Unable to iterate on object of type 'bool'.")
    if isinstance(value, float):
        return _floats(value)
    if isinstance(value, int):
        return range(value)
    if builtin_name(value) in _VECTORS:
        return _numbers(value)
    if isinstance(value, EnumMeta):
        return list(value.__members__)
    if isinstance(value, Object) and not type(value)._freed:
        return _steps(value)
    name = "Object" if isinstance(value, Object) else described(value)
    raise ScriptError(f"Unable to iterate on object of type '{name}'.")


def _floats(end: float) -> Iterator[float]:
    at = 0.0
    while at < end:
        yield at
        at += 1.0


def _keys(dictionary: dict[Any, Any]) -> Iterator[Any]:
    """The keys of a dictionary, which may change on the way.

    Keys that go are passed over, keys that come are gone through; the loop ends when the key goes
    at which it is.
    """
    last: Any = _END
    for one in list(dictionary):
        if one in dictionary:
            yield unkey(one)
            if one not in dictionary:
                return
            last = one
    while last is not _END and last in dictionary and next(reversed(dictionary)) is not last:
        last = _after(dictionary, last)
        if last is not _END:
            yield unkey(last)


def _after(dictionary: dict[Any, Any], key: Any) -> Any:
    """The key that comes after another one."""
    keys = iter(dictionary)
    for one in keys:
        if one is key or one == key:
            break
    return next(keys, _END)


def _numbers(vector: Any) -> Iterator[Any]:
    """`for i in Vector3(from, to, step)`."""
    parts = list(vector)
    if len(parts) == 2:
        parts.append(type(parts[0])(1))
    at, end, step = parts
    if step == 0:
        raise ScriptError("Unable to iterate on object of type 'Vector3'.")
    while at < end if step > 0 else at > end:
        yield at
        at += step


def _steps(value: Any) -> Iterator[Any]:
    """Through an object that has `_iter_init`, `_iter_next` and `_iter_get`."""
    if type(value)._iter_init is Object._iter_init:
        raise ScriptError("Unable to iterate on object of type 'Object'.")
    state: list[Any] = [None]
    going = value._iter_init(state)
    while going:
        yield value._iter_get(state[0])
        going = value._iter_next(state)


def range_values(*args: Any) -> list[int]:
    """`range(...)`, as a value."""
    numbers = [one if type(one) is int else _number(one, n + 1) for n, one in enumerate(args)]
    if len(numbers) == 3:
        step(numbers[2])
    return list(range(*numbers))


def _number(value: Any, number: int) -> int:
    if isinstance(value, (int, float)):
        return whole(value)
    raise ScriptError(
        'Invalid type in GDScript utility function "range()". Cannot convert argument '
        f"{number} from {builtin_name(value)} to int."
    )


def step(number: int) -> int:
    """The step of a range, which is not zero."""
    if number == 0:
        raise ScriptError(
            'Error calling GDScript utility function "range()": Step argument is zero!'
        )
    return number
