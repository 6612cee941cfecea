"""Screens, mouse, keyboard and clipboard, as `DisplayServer` has them."""

from __future__ import annotations

from typing import Any

from engine.core import output
from engine.core.color import Color
from engine.core.input import Input
from engine.core.rect2i import Rect2i
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.servers._display import Display
from engine.servers._display_constants import DisplayServerConstants

_UNSUPPORTED = "Not supported by this display server."


class DisplayScreens(DisplayServerConstants):
    """What `DisplayServer` hands on to the display, besides windows."""

    _display: Display

    def get_name(self) -> str:
        """What the display is called: `headless` for none."""
        return self._display.name

    def has_feature(self, feature: int) -> bool:
        """Whether the display can do something: a `FEATURE_*`."""
        return int(feature) in self._display.features

    # Screens -------------------------------------------------------------------------------------

    def get_screen_count(self) -> int:
        """How many screens there are."""
        return self._display.get_screen_count()

    def get_primary_screen(self) -> int:
        """The number of the main screen."""
        return 0

    def get_keyboard_focus_screen(self) -> int:
        """The number of the screen whose window has the focus."""
        return self.get_primary_screen()

    def get_screen_from_rect(self, rect: Any) -> int:
        """The number of the screen that has most of a rectangle; -1 for none."""
        wanted = Rect2i(rect)
        best, found = 0, -1
        for screen in range(self.get_screen_count()):
            area = Rect2i(self.screen_get_position(screen), self.screen_get_size(screen))
            common = wanted.intersection(area).get_area()
            if common > best:
                best, found = common, screen
        return found

    def _screen(self, screen: int) -> int:
        """A screen's number for a `SCREEN_*`."""
        if screen >= 0:
            return int(screen)
        if screen == self.SCREEN_OF_MAIN_WINDOW:
            return max(self._display.window_get_current_screen(), 0)
        return self.get_primary_screen()

    def screen_get_position(self, screen: int = -1) -> Vector2i:
        """The upper left corner of a screen."""
        return self._display.screen_get_position(self._screen(screen))

    def screen_get_size(self, screen: int = -1) -> Vector2i:
        """The size of a screen in pixels."""
        return self._display.screen_get_size(self._screen(screen))

    def screen_get_usable_rect(self, screen: int = -1) -> Rect2i:
        """The part of a screen that bars leave free."""
        return self._display.screen_get_usable_rect(self._screen(screen))

    def screen_get_dpi(self, screen: int = -1) -> int:
        """Pixels in an inch."""
        return self._display.screen_get_dpi(self._screen(screen))

    def screen_get_scale(self, screen: int = -1) -> float:
        """How many pixels the desktop takes for one."""
        return self._display.screen_get_scale(self._screen(screen))

    def screen_get_max_scale(self) -> float:
        """The greatest scale of all screens."""
        screens = range(self.get_screen_count())
        return max((self._display.screen_get_scale(screen) for screen in screens), default=1.0)

    def screen_get_refresh_rate(self, screen: int = -1) -> float:
        """Pictures in a second; -1 when that is not known."""
        return self._display.screen_get_refresh_rate(self._screen(screen))

    def screen_get_pixel(self, position: Vector2i) -> Color:
        """Black: the screen cannot be read."""
        return Color()

    def screen_get_image(self, screen: int = -1) -> Any:
        """None: the screen cannot be read."""
        return None

    def screen_get_image_rect(self, rect: Rect2i) -> Any:
        """None: the screen cannot be read."""
        return None

    def screen_set_orientation(self, orientation: int, screen: int = -1) -> None:
        """Turns a screen; computers do not."""

    def screen_get_orientation(self, screen: int = -1) -> int:
        """How a screen is turned: a `SCREEN_*`."""
        return 0

    def screen_set_keep_on(self, enable: bool) -> None:
        """Whether the screen stays on while nobody does anything."""

    def screen_is_kept_on(self) -> bool:
        """Whether the screen stays on while nobody does anything."""
        return False

    def is_touchscreen_available(self) -> bool:
        """Whether there is a screen for fingers, or a mouse that plays one."""
        return self.has_feature(self.FEATURE_TOUCHSCREEN) or Input.is_emulating_touch_from_mouse()

    # Mouse ---------------------------------------------------------------------------------------

    def mouse_set_mode(self, mouse_mode: int) -> None:
        """Shows, hides or holds the mouse: a `MOUSE_MODE_*`."""
        self._display.mouse_set_mode(int(mouse_mode))

    def mouse_get_mode(self) -> int:
        """Whether the mouse is shown, hidden or held."""
        return self._display.mouse_get_mode()

    def mouse_get_position(self) -> Vector2i:
        """Where the mouse is on the screen."""
        return self._display.mouse_get_position()

    def mouse_get_button_state(self) -> int:
        """The held mouse buttons as a sum of `MOUSE_BUTTON_MASK_*`."""
        return Input.get_mouse_button_mask()

    def cursor_set_shape(self, shape: int) -> None:
        """Sets the shape of the mouse cursor: a `CURSOR_*`."""
        self._display.cursor_set_shape(int(shape))

    def cursor_get_shape(self) -> int:
        """The shape of the mouse cursor: a `CURSOR_*`."""
        return self._display.cursor_get_shape()

    def cursor_set_custom_image(
        self,
        cursor: Any,
        shape: int = 0,
        hotspot: Vector2 = Vector2(0, 0),  # noqa: B008
    ) -> None:
        """Sets the picture of one shape of the mouse cursor; None for the usual one."""
        self._display.cursor_set_custom_image(cursor, int(shape), hotspot)

    # Clipboard -----------------------------------------------------------------------------------

    def clipboard_set(self, clipboard: str) -> None:
        """Copies a text."""
        self._display.clipboard_set(str(clipboard))

    def clipboard_get(self) -> str:
        """The text that was copied last."""
        return self._display.clipboard_get()

    def clipboard_has(self) -> bool:
        """Whether there is any text."""
        return self.clipboard_get() != ""

    def clipboard_get_image(self) -> Any:
        """The picture that was copied last, or None."""
        return self._display.clipboard_get_image()

    def clipboard_has_image(self) -> bool:
        """Whether a picture was copied last."""
        return self._display.clipboard_has_image()

    def clipboard_set_primary(self, clipboard_primary: str) -> None:
        """Keeps a text that is selected, where the system does that."""
        self._display.clipboard_set_primary(str(clipboard_primary))

    def clipboard_get_primary(self) -> str:
        """The text that was selected last, where the system keeps that."""
        return self._display.clipboard_get_primary()

    # Keyboard ------------------------------------------------------------------------------------

    def has_hardware_keyboard(self) -> bool:
        """Whether there is a real keyboard."""
        return True

    def keyboard_get_layout_count(self) -> int:
        """How many layouts are known; 0."""
        return 0

    def keyboard_get_current_layout(self) -> int:
        """The number of the layout; -1: it is not known."""
        return -1

    def keyboard_set_current_layout(self, index: int) -> None:
        """Sets the layout; the system does that itself."""

    def keyboard_get_layout_language(self, index: int) -> str:
        """The language of a layout; not known."""
        output.error(_UNSUPPORTED)
        return ""

    def keyboard_get_layout_name(self, index: int) -> str:
        """The name of a layout; not known."""
        output.error(_UNSUPPORTED)
        return "Not supported"

    def keyboard_get_keycode_from_physical(self, keycode: int) -> int:
        """What the key at a place means in the keyboard's layout."""
        return self._display.keyboard_get_keycode_from_physical(int(keycode))

    def keyboard_get_label_from_physical(self, keycode: int) -> int:
        """What is printed on the key at a place."""
        return self._display.keyboard_get_label_from_physical(int(keycode))

    # Speech and tablets, which there are not -----------------------------------------------------

    def tts_get_voices(self) -> list[dict[str, str]]:
        """The voices that can speak; none."""
        return []

    def tts_is_speaking(self) -> bool:
        """Whether something is being said; never."""
        return False

    def tts_is_paused(self) -> bool:
        """Whether somebody waits in the middle of a text; never."""
        return False

    def tts_stop(self) -> None:
        """Ends speaking."""

    def tablet_get_driver_count(self) -> int:
        """How many ways there are to ask drawing tablets; 1."""
        return 1

    def accessibility_screen_reader_active(self) -> int:
        """Whether a screen reader is there: -1, nobody knows."""
        return -1
