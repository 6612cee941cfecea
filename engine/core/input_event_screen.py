"""`InputEventScreenTouch` and `InputEventScreenDrag`: fingers on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from engine.core._float32 import pack_1, unpack_1
from engine.core.accessors import accessors
from engine.core.input_event import InputEvent, InputEventFromWindow
from engine.core.print import str_
from engine.core.vector2 import Vector2

if TYPE_CHECKING:
    from engine.core.transform2d import Transform2D


class InputEventScreenTouch(InputEventFromWindow):
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

    def set_position(self, position: Vector2) -> None:
        """Sets `position`."""
        self._position = Vector2(position)

    def get_position(self) -> Vector2:
        """Where the finger is, as whoever is told counts."""
        return self._position

    position = accessors(get_position, set_position)

    def set_canceled(self, canceled: bool) -> None:
        """Sets `canceled`."""
        self._canceled = bool(canceled)

    def is_canceled(self) -> bool:
        """Whether it was called off."""
        return self._canceled

    canceled = accessors(is_canceled, set_canceled)

    def set_pressed(self, pressed: bool) -> None:
        """Sets `pressed`."""
        self._pressed = bool(pressed)

    def is_pressed(self) -> bool:
        """Whether the finger touches the screen; not when that is called off."""
        return self._pressed and not self._canceled

    pressed = accessors(is_pressed, set_pressed)

    def set_double_tap(self, double_tap: bool) -> None:
        """Sets `double_tap`."""
        self._double_tap = bool(double_tap)

    def is_double_tap(self) -> bool:
        """Whether it is the second touch of a double tap."""
        return self._double_tap

    double_tap = accessors(is_double_tap, set_double_tap)

    def xformed_by(self, xform: Transform2D, local_ofs: Vector2 = Vector2.ZERO) -> InputEvent:
        """A copy with the position in other coordinates.

        Args:
            xform: where they lie.
            local_ofs: added to the position before.
        """
        twin = self._copy()
        twin._position = xform * (self._position + local_ofs)
        return twin

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


class InputEventScreenDrag(InputEventFromWindow):
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

    def set_tilt(self, tilt: Vector2) -> None:
        """Sets `tilt`."""
        self._tilt = Vector2(tilt)

    def get_tilt(self) -> Vector2:
        """How a pen leans, from -1 to 1 to each side."""
        return self._tilt

    tilt = accessors(get_tilt, set_tilt)

    def set_pressure(self, pressure: float) -> None:
        """Sets `pressure`."""
        self._pressure = unpack_1(pack_1(pressure))[0]

    def get_pressure(self) -> float:
        """How hard a pen presses, from 0 to 1."""
        return self._pressure

    pressure = accessors(get_pressure, set_pressure)

    def set_pen_inverted(self, pen_inverted: bool) -> None:
        """Sets `pen_inverted`."""
        self._pen_inverted = bool(pen_inverted)

    def get_pen_inverted(self) -> bool:
        """Whether it is the pen's other end that points."""
        return self._pen_inverted

    pen_inverted = accessors(get_pen_inverted, set_pen_inverted)

    def set_position(self, position: Vector2) -> None:
        """Sets `position`."""
        self._position = Vector2(position)

    def get_position(self) -> Vector2:
        """Where the finger is, as whoever is told counts."""
        return self._position

    position = accessors(get_position, set_position)

    def set_relative(self, relative: Vector2) -> None:
        """Sets `relative`."""
        self._relative = Vector2(relative)

    def get_relative(self) -> Vector2:
        """The way from where it was before, scaled with the content."""
        return self._relative

    relative = accessors(get_relative, set_relative)

    def set_screen_relative(self, relative: Vector2) -> None:
        """Sets `screen_relative`."""
        self._screen_relative = Vector2(relative)

    def get_screen_relative(self) -> Vector2:
        """The way from where it was before, in pixels of the screen."""
        return self._screen_relative

    screen_relative = accessors(get_screen_relative, set_screen_relative)

    def set_velocity(self, velocity: Vector2) -> None:
        """Sets `velocity`."""
        self._velocity = Vector2(velocity)

    def get_velocity(self) -> Vector2:
        """Pixels in a second, scaled with the content."""
        return self._velocity

    velocity = accessors(get_velocity, set_velocity)

    def set_screen_velocity(self, velocity: Vector2) -> None:
        """Sets `screen_velocity`."""
        self._screen_velocity = Vector2(velocity)

    def get_screen_velocity(self) -> Vector2:
        """Pixels of the screen in a second."""
        return self._screen_velocity

    screen_velocity = accessors(get_screen_velocity, set_screen_velocity)

    def xformed_by(self, xform: Transform2D, local_ofs: Vector2 = Vector2.ZERO) -> InputEvent:
        """A copy with position, way and speed in other coordinates.

        Args:
            xform: where they lie.
            local_ofs: added to the position before.
        """
        twin = self._copy()
        twin._position = xform * (self._position + local_ofs)
        twin._relative = xform.basis_xform(self._relative)
        twin._velocity = xform.basis_xform(self._velocity)
        return twin

    def accumulate(self, with_event: InputEvent) -> bool:
        """Takes a later movement of the same finger into this one."""
        if not isinstance(with_event, InputEventScreenDrag) or self._index != with_event._index:
            return False
        self._position = with_event._position
        self._velocity = with_event._velocity
        self._screen_velocity = with_event._screen_velocity
        self._relative += with_event._relative
        self._screen_relative += with_event._screen_relative
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
