"""Listening, and taking connections."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest
from net_wire import dial, free_port, pause, until

from engine.core import output
from engine.core.error import (
    ERR_ALREADY_IN_USE,
    ERR_CANT_CREATE,
    ERR_INVALID_PARAMETER,
    ERR_UNAVAILABLE,
    FAILED,
    OK,
    Error,
)
from engine.net._poller import poller
from engine.net.packet_peer_udp import PacketPeerUDP
from engine.net.stream_peer_tcp import StreamPeerTCP
from engine.net.tcp_server import TCPServer
from engine.net.udp_server import UDPServer
from engine.net.websocket_peer import WebSocketPeer

HAS_IPV6 = socket.has_dualstack_ipv6()
needs_ipv6 = pytest.mark.skipif(not HAS_IPV6, reason="there is no IPv6 here")


def quietly(call: Callable[[], object]) -> tuple[object, list[str]]:
    """What a call returns, and the errors it prints."""
    texts: list[str] = []
    with output.handler(lambda message: texts.append(message.text)):
        return call(), texts


def reach(host: str, port: int) -> int:
    stream = StreamPeerTCP()
    assert stream.connect_to_host(host, port) is OK
    until(lambda: stream.get_status() != StreamPeerTCP.STATUS_CONNECTING, stream.poll)
    return int(stream.get_status())


def test_a_new_server() -> None:
    server = TCPServer()
    assert not server.is_listening()
    assert not server.is_connection_available()
    assert server.take_connection() is None
    assert server.take_socket_connection() is None
    assert quietly(server.get_local_port) == (
        0,
        ['Condition "!is_open()" is true. Returning: FAILED'],
    )
    server.stop()
    assert not server.statistics().listening


@pytest.mark.parametrize("address", ["*", "127.0.0.1", "0.0.0.0"])
def test_addresses(address: str) -> None:
    server = TCPServer()
    assert server.listen(0, address) is OK
    assert server.is_listening()
    assert server.get_local_port() > 0
    assert server.statistics().listening
    server.stop()
    assert not server.is_listening()


@pytest.mark.parametrize("address", ["localhost", "", "256.0.0.1", "no..host", "::zz", "1.2.3"])
def test_what_is_no_address(address: str) -> None:
    server = TCPServer()
    result, texts = quietly(lambda: server.listen(0, address))
    assert result is ERR_INVALID_PARAMETER
    version = 6 if ":" in address else 4
    assert texts[0] == f"Invalid IPv{version} address: {address}"
    assert not server.is_listening()


def test_an_address_of_another_machine() -> None:
    assert TCPServer().listen(0, "192.0.2.77") is ERR_ALREADY_IN_USE


@pytest.mark.parametrize(("port", "real"), [(-1, 65535), (70000, 4464), (65536, None)])
def test_ports_are_cut_to_16_bits(port: int, real: int | None) -> None:
    server = TCPServer()
    if server.listen(port, "127.0.0.1") is OK:  # else another program has it
        assert real is None or server.get_local_port() == real
        server.stop()


def test_a_port_in_use() -> None:
    port = free_port()
    first, second = TCPServer(), TCPServer()
    assert first.listen(port, "127.0.0.1") is OK
    assert quietly(lambda: first.listen(port, "127.0.0.1"))[0] is ERR_ALREADY_IN_USE
    assert first.is_listening()
    assert second.listen(port, "127.0.0.1") is ERR_ALREADY_IN_USE
    assert not second.is_listening()
    assert second.listen(port, "*") is ERR_ALREADY_IN_USE
    if HAS_IPV6:
        assert second.listen(port, "::1") is OK
        second.stop()
    first.stop()
    assert first.listen(port, "127.0.0.1") is OK
    first.stop()
    assert first.listen(port) is OK
    assert second.listen(port, "127.0.0.1") is ERR_ALREADY_IN_USE
    first.stop()


@needs_ipv6
@pytest.mark.parametrize(
    ("address", "by_v4", "by_v6"),
    [("*", 2, 2), ("127.0.0.1", 2, 3), ("::", 3, 2), ("0.0.0.0", 2, 3), ("::1", 3, 2)],
)
def test_who_reaches_it(address: str, by_v4: int, by_v6: int) -> None:
    server = TCPServer()
    assert server.listen(0, address) is OK
    port = server.get_local_port()
    assert (reach("127.0.0.1", port), reach("::1", port)) == (by_v4, by_v6)
    server.stop()


@pytest.mark.parametrize("address", ["*", "127.0.0.1"])
def test_connections_come_in_order(address: str) -> None:
    server = TCPServer()
    server.listen(0, address)
    clients = []
    for i in range(3):
        clients.append(dial(server.get_local_port()))
        clients[-1].raw(bytes([i]))
        until(server.is_connection_available)
    for i in range(3):
        assert server.is_connection_available()
        taken = server.take_connection()
        assert taken is not None
        assert taken.get_status() == StreamPeerTCP.STATUS_CONNECTED
        assert taken.get_connected_host() == "127.0.0.1"
        assert taken.get_connected_port() == clients[i].sock.getsockname()[1]
        assert taken.get_local_port() == 0
        assert taken.get_u8() == i
    assert server.take_connection() is None
    assert not server.is_connection_available()
    assert server.statistics().taken == 3
    for client in clients:
        client.shut()
    server.stop()


def test_a_client_that_has_gone_is_still_taken() -> None:
    server = TCPServer()
    server.listen(0, "127.0.0.1")
    with dial(server.get_local_port()) as client:
        client.raw(b"bye")
    until(server.is_connection_available)
    taken = server.take_connection()
    assert taken is not None
    until(lambda: taken.get_available_bytes() == 3)
    assert taken.poll() is OK
    assert taken.get_status() == StreamPeerTCP.STATUS_CONNECTED
    assert taken.get_utf8_string(3) == "bye"
    until(lambda: taken.get_status() == StreamPeerTCP.STATUS_NONE, taken.poll)
    assert quietly(taken.get_available_bytes)[0] == -1


def test_stop_resets_what_was_not_taken() -> None:
    server = TCPServer()
    server.listen(0, "127.0.0.1")
    kept, pending = StreamPeerTCP(), StreamPeerTCP()
    port = server.get_local_port()
    kept.connect_to_host("127.0.0.1", port)
    until(lambda: kept.get_status() == 2 and server.is_connection_available(), kept.poll)
    taken = server.take_connection()
    assert taken is not None
    pending.connect_to_host("127.0.0.1", port)
    until(lambda: pending.get_status() == 2 and server.is_connection_available(), pending.poll)
    server.stop()
    assert not server.is_connection_available()
    assert server.take_connection() is None
    answers: list[object] = []
    until(lambda: pending.get_status() != 2, lambda: answers.append(pending.poll()))
    assert answers[-1] is FAILED
    assert pending.get_status() == StreamPeerTCP.STATUS_ERROR
    kept.put_u8(99)
    assert taken.get_u8() == 99


BURST = 1000


@pytest.fixture
def many_files() -> None:
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < 3 * BURST:
        pytest.skip("too few files may be open")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 3 * BURST), hard))


@pytest.mark.parametrize("at_once", [True, False], ids=["all in one frame", "one in each frame"])
def test_a_burst_of_connections_is_served(at_once: bool, many_files: None) -> None:
    server = TCPServer()
    server.listen(0, "127.0.0.1")
    clients = [socket.socket() for _ in range(BURST)]
    for client in clients:  # nobody takes any meanwhile
        client.setblocking(False)
        client.connect_ex(("127.0.0.1", server.get_local_port()))
    taken: list[StreamPeerTCP] = []

    def frame() -> None:
        poller().begin_tick()
        while server.is_connection_available():
            stream = server.take_connection()
            assert stream is not None
            taken.append(stream)
            if not at_once:
                break
        poller().end_tick()

    until(lambda: len(taken) == BURST, frame)
    for number, client in enumerate(clients):
        client.send(number.to_bytes(2, "big"))
    ports = [client.getsockname()[1] for client in clients]
    for stream in taken:
        number = int.from_bytes(bytes(stream.get_data(2)[1]), "big")
        assert stream.get_connected_port() == ports[number]
    assert server.statistics().taken == BURST
    for client in clients:
        client.close()
    server.stop()


@contextmanager
def no_more_files() -> Iterator[None]:
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    with ExitStack() as opened:
        spare = os.dup(0)
        os.close(spare)
        resource.setrlimit(resource.RLIMIT_NOFILE, (spare, limits[1]))
        opened.callback(resource.setrlimit, resource.RLIMIT_NOFILE, limits)
        yield


@pytest.mark.parametrize("ticking", [False, True])
def test_who_takes_all_comes_to_an_end_without_files(ticking: bool) -> None:
    net = poller()
    server = TCPServer()
    server.listen(0, "127.0.0.1")
    with dial(server.get_local_port()):
        until(server.is_connection_available)
        if ticking:
            net.begin_tick()
        tries = []

        def take_all() -> None:
            while server.is_connection_available():
                tries.append(server.take_connection())
                assert len(tries) < 10

        with no_more_files():
            assert len(quietly(take_all)[1]) == 1
        assert tries == [None]
        assert server.is_connection_available()  # it was not lost
        assert server.take_connection() is not None
        net.end_tick()
    server.stop()


def test_no_call_raises_without_files() -> None:
    server = TCPServer()
    server.listen(0, "127.0.0.1")
    port = server.get_local_port()
    calls: list[tuple[Callable[[], object], Error]] = [
        (lambda: StreamPeerTCP().connect_to_host("127.0.0.1", port), FAILED),
        (lambda: StreamPeerTCP().bind(0), ERR_UNAVAILABLE),
        (lambda: WebSocketPeer().connect_to_url(f"ws://127.0.0.1:{port}"), FAILED),
        (lambda: PacketPeerUDP().bind(0), ERR_CANT_CREATE),
        (lambda: PacketPeerUDP().connect_to_host("127.0.0.1", port), FAILED),
        (lambda: UDPServer().listen(0), ERR_CANT_CREATE),
    ]
    with no_more_files():
        for call, expected in calls:
            assert quietly(call)[0] is expected
    server.stop()


def test_dropping_a_server_stops_it() -> None:
    before = len(poller())
    server = TCPServer()
    server.listen(0, "127.0.0.1")
    port = server.get_local_port()
    assert len(poller()) == before + 1
    del server
    assert len(poller()) == before
    with pytest.raises(ConnectionRefusedError):
        dial(port)


def test_in_a_tick() -> None:
    net = poller()
    server = TCPServer()
    server.listen(0, "127.0.0.1")
    net.begin_tick()
    assert not server.is_connection_available()
    with dial(server.get_local_port()):
        pause()
        until(server.is_connection_available)  # asked again, it looks for itself
        net.begin_tick()
        assert server.is_connection_available()
        assert server.take_connection() is not None
        assert not server.is_connection_available()
    net.end_tick()
    server.stop()
