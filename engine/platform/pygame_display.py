"""`PygameDisplay`: a window on the screen, through pygame.

The window's surface shows a frame's picture. Where both have the same size the frame is painted
right onto it, and only what changed is; else the picture is painted aside and scaled into its
place, with bars around it. Nothing is shown anew while nothing changes.

Input goes to `Input`, the rest to the listener, when the loop asks for it in `process_events`.
"""

from __future__ import annotations

import os
from typing import Any

from engine.core.input import Input
from engine.core.rect2i import Rect2i
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.platform._cursors import Cursors
from engine.platform._events import EventReader
from engine.platform._pygame import pygame
from engine.platform._raster import moved, rasterize
from engine.platform._strokes import circle_parts, polygon_parts
from engine.platform._warp import resized
from engine.platform._x11 import has_window_manager
from engine.platform.image_codec import pixels_of, surface_of
from engine.platform.renderer import Renderer
from engine.servers._display import Display
from engine.servers.canvas import IDENTITY, Frame, Pixels

_MODE_WINDOWED, _MODE_MINIMIZED, _MODE_MAXIMIZED, _MODE_FULLSCREEN, _MODE_EXCLUSIVE = range(5)
_FLAG_RESIZE_DISABLED, _FLAG_BORDERLESS, _FLAG_ALWAYS_ON_TOP = range(3)
_MOUSE_HIDDEN, _MOUSE_CAPTURED, _MOUSE_CONFINED, _MOUSE_CONFINED_HIDDEN = 1, 2, 3, 4
# mouse, warping, clipboard, cursor shapes and pictures, IME, HiDPI, icon
_FEATURES = frozenset((3, 4, 5, 7, 8, 10, 12, 13))
_NO_SCREEN = ("dummy", "offscreen", "evdev", "")
_OS_IME_UPDATE, _APPLICATION_FOCUS_IN, _APPLICATION_FOCUS_OUT = 2013, 2016, 2017
_REPEAT_AFTER, _REPEAT_EVERY = 500, 33  # milliseconds


class NoDisplayError(RuntimeError):
    """There is no screen to open a window on."""


class PygameDisplay(Display):
    """The main window.

    Args:
        title: the text of its title bar.
        size: in pixels.
        position: of its upper left corner on the screen; None to leave that to the desktop.
        driver: SDL's video driver; empty for the system's own.

    Raises:
        NoDisplayError: when there is no screen.
    """

    features = _FEATURES

    def __init__(
        self,
        title: str = "",
        size: tuple[int, int] = (1152, 648),
        position: tuple[int, int] | None = None,
        driver: str = "",
    ) -> None:
        super().__init__()
        self.name = _start_video(driver)
        self._renderer = Renderer()
        self._reader = EventReader()
        self._cursors = Cursors()
        where: dict[str, Any] = {} if position is None else {"position": position}
        try:
            self._window = pygame.Window(title, size, resizable=True, allow_high_dpi=True, **where)
        except pygame.error as problem:
            raise NoDisplayError(str(problem)) from problem
        self._window.set_icon(_icon())
        self._surface = self._window.get_surface()
        self._aside: pygame.Surface | None = None
        self._minimized = self._maximized = self._fullscreen = False
        self._focus_means_something = self.name != "x11" or has_window_manager()
        self._focused = self._window.focused or self.name == "dummy"
        self._flags: frozenset[int] = frozenset()
        self._mouse_mode = 0
        self._title = title
        self._exposed = True
        pygame.key.set_repeat(_REPEAT_AFTER, _REPEAT_EVERY)
        self._measure()

    def _measure(self) -> None:
        """Takes the surface anew; its pixels may be smaller than SDL's points."""
        self._surface = self._window.get_surface()
        self._renderer.forget()
        self._exposed = True
        wide, high = self._window.size
        pixels = self._surface.get_size()
        self._reader.scale = pixels[0] / max(wide, 1), pixels[1] / max(high, 1)

    def close(self) -> None:
        """Takes the window away."""
        self._window.destroy()
        pygame.display.quit()

    # The loop ------------------------------------------------------------------------------------

    def process_events(self) -> None:
        """Takes what happened since: input goes to `Input`, the rest to `listener`."""
        events = pygame.event.get()
        if not events:
            return
        composing = self._reader.composing, self._reader.selection
        closing = False
        for event in events:
            if event.type in (pygame.QUIT, pygame.WINDOWCLOSE):
                closing = True
            else:
                self._window_event(event.type)
        for made in self._reader.read(events):
            Input.parse_input_event(made)
        if composing != (self._reader.composing, self._reader.selection):
            self._tell(_OS_IME_UPDATE)
        if closing and self.listener is not None:
            self.listener._close_request_event()

    def _window_event(self, kind: int) -> None:
        if kind == pygame.WINDOWSIZECHANGED:
            self._measure()
            self._tell_rect()
        elif kind == pygame.WINDOWMOVED:
            self._tell_rect()
        elif kind == pygame.WINDOWEXPOSED:
            self._exposed = True
        elif kind == pygame.WINDOWFOCUSGAINED:
            self._set_focus(True)
        elif kind == pygame.WINDOWFOCUSLOST:
            if self._focus_means_something:
                self._set_focus(False)
        elif kind in (pygame.WINDOWENTER, pygame.WINDOWLEAVE):
            if self.listener is not None:
                self.listener._mouse_event(kind == pygame.WINDOWENTER)
        elif kind == pygame.WINDOWMINIMIZED:
            self._minimized = True
        elif kind == pygame.WINDOWMAXIMIZED:
            self._minimized, self._maximized = False, True
        elif kind == pygame.WINDOWRESTORED:
            self._minimized = self._maximized = False
            self._exposed = True

    def _tell_rect(self) -> None:
        if self.listener is not None:
            rect = Rect2i(self.window_get_position(), self.window_get_size())
            self.listener._rect_event(rect)

    def _set_focus(self, focused: bool) -> None:
        if focused == self._focused:
            return
        self._focused = focused
        if not focused:
            for event in self._reader.release_all():
                Input.parse_input_event(event)
        self._tell(_APPLICATION_FOCUS_IN if focused else _APPLICATION_FOCUS_OUT)
        if self.listener is not None:
            self.listener._focus_event(focused)

    def _tell(self, what: int) -> None:
        listener: Any = self.listener
        if listener is not None:
            listener.propagate_notification(what)

    # Drawing -------------------------------------------------------------------------------------

    def show(
        self, frame: Frame, place: tuple[int, int, int, int] | None = None, time: float = 0.0
    ) -> bool:
        """Brings the window up to date.

        Args:
            frame: what it has to show.
            place: where the picture goes, as x, y, width, height; None for all of the window.
            time: in seconds, for what changes by itself.

        Returns:
            Whether anything was painted.
        """
        size = self._surface.get_size()
        if frame.size == size and place in (None, (0, 0, *size)):
            painted = bool(self._renderer.draw(frame, self._surface, time))
        else:
            painted = self._show_aside(frame, place or (0, 0, *size), time)
        if painted or self._exposed:
            self._exposed = False
            self._window.flip()
        return painted

    def is_behind(self, frame: Frame) -> bool:
        """Whether a frame would have to be painted."""
        return self._exposed or self._renderer.is_behind(frame)

    def _show_aside(self, frame: Frame, place: tuple[int, int, int, int], time: float) -> bool:
        if self._aside is None or self._aside.get_size() != frame.size:
            self._aside = pygame.Surface(frame.size, 0, 32)
            self._renderer.forget()
        painted = bool(self._renderer.draw(frame, self._aside, time))
        if painted or self._exposed:
            x, y, width, height = place
            self._surface.fill((0, 0, 0))
            self._surface.blit(resized(self._aside, width, height), (x, y))
        return painted

    def picture(self, frame: Frame) -> Pixels:
        """All of a frame, painted aside."""
        return self._renderer.picture(frame)

    def shown(self) -> Pixels:
        """What the window shows."""
        return pixels_of(self._surface)

    # The window ----------------------------------------------------------------------------------

    def window_set_title(self, title: str) -> None:
        """Sets the text of the title bar."""
        self._title = title
        self._window.title = title.replace("\0", "")

    def window_get_title_size(self, title: str) -> Vector2i:
        """How much room a title takes in the title bar; the desktop does not tell."""
        return Vector2i(0, 0)

    def window_get_size(self) -> Vector2i:
        """The size in pixels, without the frame."""
        return Vector2i(*self._surface.get_size())

    def window_set_size(self, size: Vector2i) -> None:
        """Sets the size."""
        points = self._points(size)
        if points != tuple(self._window.size) and not (self._fullscreen or self._maximized):
            self._window.size = points
            self._measure()

    def _points(self, size: Vector2i) -> tuple[int, int]:
        across, down = self._reader.scale
        return max(round(size.x / across), 1), max(round(size.y / down), 1)

    def window_get_position(self) -> Vector2i:
        """The upper left corner on the screen."""
        return Vector2i(*self._window.position)

    def window_set_position(self, position: Vector2i) -> None:
        """Moves the window."""
        self._window.position = position.x, position.y

    def window_get_min_size(self) -> Vector2i:
        """The least size; 0 for none."""
        return Vector2i(*self._window.minimum_size)

    def window_set_min_size(self, min_size: Vector2i) -> None:
        """Sets the least size."""
        if min_size.x > 0 and min_size.y > 0:
            self._window.minimum_size = self._points(min_size)

    def window_get_max_size(self) -> Vector2i:
        """The greatest size; 0 for none."""
        return Vector2i(*self._window.maximum_size)

    def window_set_max_size(self, max_size: Vector2i) -> None:
        """Sets the greatest size."""
        if max_size.x > 0 and max_size.y > 0:
            self._window.maximum_size = self._points(max_size)

    def window_get_mode(self) -> int:
        """A `DisplayServer.WINDOW_MODE_*`."""
        if self._fullscreen:
            return _MODE_FULLSCREEN
        if self._minimized:
            return _MODE_MINIMIZED
        return _MODE_MAXIMIZED if self._maximized else _MODE_WINDOWED

    def window_set_mode(self, mode: int) -> None:
        """Sets the mode."""
        if mode in (_MODE_FULLSCREEN, _MODE_EXCLUSIVE):
            self._window.set_fullscreen(mode == _MODE_FULLSCREEN)
            self._fullscreen = True
        else:
            if self._fullscreen:
                self._window.set_windowed()
                self._fullscreen = False
            if mode == _MODE_MINIMIZED:
                self._window.minimize()
            elif mode == _MODE_MAXIMIZED:
                self._window.maximize()
            else:
                self._window.restore()
            self._minimized = mode == _MODE_MINIMIZED
            self._maximized = mode == _MODE_MAXIMIZED
        self._measure()

    def window_get_flag(self, flag: int) -> bool:
        """Whether a `DisplayServer.WINDOW_FLAG_*` is on."""
        return flag in self._flags

    def window_set_flag(self, flag: int, enabled: bool) -> None:
        """Switches a flag."""
        if flag not in (_FLAG_RESIZE_DISABLED, _FLAG_BORDERLESS, _FLAG_ALWAYS_ON_TOP):
            return
        self._flags = self._flags | {flag} if enabled else self._flags - {flag}
        if flag == _FLAG_RESIZE_DISABLED:
            self._window.resizable = not enabled
        elif flag == _FLAG_BORDERLESS:
            self._window.borderless = enabled
        else:
            self._window.always_on_top = enabled

    def window_get_current_screen(self) -> int:
        """The number of the screen that shows the window."""
        return 0

    def window_is_focused(self) -> bool:
        """Whether the window has the focus."""
        return self._focused

    def window_can_draw(self) -> bool:
        """Whether anything of it can be seen."""
        return not self._minimized

    def window_is_maximize_allowed(self) -> bool:
        """Whether it can be maximized."""
        return _FLAG_RESIZE_DISABLED not in self._flags

    def window_request_attention(self) -> None:
        """Has it blink, or what the desktop does for that."""
        try:
            self._window.flash(pygame.FLASH_UNTIL_FOCUSED)
        except pygame.error:  # this desktop has nothing like it
            return

    def window_move_to_foreground(self) -> None:
        """Puts it before all others, with the focus."""
        self._window.focus()

    def set_icon(self, image: Any) -> None:
        """Sets the picture in the title bar and the list of windows."""
        if image is not None:
            self._window.set_icon(surface_of(image._as_pixels()))

    # Screens -------------------------------------------------------------------------------------

    def get_screen_count(self) -> int:
        """How many screens there are."""
        return int(pygame.display.get_num_displays())

    def screen_get_size(self, screen: int) -> Vector2i:
        """The size of a screen in pixels."""
        sizes = pygame.display.get_desktop_sizes()
        return Vector2i(*sizes[screen if 0 <= screen < len(sizes) else 0])

    def screen_get_usable_rect(self, screen: int) -> Rect2i:
        """The part of a screen that bars leave free, as far as it is known."""
        return Rect2i(Vector2i(0, 0), self.screen_get_size(screen))

    def screen_get_scale(self, screen: int) -> float:
        """How many pixels the desktop takes for one."""
        return float(self._reader.scale[0])

    def screen_get_refresh_rate(self, screen: int) -> float:
        """Pictures in a second; -1 when that is not known."""
        rates = pygame.display.get_desktop_refresh_rates()
        rate = rates[screen if 0 <= screen < len(rates) else 0]
        return float(rate) if rate > 0 else -1.0

    # Mouse ---------------------------------------------------------------------------------------

    def mouse_get_position(self) -> Vector2i:
        """Where the mouse is on the screen."""
        x, y = pygame.mouse.get_pos()
        across, down = self._reader.scale
        inside = Vector2i(round(x * across), round(y * down))
        return self.window_get_position() + inside

    def mouse_get_mode(self) -> int:
        """Whether the mouse is shown, hidden or held: an `Input.MOUSE_MODE_*`."""
        return self._mouse_mode

    def mouse_set_mode(self, mouse_mode: int) -> None:
        """Shows, hides or holds the mouse."""
        self._mouse_mode = mouse_mode
        hidden = mouse_mode in (_MOUSE_HIDDEN, _MOUSE_CAPTURED, _MOUSE_CONFINED_HIDDEN)
        held = mouse_mode in (_MOUSE_CAPTURED, _MOUSE_CONFINED, _MOUSE_CONFINED_HIDDEN)
        pygame.mouse.set_visible(not hidden)
        self._window.grab_mouse = held
        pygame.mouse.set_relative_mode(mouse_mode == _MOUSE_CAPTURED)

    def warp_mouse(self, position: Any) -> None:
        """Puts the mouse somewhere in the window."""
        across, down = self._reader.scale
        pygame.mouse.set_pos((position.x / across, position.y / down))

    def cursor_set_shape(self, shape: int) -> None:
        """Sets the shape of the mouse cursor."""
        self._cursor_shape = shape
        self._cursors.show(shape)

    def cursor_set_custom_image(self, cursor: Any, shape: int, hotspot: Vector2) -> None:
        """Sets the picture of one shape of the mouse cursor: an `Image`, a texture, or None."""
        image = cursor.get_image() if hasattr(cursor, "get_image") else cursor
        surface = None if image is None else surface_of(image._as_pixels())
        self._cursors.customize(shape, surface, int(hotspot.x), int(hotspot.y))

    # Clipboard -----------------------------------------------------------------------------------

    def clipboard_get(self) -> str:
        """The text that was copied last."""
        try:
            return str(pygame.scrap.get_text())
        except pygame.error:  # nothing was, or it is no text
            return ""

    def clipboard_set(self, text: str) -> None:
        """Copies a text."""
        pygame.scrap.put_text(text.replace("\0", ""))

    # Keyboard ------------------------------------------------------------------------------------

    def window_set_ime_active(self, active: bool) -> None:
        """Whether text is typed through an input method."""
        self._reader.writes = active
        if active:
            pygame.key.start_text_input()
            return
        pygame.key.stop_text_input()
        if self._reader.composing:
            self._reader.composing = ""
            self._tell(_OS_IME_UPDATE)

    def window_set_ime_position(self, position: Vector2i) -> None:
        """Where the input method shows what it offers."""
        across, down = self._reader.scale
        place = round(position.x / across), round(position.y / down)
        pygame.key.set_text_input_rect(pygame.Rect(*place, 1, 1))

    def ime_get_text(self) -> str:
        """What is being composed."""
        return self._reader.composing

    def ime_get_selection(self) -> Vector2i:
        """Where the caret is in what is being composed, and how much is selected."""
        return Vector2i(*self._reader.selection)


def _icon() -> pygame.Surface:
    """A picture for windows that have none: a triangle that points on, in a ring."""
    parts = [
        *circle_parts(16.0, 16.0, 15.0, 15.0, (0.16, 0.18, 0.22, 1.0), True),
        *polygon_parts(((12.0, 9.0), (24.0, 16.0), (12.0, 23.0)), (0.55, 0.78, 0.62, 1.0)),
    ]
    surface = pygame.Surface((32, 32), pygame.SRCALPHA, 32)
    patch = rasterize(moved(parts, IDENTITY))
    if patch is not None:
        surface.blit(patch.surface, (patch.x, patch.y))
    return surface


def has_screen() -> bool:
    """Whether there seems to be a screen; it costs nothing to ask."""
    if os.environ.get("SDL_VIDEODRIVER"):
        return True
    if os.name == "nt" or os.uname().sysname == "Darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _start_video(driver: str) -> str:
    """Starts the video driver, and only that; gives its name."""
    asked = driver or os.environ.get("SDL_VIDEODRIVER", "")
    if not asked and not has_screen():
        raise NoDisplayError("no display was found")
    before = os.environ.get("SDL_VIDEODRIVER")
    if driver:
        os.environ["SDL_VIDEODRIVER"] = driver
    os.environ.setdefault("SDL_IME_SHOW_UI", "1")
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "scenetick")
    try:
        pygame.display.init()
        name = str(pygame.display.get_driver())
    except pygame.error as problem:
        raise NoDisplayError(str(problem)) from problem
    finally:
        if driver:
            _restore("SDL_VIDEODRIVER", before)
    if name in _NO_SCREEN and not asked:
        pygame.display.quit()
        raise NoDisplayError("no display was found")
    return name


def _restore(name: str, value: str | None) -> None:
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value
