"""What no display here can do: speech, dialogs of the system, tablets, status icons.

They answer as Godot does on a system without them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from engine.core import output
from engine.core.color import Color
from engine.core.error import ERR_UNAVAILABLE, Error
from engine.core.packed_string_array import PackedStringArray
from engine.core.rect2 import Rect2
from engine.core.rect2i import Rect2i
from engine.core.vector2i import Vector2i
from engine.servers._display_screens import DisplayScreens

_Answer = Callable[..., Any]


class DisplayExtras(DisplayScreens):
    """Parts of `DisplayServer` that are not available."""

    # Speech --------------------------------------------------------------------------------------

    def tts_get_voices_for_language(self, language: str) -> PackedStringArray:
        """The voices that speak a language; none."""
        return PackedStringArray()

    def tts_speak(
        self,
        text: str,
        voice: str,
        volume: int = 50,
        pitch: float = 1.0,
        rate: float = 1.0,
        utterance_id: int = 0,
        interrupt: bool = False,
    ) -> None:
        """Says a text; there are no voices."""

    def tts_pause(self) -> None:
        """Waits in the middle of a text."""

    def tts_resume(self) -> None:
        """Goes on with a text."""

    def tts_set_utterance_callback(self, event: int, callable: _Answer) -> None:
        """Sets what is called while a text is said."""

    # Dialogs of the system -----------------------------------------------------------------------

    def dialog_show(
        self, title: str, description: str, buttons: Sequence[str], callback: _Answer
    ) -> Error:
        """Asks something; ERR_UNAVAILABLE."""
        return ERR_UNAVAILABLE

    def dialog_input_text(
        self, title: str, description: str, existing_text: str, callback: _Answer
    ) -> Error:
        """Asks for a text; ERR_UNAVAILABLE."""
        return ERR_UNAVAILABLE

    def file_dialog_show(
        self,
        title: str,
        current_directory: str,
        filename: str,
        show_hidden: bool,
        mode: int,
        filters: Sequence[str],
        callback: _Answer,
        parent_window_id: int = 0,
    ) -> Error:
        """Asks for a file; ERR_UNAVAILABLE."""
        return ERR_UNAVAILABLE

    def file_dialog_with_options_show(
        self,
        title: str,
        current_directory: str,
        root: str,
        filename: str,
        show_hidden: bool,
        mode: int,
        filters: Sequence[str],
        options: Sequence[dict[str, Any]],
        callback: _Answer,
        parent_window_id: int = 0,
    ) -> Error:
        """Asks for a file and more; ERR_UNAVAILABLE."""
        return ERR_UNAVAILABLE

    def color_picker(self, callback: _Answer) -> bool:
        """Asks for a colour of the screen; it cannot."""
        return False

    def show_emoji_and_symbol_picker(self) -> None:
        """Shows the system's table of characters."""

    # The desktop ---------------------------------------------------------------------------------

    def set_native_icon(self, filename: str) -> None:
        """Sets the program's picture from a file of the system's kind."""

    def create_status_indicator(self, icon: Any, tooltip: str, callback: _Answer) -> int:
        """Puts an icon into the desktop's bar; -1."""
        return self.INVALID_INDICATOR_ID

    def delete_status_indicator(self, id: int) -> None:
        """Takes an icon from the desktop's bar."""

    def status_indicator_get_rect(self, id: int) -> Rect2:
        """Where an icon of the desktop's bar is."""
        output.warning("Status indicator not supported by this display server.")
        return Rect2()

    def enable_for_stealing_focus(self, process_id: int) -> None:
        """Lets another program take the focus."""

    # Windows -------------------------------------------------------------------------------------

    def window_set_mouse_passthrough(self, region: Any, window_id: int = 0) -> None:
        """Leaves the mouse to the window below, outside of a region."""

    def window_set_transient(self, window_id: int, parent_window_id: int) -> None:
        """Has a window stay in front of another; there is one only."""

    def window_set_exclusive(self, window_id: int, exclusive: bool) -> None:
        """Has a window take all input from its parent; there is one only."""

    def window_set_popup_safe_rect(self, window: int, rect: Rect2i) -> None:
        """Where clicks do not close a popup; popups are embedded."""

    def window_get_popup_safe_rect(self, window: int) -> Rect2i:
        """Where clicks do not close a popup."""
        return Rect2i()

    def window_set_window_buttons_offset(self, offset: Vector2i, window_id: int = 0) -> None:
        """Moves the buttons of a title bar that the content reaches into."""

    def window_set_color(self, color: Color) -> None:
        """Sets the colour behind the content."""

    # Keyboards and tablets -----------------------------------------------------------------------

    def set_hardware_keyboard_connection_change_callback(self, callable: _Answer) -> None:
        """Sets what is called when a keyboard is plugged in."""

    def tablet_get_driver_name(self, idx: int) -> str:
        """The name of a way to ask drawing tablets."""
        return "default"

    def tablet_get_current_driver(self) -> str:
        """The way to ask drawing tablets."""
        return "default"

    def tablet_set_current_driver(self, name: str) -> None:
        """Chooses the way to ask drawing tablets; there is one only."""

    def accessibility_should_increase_contrast(self) -> int:
        """Whether people want more contrast: -1, nobody knows."""
        return -1

    def accessibility_should_reduce_animation(self) -> int:
        """Whether people want less movement: -1, nobody knows."""
        return -1

    def accessibility_should_reduce_transparency(self) -> int:
        """Whether people want less transparency: -1, nobody knows."""
        return -1
