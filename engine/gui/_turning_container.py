"""`TurningContainer`: a container whose children form rows or columns."""

from __future__ import annotations

from typing import ClassVar

from engine.core import output
from engine.core.accessors import accessors
from engine.gui.container import Container


class TurningContainer(Container):
    """What `BoxContainer` and `FlowContainer` have in common."""

    _own: ClassVar[tuple[str, ...]] = ("_vertical",)
    _vertical: bool = False
    _turns: bool = True  # whether it can be set

    def set_vertical(self, vertical: bool) -> None:
        """Sets whether children form columns, rather than rows."""
        if not self._turns:
            output.error(f"Can't change orientation of {self.get_class()}.")
            return
        self._vertical = bool(vertical)
        self.update_minimum_size()
        self._sort_now()

    def is_vertical(self) -> bool:
        """Whether children form columns, rather than rows."""
        return self._vertical

    vertical = accessors(is_vertical, set_vertical)
