"""Dragging: from the press on a control that gives data to the release over one that takes it."""

from __future__ import annotations

from typing import Any

from engine.core import output
from engine.core.vector2 import Vector2
from engine.gui._gui_state import to_local
from engine.gui._gui_tooltip import GuiTooltip
from engine.gui.control import Control

_STOP = 0
_DRAG_BEGIN, _DRAG_END = 21, 22
_THRESHOLD = 10.0


class GuiDrag(GuiTooltip):
    """Drag and drop."""

    def is_dragging(self) -> bool:
        """Whether something is being dragged."""
        return self.dragging

    def drag_data(self) -> Any:
        """What is being dragged, or None."""
        return self.drag_value

    def is_drag_successful(self) -> bool:
        """Whether what was dragged last was taken where it was dropped."""
        return self.drag_taken

    def drag_description(self) -> str:
        """Words for what is being dragged."""
        return self.drag_words

    def set_drag_description(self, description: str) -> None:
        """Sets the words for what is being dragged."""
        self.drag_words = str(description)

    def cancel_drag(self) -> None:
        """Ends dragging; nobody gets what was dragged."""
        if self.dragging:
            self._drop_on(None)

    # Starting ------------------------------------------------------------------------------------

    def _may_start_dragging(self, relative: Vector2, position: Vector2) -> None:
        """The mouse moves with its left button down on a control."""
        self.drag_distance += relative
        if self.drag_distance.length() <= _THRESHOLD:
            return
        start = position - self.drag_distance
        item = self.mouse_focus
        while item is not None and not self._pulls_data_from(item, start):
            if isinstance(item, Control) and item._mouse_filter == _STOP:
                break
            item = item.get_parent_item()
        self.drag_attempted = True
        if self.dragging:
            self._tell_all(_DRAG_BEGIN)

    def _pulls_data_from(self, item: Any, start: Vector2) -> bool:
        if not isinstance(item, Control):
            return False
        self.dragging = True
        self.drag_value = item.get_drag_data(to_local(item, start))
        if self.drag_value is not None:
            self._forget_mouse_focus()
            return True
        if self.drag_preview:
            output.error(
                "Don't set a drag preview and return null data. Preview was deleted and "
                "drag request ignored."
            )
            self._free_preview()
        self.dragging = False
        return False

    def force_drag(self, base: Any, data: Any, preview: Any) -> None:
        """Starts dragging without a press."""
        self.dragging = True
        self.drag_value = data
        self._forget_mouse_focus()
        if preview is not None:
            self.set_drag_preview(base, preview)
        self._tell_all(_DRAG_BEGIN)

    def _forget_mouse_focus(self) -> None:
        self.mouse_focus = None
        self.mouse_focus_mask = 0

    def set_drag_preview(self, base: Any, control: Any) -> None:
        """Shows a control at the mouse for what is being dragged."""
        if control is None:
            output.error('Parameter "p_control" is null.')
            return
        if control._parent is not None:
            inside = control._tree is not None
            condition = "is_inside_tree()" if inside else "get_parent() != nullptr"
            output.error(f'Condition "p_control->{condition}" is true.')
            return
        self._free_preview()
        control.set_as_top_level(True)
        control.set_position(self.last_position)
        _root_control_of(base).add_child(control)
        control.move_to_front()
        self.drag_preview = control

    def _free_preview(self) -> None:
        preview, self.drag_preview = self.drag_preview, None
        if preview:
            preview._free_now()

    # While dragging ------------------------------------------------------------------------------

    def _drag_over(self, position: Vector2) -> None:
        """The mouse moves while something is dragged."""
        if self.drag_preview:
            canvas = self.drag_preview.get_canvas_transform()
            self.drag_preview.set_position(canvas.affine_inverse() * position)
        target = self.mouse_over
        if target is not None and not self._offers(target, False):
            target = None
        self.drag_target = target

    def _offers(self, control: Any, drop: bool) -> bool:
        """Whether a control, or one above it, takes what is dragged; drops it there if asked."""
        at = control.get_local_mouse_position()
        item = control
        while item is not None:
            if isinstance(item, Control):
                if item.can_drop_data(at, self.drag_value):
                    if drop:
                        item.drop_data(at, self.drag_value)
                    return True
                if item._mouse_filter == _STOP:
                    break
            at = item.get_transform() * at
            item = item.get_parent_item()
        return False

    def _drop_on(self, control: Any) -> None:
        """Ends dragging, with a drop on a control or without."""
        self.drag_taken = control is not None and self._offers(control, True)
        self._free_preview()
        self.drag_value = None
        self.dragging = False
        self.drag_target = None
        self.drag_words = ""
        self._tell_all(_DRAG_END)
        self.viewport.update_mouse_cursor_state()

    def _tell_all(self, what: int) -> None:
        self.viewport.propagate_notification(what)

    # From the keyboard ---------------------------------------------------------------------------

    def accessibility_drag(self, control: Any) -> None:
        """Starts dragging from the keyboard."""
        if self.dragging:
            return
        self.dragging = True
        self.drag_value = control.get_drag_data(Vector2.INF)
        if self.drag_value is None:
            self._free_preview()
            self.dragging = False
            return
        self._forget_mouse_focus()
        self._tell_all(_DRAG_BEGIN)

    def accessibility_drop(self, control: Any) -> None:
        """Drops what is dragged on a control, from the keyboard."""
        if not self.dragging:
            return
        self.drag_taken = control.can_drop_data(Vector2.INF, self.drag_value)
        if self.drag_taken:
            control.drop_data(Vector2.INF, self.drag_value)
        self._free_preview()
        self.drag_value = None
        self.dragging = False
        self._tell_all(_DRAG_END)


def _root_control_of(control: Any) -> Any:
    """The outermost control that a control moves with."""
    root = item = control
    while item is not None:
        if isinstance(item, Control):
            root = item
        item = item.get_parent_item()
    return root
