"""From text and fonts to glyphs: cutting text into runs, shaping those, flagging the glyphs.

A run is of one direction and one face. Characters that the first face does not have go to the
faces behind it (marks and joiners stay with the character before them); what no face has becomes
a box with the character's number.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.servers import _glyph
from engine.servers._font_face import SUBPIXEL_MAX_SIZE, ShapedGlyph
from engine.servers._font_stack import FontEntry, FontStack, hex_box_size
from engine.servers._glyph import Glyph, GlyphRun
from engine.servers._text_breaks import HARD, is_space

_CONTROLS = frozenset(chr(code) for code in (*range(32), *range(127, 160))) | frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\ufeff"
)

_PLAIN_LINES = 4000  # to be kept for a list of fonts


class PlainLine(NamedTuple):
    """All that drawing a line of plain text takes: its measures, and its glyphs as runs."""

    width: float
    ascent: float
    descent: float
    runs: list[GlyphRun]


def plain_line(text: str, stack: FontStack, size: int, language: str) -> PlainLine | None:
    """A line of printable ASCII text in one look, in which nothing is rounded or spaced.

    Most text that changes often is such a line, and only shown: its glyphs need not be known one by
    one. A zero width space may end it, as paragraphs of rich text do. Gives None for other text.
    """
    key = text, size, language
    found = stack.plain_lines.get(key)
    if found is not None:
        return found  # type: ignore[no-any-return]
    seen = text[:-1] if text.endswith("\u200b") else text
    if size > SUBPIXEL_MAX_SIZE or not (seen.isascii() and seen.isprintable()):
        return None
    if not (stack and stack.sets_ascii()):
        return None
    entry = stack.first
    if entry.baseline or entry.glyph_space or entry.space_space:
        return None
    shaped: Sequence[ShapedGlyph] = ()
    if seen:
        shaped = entry.face.shape(seen, size, language=language, features=entry.features)
    if len(stack.plain_lines) >= _PLAIN_LINES:
        stack.plain_lines.clear()
    found = stack.plain_lines[key] = _as_plain_line(text, shaped, entry, size)
    return found


def _as_plain_line(
    text: str, shaped: Sequence[ShapedGlyph], entry: FontEntry, size: int
) -> PlainLine | None:
    face, ascent, descent = entry.face, entry.ascent(size), entry.descent(size)
    shown = []
    x = 0.0
    for index, cluster, advance, x_off, y_off in shaped:
        if index == 0:
            return None
        if text[cluster] != " ":
            shown.append((face, index, x + x_off, y_off, advance))
        x += advance
    if not shown:
        return PlainLine(x, ascent, descent, [])
    downs = [glyph[3] for glyph in shown]
    up, down = max(ascent - min(downs), 0.0), max(descent + max(downs), 0.0)
    return PlainLine(x, ascent, descent, [GlyphRun(shown, size, up, down)])


class Run(NamedTuple):
    """A piece of text that one face sets in one direction; no entry when no face has it."""

    start: int
    end: int
    entry: FontEntry | None


def runs(text: str, start: int, end: int, stack: FontStack) -> Iterator[Run]:
    """Cuts the text between two places by the faces that have its characters."""
    if stack.sets_ascii() and text[start:end].isascii():
        yield Run(start, end, stack.first)
        return
    first = start
    current: FontEntry | None = stack.first
    for place in range(start, end):
        character = text[place]
        if place > start and _stays(character):
            continue
        entry = stack.first if character in _CONTROLS else stack.entry_for(character)
        if character == " " and current is not None and current.face.glyph(32):
            entry = current if place > start else entry
        if entry is not current and place > first:
            yield Run(first, place, current)
            first = place
        current = entry
    yield Run(first, end, current)


def _stays(character: str) -> bool:
    """Whether a character belongs to the one before it, whatever face that has."""
    if character.isascii():
        return False
    return bool(
        unicodedata.combining(character)
        or character in "\u200d\ufe0e\ufe0f"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )


def shape_run(
    text: str,
    run: Run,
    stack: FontStack,
    size: int,
    rtl: bool,
    language: str,
    spaces: Sequence[bool],
) -> list[Glyph]:
    """The glyphs of a run in visual order.

    Args:
        text: the whole text.
        run: the piece of it.
        stack: all fonts of the piece.
        size: of the font, in pixels.
        rtl: whether the piece runs to the left.
        language: its language, or nothing.
        spaces: for each character of the text, whether a line may end behind it.
    """
    if run.entry is None:
        glyphs = [_box(text, place, size) for place in range(run.start, run.end)]
        if rtl:
            glyphs.reverse()
        return _flagged(glyphs, text, rtl, spaces)
    entry = run.entry
    piece = text[run.start : run.end]
    shaped = entry.face.shape(piece, size, rtl=rtl, language=language, features=entry.features)
    if not rtl and piece.isascii() and piece.isprintable() and not entry.baseline:
        return _plain_glyphs(piece, run.start, shaped, entry, size, spaces)
    clusters = sorted({part[1] for part in shaped})
    ends = dict(zip(clusters, [*clusters[1:], run.end - run.start], strict=True))
    ascent, descent = entry.ascent(size), entry.descent(size)
    baseline = entry.baseline * (ascent + descent)
    glyphs = []
    for number, cluster, advance, x_off, y_off in shaped:
        start = run.start + cluster
        glyph = Glyph(start, run.start + ends[cluster], advance, entry.face, size, number)
        glyph.x_off, glyph.y_off = x_off, y_off + baseline
        glyph.ascent, glyph.descent = ascent, descent
        if text[start] in _CONTROLS:
            glyph.index, glyph.advance, glyph.x_off = 0, 0.0, 0.0
        elif number == 0:
            _make_box(glyph, text[start], size)
        glyphs.append(glyph)
    _count_clusters(glyphs)
    if size > SUBPIXEL_MAX_SIZE:
        _to_whole_pixels(glyphs, text)
    _add_spacing(glyphs, text, entry)
    return _flagged(glyphs, text, rtl, spaces)


def _plain_glyphs(
    piece: str,
    start: int,
    shaped: Sequence[ShapedGlyph],
    entry: FontEntry,
    size: int,
    soft: Sequence[bool],
) -> list[Glyph]:
    """The glyphs of printable ASCII text: the same as by the long way, in less time."""
    face = entry.face
    ascent, descent = entry.ascent(size), entry.descent(size)
    places = [part[1] + start for part in shaped]
    places.append(start + len(piece))
    glyphs: list[Glyph] = []
    broken: list[Glyph] = []
    for number, (index, cluster, advance, x_off, y_off) in enumerate(shaped):
        first, end = places[number], places[number + 1]
        flags = _ASCII_FLAGS[ord(piece[cluster])]
        glyph = Glyph(first, end, advance, face, size, index, flags)
        glyph.x_off, glyph.y_off = x_off, y_off
        glyph.ascent, glyph.descent = ascent, descent
        if soft[end - 1]:
            if flags & _glyph.SPACE:
                glyph.flags = flags | _glyph.BREAK_SOFT
            else:
                broken.append(glyph)
        if index == 0:
            _make_box(glyph, piece[cluster], size)
            glyph.flags &= ~_glyph.VALID
        glyphs.append(glyph)
    if size > SUBPIXEL_MAX_SIZE:
        _to_whole_pixels(glyphs, piece, start)
    _add_spacing(glyphs, piece, entry, start)
    return _with_breaks(glyphs, broken, False) if broken else glyphs


def _box(text: str, place: int, size: int) -> Glyph:
    glyph = Glyph(place, place + 1, 0.0, None, size, 0)
    if not _stays(text[place]):
        _make_box(glyph, text[place], size)
    return glyph


def _make_box(glyph: Glyph, character: str, size: int) -> None:
    width, height = hex_box_size(size, ord(character))
    glyph.face, glyph.index, glyph.advance = None, ord(character), float(width)
    glyph.ascent, glyph.descent = height * 0.85, height * 0.15


def _count_clusters(glyphs: list[Glyph]) -> None:
    place = 0
    while place < len(glyphs):
        end = place + 1
        while end < len(glyphs) and glyphs[end].start == glyphs[place].start:
            glyphs[end].count = 0
            end += 1
        glyphs[place].count = end - place
        place = end


def _to_whole_pixels(glyphs: list[Glyph], text: str, base: int = 0) -> None:
    """Rounds advances, carrying the rest on within each word."""
    rest = 0.0
    for glyph in glyphs:
        if is_space(text[glyph.start - base]):
            rest = 0.0
        glyph.x_off = float(_rounded(glyph.x_off + rest))
        glyph.y_off = float(_rounded(glyph.y_off))
        full = glyph.advance + rest
        glyph.advance = float(_rounded(full))
        rest = full - glyph.advance


def _rounded(value: float) -> int:
    """To the nearest whole number, halves away from zero."""
    return math.floor(value + 0.5) if value >= 0 else -math.floor(0.5 - value)


def _add_spacing(glyphs: list[Glyph], text: str, entry: FontEntry, base: int = 0) -> None:
    if not (entry.glyph_space or entry.space_space):
        return
    for glyph in glyphs:
        if glyph.index:
            glyph.advance += entry.glyph_space
            if text[glyph.start - base] == " ":
                glyph.advance += entry.space_space


def _flagged(glyphs: list[Glyph], text: str, rtl: bool, soft: Sequence[bool]) -> list[Glyph]:
    broken: list[Glyph] = []
    for glyph in glyphs:
        flags = _glyph.RTL if rtl else 0
        if glyph.face is not None:
            flags |= _glyph.VALID
        first = text[glyph.start]
        if not first.isalnum():
            flags |= _marks(first)
        if soft[glyph.end - 1] and not flags & _glyph.BREAK_HARD:
            if flags & (_glyph.SPACE | _glyph.SOFT_HYPHEN):
                flags |= _glyph.BREAK_SOFT
            else:
                broken.append(glyph)
        glyph.flags = flags
    return _with_breaks(glyphs, broken, rtl) if broken else glyphs


def _with_breaks(glyphs: list[Glyph], broken: list[Glyph], rtl: bool) -> list[Glyph]:
    """Puts a glyph without width behind each cluster that a line may end behind."""
    ends = {glyph.end for glyph in broken}
    found = []
    for glyph in reversed(glyphs) if rtl else glyphs:
        found.append(glyph)
        following = glyph.count == 0 or glyph.count > 1
        if glyph.end in ends and not following:
            mark = Glyph(glyph.end, glyph.end, 0.0, glyph.face, glyph.size, 0)
            mark.flags = _glyph.BREAK_SOFT | _glyph.VIRTUAL | _glyph.SPACE
            mark.flags |= _glyph.RTL if rtl else 0
            mark.ascent, mark.descent = glyph.ascent, glyph.descent
            found.append(mark)
    return found[::-1] if rtl else found


def _marks(character: str) -> int:
    if is_space(character):
        hard = _glyph.BREAK_HARD if character in HARD else 0
        return _glyph.SPACE | hard | (_glyph.TAB if character == "\t" else 0)
    if character == "_":
        return _glyph.UNDERSCORE
    if character == "\u00ad":
        return _glyph.SOFT_HYPHEN
    if unicodedata.category(character).startswith("P"):
        return _glyph.PUNCTUATION
    return 0


_ASCII_FLAGS = tuple(_glyph.VALID | _marks(chr(code)) for code in range(128))
