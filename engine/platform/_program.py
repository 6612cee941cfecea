"""What painting an entry comes down to: pictures put in places, and clips.

A program is made once for as long as an entry looks the same, and run whenever it is painted. One
that is run again is worth the trouble of joining the glyphs of a text into a single picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from engine.platform._pygame import pygame

BLITS: Final = 0
CLIP: Final = 1
WORTH_JOINING = 3
_MOST_PIXELS = 1 << 16
Step: TypeAlias = tuple[int, Any]


class Program:
    """Steps that paint one entry.

    Attributes:
        steps: (BLITS, pairs of surface and place), or (CLIP, (box, ignore)): what follows shows
            only in the box, or everywhere if that is None; `ignore` lifts the clip of the entry,
            too.
        blits: all there is to do, when that is a single step of BLITS; else None.
    """

    __slots__ = ("_groups", "_runs", "blits", "steps")

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.blits: list[Any] | None = []
        self._groups: list[tuple[list[Any], int, int]] = []  # pictures that can be joined
        self._runs = 0

    def blit(self, surface: pygame.Surface, place: tuple[int, int]) -> None:
        """Puts a picture down."""
        self._pairs().append((surface, place))

    def extend(self, pairs: list[tuple[pygame.Surface, tuple[int, int]]]) -> None:
        """Puts the pictures of a text down."""
        found = self._pairs()
        if len(pairs) >= WORTH_JOINING:
            self._groups.append((found, len(found), len(found) + len(pairs)))
        found.extend(pairs)

    def used(self) -> None:
        """To be called each time before it is run."""
        self._runs += 1
        if self._runs == 2 and self._groups:
            for found, begin, end in reversed(self._groups):
                join(found, begin, end)
            self._groups.clear()

    def clip(self, box: pygame.Rect | None, ignore: bool) -> None:
        """Sets where what follows shows."""
        self.steps.append((CLIP, (box, ignore)))
        self.blits = None

    def is_settled(self) -> bool:
        """Whether it was used often enough to stay as it is."""
        return self._runs >= 2

    def clipped(
        self, area: pygame.Rect, clip: pygame.Rect | None
    ) -> Iterator[tuple[pygame.Rect, list[Any]]]:
        """Its pictures, with the box that they show in."""
        inner = area if clip is None else area.clip(clip)
        current = inner
        for kind, value in self.steps:
            if kind == BLITS:
                yield current, value
                continue
            box, ignore = value
            base = area if ignore else inner
            current = base if box is None else base.clip(box)

    def _pairs(self) -> list[Any]:
        if self.steps and self.steps[-1][0] == BLITS:
            found: list[Any] = self.steps[-1][1]
            return found
        made: list[Any] = []
        if not self.steps:
            self.blits = made
        self.steps.append((BLITS, made))
        return made

    def run(self, target: pygame.Surface, area: pygame.Rect, clip: pygame.Rect | None) -> None:
        """Paints; the target's own clip is changed.

        Args:
            target: the surface.
            area: nothing outside of it is painted.
            clip: of the entry; None for none.
        """
        for box, pairs in self.clipped(area, clip):
            target.set_clip(box)
            target.fblits(pairs)


def join(pairs: list[Any], begin: int, end: int) -> None:
    """Makes one picture of some that lie side by side, unless it would be too large."""
    if end - begin < 2:
        return
    boxes = [pygame.Rect(place, surface.get_size()) for surface, place in pairs[begin:end]]
    whole = boxes[0].unionall(boxes[1:])
    if whole.w * whole.h > _MOST_PIXELS:
        return
    joined = pygame.Surface(whole.size, pygame.SRCALPHA, 32)
    parts = [(surface, (x - whole.x, y - whole.y)) for surface, (x, y) in pairs[begin:end]]
    joined.fblits(parts)
    pairs[begin:end] = [(joined, whole.topleft)]
