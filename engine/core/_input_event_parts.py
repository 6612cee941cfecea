"""Parts that several input events share; the events themselves have the fields (`__slots__`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from engine.core._float32 import pack_1, unpack_1
from engine.core.accessors import accessors
from engine.core.transform2d import Transform2D
from engine.core.vector2 import Vector2

if TYPE_CHECKING:
    from engine.core.input_event import InputEvent


class Placed:
    """An event that happens somewhere."""

    if not TYPE_CHECKING:  # else each field would have to be one of these
        __slots__ = ()
    _position: Vector2

    if TYPE_CHECKING:

        def _copy(self) -> Self: ...

    def set_position(self, position: Vector2) -> None:
        """Sets `position`."""
        self._position = Vector2(position)

    def get_position(self) -> Vector2:
        """Where it happens, as whoever is told counts."""
        return self._position

    position = accessors(get_position, set_position)

    def xformed_by(self, xform: Transform2D, local_ofs: Vector2 = Vector2.ZERO) -> InputEvent:
        """A copy with the position in other coordinates.

        Args:
            xform: where they lie.
            local_ofs: added to the position before.
        """
        twin: Any = self._copy()
        twin._position = xform * (self._position + local_ofs)
        moved: InputEvent = twin
        return moved


class Pressing:
    """An event that tells how hard is pressed."""

    if not TYPE_CHECKING:  # else each field would have to be one of these
        __slots__ = ()
    _pressure: float

    def set_pressure(self, pressure: float) -> None:
        """Sets `pressure`."""
        self._pressure = unpack_1(pack_1(pressure))[0]

    def get_pressure(self) -> float:
        """How hard is pressed, from 0 to 1, where the device knows."""
        return self._pressure

    pressure = accessors(get_pressure, set_pressure)


class Cancelable:
    """An event that something goes down or comes up; that may be called off."""

    if not TYPE_CHECKING:  # else each field would have to be one of these
        __slots__ = ()
    _canceled: bool
    _pressed: bool

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
        """Whether it goes down; not when that is called off."""
        return self._pressed and not self._canceled

    pressed = accessors(is_pressed, set_pressed)


class Moving(Placed, Pressing):
    """An event that a mouse, a pen or a finger moves."""

    if not TYPE_CHECKING:  # else each field would have to be one of these
        __slots__ = ()
    _pen_inverted: bool
    _relative: Vector2
    _screen_relative: Vector2
    _screen_velocity: Vector2
    _tilt: Vector2
    _velocity: Vector2

    def set_tilt(self, tilt: Vector2) -> None:
        """Sets `tilt`."""
        self._tilt = Vector2(tilt)

    def get_tilt(self) -> Vector2:
        """How a pen leans, from -1 to 1 to each side."""
        return self._tilt

    tilt = accessors(get_tilt, set_tilt)

    def set_pen_inverted(self, pen_inverted: bool) -> None:
        """Sets `pen_inverted`."""
        self._pen_inverted = bool(pen_inverted)

    def get_pen_inverted(self) -> bool:
        """Whether it is the pen's other end that points."""
        return self._pen_inverted

    pen_inverted = accessors(get_pen_inverted, set_pen_inverted)

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
        twin: Any = super().xformed_by(xform, local_ofs)
        twin._relative = xform.basis_xform(self._relative)
        twin._velocity = xform.basis_xform(self._velocity)
        moved: InputEvent = twin
        return moved

    def _follow(self, later: Moving) -> None:
        """Takes a later movement into this one."""
        self._position = later._position
        self._velocity = later._velocity
        self._screen_velocity = later._screen_velocity
        self._relative += later._relative
        self._screen_relative += later._screen_relative
