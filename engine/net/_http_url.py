"""Web addresses, taken apart as Godot does it."""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.net._websocket_url import host_and_port

_SCHEME = re.compile(r"([A-Za-z0-9+.-]*)://")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class HttpUrl(NamedTuple):
    """Where to connect, and what to ask for.

    Attributes:
        secure: `https://`.
        host: a name or an address, without brackets.
        port: 1 to 65535.
        target: path and query, as they were given.
    """

    secure: bool
    host: str
    port: int
    target: str

    @property
    def place(self) -> str:
        """Everything but the target."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.secure else 'http'}://{host}:{self.port}"

    @property
    def whole(self) -> str:
        """The address again."""
        return self.place + self.target


def parse_http_url(url: str) -> HttpUrl | str:
    """Takes an address apart, or says what is wrong with it."""
    scheme, rest = "", url
    if match := _SCHEME.match(url):
        scheme, rest = match[1].lower() + "://", url[match.end() :]
    rest, _, _ = rest.partition("#")
    place, slash, path = rest.partition("/")
    found = host_and_port(place.rpartition("@")[2])
    if found is None or _CONTROL.search(url):
        return f"Error parsing URL: '{url}'."
    if scheme not in ("http://", "https://"):
        return f"Invalid URL scheme: '{scheme}'."
    secure = scheme == "https://"
    host, port = found
    return HttpUrl(secure, host, port or (443 if secure else 80), slash + path or "/")
