"""The window of a tree: chosen, opened, told of, and painted after each frame.

A run has a display when it was not told to go without (`--headless`) and there is one. Where there
is none it says so in one line, and goes on headless.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from engine.core._lazy import lazy
from engine.core.file_access import FileAccess
from engine.core.os import OS
from engine.core.project_settings import ProjectSettings
from engine.main.options import Options as Options
from engine.scene.scene_tree import SceneTree
from engine.servers import canvas
from engine.servers._display import HeadlessDisplay
from engine.servers._painting import painting
from engine.servers.display_server import DisplayServer
from engine.servers.rendering_server import RenderingServer

if TYPE_CHECKING:
    from engine.gui import _draw_list
    from engine.gui import image as _image
    from engine.platform import pygame_display
    from engine.platform.pygame_display import PygameDisplay
else:
    _draw_list = lazy("engine.gui._draw_list")
    _image = lazy("engine.gui.image")
    pygame_display = lazy("engine.platform.pygame_display")

_SIZE = "display/window/size/"
_WITHOUT = "headless"
_SDL_DRIVERS = ("dummy", "offscreen")  # the others are names of systems: what SDL finds is right


class Screen:
    """A tree's root on a display.

    Args:
        tree: the tree; nothing has entered it yet.
        display: the window.
    """

    def __init__(self, tree: SceneTree, display: PygameDisplay) -> None:
        self.tree = tree
        self.display = display
        DisplayServer._use(display)
        display.listener = tree.root
        tree.root._show_on(display)
        painting.picture = display.picture

    def before_frame(self) -> None:
        """Takes what happened on the display."""
        with self.tree._running():
            self.display.process_events()

    def draw(self) -> bool:
        """Shows the tree; gives whether anything had to be painted."""
        if not (self.display.window_can_draw() and RenderingServer.render_loop_enabled):
            return False
        with self.tree._running():
            if OS.low_processor_usage_mode and not self._has_changed():
                return False
            RenderingServer._before_drawing()
            self.tree._queue.flush()
            painted = self.show()
            RenderingServer._after_drawing()
            self.tree._queue.flush()
        return painted

    def _has_changed(self) -> bool:
        return self.display.is_behind(_draw_list.frame_of(self.tree.root))

    def show(self) -> bool:
        """Brings the window up to date, without telling anybody."""
        root = self.tree.root
        frame = _draw_list.frame_of(root)
        return self.display.show(frame, self._place(frame), self.tree.clock.now())

    def _place(self, frame: canvas.Frame) -> tuple[int, int, int, int] | None:
        """Where the picture lies in the window; None when it fills it."""
        shown = self.tree.root._shown
        if shown is None:
            return None
        width, height = frame.size
        left, top = round(shown.origin.x), round(shown.origin.y)
        return left, top, round(width * shown.x.x), round(height * shown.y.y)

    def close(self) -> None:
        """Takes the window away."""
        self.display.listener = None
        painting.picture = None
        DisplayServer._use(HeadlessDisplay())
        self.display.close()


def open_screen(tree: SceneTree, options: Options) -> Screen | None:
    """Opens the window of a tree as the command line and the project say; None for headless."""
    display = _display(options)
    if display is None:
        return None
    screen = Screen(tree, display)
    _set_up(screen, options)
    return screen


def _display(options: Options) -> PygameDisplay | None:
    driver = options.display_driver.lower()
    if options.headless or driver == _WITHOUT:
        return None
    size = _size(options)
    try:
        return pygame_display.PygameDisplay(
            str(_setting("application/config/name") or ""),
            size,
            _position(options),
            driver if driver in _SDL_DRIVERS else "",
        )
    except pygame_display.NoDisplayError as problem:
        print(f"Running headless: {problem}.", file=sys.stderr)
    except ImportError as problem:
        print(f"Running headless: pygame cannot be loaded ({problem}).", file=sys.stderr)
    return None


def _setting(name: str) -> Any:
    return ProjectSettings.get_setting_with_override(name)


def _size(options: Options) -> tuple[int, int]:
    if options.resolution is not None:
        return options.resolution
    width = int(_setting(_SIZE + "window_width_override") or _setting(_SIZE + "viewport_width"))
    height = int(_setting(_SIZE + "window_height_override") or _setting(_SIZE + "viewport_height"))
    return width, height


def _position(options: Options) -> tuple[int, int] | None:
    if options.position is not None:
        return options.position
    if int(_setting(_SIZE + "initial_position_type")) == 0:
        at = _setting(_SIZE + "initial_position")
        return at.x, at.y
    return None


def _set_up(screen: Screen, options: Options) -> None:
    """Flags and mode, of the project and of the command line."""
    root = screen.tree.root
    flags: dict[int, Callable[[], bool]] = {
        int(root.FLAG_RESIZE_DISABLED): lambda: not _setting(_SIZE + "resizable"),
        int(root.FLAG_BORDERLESS): lambda: bool(_setting(_SIZE + "borderless")),
        int(root.FLAG_ALWAYS_ON_TOP): lambda: (
            options.always_on_top or bool(_setting(_SIZE + "always_on_top"))
        ),
    }
    for flag, wanted in flags.items():
        if wanted():
            root.set_flag(flag, True)
    icon = str(_setting("application/config/icon") or "")
    if icon and FileAccess.file_exists(icon):
        screen.display.set_icon(_image.Image.load_from_file(icon))
    mode = int(_setting(_SIZE + "mode")) if options.window_mode is None else options.window_mode
    if mode:
        root.mode = mode
    screen.tree.root._show_on(screen.display)
