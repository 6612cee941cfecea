"""`FlowContainer`, `HFlowContainer`, `VFlowContainer`: children in lines that wrap like text."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, NamedTuple

from engine.core._float32 import f32
from engine.core.accessors import accessors
from engine.core.vector2 import Vector2
from engine.gui._turning_container import TurningContainer

_EXPAND = 2
_INHERIT = 0
_SHARES = (0.0, 0.5, 1.0)


class _Line(NamedTuple):
    children: list[Any]
    lengths: list[int]
    thickness: int
    free: int  # what is left of the line
    stretch: float  # the sum of the ratios of those that expand
    filled: bool


class FlowContainer(TurningContainer):
    """Places its children in a row or column, and goes on in a next one where there is no room."""

    class AlignmentMode(IntEnum):
        """Where the children of a line lie when none of them expands."""

        ALIGNMENT_BEGIN = 0
        ALIGNMENT_CENTER = 1
        ALIGNMENT_END = 2

    class LastWrapAlignmentMode(IntEnum):
        """Where the children of the last line lie, when it is not full."""

        LAST_WRAP_ALIGNMENT_INHERIT = 0
        LAST_WRAP_ALIGNMENT_BEGIN = 1
        LAST_WRAP_ALIGNMENT_CENTER = 2
        LAST_WRAP_ALIGNMENT_END = 3

    ALIGNMENT_BEGIN = AlignmentMode.ALIGNMENT_BEGIN
    ALIGNMENT_CENTER = AlignmentMode.ALIGNMENT_CENTER
    ALIGNMENT_END = AlignmentMode.ALIGNMENT_END
    LAST_WRAP_ALIGNMENT_INHERIT = LastWrapAlignmentMode.LAST_WRAP_ALIGNMENT_INHERIT
    LAST_WRAP_ALIGNMENT_BEGIN = LastWrapAlignmentMode.LAST_WRAP_ALIGNMENT_BEGIN
    LAST_WRAP_ALIGNMENT_CENTER = LastWrapAlignmentMode.LAST_WRAP_ALIGNMENT_CENTER
    LAST_WRAP_ALIGNMENT_END = LastWrapAlignmentMode.LAST_WRAP_ALIGNMENT_END

    _runs_in_lines = True
    _stored = ("alignment", "last_wrap_alignment", "vertical", "reverse_fill")
    _own = (
        "_alignment",
        "_line_count",
        "_reverse_fill",
        "_sorted_thickness",
        "_wrap_alignment",
    )
    _alignment: int = 0
    _wrap_alignment: int = 0
    _reverse_fill = False
    _sorted_thickness = 0
    _line_count = 0

    def get_minimum_size(self) -> Vector2:
        """What the longest child needs, and the thickness of the lines as they were sorted last."""
        length = 0
        for child in self._measurable():
            length = max(length, int(child._combined_minimum()[self._vertical]))
        if self._vertical:
            return Vector2(self._sorted_thickness, length)
        return Vector2(length, self._sorted_thickness)

    def get_line_count(self) -> int:
        """The number of lines."""
        return self._line_count

    # Sorting -------------------------------------------------------------------------------------

    def _sort(self) -> None:
        if self.is_visible_in_tree():
            self._place_lines(self._wrap())
        self.update_minimum_size()

    def _gaps(self) -> tuple[int, int]:
        """Between children of a line, and between lines."""
        h_gap = self.get_theme_constant("h_separation")
        v_gap = self.get_theme_constant("v_separation")
        return (v_gap, h_gap) if self._vertical else (h_gap, v_gap)

    def _wrap(self) -> list[_Line]:
        vertical = self._vertical
        gap, _ = self._gaps()
        whole = int(self._h if vertical else self._w)
        lines: list[_Line] = []
        members: list[Any] = []
        lengths: list[int] = []
        thickness = at = last = 0
        for child in self._sortable():
            width, height = map(int, child._combined_minimum())
            last, across = (height, width) if vertical else (width, height)
            start = at + gap if members else at
            if start + last > whole:
                used = start - gap
                lines.append(self._finished(members, lengths, thickness, whole - used, True))
                members, lengths, thickness, start = [], [], 0, 0
            members.append(child)
            lengths.append(last)
            thickness = max(thickness, across)
            at = start + last
        filled = bool(members) and at + last > whole
        lines.append(self._finished(members, lengths, thickness, whole - at, filled))
        return lines

    def _finished(
        self, members: list[Any], lengths: list[int], thickness: int, free: int, filled: bool
    ) -> _Line:
        stretch = 0.0
        for child in members:
            if self._expands(child):
                stretch = f32(stretch + child._stretch)
        return _Line(members, lengths, thickness, free, stretch, filled)

    def _expands(self, child: Any) -> bool:
        return bool((child._v_flags if self._vertical else child._h_flags) & _EXPAND)

    def _place_lines(self, lines: list[_Line]) -> None:
        gap, line_gap = self._gaps()
        across = 0
        for number, line in enumerate(lines):
            at = self._indent(lines, number) if abs(line.stretch) < 1e-5 else 0
            for child, length in zip(line.children, line.lengths, strict=True):
                if self._expands(child) and line.stretch:
                    length += int(f32(f32(line.free * child._stretch) / line.stretch))
                self._put_child(child, at, across, length, line.thickness)
                at += length + gap
            if number < len(lines) - 1:
                across += line.thickness + line_gap
        self._sorted_thickness = across + lines[-1].thickness
        self._line_count = len(lines)

    def _put_child(self, child: Any, at: int, across: int, length: int, thickness: int) -> None:
        x: float
        y: float
        least_w, least_h = child._combined_minimum()
        rtl = self.is_layout_rtl()
        if self._vertical:
            shrinks = not child._h_flags & (1 | 4 | 8)
            width, height = int(least_w) if shrinks else thickness, length
            x, y = across, at
            mirrored = rtl is not self._reverse_fill
        else:
            shrinks = not child._v_flags & (1 | 4 | 8)
            width, height = length, int(least_h) if shrinks else thickness
            x, y = at, across
            mirrored = rtl
            if self._reverse_fill:
                y = self._h - y - height
        self._fit(child, self._w - x - width if mirrored else x, y, width, height)

    def _indent(self, lines: list[_Line], number: int) -> int:
        """Where a line begins in which nothing expands."""
        line = lines[number]
        share = _SHARES[self._alignment]
        wrap = self._wrap_alignment
        last = number != 0 and not line.filled
        if not last or wrap == _INHERIT:
            return int(line.free * share)
        above = lines[number - 1].free  # it lies below the children of the line above
        return int(above * share + (line.free - above) * _SHARES[wrap - 1])

    # Properties ----------------------------------------------------------------------------------

    def set_alignment(self, alignment: int) -> None:
        """Sets where the children of a line lie when none of them expands."""
        if alignment != self._alignment:
            self._alignment = int(alignment)
            self._sort_now()

    def get_alignment(self) -> FlowContainer.AlignmentMode:
        """Where the children of a line lie when none of them expands."""
        return FlowContainer.AlignmentMode(self._alignment)

    alignment = accessors(get_alignment, set_alignment)

    def set_last_wrap_alignment(self, last_wrap_alignment: int) -> None:
        """Sets where the children of the last line lie, when it is not full."""
        if last_wrap_alignment != self._wrap_alignment:
            self._wrap_alignment = int(last_wrap_alignment)
            self._sort_now()

    def get_last_wrap_alignment(self) -> FlowContainer.LastWrapAlignmentMode:
        """Where the children of the last line lie, when it is not full."""
        return FlowContainer.LastWrapAlignmentMode(self._wrap_alignment)

    last_wrap_alignment = accessors(get_last_wrap_alignment, set_last_wrap_alignment)

    def set_reverse_fill(self, reverse_fill: bool) -> None:
        """Sets whether lines are added upwards, or columns to the left."""
        if bool(reverse_fill) is not self._reverse_fill:
            self._reverse_fill = bool(reverse_fill)
            self._sort_now()

    def is_reverse_fill(self) -> bool:
        """Whether lines are added upwards, or columns to the left."""
        return self._reverse_fill

    reverse_fill = accessors(is_reverse_fill, set_reverse_fill)


class HFlowContainer(FlowContainer):
    """Places its children in rows that wrap."""

    _turns = False


class VFlowContainer(FlowContainer):
    """Places its children in columns that wrap."""

    _turns = False
    _vertical: bool = True
