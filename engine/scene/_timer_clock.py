"""Time that pending tree timers share.

Godot subtracts each frame's delta from each pending timer. To do the same work once for all of
them, a clock sums up the deltas and keeps its timers in a heap by the moment when they should end.
That sum is rounded differently from the subtractions, which decides in which frame a timer of 0.05
s ends at 60 frames a second. So the deltas are remembered, as runs of equal ones, and a timer that
comes close to its end, or is asked for its `time_left`, makes up for its subtractions then, one by
one.

Deltas that are measured are all different and never the same twice: when the runs get many, every
timer settles for the sum, and the memory starts anew.
"""

from __future__ import annotations

from bisect import bisect_right
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.scene.scene_tree_timer import SceneTreeTimer

_CLOSE = 1e-4  # far more than rounding can add up to, far less than a frame
_MANY_RUNS = 64


class TimerClock:
    """The clock of the timers that pass time in the same way."""

    __slots__ = ("_elapsed", "_heap", "_runs", "_starts", "_steps")

    def __init__(self) -> None:
        self._elapsed = 0.0
        self._steps = 0
        self._runs: list[float] = []  # the deltas of the runs
        self._starts: list[int] = []  # the step at which each begins
        self._heap: list[tuple[float, int, SceneTreeTimer]] = []

    def __len__(self) -> int:
        return len(self._heap)

    def add(self, timer: SceneTreeTimer) -> None:
        """Lets a timer run from now on, from its `_value`."""
        timer._at = self._steps
        timer._ends = self._elapsed + timer._value
        heappush(self._heap, (timer._ends, timer._serial, timer))

    def step(self, delta: float) -> None:
        """Lets time pass; nothing is done for each timer."""
        if not self._heap:
            self._elapsed = 0.0
            self._steps = 0
            self._runs.clear()
            self._starts.clear()
            return
        if not self._runs or self._runs[-1] != delta:
            if len(self._runs) >= _MANY_RUNS:
                self._settle_all()
            self._runs.append(delta)
            self._starts.append(self._steps)
        self._steps += 1
        self._elapsed += delta

    def due(self) -> list[SceneTreeTimer]:
        """Takes out the timers that have ended, in no order."""
        ended: list[SceneTreeTimer] = []
        close: list[tuple[float, int, SceneTreeTimer]] = []
        heap, limit = self._heap, self._elapsed + _CLOSE
        while heap and heap[0][0] <= limit:
            entry = heappop(heap)
            timer = entry[2]
            if entry[0] != timer._ends:
                continue  # it was given another time_left, and with it another entry
            if self.exact(timer) <= 0.0:
                ended.append(timer)
            else:
                close.append(entry)
        for entry in close:
            heappush(heap, entry)
        return ended

    def exact(self, timer: SceneTreeTimer) -> float:
        """What is left of a timer after subtracting each delta since it was last asked."""
        value, at = timer._value, timer._at
        run = bisect_right(self._starts, at) - 1
        while at < self._steps:
            after = self._starts[run + 1] if run + 1 < len(self._starts) else self._steps
            delta = self._runs[run]
            for _ in range(after - at):
                value -= delta
            at = after
            run += 1
        timer._value, timer._at = value, at
        return value

    def _settle_all(self) -> None:
        for ends, _, timer in self._heap:
            if ends == timer._ends:
                timer._value = ends - self._elapsed
                timer._ends = timer._value
                timer._at = 0
        live = {id(t): t for _, _, t in self._heap}
        self._heap = [(t._ends, t._serial, t) for t in live.values()]
        heapify(self._heap)
        self._elapsed = 0.0
        self._steps = 0
        self._runs.clear()
        self._starts.clear()
