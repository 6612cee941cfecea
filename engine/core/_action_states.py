"""Which actions are pressed, how much, and in which frame that began or ended.

An action is pressed as long as any of its events is, on any device, or as long as a script presses
it. What is pressed in the middle of a frame counts as just pressed in that frame's process step,
and in the next physics step.
"""

from __future__ import annotations

from engine.core._float32 import pack_1, unpack_1
from engine.core.engine_singleton import Engine
from engine.core.input_event import ActionStatus, InputEvent

_NEVER = -1


class ActionState:
    """One action.

    Attributes:
        pressed: whether it is pressed.
        strength: how much, from 0 to 1, counted from the dead zone on.
        raw_strength: how much without a dead zone.
        exact: whether the last event was exactly one of the action's.
    """

    __slots__ = (
        "_events",
        "_pressed_by",
        "_pressed_physics",
        "_pressed_process",
        "_released_by",
        "_released_physics",
        "_released_process",
        "_script_strength",
        "exact",
        "pressed",
        "raw_strength",
        "strength",
    )

    def __init__(self) -> None:
        self.pressed = False
        self.strength = self.raw_strength = 0.0
        self.exact = True
        self._script_strength: float | None = None
        self._events: dict[tuple[int, int], ActionStatus] = {}  # by device and place
        self._pressed_by = self._released_by = 0
        self._pressed_physics = self._pressed_process = _NEVER
        self._released_physics = self._released_process = _NEVER

    # What happens --------------------------------------------------------------------------------

    def event(self, event: InputEvent, status: ActionStatus, exact: bool, places: int) -> None:
        """One of the action's events came.

        Args:
            event: the event.
            status: how it stands to the action.
            exact: whether it is exactly one of the action's.
            places: how many events the action has.
        """
        self._events[event._device, status.place] = status
        if not status.pressed:
            self._script_strength = None
        self.exact = exact
        was_pressed = self.pressed
        self._sum_up(places)
        if self.pressed and not was_pressed:
            self._now_pressed(event.get_instance_id())
        elif was_pressed and not self.pressed:
            self._now_released(event.get_instance_id())

    def press(self, strength: float, places: int) -> None:
        """A script presses it."""
        if not self.pressed:
            self._now_pressed(0)
        self.exact = True
        self._script_strength = unpack_1(pack_1(min(max(strength, 0.0), 1.0)))[0]
        self._sum_up(places)

    def release(self) -> None:
        """A script releases it, whatever presses it."""
        self._events.clear()
        self._script_strength = None
        self.pressed = False
        self.strength = self.raw_strength = 0.0
        self.exact = True
        self._now_released(0)

    def _sum_up(self, places: int) -> None:
        held = [status for (_, place), status in self._events.items() if place <= places]
        self.pressed = any(status.pressed for status in held)
        self.strength = max((status.strength for status in held), default=0.0)
        self.raw_strength = max((status.raw_strength for status in held), default=0.0)
        if self._script_strength is not None:
            self.pressed = True
            self.strength = max(self.strength, self._script_strength)
            self.raw_strength = max(self.raw_strength, self._script_strength)

    def _now_pressed(self, event_id: int) -> None:
        self._pressed_by = event_id
        self._pressed_physics = Engine._physics_frames + 1
        self._pressed_process = Engine._process_frames

    def _now_released(self, event_id: int) -> None:
        self._released_by = event_id
        self._released_physics = Engine._physics_frames + 1
        self._released_process = Engine._process_frames

    # Questions -----------------------------------------------------------------------------------

    def just_pressed(self, event_id: int | None = None) -> bool:
        """Whether it was pressed in this frame; with an id, whether by that event."""
        if event_id is not None and event_id != self._pressed_by:
            return False
        if Engine._in_physics:
            return self._pressed_physics == Engine._physics_frames
        return self._pressed_process == Engine._process_frames

    def just_released(self, event_id: int | None = None) -> bool:
        """Whether it was released in this frame; with an id, whether by that event."""
        if event_id is not None and event_id != self._released_by:
            return False
        if Engine._in_physics:
            return self._released_physics == Engine._physics_frames
        return self._released_process == Engine._process_frames
