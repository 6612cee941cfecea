"""`InputEventMouse`, `InputEventMouseButton` and `InputEventMouseMotion`."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from engine.core._float32 import pack_1, unpack_1
from engine.core._input_event_parts import Cancelable, Moving, Placed
from engine.core.accessors import accessors
from engine.core.input_event import (
    PRESSED,
    RELEASED,
    ActionStatus,
    InputEvent,
    InputEventWithModifiers,
)
from engine.core.vector2 import Vector2

BUTTON_NAMES = (
    "",
    "Left Mouse Button",
    "Right Mouse Button",
    "Middle Mouse Button",
    "Mouse Wheel Up",
    "Mouse Wheel Down",
    "Mouse Wheel Left",
    "Mouse Wheel Right",
    "Mouse Thumb Button 1",
    "Mouse Thumb Button 2",
)
_MASKS = ((1, 1), (4, 3), (2, 2), (128, 8), (256, 9))  # bits and buttons, in the order of texts
_WORDS = {True: "true", False: "false"}


class InputEventMouse(Placed, InputEventWithModifiers):
    """The base of what a mouse does.

    `position` is where it is told: in the viewport for `_input`, in the control for `_gui_input`.
    `global_position` is in the viewport.
    """

    __slots__ = ("_button_mask", "_global_position", "_position")

    _stored: ClassVar[tuple[str, ...]] = ("button_mask", "position", "global_position")
    _fields = (*InputEventWithModifiers._fields, *__slots__)
    _button_mask: int
    _position: Vector2
    _global_position: Vector2

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._button_mask = 0
        self._position = self._global_position = Vector2.ZERO
        return self

    def set_button_mask(self, button_mask: int) -> None:
        """Sets `button_mask`."""
        self._button_mask = int(button_mask)
        self.emit_changed()

    def get_button_mask(self) -> int:
        """Which buttons are held: a sum of `MOUSE_BUTTON_MASK_*`."""
        return self._button_mask

    button_mask = accessors(get_button_mask, set_button_mask)

    def set_global_position(self, global_position: Vector2) -> None:
        """Sets `global_position`."""
        self._global_position = Vector2(global_position)

    def get_global_position(self) -> Vector2:
        """Where the mouse is in the viewport."""
        return self._global_position

    global_position = accessors(get_global_position, set_global_position)


class InputEventMouseButton(Cancelable, InputEventMouse):
    """A mouse button goes down or comes up, or the wheel turns."""

    __slots__ = ("_button_index", "_canceled", "_double_click", "_factor", "_pressed")

    _stored = ("factor", "button_index", "canceled", "pressed", "double_click")
    _fields = (*InputEventMouse._fields, *__slots__)
    _instantiable = True
    _button_index: int
    _canceled: bool
    _double_click: bool
    _factor: float
    _pressed: bool

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._button_index = 0
        self._factor = 1.0
        self._canceled = self._double_click = self._pressed = False
        return self

    def set_factor(self, factor: float) -> None:
        """Sets `factor`."""
        self._factor = unpack_1(pack_1(factor))[0]

    def get_factor(self) -> float:
        """How far a fine wheel turns; 1 is a whole step."""
        return self._factor

    factor = accessors(get_factor, set_factor)

    def set_button_index(self, button_index: int) -> None:
        """Sets `button_index`."""
        self._button_index = int(button_index)
        self.emit_changed()

    def get_button_index(self) -> int:
        """Which button: a `MOUSE_BUTTON_*`."""
        return self._button_index

    button_index = accessors(get_button_index, set_button_index)

    def set_double_click(self, double_click: bool) -> None:
        """Sets `double_click`."""
        self._double_click = bool(double_click)

    def is_double_click(self) -> bool:
        """Whether it is the second press of a double click."""
        return self._double_click

    double_click = accessors(is_double_click, set_double_click)

    def is_match(self, event: InputEvent, exact_match: bool = True) -> bool:
        """Whether another event is the same button.

        Args:
            event: the other one; whether it is pressed does not count.
            exact_match: whether the modifier keys have to be the same, too.
        """
        return (
            isinstance(event, InputEventMouseButton)
            and self._button_index == event._button_index
            and (not exact_match or self._modifiers == event._modifiers)
        )

    def _action_match(
        self, event: InputEvent, exact_match: bool, deadzone: float
    ) -> ActionStatus | None:
        if not isinstance(event, InputEventMouseButton):
            return None
        if self._button_index != event._button_index or not self._suits(event, exact_match):
            return None
        return PRESSED if event.is_pressed() else RELEASED

    def is_action_type(self) -> bool:
        """Buttons can be part of actions."""
        return True

    def as_text(self) -> str:
        """The button and the modifiers in words: `Ctrl+Left Mouse Button`."""
        index = self._button_index
        text = BUTTON_NAMES[index] if 0 < index < len(BUTTON_NAMES) else f"Button #{index}"
        if self._double_click:
            text += " (Double Click)"
        return self._with_modifiers(text)

    def _to_string(self) -> str:
        return (
            f"{super()._to_string()} button_index={self._button_index}, "
            f"mods={self._modifier_names() or 'none'}, pressed={_WORDS[self.is_pressed()]}, "
            f"canceled={_WORDS[self._canceled]}, position=({self._position}), "
            f"button_mask={self._button_mask}, double_click={_WORDS[self._double_click]}"
        )


class InputEventMouseMotion(Moving, InputEventMouse):
    """The mouse has moved."""

    __slots__ = (
        "_pen_inverted",
        "_pressure",
        "_relative",
        "_screen_relative",
        "_screen_velocity",
        "_tilt",
        "_velocity",
    )

    _stored = (
        "tilt",
        "pressure",
        "pen_inverted",
        "relative",
        "screen_relative",
        "velocity",
        "screen_velocity",
    )
    _fields = (*InputEventMouse._fields, *__slots__)
    _instantiable = True
    _pen_inverted: bool
    _pressure: float
    _relative: Vector2
    _screen_relative: Vector2
    _screen_velocity: Vector2
    _tilt: Vector2
    _velocity: Vector2

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._pen_inverted = False
        self._pressure = 0.0
        self._relative = self._screen_relative = self._tilt = Vector2.ZERO
        self._velocity = self._screen_velocity = Vector2.ZERO
        return self

    def accumulate(self, with_event: InputEvent) -> bool:
        """Takes a later motion into this one, if the same buttons and modifiers are held."""
        if (
            not isinstance(with_event, InputEventMouseMotion)
            or self._window_id != with_event._window_id
            or self._button_mask != with_event._button_mask
            or self._modifiers != with_event._modifiers
        ):
            return False
        self._follow(with_event)
        self._global_position = with_event._global_position
        return True

    def as_text(self) -> str:
        """Where it is and how fast."""
        return f"Mouse motion at position ({self._position}) with velocity ({self._velocity})"

    def _to_string(self) -> str:
        mask = self._button_mask
        held = "".join(f" ({BUTTON_NAMES[button]})" for bit, button in _MASKS if mask & bit)
        return (
            f"{super()._to_string()} button_mask={mask}{held}, "
            f"position=({self._position}), relative=({self._relative}), "
            f"velocity=({self._velocity}), pressure={self._pressure:.2f}, tilt=({self._tilt}), "
            f"pen_inverted=({_WORDS[self._pen_inverted]})"
        )
