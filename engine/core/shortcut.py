"""`Shortcut`: events that do the same as choosing something."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from engine.core import output
from engine.core._element_type import element_type
from engine.core._lazy import lazy
from engine.core.accessors import accessors
from engine.core.input_event import InputEvent
from engine.core.resource import Resource
from engine.core.typed_array import TypedArray
from engine.core.variant_type import TYPE_OBJECT

if TYPE_CHECKING:
    from engine.core import input_event_shortcut as _input_event_shortcut
else:
    _input_event_shortcut = lazy("engine.core.input_event_shortcut")

_EVENTS = element_type(TYPE_OBJECT, InputEvent)


class Shortcut(Resource):
    """Keys, buttons or actions that stand for a button or an entry of a menu."""

    __slots__ = ("_events",)

    _stored = ("events",)
    _events: TypedArray

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._events = TypedArray((), _EVENTS)
        return self

    def set_events(self, events: Iterable[InputEvent | None]) -> None:
        """Sets `events`."""
        listed = list(events)
        if any(isinstance(e, _input_event_shortcut.InputEventShortcut) for e in listed):
            output.error("Cannot set a shortcut event to an instance of InputEventShortcut.")
            return
        self._events = TypedArray(listed, _EVENTS)
        self.emit_changed()

    def get_events(self) -> TypedArray:
        """The events, any of which will do."""
        return self._events

    events = accessors(get_events, set_events)

    def has_valid_event(self) -> bool:
        """Whether there is any event."""
        return any(event is not None for event in self._events)

    def matches_event(self, event: InputEvent) -> bool:
        """Whether an event is one of the shortcut's, or the shortcut itself."""
        if isinstance(event, _input_event_shortcut.InputEventShortcut) and event.shortcut is self:
            return True
        return any(own is not None and own.is_match(event) for own in self._events)

    def get_as_text(self) -> str:
        """The first event in words; `None` if there is none."""
        return next((event.as_text() for event in self._events if event is not None), "None")
