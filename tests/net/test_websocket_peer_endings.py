"""`WebSocketPeer`: every way in which a connection ends."""

from __future__ import annotations

import gc

import pytest
from net_pairs import CLOSED, CLOSING, OPEN, ROLES, Pair, take_all
from net_wire import (
    BIN,
    CLOSE,
    TEXT,
    RawPeer,
    close_body,
    pause,
    until,
)

from engine.core import output
from engine.core.clock import ManualClock
from engine.core.error import (
    FAILED,
    OK,
)
from engine.net._poller import poller
from engine.net.websocket_peer import WebSocketPeer

# Closing -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [1000, 1001, 1013, 3000, 4999, 0])
def test_close_and_its_echo(pair: Pair, code: int) -> None:
    pair.peer.close(code, "grüß")
    assert pair.told() == (CLOSING, -1, "")
    body = close_body(code, "grüß".encode()) if code else b""
    assert pair.got() == (CLOSE, body)
    pair.send(CLOSE, body)
    pair.poll_until(lambda: pair.peer.get_ready_state() == CLOSED)
    assert pair.told() == (CLOSED, code, "grüß" if code else "")
    assert pair.raw.rest() == b""
    pair.peer.close(-1)
    assert pair.told() == (CLOSED, code, "grüß" if code else "")


def test_crossed_closes(pair: Pair) -> None:
    pair.send(CLOSE, close_body(4003, b"theirs"))
    pause(0.01)
    pair.peer.close(1000, "mine")
    pair.poll_until(lambda: pair.peer.get_ready_state() == CLOSED)
    assert pair.told() == (CLOSED, 4003, "theirs")
    assert pair.got() == (CLOSE, close_body(1000, b"mine"))
    assert pair.raw.rest() == b""


def test_their_close_shows_within_one_poll(pair: Pair) -> None:
    pair.send(CLOSE, close_body(3000, b"bye"))
    pause(0.02)
    pair.peer.poll()
    assert pair.told() == (CLOSED, 3000, "bye")
    assert pair.got() == (CLOSE, close_body(3000, b"bye"))
    assert pair.raw.rest() == b""


@pytest.mark.parametrize("negative", [-1, -1000])
def test_dropping_by_a_negative_code(pair: Pair, negative: int) -> None:
    pair.send(TEXT, b"unread")
    pair.poll_until(pair.peer.get_available_packet_count)
    pair.peer.close(negative, "now")
    assert pair.told() == (CLOSED, -1, "")
    assert pair.peer.get_available_packet_count() == 0
    assert pair.raw.rest() == b""


def test_dropping_while_closing(pair: Pair) -> None:
    pair.peer.close(1000, "unanswered")
    pair.peer.poll()
    pair.peer.close(4002, "again")
    assert pair.told() == (CLOSING, -1, "")
    pair.peer.close(-1)
    assert pair.told() == (CLOSED, -1, "")
    assert pair.got() == (CLOSE, close_body(1000, b"unanswered"))
    assert pair.raw.rest() == b""


@ROLES
def test_a_close_that_is_never_answered(server: bool) -> None:
    clock = ManualClock()
    pair = Pair(server, WebSocketPeer(clock=clock))
    pair.peer.close_timeout = 5.0
    pair.peer.close()
    clock.advance(4.9)
    pair.peer.poll()
    assert pair.told() == (CLOSING, -1, "")
    clock.advance(0.2)
    pair.peer.poll()
    assert pair.told() == (CLOSED, -1, "")
    pair.raw.shut()


@pytest.mark.parametrize("end", ["shut", "reset"])
def test_the_connection_is_dropped(pair: Pair, end: str) -> None:
    pair.raw.raw(pair.frame(TEXT, b"hello")[:4])
    getattr(pair.raw, end)()
    pair.poll_until(lambda: pair.peer.get_ready_state() == CLOSED)
    assert pair.told() == (CLOSED, -1, "")


def test_the_connection_is_dropped_while_closing(pair: Pair) -> None:
    pair.peer.close(1000, "dropped")
    assert pair.got() == (CLOSE, close_body(1000, b"dropped"))
    pair.raw.shut()
    pair.poll_until(lambda: pair.peer.get_ready_state() == CLOSED)
    assert pair.told() == (CLOSED, -1, "")


def test_sending_into_a_dropped_connection(pair: Pair) -> None:
    pair.raw.reset()
    pause(0.02)
    results = []
    until(
        lambda: pair.peer.get_ready_state() == CLOSED, lambda: results.append(pair.peer.send(b"x"))
    )
    assert results[-1] is FAILED
    assert pair.told() == (CLOSED, -1, "")


@pytest.mark.parametrize("polled", [False, True])
def test_dropping_the_last_reference(pair: Pair, polled: bool) -> None:
    gc.collect()
    before = len(poller())
    gc.disable()
    try:
        if polled:
            pair.peer.poll()
        del pair.peer
        assert len(poller()) == before - 1
        assert pair.raw.rest() == b""  # no close frame
    finally:
        gc.enable()


# The end, and messages that came with it ---------------------------------------------------------


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("close", (CLOSED, 1000, "bye")),
        ("close and shut", (CLOSED, 1000, "bye")),
        ("shut", (CLOSED, -1, "")),
        ("cut", (CLOSED, -1, "")),
        ("fault", (CLOSED, 1002, "Protocol error")),
    ],
)
def test_messages_before_the_end_can_be_read(
    pair: Pair, end: str, told: tuple[int, int, str]
) -> None:
    data = pair.frame(TEXT, b"one") + pair.frame(BIN, b"two")
    if "close" in end:
        data += pair.frame(CLOSE, close_body(1000, b"bye"))
    elif end == "cut":
        data += pair.frame(TEXT, b"cut")[:3]
    elif end == "fault":
        data += pair.frame(TEXT, b"x", rsv=4)
    pair.raw.raw(data)
    if end in ("close and shut", "shut", "cut"):
        pair.raw.shut()
    pause(0.03)
    pair.peer.poll()
    assert pair.told() == (OPEN, -1, "")
    assert take_all(pair.peer) == [(b"one", True), (b"two", False)]
    pair.peer.poll()
    assert pair.told() == told
    assert pair.peer.get_packet_error() is OK
    if end == "close":
        assert pair.got() == (CLOSE, close_body(1000, b"bye"))
    elif end == "fault":
        assert pair.got() == (CLOSE, close_body(1002))
    if end in ("close", "fault"):
        assert pair.raw.rest() == b""


def test_the_last_messages_can_be_answered(pair: Pair) -> None:
    pair.raw.raw(pair.frame(TEXT, b"one") + pair.frame(CLOSE, close_body(1000)))
    pair.poll_until(pair.peer.get_available_packet_count)
    assert pair.peer.get_connected_host() == "127.0.0.1"
    assert pair.peer.send(pair.peer.get_packet()) is OK
    assert pair.got() == (BIN, b"one")
    assert pair.got() == (CLOSE, close_body(1000))
    assert pair.told() == (CLOSED, 1000, "")


def test_the_last_messages_that_nobody_reads_in_time_are_still_there(pair: Pair) -> None:
    pair.raw.raw(pair.frame(TEXT, b"one") + pair.frame(CLOSE, close_body(1000)))
    pair.poll_until(lambda: pair.peer.get_ready_state() == CLOSED)
    assert take_all(pair.peer) == [(b"one", True)]
    with output.handler(lambda _: None):
        pair.peer.get_packet()
    assert pair.peer.get_packet_error() is FAILED


def test_closing_in_answer_to_the_last_message(pair: Pair) -> None:
    pair.raw.raw(pair.frame(TEXT, b"one") + pair.frame(CLOSE, close_body(3000, b"theirs")))
    pair.poll_until(pair.peer.get_available_packet_count)
    pair.peer.close(1000, "mine")
    assert pair.told() == (CLOSED, 3000, "theirs")
    assert pair.got() == (CLOSE, close_body(3000, b"theirs"))


def test_a_last_word_goes_out_when_the_peer_is_dropped(pair: Pair) -> None:
    pair.raw.raw(pair.frame(TEXT, b"one") + pair.frame(CLOSE, close_body(3000)))
    pair.poll_until(pair.peer.get_available_packet_count)
    raw: RawPeer = pair.raw
    del pair.peer
    assert raw.frame() == (CLOSE, close_body(3000))
