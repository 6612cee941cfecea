"""Glyphs in their places: what shaping gives, and what TEXT commands hold."""

from __future__ import annotations

from collections.abc import Sequence

from engine.servers._font_face import Face

# TextServer.GraphemeFlag
VALID = 1
RTL = 2
VIRTUAL = 4
SPACE = 8
BREAK_HARD = 16
BREAK_SOFT = 32
TAB = 64
ELONGATION = 128
PUNCTUATION = 256
UNDERSCORE = 512
CONNECTED = 1024
OBJECT = 4096
SOFT_HYPHEN = 8192


class Glyph:
    """A glyph of shaped text.

    Attributes:
        start: first character of its cluster.
        end: behind the last one.
        count: glyphs of the cluster, in its first glyph; 0 in the others.
        repeat: how often it is drawn, side by side.
        flags: a sum of the constants above.
        x_off: pixels that it stands to the right of the pen.
        y_off: pixels that it stands below the baseline.
        advance: how far the pen goes on.
        face: None for a character that no font has; `index` is the character then.
        size: of the font, in pixels.
        index: the glyph's number in the face.
        ascent: of its font, with what is added on top.
        descent: of its font, with what is added below.
    """

    __slots__ = (
        "advance",
        "ascent",
        "count",
        "descent",
        "end",
        "face",
        "flags",
        "index",
        "repeat",
        "size",
        "start",
        "x_off",
        "y_off",
    )

    def __init__(
        self,
        start: int,
        end: int,
        advance: float,
        face: Face | None,
        size: int,
        index: int,
        flags: int = 0,
    ) -> None:
        self.start = start
        self.end = end
        self.count = 1
        self.repeat = 1
        self.flags = flags
        self.x_off = 0.0
        self.y_off = 0.0
        self.advance = advance
        self.face = face
        self.size = size
        self.index = index
        self.ascent = 0.0
        self.descent = 0.0

    def copy(self) -> Glyph:
        """A glyph that can be changed on its own."""
        twin = Glyph(
            self.start, self.end, self.advance, self.face, self.size, self.index, self.flags
        )
        twin.count, twin.repeat = self.count, self.repeat
        twin.x_off, twin.y_off = self.x_off, self.y_off
        twin.ascent, twin.descent = self.ascent, self.descent
        return twin


RunGlyph = tuple[Face | None, int, float, float, float]


class GlyphRun:
    """Glyphs of one size, ready to be drawn: what a TEXT command holds.

    Attributes:
        glyphs: face, glyph, x and y from the pen's start, advance. Without a face, the glyph is
            the number of a character that no font has.
        size: the font's size in pixels.
        bounds: left, top, right, bottom; the ink may stand out a little.
    """

    __slots__ = ("bounds", "glyphs", "size")

    def __init__(self, glyphs: Sequence[RunGlyph], size: int, ascent: float, descent: float):
        self.glyphs = tuple(glyphs)
        self.size = size
        left = min([glyph[2] for glyph in glyphs], default=0.0)
        right = max([glyph[2] + glyph[4] for glyph in glyphs], default=0.0)
        margin = size * 0.25
        self.bounds = (left - margin, -ascent - margin, right + margin, descent + margin)


def runs_of(glyphs: Sequence[Glyph]) -> list[GlyphRun]:
    """The visible glyphs as runs, all from the same pen: one for each size."""
    parts: dict[int, list[RunGlyph]] = {}
    heights: dict[int, list[float]] = {}
    x = 0.0
    for glyph in glyphs:
        for _ in range(glyph.repeat):
            if _shows(glyph):
                part = parts.setdefault(glyph.size, [])
                part.append((glyph.face, glyph.index, x + glyph.x_off, glyph.y_off, glyph.advance))
                height = heights.setdefault(glyph.size, [0.0, 0.0])
                height[0] = max(height[0], glyph.ascent - glyph.y_off)
                height[1] = max(height[1], glyph.descent + glyph.y_off)
            x += glyph.advance
    return [GlyphRun(part, size, *heights[size]) for size, part in parts.items()]


def _shows(glyph: Glyph) -> bool:
    if glyph.flags & (SPACE | OBJECT):
        return False
    return glyph.index != 0
