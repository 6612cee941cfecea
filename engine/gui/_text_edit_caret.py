"""`Caret`: a caret of a TextEdit, with its selection."""

from __future__ import annotations

Place = tuple[int, int]  # line, column


class Caret:
    """A caret and where its selection began.

    Attributes:
        line: its line.
        column: before which character it stands.
        fit_x: how far to the right, in pixels, it tries to stand when it goes up and down.
        origin_line: the line where the selection began.
        origin_column: the column where it began.
        origin_fit_x: as `fit_x`, for where the selection began.
        selects: whether there is a selection.
    """

    __slots__ = (
        "column",
        "fit_x",
        "line",
        "origin_column",
        "origin_fit_x",
        "origin_line",
        "selects",
    )

    def __init__(self) -> None:
        self.line = self.column = self.fit_x = 0
        self.origin_line = self.origin_column = self.origin_fit_x = 0
        self.selects = False

    def copy(self) -> Caret:
        """A caret of its own."""
        twin = Caret()
        twin.line, twin.column, twin.fit_x = self.line, self.column, self.fit_x
        twin.origin_line, twin.origin_column = self.origin_line, self.origin_column
        twin.origin_fit_x, twin.selects = self.origin_fit_x, self.selects
        return twin

    @property
    def place(self) -> Place:
        """Line and column."""
        return self.line, self.column

    @property
    def origin(self) -> Place:
        """Line and column where the selection began."""
        return self.origin_line, self.origin_column
