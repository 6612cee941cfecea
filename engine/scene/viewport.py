"""`Viewport`: a part of the tree with a view of its own, as far as a headless tree has one."""

from __future__ import annotations

from typing import ClassVar

from engine.core.signal import Signal
from engine.scene.node import Node


class Viewport(Node):
    """The base of windows.

    Signals: `size_changed`, `gui_focus_changed`.
    """

    size_changed = Signal()
    gui_focus_changed = Signal("node")

    _own: ClassVar[tuple[str, ...]] = ("_input_handled",)
    _input_handled = False

    def set_input_as_handled(self) -> None:
        """Stops the event that is being told from going further."""
        self._input_handled = True

    def is_input_handled(self) -> bool:
        """Whether the event that is being told was handled."""
        return self._input_handled
