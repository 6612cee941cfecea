"""Reading the values that hold no others; `_variant_codec` says what they look like.

Each type has a function in `READERS`. It is given the place of a value's header, and gives the
value and where the next one begins. What is too short may raise `struct.error`, so that no check of
lengths is needed before the usual reading; `too_short` says afterwards what Godot says of it. In
`QUICK` the same is found by the whole header, for headers as they are usually written.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable
from itertools import repeat
from struct import Struct
from typing import Any

from engine.core import _variant_math
from engine.core import variant_type as t
from engine.core._coding_error import CodingError, failed
from engine.core._variant_math import (
    TOO_SHORT,
    WIDE,
    QuickReader,
    Reader,
    rounded,
)
from engine.core.callable import Callable as GodotCallable
from engine.core.error import ERR_FILE_EOF
from engine.core.node_path import NodePath
from engine.core.object import instance_from_id
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
from engine.core.rid import rid_with_id
from engine.core.signal import Signal
from engine.core.string_name import StringName

_new = object.__new__
LONGEST_KNOWN = 32  # bytes of a text
_MOST_KNOWN = 2048
_ORDER_MARK = "\ufeff"

_WORD = Struct("<I").unpack_from
_INT = Struct("<i").unpack_from
_LONG = Struct("<q").unpack_from
_SINGLE = Struct("<f").unpack_from
_DOUBLE = Struct("<d").unpack_from
_PAIR = Struct("<II").unpack_from
_SECOND = Struct("<4xI").unpack_from
_QUICK_LONG, _QUICK_SINGLE, _QUICK_DOUBLE = (Struct(f"<4x{code}").unpack_from for code in "qfd")

# Short texts that were read, by all their bytes from the header to the padding: most come again
# and again. How many bytes that are, by the length of the text.
known_texts: dict[bytes, str] = {}
TEXT_SIZES = tuple(8 + size + (-size & 3) for size in range(LONGEST_KNOWN + 1))


def too_short(data: bytes, at: int) -> CodingError:
    """What to say of a value that is not all there."""
    (header,) = _WORD(data, at)
    kind, wide = header & 0xFF, header & WIDE
    real = "double" if wide else "float"
    if kind == t.TYPE_FLOAT:
        return failed(f"(size_t)len < sizeof({real})")
    if kind == t.TYPE_RID or (kind == t.TYPE_INT and wide):
        return failed("len < 8")
    return failed(TOO_SHORT.get(kind, "len < 4").format(real=real))


def number_at(data: bytes, at: int) -> int:
    """A length, a count or the like."""
    try:
        return int(_INT(data, at)[0])
    except struct.error:
        raise failed("len < 4") from None


# Single values -----------------------------------------------------------------------------------


def text_at(data: bytes, at: int) -> tuple[str, int]:
    """A text with its length in front and its padding behind it."""
    size = number_at(data, at)
    at += 4
    end = at + size + (-size & 3)
    if size < 0 or end > len(data):
        raise _no_text(size)
    found = data[at : at + size]
    try:
        text = found.decode()
    except UnicodeDecodeError:
        text = _up_to_zero(found)
    if "\0" in text:
        text = text.partition("\0")[0]
    if not text.isascii():
        text = text.removeprefix(_ORDER_MARK)
    return text, end


def new_text(data: bytes, at: int) -> str:
    """A String, the header included, as `text_at` reads it; it is known from now on."""
    text, end = text_at(data, at + 4)
    if len(known_texts) >= _MOST_KNOWN:
        known_texts.clear()
    known_texts[data[at:end]] = text
    return text


def _up_to_zero(found: bytes) -> str:
    """The text in front of a zero; what is behind it may be anything."""
    try:
        return found.partition(b"\0")[0].decode()
    except UnicodeDecodeError:
        raise failed("str.append_utf8((const char *)buf, strlen) != OK") from None


def _no_text(size: int) -> CodingError:
    if size < 0 or size + (-size & 3) > 0x7FFFFFFF:
        lowest = "((int32_t)(pad)) < 0 || ((int32_t)(strlen)) < 0"
        highest = "((int32_t)(strlen)) > 0x7fffffff - ((int32_t)(pad))"
        return failed(f"{lowest} || {highest}", ERR_FILE_EOF)
    return failed("strlen < 0 || strlen + pad > len", ERR_FILE_EOF)


def _bool(data: bytes, at: int, header: int) -> tuple[bool, int]:
    return _WORD(data, at + 4)[0] != 0, at + 8


def _int(data: bytes, at: int, header: int) -> tuple[int, int]:
    if header & WIDE:
        return _LONG(data, at + 4)[0], at + 12
    return _INT(data, at + 4)[0], at + 8


def _float(data: bytes, at: int, header: int) -> tuple[float, int]:
    if header & WIDE:
        return _DOUBLE(data, at + 4)[0], at + 12
    return _SINGLE(data, at + 4)[0], at + 8


def _string(data: bytes, at: int, header: int) -> tuple[str, int]:
    return text_at(data, at + 4)


def _string_name(data: bytes, at: int, header: int) -> tuple[StringName, int]:
    text, at = text_at(data, at + 4)
    return StringName(text), at


def _node_path(data: bytes, at: int, header: int) -> tuple[NodePath, int]:
    names = number_at(data, at + 4)
    if names >= 0:  # an older form
        raise CodingError("Method/function failed. Returning: ERR_INVALID_DATA")
    if len(data) - at < 16:
        raise failed("len < 12")
    subnames, flags = _PAIR(data, at + 8)
    at += 16
    count = names & 0x7FFFFFFF
    total = count + subnames + (flags >> 1 & 1) & 0xFFFFFFFF
    parts: list[str] = []
    while len(parts) < total:
        part, at = text_at(data, at)
        parts.append(part)
    return NodePath._of(tuple(parts[:count]), tuple(parts[count:]), bool(flags & 1)), at


def _rid(data: bytes, at: int, header: int) -> tuple[Any, int]:
    return rid_with_id(_LONG(data, at + 4)[0]), at + 12


def _signal(data: bytes, at: int, header: int) -> tuple[Signal, int]:
    name, at = text_at(data, at + 4)
    if len(data) - at < 8:
        raise failed("len < 8")
    (number,) = _LONG(data, at)
    owner = instance_from_id(number) if number else None
    if owner is not None:
        return Signal(owner, name), at + 8
    signal = Signal()
    signal._name = name
    return signal, at + 8


# Packed arrays -----------------------------------------------------------------------------------


def _block(data: bytes, at: int, size: int, each: str) -> tuple[bytes, int]:
    """The bytes of a packed array, with the number of its values in front.

    Args:
        data: what was received.
        at: where the number is.
        size: the bytes of a value.
        each: the same in the words of messages.
    """
    count = number_at(data, at)
    at += 4
    if not 0 <= count <= 0x7FFFFFFF // size:
        counts = f"((int32_t)(count)) < 0 || ((int32_t)({each})) <= 0"
        raise failed(f"{counts} || ((int32_t)(count)) > 0x7fffffff / ((int32_t)({each}))")
    end = at + count * size
    if end > len(data):
        there = "(size_t)len" if "sizeof" in each else "len"
        raise failed(f"count < 0 || count * {each} > {there}")
    return data[at:end], end


def _packed_bytes(data: bytes, at: int, header: int) -> tuple[PackedByteArray, int]:
    count = number_at(data, at + 4)
    at += 8
    if not 0 <= count <= len(data) - at:
        raise failed("count < 0 || count > len")
    end = at + count
    return PackedByteArray(data[at:end]), end + (-count & 3)


def _packed_numbers(cls: type[Any], size: int) -> Reader:
    def read(data: bytes, at: int, header: int) -> tuple[Any, int]:
        found, at = _block(data, at + 4, size, str(size))
        numbers = cls()
        numbers.frombytes(found)
        if sys.byteorder == "big":
            numbers.byteswap()
        return numbers, at

    return read


def _packed_strings(data: bytes, at: int, header: int) -> tuple[PackedStringArray, int]:
    count = number_at(data, at + 4)
    at += 8
    texts: list[str] = []
    for _ in range(count):
        text, at = text_at(data, at)
        texts.append(text)
    return PackedStringArray()._made(texts), at


def _packed_vectors(cls: type[Any], size: int, filled: Callable[..., list[Any]]) -> Reader:
    has_wide = cls is not PackedColorArray

    def read(data: bytes, at: int, header: int) -> tuple[Any, int]:
        if header & WIDE and has_wide:
            found, at = _block(data, at + 4, 8 * size, f"sizeof(double) * {size}")
            numbers = rounded(struct.unpack(f"<{len(found) // 8}d", found))
        else:
            each = f"sizeof(float) * {size}" if has_wide else "4 * 4"
            found, at = _block(data, at + 4, 4 * size, each)
            numbers = struct.unpack(f"<{len(found) // 4}f", found)
        vectors = map(_new, repeat(cls._filler.__class__, len(numbers) // size))
        return cls()._made(filled(list(vectors), *[numbers[i::size] for i in range(size)])), at

    return read


# A loop whose targets are the components themselves is the fastest that Python has.


def _filled2(vectors: list[Any], x: Any, y: Any) -> list[Any]:
    v: Any
    for v, v._x, v._y in zip(vectors, x, y, strict=True):  # noqa: B007
        pass
    return vectors


def _filled3(vectors: list[Any], x: Any, y: Any, z: Any) -> list[Any]:
    v: Any
    for v, v._x, v._y, v._z in zip(vectors, x, y, z, strict=True):  # noqa: B007
        pass
    return vectors


def _filled4(vectors: list[Any], x: Any, y: Any, z: Any, w: Any) -> list[Any]:
    v: Any
    for v, v._x, v._y, v._z, v._w in zip(vectors, x, y, z, w, strict=True):  # noqa: B007
        pass
    return vectors


def _filled_colors(colors: list[Any], r: Any, g: Any, b: Any, a: Any) -> list[Any]:
    c: Any
    for c, c._r, c._g, c._b, c._a in zip(colors, r, g, b, a, strict=True):  # noqa: B007
        pass
    return colors


_BY_KIND: dict[int, Reader] = {
    0: lambda data, at, header: (None, at + 4),
    1: _bool,
    2: _int,
    3: _float,
    4: _string,
    **_variant_math.READERS,
    21: _string_name,
    22: _node_path,
    23: _rid,
    25: lambda data, at, header: (GodotCallable(), at + 4),
    26: _signal,
    29: _packed_bytes,
    30: _packed_numbers(PackedInt32Array, 4),
    31: _packed_numbers(PackedInt64Array, 8),
    32: _packed_numbers(PackedFloat32Array, 4),
    33: _packed_numbers(PackedFloat64Array, 8),
    34: _packed_strings,
    35: _packed_vectors(PackedVector2Array, 2, _filled2),
    36: _packed_vectors(PackedVector3Array, 3, _filled3),
    37: _packed_vectors(PackedColorArray, 4, _filled_colors),
    38: _packed_vectors(PackedVector4Array, 4, _filled4),
}
# By the lowest byte of the header; None for what holds other values, and for no type at all.
READERS = [_BY_KIND.get(kind) for kind in range(256)]


def _with_header(reader: Reader, header: int) -> QuickReader:
    return lambda data, at: reader(data, at, header)


QUICK: dict[int, QuickReader] = {
    **{kind: _with_header(reader, kind) for kind, reader in _BY_KIND.items()},
    **{kind | WIDE: _with_header(_BY_KIND[kind], kind | WIDE) for kind in (*TOO_SHORT, 35, 36, 38)},
    **_variant_math.QUICK,
    1: lambda data, at: (_SECOND(data, at)[0] != 0, at + 8),
    3: lambda data, at: (_QUICK_SINGLE(data, at)[0], at + 8),
    2 | WIDE: lambda data, at: (_QUICK_LONG(data, at)[0], at + 12),
    3 | WIDE: lambda data, at: (_QUICK_DOUBLE(data, at)[0], at + 12),
}
