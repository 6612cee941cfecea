"""Godot's `hash` for values of any type.

Each type has its own recipe, made of the pieces in `_hash`; what is made of numbers is a chain over
them, what holds values a chain over their hashes.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from engine.core import variant_type as t
from engine.core._hash import (
    MURMUR3_SEED,
    hash_text,
    hash_uint64,
    murmur3_buffer,
    murmur3_double,
    murmur3_float,
    murmur3_uint64,
    murmur3_word,
    murmur3_words,
    scramble,
)
from engine.core._text import text
from engine.core._type_of import type_of
from engine.core.output import error

_DEEPEST = 100


def hash_(variable: Any) -> int:
    """A number of 32 bits that is the same for equal values: Godot's `hash`.

    Objects, callables and signals have one that is not Godot's, by their ids and texts.
    """
    return _hash(variable, 0)


def _hash(value: Any, depth: int) -> int:
    kind = type_of(value)
    recipe = _RECIPES.get(kind)
    if recipe is not None:
        return recipe(value)
    if kind == t.TYPE_ARRAY:
        return _container(t.TYPE_ARRAY, value, depth)
    if kind == t.TYPE_DICTIONARY:
        return _container(t.TYPE_DICTIONARY, chain.from_iterable(value.items()), depth)
    get_id = getattr(value, "get_instance_id", None)
    return hash_uint64(get_id()) if get_id is not None else hash_text(text(value))


def _container(kind: int, values: Iterable[Any], depth: int) -> int:
    if depth > _DEEPEST:
        error("Max recursion reached")
        return 0
    parts = (_hash(value, depth + 1) for value in values)
    return scramble(murmur3_words(parts, murmur3_word(int(kind))))


def _numbers(values: Any) -> Iterator[float]:
    """The numbers of a value, through the vectors it is made of."""
    for value in values:
        if isinstance(value, (int, float)):
            yield value
        else:
            yield from _numbers(value)


def _floats(value: Any) -> int:
    return _float_chain(_numbers(value))


def _float_chain(numbers: Iterable[float]) -> int:
    state = MURMUR3_SEED
    for number in numbers:
        state = murmur3_float(number, state)
    return scramble(state)


def _integers(value: Any) -> int:
    return scramble(murmur3_words(int(number) & 0xFFFFFFFF for number in _numbers(value)))


def _rows(basis: Any) -> Iterator[float]:
    return chain.from_iterable(zip(*basis, strict=True))


def _basis(value: Any) -> int:
    return _float_chain(_rows(value))


def _transform_3d(value: Any) -> int:
    return _float_chain(chain(_rows(value.basis), value.origin))


def _packed_integers(code: str) -> Callable[[Any], int]:
    def recipe(values: Any) -> int:
        if not len(values):
            return murmur3_uint64(0)
        return scramble(murmur3_buffer(struct.pack(f"<{len(values)}{code}", *values)))

    return recipe


def _packed_floats(one: Callable[[float, int], int]) -> Callable[[Any], int]:
    def recipe(values: Any) -> int:
        state = MURMUR3_SEED
        for value in values:
            state = one(value, state)
        return scramble(state) if len(values) else one(0.0, state)

    return recipe


def _packed_strings(values: Any) -> int:
    state = murmur3_words(map(hash_text, values))
    return scramble(state) if len(values) else state


def _packed_vectors(values: Any) -> int:
    return _floats(values) if len(values) else MURMUR3_SEED


_RECIPES: dict[int, Callable[[Any], int]] = {
    t.TYPE_NIL: lambda value: 0,
    t.TYPE_BOOL: int,
    t.TYPE_INT: hash_uint64,
    t.TYPE_FLOAT: lambda value: murmur3_double(value),
    t.TYPE_STRING: hash_text,
    t.TYPE_STRING_NAME: hash_text,
    t.TYPE_NODE_PATH: lambda value: value.hash(),
    t.TYPE_RID: lambda value: hash_uint64(value.get_id()),
    t.TYPE_BASIS: _basis,
    t.TYPE_TRANSFORM3D: _transform_3d,
    **dict.fromkeys(
        (t.TYPE_VECTOR2I, t.TYPE_VECTOR3I, t.TYPE_VECTOR4I, t.TYPE_RECT2I), _integers
    ),
    **dict.fromkeys(
        (
            t.TYPE_VECTOR2, t.TYPE_VECTOR3, t.TYPE_VECTOR4, t.TYPE_RECT2, t.TYPE_TRANSFORM2D,
            t.TYPE_PLANE, t.TYPE_QUATERNION, t.TYPE_AABB, t.TYPE_PROJECTION, t.TYPE_COLOR,
        ),
        _floats,
    ),
    t.TYPE_PACKED_BYTE_ARRAY: _packed_integers("B"),
    t.TYPE_PACKED_INT32_ARRAY: _packed_integers("i"),
    t.TYPE_PACKED_INT64_ARRAY: _packed_integers("q"),
    t.TYPE_PACKED_FLOAT32_ARRAY: _packed_floats(murmur3_float),
    t.TYPE_PACKED_FLOAT64_ARRAY: _packed_floats(murmur3_double),
    t.TYPE_PACKED_STRING_ARRAY: _packed_strings,
    **dict.fromkeys(
        (
            t.TYPE_PACKED_VECTOR2_ARRAY, t.TYPE_PACKED_VECTOR3_ARRAY,
            t.TYPE_PACKED_VECTOR4_ARRAY, t.TYPE_PACKED_COLOR_ARRAY,
        ),
        _packed_vectors,
    ),
}  # fmt: skip
