"""Keys of dictionaries as Godot tells them apart.

Python takes 1, 1.0 and True for the same key, and takes no list as one. Godot has three keys there,
and compares arrays and dictionaries by what they hold. So what Python cannot keep apart is put in a
box on its way into a dictionary, and taken out again when the keys are read: bools, floats that are
whole numbers (and NaN), and containers. Everything else is its own key.

A box equals the value that it holds, so that dictionaries which Python code has filled are found to
hold it, too; and it is of the kind of its value where Python allows that, so that code which knows
nothing of boxes reads a key like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from engine.core import _type_of
from engine.core._equality import equal_inside
from engine.core._text import text_inside, write_as
from engine.core.packed_array import PackedArray
from engine.core.variant_type import TYPE_BOOL


class BoolKey:
    """`true` or `false` as a key."""

    __slots__ = ("value",)

    def __init__(self, value: bool) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return other is self or other is self.value

    def __hash__(self) -> int:
        return hash(self.value)

    def __bool__(self) -> bool:
        return self.value

    def __int__(self) -> int:
        return int(self.value)

    def __repr__(self) -> str:
        return text_inside(self.value)


class FloatKey(float):
    """A float without a fraction, as a key."""

    __slots__ = ("value",)

    value: float

    def __eq__(self, other: object) -> bool:
        if type(other) not in (FloatKey, float):
            return False
        return float.__eq__(self, other) or (self != self and other != other)

    def __ne__(self, other: object) -> bool:
        return float.__ne__(self, other) if isinstance(other, float) else True

    def __hash__(self) -> int:
        return 0 if self.value != self.value else hash(self.value)


class _Contents:
    """What the boxes of containers have in common: they hold one, and copy what is in it."""

    value: Any

    def __eq__(self, other: object) -> bool:
        return equal_inside(self.value, unkey(other))

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return _content_hash(self.value)


class ArrayKey(_Contents, list[Any]):
    """An array as a key."""

    __slots__ = ("value",)
    __hash__ = _Contents.__hash__  # type: ignore[assignment]


class DictionaryKey(_Contents, dict[Any, Any]):
    """A dictionary as a key."""

    __slots__ = ("value",)
    __hash__ = _Contents.__hash__  # type: ignore[assignment]


def _content_hash(value: Any) -> int:
    if isinstance(value, dict):
        return hash(tuple(_part_hash(k) for k in value))
    if isinstance(value, (list, tuple, PackedArray)):
        return hash(tuple(_part_hash(part) for part in value))
    return hash(value)


def _part_hash(part: Any) -> int:
    return _content_hash(part) if isinstance(part, (list, dict, PackedArray)) else hash(part)


def _box_float(value: float) -> Any:
    if value.is_integer() or value != value:
        boxed = FloatKey(value)
        boxed.value = value
        return boxed
    return value


def _box_list(value: list[Any]) -> ArrayKey:
    boxed = ArrayKey(value)
    boxed.value = value
    return boxed


def _box_dictionary(value: dict[Any, Any]) -> DictionaryKey:
    boxed = DictionaryKey(value)
    boxed.value = value
    return boxed


def _box_packed(value: Any) -> Any:
    boxed = _packed_class(type(value))(value)
    boxed.value = value
    return boxed


def _packed_class(cls: type[Any]) -> type[Any]:
    """The class of boxes for a kind of packed array."""
    found = _packed_classes.get(cls)
    if found is None:
        body = {"__hash__": _Contents.__hash__, "__eq__": _Contents.__eq__}
        found = type(cls.__name__, (_Contents, cls), body)
        _packed_classes[cls] = found
        _BOXED.add(found)
    return found


_TRUE, _FALSE = BoolKey(True), BoolKey(False)
_packed_classes: dict[type[Any], type[Any]] = {}
_BOXED: set[type[Any]] = {BoolKey, FloatKey, ArrayKey, DictionaryKey}
# How the values of each type become keys; None: as they are.
_BOXERS: dict[type[Any], Callable[[Any], Any] | None] = {
    bool: lambda value: _TRUE if value else _FALSE,
    float: _box_float,
    list: _box_list,
    dict: _box_dictionary,
}


def key(value: Any) -> Any:
    """A value as it is kept as a key."""
    kind = type(value)
    if kind is str or kind is int:
        return value
    try:
        boxer = _BOXERS[kind]
    except KeyError:
        boxer = _BOXERS[kind] = _boxer_of(kind)
    return value if boxer is None else boxer(value)


def _boxer_of(kind: type[Any]) -> Callable[[Any], Any] | None:
    if kind in _BOXED:
        return None
    if issubclass(kind, PackedArray):
        return _box_packed
    if issubclass(kind, (list, tuple)):
        return _box_list
    return _box_dictionary if issubclass(kind, dict) else None


def unkey(kept: Any) -> Any:
    """The value that is kept as a key."""
    return kept.value if type(kept) in _BOXED else kept


def keys_of(dictionary: dict[Any, Any]) -> list[Any]:
    """All keys of a dictionary, out of their boxes."""
    boxed = _BOXED
    return [k.value if type(k) in boxed else k for k in dictionary]


def dictionary_of(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, Any]:
    """A dictionary of keys and values as Godot tells keys apart."""
    return {key(k): value for k, value in pairs}


_type_of.count_as(BoolKey, TYPE_BOOL)
for _kind in (BoolKey, FloatKey, ArrayKey, DictionaryKey):
    write_as(_kind, lambda kept: kept.value)
