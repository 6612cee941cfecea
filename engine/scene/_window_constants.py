"""Constants and signals of `Window`."""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar

from engine.core.signal import Signal
from engine.scene.viewport import Viewport


class WindowConstants(Viewport):
    """The constants and signals of a window."""

    class Mode(IntEnum):
        """How the window lies on the screen."""

        MODE_WINDOWED = 0
        MODE_MINIMIZED = 1
        MODE_MAXIMIZED = 2
        MODE_FULLSCREEN = 3
        MODE_EXCLUSIVE_FULLSCREEN = 4

    class Flags(IntEnum):
        """What `set_flag` switches."""

        FLAG_RESIZE_DISABLED = 0
        FLAG_BORDERLESS = 1
        FLAG_ALWAYS_ON_TOP = 2
        FLAG_TRANSPARENT = 3
        FLAG_NO_FOCUS = 4
        FLAG_POPUP = 5
        FLAG_EXTEND_TO_TITLE = 6
        FLAG_MOUSE_PASSTHROUGH = 7
        FLAG_SHARP_CORNERS = 8
        FLAG_EXCLUDE_FROM_CAPTURE = 9
        FLAG_POPUP_WM_HINT = 10
        FLAG_MINIMIZE_DISABLED = 11
        FLAG_MAXIMIZE_DISABLED = 12
        FLAG_MAX = 13

    class ContentScaleMode(IntEnum):
        """What is scaled with the window."""

        CONTENT_SCALE_MODE_DISABLED = 0
        CONTENT_SCALE_MODE_CANVAS_ITEMS = 1
        CONTENT_SCALE_MODE_VIEWPORT = 2

    class ContentScaleAspect(IntEnum):
        """What becomes of the content when the window has other proportions."""

        CONTENT_SCALE_ASPECT_IGNORE = 0
        CONTENT_SCALE_ASPECT_KEEP = 1
        CONTENT_SCALE_ASPECT_KEEP_WIDTH = 2
        CONTENT_SCALE_ASPECT_KEEP_HEIGHT = 3
        CONTENT_SCALE_ASPECT_EXPAND = 4

    class ContentScaleStretch(IntEnum):
        """Whether scales are whole numbers."""

        CONTENT_SCALE_STRETCH_FRACTIONAL = 0
        CONTENT_SCALE_STRETCH_INTEGER = 1

    class LayoutDirection(IntEnum):
        """Where lines of controls begin."""

        LAYOUT_DIRECTION_INHERITED = 0
        LAYOUT_DIRECTION_APPLICATION_LOCALE = 1
        LAYOUT_DIRECTION_LTR = 2
        LAYOUT_DIRECTION_RTL = 3
        LAYOUT_DIRECTION_SYSTEM_LOCALE = 4
        LAYOUT_DIRECTION_MAX = 5
        LAYOUT_DIRECTION_LOCALE = 1

    class WindowInitialPosition(IntEnum):
        """Where the window appears."""

        WINDOW_INITIAL_POSITION_ABSOLUTE = 0
        WINDOW_INITIAL_POSITION_CENTER_PRIMARY_SCREEN = 1
        WINDOW_INITIAL_POSITION_CENTER_MAIN_WINDOW_SCREEN = 2
        WINDOW_INITIAL_POSITION_CENTER_OTHER_SCREEN = 3
        WINDOW_INITIAL_POSITION_CENTER_SCREEN_WITH_MOUSE_FOCUS = 4
        WINDOW_INITIAL_POSITION_CENTER_SCREEN_WITH_KEYBOARD_FOCUS = 5

    CONTENT_SCALE_ASPECT_EXPAND = ContentScaleAspect.CONTENT_SCALE_ASPECT_EXPAND
    CONTENT_SCALE_ASPECT_IGNORE = ContentScaleAspect.CONTENT_SCALE_ASPECT_IGNORE
    CONTENT_SCALE_ASPECT_KEEP = ContentScaleAspect.CONTENT_SCALE_ASPECT_KEEP
    CONTENT_SCALE_ASPECT_KEEP_HEIGHT = ContentScaleAspect.CONTENT_SCALE_ASPECT_KEEP_HEIGHT
    CONTENT_SCALE_ASPECT_KEEP_WIDTH = ContentScaleAspect.CONTENT_SCALE_ASPECT_KEEP_WIDTH
    CONTENT_SCALE_MODE_CANVAS_ITEMS = ContentScaleMode.CONTENT_SCALE_MODE_CANVAS_ITEMS
    CONTENT_SCALE_MODE_DISABLED = ContentScaleMode.CONTENT_SCALE_MODE_DISABLED
    CONTENT_SCALE_MODE_VIEWPORT = ContentScaleMode.CONTENT_SCALE_MODE_VIEWPORT
    CONTENT_SCALE_STRETCH_FRACTIONAL = ContentScaleStretch.CONTENT_SCALE_STRETCH_FRACTIONAL
    CONTENT_SCALE_STRETCH_INTEGER = ContentScaleStretch.CONTENT_SCALE_STRETCH_INTEGER
    FLAG_ALWAYS_ON_TOP = Flags.FLAG_ALWAYS_ON_TOP
    FLAG_BORDERLESS = Flags.FLAG_BORDERLESS
    FLAG_EXCLUDE_FROM_CAPTURE = Flags.FLAG_EXCLUDE_FROM_CAPTURE
    FLAG_EXTEND_TO_TITLE = Flags.FLAG_EXTEND_TO_TITLE
    FLAG_MAX = Flags.FLAG_MAX
    FLAG_MAXIMIZE_DISABLED = Flags.FLAG_MAXIMIZE_DISABLED
    FLAG_MINIMIZE_DISABLED = Flags.FLAG_MINIMIZE_DISABLED
    FLAG_MOUSE_PASSTHROUGH = Flags.FLAG_MOUSE_PASSTHROUGH
    FLAG_NO_FOCUS = Flags.FLAG_NO_FOCUS
    FLAG_POPUP = Flags.FLAG_POPUP
    FLAG_POPUP_WM_HINT = Flags.FLAG_POPUP_WM_HINT
    FLAG_RESIZE_DISABLED = Flags.FLAG_RESIZE_DISABLED
    FLAG_SHARP_CORNERS = Flags.FLAG_SHARP_CORNERS
    FLAG_TRANSPARENT = Flags.FLAG_TRANSPARENT
    LAYOUT_DIRECTION_APPLICATION_LOCALE = LayoutDirection.LAYOUT_DIRECTION_APPLICATION_LOCALE
    LAYOUT_DIRECTION_INHERITED = LayoutDirection.LAYOUT_DIRECTION_INHERITED
    LAYOUT_DIRECTION_LOCALE = LayoutDirection.LAYOUT_DIRECTION_LOCALE
    LAYOUT_DIRECTION_LTR = LayoutDirection.LAYOUT_DIRECTION_LTR
    LAYOUT_DIRECTION_MAX = LayoutDirection.LAYOUT_DIRECTION_MAX
    LAYOUT_DIRECTION_RTL = LayoutDirection.LAYOUT_DIRECTION_RTL
    LAYOUT_DIRECTION_SYSTEM_LOCALE = LayoutDirection.LAYOUT_DIRECTION_SYSTEM_LOCALE
    MODE_EXCLUSIVE_FULLSCREEN = Mode.MODE_EXCLUSIVE_FULLSCREEN
    MODE_FULLSCREEN = Mode.MODE_FULLSCREEN
    MODE_MAXIMIZED = Mode.MODE_MAXIMIZED
    MODE_MINIMIZED = Mode.MODE_MINIMIZED
    MODE_WINDOWED = Mode.MODE_WINDOWED
    WINDOW_INITIAL_POSITION_ABSOLUTE = WindowInitialPosition.WINDOW_INITIAL_POSITION_ABSOLUTE
    WINDOW_INITIAL_POSITION_CENTER_MAIN_WINDOW_SCREEN = (
        WindowInitialPosition.WINDOW_INITIAL_POSITION_CENTER_MAIN_WINDOW_SCREEN
    )
    WINDOW_INITIAL_POSITION_CENTER_OTHER_SCREEN = (
        WindowInitialPosition.WINDOW_INITIAL_POSITION_CENTER_OTHER_SCREEN
    )
    WINDOW_INITIAL_POSITION_CENTER_PRIMARY_SCREEN = (
        WindowInitialPosition.WINDOW_INITIAL_POSITION_CENTER_PRIMARY_SCREEN
    )
    WINDOW_INITIAL_POSITION_CENTER_SCREEN_WITH_KEYBOARD_FOCUS = (
        WindowInitialPosition.WINDOW_INITIAL_POSITION_CENTER_SCREEN_WITH_KEYBOARD_FOCUS
    )
    WINDOW_INITIAL_POSITION_CENTER_SCREEN_WITH_MOUSE_FOCUS = (
        WindowInitialPosition.WINDOW_INITIAL_POSITION_CENTER_SCREEN_WITH_MOUSE_FOCUS
    )
    NOTIFICATION_VISIBILITY_CHANGED = 30
    NOTIFICATION_THEME_CHANGED = 32

    window_input = Signal("event")
    nonclient_window_input = Signal("event")
    files_dropped = Signal("files")
    mouse_entered = Signal()
    mouse_exited = Signal()
    focus_entered = Signal()
    focus_exited = Signal()
    close_requested = Signal()
    go_back_requested = Signal()
    visibility_changed = Signal()
    about_to_popup = Signal()
    theme_changed = Signal()
    dpi_changed = Signal()
    titlebar_changed = Signal()
    title_changed = Signal()

    _stored: ClassVar[tuple[str, ...]] = (
        "mode",
        "title",
        "initial_position",
        "position",
        "size",
        "nonclient_area",
        "mouse_passthrough_polygon",
        "visible",
        "wrap_controls",
        "transient",
        "transient_to_focused",
        "exclusive",
        "unresizable",
        "borderless",
        "always_on_top",
        "transparent",
        "unfocusable",
        "popup_window",
        "extend_to_title",
        "mouse_passthrough",
        "sharp_corners",
        "exclude_from_capture",
        "popup_wm_hint",
        "minimize_disabled",
        "maximize_disabled",
        "force_native",
        "min_size",
        "max_size",
        "keep_title_visible",
        "content_scale_size",
        "content_scale_mode",
        "content_scale_aspect",
        "content_scale_stretch",
        "content_scale_factor",
        "accessibility_name",
        "accessibility_description",
        "theme",
        "theme_type_variation",
    )
