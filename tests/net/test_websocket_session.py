"""A session fed by hand: what it answers and tells for what comes, whole and byte by byte."""

from __future__ import annotations

from collections.abc import Callable

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
    frame,
    send,
)

from engine.core.error import FAILED, OK
from engine.net._websocket_session import (
    cut_reason,
)
from engine.net._websocket_states import Phase

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
