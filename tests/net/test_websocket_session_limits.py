"""A session fed by hand: limits, room, and time."""

from __future__ import annotations

import pytest
from net_session import ROLES, Case, feed_each_way
from net_wire import (
    BIN,
    CLOSE,
    CONT,
    PING,
    PONG,
    TEXT,
    close_body,
    cuts,
    frame,
    request,
    send,
    take,
)

from engine.core.error import ERR_OUT_OF_MEMORY, OK
from engine.net._websocket_handshake import ClientHandshake, ServerHandshake
from engine.net._websocket_reader import capacity_of
from engine.net._websocket_session import (
    WebSocketSession,
    WebSocketSettings,
)
from engine.net._websocket_states import Phase

# Limits ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "holds"),
    [
        (0, 0),
        (-1, 0),
        (1, 1),
        (127, 127),
        (128, 255),
        (255, 255),
        (256, 511),
        (65535, 65535),
        (65536, 131071),
    ],
)
def test_what_a_buffer_holds(size: int, holds: int) -> None:
    assert capacity_of(size) == holds


TOO_BIG = (Phase.CLOSED, 1009, "Message too big")


@ROLES
@pytest.mark.parametrize("limit", [100, 128, 1000, 65535, 65536])
@pytest.mark.parametrize("opcode", [TEXT, BIN])
def test_the_largest_message(server: bool, limit: int, opcode: int) -> None:
    for build in (
        lambda c: c.frame(opcode, b"x" * limit),
        lambda c: c.frame(opcode, b"x" * 60, fin=0) + c.frame(CONT, b"x" * (limit - 60)),
    ):
        case = Case(server, inbound_buffer_size=limit)
        for piece in next(cuts(build(case))):
            case.session.receive_data(piece)
        assert case.packets() == [(b"x" * limit, opcode == TEXT)]
    for build in (
        lambda c: c.frame(opcode, b"x" * (limit + 1)),
        lambda c: c.frame(opcode, b"x" * 60, fin=0) + c.frame(CONT, b"x" * (limit - 59)),
    ):
        case = Case(server, inbound_buffer_size=limit)
        case.session.receive_data(build(case))
        assert case.told() == TOO_BIG
        assert case.sent() == [(CLOSE, close_body(1009))]


@ROLES
def test_too_big_is_noticed_with_the_first_byte(server: bool) -> None:
    case = Case(server, inbound_buffer_size=100)
    data = case.frame(BIN, b"x" * 101)
    head = len(data) - 101
    case.session.receive_data(data[:head])
    assert case.session.phase is Phase.OPEN
    case.session.receive_data(data[head : head + 1])
    assert case.told() == TOO_BIG


@ROLES
def test_a_huge_length_takes_no_memory(server: bool) -> None:
    case = Case(server)
    case.session.receive_data(case.frame(BIN, b"x", length=1 << 62, width=64))
    assert case.told() == TOO_BIG


@ROLES
def test_fragments_that_are_too_big_together(server: bool) -> None:
    for build in (
        lambda c: c.frame(TEXT, b"a" * 60, fin=0) + c.frame(CONT, b"b" * 60),
        lambda c: c.frame(BIN, b"a" * 60, fin=0) + c.frame(CONT, b"b" * 60, fin=0),
        lambda c: (
            c.frame(BIN, b"a" * 40, fin=0)
            + c.frame(CONT, b"b" * 40, fin=0)
            + c.frame(CONT, b"c" * 40)
        ),
    ):
        for case in feed_each_way(server, build, inbound_buffer_size=100):
            assert case.told() == TOO_BIG


@ROLES
@pytest.mark.parametrize(
    ("size", "waiting"),
    [(127, 2), (128, 4), (255, 4), (256, 8), (1000, 17), (1024, 34)],
)
def test_a_full_buffer_holds_the_rest_back(server: bool, size: int, waiting: int) -> None:
    for case in feed_each_way(
        server, lambda c: c.frame(BIN, b"x" * 60) * 40, inbound_buffer_size=size
    ):
        session = case.session
        total, rounds = 0, []
        while total < 40:
            assert session.wants_data == (total + waiting >= 40)
            got = case.packets()
            rounds.append(len(got))
            total += len(got)
            session.resume()
        assert rounds[0] == waiting
        assert max(rounds) == waiting
        assert case.told() == (Phase.OPEN, -1, "")


@ROLES
@pytest.mark.parametrize("limit", [1, 4, 7])
def test_a_full_queue_holds_the_rest_back(server: bool, limit: int) -> None:
    def build(case: Case) -> bytes:
        tail = case.frame(TEXT, b"a", fin=0) + case.frame(CONT, b"b") + case.frame(CLOSE, b"")
        return case.frame(BIN, b"x" * 10) * 10 + case.frame(PING, b"behind") + tail

    for case in feed_each_way(server, build, max_queued_packets=limit):
        session = case.session
        assert len(session.reader.packets) == limit
        assert not session.wants_data
        assert case.sent() == []  # the ping is not seen yet
        got = []
        while session.phase is Phase.OPEN:
            got += case.packets()
            session.resume()
        got += case.packets()
        session.settle()
        assert got == [(b"x" * 10, False)] * 10 + [(b"ab", True)]
        assert case.told() == (Phase.CLOSED, 0, "")
        assert case.sent() == [(PONG, b"behind"), (CLOSE, b"")]


@ROLES
@pytest.mark.parametrize(
    "settings", [{"max_queued_packets": 0}, {"inbound_buffer_size": 0}, {"inbound_buffer_size": -1}]
)
def test_limits_of_zero_receive_nothing(server: bool, settings: dict[str, int]) -> None:
    case = Case(server, **settings)
    case.session.receive_data(case.frame(BIN) + case.frame(PING) + case.frame(CLOSE))
    assert not case.session.wants_data
    assert case.sent() == []
    assert case.told() == (Phase.OPEN, -1, "")


@ROLES
def test_a_fragment_waits_for_room_too(server: bool) -> None:
    case = Case(server, inbound_buffer_size=100)
    case.session.receive_data(
        case.frame(BIN, b"x" * 90)
        + case.frame(TEXT, b"a" * 50, fin=0)
        + case.frame(CONT, b"b" * 50)
    )
    assert not case.session.wants_data
    assert case.packets() == [(b"x" * 90, False)]
    case.session.resume()
    assert case.packets() == [(b"a" * 50 + b"b" * 50, True)]
    assert case.session.wants_data


@ROLES
@pytest.mark.parametrize("parts", [(65535,), (32768, 32767), (65535, 0), (1, 65533, 0, 1)])
@pytest.mark.parametrize("opcode", [TEXT, BIN])
def test_reading_goes_on_until_a_message_is_there(
    server: bool, parts: tuple[int, ...], opcode: int
) -> None:
    case = Case(server, max_queued_packets=1)
    data = b"".join(
        case.frame(CONT if i else opcode, b"x" * size, fin=int(i == len(parts) - 1))
        for i, size in enumerate(parts)
    )
    for i in range(0, len(data), 1000):
        assert case.session.wants_data
        case.session.receive_data(data[i : i + 1000])
    assert not case.session.wants_data
    assert case.packets() == [(b"x" * 65535, opcode == TEXT)]
    assert case.session.wants_data


@ROLES
def test_inbound_limits_are_read_when_it_opens_and_outbound_ones_always(server: bool) -> None:
    case = Case(server, inbound_buffer_size=1000)
    case.settings.inbound_buffer_size = 10
    case.session.receive_data(case.frame(BIN, b"x" * 900))
    assert case.packets() == [(b"x" * 900, False)]
    session = case.session
    case.settings.outbound_buffer_size = 49
    assert send(session, b"x" * 50, text=False) is ERR_OUT_OF_MEMORY
    case.settings.outbound_buffer_size = 50
    assert send(session, b"x" * 50, text=False) is OK
    assert send(session, b"x", text=False) is ERR_OUT_OF_MEMORY
    assert send(session, b"", text=False) is OK
    case.settings.outbound_buffer_size = 0
    assert send(session, b"x" * 70000, text=False) is OK
    case.settings.max_queued_packets = 3
    assert send(session, b"", text=False) is ERR_OUT_OF_MEMORY
    case.settings.max_queued_packets = -1
    assert send(session, b"", text=False) is OK
    assert case.session.outbox.count == 4
    assert case.session.outbox.size == 70050
    assert len(case.session.complaints) == 3


@ROLES
def test_a_flood_of_pings_nobody_takes_the_answers_of(server: bool) -> None:
    case = Case(server)
    for _ in range(200):
        if case.session.wants_data:
            case.session.receive_data(case.frame(PING, b"x"))
    assert case.session.outbox.urgent == 100
    assert len(case.sent()) == 100
    assert case.session.wants_data


# Time --------------------------------------------------------------------------------------------


@ROLES
def test_heartbeat(server: bool) -> None:
    case = Case(server, heartbeat_msec=500)
    session = case.session
    assert session.timed
    session.tick(0.5)
    assert case.sent() == []
    session.tick(0.501)
    assert case.sent() == [(PING, b"")]
    session.tick(1.0)
    assert case.sent() == []
    session.receive_data(case.frame(PONG, b"any"))
    session.tick(1.1)
    assert case.sent() == [(PING, b"")]
    session.receive_data(case.frame(TEXT, b"not a pong"))
    case.packets()
    session.tick(1.601)
    assert case.told() == (Phase.CLOSED, -1, "")
    assert case.sent() == []


@ROLES
def test_the_phase_of_the_heartbeat_outlives_a_connection(server: bool) -> None:
    case = Case(server, heartbeat_msec=500, last_ping=3.0)
    case.session.tick(3.4)
    assert case.sent() == []
    case.session.tick(3.6)
    assert case.sent() == [(PING, b"")]
    assert case.settings.last_ping == 3.6


@ROLES
def test_a_pong_behind_unread_messages_is_not_missed(server: bool) -> None:
    case = Case(server, heartbeat_msec=500, max_queued_packets=1)
    case.session.tick(1.0)
    case.session.receive_data(case.frame(BIN, b"a") + case.frame(PONG))
    case.session.tick(2.0)
    assert case.session.phase is Phase.OPEN
    case.packets()
    case.session.resume()
    case.session.tick(3.0)
    assert case.session.phase is Phase.OPEN


@ROLES
def test_no_heartbeat(server: bool) -> None:
    case = Case(server)
    assert not case.session.timed
    case.session.tick(1e9)
    assert case.sent() == []
    assert case.session.phase is Phase.OPEN


@pytest.mark.parametrize("server", [False, True])
def test_the_handshake_times_out(server: bool) -> None:
    handshake = ServerHandshake([], []) if server else ClientHandshake("h", "/", [], [])
    session = WebSocketSession(handshake, WebSocketSettings(handshake_timeout=5))
    session.tick(1e9)  # not started: TCP is not connected yet
    assert session.phase is Phase.CONNECTING
    session.start(10.0)
    session.receive_data(b"H")
    session.tick(14.9)
    assert session.phase is Phase.CONNECTING
    session.tick(15.0)
    assert (session.phase, session.close_code) == (Phase.CLOSED, -1)


@ROLES
def test_closing_times_out(server: bool) -> None:
    case = Case(server, close_timeout=5)
    case.session.close(1000, "", 10.0)
    assert case.session.timed
    case.session.tick(14.9)
    assert case.session.phase is Phase.CLOSING
    case.session.tick(15.0)
    assert case.told() == (Phase.CLOSED, -1, "")
    case = Case(server, close_timeout=0)
    case.session.close(1000, "", 10.0)
    case.session.tick(1e9)
    assert case.session.phase is Phase.CLOSING


def test_the_handshake_may_come_with_messages() -> None:
    for pieces in cuts(request() + frame(TEXT, b"with it", masked=True) + frame(PING, masked=True)):
        session = WebSocketSession(ServerHandshake([], []), WebSocketSettings())
        session.start(0.0)
        for piece in pieces:
            session.receive_data(piece)
        assert take(session) == (b"with it", True)
        out = bytes(session.outbox.next_bytes())
        assert out.startswith(b"HTTP/1.1 101")
        assert out.endswith(b"\r\n\r\n\x8a\x00")


def test_counts() -> None:
    case = Case(True)
    case.session.receive_data(
        case.frame(BIN, b"a") + case.frame(TEXT, b"b", fin=0) + case.frame(CONT, b"c")
    )
    send(case.session, b"x", text=False)
    assert (case.session.reader.count, case.session.messages_out) == (2, 1)


# Silence -----------------------------------------------------------------------------------------


@ROLES
def test_silence_ends_the_connection(server: bool) -> None:
    case = Case(server, idle_timeout=5)
    assert case.session.timed
    case.session.tick(100.0)
    case.session.tick(104.9)
    case.session.receive_data(b"\x8a" if server else case.frame(PONG)[:1])  # any byte counts
    case.session.tick(105.5)
    case.session.tick(110.4)
    assert case.session.phase is Phase.OPEN
    case.session.tick(110.5)
    assert case.told() == (Phase.CLOSED, -1, "")
    assert case.sent() == []


@ROLES
def test_silence_is_allowed_by_default(server: bool) -> None:
    case = Case(server)
    assert not case.session.timed
    case.session.tick(0.0)
    case.session.tick(1e9)
    assert case.session.phase is Phase.OPEN


@ROLES
def test_silence_counts_from_when_it_is_asked_for(server: bool) -> None:
    case = Case(server, heartbeat_msec=10**9)
    case.session.tick(1.0)
    case.session.tick(2.0)
    case.settings.idle_timeout = 5.0
    case.session.listen_anew()
    case.session.tick(1000.0)
    case.session.tick(1004.0)
    assert case.session.phase is Phase.OPEN
    case.session.tick(1005.0)
    assert case.told() == (Phase.CLOSED, -1, "")


@ROLES
def test_silence_does_not_count_while_nothing_is_read(server: bool) -> None:
    case = Case(server, idle_timeout=5, max_queued_packets=1)
    case.session.tick(1.0)
    case.session.receive_data(case.frame(TEXT, b"a") + case.frame(TEXT, b"b"))
    assert not case.session.wants_data
    for now in (2.0, 10.0, 100.0):
        case.session.tick(now)
    assert case.session.phase is Phase.OPEN
