"""RFC 6455, section 8.1 and RFC 3629: text that is no UTF-8 fails at the byte that shows it."""

from __future__ import annotations

import pytest
from net_session import ROLES, Case, each_way, feed_each_way
from net_wire import CLOSE, CONT, PING, TEXT, close_body

from engine.net._websocket_states import Phase

BAD = (Phase.CLOSED, 1007, "Invalid frame payload data")

GOOD_TEXTS = [
    "",
    "\x00",
    "\x7f",
    "\x80",
    "\u07ff",
    "\u0800",
    "\ud7ff",
    "\ue000",
    "\ufffd",
    "\ufffe",
    "\uffff",
    "\U00010000",
    "\U0001fffe",
    "\U0010ffff",
    "Hello-µ@ßöäüàá-UTF-8!!",
    "κόσμε",
]

# What is wrong, and how many of its bytes it takes to know.
BAD_BYTES = [
    (b"\x80", 1),
    (b"\xbf\x80", 1),
    (b"\xc0\x80", 1),
    (b"\xc0\xaf", 1),
    (b"\xc1\xbf", 1),
    (b"\xc3\x28", 2),
    (b"\xc3\xc3", 2),
    (b"\xe0\x80\xaf", 2),
    (b"\xe0\x9f\xbf", 2),
    (b"\xed\xa0\x80", 2),
    (b"\xed\xbf\xbf", 2),
    (b"\xe2\x28\xa1", 2),
    (b"\xe2\x82\x28", 3),
    (b"\xf0\x80\x80\xaf", 2),
    (b"\xf0\x8f\xbf\xbf", 2),
    (b"\xf0\x28\x8c\xbc", 2),
    (b"\xf0\x9f\x28\xbc", 3),
    (b"\xf0\x9f\x98\x28", 4),
    (b"\xf4\x90\x80\x80", 2),
    (b"\xf5\x80\x80\x80", 1),
    (b"\xf8\x88\x80\x80\x80", 1),
    (b"\xfc\x84\x80\x80\x80\x80", 1),
    (b"\xfe", 1),
    (b"\xff", 1),
    (b"\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5\xed\xa0\x80edited", 13),
]

CUT_SHORT = [b"\xc3", b"\xe2\x82", b"\xe2", b"\xf0\x9f\x98", b"\xf0\x9f", b"\xf0", b"\xf4\x8f\xbf"]


@ROLES
@pytest.mark.parametrize("text", GOOD_TEXTS)
def test_good_text(server: bool, text: str) -> None:
    payload = text.encode()
    for case in feed_each_way(server, lambda c: c.frame(TEXT, payload)):
        assert case.packets() == [(payload, True)]


@ROLES
@pytest.mark.parametrize("text", GOOD_TEXTS)
def test_good_text_in_fragments_of_one_byte(server: bool, text: str) -> None:
    payload = text.encode()

    def build(case: Case) -> bytes:
        out = case.frame(TEXT, b"", fin=0)
        for i in range(len(payload)):
            out += case.frame(CONT, payload[i : i + 1], fin=0) + case.frame(PING)
        return out + case.frame(CONT, b"")

    for case in feed_each_way(server, build):
        assert case.packets() == [(payload, True)]


@ROLES
@pytest.mark.parametrize(("payload", "shown"), BAD_BYTES)
@pytest.mark.parametrize("front", [b"", b"good \xc3\xa4 ", b"x" * 700])
def test_bad_text(server: bool, payload: bytes, shown: int, front: bytes) -> None:
    for case in each_way(server, lambda c: c.frame(TEXT, front + payload + b" behind")):
        assert case.told() == BAD
        assert case.sent() == [(CLOSE, close_body(1007))]
        assert case.packets() == []


@ROLES
@pytest.mark.parametrize(("payload", "shown"), BAD_BYTES)
@pytest.mark.parametrize("front", [b"", b"good \xc3\xa4 "])
def test_bad_text_fails_inside_a_frame(
    server: bool, payload: bytes, shown: int, front: bytes
) -> None:
    """At the very byte, though the frame is not complete; not a byte earlier."""
    case = Case(server)
    whole = front + payload + b"x" * 200
    data = case.frame(TEXT, whole)
    enough = len(data) - len(whole) + len(front) + shown
    for i in range(enough - 1):
        case.session.receive_data(data[i : i + 1])
        assert case.session.phase is Phase.OPEN
    case.session.receive_data(data[enough - 1 : enough])
    assert case.told() == BAD
    whole_case = Case(server)
    whole_case.session.receive_data(data[:enough])
    assert whole_case.told() == BAD


@ROLES
@pytest.mark.parametrize(("payload", "shown"), BAD_BYTES)
def test_bad_text_fails_inside_a_message(server: bool, payload: bytes, shown: int) -> None:
    """In the fragment that shows it, with one byte in each."""
    case = Case(server)
    case.session.receive_data(case.frame(TEXT, b"good", fin=0))
    for i in range(shown):
        assert case.session.phase is Phase.OPEN
        case.session.receive_data(case.frame(CONT, payload[i : i + 1], fin=0))
    assert case.told() == BAD


@ROLES
@pytest.mark.parametrize("payload", CUT_SHORT)
def test_text_that_ends_inside_a_character(server: bool, payload: bytes) -> None:
    for build in (
        lambda c: c.frame(TEXT, b"x" + payload),
        lambda c: c.frame(TEXT, b"x", fin=0) + c.frame(CONT, payload),
        lambda c: c.frame(TEXT, b"x" + payload, fin=0) + c.frame(CONT, b""),
    ):
        for case in each_way(server, build):
            assert case.told() == BAD
            assert case.packets() == []


@ROLES
@pytest.mark.parametrize("payload", CUT_SHORT)
def test_one_message_says_nothing_about_the_next(server: bool, payload: bytes) -> None:
    """What is half a character in one message is not continued by the next."""

    def build(case: Case) -> bytes:
        return case.frame(TEXT, b"ok", fin=0) + case.frame(CONT, b"") + case.frame(TEXT, payload)

    for case in feed_each_way(server, build):
        assert case.packets() == [(b"ok", True)]
        case.session.settle()
        assert case.told() == BAD
