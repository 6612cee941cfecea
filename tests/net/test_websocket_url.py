"""URLs taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.net._websocket_url import WebSocketUrl, parse_url


@pytest.mark.parametrize(
    ("url", "secure", "host", "port", "target", "header"),
    [
        ("ws://127.0.0.1:9080", False, "127.0.0.1", 9080, "/", "127.0.0.1:9080"),
        ("ws://host", False, "host", 80, "/", "host"),
        ("ws://host:80", False, "host", 80, "/", "host"),
        ("ws://host:443", False, "host", 443, "/", "host:443"),
        ("wss://host", True, "host", 443, "/", "host"),
        ("wss://host:80/x", True, "host", 80, "/x", "host:80"),
        ("WS://LocalHost:1/Upper", False, "localhost", 1, "/Upper", "localhost:1"),
        ("127.0.0.1:9080/noscheme", False, "127.0.0.1", 9080, "/noscheme", "127.0.0.1:9080"),
        ("localhost", False, "localhost", 80, "/", "localhost"),
        ("ws://h/chat?room=1&b=%20#frag", False, "h", 80, "/chat?room=1&b=%20", "h"),
        ("ws://h:1#frag/ment", False, "h", 1, "/", "h:1"),
        ("ws://h//double", False, "h", 80, "//double", "h"),
        ("ws://h/ü€ and words", False, "h", 80, "/ü€ and words", "h"),
        ("ws://user:pw@h:1/u", False, "h", 1, "/u", "h:1"),
        ("ws://@h", False, "h", 80, "/", "h"),
        ("ws://[::1]:5/six", False, "::1", 5, "/six", "[::1]:5"),
        ("ws://[::1]5", False, "::1", 80, "/", "[::1]"),
        ("ws://h:65535", False, "h", 65535, "/", "h:65535"),
    ],
)
def test_good_urls(url: str, secure: bool, host: str, port: int, target: str, header: str) -> None:
    found = parse_url(url)
    assert found == WebSocketUrl(secure, host, port, target)
    assert isinstance(found, WebSocketUrl)
    assert found.host_header == header


@pytest.mark.parametrize(
    "url",
    [
        *("ws://", "wss://", "://", "ws:", "/", "ws:///path", "ws:/127.0.0.1:80", "ws://:80"),
        *(f"ws://127.0.0.1:{port}/" for port in ("0", "65536", "70000", "-1", "abc", "12x", "")),
        *("ws://127.0.0.1::80", "ws://127.0.0.1:80?q=1", "ws://[::1", "ws://[]:80", "ws://::1:80"),
        *(" ws://127.0.0.1:80", "ws://127.0.0.1:80 ", "ws://h/a\r\nX: y", "ws://h\x00/"),
    ],
)
def test_bad_urls(url: str) -> None:
    assert parse_url(url) == f"Invalid URL: {url}"


@pytest.mark.parametrize("scheme", ["http", "https", "ftp", "wsx"])
def test_other_schemes(scheme: str) -> None:
    assert parse_url(f"{scheme}://h:80") == (
        f'Invalid protocol: "{scheme}://" (must be either "ws://" or "wss://").'
    )


@given(st.text())
def test_any_text(url: str) -> None:
    found = parse_url(url)
    if isinstance(found, WebSocketUrl):
        assert found.host
        assert 1 <= found.port <= 65535
        assert found.target.startswith("/")
        assert "\r" not in found.target + found.host
        assert "\n" not in found.target + found.host
