"""What sockets and peers count."""

from __future__ import annotations

import pytest
from net_pairs import until

from engine import (
    OK,
    HTTPClient,
    PacketPeerUDP,
    StreamPeerBuffer,
    StreamPeerTCP,
    StreamPeerTLS,
    TCPServer,
    UDPServer,
    WebSocketPeer,
)
from engine.core.error import ERR_OUT_OF_MEMORY


def connected() -> tuple[TCPServer, StreamPeerTCP, StreamPeerTCP]:
    server, client = TCPServer(), StreamPeerTCP()
    assert server.listen(0, "127.0.0.1") is OK
    assert client.connect_to_host("127.0.0.1", server.get_local_port()) is OK
    until(server.is_connection_available, client.poll)
    taken = server.take_connection()
    assert taken is not None
    until(lambda: client.get_status() == StreamPeerTCP.STATUS_CONNECTED, client.poll)
    return server, client, taken


def test_streams_and_their_server() -> None:
    server, client, taken = connected()
    client.put_data(b"twelve bytes")
    assert taken.get_data(12)[0] is OK
    assert (client.statistics().bytes_out, taken.statistics().bytes_in) == (12, 12)
    assert (server.statistics().listening, server.statistics().taken) == (True, 1)
    server.stop()
    assert (server.statistics().listening, server.statistics().taken) == (False, 1)


def test_streams_that_carry_nothing() -> None:
    for stream in (StreamPeerBuffer(), StreamPeerTLS(), StreamPeerTCP()):
        assert (stream.statistics().bytes_in, stream.statistics().bytes_out) == (0, 0)


def test_packets_and_their_server() -> None:
    server, client = UDPServer(), PacketPeerUDP()
    assert server.listen(0, "127.0.0.1") is OK
    assert client.set_dest_address("127.0.0.1", server.get_local_port()) is OK
    for _ in range(3):
        assert client.put_packet(b"12345") is OK
    until(lambda: server.statistics().packets_in == 3, server.poll)
    assert server.statistics().pending == 1
    peer = server.take_connection()
    assert peer is not None
    assert peer.get_packet() == b"12345"
    there, here = peer.statistics(), client.statistics()
    assert (here.packets_out, here.bytes_out) == (3, 15)
    assert (there.packets_in, there.bytes_in, there.packets_unread) == (3, 15, 2)
    record = server.statistics()
    assert (record.listening, record.taken, record.pending) == (True, 1, 0)
    server.max_pending_connections = 0
    stranger = PacketPeerUDP()
    assert stranger.connect_to_host("127.0.0.1", server.get_local_port()) is OK
    assert stranger.put_packet(b"x") is OK
    until(lambda: server.statistics().packets_dropped == 1, server.poll)
    server.stop()


def test_packets_without_room(errors: list[str]) -> None:
    one, other = PacketPeerUDP(), PacketPeerUDP()
    assert one.bind(0, "127.0.0.1", 1024) is OK
    assert other.connect_to_host("127.0.0.1", one.get_local_port()) is OK
    for _ in range(4):
        other.put_packet(bytes(500))
    until(lambda: sum(_counted(one)) == 4, one.get_available_packet_count)
    assert _counted(one)[1] >= 1
    one.close()
    assert sum(_counted(one)) == 4
    assert one.statistics().packets_unread == 0


def _counted(peer: PacketPeerUDP) -> tuple[int, int]:
    record = peer.statistics()
    return record.packets_in, record.packets_dropped


def test_an_http_client() -> None:
    server, client = TCPServer(), HTTPClient()
    assert client.statistics().requests == 0
    assert server.listen(0, "127.0.0.1") is OK
    client.connect_to_host("127.0.0.1", server.get_local_port())
    until(lambda: client.get_status() == HTTPClient.STATUS_CONNECTED, client.poll)
    client.request(HTTPClient.METHOD_GET, "/", [])
    record = client.statistics()
    assert (record.requests, record.bytes_unsent > 0) == (1, True)
    client.poll()
    record = client.statistics()
    assert (record.requests, record.bytes_unsent) == (1, 0)
    assert record.bytes_out > 20
    client.close()
    server.stop()


def opened() -> tuple[WebSocketPeer, WebSocketPeer]:
    server, client, there = TCPServer(), WebSocketPeer(), WebSocketPeer()
    assert server.listen(0, "127.0.0.1") is OK
    assert client.connect_to_url(f"ws://127.0.0.1:{server.get_local_port()}") is OK
    until(server.is_connection_available, client.poll)
    assert there.accept_stream(server.take_connection()) is OK

    def poll() -> None:
        client.poll()
        there.poll()

    until(lambda: client.get_ready_state() == there.get_ready_state() == 1, poll)
    server.stop()
    return client, there


def test_a_websocket() -> None:
    client, server = opened()
    before = server.statistics()
    client.send_text("five!")
    until(lambda: server.statistics().packets_in == 1, server.poll)
    record = server.statistics()
    assert record.bytes_in - before.bytes_in == 2 + 4 + 5
    assert record.packets_unread == 1
    assert (client.statistics().packets_out, client.statistics().packets_unsent) == (1, 0)
    server.get_packet()
    assert server.statistics().packets_unread == 0


@pytest.mark.parametrize("limit", [65535, 300_000])
def test_a_reader_that_never_reads_is_held_by_the_buffer(limit: int, errors: list[str]) -> None:
    client, server = opened()
    server.outbound_buffer_size = limit
    message, result = bytes(10_000), OK
    while result is OK:  # until the system takes no more, and the buffer is full
        result = server.send(message)
        server.poll()
    assert result is ERR_OUT_OF_MEMORY
    for _ in range(1000):  # the system may find a little more room meanwhile
        result = server.send(message)
        server.poll()
        assert server.statistics().bytes_unsent <= limit
    assert result is ERR_OUT_OF_MEMORY
    record = server.statistics()
    assert record.packets_unsent == limit // 10_000
    assert server.get_ready_state() == WebSocketPeer.STATE_OPEN
    taken = 0

    def read() -> None:
        nonlocal taken
        client.poll()
        server.poll()
        while client.get_available_packet_count():
            assert client.get_packet() == message
            taken += 1

    until(lambda: taken == record.packets_out, read)
    assert server.send(b"again") is OK
