"""Connecting to a name that has several addresses: "happy eyeballs", RFC 8305.

The addresses take turns by family, beginning with the family of the first. Each attempt gets a head
start of a quarter of a second; then, or as soon as all that run have failed, the next begins beside
it. The first to get through wins and the others are closed. So a silent address costs a moment, not
the system's patience. Nothing happens between calls of `advance`.
"""

from __future__ import annotations

import math
import socket
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from engine.net._addresses import Address, open_socket
from engine.net._poller import WRITE, poller, wait_for

HEAD_START = 0.25
"""Seconds from the beginning of an attempt to that of the next."""


def take_turns(addresses: Sequence[Address]) -> list[Address]:
    """The addresses so that the families alternate, each in its own order."""
    if not addresses:
        return []
    first = [address for address in addresses if address.ipv6 == addresses[0].ipv6]
    other = [address for address in addresses if address.ipv6 != addresses[0].ipv6]
    mixed: list[Address] = []
    while first or other:
        mixed += first[:1] + other[:1]
        first, other = first[1:], other[1:]
    return mixed


@dataclass(slots=True)
class Attempt:
    """A socket that is on its way.

    Attributes:
        socket: the socket.
        address: where to.
        deadline: when it has taken too long.
        port: the local port, which the poller knows.
    """

    socket: socket.socket
    address: Address
    deadline: float
    port: int

    def state(self, now: float) -> bool | None:
        """Whether it got through; None while nobody knows."""
        if not wait_for(self.socket.fileno(), WRITE, 0):
            return False if now >= self.deadline else None
        return not self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)

    def let_go(self) -> None:
        """Takes it from the poller; the socket stays open."""
        poller().remove(self.socket.fileno())
        poller().remove_port(self.port)

    def close(self) -> None:
        """Gives it up."""
        self.let_go()
        self.socket.close()


class Race:
    """Attempts to connect, beside one another.

    Args:
        addresses: where to, the best first.
        port: the port there.
        timeout: seconds for each attempt; 0: as long as the system likes.
        bound: a socket that has a local port already; then there is only one attempt.
        dual: `bound` is an IPv6 socket that speaks IPv4, too.
    """

    __slots__ = ("_bound", "_dual", "_next_at", "_port", "_running", "_timeout", "_waiting")

    def __init__(
        self,
        addresses: Sequence[Address],
        port: int,
        timeout: float,
        bound: socket.socket | None = None,
        dual: bool = False,
    ) -> None:
        self._waiting = deque(take_turns(addresses))
        self._running: list[Attempt] = []
        self._port = port
        self._timeout = timeout
        self._bound = bound
        self._dual = dual
        self._next_at = -math.inf

    @property
    def newest(self) -> Attempt | None:
        """The attempt that was begun last and still runs."""
        return self._running[-1] if self._running else None

    def begin(self, now: float) -> bool:
        """Begins the next attempt that the system does not refuse at once; false: none is left."""
        while self._waiting:
            address = self._waiting.popleft()
            try:
                made = self._bound or open_socket(address)
            except OSError:  # no such family here, or no more files
                continue
            try:
                made.connect(address.target(self._port, self._bound is not None and self._dual))
            except BlockingIOError:
                pass
            except OSError:
                if self._bound is None:
                    made.close()
                continue
            if self._bound is not None:  # its port is good for one attempt
                self._bound = None
                self._waiting.clear()
            self._add(made, address, now)
            return True
        if self._bound is not None:
            self._bound.close()
            self._bound = None
        return False

    def _add(self, made: socket.socket, address: Address, now: float) -> None:
        deadline = now + self._timeout if self._timeout > 0.0 else math.inf
        attempt = Attempt(made, address, deadline, int(made.getsockname()[1]))
        poller().add(made.fileno(), WRITE)
        poller().add_port(attempt.port)
        if poller().is_ours(self._port):
            poller().look_again()
        self._running.append(attempt)
        self._next_at = now + HEAD_START

    def advance(self, now: float) -> Attempt | None:
        """Goes on; gives the attempt that has won. `newest` is None when all have failed."""
        for attempt in list(self._running):
            state = attempt.state(now)
            if state:
                self._running.remove(attempt)
                self.close()
                return attempt
            if state is False:
                self._running.remove(attempt)
                attempt.close()
        if not self._running or now >= self._next_at:
            self.begin(now)
        return None

    def close(self) -> None:
        """Gives all attempts up."""
        for attempt in self._running:
            attempt.close()
        self._running.clear()
        self._waiting.clear()
        if self._bound is not None:
            self._bound.close()
            self._bound = None
