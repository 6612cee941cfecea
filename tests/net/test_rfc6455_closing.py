"""RFC 6455, section 7 (closing) and 5.5.1 (the close frame), rule by rule, for either side."""

from __future__ import annotations

import pytest
from net_session import ROLES, Case, each_way, feed_each_way
from net_wire import BIN, CLOSE, CONT, PING, PONG, TEXT, close_body, send

from engine.core.error import FAILED
from engine.net._websocket_states import Phase

GOOD_CODES = [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014]
GOOD_CODES += [3000, 3999, 4000, 4999]
BAD_CODES = [0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535]
REASONS = ["", "bye", "ä" * 61, "\U0001f600" * 30, "x" * 123]


@ROLES
@pytest.mark.parametrize("code", GOOD_CODES)
@pytest.mark.parametrize("reason", ["", "why not", "κόσμε"])
def test_5_5_1_a_close_is_echoed(server: bool, code: int, reason: str) -> None:
    body = close_body(code, reason.encode())
    for case in each_way(server, lambda c: c.frame(CLOSE, body)):
        assert case.told() == (Phase.CLOSED, code, reason)
        assert case.sent() == [(CLOSE, body)]
        assert case.packets() == []


@ROLES
@pytest.mark.parametrize("reason", REASONS)
def test_5_5_1_reasons(server: bool, reason: str) -> None:
    body = close_body(1000, reason.encode())
    for case in each_way(server, lambda c: c.frame(CLOSE, body)):
        assert case.told() == (Phase.CLOSED, 1000, reason)
        assert case.sent() == [(CLOSE, body)]


@ROLES
def test_5_5_1_a_close_without_a_body(server: bool) -> None:
    """Told as 0, as Godot does, and answered without a body."""
    for case in each_way(server, lambda c: c.frame(CLOSE)):
        assert case.told() == (Phase.CLOSED, 0, "")
        assert case.sent() == [(CLOSE, b"")]


@ROLES
def test_5_5_1_half_a_code(server: bool) -> None:
    """One byte is no code. Godot takes it as none, and that ends the connection as well."""
    for case in each_way(server, lambda c: c.frame(CLOSE, b"\x03")):
        assert case.told() == (Phase.CLOSED, 0, "")
        assert case.sent() == [(CLOSE, b"")]


@ROLES
@pytest.mark.parametrize("code", BAD_CODES)
@pytest.mark.parametrize("reason", [b"", b"reason"])
def test_7_4_codes_that_must_not_be_sent(server: bool, code: int, reason: bytes) -> None:
    for case in each_way(server, lambda c: c.frame(CLOSE, close_body(code, reason))):
        assert case.told() == (Phase.CLOSED, 1002, "Protocol error")
        assert case.sent() == [(CLOSE, close_body(1002))]


@ROLES
@pytest.mark.parametrize("code", [1000, 1014])
@pytest.mark.parametrize("reason", [b"\xff", b"a\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"])
def test_7_1_6_a_reason_that_is_no_text(server: bool, code: int, reason: bytes) -> None:
    for case in each_way(server, lambda c: c.frame(CLOSE, close_body(code, reason))):
        assert case.told() == (Phase.CLOSED, 1007, "Invalid frame payload data")
        assert case.sent() == [(CLOSE, close_body(1007))]


@ROLES
@pytest.mark.parametrize("behind", ["message", "ping", "close", "rubbish"])
def test_5_5_1_what_comes_behind_a_close_is_not_looked_at(server: bool, behind: str) -> None:
    def build(case: Case) -> bytes:
        tail = {
            "message": case.frame(TEXT, b"late"),
            "ping": case.frame(PING, b"late"),
            "close": case.frame(CLOSE, close_body(3000)),
            "rubbish": b"\xff" * 40,
        }
        return case.frame(CLOSE, close_body(1001)) + tail[behind]

    for case in feed_each_way(server, build):
        assert case.told() == (Phase.CLOSED, 1001, "")
        assert case.sent() == [(CLOSE, close_body(1001))]
        assert case.packets() == []


@ROLES
def test_5_5_1_messages_in_front_of_a_close_are_answered(server: bool) -> None:
    """They are read in the poll that finds them; what is sent for them precedes the close frame."""

    def build(case: Case) -> bytes:
        return case.frame(TEXT, b"one") + case.frame(BIN, b"two") + case.frame(CLOSE)

    for case in feed_each_way(server, build):
        for payload, text in case.packets():
            send(case.session, payload, text=text)
        case.session.settle()
        assert case.sent() == [(TEXT, b"one"), (BIN, b"two"), (CLOSE, b"")]


@ROLES
def test_7_1_7_messages_in_front_of_a_fault_are_answered(server: bool) -> None:
    def build(case: Case) -> bytes:
        return case.frame(TEXT, b"one") + case.frame(PING, b"p") + case.frame(TEXT, b"x", rsv=2)

    for case in feed_each_way(server, build):
        for payload, text in case.packets():
            send(case.session, payload, text=text)
        case.session.settle()
        assert case.sent() == [(PONG, b"p"), (TEXT, b"one"), (CLOSE, close_body(1002))]


@ROLES
def test_5_5_1_a_close_inside_a_message(server: bool) -> None:
    """It ends the connection; the half message is gone."""

    def build(case: Case) -> bytes:
        return case.frame(TEXT, b"half", fin=0) + case.frame(CLOSE, close_body(1000))

    for case in each_way(server, build):
        assert case.told() == (Phase.CLOSED, 1000, "")
        assert case.packets() == []


@ROLES
def test_5_5_1_nothing_is_sent_behind_our_close(server: bool) -> None:
    case = Case(server)
    case.session.close(1000, "done", 0.0)
    assert send(case.session, b"late") is FAILED
    case.session.receive_data(case.frame(PING, b"late") + case.frame(TEXT, b"late"))
    assert case.sent() == [(CLOSE, close_body(1000, b"done"))]
    case.session.close(3000, "again", 0.0)
    case.session.receive_data(case.frame(CLOSE, close_body(1000, b"done")))
    assert case.told() == (Phase.CLOSED, 1000, "done")
    assert case.sent() == []
    assert case.packets() == []


@ROLES
def test_7_1_5_closes_that_cross(server: bool) -> None:
    """Theirs is no answer to ours, but counts as one; it is not answered again."""
    case = Case(server)
    case.session.close(1000, "ours", 0.0)
    case.session.receive_data(case.frame(CLOSE, close_body(3001, b"theirs")))
    assert case.told() == (Phase.CLOSED, 3001, "theirs")
    assert case.sent() == [(CLOSE, close_body(1000, b"ours"))]


@ROLES
def test_5_5_1_what_was_accepted_goes_out_before_the_close(server: bool) -> None:
    case = Case(server)
    for i in range(5):
        send(case.session, b"%d" % i)
    case.session.close(1000, "", 0.0)
    assert case.sent() == [(BIN, b"%d" % i) for i in range(5)] + [(CLOSE, close_body(1000))]


@ROLES
@pytest.mark.parametrize(
    ("reason", "sent"),
    [
        ("x" * 123, b"x" * 123),
        ("x" * 124, b"x" * 123),
        ("ä" * 62, "ä".encode() * 61),
        ("\U0001f600" * 31, "\U0001f600".encode() * 30),
        ("x" * 122 + "€", b"x" * 122),
    ],
)
def test_5_5_the_close_frame_fits_a_control_frame(server: bool, reason: str, sent: bytes) -> None:
    case = Case(server)
    case.session.close(1000, reason, 0.0)
    assert case.sent() == [(CLOSE, close_body(1000, sent))]


@ROLES
def test_7_1_4_the_end_of_the_stream_without_a_close(server: bool) -> None:
    for data in (b"", b"\x81", b"\x81\x85" if server else b"\x81\x05a"):
        case = Case(server)
        case.session.receive_data(data)
        case.session.receive_end()
        assert case.told() == (Phase.CLOSED, -1, "")
        assert case.sent() == []


@ROLES
def test_7_1_7_only_one_close_is_sent_for_many_faults(server: bool) -> None:
    case = Case(server)
    for _ in range(3):
        case.session.receive_data(case.frame(CONT, b"x") * 3)
    assert case.sent() == [(CLOSE, close_body(1002))]
    case.session.close(1000, "", 0.0)
    assert case.sent() == []
