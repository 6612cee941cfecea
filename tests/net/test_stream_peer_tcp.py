"""A TCP stream: connecting, reading, writing, and how it ends."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator

import pytest
from net_wire import RawServer, free_port, pause, until

from engine.core.clock import ManualClock
from engine.core.error import (
    ERR_ALREADY_IN_USE,
    ERR_CANT_RESOLVE,
    ERR_CONNECTION_ERROR,
    ERR_FILE_EOF,
    ERR_INVALID_PARAMETER,
    ERR_OUT_OF_MEMORY,
    ERR_UNAVAILABLE,
    FAILED,
    OK,
)
from engine.core.packed_byte_array import PackedByteArray
from engine.net._poller import poller
from engine.net.stream_peer import StreamPeer
from engine.net.stream_peer_tcp import StreamPeerTCP

NONE, CONNECTING, CONNECTED, ERROR = range(4)
EMPTY = PackedByteArray()


class Pair:
    """A stream of ours and the raw socket at its other end."""

    def __init__(self) -> None:
        with RawServer() as server:
            self.stream = StreamPeerTCP()
            assert self.stream.connect_to_host("127.0.0.1", server.port) is OK
            self.raw = server.accept(self.stream.poll)
        until(lambda: self.stream.get_status() == CONNECTED, self.stream.poll)


@pytest.fixture
def pair() -> Iterator[Pair]:
    pair = Pair()
    yield pair
    pair.raw.shut()


# Connecting --------------------------------------------------------------------------------------


def test_a_new_stream(errors: list[str]) -> None:
    stream = StreamPeerTCP()
    assert (stream.get_status(), stream.get_connected_host()) == (NONE, "")
    assert (stream.get_connected_port(), stream.get_local_port()) == (0, 0)
    assert not stream.big_endian
    assert stream.poll() is OK
    assert stream.get_available_bytes() == -1
    assert stream.put_data(b"x") is FAILED
    assert stream.put_data(b"") is OK
    assert stream.put_partial_data(b"x") == [FAILED, 0]
    assert stream.get_data(3) == [FAILED, PackedByteArray([0, 0, 0])]
    assert stream.get_data(0) == [FAILED, EMPTY]
    assert stream.get_partial_data(1) == [FAILED, EMPTY]
    assert stream.get_data(-1) == [ERR_OUT_OF_MEMORY, EMPTY]
    assert stream.get_partial_data(-1) == [ERR_OUT_OF_MEMORY, EMPTY]
    assert (stream.get_string(2), stream.get_utf8_string(2)) == ("", "")
    assert (stream.get_u8(), stream.get_64(), stream.get_double()) == (0, 0, 0.0)
    stream.put_u8(1)
    stream.put_string("x")
    stream.set_no_delay(True)
    stream.disconnect_from_host()
    assert errors == [
        'Condition "!is_open()" is true. Returning: FAILED',
        'Condition "!is_open()" is true. Returning: -1',
        'Condition "p_size < 0" is true. Returning: ERR_INVALID_PARAMETER',
        'Condition "p_size < 0" is true. Returning: ERR_INVALID_PARAMETER',
        'Condition "err != OK" is true. Returning: String()',
        'Condition "err != OK" is true. Returning: String()',
        'Condition "_sock.is_null() || !_sock->is_open()" is true.',
    ]


@pytest.mark.parametrize(
    ("host", "port", "result"),
    [
        ("", 80, ERR_CANT_RESOLVE),
        ("no..host", 80, ERR_CANT_RESOLVE),
        ("256.1.1.1.1", 80, ERR_CANT_RESOLVE),
        ("[::1]", 80, ERR_CANT_RESOLVE),
        ("127.0.0.1", 0, ERR_INVALID_PARAMETER),
        ("127.0.0.1", -1, ERR_INVALID_PARAMETER),
        ("127.0.0.1", 65536, ERR_INVALID_PARAMETER),
    ],
)
def test_where_nothing_can_be(host: str, port: int, result: int, errors: list[str]) -> None:
    stream = StreamPeerTCP()
    assert stream.connect_to_host(host, port) == result
    assert stream.get_status() == NONE
    assert len(errors) == (result == ERR_INVALID_PARAMETER)


def test_a_name_that_nobody_has() -> None:
    stream = StreamPeerTCP()
    assert stream.connect_to_host("nobody-has-this-name.invalid", 80) is OK
    assert (stream.get_status(), stream.get_connected_host()) == (CONNECTING, "")
    answers: list[int] = []
    until(lambda: stream.get_status() != CONNECTING, lambda: answers.append(stream.poll()))
    assert (answers[-1], stream.get_status()) == (ERR_CANT_RESOLVE, ERROR)


def test_a_closed_port(errors: list[str]) -> None:
    port = free_port()
    stream = StreamPeerTCP()
    assert stream.connect_to_host("127.0.0.1", port) is OK
    assert (stream.get_status(), stream.get_connected_host()) == (CONNECTING, "127.0.0.1")
    assert stream.get_connected_port() == port
    assert stream.get_local_port() > 0
    assert stream.get_available_bytes() == 0
    assert stream.connect_to_host("127.0.0.1", port) is ERR_ALREADY_IN_USE
    answers: list[int] = []
    until(lambda: stream.get_status() != CONNECTING, lambda: answers.append(stream.poll()))
    assert (answers[-1], stream.get_status()) == (ERR_CONNECTION_ERROR, ERROR)
    assert (stream.get_connected_host(), stream.get_connected_port()) == ("", 0)
    assert stream.poll() is OK
    assert stream.connect_to_host("127.0.0.1", port) is ERR_ALREADY_IN_USE
    assert stream.get_status() == ERROR
    stream.disconnect_from_host()
    assert stream.get_status() == NONE
    with RawServer() as server:
        assert stream.connect_to_host("127.0.0.1", server.port) is OK
        assert stream.put_data(b"x") is FAILED
        until(lambda: stream.get_status() == CONNECTED, stream.poll)
        stream.set_no_delay(True)
        stream.set_no_delay(False)
        assert stream.connect_to_host("127.0.0.1", server.port) is ERR_ALREADY_IN_USE
    stream.disconnect_from_host()
    stream.disconnect_from_host()
    assert (stream.get_status(), stream.get_connected_host()) == (NONE, "")
    assert len(errors) == 3


def test_all_addresses_of_a_name_are_tried() -> None:
    with RawServer() as server:  # on 127.0.0.1 only, while localhost may be ::1 first
        stream = StreamPeerTCP()
        assert stream.connect_to_host("LocalHost", server.port) is OK
        until(lambda: stream.get_status() != CONNECTING, stream.poll)
        assert (stream.get_status(), stream.get_connected_host()) == (CONNECTED, "127.0.0.1")
        stream.disconnect_from_host()


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="there is no IPv6 here")
def test_addresses_are_spelt_in_full() -> None:
    with RawServer("::1") as server:
        stream = StreamPeerTCP()
        assert stream.connect_to_host("::1", server.port) is OK
        until(lambda: stream.get_status() == CONNECTED, stream.poll)
        assert stream.get_connected_host() == "0:0:0:0:0:0:0:1"
        stream.disconnect_from_host()


def test_a_connection_that_is_never_answered() -> None:
    clock = ManualClock()
    with RawServer(backlog=0) as server:
        fill = [StreamPeerTCP() for _ in range(4)]
        for stream in fill:
            stream.connect_to_host("127.0.0.1", server.port)
        stream = StreamPeerTCP(clock=clock)
        stream.connect_timeout = 5.0
        assert stream.connect_to_host("127.0.0.1", server.port) is OK
        clock.advance(4.9)
        assert stream.poll() is OK
        assert stream.get_status() == CONNECTING
        clock.advance(0.2)
        assert stream.poll() is ERR_CONNECTION_ERROR
        assert stream.get_status() == ERROR
        assert StreamPeerTCP().connect_timeout == 30.0


def test_bind(errors: list[str]) -> None:
    port = free_port()
    with RawServer() as server:
        stream = StreamPeerTCP()
        assert stream.bind(port, "127.0.0.1") is OK
        assert (stream.get_local_port(), stream.get_status()) == (port, NONE)
        assert stream.bind(port, "127.0.0.1") is ERR_ALREADY_IN_USE
        assert stream.connect_to_host("127.0.0.1", server.port) is OK
        with server.accept(stream.poll) as raw:
            assert raw.sock.getpeername()[1] == port
            until(lambda: stream.get_status() == CONNECTED, stream.poll)
            assert stream.get_local_port() == port
            stream.disconnect_from_host()
        assert StreamPeerTCP().bind(server.port, "127.0.0.1") is ERR_UNAVAILABLE
        assert StreamPeerTCP().bind(-1) is ERR_INVALID_PARAMETER
        assert StreamPeerTCP().bind(65536) is ERR_INVALID_PARAMETER
        assert StreamPeerTCP().bind(0, "localhost") is ERR_INVALID_PARAMETER
        anywhere = StreamPeerTCP()
        assert anywhere.bind(0) is OK
        assert anywhere.get_local_port() > 0
        assert anywhere.connect_to_host("127.0.0.1", server.port) is OK
        until(lambda: anywhere.get_status() == CONNECTED, anywhere.poll)
        assert anywhere.get_connected_host() == "127.0.0.1"
    assert len(errors) == 5


# Reading and writing -----------------------------------------------------------------------------


def test_partial_reads(pair: Pair) -> None:
    stream = pair.stream
    assert stream.get_partial_data(10) == [OK, EMPTY]
    assert stream.get_partial_data(0) == [OK, EMPTY]
    pair.raw.raw(b"12345")
    until(lambda: stream.get_available_bytes() == 5)
    assert stream.get_partial_data(2) == [OK, PackedByteArray(b"12")]
    assert stream.get_partial_data(10) == [OK, PackedByteArray(b"345")]
    assert stream.get_partial_data(10) == [OK, EMPTY]
    assert stream.get_data(0) == [OK, EMPTY]


def test_a_full_read_waits(pair: Pair) -> None:
    pair.raw.raw(b"abc")
    later = threading.Thread(target=lambda: (pause(0.05), pair.raw.raw(b"def")))
    later.start()
    assert pair.stream.get_data(6) == [OK, PackedByteArray(b"abcdef")]
    later.join()
    assert pair.stream.statistics().bytes_in == 6


def test_bytes_and_then_the_end(pair: Pair, errors: list[str]) -> None:
    stream = pair.stream
    pair.raw.raw(b"last")
    pair.raw.shut()
    until(lambda: stream.get_available_bytes() == 4)
    assert stream.poll() is OK
    assert stream.get_status() == CONNECTED
    assert stream.get_partial_data(10) == [OK, PackedByteArray(b"last")]
    answer: list[object] = [OK, EMPTY]
    while answer == [OK, EMPTY]:
        answer = list(stream.get_partial_data(10))
    assert answer == [ERR_FILE_EOF, EMPTY]
    assert (stream.get_status(), stream.get_available_bytes()) == (NONE, -1)
    assert stream.put_data(b"x") is FAILED
    assert len(errors) == 1


def test_the_end_alone(pair: Pair) -> None:
    pair.raw.shut()
    until(lambda: pair.stream.get_status() != CONNECTED, pair.stream.poll)
    assert (pair.stream.get_status(), pair.stream.get_connected_host()) == (NONE, "")


def test_the_end_in_a_full_read(pair: Pair) -> None:
    pair.raw.raw(b"some")
    pair.raw.shut()
    assert pair.stream.get_data(10) == [ERR_FILE_EOF, PackedByteArray(b"some" + bytes(6))]
    assert pair.stream.get_status() == NONE


def test_a_reset_found_by_poll(pair: Pair) -> None:
    pair.raw.reset()
    answers: list[int] = []
    until(lambda: pair.stream.get_status() != CONNECTED, lambda: answers.append(pair.stream.poll()))
    assert (answers[-1], pair.stream.get_status()) == (FAILED, ERROR)
    assert pair.stream.poll() is OK


def test_a_reset_found_by_a_read(pair: Pair) -> None:
    pair.raw.reset()
    answer = pair.stream.get_data(5)
    assert (answer[0], pair.stream.get_status()) == (FAILED, NONE)


def test_a_write_after_the_end(pair: Pair) -> None:
    stream = pair.stream
    pair.raw.shut()
    until(lambda: stream.put_data(b"x") is FAILED)
    assert stream.get_status() == NONE
    assert stream.put_partial_data(b"x") == [FAILED, 0]


def test_a_partial_write_stops_and_a_full_one_waits(pair: Pair) -> None:
    block, total = b"x" * 100_000, 0
    while True:
        result, taken = pair.stream.put_partial_data(block)
        assert result is OK
        total += int(taken)
        if not taken:
            break
    received = 0

    def drain() -> None:
        nonlocal received
        pair.raw.sock.setblocking(True)
        while received < total + 1:
            received += len(pair.raw.sock.recv(1 << 20))

    reader = threading.Thread(target=drain)
    reader.start()
    assert pair.stream.put_data(b"y") is OK
    reader.join()
    assert received == total + 1
    assert pair.stream.statistics().bytes_out == total + 1


def test_dropping_a_stream_ends_it(pair: Pair) -> None:
    before = len(poller())
    del pair.stream
    assert len(poller()) == before - 1
    assert pair.raw.rest() == b""


# Typed reads and writes --------------------------------------------------------------------------

TYPED = [
    ("put_8", -2, "get_8", -2, b"\xfe"),
    ("put_u8", 254, "get_u8", 254, b"\xfe"),
    ("put_u8", 258, "get_u8", 2, b"\x02"),
    ("put_16", -2, "get_16", -2, b"\xfe\xff"),
    ("put_u16", 65534, "get_u16", 65534, b"\xfe\xff"),
    ("put_32", -2, "get_32", -2, b"\xfe\xff\xff\xff"),
    ("put_u32", 4294967294, "get_u32", 4294967294, b"\xfe\xff\xff\xff"),
    ("put_64", -2, "get_64", -2, b"\xfe" + b"\xff" * 7),
    ("put_u64", 1 << 62, "get_u64", 1 << 62, bytes(7) + b"\x40"),
    ("put_half", 1.5, "get_half", 1.5, b"\x00\x3e"),
    ("put_half", 1e30, "get_half", float("inf"), b"\x00\x7c"),
    ("put_half", 0.3, "get_half", 0.2998046875, b"\xcc\x34"),  # cut, not rounded
    ("put_half", 0.00006, "get_half", 0.0, b"\x00\x00"),
    ("put_float", 1.5, "get_float", 1.5, b"\x00\x00\xc0\x3f"),
    ("put_float", -1e300, "get_float", float("-inf"), b"\x00\x00\x80\xff"),
    ("put_double", 1.1, "get_double", 1.1, b"\x9a\x99\x99\x99\x99\x99\xf1\x3f"),
]


@pytest.mark.parametrize("big", [False, True])
@pytest.mark.parametrize(("put", "value", "get", "back", "little"), TYPED)
def test_numbers(
    pair: Pair, big: bool, put: str, value: float, get: str, back: float, little: bytes
) -> None:
    stream = pair.stream
    stream.big_endian = big
    assert stream.is_big_endian_enabled() == big
    getattr(stream, put)(value)
    until(lambda: pair.raw.fill() and len(pair.raw.buffer) >= len(little))
    assert pair.raw.buffer == (little[::-1] if big else little)
    pair.raw.raw(pair.raw.buffer)
    assert getattr(stream, get)() == back


@pytest.mark.parametrize("big", [False, True])
def test_strings(pair: Pair, big: bool, errors: list[str]) -> None:
    stream = pair.stream
    stream.set_big_endian(big)

    def echo(size: int) -> bytes:
        until(lambda: pair.raw.fill() and len(pair.raw.buffer) >= size)
        data, pair.raw.buffer = pair.raw.buffer, b""
        pair.raw.raw(data)
        return data

    stream.put_string("hé")
    assert echo(6) == (b"\0\0\0\x02h " if big else b"\x02\0\0\0h ")
    assert stream.get_string() == "h "
    assert errors == [
        "Unicode parsing error: Invalid unicode codepoint (e9), cannot represent as ASCII/Latin-1"
    ]
    stream.put_utf8_string("hé")
    assert echo(7)[4:] == "hé".encode()
    assert stream.get_utf8_string() == "hé"
    stream.put_string("")
    echo(4)
    assert stream.get_string() == ""
    pair.raw.raw(b"abcdef\xff\x41\x00\x42\xe9\x80")
    assert stream.get_string(3) == "abc"
    assert stream.get_utf8_string(2) == "de"
    assert stream.get_string(0) == ""
    assert stream.get_string(1) == "f"
    assert stream.get_utf8_string(2) == "\ufffdA"
    assert stream.get_string(2) == ""
    assert stream.get_string(2) == "\xe9\x80"


def test_string_lengths_that_make_no_sense(pair: Pair, errors: list[str]) -> None:
    pair.raw.raw(b"\xff\xff\xff\xff" + b"\xfb\xff\xff\xff" + b"\x03\0\0\0A")
    assert pair.stream.get_string() == ""
    assert pair.stream.get_utf8_string() == ""
    assert pair.stream.get_status() == CONNECTED
    pair.raw.shut()
    assert pair.stream.get_utf8_string() == ""
    assert pair.stream.get_status() == NONE
    assert errors == [
        'Condition "p_bytes < 0" is true. Returning: String()',
        'Condition "p_bytes < 0" is true. Returning: String()',
        'Condition "err != OK" is true. Returning: String()',
    ]


@pytest.mark.parametrize(
    "data", [b"\x01\xff", bytearray(b"\x01\xff"), memoryview(b"\x01\xff"), [1, 255], [257, -1]]
)
def test_what_counts_as_bytes(pair: Pair, data: bytes) -> None:
    assert pair.stream.put_data(data) is OK
    until(lambda: pair.raw.fill() and len(pair.raw.buffer) == 2)
    assert pair.raw.buffer == b"\x01\xff"


@pytest.mark.parametrize("wrong", ["text", 5, None, {1: 2}])
def test_what_does_not(wrong: object) -> None:
    call: Callable[[object], object] = StreamPeerTCP().put_data  # type: ignore[assignment]
    with pytest.raises(TypeError, match=r"put_data\(\) takes bytes"):
        call(wrong)


def test_a_bare_stream_leads_nowhere() -> None:
    stream = StreamPeer()
    assert stream.put_data(b"x") is ERR_UNAVAILABLE
    assert stream.get_partial_data(1) == [ERR_UNAVAILABLE, EMPTY]
    assert stream.get_available_bytes() == 0
