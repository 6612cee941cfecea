"""Which control of a viewport has the focus of the keyboard."""

from __future__ import annotations

from typing import Any

from engine.gui._gui_state import GuiState

_FOCUS_ENTER, _FOCUS_EXIT = 43, 44


class GuiFocus(GuiState):
    """Giving and taking the focus."""

    @property
    def focus_owner(self) -> Any:
        """The control that has the focus, or None."""
        return self.key_focus

    def control_grab_focus(self, control: Any, hide_focus: bool) -> None:
        """Gives the focus to a control; the one that had it in this window loses it first."""
        if control is self.key_focus:
            if hide_focus is not self.focus_hidden:
                self.focus_hidden = hide_focus
                control.queue_redraw()
            return
        window = self.viewport.get_window()
        for gui in _guis_of(window):
            gui.release_focus()
        if control._tree is None or control._viewport is not self.viewport:
            return  # whoever lost the focus has taken it out of the tree
        self.key_focus = control
        self.focus_hidden = hide_focus
        self.viewport._emit_if_heard("gui_focus_changed", control)
        control._notify(_FOCUS_ENTER)
        control.queue_redraw()

    def _hide_focus(self) -> None:
        if self.key_focus is not None and not self.focus_hidden:
            self.focus_hidden = True
            self.key_focus.queue_redraw()

    def release_focus(self) -> None:
        """No control has the focus any more."""
        control = self.key_focus
        if control is not None:
            self.key_focus = None
            control.notification(_FOCUS_EXIT, True)
            control.queue_redraw()


def _guis_of(window: Any) -> list[Any]:
    """The gui parts of a window and of the viewports in it."""
    found = []
    pending = [window]
    for node in pending:
        gui = getattr(node, "_gui", None)
        if gui is not None and node.get_window() is window:
            found.append(gui)
        pending += [v for v in getattr(node, "_sub_viewports", ()) if v is not node]
    return found
