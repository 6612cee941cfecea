"""A control and the mouse: filters, cursor shapes, tooltips, the events it gets."""

from __future__ import annotations

from typing import Any

from engine.core import output
from engine.core.accessors import accessors
from engine.core.vector2 import Vector2
from engine.gui._control_focus import ControlFocus
from engine.gui._control_state import ControlState

_INHERITED, _DISABLED, _ENABLED = range(3)
_STOP, _PASS, _IGNORE = range(3)


class ControlMouse(ControlFocus):
    """Mouse filter, cursor, tooltip, gui input."""

    # Virtuals ------------------------------------------------------------------------------------

    def _gui_input(self, event: Any) -> Any:
        """Called for each input event that reaches the control."""

    def _has_point(self, point: Vector2) -> bool:
        """Whether a point lies on the control, in its own coordinates."""
        return False

    def _get_tooltip(self, at_position: Vector2) -> str:
        """The text of the tooltip at a point."""
        return ""

    def _make_custom_tooltip(self, for_text: str) -> Any:
        """A control that is shown as the tooltip; None for the usual one."""
        return None

    def _engine_custom_tooltip(self, text: str) -> Any:
        """A control of the engine's class that is shown as the tooltip, or None."""
        return None

    # Events --------------------------------------------------------------------------------------

    def _on_gui_input(self, event: Any) -> None:
        """What the engine's class does with an event that reaches it."""

    def accept_event(self) -> None:
        """Ends the way of the event that the control is being told of."""
        if self._viewport is not None:
            self._viewport.set_input_as_handled()

    def _engine_has_point(self, point: Vector2) -> bool:
        """Whether a point lies on the control, as its class sees it."""
        return 0.0 <= point._x < self._w and 0.0 <= point._y < self._h

    def has_point(self, point: Vector2) -> bool:
        """Whether a point lies on the control, in its own coordinates."""
        if type(self)._has_point is not ControlMouse._has_point:
            try:
                return bool(self._has_point(point))
            except Exception as exception:
                output.script_error(exception)
        return self._engine_has_point(point)

    # Filter --------------------------------------------------------------------------------------

    def set_mouse_filter(self, filter: int) -> None:
        """Sets what the control does with mouse events: a `MOUSE_FILTER_*`."""
        if not 0 <= filter < 3:
            output.error(f"Index p_filter = {int(filter)} is out of bounds (3 = 3).")
            return
        if filter == self._mouse_filter:
            return
        self._mouse_filter = int(filter)
        self._hovering_changed()

    def get_mouse_filter(self) -> ControlState.MouseFilter:
        """What the control does with mouse events."""
        return ControlState.MouseFilter(self._mouse_filter)

    mouse_filter = accessors(get_mouse_filter, set_mouse_filter)

    def get_mouse_filter_with_override(self) -> ControlState.MouseFilter:
        """The mouse filter, or `MOUSE_FILTER_IGNORE` where this control or one above is shut."""
        return ControlState.MouseFilter(self._effective_filter())

    def _effective_filter(self) -> int:
        return self._mouse_filter if self._takes_mouse() else _IGNORE

    def _takes_mouse(self) -> bool:
        behavior = self._mouse_behavior
        return self._mouse_allowed if behavior == _INHERITED else behavior == _ENABLED

    def set_mouse_behavior_recursive(self, mouse_behavior_recursive: int) -> None:
        """Sets whether this control and those below it hear of the mouse at all."""
        behavior = int(mouse_behavior_recursive)
        if not 0 <= behavior < 3:
            output.error(f"Index p_mouse_behavior_recursive = {behavior} is out of bounds (3 = 3).")
            return
        if behavior == self._mouse_behavior:
            return
        self._mouse_behavior = behavior
        if behavior == _INHERITED:
            parent = self._parent_control
            self._mouse_allowed = parent is None or parent._takes_mouse()
        self._spread_mouse_allowed()
        self._hovering_changed()

    def get_mouse_behavior_recursive(self) -> ControlState.MouseBehaviorRecursive:
        """Whether this control and those below it hear of the mouse at all."""
        return ControlState.MouseBehaviorRecursive(self._mouse_behavior)

    mouse_behavior_recursive = accessors(get_mouse_behavior_recursive, set_mouse_behavior_recursive)

    def _spread_mouse_allowed(self) -> None:
        allowed = self._takes_mouse()
        for child in self._listed_children():
            if isinstance(child, ControlMouse):
                child._mouse_allowed = allowed
                if child._mouse_behavior == _INHERITED:
                    child._spread_mouse_allowed()

    def _hovering_changed(self) -> None:
        gui = self._gui_now()
        if gui is not None:
            gui.update_mouse_over_state()

    def set_force_pass_scroll_events(self, force_pass_scroll_events: bool) -> None:
        """Sets whether the wheel's events go on to the parent in spite of the mouse filter."""
        self._force_pass_scroll = bool(force_pass_scroll_events)

    def is_force_pass_scroll_events(self) -> bool:
        """Whether the wheel's events go on to the parent in spite of the mouse filter."""
        return self._force_pass_scroll

    mouse_force_pass_scroll_events = accessors(
        is_force_pass_scroll_events, set_force_pass_scroll_events
    )

    def warp_mouse(self, position: Vector2) -> None:
        """Moves the mouse to a point of the control."""
        if self._viewport is None:
            output.error('Condition "!is_inside_tree()" is true.')
            return
        self._viewport.warp_mouse(self.get_global_transform_with_canvas() * Vector2(position))

    # Cursor --------------------------------------------------------------------------------------

    def set_default_cursor_shape(self, shape: int) -> None:
        """Sets the shape of the mouse cursor over the control: a `CURSOR_*`."""
        if not 0 <= shape < 17:
            output.error(f"Index int(p_shape) = {int(shape)} is out of bounds (CURSOR_MAX = 17).")
            return
        if shape == self._cursor_shape:
            return
        self._cursor_shape = int(shape)
        if self._viewport is not None:
            self._viewport.update_mouse_cursor_state()

    def get_default_cursor_shape(self) -> ControlState.CursorShape:
        """The shape of the mouse cursor over the control."""
        return ControlState.CursorShape(self._cursor_shape)

    mouse_default_cursor_shape = accessors(get_default_cursor_shape, set_default_cursor_shape)

    def get_cursor_shape(self, position: Vector2 = Vector2.ZERO) -> ControlState.CursorShape:
        """The shape of the mouse cursor over a point of the control."""
        return ControlState.CursorShape(self._cursor_shape)

    # Tooltip -------------------------------------------------------------------------------------

    def set_tooltip_text(self, hint: str) -> None:
        """Sets the text that is shown when the mouse rests over the control."""
        self._tooltip_text = str(hint)

    def get_tooltip_text(self) -> str:
        """The text that is shown when the mouse rests over the control."""
        return self._tooltip_text

    tooltip_text = accessors(get_tooltip_text, set_tooltip_text)

    def get_tooltip(self, at_position: Vector2 = Vector2.ZERO) -> str:
        """The text that is shown when the mouse rests over a point of the control."""
        if type(self)._get_tooltip is not ControlMouse._get_tooltip:
            try:
                return str(self._get_tooltip(at_position))
            except Exception as exception:
                output.script_error(exception)
        return self._tooltip_text

    def set_tooltip_auto_translate_mode(self, mode: int) -> None:
        """Sets whether the text of the tooltip is translated: an `AUTO_TRANSLATE_MODE_*`."""
        self._tooltip_translate = int(mode)

    def get_tooltip_auto_translate_mode(self) -> ControlState.AutoTranslateMode:
        """Whether the text of the tooltip is translated."""
        return ControlState.AutoTranslateMode(self._tooltip_translate)

    tooltip_auto_translate_mode = accessors(
        get_tooltip_auto_translate_mode, set_tooltip_auto_translate_mode
    )

    # Shortcuts -----------------------------------------------------------------------------------

    def set_shortcut_context(self, node: Any) -> None:
        """Sets below which node the focus must lie for the control's shortcuts to work."""
        self._shortcut_context = node

    def get_shortcut_context(self) -> Any:
        """Below which node the focus must lie for the control's shortcuts to work, or None."""
        return self._shortcut_context or None

    shortcut_context = accessors(get_shortcut_context, set_shortcut_context)

    def is_focus_owner_in_shortcut_context(self) -> bool:
        """Whether the focus lies where the control's shortcuts work."""
        context = self._shortcut_context
        if not context:
            return True
        owner = self._viewport.gui_get_focus_owner() if self._viewport is not None else None
        return owner is not None and (context is owner or context.is_ancestor_of(owner))

    def _shortcut_turn(self) -> int:
        """When it hears of shortcuts: 0 in the order of the tree, 1 after all others, 2 never."""
        if not self._shortcut_context:
            return 1
        return 0 if self.is_focus_owner_in_shortcut_context() else 2
