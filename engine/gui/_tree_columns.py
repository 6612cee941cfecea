"""The columns of a Tree and their titles."""

from __future__ import annotations

from typing import Any

from engine.core import output
from engine.gui._tree_state import Column, TreeState


class TreeColumns(TreeState):
    """What scripts do with columns."""

    def _column(self, column: int) -> Column | None:
        """A column; None, with an error, when there is none."""
        if 0 <= column < len(self._columns):
            return self._columns[column]
        output.error(
            f"Index p_column = {int(column)} is out of bounds (columns.size() = "
            f"{len(self._columns)})."
        )
        return None

    def _set_column(self, column: int, name: str, value: Any) -> None:
        found = self._column(column)
        if found is not None and getattr(found, name) != value:
            setattr(found, name, value)
            found.shaped = None
            self._layout_changed()

    def set_columns(self, amount: int) -> None:
        """How many columns there are."""
        if amount < 1:
            output.error('Condition "p_columns < 1" is true.')
            return
        del self._columns[amount:]
        while len(self._columns) < amount:
            self._columns.append(Column())
        if self._root is not None:
            self._root._join(self, int(amount))
        if self._selected_column >= amount:
            self._selected_column = int(amount) - 1
        self._layout_changed()

    def get_columns(self) -> int:
        """How many columns there are."""
        return len(self._columns)

    def set_column_title(self, column: int, title: str) -> None:
        """What stands above a column."""
        self._set_column(column, "title", str(title))

    def get_column_title(self, column: int) -> str:
        """What stands above a column."""
        found = self._column(column)
        return "" if found is None else found.title

    def set_column_title_tooltip_text(self, column: int, tooltip_text: str) -> None:
        """What the mouse is told over the title."""
        self._set_column(column, "tooltip", str(tooltip_text))

    def get_column_title_tooltip_text(self, column: int) -> str:
        """What the mouse is told over the title."""
        found = self._column(column)
        return "" if found is None else found.tooltip

    def set_column_title_alignment(self, column: int, title_alignment: int) -> None:
        """Where the title stands."""
        self._set_column(column, "alignment", int(title_alignment))

    def get_column_title_alignment(self, column: int) -> int:
        """Where the title stands."""
        found = self._column(column)
        return 0 if found is None else found.alignment

    def set_column_title_direction(self, column: int, direction: int) -> None:
        """The direction that the title is written in."""
        self._set_column(column, "direction", int(direction))

    def get_column_title_direction(self, column: int) -> int:
        """The direction that the title is written in."""
        found = self._column(column)
        return 0 if found is None else found.direction

    def set_column_title_language(self, column: int, language: str) -> None:
        """The language of the title."""
        self._set_column(column, "language", str(language))

    def get_column_title_language(self, column: int) -> str:
        """The language of the title."""
        found = self._column(column)
        return "" if found is None else found.language

    def set_column_custom_minimum_width(self, column: int, min_width: int) -> None:
        """How wide a column is at least."""
        self._set_column(column, "minimum", int(min_width))

    def set_column_expand(self, column: int, expand: bool) -> None:
        """Whether a column takes a share of the free room."""
        self._set_column(column, "expand", bool(expand))

    def is_column_expanding(self, column: int) -> bool:
        """Whether a column takes a share of the free room."""
        found = self._column(column)
        return False if found is None else found.expand

    def set_column_expand_ratio(self, column: int, ratio: int) -> None:
        """How large that share is."""
        self._set_column(column, "ratio", int(ratio))

    def get_column_expand_ratio(self, column: int) -> int:
        """How large that share is."""
        found = self._column(column)
        return 1 if found is None else found.ratio

    def set_column_clip_content(self, column: int, enable: bool) -> None:
        """Whether a column may be narrower than what is in it."""
        self._set_column(column, "clip", bool(enable))

    def is_column_clipping_content(self, column: int) -> bool:
        """Whether a column may be narrower than what is in it."""
        found = self._column(column)
        return False if found is None else found.clip
