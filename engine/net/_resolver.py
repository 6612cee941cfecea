"""Looking up names on threads of their own, so that no tick waits for a name server.

Peers that ask for the same name while it is being looked up share the answer. Answers are not kept:
the system does that, and knows for how long.
"""

from __future__ import annotations

import os
import socket
import threading

from engine.net._addresses import Address
from engine.net._forks import forks
from engine.net._poller import poller


class Lookup:
    """One question.

    Attributes:
        addresses: the answer, in the system's order; empty when there is none.
    """

    __slots__ = ("_done", "_forks", "addresses", "host")

    def __init__(self, host: str) -> None:
        self.host = host
        self.addresses: list[Address] = []
        self._done = False  # set last
        self._forks = forks.count

    @property
    def done(self) -> bool:
        """Whether there is an answer."""
        if not self._done and self._forks != forks.count:
            self.begin()  # a forked child has the question, and not the thread
        return self._done

    def begin(self) -> None:
        """Has a thread ask the system."""
        self._forks = forks.count
        threading.Thread(target=self.run, name=f"look up {self.host}", daemon=True).start()

    def run(self) -> None:
        """Asks the system, which may take seconds."""
        try:
            found = socket.getaddrinfo(self.host, None, type=socket.SOCK_STREAM)
        except (OSError, ValueError):  # ValueError: a NUL or a lone surrogate in it
            found = []
        known = {socket.AF_INET: False, socket.AF_INET6: True}
        unique = {str(info[4][0]): known[info[0]] for info in found if info[0] in known}
        self.addresses = [Address(host, ipv6) for host, ipv6 in unique.items()]
        with _running.lock:
            if _running.lookups.get(self.host) is self:
                del _running.lookups[self.host]
        self._done = True
        poller().wake()


class _Running:
    """The look-ups under way, by name, and what guards them."""

    __slots__ = ("lock", "lookups")

    def __init__(self) -> None:
        self.start_again()

    def start_again(self) -> None:
        """After a fork: the threads are the parent's, and one of them may hold the lock."""
        self.lock = threading.Lock()
        self.lookups: dict[str, Lookup] = {}


_running = _Running()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_running.start_again)


def look_up(host: str) -> Lookup:
    """Begins to look up a name; ask `done` later."""
    with _running.lock:
        lookup = _running.lookups.get(host)
        if lookup is not None:
            return lookup
        lookup = _running.lookups[host] = Lookup(host)
    lookup.begin()
    return lookup
