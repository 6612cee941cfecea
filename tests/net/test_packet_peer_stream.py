"""`PacketPeerStream`, as real Godot does it."""

from __future__ import annotations

import pytest
from net_tls import tcp_pair
from net_wire import until

from engine.core.error import (
    ERR_INVALID_PARAMETER,
    ERR_UNAVAILABLE,
    ERR_UNCONFIGURED,
    FAILED,
    OK,
)
from engine.net.packet_peer_stream import PacketPeerStream
from engine.net.stream_peer_buffer import StreamPeerBuffer
from engine.net.stream_peer_tcp import StreamPeerTCP


def over(data: bytes = b"", size: int = 65532) -> tuple[PacketPeerStream, StreamPeerBuffer]:
    peer, buffer = PacketPeerStream(), StreamPeerBuffer()
    peer.input_buffer_max_size = size
    buffer.data_array = data
    peer.stream_peer = buffer
    return peer, buffer


@pytest.mark.parametrize(
    ("asked", "given"),
    [(0, 0), (1, 4), (4, 4), (5, 12), (12, 12), (13, 28), (1000, 1020), (65533, 131068)],
)
def test_sizes_of_buffers(asked: int, given: int) -> None:
    peer = PacketPeerStream()
    assert (peer.input_buffer_max_size, peer.output_buffer_max_size) == (65532, 65532)
    peer.input_buffer_max_size = peer.output_buffer_max_size = asked
    assert (peer.input_buffer_max_size, peer.output_buffer_max_size) == (given, given)


def test_without_a_stream(errors: list[str]) -> None:
    peer = PacketPeerStream()
    assert peer.stream_peer is None
    assert peer.get_available_packet_count() == 0
    assert peer.put_packet(b"x") is ERR_UNCONFIGURED
    assert (peer.get_packet(), peer.get_packet_error()) == (b"", ERR_UNCONFIGURED)
    peer.input_buffer_max_size = -1
    assert peer.input_buffer_max_size == 65532


def test_a_stream_that_leads_nowhere(errors: list[str]) -> None:
    peer = PacketPeerStream()
    peer.stream_peer = StreamPeerTCP()
    assert peer.get_available_packet_count() == 0
    assert peer.put_packet(b"x") is FAILED
    assert (peer.get_packet(), peer.get_packet_error()) == (b"", ERR_UNAVAILABLE)


def test_the_bytes() -> None:
    peer, buffer = over()
    assert peer.put_packet(b"abc") is OK
    assert peer.put_packet(b"") is OK
    assert peer.put_var(7) is OK
    assert bytes(buffer.data_array) == b"\3\0\0\0abc\x08\0\0\0\2\0\0\0\7\0\0\0"
    buffer.seek(0)
    assert peer.get_available_packet_count() == 2
    assert peer.get_packet() == b"abc"
    assert peer.get_var() == 7


def test_limits_of_sending(errors: list[str]) -> None:
    peer, _ = over()
    peer.output_buffer_max_size = 12
    assert peer.put_packet(bytes(12)) is OK
    assert peer.put_packet(bytes(13)) is ERR_INVALID_PARAMETER


def test_packets_byte_by_byte(errors: list[str]) -> None:
    data = b"\3\0\0\0one\0\0\0\0\5\0\0\0three"
    peer, buffer = over()
    found = []
    for byte in data:
        buffer.data_array = bytes([byte])
        while peer.get_available_packet_count():
            found.append(bytes(peer.get_packet()))
            assert peer.get_packet_error() is OK
    assert found == [b"one", b"", b"three"]
    assert (peer.get_packet(), peer.get_packet_error()) == (b"", ERR_UNAVAILABLE)


@pytest.mark.parametrize("head", [b"\xff\xff\xff\xff", b"\0\0\0\x80", b"\xc8\0\0\0"])
def test_a_packet_that_never_fits_grows_nothing(head: bytes, errors: list[str]) -> None:
    peer, buffer = over(head + bytes(1_000_000), 100)
    assert peer.get_available_packet_count() == 0
    assert (peer.get_packet(), peer.get_packet_error()) == (b"", ERR_UNAVAILABLE)
    assert buffer.get_position() == 128
    peer.input_buffer_max_size = 1000
    assert peer.input_buffer_max_size == 124
    assert errors[-1] == "Buffer in use, resizing would cause loss of data."


def test_over_tcp() -> None:
    client, server = tcp_pair()
    ours, theirs = PacketPeerStream(), PacketPeerStream()
    ours.stream_peer, theirs.stream_peer = client, server
    for number in range(200):
        assert ours.put_var({"number": number, "data": bytes(number)}) is OK
    for number in range(200):
        until(theirs.get_available_packet_count)
        assert theirs.get_var() == {"number": number, "data": bytes(number)}
