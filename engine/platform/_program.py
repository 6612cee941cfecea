"""What painting an entry comes down to: pictures put in places, filled rectangles, and clips.

A program is made once for as long as an entry looks the same, and run whenever it is painted.
"""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from engine.platform._pygame import pygame

BLITS: Final = 0
FILL: Final = 1
CLIP: Final = 2
Step: TypeAlias = tuple[int, Any]


class Program:
    """Steps that paint one entry.

    Attributes:
        steps: (BLITS, pairs of surface and place), (FILL, (colour, rectangle)), or (CLIP, (box,
            ignore)): what follows shows only in the box, or everywhere if that is None; `ignore`
            lifts the clip of the entry, too.
        blits: all there is to do, when that is a single step of BLITS; else None.
    """

    __slots__ = ("blits", "steps")

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.blits: list[Any] | None = []

    def blit(self, surface: pygame.Surface, place: tuple[int, int]) -> None:
        """Puts a picture down."""
        self._pairs().append((surface, place))

    def extend(self, pairs: list[tuple[pygame.Surface, tuple[int, int]]]) -> None:
        """Puts some pictures down."""
        self._pairs().extend(pairs)

    def fill(self, color: tuple[int, int, int, int], box: pygame.Rect) -> None:
        """Fills a rectangle with an opaque colour."""
        self.steps.append((FILL, (color, box)))
        self.blits = None

    def clip(self, box: pygame.Rect | None, ignore: bool) -> None:
        """Sets where what follows shows."""
        self.steps.append((CLIP, (box, ignore)))
        self.blits = None

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
        inner = area if clip is None else area.clip(clip)
        target.set_clip(inner)
        for kind, value in self.steps:
            if kind == BLITS:
                target.fblits(value)
            elif kind == FILL:
                target.fill(*value)
            else:
                box, ignore = value
                base = area if ignore else inner
                target.set_clip(base if box is None else base.clip(box))
