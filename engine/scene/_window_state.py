"""What a window is: its title, its place and size, its mode and flags.

The root of a tree may have a window on a display. What is set is told to it then; what somebody
does to it there comes back through `_rect_event` and its like.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from engine.core import output
from engine.core._lazy import lazy
from engine.core.accessors import accessors
from engine.core.vector2i import Vector2i
from engine.scene._window_scaling import WindowScaling

if TYPE_CHECKING:
    from engine.core import packed_vector_arrays as _packed_vector_arrays
    from engine.core import rect2i as _rect2i
    from engine.core.accessors import Accessors
    from engine.core.packed_vector_arrays import PackedVector2Array
    from engine.core.rect2i import Rect2i
    from engine.servers._display import Display
else:
    _packed_vector_arrays = lazy("engine.core.packed_vector_arrays")
    _rect2i = lazy("engine.core.rect2i")

_NO_WINDOW, _MAIN_WINDOW = -1, 0
_NONE = Vector2i(0, 0)


def _flag(flag: int) -> Accessors[bool, bool]:
    """A flag as a property."""

    def get(self: Any) -> bool:
        return bool(self.get_flag(flag))

    def set_(self: Any, enabled: bool) -> None:
        self.set_flag(flag, enabled)

    return accessors(get, set_)


class WindowState(WindowScaling):
    """The state of a window."""

    _own: ClassVar[tuple[str, ...]] = (
        "_display",
        "_exclusive",
        "_exclusive_child",
        "_flags",
        "_focused",
        "_initial_position",
        "_max_size",
        "_min_size",
        "_mode",
        "_position",
        "_title",
        "_transient",
        "_transient_to_focused",
        "_wrap_controls",
    )
    _display: Display | None = None  # what shows the window by itself
    _exclusive: bool = False
    _exclusive_child: Any = None  # a window that has all input while it is shown
    _flags: int = 0
    _focused: bool = False
    _initial_position: int = 0
    _max_size: Vector2i = _NONE
    _min_size: Vector2i = _NONE
    _mode: int = 0
    _position: Vector2i = _NONE
    _title: str = ""
    _transient: bool = False
    _transient_to_focused: bool = False
    _wrap_controls: bool = False

    def _appearance_changed(self) -> None:
        """What is seen of the window has changed; its embedder should look again."""
        if self._embedder is not None:
            self._embedder._frame_stale = True

    # Title ---------------------------------------------------------------------------------------

    def set_title(self, title: str) -> None:
        """Sets `title`."""
        if title == self._title:
            return
        self._title = str(title)
        if self._display is not None:
            self._display.window_set_title(self._title)
        self._appearance_changed()
        self._emit_if_heard("title_changed")

    def get_title(self) -> str:
        """The text of the title bar."""
        return self._title

    title = accessors(get_title, set_title)

    # Place and size ------------------------------------------------------------------------------

    def set_initial_position(self, initial_position: int) -> None:
        """Sets `initial_position`."""
        self._initial_position = int(initial_position)

    def get_initial_position(self) -> int:
        """Where the window appears: a `WINDOW_INITIAL_POSITION_*`."""
        return self._initial_position

    initial_position = accessors(get_initial_position, set_initial_position)

    def set_position(self, position: Vector2i) -> None:
        """Sets `position`."""
        self._position = Vector2i(position.x, position.y)
        if self._display is not None:
            self._display.window_set_position(self._position)
        self._appearance_changed()

    def get_position(self) -> Vector2i:
        """The upper left corner, on the screen or in what embeds the window."""
        return self._position

    position = accessors(get_position, set_position)

    def set_size(self, size: Vector2i) -> None:
        """Sets `size`."""
        self._size = Vector2i(size.x, size.y)
        self._update_window_size()

    def get_size(self) -> Vector2i:
        """The size in pixels, without title and frame."""
        return self._size

    size = accessors(get_size, set_size)

    def set_min_size(self, min_size: Vector2i) -> None:
        """Sets `min_size`."""
        least = Vector2i(max(min_size.x, 0), max(min_size.y, 0))
        if least != self._min_size:
            self._min_size = least
            self._update_window_size()

    def get_min_size(self) -> Vector2i:
        """The least size; 0 for none."""
        return self._min_size

    min_size = accessors(get_min_size, set_min_size)

    def set_max_size(self, max_size: Vector2i) -> None:
        """Sets `max_size`."""
        most = Vector2i(max(max_size.x, 0), max(max_size.y, 0))
        if most != self._max_size:
            self._max_size = most
            self._update_window_size()

    def get_max_size(self) -> Vector2i:
        """The greatest size; 0 for none."""
        return self._max_size

    max_size = accessors(get_max_size, set_max_size)

    def _clamp_window_size(self, size: Vector2i) -> Vector2i:
        """A size between the least and the greatest one."""
        return size

    def _update_window_size(self) -> None:
        """Brings the size within its limits, and has the display and the view follow it."""
        self._size = self._clamp_window_size(self._size)
        if self._embedder is not None:
            self._size = Vector2i(max(self._size.x, 1), max(self._size.y, 1))
            self._appearance_changed()
        elif self._display is not None:
            self._display.window_set_min_size(self._min_size)
            self._display.window_set_max_size(self._max_size)
            self._display.window_set_size(self._size)
        self._update_viewport_size()

    # Mode and flags ------------------------------------------------------------------------------

    def set_mode(self, mode: int) -> None:
        """Sets `mode`."""
        self._mode = int(mode)
        if self._display is not None:
            self._display.window_set_mode(self._mode)
        self._appearance_changed()

    def get_mode(self) -> int:
        """How the window lies on the screen: a `MODE_*`."""
        if self._display is not None:
            self._mode = self._display.window_get_mode()
        elif self._is_unseen_root():
            return int(self.MODE_MINIMIZED)
        return self._mode

    def _is_unseen_root(self) -> bool:
        """Whether it is a root without a display: minimized, and with all flags off."""
        return self._parent is None and self._tree is not None and self._display is None

    mode = accessors(get_mode, set_mode)

    def set_flag(self, flag: int, enabled: bool) -> None:
        """Switches a `FLAG_*`."""
        if not 0 <= flag < self.FLAG_MAX:
            output.error(f"Index p_flag = {int(flag)} is out of bounds (FLAG_MAX = 13).")
            return
        bit = 1 << int(flag)
        self._flags = self._flags | bit if enabled else self._flags & ~bit
        if flag == self.FLAG_TRANSPARENT:
            self.transparent_bg = bool(enabled)
        if self._display is not None:
            self._display.window_set_flag(int(flag), bool(enabled))
        self._appearance_changed()

    def get_flag(self, flag: int) -> bool:
        """Whether a `FLAG_*` is on."""
        if not 0 <= flag < self.FLAG_MAX:
            output.error(f"Index p_flag = {int(flag)} is out of bounds (FLAG_MAX = 13).")
            return False
        return bool(self._flags & 1 << int(flag)) and not self._is_unseen_root()

    unresizable = _flag(0)
    borderless = _flag(1)
    always_on_top = _flag(2)
    transparent = _flag(3)
    unfocusable = _flag(4)
    popup_window = _flag(5)
    extend_to_title = _flag(6)
    mouse_passthrough = _flag(7)
    sharp_corners = _flag(8)
    exclude_from_capture = _flag(9)
    popup_wm_hint = _flag(10)
    minimize_disabled = _flag(11)
    maximize_disabled = _flag(12)

    def is_maximize_allowed(self) -> bool:
        """Whether the window can be maximized: only one on a display can."""
        return self._display is not None and self._display.window_is_maximize_allowed()

    # Settings for windows on a display -----------------------------------------------------------

    _force_native: bool = False
    _keep_title_visible: bool = False
    _nonclient_area: Any = None
    _passthrough: Any = None

    def set_force_native(self, force_native: bool) -> None:
        """Sets `force_native`."""
        if bool(force_native) == self._force_native:
            return
        if self._tree is not None and self._visible:
            output.error(
                'Can\'t change "force_native" while a window is displayed. Consider hiding window '
                "before changing this value."
            )
            return
        self._force_native = bool(force_native)

    def get_force_native(self) -> bool:
        """Whether it should be a window of its own; it is embedded all the same."""
        return self._force_native

    force_native = accessors(get_force_native, set_force_native)

    def set_keep_title_visible(self, title_visible: bool) -> None:
        """Sets `keep_title_visible`."""
        self._keep_title_visible = bool(title_visible)

    def get_keep_title_visible(self) -> bool:
        """Whether the window is never narrower than its title."""
        return self._keep_title_visible

    keep_title_visible = accessors(get_keep_title_visible, set_keep_title_visible)

    def set_nonclient_area(self, area: Rect2i) -> None:
        """Sets `nonclient_area`."""
        self._nonclient_area = area

    def get_nonclient_area(self) -> Rect2i:
        """A part that counts as frame."""
        return self._nonclient_area or _rect2i.Rect2i()

    nonclient_area = accessors(get_nonclient_area, set_nonclient_area)

    def set_mouse_passthrough_polygon(self, polygon: PackedVector2Array) -> None:
        """Sets `mouse_passthrough_polygon`."""
        self._passthrough = polygon

    def get_mouse_passthrough_polygon(self) -> PackedVector2Array:
        """Outside of it the mouse belongs to the window below; empty for nowhere."""
        if self._passthrough is None:
            return _packed_vector_arrays.PackedVector2Array()
        polygon: PackedVector2Array = self._passthrough
        return polygon

    mouse_passthrough_polygon = accessors(
        get_mouse_passthrough_polygon, set_mouse_passthrough_polygon
    )

    def set_current_screen(self, index: int) -> None:
        """Sets `current_screen`."""
        if self._display is not None:
            self._display.window_set_current_screen(int(index))

    def get_current_screen(self) -> int:
        """The number of the screen that shows the window."""
        return (
            -self._is_unseen_root()
            if self._display is None
            else self._display.window_get_current_screen()
        )

    current_screen = accessors(get_current_screen, set_current_screen)

    def get_window_id(self) -> int:
        """The display's number for the window; -1 for one that it does not show by itself."""
        is_main = self._tree is not None and self._parent is None
        return _MAIN_WINDOW if is_main else _NO_WINDOW

    # What the display is asked to do -------------------------------------------------------------

    def request_attention(self) -> None:
        """Has the window blink, or what the desktop does for that."""
        if self._display is not None:
            self._display.window_request_attention()

    def start_drag(self) -> None:
        """Has the window follow the mouse until the button is released."""
        if self._display is not None:
            self._display.window_start_drag()

    def start_resize(self, edge: int) -> None:
        """Has an edge of the window follow the mouse until the button is released."""
        if self._display is not None:
            self._display.window_start_resize(int(edge))

    def set_ime_active(self, active: bool) -> None:
        """Whether text is typed through an input method."""
        if self._display is not None:
            self._display.window_set_ime_active(bool(active))

    def set_ime_position(self, position: Vector2i) -> None:
        """Where the input method shows what it offers."""
        if self._display is not None:
            self._display.window_set_ime_position(position)
