"""Reading values in Godot's binary coding; `_variant_codec` says what it looks like.

There are two ways, and a short cut for what looks like something before (`_variant_shapes`).

The quick way calls itself for what is inside of a container, and knows only what is usual: every
header exactly as Godot writes it, no objects, no types of elements, no great depth. It breaks off
at anything else, and at what is wrong; nothing has been said or done then.

The careful one begins anew. One loop reads everything: it fills the innermost container that is
open; those around it wait in a list, with the number of values that they still want, so that the
depth of values has nothing to do with Python's. (Whole objects, which are read only where they are
allowed, are the exception.)

Nothing is believed of what a count says: no place is made for values before they are read, and what
is too short ends the reading.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from itertools import repeat
from struct import Struct
from typing import Any

from engine.core import variant_type as t
from engine.core._coding_error import CodingError, failed
from engine.core._element_type import ANYTHING, REFUSED, ElementType, element_type
from engine.core._keys import key as keyed
from engine.core._variant_objects import (
    AS_ID,
    element_of_class,
    element_of_script,
    made_object,
    set_read,
)
from engine.core._variant_readers import (
    LONGEST_KNOWN,
    QUICK,
    READERS,
    TEXT_SIZES,
    known_texts,
    new_text,
    number_at,
    text_at,
    too_short,
)
from engine.core._variant_shapes import recall, remember
from engine.core.encoded_object_as_id import EncodedObjectAsID
from engine.core.error import ERR_OUT_OF_MEMORY, ERR_UNAUTHORIZED
from engine.core.typed_array import TypedArray
from engine.core.typed_dictionary import TypedDictionary

DEEPEST = 1024  # containers around a value
_INSIDE = "Error when trying to decode Variant."
_RUN = 32  # so many numbers of one type are read at once
_MOST = 0x7FFFFFFF  # the bits of the count of an array or dictionary
_MOST_REFUSALS = 100  # of elements of one container that are each worth a message
_ANY_BYTE = 0x100  # in the second byte of a header, which means nothing: it makes it no usual one
_NO_KEY = object()

_ROOM = 64  # containers around a value, for the quick way
UNUSUAL = (struct.error, KeyError, CodingError, RecursionError)
_SIGN = 0x80000000

_WORD = Struct("<I").unpack_from
_PAIR = Struct("<II").unpack_from
_HEAD = Struct("<Ii").unpack_from
_LONG = Struct("<q").unpack_from
_SINGLE, _DOUBLE = Struct("<4xf").unpack_from, Struct("<4xd").unpack_from


def _run(cls: type[Any], header: int, form: str) -> tuple[Any, ...]:
    coder = Struct("<" + form * _RUN)
    return cls, coder.unpack_from, (header,) * _RUN, coder.size


# By header: the class of numbers, how a run of them is read, which headers it has, and its size.
_RUNS = {2: _run(int, 2, "Ii"), 3: _run(float, 3, "If"), 0x10003: _run(float, 0x10003, "Id")}


# An open container: what takes its values, how many are still to come, and what becomes of it.
Open = tuple[Any, int, Callable[[Any], Any] | None]


def read(data: bytes, at: int, objects: bool, depth: int = 0) -> tuple[Any, int]:
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
    if not depth:
        try:
            found = recall(data, at)
            if found is not None:
                return found
            values, end = read_quickly(data, at, 1)
            remember(data, at)
            return values[0], end
        except UNUSUAL:
            pass  # whatever it is: the careful way finds out
    return _read_carefully(data, at, objects, depth)


def read_quickly(
    data: bytes, at: int, count: int, pairs: bool = False, room: int = _ROOM
) -> tuple[Any, int]:
    """Reads values that follow each other, if there is nothing unusual about any of them.

    Args:
        data: what was received.
        at: where the first begins.
        count: how many there are.
        pairs: whether each has a key in front.
        room: how many containers there may be around a value.

    Returns:
        A list of the values or a dictionary of the pairs, and where the last ends. If it raises one
        of `UNUSUAL`, nothing has happened.
    """
    if not room:
        raise RecursionError
    made: Any = {} if pairs else []
    if count >= _RUN and not pairs:
        count, at = _runs(data, at, made, count)
    for _ in repeat(None, count):
        if pairs:
            header, word = _PAIR(data, at)
            if header == 4 and word <= LONGEST_KNOWN:
                end = at + TEXT_SIZES[word]
                key = known_texts.get(data[at:end])
                if key is None:
                    key = new_text(data, at)
                at = end
            else:
                key, at = QUICK[header](data, at)
                key = keyed(key)
        try:
            header, word = _PAIR(data, at)
        except struct.error:
            header, word = _last_header(data, at), 0
        if header == 4 and word <= LONGEST_KNOWN:
            end = at + TEXT_SIZES[word]
            value = known_texts.get(data[at:end])
            if value is None:
                value = new_text(data, at)
            at = end
        elif header == 2:
            value = word if word < _SIGN else word - 2 * _SIGN
            at += 8
        elif header == 3:
            value = _SINGLE(data, at)[0]
            at += 8
        elif header == 0x10003:
            value = _DOUBLE(data, at)[0]
            at += 12
        elif header == 1:
            value = word != 0
            at += 8
        elif header == 28 or header == 27:
            value, at = read_quickly(data, at + 8, word, header == 27, room - 1)
        else:
            value, at = QUICK[header](data, at)
        if pairs:
            made[key] = value
        else:
            made.append(value)
    return made, at


def _last_header(data: bytes, at: int) -> int:
    """The header of a value with nothing behind it; it can be no other than that of null."""
    if data[at : at + 4] != b"\0\0\0\0":
        raise struct.error
    return 0


def _read_carefully(data: bytes, at: int, objects: bool, depth: int) -> tuple[Any, int]:
    """Reads any value, or says what is wrong with it."""
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
                elif header == 4 and 0 <= word <= LONGEST_KNOWN:
                    end = at + TEXT_SIZES[word]
                    text = known_texts.get(data[at:end])
                    append(new_text(data, at) if text is None else text)
                    at = end
                elif (reader := READERS[header & 0xFF]) is not None:
                    value, at = reader(data, at, header)
                    append(value)
                else:
                    inside = depth + len(around) + 1
                    inner, at = _opened(data, at, header, objects, inside)
                    around.append((values, left, close))
                    values, left, close = inner
                    append = values.append
                    if left:
                        if inside > DEEPEST:
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
        problem = too_short(data, at)
    except CodingError as found:
        problem = found
    problem.lines += [_INSIDE] * len(around)
    try:
        raise problem from None
    finally:
        del problem  # else it would hold this call, with all that led to it


def _check_depth(depth: int) -> None:
    if depth > DEEPEST:
        raise CodingError("Variant is too deep. Bailing.", ERR_OUT_OF_MEMORY)


def _lone_header(data: bytes, at: int) -> int:
    """A header with less than four bytes behind it; never equal to one that has more."""
    try:
        return int(_WORD(data, at)[0]) | _ANY_BYTE
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


def _opened(data: bytes, at: int, header: int, objects: bool, depth: int) -> tuple[Open, int]:
    """Reads the head of what is no single value."""
    opener = _OPENERS.get(header & 0xFF)
    if opener is None:
        raise failed("(header & 0xFF) >= Variant::VARIANT_MAX")
    return opener(data, at + 4, header >> 16, objects, depth)


def _open_array(data: bytes, at: int, flags: int, objects: bool, depth: int) -> tuple[Open, int]:
    element, at = _element(data, at, flags & 3, objects)
    count = number_at(data, at) & _MOST
    if element is ANYTHING:
        return ([], count, None), at + 4
    return (_TypedValues(element), count, _made), at + 4


def _open_dictionary(
    data: bytes, at: int, flags: int, objects: bool, depth: int
) -> tuple[Open, int]:
    key, at = _element(data, at, flags & 3, objects)
    value, at = _element(data, at, flags >> 2 & 3, objects)
    count = number_at(data, at) & _MOST
    if key is ANYTHING and value is ANYTHING:
        return ([], 2 * count, _dictionary), at + 4
    return (_TypedPairs(key, value), 2 * count, _made), at + 4


def _made(typed: _TypedValues | _TypedPairs) -> Any:
    return typed.made


def _dictionary(values: list[Any]) -> dict[Any, Any]:
    turn = iter(values)
    pairs = zip(turn, turn, strict=True)
    return {key if type(key) is str else keyed(key): value for key, value in pairs}


def _element(data: bytes, at: int, kind: int, objects: bool) -> tuple[ElementType, int]:
    """The type of elements, keys or values."""
    if kind == 0:
        return ANYTHING, at
    if kind == 1:
        builtin = number_at(data, at)
        if not 0 <= builtin < t.TYPE_MAX:
            raise CodingError(
                f"Index bt = {builtin} is out of bounds (Variant::VARIANT_MAX = {t.TYPE_MAX:d})."
            )
        as_id = builtin == t.TYPE_OBJECT and not objects
        return AS_ID if as_id else element_type(builtin), at + 4
    name, at = text_at(data, at)
    if not objects:
        return AS_ID, at
    if kind == 2:
        return element_of_class(name), at
    return element_of_script(name), at


def _runs(data: bytes, at: int, values: Any, left: int) -> tuple[int, int]:
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


def _open_object(data: bytes, at: int, flags: int, objects: bool, depth: int) -> tuple[Open, int]:
    """Reads an object; there is nothing left to be filled then."""
    if flags & 1:
        if len(data) - at < 8:
            raise failed("len < 8")
        (number,) = _LONG(data, at)
        return _complete(_object_with_id(number) if number else None), at + 8
    if not objects:
        raise failed("!p_allow_objects", ERR_UNAUTHORIZED)
    class_name, at = text_at(data, at)
    if not class_name:
        return _complete(None), at
    made = made_object(class_name)
    count = number_at(data, at)
    at += 4
    for _ in range(count):
        name, at = text_at(data, at)
        value, at = read(data, at, objects, depth)
        set_read(made, name, value)
    return _complete(made), at


def _object_with_id(number: int) -> EncodedObjectAsID:
    made = EncodedObjectAsID()
    made.object_id = number
    return made


def _complete(value: Any) -> Open:
    return [], 0, lambda nothing: value


_OPENERS = {24: _open_object, 27: _open_dictionary, 28: _open_array}
