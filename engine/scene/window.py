"""`Window`: the root of a tree, and what asks to be closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.core._lazy import lazy
from engine.core.signal import Signal
from engine.scene.viewport import Viewport

if TYPE_CHECKING:
    from engine.core import vector2i as _vector2i
    from engine.core.vector2i import Vector2i
else:
    _vector2i = lazy("engine.core.vector2i")


class Window(Viewport):
    """A window without a screen: the root of a headless tree.

    Signals: `close_requested` when somebody wants to close it, `go_back_requested`,
        `focus_entered`,
    `focus_exited`, `visibility_changed`, `title_changed`.
    """

    close_requested = Signal()
    go_back_requested = Signal()
    focus_entered = Signal()
    focus_exited = Signal()
    visibility_changed = Signal()
    title_changed = Signal()

    _stored = ("title", "size", "visible")
    _own = ("_size", "_title", "_visible")

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._size: Vector2i | None = None  # the default, until it is asked for
        self._visible = True

    @property
    def title(self) -> str:
        """The text of the title bar."""
        return self._title

    @title.setter
    def title(self, title: str) -> None:
        if title != self._title:
            self._title = str(title)
            self._emit_if_heard("title_changed")

    @property
    def size(self) -> Vector2i:
        """The size of the view in pixels."""
        if self._size is None:
            self._size = _vector2i.Vector2i(100, 100)
        return self._size

    @size.setter
    def size(self, size: Vector2i) -> None:
        if size != self.size:
            self._size = _vector2i.Vector2i(size.x, size.y)
            self._emit_if_heard("size_changed")

    @property
    def visible(self) -> bool:
        """Whether the window is shown."""
        return self._visible

    @visible.setter
    def visible(self, visible: bool) -> None:
        if bool(visible) != self._visible:
            self._visible = bool(visible)
            self._emit_if_heard("visibility_changed")

    def show(self) -> None:
        """Shows the window."""
        self.visible = True

    def hide(self) -> None:
        """Hides the window."""
        self.visible = False

    def is_visible(self) -> bool:
        """Whether the window is shown."""
        return self._visible
