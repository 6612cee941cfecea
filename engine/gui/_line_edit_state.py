"""What a LineEdit holds: its constants, signals and settings.

`LineEdit` is a chain of classes, one for each theme and file:

    LineEditState -> LineEditText -> LineEditMeasures -> LineEditInput -> LineEdit
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from engine.core.accessors import accessors
from engine.core.geometry_enums import HorizontalAlignment
from engine.core.signal import Signal
from engine.gui._text_field import TextField
from engine.servers._shaped_text import ShapedText

if TYPE_CHECKING:
    from engine.gui.texture_2d import Texture2D


class LineEditState(TextField):
    """The state, constants, signals and settings of a line of text."""

    class VirtualKeyboardType(IntEnum):
        """What kind of keyboard is shown on the screen."""

        KEYBOARD_TYPE_DEFAULT = 0
        KEYBOARD_TYPE_MULTILINE = 1
        KEYBOARD_TYPE_NUMBER = 2
        KEYBOARD_TYPE_NUMBER_DECIMAL = 3
        KEYBOARD_TYPE_PHONE = 4
        KEYBOARD_TYPE_EMAIL_ADDRESS = 5
        KEYBOARD_TYPE_PASSWORD = 6
        KEYBOARD_TYPE_URL = 7

    class ExpandMode(IntEnum):
        """How large the icon is."""

        EXPAND_MODE_ORIGINAL_SIZE = 0
        EXPAND_MODE_FIT_TO_TEXT = 1
        EXPAND_MODE_FIT_TO_LINE_EDIT = 2

    KEYBOARD_TYPE_DEFAULT = VirtualKeyboardType.KEYBOARD_TYPE_DEFAULT
    KEYBOARD_TYPE_MULTILINE = VirtualKeyboardType.KEYBOARD_TYPE_MULTILINE
    KEYBOARD_TYPE_NUMBER = VirtualKeyboardType.KEYBOARD_TYPE_NUMBER
    KEYBOARD_TYPE_NUMBER_DECIMAL = VirtualKeyboardType.KEYBOARD_TYPE_NUMBER_DECIMAL
    KEYBOARD_TYPE_PHONE = VirtualKeyboardType.KEYBOARD_TYPE_PHONE
    KEYBOARD_TYPE_EMAIL_ADDRESS = VirtualKeyboardType.KEYBOARD_TYPE_EMAIL_ADDRESS
    KEYBOARD_TYPE_PASSWORD = VirtualKeyboardType.KEYBOARD_TYPE_PASSWORD
    KEYBOARD_TYPE_URL = VirtualKeyboardType.KEYBOARD_TYPE_URL
    EXPAND_MODE_ORIGINAL_SIZE = ExpandMode.EXPAND_MODE_ORIGINAL_SIZE
    EXPAND_MODE_FIT_TO_TEXT = ExpandMode.EXPAND_MODE_FIT_TO_TEXT
    EXPAND_MODE_FIT_TO_LINE_EDIT = ExpandMode.EXPAND_MODE_FIT_TO_LINE_EDIT

    text_changed = Signal("new_text")
    text_change_rejected = Signal("rejected_substring")
    text_submitted = Signal("new_text")
    editing_toggled = Signal("toggled_on")

    _text: str = ""
    _placeholder: str = ""
    _alignment: HorizontalAlignment = HorizontalAlignment.HORIZONTAL_ALIGNMENT_LEFT
    _max_length: int = 0
    _editing: bool = False
    _secret: bool = False
    _secret_character: str = "\u2022"
    _caret: int = 0
    _scroll: float = 0.0  # of the text, from 0 to the left
    _expand: bool = False
    _clear_button: bool = False
    _keep_editing: bool = False
    _flat: bool = False
    _select_on_focus: bool = False
    _keyboard_type: VirtualKeyboardType = VirtualKeyboardType.KEYBOARD_TYPE_DEFAULT
    _caret_forced: bool = False
    _right_icon: Texture2D | None = None
    _icon_mode: ExpandMode = ExpandMode.EXPAND_MODE_ORIGINAL_SIZE
    _icon_scale: float = 1.0
    _shaped: ShapedText | None = None
    _full_width: float = 0.0

    def _show_caret(self) -> None:
        """Scrolls so that the caret is seen."""

    # Settings ------------------------------------------------------------------------------------
    # Some of Godot's arguments have other names here than in `TextEdit`.

    def set_context_menu_enabled(self, enable: bool) -> None:
        """Sets whether the right mouse button opens a menu."""
        super().set_context_menu_enabled(enable)

    def set_shortcut_keys_enabled(self, enable: bool) -> None:
        """Sets whether keys for clipboard, undo and selecting work."""
        super().set_shortcut_keys_enabled(enable)

    def set_middle_mouse_paste_enabled(self, enable: bool) -> None:
        """Sets whether the middle mouse button pastes what is selected elsewhere (X11)."""
        super().set_middle_mouse_paste_enabled(enable)

    def set_draw_control_chars(self, enable: bool) -> None:
        """Sets whether control characters are shown."""
        super().set_draw_control_chars(enable)

    def set_virtual_keyboard_enabled(self, enable: bool) -> None:
        """Sets whether a keyboard on the screen is shown, where there is one."""
        super().set_virtual_keyboard_enabled(enable)

    def set_keep_editing_on_text_submit(self, enable: bool) -> None:
        """Sets whether editing goes on after Enter."""
        self._keep_editing = bool(enable)

    def is_editing_kept_on_text_submit(self) -> bool:
        """Whether editing goes on after Enter."""
        return self._keep_editing

    keep_editing_on_text_submit = accessors(
        is_editing_kept_on_text_submit, set_keep_editing_on_text_submit
    )

    def set_flat(self, enabled: bool) -> None:
        """Sets whether its box is left out."""
        self._flat = bool(enabled)
        self.queue_redraw()

    def is_flat(self) -> bool:
        """Whether its box is left out."""
        return self._flat

    flat = accessors(is_flat, set_flat)

    def set_select_all_on_focus(self, enabled: bool) -> None:
        """Sets whether getting the focus selects everything."""
        self._select_on_focus = bool(enabled)

    def is_select_all_on_focus(self) -> bool:
        """Whether getting the focus selects everything."""
        return self._select_on_focus

    select_all_on_focus = accessors(is_select_all_on_focus, set_select_all_on_focus)

    def set_caret_force_displayed(self, enabled: bool) -> None:
        """Sets whether the caret is shown without the focus."""
        self._caret_forced = bool(enabled)
        self.queue_redraw()

    def is_caret_force_displayed(self) -> bool:
        """Whether the caret is shown without the focus."""
        return self._caret_forced

    caret_force_displayed = accessors(is_caret_force_displayed, set_caret_force_displayed)

    def set_placeholder(self, text: str) -> None:
        """Sets what is shown while the text is empty."""
        if str(text) != self._placeholder:
            self._placeholder = str(text)
            self._shape_again()

    def get_placeholder(self) -> str:
        """What is shown while the text is empty."""
        return self._placeholder

    placeholder_text = accessors(get_placeholder, set_placeholder)

    def set_horizontal_alignment(self, alignment: int) -> None:
        """Sets where a text stands that is shorter than the line."""
        if not 0 <= alignment < 4:
            return
        if alignment != self._alignment:
            self._alignment = HorizontalAlignment(alignment)
            self._shape_again()

    def get_horizontal_alignment(self) -> HorizontalAlignment:
        """Where a text stands that is shorter than the line."""
        return self._alignment

    alignment = accessors(get_horizontal_alignment, set_horizontal_alignment)

    def set_secret(self, enabled: bool) -> None:
        """Sets whether every character is shown as `secret_character`."""
        if bool(enabled) is not self._secret:
            self._secret = bool(enabled)
            self._shape_again()
            self._show_caret()

    def is_secret(self) -> bool:
        """Whether every character is shown as `secret_character`."""
        return self._secret

    secret = accessors(is_secret, set_secret)

    def set_secret_character(self, character: str) -> None:
        """Sets the character that is shown for each one of a secret."""
        if str(character) != self._secret_character:
            self._secret_character = str(character)
            self._shape_again()
            self._show_caret()

    def get_secret_character(self) -> str:
        """The character that is shown for each one of a secret."""
        return self._secret_character

    secret_character = accessors(get_secret_character, set_secret_character)

    def set_expand_to_text_length_enabled(self, enabled: bool) -> None:
        """Sets whether the line is at least as wide as its text."""
        self._expand = bool(enabled)
        self.update_minimum_size()
        self._shape_again()

    def is_expand_to_text_length_enabled(self) -> bool:
        """Whether the line is at least as wide as its text."""
        return self._expand

    expand_to_text_length = accessors(
        is_expand_to_text_length_enabled, set_expand_to_text_length_enabled
    )

    def set_clear_button_enabled(self, enable: bool) -> None:
        """Sets whether a button that clears the text is shown when there is some."""
        if bool(enable) is not self._clear_button:
            self._clear_button = bool(enable)
            self.update_minimum_size()
            self._shape_again()

    def is_clear_button_enabled(self) -> bool:
        """Whether a button that clears the text is shown when there is some."""
        return self._clear_button

    clear_button_enabled = accessors(is_clear_button_enabled, set_clear_button_enabled)

    def set_virtual_keyboard_type(self, type: int) -> None:
        """Sets which keyboard is shown on the screen."""
        self._keyboard_type = LineEditState.VirtualKeyboardType(type)

    def get_virtual_keyboard_type(self) -> VirtualKeyboardType:
        """Which keyboard is shown on the screen."""
        return self._keyboard_type

    virtual_keyboard_type = accessors(get_virtual_keyboard_type, set_virtual_keyboard_type)

    def set_caret_blink_enabled(self, enabled: bool) -> None:
        """Sets whether the caret blinks."""
        if bool(enabled) is not self._caret_blink:
            self._caret_blink = bool(enabled)
            self._caret_shown = True
            self._caret_time = 0.0
            self.set_process_internal(self._caret_blink and self.has_focus())
            self.queue_redraw()

    caret_blink = accessors(TextField.is_caret_blink_enabled, set_caret_blink_enabled)

    def set_caret_blink_interval(self, interval: float) -> None:
        """Sets the seconds for which the caret is shown, and hidden."""
        if interval > 0.0:
            self._caret_interval = float(interval)

    caret_blink_interval = accessors(TextField.get_caret_blink_interval, set_caret_blink_interval)

    def set_right_icon(self, icon: Texture2D | None) -> None:
        """Sets a picture at the right end; it gives way to the clear button."""
        if icon is not self._right_icon:
            self._right_icon = icon
            self.update_minimum_size()
            self._shape_again()

    def get_right_icon(self) -> Texture2D | None:
        """The picture at the right end."""
        return self._right_icon

    right_icon = accessors(get_right_icon, set_right_icon)

    def set_icon_expand_mode(self, mode: int) -> None:
        """Sets how large the icon is."""
        self._icon_mode = LineEditState.ExpandMode(mode)
        self.update_minimum_size()
        self.queue_redraw()

    def get_icon_expand_mode(self) -> ExpandMode:
        """How large the icon is."""
        return self._icon_mode

    icon_expand_mode = accessors(get_icon_expand_mode, set_icon_expand_mode)

    def set_right_icon_scale(self, scale: float) -> None:
        """Sets a factor for the icon's size."""
        self._icon_scale = float(scale)
        self.update_minimum_size()
        self.queue_redraw()

    def get_right_icon_scale(self) -> float:
        """A factor for the icon's size."""
        return self._icon_scale

    right_icon_scale = accessors(get_right_icon_scale, set_right_icon_scale)
