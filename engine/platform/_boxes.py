"""Styled boxes as surfaces.

Only the corners of a box cost something: a small box is rasterized, just large enough to hold them,
and stretched in its middle. Small boxes are kept, and so are the whole ones that were used last.
Sides lie on 16th parts of a pixel, so that what glides, such as the handle of a scroll bar, comes
back to boxes that are kept.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from engine.platform._box_parts import box_parts, overhang, reach
from engine.platform._kept import Kept
from engine.platform._pygame import pygame
from engine.platform._raster import Patch, moved, rasterize
from engine.servers.canvas import FlatStyle, Matrix

_GRID = 16.0


class _Length(NamedTuple):
    """One side of a small box: its length, the pixel to stretch at, and by how many pixels."""

    length: float
    cut: int
    more: int


class Boxes:
    """The surfaces of styled boxes."""

    def __init__(self) -> None:
        self._small: Kept[Patch | None] = Kept(2000)
        self._whole: Kept[Patch] = Kept(48 << 20)

    def patch(
        self, style: FlatStyle, x: float, y: float, width: float, height: float, matrix: Matrix
    ) -> Patch | None:
        """A box whose rectangle goes through an upright matrix; None when nothing is seen."""
        a, _, _, d, e, f = matrix
        left, top = a * x + e, d * y + f
        column, row = math.floor(left), math.floor(top)
        phase = _on_grid(left - column, 1.0), _on_grid(top - row, 1.0)
        width, height = _on_grid(width, a), _on_grid(height, d)
        key = style, width, height, a, d, phase
        whole = self._whole.get(key)
        if whole is None:
            made = self._made(style, width, height, (a, d), phase)
            if made is None:
                return None
            size = 4 * made.surface.get_width() * made.surface.get_height()
            whole = self._whole.put(key, made, size)
        return Patch(whole.surface, whole.x + column, whole.y + row)

    def _made(
        self,
        style: FlatStyle,
        width: float,
        height: float,
        scale: tuple[float, float],
        phase: tuple[float, float],
    ) -> Patch | None:
        if style.skew != (0.0, 0.0):
            across, down = _Length(width, 0, 0), _Length(height, 0, 0)
        else:
            across = _shortened(width, scale[0], phase[0], style)
            down = _shortened(height, scale[1], phase[1], style)
        key = style, across.length, down.length, scale, phase
        small = self._small.get(key)
        if small is None:
            matrix = scale[0], 0.0, 0.0, scale[1], phase[0], phase[1]
            parts = moved(box_parts(style, 0.0, 0.0, across.length, down.length), matrix)
            small = rasterize(parts)
            if small is None:
                return None
            self._small.put(key, small)
        surface = _stretched(small.surface, across.cut - small.x, across.more, False)
        surface = _stretched(surface, down.cut - small.y, down.more, True)
        return Patch(surface, small.x, small.y)


def covered(
    style: FlatStyle, x: float, y: float, width: float, height: float
) -> tuple[float, float, float, float]:
    """The rectangle that a styled box may paint in, as x, y, width, height."""
    left, top, right, bottom = overhang(style)
    return x - left, y - top, width + left + right, height + top + bottom


def _on_grid(length: float, scale: float) -> float:
    """A length that is so many 16th parts of a pixel."""
    return round(length * scale * _GRID) / (scale * _GRID)


def _shortened(length: float, scale: float, phase: float, style: FlatStyle) -> _Length:
    """A side without the pixels in its middle, all of which look the same."""
    edge = math.ceil(reach(style) * scale + phase) + 1
    whole = length * scale
    more = math.floor(whole) - 2 * edge - 2
    if more <= 0:
        return _Length(length, 0, 0)
    return _Length((whole - more) / scale, edge + 1, more)


def _stretched(surface: pygame.Surface, cut: int, more: int, down: bool) -> pygame.Surface:
    """A surface whose column, or row, `cut` is repeated."""
    if more <= 0:
        return surface
    width, height = surface.get_size()
    if down:
        made = pygame.Surface((width, height + more), pygame.SRCALPHA, 32)
        line = surface.subsurface((0, cut, width, 1))
        made.blit(surface, (0, 0), (0, 0, width, cut))
        made.blit(pygame.transform.scale(line, (width, more + 1)), (0, cut))
        made.blit(surface, (0, cut + 1 + more), (0, cut + 1, width, height - cut - 1))
    else:
        made = pygame.Surface((width + more, height), pygame.SRCALPHA, 32)
        line = surface.subsurface((cut, 0, 1, height))
        made.blit(surface, (0, 0), (0, 0, cut, height))
        made.blit(pygame.transform.scale(line, (more + 1, height)), (cut, 0))
        made.blit(surface, (cut + 1 + more, 0), (cut + 1, 0, width - cut - 1, height))
    return made
