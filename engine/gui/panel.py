"""`Panel`: a box."""

from __future__ import annotations

from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui.control import Control

_DRAW = 30


class Panel(Control):
    """Draws the box `panel` of its theme."""

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == _DRAW:
            rect = Rect2(Vector2.ZERO, self.get_size())
            self.draw_style_box(self.get_theme_stylebox("panel"), rect)
