"""`SceneTreeTimer`: a one-shot timer that the tree keeps, and the tree's collection of them."""

from __future__ import annotations

import itertools

from engine.core.ref_counted import RefCounted
from engine.core.signal import Signal
from engine.scene._timer_clock import TimerClock

_serials = itertools.count()


class SceneTreeTimer(RefCounted):
    """Made by `SceneTree.create_timer`; emits `timeout` once and is then let go.

    Signals: `timeout`.
    """

    timeout = Signal()

    def __init__(self) -> None:
        self._value = 0.0
        self._at = 0
        self._ends = 0.0
        self._serial = next(_serials)
        self._clock: TimerClock | None = None

    @property
    def time_left(self) -> float:
        """Seconds until `timeout`; 0 when it is over. Setting it moves the end."""
        left = self._value if self._clock is None else self._clock.exact(self)
        return max(left, 0.0)

    @time_left.setter
    def time_left(self, seconds: float) -> None:
        self._value = float(seconds)
        if self._clock is not None:
            self._clock.add(self)

    def get_time_left(self) -> float:
        """The value of `time_left`."""
        return self.time_left

    def set_time_left(self, time: float) -> None:
        """Sets `time_left`."""
        self.time_left = time


class TreeTimers:
    """All pending timers of a tree.

    There is a clock for each way in which time can pass: idle or physics, during a pause or not,
    with or without the time scale.
    """

    __slots__ = ("_clocks",)

    def __init__(self) -> None:
        self._clocks: dict[tuple[bool, bool, bool], TimerClock] = {}

    def add(self, seconds: float, always: bool, physics: bool, unscaled: bool) -> SceneTreeTimer:
        """Starts a timer."""
        timer = SceneTreeTimer()
        timer._value = float(seconds)
        kind = (bool(physics), bool(always), bool(unscaled))
        clock = self._clocks.get(kind)
        if clock is None:
            clock = self._clocks[kind] = TimerClock()
        timer._clock = clock
        clock.add(timer)
        return timer

    def step(self, physics: bool, delta: float, unscaled_delta: float, paused: bool) -> None:
        """Lets time pass for one kind of step, then fires what has ended, oldest first."""
        ended: list[SceneTreeTimer] = []
        for (of_physics, always, unscaled), clock in self._clocks.items():
            if of_physics == physics and (always or not paused):
                clock.step(unscaled_delta if unscaled else delta)
                ended += clock.due()
        if len(ended) > 1:
            ended.sort(key=_serial)
        for timer in ended:
            timer._clock = None
        for timer in ended:
            timer._emit_if_heard("timeout")

    def clear(self) -> None:
        """Lets go of all timers."""
        self._clocks.clear()

    def __len__(self) -> int:
        return sum(len(clock) for clock in self._clocks.values())


def _serial(timer: SceneTreeTimer) -> int:
    return timer._serial
