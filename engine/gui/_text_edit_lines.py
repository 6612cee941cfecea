"""The lines of a TextEdit: their text, how they look and how wide they are.

A line is shaped when somebody asks for its glyphs, which is done for the lines on the screen and
those with carets. For all others a guess is enough: the sum of what its characters need, which is
a little more than the line needs, because neighbours may only move closer together. So a text of
ten thousand lines costs its shaping only where it is looked at.

Two lines change places, come and go only in `_put_in` and `_take_out`, which tell of it by
`lines_edited_from`, at once, and by `text_changed`, at the end of the frame.
"""

from __future__ import annotations

from typing import Any

from engine.core import output
from engine.core.accessors import accessors
from engine.core.callable import Callable
from engine.core.color import Color
from engine.gui._text_edit_caret import Caret
from engine.gui._text_edit_gutter import Cell
from engine.gui._text_edit_settings import TextEditSettings
from engine.gui._text_edit_widths import PairWidths
from engine.servers import _shaped_lines
from engine.servers._graphemes import next_grapheme, previous_grapheme
from engine.servers._shaped_text import ShapedText
from engine.servers.text_server import TextServer

WHITE_SPACE = " \t"
_CLEAR = Color(0, 0, 0, 0)
# A guessed width may be too small by this much: some neighbours need room between them.
_SPARE, _SPARE_PART = 8.0, 1.05
_BREAKS = {
    TextServer.AUTOWRAP_OFF: _shaped_lines.MANDATORY,
    TextServer.AUTOWRAP_ARBITRARY: _shaped_lines.MANDATORY | _shaped_lines.GRAPHEME_BOUND,
    TextServer.AUTOWRAP_WORD: _shaped_lines.MANDATORY | _shaped_lines.WORD_BOUND,
    TextServer.AUTOWRAP_WORD_SMART: (
        _shaped_lines.MANDATORY | _shaped_lines.WORD_BOUND | _shaped_lines.ADAPTIVE
    ),
}


class Line:
    """A line.

    Attributes:
        text: what it says.
        background: a colour behind it.
        gutters: what it shows in each gutter.
        rows: it as it is shown, one for each row that it is wrapped into; None when not shaped.
        stamp: with which measures `rows` and `guess` were made.
        guess: how wide it is at most; below 0 when nothing is known.
        width: how wide it is; below 0 when that is not known.
        count: how many rows it has; 0 when that is not known.
    """

    __slots__ = ("background", "count", "guess", "gutters", "rows", "stamp", "text", "width")

    def __init__(self, text: str, gutters: list[Cell]) -> None:
        self.text = text
        self.background = _CLEAR
        self.gutters = gutters
        self.rows: tuple[ShapedText, ...] | None = None
        self.stamp = 0
        self.guess = self.width = -1.0
        self.count = 0


class _Advances(dict[str, float]):
    """How wide each character is on its own."""

    def __init__(self, font: Any, size: int, tab: float) -> None:
        super().__init__({"\t": tab})
        self._font = font
        self._size = size

    def __missing__(self, character: str) -> float:
        width: float = self._font.get_char_size(ord(character), self._size).x
        self[character] = width
        return width


class TextEditLines(TextEditSettings):
    """The lines of a text edit."""

    _lines: list[Line]
    _carets: list[Caret]
    _gutter_count: int = 0
    _stamp: int = 1  # of the measures; lines of another stamp are shaped anew
    _advances: _Advances | None = None
    _pairs: PairWidths | None = None
    _wrap_mode: TextEditSettings.LineWrappingMode = TextEditSettings.LINE_WRAPPING_NONE
    _autowrap: TextServer.AutowrapMode = TextServer.AUTOWRAP_WORD_SMART
    _wrap_width: int = 0
    _placeholder: str = ""
    _placeholder_rows: tuple[ShapedText, ...] | None = None
    _setting_text: bool = False
    _change_pending: bool = False
    _tall: int | None = None  # the height of a row, while it is known
    _row_sums: list[int] | None = None  # rows before each line, while that is known
    _widest_known: tuple[float, int] | None = None

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._lines = [Line("", [])]
        self._carets = [Caret()]
        return self

    # Text ----------------------------------------------------------------------------------------

    def get_text(self) -> str:
        """The text; lines end with a line feed."""
        return "\n".join(line.text for line in self._lines)

    def get_line_count(self) -> int:
        """How many lines there are: at least one."""
        return len(self._lines)

    def get_line(self, line: int) -> str:
        """The text of a line; empty, with a message, when there is none of that number."""
        return "" if self._no_line(line) else self._lines[line].text

    def get_line_with_ime(self, line: int) -> str:
        """The text of a line, with what is being composed at its carets."""
        if self._no_line(line):
            return ""
        text = self._lines[line].text
        if self._ime_text:
            columns = sorted((c.column for c in self._carets if c.line == line), reverse=True)
            for column in columns:
                text = text[:column] + self._ime_text + text[column:]
        return text

    def _no_line(self, line: int, name: str = "p_line") -> bool:
        """Whether there is no line of a number; it is said then."""
        if 0 <= line < len(self._lines):
            return False
        count = len(self._lines)
        output.error(f"Index {name} = {line} is out of bounds (text.size() = {count}).")
        return True

    def _no_column(self, line: int, column: int, name: str = "p_column") -> bool:
        length = len(self._lines[line].text)
        if 0 <= column <= length:
            return False
        owner = name.replace("column", "line")
        output.error(
            f"Index {name} = {column} is out of bounds (text[{owner}].length() + 1 = {length + 1})."
        )
        return True

    def get_indent_level(self, line: int) -> int:
        """How many columns of white space a line begins with, a tab counting for `tab_size`."""
        if self._no_line(line):
            return 0
        level = 0
        for character in self._lines[line].text:
            if character == "\t":
                level += self._tab_size
            elif character == " ":
                level += 1
            else:
                break
        return level

    def get_first_non_whitespace_column(self, line: int) -> int:
        """How many characters of white space a line begins with."""
        if self._no_line(line):
            return 0
        text = self._lines[line].text
        return len(text) - len(text.lstrip(WHITE_SPACE))

    # Changing it ---------------------------------------------------------------------------------

    def _put_in(self, line: int, column: int, text: str) -> tuple[int, int]:
        """Puts text in; where it ends."""
        text = text.replace("\r", "")
        parts = text.split("\n")
        first = self._lines[line]
        head, tail = first.text[:column], first.text[column:]
        last = line + len(parts) - 1
        if len(parts) == 1:
            self._say(first, head + parts[0] + tail)
        else:
            added = [Line(part, self._cells()) for part in parts[1:]]
            added[-1].text += tail
            if not column and text == "\n":  # its gutters go down with its text
                first.gutters, added[-1].gutters = added[-1].gutters, first.gutters
            self._say(first, head + parts[0])
            self._lines[line + 1 : line + 1] = added
        end = len(parts[-1]) + (column if len(parts) == 1 else 0)
        self._lines_changed()
        self._emit_if_heard("lines_edited_from", line, last)
        return last, end

    def _take_out(self, from_line: int, from_column: int, to_line: int, to_column: int) -> None:
        """Takes out what is between two places."""
        first, last = self._lines[from_line], self._lines[to_line]
        text = first.text[:from_column] + last.text[to_column:]
        del self._lines[from_line + 1 : to_line + 1]
        self._say(first, text)
        self._lines_changed()
        self._emit_if_heard("lines_edited_from", to_line, from_line)

    def _between(self, from_line: int, from_column: int, to_line: int, to_column: int) -> str:
        """The text between two places."""
        lines = self._lines
        if from_line == to_line:
            return lines[from_line].text[from_column:to_column]
        inner = [line.text for line in lines[from_line + 1 : to_line]]
        head, tail = lines[from_line].text[from_column:], lines[to_line].text[:to_column]
        return "\n".join((head, *inner, tail))

    def _say(self, line: Line, text: str) -> None:
        line.text = text
        line.stamp = 0

    def _cells(self) -> list[Cell]:
        return [Cell() for _ in range(self._gutter_count)]

    def _lines_changed(self) -> None:
        self._row_sums = self._tall = self._widest_known = None
        if not self._change_pending and not self._setting_text:
            self._change_pending = True
            if self._tree is not None:
                Callable(self, "_tell_change").call_deferred()

    def _text_changed(self) -> None:
        """Tells of a change at the end of the frame, together with others."""
        self.queue_redraw()

    def _tell_change(self) -> None:
        self._emit_if_heard("text_changed")
        self._change_pending = False

    # Shaping -------------------------------------------------------------------------------------

    def _measures_changed(self) -> None:
        self._stamp += 1
        self._placeholder_rows = None
        self._row_sums = self._tall = self._widest_known = None
        self.queue_redraw()

    def _shape_again(self) -> None:
        self._advances = self._pairs = None
        self._measures_changed()

    def _rows(self, index: int) -> tuple[ShapedText, ...]:
        """A line as it is shown."""
        line = self._lines[index]
        if line.stamp != self._stamp:
            line.rows, line.stamp = None, self._stamp
            line.guess = line.width = -1.0
            line.count = 0
        if line.rows is None:
            text = self.get_line_with_ime(index) if self._ime_text else line.text
            line.rows = self._shape(text)
        return line.rows

    def _shape(self, text: str) -> tuple[ShapedText, ...]:
        direction = self._text_direction if self._text_direction < 3 else 0
        shaped = ShapedText(int(direction))
        size = self.get_theme_font_size("font_size")
        shaped.add_text(text, self.get_theme_font("font")._stack(), size, self._language)
        stops = [self._tab_width()]
        if "\t" in text:
            _shaped_lines.tab_align(shaped, stops)
        if not self._wraps() or self._wrap_width <= 0:
            return (shaped.shape(),)
        flags = _BREAKS[self._autowrap]
        if self._indent_wrapped:
            flags |= _shaped_lines.TRIM_INDENT
        lines = _shaped_lines.line_breaks(shaped, self._wrap_width, 0, flags)
        if len(lines) == 1:
            return (shaped,)
        rows = tuple(shaped.substr(start, end) for start, end in lines)
        for row in rows:
            if "\t" in text[row.start : row.end]:
                _shaped_lines.tab_align(row, stops)
        return rows

    def _tab_width(self) -> float:
        font, size = self.get_theme_font("font"), self.get_theme_font_size("font_size")
        return float(max(font.get_char_size(32, size).x * self._tab_size, 1.0))

    def _wraps(self) -> bool:
        return self._wrap_mode != TextEditSettings.LINE_WRAPPING_NONE

    def _guess(self, line: Line) -> float:
        """How wide a line is at most, in one row."""
        if line.stamp != self._stamp:
            line.rows, line.stamp = None, self._stamp
            line.guess = line.width = -1.0
            line.count = 0
        if line.guess < 0.0:
            if self._advances is None:
                font, size = self.get_theme_font("font"), self.get_theme_font_size("font_size")
                self._advances = _Advances(font, size, self._tab_width())
            if line.text.isascii():
                width = sum(map(self._advances.__getitem__, line.text))
                line.guess = width * _SPARE_PART + _SPARE
            else:
                shaped = ShapedText()
                size = self.get_theme_font_size("font_size")
                shaped.add_text(line.text, self.get_theme_font("font")._stack(), size)
                line.guess = shaped.get_width() + line.text.count("\t") * self._tab_width()
        return line.guess

    def _row_count(self, index: int) -> int:
        """How many rows a line has."""
        line = self._lines[index]
        if not self._wraps() or self._wrap_width <= 0:
            return 1
        if line.stamp == self._stamp and line.rows is not None:
            return len(line.rows)
        if self._ime_text:
            return len(self._rows(index))
        if line.stamp != self._stamp:
            line.rows, line.stamp = None, self._stamp
            line.guess = line.width = -1.0
            line.count = 0
        if not line.count:
            line.count = self._count_rows(line) or len(self._rows(index))
        return line.count

    def _count_rows(self, line: Line) -> int | None:
        """How many rows a line has that is not shaped; None when it must be."""
        if not line.text:
            return 1
        if self._indent_wrapped:
            return None
        if self._pairs is None:
            fonts = self.get_theme_font("font")._stack()
            size = self.get_theme_font_size("font_size")
            self._pairs = PairWidths(fonts, size, self._language)
        found = self._pairs.rows(line.text, self._wrap_width, _BREAKS[self._autowrap])
        if found is None:
            return None
        line.width = found[1]
        return found[0]

    def _width_of(self, index: int) -> int:
        rows = self._rows(index)
        line = self._lines[index]
        if line.width < 0.0:
            line.width = max(row.get_width() for row in rows)
        return int(line.width)

    def _widest(self, enough: float) -> int:
        """The width of the widest line; exact only where one is wider than `enough`."""
        if self._widest_known is None or self._widest_known[0] != enough:
            self._widest_known = enough, self._find_widest(enough)
        return self._widest_known[1]

    def _find_widest(self, enough: float) -> int:
        stamp, best = self._stamp, 0.0
        if self._wraps():
            self._rows_before()  # finds out widths, too
        unsure: list[tuple[float, int]] = []
        for index, line in enumerate(self._lines):
            known = line.stamp == stamp
            if known and line.width >= 0.0:
                width = line.width
            else:
                width = line.guess if known and line.guess >= 0.0 else self._guess(line)
                if width > enough:
                    unsure.append((width, index))
                    continue
            if width > best:
                best = width
        for guess, index in sorted(unsure, reverse=True):
            if guess <= best:
                break
            best = max(best, self._width_of(index))
        return int(best)

    def _rows_before(self) -> list[int]:
        """How many rows there are before each line, and in all."""
        if self._row_sums is None:
            stamp, total = self._stamp, 0
            sums = [0]
            for index, line in enumerate(self._lines):
                if line.stamp == stamp and line.rows is not None:
                    total += len(line.rows)
                else:
                    total += self._row_count(index)
                sums.append(total)
            self._row_sums = sums
        return self._row_sums

    # Measures ------------------------------------------------------------------------------------

    def get_line_width(self, line: int, wrap_index: int = -1) -> int:
        """How wide a line is in pixels, or one of its rows."""
        if self._no_line(line):
            return 0
        if not -1 <= wrap_index < self._row_count(line):
            output.error(
                'Condition "p_wrap_index > get_line_wrap_count(p_line)" is true. Returning: 0'
            )
            return 0
        if wrap_index < 0:
            return self._width_of(line)
        return int(self._rows(line)[wrap_index].get_width())

    def get_line_height(self) -> int:
        """How high a row is in pixels, with the space between rows."""
        if self._tall is None:
            font, size = self.get_theme_font("font"), self.get_theme_font_size("font_size")
            height = font.get_height(size)
            for index, line in enumerate(self._lines):
                if not line.text.isascii():
                    height = max(height, *(row.get_size()[1] for row in self._rows(index)))
            self._tall = max(int(height) + self.get_theme_constant("line_spacing"), 1)
        return self._tall

    def get_line_wrap_count(self, line: int) -> int:
        """Into how many more rows than one a line is wrapped."""
        return 0 if self._no_line(line) else self._row_count(line) - 1

    def is_line_wrapped(self, line: int) -> bool:
        """Whether a line has several rows."""
        return not self._no_line(line) and self._row_count(line) > 1

    def get_line_wrapped_text(self, line: int) -> list[str]:
        """The text of each row of a line."""
        if self._no_line(line):
            return []
        text = self._lines[line].text
        if self._row_count(line) == 1:
            return [text]
        shown = self.get_line_with_ime(line)
        return [shown[row.start : row.end] for row in self._rows(line)]

    def get_line_wrap_index_at_column(self, line: int, column: int) -> int:
        """In which row of a line a column is."""
        if self._no_line(line):
            return 0
        if column < 0 or column > len(self._lines[line].text):
            wrong = "< 0" if column < 0 else "> text.get_text_with_ime(p_line).length()"
            output.error(f'Condition "p_column {wrong}" is true. Returning: 0')
            return 0
        if self._row_count(line) == 1:
            return 0
        rows = self._rows(line)
        for place, row in enumerate(rows):
            if row.start <= column < row.end:
                return place
        return len(rows) - 1

    # Characters of several code points -----------------------------------------------------------

    def get_next_composite_character_column(self, line: int, column: int) -> int:
        """Where the character ends that has several code points and begins at a column."""
        if self._no_line(line) or self._no_column(line, column):
            return -1
        text = self._lines[line].text
        return next_grapheme(text, column) if column < len(text) else column

    def get_previous_composite_character_column(self, line: int, column: int) -> int:
        """Where the character begins that ends at a column."""
        if self._no_line(line) or self._no_column(line, column):
            return -1
        return previous_grapheme(self._lines[line].text, column)

    # Placeholder ---------------------------------------------------------------------------------

    def set_placeholder(self, text: str) -> None:
        """Sets what is shown while the text is empty."""
        if str(text) != self._placeholder:
            self._placeholder = str(text)
            self._placeholder_rows = None
            self._update_scroll_bars()
            self.queue_redraw()

    def get_placeholder(self) -> str:
        """What is shown while the text is empty."""
        return self._placeholder

    placeholder_text = accessors(get_placeholder, set_placeholder)

    def _update_scroll_bars(self) -> None:
        """Fits the scroll bars to the text."""

    def _shows_placeholder(self) -> bool:
        empty = len(self._lines) == 1 and not self._lines[0].text
        return empty and bool(self._placeholder) and not self._ime_text

    def _placeholder_lines(self) -> tuple[ShapedText, ...]:
        if self._placeholder_rows is None:
            lines = self._placeholder.split("\n")
            self._placeholder_rows = tuple(row for line in lines for row in self._shape(line))
        return self._placeholder_rows
