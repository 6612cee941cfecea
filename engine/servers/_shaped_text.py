"""Shaped text: a paragraph, or a line of one, with its fonts, glyphs and measures.

Text is added in spans, each with fonts and a size, and objects (pictures, controls) as characters
of their own. It is shaped when something is first asked of it. Plain text has its measures and what
is drawn of it before its glyphs are known one by one. `substr` gives a line of a paragraph: it
takes over glyphs, rather than shaping anew.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, NamedTuple

from engine.servers import _glyph, _text_direction
from engine.servers._font_stack import FontStack
from engine.servers._glyph import Glyph, GlyphRun, runs_of
from engine.servers._text_breaks import soft_breaks
from engine.servers._text_shaping import plain_line, runs, shape_run

_JOINS = "\u200d\ufe0f"
OBJECT_CHARACTER = "\ufffc"
DIRECTION_AUTO, DIRECTION_LTR, DIRECTION_RTL = 0, 1, 2
# InlineAlignment: what of the object meets what of the text
_OBJECT_CENTER, _OBJECT_BOTTOM, _OBJECT_BASELINE = 1, 2, 3
_TO_CENTER, _TO_BASELINE, _TO_BOTTOM = 4, 8, 12


class Span(NamedTuple):
    """A piece of text in one look, or an object."""

    start: int
    end: int
    fonts: FontStack | None
    size: int
    language: str = ""
    meta: Any = None


class InlineObject:
    """An object in the text; `x` and `y` are its place, y from the baseline."""

    __slots__ = ("align", "baseline", "end", "height", "key", "start", "width", "x", "y")

    def __init__(
        self, key: Any, start: int, end: int, width: float, height: float, align: int, base: float
    ) -> None:
        self.key = key
        self.start = start
        self.end = end
        self.width = width
        self.height = height
        self.align = align
        self.baseline = base
        self.x = self.y = 0.0

    def moved_to(self, x: float, y: float) -> InlineObject:
        """The object at another place."""
        twin = InlineObject(
            self.key, self.start, self.end, self.width, self.height, self.align, self.baseline
        )
        twin.x, twin.y = x, y
        return twin


class ShapedText:
    """A text with its glyphs from left to right.

    Attributes:
        text: all its characters; an object is U+FFFC.
        start: the first character that belongs to it, counted in the whole paragraph.
        end: behind the last one.
        direction: `DIRECTION_*`: how the paragraph runs.
    """

    __slots__ = (
        "_glyphs",
        "_measured",
        "_parts",
        "_runs",
        "_soft",
        "ascent",
        "descent",
        "direction",
        "ellipsis",
        "ellipsis_glyphs",
        "ellipsis_place",
        "end",
        "objects",
        "rtl",
        "spans",
        "start",
        "text",
        "trim_place",
        "trimmed_width",
        "width",
    )

    def __init__(self, direction: int = DIRECTION_AUTO) -> None:
        self.direction = direction
        self.rtl = False
        self.text = ""
        self.start = 0
        self.end = 0
        self.spans: list[Span] = []
        self.objects: dict[Any, InlineObject] = {}
        self.ellipsis = "\u2026"
        self._reset()

    def _reset(self) -> None:
        self._glyphs: list[Glyph] | None = None
        self._measured = False  # whether its measures are known
        self._parts: Sequence[tuple[int, list[Glyph]]] = ()
        self._runs: list[GlyphRun] | None = None
        self._soft: Sequence[bool] = ()
        self.width = self.ascent = self.descent = 0.0
        self.untrim()

    def untrim(self) -> None:
        """Takes back a trimming."""
        self.trim_place = self.ellipsis_place = -1
        self.ellipsis_glyphs: Sequence[Glyph] = ()
        self.trimmed_width = -1.0
        self._runs = None

    # Building ------------------------------------------------------------------------------------

    def clear(self) -> None:
        """Takes everything out."""
        self.text = ""
        self.start = self.end = 0
        self.spans = []
        self.objects = {}
        self._reset()

    def add_text(
        self, text: str, fonts: FontStack, size: int, language: str = "", meta: Any = None
    ) -> None:
        """Adds text at the end."""
        if text:
            start = len(self.text)
            self.text += text
            self.end = len(self.text)
            self.spans.append(Span(start, self.end, fonts, size, language, meta))
            if self._measured:
                self._reset()

    def add_object(
        self,
        key: Any,
        width: float,
        height: float,
        align: int = 5,
        length: int = 1,
        baseline: float = 0.0,
    ) -> bool:
        """Adds an object at the end; False when there is one of that key."""
        if key in self.objects:
            return False
        start = len(self.text)
        self.text += OBJECT_CHARACTER * length
        self.end = len(self.text)
        self.objects[key] = InlineObject(key, start, self.end, width, height, align, baseline)
        self.spans.append(Span(start, self.end, None, 0))
        self._reset()
        return True

    def resize_object(
        self, key: Any, width: float, height: float, align: int = 5, baseline: float = 0.0
    ) -> bool:
        """Changes an object's size; False when there is none of that key."""
        found = self.objects.get(key)
        if found is None:
            return False
        found.width, found.height, found.align, found.baseline = width, height, align, baseline
        self._reset()
        return True

    # Glyphs --------------------------------------------------------------------------------------

    @property
    def glyphs(self) -> list[Glyph]:
        """The glyphs from left to right."""
        if self._glyphs is None:
            self._shape()
        return self._glyphs or []

    @property
    def soft(self) -> Sequence[bool]:
        """For each character, whether a line may end behind it."""
        if len(self._soft) != len(self.text):
            self._soft = soft_breaks(self.text)
        return self._soft

    def shape(self) -> ShapedText:
        """Measures it now, when that has not been done."""
        if not self._measured and not self._measure_plainly():
            self._shape()
        return self

    def is_plain(self) -> bool:
        """Whether it is measured, and its glyphs are not known one by one: see `plain_line`."""
        self.shape()
        return self._glyphs is None

    def _measure_plainly(self) -> bool:
        """Measures text that is as simple as most; gives False for any other."""
        if len(self.spans) != 1 or self.direction == DIRECTION_RTL:
            return False
        span = self.spans[0]
        if span.fonts is None:
            return False
        line = plain_line(self.text, span.fonts, span.size, span.language)
        if line is None:
            return False
        self.rtl = False
        self.width, self.ascent, self.descent, self._runs = line
        self._measured = True
        return True

    def _shape(self) -> None:
        text = self.text
        auto = self.direction not in (DIRECTION_LTR, DIRECTION_RTL)
        self.rtl = _text_direction.is_rtl(text) if auto else self.direction == DIRECTION_RTL
        levels = _text_direction.levels(text, self.rtl)
        parts: list[tuple[int, list[Glyph]]] = []
        for span in self.spans:
            self._shape_span(span, levels, parts)
        self._parts = parts
        self._put_together()

    def _shape_span(
        self, span: Span, levels: list[int] | None, parts: list[tuple[int, list[Glyph]]]
    ) -> None:
        if span.fonts is None:
            level = levels[span.start] if levels else 0
            found = next(o for o in self.objects.values() if o.start == span.start)
            glyph = Glyph(span.start, span.end, found.width, None, 0, 0)
            glyph.flags = _glyph.OBJECT | _glyph.VALID
            parts.append((level, [glyph]))
            return
        if not span.fonts:
            return
        if not _all_emoji(self.text[span.start : span.end]):
            first = span.fonts.first
            self.ascent = max(self.ascent, first.ascent(span.size))
            self.descent = max(self.descent, first.descent(span.size))
        for start, end, level in _level_runs(span.start, span.end, levels):
            rtl = bool(level % 2)
            pieces = [
                shape_run(self.text, run, span.fonts, span.size, rtl, span.language, self.soft)
                for run in runs(self.text, start, end, span.fonts)
            ]
            parts.extend((level, piece) for piece in pieces)

    def _put_together(self) -> None:
        parts = self._parts
        if len(parts) == 1 and not parts[0][0] % 2:
            glyphs = parts[0][1]
        else:
            glyphs = [g for piece in _text_direction.in_visual_order(parts) for g in piece]
        self._glyphs = glyphs
        ascent, descent, width = self.ascent, self.descent, 0.0
        for glyph in glyphs:
            width += glyph.advance * glyph.repeat
            if glyph.ascent > ascent:
                ascent = glyph.ascent
            if glyph.descent > descent:
                descent = glyph.descent
        self.ascent, self.descent, self.width = ascent, descent, width
        self._measured = True
        if self.objects:
            self._place_objects()

    def _place_objects(self) -> None:
        ascent, descent = self.ascent, self.descent
        for found in self.objects.values():
            found.y = _object_top(found, ascent, descent)
            self.ascent = max(self.ascent, -found.y)
            self.descent = max(self.descent, found.y + found.height)
        at = {found.start: found for found in self.objects.values()}
        x = 0.0
        for glyph in self._glyphs or ():
            if glyph.flags & _glyph.OBJECT and glyph.start in at:
                at[glyph.start].x = x
            x += glyph.advance * glyph.repeat

    # Measures ------------------------------------------------------------------------------------

    @property
    def shown_width(self) -> float:
        """Width in pixels after trimming, not rounded."""
        if not self._measured:
            self.shape()
        return self.width if self.trimmed_width < 0.0 else self.trimmed_width

    def get_width(self) -> float:
        """Width in pixels, rounded up."""
        return float(math.ceil(self.shown_width))

    def get_size(self) -> tuple[float, float]:
        """Width and height in whole pixels."""
        return self.get_width(), self.get_height()

    def get_height(self) -> float:
        """Height in pixels, rounded up."""
        if not self._measured:
            self.shape()
        return float(math.ceil(self.ascent + self.descent))

    def get_ascent(self) -> float:
        """Pixels above the baseline."""
        return self.shape().ascent

    def get_descent(self) -> float:
        """Pixels below the baseline."""
        return self.shape().descent

    def underline(self) -> tuple[float, float]:
        """Position below the baseline and thickness of a line under the text, in pixels."""
        position = thickness = 0.0
        for span in self.spans:
            if span.fonts and span.start < self.end and span.end > self.start:
                metrics = span.fonts.first.face.metrics(span.size)
                position = max(position, metrics.underline_position)
                thickness = max(thickness, metrics.underline_thickness)
        return position, thickness

    def object_box(self, key: Any) -> tuple[float, float, float, float] | None:
        """Left, top (from the baseline), width and height of an object; None when it has none."""
        self.shape()
        found = self.objects.get(key)
        return None if found is None else (found.x, found.y, found.width, found.height)

    # Lines ---------------------------------------------------------------------------------------

    def substr(self, start: int, end: int) -> ShapedText:
        """The text between two places as a line of its own."""
        if self._glyphs is None:
            self._shape()
        line = ShapedText(self.direction)
        line.text, line.spans, line.rtl = self.text, self.spans, self.rtl
        line.ellipsis = self.ellipsis
        line._soft = self._soft
        line.start, line.end = start, end
        parts: list[tuple[int, list[Glyph]]] = []
        for level, piece in self._parts:
            kept = _between(piece, start, end, bool(level % 2))
            if kept:
                parts.append((level, kept))
        line._parts = parts
        line.objects = {
            key: found.moved_to(0.0, 0.0)
            for key, found in self.objects.items()
            if start <= found.start < end
        }
        if end < self.end and end > start and self.text[end - 1] == "\u00ad":
            line._show_hyphen()
        line._put_together()
        return line

    def _show_hyphen(self) -> None:
        """A soft hyphen shows where the line ends with it."""
        parts = [piece for _, piece in self._parts]
        for piece in parts:
            for place, glyph in enumerate(piece):
                if glyph.end == self.end and glyph.flags & _glyph.SOFT_HYPHEN and glyph.face:
                    piece[place] = shown = glyph.copy()
                    shown.index = glyph.face.glyph(ord("\u2010")) or glyph.face.glyph(ord("-"))
                    shown.advance = glyph.face.advance(shown.index, glyph.size)

    # Drawing -------------------------------------------------------------------------------------

    def shown_glyphs(self) -> list[Glyph]:
        """The glyphs that are left by trimming, with the ellipsis."""
        glyphs = self.glyphs
        if self.trim_place < 0 and self.ellipsis_place < 0:
            return glyphs
        if self.rtl:
            kept = glyphs[max(self.trim_place, 0) :] if self.trim_place >= 0 else glyphs
            return [*self.ellipsis_glyphs, *kept]
        kept = glyphs[: self.trim_place] if self.trim_place >= 0 else glyphs
        return [*kept, *self.ellipsis_glyphs]

    def runs(self) -> list[GlyphRun]:
        """What is drawn, all from the same pen."""
        if self._runs is None and not self._measured:
            self.shape()
        if self._runs is None:
            self._runs = runs_of(self.shown_glyphs())
        return self._runs

    def changed_glyphs(self) -> None:
        """Call it after glyphs were changed from outside."""
        self._runs = None
        glyphs = self._glyphs or []
        self.width = sum(glyph.advance * glyph.repeat for glyph in glyphs)
        if self.objects:
            self._place_objects()

    def own_glyphs(self) -> list[Glyph]:
        """The glyphs as copies, to be changed."""
        self._glyphs = [glyph.copy() for glyph in self.glyphs]
        return self._glyphs


def _all_emoji(text: str) -> bool:
    """Whether the first font has no say in the height of a text."""
    return not text.isascii() and all(
        "\U0001f000" <= c <= "\U0001faff" or c in _JOINS for c in text
    )


def _level_runs(start: int, end: int, levels: list[int] | None) -> list[tuple[int, int, int]]:
    if levels is None:
        return [(start, end, 0)]
    found = []
    first = start
    for place in range(start + 1, end + 1):
        if place == end or levels[place] != levels[first]:
            found.append((first, place, levels[first]))
            first = place
    return found


def _between(glyphs: list[Glyph], start: int, end: int, rtl: bool) -> list[Glyph]:
    if rtl:
        return [glyph for glyph in glyphs if start <= glyph.start < end]
    first = bisect_left(glyphs, start, key=lambda glyph: glyph.start)
    return glyphs[first : bisect_left(glyphs, end, first, key=lambda glyph: glyph.start)]


def _object_top(found: InlineObject, ascent: float, descent: float) -> float:
    text = found.align & 12
    if text == _TO_CENTER:
        y = (descent - ascent) / 2
    elif text == _TO_BASELINE:
        y = 0.0
    else:
        y = descent if text == _TO_BOTTOM else -ascent
    own = found.align & 3
    if own == _OBJECT_CENTER:
        return y - found.height / 2
    if own == _OBJECT_BOTTOM:
        return y - found.height
    return y - found.baseline if own == _OBJECT_BASELINE else y
