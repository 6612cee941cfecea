"""`ColorRect`: a control in one colour."""

from __future__ import annotations

from engine.core.accessors import accessors
from engine.core.color import Color
from engine.gui._canvas_shapes import rgba
from engine.gui.control import Control
from engine.servers.canvas import RECT


class ColorRect(Control):
    """Fills itself with a colour."""

    _stored = ("color",)
    _own = ("_color",)

    _color: Color = Color(1.0, 1.0, 1.0, 1.0)

    def set_color(self, color: Color) -> None:
        """The colour of all of it."""
        if color != self._color:
            self._color = Color(color)
            self.queue_redraw()

    def get_color(self) -> Color:
        """The colour of all of it."""
        return self._color

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == 30:  # DRAW
            self._commands.append((RECT, 0.0, 0.0, self._w, self._h, rgba(self._color)))

    color = accessors(get_color, set_color)
