"""Characters of several code points: accents, jamo, flags, families.

Where one ends is found by the shaper, which keeps the code points of one together in any font; here
it shapes with none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from engine.core._lazy import lazy

if TYPE_CHECKING:
    import uharfbuzz
else:
    uharfbuzz = lazy("uharfbuzz")

_font: list[Any] = []


@lru_cache(maxsize=64)
def grapheme_starts(text: str) -> tuple[int, ...]:
    """Where each character begins, and the end of the text."""
    if text.isascii():
        return tuple(range(len(text) + 1))
    if not _font:
        _font.append(uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(b""))))
    buffer = uharfbuzz.Buffer()
    buffer.add_codepoints([ord(character) for character in text])
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    uharfbuzz.shape(_font[0], buffer)
    return (*sorted({info.cluster for info in buffer.glyph_infos}), len(text))


def next_grapheme(text: str, place: int) -> int:
    """Where the character ends that a place is before or in."""
    starts = grapheme_starts(text)
    return starts[min(bisect_right(starts, place), len(starts) - 1)]


def previous_grapheme(text: str, place: int) -> int:
    """Where the character begins that a place is behind or in."""
    starts = grapheme_starts(text)
    return starts[max(bisect_left(starts, place) - 1, 0)]
