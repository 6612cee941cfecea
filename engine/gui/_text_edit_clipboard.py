"""The clipboard and composed text of a TextEdit."""

from __future__ import annotations

from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui._text_edit_caret import Caret
from engine.gui._text_edit_moves import TextEditMoves
from engine.servers import _shaped_carets as carets
from engine.servers._shaped_text import ShapedText
from engine.servers.display_server import DisplayServer


class TextEditClipboard(TextEditMoves):
    """What goes to the clipboard and comes from it, and what is being composed."""

    _copied_line: str = ""  # what was copied as whole lines, and is pasted as such

    # Scripts may do these themselves -------------------------------------------------------------

    def _cut(self, caret_index: int) -> None:
        """Called instead of cutting, when a script overrides it."""

    def _copy(self, caret_index: int) -> None:
        """Called instead of copying, when a script overrides it."""

    def _paste(self, caret_index: int) -> None:
        """Called instead of pasting, when a script overrides it."""

    def _paste_primary_clipboard(self, caret_index: int) -> None:
        """Called instead of pasting what is selected elsewhere, when a script overrides it."""

    # Clipboard -----------------------------------------------------------------------------------

    def cut(self, caret_index: int = -1) -> None:
        """Moves what a caret selects to the clipboard, or its line; -1 for all carets."""
        if type(self)._cut is not TextEditClipboard._cut:
            self._cut(caret_index)
        elif caret_index == -1 or not self._no_caret(caret_index):
            self._cut_selected(caret_index)

    def _cut_selected(self, caret_index: int) -> None:
        self._copy_selected(caret_index)
        if not self._editable:
            return
        if self.has_selection(caret_index):
            self.delete_selection(caret_index)
        elif self._copies_lines:
            self._cut_lines(caret_index)

    def _cut_lines(self, caret_index: int) -> None:
        self.begin_complex_operation()
        self.begin_multicaret_edit()
        gone = 0
        for first, last in self._caret_lines(caret_index):
            first, last = first - gone, last - gone
            self.remove_line_at(last)
            if first != last:
                self.remove_text(first, 0, last, 0)
            gone += last - first + 1
        self.end_multicaret_edit()
        self.end_complex_operation()

    def _caret_lines(self, caret_index: int) -> list[tuple[int, int]]:
        if caret_index >= 0:
            line = self._carets[caret_index].line
            return [(line, line)]
        return [(one.x, one.y) for one in self.get_line_ranges_from_carets()]

    def copy(self, caret_index: int = -1) -> None:
        """Copies what a caret selects to the clipboard, or its line; -1 for all carets."""
        if type(self)._copy is not TextEditClipboard._copy:
            self._copy(caret_index)
        elif caret_index == -1 or not self._no_caret(caret_index):
            self._copy_selected(caret_index)

    def _copy_selected(self, caret_index: int) -> None:
        if self.has_selection(caret_index):
            DisplayServer.clipboard_set(self.get_selected_text(caret_index))
            self._copied_line = ""
        elif self._copies_lines:
            spans = self._caret_lines(caret_index)
            lines = [self._lines[n].text for start, end in spans for n in range(start, end + 1)]
            text = "".join(line + "\n" for line in lines)
            DisplayServer.clipboard_set(text)
            self._copied_line = text if len(self._carets) == 1 else ""

    def paste(self, caret_index: int = -1) -> None:
        """Puts the clipboard's text in at a caret; -1 for all carets.

        With as many lines as there are carets, each caret gets one.
        """
        if type(self)._paste is not TextEditClipboard._paste:
            self._paste(caret_index)
        elif (caret_index == -1 or not self._no_caret(caret_index)) and self._editable:
            self._put_in_copied(DisplayServer.clipboard_get(), caret_index)

    def _put_in_copied(self, text: str, caret_index: int) -> None:
        whole = self._copied_line
        alone = len(self._carets) == 1 and not self.has_selection(0)
        if alone and whole and whole == text.replace("\r", ""):
            self.insert_text(text, self._carets[0].line, 0)
            return
        lines = text.split("\n")
        one_each = caret_index == -1 and len(lines) == len(self._carets) > 1
        self.begin_complex_operation()
        self.begin_multicaret_edit()
        for place, number in enumerate(self.get_sorted_carets()):
            if caret_index in (-1, number):
                self.insert_text_at_caret(lines[place] if one_each else text, number)
        self.end_multicaret_edit()
        self.end_complex_operation()

    def paste_primary_clipboard(self, caret_index: int = -1) -> None:
        """Puts in, where the mouse is, what is selected elsewhere (X11)."""
        changed = type(self)._paste_primary_clipboard
        if changed is not TextEditClipboard._paste_primary_clipboard:
            self._paste_primary_clipboard(caret_index)
        elif caret_index == -1 or not self._no_caret(caret_index):
            self._put_in_primary(caret_index)

    def _put_in_primary(self, caret_index: int) -> None:
        text = DisplayServer.clipboard_get_primary() if self._editable else ""
        if not text:
            return
        if len(self._carets) == 1:
            self.deselect()
            at = self.get_line_column_at_pos(self._mouse_place())
            self.set_caret_line(at.y, True, False, -1)
            self.set_caret_column(at.x)
        self.insert_text_at_caret(text, caret_index)
        self.grab_focus()

    def _mouse_place(self) -> Vector2i:
        at = self.get_local_mouse_position()
        return Vector2i(int(at.x), int(at.y))

    # Composed text -------------------------------------------------------------------------------

    def _insert_composed(self, text: str) -> None:
        self.insert_text_at_caret(text)

    def _caret_foot(self) -> Vector2:
        return self.get_caret_draw_pos()

    def _set_ime_text(self, text: str, selection: tuple[int, int]) -> None:
        if text == self._ime_text and selection == self._ime_selection:
            return
        if text and self.has_selection():
            self.delete_selection()
        self._ime_text, self._ime_selection = text, selection
        for caret in self._carets:
            self._lines[caret.line].stamp = 0
        self._row_sums = self._tall = self._widest_known = None
        self.queue_redraw()

    def _row_x(self, row: ShapedText, column: int) -> float:
        return carets.caret_x(row, column) if row.glyphs else 0.0

    def _caret_edges(self, caret: Caret) -> tuple[int, int]:
        if not self._ime_text:
            return super()._caret_edges(caret)
        start = caret.column + self._ime_selection[0]
        row = self._rows(caret.line)[-1]
        found = next((r for r in self._rows(caret.line) if r.start <= start < r.end), row)
        x = int(self._row_x(found, start))
        return x, int(self._row_x(found, start + self._ime_selection[1]))
