"""The quick way and the careful way of the binary coding come to the same."""

from __future__ import annotations

import struct
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.core._coding_error import CodingError
from engine.core._float32 import pack_1, unpack_1
from engine.core._variant_codec import decode_all, decode_compressed, encode, encode_all
from engine.core._variant_decoder import UNUSUAL, _read_carefully, read_quickly
from engine.core._variant_encoder import _write_carefully, write_quickly
from engine.core._variant_writers import real, small_ints, whole
from engine.core.error import OK
from engine.core.variant_bytes import bytes_to_var, var_to_bytes
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
