"""`Renderer`: paints frames onto a surface, and only what of them has changed.

What is damaged is found by `_damage`; each damaged box is filled with the background, and all
entries that touch it are painted again inside of it, from the lowest to the highest.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from engine.platform._damage import Damage, Seen
from engine.platform._painter import Painter
from engine.platform._program import Program
from engine.platform._pygame import pygame
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

_STRIP = 16  # pixels
_BAND = 6 * _STRIP
Band: TypeAlias = "tuple[pygame.Rect, list[tuple[pygame.Rect, list[Any]]]]"  # clips and pictures
Plan: TypeAlias = "tuple[list[Seen], list[Band]]"  # the entries, and what paints all of them


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
            whole = boxes == [target.get_rect()]
            if whole and self._plan is not None and self._plan[0] is seen:
                self._again(target, frame)
                return boxes
            entries = list(zip(frame.entries, seen, strict=True))
            plan = _plan_of(entries, target.get_rect()) if whole else None
            self._plan = None if plan is None else (seen, plan)
            for box in boxes:
                self._paint(target, frame.background, entries, box)
            target.set_clip(None)
        return boxes

    def _again(self, target: pygame.Surface, frame: Frame) -> None:
        """Paints all of a frame in which nothing has changed, band by band."""
        assert self._plan is not None
        background = frame.background
        size = target.get_size()
        rows = None if background is None else self._ground_of(background, size)
        for band, steps in self._plan[1]:
            target.set_clip(band)
            if rows is None:
                target.fill((0, 0, 0, 0))
            else:
                target.fblits(rows[band.top // _STRIP : -(-band.bottom // _STRIP)])
            for clip, pairs in steps:
                target.set_clip(clip)
                target.fblits(pairs)
        target.set_clip(None)

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
            target.fblits(rows[box.top // _STRIP : -(-box.bottom // _STRIP)])
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
            strip = pygame.Surface((size[0], _STRIP), 0, 32)
            strip.fill(_background(color))
            rows = [(strip, (0, y)) for y in range(0, size[1], _STRIP)]
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


def _plan_of(entries: list[tuple[Entry, Seen]], whole: pygame.Rect) -> list[Band] | None:
    """All steps of a frame, once each entry has its program; None while some have none.

    They are sorted into bands, each of which is small enough for a processor's cache.
    """
    bands: list[Band] = [
        (pygame.Rect(0, y, whole.w, _BAND).clip(whole), []) for y in range(0, whole.h, _BAND)
    ]
    for entry, seen in entries:
        if seen.box is None:
            continue
        if entry.role != PAINTED or seen.program is None or not seen.program.is_settled():
            return None
        for clip, pairs in seen.program.clipped(whole, seen.clip):
            boxes = [pygame.Rect(place, surface.get_size()) for surface, place in pairs]
            for band, steps in bands:
                inner = clip.clip(band)
                touching = [pairs[at] for at in inner.collidelistall(boxes)]
                if not touching:
                    continue
                if steps and steps[-1][0] == inner:
                    steps[-1][1].extend(touching)
                else:
                    steps.append((inner, touching))
    return bands


def _put_down(target: pygame.Surface, pictures: list[Any], box: pygame.Rect) -> None:
    """Blits what waits."""
    if pictures:
        target.set_clip(box)
        target.fblits(pictures)
        pictures.clear()


def _background(color: Rgba) -> tuple[int, int, int, int]:
    red, green, blue = (min(max(int(255.0 * part + 0.5), 0), 255) for part in color[:3])
    return red, green, blue, 255
