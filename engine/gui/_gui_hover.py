"""Which controls the mouse is over.

The mouse is over one control, and has entered it and those above it up to the first that stops
mouse events; `over_chain` holds these, outer ones first. What the mouse leaves hears of it before
what it enters does; inner controls leave first and enter last.
"""

from __future__ import annotations

from typing import Any

from engine.core.vector2 import Vector2
from engine.gui._gui_focus import GuiFocus
from engine.gui.control import Control

_MOUSE_ENTER, _MOUSE_EXIT, _MOUSE_ENTER_SELF, _MOUSE_EXIT_SELF = 41, 42, 60, 61
_STOP, _PASS, _IGNORE = range(3)


class GuiHover(GuiFocus):
    """Mouse over."""

    embedded: Any

    @property
    def hovered_control(self) -> Any:
        """The control below the mouse, or None."""
        return self.mouse_over

    def update_mouse_over(self, position: Vector2) -> None:
        """Tells controls and embedded windows that the mouse enters and leaves them."""
        self.last_position = position
        if self.embedded.update_mouse_over(position):
            if self.mouse_over is not None or self.over_chain:
                self._leave_all()
            return
        over = self.find_control(position)
        if over is self.mouse_over and (over is not None or not self.over_chain):
            return
        entered, common = self._newly_entered(over)
        if self.mouse_over is not None or self.over_chain:
            self._leave_all(common)
        if over is None:
            return
        self.mouse_over = over
        for control in reversed(entered):
            self.over_chain.append(control)
            _enter(control)
        if self.mouse_over is not None:
            self.mouse_over.notification(_MOUSE_ENTER_SELF)

    def _newly_entered(self, over: Any) -> tuple[list[Any], Any]:
        """What the mouse enters with a control, inner ones first, and what it was over before."""
        entered: list[Any] = []
        item = over
        while item is not None:
            if isinstance(item, Control):
                filter_ = item._effective_filter()
                if filter_ != _IGNORE:
                    if item in self.over_chain:
                        return entered, item
                    entered.append(item)
                if filter_ == _STOP:
                    break
            item = item.get_parent_item()
        return entered, None

    def _leave_all(self, until: Any = None) -> None:
        """The mouse leaves all that it is over, up to a control that it stays over."""
        self.cancel_tooltip()
        over, self.mouse_over = self.mouse_over, None
        if over is not None and over._tree is not None:
            over.notification(_MOUSE_EXIT_SELF)
        keep = self.over_chain.index(until) + 1 if until in self.over_chain else 0
        for control in reversed(self.over_chain[keep:]):
            if control._tree is not None:
                _leave(control)
        del self.over_chain[keep:]

    def mouse_left(self) -> None:
        """The mouse has left the viewport, or another window has taken it."""
        self.embedded.mouse_left()
        if self.mouse_over is not None or self.over_chain:
            self._leave_all()

    def update_mouse_over_state(self) -> None:
        """A mouse filter has changed: the mouse may now be over others with the same control."""
        if self.mouse_over is None or not self.over_chain:
            return
        chain = self.over_chain
        wanted, leaving = self._chain_again()
        entering = [control for control in wanted if control not in chain]
        if not leaving and not entering:
            return
        if leaving and leaving[0] is chain[-1]:
            over, self.mouse_over = self.mouse_over, None
            over.notification(_MOUSE_EXIT_SELF)
        for control in leaving:
            _leave(control)
        self.over_chain = wanted[::-1]
        for control in reversed(entering):
            _enter(control)

    def _chain_again(self) -> tuple[list[Any], list[Any]]:
        """What the mouse is over with the filters as they are, and what of the chain is not."""
        wanted: list[Any] = []
        leaving: list[Any] = []
        outermost, broken, reached = self.over_chain[0], False, False
        item = self.mouse_over
        while item is not None:
            if isinstance(item, Control):
                filter_ = item._effective_filter()
                if item in self.over_chain and (broken or filter_ == _IGNORE):
                    leaving.append(item)
                if item is outermost:
                    if broken:
                        break
                    reached = True
                if not broken and filter_ != _IGNORE:
                    wanted.append(item)
                broken = broken or filter_ == _STOP
            broken = broken or item._top_level
            if broken and reached:
                break
            item = item.get_parent_item() if not item._top_level else item._parent
            if item is not None and not hasattr(item, "get_parent_item"):
                break
        return wanted, leaving

    def cancel_tooltip(self) -> None:
        """Takes the tooltip away."""
        raise AssertionError("belongs to the tooltips")


def _enter(control: Any) -> None:
    control.notification(_MOUSE_ENTER)
    control._emit_if_heard("mouse_entered")


def _leave(control: Any) -> None:
    control.notification(_MOUSE_EXIT)
    control._emit_if_heard("mouse_exited")
