"""Windows that come and go: embedding, focus, transient and exclusive windows, sizes of contents.

A window below another viewport is embedded: the nearest viewport above it that embeds windows, its
embedder, shows it and hands events on to it. The embedder's gui part (`engine.gui`) keeps the list
of its windows and which of them has the focus, because both are told by the mouse; this module
knows it by what `_gui_hook.ViewportGui` has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from engine.core import message_queue, output
from engine.core._lazy import lazy
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.scene._window_state import WindowState

if TYPE_CHECKING:
    from engine.core import transform2d as _transform2d
    from engine.core.input_event import InputEvent
    from engine.core.rect2i import Rect2i
    from engine.core.transform2d import Transform2D
    from engine.scene.node import Node
    from engine.scene.viewport import Viewport
    from engine.scene.window import Window
else:
    _transform2d = lazy("engine.core.transform2d")

_INTERNAL_DEVICE = -2


class WindowVisibility(WindowState):
    """Showing, hiding and focusing windows."""

    _own: ClassVar[tuple[str, ...]] = (
        "_child_update_pending",
        "_transient_children",
        "_transient_parent",
        "_unparent_when_invisible",
    )
    _focused_window: ClassVar[Any] = None  # the one window that has the focus, of all trees
    _child_update_pending: bool = False
    _transient_parent: Any = None
    _transient_children: dict[Any, None] | None = None
    _unparent_when_invisible: bool = False

    # Embedding -----------------------------------------------------------------------------------

    def _parent_viewport(self) -> Viewport | None:
        parent = self._parent
        return None if parent is None else parent.get_viewport()

    def _find_embedder(self) -> Viewport | None:
        """The viewport that shows this window, or would; None for the main window."""
        viewport = self._parent_viewport()
        while viewport is not None:
            parent = viewport.get_parent()
            if viewport.gui_embed_subwindows or parent is None:
                return viewport  # no window of its own can be made: the last one embeds always
            viewport = parent.get_viewport()
        return None

    def is_embedded(self) -> bool:
        """Whether the window is shown inside another viewport."""
        return self._tree is not None and self._find_embedder() is not None

    def get_window_id(self) -> int:
        """The display's number for the window, or for the one that it is embedded in."""
        embedder = self._embedder
        if isinstance(embedder, WindowVisibility):
            return embedder.get_window_id()
        return super().get_window_id()

    def get_popup_base_transform(self) -> Transform2D:
        """From the window to where its popups open: itself, or what embeds it and them."""
        if self.gui_embed_subwindows or self._embedder is None:
            return _transform2d.Transform2D.IDENTITY
        moved = _transform2d.Transform2D(0.0, Vector2(self._position))
        return moved * self.get_final_transform()

    def _parent_visible_window(self) -> Any:
        viewport = self._parent_viewport()
        window = None
        while viewport is not None:
            window = viewport if isinstance(viewport, WindowVisibility) else None
            if window is not None and window._visible:
                break
            parent = viewport.get_parent()
            if parent is None:
                break
            viewport = parent.get_viewport()
        return window

    def _register(self, embedder: Viewport) -> None:
        self._embedder = embedder
        if self._initial_position != self.WINDOW_INITIAL_POSITION_ABSOLUTE:
            space = embedder.get_visible_rect().size
            self._position = Vector2i(
                int((space.x - self._size.x) / 2), int((space.y - self._size.y) / 2)
            )
        embedder._need_gui().embedded.register(self)

    def _unregister(self) -> None:
        embedder, self._embedder = self._embedder, None
        if embedder is not None:
            # Its focus moves on while it still counts as embedded, as its signals are heard.
            embedder._need_gui().embedded.remove(self)

    # Showing -------------------------------------------------------------------------------------

    def set_visible(self, visible: bool) -> None:
        """Shows or hides the window."""
        visible = bool(visible)
        if visible == self._visible:
            return
        if self._tree is None:
            self._visible = visible
            return
        if self._parent is None:
            output.error("Can't change visibility of main window.")
            return
        self._visible = visible
        self._child_update_pending = False  # it gets its size right now
        embedder = self._find_embedder()
        if visible and embedder is not None:
            self._register(embedder)
        else:
            self._unregister()
        self._update_window_size()
        if not visible:
            self._focused = False
        self.notification(self.NOTIFICATION_VISIBILITY_CHANGED)
        self._emit_if_heard("visibility_changed")
        if self._transient_parent is not None:
            self._claim_parent(True)

    def is_visible(self) -> bool:
        """Whether the window is shown."""
        return self._visible

    @property
    def visible(self) -> bool:
        """Whether the window is shown."""
        return self._visible

    @visible.setter
    def visible(self, visible: bool) -> None:
        self.set_visible(visible)

    def show(self) -> None:
        """Shows the window."""
        self.set_visible(True)

    def hide(self) -> None:
        """Hides the window."""
        self.set_visible(False)

    def can_draw(self) -> bool:
        """Whether something of the window is seen."""
        return self._tree is not None and self._visible

    def set_unparent_when_invisible(self, unparent: bool) -> None:
        """Whether the window leaves its parent when it is hidden."""
        self._unparent_when_invisible = bool(unparent)

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self.NOTIFICATION_ENTER_TREE:
            self._window_enters()
        elif what == self.NOTIFICATION_READY:
            if self._wrap_controls:
                self._child_update_pending = True
                self._update_child_controls()
        elif what == self.NOTIFICATION_EXIT_TREE:
            self._window_leaves()
        elif what == self.NOTIFICATION_VP_MOUSE_ENTER:
            self._emit_if_heard("mouse_entered")
        elif what == self.NOTIFICATION_VP_MOUSE_EXIT:
            self._emit_if_heard("mouse_exited")
        elif (
            what == self.NOTIFICATION_VISIBILITY_CHANGED
            and self._unparent_when_invisible
            and not self._visible
            and self._parent is not None
        ):
            self._parent.remove_child(self)

    def _window_enters(self) -> None:
        embedder = self._find_embedder()
        if embedder is not None and self._visible:
            self._register(embedder)
            self._update_window_size()
        if self._transient and not self._transient_to_focused:
            self._make_transient()
        if self._visible and self._parent is not None:
            self.notification(self.NOTIFICATION_VISIBILITY_CHANGED)
            self._emit_if_heard("visibility_changed")

    def _window_leaves(self) -> None:
        if self._transient:
            self._clear_transient()
        if self._parent is not None:
            self._unregister()
            self._update_viewport_size()
        if WindowVisibility._focused_window is self:
            WindowVisibility._focused_window = None

    # Focus ---------------------------------------------------------------------------------------

    def has_focus(self) -> bool:
        """Whether the window has the focus; the main one, whether it has that of the display."""
        if self._tree is not None and self._parent is None:
            return self._display is None or self._display.window_is_focused()
        return self._focused

    def grab_focus(self) -> None:
        """Brings the window to the front and gives it the focus."""
        if self._embedder is not None:
            self._embedder._need_gui().embedded.grab_focus(self)

    def move_to_foreground(self) -> None:
        """Brings the window to the front and gives it the focus."""
        self.grab_focus()

    @staticmethod
    def get_focused_window() -> Window | None:
        """The window that has the focus, or None."""
        found: Window | None = WindowVisibility._focused_window
        return found

    def _focus_event(self, focused: bool) -> None:
        """Has the window get or lose the focus, and says so."""
        self._focused = focused
        if focused:
            WindowVisibility._focused_window = self
            self._tell_content(self.NOTIFICATION_WM_WINDOW_FOCUS_IN)
            self._emit_if_heard("focus_entered")
            return
        if WindowVisibility._focused_window is self:
            WindowVisibility._focused_window = None
        self._tell_content(self.NOTIFICATION_WM_WINDOW_FOCUS_OUT)
        self._emit_if_heard("focus_exited")

    def _close_request_event(self) -> None:
        """Has the window be asked to close; not while an exclusive child is shown."""
        if self._exclusive_child is None:
            self._tell_content(self.NOTIFICATION_WM_CLOSE_REQUEST)
            self._emit_if_heard("close_requested")

    def _tell_content(self, what: int) -> None:
        """Notifies the window and what is in it, without windows in it."""
        _tell_below(self, what)

    def _window_input(self, event: InputEvent) -> None:
        """Takes an event that is meant for this window."""
        if self._exclusive_child is not None and not self.gui_embed_subwindows:
            return
        self._input_from_window(event)
        if event.device != _INTERNAL_DEVICE and self._tree is not None:
            self._emit_if_heard("window_input", event)
        if self._tree is not None:
            self.push_input(event)

    def _can_consume_input_events(self) -> bool:
        """Whether no exclusive child takes all input."""
        return self._exclusive_child is None

    def _input_from_window(self, event: InputEvent) -> None:
        """For windows that look at all events first."""

    def _rect_event(self, rect: Rect2i) -> None:
        """Moves and resizes the window as the user did."""
        if rect.position != self._position:
            self._position = rect.position
            self._tell_content(self.NOTIFICATION_WM_POSITION_CHANGED)
        if rect.size != self._size:
            self._size = rect.size
            self._update_viewport_size()

    # Transient and exclusive ---------------------------------------------------------------------

    def set_transient(self, transient: bool) -> None:
        """Whether the window belongs to the nearest window above it."""
        if bool(transient) == self._transient:
            return
        self._transient = bool(transient)
        if self._tree is None:
            return
        if not self._transient:
            self._clear_transient()
        elif not self._transient_to_focused:
            self._make_transient()

    def is_transient(self) -> bool:
        """Whether the window belongs to the nearest window above it."""
        return self._transient

    def set_transient_to_focused(self, enable: bool) -> None:
        """Whether the window belongs to the one that has the focus when it is shown."""
        self._transient_to_focused = bool(enable)

    def is_transient_to_focused(self) -> bool:
        """Whether the window belongs to the one that has the focus when it is shown."""
        return self._transient_to_focused

    def set_exclusive(self, exclusive: bool) -> None:
        """Whether the window it belongs to gets no input while this one is shown."""
        self._exclusive = bool(exclusive)
        if self._transient_parent is not None:
            self._claim_parent(True)

    def is_exclusive(self) -> bool:
        """Whether the window it belongs to gets no input while this one is shown."""
        return self._exclusive

    transient = property(is_transient, set_transient)
    transient_to_focused = property(is_transient_to_focused, set_transient_to_focused)
    exclusive = property(is_exclusive, set_exclusive)

    def _make_transient(self) -> None:
        if self._parent is None:
            return
        viewport = self._parent_viewport()
        while viewport is not None and not isinstance(viewport, WindowVisibility):
            parent = viewport.get_parent()
            viewport = None if parent is None else parent.get_viewport()
        if viewport is not None:
            self._transient_parent = viewport
            if viewport._transient_children is None:
                viewport._transient_children = {}
            viewport._transient_children[self] = None
            self._claim_parent(False)

    def _clear_transient(self) -> None:
        parent, self._transient_parent = self._transient_parent, None
        if parent is not None:
            parent._transient_children.pop(self, None)
            if parent._exclusive_child is self:
                parent._exclusive_child = None

    def _claim_parent(self, give_up: bool) -> None:
        """Makes itself the exclusive child of its transient parent, or no longer."""
        parent = self._transient_parent
        holder = parent._exclusive_child
        if self._exclusive and self._visible and self._tree is not None:
            if holder is not None and holder is not self:
                output.error(
                    "Attempting to make child window exclusive, but the parent window already has "
                    f"another exclusive child. This window: {self.get_path()}, parent window: "
                    f"{parent.get_path()}, current exclusive child window: {holder.get_path()}"
                )
            parent._exclusive_child = self
        elif give_up and holder is self:
            parent._exclusive_child = None

    # Size of the contents ------------------------------------------------------------------------

    def _get_contents_minimum_size(self) -> Vector2:
        """How much room a script's window needs; asked by `get_contents_minimum_size`."""
        return Vector2()

    def get_contents_minimum_size(self) -> Vector2:
        """How much room the controls in the window need together."""
        if type(self)._get_contents_minimum_size is not _no_minimum_size:
            try:
                return Vector2(self._get_contents_minimum_size())
            except Exception as exception:
                output.script_error(exception)
        return self._measure_contents()

    def _measure_contents(self) -> Vector2:
        """What the window's own class needs."""
        width = height = 0.0
        for child in self.get_children(True):
            measure = getattr(child, "get_combined_minimum_size", None)
            if measure is not None:
                size, place = measure(), child.get_position()
                width = max(width, int(place.x) + int(size.x))
                height = max(height, int(place.y) + int(size.y))
        return Vector2(width, height)

    def _clamped_minimum_size(self) -> Vector2i:
        """The least size: `min_size`, and the contents' if the window wraps its controls."""
        least = self._min_size
        if not self._wrap_controls:
            return least
        factor = self.content_scale_factor
        needed = self.get_contents_minimum_size()
        return Vector2i(max(least.x, int(needed.x * factor)), max(least.y, int(needed.y * factor)))

    def _clamp_window_size(self, size: Vector2i) -> Vector2i:
        """A size between the least and the greatest one."""
        least, most = self._clamped_minimum_size(), self._max_size
        width, height = max(size.x, least.x), max(size.y, least.y)
        if (most.x > 0 or most.y > 0) and most.x >= least.x and most.y >= least.y:
            width, height = min(width, most.x), min(height, most.y)
        return Vector2i(width, height)

    def set_wrap_controls(self, enable: bool) -> None:
        """Whether the window is always large enough for the controls in it."""
        self._wrap_controls = bool(enable)
        if self._tree is None:
            return
        if self._child_update_pending:
            self._update_child_controls()
        else:
            self._update_window_size()

    def is_wrapping_controls(self) -> bool:
        """Whether the window is always large enough for the controls in it."""
        return self._wrap_controls

    wrap_controls = property(is_wrapping_controls, set_wrap_controls)

    def child_controls_changed(self) -> None:
        """Has the window get the size that its controls need, at the end of the frame."""
        if self._tree is not None and self._visible and not self._child_update_pending:
            self._child_update_pending = True
            message_queue.push(self._update_child_controls)

    def _update_child_controls(self) -> None:
        if self._child_update_pending:
            self._update_window_size()
            self._child_update_pending = False

    def _child_entered(self, node: Node) -> None:
        super()._child_entered(node)
        self._contents_changed(node)

    def remove_child(self, node: Node) -> None:
        """Takes a child away; it lives on outside the tree until it is freed or added again."""
        super().remove_child(node)
        self._contents_changed(node)

    def _contents_changed(self, node: Any) -> None:
        if self._wrap_controls and hasattr(node, "get_combined_minimum_size"):
            self.child_controls_changed()

    def reset_size(self) -> None:
        """Makes the window as small as its contents allow."""
        self.size = Vector2i()


_no_minimum_size = WindowVisibility._get_contents_minimum_size


def _tell_below(node: Node, what: int) -> None:
    node.notification(what)
    for child in node.get_children(True):
        if not isinstance(child, WindowVisibility):
            _tell_below(child, what)
