"""`CheckButton`: a switch."""

from __future__ import annotations

from typing import Any

from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui._marked_button import MarkedButton


class CheckButton(MarkedButton):
    """A button with a switch right of its text."""

    _mark_names = ("checked", "unchecked")
    _mark_colors = ("button_checked_color", "button_unchecked_color")

    def _names(self) -> tuple[str, ...]:
        if self.is_layout_rtl():
            return tuple(name + "_mirrored" for name in self._mark_names)
        return self._mark_names

    def _inner_margins(self) -> tuple[float, float]:
        width = self._mark_size().x
        return (width, 0.0) if self.is_layout_rtl() else (0.0, width)

    def _draw_mark(self, icon: Any, color: Any) -> None:
        size = self._mark_size()
        style = self.get_theme_stylebox("normal")
        x = self._w - style.get_margin(2) - size.x
        if self.is_layout_rtl():
            x = style.get_margin(0)
        y = (self._h - size.y) / 2 + self.get_theme_constant("check_v_offset")
        place = Rect2(Vector2(x, y), icon.get_size())
        self.draw_texture_rect(icon, place, False, color)
