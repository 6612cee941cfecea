"""`Display`: what shows the main window, and its twin without a screen.

There is one window; all others are embedded in it. What happens to it is told to whoever is
`listener`, the root of the tree: the engine's `Window` has these methods. Input events go to
`Input.parse_input_event`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from engine.core import output
from engine.core.rect2i import Rect2i
from engine.core.vector2i import Vector2i

if TYPE_CHECKING:
    from engine.core.input_event import InputEvent
    from engine.core.vector2 import Vector2

_NOWHERE = Vector2i(0, 0)
_NO_CLIPBOARD = "Clipboard is not supported by this display server."
_NO_PRIMARY = "Primary clipboard is not supported by this display server."
_MINIMIZED = 1
_VSYNC_ENABLED = 1


class Listener(Protocol):
    """The window that a display shows."""

    def _rect_event(self, rect: Rect2i) -> None:
        """It was moved or resized."""

    def _focus_event(self, focused: bool) -> None:
        """It got the focus, or lost it."""

    def _close_request_event(self) -> None:
        """Somebody wants to close it."""

    def _mouse_event(self, inside: bool) -> None:
        """The mouse came into it, or left it."""

    def _window_input(self, event: InputEvent) -> None:
        """An event came."""


class Display:
    """What a display can do, and what it answers where it cannot.

    Attributes:
        name: as `DisplayServer.get_name` gives it.
        features: the `DisplayServer.FEATURE_*` that it has.
        listener: the window that it shows.
    """

    name = "headless"
    features: frozenset[int] = frozenset()
    listener: Listener | None = None

    def __init__(self) -> None:
        self._cursor_shape = 0
        self._ime_text = ""
        self._ime_selection = _NOWHERE

    # The loop ------------------------------------------------------------------------------------

    def process_events(self) -> None:
        """Takes what happened since: input goes to `Input`, the rest to `listener`."""

    def close(self) -> None:
        """Takes the window away."""

    # The window ----------------------------------------------------------------------------------

    def window_set_title(self, title: str) -> None:
        """Sets the text of the title bar."""

    def window_get_title_size(self, title: str) -> Vector2i:
        """How much room a title takes in the title bar."""
        return _NOWHERE

    def window_get_size(self) -> Vector2i:
        """The size in pixels, without the frame."""
        return _NOWHERE

    def window_set_size(self, size: Vector2i) -> None:
        """Sets the size."""

    def window_get_size_with_decorations(self) -> Vector2i:
        """The size with the frame."""
        return self.window_get_size()

    def window_get_position(self) -> Vector2i:
        """The upper left corner on the screen."""
        return _NOWHERE

    def window_set_position(self, position: Vector2i) -> None:
        """Moves the window."""

    def window_get_position_with_decorations(self) -> Vector2i:
        """The upper left corner of the frame."""
        return self.window_get_position()

    def window_get_min_size(self) -> Vector2i:
        """The least size; 0 for none."""
        return _NOWHERE

    def window_set_min_size(self, min_size: Vector2i) -> None:
        """Sets the least size."""

    def window_get_max_size(self) -> Vector2i:
        """The greatest size; 0 for none."""
        return _NOWHERE

    def window_set_max_size(self, max_size: Vector2i) -> None:
        """Sets the greatest size."""

    def window_get_mode(self) -> int:
        """A `DisplayServer.WINDOW_MODE_*`; without a screen the window counts as minimized."""
        return _MINIMIZED

    def window_set_mode(self, mode: int) -> None:
        """Sets the mode."""

    def window_get_flag(self, flag: int) -> bool:
        """Whether a `DisplayServer.WINDOW_FLAG_*` is on."""
        return False

    def window_set_flag(self, flag: int, enabled: bool) -> None:
        """Switches a flag."""

    def window_get_current_screen(self) -> int:
        """The number of the screen that shows the window."""
        return -1

    def window_set_current_screen(self, screen: int) -> None:
        """Moves the window to another screen."""

    def window_get_vsync_mode(self) -> int:
        """Whether drawing waits for the screen: a `DisplayServer.VSYNC_*`."""
        return _VSYNC_ENABLED

    def window_set_vsync_mode(self, vsync_mode: int) -> None:
        """Sets whether drawing waits for the screen."""

    def window_is_focused(self) -> bool:
        """Whether the window has the focus."""
        return True

    def window_can_draw(self) -> bool:
        """Whether anything of it can be seen."""
        return False

    def window_is_maximize_allowed(self) -> bool:
        """Whether it can be maximized."""
        return False

    def window_request_attention(self) -> None:
        """Has it blink, or what the desktop does for that."""

    def window_move_to_foreground(self) -> None:
        """Puts it before all others, with the focus."""

    def window_start_drag(self) -> None:
        """Has it follow the mouse until the button is released."""

    def window_start_resize(self, edge: int) -> None:
        """Has one of its edges follow the mouse until the button is released."""

    def window_get_native_handle(self, handle_type: int) -> int:
        """The system's number for it."""
        return 0

    def set_icon(self, image: Any) -> None:
        """Sets the picture in the title bar and the list of windows."""

    # Screens -------------------------------------------------------------------------------------

    def get_screen_count(self) -> int:
        """How many screens there are."""
        return 0

    def screen_get_position(self, screen: int) -> Vector2i:
        """The upper left corner of a screen."""
        return _NOWHERE

    def screen_get_size(self, screen: int) -> Vector2i:
        """The size of a screen in pixels."""
        return _NOWHERE

    def screen_get_usable_rect(self, screen: int) -> Rect2i:
        """The part of a screen that bars leave free."""
        return Rect2i()

    def screen_get_dpi(self, screen: int) -> int:
        """Pixels in an inch."""
        return 96

    def screen_get_scale(self, screen: int) -> float:
        """How many pixels the desktop takes for one."""
        return 1.0

    def screen_get_refresh_rate(self, screen: int) -> float:
        """Pictures in a second; -1 when that is not known."""
        return -1.0

    # Mouse ---------------------------------------------------------------------------------------

    def mouse_get_position(self) -> Vector2i:
        """Where the mouse is on the screen."""
        output.error("Mouse is not supported by this display server.")
        return _NOWHERE

    def mouse_get_mode(self) -> int:
        """Whether the mouse is shown, hidden or held: an `Input.MOUSE_MODE_*`."""
        return 0

    def mouse_set_mode(self, mouse_mode: int) -> None:
        """Shows, hides or holds the mouse."""

    def warp_mouse(self, position: Any) -> None:
        """Puts the mouse somewhere in the window."""

    def cursor_get_shape(self) -> int:
        """The shape of the mouse cursor: an `Input.CURSOR_*`."""
        return self._cursor_shape

    def cursor_set_shape(self, shape: int) -> None:
        """Sets the shape of the mouse cursor."""

    def cursor_set_custom_image(self, cursor: Any, shape: int, hotspot: Vector2) -> None:
        """Sets the picture of one shape of the mouse cursor."""

    # Clipboard -----------------------------------------------------------------------------------

    def clipboard_get(self) -> str:
        """The text that was copied last."""
        output.error(_NO_CLIPBOARD)
        return ""

    def clipboard_set(self, text: str) -> None:
        """Copies a text."""

    def clipboard_get_image(self) -> Any:
        """The picture that was copied last, or None."""
        output.error(_NO_CLIPBOARD)
        return None

    def clipboard_has_image(self) -> bool:
        """Whether a picture was copied last."""
        output.error(_NO_CLIPBOARD)
        return False

    def clipboard_get_primary(self) -> str:
        """The text that was selected last, where the system keeps that."""
        output.error(_NO_PRIMARY)
        return ""

    def clipboard_set_primary(self, text: str) -> None:
        """Keeps a text that is selected."""
        output.error(_NO_PRIMARY)

    # Keyboard ------------------------------------------------------------------------------------

    def window_set_ime_active(self, active: bool) -> None:
        """Whether text is typed through an input method."""

    def window_set_ime_position(self, position: Vector2i) -> None:
        """Where the input method shows what it offers."""

    def ime_get_text(self) -> str:
        """What is being composed."""
        output.error("IME or NOTIFICATION_WM_IME_UPDATE not supported by this display server.")
        return self._ime_text

    def ime_get_selection(self) -> Vector2i:
        """Where the caret is in what is being composed, and how much is selected."""
        output.error("IME or NOTIFICATION_WM_IME_UPDATE not supported by this display server.")
        return self._ime_selection

    def keyboard_get_keycode_from_physical(self, keycode: int) -> int:
        """What a key means in the keyboard's layout."""
        return keycode

    def keyboard_get_label_from_physical(self, keycode: int) -> int:
        """What is printed on a key."""
        return keycode


class HeadlessDisplay(Display):
    """A display without a screen, as Godot's headless one."""
