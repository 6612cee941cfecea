"""`DisplayServer`: the window, the screens, the mouse, the clipboard.

It hands everything on to the display that the loop has chosen; before that, and on a server, it is
one without a screen. There is one window on it, number 0.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.core import output
from engine.core.color import Color
from engine.core.input import Input
from engine.core.packed_number_arrays import PackedInt32Array
from engine.core.rect2 import Rect2
from engine.core.rect2i import Rect2i
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.core.vector3i import Vector3i
from engine.servers._display import Display, HeadlessDisplay
from engine.servers._display_extras import DisplayExtras

__all__ = ["DisplayServer"]

_NOWHERE = Vector2i(0, 0)


class DisplayServerSingleton(DisplayExtras):
    """The display. There is one server, `DisplayServer`."""

    _class_name = "DisplayServer"
    _own = ("_callbacks", "_display")

    def __init__(self) -> None:
        super().__init__()
        self._display: Display = HeadlessDisplay()
        self._callbacks: dict[str, Callable[..., Any]] = {}

    def _use(self, display: Display) -> None:
        """Has a display do everything from now on."""
        self._display = display
        Input._pointer = display

    # Windows -------------------------------------------------------------------------------------

    def get_window_list(self) -> PackedInt32Array:
        """The numbers of the windows on the display."""
        return PackedInt32Array([0] if self.get_screen_count() else [])

    def get_window_at_screen_position(self, position: Vector2i) -> int:
        """The number of the window at a place; -1 for none."""
        if not self.get_screen_count():
            return 0
        rect = Rect2i(self.window_get_position(), self.window_get_size())
        return 0 if rect.has_point(position) else -1

    def window_get_attached_instance_id(self, window_id: int = 0) -> int:
        """The instance id of the `Window`; 0 for none."""
        listener: Any = self._display.listener
        return 0 if listener is None or window_id != 0 else int(listener.get_instance_id())

    def window_get_native_handle(self, handle_type: int, window_id: int = 0) -> int:
        """The system's number for a window."""
        return self._display.window_get_native_handle(int(handle_type))

    def window_get_active_popup(self) -> int:
        """-1: popups are embedded."""
        return -1

    def window_set_title(self, title: str, window_id: int = 0) -> None:
        """Sets the text of the title bar."""
        if window_id == 0:
            self._display.window_set_title(str(title))

    def window_get_title_size(self, title: str, window_id: int = 0) -> Vector2i:
        """How much room a title takes in the title bar."""
        return self._display.window_get_title_size(str(title)) if window_id == 0 else _NOWHERE

    def window_get_size(self, window_id: int = 0) -> Vector2i:
        """The size of a window in pixels, without the frame."""
        return self._display.window_get_size() if window_id == 0 else _NOWHERE

    def window_set_size(self, size: Vector2i, window_id: int = 0) -> None:
        """Sets the size of a window."""
        if window_id == 0:
            self._display.window_set_size(size)

    def window_get_size_with_decorations(self, window_id: int = 0) -> Vector2i:
        """The size of a window with the frame."""
        return self._display.window_get_size_with_decorations() if window_id == 0 else _NOWHERE

    def window_get_position(self, window_id: int = 0) -> Vector2i:
        """The upper left corner of a window on the screen."""
        return self._display.window_get_position() if window_id == 0 else _NOWHERE

    def window_set_position(self, position: Vector2i, window_id: int = 0) -> None:
        """Moves a window."""
        if window_id == 0:
            self._display.window_set_position(position)

    def window_get_position_with_decorations(self, window_id: int = 0) -> Vector2i:
        """The upper left corner of a window's frame."""
        return self._display.window_get_position_with_decorations() if window_id == 0 else _NOWHERE

    def window_get_min_size(self, window_id: int = 0) -> Vector2i:
        """The least size of a window; 0 for none."""
        return self._display.window_get_min_size() if window_id == 0 else _NOWHERE

    def window_set_min_size(self, min_size: Vector2i, window_id: int = 0) -> None:
        """Sets the least size of a window."""
        if window_id == 0:
            self._display.window_set_min_size(min_size)

    def window_get_max_size(self, window_id: int = 0) -> Vector2i:
        """The greatest size of a window; 0 for none."""
        return self._display.window_get_max_size() if window_id == 0 else _NOWHERE

    def window_set_max_size(self, max_size: Vector2i, window_id: int = 0) -> None:
        """Sets the greatest size of a window."""
        if window_id == 0:
            self._display.window_set_max_size(max_size)

    def window_get_mode(self, window_id: int = 0) -> int:
        """How a window lies on the screen: a `WINDOW_MODE_*`."""
        return self._display.window_get_mode()

    def window_set_mode(self, mode: int, window_id: int = 0) -> None:
        """Sets how a window lies on the screen."""
        if window_id == 0:
            self._display.window_set_mode(int(mode))

    def window_get_flag(self, flag: int, window_id: int = 0) -> bool:
        """Whether a `WINDOW_FLAG_*` is on."""
        return self._display.window_get_flag(int(flag)) if window_id == 0 else False

    def window_set_flag(self, flag: int, enabled: bool, window_id: int = 0) -> None:
        """Switches a `WINDOW_FLAG_*`."""
        if window_id == 0:
            self._display.window_set_flag(int(flag), bool(enabled))

    def window_get_current_screen(self, window_id: int = 0) -> int:
        """The number of the screen that shows a window."""
        return self._display.window_get_current_screen() if window_id == 0 else -1

    def window_set_current_screen(self, screen: int, window_id: int = 0) -> None:
        """Moves a window to another screen."""
        if window_id == 0:
            self._display.window_set_current_screen(int(screen))

    def window_get_vsync_mode(self, window_id: int = 0) -> int:
        """Whether drawing waits for the screen: a `VSYNC_*`."""
        return self._display.window_get_vsync_mode()

    def window_set_vsync_mode(self, vsync_mode: int, window_id: int = 0) -> None:
        """Sets whether drawing waits for the screen."""
        if window_id == 0:
            self._display.window_set_vsync_mode(int(vsync_mode))

    def window_is_focused(self, window_id: int = 0) -> bool:
        """Whether a window has the focus."""
        return self._display.window_is_focused()

    def window_can_draw(self, window_id: int = 0) -> bool:
        """Whether anything of a window can be seen."""
        return self._display.window_can_draw()

    def window_is_maximize_allowed(self, window_id: int = 0) -> bool:
        """Whether a window can be maximized."""
        return self._display.window_is_maximize_allowed()

    def window_request_attention(self, window_id: int = 0) -> None:
        """Has a window blink, or what the desktop does for that."""
        self._display.window_request_attention()

    def window_move_to_foreground(self, window_id: int = 0) -> None:
        """Puts a window before all others, with the focus."""
        self._display.window_move_to_foreground()

    def window_start_drag(self, window_id: int = 0) -> None:
        """Has a window follow the mouse until the button is released."""
        self._display.window_start_drag()

    def window_start_resize(self, edge: int, window_id: int = 0) -> None:
        """Has an edge of a window follow the mouse until the button is released."""
        self._display.window_start_resize(int(edge))

    def window_get_safe_title_margins(self, window_id: int = 0) -> Vector3i:
        """What buttons take of a title bar that the content reaches into; nothing."""
        return Vector3i()

    def window_maximize_on_title_dbl_click(self) -> bool:
        """Whether a double click on the title maximizes a window."""
        return False

    def window_minimize_on_title_dbl_click(self) -> bool:
        """Whether a double click on the title minimizes a window."""
        return False

    def window_set_ime_active(self, active: bool, window_id: int = 0) -> None:
        """Whether text is typed through an input method."""
        if window_id == 0:
            self._display.window_set_ime_active(bool(active))

    def window_set_ime_position(self, position: Vector2i, window_id: int = 0) -> None:
        """Where the input method shows what it offers."""
        if window_id == 0:
            self._display.window_set_ime_position(position)

    def set_icon(self, image: Any) -> None:
        """Sets the picture in the title bar and the list of windows."""
        self._display.set_icon(image)

    def is_window_transparency_available(self) -> bool:
        """Whether windows can be transparent; they cannot."""
        return False

    # Input method --------------------------------------------------------------------------------

    def ime_get_text(self) -> str:
        """What is being composed."""
        return self._display.ime_get_text()

    def ime_get_selection(self) -> Vector2i:
        """Where the caret is in what is being composed, and how much is selected."""
        return self._display.ime_get_selection()

    # The system ----------------------------------------------------------------------------------

    def process_events(self) -> None:
        """Takes what happened since the last time, and has it happen."""
        self._display.process_events()
        Input.flush_buffered_events()

    def force_process_and_drop_events(self) -> None:
        """Takes what happened since the last time, and forgets it."""

    def beep(self) -> None:
        """Makes the system's sound."""

    def get_swap_cancel_ok(self) -> bool:
        """Whether dialogs have OK on the left, as on Windows."""
        return False

    def is_dark_mode_supported(self) -> bool:
        """Whether the system tells if it is dark; it does not."""
        return False

    def is_dark_mode(self) -> bool:
        """Whether the system is dark."""
        return False

    def get_accent_color(self) -> Color:
        """The system's colour for what is chosen; nothing when that is not known."""
        return Color(0, 0, 0, 0)

    def get_base_color(self) -> Color:
        """The system's colour for surfaces; nothing when that is not known."""
        return Color(0, 0, 0, 0)

    def get_display_safe_area(self) -> Rect2i:
        """The part of the screen that nothing covers."""
        return self.screen_get_usable_rect()

    def get_display_cutouts(self) -> list[Rect2]:
        """Parts of the screen that are missing."""
        return []

    def set_system_theme_change_callback(self, callable: Callable[[], Any]) -> None:
        """Sets what is called when the system's colours change."""
        self._callbacks["theme"] = callable

    def has_additional_outputs(self) -> bool:
        """Whether pictures go elsewhere, too; they do not."""
        return False

    # Keyboards on the screen, which there are not ------------------------------------------------

    def virtual_keyboard_get_height(self) -> int:
        """How much of the screen a keyboard on it takes."""
        output.warning("Virtual keyboard not supported by this display server.")
        return 0

    def virtual_keyboard_show(
        self,
        existing_text: str,
        position: Rect2 = Rect2(0, 0, 0, 0),  # noqa: B008
        type: int = 0,
        max_length: int = -1,
        cursor_start: int = -1,
        cursor_end: int = -1,
    ) -> None:
        """Shows a keyboard on the screen; there is none."""
        output.warning("Virtual keyboard not supported by this display server.")

    def virtual_keyboard_hide(self) -> None:
        """Hides the keyboard on the screen."""
        output.warning("Virtual keyboard not supported by this display server.")

    def warp_mouse(self, position: Vector2i) -> None:
        """Puts the mouse somewhere in the window."""
        self._display.warp_mouse(Vector2(position))


DisplayServer = DisplayServerSingleton()
