"""`InputEventAction`: an action by itself, whatever would usually bring it about."""

from __future__ import annotations

from typing import Any, Self

from engine.core._float32 import pack_1, unpack_1
from engine.core.accessors import accessors
from engine.core.input_event import ActionStatus, InputEvent
from engine.core.input_map import InputMap
from engine.core.string_name import StringName


class InputEventAction(InputEvent):
    """An action that is pressed or released."""

    __slots__ = ("_action", "_event_index", "_pressed", "_strength")

    _stored = ("action", "pressed", "strength", "event_index")
    _fields = (*InputEvent._fields, *__slots__)
    _instantiable = True
    _action: StringName
    _event_index: int
    _pressed: bool
    _strength: float

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._action = StringName("")
        self._event_index = -1
        self._pressed = False
        self._strength = 1.0
        return self

    def set_action(self, action: str) -> None:
        """Sets `action`."""
        self._action = StringName(action)

    def get_action(self) -> StringName:
        """The action's name."""
        return self._action

    action = accessors(get_action, set_action)

    def set_pressed(self, pressed: bool) -> None:
        """Sets `pressed`."""
        self._pressed = bool(pressed)

    def is_pressed(self) -> bool:
        """Whether the action is pressed."""
        return self._pressed

    pressed = accessors(is_pressed, set_pressed)

    def set_strength(self, strength: float) -> None:
        """Sets `strength`."""
        self._strength = unpack_1(pack_1(min(max(strength, 0.0), 1.0)))[0]

    def get_strength(self) -> float:
        """How much it is pressed, from 0 to 1."""
        return self._strength

    strength = accessors(get_strength, set_strength)

    def set_event_index(self, index: int) -> None:
        """Sets `event_index`."""
        self._event_index = int(index)

    def get_event_index(self) -> int:
        """Which of the action's events it stands for; -1 for one of its own."""
        return self._event_index

    event_index = accessors(get_event_index, set_event_index)

    def is_match(self, event: InputEvent, exact_match: bool = True) -> bool:
        """Whether another event belongs to the action."""
        return event is not None and event.is_action(self._action, exact_match)

    def is_action_type(self) -> bool:
        """Actions can be part of actions."""
        return True

    def _action_match(
        self, event: InputEvent, exact_match: bool, deadzone: float
    ) -> ActionStatus | None:
        if not isinstance(event, InputEventAction) or event._action != self._action:
            return None
        strength = 1.0 if event._pressed else 0.0
        return ActionStatus(event._pressed, strength, strength)

    def as_text(self) -> str:
        """The first of the action's events in words."""
        events = InputMap._events_of(self._action)
        return events[0].as_text() if events else ""

    def _to_string(self) -> str:
        pressed = "true" if self._pressed else "false"
        return f'{super()._to_string()} action="{self._action}", pressed={pressed}'
