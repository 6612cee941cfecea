"""The quick way and the careful way of the binary coding come to the same."""

from __future__ import annotations

import struct
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.core._coding_error import CodingError
from engine.core._float32 import pack_1, unpack_1
from engine.core._variant_codec import decode, decode_all, decode_compressed, encode, encode_all
from engine.core._variant_decoder import UNUSUAL, _read_carefully, read_quickly
from engine.core._variant_encoder import _write_carefully, write_quickly
from engine.core._variant_shapes import Shape
from engine.core._variant_writers import real, small_ints, whole
from engine.core.callable import Callable
from engine.core.error import ERR_INVALID_DATA, OK, Error
from engine.core.node_path import NodePath
from engine.core.string_name import StringName
from engine.core.variant_bytes import bytes_to_var, var_to_bytes
from engine.core.vector2 import Vector2
from tests.core.recorded_values import heard
from tests.core.variant_values import Chance


def careful(value: Any) -> bytes:
    out: list[bytes] = []
    _write_carefully(out, value, False)
    return b"".join(out)


def same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and careful(one) == careful(other)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32))
def test_values_are_written_alike(seed: int) -> None:
    value = Chance(seed).value()
    wanted = careful(value)  # which learns the classes that are new
    out: list[bytes] = []
    write_quickly(out, (value,))
    assert b"".join(out) == wanted


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32))
def test_what_is_read_quickly_is_read_the_same_with_care(seed: int) -> None:
    data = Chance(seed).input()
    with heard() as messages:
        try:
            values, end = read_quickly(data, 0, 1)
        except UNUSUAL:
            assert messages == []  # the careful way says what is wrong, and says it once
            return
        value, careful_end = _read_carefully(data, 0, False, 0)
    assert end == careful_end
    assert messages == []
    if b"\x18\0" not in data:  # objects have a new id each time
        assert same(value, values[0])


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**32))
def test_several_values_are_read_like_each_by_itself(seed: int) -> None:
    chance = Chance(seed)
    values = [chance.value(3) for _ in range(chance.random.randrange(5))]
    _, data = encode_all(values, head=b"head")
    data = data if chance.random.random() < 0.5 else chance.damaged(data)
    with heard():
        problem, found, size = decode_all(data, len(values), 4)
        at = 4
        for value in found:
            _, one, used = decode_compressed(data, at)
            assert same(one, value)
            at += used
    assert at == 4 + size
    assert (problem is OK) == (len(found) == len(values))


@pytest.mark.parametrize("depth", [1, 60, 63, 64, 65, 200])
def test_depth_decides_only_which_way_is_taken(depth: int) -> None:
    value: Any = {"key": [1]}
    for _ in range(depth):
        value = [value, {"a": value}] if depth < 5 else [value]
    assert encode(value) == (OK, careful(value))
    assert bytes_to_var(var_to_bytes(value)) == value


def test_null_at_the_very_end_is_there() -> None:
    for value in (None, [None], {"a": None}, [[], None]):
        data = bytes(var_to_bytes(value))
        assert read_quickly(data, 0, 1) == ([value], len(data))
        with pytest.raises(UNUSUAL):
            read_quickly(data[:-1], 0, 1)
        with pytest.raises(CodingError):
            _read_carefully(data[:-1], 0, False, 0)


@settings(max_examples=500, deadline=None)
@given(
    st.floats(width=32)
    | st.floats(width=64)
    | st.floats(width=64, min_value=-1e-36, max_value=1e-36)
    | st.floats(width=32, min_value=-(2.0**-110), max_value=2.0**-110)
    | st.floats(width=64, min_value=1e36, max_value=1e40)
)
def test_floats_take_32_bits_just_when_those_say_all(number: float) -> None:
    exact = unpack_1(pack_1(number))[0] == number
    wanted = struct.pack("<If", 3, number) if exact else struct.pack("<Id", 0x10003, number)
    assert real(number) == wanted


def test_small_ints_are_written_like_the_others() -> None:
    assert all(written == whole(value) for value, written in small_ints.items())


# Shapes ------------------------------------------------------------------------------------------


def mutated(data: bytes, chance: Chance) -> bytes:
    """Bytes of the same length with a mistake."""
    out, dice = bytearray(data), chance.random
    at = dice.randrange(len(out))
    match dice.randrange(3):
        case 0:
            out[at] = dice.randrange(256)
        case 1:
            out[at] ^= 1 << dice.randrange(8)
        case _:
            out[at & ~3 : (at & ~3) + 4] = dice.choice((0, 1, 2, 4, 27, 28)).to_bytes(4, "little")
    return bytes(out[: len(data)])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_what_has_a_shape_is_read_the_same_with_care(seed: int) -> None:
    chance = Chance(seed)
    kinds = (0, 1, 2, 3, 4, 5, 7, 9, 12, 20)
    value = [{chance.text(): chance.single(chance.random.choice(kinds)) for _ in range(4)}, None]
    data = encode([*value, chance.value(3)])[1]
    with heard():
        for _ in range(20):
            decode(data)
        for number in range(20):
            odd = mutated(data, chance) if number else data
            answer = decode(odd)
            wanted = with_care(odd)
            assert (answer[0], answer[2]) == (wanted[0], wanted[2])
            if b"\x18\0" not in odd:
                assert same(answer[1], wanted[1])


def with_care(data: bytes) -> tuple[Error, Any, int]:
    """What `decode` answers, found in the careful way."""
    try:
        value, end = _read_carefully(data, 0, False, 0)
    except CodingError as error:
        return error.code, None, 0
    return OK, value, end


MESSAGE = {
    "id": 17,
    "name": "player one",
    "at": Vector2(1, 2),
    "on": True,
    "more": [0.1, 2.5, None],
}


def test_a_shape_has_the_values_that_are_there() -> None:
    data = bytes(var_to_bytes(MESSAGE))
    shape = Shape(data, 0)
    other = {
        "id": -1,
        "name": "PLAYER TWO",
        "at": Vector2(0, 5),
        "on": False,
        "more": [9.9, 0.0, None],
    }
    assert shape.read(data, 0) == (MESSAGE, len(data))
    assert shape.read(b"-" + bytes(var_to_bytes(other)) + b"-", 1) == (other, 1 + len(data))
    for odd in (MESSAGE | {"id": 2**40}, MESSAGE | {"name": "x"}, {**other, "one": 1}):
        assert shape.read(bytes(var_to_bytes(odd)), 0) is None
    assert shape.read(data[:-4], 0) is None
    assert shape.misses == 4
    first, second = shape.read(data, 0), shape.read(data, 0)
    assert first is not None
    assert second is not None
    assert first[0]["more"] is not second[0]["more"]


def test_arguments_have_shapes_as_well() -> None:
    arguments = [True, 5, -300, 2**20, -(2**40), "a text that is long", [1, {"k": 0.5}], None]
    data = encode_all(arguments)[1]
    shape = Shape(data, 0, len(arguments))
    assert shape.read(data, 0) == (arguments, len(data))
    other = [False, -5, 400, 2**21, 2**41, "A text that is LONG", [2, {"k": 1.5}], None]
    assert shape.read(encode_all(other)[1], 0) == (other, len(data))


@pytest.mark.parametrize("odd", [Callable(), NodePath("a"), {1: 2}, b"bytes", [StringName("a")]])
def test_some_values_have_no_shape(odd: Any) -> None:
    value = [odd, "x" * 60]
    data = bytes(var_to_bytes(value))
    with pytest.raises(KeyError):
        Shape(data, 0)
    for _ in range(50):
        assert same(bytes_to_var(data), bytes_to_var(data))


def test_a_text_in_a_shape_has_to_be_one() -> None:
    data = bytes(var_to_bytes(MESSAGE))
    for _ in range(50):
        assert bytes_to_var(data) == MESSAGE
    broken = data.replace(b"player", b"\xff\xfe\xfd\xfc\xfb\xfa")
    with heard() as messages:
        assert decode(broken) == (ERR_INVALID_DATA, None, 0)
    assert messages == [
        'ERROR: Condition "str.append_utf8((const char *)buf, strlen) != OK" is true. Returning: '
        "ERR_INVALID_DATA",
        "ERROR: Error when trying to decode Variant.",
    ]


def test_shapes_follow_when_messages_change() -> None:
    data = [bytes(var_to_bytes([value, "x" * 60])) for value in (1, 1.5, "abcd")]
    assert len({len(one) for one in data[:2]}) == 1
    for one in (*data, *reversed(data)):
        for _ in range(60):
            assert var_to_bytes(bytes_to_var(one)) == one
