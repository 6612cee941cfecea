"""The constants and signals of a TextEdit."""

from __future__ import annotations

from enum import IntEnum, IntFlag

from engine.core.signal import Signal
from engine.gui.control import Control


class TextEditConstants(Control):
    """The constants and signals of a text edit."""

    class MenuItems(IntEnum):
        """Numbers of the context menu's items."""

        MENU_CUT = 0
        MENU_COPY = 1
        MENU_PASTE = 2
        MENU_CLEAR = 3
        MENU_SELECT_ALL = 4
        MENU_UNDO = 5
        MENU_REDO = 6
        MENU_SUBMENU_TEXT_DIR = 7
        MENU_DIR_INHERITED = 8
        MENU_DIR_AUTO = 9
        MENU_DIR_LTR = 10
        MENU_DIR_RTL = 11
        MENU_DISPLAY_UCC = 12
        MENU_SUBMENU_INSERT_UCC = 13
        MENU_INSERT_LRM = 14
        MENU_INSERT_RLM = 15
        MENU_INSERT_LRE = 16
        MENU_INSERT_RLE = 17
        MENU_INSERT_LRO = 18
        MENU_INSERT_RLO = 19
        MENU_INSERT_PDF = 20
        MENU_INSERT_ALM = 21
        MENU_INSERT_LRI = 22
        MENU_INSERT_RLI = 23
        MENU_INSERT_FSI = 24
        MENU_INSERT_PDI = 25
        MENU_INSERT_ZWJ = 26
        MENU_INSERT_ZWNJ = 27
        MENU_INSERT_WJ = 28
        MENU_INSERT_SHY = 29
        MENU_EMOJI_AND_SYMBOL = 30
        MENU_MAX = 31

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

    MENU_CUT = MenuItems.MENU_CUT
    MENU_COPY = MenuItems.MENU_COPY
    MENU_PASTE = MenuItems.MENU_PASTE
    MENU_CLEAR = MenuItems.MENU_CLEAR
    MENU_SELECT_ALL = MenuItems.MENU_SELECT_ALL
    MENU_UNDO = MenuItems.MENU_UNDO
    MENU_REDO = MenuItems.MENU_REDO
    MENU_SUBMENU_TEXT_DIR = MenuItems.MENU_SUBMENU_TEXT_DIR
    MENU_DIR_INHERITED = MenuItems.MENU_DIR_INHERITED
    MENU_DIR_AUTO = MenuItems.MENU_DIR_AUTO
    MENU_DIR_LTR = MenuItems.MENU_DIR_LTR
    MENU_DIR_RTL = MenuItems.MENU_DIR_RTL
    MENU_DISPLAY_UCC = MenuItems.MENU_DISPLAY_UCC
    MENU_SUBMENU_INSERT_UCC = MenuItems.MENU_SUBMENU_INSERT_UCC
    MENU_INSERT_LRM = MenuItems.MENU_INSERT_LRM
    MENU_INSERT_RLM = MenuItems.MENU_INSERT_RLM
    MENU_INSERT_LRE = MenuItems.MENU_INSERT_LRE
    MENU_INSERT_RLE = MenuItems.MENU_INSERT_RLE
    MENU_INSERT_LRO = MenuItems.MENU_INSERT_LRO
    MENU_INSERT_RLO = MenuItems.MENU_INSERT_RLO
    MENU_INSERT_PDF = MenuItems.MENU_INSERT_PDF
    MENU_INSERT_ALM = MenuItems.MENU_INSERT_ALM
    MENU_INSERT_LRI = MenuItems.MENU_INSERT_LRI
    MENU_INSERT_RLI = MenuItems.MENU_INSERT_RLI
    MENU_INSERT_FSI = MenuItems.MENU_INSERT_FSI
    MENU_INSERT_PDI = MenuItems.MENU_INSERT_PDI
    MENU_INSERT_ZWJ = MenuItems.MENU_INSERT_ZWJ
    MENU_INSERT_ZWNJ = MenuItems.MENU_INSERT_ZWNJ
    MENU_INSERT_WJ = MenuItems.MENU_INSERT_WJ
    MENU_INSERT_SHY = MenuItems.MENU_INSERT_SHY
    MENU_EMOJI_AND_SYMBOL = MenuItems.MENU_EMOJI_AND_SYMBOL
    MENU_MAX = MenuItems.MENU_MAX
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
