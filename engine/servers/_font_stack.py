"""What text is set in: a list of faces to try, one after the other, and how they are spaced.

A character is taken from the first face that has it, then from the fonts of the system; what none
has shows as a box with its number in hexadecimal digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from engine.servers import _system_fonts
from engine.servers._font_face import Face, Features, Metrics


class FontEntry(NamedTuple):
    """A face of a stack.

    Attributes:
        face: the face.
        glyph_space: pixels added to the advance of each glyph.
        space_space: pixels added to the advance of a space, too.
        top: pixels added to the ascent.
        bottom: pixels added to the descent.
        baseline: how far glyphs are moved down, in parts of the font's height.
        features: OpenType features.
        system: whether the system's fonts help out.
    """

    face: Face
    glyph_space: int = 0
    space_space: int = 0
    top: int = 0
    bottom: int = 0
    baseline: float = 0.0
    features: Features = ()
    system: bool = True

    def ascent(self, size: int) -> float:
        """Pixels above the baseline, with what is added on top."""
        return self.face.metrics(size).ascent + self.top

    def descent(self, size: int) -> float:
        """Pixels below the baseline, with what is added below."""
        return self.face.metrics(size).descent + self.bottom


class FontStack:
    """Faces in the order in which they are asked."""

    __slots__ = ("_found", "_heights", "_plain", "entries", "plain_lines")

    def __init__(self, entries: Sequence[FontEntry]) -> None:
        self.entries = tuple(entries)
        self._found: dict[str, FontEntry | None] = {}
        self._plain: bool | None = None
        self._heights: dict[int, float] = {}
        self.plain_lines: dict[Any, Any] = {}  # what `_text_shaping.plain_line` keeps

    def __bool__(self) -> bool:
        return bool(self.entries)

    @property
    def first(self) -> FontEntry:
        """The face that is asked first."""
        return self.entries[0]

    def sets_ascii(self) -> bool:
        """Whether the first face has every printable ASCII character."""
        if self._plain is None:
            glyph = self.first.face.glyph
            self._plain = all(glyph(code) for code in range(32, 127))
        return self._plain

    def entry_for(self, character: str) -> FontEntry | None:
        """The face that has a character; None when none has it."""
        if character not in self._found:
            self._found[character] = self._find(character)
        return self._found[character]

    def _find(self, character: str) -> FontEntry | None:
        code = ord(character)
        for entry in self.entries:
            if entry.face.glyph(code):
                return entry
        if self.entries and any(entry.system for entry in self.entries):
            face = _system_fonts.face_for(code, self.first.face)
            if face is not None:
                return FontEntry(face)
        return None

    # Measures of all -----------------------------------------------------------------------------

    def ascent(self, size: int) -> float:
        """The greatest ascent."""
        return max((entry.ascent(size) for entry in self.entries), default=0.0)

    def descent(self, size: int) -> float:
        """The greatest descent."""
        return max((entry.descent(size) for entry in self.entries), default=0.0)

    def height(self, size: int) -> float:
        """The greatest height of one of the faces."""
        found = self._heights.get(size)
        if found is None:
            heights = [entry.ascent(size) + entry.descent(size) for entry in self.entries]
            found = self._heights[size] = max(heights, default=0.0)
        return found

    def underline(self, size: int) -> tuple[float, float]:
        """The lowest underline's position below the baseline, and the thickest one's thickness."""
        all_: list[Metrics] = [entry.face.metrics(size) for entry in self.entries]
        return (
            max((m.underline_position for m in all_), default=0.0),
            max((m.underline_thickness for m in all_), default=0.0),
        )


def hex_box_size(size: int, code: int) -> tuple[float, float]:
    """Width and height in pixels of the box that shows a character's number."""
    digit_pairs = 1 if code <= 0xFF else 2 if code <= 0xFFFF else 3
    scale = max(1, round_half_up(size / 15.0))
    return (4 + 3 * digit_pairs + digit_pairs) * scale, 15 * scale


def round_half_up(value: float) -> int:
    """To the nearest whole number, halves upwards."""
    return int(value + 0.5)
