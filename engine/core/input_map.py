"""`InputMap`: which events belong to which action.

The actions are those of the user interface and those of the project. They are made when the map is
first asked for anything: a server that has no use for input never makes them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from engine.core import output
from engine.core._element_type import element_type
from engine.core._float32 import pack_1, unpack_1
from engine.core._lazy import lazy
from engine.core._string_methods_search import similarity
from engine.core.input_event import ALL_DEVICES, ActionStatus, InputEvent
from engine.core.object import Object
from engine.core.project_settings import ProjectSettings
from engine.core.signal import Signal
from engine.core.string_name import StringName
from engine.core.typed_array import TypedArray
from engine.core.variant_type import TYPE_OBJECT, TYPE_STRING_NAME

if TYPE_CHECKING:
    from engine.core import _default_actions
    from engine.core import input_event_action as _input_event_action
    from engine.core import input_event_key as _input_event_key
else:
    _default_actions = lazy("engine.core._default_actions")
    _input_event_action = lazy("engine.core.input_event_action")
    _input_event_key = lazy("engine.core.input_event_key")

__all__ = ["InputMap"]

_SETTINGS = "input/"
_DEADZONE = 0.2
_SIMILAR = 0.4  # from here on another name is suggested


class Action:
    """The events of an action.

    Attributes:
        deadzone: from which strength on it is pressed.
        events: its events.
    """

    __slots__ = ("deadzone", "events")

    def __init__(self, deadzone: float, events: list[InputEvent]) -> None:
        self.deadzone = unpack_1(pack_1(deadzone))[0]
        self.events = events


class InputMapSingleton(Object):
    """The actions. There is one map, `InputMap`.

    Signals: `project_settings_loaded`.
    """

    _class_name = "InputMap"

    project_settings_loaded = Signal()

    _own = ("_actions", "_loaded", "_release")

    def __init__(self) -> None:
        super().__init__()
        self._actions: dict[str, Action] = {}
        self._loaded = False
        self._release: Callable[[str], None] | None = None  # what `Input` does with lost actions

    def _map(self) -> dict[str, Action]:
        if not self._loaded:
            self._load()
        return self._actions

    def _load(self) -> None:
        self._loaded = True
        self._actions = {
            name: Action(_default_actions.DEADZONE, events)
            for name, events in _default_actions.default_actions().items()
        }
        for name, value in ProjectSettings._values_below(_SETTINGS):
            if isinstance(value, dict):
                events = [e for e in value.get("events", ()) if isinstance(e, InputEvent)]
                deadzone = value.get("deadzone", _DEADZONE)
                self._actions[name] = Action(float(deadzone), list(dict.fromkeys(events)))

    def load_from_project_settings(self) -> None:
        """Makes the actions anew from the project's settings."""
        self._load()
        self._emit_if_heard("project_settings_loaded")

    def _missing(self, name: str) -> str:
        """The message for an action that is not there."""
        text = f'The InputMap action "{name}" doesn\'t exist.'
        known = {action: similarity(action, name) for action in self._map()}
        closest = max(known, key=lambda action: known[action], default="")
        if closest and known[closest] >= _SIMILAR:
            text += f' Did you mean "{closest}"?'
        return text

    def _find(self, name: str) -> Action | None:
        """An action; None, with a message, when it is not there."""
        action = self._map().get(name)
        if action is None:
            output.error(self._missing(str(name)))
        return action

    # Actions -------------------------------------------------------------------------------------

    def has_action(self, action: str) -> bool:
        """Whether there is an action of that name."""
        return action in self._map()

    def get_actions(self) -> TypedArray:
        """The names of all actions."""
        names = [StringName(name) for name in self._map()]
        return TypedArray(names, element_type(TYPE_STRING_NAME))

    def add_action(self, action: str, deadzone: float = 0.2) -> None:
        """Adds an action without events.

        Args:
            action: its name.
            deadzone: how far an axis has to be moved for it to count as pressed.
        """
        if action in self._map():
            output.error(f'InputMap already has action "{action}".')
            return
        self._actions[str(action)] = Action(deadzone, [])

    def erase_action(self, action: str) -> None:
        """Takes an action away."""
        if self._find(action) is not None:
            del self._actions[action]

    def get_action_description(self, action: str) -> str:
        """The keys of an action in words for people."""
        found = self._find(action)
        if found is None:
            return ""
        keys = [e for e in found.events if isinstance(e, _input_event_key.InputEventKey)]
        words = " or ".join(key.as_text() for key in keys)
        return words or "Action has no bound inputs"

    def action_set_deadzone(self, action: str, deadzone: float) -> None:
        """Sets how far an axis has to be moved for the action to count as pressed."""
        found = self._find(action)
        if found is not None:
            found.deadzone = unpack_1(pack_1(deadzone))[0]

    def action_get_deadzone(self, action: str) -> float:
        """How far an axis has to be moved for the action to count as pressed."""
        found = self._find(action)
        return 0.0 if found is None else found.deadzone

    # Their events --------------------------------------------------------------------------------

    def action_add_event(self, action: str, event: InputEvent) -> None:
        """Adds an event to an action, unless it has one like it."""
        if event is None:
            output.error("It's not a reference to a valid InputEvent object.")
            return
        found = self._find(action)
        if found is not None and self._like(found, event) is None:
            found.events.append(event)

    def _like(self, action: Action, event: InputEvent) -> InputEvent | None:
        found = self._match(action, event, True)
        return None if found is None else found[0]

    def action_has_event(self, action: str, event: InputEvent) -> bool:
        """Whether an action has an event like that."""
        found = self._find(action)
        return found is not None and self._like(found, event) is not None

    def action_erase_event(self, action: str, event: InputEvent) -> None:
        """Takes the event that is like this one from an action, which is released then."""
        found = self._find(action)
        own = None if found is None else self._like(found, event)
        if found is not None and own is not None:
            found.events.remove(own)
            self._lost(action)

    def action_erase_events(self, action: str) -> None:
        """Takes all events from an action."""
        found = self._find(action)
        if found is not None:
            found.events.clear()
            self._lost(action)

    def _lost(self, action: str) -> None:
        if self._release is not None:
            self._release(action)

    def action_get_events(self, action: str) -> TypedArray:
        """The events of an action."""
        found = self._find(action)
        events = [] if found is None else found.events
        return TypedArray(events, element_type(TYPE_OBJECT, InputEvent))

    def _events_of(self, action: str) -> list[InputEvent]:
        """The events of an action; none, without a message, when it is not there."""
        found = self._map().get(action)
        return [] if found is None else found.events

    # Matching ------------------------------------------------------------------------------------

    def event_is_action(self, event: InputEvent, action: str, exact_match: bool = False) -> bool:
        """Whether an event belongs to an action.

        Args:
            event: the event.
            action: the action's name.
            exact_match: whether the modifier keys have to be exactly those of the action's event,
                and the direction of an axis its direction.
        """
        if event is None:
            output.error('Required object "rp_event" is null.')
            return False
        return self._status(event, action, exact_match) is not None

    def _status(self, event: InputEvent, name: str, exact_match: bool) -> ActionStatus | None:
        """How an event stands to an action; None when it does not belong to it."""
        action = self._find(name)
        return None if action is None else self._status_in(event, name, action, exact_match)

    def _status_in(
        self, event: InputEvent, name: str, action: Action, exact_match: bool
    ) -> ActionStatus | None:
        if isinstance(event, _input_event_action.InputEventAction):
            if event._action != name:
                return None
            strength = event._strength if event._pressed else 0.0
            index = event._event_index if event._event_index >= 0 else len(action.events)
            return ActionStatus(event._pressed, strength, strength, index)
        found = self._match(action, event, exact_match)
        return None if found is None else found[1]

    @staticmethod
    def _match(
        action: Action, event: InputEvent, exact_match: bool
    ) -> tuple[InputEvent, ActionStatus] | None:
        """The first of an action's events that another one is, and how it stands to it."""
        device = event._device
        for index, own in enumerate(action.events):
            if own._device == device or own._device == ALL_DEVICES:
                status = own._action_match(event, exact_match, action.deadzone)
                if status is not None:
                    return own, status._replace(place=index) if index else status
        return None


InputMap = InputMapSingleton()
