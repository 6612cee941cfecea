"""The other side is killed, in every state of a connection."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fault_partner import STATES
from net_pairs import CLOSED, CLOSING, OPEN, take_all, tell
from net_tls import server_options, trusting
from net_wire import until

from engine.core.error import OK
from engine.net.stream_peer_tls import StreamPeerTLS
from engine.net.tcp_server import TCPServer
from engine.net.websocket_peer import WebSocketPeer

OPENED = ("open", "message", "half-message", "silent-close")


@contextmanager
def partner(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("fault_partner.py")), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def kill_there(process: subprocess.Popen[str], *polled: Callable[[], object]) -> None:
    """Polls until it is where it should be, and kills it."""
    assert process.stdout is not None
    os.set_blocking(process.stdout.fileno(), False)
    until(lambda: process.stdout and process.stdout.readline() == "THERE\n", *polled)
    process.kill()
    process.wait()


def killed(peer: WebSocketPeer, process: subprocess.Popen[str], state: str) -> None:
    """Lets the other side come as far as `state` and kills it; says what has to follow."""
    if state in OPENED:
        until(lambda: peer.get_ready_state() == OPEN, peer.poll)
    if state == "silent-close":
        peer.close(1000, "bye")
        assert peer.get_ready_state() == CLOSING
    kill_there(process, *([] if state in ("message", "half-message") else [peer.poll]))
    if state in ("message", "half-message"):
        until(peer.get_available_packet_count, peer.poll)
        assert take_all(peer) == [(b"whole", True)]
    until(lambda: peer.get_ready_state() == CLOSED, peer.poll)
    assert tell(peer) == (CLOSED, -1, "")
    assert peer.get_available_packet_count() == 0


@pytest.mark.parametrize("state", STATES)
def test_the_server_is_killed(state: str, errors: list[str]) -> None:
    with partner("server", state) as process:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        peer = WebSocketPeer()
        scheme, options = ("wss", trusting()) if state == "tls" else ("ws", None)
        assert peer.connect_to_url(f"{scheme}://localhost:{port}/", options) is OK
        killed(peer, process, state)
    assert len(errors) == (state == "tls")


@pytest.mark.parametrize("state", STATES)
def test_the_client_is_killed(state: str, errors: list[str]) -> None:
    server, peer = TCPServer(), WebSocketPeer()
    assert server.listen(0, "127.0.0.1") is OK
    with partner("client", state, str(server.get_local_port())) as process:
        until(server.is_connection_available)
        stream = server.take_connection()
        if state == "tls":
            encrypted = StreamPeerTLS()
            assert encrypted.accept_stream(stream, server_options()) is OK
            assert peer.accept_stream(encrypted) is OK
        else:
            assert peer.accept_stream(stream) is OK
        killed(peer, process, state)


def test_a_listener_is_killed_before_it_accepts() -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    peer = WebSocketPeer()
    assert peer.connect_to_url(f"ws://127.0.0.1:{listener.getsockname()[1]}/") is OK
    until(lambda: peer.get_connected_host(), peer.poll)
    listener.close()
    until(lambda: peer.get_ready_state() == CLOSED, peer.poll)
    assert tell(peer) == (CLOSED, -1, "")
