"""`Popup` and `PopupPanel`: windows that go away when one clicks beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from engine.core import message_queue
from engine.core.rect2i import Rect2i
from engine.core.signal import Signal
from engine.core.vector2 import Vector2
from engine.gui.control import Control
from engine.gui.panel import Panel
from engine.scene.window import Window

if TYPE_CHECKING:
    from engine.core.input_event import InputEvent

_RESIZE_DISABLED, _BORDERLESS, _POPUP = 0, 1, 5
_TRANSPARENT, _WM_HINT, _MINIMIZE_DISABLED, _MAXIMIZE_DISABLED = 3, 10, 11, 12


class Popup(Window):
    """A window without a frame that is hidden when a window it lies in gets the focus.

    Signals: `popup_hide` when it is hidden.
    """

    popup_hide = Signal()

    _own: ClassVar[tuple[str, ...]] = ("_popped_up", "_watched")
    _popped_up: bool = False  # whether it has had the focus since it was shown
    _watched: list[Any] | None = None  # the windows that it lies in, while it is shown

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._visible = False
        self._wrap_controls = self._transient = True
        for flag in (
            _RESIZE_DISABLED,
            _BORDERLESS,
            _POPUP,
            _WM_HINT,
            _MINIMIZE_DISABLED,
            _MAXIMIZE_DISABLED,
        ):
            self._flags |= 1 << flag
        return self

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self.NOTIFICATION_VISIBILITY_CHANGED:
            if self._visible:
                self._watch_windows()
            else:
                self._unwatch_windows()
                self._emit_if_heard("popup_hide")
                self._popped_up = False
        elif what == self.NOTIFICATION_WM_WINDOW_FOCUS_IN:
            if self._focused:
                self._popped_up = True
        elif what in (self.NOTIFICATION_EXIT_TREE, self.NOTIFICATION_UNPARENTED):
            self._unwatch_windows()
        elif what == self.NOTIFICATION_WM_CLOSE_REQUEST or (
            what == self.NOTIFICATION_APPLICATION_FOCUS_OUT and self.get_flag(_POPUP)
        ):
            self._close()

    def _watch_windows(self) -> None:
        self._unwatch_windows()
        watched: list[Any] = []
        above = self._parent_visible_window()
        while above is not None:
            watched.append(above)
            above.focus_entered.connect(self._window_above_focused)
            above.tree_exited.connect(self._unwatch_windows)
            above = above._parent_visible_window()
        self._watched = watched

    def _unwatch_windows(self) -> None:
        watched, self._watched = self._watched, None
        for window in watched or ():
            window.focus_entered.disconnect(self._window_above_focused)
            window.tree_exited.disconnect(self._unwatch_windows)

    def _window_above_focused(self) -> None:
        if self._popped_up and self.get_flag(_POPUP):
            self._close()

    def _close(self) -> None:
        """Hides it with the next deferred calls."""
        self._popped_up = False
        self._unwatch_windows()
        message_queue.push(self.hide)

    def _after_popup(self) -> None:
        super()._after_popup()
        self._popped_up = True

    def _input_from_window(self, event: InputEvent) -> None:
        if self._popped_up and event.is_action_pressed("ui_cancel", False, True):
            self._close()
        super()._input_from_window(event)

    def _fit_popup(self) -> Rect2i:
        """Where it lies wholly inside of what embeds it."""
        if self._tree is None:
            return Rect2i()
        space = self._popup_space()
        if space == Rect2i():
            return space
        size, place = self._size, self._position
        width, height = min(size.x, space.size.x), min(size.y, space.size.y)
        most = self._max_size
        if most.x > 0 and most.y > 0:
            width, height = min(width, most.x), min(height, most.y)
        x = max(min(place.x, space.end.x - size.x), space.position.x)
        y = max(min(place.y, space.end.y - size.y), space.position.y)
        return Rect2i(x, y, width, height)


class PopupPanel(Popup):
    """A popup with a panel behind the controls in it, all of which fill it."""

    _own: ClassVar[tuple[str, ...]] = ("_panel",)
    _panel: Panel

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._flags |= 1 << _TRANSPARENT
        self.transparent_bg = True
        self._panel = Panel()
        self.add_child(self._panel, False, 1)
        return self

    def _controls(self) -> list[Control]:
        return [
            child
            for child in self.get_children(True)
            if isinstance(child, Control) and child is not self._panel and not child._top_level
        ]

    def _measure_contents(self) -> Vector2:
        width = height = 0.0
        for child in self._controls():
            across, down = child._combined_minimum()
            width, height = max(width, across), max(height, down)
        box = self.get_theme_stylebox("panel").get_minimum_size()
        return Vector2(width + box.x, height + box.y)

    def _place_children(self) -> None:
        style = self.get_theme_stylebox("panel")
        box = style.get_minimum_size()
        width, height = float(self._size.x), float(self._size.y)
        self._panel.position, self._panel.size = Vector2(), Vector2(width, height)
        for child in self._controls():
            child.position = style.get_offset()
            child.size = Vector2(width - box.x, height - box.y)

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self.NOTIFICATION_THEME_CHANGED:
            self._panel.add_theme_stylebox_override("panel", self.get_theme_stylebox("panel"))
            self._place_children()
        elif self._tree is not None and what in (
            self.NOTIFICATION_READY,
            self.NOTIFICATION_WM_SIZE_CHANGED,
        ):
            self._place_children()
