"""The text of a `Label` as lines: shaped, broken, measured.

Paragraphs are shaped once for a text, and broken anew when the width changes. Whether a line is
cut off or stretched is only decided when it is drawn: it does not change the minimum size.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from engine.core import output
from engine.core.vector2 import Vector2
from engine.gui._label_state import LabelState
from engine.gui.font import Font
from engine.gui.text_line import OVERRUN_FLAGS
from engine.servers import _shaped_lines
from engine.servers._shaped_lines import line_breaks
from engine.servers._shaped_text import ShapedText

_ESCAPES = {"\\n": "\n", "\\t": "\t", "\\r": "\r", "\\\\": "\\", '\\"': '"', "\\'": "'"}
_HARD = frozenset("\n\v\f\r\x85\u2028\u2029")
_BREAKS = {0: 1, 1: 1 | 4, 2: 1 | 2, 3: 1 | 2 | 8}  # autowrap mode to line break flags
_WITHIN_WORDS = (1, 3)  # autowrap modes that break anywhere, or where a word is too long
_SKIP_LAST, _NOT_SINGLE = 32, 128


class LabelLine(NamedTuple):
    """A line: where its paragraph starts in the text, whether it is that one's last one."""

    shaped: ShapedText
    start: int
    ends_paragraph: bool


class Paragraph:
    """A paragraph: its text, shaped, and its place in the label's text."""

    __slots__ = ("lines", "shaped", "start")

    def __init__(self, shaped: ShapedText, start: int) -> None:
        self.shaped = shaped
        self.start = start
        self.lines: list[ShapedText] | None = None


class LabelLines(LabelState):
    """Shaping, breaking and measuring of a `Label`."""

    _paragraphs: list[Paragraph] | None = None
    _placed: list[LabelLine] | None = None  # all lines, for the width in `_fitted_for`
    _dirty: bool = True  # whether the lines may change when they are next asked for
    _fitted_for: float = -1.0

    def _text_changed(self) -> None:
        self._paragraphs = self._placed = self._measured = None
        self._dirty = True

    def _lines_changed(self) -> None:
        self._placed = self._measured = None
        self._dirty = True

    # Looks ---------------------------------------------------------------------------------------

    def _font(self) -> Font:
        settings = self._label_settings
        if settings is not None and settings.font is not None:
            return settings.font
        font: Font = self.get_theme_font("font")
        return font

    def _font_size(self) -> int:
        settings = self._label_settings
        return settings.font_size if settings is not None else self.get_theme_font_size("font_size")

    def _line_spacing(self) -> float:
        settings = self._label_settings
        if settings is not None:
            return settings.line_spacing
        return float(self.get_theme_constant("line_spacing"))

    def _paragraph_spacing(self) -> float:
        settings = self._label_settings
        if settings is not None:
            return settings.paragraph_spacing
        return float(self.get_theme_constant("paragraph_spacing"))

    def _box(self) -> Any:
        return self.get_theme_stylebox("normal")

    # Shaping -------------------------------------------------------------------------------------

    def _shown_text(self) -> str:
        text = self.atr(self._text)
        return text.upper() if self._uppercase else text

    def _shaped_paragraphs(self) -> list[Paragraph]:
        if self._paragraphs is None:
            separator = _unescaped(self._separator)
            text = self._shown_text()
            found, start = [], 0
            stack, size = self._font()._stack(), self._font_size()
            if not stack:
                output.error("Font is not set.")
            for piece in text.split(separator) if separator else [text]:
                shown = self._before_shaping(piece, start)
                shaped = ShapedText(self._shaping_direction())
                shaped.ellipsis = self._ellipsis
                shaped.add_text(shown, stack, size, self._language)
                if self._tab_stops:
                    _shaped_lines.tab_align(shaped, list(self._tab_stops))
                found.append(Paragraph(shaped, start))
                start += len(piece) + len(separator)
            self._paragraphs = found
            self._placed = None
        return self._paragraphs

    def _before_shaping(self, text: str, start: int) -> str:
        if self._visible_characters < 0 or self._visible_behavior != 0:
            return text
        return text[: max(self._visible_characters - start, 0)]

    def _shaping_direction(self) -> int:
        if self._text_direction == 3:  # inherited
            return 2 if self.is_layout_rtl() else 1
        return self._text_direction

    # Lines ---------------------------------------------------------------------------------------

    def _width(self) -> float:
        return self._w - float(self._box().get_minimum_size().x)

    def _all_lines(self) -> list[LabelLine]:
        if self._dirty:
            self._dirty = False
            if not (self._autowrap and self._clip_text and self._overrun):
                self.update_minimum_size()
        width = self._width() if self._autowrap else -1.0
        if self._placed is None or (self._autowrap and width != self._fitted_for):
            found = []
            for paragraph in self._shaped_paragraphs():
                lines = self._broken(paragraph.shaped, width)
                last = len(lines) - 1
                found += [
                    LabelLine(line, paragraph.start, number == last)
                    for number, line in enumerate(lines)
                ]
            self._placed, self._fitted_for, self._measured = found, width, None
        return self._placed

    def _broken(self, shaped: ShapedText, width: float) -> list[ShapedText]:
        if not self._autowrap and not _HARD.intersection(shaped.text):
            return [shaped]
        flags = _BREAKS[self._autowrap] | self._trim_flags
        found = line_breaks(shaped, width, 0, flags)
        if len(found) == 1 and found[0] == (0, shaped.end):
            lines = [shaped]
        else:
            lines = [shaped.substr(start, end) for start, end in found]
        if self._autowrap in _WITHIN_WORDS and 0.0 < width < lines[-1].get_width():
            # A character that is too wide by itself lets nothing stand behind it, not even the end.
            lines.append(shaped.substr(shaped.end, shaped.end))
        return lines

    def _line_height(self, line: ShapedText) -> float:
        return max(line.get_size()[1], self._font().get_height(self._font_size()))

    def _counted_lines(self) -> range:
        """Numbers of the lines that count for the minimum size."""
        count = len(self._all_lines())
        first = min(self._lines_skipped, count)
        return range(first, count if self._max_lines < 0 else min(count, first + self._max_lines))

    def _text_size(self) -> tuple[float, float]:
        """Width of the widest line (0 with wrapping) and height of all that may show."""
        lines = self._all_lines()
        if self._measured is None:
            width = height = 0.0
            if not self._autowrap:
                width = max((line.shaped.get_width() for line in lines), default=0.0)
            numbers = self._counted_lines()
            for number in numbers:
                height += self._line_height(lines[number].shaped)
                if number != numbers[-1]:
                    height += self._space_below(lines[number])
            self._measured = width, height
        return self._measured

    def _space_below(self, line: LabelLine) -> float:
        spacing = self._line_spacing()
        return spacing + self._paragraph_spacing() if line.ends_paragraph else spacing

    def get_minimum_size(self) -> Vector2:
        """What the text needs; 1 pixel across when it is wrapped, cut off or clipped."""
        width, height = self._text_size()
        if not self._shown_text():
            width = 1.0
        height = max(height, self._font().get_height(self._font_size()))
        flexible = self._clip_text or self._overrun != 0
        if self._autowrap:
            width, height = 1.0, (1.0 if flexible and self._max_lines < 0 else height)
        elif flexible:
            width = 1.0
        box = self._box().get_minimum_size()
        return Vector2(width + box.x, height + box.y)

    # Counting ------------------------------------------------------------------------------------

    def get_line_count(self) -> int:
        """How many lines the text has; 1 outside of a tree."""
        return len(self._all_lines()) if self._tree is not None else 1

    def get_visible_line_count(self) -> int:
        """How many lines fit into its height."""
        lines = self._all_lines()
        room = self._h - self._box().get_minimum_size().y + self._line_spacing()
        count, used = 0, 0.0
        for line in lines[self._lines_skipped :]:
            used += self._line_height(line.shaped)
            if used + self._line_spacing() > room:
                break
            used += self._space_below(line)
            count += 1
        return min(count, self._max_lines) if self._max_lines >= 0 else count

    def get_line_height(self, line: int = -1) -> int:
        """Height of a line in pixels; the greatest of all for -1."""
        lines = self._all_lines()
        if 0 <= line < len(lines):
            return int(self._line_height(lines[line].shaped))
        heights = [self._line_height(one.shaped) for one in lines]
        return int(max(heights, default=self._font().get_height(self._font_size())))

    # Fitted --------------------------------------------------------------------------------------

    def _fitted_lines(self, visible: int) -> list[ShapedText]:
        """The lines as they are drawn: cut off and stretched."""
        lines = [line.shaped for line in self._all_lines()]
        width = self._width()
        flags = OVERRUN_FLAGS[self._overrun]
        hidden = 0 < visible < len(lines)
        fill = self._h_align == 3
        if not fill and not flags:
            return lines
        stretched = self._stretched_count(len(lines), visible) if fill else 0
        found = []
        for number, line in enumerate(lines):
            own = line
            if number < stretched:
                own = line.substr(line.start, line.end)
                _shaped_lines.fit_to_width(own, width, self._justification)
            elif flags and (not self._autowrap or (hidden and number == visible - 1)):
                more = _shaped_lines.ENFORCE_ELLIPSIS if self._autowrap and flags & 4 else 0
                own = line.substr(line.start, line.end)
                own.ellipsis = self._ellipsis
                _shaped_lines.trim_to_width(own, width, flags | more)
            found.append(own)
        return found

    def _stretched_count(self, count: int, visible: int) -> int:
        if count == 1 and self._justification & _NOT_SINGLE:
            return 1
        shown = visible if self._autowrap else count
        return shown - 1 if self._justification & _SKIP_LAST else shown


def _unescaped(text: str) -> str:
    for written, meant in _ESCAPES.items():
        text = text.replace(written, meant)
    return text
