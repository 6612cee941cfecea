"""`Mutex`: what only one thread has at a time."""

from __future__ import annotations

import threading
from typing import Self

from engine.core._blocking import about_to_block
from engine.core.output import error
from engine.core.ref_counted import RefCounted

__all__ = ["Mutex"]


class Mutex(RefCounted):
    """A lock that its thread may take any number of times, and gives back as often.

    In Python `with mutex:` holds it for a block.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()

    def lock(self) -> None:
        """Takes it; waits for as long as another thread has it."""
        if not self._lock.acquire(blocking=False):
            about_to_block()
            self._lock.acquire()

    def try_lock(self) -> bool:
        """Takes it, if no other thread has it; tells whether it did."""
        return self._lock.acquire(blocking=False)

    def unlock(self) -> None:
        """Gives it back; an error where this thread does not have it."""
        try:
            self._lock.release()
        except RuntimeError:
            error("A mutex can be unlocked only by the thread that has locked it.")

    def __enter__(self) -> Self:
        self.lock()
        return self

    def __exit__(self, *problem: object) -> None:
        self.unlock()
