"""A listening TCP socket."""

from __future__ import annotations

import os
import socket

from engine.core.output import error
from engine.net._addresses import Address, open_socket
from engine.net._poller import READ, poller, wait_for
from engine.net._tcp_channel import TcpChannel

BACKLOG = 4096
"""Connections that may wait to be taken; the system may allow fewer."""


class TcpListener:
    """Takes connections.

    Args:
        address: where to listen.
        port: 0 is any free one.
        dual: on IPv4 too, for an IPv6 address.

    Raises:
        OSError: when the address is in use, or not this machine's.
    """

    __slots__ = ("_asked", "_fd", "_poller", "_port", "_refused", "_socket")

    def __init__(self, address: Address, port: int, dual: bool) -> None:
        self._fd = -1
        self._refused = False  # the last connection could not be taken, for lack of files
        self._poller = poller()
        self._asked = self._poller.tick
        self._socket = open_socket(address, dual)
        try:
            if os.name == "posix":  # elsewhere this would let two servers have one port
                self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.bind(address.target(port))
            self._socket.listen(BACKLOG)
        except OSError:
            self._socket.close()
            raise
        self._fd = self._socket.fileno()
        self._port = self.port
        self._poller.add(self._fd, READ)
        self._poller.add_port(self._port)

    def __del__(self) -> None:
        self.close()

    @property
    def port(self) -> int:
        """The local port."""
        return int(self._socket.getsockname()[1])

    def is_available(self) -> bool:
        """Whether a connection waits; see `_poller`."""
        if self._refused:  # once: who takes all that there are must come to an end
            self._refused = False
            return False
        tick = self._poller.tick
        if self._asked == tick:
            return wait_for(self._fd, READ, 0)
        self._asked = tick
        net = self._poller
        return self._fd in net.ready and wait_for(self._fd, READ, 0)

    def take(self) -> TcpChannel | None:
        """The oldest connection that waits, or None."""
        try:
            taken, remote = self._socket.accept()
        except (BlockingIOError, InterruptedError, ConnectionAbortedError):
            return None
        except OSError as problem:
            error(f"Can't take a connection: {problem}.")
            self._refused = True
            return None
        self._poller.more = True
        return TcpChannel.accepted(taken, remote, self._port)

    def close(self) -> None:
        """Listens no longer; connections that wait are reset by the system."""
        if self._fd >= 0:
            self._poller.remove(self._fd)
            self._poller.remove_port(self._port)
            self._socket.close()
            self._fd = -1
