"""Lines of shaped text: where they break, and how they are cut or stretched to a width.

Breaking goes through the glyphs in logical order and remembers the last place where a line may
end. When the next glyph does not fit, the line ends there; a word that is too wide for a whole
line is cut between characters when the flags say `ADAPTIVE`.
"""

from __future__ import annotations

from engine.core._float32 import f32
from engine.servers import _glyph
from engine.servers._font_stack import FontStack
from engine.servers._glyph import Glyph
from engine.servers._shaped_text import ShapedText

# TextServer.LineBreakFlag
MANDATORY, WORD_BOUND, GRAPHEME_BOUND, ADAPTIVE = 1, 2, 4, 8
TRIM_EDGES, TRIM_INDENT, TRIM_START, TRIM_END = 16, 32, 64, 128
# TextServer.TextOverrunFlag
TRIM, WORD_ONLY, ADD_ELLIPSIS, ENFORCE_ELLIPSIS, JUSTIFICATION_AWARE, SHORT_STRINGS = (
    1, 2, 4, 8, 16, 32,
)  # fmt: skip
# TextServer.JustificationFlag
JUSTIFY_WORDS, JUSTIFY_TRIM, JUSTIFY_AFTER_TAB = 2, 4, 8
_EDGE = _glyph.SPACE | _glyph.BREAK_HARD
_LEAST_LETTERS = 6


def line_breaks(
    text: ShapedText, width: float, start: int = 0, flags: int = MANDATORY | WORD_BOUND
) -> list[tuple[int, int]]:
    """First character and end of each line.

    Args:
        text: a whole paragraph.
        width: in pixels; 0 or less for any.
        start: where the first line begins.
        flags: a sum of `MANDATORY` and so on.
    """
    if start <= 0 and text.is_plain() and (width <= 0 or text.width <= width):
        return [(0, text.end)]
    glyphs = text.glyphs
    if text.rtl or len(text._parts) > 1:
        glyphs = sorted(glyphs, key=lambda glyph: glyph.start)
    if not glyphs:
        return [(0, 0)]
    return _Breaker(glyphs, width, max(start, text.start), text.end, flags).run()


class _Breaker:
    def __init__(self, glyphs: list[Glyph], width: float, start: int, end: int, flags: int):
        self._glyphs = glyphs
        self._width = width
        self._end = end
        self._flags = flags
        self._line_start = start
        self._first = 0  # first glyph of the line
        self._lines: list[tuple[int, int]] = []
        self._follows = start > 0  # whether there are lines before these
        self._trim_start = bool(flags & (TRIM_EDGES | TRIM_START | TRIM_END))
        self._trim_end = bool(flags & (TRIM_EDGES | TRIM_END))
        self._indent = 0.0
        self._indent_end = 0
        self._paragraph = start

    def run(self) -> list[tuple[int, int]]:
        glyphs, flags, limit = self._glyphs, self._flags, self._width
        count = len(glyphs)
        while self._first < count and glyphs[self._first].start < self._line_start:
            self._first += 1
        self._find_indent()
        place = self._first
        width, safe, words = 0.0, -1, 0
        while place < count:
            glyph = glyphs[place]
            if glyph.count > 0:
                if safe >= 0 and limit > 0 and width + glyph.advance > self._room():
                    place = self._finish(safe)
                    width, safe, words = 0.0, -1, 0
                    continue
                if flags & MANDATORY and glyph.flags & _glyph.BREAK_HARD:
                    self._finish(place)
                    self._line_start = glyph.end
                    place = self._first = place + 1
                    self._find_indent()
                    width, safe, words = 0.0, -1, 0
                    continue
                if place >= self._indent_end:
                    if flags & WORD_BOUND:
                        if glyph.flags & _glyph.BREAK_SOFT:
                            safe = place
                            words += 1
                        if flags & ADAPTIVE and words == 0:
                            safe = place
                    if flags & GRAPHEME_BOUND:
                        safe = place
            width += glyph.advance * glyph.repeat
            place += 1
        self._last(count)
        return self._lines

    def _room(self) -> float:
        """The width of the line that is being filled: less by the indent from the second on."""
        indented = self._indent if self._line_start > self._paragraph else 0.0
        return self._width - indented if self._width > indented else self._width

    def _find_indent(self) -> None:
        """White space at the start of a paragraph, which the lines that follow keep free, too."""
        self._paragraph = self._line_start
        self._indent, self._indent_end = 0.0, self._first
        if self._flags & TRIM_INDENT:
            for glyph in self._glyphs[self._first :]:
                if not glyph.flags & (_glyph.TAB | _glyph.SPACE):
                    break
                self._indent += glyph.advance * glyph.repeat
                self._indent_end += 1

    def _finish(self, last: int) -> int:
        """Ends a line with a glyph, less white space at its edges; where the next one begins."""
        glyphs = self._glyphs
        first, stop = self._first, last
        if self._trim_start and (self._lines or self._follows):
            while first < stop and glyphs[first].flags & _EDGE:
                first += 1
        if self._trim_end:
            while first < stop and glyphs[stop].flags & _EDGE:
                stop -= 1
        blank = first >= stop and glyphs[stop].flags & _EDGE
        if not (blank and self._trim_end and self._lines):
            starts = glyphs[first].start if self._trim_start else self._line_start
            self._lines.append((starts, glyphs[stop].end))
        self._line_start = glyphs[last].end
        self._first = last + 1
        while self._first < len(glyphs) and glyphs[self._first].end == self._line_start:
            self._first += 1
        return last + 1

    def _last(self, count: int) -> None:
        if self._first < count and (not self._lines or self._lines[-1][1] < self._end):
            first = self._first
            if self._trim_start and (self._lines or self._follows):
                while first < count - 1 and self._glyphs[first].flags & _EDGE:
                    first += 1
            start = self._glyphs[first].start if self._trim_start else self._line_start
            self._lines.append((start, self._end))


# Too wide -----------------------------------------------------------------------------------------


def trim_to_width(text: ShapedText, width: float, flags: int) -> None:
    """Cuts a line off at a width, perhaps with an ellipsis.

    Args:
        text: the line.
        width: in pixels.
        flags: a sum of `TRIM` and so on.
    """
    text.untrim()
    glyphs = text.glyphs
    enforce = bool(flags & ENFORCE_ELLIPSIS)
    if not (flags & TRIM and glyphs and width > 0 and (text.width > width or enforce)):
        return
    _Trimmer(text, width, flags).run()


class _Trimmer:
    def __init__(self, text: ShapedText, width: float, flags: int) -> None:
        self._text = text
        self._width = width
        self._add = bool(flags & ADD_ELLIPSIS)
        self._words = bool(flags & WORD_ONLY)
        self._enforce = bool(flags & (ENFORCE_ELLIPSIS | SHORT_STRINGS))
        self._tail = _ellipsis(text) if self._add else []
        self._space = _space_like(text) if self._add and self._words else None
        tail = [*self._tail, *([self._space] if self._space is not None else [])]
        self._tail_width = int(sum(glyph.advance * glyph.repeat for glyph in tail))

    def run(self) -> None:
        text = self._text
        count = len(text.glyphs)
        left = text.width
        cut, dots = (count if text.rtl else 0), (0 if self._enforce else -1)
        if self._enforce and left + self._tail_width <= self._width:
            cut, dots = -1, (0 if text.rtl else count)
        else:
            cut, dots, left = self._search(cut, dots)
        if cut == 0 and self._enforce and self._add:
            dots = 0
        text.trim_place, text.ellipsis_place = cut, dots
        if self._add and (dots > 0 or self._enforce):
            if self._space is not None and dots > 0:
                text.ellipsis_glyphs = [self._space]
            text.ellipsis_glyphs = [*text.ellipsis_glyphs, *self._tail]
        text.trimmed_width = left + (self._tail_width if dots != -1 else 0.0)

    def _search(self, cut: int, dots: int) -> tuple[int, int, float]:
        """Takes glyphs away from the end until the rest fits, with the ellipsis if possible."""
        text, glyphs = self._text, self._text.glyphs
        count = len(glyphs)
        left = text.width
        bare: tuple[int, int, float] | None = None  # what fits without an ellipsis
        for place in range(count) if text.rtl else range(count - 1, -1, -1):
            glyph = glyphs[place]
            left -= glyph.advance * glyph.repeat
            if glyph.count == 0:
                continue
            end = place + 1 if text.rtl else place
            many = (count - 1 - place if text.rtl else place) >= _LEAST_LETTERS
            with_tail = self._add and (many or self._enforce)
            if with_tail and left + self._tail_width <= self._width and self._may_end(glyph, many):
                return end, end, left
            if not self._enforce and bare is None and left <= self._width:
                bare = (end, dots, left) if self._may_end(glyph, many) else None
            if bare is not None and not (many and self._add):
                return bare
        return bare or (cut, dots, left)

    def _may_end(self, glyph: Glyph, many: bool) -> bool:
        return not (self._words and many) or bool(glyph.flags & _glyph.BREAK_SOFT)


def _fonts_of(text: ShapedText) -> tuple[FontStack, int] | None:
    for span in reversed(text.spans):
        if span.fonts and span.start < text.end and span.end > text.start:
            return span.fonts, span.size
    return None


def _ellipsis(text: ShapedText) -> list[Glyph]:
    found = _fonts_of(text)
    if found is None:
        return []
    fonts, size = found
    words = text.ellipsis or "..."
    if any(fonts.entry_for(character) is None for character in words):
        words = "..."
    dots = ShapedText()
    dots.add_text(words, fonts, size)
    return dots.glyphs


def _space_like(text: ShapedText) -> Glyph | None:
    found = _fonts_of(text)
    if found is None:
        return None
    dots = ShapedText()
    dots.add_text(" ", *found)
    return dots.glyphs[0]


# Stretched ----------------------------------------------------------------------------------------


def fit_to_width(text: ShapedText, width: float, flags: int) -> float:
    """Widens the spaces of a line so that it fills a width; the new width."""
    glyphs = text.own_glyphs()
    first, last = 0, len(glyphs) - 1
    if flags & JUSTIFY_TRIM:
        while first < last and glyphs[first].flags & _EDGE:
            glyphs[first].advance = 0.0
            first += 1
        while last > first and glyphs[last].flags & _EDGE:
            glyphs[last].advance = 0.0
            last -= 1
    if flags & JUSTIFY_AFTER_TAB:
        for place in range(first, last + 1):
            if glyphs[place].flags & _glyph.TAB:
                first = place + 1
    text.changed_glyphs()
    inner = glyphs[first : last + 1]
    spaces = [glyph for glyph in inner[1:-1] if glyph.flags & _glyph.SPACE]
    if flags & JUSTIFY_WORDS and spaces and width > 0:
        each = (width - text.width) / len(spaces)
        for glyph in spaces:
            glyph.advance = f32(max(glyph.advance + each, 0.1 * glyph.size))
        text.changed_glyphs()
    return text.get_width()


def tab_align(text: ShapedText, stops: list[float]) -> float:
    """Puts what follows tabs at the next stop; stops repeat. The new width."""
    if not stops or any(stop <= 0.0 for stop in stops):
        return 0.0
    if not any(glyph.flags & _glyph.TAB for glyph in text.glyphs):
        return 0.0
    glyphs = text.own_glyphs()
    x, number, reached = 0.0, 0, 0.0
    for glyph in glyphs:
        if glyph.flags & _glyph.TAB:
            while reached <= x:
                reached += stops[number]
                number = (number + 1) % len(stops)
            glyph.advance = reached - x
        x += glyph.advance * glyph.repeat
    text.changed_glyphs()
    return x
