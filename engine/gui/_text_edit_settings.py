"""What a TextEdit is set to: the settings that stand on their own.

`TextEdit` is a chain of classes, one for each theme and file:

    TextEditConstants -> TextEditSettings -> TextEditLines -> TextEditGutters -> TextEditScroll
    -> TextEditPlaces -> TextEditCarets -> TextEditSelection -> TextEditUndo -> TextEditWords
    -> TextEditChanges -> TextEditMoves -> TextEditClipboard -> TextEditIme -> TextEditMenu
    -> TextEditMouse -> TextEditInput -> TextEditDrawing -> TextEdit
"""

from __future__ import annotations

from typing import Any

from engine.core import output
from engine.core.accessors import accessors
from engine.gui._text_edit_constants import TextEditConstants


class TextEditSettings(TextEditConstants):
    """Settings of a text edit."""

    _copies_lines: bool = True
    _indent_wrapped: bool = False
    _tab_input: bool = True
    _caret_when_read_only: bool = False
    _right_click_moves: bool = True
    _highlight_occurrences: bool = False
    _highlight_line: bool = False
    _draw_tabs: bool = False
    _draw_spaces: bool = False
    _default_separators: bool = True
    _custom_separators_on: bool = False
    _minimap: bool = False
    _caret_type: TextEditConstants.CaretType = TextEditConstants.CARET_TYPE_LINE
    _overtype: bool = False
    _custom_separators: str = ""
    _minimap_width: int = 80
    _highlighter: Any = None
    _tooltip_function: Any = None
    _tab_size: int = 4

    def _measures_changed(self) -> None:
        """Every line looks different now: it is measured and painted anew."""

    def _wrap_again(self, force: bool = False) -> None:
        """Takes the room that there is for lines, and wraps them anew when that changed."""

    # On or off -----------------------------------------------------------------------------------

    def set_empty_selection_clipboard_enabled(self, enabled: bool) -> None:
        """Sets whether cutting and copying take whole lines when nothing is selected."""
        self._copies_lines = bool(enabled)

    def is_empty_selection_clipboard_enabled(self) -> bool:
        """Whether cutting and copying take whole lines when nothing is selected."""
        return self._copies_lines

    empty_selection_clipboard_enabled = accessors(
        is_empty_selection_clipboard_enabled, set_empty_selection_clipboard_enabled
    )

    def set_indent_wrapped_lines(self, enabled: bool) -> None:
        """Sets whether the wrapped rest of a line is indented as its start is."""
        if bool(enabled) is not self._indent_wrapped:
            self._indent_wrapped = bool(enabled)
            self._measures_changed()

    def is_indent_wrapped_lines(self) -> bool:
        """Whether the wrapped rest of a line is indented as its start is."""
        return self._indent_wrapped

    indent_wrapped_lines = accessors(is_indent_wrapped_lines, set_indent_wrapped_lines)

    def set_tab_input_mode(self, enabled: bool) -> None:
        """Sets whether Tab types a tab, rather than going to the next control."""
        self._tab_input = bool(enabled)

    def get_tab_input_mode(self) -> bool:
        """Whether Tab types a tab, rather than going to the next control."""
        return self._tab_input

    tab_input_mode = accessors(get_tab_input_mode, set_tab_input_mode)

    def set_draw_caret_when_editable_disabled(self, enable: bool) -> None:
        """Sets whether the caret is shown in a text that cannot be edited."""
        if bool(enable) is not self._caret_when_read_only:
            self._caret_when_read_only = bool(enable)
            self.queue_redraw()

    def is_drawing_caret_when_editable_disabled(self) -> bool:
        """Whether the caret is shown in a text that cannot be edited."""
        return self._caret_when_read_only

    caret_draw_when_editable_disabled = accessors(
        is_drawing_caret_when_editable_disabled, set_draw_caret_when_editable_disabled
    )

    def set_move_caret_on_right_click_enabled(self, enable: bool) -> None:
        """Sets whether the right mouse button puts the caret where it is pressed."""
        self._right_click_moves = bool(enable)

    def is_move_caret_on_right_click_enabled(self) -> bool:
        """Whether the right mouse button puts the caret where it is pressed."""
        return self._right_click_moves

    caret_move_on_right_click = accessors(
        is_move_caret_on_right_click_enabled, set_move_caret_on_right_click_enabled
    )

    def set_highlight_all_occurrences(self, enabled: bool) -> None:
        """Sets whether what is selected is shown wherever else it occurs."""
        if bool(enabled) is not self._highlight_occurrences:
            self._highlight_occurrences = bool(enabled)
            self.queue_redraw()

    def is_highlight_all_occurrences_enabled(self) -> bool:
        """Whether what is selected is shown wherever else it occurs."""
        return self._highlight_occurrences

    highlight_all_occurrences = accessors(
        is_highlight_all_occurrences_enabled, set_highlight_all_occurrences
    )

    def set_highlight_current_line(self, enabled: bool) -> None:
        """Sets whether the lines of the carets are shown."""
        if bool(enabled) is not self._highlight_line:
            self._highlight_line = bool(enabled)
            self.queue_redraw()

    def is_highlight_current_line_enabled(self) -> bool:
        """Whether the lines of the carets are shown."""
        return self._highlight_line

    highlight_current_line = accessors(
        is_highlight_current_line_enabled, set_highlight_current_line
    )

    def set_draw_tabs(self, enabled: bool) -> None:
        """Sets whether tabs are shown as arrows."""
        if bool(enabled) is not self._draw_tabs:
            self._draw_tabs = bool(enabled)
            self.queue_redraw()

    def is_drawing_tabs(self) -> bool:
        """Whether tabs are shown as arrows."""
        return self._draw_tabs

    draw_tabs = accessors(is_drawing_tabs, set_draw_tabs)

    def set_draw_spaces(self, enabled: bool) -> None:
        """Sets whether spaces are shown as dots."""
        if bool(enabled) is not self._draw_spaces:
            self._draw_spaces = bool(enabled)
            self.queue_redraw()

    def is_drawing_spaces(self) -> bool:
        """Whether spaces are shown as dots."""
        return self._draw_spaces

    draw_spaces = accessors(is_drawing_spaces, set_draw_spaces)

    def set_use_default_word_separators(self, enabled: bool) -> None:
        """Sets whether spaces and punctuation end a word."""
        self._default_separators = bool(enabled)

    def is_default_word_separators_enabled(self) -> bool:
        """Whether spaces and punctuation end a word."""
        return self._default_separators

    use_default_word_separators = accessors(
        is_default_word_separators_enabled, set_use_default_word_separators
    )

    def set_use_custom_word_separators(self, enabled: bool) -> None:
        """Sets whether `custom_word_separators` end a word."""
        self._custom_separators_on = bool(enabled)

    def is_custom_word_separators_enabled(self) -> bool:
        """Whether `custom_word_separators` end a word."""
        return self._custom_separators_on

    use_custom_word_separators = accessors(
        is_custom_word_separators_enabled, set_use_custom_word_separators
    )

    def set_draw_minimap(self, enabled: bool) -> None:
        """Sets whether a small picture of the whole text stands at the right."""
        if bool(enabled) is not self._minimap:
            self._minimap = bool(enabled)
            self._wrap_again()

    def is_drawing_minimap(self) -> bool:
        """Whether a small picture of the whole text stands at the right."""
        return self._minimap

    minimap_draw = accessors(is_drawing_minimap, set_draw_minimap)

    # Others --------------------------------------------------------------------------------------

    def set_caret_type(self, type: int) -> None:
        """Sets how the caret looks."""
        self._caret_type = TextEditConstants.CaretType(type)
        self.queue_redraw()

    def get_caret_type(self) -> TextEditConstants.CaretType:
        """How the caret looks."""
        return self._caret_type

    caret_type = accessors(get_caret_type, set_caret_type)

    def set_caret_blink_interval(self, interval: float) -> None:
        """Sets the seconds for which the caret is shown, and hidden."""
        if interval > 0.0:
            self._caret_interval = float(interval)
        else:
            output.error('Condition "p_interval <= 0" is true.')

    caret_blink_interval = accessors(
        TextEditConstants.get_caret_blink_interval, set_caret_blink_interval
    )

    def set_overtype_mode_enabled(self, enabled: bool) -> None:
        """Sets whether what is typed takes the place of the character behind the caret."""
        if bool(enabled) is not self._overtype:
            self._overtype = bool(enabled)
            self.queue_redraw()

    def is_overtype_mode_enabled(self) -> bool:
        """Whether what is typed takes the place of the character behind the caret."""
        return self._overtype

    def set_custom_word_separators(self, custom_word_separators: str) -> None:
        """Sets characters that end a word, besides the usual ones."""
        self._custom_separators = str(custom_word_separators)

    def get_custom_word_separators(self) -> str:
        """Characters that end a word, besides the usual ones."""
        return self._custom_separators

    custom_word_separators = accessors(get_custom_word_separators, set_custom_word_separators)

    def set_tab_size(self, size: int) -> None:
        """Sets how many spaces a tab is wide."""
        if size <= 0:
            output.error("Tab size must be greater than 0.")
        elif size != self._tab_size:
            self._tab_size = int(size)
            self._shape_again()

    def get_tab_size(self) -> int:
        """How many spaces a tab is wide."""
        return self._tab_size

    def set_minimap_width(self, width: int) -> None:
        """Sets how wide the minimap is, in pixels."""
        if width != self._minimap_width:
            self._minimap_width = int(width)
            self._wrap_again()

    def get_minimap_width(self) -> int:
        """How wide the minimap is, in pixels."""
        return self._minimap_width

    minimap_width = accessors(get_minimap_width, set_minimap_width)

    def set_syntax_highlighter(self, syntax_highlighter: Any) -> None:
        """Sets what gives colours to parts of lines.

        It is any object with a method `get_line_syntax_highlighting(line)`, which returns a
        dictionary: columns, and from each of them on `{"color": ...}`.
        """
        self._highlighter = syntax_highlighter
        self.queue_redraw()

    def get_syntax_highlighter(self) -> Any:
        """What gives colours to parts of lines."""
        return self._highlighter

    syntax_highlighter = accessors(get_syntax_highlighter, set_syntax_highlighter)

    def set_tooltip_request_func(self, callback: Any) -> None:
        """Sets a function that gets the word under the mouse and returns its tooltip."""
        self._tooltip_function = callback
