"""`PanelContainer`: a box around the children."""

from __future__ import annotations

from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui.container import Container

_DRAW = 30


class PanelContainer(Container):
    """Draws the box `panel` of its theme, and gives all children the room inside."""

    _mouse_filter: int = 0

    def get_minimum_size(self) -> Vector2:
        """What the largest child needs, and the margins of the box."""
        width, height = self._largest_minimum()
        margin_w, margin_h = self.get_theme_stylebox("panel").get_minimum_size()
        return Vector2(width + margin_w, height + margin_h)

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == _DRAW:
            rect = Rect2(Vector2.ZERO, self.get_size())
            self.draw_style_box(self.get_theme_stylebox("panel"), rect)

    def _sort(self) -> None:
        panel = self.get_theme_stylebox("panel")
        x, y = panel.get_offset()
        margin_w, margin_h = panel.get_minimum_size()
        for child in self._sortable():
            self._fit(child, x, y, self._w - margin_w, self._h - margin_h)
