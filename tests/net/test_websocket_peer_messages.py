"""`WebSocketPeer`: messages to and fro, limits, the heartbeat, and what a tick changes."""

from __future__ import annotations

import pytest
from net_pairs import CLOSED, CLOSING, NOT_OPEN, OPEN, ROLES, Pair, both, take_all, tell
from net_wire import (
    BIN,
    CLOSE,
    CONT,
    PING,
    PONG,
    TEXT,
    Patience,
    close_body,
    pause,
    until,
)

from engine.core import output
from engine.core.clock import ManualClock
from engine.core.error import (
    ERR_OUT_OF_MEMORY,
    ERR_UNAVAILABLE,
    FAILED,
    OK,
)
from engine.core.packed_byte_array import PackedByteArray
from engine.net._poller import poller
from engine.net.websocket_peer import WebSocketPeer

# Messages ----------------------------------------------------------------------------------------


def test_messages_in(pair: Pair) -> None:
    peer = pair.peer
    pair.raw.raw(
        pair.frame(TEXT, "grüß".encode())
        + pair.frame(PING, b"ping")
        + pair.frame(BIN, b"\x01\x02")
        + pair.frame(TEXT)
        + pair.frame(TEXT, b"ab", fin=0)
        + pair.frame(CONT, b"cd")
        + pair.frame(BIN)
    )
    pair.poll_until(lambda: peer.get_available_packet_count() == 5)
    assert not peer.was_string_packet()
    packet = peer.get_packet()
    assert isinstance(packet, PackedByteArray)
    assert packet.get_string_from_utf8() == "grüß"
    assert (peer.was_string_packet(), peer.get_packet_error()) == (True, OK)
    rest = [(b"\x01\x02", False), (b"", True), (b"abcd", True), (b"", False)]
    assert take_all(peer) == rest
    assert (peer.get_packet(), peer.get_packet_error()) == (PackedByteArray(), ERR_UNAVAILABLE)
    assert not peer.was_string_packet()
    assert pair.got() == (PONG, b"ping")


def test_messages_out(pair: Pair) -> None:
    peer = pair.peer
    assert peer.send(b"default") is OK
    assert peer.send(bytearray(b"text"), WebSocketPeer.WRITE_MODE_TEXT) is OK
    assert peer.send(memoryview(b"view"), WebSocketPeer.WRITE_MODE_BINARY) is OK
    assert peer.send(PackedByteArray(b"packed")) is OK
    assert peer.send([1, 2, 255]) is OK  # type: ignore[arg-type]
    assert peer.send_text("grüß") is OK
    assert peer.send_text("") is OK
    assert peer.send(b"a\xffb", WebSocketPeer.WRITE_MODE_TEXT) is OK
    assert peer.put_packet(b"put") is OK
    for size in (125, 126, 65535):
        assert peer.send(b"x" * size) is OK
    assert peer.get_current_outbound_buffered_amount() == 0
    found = [pair.raw.frame() for _ in range(12)]  # without a poll
    assert found == [
        (BIN, b"default"),
        (TEXT, b"text"),
        (BIN, b"view"),
        (BIN, b"packed"),
        (BIN, b"\x01\x02\xff"),
        (TEXT, "grüß".encode()),
        (TEXT, b""),
        (TEXT, b"a\xffb"),
        (BIN, b"put"),
        (BIN, b"x" * 125),
        (BIN, b"x" * 126),
        (BIN, b"x" * 65535),
    ]


def test_size_limits(pair: Pair, errors: list[str]) -> None:
    peer = pair.peer
    assert peer.send(b"x" * 65536) is ERR_OUT_OF_MEMORY
    assert "outbound_buffer_size" in errors[0]
    assert pair.told() == (OPEN, -1, "")
    peer.max_queued_packets = 0
    assert peer.send(b"") is ERR_OUT_OF_MEMORY
    assert "max_queued_packets" in errors[1]
    pair.send(BIN, b"x" * 65535)
    assert pair.packets(1) == [(b"x" * 65535, False)]
    pair.send(BIN, b"x" * 65536)
    pair.poll_until(lambda: peer.get_ready_state() == CLOSED)
    assert pair.told() == (CLOSED, 1009, "Message too big")
    assert pair.got() == (CLOSE, close_body(1009))
    assert pair.raw.rest() == b""


@ROLES
def test_large_messages_both_ways(server: bool) -> None:
    peer = WebSocketPeer()
    peer.inbound_buffer_size = peer.outbound_buffer_size = 9_000_000
    pair = Pair(server, peer)
    block = bytes(range(256)) * (8_388_608 // 256)
    assert peer.send(block) is OK
    assert pair.got() == (BIN, block)
    assert peer.get_current_outbound_buffered_amount() == 0

    patience = Patience()
    third = len(block) // 3
    for data in (
        pair.frame(BIN, block),
        pair.frame(BIN, block[:third], fin=0)
        + pair.frame(CONT, block[third : 2 * third], fin=0)
        + pair.frame(CONT, block[2 * third :]),
    ):
        view = memoryview(data)
        while not peer.get_available_packet_count():
            assert not patience.over()
            if view:
                try:
                    view = view[pair.raw.sock.send(view) :]
                except BlockingIOError:
                    pass
            peer.poll()
        assert bytes(peer.get_packet()) == block
    pair.raw.shut()


def test_a_blocked_connection(pair: Pair) -> None:
    """Nothing is lost: what the system does not take waits, up to the limit."""
    peer = pair.peer
    peer.outbound_buffer_size = 300_000
    block, sent = b"x" * 100_000, 0
    while not peer.get_current_outbound_buffered_amount():
        assert peer.send(block) is OK
        sent += 1
        pause()
        peer.poll()
    assert peer.get_current_outbound_buffered_amount() == 100_000
    assert peer.send(block) is OK
    assert peer.send(block) is OK
    with output.handler(lambda _: None):
        assert peer.send(block) is ERR_OUT_OF_MEMORY
    assert peer.send(b"") is OK
    statistics = peer.statistics()
    assert (statistics.packets_unsent, statistics.bytes_unsent) == (4, 300_000)
    assert statistics.packets_out == sent + 3
    read = statistics.bytes_in
    pair.send(PING, b"overtakes what was not begun")
    pair.poll_until(lambda: peer.statistics().bytes_in > read)
    peer.close(1000, "behind it all")
    assert pair.told() == (CLOSING, -1, "")
    found = [pair.got() for _ in range(sent + 5)]
    assert found.index((PONG, b"overtakes what was not begun")) < sent + 1
    found.remove((PONG, b"overtakes what was not begun"))
    blocks: list[object] = [(BIN, block)] * (sent + 2)
    assert found == [*blocks, (BIN, b""), (CLOSE, close_body(1000, b"behind it all"))]


# Heartbeat ---------------------------------------------------------------------------------------


@ROLES
def test_heartbeat(server: bool) -> None:
    clock = ManualClock()
    peer = WebSocketPeer(clock=clock)
    pair = Pair(server, peer)
    peer.poll()
    peer.heartbeat_interval = 0.5
    clock.advance(1.0)
    peer.poll()
    assert pair.got() == (PING, b"")
    read = peer.statistics().bytes_in
    pair.send(PONG, b"any")
    pair.poll_until(lambda: peer.statistics().bytes_in > read)
    clock.advance(0.6)
    peer.poll()
    pair.peer.poll()
    assert pair.got() == (PING, b"")
    clock.advance(0.6)
    peer.poll()
    assert pair.told() == (CLOSED, -1, "")
    assert pair.raw.rest() == b""
    pair.raw.shut()


# Two of ours, and ticks -------------------------------------------------------------------------


def test_two_of_ours() -> None:
    client, server = both()
    for one, other in ((client, server), (server, client)):
        for i in range(100):
            assert one.send_text(f"message {i}") is OK
        until(lambda other=other: other.get_available_packet_count() == 100, other.poll)  # type: ignore[misc]
        assert take_all(other) == [(b"message %d" % i, True) for i in range(100)]
    statistics = client.statistics()
    assert (statistics.packets_in, statistics.packets_out) == (100, 100)
    assert statistics.bytes_out > statistics.bytes_in > 1000
    server.close(4000, "enough")
    until(lambda: server.get_ready_state() == CLOSED, client.poll, server.poll)
    assert tell(client) == tell(server) == (CLOSED, 4000, "enough")


def test_bulk_within_a_tick_goes_out_at_its_end() -> None:
    net = poller()
    client, server = both()
    net.begin_tick()
    client.outbound_buffer_size = 20_000
    for i in range(1000):
        assert client.send_text(f"message {i:30}") is OK
    assert client.get_current_outbound_buffered_amount() == 0
    for i in range(50):
        assert client.send_text(f"more {i}") is OK
    net.end_tick()
    until(lambda: server.get_available_packet_count() == 1050, server.poll)
    assert client.statistics().packets_out == 1050


@pytest.mark.parametrize("end", ["close", "drop", "reference", "poll"])
def test_bulk_within_a_tick_is_not_lost(pair: Pair, end: str) -> None:
    net = poller()
    net.begin_tick()
    for i in range(50):
        assert pair.peer.send(b"%d" % i) is OK
    raw = pair.raw
    if end == "close":
        pair.peer.close()
    elif end == "drop":
        pair.peer.close(-1)
    elif end == "poll":
        pair.peer.poll()
    else:
        del pair.peer
    assert [raw.frame() for _ in range(50)] == [(BIN, b"%d" % i) for i in range(50)]
    net.end_tick()


def test_bulk_into_a_dropped_connection(errors: list[str]) -> None:
    net = poller()
    for early in (True, False):
        pair = Pair(False)
        net.begin_tick()
        results = [] if early else [pair.peer.send(b"x") for _ in range(20)]
        pair.raw.reset()
        pause(0.02)
        results += [pair.peer.send(b"x") for _ in range(20)] if early else []
        net.end_tick()
        assert (FAILED in results) == early
        assert pair.told() == (CLOSED, -1, "")
    assert set(errors) <= {NOT_OPEN}


def test_in_ticks_an_idle_peer_asks_nobody(pair: Pair) -> None:
    net = poller()
    pair.peer.poll()
    net.begin_tick()
    pair.send(BIN, b"hello")
    pause(0.02)
    pair.peer.poll()  # answered from what was known when the tick began
    assert pair.peer.get_available_packet_count() == 0
    pair.peer.poll()  # the second time it looks for itself
    assert pair.peer.get_available_packet_count() == 1
    pair.send(BIN, b"again")
    pause(0.02)
    net.begin_tick()
    pair.peer.poll()
    assert pair.peer.get_available_packet_count() == 2
    net.end_tick()


@pytest.mark.parametrize("count", [1, 30])
def test_what_is_sent_within_the_process_comes_in_the_same_tick(count: int) -> None:
    net = poller()
    client, server = both()
    client.poll()
    server.poll()
    net.begin_tick()
    for _ in range(count):
        assert server.send_text("hello") is OK
    client.poll()
    assert client.get_available_packet_count() == count
    client.close()
    server.poll()
    assert tell(server) == (CLOSED, 1000, "")
    net.end_tick()


def test_answers_go_out_together_with_the_last(pair: Pair) -> None:
    net = poller()
    for number in range(6):
        pair.send(BIN, b"%d" % number)
    net.begin_tick()
    until(lambda: pair.peer.get_available_packet_count() == 6, pair.peer.poll)
    for _ in range(5):
        assert pair.peer.send(pair.peer.get_packet()) is OK
    assert pair.peer.statistics().packets_unsent == 5
    assert pair.peer.send(pair.peer.get_packet()) is OK
    assert pair.peer.statistics().packets_unsent == 0
    net.end_tick()
    assert [pair.raw.frame() for _ in range(6)] == [(BIN, b"%d" % number) for number in range(6)]


def test_reading_stops_without_keeping_the_loop_awake() -> None:
    client, server = both()
    client.close(-1)
    client, server = both()
    for _ in range(5000):
        until(lambda: client.send(b"x" * 20) is OK, client.poll)
    for _ in range(3):
        pause(0.01)
        server.poll()
    assert server.get_available_packet_count() == 3276
    total = 0
    while total < 5000:
        total += len(take_all(server))
        server.poll()
        client.poll()
    assert server.get_ready_state() == OPEN
