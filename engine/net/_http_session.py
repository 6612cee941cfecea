"""One HTTP/1.1 connection of a client without a socket: bytes in, headers and body out.

h11 knows where a body ends. The request is put together here, for its headers are to go out in the
script's order and spelling, and the response's headers are read here, for a script is to see the
lines that were sent, and whatever a server says that has nothing to do with the body is no fault.
h11 is told of both what decides about the body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

import h11

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH")

HEAD_MAX = 1 << 17
"""Longer headers of a response are refused, in bytes."""

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LINE_END = re.compile(rb"\r?\n")
_STATUS = re.compile(rb"(?:HTTP\S*|ICY) +([1-9]\d\d)(?: |$)")
_FRAMING = (b"content-length", b"transfer-encoding", b"connection")
_SWITCHING = 101
_CONNECT = METHODS.index("CONNECT")
_OPTIONS = METHODS.index("OPTIONS")


def bad_target(method: int, target: str) -> bool:
    """Whether a request cannot ask for this."""
    if method == _CONNECT:
        host, colon, port = target.rpartition(":")
        return not (host and colon and port.isascii() and port.isdigit())
    if target == "*":
        return method != _OPTIONS
    return not target.startswith(("/", "http://", "https://"))


def bad_header(headers: Sequence[str]) -> str:
    """What is wrong with a script's headers; "" when nothing is."""
    for index, line in enumerate(headers):
        name, _, value = line.partition(":")
        if not name.strip() or not value.strip() or any(sign in line for sign in "\r\n\0"):
            return (
                f"Invalid HTTP header at index {index}: String must contain header-value pair, "
                f"delimited by ':', but was: '{line}'."
            )
    return ""


def build_request(
    method: int, target: str, headers: Sequence[str], body: bytes, host: str, software: str
) -> bytes:
    """A request as bytes.

    Args:
        method: an index into `METHODS`.
        target: what is asked for; spaces and the like are escaped.
        headers: the script's, which come first.
        body: what is sent with it.
        host: for the header `Host`, unless the script has its own.
        software: for the header `User-Agent`, in the same way.
    """
    there = {line.partition(":")[0].strip().lower() for line in headers}
    lines = [f"{METHODS[method]} {quote(target, safe=_AS_IT_IS)} HTTP/1.1", *headers]
    if "host" not in there:
        lines.append(f"Host: {host}")
    if body and "content-length" not in there:
        lines.append(f"Content-Length: {len(body)}")
    if "user-agent" not in there:
        lines.append(f"User-Agent: {software}")
    if "accept" not in there:
        lines.append("Accept: */*")
    return "\r\n".join([*lines, "", ""]).encode("utf-8", "replace") + body


# All that can be seen, but no spaces; beyond ASCII, bytes are escaped.
_AS_IT_IS = "".join(chr(code) for code in range(0x21, 0x7F))


class HttpSession:
    """What the server answers to one request after the other.

    Attributes:
        code: the status of the response; 0 while there is none.
        headers: its header lines, as they were sent.
        chunked: whether its body comes in chunks.
        length: bytes of its body; -1 when that is not known.
        framed: whether it says how its body ends.
        headless: its headers tell of a body that does not come, as for `HEAD`.
        complete: all of it has come.
        failed: what has come makes no sense, or was cut short.
    """

    __slots__ = (
        "_body",
        "_head",
        "_http",
        "_method",
        "_over",
        "chunked",
        "code",
        "complete",
        "failed",
        "framed",
        "headers",
        "headless",
        "length",
    )

    def __init__(self) -> None:
        self._http: h11.Connection | None = None
        self._body = bytearray()
        self._method = b""
        self._over = False
        self._head = b""  # what has come of the headers
        self.complete = True
        self._reset()

    def _reset(self) -> None:
        self.code = 0
        self.headers: list[str] = []
        self.chunked = self.framed = self.failed = self.headless = False
        self.length = -1
        self._body.clear()

    def begin(self, method: int) -> None:
        """A request goes out; a response to it is awaited."""
        self._reset()
        self.complete = False
        http = self._http
        if http is None or http.our_state is not h11.DONE or http.their_state is not h11.DONE:
            http = self._http = h11.Connection(h11.CLIENT, max_incomplete_event_size=HEAD_MAX)
        else:
            http.start_next_cycle()
        # `CONNECT` is a request like any other, as in Godot: no tunnel follows.
        self._method = b"HEAD" if METHODS[method] == "HEAD" else b"GET"
        http.send(h11.Request(method=self._method, target="/", headers=[("Host", "-")]))
        http.send(h11.EndOfMessage())

    @property
    def reading_to_the_end(self) -> bool:
        """Whether the end of the stream is the end of the body."""
        return bool(self.code) and not self.framed and not self.headless

    def feed(self, data: bytes) -> None:
        """Takes what has come; no bytes at all are the end of the stream."""
        if self._http is None or self.failed or self._over:
            return
        self._over = not data
        try:
            rest = data if self.code else self._read_head(data)
            if self.code and not self.complete:
                if rest or self._over:
                    self._http.receive_data(rest)
                self._read(self._http)
        except h11.RemoteProtocolError:
            self.failed = True

    def _read_head(self, data: bytes) -> bytes:
        """Takes bytes of the headers, and tells h11; gives what comes behind them."""
        self._head = (self._head + data).lstrip(b"\r\n")
        while not (self.code or self.failed):
            end = _HEAD_END.search(self._head)
            if end is None:
                self.failed = self._over or len(self._head) > HEAD_MAX
                break
            lines = _LINE_END.split(self._head[: end.start()])
            self._head = self._head[end.end() :]
            self._respond(lines)
        if not self.code:
            return b""
        rest, self._head = self._head, b""
        return rest

    def _respond(self, lines: list[bytes]) -> None:
        """Takes the headers of a response, unless only those of an announcement."""
        status = _STATUS.match(lines[0])
        if status is None:
            self.failed = True
            return
        code = int(status[1])
        if 100 <= code < 200 and code != _SWITCHING:
            return
        if code == _SWITCHING:
            self.complete = True
        else:
            self._tell(code, lines)
        self.headers = [line.decode("utf-8", "replace").strip() for line in lines[1:]]
        self.headless = self._method == b"HEAD" or code in (204, 304)
        self.code = code

    def _tell(self, code: int, lines: list[bytes]) -> None:
        """Has h11 know what decides where the body ends."""
        told = [b"HTTP/1.%d %d -" % (not lines[0].startswith(b"HTTP/1.0"), code)]
        for line in lines:
            name, _, value = line.partition(b":")
            if name.strip().lower() in _FRAMING:
                told.append(name.strip() + b": " + value.strip())
        assert self._http is not None
        self._http.receive_data(b"\r\n".join([*told, b"", b""]))
        response = self._http.next_event()
        assert isinstance(response, h11.Response)
        known = dict(response.headers)
        self.chunked = b"transfer-encoding" in known
        self.framed = self.chunked or b"content-length" in known
        if b"content-length" in known and not self.chunked:
            self.length = int(known[b"content-length"])

    def _read(self, http: h11.Connection) -> None:
        while not self.complete:
            event = http.next_event()
            if isinstance(event, h11.Data):
                self._body += event.data
            elif isinstance(event, h11.EndOfMessage):
                self.complete = True
            elif isinstance(event, h11.ConnectionClosed) or event is h11.PAUSED:
                self.failed = True
                return
            elif event is h11.NEED_DATA:
                return

    def waiting(self) -> int:
        """Bytes of the body that wait to be taken."""
        return len(self._body)

    def take(self, count: int) -> bytes:
        """Takes bytes of the body."""
        data = bytes(self._body[:count])
        del self._body[:count]
        return data
