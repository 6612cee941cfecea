"""Strangers who are slow, silent or wrong get their time and no more, and stop nobody."""

from __future__ import annotations

import random

import pytest
from net_pairs import CLOSED, CONNECTING, OPEN, Pair, tell
from net_wire import TEXT, RawPeer, RawServer, dial, pause, request, until

from engine.core.clock import ManualClock
from engine.core.error import OK
from engine.net.tcp_server import TCPServer
from engine.net.websocket_peer import WebSocketPeer


def accepted(clock: ManualClock) -> tuple[WebSocketPeer, RawPeer]:
    """A peer at the server, and the raw socket that asks it."""
    server, peer = TCPServer(), WebSocketPeer(clock=clock)
    assert server.listen(0, "127.0.0.1") is OK
    raw = dial(server.get_local_port())
    until(server.is_connection_available)
    assert peer.accept_stream(server.take_connection()) is OK
    peer.poll()
    return peer, raw


def test_a_request_that_dribbles_in_gets_no_more_time() -> None:
    clock = ManualClock()
    peer, raw = accepted(clock)
    for byte in request()[:29]:  # a byte a second
        raw.raw(bytes([byte]))
        pause()
        clock.advance(1.0)
        peer.poll()
        assert peer.get_ready_state() == CONNECTING
    clock.advance(1.1)
    peer.poll()
    assert tell(peer) == (CLOSED, -1, "")
    assert raw.rest() == b""
    raw.shut()


def test_a_response_that_dribbles_in_gets_no_more_time() -> None:
    clock = ManualClock()
    peer = WebSocketPeer(clock=clock)
    peer.handshake_timeout = 5.0
    with RawServer() as listener:
        assert peer.connect_to_url(f"ws://127.0.0.1:{listener.port}/") is OK
        raw = listener.accept(peer.poll)
    raw.until(b"\r\n\r\n", peer.poll)
    for byte in b"HTTP":
        raw.raw(bytes([byte]))
        clock.advance(1.0)
        peer.poll()
        assert peer.get_ready_state() == CONNECTING
    clock.advance(1.1)
    peer.poll()
    assert tell(peer) == (CLOSED, -1, "")
    raw.shut()


@pytest.mark.parametrize("server", [False, True], ids=["client", "server"])
def test_who_says_nothing_is_given_up(server: bool) -> None:
    clock = ManualClock()
    pair = Pair(server, WebSocketPeer(clock=clock))
    pair.peer.idle_timeout = 10.0
    pair.peer.poll()
    for _ in range(3):
        clock.advance(9.0)
        pair.send(TEXT, b"still here")
        pair.poll_until(pair.peer.get_available_packet_count)
        pair.peer.get_packet()
        assert pair.peer.get_ready_state() == OPEN
    clock.advance(10.5)
    pair.peer.poll()
    assert tell(pair.peer) == (CLOSED, -1, "")
    pair.raw.shut()


@pytest.mark.parametrize("size", [0, -1, -(1 << 40)])
def test_no_room_at_all_receives_nothing_and_hangs_nobody(size: int) -> None:
    peer = WebSocketPeer()
    peer.inbound_buffer_size = size
    pair = Pair(True, peer)
    pair.send(TEXT, b"hello")
    for _ in range(20):
        pause()
        peer.poll()
    assert peer.get_available_packet_count() == 0
    pair.raw.shut()


@pytest.mark.parametrize("seed", range(40))
def test_requests_of_any_shape(seed: int, errors: list[str]) -> None:
    chance = random.Random(seed)
    peer, raw = accepted(ManualClock())
    words = [b"GET", b"/", b"HTTP/1.1", b" ", b"\r\n", b":", b"\0", b"Upgrade", b"\xff\xfe", b"\n"]
    data = b"".join(chance.choices(words, k=chance.randrange(1, 60)))
    data = chance.choice((data, request().replace(chance.choice(words), data[:50], 1)))
    raw.raw(data + b"\r\n\r\n" + chance.randbytes(50))
    for _ in range(5):
        pause()
        peer.poll()
    assert peer.get_ready_state() in (OPEN, CLOSED)
    raw.shut()
