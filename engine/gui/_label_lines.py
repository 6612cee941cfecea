"""The text of a `Label` as lines: shaped, broken, measured.

Paragraphs are shaped once for a text, and broken anew when the width changes. Whether a line is
cut off or stretched is only decided when it is drawn: it does not change the minimum size. What is
asked of the theme is kept for as long as the control keeps its theme items.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from engine.core import output
from engine.core.vector2 import Vector2
from engine.gui._label_state import LabelState
from engine.gui.font import Font
from engine.gui.label_settings import LabelSettings
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
    """A line of the text.

    Attributes:
        shaped: its glyphs.
        start: where its paragraph starts in the text.
        ends_paragraph: whether it is that one's last one.
        height: in pixels.
        below: the room between it and the next line.
    """

    shaped: ShapedText
    start: int
    ends_paragraph: bool
    height: float
    below: float


class Setting(NamedTuple):
    """What text is set in, and in which box."""

    font: Font
    font_size: int
    line_spacing: float
    paragraph_spacing: float
    box: Any


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
    _shown: str = ""  # the text as it was shaped
    _kept_setting: tuple[Any, Setting] | None = None  # and the theme items that it is from

    def _text_changed(self) -> None:
        self._paragraphs = self._placed = self._measured = None
        self._dirty = True

    def _lines_changed(self) -> None:
        self._placed = self._measured = None
        self._dirty = True

    # Looks ---------------------------------------------------------------------------------------

    def _keeps_theme(self) -> bool:
        """Whether theme items stay as they are while `_theme_cache` is the same one."""
        return self._tree is not None and self._themed and self._kept_items is None

    def _setting(self) -> Setting:
        if self._label_settings is not None:
            return self._set_by(self._label_settings)
        kept = self._kept_setting
        if kept is not None and kept[0] is self._theme_cache and self._keeps_theme():
            return kept[1]
        made = Setting(
            self.get_theme_font("font"),
            self.get_theme_font_size("font_size"),
            float(self.get_theme_constant("line_spacing")),
            float(self.get_theme_constant("paragraph_spacing")),
            self.get_theme_stylebox("normal"),
        )
        if self._keeps_theme():
            self._kept_setting = self._theme_cache, made
        return made

    def _set_by(self, settings: LabelSettings) -> Setting:
        return Setting(
            self.get_theme_font("font") if settings.font is None else settings.font,
            settings.font_size,
            settings.line_spacing,
            settings.paragraph_spacing,
            self.get_theme_stylebox("normal"),
        )

    def _least_height(self) -> float:
        setting = self._setting()
        return setting.font.get_height(setting.font_size)

    def _box(self) -> Any:
        return self._setting().box

    # Shaping -------------------------------------------------------------------------------------

    def _shown_text(self) -> str:
        text = self.atr(self._text)
        return text.upper() if self._uppercase else text

    def _shaped_paragraphs(self) -> list[Paragraph]:
        if self._paragraphs is None:
            separator = "\n" if self._separator == "\\n" else _unescaped(self._separator)
            text = self._shown = self._shown_text()
            found, start = [], 0
            setting = self._setting()
            stack, size = setting.font._stack(), setting.font_size
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
            self._placed = self._laid_out(width)
            self._fitted_for, self._measured = width, None
        return self._placed

    def _laid_out(self, width: float) -> list[LabelLine]:
        setting = self._setting()
        least, below = setting.font.get_height(setting.font_size), setting.line_spacing
        found = []
        for paragraph in self._shaped_paragraphs():
            lines = self._broken(paragraph.shaped, width)
            left = len(lines)
            for line in lines:
                left -= 1
                height = max(line.get_height(), least)
                space = below if left else below + setting.paragraph_spacing
                found.append(LabelLine(line, paragraph.start, not left, height, space))
        return found

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

    def _text_size(self) -> tuple[float, float]:
        """Width of the widest line (0 with wrapping) and height of all that may show."""
        lines = self._all_lines()
        if self._measured is None:
            width = height = below = 0.0
            if not self._autowrap:
                width = max([line.shaped.get_width() for line in lines], default=0.0)
            last = None if self._max_lines < 0 else self._lines_skipped + self._max_lines
            for line in lines[self._lines_skipped : last]:
                height += below
                height += line.height
                below = line.below
            self._measured = width, height
        return self._measured

    def get_minimum_size(self) -> Vector2:
        """What the text needs; 1 pixel across when it is wrapped, cut off or clipped."""
        setting = self._setting()
        width, height = self._text_size()
        if not self._shown:
            width = 1.0
        height = max(height, setting.font.get_height(setting.font_size))
        flexible = self._clip_text or self._overrun != 0
        if self._autowrap:
            width, height = 1.0, (1.0 if flexible and self._max_lines < 0 else height)
        elif flexible:
            width = 1.0
        box = setting.box.get_minimum_size()
        return Vector2(width + box._x, height + box._y)

    # Counting ------------------------------------------------------------------------------------

    def get_line_count(self) -> int:
        """How many lines the text has; 1 outside of a tree."""
        return len(self._all_lines()) if self._tree is not None else 1

    def get_visible_line_count(self) -> int:
        """How many lines fit into its height."""
        return self._fitting_count(self._all_lines(), self._setting())

    def _fitting_count(self, lines: list[LabelLine], setting: Setting) -> int:
        spacing = setting.line_spacing
        room = self._h - setting.box.get_minimum_size()._y + spacing
        count, used = 0, 0.0
        for line in lines[self._lines_skipped :]:
            used += line.height
            if used + spacing > room:
                break
            used += line.below
            count += 1
        return min(count, self._max_lines) if self._max_lines >= 0 else count

    def get_line_height(self, line: int = -1) -> int:
        """Height of a line in pixels; the greatest of all for -1."""
        lines = self._all_lines()
        if 0 <= line < len(lines):
            return int(lines[line].height)
        return int(max([one.height for one in lines], default=self._least_height()))

    # Fitted --------------------------------------------------------------------------------------

    def _fitted_lines(
        self, lines: list[ShapedText], visible: int, width: float
    ) -> list[ShapedText]:
        """The lines as they are drawn: cut off and stretched."""
        flags = OVERRUN_FLAGS[self._overrun]
        hidden = 0 < visible < len(lines)
        fill = self._h_align == 3
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
