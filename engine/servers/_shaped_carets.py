"""Places in shaped text: where a caret stands, which character is at a point, what is selected."""

from __future__ import annotations

from collections.abc import Iterator

from engine.servers import _glyph
from engine.servers._glyph import Glyph
from engine.servers._shaped_text import ShapedText


def clusters(text: ShapedText) -> Iterator[tuple[Glyph, float, float]]:
    """The clusters from left to right: first glyph, left edge, width."""
    glyphs = text.glyphs
    x = 0.0
    place = 0
    while place < len(glyphs):
        glyph = glyphs[place]
        width = 0.0
        for number in range(max(glyph.count, 1)):
            if place + number < len(glyphs):
                width += glyphs[place + number].advance * glyphs[place + number].repeat
        yield glyph, x, width
        x += width
        place += max(glyph.count, 1)


def caret_x(text: ShapedText, place: int) -> float:
    """Where the caret stands that is before a character, in pixels from the left."""
    end_x = text.width if not text.rtl else 0.0
    for glyph, x, width in clusters(text):
        if glyph.start <= place < glyph.end:
            part = width * (place - glyph.start) / (glyph.end - glyph.start)
            return x + width - part if glyph.flags & _glyph.RTL else x + part
        if glyph.end == place:
            end_x = x if glyph.flags & _glyph.RTL else x + width
    return end_x if place >= text.start else 0.0


def position_at(text: ShapedText, x: float) -> int:
    """The character before which a caret lands that is put at a point."""
    last = None
    for glyph, left, width in clusters(text):
        rtl = bool(glyph.flags & _glyph.RTL)
        if last is None and x <= left:
            return glyph.end if rtl else glyph.start
        if left <= x < left + width:
            return _inside(glyph, x - left, width)
        last = glyph
    if last is None:
        return text.start
    return last.start if last.flags & _glyph.RTL else last.end


def _inside(glyph: Glyph, x: float, width: float) -> int:
    letters = glyph.end - glyph.start
    place = int(x * letters / width + 0.5) if width > 0.0 else 0
    return glyph.end - place if glyph.flags & _glyph.RTL else glyph.start + place


def character_at(text: ShapedText, x: float) -> int:
    """The first character of the cluster at a point; -1 for none."""
    for glyph, left, width in clusters(text):
        if left <= x < left + width:
            return glyph.start
    return -1


def selection(text: ShapedText, start: int, end: int) -> list[tuple[float, float]]:
    """Left and right edges of what is selected from one place to another."""
    found: list[tuple[float, float]] = []
    start, end = min(start, end), max(start, end)
    for glyph, x, width in clusters(text):
        first, last = max(glyph.start, start), min(glyph.end, end)
        if first >= last:
            continue
        letters = glyph.end - glyph.start
        left = x + width * (first - glyph.start) / letters
        right = x + width * (last - glyph.start) / letters
        if glyph.flags & _glyph.RTL:
            left, right = 2 * x + width - right, 2 * x + width - left
        if found and abs(found[-1][1] - left) < 0.01:
            found[-1] = found[-1][0], right
        else:
            found.append((left, right))
    return found


def next_grapheme(text: ShapedText, place: int) -> int:
    """The end of the cluster that a character is in."""
    for glyph in text.glyphs:
        if glyph.start <= place < glyph.end:
            return glyph.end
    return place


def previous_grapheme(text: ShapedText, place: int) -> int:
    """The start of the cluster before a place."""
    for glyph in text.glyphs:
        if glyph.start < place <= glyph.end:
            return glyph.start
    return place
