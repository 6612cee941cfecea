"""Glyphs as small coloured surfaces, made when they are first drawn.

Up to 16 pixels a glyph stands on a quarter of a pixel, up to 20 on a half, above on a whole one.

A run that is drawn again, elsewhere or by another item, is a line that scrolls or a word that is
often said: its glyphs are joined into one picture then.
"""

from __future__ import annotations

from math import floor
from typing import Any, TypeAlias

from engine.platform._kept import Kept
from engine.platform._program import WORTH_JOINING, join
from engine.platform._pygame import pygame
from engine.servers._glyph_bitmaps import bitmap
from engine.servers.canvas import TextRun

Ink: TypeAlias = "tuple[pygame.Surface, int, int] | None"  # the picture, and where from the pen
Blit: TypeAlias = "tuple[pygame.Surface, tuple[int, int]]"
_MOST = 20_000
_MISSING: Any = object()
_BYTES = 32 << 20  # of lines
_GLYPH_BYTES = 100  # that a glyph of a line takes, about


class _Line:
    """A run in one colour, from where its pen starts.

    Attributes:
        run: the glyphs.
        blits: where their pictures lie.
        again: whether it was drawn more than once.
    """

    __slots__ = ("again", "blits", "run")

    def __init__(self, run: TextRun, blits: list[Blit]) -> None:
        self.run = run  # kept, so that no other one gets its number
        self.blits = blits
        self.again = False


class Glyphs:
    """The glyphs in use, by their colour."""

    def __init__(self) -> None:
        self._inks: dict[tuple[int, int, bytes], dict[Any, Ink]] = {}
        self._count = 0
        self._lines: Kept[_Line] = Kept(_BYTES)

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
        shift, steps = (0.125, 4) if size <= 16 else (0.25, 2) if size <= 20 else (0.5, 1)
        x += shift
        y += 0.5
        if len(run.glyphs) < WORTH_JOINING:
            return self._placed(run, x, y, (size, outline, color), scale, steps)
        column, row = floor(x), floor(y)
        key = id(run), x - column, y - row, color, outline, scale
        line = self._lines.get(key)
        if line is None:
            blits = self._placed(run, x - column, y - row, (size, outline, color), scale, steps)
            line = self._lines.put(key, _Line(run, blits), _GLYPH_BYTES * len(blits))
        elif not line.again:
            line.again = True
            join(line.blits, 0, len(line.blits))
            taken = sum([4 * ink.get_width() * ink.get_height() for ink, _ in line.blits])
            self._lines.put(key, line, taken)
        return [(ink, (left + column, top + row)) for ink, (left, top) in line.blits]

    def _placed(
        self,
        run: TextRun,
        x: float,
        y: float,
        look: tuple[int, int, bytes],
        scale: float,
        steps: int,
    ) -> list[Blit]:
        """The glyphs of a run one by one."""
        size, outline, color = look
        inks = self._inks.setdefault(look, {})
        known = inks.get
        made: list[Blit] = []
        for glyph in run.glyphs:
            left = x + glyph[2] * scale
            column = floor(left)
            part = int((left - column) * steps)
            key = glyph[0], glyph[1], part
            ink = known(key, _MISSING)
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
