"""Our ends: the echo server as a process, and a client that goes through everything.

`MESSAGES` are sent one by one and have to come back as they were. A client of another library
gives what it saw as a `Seen`; `ideal` is what it should have seen.
"""

from __future__ import annotations

import hashlib
import json
import os
import select
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from engine import TLSOptions, WebSocketPeer, X509Certificate

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PATIENCE = 20.0
LARGE = 1 << 20

MESSAGES: list[str | bytes] = [
    "text",
    "",
    b"",
    "grüß € 😀",
    bytes(range(256)),
    b"x" * 125,
    "y" * 126,
    b"z" * 65535,
    bytes(i * 7 & 255 for i in range(65536)),
    "again and again " * 5000,
]
FRAGMENTS = [b"a" * (LARGE // 4), b"b" * (LARGE // 4), b"", b"c" * (LARGE // 2)]
OUR_CLOSE = (4001, "von uns: grüß €")
THEIR_CLOSE = (4002, "von ihnen: grüß €")


@dataclass
class Mode:
    """How to connect.

    Attributes:
        tls: the folder with `key.pem` and `certificate.pem`, for `wss://`.
        deflate: whether both sides are to compress.
    """

    tls: Path | None = None
    deflate: bool = False

    @property
    def scheme(self) -> str:
        return "wss" if self.tls else "ws"

    def client_context(self) -> ssl.SSLContext | None:
        """For a client in Python: it trusts the certificate."""
        if self.tls is None:
            return None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(self.tls / "certificate.pem")
        return context

    def server_context(self) -> ssl.SSLContext | None:
        """For a server in Python."""
        if self.tls is None:
            return None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.tls / "certificate.pem", self.tls / "key.pem")
        return context

    def options(self) -> TLSOptions | None:
        """For a client of ours."""
        if self.tls is None:
            return None
        certificate = X509Certificate()
        assert certificate.load(str(self.tls / "certificate.pem")) == 0
        return TLSOptions.client(certificate)


@dataclass
class Seen:
    """What a client of another library saw; None where it cannot do such a thing."""

    protocol: str = ""
    echoes: list[bool] = field(default_factory=list)
    fragments: bool | None = None
    pong: bool | None = None
    compressed: bool | None = None
    closed: tuple[int, str] | None = None


def check(seen: Seen, mode: Mode) -> None:
    """All that a library can do went well."""
    assert seen.protocol == "chat"
    assert seen.echoes == [True] * len(MESSAGES)
    assert seen.fragments is not False
    assert seen.pong is not False
    assert seen.compressed in (None, mode.deflate)
    assert seen.closed == OUR_CLOSE


def digest(data: bytes) -> str:
    return hashlib.sha1(data).hexdigest()


class EchoProcess:
    """The echo server of ours, beside the test."""

    def __init__(self, mode: Mode) -> None:
        command = [sys.executable, "-u", str(HERE / "echo.py")]
        command += ["--tls", str(mode.tls)] if mode.tls else []
        command += ["--deflate"] if mode.deflate else []
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        word, port = self.line().split()
        assert word == "PORT"
        self.url = f"{mode.scheme}://localhost:{port}/path?a=1"

    def line(self) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the echo server has ended"
        return line

    def ended(self) -> tuple[int, str, str]:
        """Code, reason and sub-protocol of the next connection that has ended."""
        code, reason, protocol = json.loads(self.line())
        return code, reason, protocol


@contextmanager
def our_server(mode: Mode) -> Iterator[EchoProcess]:
    """Our echo server."""
    echo = EchoProcess(mode)
    try:
        yield echo
    finally:
        echo.process.kill()
        echo.process.communicate()


def until(done: Callable[[], object], peer: WebSocketPeer) -> None:
    """Polls a peer until something is so."""
    deadline = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < deadline, "it never came"
        peer.poll()
        select.select((), (), (), 0.0005)


def our_client(url: str, mode: Mode) -> WebSocketPeer:
    """A client of ours, connected."""
    peer = WebSocketPeer()
    peer.supported_protocols = ["other", "chat"]
    peer.inbound_buffer_size = peer.outbound_buffer_size = 4 << 20
    peer.permessage_deflate = mode.deflate
    assert peer.connect_to_url(url, mode.options()) == 0
    until(lambda: peer.get_ready_state() != peer.STATE_CONNECTING, peer)
    assert peer.get_ready_state() == peer.STATE_OPEN
    assert peer.get_selected_protocol() == "chat"
    assert (peer._link.session.deflater is not None) == mode.deflate
    return peer


def said(peer: WebSocketPeer) -> str | bytes:
    """The next message that comes."""
    until(peer.get_available_packet_count, peer)
    data = bytes(peer.get_packet())
    return data.decode() if peer.was_string_packet() else data


def exchange(url: str, mode: Mode, fragments: bool, answer: tuple[int, str]) -> None:
    """Goes through everything with another library's echo server.

    Args:
        url: the server.
        mode: how to connect.
        fragments: whether the server knows the command `fragments`.
        answer: what the server says to `OUR_CLOSE`.
    """
    peer = our_client(url, mode)
    for message in MESSAGES:
        result = peer.send_text(message) if isinstance(message, str) else peer.send(message)
        assert result == 0
        assert said(peer) == message
    for number in range(500):
        peer.send_text(str(number))
    assert [said(peer) for _ in range(500)] == [str(number) for number in range(500)]
    peer.send(b"".join(FRAGMENTS))
    assert said(peer) == b"".join(FRAGMENTS)
    if fragments:
        peer.send_text("fragments")
        assert said(peer) == b"".join(FRAGMENTS)
    peer.heartbeat_interval = 0.02  # alive on their pongs
    end = time.monotonic() + 0.2
    until(lambda: time.monotonic() > end, peer)
    assert peer.get_ready_state() == peer.STATE_OPEN
    peer.send_text("close {} {}".format(*THEIR_CLOSE))
    until(lambda: peer.get_ready_state() == peer.STATE_CLOSED, peer)
    assert (peer.get_close_code(), peer.get_close_reason()) == THEIR_CLOSE
    again = our_client(url, mode)
    again.close(*OUR_CLOSE)
    until(lambda: again.get_ready_state() == again.STATE_CLOSED, again)
    assert (again.get_close_code(), again.get_close_reason()) == answer
