"""What a tree tells about itself."""

from __future__ import annotations

from typing import NamedTuple


class TreeStatistics:
    """Counts frames and their times."""

    class Record(NamedTuple):
        """A tree at one moment.

        Attributes:
            frames: frames run so far.
            last_frame_time: seconds that the last one took, by the tree's clock.
            longest_frame_time: seconds that the longest took.
            mean_frame_time: their mean, in seconds.
            nodes: nodes in the tree, the root counted in.
            processing: nodes that are called each frame.
            physics_processing: nodes that are called each physics tick.
            timers: pending timers.
            tweens: running tweens.
        """

        frames: int
        last_frame_time: float
        longest_frame_time: float
        mean_frame_time: float
        nodes: int
        processing: int
        physics_processing: int
        timers: int
        tweens: int

    def __init__(self) -> None:
        self._frames = 0
        self._last = self._longest = self._total = 0.0

    def frame(self, seconds: float) -> None:
        """Counts a frame."""
        self._frames += 1
        self._last = seconds
        self._total += seconds
        self._longest = max(self._longest, seconds)

    def record(self, **counts: int) -> TreeStatistics.Record:
        """The record of this moment."""
        mean = self._total / self._frames if self._frames else 0.0
        return TreeStatistics.Record(self._frames, self._last, self._longest, mean, **counts)
