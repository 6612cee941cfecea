"""The clock that sockets use for their deadlines, and when the engine started by it.

A peer may be given a clock of its own; without one it uses this module's, which the main loop can
replace.
"""

from __future__ import annotations

from engine.core.clock import Clock, SystemClock


class EngineTime:
    """Seconds since a start, by a clock.

    Args:
        clock: where the time comes from.
        start: what that clock said at the start; by default what it says now.
    """

    __slots__ = ("_clock", "_start")

    def __init__(self, clock: Clock, start: float | None = None) -> None:
        self.use(clock, start)

    def use(self, clock: Clock, start: float | None = None) -> None:
        """Changes the clock."""
        self._clock = clock
        self._start = clock.now() if start is None else start

    def now(self) -> float:
        """Seconds since the start."""
        return self._clock.now() - self._start


engine_time = EngineTime(SystemClock())
"""What is used where no clock is given."""


def time_of(clock: Clock | None) -> EngineTime:
    """The time by `clock`, counted from its zero; without one the engine's."""
    return engine_time if clock is None else EngineTime(clock, 0.0)
