"""Windows inside a viewport: which there are, which has the focus, and how the mouse moves them.

They lie in a list from back to front. One of them may have the focus; then all input of the
viewport goes to it, wherever the mouse is, and a click beside all windows takes the focus away.
Pressing the button on a window's title, its close cross or its edge begins a drag, and everything
belongs to that until the button is let go:

    MOVE     the window follows the mouse
    CLOSE    the window is asked to close if the button is let go over the cross
    RESIZE   the edges that were taken follow the mouse

Which edges were taken is held as two numbers, across and down: -1 for left or top, 1 for right or
bottom, 0 for none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core.input_enums import MouseButton
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.rect2 import Rect2
from engine.core.rect2i import Rect2i
from engine.core.transform2d import Transform2D
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui import _window_frame
from engine.servers.canvas import Drawing, forget
from engine.servers.display_server import DisplayServer

if TYPE_CHECKING:
    from engine.core.input_event import InputEvent
    from engine.scene.viewport import Viewport
    from engine.scene.window import Window

_NO_DRAG, _MOVE, _CLOSE, _RESIZE = range(4)
_LEFT = MouseButton.MOUSE_BUTTON_LEFT
_BORDERLESS = 1
_RESIZE_DISABLED = 0
_ALWAYS_ON_TOP = 2
_NO_FOCUS = 4
_NO_EDGE = (0, 0)


class EmbeddedWindows:
    """The windows that a viewport shows.

    Attributes:
        windows: from back to front.
        focused: the one that gets the input, or None.
        over: the one below the mouse, or None.
    """

    __slots__ = (
        "_close_rect",
        "_drag",
        "_drag_from",
        "_dragged",
        "_drawings",
        "_edges",
        "_inside_close",
        "_start",
        "focused",
        "over",
        "viewport",
        "windows",
    )

    def __init__(self, viewport: Viewport) -> None:
        self.viewport: Any = viewport
        self.windows: list[Window] = []
        self.focused: Window | None = None
        self.over: Window | None = None
        self._drawings: dict[Window, Drawing] = {}
        self._drag = _NO_DRAG
        self._dragged: Window | None = None
        self._drag_from = Vector2()
        self._start = Rect2i()  # the window's place when the drag began
        self._edges = _NO_EDGE
        self._close_rect = Rect2()
        self._inside_close = False

    # Coming and going ----------------------------------------------------------------------------

    def register(self, window: Window) -> None:
        """Adds a window that is shown now, in front; it gets the focus if it may."""
        if window in self.windows:
            return
        self.windows.append(window)
        if not window.get_flag(_NO_FOCUS):
            self.grab_focus(window)
        else:
            self._bring_to_front(window)

    def remove(self, window: Window) -> None:
        """Takes a window out that is no longer shown; the focus goes to the one it lies in."""
        if window not in self.windows:
            return
        if self.over is window:
            self.mouse_left()
        self.windows.remove(window)
        drawing = self._drawings.pop(window, None)
        if drawing is not None:
            forget(drawing)
        if self._dragged is window:
            self._drag, self._dragged = _NO_DRAG, None
        self.changed()
        if self.focused is window:
            self._pass_focus_on(window)

    def _pass_focus_on(self, window: Window) -> None:
        above = window._parent_visible_window()
        window._focus_event(False)
        heir: Any = above
        if heir is None or heir is window:
            heir = self.windows[-1] if self.windows else self.viewport
        if self.focused is window:
            self.focused = heir if heir in self.windows else None
        if hasattr(heir, "_focus_event"):
            heir._focus_event(True)

    def grab_focus(self, window: Window | None) -> None:
        """Gives the focus to a window and brings it to the front; None gives it to the viewport."""
        if window is not None and window not in self.windows:
            return
        if window is not None and not window.get_flag(_NO_FOCUS):
            if self.focused is window:
                return
            before = self.focused
            self.focused = window
            self._focus_changed(before)
            self._bring_to_front(window)
            window._focus_event(True)
            return
        before, self.focused = self.focused, None
        if before is not None:
            self._drag = _NO_DRAG
            before._focus_event(False)
        if window is not None:
            self._bring_to_front(window)
        elif hasattr(self.viewport, "_focus_event"):
            self.viewport._focus_event(True)

    def _focus_changed(self, before: Any) -> None:
        """Tells the window that had the focus, or else the viewport's, that it has lost it."""
        if before is not None:
            self._drag = _NO_DRAG
            before._focus_event(False)
        elif hasattr(self.viewport, "_focus_event"):
            self.viewport._focus_event(False)

    def _bring_to_front(self, window: Window) -> None:
        """Puts a window over the others, its exclusive child over it; some stay over all."""
        front: Window | None = window
        while front is not None and front in self.windows:
            self.windows.remove(front)
            self.windows.append(front)
            front = front._exclusive_child
        self.windows.sort(key=_is_always_on_top)
        self.changed()

    def changed(self) -> None:
        """Has the viewport's frame put together again."""
        self.viewport._frame_stale = True

    # Drawing -------------------------------------------------------------------------------------

    def frames(self) -> list[tuple[Window, Drawing]]:
        """The windows from back to front, each with the drawing that goes below its contents."""
        found = []
        for window in self.windows:
            drawing = self._drawings.get(window)
            if drawing is None:
                drawing = self._drawings[window] = Drawing()
            pressed = self._drag == _CLOSE and self._dragged is window and self._inside_close
            _window_frame.record(drawing, window, window is self.focused, pressed)
            found.append((window, drawing))
        return found

    def stale(self) -> bool:
        """Whether something in a window came, went or moved since its last frame."""
        for window in self.windows:
            inner: Any = window._gui
            if window._frame_stale or (inner is not None and inner.embedded.stale()):
                return True
        return False

    # Mouse over ----------------------------------------------------------------------------------

    def update_mouse_over(self, position: Vector2) -> bool:
        """Tells windows that the mouse enters or leaves them; whether it is on one, or its frame.

        Args:
            position: in the viewport's coordinates.
        """
        found = self._at(position)
        if found is None:
            self.mouse_left()
            return False
        gui = self.viewport._gui
        if gui.mouse_over is not None:
            gui._leave_all()
        if not _contains(_rect(found), position):
            self.mouse_left()
            return True
        if found is not self.over:
            self.mouse_left()
            self.over = found
            found._tell_content(found.NOTIFICATION_WM_MOUSE_ENTER)
            found.notification(found.NOTIFICATION_VP_MOUSE_ENTER)
        if not found.gui_disable_input and self.over is found:
            place = position - Vector2(found.position)
            final = found.get_final_transform().affine_inverse()
            found._need_gui().update_mouse_over(final * place)
        return True

    def mouse_left(self) -> None:
        """Tells the window below the mouse that the mouse has left it."""
        window, self.over = self.over, None
        if window is not None:
            if window._gui is not None:
                window._gui.mouse_left()
            window.notification(window.NOTIFICATION_VP_MOUSE_EXIT)
            window._tell_content(window.NOTIFICATION_WM_MOUSE_EXIT)

    def _at(self, position: Vector2) -> Window | None:
        """The window at a point, its frame included."""
        for window in reversed(self.windows):
            rect = _rect(window)
            if not window.get_flag(_BORDERLESS):
                margin = window.get_theme_constant("resize_margin")
                title = window.get_theme_constant("title_height")
                rect = rect.grow_individual(margin, margin + title, margin, margin)
            if _contains(rect, position):
                return window
        return None

    # Input ---------------------------------------------------------------------------------------

    def forward_input(self, event: InputEvent) -> bool:
        """Gives an event to the window that it is for; whether there is one."""
        if not self.windows:
            return False
        if self._drag != _NO_DRAG and self._dragged is not None:
            self._drag_on(event)
            return True
        if (
            isinstance(event, InputEventMouseButton)
            and event.pressed
            and event.button_index == _LEFT
            and not self._pressed_on_window(event.position)
            and self.focused is not None
        ):
            self.grab_focus(None)
        focused = self.focused
        if focused is None:
            return False
        if isinstance(event, InputEventMouseMotion):
            edges = _edges_at(focused, event.position)
            if edges != _NO_EDGE:
                DisplayServer.cursor_set_shape(_CURSORS[edges])
                return True
        if self._drag == _NO_DRAG:
            place = Vector2(focused.position)
            focused._window_input(event.xformed_by(Transform2D(0.0, -place)))
        return True

    def _pressed_on_window(self, position: Vector2) -> bool:
        """Looks what a press of the mouse means to the windows; whether it meets one."""
        for window in reversed(self.windows):
            if not window.get_flag(_BORDERLESS):
                if _contains(_title_bar(window), position):
                    if self.focused is not window:
                        self.grab_focus(window)
                    self._begin_title_drag(window, position)
                    return True
                edges = _edges_at(window, position)
                if edges != _NO_EDGE:
                    self._edges = edges
                    self._begin_drag(_RESIZE, window, position)
                    return True
            if _contains(_rect(window), position):
                if self.focused is not window:
                    self.grab_focus(window)
                return True
        return False

    def _begin_title_drag(self, window: Window, position: Vector2) -> None:
        cross = _window_frame.close_rect(window)
        if cross.has_point(position):
            self._close_rect, self._inside_close = cross, True
            self._begin_drag(_CLOSE, window, position)
        else:
            self._begin_drag(_MOVE, window, position)

    def _begin_drag(self, kind: int, window: Window, position: Vector2) -> None:
        self._drag, self._dragged = kind, window
        self._drag_from = position
        self._start = Rect2i(window.position, window.size)
        self.changed()

    def _drag_on(self, event: InputEvent) -> None:
        window = self._dragged
        assert window is not None
        if isinstance(event, InputEventMouseMotion):
            self._drag_to(window, event.position)
            self.changed()
        elif (
            isinstance(event, InputEventMouseButton)
            and not event.pressed
            and event.button_index == _LEFT
        ):
            close = self._drag == _CLOSE and self._close_rect.has_point(event.position)
            if close:
                window._close_request_event()
            self._drag, self._dragged = _NO_DRAG, None
            self.changed()

    def _drag_to(self, window: Window, position: Vector2) -> None:
        way = position - self._drag_from
        if self._drag == _MOVE:
            place = Vector2i(Vector2(self._start.position) + way)
            window._rect_event(Rect2i(place, window.size))
            DisplayServer.cursor_set_shape(_MOVE_CURSOR)
        elif self._drag == _CLOSE:
            self._inside_close = self._close_rect.has_point(position)
        else:
            window._rect_event(self._resized(window, int(way.x), int(way.y)))

    def _resized(self, window: Window, x: int, y: int) -> Rect2i:
        """The place of a window whose taken edges have gone a way."""
        least, most = window._clamped_minimum_size(), window.max_size
        limited = (most.x > 0 or most.y > 0) and most.x >= least.x and most.y >= least.y
        start = self._start
        left, width = _stretched(
            start.position.x, start.size.x, x, self._edges[0], least.x, most.x if limited else 0
        )
        top, height = _stretched(
            start.position.y, start.size.y, y, self._edges[1], least.y, most.y if limited else 0
        )
        return Rect2i(left, top, width, height)


def _stretched(
    start: int, length: int, way: int, edge: int, least: int, most: int
) -> tuple[int, int]:
    """Start and length of one axis of a window whose edge has gone a way."""
    least = max(least, 1)
    if edge < 0:
        way = min(way, length - least)
        start, length = start + way, length - way
    elif edge > 0:
        length = max(length + way, least)
    return start, min(length, most) if most else length


# Places -------------------------------------------------------------------------------------------

_MOVE_CURSOR = 13
_CURSORS = {
    (-1, -1): 12,
    (1, 1): 12,
    (1, -1): 11,
    (-1, 1): 11,
    (-1, 0): 10,
    (1, 0): 10,
    (0, -1): 9,
    (0, 1): 9,
}


def _is_always_on_top(window: Window) -> bool:
    return window.get_flag(_ALWAYS_ON_TOP)


def _rect(window: Window) -> Rect2i:
    return Rect2i(window.position, window.size)


def _contains(rect: Rect2i, position: Vector2) -> bool:
    return rect.has_point(Vector2i(position))


def _title_bar(window: Window) -> Rect2i:
    height = window.get_theme_constant("title_height")
    place, size = window.position, window.size
    return Rect2i(place.x, place.y - height, size.x, height)


def _edges_at(window: Window, position: Vector2) -> tuple[int, int]:
    """Which edges of a window can be taken at a point."""
    if window.get_flag(_BORDERLESS) or window.get_flag(_RESIZE_DISABLED):
        return _NO_EDGE
    title = window.get_theme_constant("title_height")
    rect = _rect(window).grow_individual(0, title, 0, 0)
    if _contains(rect, position):
        return _NO_EDGE
    end = rect.end
    across = _beyond(position.x, rect.position.x, end.x)
    down = _beyond(position.y, rect.position.y, end.y)
    limit = window.get_theme_constant("resize_margin")
    if abs(across) > limit or abs(down) > limit:
        return _NO_EDGE
    return (across > 0) - (across < 0), (down > 0) - (down < 0)


def _beyond(value: float, start: int, end: int) -> int:
    """How far a number lies outside of two others."""
    return int(value - start) if value < start else int(value - end) if value > end else 0
