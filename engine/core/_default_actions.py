"""The actions that are there without a project: those of the user interface.

Each line is an action and its events, in Godot's order. `Command` is Control, and Command on macOS.
Controller buttons and axes count for all devices, keys for the first. What ends in `.macos` stands
for another action there, and is an action by itself elsewhere.
"""

from __future__ import annotations

from engine.core._keycodes import is_character, keycode_of_name
from engine.core.input_enums import KeyModifierMask
from engine.core.input_event import ALL_DEVICES, InputEvent
from engine.core.input_event_joypad import InputEventJoypadButton, InputEventJoypadMotion
from engine.core.input_event_key import InputEventKey

DEADZONE = 0.5

_ACTIONS = """
ui_accept: Enter, Kp Enter, Space
ui_select: Button 3, Space
ui_cancel: Escape
ui_close_dialog: Escape
ui_close_dialog.macos: Meta+W, Escape
ui_focus_next: Tab
ui_focus_prev: Shift+Tab
ui_left: Left, Button 13, Axis 0 -1
ui_right: Right, Button 14, Axis 0 1
ui_up: Up, Button 11, Axis 1 -1
ui_down: Down, Button 12, Axis 1 1
ui_page_up: PageUp
ui_page_down: PageDown
ui_home: Home
ui_end: End
ui_accessibility_drag_and_drop:
ui_cut: Command+X, Shift+Delete
ui_copy: Command+C, Command+Insert
ui_focus_mode: Ctrl+M
ui_paste: Command+V, Shift+Insert
ui_undo: Command+Z
ui_redo: Command+Shift+Z, Command+Y
ui_text_completion_query: Ctrl+Space
ui_text_completion_accept: Tab, Enter, Kp Enter
ui_text_completion_replace: Shift+Tab, Shift+Enter, Shift+Kp Enter
ui_text_newline: Enter, Kp Enter
ui_text_newline_blank: Command+Enter, Command+Kp Enter
ui_text_newline_above: Command+Shift+Enter, Command+Shift+Kp Enter
ui_text_indent: Tab
ui_text_dedent: Shift+Tab
ui_text_backspace: Backspace, Shift+Backspace
ui_text_backspace_word: Command+Backspace
ui_text_backspace_word.macos: Alt+Backspace
ui_text_backspace_all_to_left:
ui_text_backspace_all_to_left.macos: Command+Backspace
ui_text_delete: Delete
ui_text_delete_word: Command+Delete
ui_text_delete_word.macos: Alt+Delete
ui_text_delete_all_to_right:
ui_text_delete_all_to_right.macos: Command+Delete
ui_text_caret_left: Left
ui_text_caret_word_left: Command+Left
ui_text_caret_word_left.macos: Alt+Left
ui_text_caret_right: Right
ui_text_caret_word_right: Command+Right
ui_text_caret_word_right.macos: Alt+Right
ui_text_caret_up: Up
ui_text_caret_down: Down
ui_text_caret_line_start: Home
ui_text_caret_line_start.macos: Ctrl+A, Command+Left, Home
ui_text_caret_line_end: End
ui_text_caret_line_end.macos: Ctrl+E, Command+Right, End
ui_text_caret_page_up: PageUp
ui_text_caret_page_down: PageDown
ui_text_caret_document_start: Command+Home
ui_text_caret_document_start.macos: Command+Up, Command+Home
ui_text_caret_document_end: Command+End
ui_text_caret_document_end.macos: Command+Down, Command+End
ui_text_caret_add_below: Command+Shift+Down
ui_text_caret_add_below.macos: Command+Shift+L
ui_text_caret_add_above: Command+Shift+Up
ui_text_caret_add_above.macos: Command+Shift+O
ui_text_scroll_up: Command+Up
ui_text_scroll_up.macos: Command+Alt+Up
ui_text_scroll_down: Command+Down
ui_text_scroll_down.macos: Command+Alt+Down
ui_text_select_all: Command+A
ui_text_select_word_under_caret: Alt+G
ui_text_select_word_under_caret.macos: Ctrl+Meta+G
ui_text_add_selection_for_next_occurrence: Command+D
ui_text_skip_selection_for_next_occurrence: Command+Alt+D
ui_text_clear_carets_and_selection: Escape
ui_text_toggle_insert_mode: Insert
ui_menu: Menu
ui_text_submit: Enter, Kp Enter
ui_unicode_start: Ctrl+Shift+U
ui_graph_duplicate: Command+D
ui_graph_delete: Delete
ui_graph_follow_left: Command+Left
ui_graph_follow_left.macos: Alt+Left
ui_graph_follow_right: Command+Right
ui_graph_follow_right.macos: Alt+Right
ui_filedialog_delete: Delete
ui_filedialog_up_one_level: Backspace
ui_filedialog_refresh: F5
ui_filedialog_show_hidden: H
ui_filedialog_find: Command+F
ui_filedialog_focus_path: Command+L
ui_filedialog_focus_path.macos: Command+G, Command+L
ui_swap_input_direction: Command+QuoteLeft
ui_colorpicker_delete_preset: Button 2, Delete
"""


def default_actions() -> dict[str, list[InputEvent]]:
    """The events of each action, made anew."""
    actions = {}
    for line in _ACTIONS.strip().splitlines():
        name, _, events = line.partition(":")
        actions[name] = [_event(text.strip()) for text in events.split(",") if text.strip()]
    return actions


def _event(text: str) -> InputEvent:
    kind, _, rest = text.partition(" ")
    if kind == "Button":
        button = InputEventJoypadButton()
        button.button_index = int(rest)
        button.device = ALL_DEVICES
        return button
    if kind == "Axis":
        axis, direction = rest.split()
        motion = InputEventJoypadMotion()
        motion.axis = int(axis)
        motion.axis_value = float(direction)
        motion.device = ALL_DEVICES
        return motion
    return _key(text)


def _key(text: str) -> InputEventKey:
    key = InputEventKey()
    key.command_or_control_autoremap = text.startswith("Command+")
    code = keycode_of_name(text.replace("Command+", "Ctrl+"))
    key._keycode = code & KeyModifierMask.KEY_CODE_MASK
    key._modifiers = code & KeyModifierMask.KEY_MODIFIER_MASK
    if is_character(key._keycode):
        key._unicode = key._keycode
    return key
