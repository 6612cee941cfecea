"""`GridContainer`: children in rows of equal columns.

A column is as wide as its widest child needs. Columns with a child that expands share what is left
equally; one that needs more than its share keeps to its need, and the others share again.
"""

from __future__ import annotations

from engine.core import output
from engine.core.accessors import accessors
from engine.core.vector2 import Vector2
from engine.gui.container import Container

_EXPAND = 2


class GridContainer(Container):
    """Places its children in a grid, row by row."""

    _stored = ("columns",)
    _runs_in_lines = True
    _own = ("_columns",)
    _columns = 1

    def get_minimum_size(self) -> Vector2:
        """The widest child of each column and the highest of each row, with the gaps."""
        children = self._measurable()
        if not children:
            return Vector2.ZERO
        widths, heights = self._cells(children)
        h_gap = self.get_theme_constant("h_separation")
        v_gap = self.get_theme_constant("v_separation")
        return Vector2(
            sum(widths) + h_gap * (len(widths) - 1), sum(heights) + v_gap * (len(heights) - 1)
        )

    def _cells(self, children: list[Container]) -> tuple[list[int], list[int]]:
        """The least width of each column that is used, and the least height of each row."""
        columns = self._columns
        widths = [0] * min(columns, len(children))
        heights = [0] * -(-len(children) // columns)
        for i, child in enumerate(children):
            width, height = child._combined_minimum()
            row, column = divmod(i, columns)
            widths[column] = max(widths[column], int(width))
            heights[row] = max(heights[row], int(height))
        return widths, heights

    def _sort(self) -> None:
        children = self._sortable()
        if not children:
            return
        columns = self._columns
        widths, heights = self._cells(children)
        wide = {i % columns for i, c in enumerate(children) if c._h_flags & _EXPAND}
        wide.update(range(len(children), columns))  # empty columns count as expanding
        high = {i // columns for i, c in enumerate(children) if c._v_flags & _EXPAND}
        h_gap = self.get_theme_constant("h_separation")
        v_gap = self.get_theme_constant("v_separation")
        _stretch(widths, wide, self._w - h_gap * (len(widths) - 1))
        _stretch(heights, high, self._h - v_gap * (len(heights) - 1))
        rtl = self.is_layout_rtl()
        x = y = 0
        for i, child in enumerate(children):
            row, column = divmod(i, columns)
            if column == 0:
                x = int(self._w) if rtl else 0
                y += heights[row - 1] + v_gap if row > 0 else 0
            width = widths[column]
            self._fit(child, x - width if rtl else x, y, width, heights[row])
            x += -(width + h_gap) if rtl else width + h_gap

    def set_columns(self, columns: int) -> None:
        """Sets the number of columns, at least 1."""
        if columns < 1:
            output.error('Condition "p_columns < 1" is true.')
            return
        if columns != self._columns:
            self._columns = int(columns)
            self.queue_sort()
            self.update_minimum_size()

    def get_columns(self) -> int:
        """The number of columns."""
        return self._columns

    columns = accessors(get_columns, set_columns)


def _stretch(lengths: list[int], wanting: set[int], whole: float) -> None:
    """Has those that want more share what the others leave of a whole."""
    needs = {i: lengths[i] if i < len(lengths) else 0 for i in sorted(wanting)}
    free = whole - sum(n for i, n in enumerate(lengths) if i not in needs)
    while needs and any(free / len(needs) < need for need in needs.values()):
        largest = max(needs, key=lambda i: (needs[i], -i))
        free -= needs.pop(largest)
    if not needs:
        return
    share = int(free / len(needs))
    left = int(free - len(needs) * share)
    for i in needs:
        if i < len(lengths):
            lengths[i] = share + (1 if left > 0 else 0)
            left -= 1
