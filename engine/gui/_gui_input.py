"""Which control gets which event, and what an event does by itself: focus, moving it, dragging."""

from __future__ import annotations

from typing import Any

from engine.core import output
from engine.core.input import Input
from engine.core.input_event import InputEvent
from engine.core.input_event_gesture import InputEventGesture
from engine.core.input_event_joypad import InputEventJoypadMotion
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.input_event_screen import InputEventScreenDrag, InputEventScreenTouch
from engine.core.transform2d import Transform2D
from engine.core.vector2 import Vector2
from engine.gui._focus_search import first_in
from engine.gui._gui_drag import GuiDrag
from engine.gui._gui_state import to_local
from engine.gui.control import Control
from engine.servers.display_server import DisplayServer

_LEFT = 1
_RIGHT = 2
_WHEELS = (4, 5, 6, 7)
INTERNAL_DEVICE = -2
_STOP, _PASS, _IGNORE = range(3)
_POINTER = (
    InputEventMouseButton,
    InputEventMouseMotion,
    InputEventScreenTouch,
    InputEventScreenDrag,
)
_BY_CLICK = (Control.FOCUS_CLICK, Control.FOCUS_ALL)
_SIDES = (("ui_up", 1), ("ui_left", 0), ("ui_right", 2), ("ui_down", 3))


class GuiInput(GuiDrag):
    """The gui's turn in the way of an event."""

    def input(self, event: InputEvent) -> None:
        """The gui's turn: tells the viewport when the event is handled."""
        if isinstance(event, InputEventMouseButton):
            if event.pressed:
                self._press(event)
            else:
                self._release(event)
        elif isinstance(event, InputEventMouseMotion):
            self._move(event)
        elif isinstance(event, InputEventScreenTouch | InputEventScreenDrag):
            self._touch(event)
        elif isinstance(event, InputEventGesture):
            self._gesture(event)
        elif event.is_action_type():
            self._key(event)

    # Mouse buttons -------------------------------------------------------------------------------

    def _press(self, event: InputEventMouseButton) -> None:
        if self.dragging and event.button_index == _RIGHT:
            self._drop_on(None)  # nobody hears of this press
            self.viewport.set_input_as_handled()
            return
        position = event.position
        bit = 1 << (event.button_index - 1)
        if not self.mouse_focus_mask or self.mouse_focus_mask & bit:
            self.mouse_focus = self.find_control(position)
            if self.mouse_focus is None:
                if event.button_index == _LEFT:
                    self._hide_focus()
                return
            self.last_mouse_focus = self.mouse_focus
            if event.button_index == _LEFT:
                self.drag_distance = Vector2()
                self.drag_attempted = False
        if self.mouse_focus is None:
            return
        self.mouse_focus_mask |= bit
        if event.button_index == _LEFT:
            self._focus_by_click()
        self._send_to(self.mouse_focus, event)
        if self.dragging and event.button_index == _LEFT:
            self._drop_on(self.mouse_focus)
        self.cancel_tooltip()

    def _focus_by_click(self) -> None:
        """Gives the focus to the pressed control, or the next one above it that takes it."""
        item = self.mouse_focus
        while item is not None:
            if isinstance(item, Control):
                if item.get_focus_mode_with_override() in _BY_CLICK:
                    if item in self.over_chain:
                        item.grab_focus(True)
                    return
                if item._mouse_filter == _STOP:
                    return
            item = item.get_parent_item()

    def _release(self, event: InputEventMouseButton) -> None:
        if self.dragging and event.button_index == _LEFT:
            self._drop_on(self.drag_target)
        self.mouse_focus_mask &= ~(1 << (event.button_index - 1))
        control = self.mouse_focus
        if control is None:
            return
        if not self.mouse_focus_mask:
            self.mouse_focus = None  # before it hears of it: it may open a popup
        self._send_to(control, event)

    def _send_to(self, control: Any, event: Any) -> None:
        """Sends an event of the viewport to a control, in its coordinates."""
        if control is None or control._tree is None:
            return
        local = event.xformed_by(Transform2D.IDENTITY)
        local.position = to_local(control, event.position)
        if control.can_process() and self._send_up(control, local):
            self.viewport.set_input_as_handled()

    def _send_up(self, control: Any, event: InputEvent) -> bool:
        """Sends an event to a control and those above it; whether one of them stopped it."""
        viewport = self.viewport
        pointer = isinstance(event, _POINTER)
        wheel = isinstance(event, InputEventMouseButton) and event.button_index in _WHEELS
        item = control
        while item is not None:
            if isinstance(item, Control):
                if item._effective_filter() != _IGNORE:
                    self.call_gui_input(item, event)
                if item._tree is None or item._top_level:
                    break
                if viewport.is_input_handled():
                    return True
                passes = wheel and item._force_pass_scroll
                if pointer and not passes and item._effective_filter() == _STOP:
                    return True
            if viewport.is_input_handled():
                return True
            if item._top_level:
                break
            event = event.xformed_by(item.get_transform())
            item = item.get_parent_item()
        return False

    def call_gui_input(self, control: Any, event: InputEvent) -> None:
        """Has one control hear of an event: its signal, its script, its class."""
        viewport = self.viewport
        internal = event.device == INTERNAL_DEVICE
        if not internal:
            control._emit_if_heard("gui_input", event)
        if control._tree is None or viewport.is_input_handled():
            return
        if not internal and type(control)._gui_input is not Control._gui_input:
            try:
                control._gui_input(event)
            except Exception as exception:
                output.script_error(exception)
            if control._tree is None or viewport.is_input_handled():
                return
        control._on_gui_input(event)

    # Motion --------------------------------------------------------------------------------------

    def _move(self, event: InputEventMouseMotion) -> None:
        position = event.position
        left_down = event.button_mask & _LEFT
        if (
            left_down
            and self.mouse_focus is not None
            and not self.drag_attempted
            and not self.dragging
        ):
            self._may_start_dragging(event.relative, position)
        over = self.mouse_focus
        if over is None:
            over = self.mouse_over if self.over_chain else self.find_control(position)
        shape = 0
        if over is not None:
            shape = self._move_over(over, event)
        if self.dragging:
            self._drag_over(position)
            if self.mouse_over is not None:
                shape = Control.CURSOR_CAN_DROP if self.drag_target else Control.CURSOR_FORBIDDEN
        self.set_cursor(shape)

    def _move_over(self, over: Any, event: Any) -> int:
        inverse = over.get_global_transform_with_canvas().affine_inverse()
        local = event.xformed_by(Transform2D.IDENTITY)
        local.global_position = event.position
        local.position = inverse * event.position
        local.velocity = inverse.basis_xform(event.velocity)
        local.relative = inverse.basis_xform(event.relative)
        if not event.button_mask:
            self._rest_over(over, event.position)
        shape = self._cursor_over(over, local.position)
        if over.can_process() and self._send_up(over, local):
            self.viewport.set_input_as_handled()
        return shape

    def _cursor_over(self, control: Any, position: Vector2) -> int:
        while control is not None:
            shape = 0
            if self.mouse_focus_mask or control.has_point(position):
                shape = int(control.get_cursor_shape(position))
            if shape or control._mouse_filter == _STOP or control._top_level:
                return shape
            position = control.get_transform() * position
            control = control._parent_control
        return 0

    def set_cursor(self, shape: int) -> None:
        """Shows a shape of the mouse cursor; the arrow stands for the usual one."""
        wanted = shape or getattr(Input, "_default_cursor_shape", 0)
        if wanted != DisplayServer.cursor_get_shape():
            DisplayServer.cursor_set_shape(wanted)

    # Touch and gestures --------------------------------------------------------------------------

    def _touch(self, event: Any) -> None:
        index = event.index
        if isinstance(event, InputEventScreenTouch) and event.pressed:
            over = self.find_control(event.position)
            if over is not None:
                self.touch_focus[index] = over
        elif isinstance(event, InputEventScreenTouch):
            over = self.touch_focus.pop(index, None)
        else:
            over = self.touch_focus.get(index) or self.find_control(event.position)
        self._send_to(over, event)

    def _gesture(self, event: Any) -> None:
        self._send_to(self.find_control(event.position), event)

    # Keys and actions ----------------------------------------------------------------------------

    def _key(self, event: InputEvent) -> None:
        viewport = self.viewport
        cancels = self.dragging and event.is_action_pressed("ui_cancel")
        if cancels and Input.is_action_just_pressed("ui_cancel"):
            self._drop_on(None)
            viewport.set_input_as_handled()
            return
        focus = self.key_focus
        if focus is not None and not focus._visible_in_tree:
            focus.release_focus()
        focus = self.key_focus
        if focus is not None and focus.can_process():
            self.call_gui_input(focus, event)
        if viewport.is_input_handled():
            return
        start = self.key_focus
        if start is None and viewport.get_window() is not None:
            start = first_in(viewport.get_window())
        if start is not None and event.is_pressed():
            asked, following = _led_to(start, event)
            if following is not None:
                following.grab_focus()
                viewport.set_input_as_handled()
            elif asked and start is self.key_focus:
                start.grab_focus()  # it shows from now on, at least

    # Losing controls -----------------------------------------------------------------------------

    def remove_control(self, control: Any) -> None:
        """A control leaves the tree."""
        if self.mouse_focus is control:
            self._forget_mouse_focus()
        if self.last_mouse_focus is control:
            self.last_mouse_focus = None
        if self.key_focus is control:
            self.release_focus()
        if self.mouse_over is control or control in self.over_chain:
            self._leave_all(control._parent_control)
        if self.drag_target is control:
            self.drag_target = None
        if self.tooltip_control is control:
            self.tooltip_control = None

    def hide_control(self, control: Any) -> None:
        """A control does not show any more."""
        if self.mouse_focus is control:
            self._drop_mouse_focus()
        if self.key_focus is control:
            self.release_focus()
        if self.mouse_over is control or control in self.over_chain:
            self._leave_all(control._parent_control)
        if self.drag_target is control:
            self.drag_target = None
        if self.tooltip_control is control:
            self.cancel_tooltip()

    def _drop_mouse_focus(self) -> None:
        """Lets the buttons go that are down on a control, as far as that control knows."""
        control, mask = self.mouse_focus, self.mouse_focus_mask
        self._forget_mouse_focus()
        for index in (1, 2, 3):
            if mask & (1 << (index - 1)):
                position = control.get_local_mouse_position()
                self.call_gui_input(control, _internal_button(index, False, position))

    def focus_lost(self) -> None:
        """The window has lost the focus: what is pressed or dragged is let go."""
        self.cancel_tooltip()
        if self.mouse_focus is not None:
            self._drop_mouse_focus()

    # Clicks that are taken over ------------------------------------------------------------------

    def control_grab_click_focus(self, control: Any) -> None:
        """A control wants what follows of a press that another one got."""
        self.click_grabber = control
        self.viewport._tree._queue.push(self._take_click_over, ())

    def _take_click_over(self) -> None:
        grabber, self.click_grabber = self.click_grabber, None
        holder = self.mouse_focus
        if not grabber or holder is None or holder is grabber:
            return
        pressed = [i for i in (1, 2, 3) if self.mouse_focus_mask & (1 << (i - 1))]
        at = to_local(holder, self.last_position)
        for index in pressed:
            self.call_gui_input(holder, _internal_button(index, False, at))
        self.mouse_focus = grabber
        at = to_local(grabber, self.last_position)
        for index in pressed:
            event = _internal_button(index, True, at)
            self.viewport._tree._queue.push(self.call_gui_input, (grabber, event))


def _internal_button(index: int, pressed: bool, position: Vector2) -> InputEventMouseButton:
    """An event that only the engine's classes hear of."""
    event = InputEventMouseButton()
    event.position = event.global_position = position
    event.button_index = index
    event.pressed = pressed
    event.device = INTERNAL_DEVICE
    return event


def _led_to(control: Any, event: InputEvent) -> tuple[bool, Any]:
    """Whether an event asks for the focus to move, and the control to which it does, or None."""
    stick = isinstance(event, InputEventJoypadMotion)

    def pressed(action: str) -> bool:
        if stick:
            return event.is_action_pressed(action) and Input.is_action_just_pressed(action)
        return event.is_action_pressed(action, True, True)

    asked, following = False, None
    if pressed("ui_focus_next"):
        asked, following = True, control.find_next_valid_focus()
    if pressed("ui_focus_prev"):
        asked, following = True, control.find_prev_valid_focus()
    for action, side in _SIDES:
        if pressed(action):
            asked, following = True, control.find_valid_focus_neighbor(side)
    return asked, following
