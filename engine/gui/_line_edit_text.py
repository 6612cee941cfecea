"""The text of a LineEdit: editing it, the caret, the selection and what can be undone.

`text_changed` comes in Godot's two ways: what takes characters away at the caret tells at once,
what puts some in tells at the end of the frame, and once for all of them. Undo keeps whole texts,
each with the caret as it was right after the change; setting the text from outside starts a new
list.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from engine.core import output
from engine.core.accessors import accessors
from engine.core.callable import Callable
from engine.gui._line_edit_state import LineEditState
from engine.servers._graphemes import next_grapheme, previous_grapheme
from engine.servers._text_breaks import word_breaks


class Moment(NamedTuple):
    """A text that undo can go back to."""

    text: str
    caret: int
    scroll: float


class LineEditText(LineEditState):
    """What can be done with the text."""

    _undo: list[Moment]
    _undo_place: int = -1  # in _undo, where undo and redo have led; -1: at its end
    _change_pending: bool = False
    _selected: bool = False
    _select_from: int = 0
    _select_to: int = 0
    _anchor: int = 0  # where a selection by keys or mouse began

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._undo = [Moment("", 0, 0.0)]
        return self

    # Text ----------------------------------------------------------------------------------------

    def set_text(self, text: str) -> None:
        """Sets the text; the caret goes to its start, and `text_changed` does not come."""
        self._clear_all()
        if text:
            self.insert_text_at_caret(str(text))
            self._remember()
        self.queue_redraw()
        self._caret = 0
        self._scroll = 0.0

    def _set_text_with_selection(self, text: str) -> None:
        """Sets the text, of which the same columns are selected; the caret goes to its end."""
        kept = self._selected, self._select_from, self._select_to, self._anchor
        self._clear_all()
        self.insert_text_at_caret(text)
        self._remember()
        length = len(self._text)
        self._selected = kept[0]
        self._select_from, self._select_to, self._anchor = (min(at, length) for at in kept[1:])
        self.queue_redraw()

    def get_text(self) -> str:
        """The text."""
        return self._text

    text = accessors(get_text, set_text)

    def clear(self) -> None:
        """Takes the text away."""
        if self._text:
            self._clear_all()
            self._changed()
        else:
            self._clear_all()
            self._remember()

    def _clear_all(self) -> None:
        self.deselect()
        self._undo = []
        self._remember()
        self._caret = 0
        self._scroll = 0.0
        self._text = ""
        self._shape_again()

    def insert_text_at_caret(self, text: str) -> None:
        """Puts text in at the caret, as much of it as `max_length` allows."""
        text = str(text)
        if self._max_length > 0:
            room = max(self._max_length - len(self._text), 0)
            if len(text) > room:
                self._emit_if_heard("text_change_rejected", text[room:])
                text = text[:room]
        place = self._caret
        self._text = self._text[:place] + text + self._text[place:]
        self._shape_again()
        self.set_caret_column(place + len(text))

    def delete_text(self, from_column: int, to_column: int) -> None:
        """Takes out what is between two columns."""
        if not 0 <= from_column <= to_column <= len(self._text):
            output.error(
                f"Positional parameters (from: {from_column}, to: {to_column}) are inverted or "
                f"outside the text length ({len(self._text)})."
            )
            return
        self._text = self._text[:from_column] + self._text[to_column:]
        self._shape_again()
        moved = min(max(self._caret - from_column, 0), to_column - from_column)
        self.set_caret_column(self._caret - moved)
        self._change_soon()

    def delete_char_at_caret(self) -> None:
        """Takes out the character before the caret."""
        if self._caret == 0 or not self._text:
            return
        self._text = self._text[: self._caret - 1] + self._text[self._caret :]
        self._shape_again()
        self.set_caret_column(self._caret - 1)
        self._changed()

    def set_max_length(self, chars: int) -> None:
        """Sets how many characters there may be; 0 for any number."""
        if chars < 0:
            output.error('Condition "p_max_length < 0" is true.')
            return
        self._max_length = int(chars)
        self.set_text(self._text)

    def get_max_length(self) -> int:
        """How many characters there may be; 0 for any number."""
        return self._max_length

    max_length = accessors(get_max_length, set_max_length)

    # Telling of changes --------------------------------------------------------------------------

    def _changed(self) -> None:
        """Tells of a change, and remembers it for undo."""
        self._tell_change()
        self._remember()

    def _tell_change(self) -> None:
        self._emit_if_heard("text_changed", self._text)
        self._change_pending = False

    def _change_soon(self) -> None:
        """Tells of a change at the end of the frame, together with others."""
        if not self._change_pending:
            self._change_pending = True
            if self._tree is not None:
                Callable(self, "_changed").call_deferred()

    # Undo ----------------------------------------------------------------------------------------

    def _remember(self) -> None:
        if self._undo_place >= 0:
            del self._undo[self._undo_place + 1 :]
            self._undo_place = -1
        self._undo.append(Moment(self._text, self._caret, self._scroll))

    def has_undo(self) -> bool:
        """Whether there is an older text to go back to."""
        return self._undo_place > 0 if self._undo_place >= 0 else len(self._undo) > 1

    def has_redo(self) -> bool:
        """Whether an undo can be taken back."""
        return 0 <= self._undo_place < len(self._undo) - 1

    def _undo_last(self) -> None:
        if self._editable and self.has_undo():
            last = len(self._undo) - 1 if self._undo_place < 0 else self._undo_place
            self._go_back_to(last - 1)

    def _redo_last(self) -> None:
        if self._editable and self.has_redo():
            self._go_back_to(self._undo_place + 1)

    def _go_back_to(self, place: int) -> None:
        self.deselect()
        self._undo_place = place
        moment = self._undo[place]
        self._text = moment.text
        self._scroll = moment.scroll
        self._shape_again()
        self.set_caret_column(moment.caret)
        self._tell_change()

    # Caret ---------------------------------------------------------------------------------------

    def set_caret_column(self, position: int) -> None:
        """Puts the caret before a character; the selection stays as it is."""
        self._caret = min(max(int(position), 0), len(self._text))
        self._caret_shown = True
        self._caret_time = 0.0
        self._show_caret()
        self.queue_redraw()

    def get_caret_column(self) -> int:
        """Before which character the caret stands."""
        return self._caret

    caret_column = accessors(get_caret_column, set_caret_column)

    def get_next_composite_character_column(self, column: int) -> int:
        """Where the character ends that has several code points and begins at a column."""
        if not 0 <= column < len(self._text):
            self._refuse_column(column)
            return -1
        return next_grapheme(self._text, column)

    def get_previous_composite_character_column(self, column: int) -> int:
        """Where the character begins that ends at a column."""
        if not 0 <= column <= len(self._text):
            self._refuse_column(column)
            return -1
        return previous_grapheme(self._text, column)

    def _refuse_column(self, column: int) -> None:
        count = len(self._text) + 1
        output.error(f"Index p_column = {column} is out of bounds (text.length() + 1 = {count}).")

    def _next_stop(self) -> int:
        if self._mid_grapheme:
            return min(self._caret + 1, len(self._text))
        return next_grapheme(self._text, self._caret)

    def _previous_stop(self) -> int:
        return self._caret - 1 if self._mid_grapheme else previous_grapheme(self._text, self._caret)

    def _word_end(self) -> int:
        """Where the next word ends."""
        if self._secret:
            return len(self._text)
        ends = (end for _, end in word_breaks(self._text) if end > self._caret)
        return next(ends, len(self._text))

    def _word_start(self) -> int:
        """Where the word before the caret starts."""
        if self._secret:
            return 0
        starts = [start for start, _ in word_breaks(self._text) if start < self._caret]
        return starts[-1] if starts else 0

    # Selection -----------------------------------------------------------------------------------

    def select(self, from_: int = 0, to: int = -1) -> None:
        """Selects what is between two columns; the caret stays where it is."""
        if not self._selecting:
            return
        if from_ == 0 and to == 0:
            self.deselect()
            return
        length = len(self._text)
        from_ = min(max(from_, 0), length)
        to = length if to < 0 or to > length else to
        if from_ >= to:
            return
        self._selected = True
        self._select_from, self._select_to = from_, to
        self.queue_redraw()

    def select_all(self) -> None:
        """Selects everything."""
        if self._selecting and self._text:
            self._selected = True
            self._select_from, self._select_to = 0, len(self._text)
            self.queue_redraw()

    def deselect(self) -> None:
        """Drops the selection."""
        self._selected = False
        self._select_from = self._select_to = self._anchor = 0
        self.queue_redraw()

    def has_selection(self) -> bool:
        """Whether something is selected."""
        return self._selected

    def get_selected_text(self) -> str:
        """The selected text."""
        return self._text[self._select_from : self._select_to] if self._selected else ""

    def get_selection_from_column(self) -> int:
        """Where the selection begins; with a message and -1 when there is none."""
        return self._select_from if self._need_selection() else -1

    def get_selection_to_column(self) -> int:
        """Where the selection ends; with a message and -1 when there is none."""
        return self._select_to if self._need_selection() else -1

    def _need_selection(self) -> bool:
        if not self._selected:
            output.error('Condition "!selection.enabled" is true. Returning: -1')
        return self._selected

    def _select_to_caret(self) -> None:
        """Selects from where the selection began to the caret."""
        if not self._selecting:
            return
        self._select_from = min(self._anchor, self._caret)
        self._select_to = max(self._anchor, self._caret)
        self._selected = self._select_from != self._select_to
        self.queue_redraw()

    def _delete_selection(self) -> None:
        from_, to = self._select_from, self._select_to
        selected = self._selected
        self.deselect()
        if selected:
            self.delete_text(from_, to)

    # Keys that move or delete --------------------------------------------------------------------

    def _move_caret(self, to: int, selects: bool) -> None:
        if selects and not self._selected:
            self._anchor = self._caret
        elif not selects:
            self.deselect()
        self.set_caret_column(to)
        if selects:
            self._select_to_caret()

    def _left(self, word: bool, selects: bool) -> None:
        if self._selected and not selects:
            start = self._select_from
            self.deselect()
            self.set_caret_column(start)
            return
        self._move_caret(self._word_start() if word else self._previous_stop(), selects)

    def _right(self, word: bool, selects: bool) -> None:
        if self._selected and not selects:
            end = self._select_to
            self.deselect()
            self.set_caret_column(end)
            return
        self._move_caret(self._word_end() if word else self._next_stop(), selects)

    def _backspace(self, word: bool = False, all_to_left: bool = False) -> None:
        if not self._editable:
            return
        if self._selected:
            self._delete_selection()
        elif all_to_left:
            self.delete_text(0, self._caret)
        elif word:
            if self._caret:
                self.delete_text(self._word_start(), self._caret)
        elif self._backspace_composite and self._caret:
            self.delete_text(previous_grapheme(self._text, self._caret), self._caret)
        else:
            self.delete_char_at_caret()

    def _delete(self, word: bool = False, all_to_right: bool = False) -> None:
        if not self._editable:
            return
        if self._selected:
            self._delete_selection()
            return
        if self._caret == len(self._text):
            return
        if all_to_right:
            end = len(self._text)
        else:
            end = self._word_end() if word else self._next_stop()
        self.delete_text(self._caret, end)
