"""The constants and signals of a TextEdit."""

from __future__ import annotations

from enum import IntEnum, IntFlag

from engine.core.signal import Signal
from engine.gui._text_field import TextField


class TextEditConstants(TextField):
    """The constants and signals of a text edit."""

    class EditAction(IntEnum):
        """What is being done, for undo: changes of one kind go together."""

        ACTION_NONE = 0
        ACTION_TYPING = 1
        ACTION_BACKSPACE = 2
        ACTION_DELETE = 3

    class SearchFlags(IntFlag):
        """How `search` looks."""

        SEARCH_MATCH_CASE = 1
        SEARCH_WHOLE_WORDS = 2
        SEARCH_BACKWARDS = 4

    class CaretType(IntEnum):
        """How the caret looks."""

        CARET_TYPE_LINE = 0
        CARET_TYPE_BLOCK = 1

    class SelectionMode(IntEnum):
        """How moving the mouse selects."""

        SELECTION_MODE_NONE = 0
        SELECTION_MODE_SHIFT = 1
        SELECTION_MODE_POINTER = 2
        SELECTION_MODE_WORD = 3
        SELECTION_MODE_LINE = 4

    class LineWrappingMode(IntEnum):
        """Whether long lines are wrapped."""

        LINE_WRAPPING_NONE = 0
        LINE_WRAPPING_BOUNDARY = 1

    class GutterType(IntEnum):
        """What a gutter shows."""

        GUTTER_TYPE_STRING = 0
        GUTTER_TYPE_ICON = 1
        GUTTER_TYPE_CUSTOM = 2

    ACTION_NONE = EditAction.ACTION_NONE
    ACTION_TYPING = EditAction.ACTION_TYPING
    ACTION_BACKSPACE = EditAction.ACTION_BACKSPACE
    ACTION_DELETE = EditAction.ACTION_DELETE
    SEARCH_MATCH_CASE = SearchFlags.SEARCH_MATCH_CASE
    SEARCH_WHOLE_WORDS = SearchFlags.SEARCH_WHOLE_WORDS
    SEARCH_BACKWARDS = SearchFlags.SEARCH_BACKWARDS
    CARET_TYPE_LINE = CaretType.CARET_TYPE_LINE
    CARET_TYPE_BLOCK = CaretType.CARET_TYPE_BLOCK
    SELECTION_MODE_NONE = SelectionMode.SELECTION_MODE_NONE
    SELECTION_MODE_SHIFT = SelectionMode.SELECTION_MODE_SHIFT
    SELECTION_MODE_POINTER = SelectionMode.SELECTION_MODE_POINTER
    SELECTION_MODE_WORD = SelectionMode.SELECTION_MODE_WORD
    SELECTION_MODE_LINE = SelectionMode.SELECTION_MODE_LINE
    LINE_WRAPPING_NONE = LineWrappingMode.LINE_WRAPPING_NONE
    LINE_WRAPPING_BOUNDARY = LineWrappingMode.LINE_WRAPPING_BOUNDARY
    GUTTER_TYPE_STRING = GutterType.GUTTER_TYPE_STRING
    GUTTER_TYPE_ICON = GutterType.GUTTER_TYPE_ICON
    GUTTER_TYPE_CUSTOM = GutterType.GUTTER_TYPE_CUSTOM

    text_set = Signal()
    text_changed = Signal()
    lines_edited_from = Signal("from_line", "to_line")
    caret_changed = Signal()
    gutter_clicked = Signal("line", "gutter")
    gutter_added = Signal()
    gutter_removed = Signal()
