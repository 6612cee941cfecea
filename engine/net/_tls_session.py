"""One end of a TLS connection without a socket: encrypted bytes in and out, plain bytes in and out.

What came goes into `feed`; `shake`, `read` and `write` go on from there, and what is to be sent
lies in `outgoing`. Nothing here raises for what the other side sent: a call answers that it needs
more, that the connection is over (and `clean` says whether with a word), or that it failed, with
the reason in `problem`.
"""

from __future__ import annotations

import ssl
from enum import Enum

from engine.net._tls_context import Identity

RECORD = 16384
"""Plain bytes that a record holds at most."""

# What the TLS library under Godot calls failures.
_CERTIFICATE = -9984
_NOT_TLS = -29184
_HUNG_UP = -27648
_ALERT = -30592
_OTHER = -28160


class Shake(Enum):
    """How the handshake stands."""

    DONE = "done"
    WANTS_MORE = "wants more"
    FAILED = "failed"


class TlsSession:
    """One end of a connection.

    Args:
        context: what it is to be like.
        identity: whom to talk to; None for a server.

    Attributes:
        outgoing: encrypted bytes to be sent.
        established: the handshake is over, and was good.
        clean: the other side has said that it is done.
        problem: why it failed: a number and words.
    """

    __slots__ = ("_identity", "_incoming", "_tls", "clean", "established", "outgoing", "problem")

    def __init__(self, context: ssl.SSLContext, identity: Identity | None) -> None:
        self._incoming = ssl.MemoryBIO()
        self.outgoing = ssl.MemoryBIO()
        self._identity = identity
        self._tls = context.wrap_bio(
            self._incoming,
            self.outgoing,
            server_side=identity is None,
            server_hostname=None if identity is None else identity.server_name,
        )
        self.established = False
        self.clean = False
        self.problem: tuple[int, str] | None = None

    def feed(self, data: bytes) -> None:
        """Takes encrypted bytes; none at all is the end of the stream."""
        if data:
            self._incoming.write(data)
        else:
            self._incoming.write_eof()

    def shake(self) -> Shake:
        """Goes on with the handshake."""
        if self.established:
            return Shake.DONE
        if self.problem is not None:
            return Shake.FAILED
        try:
            self._tls.do_handshake()
        except (ssl.SSLWantReadError, ssl.SSLWantWriteError):
            return Shake.WANTS_MORE
        except ssl.SSLError as problem:
            self._failed(problem)
            return Shake.FAILED
        if self._identity is not None and not self._identity.matches(self._tls.getpeercert()):
            self._unwrap()
            self.problem = _CERTIFICATE, f"the certificate is not for '{self._identity.checked}'"
            return Shake.FAILED
        self.established = True
        return Shake.DONE

    def read(self, size: int) -> bytes | None:
        """At most `size` bytes of one record; None: more has to be fed, `b""`: it is over."""
        if self.clean or self.problem is not None:
            return b""
        try:
            data = self._tls.read(size)
        except (ssl.SSLWantReadError, ssl.SSLWantWriteError):
            return None
        except ssl.SSLZeroReturnError:
            data = b""
        except ssl.SSLError as problem:
            self._failed(problem)
            return b""
        self.clean = not data
        return data

    def pending(self) -> int:
        """Bytes of the current record that were not read yet."""
        return self._tls.pending()

    def write(self, data: bytes | bytearray | memoryview) -> bool:
        """Encrypts bytes; false: it failed."""
        try:
            self._tls.write(data)
        except ssl.SSLError as problem:
            self._failed(problem)
            return False
        return True

    def say_goodbye(self) -> None:
        """Puts the word that ends the connection into `outgoing`."""
        if self.established and self.problem is None:
            self._unwrap()

    def _unwrap(self) -> None:
        try:
            self._tls.unwrap()
        except ssl.SSLError:
            pass  # the answer has not come, and nobody waits for it

    def _failed(self, problem: ssl.SSLError) -> None:
        words = problem.reason or problem.strerror or str(problem)
        if isinstance(problem, ssl.SSLCertVerificationError):
            self.problem = _CERTIFICATE, problem.verify_message
        elif isinstance(problem, ssl.SSLEOFError) or words == "UNEXPECTED_EOF_WHILE_READING":
            self.problem = _HUNG_UP, "the other side hung up"
        elif "ALERT" in words:
            self.problem = _ALERT, _readable(words)
        elif words in ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG"):
            self.problem = _NOT_TLS, "the other side does not speak TLS"
        else:
            self.problem = _OTHER, _readable(words)


def _readable(words: str) -> str:
    return words.lower().replace("_", " ")
