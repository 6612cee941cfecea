"""How fast a pointer moves: its way over about a tenth of a second."""

from __future__ import annotations

from engine.core.time import Time
from engine.core.vector2 import Vector2

_SHORTEST = 0.1  # seconds that are measured together
_LONGEST = 3.0  # a movement after a longer pause is a new one


class VelocityTrack:
    """The speed of one pointer.

    Attributes:
        velocity: in a second, scaled with the content.
        screen_velocity: in a second, in pixels of the screen.
    """

    def __init__(self) -> None:
        self._last = 0
        self.reset()

    def reset(self) -> None:
        """Begins anew."""
        self._last = Time.get_ticks_usec()
        self.velocity = self.screen_velocity = Vector2.ZERO
        self._way = self._screen_way = Vector2.ZERO
        self._time = 0.0

    def update(self, relative: Vector2, screen_relative: Vector2) -> None:
        """The pointer has moved, or not for a while."""
        now = Time.get_ticks_usec()
        passed = (now - self._last) / 1_000_000
        self._last = now
        if passed > _LONGEST:
            self.velocity = self.screen_velocity = Vector2.ZERO
            self._way, self._screen_way = relative, screen_relative
            self._time = 0.0
            return
        self._way += relative
        self._screen_way += screen_relative
        self._time += passed
        if self._time < _SHORTEST:
            return
        self.velocity = self._way / self._time
        self.screen_velocity = self._screen_way / self._time
        self._way = self._screen_way = Vector2.ZERO
        self._time = 0.0
