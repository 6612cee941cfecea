"""Files and sockets are closed however a connection ends."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from net_pairs import CLOSED, both
from net_tls import server_options, trusting
from net_wire import RawServer, dial, free_port, request, until

from engine.net.http_client import HTTPClient
from engine.net.packet_peer_udp import PacketPeerUDP
from engine.net.stream_peer_tcp import StreamPeerTCP
from engine.net.stream_peer_tls import StreamPeerTLS
from engine.net.tcp_server import TCPServer
from engine.net.tls_options import TLSOptions
from engine.net.websocket_peer import WebSocketPeer


def open_files() -> int:
    gc.collect()
    return len(os.listdir("/proc/self/fd"))


def refused_by_a_server() -> None:
    with RawServer() as listener:
        peer = WebSocketPeer()
        peer.connect_to_url(f"ws://127.0.0.1:{listener.port}/")
        raw = listener.accept()
        raw.until(b"\r\n\r\n", peer.poll)
        raw.raw(b"HTTP/1.1 404 Not Found\r\nA: b\r\nC: d\r\nE: f\r\n\r\n")
        until(lambda: peer.get_ready_state() == CLOSED, peer.poll)
        raw.shut()


def refusing_a_client() -> None:
    server, peer = TCPServer(), WebSocketPeer()
    server.listen(0, "127.0.0.1")
    raw = dial(server.get_local_port())
    raw.raw(request(first="POST / HTTP/1.1"))
    until(server.is_connection_available)
    peer.accept_stream(server.take_connection())
    until(lambda: peer.get_ready_state() == CLOSED, peer.poll)
    raw.shut()


def closed_port() -> None:
    peer = WebSocketPeer()
    peer.connect_to_url(f"ws://localhost:{free_port()}/")
    until(lambda: peer.get_ready_state() == CLOSED, peer.poll)


def forgotten_while_connecting() -> None:
    server = TCPServer()
    server.listen(0, "127.0.0.1")
    url = f"://localhost:{server.get_local_port()}/"
    for scheme, options in (("ws", None), ("wss", trusting())):
        peer = WebSocketPeer()
        peer.connect_to_url(scheme + url, options)
        peer.poll()


def closed_in_order() -> None:
    client, server = both()
    client.close()
    until(
        lambda: client.get_ready_state() == server.get_ready_state() == CLOSED,
        client.poll,
        server.poll,
    )


def forgotten_while_open() -> None:
    client, _server = both()
    client.send(b"last")


def not_trusted() -> None:
    server, client, peer = TCPServer(), WebSocketPeer(), WebSocketPeer()
    server.listen(0, "127.0.0.1")
    client.connect_to_url(f"wss://localhost:{server.get_local_port()}/", TLSOptions.client())
    until(server.is_connection_available, client.poll)
    stream = StreamPeerTLS()
    stream.accept_stream(server.take_connection(), server_options())
    peer.accept_stream(stream)
    until(
        lambda: client.get_ready_state() == peer.get_ready_state() == CLOSED,
        client.poll,
        peer.poll,
    )


def a_name_that_nobody_has() -> None:
    peer = WebSocketPeer()
    peer.connect_to_url("ws://nobody.invalid/")
    until(lambda: peer.get_ready_state() == CLOSED, peer.poll)


def other_sockets() -> None:
    tcp, udp, http = StreamPeerTCP(), PacketPeerUDP(), HTTPClient()
    tcp.connect_to_host("127.0.0.1", free_port())
    udp.bind(0, "127.0.0.1")
    http.connect_to_host("127.0.0.1", free_port())
    http.poll()


ROUNDS = {a_name_that_nobody_has: 5, not_trusted: 20}


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="nothing counts the files here")
@pytest.mark.parametrize(
    "action",
    [
        refused_by_a_server,
        refusing_a_client,
        closed_port,
        forgotten_while_connecting,
        closed_in_order,
        forgotten_while_open,
        not_trusted,
        a_name_that_nobody_has,
        other_sockets,
    ],
)
def test_files_never_leak(action: Callable[[], None], errors: list[str]) -> None:
    action()  # whatever is opened once for all is open now
    before = open_files()
    for _ in range(ROUNDS.get(action, 100)):
        action()
    assert open_files() == before
