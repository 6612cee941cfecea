"""Drag and drop, as a control takes part in it."""

from __future__ import annotations

from typing import Any

from engine.core import output
from engine.core.vector2 import Vector2
from engine.gui._control_mouse import ControlMouse


class ControlDrag(ControlMouse):
    """What can be dragged out of a control and dropped on it."""

    def _get_drag_data(self, at_position: Vector2) -> Any:
        """What is dragged from a point of the control; None for nothing."""
        return None

    def _can_drop_data(self, at_position: Vector2, data: Any) -> bool:
        """Whether what is dragged can be dropped on a point of the control."""
        return False

    def _drop_data(self, at_position: Vector2, data: Any) -> Any:
        """Takes what was dropped on a point of the control."""

    def _engine_drag_data(self, at: Vector2) -> Any:
        """What the engine's class gives to be dragged."""
        return None

    def _engine_can_drop(self, at: Vector2, data: Any) -> bool:
        """Whether the engine's class takes what is dragged."""
        return False

    def _engine_drop(self, at: Vector2, data: Any) -> None:
        """Has the engine's class take what was dropped."""

    def get_drag_data(self, at_position: Vector2) -> Any:
        """What is dragged from a point: by the forwarding function, the script or the class."""
        forward = self._drag_forward[0] if self._drag_forward else None
        if forward:
            return _called(forward, at_position)
        if type(self)._get_drag_data is not ControlDrag._get_drag_data:
            return _called(self._get_drag_data, at_position)
        return self._engine_drag_data(at_position)

    def can_drop_data(self, at_position: Vector2, data: Any) -> bool:
        """Whether what is dragged can be dropped on a point."""
        forward = self._drag_forward[1] if self._drag_forward else None
        if forward:
            return bool(_called(forward, at_position, data))
        if type(self)._can_drop_data is not ControlDrag._can_drop_data:
            return bool(_called(self._can_drop_data, at_position, data))
        return self._engine_can_drop(at_position, data)

    def drop_data(self, at_position: Vector2, data: Any) -> None:
        """Drops on a point what is dragged."""
        forward = self._drag_forward[2] if self._drag_forward else None
        if forward:
            _called(forward, at_position, data)
        elif type(self)._drop_data is not ControlDrag._drop_data:
            _called(self._drop_data, at_position, data)
        else:
            self._engine_drop(at_position, data)

    def set_drag_forwarding(self, drag_func: Any, can_drop_func: Any, drop_func: Any) -> None:
        """Has other functions answer for this control's part in drag and drop; None for itself."""
        self._drag_forward = (drag_func, can_drop_func, drop_func)

    def force_drag(self, data: Any, preview: Any) -> None:
        """Starts dragging without a press on the control.

        Args:
            data: what is dragged.
            preview: a control without a parent that follows the mouse, or None.
        """
        if self._tree is None:
            output.error('Condition "!is_inside_tree()" is true.')
        elif data is None:
            output.error('Condition "p_data.get_type() == Variant::NIL" is true.')
        else:
            self._gui_of_viewport().force_drag(self, data, preview)

    def set_drag_preview(self, control: Any) -> None:
        """Shows a control at the mouse for what is being dragged; to be called while it starts."""
        if self._tree is None:
            output.error('Condition "!is_inside_tree()" is true.')
        elif not self._gui_of_viewport().is_dragging():
            output.error('Condition "!get_viewport()->gui_is_dragging()" is true.')
        else:
            self._gui_of_viewport().set_drag_preview(self, control)

    def is_drag_successful(self) -> bool:
        """Whether what was dragged last was taken where it was dropped."""
        return self._tree is not None and bool(self._gui_of_viewport().is_drag_successful())

    def accessibility_drag(self) -> None:
        """Starts dragging from the keyboard."""
        if self._tree is None:
            output.error('Condition "!is_inside_tree()" is true.')
            return
        self._gui_of_viewport().accessibility_drag(self)

    def accessibility_drop(self) -> None:
        """Drops what is dragged on this control, from the keyboard."""
        if self._tree is None:
            output.error('Condition "!is_inside_tree()" is true.')
            return
        self._gui_of_viewport().accessibility_drop(self)


def _called(function: Any, *args: Any) -> Any:
    try:
        return function(*args)
    except Exception as exception:
        output.script_error(exception)
        return None
