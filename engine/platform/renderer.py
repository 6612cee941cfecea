"""`Renderer`: paints frames onto a surface, and only what of them has changed.

What is damaged is found by `_damage`; each damaged box is filled with the background, and all
entries that touch it are painted again inside of it, from the lowest to the highest.
"""

from __future__ import annotations

from typing import Any

from engine.platform._damage import Damage, Seen
from engine.platform._painter import Painter
from engine.platform._plan import STRIP, Plan, plan_of
from engine.platform._program import Program
from engine.platform._pygame import pygame
from engine.platform._solid import Shade, solid
from engine.platform.image_codec import pixels_of
from engine.servers.canvas import (
    ENDS_MASK,
    HIDDEN_MASK,
    MASK,
    PAINTED,
    Entry,
    Frame,
    Pixels,
    Rgba,
)


class Renderer:
    """Paints the frames of one viewport."""

    def __init__(self) -> None:
        self.painter = Painter()
        self._damage = Damage()
        self._ground: tuple[Rgba, tuple[int, int], list[Any]] | None = None
        self._plan: Plan | None = None

    def forget(self) -> None:
        """What was painted is lost: the next frame is painted as a whole."""
        self._damage.forget()

    def is_behind(self, frame: Frame) -> bool:
        """Whether a frame differs from the one that was drawn last."""
        return self._damage.is_behind(frame)

    def draw(self, frame: Frame, target: pygame.Surface, time: float = 0.0) -> list[pygame.Rect]:
        """Brings a surface up to date.

        Args:
            frame: what it has to show.
            target: shows the frame that was drawn last.
            time: in seconds, for what changes by itself.

        Returns:
            The boxes that were painted.
        """
        boxes = self._damage.boxes(frame)
        if boxes:
            self.painter.time = time
            seen = self._damage.seen()
            if boxes == [target.get_rect()] and self._paint_by_plan(frame, seen, target):
                return boxes
            entries = list(zip(frame.entries, seen, strict=True))
            for box in boxes:
                self._paint(target, frame.background, entries, box)
            target.set_clip(None)
        return boxes

    def _paint_by_plan(self, frame: Frame, seen: list[Seen], target: pygame.Surface) -> bool:
        """Paints a whole frame that stays the same; gives False while it does not."""
        if self._plan is None or self._plan.seen is not seen:
            shade = None if frame.background is None else _shade(frame.background)
            self._plan = plan_of(frame.entries, seen, target.get_rect(), shade)
        if self._plan is None:
            return False
        background = frame.background
        rows = None if background is None else self._ground_of(background, target.get_size())
        self._plan.run(target, rows)
        return True

    def picture(self, frame: Frame, time: float = 0.0) -> Pixels:
        """All of a frame."""
        flags = pygame.SRCALPHA if frame.background is None else 0
        target = pygame.Surface(frame.size, flags, 32)
        fresh = Damage()
        fresh.boxes(frame)
        self.painter.time = time
        entries = list(zip(frame.entries, fresh.seen(), strict=True))
        self._paint(target, frame.background, entries, target.get_rect())
        return pixels_of(target)

    def _paint(
        self,
        target: pygame.Surface,
        background: Rgba | None,
        entries: list[tuple[Entry, Seen]],
        box: pygame.Rect,
    ) -> None:
        target.set_clip(box)
        if background is None:
            target.fill((0, 0, 0, 0))
        else:
            rows = self._ground_of(background, target.get_size())
            target.fblits(rows[box.top // STRIP : -(-box.bottom // STRIP)])
        masked: list[tuple[pygame.Surface, Entry, Seen]] = []
        waiting: list[Any] = []  # pictures that need no clip but the box
        size = target.get_size()
        for entry, seen in entries:
            role = entry.role
            touches = seen.box is not None and box.colliderect(seen.box)
            if touches and role in (PAINTED, MASK):
                program = self._program(entry, seen, size)
                if seen.clip is None and program.blits is not None:
                    waiting += program.blits
                else:
                    _put_down(target, waiting, box)
                    program.run(target, box, seen.clip)
            if role == PAINTED:
                continue
            _put_down(target, waiting, box)
            if role == ENDS_MASK:
                below, mask, shape = masked.pop()
                self._end_mask(target, below, self._program(mask, shape, size), shape, box)
                target = below
            elif role in (MASK, HIDDEN_MASK):
                masked.append((target, entry, seen))
                target = pygame.Surface(size, pygame.SRCALPHA, 32)
        _put_down(target, waiting, box)

    def _ground_of(
        self, color: Rgba, size: tuple[int, int]
    ) -> list[tuple[pygame.Surface, tuple[int, int]]]:
        """The background in strips: blitting a small surface often is quicker than filling."""
        ground = self._ground
        if ground is None or ground[0] != color or ground[1] != size:
            strip = solid(_shade(color), size[0], STRIP)
            rows = [(strip, (0, y)) for y in range(0, size[1], STRIP)]
            ground = self._ground = color, size, rows
        return ground[2]

    def _program(self, entry: Entry, seen: Seen, size: tuple[int, int]) -> Program:
        program = seen.program
        if program is None:
            program = seen.program = self.painter.program(entry, size)
        program.used()
        return program

    def _end_mask(
        self,
        layer: pygame.Surface,
        below: pygame.Surface,
        mask: Program,
        seen: Seen,
        box: pygame.Rect,
    ) -> None:
        """Puts a layer down where its mask is opaque."""
        cover = pygame.Surface(layer.get_size(), pygame.SRCALPHA, 32)
        mask.run(cover, box, seen.clip)
        cover.set_clip(None)
        cover.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
        layer.set_clip(box)
        layer.blit(cover, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        below.set_clip(box)
        below.blit(layer, box.topleft, box)


def _put_down(target: pygame.Surface, pictures: list[Any], box: pygame.Rect) -> None:
    """Blits what waits."""
    if pictures:
        target.set_clip(box)
        target.fblits(pictures)
        pictures.clear()


def _shade(color: Rgba) -> Shade:
    red, green, blue = (min(max(int(255.0 * part + 0.5), 0), 255) for part in color[:3])
    return red, green, blue, 255
