"""`MarginContainer`: a margin around the children."""

from __future__ import annotations

from engine.core import output
from engine.core.vector2 import Vector2
from engine.gui.container import Container

_MARGINS = ("margin_left", "margin_top", "margin_right", "margin_bottom")


class MarginContainer(Container):
    """Gives all its children its own rectangle, less the margins of its theme."""

    def get_margin_size(self, side: int) -> int:
        """The margin at a side."""
        if not 0 <= side < 4:
            output.error(f"Index (int)p_side = {side} is out of bounds (4 = 4). Returning: 0")
            return 0
        return self.get_theme_constant(_MARGINS[side])

    def get_minimum_size(self) -> Vector2:
        """What the largest child needs, and the margins."""
        left, top, right, bottom = map(self.get_theme_constant, _MARGINS)
        width, height = self._largest_minimum()
        return Vector2(width + left + right, height + top + bottom)

    def _sort(self) -> None:
        left, top, right, bottom = map(self.get_theme_constant, _MARGINS)
        width = int(self._w - left - right)
        height = int(self._h - top - bottom)
        for child in self._sortable():
            self._fit(child, left, top, width, height)
