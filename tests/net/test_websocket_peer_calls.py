"""`WebSocketPeer`: every call in every state, and how many polls things take."""

from __future__ import annotations

import pytest
from net_pairs import CLOSED, CLOSING, CONNECTING, NOT_OPEN, OPEN, ROLES, Pair, take_all, tell
from net_wire import (
    BIN,
    CLOSE,
    TEXT,
    RawServer,
    close_body,
    dial,
    frame,
    free_port,
    pause,
    request,
    response,
    until,
)

from engine.core.error import (
    ERR_ALREADY_IN_USE,
    ERR_INVALID_PARAMETER,
    ERR_UNAVAILABLE,
    FAILED,
    OK,
)
from engine.core.packed_byte_array import PackedByteArray
from engine.net.packet_peer import PacketPeer
from engine.net.stream_peer import StreamPeer
from engine.net.stream_peer_tcp import StreamPeerTCP
from engine.net.tcp_server import TCPServer
from engine.net.websocket_peer import WebSocketPeer

# Defaults and calls in every state ---------------------------------------------------------------


def test_a_packet_of_nothing_is_not_sent(pair: Pair) -> None:
    assert WebSocketPeer().put_packet(b"") is OK
    assert pair.peer.put_packet(b"") is OK
    assert pair.peer.put_packet(b"x") is OK
    assert pair.peer.send(b"") is OK
    assert [pair.got(), pair.got()] == [(BIN, b"x"), (BIN, b"")]


def test_defaults(errors: list[str]) -> None:
    peer = WebSocketPeer()
    assert isinstance(peer, PacketPeer)
    assert peer.get_class() == "WebSocketPeer"
    assert tell(peer) == (CLOSED, -1, "")
    assert (peer.inbound_buffer_size, peer.outbound_buffer_size) == (65535, 65535)
    assert (peer.max_queued_packets, peer.heartbeat_interval) == (4096, 0.0)
    assert peer.encode_buffer_max_size == 8388608
    assert (list(peer.supported_protocols), list(peer.handshake_headers)) == ([], [])
    assert (peer.get_selected_protocol(), peer.get_requested_url()) == ("", "")
    assert not peer.was_string_packet()
    assert peer.get_available_packet_count() == peer.get_current_outbound_buffered_amount() == 0
    assert errors == []
    assert (peer.get_connected_host(), peer.get_connected_port()) == ("", 0)
    assert peer.get_packet_error() is OK
    assert (peer.get_packet(), peer.get_packet_error()) == (PackedByteArray(), FAILED)
    assert (peer.send(b"x"), peer.send_text("x"), peer.put_packet(b"x")) == (FAILED,) * 3
    peer.set_no_delay(True)
    peer.poll()
    for code in (1000, 1001, -1):
        peer.close(code, "why")
        assert tell(peer) == (CLOSED, -1, "")
    assert peer.accept_stream(None) is ERR_INVALID_PARAMETER
    assert peer.accept_stream(StreamPeer()) is ERR_INVALID_PARAMETER
    assert peer.accept_stream(StreamPeerTCP()) is OK
    assert peer.get_ready_state() == CONNECTING
    peer.poll()
    assert tell(peer) == (CLOSED, -1, "")
    assert peer.connect_to_url("") is ERR_INVALID_PARAMETER
    assert errors == [
        'Condition "tcp.is_null()" is true. Returning: IPAddress()',
        'Condition "tcp.is_null()" is true. Returning: 0',
        *[NOT_OPEN] * 4,
        'Condition "tcp.is_null()" is true.',
        'Condition "p_stream.is_null()" is true. Returning: ERR_INVALID_PARAMETER',
        'Condition "connection.is_null() || tcp.is_null()" is true. '
        "Returning: ERR_INVALID_PARAMETER",
        'Condition "p_url.is_empty()" is true. Returning: ERR_INVALID_PARAMETER',
    ]


def test_constants() -> None:
    peer = WebSocketPeer
    states = (peer.STATE_CONNECTING, peer.STATE_OPEN, peer.STATE_CLOSING, peer.STATE_CLOSED)
    assert states == (0, 1, 2, 3)
    assert (peer.WRITE_MODE_TEXT, peer.WRITE_MODE_BINARY) == (0, 1)
    assert peer.State.STATE_OPEN is peer.STATE_OPEN


def test_setters(errors: list[str]) -> None:
    peer = WebSocketPeer()
    for value in (0, 1, 65536, 1000000, -1):
        peer.inbound_buffer_size = peer.outbound_buffer_size = peer.max_queued_packets = value
        assert peer.get_inbound_buffer_size() == peer.get_outbound_buffer_size() == value
        assert peer.get_max_queued_packets() == value
    for given, kept in ((0.5, 0.5), (1.25, 1.25), (0.0016, 0.001), (0.9999, 0.999), (-1.0, 0.999)):
        peer.heartbeat_interval = given
        assert peer.get_heartbeat_interval() == kept
    assert errors == ['Condition "p_interval < 0" is true.']
    peer.set_supported_protocols(("a", "b"))
    assert list(peer.get_supported_protocols()) == ["a", "b"]
    peer.supported_protocols.append("c")
    assert list(peer.supported_protocols) == ["a", "b"]
    with pytest.raises(TypeError, match="list of strings"):
        peer.handshake_headers = "X: 1"  # type: ignore[assignment]
    for size, kept_size in ((2048, 2048), (1023, 2048), (-1, 2048), (1 << 28, 1 << 28)):
        peer.set_encode_buffer_max_size(size)
        assert peer.get_encode_buffer_max_size() == kept_size
    peer.encode_buffer_max_size = (1 << 28) + 1
    assert peer.encode_buffer_max_size == 1 << 28
    assert len(errors) == 4


def test_calls_while_connecting(errors: list[str]) -> None:
    with RawServer() as server:
        url = f"ws://127.0.0.1:{server.port}/path"
        peer = WebSocketPeer()
        assert peer.connect_to_url(url) is OK
        assert peer.connect_to_url(url) is ERR_ALREADY_IN_USE
        assert peer.connect_to_url("http://x") is ERR_ALREADY_IN_USE
        assert peer.accept_stream(StreamPeerTCP()) is ERR_ALREADY_IN_USE
        assert (peer.send(b"x"), peer.send_text("x"), peer.put_packet(b"x")) == (FAILED,) * 3
        assert (peer.get_packet(), peer.get_packet_error()) == (PackedByteArray(), FAILED)
        assert (peer.get_connected_host(), peer.get_connected_port()) == ("127.0.0.1", server.port)
        assert (peer.get_requested_url(), peer.get_selected_protocol()) == (url, "")
        assert tell(peer) == (CONNECTING, -1, "")
        peer.set_no_delay(False)
        assert len(errors) == 7
        peer.close(1000, "early")
        assert tell(peer) == (CLOSED, -1, "")
        peer.poll()
        assert tell(peer) == (CLOSED, -1, "")


@ROLES
def test_calls_while_open(server: bool, errors: list[str]) -> None:
    pair = Pair(server)
    peer = pair.peer
    assert peer.connect_to_url("ws://127.0.0.1:1") is ERR_ALREADY_IN_USE
    assert peer.accept_stream(StreamPeerTCP()) is ERR_ALREADY_IN_USE
    assert len(errors) == 2
    assert (peer.get_packet(), peer.get_packet_error()) == (PackedByteArray(), ERR_UNAVAILABLE)
    assert peer.get_connected_host() == "127.0.0.1"
    assert peer.get_connected_port() == pair.raw.sock.getsockname()[1]
    assert peer.get_requested_url().startswith("ws://127.0.0.1:")
    peer.set_no_delay(True)
    assert peer.get_current_outbound_buffered_amount() == 0
    assert len(errors) == 2
    pair.raw.shut()


@ROLES
def test_calls_while_closing(server: bool, errors: list[str]) -> None:
    pair = Pair(server)
    peer = pair.peer
    peer.close(1000, "bye")
    assert tell(peer) == (CLOSING, -1, "")
    assert (peer.send(b"x"), peer.send_text("x")) == (FAILED, FAILED)
    assert (peer.get_packet(), peer.get_packet_error()) == (PackedByteArray(), FAILED)
    assert peer.get_connected_host() == "127.0.0.1"
    assert peer.connect_to_url("http://x") is ERR_INVALID_PARAMETER
    assert tell(peer) == (CLOSED, -1, "")
    assert peer.get_requested_url() == ""
    assert pair.got() == (CLOSE, close_body(1000, b"bye"))
    assert pair.raw.rest() == b""
    assert errors[:3] == [NOT_OPEN] * 3
    pair.raw.shut()


@ROLES
def test_a_new_connection_from_closing(server: bool) -> None:
    pair = Pair(server)
    pair.peer.close(1000, "bye")
    again = Pair(not server, pair.peer)
    assert pair.got() == (CLOSE, close_body(1000, b"bye"))
    assert pair.raw.rest() == b""
    assert again.told() == (OPEN, -1, "")
    pair.raw.shut()
    again.raw.shut()


@pytest.mark.parametrize("wrong", ["text", 5, None])
def test_send_takes_bytes(pair: Pair, wrong: object) -> None:
    with pytest.raises(TypeError, match=r"send\(\) takes bytes"):
        pair.peer.send(wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="send_text"):
        pair.peer.send_text(b"bytes")  # type: ignore[arg-type]


# Polls needed ------------------------------------------------------------------------------------


def test_polls_of_a_client() -> None:
    with RawServer() as server:
        peer = WebSocketPeer()
        assert peer.connect_to_url(f"ws://127.0.0.1:{server.port}") is OK
        raw = server.accept()
        pause(0.02)
        peer.poll()  # finds TCP connected and asks
        assert peer.get_ready_state() == CONNECTING
        raw.raw(response(raw.until(b"\r\n\r\n")) + frame(TEXT, b"with it"))
        pause(0.02)
        peer.poll()
        assert peer.get_ready_state() == OPEN
        assert take_all(peer) == [(b"with it", True)]
        raw.shut()


def test_polls_of_a_server() -> None:
    listening = TCPServer()
    listening.listen(0, "127.0.0.1")
    with dial(listening.get_local_port()) as raw:
        raw.raw(request() + frame(TEXT, b"with it", masked=True))
        until(listening.is_connection_available)
        pause(0.02)
        peer = WebSocketPeer()
        assert peer.accept_stream(listening.take_connection()) is OK
        assert (peer.get_ready_state(), peer.get_requested_url()) == (CONNECTING, "")
        peer.poll()
        assert peer.get_ready_state() == OPEN
        assert take_all(peer) == [(b"with it", True)]
        assert peer.get_requested_url() == "ws://127.0.0.1:80/"


def test_a_closed_port() -> None:
    peer = WebSocketPeer()
    assert peer.connect_to_url(f"ws://127.0.0.1:{free_port()}") is OK
    assert peer.get_ready_state() == CONNECTING
    until(lambda: peer.get_ready_state() != CONNECTING, peer.poll)
    assert tell(peer) == (CLOSED, -1, "")


def test_only_polls_change_anything(pair: Pair) -> None:
    pair.send(TEXT, b"x")
    pair.send(CLOSE)
    pause(0.02)
    assert pair.peer.get_available_packet_count() == 0
    assert pair.told() == (OPEN, -1, "")


def test_everything_there_is_taken_by_one_poll(pair: Pair) -> None:
    pair.raw.raw(b"".join(pair.frame(TEXT, b"message %d" % i) for i in range(1000)))
    pause(0.05)
    pair.peer.poll()
    assert take_all(pair.peer) == [(b"message %d" % i, True) for i in range(1000)]
