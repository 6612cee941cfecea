"""`InputEventScreenTouch` and `InputEventScreenDrag`: fingers on a screen."""

from __future__ import annotations

from typing import Any, Self

from engine.core._input_event_parts import Cancelable, Moving, Placed
from engine.core.accessors import accessors
from engine.core.input_event import InputEvent, InputEventFromWindow
from engine.core.print import str_
from engine.core.vector2 import Vector2


class InputEventScreenTouch(Placed, Cancelable, InputEventFromWindow):
    """A finger touches the screen, or leaves it."""

    __slots__ = ("_canceled", "_double_tap", "_index", "_position", "_pressed")

    _stored = ("index", "position", "canceled", "pressed", "double_tap")
    _fields = (*InputEventFromWindow._fields, *__slots__)
    _instantiable = True
    _canceled: bool
    _double_tap: bool
    _index: int
    _position: Vector2
    _pressed: bool

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._canceled = self._double_tap = self._pressed = False
        self._index = 0
        self._position = Vector2.ZERO
        return self

    def set_index(self, index: int) -> None:
        """Sets `index`."""
        self._index = int(index)

    def get_index(self) -> int:
        """Which finger."""
        return self._index

    index = accessors(get_index, set_index)

    def set_double_tap(self, double_tap: bool) -> None:
        """Sets `double_tap`."""
        self._double_tap = bool(double_tap)

    def is_double_tap(self) -> bool:
        """Whether it is the second touch of a double tap."""
        return self._double_tap

    double_tap = accessors(is_double_tap, set_double_tap)

    def as_text(self) -> str:
        """What the finger did, and where."""
        did = "canceled" if self._canceled else "touched" if self._pressed else "released"
        return f"Screen {did} at ({self._position}) with {self._index} touch points"

    def _to_string(self) -> str:
        return (
            f"{super()._to_string()} index={self._index}, pressed={str_(self._pressed)}, "
            f"canceled={str_(self._canceled)}, position=({self._position}), "
            f"double_tap={str_(self._double_tap)}"
        )


class InputEventScreenDrag(Moving, InputEventFromWindow):
    """A finger moves over the screen."""

    __slots__ = (
        "_index",
        "_pen_inverted",
        "_position",
        "_pressure",
        "_relative",
        "_screen_relative",
        "_screen_velocity",
        "_tilt",
        "_velocity",
    )

    _stored = (
        "index",
        "tilt",
        "pressure",
        "pen_inverted",
        "position",
        "relative",
        "screen_relative",
        "velocity",
        "screen_velocity",
    )
    _fields = (*InputEventFromWindow._fields, *__slots__)
    _instantiable = True
    _index: int
    _pen_inverted: bool
    _position: Vector2
    _pressure: float
    _relative: Vector2
    _screen_relative: Vector2
    _screen_velocity: Vector2
    _tilt: Vector2
    _velocity: Vector2

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._index = 0
        self._pen_inverted = False
        self._pressure = 0.0
        self._position = self._relative = self._screen_relative = self._tilt = Vector2.ZERO
        self._velocity = self._screen_velocity = Vector2.ZERO
        return self

    def set_index(self, index: int) -> None:
        """Sets `index`."""
        self._index = int(index)

    def get_index(self) -> int:
        """Which finger."""
        return self._index

    index = accessors(get_index, set_index)

    def accumulate(self, with_event: InputEvent) -> bool:
        """Takes a later movement of the same finger into this one."""
        if not isinstance(with_event, InputEventScreenDrag) or self._index != with_event._index:
            return False
        self._follow(with_event)
        return True

    def as_text(self) -> str:
        """Where the finger is and how fast."""
        return (
            f"Screen dragged with {self._index} touch points at position ({self._position}) "
            f"with velocity of ({self._velocity})"
        )

    def _to_string(self) -> str:
        return (
            f"{super()._to_string()} index={self._index}, position=({self._position}), "
            f"relative=({self._relative}), velocity=({self._velocity}), "
            f"pressure={self._pressure:.2f}, tilt=({self._tilt}), "
            f"pen_inverted=({str_(self._pen_inverted)})"
        )
