"""A TCP connection without blocking: looking up, trying every address, reading and writing.

While it is CONNECTING there is a look-up, then one socket after another for the addresses that were
found; `advance` moves on. Whether a socket got through is asked of the system directly each time:
few are connecting at any moment. Once connected, `ready` answers through the poller.
"""

from __future__ import annotations

import math
import socket
import sys
from collections.abc import Iterator
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
from engine.net._addresses import Address, is_possible_name, parse_address, spell
from engine.net._channel import Status
from engine.net._poller import READ, WRITE, poller, wait_for
from engine.net._resolver import Lookup, look_up

if sys.platform != "win32":
    import fcntl
    import termios

_DRAIN_MAX = 1 << 20  # bytes that are thrown away at most before closing


class TcpChannel:
    """One TCP connection, or the attempt at one.

    Attributes:
        status: where it stands.
        bytes_in: bytes that were read.
        bytes_out: bytes that were written.
        connect_timeout: seconds for each address; 0: as long as the system likes.
        default_connect_timeout: what new channels begin with.
        was_reset: the last `receive` met an error, not an orderly end.
    """

    __slots__ = (
        "__weakref__",
        "_asked",
        "_bound",
        "_candidates",
        "_deadline",
        "_dual",
        "_fd",
        "_lookup",
        "_poller",
        "_remote",
        "_socket",
        "_taken",
        "_wanted_port",
        "bytes_in",
        "bytes_out",
        "connect_timeout",
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
        self._fd = -1
        self._asked = -1  # the tick in which `ready` was asked last
        self._bound = False  # the socket has a local port and waits for `connect`
        self._dual = False  # the bound socket is an IPv6 one that speaks IPv4 too
        self._taken = False  # a server took it
        self._remote = ("", 0)
        self._wanted_port = 0
        self._lookup: Lookup | None = None
        self._candidates: Iterator[Address] = iter(())
        self._deadline = math.inf

    def __del__(self) -> None:
        self.close()

    # Connecting ----------------------------------------------------------------------------------

    @classmethod
    def accepted(cls, taken: socket.socket, remote: tuple[str, int]) -> TcpChannel:
        """A channel for a connection that a server took."""
        channel = cls()
        taken.setblocking(False)
        channel._adopt(taken, READ)
        channel._taken = True
        channel._remote = (spell(remote[0]), remote[1])
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
            one that was not closed; `ERR_INVALID_PARAMETER` for a bad port; `ERR_CANT_RESOLVE` for
            what can be no name; `FAILED` when the system refuses at once.
        """
        if self.status is not Status.STATUS_NONE:
            return ERR_ALREADY_IN_USE
        if not 1 <= port <= 65535:
            return ERR_INVALID_PARAMETER
        address = parse_address(host)
        if address is None and not is_possible_name(host):
            return ERR_CANT_RESOLVE
        self._wanted_port = port
        self.status = Status.STATUS_CONNECTING
        if address is None:
            self._lookup = look_up(host)
            return OK
        self._candidates = iter((address,))
        if self._try_next(now):
            return OK
        self.close()
        return FAILED

    def bind(self, port: int, host: str) -> Error:
        """Takes a local port before connecting; `*` is any address."""
        if self._socket is not None:
            return ERR_ALREADY_IN_USE
        address = wildcard() if host == "*" else parse_address(host)
        if address is None or not 0 <= port <= 65535:
            return ERR_INVALID_PARAMETER
        self._dual = host == "*" and address.ipv6
        bound = open_socket(address, self._dual)
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
            self._candidates = iter(found)
            if not found:
                self._fail()
                return ERR_CANT_RESOLVE
        elif not self._attempt_failed(now):
            return OK
        if self._try_next(now):
            return OK
        self._fail()
        return ERR_CONNECTION_ERROR

    def _try_next(self, now: float) -> bool:
        """Begins with the next address that the system does not refuse at once."""
        for address in self._candidates:
            dual = self._bound and self._dual
            try:
                if not self._bound:
                    self._let_go()
                    self._adopt(open_socket(address), 0)
                assert self._socket is not None
                self._socket.connect(address.target(self._wanted_port, dual))
            except BlockingIOError:
                pass
            except OSError:
                continue
            if self._bound:  # its port is good for one attempt
                self._bound = False
                self._candidates = iter(())
            self._poller.change(self._fd, WRITE)
            self._remote = (spell(address.host), self._wanted_port)
            timeout = self.connect_timeout
            self._deadline = now + timeout if timeout > 0.0 else math.inf
            return True
        return False

    def _attempt_failed(self, now: float) -> bool:
        """Looks how the attempt stands; false: it goes on, or has succeeded."""
        if self._socket is None:
            return True
        if not wait_for(self._fd, WRITE, 0):
            return now >= self._deadline
        if self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
            return True
        self.status = Status.STATUS_CONNECTED
        self._asked = self._poller.tick
        self._poller.change(self._fd, READ)
        return False

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
        return self._fd in self._poller.ready

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
        self.bytes_in += len(data)
        return data

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
        return count

    def push(self) -> None:
        """Nothing is held."""

    def available(self) -> int:
        """Bytes that can be read now; -1 without a socket."""
        return -1 if self._socket is None else _waiting(self._socket)

    def wait(self, interest: int) -> None:
        """Blocks until the socket can be read or written, or is broken."""
        if self._socket is not None:
            wait_for(self._fd, interest, None)

    def watch(self, reading: bool, writing: bool) -> None:
        """Says what is waited for, so that the loop can sleep until then."""
        if self._socket is not None:
            interest = (READ if reading else 0) | (WRITE if writing else 0)
            self._poller.change(self._fd, interest)

    # The rest ------------------------------------------------------------------------------------

    @property
    def has_socket(self) -> bool:
        """Whether there is anything to close."""
        return self._socket is not None

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
        if self._socket is None or self._taken:
            return 0
        return int(self._socket.getsockname()[1])

    def set_no_delay(self, enabled: bool) -> None:
        """Whether small pieces go out at once."""
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
        self._fd = owned.fileno()
        self._asked = self._poller.tick  # the tick's answer is older than this socket
        self.was_reset = False
        self._poller.add(self._fd, interest)

    def _let_go(self) -> None:
        if self._socket is not None:
            self._poller.remove(self._fd)
            self._socket.close()
            self._socket = None
            self._fd = -1

    @staticmethod
    def _drain(owned: socket.socket) -> None:
        try:
            owned.shutdown(socket.SHUT_WR)
            size = 0
            while size < _DRAIN_MAX and (data := owned.recv(0x10000)):
                size += len(data)
        except OSError:
            pass  # nothing more is there, or the connection has gone


def wildcard() -> Address:
    """What stands for any address here: IPv6, for sockets that speak both, where there is IPv6."""
    return Address("::", True) if socket.has_dualstack_ipv6() else Address("0.0.0.0", False)


def open_socket(address: Address, dual: bool = False) -> socket.socket:
    """A socket that does not block, for the kind of `address`; `dual`: for both kinds."""
    opened = socket.socket(address.family, socket.SOCK_STREAM)
    opened.setblocking(False)
    if address.ipv6:
        opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, int(not dual))
    return opened


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
