"""`Window`: the root of a tree, and what pops up in front of it.

`Window` is one class in Godot. Here it is a chain of classes, one for each theme and file:

    Viewport -> WindowConstants -> WindowScaling -> WindowState -> WindowVisibility -> WindowPopups
    -> WindowTheme -> Window
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from engine.core import output
from engine.core._lazy import lazy
from engine.core.accessors import accessors
from engine.core.vector2i import Vector2i
from engine.scene._window_theme import WindowTheme
from engine.scene._window_visibility import WindowVisibility

if TYPE_CHECKING:
    from engine.core import project_settings as _project_settings
    from engine.core import transform2d as _transform2d
    from engine.core.transform2d import Transform2D
    from engine.servers._display import Display
else:
    _project_settings = lazy("engine.core.project_settings")
    _transform2d = lazy("engine.core.transform2d")

_LAYOUT_DIRECTION_CHANGED = 49  # what controls are told
_ROOT_MIN_SIZE = Vector2i(64, 64)
_MODES = {"disabled": 0, "canvas_items": 1, "viewport": 2}
_ASPECTS = {"ignore": 0, "keep": 1, "keep_width": 2, "keep_height": 3, "expand": 4}


class Window(WindowTheme):
    """A window: the root of a tree, or one that is shown inside of another.

    Signals: `close_requested` when somebody wants to close it, `go_back_requested`,
    `window_input` with each event that comes to it, `focus_entered`, `focus_exited`,
    `mouse_entered`, `mouse_exited`, `about_to_popup`, `visibility_changed`, `title_changed`,
    `theme_changed`, `files_dropped`, and those of `Viewport`.
    """

    _own: ClassVar[tuple[str, ...]] = (
        "_accessibility_description",
        "_accessibility_name",
        "_layout_direction",
        "_mouse_in_window",
        "_nonclient_area",
        "_passthrough",
        "_quadrants",
        "_uses_font_oversampling",
    )
    _is_window = True
    _instantiable = True
    _accessibility_description: str = ""
    _accessibility_name: str = ""
    _layout_direction: int = 0
    _mouse_in_window: bool = False
    _uses_font_oversampling: bool = False

    def __init__(self) -> None:
        super().__init__()

    # The root ------------------------------------------------------------------------------------

    def _become_root(self) -> None:
        """Makes it what the root of a tree is in Godot."""
        self._embeds_windows = True
        self._min_size = _ROOT_MIN_SIZE
        self.physics_object_picking = True
        self.audio_listener_enable_2d = self.audio_listener_enable_3d = True
        self.positional_shadow_atlas_size = 4096

    def _follow_settings(self) -> None:
        """Scales the content as the project says."""
        setting = _project_settings.ProjectSettings.get_setting_with_override
        self._content_scale_size = Vector2i(
            int(setting("display/window/size/viewport_width")),
            int(setting("display/window/size/viewport_height")),
        )
        stretch = "display/window/stretch/"
        self._content_scale_mode = _MODES.get(str(setting(stretch + "mode")), 0)
        self._content_scale_aspect = _ASPECTS.get(str(setting(stretch + "aspect")), 0)
        self._content_scale_stretch = int(setting(stretch + "scale_mode") == "integer")
        self._content_scale_factor = float(setting(stretch + "scale"))
        self._embeds_windows = bool(setting("display/window/subwindows/embed_subwindows"))
        self.gui_snap_controls_to_pixels = bool(setting("gui/common/snap_controls_to_pixels"))
        self.gui_drag_threshold = int(setting("gui/common/drag_threshold"))

    def _show_on(self, display: Display | None) -> None:
        """Has a display show the window, which takes its size from there; None ends that."""
        self._display = display
        if display is not None:
            display.window_set_title(self._title)
            self._size = display.window_get_size()
            self._position = display.window_get_position()
        self._update_viewport_size()

    def _window_enters(self) -> None:
        if self._parent is None:
            if self._display is None:
                self._focused = True
                WindowVisibility._focused_window = self
                self._mouse_event(True)
            self._update_viewport_size()
        super()._window_enters()

    def can_draw(self) -> bool:
        """Whether something of the window is seen."""
        return super().can_draw() and not self._is_unseen_root()

    # Where it is ---------------------------------------------------------------------------------

    def _is_on_screen(self) -> bool:
        if self._embedder is not None:
            return bool(self._embedder._is_on_screen())
        return self._tree is not None

    def _screen_transform(self, absolute: bool) -> Transform2D:
        own = self.get_final_transform()
        if self._embedder is not None:
            above: Transform2D = self._embedder._screen_transform(absolute)
            return above * _transform2d.Transform2D(0.0, self._position) * own
        if absolute and self._display is not None:
            return _transform2d.Transform2D(0.0, self._display.window_get_position()) * own
        return own

    def get_position_with_decorations(self) -> Vector2i:
        """The upper left corner of title and frame."""
        if self._display is not None:
            return self._display.window_get_position_with_decorations()
        if not self._has_frame():
            return Vector2i() if self._is_unseen_root() else self._position
        offset = self.get_theme_stylebox("embedded_border").get_offset()
        return self._position - Vector2i(int(offset.x), int(offset.y))

    def get_size_with_decorations(self) -> Vector2i:
        """The size with title and frame."""
        if self._display is not None:
            return self._display.window_get_size_with_decorations()
        if not self._has_frame():
            return Vector2i() if self._is_unseen_root() else self._size
        more = self.get_theme_stylebox("embedded_border").get_minimum_size()
        return self._size + Vector2i(int(more.x), int(more.y))

    def _has_frame(self) -> bool:
        return self._embedder is not None and not self._flags & 1 << self.FLAG_BORDERLESS

    def move_to_center(self) -> None:
        """Puts the window into the middle of the screen, or of what embeds it."""
        if self._tree is None:
            output.error('Condition "!is_inside_tree()" is true.')
            return
        space = self._popup_space()
        if self._display is not None and self._embedder is None:
            space = self._display.screen_get_usable_rect(self.get_current_screen())
        if space.has_area():
            self.set_position(space.position + (space.size - self._size) / 2)

    # The mouse, as the display tells -------------------------------------------------------------

    def _mouse_event(self, inside: bool) -> None:
        """The mouse has come into the window, or has left it."""
        if self._tree is None or inside == self._mouse_in_window:
            return
        self._mouse_in_window = inside
        if inside:
            self._tell_content(self.NOTIFICATION_WM_MOUSE_ENTER)
            return
        if self._gui is not None:
            self._gui.mouse_left()
        if self._mouse_inside:
            self.notification(self.NOTIFICATION_VP_MOUSE_EXIT)
        self._tell_content(self.NOTIFICATION_WM_MOUSE_EXIT)

    def _mouse_came(self) -> None:
        if self._parent is None and not self._mouse_inside:
            self.notification(self.NOTIFICATION_VP_MOUSE_ENTER)

    # Languages -----------------------------------------------------------------------------------

    def set_layout_direction(self, direction: int) -> None:
        """Sets `layout_direction`."""
        if not 0 <= direction < self.LAYOUT_DIRECTION_MAX:
            output.error(
                f"Index p_direction = {int(direction)} is out of bounds (LAYOUT_DIRECTION_MAX = 5)."
            )
            return
        self._layout_direction = int(direction)
        self.propagate_notification(_LAYOUT_DIRECTION_CHANGED)

    def get_layout_direction(self) -> int:
        """Where lines of controls begin: a `LAYOUT_DIRECTION_*`."""
        return self._layout_direction

    layout_direction = accessors(get_layout_direction, set_layout_direction)

    def is_layout_rtl(self) -> bool:
        """Whether lines of controls begin on the right."""
        if self._layout_direction != self.LAYOUT_DIRECTION_INHERITED:
            return self._layout_direction == self.LAYOUT_DIRECTION_RTL
        parent = self._parent
        while parent is not None:
            if hasattr(parent, "is_layout_rtl"):
                return bool(parent.is_layout_rtl())
            parent = parent._parent
        return False

    def set_auto_translate(self, enable: bool) -> None:
        """Sets `auto_translate`."""
        self.auto_translate_mode = (
            self.AUTO_TRANSLATE_MODE_ALWAYS if enable else self.AUTO_TRANSLATE_MODE_DISABLED
        )

    def is_auto_translating(self) -> bool:
        """Whether the title is translated by itself."""
        return self.can_auto_translate()

    auto_translate = accessors(is_auto_translating, set_auto_translate)

    # Others --------------------------------------------------------------------------------------

    def set_use_font_oversampling(self, enable: bool) -> None:
        """Whether fonts are drawn finer where the content is scaled; see `oversampling`."""
        self._uses_font_oversampling = bool(enable)

    def is_using_font_oversampling(self) -> bool:
        """Whether fonts are drawn finer where the content is scaled."""
        return self._uses_font_oversampling

    def set_accessibility_name(self, name: str) -> None:
        """Sets `accessibility_name`."""
        self._accessibility_name = str(name)

    def get_accessibility_name(self) -> str:
        """What screen readers call the window."""
        return self._accessibility_name

    accessibility_name = accessors(get_accessibility_name, set_accessibility_name)

    def set_accessibility_description(self, description: str) -> None:
        """Sets `accessibility_description`."""
        self._accessibility_description = str(description)

    def get_accessibility_description(self) -> str:
        """What screen readers say of the window."""
        return self._accessibility_description

    accessibility_description = accessors(
        get_accessibility_description, set_accessibility_description
    )
