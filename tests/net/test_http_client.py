"""`HTTPClient`: states, requests as they go out, and responses of every kind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from net_tls import their_server_context, trusting
from net_wire import RawServer, free_port, until

from engine.core.error import (
    ERR_CANT_CONNECT,
    ERR_CANT_RESOLVE,
    ERR_CONNECTION_ERROR,
    ERR_INVALID_PARAMETER,
    ERR_UNCONFIGURED,
    OK,
)
from engine.net.http_client import HTTPClient
from engine.net.stream_peer_tcp import StreamPeerTCP
from engine.net.stream_peer_tls import StreamPeerTLS
from engine.net.tls_options import TLSOptions
from tests.web_server import WebServer

DISCONNECTED, RESOLVING, CANT_RESOLVE, CONNECTING, CANT_CONNECT = range(5)
CONNECTED, REQUESTING, BODY, CONNECTION_ERROR, TLS_ERROR = range(5, 10)
GET, HEAD, POST, PUT = range(4)


@pytest.fixture
def web() -> Iterator[WebServer]:
    with WebServer() as server:
        yield server


@pytest.fixture
def secure_web() -> Iterator[WebServer]:
    with WebServer(their_server_context()) as server:
        yield server


def settle(client: HTTPClient, *moving: int) -> list[int]:
    """Polls while it is at it, and gives the states that were seen."""
    seen = [int(client.get_status())]

    def poll() -> None:
        client.poll()
        if client.get_status() != seen[-1]:
            seen.append(int(client.get_status()))

    until(lambda: client.get_status() not in moving, poll)
    return seen


def connected(web: WebServer, host: str = "127.0.0.1") -> HTTPClient:
    client = HTTPClient()
    assert client.connect_to_host(host, web.port) is OK
    assert settle(client, RESOLVING, CONNECTING)[-1] == CONNECTED
    return client


def asked(client: HTTPClient, path: str, method: int = GET) -> list[int]:
    assert client.request(method, path, []) is OK
    return settle(client, REQUESTING)


def body_of(client: HTTPClient) -> bytes:
    found = bytearray()

    def read() -> None:
        if client.get_status() == BODY:
            client.poll()
            found.extend(client.read_response_body_chunk())

    until(lambda: client.get_status() != BODY, read)
    return bytes(found)


# Connecting --------------------------------------------------------------------------------------


def test_a_new_one(errors: list[str]) -> None:
    client = HTTPClient()
    assert client.get_status() == DISCONNECTED
    assert (client.has_response(), client.get_response_code()) == (False, 0)
    assert (client.get_response_body_length(), client.is_response_chunked()) == (-1, False)
    assert (client.read_chunk_size, client.blocking_mode_enabled) == (65536, False)
    assert client.connection is None
    assert client.poll() is ERR_UNCONFIGURED
    assert client.read_response_body_chunk() == b""
    assert client.request(GET, "/", []) is ERR_INVALID_PARAMETER


@pytest.mark.parametrize(
    ("host", "seen", "problem"),
    [
        ("127.0.0.1", [CONNECTING, CONNECTED], OK),
        ("http://127.0.0.1", [CONNECTING, CONNECTED], OK),
        ("HTTP://127.0.0.1", [CONNECTING, CONNECTED], OK),
        ("127.0.0.1/path", [RESOLVING, CANT_RESOLVE], ERR_CANT_RESOLVE),
        ("nonsense.invalid", [RESOLVING, CANT_RESOLVE], ERR_CANT_RESOLVE),
        ("ws://127.0.0.1", [RESOLVING, CANT_RESOLVE], ERR_CANT_RESOLVE),
        (" 127.0.0.1", [RESOLVING, CANT_RESOLVE], ERR_CANT_RESOLVE),
    ],
)
def test_hosts(web: WebServer, host: str, seen: list[int], problem: int) -> None:
    client = HTTPClient()
    assert client.connect_to_host(host, web.port) is OK
    assert settle(client, RESOLVING, CONNECTING) == seen
    assert client.poll() == problem


def test_hosts_and_ports_that_are_none(errors: list[str]) -> None:
    client = HTTPClient()
    assert client.connect_to_host("", 80) is ERR_INVALID_PARAMETER
    assert client.connect_to_host("a b", 80) is ERR_INVALID_PARAMETER
    assert client.get_status() == DISCONNECTED
    assert client.connect_to_host("127.0.0.1", 70000) is ERR_INVALID_PARAMETER
    assert client.get_status() == CANT_CONNECT
    server = TLSOptions.server(None, None)
    assert client.connect_to_host("127.0.0.1", 80, server) is ERR_INVALID_PARAMETER
    assert client.connect_to_host("127.0.0.1", free_port()) is OK
    assert settle(client, CONNECTING) == [CONNECTING, CANT_CONNECT]
    assert client.poll() is ERR_CANT_CONNECT


def test_https(secure_web: WebServer, errors: list[str]) -> None:
    for host, options in [
        ("localhost", trusting()),
        ("https://localhost", trusting()),
        ("127.0.0.1", TLSOptions.client_unsafe()),
    ]:
        client = HTTPClient()
        assert client.connect_to_host(host, secure_web.port, options) is OK
        assert settle(client, RESOLVING, CONNECTING)[-1] == CONNECTED
        assert isinstance(client.connection, StreamPeerTLS)
        assert asked(client, "/chunked") == [REQUESTING, BODY]
        assert body_of(client) == b"hello world"
        assert asked(client, "/big") == [REQUESTING, BODY]
        assert len(body_of(client)) == 300_000
        assert asked(client, "/eof") == [REQUESTING, BODY]
        assert body_of(client) == b"until the end!"
    assert errors == []
    for host, untrusted in [("https://localhost", None), ("127.0.0.1", trusting())]:
        client = HTTPClient()
        assert client.connect_to_host(host, secure_web.port, untrusted) is OK
        assert settle(client, RESOLVING, CONNECTING)[-1] == TLS_ERROR
        assert client.poll() is ERR_CONNECTION_ERROR


def test_a_proxy(web: WebServer) -> None:
    client = HTTPClient()
    client.set_http_proxy("127.0.0.1", web.port)
    assert client.connect_to_host("example.com", 80) is OK
    settle(client, CONNECTING)
    asked(client, "/path")
    assert body_of(client).startswith(b"GET http://example.com:80/path HTTP/1.1\r\n")


@pytest.mark.parametrize("answer", [b"HTTP/1.1 200 Fine\r\n\r\n", b"HTTP/1.1 403 No\r\n\r\n", b""])
def test_a_proxy_for_tls(answer: bytes, errors: list[str]) -> None:
    client = HTTPClient()
    with RawServer() as listener:
        client.set_https_proxy("127.0.0.1", listener.port)
        assert client.connect_to_host("example.com", 443, TLSOptions.client_unsafe()) is OK
        raw = listener.accept(client.poll)
    asked_for = raw.until(b"\r\n\r\n", client.poll)
    assert asked_for == b"CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n"
    assert client.get_status() == CONNECTING
    if answer:
        raw.raw(answer)
    else:
        raw.shut()
    if b"200" in answer:
        until(lambda: raw.fill() and raw.buffer, client.poll)
        assert raw.buffer[0] == 0x16
    else:
        assert settle(client, CONNECTING)[-1] == CANT_CONNECT
    client.close()
    raw.shut()


# Requests ----------------------------------------------------------------------------------------


def test_what_goes_out(web: WebServer) -> None:
    client = connected(web)
    host = f"Host: 127.0.0.1:{web.port}"

    def lines(*request: object) -> list[str]:
        assert client.request(*request) is OK  # type: ignore[arg-type]
        settle(client, REQUESTING)
        found = body_of(client).decode()
        return [line for line in found.split("\r\n") if not line.startswith("User-Agent: Scene")]

    assert lines(GET, "/echo", []) == ["GET /echo HTTP/1.1", host, "Accept: */*", "", ""]
    own = ["X-One: 1", "host: other", "User-Agent: me", "accept: x"]
    assert lines(GET, "/echo", own) == ["GET /echo HTTP/1.1", *own, "", ""]
    assert lines(POST, "/echo", [], "dätä")[2:] == [
        "Content-Length: 6",
        "Accept: */*",
        "",
        "dätä",
    ]
    assert lines(POST, "/echo", ["Content-Length: 1"], "x")[1] == "Content-Length: 1"
    assert lines(PUT, "/echo", [])[0] == "PUT /echo HTTP/1.1"
    assert lines(GET, "/a b?c=d e&f=ä", [])[0] == "GET /a%20b?c=d%20e&f=%C3%A4 HTTP/1.1"
    assert client.request_raw(POST, "/echo", [], b"\0\xff") is OK
    settle(client, REQUESTING)
    assert body_of(client).endswith(b"\r\n\r\n\0\xff")


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [
        (-1, "/", []),
        (9, "/", []),
        (GET, "", []),
        (GET, "plain", []),
        (7, "/plain", []),
        (GET, "/", ["no colon"]),
        (GET, "/", ["Empty:"]),
        (GET, "/", [": x"]),
        (GET, "/", ["a: b\r\nc: d"]),
        (GET, "/", ["a: b\nc: d"]),
    ],
)
def test_requests_that_are_refused(
    web: WebServer, method: int, path: str, headers: list[str], errors: list[str]
) -> None:
    client = connected(web)
    assert client.request(method, path, headers) is ERR_INVALID_PARAMETER
    assert client.get_status() == CONNECTED
    assert len(errors) == 1


def test_a_path_cannot_smuggle_lines(web: WebServer) -> None:
    client = connected(web)
    asked(client, "/echo HTTP/1.1\r\nX: y\r\n\r\n")
    assert body_of(client).startswith(b"GET /echo%20HTTP/1.1%0D%0AX:%20y%0D%0A%0D%0A HTTP/1.1\r\n")


def test_one_request_at_a_time(web: WebServer, errors: list[str]) -> None:
    client = connected(web)
    assert client.request(GET, "/plain", []) is OK
    assert client.request(GET, "/plain", []) is ERR_INVALID_PARAMETER
    settle(client, REQUESTING)
    assert client.request(GET, "/plain", []) is ERR_INVALID_PARAMETER
    assert body_of(client) == b"hello"
    assert client.request(GET, "/plain", []) is OK


def test_query_strings() -> None:
    fields = {"a": 1, "b": [1, 2], "c d": "x&y", "e": None, "f": True, "g": "ä", "h": 1.5}
    text = "a=1&b=1&b=2&c%20d=x%26y&e&f=true&g=%C3%A4&h=1.5"
    assert HTTPClient().query_string_from_dict(fields) == text
    assert HTTPClient().query_string_from_dict({}) == ""


# Responses ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "code", "length", "body", "after"),
    [
        ("/plain", 200, 5, b"hello", CONNECTED),
        ("/chunked", 200, -1, b"hello world", CONNECTED),
        ("/trailer", 200, -1, b"hello", CONNECTED),
        ("/empty", 200, 0, b"", CONNECTED),
        ("/404", 404, 4, b"gone", CONNECTED),
        ("/http10", 200, 5, b"hello", CONNECTED),
        ("/close", 200, 5, b"hello", CONNECTED),
        ("/100", 200, 5, b"hello", CONNECTED),
        ("/lf", 200, 5, b"hello", CONNECTED),
        ("/304", 304, 0, b"", CONNECTED),
        ("/big", 200, 300_000, b"x" * 300_000, CONNECTED),
        ("/bigchunk", 200, -1, b"y" * 150_000, CONNECTED),
        ("/eof", 200, -1, b"until the end!", DISCONNECTED),
        ("/short", 200, 10, b"hello", DISCONNECTED),
        ("/chunkcut", 200, -1, b"hel", CONNECTION_ERROR),
        ("/badchunk", 200, -1, b"", CONNECTION_ERROR),
    ],
)
def test_responses_with_a_body(
    web: WebServer, path: str, code: int, length: int, body: bytes, after: int
) -> None:
    client = connected(web)
    assert asked(client, path) == [REQUESTING, BODY]
    assert (client.get_response_code(), client.get_response_body_length()) == (code, length)
    assert body_of(client) == body
    assert client.get_status() == after


@pytest.mark.parametrize("path", ["/rubbish", "/nothing", "/badlen", "/endless"])
def test_responses_that_are_none(web: WebServer, path: str) -> None:
    client = connected(web)
    assert asked(client, path) == [REQUESTING, CONNECTION_ERROR]
    assert client.poll() is ERR_CONNECTION_ERROR
    assert (client.get_response_code(), client.has_response()) == (0, False)


def test_responses_without_a_body(web: WebServer) -> None:
    client = connected(web)
    assert asked(client, "/204") == [REQUESTING, CONNECTED]
    for path in ("/plain", "/chunked"):
        assert asked(client, path, HEAD) == [REQUESTING, BODY]
        assert client.get_response_body_length() == 0
        assert body_of(client) == b""
        assert client.get_status() == CONNECTED


def test_headers_are_handed_out_once(web: WebServer) -> None:
    client = connected(web)
    asked(client, "/plain")
    assert client.has_response()
    assert list(client.get_response_headers()) == [
        "X-A: 1",
        "x-b:2",
        "X-A:  3",
        "Content-Length: 5",
    ]
    assert not client.has_response()
    assert list(client.get_response_headers()) == []
    assert client.get_response_headers_as_dictionary() == {}
    assert body_of(client) == b"hello"
    asked(client, "/plain")
    found = client.get_response_headers_as_dictionary()
    assert found == {"X-A": "3", "x-b": "2", "Content-Length": "5"}


def test_a_connection_that_ends_between_requests(web: WebServer) -> None:
    client = connected(web)
    asked(client, "/close")
    assert body_of(client) == b"hello"
    assert settle(client, CONNECTED) == [CONNECTED, CONNECTION_ERROR]
    assert client.connect_to_host("127.0.0.1", web.port) is OK
    assert settle(client, CONNECTING) == [CONNECTING, CONNECTED]


def test_a_body_that_stops(web: WebServer) -> None:
    client = connected(web)
    asked(client, "/half")
    until(lambda: client.read_response_body_chunk() == b"hello")
    for _ in range(3):
        assert client.poll() is OK
        assert client.read_response_body_chunk() == b""
    assert client.get_status() == BODY
    client.close()
    assert (client.get_status(), client.get_response_code()) == (DISCONNECTED, 0)


@pytest.mark.parametrize("polls", [True, False])
def test_a_body_that_is_cut(polls: bool) -> None:
    client = HTTPClient()
    with RawServer() as listener:
        assert client.connect_to_host("127.0.0.1", listener.port) is OK
        raw = listener.accept(client.poll)
    settle(client, RESOLVING, CONNECTING)
    assert client.request(GET, "/", []) is OK
    raw.until(b"\r\n\r\n", client.poll)
    raw.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello")
    settle(client, REQUESTING)
    assert client.read_response_body_chunk() == b"hello"
    raw.shut()
    if polls:  # finds that the rest cannot come
        until(lambda: client.poll() is not OK)
        assert client.get_status() == CONNECTION_ERROR
    else:
        until(lambda: client.get_status() != BODY, client.read_response_body_chunk)
        assert client.get_status() == DISCONNECTED


def test_a_body_that_ends_with_the_connection_survives_polls() -> None:
    client = HTTPClient()
    with RawServer() as listener:
        assert client.connect_to_host("127.0.0.1", listener.port) is OK
        raw = listener.accept(client.poll)
    settle(client, RESOLVING, CONNECTING)
    assert client.request(GET, "/", []) is OK
    raw.until(b"\r\n\r\n", client.poll)
    raw.raw(b"HTTP/1.1 200 OK\r\n\r\nhello")
    settle(client, REQUESTING)
    assert client.read_response_body_chunk() == b"hello"
    raw.raw(b" again")
    raw.shut()
    found: list[bytes] = []

    def read() -> None:
        assert client.poll() is OK
        found.append(bytes(client.read_response_body_chunk()))

    until(lambda: client.get_status() != BODY, read)
    assert (b"".join(found), client.get_status()) == (b" again", DISCONNECTED)


def test_sizes_of_chunks(web: WebServer, errors: list[str]) -> None:
    client = connected(web)
    for size, kept in [(100, 65536), (256, 256), (1 << 25, 256)]:
        client.read_chunk_size = size
        assert client.read_chunk_size == kept
    asked(client, "/big")
    until(lambda: len(client.read_response_body_chunk()) == 256)
    assert len(errors) == 2


def test_a_client_that_blocks(web: WebServer) -> None:
    client = HTTPClient()
    client.blocking_mode_enabled = True
    assert client.connect_to_host("localhost", web.port) is OK
    until(lambda: client.get_status() == CONNECTED, client.poll)
    assert client.request(GET, "/big", []) is OK
    assert client.poll() is OK
    assert client.get_status() == BODY
    total = 0
    while client.get_status() == BODY:
        data = client.read_response_body_chunk()
        assert data
        total += len(data)
    assert total == 300_000


def test_a_stream_of_the_script(web: WebServer, errors: list[str]) -> None:
    stream, client = StreamPeerTCP(), HTTPClient()
    stream.connect_to_host("127.0.0.1", web.port)
    until(lambda: stream.get_status() == 2, stream.poll)
    client.connection = stream
    assert client.get_status() == CONNECTED
    assert client.connection is stream
    asked(client, "/plain")
    assert body_of(client) == b"hello"
    client.connection = None
    assert client.connection is stream
    assert errors == ["Connection is not a reference to a valid StreamPeer object."]


@pytest.mark.parametrize("piece", [1, 3])
def test_a_response_byte_by_byte(piece: int) -> None:
    client = HTTPClient()
    with RawServer() as listener:
        client.connect_to_host("127.0.0.1", listener.port)
        raw = listener.accept()
    settle(client, CONNECTING)
    client.request(GET, "/", [])
    raw.until(b"\r\n\r\n", client.poll)
    data = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nT: t\r\n\r\n"
    found = b""
    for start in range(0, len(data), piece):
        raw.raw(data[start : start + piece])
        client.poll()
        if client.get_status() == BODY:
            found += bytes(client.read_response_body_chunk())
    found += body_of(client)
    assert (found, int(client.get_status())) == (b"hello", CONNECTED)
    raw.shut()
