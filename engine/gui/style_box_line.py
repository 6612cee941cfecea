"""`StyleBoxLine`: a box that is a line."""

from __future__ import annotations

from engine.core.accessors import accessors
from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.gui._canvas_shapes import rgba
from engine.gui.style_box import StyleBox
from engine.servers.canvas import RECT, Drawing


class StyleBoxLine(StyleBox):
    """Draws one line, as separators do."""

    _stored = ("color", "grow_begin", "grow_end", "thickness", "vertical")
    _own = ("_color", "_grow_begin", "_grow_end", "_thickness", "_vertical")

    _color: Color = Color(0.0, 0.0, 0.0, 1.0)
    _grow_begin: float = 1.0
    _grow_end: float = 1.0
    _thickness: int = 1
    _vertical: bool = False

    def set_color(self, color: Color) -> None:
        """The colour of the line."""
        self._color = Color(color)
        self.emit_changed()

    def get_color(self) -> Color:
        """The colour of the line."""
        return self._color

    def set_thickness(self, thickness: int) -> None:
        """How thick the line is, in pixels."""
        self._thickness = int(thickness)
        self.emit_changed()

    def get_thickness(self) -> int:
        """How thick the line is, in pixels."""
        return self._thickness

    def set_vertical(self, vertical: bool) -> None:
        """Whether the line goes down instead of across."""
        self._vertical = bool(vertical)
        self.emit_changed()

    def is_vertical(self) -> bool:
        """Whether the line goes down instead of across."""
        return self._vertical

    def set_grow_begin(self, offset: float) -> None:
        """By how much the line begins before the box."""
        self._grow_begin = float(offset)
        self.emit_changed()

    def get_grow_begin(self) -> float:
        """By how much the line begins before the box."""
        return self._grow_begin

    def set_grow_end(self, offset: float) -> None:
        """By how much the line ends behind the box."""
        self._grow_end = float(offset)
        self.emit_changed()

    def get_grow_end(self) -> float:
        """By how much the line ends behind the box."""
        return self._grow_end

    def _style_margin(self, side: int) -> float:
        across = side in (0, 2)
        return self._thickness / 2.0 if across is self._vertical else 0.0

    def _draw_into(self, commands: Drawing, rect: Rect2) -> None:
        x, y = int(rect.position.x), int(rect.position.y)
        w, h = int(rect.size.x), int(rect.size.y)
        begin, end, thick = self._grow_begin, self._grow_end, self._thickness
        if self._vertical:
            y, w, h = int(y - begin), thick, int(h + begin + end)
        else:
            x, w, h = int(x - begin), int(w + begin + end), thick
        commands.append((RECT, float(x), float(y), float(w), float(h), rgba(self._color)))

    color = accessors(get_color, set_color)
    grow_begin = accessors(get_grow_begin, set_grow_begin)
    grow_end = accessors(get_grow_end, set_grow_end)
    thickness = accessors(get_thickness, set_thickness)
    vertical = accessors(is_vertical, set_vertical)
