"""`HTTPRequest`: what comes of a request, redirects, limits, files and time."""

from __future__ import annotations

import select
import ssl
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from engine import (
    ERR_BUSY,
    ERR_INVALID_PARAMETER,
    ERR_UNCONFIGURED,
    OK,
    CryptoKey,
    HTTPClient,
    HTTPRequest,
    TLSOptions,
    X509Certificate,
)
from engine.testing import expect_error
from engine.testing.headless import HeadlessTree
from tests.godot.recorded import VENDORED
from tests.web_server import WebServer

(
    SUCCESS,
    _,
    CANT_CONNECT,
    CANT_RESOLVE,
    CONNECTION_ERROR,
    TLS_ERROR,
    _,
    TOO_LARGE,
    BAD_GZIP,
    _,
    NO_FILE,
    _,
    REDIRECTS,
    TIMEOUT,
) = range(14)
CERTIFICATES = VENDORED / "net" / "tls_pair.d"


@pytest.fixture
def web() -> Iterator[WebServer]:
    with WebServer() as server:
        yield server


@pytest.fixture
def secure_web() -> Iterator[WebServer]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / "cert.pem", CERTIFICATES / "key.pem")
    with WebServer(context) as server:
        yield server


class Asked:
    """A request in a tree, and what has come of it."""

    def __init__(self, tree: HeadlessTree) -> None:
        self.tree = tree
        self.node = HTTPRequest()
        self.ends: list[tuple[int, int, list[str], bytes]] = []
        self.node.request_completed.connect(self._completed)
        tree.root.add_child(self.node)

    def _completed(self, result: int, code: int, headers: Any, body: Any) -> None:
        self.ends.append((int(result), code, list(headers), bytes(body)))

    def end(self) -> tuple[int, int, list[str], bytes]:
        deadline = time.monotonic() + 10
        while not self.ends:
            assert time.monotonic() < deadline, "it never came"
            self.tree.tick()
            select.select((), (), (), 0.001)
        assert self.node.get_http_client_status() == HTTPClient.STATUS_DISCONNECTED
        return self.ends.pop()

    def get(self, web: WebServer, path: str, **how: Any) -> tuple[int, int, bytes]:
        url = f"http://127.0.0.1:{web.port}{path}"
        assert self.node.request(url, **how) is OK
        result, code, _, body = self.end()
        return result, code, body


@pytest.fixture
def asked(tree: HeadlessTree) -> Asked:
    return Asked(tree)


# Calls -------------------------------------------------------------------------------------------


@pytest.mark.allow_errors
def test_defaults_and_settings() -> None:
    node = HTTPRequest()
    assert (node.accept_gzip, node.body_size_limit, node.download_chunk_size) == (True, -1, 65536)
    assert (node.download_file, node.max_redirects, node.timeout) == ("", 8, 0.0)
    assert (node.use_threads, node.get_body_size(), node.get_downloaded_bytes()) == (False, -1, 0)
    node.timeout, node.download_chunk_size = -1.0, 10
    assert (node.timeout, node.download_chunk_size) == (0.0, 65536)
    assert node.request("http://127.0.0.1") is ERR_UNCONFIGURED
    node.free()


def test_what_cannot_be_set_during_a_request(asked: Asked, web: WebServer) -> None:
    assert asked.node.request(f"http://127.0.0.1:{web.port}/silent") is OK
    with expect_error("get_http_client_status() != HTTPClient::STATUS_DISCONNECTED") as errors:
        asked.node.use_threads = True
        asked.node.body_size_limit = 5
        asked.node.download_chunk_size = 1000
    assert len(errors) == 3
    node = asked.node
    assert (node.use_threads, node.body_size_limit, node.download_chunk_size) == (False, -1, 65536)
    node.cancel_request()
    node.use_threads = True
    assert node.use_threads


@pytest.mark.allow_errors
@pytest.mark.parametrize(
    "url",
    [
        "",
        "127.0.0.1/plain",
        "ftp://127.0.0.1/",
        "http://",
        "http://127.0.0.1:0/",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1:80?a=b",
        "http://127.0.0.1/\r\nX: y",
    ],
)
def test_bad_urls(asked: Asked, url: str) -> None:
    assert asked.node.request(url) is ERR_INVALID_PARAMETER
    asked.tree.tick(3)
    assert asked.ends == []


@pytest.mark.allow_errors
def test_one_at_a_time(asked: Asked, web: WebServer) -> None:
    url = f"http://127.0.0.1:{web.port}"
    assert asked.node.request(url + "/slow") is OK
    assert asked.node.request(url + "/plain") is ERR_BUSY
    asked.node.download_file = "x"
    assert asked.node.download_file == ""
    asked.node.cancel_request()
    assert asked.get(web, "/plain") == (SUCCESS, 200, b"hello")
    assert asked.ends == []


def test_leaving_the_tree_cancels(asked: Asked, web: WebServer) -> None:
    asked.node.request(f"http://127.0.0.1:{web.port}/slow")
    asked.tree.tick(2)
    asked.tree.root.remove_child(asked.node)
    assert asked.node.get_http_client_status() == HTTPClient.STATUS_DISCONNECTED
    asked.tree.root.add_child(asked.node)
    asked.tree.tick(2)
    assert asked.ends == []
    assert asked.get(web, "/plain")[0] == SUCCESS


# Results -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "result", "code", "body"),
    [
        ("/plain", SUCCESS, 200, b"hello"),
        ("/chunked", SUCCESS, 200, b"hello world"),
        ("/trailer", SUCCESS, 200, b"hello"),
        ("/eof", SUCCESS, 200, b"until the end!"),
        ("/close", SUCCESS, 200, b"hello"),
        ("/empty", SUCCESS, 200, b""),
        ("/204", SUCCESS, 204, b""),
        ("/304", SUCCESS, 304, b""),
        ("/404", SUCCESS, 404, b"gone"),
        ("/http10", SUCCESS, 200, b"hello"),
        ("/big", SUCCESS, 200, b"x" * 300_000),
        ("/bigchunk", SUCCESS, 200, b"y" * 150_000),
        ("/gzip", SUCCESS, 200, b"zipped" * 10),
        ("/short", CANT_CONNECT, 0, b""),
        ("/rubbish", CONNECTION_ERROR, 0, b""),
        ("/nothing", CONNECTION_ERROR, 0, b""),
        ("/badchunk", CONNECTION_ERROR, 0, b""),
        ("/chunkcut", CONNECTION_ERROR, 0, b""),
        ("/badgzip", BAD_GZIP, 200, b""),
        ("/gzipcut", BAD_GZIP, 200, b""),
    ],
)
def test_results(
    asked: Asked, web: WebServer, path: str, result: int, code: int, body: bytes
) -> None:
    assert asked.get(web, path) == (result, code, body)
    assert asked.get(web, "/plain") == (SUCCESS, 200, b"hello")


def test_nobody_is_there(asked: Asked) -> None:
    assert asked.node.request("http://nonsense.invalid/") is OK
    assert asked.end() == (CANT_RESOLVE, 0, [], b"")
    assert asked.node.request("http://127.0.0.1:1/") is OK
    assert asked.end() == (CANT_CONNECT, 0, [], b"")


def test_progress(asked: Asked, web: WebServer) -> None:
    asked.node.request(f"http://127.0.0.1:{web.port}/half")
    deadline = time.monotonic() + 10
    while asked.node.get_downloaded_bytes() < 5:
        assert time.monotonic() < deadline
        asked.tree.tick()
    assert (asked.node.get_downloaded_bytes(), asked.node.get_body_size()) == (5, 10)
    assert asked.node.get_http_client_status() == HTTPClient.STATUS_BODY


def test_what_goes_out(asked: Asked, web: WebServer) -> None:
    asked.get(
        web, "/echo", custom_headers=["X: y"], method=HTTPClient.METHOD_POST, request_data="d"
    )
    lines = web.requests[-1].decode().split("\r\n")
    assert lines[:4] == [
        "POST /echo HTTP/1.1",
        "X: y",
        "Accept-Encoding: gzip, deflate",
        f"Host: 127.0.0.1:{web.port}",
    ]
    asked.get(web, "/echo", custom_headers=["accept-encoding: x"])
    assert web.requests[-1].count(b"ncoding") == 1
    asked.node.accept_gzip = False
    asked.get(web, "/echo#fragment")
    assert b"ncoding" not in web.requests[-1]
    assert web.requests[-1].startswith(b"GET /echo HTTP/1.1\r\n")
    assert asked.get(web, "/gzip")[2].startswith(b"\x1f\x8b")


@pytest.mark.allow_errors
@pytest.mark.parametrize("how", [{"method": 9}, {"custom_headers": ["nonsense"]}])
def test_requests_that_are_refused(asked: Asked, web: WebServer, how: dict[str, Any]) -> None:
    assert asked.get(web, "/plain", **how) == (CONNECTION_ERROR, 0, b"")


def test_it_can_be_awaited(asked: Asked, web: WebServer) -> None:
    found: list[Any] = []

    async def ask() -> None:
        asked.node.request(f"http://127.0.0.1:{web.port}/plain")
        found.append(await asked.node.request_completed)

    from engine import start

    start(ask())
    asked.end()
    result, code, headers, body = found[0]
    assert (result, code, bytes(body)) == (SUCCESS, 200, b"hello")
    assert headers[0] == "X-A: 1"


# Limits ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "limit", "result"),
    [
        ("/plain", 4, TOO_LARGE),
        ("/plain", 5, SUCCESS),
        ("/chunked", 10, TOO_LARGE),
        ("/chunked", 11, SUCCESS),
        ("/gzip", 59, TOO_LARGE),
        ("/gzip", 60, SUCCESS),
        ("/bomb", 1_000_000, TOO_LARGE),
    ],
)
def test_limits_of_the_body(
    asked: Asked, web: WebServer, path: str, limit: int, result: int
) -> None:
    asked.node.body_size_limit = limit
    found = asked.get(web, path)
    assert found[:2] == (result, 200)
    assert bool(found[2]) == (result == SUCCESS)


@pytest.mark.parametrize("path", ["/slow", "/half"])
def test_timeouts(asked: Asked, web: WebServer, path: str) -> None:
    asked.node.timeout = 2.0
    asked.node.request(f"http://127.0.0.1:{web.port}{path}")
    asked.tree.tick(100)
    assert asked.ends == []
    asked.tree.tick(30)
    assert asked.ends == [(TIMEOUT, 0, [], b"")]


# Redirects ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "most", "found"),
    [
        ("/moved", 8, (SUCCESS, 200, b"hello")),
        ("/moved", -1, (SUCCESS, 200, b"hello")),
        ("/moved", 0, (REDIRECTS, 302, b"")),
        ("/moved/near", 8, (SUCCESS, 200, b"here")),
        ("/moved/nowhere", 8, (SUCCESS, 301, b"abc")),
        ("/moved/303", 8, (SUCCESS, 303, b"")),
        ("/moved/307", 8, (SUCCESS, 307, b"")),
        ("/loop", 8, (REDIRECTS, 301, b"")),
    ],
)
def test_redirects(
    asked: Asked, web: WebServer, path: str, most: int, found: tuple[int, int, bytes]
) -> None:
    asked.node.max_redirects = most
    assert asked.get(web, path) == found
    assert len(web.requests) == (9 if path == "/loop" else 2 if found[1] == 200 else 1)


@pytest.mark.allow_errors
def test_a_redirect_to_what_is_no_web_address(asked: Asked, web: WebServer) -> None:
    assert asked.get(web, "/moved/bad") == (CONNECTION_ERROR, 0, b"")


def test_a_redirect_asks_for_less(asked: Asked, web: WebServer) -> None:
    """No body and nothing about it, and no secrets for another host."""
    headers = ["X: y", "Content-Type: a/b", "Authorization: secret", "Cookie: secret"]
    post = HTTPClient.METHOD_POST
    asked.get(web, "/moved/there", custom_headers=headers, method=post, request_data="data")
    first, second = web.requests
    assert first.startswith(b"POST ")
    assert first.endswith(b"\r\n\r\ndata")
    assert first.count(b"secret") == 2
    assert second.startswith(b"GET /echo HTTP/1.1\r\nX: y\r\n")
    assert second.endswith(b"\r\n\r\n")
    assert b"Content-" not in second
    assert b"secret" not in second
    web.requests.clear()
    asked.get(web, "/moved", custom_headers=headers)
    assert web.requests[1].count(b"secret") == 2


# Files -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "data"),
    [("/big", b"x" * 300_000), ("/gzip", b"zipped" * 10), ("/404", b"gone"), ("/empty", b"")],
)
def test_into_a_file(asked: Asked, web: WebServer, tmp_path: Path, path: str, data: bytes) -> None:
    asked.node.download_file = str(tmp_path / "file")
    result, _, body = asked.get(web, path)
    assert (result, body) == (SUCCESS, b"")
    assert (tmp_path / "file").read_bytes() == data


def test_into_a_file_that_cannot_be(asked: Asked, web: WebServer, tmp_path: Path) -> None:
    asked.node.download_file = str(tmp_path / "no" / "file")
    assert asked.get(web, "/plain") == (NO_FILE, 200, b"")


# TLS ---------------------------------------------------------------------------------------------


def trusted() -> TLSOptions:
    certificate = X509Certificate()
    assert certificate.load(str(CERTIFICATES / "cert.pem")) is OK
    return TLSOptions.client(certificate)


@pytest.mark.allow_errors
def test_https(asked: Asked, secure_web: WebServer) -> None:
    url = f"https://localhost:{secure_web.port}/chunked"
    asked.node.request(url)
    assert asked.end() == (TLS_ERROR, 0, [], b"")
    asked.node.set_tls_options(TLSOptions.server(CryptoKey(), X509Certificate()))
    asked.node.set_tls_options(trusted())
    asked.node.request(url)
    assert asked.end()[3] == b"hello world"


def test_by_a_proxy(asked: Asked, web: WebServer) -> None:
    asked.node.set_http_proxy("127.0.0.1", web.port)
    asked.node.request("http://example.com/path")
    assert asked.end()[3].startswith(b"GET http://example.com:80/path HTTP/1.1\r\n")


def test_two_trees_at_once(make_tree: Callable[[], HeadlessTree], web: WebServer) -> None:
    one, two = Asked(make_tree()), Asked(make_tree())
    one.node.request(f"http://127.0.0.1:{web.port}/big")
    two.node.request(f"http://127.0.0.1:{web.port}/plain")
    assert two.end()[3] == b"hello"
    assert len(one.end()[3]) == 300_000
