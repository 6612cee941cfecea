"""Short messages of a server that are put together within a tick, and written at once."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from net_pairs import CLOSED, CLOSING, NOT_OPEN, OPEN, Pair, both, take_all, tell
from net_wire import BIN, CLOSE, PING, PONG, close_body, until

from engine.core.clock import ManualClock
from engine.core.error import ERR_OUT_OF_MEMORY, FAILED, OK
from engine.net._poller import Poller, poller
from engine.net.websocket_peer import WebSocketPeer


@pytest.fixture
def net() -> Poller:
    return poller()


def asked(pair: Pair, count: int) -> None:
    """So many messages wait to be taken, in a tick that has begun."""
    for number in range(count):
        pair.send(BIN, b"%d" % number)
    poller().begin_tick()
    until(lambda: pair.peer.get_available_packet_count() == count, pair.peer.poll)


def unsent(peer: WebSocketPeer) -> int:
    return peer.statistics().packets_unsent


def frames(pair: Pair, count: int) -> list[tuple[int, bytes] | None]:
    return [pair.raw.frame(pair.peer.poll) for _ in range(count)]


@pytest.fixture
def server_pair(errors: list[str]) -> Iterator[Pair]:
    pair = Pair(True)
    yield pair
    pair.raw.shut()


def test_they_go_out_with_the_last_answer(server_pair: Pair, net: Poller) -> None:
    asked(server_pair, 300)
    sent = server_pair.peer.statistics().packets_out
    for _ in range(299):
        assert server_pair.peer.send(server_pair.peer.get_packet()) is OK
    assert 0 < unsent(server_pair.peer) < 299  # nobody may wait for too many
    assert server_pair.peer.send_text(server_pair.peer.get_packet().get_string_from_utf8()) is OK
    assert unsent(server_pair.peer) == 0
    assert server_pair.peer.statistics().packets_out == sent + 300
    net.end_tick()
    assert [found[1] for found in frames(server_pair, 300) if found] == [
        b"%d" % number for number in range(300)
    ]


def test_they_go_out_when_the_tick_ends(server_pair: Pair, net: Poller) -> None:
    asked(server_pair, 3)
    assert server_pair.peer.send(b"one") is OK
    assert server_pair.peer.send(b"other") is OK
    net.end_tick()
    assert server_pair.peer.get_current_outbound_buffered_amount() == 0
    assert frames(server_pair, 2) == [(BIN, b"one"), (BIN, b"other")]


def test_who_asks_what_waits_has_them_written(server_pair: Pair, net: Poller) -> None:
    asked(server_pair, 3)
    assert server_pair.peer.send(b"one") is OK
    assert server_pair.peer.get_current_outbound_buffered_amount() == 0
    assert frames(server_pair, 1) == [(BIN, b"one")]
    net.end_tick()


def test_a_long_message_among_them_keeps_its_place(server_pair: Pair, net: Poller) -> None:
    asked(server_pair, 3)
    wanted = [b"a", b"b" * 200, b"c", b"d" * 20_000, b"e", b"f" * 40_000, b"g"]
    for payload in wanted:
        assert server_pair.peer.send(payload) is OK
    net.end_tick()
    assert frames(server_pair, len(wanted)) == [(BIN, payload) for payload in wanted]


def test_the_close_frame_comes_behind_them(server_pair: Pair, net: Poller) -> None:
    asked(server_pair, 3)
    assert server_pair.peer.send(b"last words") is OK
    server_pair.peer.close(1000, "done")
    assert tell(server_pair.peer)[0] == CLOSING
    net.end_tick()
    assert frames(server_pair, 2) == [(BIN, b"last words"), (CLOSE, close_body(1000, b"done"))]
    server_pair.send(CLOSE, close_body(1000))
    server_pair.poll_until(lambda: tell(server_pair.peer)[0] == CLOSED)


def test_a_pong_goes_in_front_of_them(server_pair: Pair, net: Poller) -> None:
    asked(server_pair, 3)
    assert server_pair.peer.send(b"answer") is OK
    server_pair.send(PING, b"!")
    until(lambda: not unsent(server_pair.peer), server_pair.peer.poll)
    net.end_tick()
    assert frames(server_pair, 2) == [(PONG, b"!"), (BIN, b"answer")]


def test_dropping_the_connection_writes_what_was_taken(server_pair: Pair, net: Poller) -> None:
    asked(server_pair, 3)
    assert server_pair.peer.send(b"taken") is OK
    server_pair.peer.close(-1)
    net.end_tick()
    assert server_pair.raw.frame() == (BIN, b"taken")
    assert server_pair.peer.send(b"late") is FAILED


def test_the_limits_hold_for_each(server_pair: Pair, net: Poller, errors: list[str]) -> None:
    peer = server_pair.peer
    peer.max_queued_packets = 3
    asked(server_pair, 10)
    assert [peer.send(b"x") for _ in range(9)] == [OK] * 9  # the system takes them
    peer.max_queued_packets = 0
    assert peer.send(b"x") is ERR_OUT_OF_MEMORY
    peer.max_queued_packets = 100
    peer.outbound_buffer_size = 5
    assert peer.send(b"xxxxx") is OK
    assert peer.send(b"xxxxxx") is ERR_OUT_OF_MEMORY
    net.end_tick()
    assert frames(server_pair, 10) == [(BIN, b"x")] * 9 + [(BIN, b"xxxxx")]
    assert [line.count("ERR_OUT_OF_MEMORY") for line in errors] == [1, 1]


def test_the_other_side_has_gone_meanwhile(
    server_pair: Pair, net: Poller, errors: list[str]
) -> None:
    asked(server_pair, 300)
    server_pair.raw.shut()
    while server_pair.peer.get_available_packet_count():
        server_pair.peer.send(server_pair.peer.get_packet())
    net.end_tick()
    server_pair.poll_until(lambda: tell(server_pair.peer)[0] == CLOSED)
    assert set(errors) <= {NOT_OPEN}


def test_who_does_not_read_is_held_by_the_limits(net: Poller, errors: list[str]) -> None:
    client, server = both()
    sent = 0
    for _ in range(2000):
        net.begin_tick()
        client.send(b"x")
        client.send(b"x")
        until(lambda: server.get_available_packet_count() >= 2, server.poll)
        results = [server.send(b"y" * 100) for _ in range(100)]
        sent += results.count(OK)
        take_all(server)
        net.end_tick()
        if ERR_OUT_OF_MEMORY in results:
            break
    else:
        pytest.fail("nothing was refused")
    assert server.statistics().bytes_unsent <= 65_535
    got: list[bytes] = []
    while len(got) < sent:
        server.poll()
        client.poll()
        got += [payload for payload, _ in take_all(client)]
    assert got == [b"y" * 100] * sent


def test_many_random_ticks(net: Poller) -> None:
    chance = random.Random(11)
    client, server = both()
    there: list[bytes] = []
    back: list[bytes] = []
    number = 0
    for _ in range(400):
        net.begin_tick()
        for _ in range(chance.randrange(6)):
            number += 1
            size = chance.choice((0, 3, 120, 125, 126, 300, 17_000))
            payload = b"%d:" % number + bytes(size)
            assert client.send(payload) is OK
            there.append(payload)
        server.poll()
        while server.get_available_packet_count():
            packet = server.get_packet()
            assert bytes(packet) == there.pop(0)
            for _ in range(chance.choice((1, 1, 1, 2, 20))):
                assert server.send(packet) is OK
                back.append(bytes(packet))
            if chance.random() < 0.1:
                server.poll()
        client.poll()
        for payload, _ in take_all(client):
            assert payload == back.pop(0)
        net.end_tick()
    until(lambda: not there or server.get_available_packet_count(), server.poll)
    assert tell(client)[0] == tell(server)[0] == OPEN


# Quiet peers with a heartbeat --------------------------------------------------------------------


@pytest.mark.parametrize("server", [False, True], ids=["client", "server"])
def test_a_quiet_peer_pings_in_time(server: bool) -> None:
    clock = ManualClock()
    peer = WebSocketPeer(clock=clock)
    pair = Pair(server, peer)
    peer.heartbeat_interval = 1.0
    net = poller()
    pings = []
    for step in range(45):
        net.begin_tick()
        peer.poll()
        net.end_tick()
        assert pair.raw.fill()
        if pair.raw.buffer:
            assert pair.raw.frame() == (PING, b"")
            pings.append(step)
            pair.send(PONG)
        clock.advance(0.1)
    pair.raw.shut()
    assert len(pings) == 4
    assert tell(peer)[0] == OPEN


def test_a_quiet_peer_that_hears_nothing_ends_in_time() -> None:
    clock = ManualClock()
    peer = WebSocketPeer(clock=clock)
    peer.idle_timeout = 1.0
    pair = Pair(True, peer)
    net = poller()
    for step in range(30):
        if step in (5, 10, 11):
            pair.send(BIN, b"here")
            until(peer.get_available_packet_count, peer.poll)
            take_all(peer)
        net.begin_tick()
        peer.poll()
        net.end_tick()
        if tell(peer)[0] == CLOSED:
            break
        clock.advance(0.1)
    pair.raw.shut()
    assert step in (21, 22)
