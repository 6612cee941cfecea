"""Scrolling with a finger: the content follows it, and runs on for a while when it leaves."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from engine.core.input_event import InputEvent
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.vector2 import Vector2

if TYPE_CHECKING:
    from engine.gui.scroll_container import ScrollContainer

_LEFT = 1
_DISABLED = 0
_SLOWDOWN = 1000.0  # pixels a second, each second


class TouchScroll:
    """One finger on a scroll container.

    Args:
        container: what it scrolls.
    """

    def __init__(self, container: ScrollContainer) -> None:
        self._container = container
        self._touching = False
        self._beyond_deadzone = False
        self._way = self._speed = self._since = self._from = Vector2.ZERO

    def event(self, event: InputEvent) -> None:
        """The finger touches, moves or leaves."""
        if isinstance(event, InputEventMouseButton) and event.button_index == _LEFT:
            if event.pressed:
                self._begin()
            elif self._touching:
                self._leave()
        elif isinstance(event, InputEventMouseMotion) and self._touching:
            self._move(event.relative)

    def _begin(self) -> None:
        self.end()
        container = self._container
        self._touching = True
        self._way = self._speed = self._since = Vector2.ZERO
        self._from = Vector2(container._h_scroll.value, container._v_scroll.value)
        container.set_physics_process_internal(True)

    def _move(self, relative: Vector2) -> None:
        container = self._container
        self._way -= relative
        if not self._beyond_deadzone:
            across = container._h_mode != _DISABLED and abs(self._way.x) > container._deadzone
            along = container._v_mode != _DISABLED and abs(self._way.y) > container._deadzone
            if not across and not along:
                return
            self._beyond_deadzone = True
            container._emit_if_heard("scroll_started")
            self._way = -relative
        self._since -= relative
        place = self._from + self._way
        if container._h_mode != _DISABLED:
            container._h_scroll._scroll_to(place.x)
        if container._v_mode != _DISABLED:
            container._v_scroll._scroll_to(place.y)

    def _leave(self) -> None:
        self._touching = False
        if not self._beyond_deadzone or self._speed == Vector2.ZERO:
            self.end()

    def end(self) -> None:
        """It stands still from now on."""
        container = self._container
        was_scrolling = self._beyond_deadzone
        self._touching = self._beyond_deadzone = False
        self._speed = self._since = Vector2.ZERO
        container.set_physics_process_internal(False)
        if was_scrolling:
            container._emit_if_heard("scroll_ended")

    def step(self, delta: float) -> None:
        """A physics step passes."""
        if self._touching:
            if delta > 0.0:
                self._speed = self._since / delta
                self._since = Vector2.ZERO
            return
        container = self._container
        h_bar, v_bar = container._h_scroll, container._v_scroll
        h_bar.set_value(h_bar.value + self._speed.x * delta)
        v_bar.set_value(v_bar.value + self._speed.y * delta)
        self._speed = Vector2(_slower(self._speed.x, delta), _slower(self._speed.y, delta))
        if self._speed == Vector2.ZERO:
            self.end()


def _slower(speed: float, delta: float) -> float:
    rest = abs(speed) - _SLOWDOWN * delta
    return math.copysign(rest, speed) if rest > 0.0 else 0.0
