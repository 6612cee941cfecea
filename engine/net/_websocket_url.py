"""WebSocket URLs, taken apart as Godot does it."""

from __future__ import annotations

import re
from typing import NamedTuple

_SCHEME = re.compile(r"([A-Za-z0-9+.-]*)://")
_NUMBER = re.compile(r"[+-]?[0-9]+\Z")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class WebSocketUrl(NamedTuple):
    """Where to connect, and what to ask for.

    Attributes:
        secure: `wss://`.
        host: a name or address in small letters, without brackets.
        port: 1 to 65535.
        target: path and query, as they were given.
    """

    secure: bool
    host: str
    port: int
    target: str

    @property
    def host_header(self) -> str:
        """What the Host header says: IPv6 in brackets, the port unless it is the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.secure else 80) else f"{host}:{self.port}"


def parse_url(url: str) -> WebSocketUrl | str:
    """Takes a URL apart, or says what is wrong with it."""
    scheme, rest = "", url
    if match := _SCHEME.match(url):
        scheme, rest = match[1].lower() + "://", url[match.end() :]
    rest, _, _ = rest.partition("#")
    place, slash, path = rest.partition("/")
    _, at, behind = place.partition("@")
    found = host_and_port(behind if at else place)
    if found is None or _CONTROL.search(url):
        return f"Invalid URL: {url}"
    host, port = found
    if scheme not in ("", "ws://", "wss://"):
        return f'Invalid protocol: "{scheme}" (must be either "ws://" or "wss://").'
    secure = scheme == "wss://"
    return WebSocketUrl(secure, host.lower(), port or (443 if secure else 80), slash + path or "/")


def host_and_port(place: str) -> tuple[str, int] | None:
    """The host, and the port or 0, in the middle of a URL; None when they make no sense."""
    if place.startswith("["):
        host, bracket, rest = place[1:].rpartition("]")
        colon, port = rest[:1], rest[1:]
        if not bracket or colon != ":":  # what else follows the bracket is of no account
            return (host, 0) if bracket and host else None
    else:
        host, colon, port = place.partition(":")
    if not host:
        return None
    if not colon:
        return host, 0
    number = int(port) if _NUMBER.match(port) else 0
    return (host, number) if 1 <= number <= 65535 else None
