"""`PacketPeerUDP` and `UDPServer`, as real Godot does it."""

from __future__ import annotations

import gc
import socket

import pytest
from net_wire import pause, until

from engine.core.error import (
    ERR_ALREADY_IN_USE,
    ERR_CANT_RESOLVE,
    ERR_INVALID_PARAMETER,
    ERR_LOCKED,
    ERR_UNAVAILABLE,
    ERR_UNCONFIGURED,
    FAILED,
    OK,
)
from engine.net._poller import poller
from engine.net.packet_peer_udp import PacketPeerUDP
from engine.net.udp_server import UDPServer


def bound(host: str = "127.0.0.1", size: int = 65536) -> PacketPeerUDP:
    peer = PacketPeerUDP()
    assert peer.bind(0, host, size) is OK
    return peer


def towards(peer: PacketPeerUDP | UDPServer, host: str = "127.0.0.1") -> PacketPeerUDP:
    sender = PacketPeerUDP()
    assert sender.set_dest_address(host, peer.get_local_port()) is OK
    return sender


def facts(peer: PacketPeerUDP) -> tuple[bool, bool, int]:
    return peer.is_bound(), peer.is_socket_connected(), peer.get_available_packet_count()


def test_a_new_one(errors: list[str]) -> None:
    peer = PacketPeerUDP()
    assert facts(peer) == (False, False, -1)
    assert (peer.get_packet(), peer.get_packet_error()) == (b"", FAILED)
    assert (peer.get_packet_ip(), peer.get_packet_port(), peer.get_local_port()) == ("", 0, 0)
    assert peer.put_packet(b"x") is ERR_UNCONFIGURED
    assert peer.wait() is ERR_UNCONFIGURED
    peer.close()


def test_bad_addresses(errors: list[str]) -> None:
    peer = PacketPeerUDP()
    assert peer.bind(70000) is ERR_INVALID_PARAMETER
    assert peer.bind(-1) is ERR_INVALID_PARAMETER
    assert peer.bind(0, "nonsense") is ERR_INVALID_PARAMETER
    assert peer.bind(0, "203.0.113.7") is ERR_UNAVAILABLE
    assert peer.bind(bound("*").get_local_port(), "*") in (OK, ERR_UNAVAILABLE)
    assert PacketPeerUDP().connect_to_host("localhost", 5) is ERR_INVALID_PARAMETER
    assert PacketPeerUDP().connect_to_host("127.0.0.1", 0) is ERR_INVALID_PARAMETER
    assert PacketPeerUDP().connect_to_host("127.0.0.1", 65536) is ERR_INVALID_PARAMETER
    assert PacketPeerUDP().set_dest_address("", 5) is ERR_CANT_RESOLVE
    assert PacketPeerUDP().set_dest_address("a b", 5) is ERR_CANT_RESOLVE


def test_a_port_that_is_taken(errors: list[str]) -> None:
    peer = bound()
    assert PacketPeerUDP().bind(peer.get_local_port(), "127.0.0.1") is ERR_UNAVAILABLE
    assert peer.bind(0) is ERR_ALREADY_IN_USE
    port = peer.get_local_port()
    peer.close()
    assert PacketPeerUDP().bind(port, "127.0.0.1") is OK


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_packets_to_and_fro(host: str) -> None:
    server = bound("*")
    sender = towards(server, host)
    assert sender.put_packet(b"hello") is OK
    assert sender.put_var([1, 2]) is OK
    until(lambda: server.get_available_packet_count() == 2)
    assert server.get_packet() == b"hello"
    assert server.get_packet_ip() in ("127.0.0.1", "0:0:0:0:0:0:0:1")
    assert server.get_packet_port() == sender.get_local_port()
    assert server.get_var() == [1, 2]
    assert (server.get_packet(), server.get_packet_error()) == (b"", ERR_UNAVAILABLE)
    assert server.set_dest_address(server.get_packet_ip(), server.get_packet_port()) is OK
    assert server.put_packet(b"back") is OK
    assert sender.wait() is OK
    assert sender.get_packet() == b"back"


def test_nothing_is_not_sent_but_may_come() -> None:
    peer = bound()
    sender = towards(peer)
    assert PacketPeerUDP().put_packet(b"") is OK
    assert sender.put_packet(b"") is OK
    assert sender.put_packet(b"x") is OK
    until(lambda: peer.get_available_packet_count() == 1)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as raw:
        raw.sendto(b"", ("127.0.0.1", peer.get_local_port()))
    until(lambda: peer.get_available_packet_count() == 2)
    assert [peer.get_packet(), peer.get_packet()] == [b"x", b""]
    assert peer.get_packet_error() is OK


def test_a_connected_one_hears_nobody_else(errors: list[str]) -> None:
    server, client = bound(), PacketPeerUDP()
    assert client.connect_to_host("127.0.0.1", server.get_local_port()) is OK
    assert facts(client) == (True, True, 0)
    assert client.set_dest_address("127.0.0.1", 5) is OK
    assert errors == ["Destination address cannot be set for connected sockets"]
    assert client.put_packet(b"hi") is OK
    until(lambda: server.get_available_packet_count() == 1)
    towards(client).put_packet(b"stranger")
    server.set_dest_address("127.0.0.1", client.get_local_port())
    server.put_packet(b"friend")
    until(lambda: client.get_available_packet_count() == 1)
    assert client.get_packet() == b"friend"


def test_nobody_is_there() -> None:
    server, client = bound(), PacketPeerUDP()
    client.connect_to_host("127.0.0.1", server.get_local_port())
    server.close()
    assert client.put_packet(b"1") is OK
    pause(0.01)
    assert client.put_packet(b"2") is FAILED
    assert client.get_available_packet_count() == 0
    assert client.put_packet(b"3") is OK


def test_the_largest_packet() -> None:
    server = bound()
    sender = towards(server)
    assert sender.put_packet(bytes(65507)) is OK
    assert sender.put_packet(bytes(65508)) is FAILED
    until(lambda: server.get_available_packet_count() == 1)
    assert len(server.get_packet()) == 65507


@pytest.mark.parametrize(
    ("room", "size", "fit"),
    [(65536, 60000, 2), (65536, 1000, 127), (64, 1, 5), (128, 1, 10), (0, 1, 0)],
)
def test_how_many_packets_wait(room: int, size: int, fit: int) -> None:
    server = bound(size=room)
    sender = towards(server)
    for _ in range(fit + 3):
        sender.put_packet(bytes(size))
        pause(0.0003)
        server.get_available_packet_count()
    assert server.get_available_packet_count() == fit
    for _ in range(fit):
        assert len(server.get_packet()) == size
    assert server.get_available_packet_count() == 0


def test_multicast_groups(errors: list[str]) -> None:
    peer = bound("*")
    assert peer.join_multicast_group("nonsense", "") is ERR_INVALID_PARAMETER
    assert peer.join_multicast_group("239.1.2.3", "no such interface") is ERR_INVALID_PARAMETER
    assert PacketPeerUDP().leave_multicast_group("239.1.2.3", "lo") is ERR_UNCONFIGURED
    assert peer.leave_multicast_group("239.1.2.3", "lo") in (FAILED, ERR_INVALID_PARAMETER)


def test_broadcast_has_to_be_allowed() -> None:
    peer = PacketPeerUDP()
    peer.set_dest_address("255.255.255.255", 9)
    assert peer.put_packet(b"x") is FAILED


# UDPServer ---------------------------------------------------------------------------------------


def listening() -> UDPServer:
    server = UDPServer()
    assert server.listen(0, "127.0.0.1") is OK
    return server


def caller(server: UDPServer, text: bytes) -> PacketPeerUDP:
    peer = PacketPeerUDP()
    peer.connect_to_host("127.0.0.1", server.get_local_port())
    assert peer.put_packet(text) is OK
    return peer


def test_a_new_server(errors: list[str]) -> None:
    server = UDPServer()
    assert not server.is_listening()
    assert not server.is_connection_available()
    assert server.take_connection() is None
    assert server.poll() is ERR_UNCONFIGURED
    assert server.get_local_port() == 0
    assert server.max_pending_connections == 16
    assert server.listen(0, "nonsense") is ERR_INVALID_PARAMETER
    assert server.listen(0, "203.0.113.7") is ERR_UNAVAILABLE
    assert server.listen(0) is OK
    assert server.listen(0) is ERR_ALREADY_IN_USE


def test_a_peer_for_everybody(errors: list[str]) -> None:
    server = listening()
    one, two = caller(server, b"one"), caller(server, b"two")
    one.put_packet(b"more")
    pause(0.01)
    assert not server.is_connection_available()
    assert server.poll() is OK
    first, second = server.take_connection(), server.take_connection()
    assert first is not None
    assert second is not None
    assert server.take_connection() is None
    assert facts(first) == (True, True, 2)
    assert [first.get_packet(), first.get_packet()] == [b"one", b"more"]
    assert (first.get_packet_ip(), first.get_packet_port()) == ("127.0.0.1", one.get_local_port())
    assert first.get_local_port() == server.get_local_port()
    assert second.get_packet() == b"two"
    second.put_packet(b"to two")
    first.put_packet(b"to one")
    until(lambda: one.get_available_packet_count() == 1 == two.get_available_packet_count())
    assert [one.get_packet(), two.get_packet()] == [b"to one", b"to two"]
    assert first.bind(0) is ERR_ALREADY_IN_USE
    assert first.connect_to_host("127.0.0.1", 5) is ERR_LOCKED


@pytest.mark.parametrize("how", ["closed", "dropped"])
def test_whoever_has_gone_is_somebody_new(how: str) -> None:
    server = listening()
    client = caller(server, b"1")
    until(server.is_connection_available, server.poll)
    peer = server.take_connection()
    assert peer is not None
    if how == "closed":
        peer.close()
        assert facts(peer) == (False, False, -1)
    else:
        del peer
        gc.collect()
    client.put_packet(b"2")
    until(server.is_connection_available, server.poll)
    again = server.take_connection()
    assert again is not None
    assert again.get_packet() == b"2"


def test_how_many_may_wait(errors: list[str]) -> None:
    server = listening()
    server.max_pending_connections = -1
    assert server.max_pending_connections == 16
    server.max_pending_connections = 2
    callers = [caller(server, b"%d" % number) for number in range(5)]
    pause(0.01)
    server.poll()
    taken = []
    while (peer := server.take_connection()) is not None:
        taken.append(bytes(peer.get_packet()))
    assert taken == [b"0", b"1"]
    assert len(callers) == 5


def test_stop_closes_everybody() -> None:
    server = listening()
    client = caller(server, b"x")
    until(server.is_connection_available, server.poll)
    peer = server.take_connection()
    port = server.get_local_port()
    server.stop()
    assert peer is not None
    assert facts(peer) == (False, False, -1)
    assert not server.is_listening()
    assert server.listen(port, "127.0.0.1") is OK
    assert client.is_bound()


def test_what_is_sent_in_a_tick_is_there_in_it() -> None:
    one, other = PacketPeerUDP(), PacketPeerUDP()
    assert other.bind(0, "127.0.0.1") is OK
    one.set_dest_address("127.0.0.1", other.get_local_port())
    net = poller()
    net.begin_tick()
    assert one.put_packet(b"ask") is OK
    assert other.get_available_packet_count() == 1
    assert bytes(other.get_packet()) == b"ask"
    other.set_dest_address(other.get_packet_ip(), other.get_packet_port())
    assert other.put_packet(b"answer") is OK
    assert bytes(one.get_packet()) == b"answer"
    net.end_tick()
    ports = [one.get_local_port(), other.get_local_port()]
    assert all(map(net.is_ours, ports))
    one.close()
    other.close()
    assert not any(map(net.is_ours, ports))
