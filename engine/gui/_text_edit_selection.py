"""Selections of a TextEdit: each caret may have one, from where it began to the caret."""

from __future__ import annotations

from typing import Any

from engine.core import output
from engine.core._element_type import element_type
from engine.core.typed_array import TypedArray
from engine.core.variant_type import TYPE_VECTOR2I
from engine.core.vector2i import Vector2i
from engine.gui._text_edit_caret import Place
from engine.gui._text_edit_carets import TextEditCarets
from engine.gui._text_edit_constants import TextEditConstants


class TextEditSelection(TextEditCarets):
    """What is selected."""

    _selection_mode: TextEditConstants.SelectionMode = TextEditConstants.SELECTION_MODE_NONE

    def set_selection_mode(self, mode: int) -> None:
        """Sets how moving the mouse selects."""
        self._selection_mode = TextEditConstants.SelectionMode(mode)

    def get_selection_mode(self) -> TextEditConstants.SelectionMode:
        """How moving the mouse selects."""
        return self._selection_mode

    # Selecting -----------------------------------------------------------------------------------

    def select_all(self) -> None:
        """Selects everything, with one caret."""
        self._push_op()
        if not self._selecting or (len(self._lines) == 1 and not self._lines[0].text):
            return
        self.remove_secondary_carets()
        self.set_selection_mode(TextEditConstants.SELECTION_MODE_SHIFT)
        last = len(self._lines) - 1
        self.select(0, 0, last, len(self._lines[last].text))

    def _push_op(self) -> None:
        """What was typed until now is a step of its own for undo."""

    def select(
        self,
        origin_line: int,
        origin_column: int,
        caret_line: int,
        caret_column: int,
        caret_index: int = 0,
    ) -> None:
        """Selects what is between two places, and puts the caret at the second one."""
        if self._no_caret(caret_index):
            return
        self.set_caret_line(caret_line, False, True, -1, caret_index)
        self.set_caret_column(caret_column, False, caret_index)
        if not self._selecting:
            return
        self.set_selection_origin_line(origin_line, True, -1, caret_index)
        self.set_selection_origin_column(origin_column, caret_index)
        caret = self._carets[caret_index]
        caret.selects = caret.place != caret.origin
        self._selection_changed()

    def set_selection_origin_line(
        self, line: int, can_be_hidden: bool = True, wrap_index: int = -1, caret_index: int = 0
    ) -> None:
        """Moves the beginning of a selection into a line.

        Args:
            line: the line.
            can_be_hidden: whether it may be a line that is hidden; none is.
            wrap_index: the row of the line; -1 to keep the column, not the place on the screen.
            caret_index: the caret.
        """
        if self._no_caret(caret_index) or not self._selecting:
            return
        caret = self._carets[caret_index]
        line = min(max(line, 0), len(self._lines) - 1)
        if wrap_index >= 0:
            column = self._fitting_column(caret.origin_fit_x, line, wrap_index)
        else:
            column = min(caret.origin_column, len(self._lines[line].text))
        moved = caret.origin != (line, column)
        caret.origin_line, caret.origin_column = line, column
        if wrap_index >= 0 and self._selects(caret) and caret.place == caret.origin:
            self.deselect(caret_index)
        if moved and self._selects(caret):
            self._selection_changed()

    def set_selection_origin_column(self, column: int, caret_index: int = 0) -> None:
        """Moves the beginning of a selection to a column of its line."""
        if self._no_caret(caret_index) or not self._selecting:
            return
        caret = self._carets[caret_index]
        line = caret.origin_line  # of an old selection: that line may be gone
        column = min(max(column, 0), len(self.get_line(line)))
        moved = caret.origin_column != column
        caret.origin_column = column
        caret.origin_fit_x = self._column_x(min(line, len(self._lines) - 1), column)
        if self._selects(caret) and caret.place == caret.origin:
            self.deselect(caret_index)
        if moved and self._selects(caret):
            self._selection_changed()

    def _put_origin(self, number: int, place: Place) -> None:
        self.set_selection_origin_line(place[0], True, -1, number)
        self.set_selection_origin_column(place[1], number)

    # What is selected ----------------------------------------------------------------------------

    def has_selection(self, caret_index: int = -1) -> bool:
        """Whether a caret has selected something; -1 for any."""
        if caret_index == -1:
            return any(map(self._selects, self._carets))
        return not self._no_caret(caret_index) and self._selects(self._carets[caret_index])

    def get_selected_text(self, caret_index: int = -1) -> str:
        """What a caret has selected; -1 for what all have, one below the other."""
        if caret_index == -1:
            chosen = [self._carets[n] for n in self.get_sorted_carets()]
        elif self._no_caret(caret_index):
            return ""
        else:
            chosen = [self._carets[caret_index]]
        spans = [self._span(caret) for caret in chosen if self._selects(caret)]
        return "\n".join(self._between(*start, *end) for start, end in spans)

    def get_line_ranges_from_carets(
        self, only_selections: bool = False, merge_adjacent: bool = True
    ) -> Any:
        """The first and last lines (x and y) of what is selected, and lines of carets.

        Args:
            only_selections: whether carets that select nothing are left out.
            merge_adjacent: whether ranges that follow each other become one.
        """
        ranges: list[tuple[int, int]] = []
        for number in self.get_sorted_carets():
            caret = self._carets[number]
            selects = self._selects(caret)
            if only_selections and not selects:
                continue
            start, end = self._span(caret)
            first, last = start[0], end[0]
            if selects and not end[1]:
                last -= 1  # nothing of the last line is selected
            reach = 1 if merge_adjacent else 0
            if ranges and first <= ranges[-1][1] + reach:
                ranges[-1] = ranges[-1][0], max(ranges[-1][1], last)
            else:
                ranges.append((first, last))
        return TypedArray([Vector2i(*one) for one in ranges], element_type(TYPE_VECTOR2I))

    def get_selection_origin_line(self, caret_index: int = 0) -> int:
        """The line where the last selection of a caret began."""
        if self._no_caret(caret_index):
            return -1
        return self._carets[caret_index].origin_line

    def get_selection_origin_column(self, caret_index: int = 0) -> int:
        """The column where the last selection of a caret began."""
        if self._no_caret(caret_index):
            return -1
        return self._carets[caret_index].origin_column

    def get_selection_line(self, caret_index: int = 0) -> int:
        """The same as `get_selection_origin_line`."""
        return self.get_selection_origin_line(caret_index)

    def get_selection_column(self, caret_index: int = 0) -> int:
        """The same as `get_selection_origin_column`."""
        return self.get_selection_origin_column(caret_index)

    def get_selection_from_line(self, caret_index: int = 0) -> int:
        """The first line of a selection, or the caret's line."""
        return self._end_of_span(caret_index, 0)[0]

    def get_selection_from_column(self, caret_index: int = 0) -> int:
        """The first column of a selection, or the caret's column."""
        return self._end_of_span(caret_index, 0)[1]

    def get_selection_to_line(self, caret_index: int = 0) -> int:
        """The last line of a selection, or the caret's line."""
        return self._end_of_span(caret_index, 1)[0]

    def get_selection_to_column(self, caret_index: int = 0) -> int:
        """The column where a selection ends, or the caret's column."""
        return self._end_of_span(caret_index, 1)[1]

    def _end_of_span(self, caret_index: int, end: int) -> Place:
        if self._no_caret(caret_index):
            return -1, -1
        return self._span(self._carets[caret_index])[end]

    def _before_shift(self, number: int) -> None:
        """Begins a selection at a caret that is moved with Shift held."""
        if not self._selecting:
            return
        self.set_selection_mode(TextEditConstants.SELECTION_MODE_SHIFT)
        caret = self._carets[number]
        if caret.selects:
            return
        self._put_origin(number, caret.place)
        caret.selects = True

    def _need_carets(self) -> None:
        if not self._carets:
            output.error("There is no caret.")
