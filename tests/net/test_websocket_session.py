"""A session fed by hand: what it answers and tells for what comes, whole and byte by byte."""

from __future__ import annotations

from collections.abc import Callable

import pytest
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
    frames_of,
    request,
    response,
    send,
    take,
)

from engine.core.error import ERR_OUT_OF_MEMORY, FAILED, OK
from engine.net._websocket_handshake import ClientHandshake, ServerHandshake
from engine.net._websocket_reader import capacity_of
from engine.net._websocket_session import (
    WebSocketSession,
    WebSocketSettings,
    cut_reason,
)
from engine.net._websocket_states import Phase

Build = Callable[..., bytes]
ROLES = pytest.mark.parametrize("server", [False, True], ids=["client", "server"])


class Case:
    """An open session, and a way to build the other side's frames."""

    def __init__(self, server: bool, **settings: float) -> None:
        self.server = server
        self.settings = WebSocketSettings(**settings)  # type: ignore[arg-type]
        if server:
            self.session = WebSocketSession(ServerHandshake([], []), self.settings)
            self.session.start(0.0)
            self.session.receive_data(request())
        else:
            self.session = WebSocketSession(ClientHandshake("h", "/", [], []), self.settings)
            self.session.start(0.0)
            self.session.receive_data(response(bytes(self.session.outbox.next_bytes())))
        assert self.session.phase is Phase.OPEN
        self.session.outbox.clear()

    def frame(self, opcode: int, payload: bytes = b"", **how: int) -> bytes:
        how.setdefault("masked", self.server)
        return frame(opcode, payload, **how)  # type: ignore[arg-type]

    def sent(self) -> list[tuple[int, bytes]]:
        out = b""
        while self.session.outbox:
            data = bytes(self.session.outbox.next_bytes())
            self.session.outbox.written(len(data))
            out += data
        assert all(bool(second & 0x80) != self.server for second in out[1:2])
        return frames_of(out)

    def packets(self) -> list[tuple[bytes, bool]]:
        found = []
        while packet := take(self.session):
            found.append(packet)
        return found

    def told(self) -> tuple[Phase, int, str]:
        return self.session.phase, self.session.close_code, self.session.close_reason


def feed_each_way(server: bool, build: Callable[[Case], bytes], **settings: float) -> list[Case]:
    """The case after the same bytes: whole, byte by byte, and in two pieces."""
    cases = []
    for i in range(3):
        case = Case(server, **settings)
        for piece in list(cuts(build(case)))[i]:
            case.session.receive_data(piece)
        cases.append(case)
    return cases


# Messages ----------------------------------------------------------------------------------------


@ROLES
@pytest.mark.parametrize(
    ("build", "packets", "sent"),
    [
        (
            lambda c: c.frame(TEXT, b"a") + c.frame(BIN, b"\xff"),
            [(b"a", True), (b"\xff", False)],
            [],
        ),
        (lambda c: c.frame(TEXT) + c.frame(BIN), [(b"", True), (b"", False)], []),
        (lambda c: c.frame(TEXT, b"a\0b"), [(b"a\0b", True)], []),
        (
            lambda c: c.frame(TEXT, b"abc", fin=0) + c.frame(CONT, b"def"),
            [(b"abcdef", True)],
            [],
        ),
        (
            lambda c: (
                c.frame(BIN, b"abc", fin=0)
                + c.frame(CONT, b"", fin=0)
                + c.frame(CONT, b"ghi")
                + c.frame(TEXT, b"next")
            ),
            [(b"abcghi", False), (b"next", True)],
            [],
        ),
        (lambda c: c.frame(TEXT, b"", fin=0) + c.frame(CONT, b"abc"), [(b"abc", True)], []),
        (lambda c: c.frame(BIN, b"abc", fin=0) + c.frame(CONT), [(b"abc", False)], []),
        (
            lambda c: (
                c.frame(TEXT, b"\xe2", fin=0)
                + c.frame(CONT, b"\x82", fin=0)
                + c.frame(CONT, b"\xac")
            ),
            [("€".encode(), True)],
            [],
        ),
        (
            lambda c: (
                c.frame(TEXT, b"abc", fin=0)
                + c.frame(PING, b"ping")
                + c.frame(CONT, b"def", fin=0)
                + c.frame(PONG, b"pong")
                + c.frame(CONT, b"ghi")
                + c.frame(BIN, b"next")
            ),
            [(b"abcdefghi", True), (b"next", False)],
            [(PONG, b"ping")],
        ),
        (
            lambda c: (
                c.frame(TEXT, b"one")
                + c.frame(PING)
                + c.frame(PING, b"a")
                + c.frame(TEXT, b"two")
                + c.frame(PING, b"x" * 125)
                + c.frame(PONG, b"?")
            ),
            [(b"one", True), (b"two", True)],
            [(PONG, b""), (PONG, b"a"), (PONG, b"x" * 125)],
        ),
        (lambda c: c.frame(PONG, b"out of the blue"), [], []),
        (
            lambda c: c.frame(BIN, b"x" * 300) + c.frame(TEXT, b"y" * 700),
            [(b"x" * 300, False), (b"y" * 700, True)],
            [],
        ),
    ],
)
def test_messages(
    server: bool,
    build: Callable[[Case], bytes],
    packets: list[tuple[bytes, bool]],
    sent: list[tuple[int, bytes]],
) -> None:
    for case in feed_each_way(server, build):
        assert case.packets() == packets
        assert case.sent() == sent
        assert case.told() == (Phase.OPEN, -1, "")


# Endings -----------------------------------------------------------------------------------------

FAULT = (1002, "Protocol error", [(CLOSE, close_body(1002))])
BROKEN = (-1, "", [])
BAD_TEXT = (1007, "Invalid frame payload data", [(CLOSE, close_body(1007))])


def echo(code: int, reason: str = "") -> tuple[int, str, list[tuple[int, bytes]]]:
    return code, reason, [(CLOSE, close_body(code, reason.encode()))]


CLOSE_BODIES = [
    (b"", (0, "", [(CLOSE, b"")])),
    (b"\x03", (0, "", [(CLOSE, b"")])),
    *[
        (close_body(code), echo(code))
        for code in (1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4999)
    ],
    *[(close_body(code, b"later"), echo(code, "later")) for code in (1012, 1013, 1014)],
    (close_body(1000, b"bye"), echo(1000, "bye")),
    (close_body(4000, "grüß".encode()), echo(4000, "grüß")),
    (close_body(1000, b"x" * 123), echo(1000, "x" * 123)),
    *[
        (close_body(code), FAULT)
        for code in (0, 1, 999, 1004, 1005, 1006, 1015, 1016, 2000, 2999, 5000, 65535)
    ],
    (close_body(1000, b"\xff\xfe"), BAD_TEXT),
    (close_body(1014, b"\xff\xfe"), BAD_TEXT),
    (close_body(3000, b"cut \xe2\x82"), BAD_TEXT),
]


@ROLES
@pytest.mark.parametrize(("body", "told"), CLOSE_BODIES)
def test_their_close(
    server: bool, body: bytes, told: tuple[int, str, list[tuple[int, bytes]]]
) -> None:
    for case in feed_each_way(server, lambda c: c.frame(CLOSE, body) + c.frame(TEXT, b"late")):
        assert case.told() == (Phase.CLOSED, *told[:2])
        assert case.sent() == told[2]
        assert case.packets() == []


@ROLES
@pytest.mark.parametrize(
    ("build", "told"),
    [
        (lambda c: c.frame(TEXT, b"hi", masked=not c.server), FAULT),
        (lambda c: c.frame(BIN, b"x" * 70, masked=not c.server), FAULT),
        (lambda c: c.frame(PING, b"hi", masked=not c.server), FAULT),
        *[(lambda c, rsv=rsv: c.frame(TEXT, b"hi", rsv=rsv), FAULT) for rsv in (1, 2, 4, 7)],
        (lambda c: c.frame(CLOSE, close_body(1000), rsv=1), FAULT),
        *[
            (lambda c, op=op: c.frame(op, b"hi"), FAULT)
            for op in (3, 4, 5, 6, 7, 11, 12, 13, 14, 15)
        ],
        (lambda c: c.frame(CONT, b"hi"), FAULT),
        (lambda c: c.frame(CONT), FAULT),
        (lambda c: c.frame(TEXT, b"a", fin=0) + c.frame(TEXT, b"b"), FAULT),
        (lambda c: c.frame(TEXT, b"a", fin=0) + c.frame(BIN, b"b", fin=0), FAULT),
        (lambda c: c.frame(BIN, b"a", fin=0) + c.frame(CONT, b"b") + c.frame(CONT, b"c"), FAULT),
        (lambda c: c.frame(PING, b"hi", fin=0), BROKEN),
        (lambda c: c.frame(CLOSE, b"", fin=0), BROKEN),
        (lambda c: c.frame(PING, b"x" * 126), BROKEN),
        (lambda c: c.frame(PONG, b"x" * 70000), BROKEN),
        (lambda c: c.frame(TEXT, b"hi", width=16), BROKEN),
        (lambda c: c.frame(TEXT, b"hi", width=64), BROKEN),
        (lambda c: c.frame(BIN, b"x" * 125, width=16), BROKEN),
        (lambda c: c.frame(BIN, b"x" * 65535, width=64), BROKEN),
        (lambda c: c.frame(TEXT, b"", length=1 << 63, width=64), BROKEN),
        (lambda c: c.frame(TEXT, b"ok\xff"), BAD_TEXT),
        (lambda c: c.frame(TEXT, b"\xc0\xaf"), BAD_TEXT),
        (lambda c: c.frame(TEXT, b"\xed\xa0\x80"), BAD_TEXT),
        (lambda c: c.frame(TEXT, b"\xf4\x90\x80\x80"), BAD_TEXT),
        (lambda c: c.frame(TEXT, b"cut \xe2\x82"), BAD_TEXT),
        (lambda c: c.frame(TEXT, b"\xe2", fin=0) + c.frame(CONT, b"x"), BAD_TEXT),
    ],
)
def test_broken_rules(
    server: bool, build: Callable[[Case], bytes], told: tuple[int, str, list[tuple[int, bytes]]]
) -> None:
    for case in feed_each_way(server, lambda c: build(c) + b"more"):
        if case.packets():  # a message in front of the fault: the end waits for it
            case.session.settle()
        assert case.told() == (Phase.CLOSED, *told[:2])
        assert case.sent() == told[2]


@ROLES
def test_bad_text_is_found_before_its_message_is_complete(server: bool) -> None:
    for head in (
        lambda c: c.frame(TEXT, b"ok\xff" + b"x" * 50)[:-20],
        lambda c: c.frame(TEXT, b"ok\xff", fin=0),
        lambda c: c.frame(TEXT, b"ok\xff" + b"x" * 50, fin=0)[:-20],
    ):
        for case in feed_each_way(server, head):
            assert case.told() == (Phase.CLOSED, 1007, "Invalid frame payload data")


@ROLES
def test_the_end_of_the_stream(server: bool) -> None:
    for rest in (b"", frame(TEXT, b"hello", masked=server)[:4]):
        case = Case(server)
        case.session.receive_data(rest)
        case.session.receive_end()
        assert case.told() == (Phase.CLOSED, -1, "")
        assert case.sent() == []


# Our own close -----------------------------------------------------------------------------------


@ROLES
@pytest.mark.parametrize(
    ("code", "reason", "body"),
    [
        (1000, "", close_body(1000)),
        (4000, "grüß", close_body(4000, "grüß".encode())),
        (0, "with reason", b""),
        *[(code, "", close_body(code)) for code in (1, 999, 1004, 1005, 1006, 2000, 5000, 65535)],
        (65536, "x", b""),
        (66536, "x", close_body(1000, b"x")),
        (1000, "x" * 123, close_body(1000, b"x" * 123)),
        (1000, "x" * 124, close_body(1000, b"x" * 123)),
        (1000, "ü" * 62, close_body(1000, "ü".encode() * 61)),
        (1000, "x" + "😀" * 40, close_body(1000, b"x" + "😀".encode() * 30)),
    ],
)
def test_close_frames(server: bool, code: int, reason: str, body: bytes) -> None:
    case = Case(server)
    case.session.close(code, reason, 0.0)
    assert case.told() == (Phase.CLOSING, -1, "")
    assert case.sent() == [(CLOSE, body)]
    case.session.close(4001, "again", 0.0)
    assert case.sent() == []
    case.session.receive_data(case.frame(CLOSE, body))
    assert case.session.phase is Phase.CLOSED
    assert case.sent() == []


@ROLES
@pytest.mark.parametrize("code", [1, 999, 1004, 1005, 1006, 1015, 2000, 5000])
def test_an_unacceptable_code_that_comes_back(server: bool, code: int) -> None:
    case = Case(server)
    case.session.close(code, "", 0.0)
    case.session.receive_data(case.frame(CLOSE, close_body(code)))
    assert case.told() == (
        Phase.CLOSED,
        code,
        "Abnormal closure" if code == 1006 else "Unknown",
    )


@ROLES
@pytest.mark.parametrize(
    ("code", "told"),
    [
        (0, (1005, "Unknown")),
        (1000, (1000, "Unknown")),
        (1002, (1002, "Protocol error")),
        (1007, (1007, "Invalid frame payload data")),
        (1009, (1009, "Message too big")),
        (3000, (3000, "Unknown")),
    ],
)
def test_broken_rules_while_closing(server: bool, code: int, told: tuple[int, str]) -> None:
    for build in (
        lambda c: c.frame(TEXT, b"x", rsv=1),
        lambda c: c.frame(TEXT, b"\xff"),
        lambda c: c.frame(BIN, b"x" * 70000),
    ):
        case = Case(server)
        case.session.close(code, "r", 0.0)
        case.session.receive_data(build(case))
        assert case.told() == (Phase.CLOSED, *told)


@ROLES
def test_what_comes_while_closing(server: bool) -> None:
    case = Case(server)
    case.session.receive_data(case.frame(TEXT, b"unread") + case.frame(TEXT, b"half", fin=0))
    assert send(case.session, b"last", text=True) is OK
    case.session.close(1000, "done", 0.0)
    assert case.packets() == []
    assert case.sent() == [(TEXT, b"last"), (CLOSE, close_body(1000, b"done"))]
    for piece in (case.frame(CONT, b"whole"), case.frame(PING, b"p"), case.frame(BIN, b"x" * 9000)):
        case.session.receive_data(piece[:5])
        case.session.receive_data(piece[5:])
        assert case.told() == (Phase.CLOSING, -1, "")
    assert case.packets() == []
    assert case.sent() == []
    assert send(case.session, b"x", text=False) is FAILED
    assert len(case.session.complaints) == 1
    case.session.receive_data(case.frame(CLOSE, close_body(4003, b"theirs")))
    assert case.told() == (Phase.CLOSED, 4003, "theirs")


@ROLES
def test_one_byte_and_broken_frames_while_closing(server: bool) -> None:
    case = Case(server)
    case.session.close(1000, "", 0.0)
    case.session.receive_data(case.frame(CLOSE, b"x"))
    assert case.told() == (Phase.CLOSED, 0, "")
    case = Case(server)
    case.session.close(1000, "", 0.0)
    case.session.receive_data(case.frame(PING, b"x", fin=0))
    assert case.told() == (Phase.CLOSED, -1, "")


@ROLES
def test_close_goes_behind_what_was_accepted_and_pongs_before(server: bool) -> None:
    case = Case(server)
    assert send(case.session, b"one", text=False) is OK
    assert send(case.session, b"two", text=True) is OK
    case.session.receive_data(case.frame(PING, b"p"))
    case.session.close(1001, "", 0.0)
    assert case.sent() == [(PONG, b"p"), (BIN, b"one"), (TEXT, b"two"), (CLOSE, close_body(1001))]


def test_cutting_reasons() -> None:
    assert cut_reason("x" * 200) == b"x" * 123
    assert cut_reason("ü" * 100) == "ü".encode() * 61
    assert cut_reason("\udc80") == b"?"


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
