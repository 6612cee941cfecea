"""Writing the values that hold no others; `_variant_codec` says what they look like.

Each class has a function in `WRITERS`, which gives the bytes of a value. Values that come again and
again are not written anew each time: small ints are there from the start, and short texts are kept
when they were written.
"""

from __future__ import annotations

import re
import struct
import sys
from array import array
from collections.abc import Callable, Sequence
from operator import attrgetter, eq
from struct import Struct
from typing import Any

from engine.core._float32 import pack_1, unpack_1
from engine.core._int_vector import wrap_64
from engine.core._variant_math import WRITERS as _MATH_WRITERS
from engine.core._variant_math import Writer
from engine.core.callable import Callable as GodotCallable
from engine.core.node_path import NodePath
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

RUN = 32  # so many numbers of one type are written at once
_LOWEST, _HIGHEST = -0x80000000, 0x7FFFFFFF
_PUSH = 2.0**29 + 1  # out of 53 bits, 24 remain
_TINY, _HUGE = 1e-37, 1e38  # all single-precision floats in between are normal ones

word = Struct("<I").pack
head = Struct("<II").pack
long = Struct("<Iq").pack
_INT = Struct("<Ii").pack
_SINGLE = Struct("<If").pack
_DOUBLE = Struct("<Id").pack
_INTS, _SINGLES, _DOUBLES = (Struct("<" + form * RUN).pack for form in ("Ii", "If", "Id"))
_INT_HEADS: list[Any]
_SINGLE_HEADS: list[Any]
_DOUBLE_HEADS: list[Any]
_INT_HEADS, _SINGLE_HEADS, _DOUBLE_HEADS = ([number, 0] * RUN for number in (2, 3, 0x10003))
_AS_SINGLES = Struct(f"{RUN}f")
# Header, length and text of short strings, by length; the form has the zeros behind them as well.
_TEXTS = [Struct(f"<II{size + (-size & 3)}s").pack for size in range(64)]
_SHORT = len(_TEXTS)
_PADDING = (b"", b"\0\0\0", b"\0\0", b"\0")
_MOST_KNOWN = 2048
_HALF_A_PAIR = re.compile("[\ud800-\udfff]")

TRUE, FALSE, NIL = head(1, 1), head(1, 0), word(0)
small_ints = {value: _INT(2, value) for value in range(-0x80, 0x100)}
array_heads, dictionary_heads = ({n: head(kind, n) for n in range(RUN)} for kind in (28, 27))
written_texts: dict[str, bytes] = {}  # short ones that were written


# Single values -----------------------------------------------------------------------------------


def whole(value: int) -> bytes:
    """The bytes of an int."""
    if _LOWEST <= value <= _HIGHEST:
        return _INT(2, value)
    return long(0x10002, wrap_64(value))


def real(value: float) -> bytes:
    """The bytes of a float: 32 bits where those say all.

    Arithmetic tells that apart faster than packing and unpacking: adding a multiple and taking it
    away again leaves the 24 leading bits of a number, unless it is so large or small that other
    rules hold for it.
    """
    multiple = value * _PUSH
    if multiple - (multiple - value) == value:
        if _TINY < value < _HUGE or -_HUGE < value < -_TINY or value == 0.0:
            return _SINGLE(3, value)
    elif value - value == 0.0:  # it is no infinity
        return _DOUBLE(0x10003, value)
    if unpack_1(pack_1(value))[0] == value:
        return _SINGLE(3, value)
    return _DOUBLE(0x10003, value)


def string(text: str) -> bytes:
    """The bytes of a String; short ones are known from now on."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        data = _utf8(text)
    size = len(data)
    if size < _SHORT:
        return _remember(text, _TEXTS[size](4, size, data))
    return head(4, size) + data + _PADDING[size & 3]


def _remember(text: str, written: bytes) -> bytes:
    if len(written_texts) >= _MOST_KNOWN:
        written_texts.clear()
    written_texts[text] = written
    return written


def body(text: str) -> bytes:
    """The bytes of a text without a header."""
    data = _utf8(text)
    return word(len(data)) + data + _PADDING[len(data) & 3]


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _HALF_A_PAIR.sub("\ufffd", text).encode()


def _node_path(path: NodePath) -> bytes:
    names, subnames = path._names, path._subnames
    counts = struct.pack("<4I", 22, len(names) | 0x80000000, len(subnames), path._absolute)
    return counts + b"".join(map(body, names + subnames))


def _signal(signal: Signal) -> bytes:
    return word(26) + body(signal.get_name()) + struct.pack("<q", signal.get_object_id())


# Arrays of numbers -------------------------------------------------------------------------------


def _ints(values: Sequence[int]) -> bytes:
    odd, words = len(values) % RUN, _INT_HEADS.copy()
    out = [*map(whole, values[:odd])]
    for begin in range(odd, len(values), RUN):
        words[1::2] = values[begin : begin + RUN]
        try:
            out.append(_INTS(*words))
        except struct.error:  # some are greater
            out += map(whole, words[1::2])
    return b"".join(out)


def _floats(values: Sequence[float]) -> bytes:
    odd = len(values) % RUN
    out = [*map(real, values[:odd])]
    for begin in range(odd, len(values), RUN):
        run = values[begin : begin + RUN]
        exact = list(map(eq, _AS_SINGLES.unpack(_AS_SINGLES.pack(*run)), run))
        if all(exact):
            words, pack = _SINGLE_HEADS.copy(), _SINGLES
        elif not any(exact):
            words, pack = _DOUBLE_HEADS.copy(), _DOUBLES
        else:
            out += map(real, run)
            continue
        words[1::2] = run
        out.append(pack(*words))
    return b"".join(out)


# The elements of a long array that are all of this class.
RUNS: dict[type[Any], Callable[[Any], bytes]] = {int: _ints, float: _floats}


# Packed arrays -----------------------------------------------------------------------------------


def _bytes(values: Any) -> bytes:
    count = len(values)
    return b"".join((head(29, count), values, _PADDING[count & 3]))


def _numbers(kind: int) -> Writer:
    return lambda values: head(kind, len(values)) + _little_endian(values)


def _little_endian(numbers: array[Any]) -> bytes:
    if sys.byteorder == "big":
        numbers = array(numbers.typecode, numbers)
        numbers.byteswap()
    return numbers.tobytes()


def _strings(values: Any) -> bytes:
    return head(34, len(values)) + b"".join([body(text + "\0") for text in values])


def _vectors(kind: int, *names: str) -> Writer:
    components, size = [attrgetter(name) for name in names], len(names)

    def write(values: Any) -> bytes:
        numbers = [0.0] * (size * len(values))
        for place, component in enumerate(components):
            numbers[place::size] = map(component, values)
        return struct.pack(f"<II{len(numbers)}f", kind, len(values), *numbers)

    return write


WRITERS: dict[type[Any], Writer] = {
    int: whole,
    str: string,
    float: real,
    bool: lambda value: TRUE if value else FALSE,
    type(None): lambda value: NIL,
    **_MATH_WRITERS,
    StringName: lambda name: word(21) + body(name),
    NodePath: _node_path,
    RID: lambda rid: long(23, rid._id),
    GodotCallable: lambda function: word(25),
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
    PackedVector2Array: _vectors(35, "_x", "_y"),
    PackedVector3Array: _vectors(36, "_x", "_y", "_z"),
    PackedColorArray: _vectors(37, "_r", "_g", "_b", "_a"),
    PackedVector4Array: _vectors(38, "_x", "_y", "_z", "_w"),
}
