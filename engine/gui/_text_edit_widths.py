"""How many rows a line is wrapped into, found out without shaping it.

In plain ASCII text the advance of a glyph depends on its neighbour alone. So a table of what each
pair of characters needs is as good as shaping, and a hundred times as fast; and a line's rows
follow from sums of advances and the places where it may break. Characters that become one glyph
together have no such advance; lines with them are shaped.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from math import ceil
from operator import add

from engine.servers._font_face import SUBPIXEL_MAX_SIZE
from engine.servers._font_stack import FontStack
from engine.servers._shaped_lines import ADAPTIVE, GRAPHEME_BOUND, WORD_BOUND
from engine.servers._text_breaks import soft_breaks

_ONE_GLYPH = -1.0


class PairWidths(dict[str, float]):
    """What the first of two characters needs before the second; or a character on its own."""

    def __init__(self, fonts: FontStack, size: int, language: str) -> None:
        super().__init__()
        self._entry = fonts.first if fonts and fonts.sets_ascii() else None
        self._size = size
        self._language = language
        if size > SUBPIXEL_MAX_SIZE:
            self._entry = None  # glyphs stand on whole pixels there
        elif self._entry is not None and (self._entry.glyph_space or self._entry.space_space):
            self._entry = None

    def __missing__(self, pair: str) -> float:
        assert self._entry is not None
        shaped = self._entry.face.shape(
            pair, self._size, language=self._language, features=self._entry.features
        )
        width = shaped[0][2] if len(shaped) == len(pair) else _ONE_GLYPH
        self[pair] = width
        return width

    def rows(self, text: str, room: float, flags: int) -> tuple[int, float] | None:
        """How many rows a line needs, and how wide the widest is; None when it must be shaped."""
        if self._entry is None or not (text.isascii() and text.isprintable()) or not text:
            return None
        pairs = list(map(add, text, text[1:]))
        pairs.append(text[-1])
        advances = list(map(self.__getitem__, pairs))
        if min(advances) < 0.0:
            return None
        sums = list(accumulate(advances, initial=0.0))
        if sums[-1] <= room or not flags & (WORD_BOUND | GRAPHEME_BOUND):
            return 1, float(ceil(sums[-1]))
        if max(advances) > room:
            return None  # such rows have ends of their own
        return _count(sums, soft_breaks(text), room, flags)


def _count(sums: list[float], soft: list[bool], room: float, flags: int) -> tuple[int, float]:
    """The rows, from what is left of each character and where a row may end."""
    ends = [place + 1 for place, ends_row in enumerate(soft) if ends_row]
    count, start, last, widest = 1, 0, len(sums) - 1, 0.0
    while sums[last] - sums[start] > room:
        fits = max(bisect_right(sums, sums[start] + room) - 1, start + 1)
        if not flags & GRAPHEME_BOUND:
            place = bisect_right(ends, fits)
            if place and ends[place - 1] > start:
                fits = ends[place - 1]
            elif not flags & ADAPTIVE:
                fits = ends[place] if place < len(ends) else last
        if fits >= last:
            break
        widest = max(widest, sums[fits] - sums[start])
        start = fits
        count += 1
    return count, float(ceil(max(widest, sums[last] - sums[start])))
