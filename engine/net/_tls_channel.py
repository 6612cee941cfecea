"""TLS over another channel: a connection like any other, once the handshake is over.

Bytes from below go into a `TlsSession`, and bytes that it wants to send go down. What is not taken
there at once is held (`holding`) and goes out with the next call; nothing new is encrypted as long
as that lasts. A server counts as connected from the start, as in Godot: reading and writing go on
with the handshake where it is not over yet.

`receive` joins records, for those who read all that has come. `receive_record` keeps to one, as
Godot's `StreamPeerTLS` does.
"""

from __future__ import annotations

import math
from typing import ClassVar, Protocol

from engine.core.error import ERR_CONNECTION_ERROR, OK, Error
from engine.core.output import error
from engine.net._channel import Channel, Status
from engine.net._poller import READ, WRITE
from engine.net._tls_context import client_setup, server_context
from engine.net._tls_session import RECORD, Shake, TlsSession
from engine.net.tls_options import TLSOptions

_READ_SIZE = 0x10000
_WRITE_SIZE = 4 * RECORD  # plain bytes that are encrypted at once


class Below(Channel, Protocol):
    """What carries the encrypted bytes."""

    def wait(self, interest: int) -> None:
        """Blocks until there is something to read, or room to write."""


class TlsChannel:
    """One end of a connection.

    Args:
        below: what carries it; a client's may still be connecting.
        session: the protocol.
        server: whether we are the server.
        timeout: seconds for a client's handshake; 0: as long as it takes.

    Attributes:
        status: where it stands.
        below: as given.
        failed: the handshake did.
    """

    __slots__ = (
        "_cipher",
        "_deadline",
        "_dry",
        "_ended",
        "_more",
        "_plain",
        "_session",
        "_timeout",
        "below",
        "failed",
        "status",
    )

    fd: ClassVar[int] = -1  # what is decrypted is not the system's to know

    def __init__(
        self, below: Below, session: TlsSession, *, server: bool, timeout: float = 0.0
    ) -> None:
        self.below = below
        self.status = Status.STATUS_CONNECTED if server else Status.STATUS_CONNECTING
        self.failed = False
        self._session = session
        self._timeout = timeout
        self._deadline = math.inf if timeout <= 0.0 else -math.inf  # set when TCP is connected
        self._cipher = b""  # encrypted, and not taken below
        self._plain = b""  # decrypted by `look`
        self._dry = False  # the last read from below has emptied it
        self._ended = False  # nothing more comes from below
        self._more = False  # there is more to read, whatever the system says

    @classmethod
    def client(
        cls, below: Below, name: str, options: TLSOptions, timeout: float = 0.0
    ) -> TlsChannel:
        """The end that began the connection, to a server of that name."""
        context, identity = client_setup(options, name)
        return cls(below, TlsSession(context, identity), server=False, timeout=timeout)

    @classmethod
    def server(cls, below: Below, options: TLSOptions) -> TlsChannel:
        """The end that was called."""
        return cls(below, TlsSession(server_context(options), None), server=True)

    # The handshake -------------------------------------------------------------------------------

    def advance(self, now: float) -> Error:
        """Goes on with connecting, first below and then here."""
        if self.status is not Status.STATUS_CONNECTING:
            return OK
        below = self.below
        if below.status is Status.STATUS_CONNECTING:
            result = below.advance(now)
            if below.status is Status.STATUS_CONNECTING:
                return OK
            if below.status is not Status.STATUS_CONNECTED:
                self.status = Status.STATUS_ERROR
                return result
        if self._deadline == -math.inf:
            self._deadline = now + self._timeout
        if self.shake() is Shake.WANTS_MORE and now >= self._deadline:
            self._fail("the other side takes too long")
        return ERR_CONNECTION_ERROR if self.failed else OK

    def shake(self) -> Shake:
        """Goes on with the handshake; a failure is told to the other side."""
        state = Shake.WANTS_MORE
        while state is Shake.WANTS_MORE:
            ended = self._ended
            state = self._session.shake()
            self._push()
            if state is Shake.WANTS_MORE and not self._pull() and self._ended == ended:
                return state
        if state is Shake.FAILED:
            self._fail()
        else:
            self.status = Status.STATUS_CONNECTED
        return state

    def _fail(self, reason: str = "") -> None:
        if self.failed:
            return
        self.failed = True
        if self.status is Status.STATUS_CONNECTING:
            self.status = Status.STATUS_ERROR
            self.complain(reason)

    def complain(self, reason: str = "") -> None:
        """Says why the handshake failed."""
        number, words = self._session.problem or (0, reason)
        error(f"TLS handshake error: {number} ({reason or words})")

    # Bytes ---------------------------------------------------------------------------------------

    def ready(self) -> bool:
        """Whether it is worth while to read now."""
        return self._more or self.below.ready()

    def receive(self, size: int) -> bytes | None:
        """Reads what has come, at most `size` bytes; None: nothing now, `b""`: the end."""
        self._more = False
        data = self.receive_record(size)
        if not data:
            return data
        parts, left = [data], size - len(data)
        while left:
            more = self._decrypt(left)
            if more is None:
                # What follows the last that came is looked for later: there may be an answer to be
                # sent before the end of the stream closes everything.
                if self._dry or not self._pull():
                    break
                continue
            if not more:
                self._more = True
                break
            parts.append(more)
            left -= len(more)
        else:
            self._more = True
        return b"".join(parts)

    def receive_record(self, size: int) -> bytes | None:
        """Reads what is left of a record, or of the next one; otherwise as `receive`."""
        if self._plain:
            data, self._plain = self._plain[:size], self._plain[size:]
            return data
        if not self._session.established and (state := self.shake()) is not Shake.DONE:
            return None if state is Shake.WANTS_MORE else b""
        found = self._decrypt(size)
        while found is None and self._pull():
            found = self._decrypt(size)
        return found

    def look(self) -> bool:
        """Has the next record decrypted, if it has come; false: there will be none."""
        self._push()
        if not self.available():
            data = self.receive_record(RECORD)
            if data == b"":
                return False
            self._plain = data or b""
        return True

    def available(self) -> int:
        """Bytes that are left of the record."""
        return len(self._plain) + self._session.pending()

    def _decrypt(self, size: int) -> bytes | None:
        data = self._session.read(min(size, RECORD))
        if self._session.outgoing.pending:  # reading may have to answer
            self._push()
        return data

    def _pull(self) -> bool:
        """Reads from below; false: there is nothing now, or nothing more."""
        if self._ended:
            return False
        data = self.below.receive(_READ_SIZE)
        if data is None:
            return False
        self._dry = len(data) < _READ_SIZE
        if not data:
            self._ended = True
            self.below.close()
        self._session.feed(data)
        return True

    def transmit(self, data: bytes | bytearray | memoryview) -> int:
        """Writes as much as is taken now; -1: the connection is gone."""
        session = self._session
        if self.status is not Status.STATUS_CONNECTED:
            return -1
        if not session.established and (state := self.shake()) is not Shake.DONE:
            return 0 if state is Shake.WANTS_MORE else -1
        count, view = 0, memoryview(data)
        while self._push() and count < len(view):
            if not session.write(view[count : count + _WRITE_SIZE]):
                return -1
            count = min(count + _WRITE_SIZE, len(view))
        return -1 if self._ended and self._cipher else count

    def _push(self) -> bool:
        """Writes what is encrypted; false: not everything is taken now."""
        outgoing = self._session.outgoing
        while self._cipher or outgoing.pending:
            if not self._cipher:
                self._cipher = outgoing.read()
            count = self.below.transmit(self._cipher)
            if count < 0 and not self._ended:
                self._ended = True
                self.below.close()
                self._session.feed(b"")
            if count <= 0:
                return False
            self._cipher = self._cipher[count:]
        return True

    @property
    def inner(self) -> bool:
        """Whether the other end is in this process, too."""
        return self.below.inner

    @property
    def holding(self) -> bool:
        """Whether encrypted bytes wait to be taken below."""
        return bool(self._cipher)

    def push(self) -> None:
        """Writes what is held."""
        self._push()

    def wait(self, interest: int) -> None:
        """Blocks until it is worth while to try again."""
        self.below.wait(WRITE if self._cipher else READ)

    def watch(self, reading: bool, writing: bool) -> None:
        """Says what is waited for, so that the loop can sleep until then."""
        self.below.watch(reading, writing)

    # The rest ------------------------------------------------------------------------------------

    @property
    def bytes_in(self) -> int:
        """Bytes that were read below, encrypted."""
        return self.below.bytes_in

    @property
    def bytes_out(self) -> int:
        """Bytes that were written below, encrypted."""
        return self.below.bytes_out

    @property
    def host(self) -> str:
        """The other side's address."""
        return self.below.host

    @property
    def port(self) -> int:
        """The other side's port."""
        return self.below.port

    @property
    def clean(self) -> bool:
        """Whether the other side has said that it is done."""
        return self._session.clean

    def set_no_delay(self, enabled: bool) -> None:
        """Whether small pieces go out at once."""
        self.below.set_no_delay(enabled)

    def part(self) -> None:
        """Says goodbye, and leaves what is below open."""
        if self.below.status is Status.STATUS_CONNECTED:
            self._session.say_goodbye()
            self._push()
        self._plain = b""
        if self.status is not Status.STATUS_ERROR:
            self.status = Status.STATUS_NONE

    def close(self, after_words: bool = False) -> None:
        """Says goodbye, and closes what is below."""
        self.part()
        self.below.close(after_words)
