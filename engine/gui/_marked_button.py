"""What check boxes and switches share: a mark beside the text that shows whether they are on."""

from __future__ import annotations

from typing import Any, ClassVar

from engine.core.vector2 import Vector2
from engine.gui.button import Button


class MarkedButton(Button):
    """A toggle button with a mark."""

    _mark_names: ClassVar[tuple[str, ...]]
    _mark_colors: ClassVar[tuple[str, str]]

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._toggle_mode = True
        self._alignment = 0
        return self

    def _names(self) -> tuple[str, ...]:
        """The names of the marks, on and off."""
        raise AssertionError("belongs to the subclass")

    def _all_names(self) -> tuple[str, ...]:
        """The names of all marks that there has to be room for."""
        return self._names()

    def _draw_mark(self, icon: Any, color: Any) -> None:
        """Draws the mark at its place."""

    def _mark_size(self) -> Vector2:
        """The room for the mark: that of the largest one."""
        width = height = 0.0
        for name in self._all_names():
            for ending in ("", "_disabled"):
                if self.has_theme_icon(_with(name, ending)):
                    size = self.get_theme_icon(_with(name, ending)).get_size()
                    width, height = max(width, size.x), max(height, size.y)
        return Vector2(width, height)

    def get_minimum_size(self) -> Vector2:
        """The smallest size in which mark, icon and text have room."""
        size, padding = super().get_minimum_size(), self._largest_padding()
        mark = self._mark_size()
        width, height = size.x - padding.x + mark.x, max(size.y - padding.y, mark.y)
        if self._shown or self._shown_icon() is not None:
            width += max(0, self.get_theme_constant("h_separation"))
        return Vector2(width + padding.x, height + padding.y)

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self.NOTIFICATION_DRAW:
            on = self.is_pressed()
            name = self._names()[0 if on else 1]
            icon = self.get_theme_icon(_with(name, "_disabled" if self._disabled else ""))
            self._draw_mark(icon, self.get_theme_color(self._mark_colors[0 if on else 1]))


def _with(name: str, ending: str) -> str:
    """`checked_disabled`, and `checked_disabled_mirrored` where the name is mirrored."""
    if ending and name.endswith("_mirrored"):
        return name.removesuffix("_mirrored") + ending + "_mirrored"
    return name + ending
