"""TLS for tests: keys made once, pairs of streams, and another TLS library at the other end."""

from __future__ import annotations

import ssl
import tempfile
from functools import cache
from pathlib import Path

from net_wire import RawPeer, until

from engine.core.crypto import Crypto
from engine.core.crypto_key import CryptoKey
from engine.core.error import OK
from engine.core.x509_certificate import X509Certificate
from engine.net.stream_peer_tcp import StreamPeerTCP
from engine.net.stream_peer_tls import StreamPeerTLS
from engine.net.tcp_server import TCPServer
from engine.net.tls_options import TLSOptions

DISCONNECTED, HANDSHAKING, CONNECTED, ERROR, MISMATCH = range(5)


def identity(name: str = "localhost") -> tuple[CryptoKey, X509Certificate]:
    """A key, and a certificate for a name that vouches for itself."""
    return _identity(name)


@cache
def _identity(name: str) -> tuple[CryptoKey, X509Certificate]:
    crypto = Crypto()
    key = crypto.generate_rsa(2048)
    assert key is not None
    certificate = crypto.generate_self_signed_certificate(key, f"CN={name}")
    assert certificate is not None
    return key, certificate


def server_options(name: str = "localhost") -> TLSOptions:
    return TLSOptions.server(*identity(name))


def trusting(name: str = "localhost", override: str = "") -> TLSOptions:
    return TLSOptions.client(identity(name)[1], override)


def tcp_pair() -> tuple[StreamPeerTCP, StreamPeerTCP]:
    server, client = TCPServer(), StreamPeerTCP()
    assert server.listen(0, "127.0.0.1") is OK
    assert client.connect_to_host("127.0.0.1", server.get_local_port()) is OK
    until(lambda: client.get_status() == 2 and server.is_connection_available(), client.poll)
    taken = server.take_connection()
    assert taken is not None
    return client, taken


class Ends:
    """A client and a server over one connection."""

    def __init__(
        self,
        name: str = "localhost",
        client_options: TLSOptions | None = None,
        options: TLSOptions | None = None,
    ) -> None:
        self.client_tcp, self.server_tcp = tcp_pair()
        self.client, self.server = StreamPeerTLS(), StreamPeerTLS()
        self.server.accept_stream(self.server_tcp, options or server_options())
        self.client.connect_to_stream(self.client_tcp, name, client_options or trusting())

    def poll(self) -> None:
        for end in (self.client, self.server):
            if end.get_status() in (HANDSHAKING, CONNECTED):
                end.poll()

    def settled(self) -> tuple[int, int]:
        until(lambda: self.client.get_status() != HANDSHAKING, self.poll)
        if self.client.get_status() == ERROR:
            until(lambda: self.server.get_status() != CONNECTED, self.poll)
        return int(self.client.get_status()), int(self.server.get_status())


def connected() -> Ends:
    ends = Ends()
    assert ends.settled() == (CONNECTED, CONNECTED)
    return ends


@cache
def their_server_context() -> ssl.SSLContext:
    key, certificate = identity()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "both.pem"
        path.write_text(key.save_to_string() + certificate.save_to_string(), "utf-8")
        context.load_cert_chain(path)
    return context


@cache
def their_client_context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cadata=identity()[1].save_to_string())
    return context


class TlsPeer:
    """The other end, by Python's ssl over a raw socket; nothing moves unless `move` is called.

    Args:
        raw: the socket.
        server: whether it is the server.
        piece: how many encrypted bytes go out at once.
    """

    def __init__(self, raw: RawPeer, *, server: bool, piece: int = 1 << 20) -> None:
        self.raw = raw
        self.piece = piece
        self.incoming, self.outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        context = their_server_context() if server else their_client_context()
        name = None if server else "localhost"
        self.tls = context.wrap_bio(self.incoming, self.outgoing, server, name)
        self.plain = b""
        self.unsent = b""
        self.shaken = self.clean = self.ended = False

    def move(self) -> None:
        """Sends a piece, reads what has come, and goes on with whatever it is at."""
        self.unsent += self.outgoing.read()
        if self.unsent:
            self.raw.raw(self.unsent[: self.piece])
            self.unsent = self.unsent[self.piece :]
        self.ended = not self.raw.fill()
        if self.raw.buffer:
            self.incoming.write(self.raw.buffer)
            self.raw.buffer = b""
        try:
            if not self.shaken:
                self.tls.do_handshake()
                self.shaken = True
            while data := self.tls.read(65536):
                self.plain += data
            self.clean = True
        except (ssl.SSLWantReadError, ssl.SSLWantWriteError):
            pass
        except ssl.SSLZeroReturnError:
            self.clean = True

    def say(self, data: bytes) -> None:
        self.tls.write(data)

    def part(self) -> None:
        try:
            self.tls.unwrap()
        except ssl.SSLWantReadError:
            pass

    def flush(self) -> None:
        while self.outgoing.pending or self.unsent:
            self.move()
