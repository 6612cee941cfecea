"""Godot's binary coding of values: bytes to store, and what multiplayer sends.

Every value begins with a header of four bytes: its `TYPE_*`, a byte without meaning, flags, and
another byte without meaning. What follows is a whole number of four-byte words, little endian:

- numbers of 32 bits, or of 64 where bit 16 of the header says so: ints by their size, floats when
  32 bits would not hold them exactly; vectors and the like always have 32;
- texts as their length and UTF-8, with zeros up to a whole word;
- arrays and dictionaries as a count and that many whole values (keys and values in turn), with the
  types of their elements in front if they have any (bits 16 to 19 of the header say which kind);
- packed arrays as a count and the bare values;
- objects as their ids, which arrive as `EncodedObjectAsID`; or, only where both sides allow it,
  with all that is stored of them.

In a value that multiplayer sends the outermost one may be shorter (`encode_compressed`): a bool is
one byte, an int has a byte with its type and size in front of 1, 2, 4 or 8 bytes.

All functions here take and give bytes, and know of nothing else. They never raise for what was
received: they print what Godot prints, and answer with an `Error`.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from itertools import repeat
from struct import Struct
from typing import Any

from engine.core import output
from engine.core._coding_error import CodingError, failed
from engine.core._int_vector import wrap_64
from engine.core._keys import BoolKey
from engine.core._variant_decoder import UNUSUAL, read, read_quickly
from engine.core._variant_encoder import write
from engine.core._variant_readers import (
    LONGEST_KNOWN,
    QUICK,
    TEXT_SIZES,
    known_texts,
    new_text,
)
from engine.core._variant_shapes import SMALLEST, recall, remember
from engine.core._variant_writers import WRITERS, string, written_texts
from engine.core.error import ERR_INVALID_DATA, ERR_OUT_OF_MEMORY, OK, Error
from engine.core.variant_type import TYPE_MAX

_TRUE, _FALSE = b"\x81", b"\x01"
_NO_VARIABLE = "Invalid packet received. Unable to decode state variable."
# By the two upper bits of an int's first byte.
_INTS = tuple(Struct(form) for form in ("<b", "<h", "<i", "<q"))
_COMPRESSED_INTS = tuple(
    (Struct("<x" + form).unpack_from, 1 + (1 << place)) for place, form in enumerate("bhiq")
)
_SHORT_INT, _INT, _LONG_INT = (Struct(form).pack for form in ("<Bh", "<Bi", "<Bq"))


def encode(value: Any, objects: bool = False) -> tuple[Error, bytes]:
    """The bytes of a value.

    Args:
        value: the value.
        objects: whether objects are written with all that is stored of them.

    Returns:
        `OK` and the bytes; after an error message `ERR_OUT_OF_MEMORY` for values that are inside
        of each other more than 1,024 deep, or what is wrong with an object.

    Raises:
        TypeError: for a value of a type that Godot does not have.
    """
    out: list[bytes] = []
    try:
        write(out, value, objects)
    except CodingError as problem:
        problem.report()
        return problem.code, b""
    return OK, b"".join(out)


def decode(data: bytes, offset: int = 0, objects: bool = False) -> tuple[Error, Any, int]:
    """The value in front of some bytes; what follows it does not matter.

    Args:
        data: the bytes.
        offset: where the value begins.
        objects: whether whole objects are allowed: anybody who can send one can have code run.

    Returns:
        `OK`, the value, and how many bytes it takes; after error messages an `Error`, None and 0.
    """
    try:
        value, end = read(data, offset, objects)
    except CodingError as problem:
        problem.report()
        return problem.code, None, 0
    except RecursionError:
        output.error("Variant is too deep. Bailing.")
        return ERR_OUT_OF_MEMORY, None, 0
    return OK, value, end - offset


# As multiplayer sends them -----------------------------------------------------------------------


def encode_compressed(value: Any, objects: bool = False) -> tuple[Error, bytes]:
    """The bytes of a value as an argument of a call or as state; otherwise like `encode`."""
    kind = type(value)
    if kind is bool:
        return OK, _TRUE if value else _FALSE
    if kind is int:
        return OK, _compressed_int(value)
    if isinstance(value, int):  # of an enum
        return OK, _compressed_int(int(value))
    if kind is BoolKey:
        return encode_compressed(value.value)
    return encode(value, objects)


def _compressed_int(value: int) -> bytes:
    if -0x80 <= value < 0x80:
        return _SHORTEST[value]
    if -0x8000 <= value < 0x8000:
        return _SHORT_INT(0x42, value)
    if -0x80000000 <= value < 0x80000000:
        return _INT(0x82, value)
    return _LONG_INT(0xC2, wrap_64(value))


def decode_compressed(
    data: bytes, offset: int = 0, objects: bool = False
) -> tuple[Error, Any, int]:
    """The value that `encode_compressed` wrote; otherwise like `decode`."""
    if offset >= len(data):
        return decode(b"", 0, objects)
    first = data[offset]
    kind = first & 0x3F
    if kind == 1:
        return OK, first >= 0x80, 1
    if kind == 2:
        return _decompressed_int(data, offset)
    if kind >= TYPE_MAX:
        failed("type >= Variant::VARIANT_MAX").report()
        return ERR_INVALID_DATA, None, 0
    return decode(data, offset, objects)


def _decompressed_int(data: bytes, offset: int) -> tuple[Error, Any, int]:
    coder = _INTS[data[offset] >> 6]
    try:
        return OK, coder.unpack_from(data, offset + 1)[0], 1 + coder.size
    except struct.error:
        failed(f"len < {coder.size}").report()
        return ERR_INVALID_DATA, None, 0


def encode_all(
    values: Iterable[Any], objects: bool = False, head: bytes = b""
) -> tuple[Error, bytes]:
    """The bytes of several values, compressed, one after the other without their number.

    Args:
        values: the values.
        objects: whether objects are written with all that is stored of them.
        head: what to put in front of them.
    """
    out = [head]
    append = out.append
    for value in values:
        kind = type(value)
        if kind is str:
            append(written_texts.get(value) or string(value))
        elif kind is int:
            append(_SHORTEST.get(value) or _compressed_int(value))
        elif kind is bool:
            append(_TRUE if value else _FALSE)
        elif (writer := _PLAIN.get(kind)) is not None:
            append(writer(value))
        elif kind is list or kind is dict:
            try:
                write(out, value, objects)
            except CodingError as problem:
                problem.report()
                return problem.code, b""
        else:
            code, part = encode_compressed(value, objects)
            if code is not OK:
                return code, b""
            append(part)
    return OK, b"".join(out)


def decode_all(
    data: bytes, count: int, offset: int = 0, objects: bool = False
) -> tuple[Error, list[Any], int]:
    """So many compressed values, one after the other.

    Returns:
        `OK`, the values, and how many bytes they take together; after error messages an `Error`,
        the values before the one that cannot be read, and their bytes.
    """
    values: list[Any] = []
    append = values.append
    at = offset
    try:
        if len(data) - at >= SMALLEST:
            found = recall(data, at, count)
            if found is not None:
                return OK, found[0], found[1] - offset
        for _ in repeat(None, count):
            first = data[at]
            if first == 4:
                header, size = _PAIR(data, at)
                if header == 4 and size <= LONGEST_KNOWN:
                    end = at + TEXT_SIZES[size]
                    text = known_texts.get(data[at:end])
                    append(new_text(data, at) if text is None else text)
                    at = end
                else:
                    value, at = QUICK[header](data, at)
                    append(value)
            elif first & 0x3F == 2:
                unpack, size = _COMPRESSED_INTS[first >> 6]
                append(unpack(data, at)[0])
                at += size
            elif first & 0x3F == 1:
                append(first >= 0x80)
                at += 1
            else:
                (header,) = _HEADER(data, at)
                if header == 27 or header == 28:
                    (size,) = _HEADER(data, at + 4)
                    value, at = read_quickly(data, at + 8, size, header == 27)
                else:
                    value, at = QUICK[header](data, at)
                append(value)
        if at - offset >= SMALLEST:
            remember(data, offset, count)
    except (IndexError, *UNUSUAL):
        pass  # whatever it is: the careful way finds out
    if len(values) == count:
        return OK, values, at - offset
    return _decode_rest(data, count, values, at, offset, objects)


def _decode_rest(
    data: bytes, count: int, values: list[Any], at: int, offset: int, objects: bool
) -> tuple[Error, list[Any], int]:
    """The values from the first on that cannot be read at once."""
    while len(values) < count:
        if at >= len(data):
            output.error("Invalid packet received. Size too small.")
            return ERR_INVALID_DATA, values, at - offset
        problem, value, size = decode_compressed(data, at, objects)
        if problem is not OK:
            output.error(_NO_VARIABLE)
            return problem, values, at - offset
        values.append(value)
        at += size
    return OK, values, at - offset


# What is written as ever, before anything else counts as one of these types.
_PLAIN = {kind: writer for kind, writer in WRITERS.items() if not issubclass(kind, (int, BoolKey))}
_SHORTEST = {value: b"\x02" + _INTS[0].pack(value) for value in range(-0x80, 0x80)}
_PAIR, _HEADER = Struct("<II").unpack_from, Struct("<I").unpack_from
