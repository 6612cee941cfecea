"""How many physics ticks a frame gets, and how long the frame says it was.

Time that passes is collected; each frame takes from it as many ticks as fit, and what is left over
waits for the next. A plain division would make the number of ticks jump by one whenever frame and
tick lengths nearly match. So the last twelve frames are remembered: the number of ticks is kept
within what they make typical, as long as the clock disagrees by no more than `jitter_fix` of a
tick, and the length that is told to scripts is bent a little to fit. What was bent is owed, and
paid back in later frames. Where a frame cannot be bent far enough, the ticks that are over are run
after all.

This follows what Godot 4 does frame by frame, so that deltas agree to the last digit.
"""

from __future__ import annotations

from math import floor
from typing import NamedTuple

from engine.core._float32 import f32

_REMEMBERED = 12
_MIN_STEP = 1e-6
_KNOWN = 1000  # what follows from what: so much is kept


class Frame(NamedTuple):
    """One frame's share of time.

    Attributes:
        physics_steps: how many physics ticks are due.
        process_step: how long the frame is, in seconds.
        interpolation_fraction: how far time has gone from the last tick to the next, 0 to 1.
    """

    physics_steps: int
    process_step: float
    interpolation_fraction: float

    def without(self, ahead: float) -> float:
        """What is left of `process_step` when so many seconds of it have been told already."""
        return max(self.process_step - ahead, _MIN_STEP) if ahead else self.process_step


class _History:
    """The last frames' ticks, and what follows from them; it never changes.

    Attributes:
        summed: the ticks of the last 1, 2, ... frames together.
        typical: the least of each that is typical.
        low: the fewest ticks that let the next frame look like the last ones.
        high: the most.
        unusual: there is no such number.
        mean: bounds of the mean ticks in a frame, and over how many frames they hold.
    """

    __slots__ = ("high", "low", "mean", "summed", "typical", "unusual")

    def __init__(self, summed: list[int], typical: list[int]) -> None:
        self.summed = summed
        self.typical = typical
        self.low, self.high, self.unusual = self._range()
        self.mean = self._average()

    def after(self, steps: int, unusual: bool) -> _History:
        """What it is after a frame with so many ticks."""
        summed = [steps, *(total + steps for total in self.summed[:-1])]
        typical = self.typical
        if unusual:
            pairs = zip(typical, summed, strict=True)
            typical = [min(max(least, total - 1), total) for least, total in pairs]
        return _History(summed, typical)

    def _range(self) -> tuple[int, int, bool]:
        low = self.typical[0]
        high = low + 1
        for frames in range(_REMEMBERED - 1):
            left = self.typical[frames + 1] - self.summed[frames]
            if left > high or left + 1 < low:
                return low, high, True
            low = max(low, left)
            high = min(high, left + 1)
        return low, high, False

    def _average(self) -> tuple[float, float, int]:
        low = float(self.typical[0])
        high = low + 1.0
        for frames in range(1, _REMEMBERED):
            least = self.typical[frames] / (frames + 1)
            if least > high:
                return low, high, frames
            low = max(low, least)
            most = (self.typical[frames] + 1) / (frames + 1)
            if most < low:
                return low, high, frames
            high = min(high, most)
        return low, high, _REMEMBERED


class FramePacing:
    """The memory of the frames so far.

    The same histories come again and again, so that most frames only look up what follows.
    """

    def __init__(self) -> None:
        self._left_over = 0.0
        self._owed = 0.0
        self._history = _History(list(range(_REMEMBERED)), list(range(_REMEMBERED)))
        self._known: dict[tuple[tuple[int, ...], tuple[int, ...]], _History] = {}
        self._after: dict[tuple[_History, int, bool], _History] = {}

    def advance(self, elapsed: float, ticks_per_second: int, jitter_fix: float) -> Frame:
        """Divides the time since the last frame.

        Args:
            elapsed: that time, in seconds.
            ticks_per_second: the rate of physics ticks.
            jitter_fix: how much of a tick the clock may be bent by.
        """
        tick = 1.0 / ticks_per_second
        least = f32(max(elapsed / 8.0, _MIN_STEP))  # single precision, as in Godot
        wanted = elapsed + self._owed
        steps = self._ticks_due(wanted, ticks_per_second, tick, jitter_fix)
        step = wanted
        offset = step - self._left_over
        low, high, frames = self._history.mean
        if frames > 3:
            step = _clamp(step, low * tick, high * tick)
        bend = jitter_fix * tick
        step = _clamp(step, wanted - bend, wanted + bend)
        step = _clamp(step, offset, offset + tick)
        step = max(step, least)
        self._left_over = step - offset
        if self._left_over > tick:
            more = floor(self._left_over * ticks_per_second)
            self._left_over -= more * tick
            steps += more
        self._owed = wanted - step
        return Frame(steps, step, self._left_over / tick)

    def _ticks_due(self, elapsed: float, rate: int, tick: float, jitter_fix: float) -> int:
        self._left_over += elapsed
        history = self._history
        steps = floor(self._left_over * rate)
        low, high, unusual = history.low, history.high, history.unusual
        if steps < low:
            possible = floor(self._left_over * rate + jitter_fix)
            unusual = unusual or possible < low
            steps = min(possible, low)
        elif steps > high:
            possible = floor(self._left_over * rate - jitter_fix)
            unusual = unusual or possible > high
            steps = max(possible, high)
        steps = max(steps, 0)
        self._left_over -= steps * tick
        after = self._after.get((history, steps, unusual))
        self._history = after or self._remember(steps, unusual)
        return steps

    def _remember(self, steps: int, unusual: bool) -> _History:
        """Works out the history after this frame, and keeps it for the next time."""
        if len(self._after) >= _KNOWN:
            self._after.clear()
            self._known.clear()
        made = self._history.after(steps, unusual)
        made = self._known.setdefault((tuple(made.summed), tuple(made.typical)), made)
        self._after[self._history, steps, unusual] = made
        return made


def _clamp(value: float, low: float, high: float) -> float:
    return low if value < low else min(value, high)
