"""`Separator`, `HSeparator` and `VSeparator`: lines between controls."""

from __future__ import annotations

from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui.control import Control


class Separator(Control):
    """The base of the two separators: draws the style box `separator` in its middle."""

    _vertical: bool = False

    def get_minimum_size(self) -> Vector2:
        """The theme's `separation`, and 3 along the line."""
        separation = self.get_theme_constant("separation")
        return Vector2(separation, 3) if self._vertical else Vector2(3, separation)

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == 30:  # DRAW
            style = self.get_theme_stylebox("separator")
            width, height = int(self._w), int(self._h)
            thick = int(style.get_minimum_size()[0 if self._vertical else 1])
            if self._vertical:
                rect = Rect2(int((width - thick) / 2), 0.0, thick, height)
            else:
                rect = Rect2(0.0, int((height - thick) / 2), width, thick)
            style._draw_into(self._commands, rect)


class HSeparator(Separator):
    """A line across, between controls above each other."""


class VSeparator(Separator):
    """A line down, between controls next to each other."""

    _vertical = True
