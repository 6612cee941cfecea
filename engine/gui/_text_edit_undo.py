"""Undo in a TextEdit.

Each change of the text is an `Op`. What follows on the same spot and is of the same kind joins the
op that is open; an open op ends when something else happens, and after a pause. Ops are undone one
by one, but for chains: from an op that `ends` one, undoing goes back to the op that `begins` it.

Chains are made between `begin_complex_operation` and `end_complex_operation`, which nest. An action
(`start_action`) is such an operation around all that is typed, or deleted, in a row: it is told
that it could end there (`_end_action_soon`), and does when the open op ends.
"""

from __future__ import annotations

from typing import Any

from engine.core import output
from engine.gui._text_edit_caret import Caret, Place
from engine.gui._text_edit_constants import TextEditConstants
from engine.gui._text_edit_selection import TextEditSelection

_MOST = 1024  # ops
_NOTHING, _INSERT, _REMOVE = range(3)
PAUSE = 3.0  # seconds after which the open op ends


class Op:
    """A change of the text; `kind` is nothing, an insertion or a removal."""

    __slots__ = (
        "after",
        "before",
        "begins",
        "end",
        "ends",
        "kind",
        "old_version",
        "start",
        "text",
        "version",
    )

    def __init__(self, kind: int, start: Place, end: Place, text: str) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.text = text
        self.before: list[Caret] = []
        self.after: list[Caret] = []
        self.begins = self.ends = False
        self.version = self.old_version = 0


class TextEditUndo(TextEditSelection):
    """What can be undone."""

    _ops: list[Op]
    _op_place: int = -1  # of the op that was undone last; -1: none was
    _open: Op
    _complex_depth: int = 0  # of complex operations
    _begins_chain: bool = False  # the next op does
    _before_chain: list[Caret]  # the carets when the outermost operation began
    _version: int = 0
    _saved_version: int = 0
    _action: TextEditConstants.EditAction = TextEditConstants.ACTION_NONE
    _in_action: bool = False
    _action_may_end: bool = False
    _undo_on: bool = True
    _idle: float = -1.0  # seconds since the last change; below 0 when nothing waits

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._ops = []
        self._before_chain = []
        self._open = Op(_NOTHING, (0, 0), (0, 0), "")
        return self

    def _copied_carets(self) -> list[Caret]:
        return [caret.copy() for caret in self._carets]

    # Changes -------------------------------------------------------------------------------------

    def _insert(self, at: Place, text: str) -> Place:
        """Puts text in, to be undone; where it ends."""
        self._await_pause()
        self._drop_redo()
        end = self._put_in(*at, text)
        op = self._new_op(Op(_INSERT, at, end, text))
        current = self._open
        if current.kind == _INSERT and current.end == at:
            current.text += text
            current.end = end
            current.version = op.version
            current.after = op.after
        else:
            self._open_op(op)
        return end

    def _remove(self, start: Place, end: Place) -> None:
        """Takes out what is between two places, to be undone."""
        self._await_pause()
        self._drop_redo()
        text = self._between(*start, *end)
        before = self._copied_carets()
        self._take_out(*start, *end)
        op = self._new_op(Op(_REMOVE, start, end, text))
        op.before = before
        current = self._open
        if current.kind == _REMOVE and current.start == end:
            current.text = text + current.text
            current.start = start
            current.version = op.version
            current.after = op.after
        else:
            self._open_op(op)

    def _new_op(self, op: Op) -> Op:
        op.old_version = self.get_version()
        self._version += 1
        op.version = self._version
        op.before = op.after = self._copied_carets()
        return op

    def _open_op(self, op: Op) -> None:
        self._push_op()
        if self._begins_chain:
            op.before = self._before_chain
        self._open = op

    def _await_pause(self) -> None:
        if not self._setting_text and self._tree is not None:
            self._idle = 0.0
            self._process_internally()

    def _process_internally(self) -> None:
        """Whether time must be watched."""
        self.set_process_internal(self._idle >= 0.0)

    def _pause_goes_on(self, delta: float) -> None:
        if self._idle >= 0.0:
            self._idle += delta
            if self._idle >= PAUSE:
                self._idle = -1.0
                self._push_op()
                self._process_internally()

    def _push_op(self) -> None:
        """Ends the open op, and an action that may end."""
        if self._action_may_end:
            self.start_action(TextEditConstants.ACTION_NONE)
            return
        op = self._open
        if op.kind == _NOTHING:
            return
        if self._begins_chain:
            op.begins = True
            self._begins_chain = False
        self._ops.append(op)
        self._open = Op(_NOTHING, (0, 0), (0, 0), "")
        self._open.version = op.version
        del self._ops[:-_MOST]

    def _drop_redo(self) -> None:
        if self._op_place >= 0:
            del self._ops[self._op_place :]
            self._op_place = -1

    # Operations of several changes ---------------------------------------------------------------

    def begin_complex_operation(self) -> None:
        """Starts several changes that are undone as one."""
        self._push_op()
        if self._complex_depth == 0:
            self._begins_chain = True
            self._before_chain = self._copied_carets()
        self._complex_depth += 1

    def end_complex_operation(self) -> None:
        """Ends several changes that are undone as one."""
        self._push_op()
        self._complex_depth = max(self._complex_depth - 1, 0)
        if self._complex_depth > 0:
            return
        if not self._ops:
            return
        last = self._ops[-1]
        last.after = self._copied_carets()
        if last.begins:
            last.begins = False
        else:
            last.ends = True

    def start_action(self, action: int) -> None:
        """Starts an action, or goes on with it: what it changes is undone as one."""
        if self._action != action:
            if self._action != TextEditConstants.ACTION_NONE:
                self._in_action = self._action_may_end = False
                self.end_complex_operation()
            if action != TextEditConstants.ACTION_NONE:
                self._in_action = True
                self.begin_complex_operation()
        elif self._action != TextEditConstants.ACTION_NONE:
            self._action_may_end = False
        self._action = TextEditConstants.EditAction(action)

    def end_action(self) -> None:
        """Ends the operation that `start_action` has started, as `end_complex_operation` does."""
        self.end_complex_operation()

    def _end_action_soon(self) -> None:
        """What is typed next goes with this; anything else ends the action."""
        if self._action != TextEditConstants.ACTION_NONE:
            self._action_may_end = True

    # Undo and redo -------------------------------------------------------------------------------

    def has_undo(self) -> bool:
        """Whether there is something to undo."""
        if self._op_place < 0:
            return bool(self._ops) or self._open.kind != _NOTHING
        return self._op_place > 0

    def has_redo(self) -> bool:
        """Whether an undo can be taken back."""
        return self._op_place >= 0

    def undo(self) -> None:
        """Takes the last change back."""
        if not self._may_change():
            return
        if self._in_action:
            self._action_may_end = True
        self._push_op()
        place = len(self._ops) - 1 if self._op_place < 0 else self._op_place - 1
        if place < 0:
            return
        self.deselect()
        op = self._ops[place]
        self._take_back(op)
        if op.ends:
            while True:
                if place == 0:
                    output.error('Condition "!undo_stack_pos->prev()" is true. Breaking.')
                    break
                place -= 1
                op = self._ops[place]
                self._take_back(op)
                if op.begins:
                    break
        self._op_place = place
        self._restore_carets(op.before)

    def redo(self) -> None:
        """Does again what was undone last."""
        if not self._may_change():
            return
        if self._in_action:
            self._action_may_end = True
        self._push_op()
        place = self._op_place
        if place < 0:
            return
        self.deselect()
        op = self._ops[place]
        self._do_again(op)
        if op.begins:
            while True:
                if place == len(self._ops) - 1:
                    output.error('Condition "!undo_stack_pos->next()" is true. Breaking.')
                    break
                place += 1
                op = self._ops[place]
                self._do_again(op)
                if op.ends:
                    break
        self._op_place = place + 1 if place < len(self._ops) - 1 else -1
        self._restore_carets(op.after)

    def _may_change(self) -> bool:
        return self._editable

    def _take_back(self, op: Op) -> None:
        if op.kind == _INSERT:
            self._take_out(*op.start, *op.end)
        else:
            self._put_in(*op.start, op.text)
        self._open.version = op.old_version

    def _do_again(self, op: Op) -> None:
        if op.kind == _INSERT:
            self._put_in(*op.start, op.text)
        else:
            self._take_out(*op.start, *op.end)
        self._open.version = op.version

    def _restore_carets(self, carets: list[Caret]) -> None:
        self._update_scroll_bars()
        moved = [c.place for c in carets] != [c.place for c in self._carets]
        self._carets = [caret.copy() for caret in carets]
        if moved:
            self._tell_moved()
        self.adjust_viewport_to_caret()

    def clear_undo_history(self) -> None:
        """Forgets what could be undone and redone."""
        self._saved_version = 0
        self._open.kind = _NOTHING
        self._op_place = -1
        self._ops.clear()

    # Versions ------------------------------------------------------------------------------------

    def get_version(self) -> int:
        """The number of the text's state: another one after each change, an old one after undo."""
        return self._open.version

    def get_saved_version(self) -> int:
        """The number of the state that `tag_saved_version` was called in."""
        return self._saved_version

    def tag_saved_version(self) -> None:
        """Remembers the number of the state as it is now."""
        self._saved_version = self.get_version()
