"""The opening handshake, for either side: bytes in, bytes and a verdict out.

wsproto's own handshake is stricter than Godot's in some places and more generous in others, and
words its requests differently; this one sends and takes what Godot sends and takes. Where Godot
refuses what the standard allows (a header without a value, `Connection: keep-alive, Upgrade`), this
one takes it, and where Godot is open to misuse (line breaks in headers, a header without an end) it
refuses.

Both classes collect bytes until an empty line, judge the whole block at once, and keep what came
behind it: those are the first frames.
"""

from __future__ import annotations

from enum import Enum

from wsproto.utilities import generate_accept_token, generate_nonce

from engine.net._websocket_deflate import OFFER, Agreement, accept_offer, read_answer

HEADER_MAX = 4096
"""A longer block of headers is refused, in bytes."""

_MIN_LINES = 4


class Verdict(Enum):
    """How far a handshake is."""

    WAITING = 0
    ACCEPTED = 1
    REFUSED = 2


def header_problem(headers: list[str], protocols: list[str]) -> str:
    """Why these cannot be sent, "" if they can: a line break would make one header several."""
    for line in headers:
        if not line or "\r" in line or "\n" in line:
            return f"A handshake header must be a single line that is not empty: {line!r}."
    for protocol in protocols:
        if "\r" in protocol or "\n" in protocol:
            return f"A sub-protocol must not contain line breaks: {protocol!r}."
    return ""


def _words(line: str) -> list[str]:
    return [word for word in line.split(" ") if word]


class Handshake:
    """What both sides have in common: collecting the other side's lines.

    Args:
        protocols: sub-protocols that are spoken; looked at when the other side has answered.
        headers: header lines to be added to what is sent.
        deflate: whether messages may be compressed.

    Attributes:
        verdict: how far it is.
        rest: bytes behind the headers, once they are there.
        reply: bytes to send now; the reader clears it.
        protocol: the sub-protocol that was chosen, or that a server wrongly sent.
        agreement: how messages may be compressed; None: not at all.
        complaints: what the script is to be told as errors.
    """

    __slots__ = (
        "_block",
        "_deflate",
        "_headers",
        "_protocols",
        "agreement",
        "complaints",
        "protocol",
        "reply",
        "rest",
        "verdict",
    )

    masked_in = False
    """Whether the other side has to mask its frames."""

    too_big = "Response headers too big."

    def __init__(self, protocols: list[str], headers: list[str], deflate: bool) -> None:
        self.verdict = Verdict.WAITING
        self.rest = b""
        self.reply = b""
        self.protocol = ""
        self.agreement: Agreement | None = None
        self.complaints: list[str] = []
        self._deflate = deflate
        self._protocols = protocols
        self._headers = headers
        self._block = bytearray()

    def receive(self, data: bytes) -> None:
        """Takes bytes that came, and judges once the headers are complete."""
        block = self._block
        begin = max(0, len(block) - 3)
        block += data
        at = block.find(b"\r\n\r\n", begin)
        size = at + 4 if at >= 0 else len(block)
        if size > HEADER_MAX:
            self._refuse(self.too_big)
        elif at >= 0:
            self.rest = bytes(block[size:])
            lines = bytes(block[:at]).decode("utf-8", "replace").split("\r\n")
            self._judge(lines)
            block.clear()

    def _judge(self, lines: list[str]) -> None:
        """Decides on the first line and the headers of the other side; the sides' own."""

    def _refuse(self, *complaints: str) -> None:
        self.verdict = Verdict.REFUSED
        self.complaints += complaints

    def _parse(self, lines: list[str]) -> dict[str, str] | str:
        """The headers by name in small letters, repeated ones joined; or the line that is none."""
        found: dict[str, str] = {}
        for line in lines:
            name, colon, value = line.partition(":")
            if not name or not colon:
                return line
            name, value = name.lower(), value.strip()
            found[name] = f"{found[name]},{value}" if name in found else value
        return found

    def _lines(self, first: list[str], more: list[str]) -> bytes:
        upgrade = ["Upgrade: websocket", "Connection: Upgrade"]
        lines = [*first, *upgrade, *more, *self._headers, "", ""]
        return "\r\n".join(lines).encode("utf-8", "replace")


class ClientHandshake(Handshake):
    """The side that asks.

    Args:
        host: what the Host header says.
        target: path and query.
        protocols: sub-protocols to ask for, the best first.
        headers: more header lines, sent as they are.
        key: the nonce; random by default.
        deflate: whether to offer permessage-deflate.
    """

    __slots__ = ("_accept",)

    def __init__(
        self,
        host: str,
        target: str,
        protocols: list[str],
        headers: list[str],
        key: str = "",
        *,
        deflate: bool = False,
    ) -> None:
        super().__init__(protocols, headers, deflate)
        key = key or generate_nonce().decode("ascii")
        self._accept = generate_accept_token(key.encode("ascii")).decode("ascii")
        more = [f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13"]
        if protocols:
            more.append(f"Sec-WebSocket-Protocol: {','.join(protocols)}")
        if deflate:
            more.append(f"Sec-WebSocket-Extensions: {OFFER}")
        self.reply = self._lines([f"GET {target} HTTP/1.1", f"Host: {host}"], more)

    def _judge(self, lines: list[str]) -> None:
        problem = self._problem(lines)
        if problem:
            self._refuse(problem, "Invalid response headers.")
        else:
            self.verdict = Verdict.ACCEPTED

    def _problem(self, lines: list[str]) -> str:
        if len(lines) < _MIN_LINES:
            return f"Not enough response headers. Got: {len(lines)}, expected >= {_MIN_LINES}."
        words = _words(lines[0])
        if len(words) < 2:
            return "Invalid protocol or status code."
        if words[0] != "HTTP/1.1":
            return f"Invalid protocol. Got: '{words[0]}', expected 'HTTP/1.1'."
        if words[1] != "101":
            return f"Invalid status code. Got: '{words[1]}', expected '101'."
        headers = self._parse(lines[1:])
        if isinstance(headers, str):
            return f"Invalid header -> {headers}."
        return self._header_problem(headers)

    def _header_problem(self, headers: dict[str, str]) -> str:
        missing = "Missing or invalid header '{}'. Expected value '{}'."
        tokens = [token.strip().lower() for token in headers.get("connection", "").split(",")]
        if "upgrade" not in tokens:
            return missing.format("connection", "upgrade")
        if headers.get("upgrade", "").lower() != "websocket":
            return missing.format("upgrade", "websocket")
        if headers.get("sec-websocket-accept") != self._accept:
            return missing.format("sec-websocket-accept", self._accept)
        problem = self._protocol_problem(headers.get("sec-websocket-protocol", ""))
        return problem or self._extension_problem(headers.get("sec-websocket-extensions", ""))

    def _protocol_problem(self, chosen: str) -> str:
        if self._protocols:
            self.protocol = chosen
        if chosen and chosen not in self._protocols:
            return f"Received unrequested sub-protocol -> {chosen}"
        if self._protocols and not chosen:
            return "Requested sub-protocol(s) but received none."
        return ""

    def _extension_problem(self, answer: str) -> str:
        if not self._deflate:
            return ""  # Godot does not look at it
        agreed = read_answer(answer)
        if isinstance(agreed, str):
            return agreed
        self.agreement = agreed
        return ""


class ServerHandshake(Handshake):
    """The side that answers.

    Args:
        protocols: sub-protocols that are spoken.
        headers: more header lines for the answer, sent as they are.
        scheme: `ws://` or `wss://`, for `url`.
        deflate: whether to accept permessage-deflate.

    Attributes:
        url: scheme, host and target as the client asked for them; "" before its request was read.
        greeting: bytes of frames to be sent right behind the answer.
    """

    __slots__ = ("_extensions", "_scheme", "greeting", "url")

    masked_in = True
    too_big = "WebSocket response headers are too big."

    def __init__(
        self,
        protocols: list[str],
        headers: list[str],
        scheme: str = "ws://",
        *,
        deflate: bool = False,
    ) -> None:
        super().__init__(protocols, headers, deflate)
        self._extensions = ""
        self.url = ""
        self.greeting = b""
        self._scheme = scheme

    def _judge(self, lines: list[str]) -> None:
        if len(lines) < _MIN_LINES:
            self._refuse(f"Not enough response headers, got: {len(lines)}, expected >= 4.")
            return
        words = _words(lines[0])
        if len(words) < 3 or words[0] != "GET" or words[2] != "HTTP/1.1":
            self._refuse("Invalid method or HTTP version.")
            return
        headers = self._parse(lines[1:])
        if isinstance(headers, str):
            self._refuse(f"Invalid header -> {headers}")
            return
        self.url = f"{self._scheme}{headers.get('host', '')}{words[1]}"
        problem = self._header_problem(headers)
        if problem:
            self._refuse(problem)
        elif not self._choose(headers.get("sec-websocket-protocol", "")):
            self._refuse()
        else:
            self._accept(headers["sec-websocket-key"])

    def _header_problem(self, headers: dict[str, str]) -> str:
        for name, value in (("upgrade", "websocket"), ("sec-websocket-version", "13")):
            if headers.get(name, "").lower() != value:
                return f"Missing or invalid header '{name}'. Expected value '{value}'."
        for name in ("sec-websocket-key", "connection"):
            if name not in headers:
                return f"Missing header '{name}'."
        if self._deflate:
            offered = headers.get("sec-websocket-extensions", "")
            accepted = accept_offer(offered)
            if accepted is None:
                return f"Malformed extensions -> {offered}"
            self.agreement, self._extensions = accepted
        return ""

    def _choose(self, wanted: str) -> bool:
        """Chooses the first of the client's sub-protocols that is spoken here; false: no match."""
        for name in wanted.split(","):
            if name.strip() in self._protocols:
                self.protocol = name.strip()
                return True
        return not wanted and not self._protocols

    def _accept(self, key: str) -> None:
        problem = header_problem(self._headers, [])  # they may have been changed meanwhile
        if problem:
            self._refuse(problem)
            return
        token = generate_accept_token(key.encode("utf-8", "replace")).decode("ascii")
        more = [f"Sec-WebSocket-Accept: {token}"]
        if self.protocol:
            more.append(f"Sec-WebSocket-Protocol: {self.protocol}")
        if self._extensions:
            more.append(f"Sec-WebSocket-Extensions: {self._extensions}")
        self.reply = self._lines(["HTTP/1.1 101 Switching Protocols"], more) + self.greeting
        self.verdict = Verdict.ACCEPTED
