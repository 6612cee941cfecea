"""Forked processes: parent and child hold the same connections.

A child may go on with them, as a daemon does whose parent ends; or it does something else, and lets
them go sooner or later. The other side must not hear of that: a goodbye of the child would end the
parent's connection. So what says something by itself when it is dropped asks `forks.ours` first. A
connection is the child's once something has happened to it there, and all are when the child has
gone through a whole tick.

What was put off to the end of a tick is written before the fork, lest both of them do it.
"""

from __future__ import annotations

import os
import threading

from engine.core._blocking import about_to_block
from engine.net._poller import poller


class _Forks:
    """The forks that led to this process.

    Attributes:
        count: how many there were; what is made notes it.
    """

    __slots__ = ("_tick", "count")

    def __init__(self) -> None:
        self.count = 0
        self._tick = 0  # that of the last fork

    def ours(self, count: int) -> bool:
        """Whether what was last used when there were so many is this process's to end."""
        return count == self.count or poller().tick > self._tick + 1

    def _note(self) -> None:
        self.count += 1
        self._tick = poller().tick


forks = _Forks()
"""Those of this process."""


def _before() -> None:
    if threading.current_thread() is threading.main_thread():  # else a tick may be under way there
        about_to_block()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_before, after_in_child=forks._note)
