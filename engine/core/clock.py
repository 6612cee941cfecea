"""Where time comes from: handed in, so that a test can be the one who lets it pass."""

from __future__ import annotations

import time
from typing import Protocol


class Clock(Protocol):
    """A source of time, in seconds from an arbitrary start, that never goes back."""

    def now(self) -> float:
        """The time in seconds."""
        ...

    def sleep_until(self, when: float) -> None:
        """Returns when `now()` has reached `when`; at once if it has already."""
        ...


class SystemClock:
    """The operating system's monotonic clock."""

    def now(self) -> float:
        """The time in seconds."""
        return time.monotonic()

    def sleep_until(self, when: float) -> None:
        """Sleeps until `now()` has reached `when`."""
        while (left := when - time.monotonic()) > 0:
            time.sleep(left)


class ManualClock:
    """A clock that stands still until it is told to go on.

    Args:
        start: what `now()` says first, in seconds.
    """

    __slots__ = ("_now",)

    def __init__(self, start: float = 0.0) -> None:
        self._now = start

    def now(self) -> float:
        """The time in seconds."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Lets `seconds` pass; a negative number raises `ValueError`."""
        if seconds < 0.0:
            raise ValueError(f"a clock cannot go back: advance({seconds})")
        self._now += seconds

    def sleep_until(self, when: float) -> None:
        """Jumps to `when`, unless it has passed."""
        self._now = max(self._now, when)
