"""The other end of a test: frames and handshakes built by hand, a raw socket, and patience."""

from __future__ import annotations

import base64
import hashlib
import select
import socket
import struct
import time
from collections.abc import Callable, Iterator

from engine.core.error import OK, Error
from engine.net._websocket_session import WebSocketSession

CONT, TEXT, BIN, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
MASK = b"\x11\x22\x33\x44"
KEY = "dGhlIHNhbXBsZSBub25jZQ=="
ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
DEADLINE = 60.0  # a busy machine may take long; only a failure waits for it


def mask(data: bytes, key: bytes = MASK) -> bytes:
    return bytes(byte ^ key[i & 3] for i, byte in enumerate(data))


def frame(
    opcode: int,
    payload: bytes = b"",
    *,
    fin: int = 1,
    rsv: int = 0,
    masked: bool = False,
    length: int | None = None,
    width: int = 0,
) -> bytes:
    """One frame; `length` is what the head claims, `width` the bits of its length field."""
    size = len(payload) if length is None else length
    width = width or (7 if size < 126 else 16 if size < 65536 else 64)
    top = 0x80 if masked else 0
    head = bytes([fin << 7 | rsv << 4 | opcode])
    if width == 7:
        head += bytes([top | size])
    elif width == 16:
        head += bytes([top | 126]) + struct.pack("!H", size)
    else:
        head += bytes([top | 127]) + struct.pack("!Q", size)
    return head + (MASK + mask(payload) if masked else payload)


def close_body(code: int, reason: bytes = b"") -> bytes:
    return struct.pack("!H", code) + reason


def send(session: WebSocketSession, payload: bytes, *, text: bool = False) -> Error:
    """Puts a message into a session's outbox."""
    message = session.message(payload, text)
    if isinstance(message, Error):
        return message
    session.outbox.add_message(message, len(payload))
    return OK


def take(session: WebSocketSession) -> tuple[bytes, bool] | None:
    """The oldest message of a session."""
    if not session.reader.packets:
        return None
    payload, text = session.reader.take()
    return bytes(payload), text


def frames_of(data: bytes) -> list[tuple[int, bytes]]:
    """The (opcode, payload) of whole frames, unmasked; fails on anything unusual."""
    found = []
    while data:
        assert data[0] & 0xF0 == 0x80
        size, start = data[1] & 0x7F, 2
        if size == 126:
            size, start = int.from_bytes(data[2:4], "big"), 4
        elif size == 127:
            size, start = int.from_bytes(data[2:10], "big"), 10
        key = b""
        if data[1] & 0x80:
            key, start = data[start : start + 4], start + 4
        payload = data[start : start + size]
        assert len(payload) == size
        found.append((data[0] & 0xF, mask(payload, key) if key else payload))
        data = data[start + size :]
    return found


def request(*lines: str, first: str = "GET / HTTP/1.1", host: str = "127.0.0.1:80") -> bytes:
    base = [
        first,
        f"Host: {host}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {KEY}",
        "Sec-WebSocket-Version: 13",
    ]
    return "\r\n".join([*base, *lines, "", ""]).encode()


def accept_for(key: str) -> str:
    guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
    return base64.b64encode(hashlib.sha1((key + guid).encode()).digest()).decode()


def response(asked: bytes, *lines: str) -> bytes:
    key = header(asked, "sec-websocket-key")
    base = [
        "HTTP/1.1 101 Switching Protocols",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Accept: {accept_for(key)}",
    ]
    return "\r\n".join([*base, *lines, "", ""]).encode()


def header(block: bytes, name: str) -> str:
    for line in block.decode().split("\r\n")[1:]:
        key, _, value = line.partition(":")
        if key.strip().lower() == name.lower():
            return value.strip()
    return ""


def cuts(data: bytes) -> Iterator[list[bytes]]:
    """The same bytes whole, one by one, and in two pieces."""
    yield [data]
    yield [data[i : i + 1] for i in range(len(data))]
    yield [data[: len(data) // 2], data[len(data) // 2 :]]


class Patience:
    """Waits in small steps, without sleeping longer than it takes a socket to stir."""

    def __init__(self, seconds: float = DEADLINE) -> None:
        self._end = time.monotonic() + seconds

    def over(self) -> bool:
        return time.monotonic() >= self._end


def until(done: Callable[[], object], *polled: Callable[[], object]) -> None:
    """Calls `polled` until `done()`; fails after a while."""
    patience = Patience()
    while not done():
        assert not patience.over(), "it never came"
        for poll in polled:
            poll()
        pause()


def pause(seconds: float = 0.001) -> None:
    """Lets the system carry bytes to and fro."""
    select.select((), (), (), seconds)


class RawPeer:
    """A plain TCP socket with patience."""

    def __init__(self, sock: socket.socket, client: bool) -> None:
        self.sock = sock
        self.client = client
        self.buffer = b""
        self.request = b""
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.setblocking(False)

    def __enter__(self) -> RawPeer:
        return self

    def __exit__(self, *_: object) -> None:
        self.sock.close()

    def raw(self, data: bytes) -> None:
        self.sock.setblocking(True)
        self.sock.sendall(data)
        self.sock.setblocking(False)

    def send(self, opcode: int, payload: bytes = b"", **how: int) -> None:
        how.setdefault("masked", self.client)
        self.raw(frame(opcode, payload, **how))  # type: ignore[arg-type]

    def fill(self) -> bool:
        """Reads what is there; false at the end of the stream."""
        try:
            data = self.sock.recv(1 << 20)
        except BlockingIOError:
            return True
        except OSError:
            return False
        self.buffer += data
        return bool(data)

    def until(self, mark: bytes, *polled: Callable[[], object]) -> bytes:
        """Bytes up to and with `mark`."""
        until(lambda: self.fill() and mark in self.buffer, *polled)
        at = self.buffer.index(mark) + len(mark)
        found, self.buffer = self.buffer[:at], self.buffer[at:]
        return found

    def frame(self, *polled: Callable[[], object]) -> tuple[int, bytes] | None:
        """The next frame as (opcode, payload), or None at the end of the stream."""
        patience = Patience()
        while not patience.over():
            alive = self.fill()
            size = _frame_size(self.buffer)
            if size and len(self.buffer) >= size:
                data, self.buffer = self.buffer[:size], self.buffer[size:]
                return frames_of(data)[0]
            if not alive:
                return None
            for poll in polled:
                poll()
            pause()
        raise AssertionError("no frame came")

    def frames(self) -> list[tuple[int, bytes]]:
        """The frames that are wholly there, as (opcode, payload)."""
        self.fill()
        found, at = [], 0
        while 0 < (size := _frame_size(self.buffer[at : at + 14])) <= len(self.buffer) - at:
            found += frames_of(self.buffer[at : at + size])
            at += size
        self.buffer = self.buffer[at:]
        return found

    def rest(self, *polled: Callable[[], object]) -> bytes:
        """Everything until the end of the stream."""
        patience = Patience()
        while self.fill():
            assert not patience.over(), "the stream goes on"
            for poll in polled:
                poll()
            pause()
        found, self.buffer = self.buffer, b""
        return found

    def shut(self) -> None:
        """An orderly end (FIN)."""
        self.sock.close()

    def reset(self) -> None:
        """An abortive end (RST)."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()


def _frame_size(data: bytes) -> int:
    if len(data) < 2:
        return 0
    size, start = data[1] & 0x7F, 2
    if size == 126:
        size, start = int.from_bytes(data[2:4], "big"), 4
    elif size == 127:
        size, start = int.from_bytes(data[2:10], "big"), 10
    return start + (4 if data[1] & 0x80 else 0) + size


class RawServer:
    """A plain listening socket."""

    def __init__(self, host: str = "127.0.0.1", backlog: int = 64, buffer: int = 0) -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.sock = socket.socket(family, socket.SOCK_STREAM)
        if buffer:
            self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        self.sock.bind((host, 0))
        self.sock.listen(backlog)
        self.sock.setblocking(False)
        self.port: int = self.sock.getsockname()[1]

    def __enter__(self) -> RawServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.sock.close()

    def accept(self, *polled: Callable[[], object]) -> RawPeer:
        found: list[socket.socket] = []

        def one() -> bool:
            try:
                found.append(self.sock.accept()[0])
            except BlockingIOError:
                return False
            return True

        until(one, *polled)
        return RawPeer(found[0], client=False)


def dial(port: int, host: str = "127.0.0.1") -> RawPeer:
    return RawPeer(socket.create_connection((host, port), timeout=DEADLINE), client=True)


def free_port() -> int:
    """A port that nobody listens on just now, by IPv4 or IPv6."""
    with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        probe.bind(("::", 0))
        return int(probe.getsockname()[1])
