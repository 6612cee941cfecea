"""The gui part of a viewport: its controls and embedded windows, as `_gui_hook` asks for it."""

from __future__ import annotations

from typing import Any

from engine.core.input_event import InputEvent
from engine.core.input_event_mouse import InputEventMouseMotion
from engine.gui._embedded_windows import EmbeddedWindows
from engine.gui._gui_input import INTERNAL_DEVICE, GuiInput


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
        """What is below the mouse, and so the cursor, should be looked up again."""
        window = self.viewport.get_window()
        if window is not None:
            event = InputEventMouseMotion()
            event.device = INTERNAL_DEVICE
            event.position = event.global_position = window.get_mouse_position()
            window.push_input(event, True)

    def process(self, delta: float) -> None:
        """Time passes; tooltips wait with the tree's timers."""
