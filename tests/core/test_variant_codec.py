"""The binary coding of values, against what real Godot wrote and made of odd bytes."""

from __future__ import annotations

import json
import struct
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.core._element_type import element_type
from engine.core._keys import key, unkey
from engine.core._type_of import type_of
from engine.core._variant_codec import (
    decode,
    decode_all,
    decode_compressed,
    encode,
    encode_all,
    encode_compressed,
)
from engine.core.callable import Callable
from engine.core.encoded_object_as_id import EncodedObjectAsID
from engine.core.error import (
    ERR_FILE_EOF,
    ERR_INVALID_DATA,
    ERR_OUT_OF_MEMORY,
    ERR_UNAUTHORIZED,
    OK,
    Error,
)
from engine.core.node_path import NodePath
from engine.core.object import Object, instance_from_id
from engine.core.packed_byte_array import PackedByteArray
from engine.core.packed_string_array import PackedStringArray
from engine.core.signal import Signal
from engine.core.string_name import StringName
from engine.core.typed_array import TypedArray, read_only_array
from engine.core.typed_dictionary import TypedDictionary, types_of
from engine.core.variant_type import TYPE_INT, TYPE_MAX, TYPE_OBJECT, TYPE_STRING
from engine.core.vector2 import Vector2
from tests.core.recorded_values import heard
from tests.core.variant_values import Chance, body, head, of_tree, u32

DATA = Path(__file__).parent / "data"
DEEP = "Potential infinite recursion detected. Bailing."
TOO_DEEP = "Variant is too deep. Bailing."
INSIDE = "Error when trying to decode Variant."


def recorded(name: str) -> list[Any]:
    text = (DATA / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


WRITTEN = [row for row in recorded("variant_bytes.jsonl") if row["value"]["t"] != "Object"]
INPUTS = recorded("variant_inputs.jsonl")
ARGUMENTS = recorded("variant_arguments.jsonl")


def written(value: Any) -> bytes:
    """The bytes of a value that can be encoded."""
    problem, data = encode(value)
    assert problem is OK
    return data


def read(data: bytes) -> Any:
    """The value of bytes that are just that."""
    problem, value, size = decode(data)
    assert (problem, size) == (OK, len(data))
    return value


# What Godot wrote --------------------------------------------------------------------------------


@pytest.mark.parametrize("row", WRITTEN, ids=lambda row: row["expr"][:40])
def test_a_value_has_godots_bytes(row: Any) -> None:
    value = of_tree(row["value"])
    assert written(value).hex() == row["hex"]
    assert encode_compressed(value) == (OK, bytes.fromhex(row["rpc"]))


@pytest.mark.parametrize("row", WRITTEN, ids=lambda row: row["expr"][:40])
def test_godots_bytes_give_the_value(row: Any) -> None:
    data, wanted = bytes.fromhex(row["hex"]), of_tree(row["value"])
    value = read(data)
    assert type_of(value) == type_of(wanted)
    assert type(value) is type(wanted)
    assert written(value) == data  # equal would not do for nan, -0.0 and types of elements
    assert decode(b"\xff\0\xff" + data + b"\2\0\0\0\1\0\0\0", 3) == (OK, Same(value), len(data))
    compressed = bytes.fromhex(row["rpc"])
    assert decode_compressed(compressed) == (OK, Same(value), len(compressed))
    assert decode_compressed(b"\1" + compressed + b"\1", 1) == (OK, Same(value), len(compressed))


class Same:
    """Equals what has the same bytes."""

    def __init__(self, value: Any) -> None:
        self.data = written(value)

    def __eq__(self, other: object) -> bool:
        return written(other) == self.data


@pytest.mark.parametrize("row", WRITTEN, ids=lambda row: row["expr"][:40])
def test_bytes_that_are_cut_off_are_no_value(row: Any) -> None:
    data = bytes.fromhex(row["hex"])
    padding = -data[4] % 4 if data[0] == 29 else 0  # which an array of bytes may lack
    for size in range(len(data) - padding):
        with heard() as errors:
            problem, value, used = decode(data[:size])
        assert problem in (ERR_INVALID_DATA, ERR_FILE_EOF)
        assert (value, used) == (None, 0)
        assert errors


@pytest.mark.parametrize("row", INPUTS, ids=lambda row: row["why"])
def test_odd_bytes_are_what_they_are_to_godot(row: Any) -> None:
    data = bytes.fromhex(row["hex"])
    with heard() as errors:
        problem, value, size = decode(data)
    assert [text.removeprefix("ERROR: ") for text in errors] == row["errors"]
    assert (problem is OK) == (size > 0)
    if not row["errors"]:
        assert size == row["size"]
    if row["type"] != TYPE_OBJECT:  # Godot has a null that is one
        assert type_of(value) == row["type"]
    if isinstance(value, float) and value != value:
        return
    assert written(value).hex() == ("00000000" if row["type"] == TYPE_OBJECT else row["back"])


@pytest.mark.parametrize("row", ARGUMENTS, ids=lambda row: f"{row[0]}-{row[1][:20]}")
def test_arguments_are_read_as_by_godot(row: Any) -> None:
    count, data, errors, text = row
    with heard() as found:
        problem, values, size = decode_all(bytes.fromhex(data), count)
    assert [message.removeprefix("ERROR: ") for message in found] == errors
    assert (problem is OK) == (not errors)
    assert size <= len(data) // 2
    if "EncodedObjectAsID" in text:
        assert values[0].object_id == 5
        return
    missing = [None] * (count - len(values))
    wanted = json.loads(text.replace("Callable()", "0"))
    assert [0 if isinstance(v, Callable) else v for v in values] + missing == wanted


# Depth -------------------------------------------------------------------------------------------


def nested(depth: int, inmost: Any) -> Any:
    for _ in range(depth):
        inmost = [inmost]
    return inmost


@pytest.mark.parametrize("inmost", [[], 5, {}, None, "x"], ids=repr)
def test_values_can_be_1024_deep_inside_of_others(inmost: Any) -> None:
    data = written(nested(1024, inmost))
    value = read(data)
    for _ in range(1024):
        (value,) = value
    assert value == inmost
    with heard() as errors:
        assert encode(nested(1025, inmost)) == (ERR_OUT_OF_MEMORY, b"")
    assert errors == [f"ERROR: {DEEP}", *['ERROR: Condition "err" is true. Returning: err'] * 1025]
    with heard() as errors:
        assert decode(head(28) + u32(1) + data) == (ERR_OUT_OF_MEMORY, None, 0)
    assert errors == [f"ERROR: {TOO_DEEP}", *[f"ERROR: {INSIDE}"] * 1025]


@pytest.mark.parametrize("kind", ["list", "dict", "key", "typed", "long"])
def test_what_contains_itself_is_refused(kind: str) -> None:
    value: Any = {} if kind in ("dict", "key") else []
    if kind == "dict":
        value["self"] = value
    elif kind == "key":
        value[key(value)] = 1
        value[key([value])] = value
    elif kind == "typed":
        value = read_only_array([value])
        list.append(value, value)
    else:
        value += [1] * 40 * (kind == "long") + [value]
    with heard() as errors:
        assert encode(value) == (ERR_OUT_OF_MEMORY, b"")
    assert errors[0] == f"ERROR: {DEEP}"


def test_an_array_of_many_numbers_counts_for_its_depth() -> None:
    for many in ([1] * 100, [0.5] * 100):
        assert read(written(nested(1023, many)))
        with heard() as errors:
            assert encode(nested(1025, many))[0] is ERR_OUT_OF_MEMORY
            deep = (head(28) + u32(1)) * 1025 + written(many)
            assert decode(deep)[0] is ERR_OUT_OF_MEMORY
        assert f"ERROR: {DEEP}" in errors
        assert f"ERROR: {TOO_DEEP}" in errors


# Numbers -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [0, 1, 31, 32, 33, 64, 100])
@pytest.mark.parametrize(
    "values",
    [
        range(-50, 50),
        [2**31 - 1, -(2**31)] * 50,
        [*range(70), 2**31, *range(29)],
        [-(2**40), 2**63 - 1] * 50,
        [0.5, -0.25] * 50,
        [0.1, 1e300] * 50,
        [0.5] * 40 + [0.1] * 60,
        [float("inf"), -0.0, float("nan"), 1e39] * 25,
        [*[1] * 50, 0.5, *[1] * 49],
        [*[1] * 50, True, *[1] * 49],
    ],
    ids=[
        "small",
        "limits",
        "one great",
        "great",
        "single",
        "double",
        "both",
        "odd",
        "float",
        "bool",
    ],
)
def test_an_array_is_written_like_its_elements(size: int, values: Any) -> None:
    values = list(values)[:size]
    data = head(28) + u32(size) + b"".join(map(written, values))
    assert written(values) == data
    assert written(tuple(values)) == data
    back = read(data)
    assert list(map(repr, back)) == list(map(repr, values))
    assert read(head(27) + u32(1) + body("")[:0] + written("k") + data)["k"] == Same(values)


@pytest.mark.parametrize("values", [[1] * 100, [0.5] * 100, [0.1] * 100, [1, 0.5] * 50], ids=str)
@pytest.mark.parametrize("kind", [2, 3])
def test_a_typed_array_of_many_numbers_converts_them(values: list[float], kind: int) -> None:
    cls = (int, float)[kind - 2]
    data = head(28, 1) + u32(kind) + u32(100) + b"".join(map(written, values))
    back = read(data)
    assert isinstance(back, TypedArray)
    assert back == [cls(value) for value in values]
    assert {type(value) for value in back} == {cls}


def test_an_array_may_say_more_than_there_is() -> None:
    for count in (5, 40, 2**31 - 1):
        data = head(28) + u32(count) + written(1) * 4
        with heard() as errors:
            assert decode(data) == (ERR_INVALID_DATA, None, 0)
            assert decode(data + written(1) * 35)[0] is (ERR_INVALID_DATA if count > 5 else OK) or (
                count <= 39
            )
        assert errors


def test_ints_wrap_around_at_64_bits() -> None:
    for value in (2**63, -(2**63) - 1, 2**64 + 5, 10**30):
        wrapped = (value + 2**63) % 2**64 - 2**63
        assert read(written(value)) == wrapped
        assert decode_compressed(encode_compressed(value)[1])[1] == wrapped
        assert read(written([value] * 40)) == [wrapped] * 40


# Python's values ---------------------------------------------------------------------------------


class Text(str):
    """A string that is more."""


class Listing(list[int]):
    """A list that is more."""


def a_function() -> None:
    """A callable."""


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (ERR_FILE_EOF, 18),
        (TYPE_INT, 2),
        ((1, (2,)), [1, [2]]),
        (Text("abc"), "abc"),
        (Listing([1, 2]), [1, 2]),
        (b"\1\2\3", PackedByteArray([1, 2, 3])),
        (bytearray(b"\1\2\3"), PackedByteArray([1, 2, 3])),
        (memoryview(b"-\1\2\3")[1:], PackedByteArray([1, 2, 3])),
        (a_function, Callable()),
        (Chance.text, Callable()),
        (partial(a_function), Callable()),
        (len, Callable()),
        (key(True), True),
        (key(2.0), 2.0),
        (key([1, 2]), [1, 2]),
        (key({1: 2}), {1: 2}),
        (key(PackedByteArray([1])), PackedByteArray([1])),
        (read_only_array([1, "a"]), [1, "a"]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_that_count_as_godots_are_written_like_those(value: Any, plain: Any) -> None:
    for _ in range(2):
        assert written(value) == written(plain)
        assert written([value, {"k": value}]) == written([plain, {"k": plain}])
    assert encode_compressed(value) == encode_compressed(plain)


def test_other_values_of_pythons_are_a_mistake() -> None:
    for value in ({1, 2}, 1j, object(), object):
        with pytest.raises(TypeError, match="cannot be encoded: Godot has no such type"):
            encode([value])


def test_half_a_pair_is_replaced() -> None:
    assert read(written("a\ud800b")) == "a\ufffdb"
    assert read(written(StringName("\udfff"))) == "\ufffd"


def test_keys_are_told_apart() -> None:
    pairs = [(1, "int"), (1.0, "float"), (True, "bool"), ("1", "text"), ((1,), "array")]
    data = head(27) + u32(5) + b"".join([written(part) for pair in pairs for part in pair])
    made = read(data)
    assert [(unkey(k), v) for k, v in made.items()] == [(k, v) for k, v in pairs[:4]] + [
        ([1], "array")
    ]
    assert [type(unkey(k)) for k in made] == [int, float, bool, str, list]
    assert written(made) == data


def test_every_type_can_be_a_key() -> None:
    chance = Chance(3)
    for kind in range(39):
        value = None if kind == 24 else [1] if kind == 28 else {1: 2} if kind == 27 else None
        value = value if kind in (24, 27, 28) else chance.single(kind)
        assert written(read(head(27) + u32(1) + written(value) + written(1)))[8:] == (
            written(value) + written(1)
        )


def test_texts_are_the_same_each_time_they_come() -> None:
    odd = [("a\0b", "a"), ("\ufeffa", "a"), ("\0", ""), ("x" * 24, "x" * 24), ("y" * 25, "y" * 25)]
    for _ in range(2):
        for number in range(3000):
            assert read(written(f"text {number}")) == f"text {number}"
        for text, value in odd:
            assert read(head(4) + body(text)) == value
        with heard() as errors:
            assert decode(head(4) + body("hello")[:-4])[0] is ERR_FILE_EOF
            assert decode(head(4) + body("hello")[:-1])[0] is ERR_FILE_EOF
            assert decode(head(4) + body(b"\xff"))[0] is ERR_INVALID_DATA
            assert decode(head(4) + u32(-1) + body("hello"))[0] is ERR_FILE_EOF
        assert len(errors) == 4
        assert read(written("hello")) == "hello"


# Objects -----------------------------------------------------------------------------------------


class Emitter(Object):
    """Has a signal."""

    fired = Signal()


def test_an_object_is_sent_by_its_id() -> None:
    thing = Object()
    data = written([thing, {"o": thing}])
    first, second = read(data)
    assert isinstance(first, EncodedObjectAsID)
    assert first.object_id == first.get_object_id() == thing.get_instance_id()
    assert instance_from_id(second["o"].object_id) is thing
    thing.free()
    assert written([thing]) == written([None])


def test_an_object_that_stands_for_another_is_sent_as_itself() -> None:
    stands = EncodedObjectAsID()
    stands.set_object_id(5)
    assert read(written(stands)).object_id == stands.get_instance_id()


def test_elements_that_are_objects_arrive_as_ids() -> None:
    kind = element_type(TYPE_OBJECT, Emitter)
    thing = Emitter()
    array = read(written(TypedArray([thing, None], kind)))
    assert array.element == element_type(TYPE_OBJECT, EncodedObjectAsID)
    assert (array[0].object_id, array[1]) == (thing.get_instance_id(), None)
    made = TypedDictionary({}, kind, element_type(TYPE_STRING))
    assert types_of(read(written(made))) == (array.element, element_type(TYPE_STRING))
    thing.free()


def test_a_signal_finds_its_object() -> None:
    thing = Emitter()
    assert read(written(thing.fired)) is thing.fired
    missing = read(written(Signal(thing, "missing")))
    assert (missing.get_object(), missing.get_name()) == (thing, "missing")
    data = written(thing.fired)
    thing.free()
    assert str(read(data)) == "null::[signal]fired"
    assert read(data).is_null()


def test_whole_objects_have_to_be_allowed() -> None:
    data = head(24) + body("RefCounted") + u32(0)
    with heard() as errors:
        assert decode(data) == (ERR_UNAUTHORIZED, None, 0)
        assert decode(written([1])[:4] + u32(1) + data)[0] is ERR_UNAUTHORIZED
    assert len(errors) == 3
    assert decode(data, 0, True)[0] is OK


# Typed containers --------------------------------------------------------------------------------


def test_few_of_many_wrong_elements_are_worth_a_message() -> None:
    data = head(28, 1) + u32(2) + u32(1001) + written("x") * 1000 + written(7)
    with heard() as errors:
        assert read(data) == [7]
    assert len(errors) == 200  # two for each
    data = head(27, 1) + u32(2) + u32(1001) + written("x") * 2000 + written(7) * 2
    with heard() as errors:
        assert read(data) == {7: 7}
    assert len(errors) == 100


def test_a_typed_container_that_is_broken_off_has_said_what_is_wrong_before() -> None:
    data = head(28, 1) + u32(2) + u32(2) + written("x") + head(99)
    with heard() as errors:
        assert decode(data)[0] is ERR_INVALID_DATA
    assert [error.split('"')[0] for error in errors] == [
        "ERROR: Attempted to push_back a variable of type 'String' into a TypedArray of type "
        "'int'.",
        "ERROR: Condition ",
        "ERROR: Condition ",
        f"ERROR: {INSIDE}",
    ]


# Several values ----------------------------------------------------------------------------------


def test_several_values_follow_one_another() -> None:
    values = [True, 5, -300, "text", [1, 2.5], None, Vector2(1, 2), 2**40]
    problem, data = encode_all(values)
    assert problem is OK
    assert data == b"".join([encode_compressed(value)[1] for value in values])
    assert decode_all(b"--" + data + b"\x81", 8, 2) == (OK, values, len(data))
    assert decode_all(data, 0) == (OK, [], 0)
    assert encode_all([]) == (OK, b"")


def test_one_value_that_cannot_be_sent_spoils_them_all() -> None:
    endless: list[Any] = []
    endless.append(endless)
    with heard():
        assert encode_all([1, endless]) == (ERR_OUT_OF_MEMORY, b"")


# By chance ---------------------------------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32))
def test_any_value_comes_back(seed: int) -> None:
    value = Chance(seed).value()
    data = written(value)
    back = read(data)
    assert type(back) is type(value)
    assert written(back) == data


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32), st.booleans())
def test_nothing_that_is_received_raises(seed: int, objects: bool) -> None:
    chance = Chance(seed)
    for _ in range(5):
        data = chance.input()
        with heard() as messages:
            problem, value, size = decode(data, 0, objects)
            check_answer(problem, value, size, data, messages)
            problem, value, size = decode_compressed(data, 0, objects)
        assert (problem is OK) == (size > 0)


def check_answer(problem: Error, value: Any, size: int, data: bytes, messages: list[str]) -> None:
    if problem is not OK:
        assert (value, size) == (None, 0)
        assert messages
        return
    assert 0 < size <= len(data) + 3  # the padding of bytes at the end may be missing
    again = written(read(written(value)))  # a class that is not here has become "any object" now
    assert written(read(again)) == again or b"\x18\0\1\0" in again  # there are new ids each time


@given(st.binary(max_size=60))
def test_no_bytes_raise(data: bytes) -> None:
    with heard():
        for kind in range(TYPE_MAX + 1):
            for answer in (decode(bytes([kind]) + data), decode_compressed(bytes([kind]) + data)):
                assert (answer[0] is OK) == (answer[2] > 0)


@given(st.floats(allow_nan=False))
def test_a_float_takes_32_bits_where_that_says_all(number: float) -> None:
    try:
        exact = struct.unpack("<f", struct.pack("<f", number))[0] == number
    except OverflowError:
        exact = False
    data = written(number)
    assert len(data) == (8 if exact else 12)
    assert read(data) == number
    assert written([number] * 33) == head(28) + u32(33) + data * 33


def test_names_and_paths_of_any_text() -> None:
    chance = Chance(9)
    for _ in range(50):
        text = chance.text()
        assert read(written(StringName(text))) == text
        assert type(read(written(StringName(text)))) is StringName
        path = NodePath._of((text, "b"), (text,), True)
        assert read(written(path)) == path
        strings = PackedStringArray([text, text])
        assert read(written(strings)) == strings
