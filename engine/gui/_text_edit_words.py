"""Words of a TextEdit, and looking for text in it."""

from __future__ import annotations

import unicodedata

from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui._text_edit_undo import TextEditUndo
from engine.servers._text_breaks import is_space

# What ends a word by default; an underscore does not.
_SEPARATORS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~")
_SYMBOLS = _SEPARATORS | {" ", "\t"}


class TextEditWords(TextEditUndo):
    """Where words are."""

    _search_text: str = ""
    _search_flags: int = 0

    # Words ---------------------------------------------------------------------------------------

    def _words(self, line: int) -> list[tuple[int, int]]:
        """Where the words of a line begin and end."""
        separators = set(_SEPARATORS) if self._default_separators else set()
        if self._custom_separators_on:
            separators.update(self._custom_separators)
        return word_spans(self._lines[line].text, separators)

    def select_word_under_caret(self, caret_index: int = -1) -> None:
        """Selects the word that a caret is in, or drops its selection; -1 for all carets."""
        if caret_index != -1 and self._no_caret(caret_index):
            return
        self._push_op()
        if not self._selecting or (len(self._lines) == 1 and not self._lines[0].text):
            return
        numbers = range(len(self._carets)) if caret_index == -1 else (caret_index,)
        for number in numbers:
            caret = self._carets[number]
            if self._selects(caret):
                self.deselect(number)
                continue
            for start, end in self._words(caret.line):
                if start <= caret.column <= end:
                    if end:
                        self.select(caret.line, start, caret.line, end, number)
                    break
        self.merge_overlapping_carets()

    def get_word_under_caret(self, caret_index: int = -1) -> str:
        """The word that a caret is in; -1 for those of all carets, one below the other."""
        if caret_index != -1 and self._no_caret(caret_index):
            return ""
        found = ""
        last = len(self._carets) - 1 if caret_index == -1 else caret_index
        for number in range(last + 1) if caret_index == -1 else (caret_index,):
            caret = self._carets[number]
            for start, end in self._words(caret.line):
                if start <= caret.column < end:
                    found += self._lines[caret.line].text[start:end]
                    found += "\n" if number != last else ""
                    break
        return found

    def get_word_at_pos(self, position: Vector2) -> str:
        """The word at a point, or what is between the quotation marks there."""
        point = Vector2i(int(position.x), int(position.y))
        at = self.get_line_column_at_pos(point, False, False)
        if at.y < 0:
            return ""
        text = self._lines[at.y].text
        if not text:
            return ""
        span = _word_around(text, at.x)
        if span is None:
            return ""
        quoted = _quoted_around(text, at.x)
        return text[slice(*(quoted or span))]

    # Looking for text ----------------------------------------------------------------------------

    def set_search_text(self, search_text: str) -> None:
        """Sets a text that is marked wherever it occurs; empty for none."""
        self._search_text = str(search_text)
        self.queue_redraw()

    def set_search_flags(self, flags: int) -> None:
        """Sets how that text is looked for: a sum of `SEARCH_*`."""
        self._search_flags = int(flags)
        self.queue_redraw()

    def search(self, text: str, flags: int, from_line: int, from_column: int) -> Vector2i:
        """Looks for text, through all lines and on from the other end; it is within a line.

        Args:
            text: what to look for.
            flags: a sum of `SEARCH_*`.
            from_line: where to begin.
            from_column: where to begin in that line.

        Returns:
            Column (x) and line (y) of what was found; (-1, -1) when nothing was.
        """
        if not text:
            return Vector2i(-1, -1)
        if self._no_line(from_line, "p_from_line"):
            return Vector2i(-1, -1)
        if self._no_column(from_line, from_column, "p_from_column"):
            return Vector2i(-1, -1)
        count = len(self._lines)
        back = bool(flags & TextEditWords.SEARCH_BACKWARDS)
        for turn in range(count + 1):
            line = (from_line + (-turn if back else turn)) % count
            found = find_all(self._lines[line].text, text, int(flags))
            if turn == 0:
                found = [
                    hit for hit in found if (hit <= from_column if back else hit >= from_column)
                ]
                late = from_column > len(self._lines[line].text) - len(text)
                if back and late and not flags & TextEditWords.SEARCH_MATCH_CASE:
                    continue  # Godot does not look here when what it looks for does not fit
            if found:
                return Vector2i(found[-1] if back else found[0], line)
        return Vector2i(-1, -1)

    def add_selection_for_next_occurrence(self) -> None:
        """Selects the word at the last caret; if it has a selection, also what is like it next."""
        if not self._selecting or self._multicaret_depth > 0:
            return
        if len(self._lines) == 1 and not self._lines[0].text:
            return
        last = len(self._carets) - 1
        if not self.has_selection(last):
            self.select_word_under_caret(last)
            return
        start = self._span(self._carets[last])[0]
        self._select_next(self.get_selected_text(last), start)

    def _select_next(self, text: str, start: tuple[int, int]) -> None:
        """Adds a caret that selects what comes next behind a place and says the same."""
        line, column = start
        found = self.search(text, TextEditWords.SEARCH_MATCH_CASE, line, column + 1)
        if found.x < 0:
            return
        end = found.x + len(text)
        number = self.add_caret(found.y, end)
        if number != -1:
            self.select(found.y, found.x, found.y, end, number)
            self.adjust_viewport_to_caret(number)
            self.merge_overlapping_carets()

    def skip_selection_for_next_occurrence(self) -> None:
        """Goes on from the last selection, or word, to what is like it next."""
        if not self._selecting:
            return
        if len(self._lines) == 1 and not self._lines[0].text:
            return
        last = len(self._carets) - 1
        caret = self._carets[last]
        selects = self._selects(caret)
        text = self.get_selected_text(last) if selects else self.get_word_under_caret(last)
        column = self._span(caret)[0][1] + 1
        found = self.search(text, TextEditWords.SEARCH_MATCH_CASE, caret.line, column)
        if found.x < 0:
            return
        end = found.x + (len(text) if selects else 0)
        number = self.add_caret(found.y, end)
        if number != -1:
            self.select(found.y, found.x, found.y, end, number)
            self.adjust_viewport_to_caret(number)
        if len(self._carets) > 1:
            self.remove_caret(last)
        else:
            self.deselect(last)


def word_spans(text: str, separators: set[str]) -> list[tuple[int, int]]:
    """The words of a text; without separators, all punctuation but the underscore ends one."""
    found = []
    start = 0
    for place, character in enumerate(text):
        if separators:
            ends = character in separators or is_space(character) or character == "\t"
        else:
            ends = is_space(character) or character == "\t" or _is_punctuation(character)
        if ends:
            if start != place:
                found.append((start, place))
            start = place + 1
    if start != len(text):
        found.append((start, len(text)))
    return found


def _is_punctuation(character: str) -> bool:
    return character != "_" and unicodedata.category(character).startswith("P")


def find_all(text: str, sought: str, flags: int) -> list[int]:
    """Where a text occurs in a line."""
    if not flags & TextEditWords.SEARCH_MATCH_CASE:
        text, sought = text.lower(), sought.lower()
    whole = bool(flags & TextEditWords.SEARCH_WHOLE_WORDS)
    found = []
    place = text.find(sought)
    while place >= 0:
        if not whole or _stands_alone(text, place, sought):
            found.append(place)
        place = text.find(sought, place + 1)
    return found


def _stands_alone(text: str, place: int, sought: str) -> bool:
    if sought[0] not in _SYMBOLS and place > 0 and text[place - 1] not in _SYMBOLS:
        return False
    end = place + len(sought)
    return not (sought[-1] not in _SYMBOLS and end < len(text) and text[end] not in _SYMBOLS)


def _word_around(text: str, column: int) -> tuple[int, int] | None:
    """The run of letters, or of symbols, around a column; None in white space."""
    start = min(max(column, 0), len(text))
    at_end = start == len(text)
    if not at_end and text[start] <= " ":
        return None
    symbol = not at_end and text[start] in _SYMBOLS
    end = start
    while start > 0 and text[start - 1] > " " and (text[start - 1] in _SYMBOLS) is symbol:
        start -= 1
    while end < len(text) and text[end] > " " and (text[end] in _SYMBOLS) is symbol:
        end += 1
    return start, end


def _quoted_around(text: str, column: int) -> tuple[int, int] | None:
    """What is between quotation marks around a column."""
    mark, begins = "", 0
    for place, character in enumerate(text):
        if character not in "\"'" or (place and text[place - 1] == "\\"):
            continue
        if not mark:
            mark, begins = character, place + 1
        elif character == mark:
            mark = ""
            if begins <= column <= place:
                return begins, place
    return None
