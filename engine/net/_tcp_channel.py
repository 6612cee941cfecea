"""A TCP connection without blocking: looking up, trying every address, reading and writing.

While it is CONNECTING there is a look-up, then a race of sockets to the addresses that were found;
`advance` moves on. Whether a socket got through is asked of the system directly each time: few are
connecting at any moment. Once connected, `ready` answers through the poller.
"""

from __future__ import annotations

import socket
import sys
from collections.abc import Sequence
from typing import ClassVar

from engine.core.error import (
    ERR_ALREADY_IN_USE,
    ERR_CANT_RESOLVE,
    ERR_CONNECTION_ERROR,
    ERR_INVALID_PARAMETER,
    ERR_UNAVAILABLE,
    FAILED,
    OK,
    Error,
)
from engine.net._addresses import (
    Address,
    open_socket,
    parse_address,
    spell,
    wildcard,
)
from engine.net._channel import Status
from engine.net._poller import READ, WRITE, poller, wait_for
from engine.net._resolver import Lookup, look_up
from engine.net._tcp_race import Attempt, Race

if sys.platform != "win32":
    import fcntl
    import termios

_DRAIN_MAX = 1 << 20  # bytes that are thrown away at most before closing

# glibc gives memory back when 128 KiB are free at the end of the heap, so that each long message
# would have its pages made anew. The mark rises when a larger block is freed; this one is.
bytearray(1 << 20)


class TcpChannel:
    """One TCP connection, or the attempt at one.

    Attributes:
        status: where it stands.
        bytes_in: bytes that were read.
        bytes_out: bytes that were written.
        connect_timeout: seconds for each address; 0: as long as the system likes.
        fd: the socket's file descriptor; -1 without one.
        inner: the other end is in this process, too.
        default_connect_timeout: what new channels begin with.
        was_reset: the last `receive` met an error, not an orderly end.
    """

    __slots__ = (
        "__weakref__",
        "_asked",
        "_bound",
        "_dual",
        "_lookup",
        "_no_delay",
        "_poller",
        "_port",
        "_race",
        "_remote",
        "_socket",
        "_taken",
        "_wanted_port",
        "bytes_in",
        "bytes_out",
        "connect_timeout",
        "fd",
        "inner",
        "status",
        "was_reset",
    )

    default_connect_timeout: ClassVar[float] = 30.0
    holding: ClassVar[bool] = False  # what was written is the system's

    def __init__(self) -> None:
        self.status = Status.STATUS_NONE
        self.bytes_in = self.bytes_out = 0
        self.connect_timeout = self.default_connect_timeout
        self.was_reset = False
        self._socket: socket.socket | None = None
        self._poller = poller()
        self.fd = -1
        self._asked = -1  # the tick in which `ready` was asked last
        self._bound = False  # the socket has a local port and waits for `connect`
        self._dual = False  # the bound socket is an IPv6 one that speaks IPv4 too
        self._taken = False  # a server took it
        self._remote = ("", 0)
        self._wanted_port = 0
        self._port = 0  # the local one, while the poller knows it
        self.inner = False
        self._lookup: Lookup | None = None
        self._race: Race | None = None
        self._no_delay: bool | None = None  # what was wished for while connecting

    def __del__(self) -> None:
        self.close()

    # Connecting ----------------------------------------------------------------------------------

    @classmethod
    def accepted(cls, taken: socket.socket, remote: tuple[str, int], port: int) -> TcpChannel:
        """A channel for a connection that a server took, which listens on `port`."""
        channel = cls()
        taken.setblocking(False)
        channel._adopt(taken, READ)
        channel._taken = True
        channel._remote = (spell(remote[0]), remote[1])
        channel._port = port  # known even when the server listens no longer
        channel._poller.add_port(port)
        channel.inner = channel._poller.is_ours(remote[1])
        channel.status = Status.STATUS_CONNECTED
        return channel

    def connect(self, host: str, port: int, now: float) -> Error:
        """Begins to connect.

        Args:
            host: an address or a name.
            port: 1 to 65535.
            now: the engine's time in seconds.

        Returns:
            `OK` when it is under way; `ERR_ALREADY_IN_USE` when there is a connection, or a failed
            one that was not closed; `ERR_INVALID_PARAMETER` for a bad port; `FAILED` when the
            system refuses at once.
        """
        if self.status is not Status.STATUS_NONE:
            return ERR_ALREADY_IN_USE
        if not 1 <= port <= 65535:
            return ERR_INVALID_PARAMETER
        address = parse_address(host)
        self._wanted_port = port
        self.status = Status.STATUS_CONNECTING
        if address is None:
            self._lookup = look_up(host)
            return OK
        return self._start_race((address,), now)

    def connect_to_any(self, addresses: Sequence[Address], port: int, now: float) -> Error:
        """Begins to connect to the first of several addresses that answers.

        Args:
            addresses: all of one host, the best first.
            port: 1 to 65535.
            now: the engine's time in seconds.

        Returns:
            `OK`, or `FAILED` when the system refuses at once.
        """
        self._wanted_port = port
        self.status = Status.STATUS_CONNECTING
        return self._start_race(addresses, now)

    def _start_race(self, addresses: Sequence[Address], now: float) -> Error:
        bound = self._release() if self._bound else None
        dual, self._bound = self._dual, False
        race = Race(addresses, self._wanted_port, self.connect_timeout, bound, dual)
        if not race.begin(now):
            self.close()
            return FAILED
        self._race = race
        self._follow_race()
        return OK

    def bind(self, port: int, host: str) -> Error:
        """Takes a local port before connecting; `*` is any address."""
        if self.has_socket:
            return ERR_ALREADY_IN_USE
        address = wildcard() if host == "*" else parse_address(host)
        if address is None or not 0 <= port <= 65535:
            return ERR_INVALID_PARAMETER
        self._dual = host == "*" and address.ipv6
        try:
            bound = open_socket(address, self._dual)
        except OSError:
            return ERR_UNAVAILABLE
        try:
            bound.bind(address.target(port))
        except OSError:
            bound.close()
            return ERR_UNAVAILABLE
        self._adopt(bound, 0)
        self._bound = True
        return OK

    def advance(self, now: float) -> Error:
        """Goes on with connecting, or notices that the other side has gone.

        Returns:
            `OK`, or why it has failed just now: `ERR_CANT_RESOLVE`, `ERR_CONNECTION_ERROR`, or
            `FAILED` when the connection was reset.
        """
        if self.status is Status.STATUS_CONNECTED:
            return self._look_for_end() if self.ready() else OK
        if self.status is not Status.STATUS_CONNECTING:
            return OK
        if self._lookup is not None:
            if not self._lookup.done:
                return OK
            found, self._lookup = self._lookup.addresses, None
            if not found:
                self._fail()
                return ERR_CANT_RESOLVE
            if self._start_race(found, now) is not OK:
                self._fail()
                return ERR_CONNECTION_ERROR
            return OK
        assert self._race is not None
        winner = self._race.advance(now)
        if winner is not None:
            self._take_over(winner)
        elif self._race.newest is None:
            self._fail()
            return ERR_CONNECTION_ERROR
        else:
            self._follow_race()
        return OK

    def _follow_race(self) -> None:
        """Tells of the attempt that was begun last."""
        assert self._race is not None
        newest = self._race.newest
        if newest is not None:
            self._remote = (spell(newest.address.host), self._wanted_port)

    def _take_over(self, winner: Attempt) -> None:
        """Goes on with the socket that got through."""
        self._race = None
        winner.let_go()
        self._remote = (spell(winner.address.host), self._wanted_port)
        self._adopt(winner.socket, READ)
        self._port = winner.port
        self._poller.add_port(self._port)
        self.inner = self._poller.is_ours(self._wanted_port)
        self.status = Status.STATUS_CONNECTED
        if self._no_delay is not None:
            self.set_no_delay(self._no_delay)

    def _look_for_end(self) -> Error:
        """Peeks: at the end of the stream the status becomes NONE, after a reset ERROR."""
        assert self._socket is not None
        try:
            if not self._socket.recv(1, socket.MSG_PEEK):
                self.close()
        except (BlockingIOError, InterruptedError):
            pass
        except OSError:
            self._fail()
            return FAILED
        return OK

    # Bytes ---------------------------------------------------------------------------------------

    def ready(self) -> bool:
        """Whether it is worth while to read now; see `_poller`."""
        tick = self._poller.tick
        if self._asked == tick:
            return True
        self._asked = tick
        return self.fd in self._poller.ready

    def receive(self, size: int) -> bytes | None:
        """Reads at most `size` bytes; None: nothing now, `b""`: the end, or an error."""
        if self._socket is None:
            return b""
        try:
            data = self._socket.recv(size)
        except (BlockingIOError, InterruptedError):
            return None
        except OSError:
            self.was_reset = True
            return b""
        count = len(data)
        self.bytes_in += count
        if count == size:
            self._poller.more = True
        return data

    def receive_into(self, place: memoryview) -> int | None:
        """Reads as `receive`, to a place; 0: the end, or an error."""
        if self._socket is None:
            return 0
        try:
            count = self._socket.recv_into(place)
        except (BlockingIOError, InterruptedError):
            return None
        except OSError:
            self.was_reset = True
            return 0
        self.bytes_in += count
        if count == len(place):
            self._poller.more = True
        return count

    def transmit(self, data: bytes | bytearray | memoryview) -> int:
        """Writes what the system takes now; -1: the connection is gone."""
        if self._socket is None:
            return -1
        try:
            count = self._socket.send(data)
        except (BlockingIOError, InterruptedError):
            return 0
        except OSError:
            return -1
        self.bytes_out += count
        if self.inner:
            self._poller.look_again()
        return count

    def transmit_parts(self, head: bytes, body: bytes | bytearray | memoryview) -> int:
        """Writes both, one behind the other, as `transmit` does."""
        if self._socket is None:
            return -1
        if sys.platform == "win32":  # it has no such call
            return self.transmit(head + body)
        try:
            count = self._socket.sendmsg((head, body))
        except (BlockingIOError, InterruptedError):
            return 0
        except OSError:
            return -1
        self.bytes_out += count
        if self.inner:
            self._poller.look_again()
        return count

    def push(self) -> None:
        """Nothing is held."""

    def available(self) -> int:
        """Bytes that can be read now; -1 without a socket."""
        if self._socket is None:
            return -1 if self._race is None else 0
        return _waiting(self._socket)

    def wait(self, interest: int) -> None:
        """Blocks until the socket can be read or written, or is broken."""
        if self._socket is not None:
            wait_for(self.fd, interest, None)

    def watch(self, reading: bool, writing: bool) -> None:
        """Says what is waited for, so that the loop can sleep until then."""
        if self._socket is not None:
            interest = (READ if reading else 0) | (WRITE if writing else 0)
            self._poller.change(self.fd, interest)

    # The rest ------------------------------------------------------------------------------------

    @property
    def has_socket(self) -> bool:
        """Whether there is anything to close."""
        return self._socket is not None or self._race is not None

    @property
    def host(self) -> str:
        """The address that is connected, or being tried; "" when there is none."""
        return self._remote[0]

    @property
    def port(self) -> int:
        """The other side's port; 0 when there is none."""
        return self._remote[1]

    @property
    def local_port(self) -> int:
        """Our own port; 0 without a socket, and for one that a server took (as in Godot)."""
        if self._race is not None:
            newest = self._race.newest
            return newest.port if newest is not None else 0
        if self._socket is None or self._taken:
            return 0
        return int(self._socket.getsockname()[1])

    def set_no_delay(self, enabled: bool) -> None:
        """Whether small pieces go out at once."""
        self._no_delay = enabled
        if self._socket is not None:
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, int(enabled))

    def close(self, after_words: bool = False) -> None:
        """Ends the connection, or the attempt; afterwards another can be made.

        Args:
            after_words: what was written last is to reach the other side, so bytes that nobody
                read are thrown away first: closing over them would reset the connection.
        """
        if after_words and self._socket is not None:
            self._drain(self._socket)
        if self._race is not None:
            self._race.close()
            self._race = None
        self._let_go()
        self.status = Status.STATUS_NONE
        self._lookup = None
        self._bound = self._taken = False
        self._remote = ("", 0)

    def _fail(self) -> None:
        self.close()
        self.status = Status.STATUS_ERROR

    def _adopt(self, owned: socket.socket, interest: int) -> None:
        self._socket = owned
        self.fd = owned.fileno()
        self._asked = self._poller.tick  # the tick's answer is older than this socket
        self.was_reset = False
        self._poller.add(self.fd, interest)

    def _let_go(self) -> None:
        owned = self._release()
        if owned is not None:
            owned.close()

    def _release(self) -> socket.socket | None:
        """Gives the socket up, and has the poller forget it."""
        owned = self._socket
        if owned is not None:
            self._poller.remove(self.fd)
            if self._port:
                self._poller.remove_port(self._port)
                self._port = 0
            if self.inner:
                self._poller.look_again()
                self.inner = False
            self._socket = None
            self.fd = -1
        return owned

    @staticmethod
    def _drain(owned: socket.socket) -> None:
        try:
            owned.shutdown(socket.SHUT_WR)
            size = 0
            while size < _DRAIN_MAX and (data := owned.recv(0x10000)):
                size += len(data)
        except OSError:
            pass  # nothing more is there, or the connection has gone


if sys.platform == "win32":

    def _waiting(owned: socket.socket) -> int:
        try:
            return len(owned.recv(0x10000, socket.MSG_PEEK))
        except OSError:
            return 0

else:

    def _waiting(owned: socket.socket) -> int:
        count = bytearray(4)
        fcntl.ioctl(owned.fileno(), termios.FIONREAD, count)
        return int.from_bytes(count, sys.byteorder)
