"""How all of a frame is painted again in which nothing has changed.

A window has to be painted anew though nothing in it changed: it was uncovered, or its surface was
lost. By then each entry has its program, and the pictures of all programs are put in one order.

What comes to lie on nothing but the background, such as the box of a panel or a button, is *baked*:
blended with the background once, together with what the same item paints over it (its text, its
icon). It is copied from then on, which takes a part of the time that blending takes. Baked pictures
never overlap, so that all of them are at most as large as the frame.

The steps are sorted into bands of the frame that fit into a processor's cache.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from engine.platform._damage import Seen
from engine.platform._pygame import pygame
from engine.platform._solid import Shade, solid
from engine.servers.canvas import PAINTED, Entry

STRIP = 16  # pixels: the background is painted in strips
_BAND = 6 * STRIP
_WORTH_BAKING = 256  # pixels
Pair: TypeAlias = "tuple[pygame.Surface, tuple[int, int]]"
Step: TypeAlias = "tuple[pygame.Rect, list[Pair]]"  # a clip, and what is blitted within it


class Plan:
    """Steps that paint a frame.

    Attributes:
        seen: the entries for which it was made.
    """

    __slots__ = ("_bands", "seen")

    def __init__(self, seen: list[Seen], steps: list[Step], whole: pygame.Rect) -> None:
        self.seen = seen
        self._bands = _banded(steps, whole)

    def run(self, target: pygame.Surface, ground: list[Any] | None) -> None:
        """Paints, over a background in strips; None leaves what shows through transparent."""
        for band, steps in self._bands:
            target.set_clip(band)
            if ground is None:
                target.fill((0, 0, 0, 0))
            else:
                target.fblits(ground[band.top // STRIP : -(-band.bottom // STRIP)])
            for clip, pairs in steps:
                target.set_clip(clip)
                target.fblits(pairs)
        target.set_clip(None)


def plan_of(
    entries: list[Entry], seen: list[Seen], whole: pygame.Rect, background: Shade | None
) -> Plan | None:
    """The plan of a frame, once each entry has its program; None while some have none."""
    steps: list[Step] = []
    baker = None if background is None else _Baker(background)
    for entry, one in zip(entries, seen, strict=True):
        if one.box is None:
            continue
        program = one.program
        if entry.role != PAINTED or program is None or not program.is_settled():
            return None
        found = program.clipped(whole, one.clip)
        steps += found if baker is None else baker.item(found)
    return Plan(seen, steps, whole)


class _Baker:
    """Bakes what lies on the background."""

    def __init__(self, background: Shade) -> None:
        self._background = background
        self._taken: list[pygame.Rect] = []  # where something lies by now
        self._baked: list[tuple[pygame.Rect, pygame.Surface]] = []  # of the item at hand
        self._loose: list[pygame.Rect] = []  # what else the item has painted

    def item(self, steps: Iterable[Step]) -> list[Step]:
        """The steps of the next item, fewer and quicker."""
        self._baked.clear()
        self._loose.clear()
        made: list[Step] = []
        for clip, pairs in steps:
            left = [one for one in (self._pair(pair, clip) for pair in pairs) if one is not None]
            if left:
                made.append((clip, left))
        self._taken += [box for box, _ in self._baked] + self._loose
        return made

    def _pair(self, pair: Pair, clip: pygame.Rect) -> Pair | None:
        """One picture, or what is blitted instead of it; None when it is part of another one."""
        surface, (x, y) = pair
        box = pygame.Rect(x, y, *surface.get_size()).clip(clip)
        if not box.w or not box.h:
            return None
        if box.collidelist(self._loose) < 0:
            for place, below in self._baked:
                if place.contains(box):
                    below.set_clip(box.move(-place.x, -place.y))
                    below.blit(surface, (x - place.x, y - place.y))
                    return None
            if self._is_worth(surface, box):
                return self._bake(surface, x, y, box)
        self._loose.append(box)
        return pair

    def _is_worth(self, surface: pygame.Surface, box: pygame.Rect) -> bool:
        return (
            box.w * box.h >= _WORTH_BAKING
            and bool(surface.get_flags() & pygame.SRCALPHA)
            and box.collidelist(self._taken) < 0
            and all(not box.colliderect(place) for place, _ in self._baked)
        )

    def _bake(self, surface: pygame.Surface, x: int, y: int, box: pygame.Rect) -> Pair:
        baked = solid(self._background, box.w, box.h)
        baked.blit(surface, (x - box.x, y - box.y))
        self._baked.append((box, baked))
        return baked, box.topleft


def _banded(steps: list[Step], whole: pygame.Rect) -> list[tuple[pygame.Rect, list[Step]]]:
    """Steps by the bands that they touch."""
    bands: list[tuple[pygame.Rect, list[Step]]] = [
        (pygame.Rect(0, y, whole.w, _BAND).clip(whole), []) for y in range(0, whole.h, _BAND)
    ]
    for clip, pairs in steps:
        boxes = [pygame.Rect(place, surface.get_size()) for surface, place in pairs]
        for band, found in bands:
            inner = clip.clip(band)
            touching = [pairs[at] for at in inner.collidelistall(boxes)]
            if not touching:
                continue
            if found and found[-1][0] == inner:
                found[-1][1].extend(touching)
            else:
                found.append((inner, touching))
    return bands
