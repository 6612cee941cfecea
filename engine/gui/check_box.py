"""`CheckBox`: a box to check, or a radio button when it is in a group."""

from __future__ import annotations

from typing import Any

from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui._marked_button import MarkedButton


class CheckBox(MarkedButton):
    """A button with a check box left of its text. In a `ButtonGroup` it is a radio button."""

    _mark_names = ("checked", "unchecked")
    _mark_colors = ("checkbox_checked_color", "checkbox_unchecked_color")

    def _all_names(self) -> tuple[str, ...]:
        return (*self._mark_names, *("radio_" + name for name in self._mark_names))

    def _names(self) -> tuple[str, ...]:
        radio = "radio_" if self._button_group is not None else ""
        return tuple(radio + name for name in self._mark_names)

    def _inner_margins(self) -> tuple[float, float]:
        width = self._mark_size().x
        return (0.0, width) if self.is_layout_rtl() else (width, 0.0)

    def _draw_mark(self, icon: Any, color: Any) -> None:
        size = self._mark_size()
        style = self.get_theme_stylebox("normal")
        x = style.get_margin(0)
        if self.is_layout_rtl():
            x = self._w - style.get_margin(2) - size.x
        y = int((self._h - size.y) / 2) + self.get_theme_constant("check_v_offset")
        place = Rect2(Vector2(x, y), icon.get_size())
        self.draw_texture_rect(icon, place, False, color)
