"""Strangers who send what costs much and gives nothing: each poll reads only so much of it."""

from __future__ import annotations

import pytest
from net_pairs import CLOSED, OPEN, ROLES, Pair
from net_session import Case
from net_wire import BIN, CONT, PING, PONG, TEXT, pause, until

from engine.core.clock import ManualClock
from engine.net._poller import poller
from engine.net._websocket_link import _PATIENCE
from engine.net.websocket_peer import WebSocketPeer

MANY = 2 * _PATIENCE + 10


def arrived(pair: Pair) -> None:
    """Waits until the system has all that was sent."""
    assert pair.peer._link is not None
    channel = pair.peer._link.channel
    before = -1
    while before != channel.available():  # type: ignore[attr-defined]
        before = channel.available()  # type: ignore[attr-defined]
        pause(0.02)


@pytest.mark.parametrize("opcode", [PONG, CONT])
@ROLES
def test_a_flood_is_read_in_portions(server: bool, opcode: int) -> None:
    pair = Pair(server)
    with pair.raw:
        if opcode == CONT:
            pair.send(TEXT, b"", fin=0)
        pair.raw.raw(pair.frame(opcode, fin=int(opcode == PONG)) * MANY)
        if opcode == CONT:
            pair.send(CONT, b"end")
        else:
            pair.send(TEXT, b"end")
        arrived(pair)
        polls = 0

        def poll() -> None:
            nonlocal polls
            pair.peer.poll()
            polls += 1

        until(pair.peer.get_available_packet_count, poll)
        assert polls >= 3
        assert bytes(pair.peer.get_packet()) == b"end"
        assert pair.peer.get_ready_state() == OPEN


@ROLES
def test_every_ping_of_a_flood_is_answered(server: bool) -> None:
    pair = Pair(server)
    with pair.raw:
        for number in range(MANY):
            pair.send(PING, number.to_bytes(2, "big"))
            if number % 100 == 0:
                pair.peer.poll()
        answers = [pair.got() for _ in range(MANY)]
        assert answers == [(PONG, number.to_bytes(2, "big")) for number in range(MANY)]


@ROLES
def test_a_flood_does_not_hold_up_closing(server: bool) -> None:
    pair = Pair(server)
    with pair.raw:
        pair.raw.raw(pair.frame(BIN) * MANY)
        pair.peer.close(1000)
        pair.raw.raw(pair.frame(0x8, b"\x03\xe8"))
        pair.poll_until(lambda: pair.peer.get_ready_state() == CLOSED)
        assert pair.told() == (CLOSED, 1000, "")


@ROLES
def test_patience_ends_at_its_number(server: bool) -> None:
    case = Case(server)
    reader = case.session.reader
    reader.patience = 3
    case.session.receive_data(case.frame(PING, b"p") * 5 + case.frame(TEXT, b"end"))
    assert case.sent() == [(PONG, b"p")] * 3
    assert not case.session.wants_data
    case.session.resume()
    assert case.sent() == []
    reader.patience = 3
    assert case.session.wants_data
    case.session.resume()
    assert case.sent() == [(PONG, b"p")] * 2
    assert case.packets() == [(b"end", True)]


def test_a_heartbeat_that_is_set_in_the_tick_of_a_burst() -> None:
    clock = ManualClock()
    pair = Pair(True, WebSocketPeer(clock=clock))
    with pair.raw:
        net = poller()
        for _ in range(2):  # after the first, nothing waits and polls only look
            net.begin_tick()
            pair.peer.poll()
            net.end_tick()
        net.begin_tick()
        for _ in range(20):  # the last of them go out together, when the tick ends
            pair.peer.send(b"x")
        pair.peer.heartbeat_interval = 1.0
        net.end_tick()
        clock.advance(2.0)
        found = [pair.got() for _ in range(21)]
        assert found == [(BIN, b"x")] * 20 + [(PING, b"")]
