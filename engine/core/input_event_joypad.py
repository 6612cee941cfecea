"""`InputEventJoypadButton` and `InputEventJoypadMotion`: game controllers."""

from __future__ import annotations

from typing import Any, Self

from engine.core import output
from engine.core._float32 import pack_1, unpack_1
from engine.core._input_event_parts import Pressing
from engine.core.accessors import accessors
from engine.core.input_enums import JoyAxis
from engine.core.input_event import PRESSED, RELEASED, ActionStatus, InputEvent
from engine.core.print import str_

_BUTTONS = (
    "Bottom Action, Sony Cross, Xbox A, Nintendo B",
    "Right Action, Sony Circle, Xbox B, Nintendo A",
    "Left Action, Sony Square, Xbox X, Nintendo Y",
    "Top Action, Sony Triangle, Xbox Y, Nintendo X",
    "Back, Sony Select, Xbox Back, Nintendo -",
    "Guide, Sony PS, Xbox Home",
    "Start, Xbox Menu, Nintendo +",
    "Left Stick, Sony L3, Xbox L/LS",
    "Right Stick, Sony R3, Xbox R/RS",
    "Left Shoulder, Sony L1, Xbox LB",
    "Right Shoulder, Sony R1, Xbox RB",
    "D-pad Up",
    "D-pad Down",
    "D-pad Left",
    "D-pad Right",
    "Xbox Share, PS5 Microphone, Nintendo Capture",
    "Xbox Paddle 1",
    "Xbox Paddle 2",
    "Xbox Paddle 3",
    "Xbox Paddle 4",
    "PS4/5 Touchpad",
)
_AXES = (
    "Left Stick X-Axis, Joystick 0 X-Axis",
    "Left Stick Y-Axis, Joystick 0 Y-Axis",
    "Right Stick X-Axis, Joystick 1 X-Axis",
    "Right Stick Y-Axis, Joystick 1 Y-Axis",
    "Joystick 2 X-Axis, Left Trigger, Sony L2, Xbox LT",
    "Joystick 2 Y-Axis, Right Trigger, Sony R2, Xbox RT",
    "Joystick 3 X-Axis",
    "Joystick 3 Y-Axis",
    "Joystick 4 X-Axis",
    "Joystick 4 Y-Axis",
)
_PRESSED_FROM = 0.5  # how far an axis has to be moved to count as pressed


class InputEventJoypadButton(Pressing, InputEvent):
    """A button of a controller goes down or comes up."""

    __slots__ = ("_button_index", "_pressed", "_pressure")

    _stored = ("button_index", "pressure", "pressed")
    _fields = (*InputEvent._fields, *__slots__)
    _instantiable = True
    _button_index: int
    _pressed: bool
    _pressure: float

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._button_index = 0
        self._pressed = False
        self._pressure = 0.0
        return self

    def set_button_index(self, button_index: int) -> None:
        """Sets `button_index`."""
        self._button_index = int(button_index)
        self.emit_changed()

    def get_button_index(self) -> int:
        """Which button: a `JOY_BUTTON_*`."""
        return self._button_index

    button_index = accessors(get_button_index, set_button_index)

    def set_pressed(self, pressed: bool) -> None:
        """Sets `pressed`."""
        self._pressed = bool(pressed)

    def is_pressed(self) -> bool:
        """Whether the button goes down."""
        return self._pressed

    pressed = accessors(is_pressed, set_pressed)

    def is_match(self, event: InputEvent, exact_match: bool = True) -> bool:
        """Whether another event is the same button."""
        return (
            isinstance(event, InputEventJoypadButton) and self._button_index == event._button_index
        )

    def _action_match(
        self, event: InputEvent, exact_match: bool, deadzone: float
    ) -> ActionStatus | None:
        if not isinstance(event, InputEventJoypadButton):
            return None
        if self._button_index != event._button_index:
            return None
        return PRESSED if event._pressed else RELEASED

    def is_action_type(self) -> bool:
        """Buttons can be part of actions."""
        return True

    def as_text(self) -> str:
        """The button in words."""
        index = self._button_index
        text = f"Joypad Button {index}"
        if 0 <= index < len(_BUTTONS):
            text += f" ({_BUTTONS[index]})"
        if self._pressure != 0.0:
            text += f", Pressure: {str_(self._pressure)}"
        return text

    def _to_string(self) -> str:
        return (
            f"{super()._to_string()} button_index={self._button_index}, "
            f"pressed={str_(self._pressed)}, pressure={self._pressure:.2f}"
        )


class InputEventJoypadMotion(InputEvent):
    """A stick or trigger of a controller has moved."""

    __slots__ = ("_axis", "_axis_value")

    _stored = ("axis", "axis_value")
    _fields = (*InputEvent._fields, *__slots__)
    _instantiable = True
    _axis: int
    _axis_value: float

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._axis = 0
        self._axis_value = 0.0
        return self

    def set_axis(self, axis: int) -> None:
        """Sets `axis`."""
        if not JoyAxis.JOY_AXIS_INVALID <= axis <= JoyAxis.JOY_AXIS_MAX:
            output.error('Condition "p_axis < JoyAxis::INVALID || p_axis > JoyAxis::MAX" is true.')
            return
        self._axis = int(axis)
        self.emit_changed()

    def get_axis(self) -> int:
        """Which axis: a `JOY_AXIS_*`."""
        return self._axis

    axis = accessors(get_axis, set_axis)

    def set_axis_value(self, axis_value: float) -> None:
        """Sets `axis_value`."""
        self._axis_value = unpack_1(pack_1(axis_value))[0]
        self.emit_changed()

    def get_axis_value(self) -> float:
        """Where it is: 0 in the middle, -1 and 1 at the ends."""
        return self._axis_value

    axis_value = accessors(get_axis_value, set_axis_value)

    def is_pressed(self) -> bool:
        """Whether it is moved half the way or more."""
        return abs(self._axis_value) >= _PRESSED_FROM

    def is_match(self, event: InputEvent, exact_match: bool = True) -> bool:
        """Whether another event is the same axis.

        Args:
            event: the other one.
            exact_match: whether it has to be moved in the same direction.
        """
        return (
            isinstance(event, InputEventJoypadMotion)
            and self._axis == event._axis
            and (not exact_match or (self._axis_value < 0) == (event._axis_value < 0))
        )

    def _action_match(
        self, event: InputEvent, exact_match: bool, deadzone: float
    ) -> ActionStatus | None:
        if not isinstance(event, InputEventJoypadMotion) or self._axis != event._axis:
            return None
        value = event._axis_value
        same_side = (self._axis_value < 0) == (value < 0)
        if exact_match and not same_side:
            return None
        along = abs(value) if same_side or value == 0.0 else 0.0
        pressed = (same_side or value == 0.0) and along >= deadzone
        strength = 0.0
        if pressed:
            range_ = 1.0 - deadzone
            strength = min((along - deadzone) / range_, 1.0) if range_ else 1.0
        return ActionStatus(pressed, unpack_1(pack_1(strength))[0], along)

    def is_action_type(self) -> bool:
        """Axes can be part of actions."""
        return True

    def as_text(self) -> str:
        """The axis in words."""
        known = 0 <= self._axis < len(_AXES)
        name = _AXES[self._axis] if known else "Unknown Joypad Axis"
        return f"Joypad Motion on Axis {self._axis} ({name}) with Value {self._axis_value:.2f}"

    def _to_string(self) -> str:
        return f"{super()._to_string()} axis={self._axis}, axis_value={self._axis_value:.2f}"
