"""The carets of a TextEdit: there is always one, and there may be more.

An edit goes through all of them between `begin_multicaret_edit` and `end_multicaret_edit`. Carets
that meet become one; during an edit, that waits until its end, and those that a part of the edit
has swallowed are left out of the rest of it.
"""

from __future__ import annotations

from typing import Any

from engine.core import output
from engine.core.accessors import accessors
from engine.core.callable import Callable
from engine.core.packed_number_arrays import PackedInt32Array
from engine.gui._text_edit_caret import Caret, Place
from engine.gui._text_edit_places import TextEditPlaces


class TextEditCarets(TextEditPlaces):
    """The carets of a text edit."""

    _multiple: bool = True
    _moved_pending: bool = False
    _moving_to_line: bool = False
    _multicaret_depth: int = 0
    _merge_waits: bool = False
    _ignored: list[int]  # carets that the rest of a multicaret edit leaves out

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._ignored = []
        return self

    # Their number --------------------------------------------------------------------------------

    def set_multiple_carets_enabled(self, enabled: bool) -> None:
        """Sets whether there can be several carets."""
        self._multiple = bool(enabled)
        if not enabled:
            self.remove_secondary_carets()

    def is_multiple_carets_enabled(self) -> bool:
        """Whether there can be several carets."""
        return self._multiple

    caret_multiple = accessors(is_multiple_carets_enabled, set_multiple_carets_enabled)

    def get_caret_count(self) -> int:
        """How many carets there are."""
        return len(self._carets)

    def add_caret(self, line: int, column: int) -> int:
        """Adds a caret; its number, or -1 when there is one, or only one is allowed."""
        if not self._multiple:
            return -1
        self._drop_drag()
        line = min(max(line, 0), len(self._lines) - 1)
        column = min(max(column, 0), len(self._lines[line].text))
        editing = self._multicaret_depth > 0
        if not editing and self.get_selection_at_line_column(line, column, True, False) != -1:
            return -1
        self._carets.append(Caret())
        number = len(self._carets) - 1
        self.set_caret_line(line, False, False, -1, number)
        self.set_caret_column(column, False, number)
        self._caret_changed(number)
        if editing:
            self._ignored.append(number)
            self.merge_overlapping_carets()
        return number

    def remove_caret(self, caret: int) -> None:
        """Takes a caret away, but never the last one."""
        if len(self._carets) <= 1:
            output.error("The main caret should not be removed.")
        elif not self._no_caret(caret, "p_caret"):
            self._caret_changed(caret)
            del self._carets[caret]

    def remove_secondary_carets(self) -> None:
        """Takes all carets but the first away."""
        if len(self._carets) > 1:
            self._caret_changed(0)
            del self._carets[1:]
            self._drop_drag()

    def _no_caret(self, caret: int, name: str = "p_caret") -> bool:
        count = len(self._carets)
        if 0 <= caret < count:
            return False
        output.error(f"Index {name} = {caret} is out of bounds (carets.size() = {count}).")
        return True

    def _drop_drag(self) -> None:
        """Ends the dragging of selected text: it is not what it was."""

    def get_selection_at_line_column(
        self, line: int, column: int, include_edges: bool = True, only_selections: bool = True
    ) -> int:
        """The caret whose selection covers a place; -1 for none.

        Args:
            line: the place's line.
            column: its column.
            include_edges: whether the ends of a selection belong to it.
            only_selections: whether carets without a selection are left out.
        """
        place = line, column
        for number, caret in enumerate(self._carets):
            if self._selects(caret):
                start, end = self._span(caret)
                if start < place < end or (include_edges and place in (start, end)):
                    return number
            elif not only_selections and place == caret.place:
                return number
        return -1

    def _selects(self, caret: Caret) -> bool:
        return self._selecting and caret.selects

    def _span(self, caret: Caret) -> tuple[Place, Place]:
        """Where a caret's selection begins and ends; both are the caret when there is none."""
        if not self._selects(caret):
            return caret.place, caret.place
        return min(caret.place, caret.origin), max(caret.place, caret.origin)

    # Moving --------------------------------------------------------------------------------------

    def get_caret_line(self, caret_index: int = 0) -> int:
        """The line that a caret is in."""
        return 0 if self._no_caret(caret_index) else self._carets[caret_index].line

    def get_caret_column(self, caret_index: int = 0) -> int:
        """Before which character a caret stands."""
        return 0 if self._no_caret(caret_index) else self._carets[caret_index].column

    def get_caret_wrap_index(self, caret_index: int = 0) -> int:
        """The row of its line that a caret is in."""
        if self._no_caret(caret_index):
            return 0
        caret = self._carets[caret_index]
        return self.get_line_wrap_index_at_column(caret.line, caret.column)

    def set_caret_line(
        self,
        line: int,
        adjust_viewport: bool = True,
        can_be_hidden: bool = True,
        wrap_index: int = 0,
        caret_index: int = 0,
    ) -> None:
        """Puts a caret into a line, near where it was in its own.

        Args:
            line: the line.
            adjust_viewport: whether the text is scrolled so that the caret is seen.
            can_be_hidden: whether it may be a line that is hidden; none is.
            wrap_index: the row of the line; -1 to keep the column, not the place on the screen.
            caret_index: the caret.
        """
        if self._no_caret(caret_index) or self._moving_to_line:
            return
        self._moving_to_line = True
        caret = self._carets[caret_index]
        line = min(max(line, 0), len(self._lines) - 1)
        if wrap_index >= 0:
            column = self._fitting_column(caret.fit_x, line, wrap_index)
        else:
            column = min(caret.column, len(self._lines[line].text))
        moved = caret.place != (line, column)
        caret.line, caret.column = line, column
        if wrap_index >= 0 and self._selects(caret) and caret.place == caret.origin:
            self.deselect(caret_index)
        if adjust_viewport and self._tree is not None:
            self.adjust_viewport_to_caret(caret_index)
        self._moving_to_line = False
        if moved:
            self._caret_changed(caret_index)

    def _fitting_column(self, x: int, line: int, row: int) -> int:
        column = self._column_at(x, line, row)
        if column and row < self.get_line_wrap_count(line):
            column -= column >= self._rows(line)[row].end
        return column

    def set_caret_column(
        self, column: int, adjust_viewport: bool = True, caret_index: int = 0
    ) -> None:
        """Puts a caret before a character of its line.

        Args:
            column: the character's column.
            adjust_viewport: whether the text is scrolled so that the caret is seen.
            caret_index: the caret.
        """
        if self._no_caret(caret_index):
            return
        caret = self._carets[caret_index]
        column = min(max(column, 0), len(self._lines[caret.line].text))
        moved = caret.column != column
        caret.column = column
        caret.fit_x = self._column_x(caret.line, column)
        if not self._selects(caret):
            caret.origin_fit_x = caret.fit_x
        elif caret.place == caret.origin:
            self.deselect(caret_index)
        if adjust_viewport and self._tree is not None:
            self.adjust_viewport_to_caret(caret_index)
        if moved:
            self._caret_changed(caret_index)

    def _put_caret(self, number: int, place: Place, show: bool = False) -> None:
        """Puts a caret at a place, whatever was selected."""
        self.set_caret_line(place[0], False, True, -1, number)
        self.set_caret_column(place[1], show, number)

    def _caret_changed(self, number: int) -> None:
        self.queue_redraw()
        if self._selects(self._carets[number]):
            self._selection_changed()
        self._tell_moved()

    def _tell_moved(self) -> None:
        if not self._moved_pending:
            self._moved_pending = True
            if self._tree is not None:
                Callable(self, "_caret_moved").call_deferred()

    def _caret_moved(self) -> None:
        self._emit_if_heard("caret_changed")
        self._moved_pending = False

    def _selection_changed(self) -> None:
        if self._selecting:
            self._drop_drag()
            self.queue_redraw()

    def deselect(self, caret_index: int = -1) -> None:
        """Drops a caret's selection; -1 for all."""
        if caret_index >= len(self._carets) or caret_index < -1:
            self._no_caret(caret_index)
            return
        carets = self._carets if caret_index < 0 else [self._carets[caret_index]]
        changed = any(caret.selects for caret in carets)
        for caret in carets:
            caret.selects = False
        if changed:
            self._selection_changed()

    # Several carets ------------------------------------------------------------------------------

    def get_sorted_carets(self, include_ignored_carets: bool = False) -> PackedInt32Array:
        """The carets in the order of what they select.

        Args:
            include_ignored_carets: whether those are among them that a multicaret edit leaves out.
        """
        numbers = range(len(self._carets))
        if not include_ignored_carets:
            kept = [number for number in numbers if number not in self._ignored]
            return PackedInt32Array(self._in_order(kept))
        return PackedInt32Array(self._in_order(list(numbers)))

    def _in_order(self, numbers: list[int]) -> list[int]:
        return sorted(numbers, key=lambda number: self._span(self._carets[number])[0])

    def get_caret_index_edit_order(self) -> PackedInt32Array:
        """The carets from the last to the first one in the text."""
        return PackedInt32Array(list(reversed(self.get_sorted_carets(True))))

    def adjust_carets_after_edit(
        self, caret: int, from_line: int, from_col: int, to_line: int, to_col: int
    ) -> None:
        """Does nothing: every change moves the carets that it concerns."""

    def begin_multicaret_edit(self) -> None:
        """Starts an edit that goes through the carets; they are not merged until its end."""
        if self._multicaret_depth == 0:
            self._ignored.clear()
        self._multicaret_depth += 1

    def end_multicaret_edit(self) -> None:
        """Ends an edit that goes through the carets; those that meet become one."""
        if self._multicaret_depth > 0:
            self._multicaret_depth -= 1
        if self._multicaret_depth == 0:
            if self._merge_waits:
                self.merge_overlapping_carets()
            self._ignored.clear()

    def is_in_mulitcaret_edit(self) -> bool:
        """Whether a multicaret edit goes on."""
        return self._multicaret_depth > 0

    def multicaret_edit_ignore_caret(self, caret_index: int) -> bool:
        """Whether the rest of a multicaret edit leaves a caret out."""
        return caret_index in self._ignored

    def merge_overlapping_carets(self) -> None:
        """Makes carets one that touch each other; in a multicaret edit, at its end."""
        if self._multicaret_depth > 0:
            self._merge_waits = True
            return
        self._merge_waits = False
        self._ignored.clear()
        if len(self._carets) == 1:
            return
        order = list(self.get_sorted_carets(True))
        place = 0
        while place < len(order) - 1:
            first, second = order[place], order[place + 1]
            if not self._touch(first, second):
                place += 1
                continue
            # The newer one is kept: it may be the one that the mouse drags.
            kept, gone = max(first, second), min(first, second)
            self._unite(kept, gone)
            self.remove_caret(gone)
            order.remove(gone)
            order = [number - (number > gone) for number in order]

    def _touch(self, first: int, second: int) -> bool:
        one, other = self._carets[first], self._carets[second]
        end, start = self._span(one)[1], self._span(other)[0]
        both = self._selects(one) and self._selects(other)
        return end > start or (end == start and not both)

    def _unite(self, kept: int, gone: int) -> None:
        """Selects with one caret what two have selected."""
        one, other = self._span(self._carets[kept]), self._span(self._carets[gone])
        if one == other:
            return
        start, end = min(one[0], other[0]), max(one[1], other[1])
        if start == end:
            return
        leading = kept if self._selects(self._carets[kept]) else gone
        if self.is_caret_after_selection_origin(leading):
            self.select(*start, *end, kept)
        else:
            self.select(*end, *start, kept)

    def is_caret_after_selection_origin(self, caret_index: int = 0) -> bool:
        """Whether a caret is at the end of its selection, or there is none."""
        if self._no_caret(caret_index):
            return False
        caret = self._carets[caret_index]
        return not self._selects(caret) or caret.place >= caret.origin

    def select(
        self,
        origin_line: int,
        origin_column: int,
        caret_line: int,
        caret_column: int,
        caret_index: int = 0,
    ) -> None:
        """Selects what is between two places, and puts the caret at the second one."""
        raise AssertionError("TextEditSelection knows")

    def adjust_viewport_to_caret(self, caret_index: int = 0) -> None:
        """Scrolls so that a caret is seen."""
        if not self._no_caret(caret_index):
            self._show_caret(self._carets[caret_index])

    def center_viewport_to_caret(self, caret_index: int = 0) -> None:
        """Scrolls so that a caret is in the middle."""
        if self._no_caret(caret_index):
            return
        caret = self._carets[caret_index]
        self._scrolling = False
        row = self.get_line_wrap_index_at_column(caret.line, caret.column)
        self.set_line_as_center_visible(caret.line, row)
        self._show_caret_x(caret)

    def is_caret_visible(self, caret_index: int = 0) -> bool:
        """Whether a caret is on the screen."""
        if self._no_caret(caret_index):
            return False
        return self._carets[caret_index].line in self._drawn_lines

    # After changes of the text -------------------------------------------------------------------

    def collapse_carets(
        self,
        from_line: int,
        from_column: int,
        to_line: int,
        to_column: int,
        inclusive: bool = False,
    ) -> None:
        """Puts what carets and selections have between two places to the first of them.

        Args:
            from_line: the line of the first place.
            from_column: its column.
            to_line: the line of the second place.
            to_column: its column.
            inclusive: whether what is at the places themselves is between them, too.
        """
        first = from_line, from_column
        start, end = sorted((first, (to_line, to_column)))

        def inside(place: Place) -> bool:
            return start <= place <= end if inclusive else start < place < end

        collapsed = False
        for number, caret in enumerate(list(self._carets)):
            collapsed |= self._collapse(number, caret, first, inside(caret.place), inside)
        if collapsed:
            self.merge_overlapping_carets()

    def _collapse(
        self, number: int, caret: Caret, to: Place, caret_inside: bool, inside: object
    ) -> bool:
        selects = self._selects(caret)
        origin_inside = selects and bool(inside(caret.origin))  # type: ignore[operator]
        if not caret_inside and not origin_inside:
            return False
        if caret_inside and (not selects or origin_inside):
            self.deselect(number)
            self._put_caret(number, to)
            if self._multicaret_depth > 0 and len(self._carets) > 1:
                self._ignored.append(number)
        elif caret_inside:
            self._put_caret(number, to)
        else:
            self._put_origin(number, to)
        return True

    def _put_origin(self, number: int, place: Place) -> None:
        raise AssertionError("TextEditSelection knows")

    def _offset_carets(
        self, old: Place, new: Place, at_begin: bool = True, at_end: bool = True
    ) -> None:
        """Moves all carets that are behind a place as the text there has moved.

        Args:
            old: the place.
            new: where it is now.
            at_begin: whether carets and the beginnings of selections at the place move, too.
            at_end: whether the ends of selections at the place move, too.
        """
        if old == new:
            return
        for number, caret in enumerate(self._carets):
            selects = self._selects(caret)
            caret_ends = selects and caret.place >= caret.origin
            place, origin = caret.place, caret.origin
            caret_moves = place > old or (place == old and (at_end if caret_ends else at_begin))
            origin_moves = selects and (
                origin > old or (origin == old and (at_begin if caret_ends else at_end))
            )
            if not caret_moves and not origin_moves:
                continue
            caret.selects = False  # the two ends may meet on their way
            if caret_moves:
                self._put_caret(number, _moved(place, old, new))
            if origin_moves:
                self._put_origin(number, _moved(origin, old, new))
            caret.selects = selects and caret.place != caret.origin
        if not at_begin and at_end and any(map(self._selects, self._carets)):
            self.merge_overlapping_carets()


def _moved(place: Place, old: Place, new: Place) -> Place:
    line, column = place
    if line == old[0]:
        column += new[1] - old[1]
    return line + new[0] - old[0], column
