"""`Semaphore`: threads that wait until others have something for them."""

from __future__ import annotations

import threading

from engine.core._blocking import about_to_block
from engine.core.output import error
from engine.core.ref_counted import RefCounted

__all__ = ["Semaphore"]


class Semaphore(RefCounted):
    """A count that `post` raises and `wait` lowers, once there is something to lower."""

    def __init__(self) -> None:
        self._count = threading.Semaphore(0)

    def wait(self) -> None:
        """Waits for a `post`, unless there has been one that nobody has taken."""
        if not self._count.acquire(blocking=False):
            about_to_block()
            self._count.acquire()

    def try_wait(self) -> bool:
        """As `wait`, without waiting; tells whether there was something."""
        return self._count.acquire(blocking=False)

    def post(self, count: int = 1) -> None:
        """Lets so many waits go on."""
        if count <= 0:
            error('Condition "p_count <= 0" is true.')
            return
        self._count.release(count)
