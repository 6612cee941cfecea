"""`CenterContainer`: children in the middle."""

from __future__ import annotations

import math

from engine.core.accessors import accessors
from engine.core.vector2 import Vector2
from engine.gui.container import Container


class CenterContainer(Container):
    """Gives each child its minimum size, in the middle or around the top left corner."""

    _stored = ("use_top_left",)
    _own = ("_use_top_left",)
    _use_top_left = False

    def get_minimum_size(self) -> Vector2:
        """What the largest child needs; nothing with `use_top_left`."""
        return Vector2.ZERO if self._use_top_left else Vector2(*self._largest_minimum())

    def _sort(self) -> None:
        width, height = (0.0, 0.0) if self._use_top_left else (self._w, self._h)
        for child in self._sortable():
            least_w, least_h = child._combined_minimum()
            x, y = math.floor((width - least_w) / 2), math.floor((height - least_h) / 2)
            self._fit(child, x, y, least_w, least_h)

    def set_use_top_left(self, enable: bool) -> None:
        """Sets whether children lie around the top left corner."""
        if bool(enable) is not self._use_top_left:
            self._use_top_left = bool(enable)
            self.update_minimum_size()
            self.queue_sort()

    def is_using_top_left(self) -> bool:
        """Whether children lie around the top left corner."""
        return self._use_top_left

    use_top_left = accessors(is_using_top_left, set_use_top_left)
