"""The opening handshake as bytes: what is sent, what is taken, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from net_wire import ACCEPT, KEY, accept_for, cuts, header, request

from engine.net._websocket_handshake import (
    HEADER_MAX,
    ClientHandshake,
    ServerHandshake,
    Verdict,
    header_problem,
)

UPGRADE, CONNECTION, ACCEPTED = (
    "Upgrade: websocket",
    "Connection: Upgrade",
    f"Sec-WebSocket-Accept: {ACCEPT}",
)
FIRST = "HTTP/1.1 101 Switching Protocols"


def client(protocols: list[str] | None = None) -> ClientHandshake:
    return ClientHandshake("127.0.0.1:80", "/", protocols or [], [], KEY)


def answer(*lines: str, first: str = FIRST) -> bytes:
    return "\r\n".join([first, *lines, "", ""]).encode()


# The client --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "target", "protocols", "headers", "more"),
    [
        ("h:8080", "/chat?room=1&x=%20y", [], [], ""),
        ("h", "/", ["chat", "superchat"], [], "Sec-WebSocket-Protocol: chat,superchat\r\n"),
        ("h", "/", ["with space", ""], [], "Sec-WebSocket-Protocol: with space,\r\n"),
        ("h", "/", [], ["Host: other", "no colon here"], "Host: other\r\nno colon here\r\n"),
        ("h", "/", ["one"], ["X-B: ü"], "Sec-WebSocket-Protocol: one\r\nX-B: ü\r\n"),
        ("h", "/two words/ü", [], [], ""),
    ],
)
def test_a_request(
    host: str, target: str, protocols: list[str], headers: list[str], more: str
) -> None:
    handshake = ClientHandshake(host, target, protocols, headers)
    key = header(handshake.reply, "sec-websocket-key")
    assert len(key) == 24
    assert handshake.reply.decode() == (
        f"GET {target} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n{more}\r\n"
    )


def test_keys_differ() -> None:
    keys = {header(ClientHandshake("h", "/", [], []).reply, "sec-websocket-key") for _ in range(50)}
    assert len(keys) == 50


TAKEN = [
    answer(UPGRADE, CONNECTION, ACCEPTED),
    answer("upgrade: WEBSOCKET", "connection: UPGRADE", f"sec-websocket-accept: {ACCEPT}"),
    answer("Upgrade:websocket", "Connection:  Upgrade  ", f"Sec-WebSocket-Accept:{ACCEPT} "),
    answer("Server: x", UPGRADE, CONNECTION, ACCEPTED, "Set-Cookie: a=b; c"),
    answer(UPGRADE, CONNECTION, ACCEPTED, first="HTTP/1.1 101"),
    answer(UPGRADE, CONNECTION, ACCEPTED, first="HTTP/1.1  101  x"),
    answer(UPGRADE, CONNECTION, ACCEPTED, "X-Empty: "),
    answer(UPGRADE, CONNECTION, ACCEPTED, "X: a", " b: c"),
    answer(UPGRADE, CONNECTION, ACCEPTED, "Sec-WebSocket-Extensions: permessage-deflate"),
    # Refused by Godot, though they are in order:
    answer(UPGRADE, "Connection: keep-alive, Upgrade", ACCEPTED),
    answer(UPGRADE, "Connection: keep-alive", CONNECTION, ACCEPTED),
    answer(UPGRADE, CONNECTION, ACCEPTED, "X-Empty:"),
]


@pytest.mark.parametrize("data", TAKEN)
def test_a_response_is_taken(data: bytes) -> None:
    for pieces in cuts(data + b"\x81\x02hi"):
        handshake = client()
        rest = b""
        for piece in pieces:
            if handshake.verdict is Verdict.WAITING:
                handshake.receive(piece)
                rest = handshake.rest
            else:
                rest += piece
        assert handshake.verdict is Verdict.ACCEPTED
        assert rest == b"\x81\x02hi"
        assert handshake.complaints == []
        assert handshake.protocol == ""


REFUSED = [
    (answer(UPGRADE, CONNECTION, ACCEPTED, first="HTTP/1.0 101 x"), "Invalid protocol."),
    (answer(UPGRADE, CONNECTION, ACCEPTED, first="HTTP/2 101"), "Invalid protocol."),
    (answer(UPGRADE, CONNECTION, ACCEPTED, first="HTTP/1.1"), "Invalid protocol or status"),
    (answer(UPGRADE, CONNECTION, ACCEPTED, first="HTTP/1.1 200 OK"), "Invalid status code."),
    (answer("a: b", "c: d", "e: f", first="HTTP/1.1 301 Moved"), "Invalid status code."),
    (answer("Retry-After: 1", first="HTTP/1.1 503 No"), "Not enough response headers. Got: 2"),
    (answer(first="HTTP/1.1 100 Continue") + TAKEN[0], "Not enough response headers. Got: 1"),
    (
        answer(UPGRADE, CONNECTION, f"Sec-WebSocket-Accept: {ACCEPT.lower()}"),
        "sec-websocket-accept",
    ),
    (answer(UPGRADE, CONNECTION, "X: y"), "sec-websocket-accept"),
    (answer(CONNECTION, ACCEPTED, "X: y"), "header 'upgrade'"),
    (answer(UPGRADE, UPGRADE, CONNECTION, ACCEPTED), "header 'upgrade'"),
    (answer(UPGRADE, ACCEPTED, "X: y"), "header 'connection'"),
    (answer(UPGRADE, CONNECTION, ACCEPTED, "nonsense"), "Invalid header -> nonsense."),
    (answer(UPGRADE, CONNECTION, ACCEPTED, ": x"), "Invalid header -> : x."),
    (answer(UPGRADE, CONNECTION, ACCEPTED, "Sec-WebSocket-Protocol: alpha"), "unrequested"),
    (b"\xff\x00\r\n\r\n", "Not enough"),
    (b"SSH-2.0-OpenSSH_9.6\r\n\r\n", "Not enough"),
]


@pytest.mark.parametrize(("data", "complaint"), REFUSED)
def test_a_response_is_refused(data: bytes, complaint: str) -> None:
    for pieces in cuts(data):
        handshake = client()
        for piece in pieces:
            if handshake.verdict is Verdict.WAITING:
                handshake.receive(piece)
        assert handshake.verdict is Verdict.REFUSED
        assert complaint in handshake.complaints[0]
        assert handshake.complaints[1:] == ["Invalid response headers."]
        assert handshake.protocol == ""


@pytest.mark.parametrize(
    ("wanted", "lines", "verdict", "chosen"),
    [
        ([], [], Verdict.ACCEPTED, ""),
        ([], ["alpha"], Verdict.REFUSED, ""),
        (["alpha", "beta"], ["alpha"], Verdict.ACCEPTED, "alpha"),
        (["alpha", "beta"], ["beta"], Verdict.ACCEPTED, "beta"),
        (["alpha", "beta"], [], Verdict.REFUSED, ""),
        (["alpha", "beta"], ["gamma"], Verdict.REFUSED, "gamma"),
        (["alpha", "beta"], ["Alpha"], Verdict.REFUSED, "Alpha"),
        (["alpha", "beta"], ["alpha", "beta"], Verdict.REFUSED, "alpha,beta"),
    ],
)
def test_the_client_checks_the_sub_protocol(
    wanted: list[str], lines: list[str], verdict: Verdict, chosen: str
) -> None:
    handshake = client(wanted)
    more = [f"Sec-WebSocket-Protocol: {line}" for line in lines]
    handshake.receive(answer(UPGRADE, CONNECTION, ACCEPTED, *more))
    assert (handshake.verdict, handshake.protocol) == (verdict, chosen)


# The server --------------------------------------------------------------------------------------

REPLY = (
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Accept: {}\r\n"
)


def ask(*lines: str, first: str = "GET /path?q=1 HTTP/1.1") -> bytes:
    return "\r\n".join([first, *lines, "", ""]).encode()


BASE = [
    "Host: 127.0.0.1:80",
    UPGRADE,
    CONNECTION,
    f"Sec-WebSocket-Key: {KEY}",
    "Sec-WebSocket-Version: 13",
]


@pytest.mark.parametrize(
    ("data", "accept", "url"),
    [
        (ask(*BASE), ACCEPT, "ws://127.0.0.1:80/path?q=1"),
        (
            ask(
                "host:x",
                "UPGRADE:  WebSocket  ",
                "connection:keep-alive, Upgrade",
                f"sec-websocket-key:  {KEY} ",
                "SEC-WEBSOCKET-VERSION:13",
            ),
            ACCEPT,
            "ws://x/path?q=1",
        ),
        (
            ask(UPGRADE, "Connection: whatever", "Sec-WebSocket-Key: short", BASE[4]),
            accept_for("short"),
            "ws:///path?q=1",
        ),
        (ask(*BASE, "Origin: http://evil", "Cookie: a=b", "X-Empty:"), ACCEPT, None),
        (ask(*BASE, first="GET   /spaces   HTTP/1.1   extra"), ACCEPT, "ws://127.0.0.1:80/spaces"),
        (
            ask(*BASE, "Sec-WebSocket-Key: second"),
            accept_for(f"{KEY},second"),
            "ws://127.0.0.1:80/path?q=1",
        ),
        (ask(*BASE, "X: " + "y" * 3800), ACCEPT, None),
    ],
)
def test_a_request_is_taken(data: bytes, accept: str, url: str | None) -> None:
    for pieces in cuts(data):
        handshake = ServerHandshake([], ["X-One: 1", "Server: me"])
        for piece in pieces:
            handshake.receive(piece)
        assert handshake.verdict is Verdict.ACCEPTED
        assert handshake.reply.decode() == (REPLY.format(accept) + "X-One: 1\r\nServer: me\r\n\r\n")
        assert handshake.url == (url or "ws://127.0.0.1:80/path?q=1")


URL = "ws://127.0.0.1:80/path?q=1"


@pytest.mark.parametrize(
    ("data", "url", "complaint"),
    [
        (ask(*BASE[:4], "Sec-WebSocket-Version: 8"), URL, "'sec-websocket-version'"),
        (ask(*BASE[:4]), URL, "'sec-websocket-version'"),
        (ask(*BASE[:3], *BASE[4:]), URL, "Missing header 'sec-websocket-key'."),
        (ask(*BASE[:1], *BASE[2:]), URL, "'upgrade'"),
        (ask(BASE[0], "Upgrade: h2c", *BASE[2:]), URL, "'upgrade'"),
        (ask(BASE[0], "Upgrade: websocket, h2c", *BASE[2:]), URL, "'upgrade'"),
        (ask(*BASE[:2], *BASE[3:]), URL, "Missing header 'connection'."),
        (ask(*BASE, first="POST / HTTP/1.1"), "", "Invalid method or HTTP version."),
        (ask(*BASE, first="GET / HTTP/1.0"), "", "Invalid method or HTTP version."),
        (ask(*BASE, first="get / HTTP/1.1"), "", "Invalid method or HTTP version."),
        (ask(*BASE, first="GET /"), "", "Invalid method or HTTP version."),
        (ask(*BASE, first=""), "", "Invalid method or HTTP version."),
        (ask(*BASE, "nonsense"), "", "Invalid header -> nonsense"),
        (ask(*BASE, "Sec-WebSocket-Protocol: alpha"), URL, None),
        (ask(BASE[0]), "", "Not enough response headers, got: 2"),
        (b"\x16\x03\x01\x02\x00hello\r\n\r\n", "", "Not enough response headers, got: 1"),
    ],
)
def test_a_request_is_refused(data: bytes, url: str, complaint: str | None) -> None:
    for pieces in cuts(data):
        handshake = ServerHandshake([], [])
        for piece in pieces:
            if handshake.verdict is Verdict.WAITING:
                handshake.receive(piece)
        assert handshake.verdict is Verdict.REFUSED
        assert handshake.reply == b""
        assert handshake.url == url
        assert (complaint or "") in "".join(handshake.complaints)
        assert bool(handshake.complaints) == bool(complaint)


@pytest.mark.parametrize(
    ("spoken", "lines", "verdict", "chosen"),
    [
        ([], [], Verdict.ACCEPTED, ""),
        ([], ["alpha"], Verdict.REFUSED, ""),
        (["alpha", "beta"], [], Verdict.REFUSED, ""),
        (["alpha", "beta"], ["gamma, beta, alpha"], Verdict.ACCEPTED, "beta"),
        (["alpha", "beta"], ["gamma", "beta"], Verdict.ACCEPTED, "beta"),
        (["alpha", "beta"], ["gamma, Alpha"], Verdict.REFUSED, ""),
    ],
)
def test_the_server_chooses_the_sub_protocol(
    spoken: list[str], lines: list[str], verdict: Verdict, chosen: str
) -> None:
    handshake = ServerHandshake(spoken, [])
    handshake.receive(ask(*BASE, *[f"Sec-WebSocket-Protocol: {line}" for line in lines]))
    assert (handshake.verdict, handshake.protocol) == (verdict, chosen)
    if chosen:
        assert handshake.reply.endswith(f"Sec-WebSocket-Protocol: {chosen}\r\n\r\n".encode())


def test_tls_shows_in_the_url() -> None:
    handshake = ServerHandshake([], [], "wss://")
    handshake.receive(ask(*BASE))
    assert handshake.url == "wss://127.0.0.1:80/path?q=1"


# Both --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("extra", [0, 1])
def test_the_longest_headers(extra: int) -> None:
    for make, block in ((client, TAKEN[0]), (lambda: ServerHandshake([], []), ask(*BASE))):
        filler = HEADER_MAX - len(block) - len("X: \r\n") + extra
        data = block[:-2] + b"X: " + b"y" * filler + b"\r\n\r\n"
        assert len(data) == HEADER_MAX + extra
        for pieces in cuts(data):
            handshake = make()
            for piece in pieces:
                if handshake.verdict is Verdict.WAITING:
                    handshake.receive(piece)
            assert handshake.verdict is (Verdict.REFUSED if extra else Verdict.ACCEPTED)


@pytest.mark.parametrize("make", [client, lambda: ServerHandshake([], [])])
def test_what_never_ends_is_waited_for(make: type) -> None:
    for data in (b"", request()[:-2], request().replace(b"\r\n", b"\n"), TAKEN[0][:-1]):
        handshake = make()
        handshake.receive(data)
        assert handshake.verdict is Verdict.WAITING


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=300))
def test_rubbish_is_never_an_exception(data: bytes) -> None:
    for handshake in (client(), ServerHandshake(["a"], [])):
        handshake.receive(data + b"\r\n\r\n")
        assert handshake.verdict is Verdict.REFUSED


def test_headers_that_would_be_several() -> None:
    assert header_problem(["X: 1", "no colon"], ["a b", ""]) == ""
    assert header_problem([""], []) != ""
    assert header_problem(["X: 1\r\nY: 2"], []) != ""
    assert header_problem(["X: 1\nY: 2"], []) != ""
    assert header_problem([], ["a\r\nY: 2"]) != ""


@pytest.mark.parametrize("make", [client, lambda: ServerHandshake([], [], deflate=True)])
def test_endless_headers_are_refused_at_the_limit(make: type) -> None:
    """However they come, and no matter what they say."""
    for piece in (b"x", b"a: b\r\n", b"\r\n", b"Sec-WebSocket-Extensions: a;" * 3, bytes(100)):
        handshake = make()
        size = 0
        handshake.receive(b"GET / HTTP/1.1\r")
        while handshake.verdict is Verdict.WAITING:
            handshake.receive(piece)
            size += len(piece)
            assert size <= HEADER_MAX + len(piece)
        assert handshake.verdict is Verdict.REFUSED


@pytest.mark.parametrize(
    "value",
    [
        "permessage-deflate" + "; a" * 900 + "(",
        "permessage-deflate" + "; a=b" * 600 + ' ="',
        "a," * 1500 + "(",
        " " * 3000 + "a;",
        "a" * 3000 + ";",
        ";" * 3000,
    ],
)
def test_hostile_extensions_are_judged_at_once(value: str) -> None:
    for handshake in (
        ServerHandshake([], [], deflate=True),
        ClientHandshake("h", "/", [], [], KEY, deflate=True),
    ):
        line = f"Sec-WebSocket-Extensions: {value}"
        server = isinstance(handshake, ServerHandshake)
        asked = request(line) if server else answer(UPGRADE, CONNECTION, ACCEPTED, line)
        handshake.receive(asked)
        assert handshake.verdict is Verdict.REFUSED
