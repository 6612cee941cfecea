"""Writing values in Godot's binary coding; `_variant_codec` says what it looks like.

One loop writes everything: the values inside of a container are written by the same loop that wrote
its head, and what is still to come of the containers around them waits in a list, so that the depth
of values has nothing to do with Python's. What holds no values is written by a function for its
class; a class that is not known yet is looked at once.
"""

from __future__ import annotations

import re
import struct
import sys
from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from operator import eq
from struct import Struct
from typing import Any

from engine.core import variant_type as t
from engine.core._coding_error import CodingError
from engine.core._element_type import ElementType
from engine.core._float32 import pack_1, unpack_1
from engine.core._int_vector import wrap_64
from engine.core._keys import unkey
from engine.core._type_of import type_of
from engine.core._variant_math import WRITERS as _MATH_WRITERS
from engine.core._variant_math import Writer
from engine.core._variant_objects import AS_ID, properties_to_write, script_path
from engine.core.callable import Callable as GodotCallable
from engine.core.error import ERR_OUT_OF_MEMORY
from engine.core.node_path import NodePath
from engine.core.object import Object
from engine.core.packed_byte_array import PackedByteArray
from engine.core.packed_number_arrays import (
    PackedFloat32Array,
    PackedFloat64Array,
    PackedInt32Array,
    PackedInt64Array,
)
from engine.core.packed_string_array import PackedStringArray
from engine.core.packed_vector_arrays import (
    PackedColorArray,
    PackedVector2Array,
    PackedVector3Array,
    PackedVector4Array,
)
from engine.core.rid import RID
from engine.core.signal import Signal
from engine.core.string_name import StringName
from engine.core.typed_array import TypedArray
from engine.core.typed_dictionary import TypedDictionary

DEEPEST = 1024  # containers around a value
_INSIDE = 'Condition "err" is true. Returning: err'
_LOWEST, _HIGHEST = -0x80000000, 0x7FFFFFFF
_RUN = 32  # so many numbers of one type are written at once

_WORD = Struct("<I").pack
_HEAD = Struct("<II").pack
_INT = Struct("<Ii").pack
_LONG = Struct("<Iq").pack
_SINGLE = Struct("<If").pack
_DOUBLE = Struct("<Id").pack
_INTS, _SINGLES, _DOUBLES = (Struct("<" + form * _RUN).pack for form in ("Ii", "If", "Id"))
_INT_HEADS: list[Any]
_SINGLE_HEADS: list[Any]
_DOUBLE_HEADS: list[Any]
_INT_HEADS, _SINGLE_HEADS, _DOUBLE_HEADS = ([head, 0] * _RUN for head in (2, 3, 0x10003))
_AS_SINGLES = Struct(f"{_RUN}f")
# Header, length and text of short strings, by length; the form has the zeros behind them as well.
_TEXTS = [Struct(f"<II{size + (-size & 3)}s").pack for size in range(64)]
_SHORT = len(_TEXTS)
_TRUE, _FALSE = _HEAD(1, 1), _HEAD(1, 0)
_PADDING = (b"", b"\0\0\0", b"\0\0", b"\0")
_MOST_KNOWN = 2048
_known: dict[str, bytes] = {}  # short texts that were written, as most come again and again
_HALF_A_PAIR = re.compile("[\ud800-\udfff]")

Opener = Callable[[bytearray, Any, bool], Iterator[Any]]


def write(out: bytearray, value: Any, objects: bool) -> None:
    """Writes a value at the end of `out`.

    Args:
        out: where to; after an error it is of no use.
        value: the value.
        objects: whether objects are written with all that is stored of them, rather than as ids.

    Raises:
        CodingError: it cannot be written.
        TypeError: there is something in it that Godot has no type for.
    """
    around: list[Iterator[Any]] = []
    items: Iterator[Any] = iter((value,))
    known = _known
    try:
        while True:
            for value in items:
                kind = type(value)
                if kind is str:
                    out += known.get(value) or _string(value)
                elif (writer := _WRITERS.get(kind)) is not None:
                    out += writer(value)
                elif (opener := _OPENERS.get(kind)) is not None:
                    inner = opener(out, value, objects)
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
        _WRITERS[cls] = _WRITERS[type(None)]
    elif isinstance(value, Object):
        _OPENERS[cls] = _open_object
    elif plain is not value and type(plain) in _WRITERS:
        _WRITERS[cls] = lambda boxed: _WRITERS[type(boxed.value)](boxed.value)
    elif plain is not value:
        _OPENERS[cls] = lambda out, boxed, objects: _OPENERS[type(boxed.value)](
            out, boxed.value, objects
        )
    else:
        standing = _BASES.get(type_of(value))
        if standing is None:
            raise TypeError(f"{cls.__name__} {value!r} cannot be encoded: Godot has no such type")
        if standing in _WRITERS:
            _WRITERS[cls] = _WRITERS[standing]
        else:
            _OPENERS[cls] = _OPENERS[standing]


# Containers --------------------------------------------------------------------------------------


def _open_array(out: bytearray, values: Any, objects: bool) -> Iterator[Any]:
    count = len(values)
    out += _HEAD(28, count)
    if count >= _RUN and (run := _RUNS.get(type(values[0]))) and len(set(map(type, values))) == 1:
        run(out, values)
        return iter(())
    return iter(values)


def _open_typed_array(out: bytearray, values: Any, objects: bool) -> Iterator[Any]:
    flags, described = _described(values.element, objects)
    out += _WORD(28 | flags << 16) + described + _WORD(len(values))
    return iter(values)


def _open_dictionary(out: bytearray, values: Any, objects: bool) -> Iterator[Any]:
    out += _HEAD(27, len(values))
    return chain.from_iterable(values.items())


def _open_typed_dictionary(out: bytearray, values: Any, objects: bool) -> Iterator[Any]:
    key_flags, key = _described(values.key_type, objects)
    flags, value = _described(values.value_type, objects)
    out += _WORD(27 | key_flags << 16 | flags << 18) + key + value + _WORD(len(values))
    return chain.from_iterable(values.items())


def _described(element: ElementType, objects: bool) -> tuple[int, bytes]:
    """The type of elements, keys or values: its kind, and what stands for it."""
    if element.cls is None:
        return (1, _WORD(element.builtin)) if element.builtin else (0, b"")
    if not objects:
        return 2, _body(AS_ID.class_name)
    if element.script is None:
        return 2, _body(element.class_name)
    return 3, _body(script_path(element.script, " for a container type"))


def _open_object(out: bytearray, value: Any, objects: bool) -> Iterator[Any]:
    if not objects:
        out += _LONG(0x10018, value.get_instance_id())
        return iter(())
    properties = properties_to_write(value)
    out += _WORD(24) + _body(value.get_class()) + _WORD(len(properties))
    return _named(out, properties)


def _named(out: bytearray, properties: list[tuple[str, Any]]) -> Iterator[Any]:
    """The values of properties, each as soon as its name is written."""
    for name, value in properties:
        out += _body(name)
        yield value


# Arrays of numbers -------------------------------------------------------------------------------


def _ints(out: bytearray, values: Sequence[int]) -> None:
    odd, words = len(values) % _RUN, _INT_HEADS.copy()
    out += b"".join(map(_whole, values[:odd]))
    for begin in range(odd, len(values), _RUN):
        words[1::2] = values[begin : begin + _RUN]
        try:
            out += _INTS(*words)
        except struct.error:  # some are greater
            out += b"".join(map(_whole, words[1::2]))


def _floats(out: bytearray, values: Sequence[float]) -> None:
    odd = len(values) % _RUN
    out += b"".join(map(_float, values[:odd]))
    for begin in range(odd, len(values), _RUN):
        run = values[begin : begin + _RUN]
        exact = list(map(eq, _AS_SINGLES.unpack(_AS_SINGLES.pack(*run)), run))
        if all(exact):
            words, pack = _SINGLE_HEADS.copy(), _SINGLES
        elif not any(exact):
            words, pack = _DOUBLE_HEADS.copy(), _DOUBLES
        else:
            out += b"".join(map(_float, run))
            continue
        words[1::2] = run
        out += pack(*words)


_RUNS: dict[type[Any], Callable[[bytearray, Any], None]] = {int: _ints, float: _floats}


# Single values -----------------------------------------------------------------------------------


def _whole(value: int) -> bytes:
    if _LOWEST <= value <= _HIGHEST:
        return _INT(2, value)
    return _LONG(0x10002, wrap_64(value))


def _float(value: float) -> bytes:
    if unpack_1(pack_1(value))[0] == value:
        return _SINGLE(3, value)
    return _DOUBLE(0x10003, value)


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _HALF_A_PAIR.sub("\ufffd", text).encode()


def _body(text: str) -> bytes:
    data = _utf8(text)
    return _WORD(len(data)) + data + _PADDING[len(data) & 3]


def _string(text: str) -> bytes:
    try:
        data = text.encode()
    except UnicodeEncodeError:
        data = _utf8(text)
    size = len(data)
    if size < _SHORT:
        return _remember(text, _TEXTS[size](4, size, data))
    return _HEAD(4, size) + data + _PADDING[size & 3]


def _remember(text: str, written: bytes) -> bytes:
    if len(_known) >= _MOST_KNOWN:
        _known.clear()
    _known[text] = written
    return written


def _node_path(path: NodePath) -> bytes:
    names, subnames = path._names, path._subnames
    head = struct.pack("<4I", 22, len(names) | 0x80000000, len(subnames), path._absolute)
    return head + b"".join(map(_body, names + subnames))


def _signal(signal: Signal) -> bytes:
    return _WORD(26) + _body(signal.get_name()) + struct.pack("<q", signal.get_object_id())


# Packed arrays -----------------------------------------------------------------------------------


def _bytes(values: Any) -> bytes:
    count = len(values)
    return b"".join((_HEAD(29, count), values, _PADDING[count & 3]))


def _numbers(kind: int) -> Writer:
    return lambda values: _HEAD(kind, len(values)) + _little_endian(values)


def _little_endian(numbers: array[Any]) -> bytes:
    if sys.byteorder == "big":
        numbers = array(numbers.typecode, numbers)
        numbers.byteswap()
    return numbers.tobytes()


def _strings(values: Any) -> bytes:
    return _HEAD(34, len(values)) + b"".join([_body(text + "\0") for text in values])


def _vectors(kind: int) -> Writer:
    def write(values: Any) -> bytes:
        numbers = array("f", chain.from_iterable(values))
        return _HEAD(kind, len(values)) + _little_endian(numbers)

    return write


_WRITERS: dict[type[Any], Writer] = {
    int: _whole,
    str: _string,
    float: _float,
    bool: lambda value: _TRUE if value else _FALSE,
    type(None): lambda value: b"\0\0\0\0",
    **_MATH_WRITERS,
    StringName: lambda name: _WORD(21) + _body(name),
    NodePath: _node_path,
    RID: lambda rid: _LONG(23, rid._id),
    GodotCallable: lambda function: _WORD(25),
    Signal: _signal,
    bytes: _bytes,
    bytearray: _bytes,
    memoryview: lambda view: _bytes(bytes(view)),
    PackedByteArray: _bytes,
    PackedInt32Array: _numbers(30),
    PackedInt64Array: _numbers(31),
    PackedFloat32Array: _numbers(32),
    PackedFloat64Array: _numbers(33),
    PackedStringArray: _strings,
    PackedVector2Array: _vectors(35),
    PackedVector3Array: _vectors(36),
    PackedColorArray: _vectors(37),
    PackedVector4Array: _vectors(38),
}
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
