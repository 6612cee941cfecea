"""What `LineEdit` and `TextEdit` have in common: settings, composed text, the menu, the caret."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core.accessors import accessors
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui._text_menu import TextMenu, TextMenuItems
from engine.gui._written_text import StructuredText
from engine.gui.control import Control
from engine.scene.window import Window
from engine.servers.display_server import DisplayServer

if TYPE_CHECKING:
    from engine.gui.popup_menu import PopupMenu

_NOTHING_SELECTED = (0, 0)


class TextField(StructuredText, TextMenuItems, Control):
    """A text that can be edited."""

    _is_text_field = True
    _editable: bool = True
    _context_menu: bool = True
    _emoji_menu: bool = True
    _backspace_composite: bool = False
    _shortcut_keys: bool = True
    _middle_paste: bool = True
    _selecting: bool = True
    _deselect_on_loss: bool = True
    _drag_selection: bool = True
    _control_chars: bool = False
    _virtual_keyboard: bool = True
    _keyboard_on_focus: bool = True
    _mid_grapheme: bool = False
    _caret_blink: bool = False
    _caret_interval: float = 0.65
    _caret_shown: bool = True  # while it blinks
    _caret_time: float = 0.0
    _ime_text: str = ""
    _ime_selection: tuple[int, int] = _NOTHING_SELECTED
    _menu: TextMenu | None = None

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._focus_mode = Control.FOCUS_ALL
        self._cursor_shape = Control.CURSOR_IBEAM
        return self

    # Settings ------------------------------------------------------------------------------------

    def set_context_menu_enabled(self, enabled: bool) -> None:
        """Sets whether the right mouse button opens a menu."""
        self._context_menu = bool(enabled)

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

    def set_shortcut_keys_enabled(self, enabled: bool) -> None:
        """Sets whether keys for clipboard, undo and selecting work."""
        self._shortcut_keys = bool(enabled)

    def is_shortcut_keys_enabled(self) -> bool:
        """Whether keys for clipboard, undo and selecting work."""
        return self._shortcut_keys

    shortcut_keys_enabled = accessors(is_shortcut_keys_enabled, set_shortcut_keys_enabled)

    def set_middle_mouse_paste_enabled(self, enabled: bool) -> None:
        """Sets whether the middle mouse button pastes what is selected elsewhere (X11)."""
        self._middle_paste = bool(enabled)

    def is_middle_mouse_paste_enabled(self) -> bool:
        """Whether the middle mouse button pastes what is selected elsewhere (X11)."""
        return self._middle_paste

    middle_mouse_paste_enabled = accessors(
        is_middle_mouse_paste_enabled, set_middle_mouse_paste_enabled
    )

    def set_selecting_enabled(self, enable: bool) -> None:
        """Sets whether text can be selected."""
        if bool(enable) is not self._selecting:
            self._selecting = bool(enable)
            if not self._selecting:
                self.deselect()

    def is_selecting_enabled(self) -> bool:
        """Whether text can be selected."""
        return self._selecting

    selecting_enabled = accessors(is_selecting_enabled, set_selecting_enabled)

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

    def set_draw_control_chars(self, enabled: bool) -> None:
        """Sets whether control characters are shown."""
        if bool(enabled) is not self._control_chars:
            self._control_chars = bool(enabled)
            self._check_menu()
            self._shape_again()

    def get_draw_control_chars(self) -> bool:
        """Whether control characters are shown."""
        return self._control_chars

    draw_control_chars = accessors(get_draw_control_chars, set_draw_control_chars)

    def set_virtual_keyboard_enabled(self, enabled: bool) -> None:
        """Sets whether a keyboard on the screen is shown, where there is one."""
        self._virtual_keyboard = bool(enabled)

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

    def set_text_direction(self, direction: int) -> None:
        """Sets in which direction the text is written: a `TEXT_DIRECTION_*`."""
        super().set_text_direction(direction)
        self._check_menu()

    text_direction = accessors(StructuredText.get_text_direction, set_text_direction)

    # Caret ---------------------------------------------------------------------------------------

    def set_caret_mid_grapheme_enabled(self, enabled: bool) -> None:
        """Sets whether the caret stops inside of characters of several code points."""
        self._mid_grapheme = bool(enabled)

    def is_caret_mid_grapheme_enabled(self) -> bool:
        """Whether the caret stops inside of characters of several code points."""
        return self._mid_grapheme

    caret_mid_grapheme = accessors(is_caret_mid_grapheme_enabled, set_caret_mid_grapheme_enabled)

    def is_caret_blink_enabled(self) -> bool:
        """Whether the caret blinks."""
        return self._caret_blink

    def get_caret_blink_interval(self) -> float:
        """The seconds for which the caret is shown, and hidden."""
        return self._caret_interval

    def _blink(self, delta: float) -> None:
        """Time passes for a caret that blinks."""
        self._caret_time += delta
        if self._caret_time >= self._caret_interval:
            self._caret_time = 0.0
            self._caret_shown = not self._caret_shown
            self.queue_redraw()

    def _caret_foot(self) -> Vector2:
        """Where the caret stands in the control: below it an input method shows its choices."""
        return Vector2.ZERO

    def _caret_on_screen(self) -> Vector2i:
        at = self.get_global_transform_with_canvas() * self._caret_foot()
        return Vector2i(int(at.x), int(at.y))

    # Composed text -------------------------------------------------------------------------------

    def has_ime_text(self) -> bool:
        """Whether a character is being composed."""
        return bool(self._ime_text)

    def cancel_ime(self) -> None:
        """Drops the text that is being composed."""
        self._set_ime_text("", _NOTHING_SELECTED)

    def apply_ime(self) -> None:
        """Takes the text that is being composed as typed."""
        text = self._ime_text
        if text:
            self.cancel_ime()
            self._insert_composed(text)

    def _insert_composed(self, text: str) -> None:
        """Puts in what has been composed."""

    def _set_ime_text(self, text: str, selection: tuple[int, int]) -> None:
        """Shows what is being composed, and which part of it is selected."""

    def _ime_updated(self) -> None:
        selection = DisplayServer.ime_get_selection()
        self._set_ime_text(DisplayServer.ime_get_text(), (selection.x, selection.y))

    def _set_ime(self, on: bool) -> None:
        """Has the system compose text here, or leave off."""
        window: Any = self.get_window()
        if isinstance(window, Window):
            number = window.get_window_id()
            DisplayServer.window_set_ime_active(on, number)
            if on:
                DisplayServer.window_set_ime_position(self._caret_on_screen(), number)
        if not on:
            self.cancel_ime()

    # Text ----------------------------------------------------------------------------------------

    def is_editable(self) -> bool:
        """Whether the text can be edited."""
        return self._editable

    def deselect(self) -> None:
        """Drops the selection."""

    # Menu ----------------------------------------------------------------------------------------

    def _text_menu(self) -> TextMenu:
        if self._menu is None:
            self._menu = TextMenu(self)
        return self._menu

    def get_menu(self) -> PopupMenu:
        """The context menu."""
        return self._text_menu().popup

    def is_menu_visible(self) -> bool:
        """Whether the context menu is open."""
        return self._menu is not None and self._menu.popup.is_visible()

    def _check_menu(self) -> None:
        if self._menu is not None:
            self._menu.check_items()

    def _enabled_items(self) -> dict[int, bool]:
        """Which of the menu's items can be chosen; the others can always."""
        return {}

    def _open_menu(self, at: Vector2) -> None:
        menu = self._text_menu()
        menu.refresh(self._enabled_items())
        self.apply_ime()
        menu.open(at)
