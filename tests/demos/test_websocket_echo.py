"""The echo server and the echo client as programs, each against a peer of the test's own."""

from __future__ import annotations

import select
import signal
import time
from collections.abc import Callable

import pytest

from engine import OK, TCPServer, WebSocketPeer
from tests.demos.running import PATIENCE, Program, engine_command, running

DEMO = "demos/websocket_echo"
SIZE = 32 << 20
COMPRESSED = pytest.mark.parametrize("compressed", [False, True], ids=["plain", "compressed"])

MESSAGES = [b"", b"a", "κόσμε".encode() * 50, bytes(range(256)) * 300, b"x" * 200000]


def command(script: str, *options: str) -> list[str]:
    return [*engine_command(f"{DEMO}/{script}.py"), "--", *options]


def until(done: Callable[[], object], *peers: WebSocketPeer) -> None:
    deadline = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < deadline, "it never came"
        for peer in peers:
            peer.poll()
        select.select((), (), (), 0.002)


def roomy(compressed: bool = False) -> WebSocketPeer:
    peer = WebSocketPeer()
    peer.inbound_buffer_size = SIZE
    peer.outbound_buffer_size = 2 * SIZE
    peer.permessage_deflate = compressed
    return peer


def echoed(peer: WebSocketPeer, payload: bytes, mode: int) -> None:
    """Sends a message, and wants the same back."""
    assert peer.send(payload, mode) == OK
    until(peer.get_available_packet_count, peer)
    assert bytes(peer.get_packet()) == payload
    assert peer.was_string_packet() == (mode == WebSocketPeer.WRITE_MODE_TEXT)


def open_to(server: Program, compressed: bool) -> WebSocketPeer:
    server.read_until("Listening on port ")
    port = int(server.lines[-1].split()[-1].rstrip("."))
    peer = roomy(compressed)
    assert peer.connect_to_url(f"ws://localhost:{port}") == OK
    until(lambda: peer.get_ready_state() == WebSocketPeer.STATE_OPEN, peer)
    return peer


@COMPRESSED
def test_the_server(compressed: bool) -> None:
    options = ["--port", "0", *(["--compression"] if compressed else [])]
    with running(command("server", *options)) as server:
        peer = open_to(server, compressed)
        for payload in MESSAGES:
            echoed(peer, payload, WebSocketPeer.WRITE_MODE_BINARY)
        echoed(peer, MESSAGES[2], WebSocketPeer.WRITE_MODE_TEXT)
        echoed(peer, b"*" * (2 << 20), WebSocketPeer.WRITE_MODE_TEXT)
        peer.close(3001, "done")
        until(lambda: peer.get_ready_state() == WebSocketPeer.STATE_CLOSED, peer)
        assert (peer.get_close_code(), peer.get_close_reason()) == (3001, "done")
        assert server.end(signal.SIGTERM) == 0
    assert server.errors == ""


def test_a_server_without_the_switch_does_not_compress() -> None:
    with running(command("server", "--port", "0")) as server:
        peer = open_to(server, compressed=True)
        before = peer.statistics().bytes_in
        echoed(peer, b"x" * 50000, WebSocketPeer.WRITE_MODE_BINARY)
        assert peer.statistics().bytes_in - before >= 50000
        server.end(signal.SIGTERM)


def accepted(listening: TCPServer, path: str, compressed: bool) -> WebSocketPeer:
    until(listening.is_connection_available)
    peer = roomy(compressed)
    peer.accept_stream(listening.take_connection())
    until(lambda: peer.get_ready_state() == WebSocketPeer.STATE_OPEN, peer)
    assert peer.get_requested_url().endswith(path)
    return peer


def finish(peer: WebSocketPeer) -> None:
    peer.close()
    until(lambda: peer.get_ready_state() == WebSocketPeer.STATE_CLOSED, peer)
    assert peer.get_close_code() == 1000


@COMPRESSED
def test_the_client_visits_every_case(compressed: bool) -> None:
    listening = TCPServer()
    listening.listen(0, "127.0.0.1")
    base = f"ws://127.0.0.1:{listening.get_local_port()}"
    options = ["--first-url", f"{base}/count", "--url", f"{base}/run?case={{n}}"]
    options += ["--last-url", f"{base}/end", *(["--compression"] if compressed else [])]
    with running(command("client", *options)) as client:
        first = accepted(listening, "/count", compressed)
        first.send_text("2")
        finish(first)
        for number in (1, 2):
            peer = accepted(listening, f"/run?case={number}", compressed)
            for payload in MESSAGES:
                echoed(peer, payload, WebSocketPeer.WRITE_MODE_BINARY)
            echoed(peer, MESSAGES[2], WebSocketPeer.WRITE_MODE_TEXT)
            finish(peer)
        finish(accepted(listening, "/end", compressed))
        assert client.wait() == 0
    assert client.lines == ["2 connections, 12 messages echoed."]
    assert client.errors == ""


@pytest.mark.parametrize(
    ("script", "option", "said"),
    [("server", "--colour", "What is '--colour'?"), ("client", "word", "What is 'word'?")],
)
def test_options_that_there_are_not(script: str, option: str, said: str) -> None:
    with running(command(script, option)) as program:
        assert program.wait() != 0
    assert said in program.errors
