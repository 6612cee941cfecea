"""Widths of single characters, kept: enough to tell how much room a plain text needs at most.

Characters that change with their neighbours (marks, and scripts written to the left) have no
width here: looking for one raises a `KeyError`.
"""

from __future__ import annotations

import unicodedata

from engine.servers._font_stack import FontStack, hex_box_size

_KEPT = 64
_known: dict[tuple[int, int], Widths] = {}


class Widths(dict[str, float]):
    """Advances of characters in a font of a size, worked out when they are first asked for."""

    def __init__(self, stack: FontStack, size: int) -> None:
        super().__init__({"\n": 0.0})
        self.stack = stack
        self.size = size
        self._high: dict[str, tuple[float, float]] = {}

    def __missing__(self, character: str) -> float:
        if ord(character) < 32 or unicodedata.combining(character):
            raise KeyError(character)
        if unicodedata.bidirectional(character) not in ("L", "EN", "ES", "CS", "ET", "ON", "WS"):
            raise KeyError(character)
        entry = self.stack.entry_for(character)
        if entry is None:
            width, height = hex_box_size(self.size, ord(character))
            self._high[character] = height * 0.85, height * 0.15
        else:
            width = entry.face.advance(entry.face.glyph(ord(character)), self.size)
            width += entry.glyph_space + (entry.space_space if character == " " else 0)
            self._high[character] = entry.ascent(self.size), entry.descent(self.size)
        self[character] = width
        return width

    def heights(self, text: str, ascent: float, descent: float) -> tuple[float, float]:
        """The greatest ascent and descent: those given, or of characters that were measured."""
        for character in set(text):
            up, down = self._high.get(character, (0.0, 0.0))
            ascent, descent = max(ascent, up), max(descent, down)
        return ascent, descent


def widths_of(stack: FontStack, size: int) -> Widths:
    """The widths of a font in a size: always the same object for the same ones."""
    key = id(stack), size
    found = _known.get(key)
    if found is None or found.stack is not stack:
        if len(_known) > _KEPT:
            _known.clear()
        found = _known[key] = Widths(stack, size)
    return found
