"""How keys move the carets of a TextEdit."""

from __future__ import annotations

from engine.gui._text_edit_changes import TextEditChanges
from engine.servers._graphemes import next_grapheme, previous_grapheme


class TextEditMoves(TextEditChanges):
    """Moving by characters, words, rows and pages; with `selects`, what is passed is selected."""

    def _start_moving(self, number: int, selects: bool) -> None:
        if selects:
            self._before_shift(number)
        else:
            self.deselect(number)

    def _leave_selection(self, number: int, end: int) -> None:
        """Puts a caret to the first (0) or second (1) end of what it selects.

        The ends are looked at again once the caret is in the right line, as in Godot: that may
        be another column then.
        """
        caret = self._carets[number]
        self.set_caret_line(self._span(caret)[end][0], False, True, -1, number)
        self.set_caret_column(self._span(caret)[end][1], number == 0, number)
        self.deselect(number)

    def _move_left(self, word: bool, selects: bool) -> None:
        self._push_op()
        for number in range(len(self._carets)):
            caret = self._carets[number]
            if not selects and not word and self._selects(caret):
                self._leave_selection(number, 0)
                continue
            self._start_moving(number, selects)
            line, column = caret.place
            if column == 0:
                if line > 0:
                    end = line - 1, len(self._lines[line - 1].text)
                    self._put_caret(number, end, number == 0)
            elif word:
                starts = [start for start, _ in self._words(line) if start < column]
                self.set_caret_column(starts[-1] if starts else 0, number == 0, number)
            elif self._mid_grapheme:
                self.set_caret_column(column - 1, number == 0, number)
            else:
                before = previous_grapheme(self._lines[line].text, column)
                self.set_caret_column(before, number == 0, number)
        self.merge_overlapping_carets()

    def _move_right(self, word: bool, selects: bool) -> None:
        self._push_op()
        for number in range(len(self._carets)):
            caret = self._carets[number]
            if not selects and not word and self._selects(caret):
                self._leave_selection(number, 1)
                continue
            self._start_moving(number, selects)
            line, column = caret.place
            text = self._lines[line].text
            if column == len(text):
                if line < len(self._lines) - 1:
                    self._put_caret(number, (line + 1, 0), number == 0)
            elif word:
                ends = [end for _, end in self._words(line) if end > column]
                self.set_caret_column(ends[0] if ends else len(text), number == 0, number)
            elif self._mid_grapheme:
                self.set_caret_column(column + 1, number == 0, number)
            else:
                self.set_caret_column(next_grapheme(text, column), number == 0, number)
        self.merge_overlapping_carets()

    def _move_up(self, selects: bool) -> None:
        self._push_op()
        for number in range(len(self._carets)):
            self._start_moving(number, selects)
            line, row = self._carets[number].line, self.get_caret_wrap_index(number)
            if row > 0:
                self.set_caret_line(line, number == 0, False, row - 1, number)
            elif line == 0:
                self.set_caret_column(0, number == 0, number)
            else:
                last = self.get_line_wrap_count(line - 1)
                self.set_caret_line(line - 1, number == 0, False, last, number)
        self.merge_overlapping_carets()

    def _move_down(self, selects: bool) -> None:
        self._push_op()
        for number in range(len(self._carets)):
            self._start_moving(number, selects)
            line, row = self._carets[number].line, self.get_caret_wrap_index(number)
            if row < self.get_line_wrap_count(line):
                self.set_caret_line(line, number == 0, False, row + 1, number)
            elif line == len(self._lines) - 1:
                self.set_caret_column(len(self._lines[line].text))  # of the first, as in Godot
            else:
                self.set_caret_line(line + 1, number == 0, False, 0, number)
        self.merge_overlapping_carets()

    def _move_line_start(self, selects: bool) -> None:
        self._push_op()
        for number in range(len(self._carets)):
            self._start_moving(number, selects)
            caret = self._carets[number]
            row = self.get_caret_wrap_index(number)
            start = self._rows(caret.line)[row].start if row else 0
            if row == 0 or caret.column == start:
                start = self.get_first_non_whitespace_column(caret.line)
                if caret.column == start:
                    start = 0
            self.set_caret_column(start, number == 0, number)
        self.merge_overlapping_carets()

    def _move_line_end(self, selects: bool) -> None:
        self._push_op()
        for number in range(len(self._carets)):
            self._start_moving(number, selects)
            caret = self._carets[number]
            row, last = self.get_caret_wrap_index(number), self.get_line_wrap_count(caret.line)
            end = len(self._lines[caret.line].text)
            if row < last:
                row_end = self._rows(caret.line)[row].end - 1
                end = end if caret.column == row_end else row_end
            self.set_caret_column(end, number == 0, number)
        self.merge_overlapping_carets()

    def _move_page_up(self, selects: bool) -> None:
        self._move_page(-self.get_visible_line_count(), selects)

    def _move_page_down(self, selects: bool) -> None:
        self._move_page(self.get_visible_line_count(), selects)

    def _move_page(self, rows: int, selects: bool) -> None:
        self._push_op()
        for number in range(len(self._carets)):
            self._start_moving(number, selects)
            line, row = self._carets[number].line, self.get_caret_wrap_index(number)
            found = self.get_next_visible_line_index_offset_from(line, row, rows)
            line += 1 - found.x if rows < 0 else found.x - 1
            self.set_caret_line(line, number == 0, False, found.y, number)
        self.merge_overlapping_carets()

    def _move_document_start(self, selects: bool) -> None:
        self.remove_secondary_carets()
        self._start_moving(0, selects)
        self.set_caret_line(0, False, True, -1)
        self.set_caret_column(0)

    def _move_document_end(self, selects: bool) -> None:
        self.remove_secondary_carets()
        self._start_moving(0, selects)
        last = len(self._lines) - 1
        self.set_caret_line(last, True, False, -1)
        self.set_caret_column(len(self._lines[last].text))

    def _drop_carets_and_selection(self) -> bool:
        """Escape: whether there were several carets or something was selected."""
        self._push_op()
        if len(self._carets) > 1:
            self.remove_secondary_carets()
            return True
        if self.has_selection():
            self.deselect()
            return True
        return False

    # Carets above and below ----------------------------------------------------------------------

    def add_caret_at_carets(self, below: bool) -> None:
        """Adds a caret below, or above, each one."""
        if not self._multiple:
            return
        self.begin_multicaret_edit()
        furthest = -1
        for number in range(len(self._carets)):
            added = self._add_caret_beside(number, below)
            if added < 0:
                continue
            line = self._carets[added].line
            seen = self._carets[furthest].line if furthest >= 0 else None
            if seen is None or (line > seen if below else line < seen):
                furthest = added
        if furthest >= 0:
            self.adjust_viewport_to_caret(furthest)
        self.merge_overlapping_carets()
        self.end_multicaret_edit()

    def _add_caret_beside(self, number: int, below: bool) -> int:
        caret = self._carets[number]
        # What looks as if it had been a selection once goes on as one.
        selects = self._selects(caret) or caret.fit_x != caret.origin_fit_x
        row = self.get_caret_wrap_index(number)
        origin_line = min(caret.origin_line, len(self._lines) - 1)
        origin_row = self.get_line_wrap_index_at_column(
            origin_line, min(caret.origin_column, len(self._lines[origin_line].text))
        )
        edge = len(self._lines) - 1 if below else 0
        edge_row = self.get_line_wrap_count(edge) if below else 0
        at_edge = row == edge_row or (selects and origin_row == edge_row)
        if caret.line == edge and at_edge:
            return -1
        caret_to = self._row_beside(caret.line, row, below)
        origin_to = self._row_beside(origin_line, origin_row, below)
        added = self.add_caret(caret.line, caret.column)
        self._put_origin(added, caret.origin)
        new = self._carets[added]
        new.fit_x, new.origin_fit_x = caret.fit_x, caret.origin_fit_x
        self.set_caret_line(caret_to[0], False, False, caret_to[1], added)
        if selects:
            self.set_selection_origin_line(origin_to[0], False, origin_to[1], added)
            self.select(*new.origin, *new.place, added)
        new.fit_x, new.origin_fit_x = caret.fit_x, caret.origin_fit_x
        first, second = self._in_order([0, added])
        if self._touch(first, second):  # the first caret stays the first
            self._unite(0, added)
            self.remove_caret(added)
            return -1
        return added

    def _row_beside(self, line: int, row: int, below: bool) -> tuple[int, int]:
        """The line and row below, or above, a row; at the ends of the text, the last or first."""
        if below:
            if row < self.get_line_wrap_count(line):
                return line, row + 1
            return min(line + 1, len(self._lines) - 1), 0
        if row > 0:
            return line, row - 1
        return (line - 1, self.get_line_wrap_count(line - 1)) if line > 0 else (0, 0)
