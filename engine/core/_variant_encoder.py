"""Writing values in Godot's binary coding; `_variant_codec` says what it looks like.

There are two ways. The quick one calls itself for what is inside of a container, and knows nothing
but classes that were written before. The careful one takes over, from the beginning, whatever is
deeper or has another class, and all that may go wrong: it writes everything in one loop, and what
is still to come of the containers around a place waits in a list, so that the depth of values has
nothing to do with Python's. A class that is not known yet is looked at once.

What holds no values is written by the functions of `_variant_writers`, what does by those here: an
opener writes the head of a container and gives the values inside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from engine.core import variant_type as t
from engine.core._coding_error import CodingError
from engine.core._element_type import ElementType
from engine.core._keys import unkey
from engine.core._type_of import type_of
from engine.core._variant_objects import AS_ID, properties_to_write, script_path
from engine.core._variant_writers import (
    FALSE,
    NIL,
    RUN,
    RUNS,
    TRUE,
    WRITERS,
    array_heads,
    body,
    dictionary_heads,
    head,
    long,
    real,
    small_ints,
    string,
    whole,
    word,
    written_texts,
)
from engine.core.callable import Callable as GodotCallable
from engine.core.error import ERR_OUT_OF_MEMORY
from engine.core.object import Object
from engine.core.signal import Signal
from engine.core.string_name import StringName
from engine.core.typed_array import TypedArray
from engine.core.typed_dictionary import TypedDictionary

DEEPEST = 1024  # containers around a value
_ROOM = 64  # of those, so many before care is taken
_INSIDE = 'Condition "err" is true. Returning: err'

Opener = Callable[[list[bytes], Any, bool], Iterable[Any]]
_flat = chain.from_iterable


def write(out: list[bytes], value: Any, objects: bool) -> None:
    """Writes a value at the end of what there is.

    Args:
        out: what there is; after an error it is of no use.
        value: the value.
        objects: whether objects are written with all that is stored of them, rather than as ids.

    Raises:
        CodingError: it cannot be written.
        TypeError: there is something in it that Godot has no type for.
    """
    if not objects:
        begin = len(out)
        try:
            write_quickly(out, (value,))
            return
        except (KeyError, RecursionError):
            del out[begin:]
    _write_carefully(out, value, objects)


def write_quickly(out: list[bytes], values: Iterable[Any], room: int = _ROOM) -> None:
    """Writes values, one after the other, that are not too deep and of known classes.

    Raises:
        KeyError: there is another class.
        RecursionError: there are more containers around one than there is room for.
    """
    if not room:
        raise RecursionError
    for value in values:
        kind = type(value)
        if kind is str:
            out.append(written_texts.get(value) or string(value))
        elif kind is int:
            out.append(small_ints.get(value) or whole(value))
        elif kind is float:
            out.append(real(value))
        elif kind is bool:
            out.append(TRUE if value else FALSE)
        elif value is None:
            out.append(NIL)
        elif kind is dict:
            out.append(dictionary_heads.get(len(value)) or head(27, len(value)))
            write_quickly(out, _flat(value.items()), room - 1)
        elif kind is list and len(value) < RUN:
            out.append(array_heads[len(value)])
            write_quickly(out, value, room - 1)
        elif (writer := WRITERS.get(kind)) is not None:
            out.append(writer(value))
        else:
            write_quickly(out, _OPENERS[kind](out, value, False), room - 1)


def _write_carefully(out: list[bytes], value: Any, objects: bool) -> None:
    """Writes any value."""
    around: list[Iterator[Any]] = []
    items: Iterator[Any] = iter((value,))
    try:
        while True:
            for value in items:
                kind = type(value)
                if (writer := WRITERS.get(kind)) is not None:
                    out.append(writer(value))
                elif (opener := _OPENERS.get(kind)) is not None:
                    inner = iter(opener(out, value, objects))
                    around.append(items)
                    items = inner
                    if len(around) > DEEPEST:
                        _refuse_depth(unkey(value), objects)
                    break
                else:
                    _learn(value)
                    items = chain((value,), items)
                    break
            else:
                if not around:
                    return
                items = around.pop()
    except CodingError as problem:
        problem.lines += [_INSIDE] * len(around)
        raise


def _refuse_depth(value: Any, objects: bool) -> None:
    """Refuses the values inside of a container that are too deep inside of others."""
    if objects if isinstance(value, Object) else len(value) > 0:
        text = "Potential infinite recursion detected. Bailing."
        raise CodingError(text, ERR_OUT_OF_MEMORY)


def _learn(value: Any) -> None:
    """Finds out how the values of a class are written that is none of Godot's types itself."""
    cls = type(value)
    plain = unkey(value)
    if getattr(cls, "_freed", False):
        WRITERS[cls] = WRITERS[type(None)]
    elif isinstance(value, Object):
        _OPENERS[cls] = _open_object
    elif plain is not value and type(plain) in WRITERS:
        WRITERS[cls] = lambda boxed: WRITERS[type(boxed.value)](boxed.value)
    elif plain is not value:
        _OPENERS[cls] = lambda out, boxed, objects: _OPENERS[type(boxed.value)](
            out, boxed.value, objects
        )
    else:
        standing = _BASES.get(type_of(value))
        if standing is None:
            raise TypeError(f"{cls.__name__} {value!r} cannot be encoded: Godot has no such type")
        if standing in WRITERS:
            WRITERS[cls] = WRITERS[standing]
        else:
            _OPENERS[cls] = _OPENERS[standing]


# Containers --------------------------------------------------------------------------------------


def _open_array(out: list[bytes], values: Sequence[Any], objects: bool) -> Iterable[Any]:
    count = len(values)
    out.append(head(28, count))
    if count >= RUN and (run := RUNS.get(type(values[0]))) and len(set(map(type, values))) == 1:
        out.append(run(values))
        return ()
    return values


def _open_typed_array(out: list[bytes], values: TypedArray, objects: bool) -> Iterable[Any]:
    flags, described = _described(values.element, objects)
    out.append(word(28 | flags << 16) + described + word(len(values)))
    return values


def _open_dictionary(out: list[bytes], values: Any, objects: bool) -> Iterable[Any]:
    out.append(head(27, len(values)))
    return _flat(values.items())


def _open_typed_dictionary(out: list[bytes], values: Any, objects: bool) -> Iterable[Any]:
    key_flags, key = _described(values.key_type, objects)
    flags, value = _described(values.value_type, objects)
    out.append(word(27 | key_flags << 16 | flags << 18) + key + value + word(len(values)))
    return _flat(values.items())


def _described(element: ElementType, objects: bool) -> tuple[int, bytes]:
    """The type of elements, keys or values: its kind, and what stands for it."""
    if element.cls is None:
        return (1, word(element.builtin)) if element.builtin else (0, b"")
    if not objects:
        return 2, body(AS_ID.class_name)
    if element.script is None:
        return 2, body(element.class_name)
    return 3, body(script_path(element.script, " for a container type"))


def _open_object(out: list[bytes], value: Any, objects: bool) -> Iterable[Any]:
    if not objects:
        out.append(long(0x10018, value.get_instance_id()))
        return ()
    properties = properties_to_write(value)
    out.append(word(24) + body(value.get_class()) + word(len(properties)))
    return _named(out, properties)


def _named(out: list[bytes], properties: list[tuple[str, Any]]) -> Iterable[Any]:
    """The values of properties, each as soon as its name is written."""
    for name, value in properties:
        out.append(body(name))
        yield value


_OPENERS: dict[type[Any], Opener] = {
    list: _open_array,
    tuple: _open_array,
    TypedArray: _open_typed_array,
    dict: _open_dictionary,
    TypedDictionary: _open_typed_dictionary,
}
# Which class stands for the others that count as one of Godot's types.
_BASES: dict[int, type[Any]] = {
    int(t.TYPE_NIL): type(None),
    int(t.TYPE_BOOL): bool,
    int(t.TYPE_INT): int,
    int(t.TYPE_FLOAT): float,
    int(t.TYPE_STRING): str,
    int(t.TYPE_STRING_NAME): StringName,
    int(t.TYPE_CALLABLE): GodotCallable,
    int(t.TYPE_SIGNAL): Signal,
    int(t.TYPE_DICTIONARY): dict,
    int(t.TYPE_ARRAY): list,
    int(t.TYPE_PACKED_BYTE_ARRAY): bytes,
}
