"""`InputEventGesture`, `InputEventMagnifyGesture` and `InputEventPanGesture`: touch pads."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from engine.core._float32 import pack_1, unpack_1
from engine.core._input_event_parts import Placed
from engine.core.accessors import accessors
from engine.core.input_event import InputEventWithModifiers
from engine.core.print import str_
from engine.core.vector2 import Vector2


class InputEventGesture(Placed, InputEventWithModifiers):
    """The base of gestures."""

    __slots__ = ("_position",)

    _stored: ClassVar[tuple[str, ...]] = ("position",)
    _fields = (*InputEventWithModifiers._fields, *__slots__)
    _position: Vector2

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._position = Vector2.ZERO
        return self


class InputEventMagnifyGesture(InputEventGesture):
    """Two fingers move apart or together."""

    __slots__ = ("_factor",)

    _stored = ("factor",)
    _fields = (*InputEventGesture._fields, *__slots__)
    _instantiable = True
    _factor: float

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._factor = 1.0
        return self

    def set_factor(self, factor: float) -> None:
        """Sets `factor`."""
        self._factor = unpack_1(pack_1(factor))[0]

    def get_factor(self) -> float:
        """By how much things grow."""
        return self._factor

    factor = accessors(get_factor, set_factor)

    def as_text(self) -> str:
        """Where, and by how much."""
        return f"Magnify Gesture at ({self._position}) with factor {str_(self._factor)}"

    def _to_string(self) -> str:
        return f"{super()._to_string()} factor={self._factor:.2f}, position=({self._position})"


class InputEventPanGesture(InputEventGesture):
    """Two fingers move together."""

    __slots__ = ("_delta",)

    _stored = ("delta",)
    _fields = (*InputEventGesture._fields, *__slots__)
    _instantiable = True
    _delta: Vector2

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._delta = Vector2.ZERO
        return self

    def set_delta(self, delta: Vector2) -> None:
        """Sets `delta`."""
        self._delta = Vector2(delta)

    def get_delta(self) -> Vector2:
        """How far things move, in steps of a wheel."""
        return self._delta

    delta = accessors(get_delta, set_delta)

    def as_text(self) -> str:
        """Where, and how far."""
        return f"Pan Gesture at ({self._position}) with delta ({self._delta})"

    def _to_string(self) -> str:
        return f"{super()._to_string()} delta=({self._delta}), position=({self._position})"
