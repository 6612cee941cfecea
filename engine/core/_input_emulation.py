"""Mouse events that stand in for touches, and touches that stand in for mouse events."""

from __future__ import annotations

from engine.core.input_event import InputEvent
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.input_event_screen import InputEventScreenDrag, InputEventScreenTouch
from engine.core.vector2 import Vector2

_LEFT = 1


def button_of(touch: InputEventScreenTouch, mask: int) -> InputEventMouseButton:
    """The left button where a finger touches the screen, or leaves it."""
    button = InputEventMouseButton()
    button._device = InputEvent.DEVICE_ID_EMULATION
    button._position = button._global_position = touch._position
    button._pressed = touch._pressed
    button._canceled = touch._canceled
    button._double_click = touch._double_tap
    button._button_index = _LEFT
    button._button_mask = mask
    return button


def motion_of(drag: InputEventScreenDrag, mask: int) -> InputEventMouseMotion:
    """The mouse where a finger moves."""
    motion = InputEventMouseMotion()
    motion._device = InputEvent.DEVICE_ID_EMULATION
    motion._position = motion._global_position = drag._position
    for name in ("_tilt", "_pen_inverted", "_pressure", "_relative", "_screen_relative"):
        setattr(motion, name, getattr(drag, name))
    motion._velocity, motion._screen_velocity = drag._velocity, drag._screen_velocity
    motion._button_mask = mask
    return motion


def touch_of(button: InputEventMouseButton) -> InputEventScreenTouch:
    """A finger where the left button goes down, or comes up."""
    touch = InputEventScreenTouch()
    touch._device = InputEvent.DEVICE_ID_EMULATION
    touch._position = button._position
    touch._pressed = button.is_pressed()
    touch._canceled = button._canceled
    touch._double_tap = button._double_click
    return touch


def drag_of(motion: InputEventMouseMotion, speed: Vector2, screen: Vector2) -> InputEventScreenDrag:
    """A finger that follows the mouse."""
    drag = InputEventScreenDrag()
    drag._device = InputEvent.DEVICE_ID_EMULATION
    drag._position = motion._position
    for name in ("_tilt", "_pen_inverted", "_pressure", "_relative", "_screen_relative"):
        setattr(drag, name, getattr(motion, name))
    drag._velocity, drag._screen_velocity = speed, screen
    return drag
