"""Reading values in Godot's binary coding; `_variant_codec` says what it looks like.

One loop reads everything. It fills the innermost container that is open; those around it wait in a
list, with the number of values that they still want, so that the depth of values has nothing to do
with Python's. (Whole objects, which are read only where they are allowed, are the exception.)

Nothing is believed of what a count says: no place is made for values before they are read, and what
is too short ends the reading. A read beyond the end raises `struct.error`, so that no check of
lengths is needed before it; which of Godot's messages that means follows from the value that was
being read.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable
from itertools import starmap
from struct import Struct
from typing import Any

from engine.core import variant_type as t
from engine.core._coding_error import CodingError, failed
from engine.core._element_type import ANYTHING, REFUSED, ElementType, element_type
from engine.core._keys import key as keyed
from engine.core._variant_math import (
    READERS,
    TOO_SHORT,
    WIDE,
    Bytes,
    Reader,
    color,
    rounded,
    vector2,
    vector3,
    vector4,
)
from engine.core._variant_objects import AS_ID, element_of_class, made_object, script_at, set_read
from engine.core.callable import Callable as GodotCallable
from engine.core.encoded_object_as_id import EncodedObjectAsID
from engine.core.error import ERR_FILE_EOF, ERR_OUT_OF_MEMORY, ERR_UNAUTHORIZED
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
from engine.core.typed_array import TypedArray
from engine.core.typed_dictionary import TypedDictionary

DEEPEST = 1024  # containers around a value
_INSIDE = "Error when trying to decode Variant."
_RUN = 32  # so many numbers of one type are read at once
_MOST_REFUSALS = 100  # of elements of one container that are each worth a message
_ANY_BYTE = 0x100  # in the second byte of a header, which means nothing: it makes it no usual one

_WORD = Struct("<I").unpack_from
_INT = Struct("<i").unpack_from
_HEAD = Struct("<Ii").unpack_from
_LONG = Struct("<q").unpack_from
_SINGLE = Struct("<f").unpack_from
_DOUBLE = Struct("<d").unpack_from
_PAIR = Struct("<II").unpack_from
_ORDER_MARK = "\ufeff"
_NO_KEY = object()


def _run(cls: type[Any], header: int, form: str) -> tuple[Any, ...]:
    coder = Struct("<" + form * _RUN)
    return cls, coder.unpack_from, (header,) * _RUN, coder.size


# By header: the class of numbers, how a run of them is read, which headers it has, and its size.
_RUNS = {2: _run(int, 2, "Ii"), 3: _run(float, 3, "If"), 0x10003: _run(float, 0x10003, "Id")}


# An open container: what takes its values, how many are still to come, and what becomes of it.
Open = tuple[Any, int, Callable[[Any], Any] | None]


def read(data: Bytes, at: int, objects: bool, depth: int = 0) -> tuple[Any, int]:
    """Reads a value.

    Args:
        data: what was received.
        at: where the value begins.
        objects: whether whole objects are allowed.
        depth: how many containers are around it.

    Returns:
        The value, and where it ends.

    Raises:
        CodingError: there is none.
    """
    around: list[Open] = []
    values: Any = []  # the outermost takes the value itself
    left = 1
    close: Callable[[Any], Any] | None = None
    append = values.append
    try:
        _check_depth(depth)
        while True:
            while left:
                left -= 1
                try:
                    header, word = _HEAD(data, at)
                except struct.error:
                    header, word = _lone_header(data, at), 0
                if header == 2:
                    append(word)
                    at += 8
                elif (reader := _READERS.get(header & 0xFF)) is not None:
                    value, at = reader(data, at, header)
                    append(value)
                else:
                    inside = depth + len(around) + 1
                    inner, at = _opener(header)(data, at + 4, header >> 16, objects, inside)
                    around.append((values, left, close))
                    values, left, close = inner
                    append = values.append
                    if left:
                        _check_depth(inside)
                        if left >= _RUN and close is not _dictionary:
                            left, at = _runs(data, at, values, left)
            value = values if close is None else close(values)
            if not around:
                return value[0], at
            values, left, close = around.pop()
            append = values.append
            append(value)
    except struct.error:
        problem = _too_short(data, at)
    except CodingError as found:
        problem = found
    problem.lines += [_INSIDE] * len(around)
    raise problem from None


def _check_depth(depth: int) -> None:
    if depth > DEEPEST:
        raise CodingError("Variant is too deep. Bailing.", ERR_OUT_OF_MEMORY)


# What is too short -------------------------------------------------------------------------------


def _lone_header(data: Bytes, at: int) -> int:
    """A header with less than four bytes behind it; never equal to one that has more."""
    try:
        return int(_WORD(data, at)[0]) | _ANY_BYTE
    except struct.error:
        raise failed("len < 4") from None


def _too_short(data: Bytes, at: int) -> CodingError:
    """What to say of a value that is not all there."""
    (header,) = _WORD(data, at)
    kind, wide = header & 0xFF, header & WIDE
    real = "double" if wide else "float"
    if kind == t.TYPE_FLOAT:
        return failed(f"(size_t)len < sizeof({real})")
    if kind == t.TYPE_RID or (kind == t.TYPE_INT and wide):
        return failed("len < 8")
    return failed(TOO_SHORT.get(kind, "len < 4").format(real=real))


def _number(data: Bytes, at: int) -> int:
    """A length, a count or the like."""
    try:
        return int(_INT(data, at)[0])
    except struct.error:
        raise failed("len < 4") from None


# Containers --------------------------------------------------------------------------------------


class _TypedValues:
    """Takes the values of a typed array; those that do not fit are left out."""

    __slots__ = ("exact", "made", "refusals")

    def __init__(self, element: ElementType) -> None:
        self.made = TypedArray._of((), element)
        self.exact = element.exact
        self.refusals = 0

    def append(self, value: Any) -> None:
        if type(value) is not self.exact:
            made = self.made
            if self.refusals < _MOST_REFUSALS:
                value = made.validated(value, "push_back")
            else:
                value = made.element.fit(value)
            if value is REFUSED:
                self.refusals += 1
                return
        list.append(self.made, value)


class _TypedPairs:
    """Takes the keys and values of a typed dictionary in turn.

    Keys that do not fit are left out, with their values; values are taken as they are, as Godot
    does it.
    """

    __slots__ = ("key", "made", "refusals")

    def __init__(self, key_type: ElementType, value_type: ElementType) -> None:
        self.made = TypedDictionary._of({}, key_type, value_type)
        self.key: Any = _NO_KEY
        self.refusals = 0

    def append(self, value: Any) -> None:
        if self.key is _NO_KEY:
            self.key = value
            return
        wanted, given, self.key = self.made.key_type, self.key, _NO_KEY
        if self.refusals < _MOST_REFUSALS:
            given = wanted.checked(given, "use `operator[]`", "TypedDictionary.Key")
        else:
            given = wanted.fit(given)
        if given is REFUSED:
            self.refusals += 1
        else:
            dict.__setitem__(self.made, keyed(given), value)


def _opener(header: int) -> Callable[[Bytes, int, int, bool, int], tuple[Open, int]]:
    found = _OPENERS.get(header & 0xFF)
    if found is None:
        raise failed("(header & 0xFF) >= Variant::VARIANT_MAX")
    return found


def _open_array(data: Bytes, at: int, flags: int, objects: bool, depth: int) -> tuple[Open, int]:
    element, at = _element(data, at, flags & 3, objects)
    count = _number(data, at) & 0x7FFFFFFF
    if element is ANYTHING:
        return ([], count, None), at + 4
    return (_TypedValues(element), count, _made), at + 4


def _open_dictionary(
    data: Bytes, at: int, flags: int, objects: bool, depth: int
) -> tuple[Open, int]:
    key, at = _element(data, at, flags & 3, objects)
    value, at = _element(data, at, flags >> 2 & 3, objects)
    count = _number(data, at) & 0x7FFFFFFF
    if key is ANYTHING and value is ANYTHING:
        return ([], 2 * count, _dictionary), at + 4
    return (_TypedPairs(key, value), 2 * count, _made), at + 4


def _made(typed: _TypedValues | _TypedPairs) -> Any:
    return typed.made


def _dictionary(values: list[Any]) -> dict[Any, Any]:
    return dict(zip(map(keyed, values[::2]), values[1::2], strict=True))


def _element(data: Bytes, at: int, kind: int, objects: bool) -> tuple[ElementType, int]:
    """The type of elements, keys or values."""
    if kind == 0:
        return ANYTHING, at
    if kind == 1:
        builtin = _number(data, at)
        if not 0 <= builtin < t.TYPE_MAX:
            raise CodingError(
                f"Index bt = {builtin} is out of bounds (Variant::VARIANT_MAX = {t.TYPE_MAX:d})."
            )
        as_id = builtin == t.TYPE_OBJECT and not objects
        return AS_ID if as_id else element_type(builtin), at + 4
    name, at = _text(data, at)
    if not objects:
        return AS_ID, at
    if kind == 2:
        return element_of_class(name), at
    return element_type(t.TYPE_OBJECT, script_at(name)), at


def _runs(data: Bytes, at: int, values: Any, left: int) -> tuple[int, int]:
    """Reads numbers of one type from the beginning of an array as long as there are many.

    Returns:
        How many values are still to be read, and where.
    """
    found = _RUNS.get(_WORD(data, at)[0]) if at + 4 <= len(data) else None
    if found is None:
        return left, at
    cls, unpack, headers, size = found
    if isinstance(values, _TypedValues):
        if values.exact is not cls:
            return left, at
        values = values.made
    while left >= _RUN and at + size <= len(data):
        words = unpack(data, at)
        if words[::2] != headers:
            break
        list.extend(values, words[1::2])
        left -= _RUN
        at += size
    return left, at


# Objects -----------------------------------------------------------------------------------------


def _open_object(data: Bytes, at: int, flags: int, objects: bool, depth: int) -> tuple[Open, int]:
    """Reads an object; there is nothing left to be filled then."""
    if flags & 1:
        if len(data) - at < 8:
            raise failed("len < 8")
        (number,) = _LONG(data, at)
        return _complete(_object_with_id(number) if number else None), at + 8
    if not objects:
        raise failed("!p_allow_objects", ERR_UNAUTHORIZED)
    class_name, at = _text(data, at)
    if not class_name:
        return _complete(None), at
    made = made_object(class_name)
    count = _number(data, at)
    at += 4
    for _ in range(count):
        name, at = _text(data, at)
        value, at = read(data, at, objects, depth)
        set_read(made, name, value)
    return _complete(made), at


def _object_with_id(number: int) -> EncodedObjectAsID:
    made = EncodedObjectAsID()
    made.object_id = number
    return made


def _complete(value: Any) -> Open:
    return [], 0, lambda nothing: value


# Single values -----------------------------------------------------------------------------------


def _text(data: Bytes, at: int) -> tuple[str, int]:
    """A text with its length in front and its padding behind it."""
    size = _number(data, at)
    at += 4
    end = at + size + (-size & 3)
    if size < 0 or end > len(data):
        raise _no_text(size)
    found = data[at : at + size]
    try:
        text = found.decode()
    except UnicodeDecodeError:
        return _odd_text(found), end
    if "\0" in text or not (text.isascii() or text[0] != _ORDER_MARK):
        return _odd_text(found), end
    return text, end


def _odd_text(found: Bytes) -> str:
    """A text that ends at its first zero, and may begin with a byte order mark."""
    try:
        return found.partition(b"\0")[0].decode().removeprefix(_ORDER_MARK)
    except UnicodeDecodeError:
        raise failed("str.append_utf8((const char *)buf, strlen) != OK") from None


def _no_text(size: int) -> CodingError:
    if size < 0 or size + (-size & 3) > 0x7FFFFFFF:
        lowest = "((int32_t)(pad)) < 0 || ((int32_t)(strlen)) < 0"
        highest = "((int32_t)(strlen)) > 0x7fffffff - ((int32_t)(pad))"
        return failed(f"{lowest} || {highest}", ERR_FILE_EOF)
    return failed("strlen < 0 || strlen + pad > len", ERR_FILE_EOF)


def _bool(data: Bytes, at: int, header: int) -> tuple[bool, int]:
    return _WORD(data, at + 4)[0] != 0, at + 8


def _int(data: Bytes, at: int, header: int) -> tuple[int, int]:
    if header & WIDE:
        return _LONG(data, at + 4)[0], at + 12
    return _INT(data, at + 4)[0], at + 8


def _float(data: Bytes, at: int, header: int) -> tuple[float, int]:
    if header & WIDE:
        return _DOUBLE(data, at + 4)[0], at + 12
    return _SINGLE(data, at + 4)[0], at + 8


def _string(data: Bytes, at: int, header: int) -> tuple[str, int]:
    return _text(data, at + 4)


def _string_name(data: Bytes, at: int, header: int) -> tuple[StringName, int]:
    text, at = _text(data, at + 4)
    return StringName(text), at


def _node_path(data: Bytes, at: int, header: int) -> tuple[NodePath, int]:
    names = _number(data, at + 4)
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
        part, at = _text(data, at)
        parts.append(part)
    return NodePath._of(tuple(parts[:count]), tuple(parts[count:]), bool(flags & 1)), at


def _rid(data: Bytes, at: int, header: int) -> tuple[Any, int]:
    return rid_with_id(_LONG(data, at + 4)[0]), at + 12


def _signal(data: Bytes, at: int, header: int) -> tuple[Signal, int]:
    name, at = _text(data, at + 4)
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


def _block(data: Bytes, at: int, size: int, each: str) -> tuple[Bytes, int]:
    """The bytes of a packed array, with the number of its values in front.

    Args:
        data: what was received.
        at: where the number is.
        size: the bytes of a value.
        each: the same in the words of messages.
    """
    count = _number(data, at)
    at += 4
    if not 0 <= count <= 0x7FFFFFFF // size:
        counts = f"((int32_t)(count)) < 0 || ((int32_t)({each})) <= 0"
        raise failed(f"{counts} || ((int32_t)(count)) > 0x7fffffff / ((int32_t)({each}))")
    end = at + count * size
    if end > len(data):
        there = "(size_t)len" if "sizeof" in each else "len"
        raise failed(f"count < 0 || count * {each} > {there}")
    return data[at:end], end


def _packed_bytes(data: Bytes, at: int, header: int) -> tuple[PackedByteArray, int]:
    count = _number(data, at + 4)
    at += 8
    if not 0 <= count <= len(data) - at:
        raise failed("count < 0 || count > len")
    end = at + count
    return PackedByteArray(bytes(data[at:end])), end + (-count & 3)


def _packed_numbers(cls: type[Any], size: int) -> Reader:
    def read(data: Bytes, at: int, header: int) -> tuple[Any, int]:
        found, at = _block(data, at + 4, size, str(size))
        numbers = cls()
        numbers.frombytes(found)
        if sys.byteorder == "big":
            numbers.byteswap()
        return numbers, at

    return read


def _packed_strings(data: Bytes, at: int, header: int) -> tuple[PackedStringArray, int]:
    count = _number(data, at + 4)
    at += 8
    texts: list[str] = []
    for _ in range(count):
        text, at = _text(data, at)
        texts.append(text)
    return PackedStringArray()._made(texts), at


def _packed_vectors(cls: type[Any], count: int, made: Callable[..., Any]) -> Reader:
    narrow, wide = f"<{count}f", f"<{count}d"

    def read(data: Bytes, at: int, header: int) -> tuple[Any, int]:
        if header & WIDE and made is not color:
            found, at = _block(data, at + 4, 8 * count, f"sizeof(double) * {count}")
            vectors = starmap(made, map(rounded, struct.iter_unpack(wide, found)))
        else:
            each = "4 * 4" if made is color else f"sizeof(float) * {count}"
            found, at = _block(data, at + 4, 4 * count, each)
            vectors = starmap(made, struct.iter_unpack(narrow, found))
        return cls()._made(vectors), at

    return read


_READERS: dict[int, Reader] = {
    0: lambda data, at, header: (None, at + 4),
    1: _bool,
    2: _int,
    3: _float,
    4: _string,
    **READERS,
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
    35: _packed_vectors(PackedVector2Array, 2, vector2),
    36: _packed_vectors(PackedVector3Array, 3, vector3),
    37: _packed_vectors(PackedColorArray, 4, color),
    38: _packed_vectors(PackedVector4Array, 4, vector4),
}
_OPENERS = {24: _open_object, 27: _open_dictionary, 28: _open_array}
