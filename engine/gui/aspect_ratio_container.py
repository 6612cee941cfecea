"""`AspectRatioContainer`: children of a fixed proportion."""

from __future__ import annotations

from enum import IntEnum

from engine.core import output
from engine.core._float32 import divide, f32
from engine.core.accessors import accessors
from engine.core.vector2 import Vector2
from engine.gui.container import Container

_SHARES = (0.0, 0.5, 1.0)


class AspectRatioContainer(Container):
    """Gives its children the largest or smallest size of a proportion that fits."""

    class StretchMode(IntEnum):
        """What the size of children follows."""

        STRETCH_WIDTH_CONTROLS_HEIGHT = 0
        STRETCH_HEIGHT_CONTROLS_WIDTH = 1
        STRETCH_FIT = 2
        STRETCH_COVER = 3

    class AlignmentMode(IntEnum):
        """Where children lie."""

        ALIGNMENT_BEGIN = 0
        ALIGNMENT_CENTER = 1
        ALIGNMENT_END = 2

    STRETCH_WIDTH_CONTROLS_HEIGHT = StretchMode.STRETCH_WIDTH_CONTROLS_HEIGHT
    STRETCH_HEIGHT_CONTROLS_WIDTH = StretchMode.STRETCH_HEIGHT_CONTROLS_WIDTH
    STRETCH_FIT = StretchMode.STRETCH_FIT
    STRETCH_COVER = StretchMode.STRETCH_COVER
    ALIGNMENT_BEGIN = AlignmentMode.ALIGNMENT_BEGIN
    ALIGNMENT_CENTER = AlignmentMode.ALIGNMENT_CENTER
    ALIGNMENT_END = AlignmentMode.ALIGNMENT_END

    _stored = ("ratio", "stretch_mode", "alignment_horizontal", "alignment_vertical")
    _own = ("_alignment_h", "_alignment_v", "_ratio", "_stretch_mode")
    _ratio = 1.0
    _stretch_mode: int = 2
    _alignment_h: int = 1
    _alignment_v: int = 1

    def get_minimum_size(self) -> Vector2:
        """What the largest child needs."""
        return Vector2(*self._largest_minimum())

    def _sort(self) -> None:
        rtl = self.is_layout_rtl()
        by_width, by_height = f32(divide(self._w, self._ratio)), self._h
        modes = (by_width, by_height, min(by_width, by_height), max(by_width, by_height))
        factor = modes[self._stretch_mode]
        for child in self._sortable():
            least_w, least_h = child._combined_minimum()
            width, height = max(f32(self._ratio * factor), least_w), max(factor, least_h)
            x = f32(f32(self._w - width) * _SHARES[self._alignment_h])
            y = f32(f32(self._h - height) * _SHARES[self._alignment_v])
            self._fit(child, f32(f32(self._w - x) - width) if rtl else x, y, width, height)

    def set_ratio(self, ratio: float) -> None:
        """Sets the width of children in relation to their height."""
        if f32(ratio) != self._ratio:
            self._ratio = f32(ratio)
            self.queue_sort()

    def get_ratio(self) -> float:
        """The width of children in relation to their height."""
        return self._ratio

    ratio = accessors(get_ratio, set_ratio)

    def set_stretch_mode(self, stretch_mode: int) -> None:
        """Sets what the size of children follows."""
        if not 0 <= stretch_mode < 4:
            output.error(f"Index (int)p_mode = {stretch_mode} is out of bounds (4 = 4).")
        elif stretch_mode != self._stretch_mode:
            self._stretch_mode = int(stretch_mode)
            self.queue_sort()

    def get_stretch_mode(self) -> AspectRatioContainer.StretchMode:
        """What the size of children follows."""
        return AspectRatioContainer.StretchMode(self._stretch_mode)

    stretch_mode = accessors(get_stretch_mode, set_stretch_mode)

    def set_alignment_horizontal(self, alignment_horizontal: int) -> None:
        """Sets where children lie across."""
        if alignment_horizontal != self._alignment_h:
            self._alignment_h = int(alignment_horizontal)
            self.queue_sort()

    def get_alignment_horizontal(self) -> AspectRatioContainer.AlignmentMode:
        """Where children lie across."""
        return AspectRatioContainer.AlignmentMode(self._alignment_h)

    alignment_horizontal = accessors(get_alignment_horizontal, set_alignment_horizontal)

    def set_alignment_vertical(self, alignment_vertical: int) -> None:
        """Sets where children lie from top to bottom."""
        if alignment_vertical != self._alignment_v:
            self._alignment_v = int(alignment_vertical)
            self.queue_sort()

    def get_alignment_vertical(self) -> AspectRatioContainer.AlignmentMode:
        """Where children lie from top to bottom."""
        return AspectRatioContainer.AlignmentMode(self._alignment_v)

    alignment_vertical = accessors(get_alignment_vertical, set_alignment_vertical)
