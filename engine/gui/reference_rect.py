"""`ReferenceRect`: a frame to go by."""

from __future__ import annotations

from engine.core._float32 import f32
from engine.core.accessors import accessors
from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui.control import Control

_DRAW = 30


class ReferenceRect(Control):
    """Draws a frame around itself; only in editors, unless it is told otherwise."""

    _stored = ("border_color", "border_width", "editor_only")
    _own = ("_border_color", "_border_width", "_editor_only")
    _border_color: Color = Color(1.0, 0.0, 0.0, 1.0)
    _border_width = 1.0
    _editor_only = True

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == _DRAW and not self._editor_only:
            rect = Rect2(Vector2.ZERO, self.get_size())
            self.draw_rect(rect, self._border_color, False, self._border_width)

    def set_border_color(self, color: Color) -> None:
        """Sets the colour of the frame."""
        self._border_color = Color(color)
        self.queue_redraw()

    def get_border_color(self) -> Color:
        """The colour of the frame."""
        return self._border_color

    border_color = accessors(get_border_color, set_border_color)

    def set_border_width(self, width: float) -> None:
        """Sets the width of the frame; not below 0."""
        self._border_width = max(f32(width), 0.0)
        self.queue_redraw()

    def get_border_width(self) -> float:
        """The width of the frame."""
        return self._border_width

    border_width = accessors(get_border_width, set_border_width)

    def set_editor_only(self, enabled: bool) -> None:
        """Sets whether the frame shows in editors only."""
        self._editor_only = bool(enabled)
        self.queue_redraw()

    def get_editor_only(self) -> bool:
        """Whether the frame shows in editors only."""
        return self._editor_only

    editor_only = accessors(get_editor_only, set_editor_only)
