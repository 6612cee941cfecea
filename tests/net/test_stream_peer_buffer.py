"""`StreamPeerBuffer` and `StreamPeerGZIP`, as real Godot does it."""

from __future__ import annotations

import gzip
import zlib

import pytest

from engine.core.error import (
    ERR_ALREADY_IN_USE,
    ERR_INVALID_PARAMETER,
    ERR_OUT_OF_MEMORY,
    ERR_UNAVAILABLE,
    ERR_UNCONFIGURED,
    FAILED,
    OK,
)
from engine.net.stream_peer_buffer import StreamPeerBuffer
from engine.net.stream_peer_gzip import StreamPeerGZIP


def state(buffer: StreamPeerBuffer) -> tuple[int, int, int]:
    return buffer.get_size(), buffer.get_position(), buffer.get_available_bytes()


def filled(data: bytes) -> StreamPeerBuffer:
    buffer = StreamPeerBuffer()
    buffer.data_array = data
    return buffer


def test_writing_moves_on_and_makes_longer() -> None:
    buffer = StreamPeerBuffer()
    assert state(buffer) == (0, 0, 0)
    buffer.put_u32(0x01020304)
    assert bytes(buffer.data_array) == b"\4\3\2\1"
    assert state(buffer) == (4, 4, 0)
    buffer.seek(2)
    assert buffer.put_data(b"\x09" * 4) is OK
    assert bytes(buffer.data_array) == b"\4\3\x09\x09\x09\x09"
    assert buffer.put_partial_data(b"") == [OK, 0]


def test_reading_beyond_the_end(errors: list[str]) -> None:
    buffer = filled(b"\4\3\2\1")
    buffer.seek(2)
    assert buffer.get_data(5) == [ERR_INVALID_PARAMETER, b"\2\1\0\0\0"]
    assert state(buffer) == (4, 4, 0)
    buffer.seek(2)
    assert buffer.get_partial_data(5) == [OK, b"\2\1"]
    assert buffer.get_partial_data(5) == [OK, b""]
    assert buffer.get_data(0) == [OK, b""]
    assert [buffer.get_u8(), buffer.get_16(), buffer.get_64(), buffer.get_float()] == [0] * 4
    assert (buffer.get_string(3), buffer.get_utf8_string(), buffer.get_var()) == ("", "", None)


def test_seeking(errors: list[str]) -> None:
    buffer = filled(b"abcd")
    for position, expected in [(1, 1), (5, 1), (-1, 1), (4, 4)]:
        buffer.seek(position)
        assert buffer.get_position() == expected
    assert errors == ['Condition "p_pos > data.size()" is true.', 'Condition "p_pos < 0" is true.']


def test_resizing(errors: list[str]) -> None:
    buffer = filled(b"\4\3\2\1\0\0")
    buffer.seek(6)
    buffer.resize(2)
    assert state(buffer) == (2, 6, -4)
    buffer.resize(8)
    assert state(buffer) == (8, 6, 2)
    assert bytes(buffer.data_array) == b"\4\3" + bytes(6)
    buffer.resize(-1)
    assert state(buffer) == (8, 6, 2)
    assert len(errors) == 1


def test_copies() -> None:
    buffer = filled(b"\1\2\3")
    buffer.big_endian = True
    buffer.seek(2)
    other = buffer.duplicate()
    assert state(other) == (3, 0, 3)
    assert not other.big_endian
    other.put_u8(7)
    assert bytes(buffer.data_array) == b"\1\2\3"
    array = buffer.data_array
    array[0] = 9
    assert buffer.data_array[0] == 1
    buffer.clear()
    assert state(buffer) == (0, 0, 0)


@pytest.mark.parametrize("big_endian", [False, True])
def test_everything_that_is_written_can_be_read(big_endian: bool) -> None:
    buffer = StreamPeerBuffer()
    buffer.big_endian = big_endian
    buffer.put_var([1, "a"])
    buffer.put_string("hello")
    buffer.put_utf8_string("hä")
    buffer.put_half(1.5)
    buffer.put_float(0.25)
    buffer.put_double(2.1)
    buffer.put_8(-1)
    buffer.put_16(-2)
    buffer.put_32(-3)
    buffer.put_64(-4)
    buffer.seek(0)
    assert buffer.get_var() == [1, "a"]
    assert (buffer.get_string(), buffer.get_utf8_string()) == ("hello", "hä")
    assert (buffer.get_half(), buffer.get_float(), buffer.get_double()) == (1.5, 0.25, 2.1)
    assert [buffer.get_8(), buffer.get_16(), buffer.get_32(), buffer.get_64()] == [-1, -2, -3, -4]
    assert buffer.get_available_bytes() == 0


# Compression -------------------------------------------------------------------------------------


def test_before_it_is_started(errors: list[str]) -> None:
    stream = StreamPeerGZIP()
    assert stream.get_available_bytes() == 0
    assert stream.put_data(b"x") is ERR_UNCONFIGURED
    assert stream.get_data(1) == [ERR_UNAVAILABLE, b"\0"]
    assert stream.get_partial_data(1) == [OK, b""]
    assert stream.finish() is ERR_UNAVAILABLE
    assert stream.start_compression(False, 0) is ERR_INVALID_PARAMETER
    assert stream.start_compression() is OK
    assert stream.start_decompression() is ERR_ALREADY_IN_USE


@pytest.mark.parametrize("use_deflate", [False, True])
@pytest.mark.parametrize("piece", [1, 7, 100_000])
def test_there_and_back(use_deflate: bool, piece: int, errors: list[str]) -> None:
    data = b"hello " * 5000
    packer = StreamPeerGZIP()
    assert packer.start_compression(use_deflate) is OK
    for start in range(0, len(data), 1000):
        assert packer.put_data(data[start : start + 1000]) is OK
    assert packer.finish() is OK
    assert packer.finish() is OK
    assert packer.put_data(b"x") is FAILED
    packed = bytes(packer.get_data(packer.get_available_bytes())[1])  # type: ignore[arg-type]
    assert (zlib.decompress if use_deflate else gzip.decompress)(packed) == data
    unpacker = StreamPeerGZIP()
    assert unpacker.start_decompression(use_deflate) is OK
    found, rest = b"", packed
    while rest:
        problem, count = unpacker.put_partial_data(rest[:piece])
        assert problem is OK
        rest = rest[int(count) :]
        found += bytes(unpacker.get_partial_data(100_000)[1])  # type: ignore[arg-type]
    assert found == data
    assert unpacker.put_data(b"more") is ERR_OUT_OF_MEMORY


def test_a_bomb_waits_until_it_is_read(errors: list[str]) -> None:
    stream, rest, size = StreamPeerGZIP(), gzip.compress(bytes(10_000_000)), 0
    assert stream.start_decompression(False, 1000) is OK
    for _ in range(20_000):
        rest = rest[int(stream.put_partial_data(rest)[1]) :]
        assert stream.get_available_bytes() <= 1023
        size += len(stream.get_partial_data(1023)[1])  # type: ignore[arg-type]
    assert (size, rest) == (10_000_000, b"")


def test_what_was_never_compressed(errors: list[str]) -> None:
    stream = StreamPeerGZIP()
    stream.start_decompression()
    assert stream.put_data(b"hello, this is no such thing") is FAILED
    stream.clear()
    assert stream.start_compression() is OK
