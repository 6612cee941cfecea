"""The gui part of a viewport: its controls and embedded windows, as `_gui_hook` asks for it."""

from __future__ import annotations

from typing import Any

from engine.core.input_event import InputEvent
from engine.gui._embedded_windows import EmbeddedWindows
from engine.gui._gui_input import GuiInput


class ViewportGui(GuiInput):
    """See `engine.scene._gui_hook.ViewportGui`."""

    def __init__(self, viewport: Any) -> None:
        super().__init__(viewport)
        self.embedded = EmbeddedWindows(viewport)

    def sub_window_input(self, event: InputEvent) -> bool:
        """Gives an event to an embedded window; whether one took it."""
        return bool(self.embedded.forward_input(event))

    def sub_windows(self) -> list[Any]:
        """The embedded windows, from back to front."""
        return list(self.embedded.windows)

    def text_input(self, text: str) -> None:
        """Text from an input method, for the control that has the focus."""
        control = self.key_focus
        if control is not None and hasattr(control, "_text_input"):
            control._text_input(text)

    def canvas_changed(self) -> None:
        """Its canvas transform is another one now."""

    def mouse_cursor_changed(self) -> None:
        """The shape of the mouse cursor should be looked up again."""
        over = self.mouse_focus or self.mouse_over
        if over is not None and over._tree is not None:
            shape = self._cursor_over(over, over.get_local_mouse_position())
            self.set_cursor(shape)

    def process(self, delta: float) -> None:
        """Time passes; tooltips wait with the tree's timers."""
