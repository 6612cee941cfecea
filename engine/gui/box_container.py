"""`BoxContainer`, `HBoxContainer` and `VBoxContainer`: children in a row or in a column.

Each child gets its minimum length. What is left goes to those that expand, by their stretch ratio;
one whose share is less than its minimum keeps that, and the others share again. Lengths are whole
pixels, fractions are carried on to the next child.
"""

from __future__ import annotations

from enum import IntEnum
from functools import reduce
from typing import Any

from engine.core._float32 import f32
from engine.core.accessors import accessors
from engine.core.vector2 import Vector2
from engine.gui._turning_container import TurningContainer
from engine.gui.control import Control

_EXPAND = 2
_EXPAND_FILL = 3


class BoxContainer(TurningContainer):
    """Places its children next to each other."""

    class AlignmentMode(IntEnum):
        """Where children lie when none of them expands."""

        ALIGNMENT_BEGIN = 0
        ALIGNMENT_CENTER = 1
        ALIGNMENT_END = 2

    ALIGNMENT_BEGIN = AlignmentMode.ALIGNMENT_BEGIN
    ALIGNMENT_CENTER = AlignmentMode.ALIGNMENT_CENTER
    ALIGNMENT_END = AlignmentMode.ALIGNMENT_END

    _stored = ("alignment", "vertical")
    _runs_in_lines = True
    _own = ("_alignment",)
    _alignment: int = 0

    def get_minimum_size(self) -> Vector2:
        """The children's lengths with the gaps between them, and the largest thickness."""
        length = thickness = count = 0
        vertical = self._vertical
        for child in self._measurable():
            width, height = child._combined_minimum()
            along, across = (height, width) if vertical else (width, height)
            length += int(along)
            thickness = max(thickness, int(across))
            count += 1
        if count > 1:
            length += (count - 1) * self.get_theme_constant("separation")
        return Vector2(thickness, length) if vertical else Vector2(length, thickness)

    def _sort(self) -> None:
        children = self._sortable()
        if not children:
            return
        vertical, rtl = self._vertical, self.is_layout_rtl()
        gap = self.get_theme_constant("separation")
        whole = int(self._h if vertical else self._w)
        lengths, stretched, free = self._lengths(children, whole - (len(children) - 1) * gap)
        at = 0
        if not any(stretched) and not self._has_stretch(children):
            alignment = 2 - self._alignment if rtl and not vertical else self._alignment
            at = (0, free // 2, free)[alignment]
        order = range(len(children))
        last = order[-1]
        for number, i in enumerate(reversed(order) if rtl and not vertical else order):
            end = whole if stretched[i] and number == last else at + lengths[i]
            if vertical:
                self._fit(children[i], 0.0, at, int(self._w), end - at)
            else:
                self._fit(children[i], at, 0.0, end - at, int(self._h))
            at = end + gap

    def _has_stretch(self, children: list[Any]) -> bool:
        return any(
            (c._v_flags if self._vertical else c._h_flags) & _EXPAND and c._stretch > 0.0
            for c in children
        )

    def _lengths(self, children: list[Any], available: int) -> tuple[list[int], list[bool], int]:
        """For each child its length and whether it is stretched; and what nobody needs."""
        vertical = self._vertical
        least = [int(c._combined_minimum()[vertical]) for c in children]
        stretched = [bool((c._v_flags if vertical else c._h_flags) & _EXPAND) for c in children]
        free = max(available - sum(least), 0)
        if not any(stretched):
            return least, stretched, free
        ratios = [c._stretch for c in children]
        space = free + sum(n for n, s in zip(least, stretched, strict=True) if s)
        total = reduce(_add, (r for r, s in zip(ratios, stretched, strict=True) if s), 0.0)
        lengths = list(least)
        while total > 0:
            too_long = _share(lengths, least, ratios, stretched, space, total)
            if too_long < 0:
                break
            stretched[too_long] = False
            lengths[too_long] = least[too_long]
            total = f32(total - ratios[too_long])
            space -= least[too_long]
        return lengths, stretched, free

    # Properties ----------------------------------------------------------------------------------

    def add_spacer(self, begin: bool) -> Control:
        """Adds an empty control that expands, as the first or last child."""
        spacer = Control()
        spacer.mouse_filter = Control.MOUSE_FILTER_PASS
        if self._vertical:
            spacer.set_v_size_flags(_EXPAND_FILL)
        else:
            spacer.set_h_size_flags(_EXPAND_FILL)
        self.add_child(spacer)
        if begin:
            self.move_child(spacer, 0)
        return spacer

    def set_alignment(self, alignment: int) -> None:
        """Sets where children lie when none of them expands."""
        if alignment != self._alignment:
            self._alignment = int(alignment)
            self._sort_now()

    def get_alignment(self) -> BoxContainer.AlignmentMode:
        """Where children lie when none of them expands."""
        return BoxContainer.AlignmentMode(self._alignment)

    alignment = accessors(get_alignment, set_alignment)


def _add(a: float, b: float) -> float:
    return f32(a + b)


def _share(
    lengths: list[int],
    least: list[int],
    ratios: list[float],
    stretched: list[bool],
    space: int,
    total: float,
) -> int:
    """Shares the space out; the first child whose share is less than it needs, or -1."""
    error = 0.0
    for i, stretches in enumerate(stretched):
        if not stretches:
            continue
        share = f32(f32(space * ratios[i]) / total)
        error = f32(error + f32(share - int(share)))
        if share < least[i]:
            return i
        lengths[i] = int(share)
        if error >= 1:
            lengths[i] += 1
            error = f32(error - 1)
    return -1


class HBoxContainer(BoxContainer):
    """Places its children in a row."""

    _turns = False


class VBoxContainer(BoxContainer):
    """Places its children in a column."""

    _turns = False
    _vertical: bool = True
