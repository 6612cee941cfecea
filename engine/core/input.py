"""`Input`: which keys, buttons and actions are pressed, and where events come in.

Whatever happens, on the display or in a script, is given to `parse_input_event`. It waits for the
start of the next frame, movements of the mouse joined together; then it is noted here, and given to
the window that it belongs to. A script that asks gets the same answers for the whole frame.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any, Protocol

from engine.core import _input_emulation, _input_queue, output
from engine.core._action_states import ActionState
from engine.core._input_devices import InputDevices
from engine.core._velocity_track import VelocityTrack
from engine.core.accessors import accessors
from engine.core.engine_singleton import Engine
from engine.core.input_event import InputEvent
from engine.core.input_event_action import InputEventAction
from engine.core.input_event_gesture import InputEventGesture
from engine.core.input_event_joypad import InputEventJoypadButton, InputEventJoypadMotion
from engine.core.input_event_key import InputEventKey
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.input_event_screen import InputEventScreenDrag, InputEventScreenTouch
from engine.core.input_map import InputMap
from engine.core.main_loop import MainLoop
from engine.core.vector2 import Vector2

__all__ = ["Input"]

_LEFT_MASK = 1
_MOST_EVENTS = 32
_TWICE = (
    "An input event object is being parsed more than once in the same frame, which is unsafe.\n"
    "If you are generating events in a script, you have to instantiate a new event instead of "
    "sending the same one more than once, unless the original one was sent on an earlier frame.\n"
    "You can call duplicate() on the event to get a new instance with identical values."
)


class Pointer(Protocol):
    """What `Input` asks of the display."""

    def mouse_set_mode(self, mouse_mode: int) -> None:
        """Shows, hides or holds the mouse."""

    def mouse_get_mode(self) -> int:
        """Whether the mouse is shown, hidden or held."""

    def warp_mouse(self, position: Any) -> None:
        """Puts the mouse somewhere."""

    def cursor_set_shape(self, shape: int) -> None:
        """Sets the shape of the mouse cursor."""

    def cursor_get_shape(self) -> int:
        """The shape of the mouse cursor."""

    def cursor_set_custom_image(self, cursor: Any, shape: int, hotspot: Vector2) -> None:
        """Sets the picture of one shape of the mouse cursor."""


class InputSingleton(InputDevices):
    """What is pressed. There is one of it, `Input`.

    Signals: `joy_connection_changed`.
    """

    _class_name = "Input"

    class MouseMode(IntEnum):
        """What becomes of the mouse cursor."""

        MOUSE_MODE_VISIBLE = 0
        MOUSE_MODE_HIDDEN = 1
        MOUSE_MODE_CAPTURED = 2
        MOUSE_MODE_CONFINED = 3
        MOUSE_MODE_CONFINED_HIDDEN = 4
        MOUSE_MODE_MAX = 5

    class CursorShape(IntEnum):
        """How the mouse cursor looks."""

        CURSOR_ARROW = 0
        CURSOR_IBEAM = 1
        CURSOR_POINTING_HAND = 2
        CURSOR_CROSS = 3
        CURSOR_WAIT = 4
        CURSOR_BUSY = 5
        CURSOR_DRAG = 6
        CURSOR_CAN_DROP = 7
        CURSOR_FORBIDDEN = 8
        CURSOR_VSIZE = 9
        CURSOR_HSIZE = 10
        CURSOR_BDIAGSIZE = 11
        CURSOR_FDIAGSIZE = 12
        CURSOR_MOVE = 13
        CURSOR_VSPLIT = 14
        CURSOR_HSPLIT = 15
        CURSOR_HELP = 16

    MOUSE_MODE_VISIBLE = MouseMode.MOUSE_MODE_VISIBLE
    MOUSE_MODE_HIDDEN = MouseMode.MOUSE_MODE_HIDDEN
    MOUSE_MODE_CAPTURED = MouseMode.MOUSE_MODE_CAPTURED
    MOUSE_MODE_CONFINED = MouseMode.MOUSE_MODE_CONFINED
    MOUSE_MODE_CONFINED_HIDDEN = MouseMode.MOUSE_MODE_CONFINED_HIDDEN
    MOUSE_MODE_MAX = MouseMode.MOUSE_MODE_MAX
    CURSOR_ARROW = CursorShape.CURSOR_ARROW
    CURSOR_IBEAM = CursorShape.CURSOR_IBEAM
    CURSOR_POINTING_HAND = CursorShape.CURSOR_POINTING_HAND
    CURSOR_CROSS = CursorShape.CURSOR_CROSS
    CURSOR_WAIT = CursorShape.CURSOR_WAIT
    CURSOR_BUSY = CursorShape.CURSOR_BUSY
    CURSOR_DRAG = CursorShape.CURSOR_DRAG
    CURSOR_CAN_DROP = CursorShape.CURSOR_CAN_DROP
    CURSOR_FORBIDDEN = CursorShape.CURSOR_FORBIDDEN
    CURSOR_VSIZE = CursorShape.CURSOR_VSIZE
    CURSOR_HSIZE = CursorShape.CURSOR_HSIZE
    CURSOR_BDIAGSIZE = CursorShape.CURSOR_BDIAGSIZE
    CURSOR_FDIAGSIZE = CursorShape.CURSOR_FDIAGSIZE
    CURSOR_MOVE = CursorShape.CURSOR_MOVE
    CURSOR_VSPLIT = CursorShape.CURSOR_VSPLIT
    CURSOR_HSPLIT = CursorShape.CURSOR_HSPLIT
    CURSOR_HELP = CursorShape.CURSOR_HELP

    _own = (
        "_accumulates",
        "_key_labels",
        "_keys",
        "_mouse_from_touch",
        "_mouse_mask",
        "_mouse_position",
        "_parsed",
        "_parsed_frame",
        "_physical_keys",
        "_pointer",
        "_speed",
        "_states",
        "_touch_as_mouse",
        "_touch_from_mouse",
        "_touch_speeds",
        "_warned",
    )

    def __init__(self) -> None:
        super().__init__()
        self._pointer: Pointer | None = None
        self._keys: dict[int, None] = {}
        self._physical_keys: dict[int, None] = {}
        self._key_labels: dict[int, None] = {}
        self._mouse_mask = 0
        self._mouse_position = Vector2.ZERO
        self._states: dict[str, ActionState] = {}
        self._accumulates = True
        self._mouse_from_touch = True
        self._touch_from_mouse = False
        self._touch_as_mouse = -1  # the finger that is the mouse
        self._speed: VelocityTrack | None = None
        self._touch_speeds: dict[int, VelocityTrack] = {}
        self._parsed: dict[int, InputEvent] = {}  # in this frame
        self._parsed_frame = -1
        self._warned = False
        _input_queue.deliver = self.flush_buffered_events
        InputMap._release = self._release_lost

    # Events come in ------------------------------------------------------------------------------

    def parse_input_event(self, event: InputEvent) -> None:
        """Has an event happen, as if it came from the keyboard or the mouse.

        It waits for the start of the next frame or for `flush_buffered_events`, unless
        `use_accumulated_input` is off.
        """
        if event is None:
            output.error('Required object "rp_event" is null.')
            return
        self._warn_of_twins(event)
        if not self._accumulates:
            self._happen(event, False)
        elif not _input_queue.waiting or not _input_queue.waiting[-1].accumulate(event):
            _input_queue.waiting.append(event)

    def _warn_of_twins(self, event: InputEvent) -> None:
        if self._parsed_frame != Engine._process_frames:
            self._parsed_frame = Engine._process_frames
            self._parsed.clear()
        elif id(event) in self._parsed and not self._warned:
            self._warned = True
            output.warning(_TWICE)
        self._parsed[id(event)] = event

    def flush_buffered_events(self) -> None:
        """Has the events happen that wait for the next frame."""
        waiting = _input_queue.waiting
        while waiting:
            self._happen(waiting.pop(0), False)

    def _happen(self, event: InputEvent, is_emulated: bool) -> None:
        note = _NOTES.get(type(event)) or _note_of(event)
        if note is not None:
            note(self, event, is_emulated)
        if isinstance(event, _OF_ACTIONS):
            self._note_actions(event)
        self._give(event)

    def _give(self, event: InputEvent) -> None:
        loop = Engine._main_loop
        if isinstance(loop, MainLoop):
            loop._input_event(event)

    def _note_key(self, event: InputEventKey, is_emulated: bool) -> None:
        if event._echo:
            return
        for held, code in (
            (self._keys, event._keycode),
            (self._physical_keys, event._physical_keycode),
            (self._key_labels, event._key_label),
        ):
            if code and event._pressed:
                held[code] = None
            elif code:
                held.pop(code, None)

    def _note_button(self, event: InputEventMouseButton, is_emulated: bool) -> None:
        self._hold_button(event._button_index, event.is_pressed())
        self._mouse_position = event._global_position
        if self._touch_from_mouse and not is_emulated and event._button_index == _LEFT_MASK:
            self._give(_input_emulation.touch_of(event))

    def _hold_button(self, button: int, pressed: bool) -> None:
        mask = 1 << (button - 1) if button > 0 else 0
        self._mouse_mask = self._mouse_mask | mask if pressed else self._mouse_mask & ~mask

    def _note_motion(self, event: InputEventMouseMotion, is_emulated: bool) -> None:
        self._mouse_position = event._global_position
        speed = self._mouse_speed()
        speed.update(event._relative, event._screen_relative)
        if self._touch_from_mouse and not is_emulated and event._button_mask & _LEFT_MASK:
            drag = _input_emulation.drag_of(event, speed.velocity, speed.screen_velocity)
            self._give(drag)

    def _mouse_speed(self) -> VelocityTrack:
        if self._speed is None:
            self._speed = VelocityTrack()
        return self._speed

    def _note_touch(self, event: InputEventScreenTouch, is_emulated: bool) -> None:
        pressed = event.is_pressed()
        if pressed:
            self._touch_speeds[event._index] = VelocityTrack()
        else:
            self._touch_speeds.pop(event._index, None)
        if not self._mouse_from_touch:
            return
        if self._touch_as_mouse == (-1 if pressed else event._index):
            self._touch_as_mouse = event._index if pressed else -1
            self._hold_button(_LEFT_MASK, pressed)
            self._happen(_input_emulation.button_of(event, self._mouse_mask), True)

    def _note_drag(self, event: InputEventScreenDrag, is_emulated: bool) -> None:
        speed = self._touch_speeds.setdefault(event._index, VelocityTrack())
        speed.update(event._relative, event._screen_relative)
        event._velocity, event._screen_velocity = speed.velocity, speed.screen_velocity
        if self._mouse_from_touch and event._index == self._touch_as_mouse:
            self._happen(_input_emulation.motion_of(event, self._mouse_mask), True)

    def _note_joy_button(self, event: InputEventJoypadButton, is_emulated: bool) -> None:
        key = event._device, event._button_index
        if event._pressed:
            self._joy_buttons[key] = None
        else:
            self._joy_buttons.pop(key, None)

    def _note_joy_axis(self, event: InputEventJoypadMotion, is_emulated: bool) -> None:
        self._joy_axes[event._device, event._axis] = event._axis_value

    def _note_gesture(self, event: InputEventGesture, is_emulated: bool) -> None:
        self._give(event)  # Godot tells gestures twice

    def _note_actions(self, event: InputEvent) -> None:
        for name, action in list(InputMap._map().items()):
            status = InputMap._status_in(event, name, action, False)
            if status is None:
                continue
            if status.place >= _MOST_EVENTS:
                output.error(
                    f"Input singleton does not support more than {_MOST_EVENTS} events assigned to "
                    "an action."
                )
                return
            exact = InputMap._status_in(event, name, action, True) is not None
            state = self._states.get(name)
            if state is None:
                state = self._states[name] = ActionState()
            state.event(event, status, exact, len(action.events))

    # Actions -------------------------------------------------------------------------------------

    def _state(self, action: str, exact_match: bool) -> ActionState | None:
        """The state of an action that was ever used; None with a message when there is none."""
        if not InputMap.has_action(action):
            output.error(InputMap._missing(str(action)))
            return None
        state = self._states.get(action)
        return None if state is None or (exact_match and not state.exact) else state

    def is_action_pressed(self, action: str, exact_match: bool = False) -> bool:
        """Whether an action is pressed.

        Args:
            action: its name.
            exact_match: whether the modifier keys have to be exactly those of the action's event.
        """
        state = self._state(action, exact_match)
        return state is not None and state.pressed

    def is_action_just_pressed(self, action: str, exact_match: bool = False) -> bool:
        """Whether an action was pressed in this frame, or physics step."""
        state = self._state(action, exact_match)
        return state is not None and state.just_pressed()

    def is_action_just_released(self, action: str, exact_match: bool = False) -> bool:
        """Whether an action was released in this frame, or physics step."""
        state = self._state(action, exact_match)
        return state is not None and state.just_released()

    def is_action_just_pressed_by_event(
        self, action: str, event: InputEvent, exact_match: bool = False
    ) -> bool:
        """Whether an event pressed an action in this frame, or physics step."""
        if event is None:
            output.error('Required object "rp_event" is null.')
            return False
        state = self._state(action, exact_match)
        return state is not None and state.just_pressed(event.get_instance_id())

    def is_action_just_released_by_event(
        self, action: str, event: InputEvent, exact_match: bool = False
    ) -> bool:
        """Whether an event released an action in this frame, or physics step."""
        if event is None:
            output.error('Required object "rp_event" is null.')
            return False
        state = self._state(action, exact_match)
        return state is not None and state.just_released(event.get_instance_id())

    def get_action_strength(self, action: str, exact_match: bool = False) -> float:
        """How much an action is pressed, from 0 to 1, counted from its dead zone on."""
        state = self._state(action, exact_match)
        return 0.0 if state is None else state.strength

    def get_action_raw_strength(self, action: str, exact_match: bool = False) -> float:
        """How much an action is pressed, from 0 to 1, without a dead zone."""
        state = self._state(action, exact_match)
        return 0.0 if state is None else state.raw_strength

    def get_axis(self, negative_action: str, positive_action: str) -> float:
        """The strength of one action less that of another: from -1 to 1."""
        return self.get_action_strength(positive_action) - self.get_action_strength(negative_action)

    def get_vector(
        self,
        negative_x: str,
        positive_x: str,
        negative_y: str,
        positive_y: str,
        deadzone: float = -1.0,
    ) -> Vector2:
        """A direction from four actions, at most 1 long.

        Args:
            negative_x: to the left.
            positive_x: to the right.
            negative_y: up.
            positive_y: down.
            deadzone: shorter ones are zero; below 0 for the average of the actions' dead zones.
        """
        strength = self.get_action_raw_strength
        y = strength(positive_y) - strength(negative_y)
        vector = Vector2(strength(positive_x) - strength(negative_x), y)
        if deadzone < 0.0:
            names = (positive_x, negative_x, positive_y, negative_y)
            deadzone = 0.25 * sum(InputMap.action_get_deadzone(name) for name in names)
        length = vector.length()
        if length <= deadzone:
            return Vector2.ZERO
        if length > 1.0:
            return vector / length
        return vector * ((length - deadzone) / (1.0 - deadzone) / length)

    def action_press(self, action: str, strength: float = 1.0) -> None:
        """Presses an action, until `action_release` or an event that releases it.

        Args:
            action: its name.
            strength: how much, from 0 to 1.
        """
        if not InputMap.has_action(action):
            output.error(InputMap._missing(str(action)))
            return
        state = self._states.setdefault(str(action), ActionState())
        state.press(strength, len(InputMap._events_of(action)))

    def action_release(self, action: str) -> None:
        """Releases an action, whatever pressed it."""
        if not InputMap.has_action(action):
            output.error(InputMap._missing(str(action)))
            return
        self._states.setdefault(str(action), ActionState()).release()

    def _release_lost(self, action: str) -> None:
        state = self._states.get(action)
        if state is not None and state.pressed:
            state.release()

    def _release_pressed_events(self) -> None:
        """Nothing is pressed any more: the application has lost the focus."""
        self.flush_buffered_events()
        self._keys.clear()
        self._physical_keys.clear()
        self._key_labels.clear()
        self._joy_buttons.clear()
        self._joy_axes.clear()
        for name in list(self._states):
            self._release_lost(name)

    def _forget(self) -> None:
        """Nothing has ever happened: for tests, which begin anew in one process."""
        _input_queue.waiting.clear()
        self._states.clear()
        self._release_pressed_events()
        self._mouse_mask = 0
        self._mouse_position = Vector2.ZERO
        self._touch_as_mouse = -1
        self._touch_speeds.clear()
        self._speed = None
        self._parsed.clear()
        self._accumulates = self._mouse_from_touch = True
        self._touch_from_mouse = False

    # Keys and buttons ----------------------------------------------------------------------------

    def is_anything_pressed(self) -> bool:
        """Whether any key, button or action is pressed."""
        return bool(
            self._keys
            or self._joy_buttons
            or self._mouse_mask
            or any(state.pressed for state in self._states.values())
        )

    def is_key_pressed(self, keycode: int) -> bool:
        """Whether a key is held, by what it means."""
        return keycode in self._keys

    def is_physical_key_pressed(self, keycode: int) -> bool:
        """Whether a key is held, by its place."""
        return keycode in self._physical_keys

    def is_key_label_pressed(self, keycode: int) -> bool:
        """Whether a key is held, by what is printed on it."""
        return keycode in self._key_labels

    def is_mouse_button_pressed(self, button: int) -> bool:
        """Whether a mouse button is held."""
        if button <= 0:
            output.error(
                'Condition "button == MouseButton::NONE" is true. Returning: MouseButtonMask::NONE'
            )
            return False
        return bool(self._mouse_mask & 1 << (int(button) - 1))

    def get_mouse_button_mask(self) -> int:
        """The held mouse buttons as a sum of `MOUSE_BUTTON_MASK_*`."""
        return self._mouse_mask

    # The mouse -----------------------------------------------------------------------------------

    def get_last_mouse_velocity(self) -> Vector2:
        """How fast the mouse moves, in pixels a second, scaled with the content."""
        speed = self._mouse_speed()
        speed.update(Vector2.ZERO, Vector2.ZERO)
        return speed.velocity

    def get_last_mouse_screen_velocity(self) -> Vector2:
        """How fast the mouse moves, in pixels of the screen a second."""
        speed = self._mouse_speed()
        speed.update(Vector2.ZERO, Vector2.ZERO)
        return speed.screen_velocity

    def set_mouse_mode(self, mode: int) -> None:
        """Sets `mouse_mode`."""
        if not 0 <= mode < self.MOUSE_MODE_MAX:
            output.error(
                f"Index p_mode = {int(mode)} is out of bounds (MouseMode::MOUSE_MODE_MAX = 5)."
            )
        elif self._pointer is not None:
            self._pointer.mouse_set_mode(int(mode))

    def get_mouse_mode(self) -> InputSingleton.MouseMode:
        """Whether the mouse cursor is shown, hidden or held; always shown without a display."""
        mode = 0 if self._pointer is None else self._pointer.mouse_get_mode()
        return self.MouseMode(mode)

    mouse_mode = accessors(get_mouse_mode, set_mouse_mode)

    def warp_mouse(self, position: Vector2) -> None:
        """Puts the mouse somewhere in the window."""
        if self._pointer is not None:
            self._pointer.warp_mouse(position)

    def set_default_cursor_shape(self, shape: int = 0) -> None:
        """Sets the shape of the mouse cursor where no control asks for another: a `CURSOR_*`."""
        if self._pointer is not None:
            self._pointer.cursor_set_shape(int(shape))

    def get_current_cursor_shape(self) -> InputSingleton.CursorShape:
        """The shape that the mouse cursor has now: a `CURSOR_*`."""
        shape = 0 if self._pointer is None else self._pointer.cursor_get_shape()
        return self.CursorShape(shape)

    def set_custom_mouse_cursor(
        self, image: Any, shape: int = 0, hotspot: Vector2 = Vector2.ZERO
    ) -> None:
        """Sets the picture of a shape of the mouse cursor.

        Args:
            image: a texture or image; None for the usual picture.
            shape: a `CURSOR_*`.
            hotspot: the point in it that points.
        """
        if self._pointer is not None:
            self._pointer.cursor_set_custom_image(image, int(shape), hotspot)

    # Settings ------------------------------------------------------------------------------------

    def set_use_accumulated_input(self, enable: bool) -> None:
        """Sets `use_accumulated_input`."""
        self._accumulates = bool(enable)

    def is_using_accumulated_input(self) -> bool:
        """Whether events wait for the next frame, movements of the mouse joined together."""
        return self._accumulates

    use_accumulated_input = accessors(is_using_accumulated_input, set_use_accumulated_input)

    def set_emulate_mouse_from_touch(self, enable: bool) -> None:
        """Sets `emulate_mouse_from_touch`."""
        self._mouse_from_touch = bool(enable)

    def is_emulating_mouse_from_touch(self) -> bool:
        """Whether a finger on the screen is a mouse, too."""
        return self._mouse_from_touch

    emulate_mouse_from_touch = accessors(
        is_emulating_mouse_from_touch, set_emulate_mouse_from_touch
    )

    def set_emulate_touch_from_mouse(self, enable: bool) -> None:
        """Sets `emulate_touch_from_mouse`."""
        self._touch_from_mouse = bool(enable)

    def is_emulating_touch_from_mouse(self) -> bool:
        """Whether the mouse with its left button held is a finger on the screen, too."""
        return self._touch_from_mouse

    emulate_touch_from_mouse = accessors(
        is_emulating_touch_from_mouse, set_emulate_touch_from_mouse
    )


_OF_ACTIONS = (
    InputEventKey,
    InputEventMouseButton,
    InputEventJoypadButton,
    InputEventJoypadMotion,
    InputEventAction,
)
_Note = Callable[[InputSingleton, Any, bool], None]
_NOTES: dict[type[InputEvent], _Note] = {
    InputEventKey: InputSingleton._note_key,
    InputEventMouseButton: InputSingleton._note_button,
    InputEventMouseMotion: InputSingleton._note_motion,
    InputEventScreenTouch: InputSingleton._note_touch,
    InputEventScreenDrag: InputSingleton._note_drag,
    InputEventJoypadButton: InputSingleton._note_joy_button,
    InputEventJoypadMotion: InputSingleton._note_joy_axis,
    InputEventGesture: InputSingleton._note_gesture,
}


def _note_of(event: InputEvent) -> _Note | None:
    """How an event of a class derived from a known one is noted."""
    return next((note for cls, note in _NOTES.items() if isinstance(event, cls)), None)


Input = InputSingleton()
