"""Changing the text of a TextEdit: at places, and at its carets."""

from __future__ import annotations

from typing import NamedTuple

from engine.core import output
from engine.core.accessors import accessors
from engine.gui._text_edit_caret import Place
from engine.gui._text_edit_lines import Line
from engine.gui._text_edit_words import TextEditWords
from engine.servers._graphemes import next_grapheme


class _Where(NamedTuple):
    """Where a caret of a line, and the beginning of its selection, were in pixels."""

    caret: int
    x: int | None
    origin_x: int | None
    selects: bool


class TextEditChanges(TextEditWords):
    """What changes the text."""

    # All of it -----------------------------------------------------------------------------------

    def set_text(self, text: str) -> None:
        """Sets the text, which can be undone; carets go to its start."""
        self._setting_text = True
        if self._undo_on:
            self.remove_secondary_carets()
            self.set_caret_line(0)
            self.set_caret_column(0)
            self.begin_complex_operation()
            last = len(self._lines) - 1
            self._remove((0, 0), (last, len(self._lines[last].text)))
            self.deselect()
            self.insert_text_at_caret(str(text))
            self.end_complex_operation()
        self.set_caret_line(0)
        self.set_caret_column(0)
        self.queue_redraw()
        self._setting_text = False
        self._emit_if_heard("text_set")

    text = accessors(TextEditWords.get_text, set_text)

    def clear(self) -> None:
        """Takes the text away; what cannot be edited forgets what could be undone, too."""
        if self._editable:
            self.deselect()
            self.set_text("")
            return
        self._setting_text = True
        count = len(self._lines)
        self.clear_undo_history()
        self._lines = [Line("", self._cells())]
        self._row_sums = self._tall = self._widest_known = None
        self.remove_secondary_carets()
        self.set_caret_line(0, False)
        self.set_caret_column(0)
        self.deselect()
        self._emit_if_heard("lines_edited_from", count, 0)
        self._setting_text = False
        self.queue_redraw()
        self._emit_if_heard("text_set")

    # At places -----------------------------------------------------------------------------------

    def insert_text(
        self,
        text: str,
        line: int,
        column: int,
        before_selection_begin: bool = True,
        before_selection_end: bool = False,
    ) -> None:
        """Puts text in.

        Args:
            text: the text.
            line: where to.
            column: where to in that line.
            before_selection_begin: whether carets, and selections that begin there, move.
            before_selection_end: whether the end of a selection that ends there moves.
        """
        if self._no_line(line) or self._no_column(line, column):
            return
        self.begin_complex_operation()
        end = self._insert((line, column), str(text))
        self._offset_carets((line, column), end, before_selection_begin, before_selection_end)
        self.end_complex_operation()

    def remove_text(self, from_line: int, from_column: int, to_line: int, to_column: int) -> None:
        """Takes out what is between two places."""
        if self._no_line(from_line, "p_from_line"):
            return
        if self._no_column(from_line, from_column, "p_from_column"):
            return
        if self._no_line(to_line, "p_to_line") or self._no_column(
            to_line, to_column, "p_to_column"
        ):
            return
        if to_line < from_line:
            output.error('Condition "p_to_line < p_from_line" is true.')
        elif (to_line, to_column) < (from_line, from_column):
            output.error('Condition "p_to_line == p_from_line && p_to_column < p_from_column" '
                         "is true.")  # fmt: skip
        else:
            self.begin_complex_operation()
            self._cut_out((from_line, from_column), (to_line, to_column))
            self.end_complex_operation()

    def _cut_out(self, start: Place, end: Place) -> None:
        """Takes out what is between two places; carets stay with the text they are at."""
        self._remove(start, end)
        self.collapse_carets(*start, *end)
        self._offset_carets(end, start)

    def set_line(self, line: int, new_text: str) -> None:
        """Replaces a line."""
        if self._no_line(line):
            return
        self.begin_complex_operation()
        old = line, len(self._lines[line].text)
        inside = self._carets_in(line)
        self._remove((line, 0), old)
        more = self._insert((line, 0), str(new_text))[0] - line
        if more:
            self._shift_carets(line + 1, more)
        for where in inside:
            self._return_into(where, line)
        self.merge_overlapping_carets()
        self.end_complex_operation()

    def _return_into(self, where: _Where, line: int) -> None:
        """Puts a caret, and where its selection began, where they were in pixels.

        A caret before what it selects in the lines below keeps its column.
        """
        caret, number = self._carets[where.caret], where.caret
        if where.x is not None:
            caret.fit_x = where.x
            if self._span(caret)[1][0] == line:
                self.set_caret_line(line, False, True, 0, number)
            else:
                self.set_caret_line(line, False, True, -1, number)
        if where.origin_x is not None and self._selects(caret):
            caret.origin_fit_x = where.origin_x
            self.set_selection_origin_line(line, True, 0, number)

    def _shift_carets(self, first: int, lines: int) -> None:
        """Moves what carets and selections have from a line on further down, or up."""
        for number, caret in enumerate(self._carets):
            selects = self._selects(caret)
            below, origin_below = caret.line >= first, selects and caret.origin_line >= first
            if below or origin_below:
                caret.selects = False  # the two ends may meet on their way
                if below:
                    self._put_caret(number, (caret.line + lines, caret.column))
                if origin_below:
                    self._put_origin(number, (caret.origin_line + lines, caret.origin_column))
                caret.selects = selects

    def swap_lines(self, from_line: int, to_line: int) -> None:
        """Exchanges two lines."""
        if self._no_line(from_line, "p_from_line") or self._no_line(to_line, "p_to_line"):
            return
        if from_line == to_line:
            return
        one, other = self._lines[from_line].text, self._lines[to_line].text
        self.begin_complex_operation()
        self.begin_multicaret_edit()
        places = [(caret.place, caret.origin) for caret in self._carets]
        selecting = [self._selects(caret) for caret in self._carets]
        self.set_line(to_line, one)
        self.set_line(from_line, other)
        lines = {from_line: to_line, to_line: from_line}
        for number, (place, origin) in enumerate(places):
            caret = self._carets[number]
            caret.selects = False  # the two ends may meet on their way
            if place[0] in lines:
                self._put_caret(number, (lines[place[0]], place[1]))
            if selecting[number] and origin[0] in lines:
                self._put_origin(number, (lines[origin[0]], origin[1]))
            caret.selects = selecting[number] and caret.place != caret.origin
        self.merge_overlapping_carets()
        self.end_multicaret_edit()
        self.end_complex_operation()

    def insert_line_at(self, line: int, text: str) -> None:
        """Puts a line in above another one."""
        if self._no_line(line):
            return
        self.begin_complex_operation()
        end = self._insert((line, 0), str(text) + "\n")
        self._offset_carets((line, 0), end)
        self.end_complex_operation()

    def remove_line_at(self, line: int, move_carets_down: bool = True) -> None:
        """Takes a line out.

        Args:
            line: the line.
            move_carets_down: whether its carets go to the line below, rather than above it.
        """
        if self._no_line(line):
            return
        if len(self._lines) == 1:
            self._empty_only_line()
            return
        self.begin_complex_operation()
        is_last = line == len(self._lines) - 1
        first = line - 1 if is_last else line
        start = first, (len(self._lines[first].text) if is_last else 0)
        end = first + 1, (len(self._lines[line].text) if is_last else 0)
        leave = not is_last if move_carets_down else line > 0
        self.begin_multicaret_edit()
        leaving = self._carets_in(line) if leave else []
        if leave:
            self._remove(start, end)
            self._shift_carets(line + 1, -1)
            self._carets_return(leaving, line if move_carets_down else line - 1)
        else:
            self._cut_out(start, end)
        self.merge_overlapping_carets()
        self.end_multicaret_edit()
        self.end_complex_operation()

    def _empty_only_line(self) -> None:
        self.begin_complex_operation()
        self._remove((0, 0), (0, len(self._lines[0].text)))
        self.deselect()
        for number in range(len(self._carets)):
            self._put_caret(number, (0, 0))
        self.merge_overlapping_carets()
        self.end_complex_operation()

    def _carets_in(self, line: int) -> list[_Where]:
        """The carets of a line and their selections: where they are in pixels."""
        found = []
        for number, caret in enumerate(self._carets):
            x = origin_x = None
            if caret.line == line:
                self.set_caret_column(caret.column, False, number)
                x = caret.fit_x
            if self._selects(caret) and caret.origin_line == line:
                self.set_selection_origin_column(caret.origin_column, number)
                origin_x = caret.origin_fit_x
            if x is not None or origin_x is not None:
                found.append(_Where(number, x, origin_x, self._selects(caret)))
        return found

    def _carets_return(self, places: list[_Where], line: int) -> None:
        """Puts carets that were in a line into another, where they were in pixels."""
        for number, x, origin_x, selects in places:
            caret = self._carets[number]
            caret.selects = False
            if x is not None:
                caret.fit_x = x
                self.set_caret_line(line, False, True, 0, number)
            if origin_x is not None:
                caret.origin_fit_x = origin_x
                self.set_selection_origin_line(line, True, 0, number)
            caret.selects = selects and caret.place != caret.origin

    # At carets -----------------------------------------------------------------------------------

    def insert_text_at_caret(self, text: str, caret_index: int = -1) -> None:
        """Puts text in at a caret, in place of what it selects; -1 for all carets."""
        if caret_index != -1 and self._no_caret(caret_index):
            return
        self.begin_complex_operation()
        self.begin_multicaret_edit()
        for number in range(len(self._carets)):
            if caret_index not in (-1, number):
                continue
            if caret_index == -1 and number in self._ignored:
                continue
            self.delete_selection(number)
            place = self._carets[number].place
            end = self._insert(place, str(text))
            self._offset_carets(place, end)
        if self._tree is not None:
            self._update_scroll_bars()
            self.adjust_viewport_to_caret()
        self.end_multicaret_edit()
        self.end_complex_operation()

    def delete_selection(self, caret_index: int = -1) -> None:
        """Takes out what a caret selects; -1 for all carets."""
        if caret_index != -1 and self._no_caret(caret_index):
            return
        self.begin_complex_operation()
        self.begin_multicaret_edit()
        for number in range(len(self._carets)):
            if caret_index not in (-1, number):
                continue
            if caret_index == -1 and number in self._ignored:
                continue
            caret = self._carets[number]
            if self._selects(caret):
                start, end = self._span(caret)
                self._remove(start, end)
                self._offset_carets(end, start)
                self._keep_carets_inside()
                self.merge_overlapping_carets()
                self.deselect(number)
                self._put_caret(number, start)
        self.end_multicaret_edit()
        self.end_complex_operation()

    def _keep_carets_inside(self) -> None:
        """Carets that were in what is gone stay near, but inside of the text."""
        last = len(self._lines) - 1
        for caret in self._carets:
            caret.line = min(caret.line, last)
            caret.column = min(caret.column, len(self._lines[caret.line].text))
            if caret.selects:
                caret.origin_line = min(caret.origin_line, last)
                length = len(self._lines[caret.origin_line].text)
                caret.origin_column = min(caret.origin_column, length)

    # Deleting ------------------------------------------------------------------------------------

    def _backspace(self, caret_index: int) -> None:
        """Called instead of deleting what is before a caret, when a script overrides it."""

    def backspace(self, caret_index: int = -1) -> None:
        """Deletes what a caret selects, or the character before it; -1 for all carets."""
        if type(self)._backspace is not TextEditChanges._backspace:
            self._backspace(caret_index)
            return
        if caret_index != -1 and self._no_caret(caret_index):
            return
        if not self._editable:
            return
        if self.has_selection(caret_index):
            self.delete_selection(caret_index)
            return
        self.begin_complex_operation()
        self.begin_multicaret_edit()
        for number in range(len(self._carets)):
            if caret_index not in (-1, number):
                continue
            if caret_index == -1 and number in self._ignored:
                continue
            self._delete_before(number)
        self.end_multicaret_edit()
        self.end_complex_operation()

    def _delete_before(self, number: int) -> None:
        line, column = self._carets[number].place
        if (line, column) == (0, 0):
            return
        if column == 0:
            start = line - 1, len(self._lines[line - 1].text)
            self.merge_gutters(line - 1, line)
        elif self._backspace_composite:
            start = line, self.get_previous_composite_character_column(line, column)
        else:
            start = line, column - 1
        self._cut_out(start, (line, column))
        self.merge_overlapping_carets()

    def _backspace_key(self, word: bool = False, all_to_left: bool = False) -> None:
        if not self._editable:
            return
        self.start_action(TextEditChanges.ACTION_BACKSPACE)
        self.begin_multicaret_edit()
        for number in reversed(self.get_sorted_carets()):
            if number in self._ignored:
                continue
            line, column = self._carets[number].place
            if self.has_selection(number) or not (word or all_to_left) or column == 0:
                self.backspace(number)
                continue
            start = 0 if all_to_left else self._word_start(line, column)
            self._cut_out((line, start), (line, column))
            self.merge_overlapping_carets()
        self.end_multicaret_edit()
        self._end_action_soon()

    def _word_start(self, line: int, column: int) -> int:
        """Where Ctrl+Backspace deletes from."""
        if self._lines[line].text[column - 1] in " \t":
            column -= 1
        starts = [start for start, _ in self._words(line) if start < column]
        return starts[-1] if starts else 0

    def _delete_key(self, word: bool = False, all_to_right: bool = False) -> None:
        if not self._editable:
            return
        self.start_action(TextEditChanges.ACTION_DELETE)
        self.begin_multicaret_edit()
        for number in self.get_sorted_carets():
            if number in self._ignored:
                continue
            if self.has_selection(number):
                self.delete_selection(number)
                continue
            start = self._carets[number].place
            end = self._delete_end(start, word, all_to_right)
            if end != start:
                self._cut_out(start, end)
                self.merge_overlapping_carets()
        self.end_multicaret_edit()
        self._end_action_soon()

    def _delete_end(self, start: Place, word: bool, all_to_right: bool) -> Place:
        line, column = start
        text = self._lines[line].text
        if column == len(text):
            if all_to_right or line == len(self._lines) - 1:
                return start
            return line + 1, 0
        if all_to_right:
            return line, len(text)
        if word and column < len(text) - 1:
            ends = [end for _, end in self._words(line) if end > column]
            return line, (ends[0] if ends else len(text))
        return line, (column + 1 if self._mid_grapheme else next_grapheme(text, column))

    def _new_line(self, split: bool = True, above: bool = False) -> None:
        """Enter: breaks the line, or adds one below or above it."""
        if not self._editable:
            return
        self.begin_complex_operation()
        self.begin_multicaret_edit()
        for number in range(len(self._carets)):
            if number in self._ignored:
                continue
            if split:
                self.insert_text_at_caret("\n", number)
                continue
            line = self._carets[number].line
            column = 0 if above else len(self._lines[line].text)
            self.insert_text("\n", line, column, above, above)
            self.deselect(number)
            self._put_caret(number, (line if above else line + 1, 0), number == 0)
        self.end_multicaret_edit()
        self.end_complex_operation()

    # Typing --------------------------------------------------------------------------------------

    def _handle_unicode_input(self, unicode_char: int, caret_index: int) -> None:
        """Called instead of putting a typed character in, when a script overrides it."""

    def _type(self, code: int, caret_index: int = -1) -> None:
        if type(self)._handle_unicode_input is not TextEditChanges._handle_unicode_input:
            self._handle_unicode_input(code, caret_index)
            return
        if not self._editable:
            return
        self.start_action(TextEditChanges.ACTION_TYPING)
        self.begin_multicaret_edit()
        for number in range(len(self._carets)):
            if caret_index not in (-1, number):
                continue
            if caret_index == -1 and number in self._ignored:
                continue
            if self.has_selection(number):
                self.delete_selection(number)
            elif self._overtype:
                line, column = self._carets[number].place
                if column < len(self._lines[line].text):
                    self._remove((line, column), (line, column + 1))
            self.insert_text_at_caret(chr(code), number)
        self.end_multicaret_edit()
        self._end_action_soon()
