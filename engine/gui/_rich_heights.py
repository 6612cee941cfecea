"""Heights of paragraphs, and where each begins: kept up to date piece by piece.

The tops are sums of the heights before. Setting a height forgets the tops behind it; they are
added up again when they are asked for. Appending therefore costs the same however long the text
is.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, islice


class Heights:
    """Heights of paragraphs in pixels; a paragraph that was never measured is -1 high."""

    __slots__ = ("_heights", "_tops")

    def __init__(self) -> None:
        self._heights: list[float] = []
        self._tops = [0.0]

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, place: int) -> float:
        return self._heights[place]

    def __setitem__(self, place: int, height: float) -> None:
        if self._heights[place] != height:
            self._heights[place] = height
            del self._tops[place + 1 :]

    def clear(self) -> None:
        """Forgets all paragraphs."""
        self._heights.clear()
        self._tops = [0.0]

    def resize(self, count: int) -> None:
        """Takes paragraphs away at the end, or adds some of height 0."""
        if count < len(self._heights):
            del self._heights[count:]
            del self._tops[count + 1 :]
        else:
            self._heights.extend([0.0] * (count - len(self._heights)))

    def remove(self, place: int) -> None:
        """Takes a paragraph out."""
        if place < len(self._heights):
            height = self._heights.pop(place)
            if place + 1 < len(self._tops):
                self._tops[place:] = [top - height for top in self._tops[place + 1 :]]

    def _add_up(self) -> None:
        known = len(self._tops)
        if known <= len(self._heights):
            rest = islice(self._heights, known - 1, None)
            self._tops.extend(islice(accumulate(rest, initial=self._tops[-1]), 1, None))

    def top(self, place: int) -> float:
        """Where a paragraph begins."""
        if place >= len(self._tops):
            self._add_up()
        return self._tops[min(place, len(self._tops) - 1)]

    def total(self) -> float:
        """The height of all."""
        self._add_up()
        return self._tops[-1]

    def at(self, y: float) -> int:
        """The paragraph at a height."""
        self._add_up()
        return min(max(bisect_right(self._tops, y) - 1, 0), max(len(self._heights) - 1, 0))
