"""What a LineEdit holds: its constants, signals and settings.

`LineEdit` is a chain of classes, one for each theme and file:

    LineEditState -> LineEditText -> LineEditInput -> LineEdit
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from engine.core.accessors import accessors
from engine.core.geometry_enums import HorizontalAlignment
from engine.core.signal import Signal
from engine.gui.control import Control
from engine.servers._shaped_text import ShapedText
from engine.servers.text_server import TextServer

if TYPE_CHECKING:
    from engine.gui.texture_2d import Texture2D


class LineEditState(Control):
    """The state, constants, signals and settings of a line of text."""

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
    _editable: bool = True
    _editing: bool = False
    _secret: bool = False
    _secret_character: str = "\u2022"
    _caret: int = 0
    _scroll: float = 0.0  # of the text, from 0 to the left
    _expand: bool = False
    _clear_button: bool = False
    _keep_editing: bool = False
    _context_menu: bool = True
    _emoji_menu: bool = True
    _backspace_composite: bool = False
    _shortcut_keys: bool = True
    _middle_paste: bool = True
    _selecting: bool = True
    _deselect_on_loss: bool = True
    _drag_selection: bool = True
    _flat: bool = False
    _control_chars: bool = False
    _select_on_focus: bool = False
    _virtual_keyboard: bool = True
    _keyboard_on_focus: bool = True
    _keyboard_type: VirtualKeyboardType = VirtualKeyboardType.KEYBOARD_TYPE_DEFAULT
    _caret_forced: bool = False
    _caret_blink: bool = False
    _caret_interval: float = 0.65
    _caret_shown: bool = True  # while it blinks
    _caret_time: float = 0.0
    _mid_grapheme: bool = False
    _text_direction: Control.TextDirection = Control.TEXT_DIRECTION_AUTO
    _language: str = ""
    _bidi_parser: TextServer.StructuredTextParser = TextServer.STRUCTURED_TEXT_DEFAULT
    _bidi_options: list[Any]
    _right_icon: Texture2D | None = None
    _icon_mode: ExpandMode = ExpandMode.EXPAND_MODE_ORIGINAL_SIZE
    _icon_scale: float = 1.0
    _ime_text: str = ""
    _ime_selection: tuple[int, int] = (0, 0)
    _shaped: ShapedText | None = None
    _full_width: float = 0.0

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._bidi_options = []
        self._focus_mode = Control.FOCUS_ALL
        self._cursor_shape = Control.CURSOR_IBEAM
        return self

    def _text_changed_look(self) -> None:
        """The text looks different now: it is measured and painted anew."""

    def _show_caret(self) -> None:
        """Scrolls so that the caret is seen."""

    # Settings ------------------------------------------------------------------------------------

    def set_keep_editing_on_text_submit(self, enable: bool) -> None:
        """Sets whether editing goes on after Enter."""
        self._keep_editing = bool(enable)

    def is_editing_kept_on_text_submit(self) -> bool:
        """Whether editing goes on after Enter."""
        return self._keep_editing

    keep_editing_on_text_submit = accessors(
        is_editing_kept_on_text_submit, set_keep_editing_on_text_submit
    )

    def set_context_menu_enabled(self, enable: bool) -> None:
        """Sets whether the right mouse button opens a menu."""
        self._context_menu = bool(enable)

    def is_context_menu_enabled(self) -> bool:
        """Whether the right mouse button opens a menu."""
        return self._context_menu

    context_menu_enabled = accessors(is_context_menu_enabled, set_context_menu_enabled)

    def set_emoji_menu_enabled(self, enable: bool) -> None:
        """Sets whether the menu offers emoji, where the system has a picker."""
        self._emoji_menu = bool(enable)

    def is_emoji_menu_enabled(self) -> bool:
        """Whether the menu offers emoji, where the system has a picker."""
        return self._emoji_menu

    emoji_menu_enabled = accessors(is_emoji_menu_enabled, set_emoji_menu_enabled)

    def set_backspace_deletes_composite_character_enabled(self, enable: bool) -> None:
        """Sets whether Backspace takes a whole character of several code points."""
        self._backspace_composite = bool(enable)

    def is_backspace_deletes_composite_character_enabled(self) -> bool:
        """Whether Backspace takes a whole character of several code points."""
        return self._backspace_composite

    backspace_deletes_composite_character_enabled = accessors(
        is_backspace_deletes_composite_character_enabled,
        set_backspace_deletes_composite_character_enabled,
    )

    def set_shortcut_keys_enabled(self, enable: bool) -> None:
        """Sets whether keys for clipboard, undo and selecting work."""
        self._shortcut_keys = bool(enable)

    def is_shortcut_keys_enabled(self) -> bool:
        """Whether keys for clipboard, undo and selecting work."""
        return self._shortcut_keys

    shortcut_keys_enabled = accessors(is_shortcut_keys_enabled, set_shortcut_keys_enabled)

    def set_middle_mouse_paste_enabled(self, enable: bool) -> None:
        """Sets whether the middle mouse button pastes what is selected elsewhere (X11)."""
        self._middle_paste = bool(enable)

    def is_middle_mouse_paste_enabled(self) -> bool:
        """Whether the middle mouse button pastes what is selected elsewhere (X11)."""
        return self._middle_paste

    middle_mouse_paste_enabled = accessors(
        is_middle_mouse_paste_enabled, set_middle_mouse_paste_enabled
    )

    def set_deselect_on_focus_loss_enabled(self, enable: bool) -> None:
        """Sets whether losing the focus drops the selection."""
        self._deselect_on_loss = bool(enable)

    def is_deselect_on_focus_loss_enabled(self) -> bool:
        """Whether losing the focus drops the selection."""
        return self._deselect_on_loss

    deselect_on_focus_loss_enabled = accessors(
        is_deselect_on_focus_loss_enabled, set_deselect_on_focus_loss_enabled
    )

    def set_drag_and_drop_selection_enabled(self, enable: bool) -> None:
        """Sets whether selected text can be dragged."""
        self._drag_selection = bool(enable)

    def is_drag_and_drop_selection_enabled(self) -> bool:
        """Whether selected text can be dragged."""
        return self._drag_selection

    drag_and_drop_selection_enabled = accessors(
        is_drag_and_drop_selection_enabled, set_drag_and_drop_selection_enabled
    )

    def set_flat(self, enabled: bool) -> None:
        """Sets whether its box is left out."""
        self._flat = bool(enabled)
        self.queue_redraw()

    def is_flat(self) -> bool:
        """Whether its box is left out."""
        return self._flat

    flat = accessors(is_flat, set_flat)

    def set_draw_control_chars(self, enable: bool) -> None:
        """Sets whether control characters are shown."""
        self._control_chars = bool(enable)
        self._text_changed_look()

    def get_draw_control_chars(self) -> bool:
        """Whether control characters are shown."""
        return self._control_chars

    draw_control_chars = accessors(get_draw_control_chars, set_draw_control_chars)

    def set_select_all_on_focus(self, enabled: bool) -> None:
        """Sets whether getting the focus selects everything."""
        self._select_on_focus = bool(enabled)

    def is_select_all_on_focus(self) -> bool:
        """Whether getting the focus selects everything."""
        return self._select_on_focus

    select_all_on_focus = accessors(is_select_all_on_focus, set_select_all_on_focus)

    def set_virtual_keyboard_enabled(self, enable: bool) -> None:
        """Sets whether a keyboard on the screen is shown, where there is one."""
        self._virtual_keyboard = bool(enable)

    def is_virtual_keyboard_enabled(self) -> bool:
        """Whether a keyboard on the screen is shown, where there is one."""
        return self._virtual_keyboard

    virtual_keyboard_enabled = accessors(is_virtual_keyboard_enabled, set_virtual_keyboard_enabled)

    def set_virtual_keyboard_show_on_focus(self, show_on_focus: bool) -> None:
        """Sets whether that keyboard comes with the focus."""
        self._keyboard_on_focus = bool(show_on_focus)

    def get_virtual_keyboard_show_on_focus(self) -> bool:
        """Whether that keyboard comes with the focus."""
        return self._keyboard_on_focus

    virtual_keyboard_show_on_focus = accessors(
        get_virtual_keyboard_show_on_focus, set_virtual_keyboard_show_on_focus
    )

    def set_caret_force_displayed(self, enabled: bool) -> None:
        """Sets whether the caret is shown without the focus."""
        self._caret_forced = bool(enabled)
        self.queue_redraw()

    def is_caret_force_displayed(self) -> bool:
        """Whether the caret is shown without the focus."""
        return self._caret_forced

    caret_force_displayed = accessors(is_caret_force_displayed, set_caret_force_displayed)

    def set_caret_mid_grapheme_enabled(self, enabled: bool) -> None:
        """Sets whether the caret stops inside of characters of several code points."""
        self._mid_grapheme = bool(enabled)

    def is_caret_mid_grapheme_enabled(self) -> bool:
        """Whether the caret stops inside of characters of several code points."""
        return self._mid_grapheme

    caret_mid_grapheme = accessors(is_caret_mid_grapheme_enabled, set_caret_mid_grapheme_enabled)

    def set_placeholder(self, text: str) -> None:
        """Sets what is shown while the text is empty."""
        if str(text) != self._placeholder:
            self._placeholder = str(text)
            self._text_changed_look()

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
            self._text_changed_look()

    def get_horizontal_alignment(self) -> HorizontalAlignment:
        """Where a text stands that is shorter than the line."""
        return self._alignment

    alignment = accessors(get_horizontal_alignment, set_horizontal_alignment)

    def set_secret(self, enabled: bool) -> None:
        """Sets whether every character is shown as `secret_character`."""
        if bool(enabled) is not self._secret:
            self._secret = bool(enabled)
            self._text_changed_look()
            self._show_caret()

    def is_secret(self) -> bool:
        """Whether every character is shown as `secret_character`."""
        return self._secret

    secret = accessors(is_secret, set_secret)

    def set_secret_character(self, character: str) -> None:
        """Sets the character that is shown for each one of a secret."""
        if str(character) != self._secret_character:
            self._secret_character = str(character)
            self._text_changed_look()
            self._show_caret()

    def get_secret_character(self) -> str:
        """The character that is shown for each one of a secret."""
        return self._secret_character

    secret_character = accessors(get_secret_character, set_secret_character)

    def set_expand_to_text_length_enabled(self, enabled: bool) -> None:
        """Sets whether the line is at least as wide as its text."""
        self._expand = bool(enabled)
        self.update_minimum_size()
        self._text_changed_look()

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
            self._text_changed_look()

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

    def is_caret_blink_enabled(self) -> bool:
        """Whether the caret blinks."""
        return self._caret_blink

    caret_blink = accessors(is_caret_blink_enabled, set_caret_blink_enabled)

    def set_caret_blink_interval(self, interval: float) -> None:
        """Sets the seconds for which the caret is shown, and hidden."""
        if interval > 0.0:
            self._caret_interval = float(interval)

    def get_caret_blink_interval(self) -> float:
        """The seconds for which the caret is shown, and hidden."""
        return self._caret_interval

    caret_blink_interval = accessors(get_caret_blink_interval, set_caret_blink_interval)

    def set_text_direction(self, direction: int) -> None:
        """Sets which way the text runs."""
        if direction != self._text_direction:
            self._text_direction = Control.TextDirection(direction)
            self._text_changed_look()

    def get_text_direction(self) -> Control.TextDirection:
        """Which way the text runs."""
        return self._text_direction

    text_direction = accessors(get_text_direction, set_text_direction)

    def set_language(self, language: str) -> None:
        """Sets the language of the text, as in `en_GB`; empty for that of the system."""
        if str(language) != self._language:
            self._language = str(language)
            self._text_changed_look()

    def get_language(self) -> str:
        """The language of the text."""
        return self._language

    language = accessors(get_language, set_language)

    def set_structured_text_bidi_override(self, parser: int) -> None:
        """Sets how the parts of the text keep their order in mixed directions."""
        self._bidi_parser = TextServer.StructuredTextParser(parser)
        self._text_changed_look()

    def get_structured_text_bidi_override(self) -> TextServer.StructuredTextParser:
        """How the parts of the text keep their order in mixed directions."""
        return self._bidi_parser

    structured_text_bidi_override = accessors(
        get_structured_text_bidi_override, set_structured_text_bidi_override
    )

    def set_structured_text_bidi_override_options(self, args: list[Any]) -> None:
        """Sets options for `structured_text_bidi_override`."""
        self._bidi_options = list(args)
        self._text_changed_look()

    def get_structured_text_bidi_override_options(self) -> list[Any]:
        """Options for `structured_text_bidi_override`."""
        return self._bidi_options

    structured_text_bidi_override_options = accessors(
        get_structured_text_bidi_override_options, set_structured_text_bidi_override_options
    )

    def set_right_icon(self, icon: Texture2D | None) -> None:
        """Sets a picture at the right end; it gives way to the clear button."""
        if icon is not self._right_icon:
            self._right_icon = icon
            self.update_minimum_size()
            self._text_changed_look()

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
