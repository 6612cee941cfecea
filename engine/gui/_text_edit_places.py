"""Places in a TextEdit: from columns to pixels and back."""

from __future__ import annotations

import math
from typing import NamedTuple

from engine.core import output
from engine.core.rect2i import Rect2i
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui._text_edit_caret import Caret
from engine.gui._text_edit_scroll import TextEditScroll
from engine.servers import _shaped_carets as carets
from engine.servers._graphemes import grapheme_starts

_NOWHERE = Rect2i(-1, -1, 0, 0)
_EDGE = 20  # the caret is scrolled to when it comes closer to the right end than that
_MINIMAP_ROW = 3


class DrawnLine(NamedTuple):
    """Where a line is painted: its top, and the first and last column of each row."""

    top: int
    first: tuple[int, ...]
    last: tuple[int, ...]


class TextEditPlaces(TextEditScroll):
    """Where what is on the screen is."""

    _drawn_lines: dict[int, DrawnLine]  # the lines that are painted

    def _column_x(self, line: int, column: int) -> int:
        """How far to the right of its row's start a column is, in pixels."""
        row = self._rows(line)[self.get_line_wrap_index_at_column(line, column)]
        return int(carets.caret_x(row, column)) if row.glyphs else 0

    def _column_at(self, x: int, line: int, row: int) -> int:
        """The column where a caret lands that is put at a place of a row."""
        rows = self._rows(line)
        shaped = rows[min(row, len(rows) - 1)]
        column = carets.position_at(shaped, x) if shaped.glyphs else shaped.start
        return column if self._mid_grapheme else self._whole(line, column)

    def _whole(self, line: int, column: int) -> int:
        """The end of a character of several code points that is closest to a column."""
        text = self._lines[line].text
        if text.isascii():
            return column
        return min(grapheme_starts(text), key=lambda start: (abs(start - column), start))

    # From pixels ---------------------------------------------------------------------------------

    def get_line_column_at_pos(
        self, position: Vector2i, clamp_line: bool = True, clamp_column: bool = True
    ) -> Vector2i:
        """The column (x) and line (y) at a point.

        Args:
            position: the point, in this control's coordinates.
            clamp_line: whether a point below the text stands for its end; if not, for (-1, -1).
            clamp_column: whether a point behind a line stands for its end; if not, for (-1, -1).
        """
        rows = (position.y - self._style().get_margin(1)) / self.get_line_height()
        rows += self._row_part()
        first = self.get_first_visible_line()
        line, row = first + math.floor(rows), 0
        if self._wraps():
            amount = int(rows + (1 if rows > 0 else -1 if rows < 0 else 0))
            found = self.get_next_visible_line_index_offset_from(first, self._first_row, amount)
            row = found.y
            line = first - (found.x - 1) if rows < 0 else first + (found.x - 1)
        line = max(line, 0)
        if line >= len(self._lines):
            if not clamp_line:
                return Vector2i(-1, -1)
            line = len(self._lines) - 1
            return Vector2i(len(self._lines[line].text), line)
        seen = self.get_visible_line_count_in_range(first, line) if line >= first else 0
        if rows > seen - self._first_row and line >= first:
            if not clamp_line:
                return Vector2i(-1, -1)
            return Vector2i(len(self._lines[line].text), line)
        x = int(position.x) - self._text_left() + self._first_x
        column = self._column_at(x, line, row)
        if not clamp_column:
            shaped = self._rows(line)[row]
            if not 0 <= x <= shaped.get_width():
                return Vector2i(-1, -1)
        last_row = self.get_line_wrap_count(line)
        if row < last_row and column >= self._rows(line)[row].end:
            column -= 1
        return Vector2i(column, line)

    def get_minimap_line_at_pos(self, position: Vector2i) -> int:
        """The line at a point of the minimap."""
        row = int((position.y - self._style().get_margin(1)) / _MINIMAP_ROW)
        line, _ = self._line_at_row(self._minimap_first_row() + max(row, 0))
        return line

    def _minimap_first_row(self) -> int:
        """Which row the minimap shows first."""
        total, visible = self.get_total_visible_line_count(), self.get_visible_line_count()
        shown = self.get_minimap_visible_lines()
        if total <= shown or total <= visible:
            return 0
        part = self.get_v_scroll() / max(total - visible, 1)
        return int(min(part, 1.0) * (total - shown))

    # To pixels -----------------------------------------------------------------------------------

    def get_pos_at_line_column(self, line: int, column: int) -> Vector2i:
        """Where a character is: the left bottom of its place; (-1, -1) when it is not shown."""
        rect = self.get_rect_at_line_column(line, column)
        if rect.position.x == -1 and rect.position.y == -1:
            return Vector2i(-1, -1)
        return rect.position + Vector2i(0, self.get_line_height())

    def get_rect_at_line_column(self, line: int, column: int) -> Rect2i:
        """The place of the character before a column; at (-1, -1) when it is not shown.

        For the first column, it is the place of the character behind it.
        """
        if self._no_line(line):
            return _NOWHERE
        if column < 0 or column > len(self._lines[line].text):
            wrong = "p_column < 0" if column < 0 else "p_column > text[p_line].length()"
            output.error(f'Condition "{wrong}" is true. Returning: Rect2i(-1, -1, 0, 0)')
            return _NOWHERE
        if len(self._lines) == 1 and not self._lines[0].text:
            return Rect2i()
        drawn = self._drawn_lines.get(line)
        row = self.get_line_wrap_index_at_column(line, column)
        if drawn is None or row >= len(drawn.first):
            return _NOWHERE
        if not drawn.first[row] <= column <= drawn.last[row]:
            return _NOWHERE
        height = self.get_line_height()
        left, right = self._character_edges(line, row, column)
        x = self._text_left() - self._first_x
        return Rect2i(int(x + left), drawn.top + height * row, int(right - left), height)

    def _character_edges(self, line: int, row: int, column: int) -> tuple[float, float]:
        shaped = self._rows(line)[row]
        place = max(column - 1, shaped.start)
        for glyph, left, width in carets.clusters(shaped):
            if glyph.start <= place < glyph.end:
                return left, left + width
        return 0.0, 0.0

    # Carets in view ------------------------------------------------------------------------------

    def _caret_edges(self, caret: Caret) -> tuple[int, int]:
        """From where to where the caret, and what is selected of a composed text, reaches."""
        x = self._column_x(caret.line, caret.column)
        return x, x

    def _show_caret(self, caret: Caret) -> None:
        """Scrolls so that a caret is seen."""
        row = self.get_line_wrap_index_at_column(caret.line, caret.column)
        first = self.get_first_visible_line(), self._first_row
        last = self.get_last_full_visible_line(), self.get_last_full_visible_line_wrap_index()
        self._scrolling = False
        if (caret.line, row) < first:
            self.set_line_as_first_visible(caret.line, row)
        elif (caret.line, row) > last:
            self.set_line_as_last_visible(caret.line, row)
        self._show_caret_x(caret)

    def _show_caret_x(self, caret: Caret) -> None:
        room = int(self._w - self._style().get_minimum_size().x) - self.get_total_gutter_width()
        if self._minimap:
            room -= self._minimap_width
        if self._v_bar.is_visible_in_tree():
            room -= int(self._v_bar.get_combined_minimum_size().x)
        room -= _EDGE
        start, end = self._caret_edges(caret)
        if max(start, end) > self._first_x + room:
            self._first_x = max(start, end) - room + 1
        if min(start, end) < self._first_x:
            self._first_x = min(start, end)
        self._h_bar.set_value(self._first_x)
        self.queue_redraw()

    def get_caret_draw_pos(self, caret_index: int = 0) -> Vector2:
        """Where a caret is painted: the bottom of its left edge."""
        if not 0 <= caret_index < len(self._carets):
            count = len(self._carets)
            output.error(
                f"Index p_caret = {caret_index} is out of bounds (carets.size() = {count})."
            )
            return Vector2(0, 0)
        caret = self._carets[caret_index]
        drawn = self._drawn_lines.get(caret.line)
        if drawn is None:
            return Vector2(0, 0)
        number = self.get_line_wrap_index_at_column(caret.line, caret.column)
        row = self._rows(caret.line)[number]
        x = carets.caret_x(row, caret.column) if row.glyphs else 0.0
        spacing = self.get_theme_constant("line_spacing") // 2
        y = drawn.top - spacing + (number + 1) * self.get_line_height()
        return Vector2(self._text_left() + x - self._first_x, y)
