"""Glyphs as small coloured surfaces, made when they are first drawn.

Up to 16 pixels a glyph stands on a quarter of a pixel, up to 20 on a half, above on a whole one.
"""

from __future__ import annotations

from math import floor
from typing import Any, TypeAlias

from engine.platform._pygame import pygame
from engine.servers._glyph_bitmaps import bitmap
from engine.servers.canvas import TextRun

Ink: TypeAlias = "tuple[pygame.Surface, int, int] | None"  # the picture, and where from the pen
Blit: TypeAlias = "tuple[pygame.Surface, tuple[int, int]]"
_MOST = 20_000
_MISSING: Any = object()


class Glyphs:
    """The glyphs in use, by their colour."""

    def __init__(self) -> None:
        self._inks: dict[tuple[int, int, bytes], dict[Any, Ink]] = {}
        self._count = 0

    def blits(
        self, run: TextRun, x: float, y: float, color: bytes, outline: int = 0, scale: float = 1.0
    ) -> list[Blit]:
        """What has to be blitted to draw a run.

        Args:
            run: the glyphs.
            x: the pixel where the pen starts.
            y: the pixel of the baseline.
            color: blue, green, red and opacity.
            outline: how far glyphs are grown, in pixels.
            scale: how much larger than their size they are drawn.
        """
        size = int(run.size) if scale == 1.0 else max(int(run.size * scale + 0.5), 1)
        inks = self._inks.setdefault((size, outline, color), {})
        shift, steps = (0.125, 4) if size <= 16 else (0.25, 2) if size <= 20 else (0.5, 1)
        x += shift
        y += 0.5
        made: list[Blit] = []
        for glyph in run.glyphs:
            left = x + glyph[2] * scale
            column = floor(left)
            part = int((left - column) * steps)
            key = glyph[0], glyph[1], part
            ink = inks.get(key, _MISSING)
            if ink is _MISSING:
                ink = self._made(inks, key, size, part * (4 // steps), outline, color)
            if ink is not None:
                top = floor(y + glyph[3] * scale)
                made.append((ink[0], (column + ink[1], top - ink[2])))
        return made

    def _made(
        self, inks: dict[Any, Ink], key: Any, size: int, quarter: int, outline: int, color: bytes
    ) -> Ink:
        if self._count >= _MOST:
            for known in self._inks.values():
                known.clear()
            self._count = 0
        picture = bitmap(key[0], key[1], size, quarter, outline)
        ink: Ink = None
        if picture.width and picture.height:
            surface = tinted(picture.data, picture.width, picture.height, color)
            ink = surface, picture.left, picture.top
        inks[key] = ink
        self._count += 1
        return ink


def tinted(cover: bytes, width: int, height: int, color: bytes) -> pygame.Surface:
    """A surface in one colour, as opaque as `cover` says for each pixel."""
    count = width * height
    data = bytearray(4 * count)
    for channel in range(3):
        data[channel::4] = color[channel : channel + 1] * count
    data[3::4] = cover if color[3] == 255 else cover.translate(_faded(color[3]))
    return pygame.image.frombytes(bytes(data), (width, height), "BGRA")


_tables: dict[int, bytes] = {}


def _faded(alpha: int) -> bytes:
    table = _tables.get(alpha)
    if table is None:
        table = _tables[alpha] = bytes((level * alpha + 127) // 255 for level in range(256))
    return table
