"""Pairs of peers after their handshake: one of ours and a raw socket, or two of ours."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from net_wire import (
    RawServer,
    dial,
    frame,
    request,
    response,
    until,
)

from engine.core.error import (
    OK,
)
from engine.net.tcp_server import TCPServer
from engine.net.websocket_peer import WebSocketPeer

CONNECTING, OPEN, CLOSING, CLOSED = range(4)
NOT_OPEN = 'Condition "ready_state != STATE_OPEN" is true. Returning: FAILED'
ROLES = pytest.mark.parametrize("server", [False, True], ids=["client", "server"])


class Pair:
    """A peer of ours and the raw socket at its other end, after the handshake."""

    def __init__(self, server: bool, peer: WebSocketPeer | None = None, *lines: str) -> None:
        self.peer = peer or WebSocketPeer()
        self.server = server
        if server:
            listening = TCPServer()
            assert listening.listen(0, "127.0.0.1") is OK
            self.raw = dial(listening.get_local_port())
            self.raw.raw(request(*lines))
            until(listening.is_connection_available)
            assert self.peer.accept_stream(listening.take_connection()) is OK
            until(lambda: self.peer.get_ready_state() != CONNECTING, self.peer.poll)
            assert self.raw.until(b"\r\n\r\n").startswith(b"HTTP/1.1 101 ")
        else:
            with RawServer() as listener:
                assert self.peer.connect_to_url(f"ws://127.0.0.1:{listener.port}/path") is OK
                self.raw = listener.accept()
            asked = self.raw.until(b"\r\n\r\n", self.peer.poll)
            self.raw.raw(response(asked, *lines))
            until(lambda: self.peer.get_ready_state() != CONNECTING, self.peer.poll)
        assert self.peer.get_ready_state() == OPEN

    def send(self, opcode: int, payload: bytes = b"", **how: int) -> None:
        self.raw.send(opcode, payload, **how)

    def frame(self, opcode: int, payload: bytes = b"", **how: int) -> bytes:
        how.setdefault("masked", self.server)
        return frame(opcode, payload, **how)  # type: ignore[arg-type]

    def got(self) -> tuple[int, bytes] | None:
        return self.raw.frame(self.peer.poll)

    def poll_until(self, done: Callable[[], object]) -> None:
        until(done, self.peer.poll)

    def packets(self, count: int) -> list[tuple[bytes, bool]]:
        self.poll_until(lambda: self.peer.get_available_packet_count() >= count)
        return take_all(self.peer)

    def told(self) -> tuple[int, int, str]:
        return tell(self.peer)


def tell(peer: WebSocketPeer) -> tuple[int, int, str]:
    return int(peer.get_ready_state()), peer.get_close_code(), peer.get_close_reason()


def take_all(peer: WebSocketPeer) -> list[tuple[bytes, bool]]:
    found = []
    while peer.get_available_packet_count():
        packet = peer.get_packet()
        found.append((bytes(packet), peer.was_string_packet()))
    return found


def both() -> tuple[WebSocketPeer, WebSocketPeer]:
    listening = TCPServer()
    listening.listen(0)
    client, server = WebSocketPeer(), WebSocketPeer()
    client.connect_to_url(f"ws://localhost:{listening.get_local_port()}/x")
    until(listening.is_connection_available, client.poll)
    server.accept_stream(listening.take_connection())
    until(
        lambda: client.get_ready_state() == server.get_ready_state() == OPEN,
        client.poll,
        server.poll,
    )
    return client, server
