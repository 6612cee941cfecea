"""What is read of a web server's answers, whole and byte by byte."""

from __future__ import annotations

import pytest
from net_wire import cuts

from engine.net._http_session import HEAD_MAX, METHODS, HttpSession

GET, HEAD, CONNECT = (METHODS.index(name) for name in ("GET", "HEAD", "CONNECT"))
OK_2 = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


def heard(pieces: list[bytes], method: int = GET) -> HttpSession:
    session = HttpSession()
    session.begin(method)
    for piece in pieces:
        session.feed(piece)
    return session


@pytest.mark.parametrize(
    ("data", "code", "headers", "body"),
    [
        (OK_2, 200, ["Content-Length: 2"], b"ok"),
        (b"HTTP/1.1 404\r\ncontent-length:1\r\n\r\nx", 404, ["content-length:1"], b"x"),
        (b"HTTP/1.0 200 Fine\nContent-Length: 1\n\nx", 200, ["Content-Length: 1"], b"x"),
        (b"ICY 200 OK\r\nContent-Length: 1\r\n\r\nx", 200, ["Content-Length: 1"], b"x"),
        (b"\r\n" + OK_2, 200, ["Content-Length: 2"], b"ok"),
        (b"HTTP/1.1 100 Continue\r\nA: b\r\n\r\n" + OK_2, 200, ["Content-Length: 2"], b"ok"),
        (
            b"HTTP/1.1 200 OK\r\nno colon\r\n two words : \xc3\xbc \r\nEmpty:\r\n"
            b"Content-Length : 1\r\n\r\nx",
            200,
            ["no colon", "two words : ü", "Empty:", "Content-Length : 1"],
            b"x",
        ),
        (
            b"HTTP/1.1 200 OK\r\nTRANSFER-ENCODING: Chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n",
            200,
            ["TRANSFER-ENCODING: Chunked"],
            b"abc",
        ),
        (b"HTTP/1.1 204 None\r\nContent-Length: 5\r\n\r\n", 204, ["Content-Length: 5"], b""),
        (b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n", 101, ["Upgrade: x"], b""),
    ],
)
def test_answers(data: bytes, code: int, headers: list[str], body: bytes) -> None:
    for pieces in cuts(data):
        session = heard(pieces)
        assert (session.code, session.headers) == (code, headers)
        assert (session.take(100), session.complete, session.failed) == (body, True, False)
        session.begin(GET)
        session.feed(OK_2)
        assert (session.code, session.take(100), session.complete) == (200, b"ok", True)


@pytest.mark.parametrize("method", [GET, CONNECT])
def test_every_method_has_a_body(method: int) -> None:
    assert heard([OK_2], method).take(9) == b"ok"


def test_head_has_none() -> None:
    session = heard([b"HTTP/1.1 200 OK\r\nContent-Length: 77\r\n\r\n"], HEAD)
    assert (session.complete, session.length, session.take(9)) == (True, 77, b"")


@pytest.mark.parametrize(
    "data",
    [
        b"this is not HTTP\r\n\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 20 OK\r\n\r\n",
        b"HTTP/1.1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    ],
)
def test_what_is_no_answer(data: bytes) -> None:
    for pieces in cuts(data):
        session = heard(pieces)
        assert (session.code, session.failed) == (0, True)


@pytest.mark.parametrize("data", [b"", b"HTTP/1.1 200 OK\r\nContent-", b"\r\n"])
def test_an_end_in_the_headers(data: bytes) -> None:
    session = heard([data, b""] if data else [b""])
    assert (session.code, session.failed) == (0, True)


def test_headers_without_an_end() -> None:
    session = heard([b"HTTP/1.1 200 OK\r\n"])
    while not session.failed:
        assert len(session._head) <= HEAD_MAX
        session.feed(b"A: " + b"b" * 4000 + b"\r\n")
    assert session.code == 0
