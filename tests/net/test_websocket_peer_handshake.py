"""`WebSocketPeer`: where it connects to, and opening handshakes with anything."""

from __future__ import annotations

import pytest
from net_pairs import CLOSED, CONNECTING, OPEN, ROLES, take_all, tell
from net_wire import (
    TEXT,
    RawServer,
    dial,
    frame,
    header,
    pause,
    request,
    response,
    until,
)

from engine.core.clock import ManualClock
from engine.core.error import (
    ERR_INVALID_PARAMETER,
    OK,
)
from engine.net.stream_peer_tcp import StreamPeerTCP
from engine.net.tcp_server import TCPServer
from engine.net.websocket_peer import WebSocketPeer

# URLs and hosts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "complaint"),
    [
        ("ws://127.0.0.1:0/", "Invalid URL: ws://127.0.0.1:0/"),
        ("http://h", 'Invalid protocol: "http://" (must be either "ws://" or "wss://").'),
    ],
)
def test_bad_urls(url: str, complaint: str, errors: list[str]) -> None:
    peer = WebSocketPeer()
    assert peer.connect_to_url(url) is ERR_INVALID_PARAMETER
    assert (peer.get_ready_state(), peer.get_requested_url()) == (CLOSED, "")
    assert errors == [complaint]


@pytest.mark.parametrize(
    ("headers", "protocols"), [(["A: 1\r\nB: 2"], []), ([""], []), ([], ["a\nb"])]
)
def test_headers_that_would_be_several(
    headers: list[str], protocols: list[str], errors: list[str]
) -> None:
    peer = WebSocketPeer()
    peer.handshake_headers = headers
    peer.supported_protocols = protocols
    assert peer.connect_to_url("ws://127.0.0.1:1") is ERR_INVALID_PARAMETER
    assert peer.accept_stream(StreamPeerTCP()) is ERR_INVALID_PARAMETER
    assert len(errors) == 2


def test_names_are_looked_up_and_all_addresses_tried() -> None:
    with RawServer() as server:
        peer = WebSocketPeer()
        assert peer.connect_to_url(f"ws://user:pw@LocalHost:{server.port}/a b?q=1#f") is OK
        raw = server.accept(peer.poll)
        asked = raw.until(b"\r\n\r\n", peer.poll)
        assert asked.startswith(b"GET /a b?q=1 HTTP/1.1\r\n")
        assert header(asked, "host") == f"localhost:{server.port}"
        assert header(asked, "authorization") == ""
        assert peer.get_connected_host() == "127.0.0.1"
        assert peer.get_requested_url() == f"ws://user:pw@LocalHost:{server.port}/a b?q=1#f"
        raw.shut()


@pytest.mark.parametrize("name", ["nobody-has-this-name.invalid", "no..host", "host name"])
def test_a_name_that_nobody_has(name: str) -> None:
    peer = WebSocketPeer()
    assert peer.connect_to_url(f"ws://{name}") is OK
    assert (peer.get_connected_host(), peer.get_connected_port()) == ("", 0)
    until(lambda: peer.get_ready_state() != CONNECTING, peer.poll)
    assert tell(peer) == (CLOSED, -1, "")


# Handshakes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        b"HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\nX: y\r\nZ: z\r\n\r\nnot found",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
        b"\x16\x03\x01\x02\x00" * 1000,
        b"x" * 5000,
        b"",
        b"HTTP/1.1 101 Switching",
    ],
)
def test_a_client_meets_something_else(said: bytes, errors: list[str]) -> None:
    with RawServer() as server:
        peer = WebSocketPeer()
        peer.connect_to_url(f"ws://127.0.0.1:{server.port}")
        raw = server.accept()
        raw.until(b"\r\n\r\n", peer.poll)
        raw.raw(said)
        if len(said) < 50 and not said.endswith(b"\r\n\r\n"):
            raw.shut()
        until(lambda: peer.get_ready_state() != CONNECTING, peer.poll)
        assert tell(peer) == (CLOSED, -1, "")
        assert take_all(peer) == []
        raw.shut()
    assert bool(errors) == bool(said and len(said) != 22)


@pytest.mark.parametrize(
    "said",
    [
        b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /\r\n\r\n",
        request(first="POST / HTTP/1.1"),
        b"\x16\x03\x01\x02\x00hello\r\n\r\n",
        b"x" * 5000,
        b"",
    ],
)
def test_a_server_meets_something_else(said: bytes, errors: list[str]) -> None:
    listening = TCPServer()
    listening.listen(0, "127.0.0.1")
    with dial(listening.get_local_port()) as raw:
        raw.raw(said)
        if not said:
            raw.shut()
        until(listening.is_connection_available)
        peer = WebSocketPeer()
        peer.accept_stream(listening.take_connection())
        until(lambda: peer.get_ready_state() != CONNECTING, peer.poll)
        assert tell(peer) == (CLOSED, -1, "")
        if said:
            assert raw.rest() == b""
    assert len(errors) == bool(said)


def test_a_handshake_byte_by_byte() -> None:
    listening = TCPServer()
    listening.listen(0, "127.0.0.1")
    client = WebSocketPeer()
    with RawServer() as server:
        client.connect_to_url(f"ws://127.0.0.1:{server.port}")
        raw = server.accept()
    for byte in response(raw.until(b"\r\n\r\n", client.poll)) + frame(TEXT, b"slow"):
        assert client.get_available_packet_count() == 0
        raw.raw(bytes([byte]))
        pause(0.0005)
        client.poll()
    until(client.get_available_packet_count, client.poll)
    assert take_all(client) == [(b"slow", True)]
    raw.shut()


@ROLES
def test_handshakes_that_never_end_time_out(server: bool) -> None:
    clock = ManualClock()
    peer = WebSocketPeer(clock=clock)
    peer.handshake_timeout = 5.0
    listening = TCPServer()
    listening.listen(0, "127.0.0.1")
    if server:
        raw = dial(listening.get_local_port())
        until(listening.is_connection_available)
        peer.accept_stream(listening.take_connection())
        peer.poll()
    else:
        peer.connect_to_url(f"ws://127.0.0.1:{listening.get_local_port()}")
        until(listening.is_connection_available)
        pause(0.01)
        peer.poll()
    clock.advance(4.9)
    peer.poll()
    assert peer.get_ready_state() == CONNECTING
    clock.advance(0.2)
    peer.poll()
    assert tell(peer) == (CLOSED, -1, "")
    if server:
        assert raw.rest() == b""
        raw.shut()


def test_sub_protocols_and_headers() -> None:
    listening = TCPServer()
    listening.listen(0, "127.0.0.1")
    client, server = WebSocketPeer(), WebSocketPeer()
    client.supported_protocols = ["gamma", "beta", "alpha"]
    client.handshake_headers = ["Authorization: Basic dTpw"]
    server.supported_protocols = ["alpha", "beta"]
    server.handshake_headers = ["X-One: 1"]
    client.connect_to_url(f"ws://127.0.0.1:{listening.get_local_port()}/both")
    until(listening.is_connection_available)
    server.accept_stream(listening.take_connection())
    until(
        lambda: client.get_ready_state() == server.get_ready_state() == OPEN,
        client.poll,
        server.poll,
    )
    assert client.get_selected_protocol() == server.get_selected_protocol() == "beta"
    client.close()
    until(lambda: client.get_ready_state() == CLOSED, client.poll, server.poll)
    assert client.get_selected_protocol() == "beta"


def answering() -> tuple[WebSocketPeer, WebSocketPeer]:
    """A client that asks for a sub-protocol, and a server that has not been polled yet."""
    listening = TCPServer()
    listening.listen(0, "127.0.0.1")
    client, server = WebSocketPeer(), WebSocketPeer()
    client.supported_protocols = ["late"]
    client.connect_to_url(f"ws://127.0.0.1:{listening.get_local_port()}/")
    until(listening.is_connection_available)
    server.accept_stream(listening.take_connection())
    return client, server


def test_a_server_may_decide_until_the_request_is_there() -> None:
    client, server = answering()
    server.supported_protocols = ["late"]
    server.handshake_headers = ["X-Late: 1"]
    until(lambda: client.get_ready_state() != CONNECTING, client.poll, server.poll)
    assert client.get_ready_state() == server.get_ready_state() == OPEN
    assert client.get_selected_protocol() == server.get_selected_protocol() == "late"


def test_headers_that_are_none_are_refused_late_too(errors: list[str]) -> None:
    client, server = answering()
    server.supported_protocols = ["late"]
    server.handshake_headers = ["X: 1\r\nY: 2"]
    until(lambda: client.get_ready_state() != CONNECTING, client.poll, server.poll)
    assert tell(client) == tell(server) == (CLOSED, -1, "")
    assert errors == [
        "A handshake header must be a single line that is not empty: 'X: 1\\r\\nY: 2'."
    ]
