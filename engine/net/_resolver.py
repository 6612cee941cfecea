"""Looking up names on threads of their own, so that no tick waits for a name server.

Peers that ask for the same name while it is being looked up share the answer. Answers are not kept:
the system does that, and knows for how long.
"""

from __future__ import annotations

import socket
import threading

from engine.net._addresses import Address
from engine.net._poller import poller


class Lookup:
    """One question.

    Attributes:
        done: whether there is an answer; set last.
        addresses: the answer, in the system's order; empty when there is none.
    """

    __slots__ = ("addresses", "done", "host")

    def __init__(self, host: str) -> None:
        self.host = host
        self.done = False
        self.addresses: list[Address] = []

    def run(self) -> None:
        """Asks the system, which may take seconds."""
        try:
            found = socket.getaddrinfo(self.host, None, type=socket.SOCK_STREAM)
        except (OSError, ValueError):  # ValueError: a NUL or a lone surrogate in it
            found = []
        known = {socket.AF_INET: False, socket.AF_INET6: True}
        unique = {str(info[4][0]): known[info[0]] for info in found if info[0] in known}
        self.addresses = [Address(host, ipv6) for host, ipv6 in unique.items()]
        with _lock:
            _running.pop(self.host, None)
        self.done = True
        poller().wake()


_lock = threading.Lock()
_running: dict[str, Lookup] = {}


def look_up(host: str) -> Lookup:
    """Begins to look up a name; ask `done` later."""
    with _lock:
        lookup = _running.get(host)
        if lookup is not None:
            return lookup
        lookup = _running[host] = Lookup(host)
    threading.Thread(target=lookup.run, name=f"look up {host}", daemon=True).start()
    return lookup
