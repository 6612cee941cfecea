"""`InputEventShortcut`: somebody chose what a shortcut does, in a menu for instance."""

from __future__ import annotations

from typing import Any, Self

from engine.core import output
from engine.core.accessors import accessors
from engine.core.input_event import InputEvent
from engine.core.shortcut import Shortcut


class InputEventShortcut(InputEvent):
    """A shortcut by itself; it is always pressed."""

    __slots__ = ("_shortcut",)

    _stored = ("shortcut",)
    _fields = (*InputEvent._fields, *__slots__)
    _instantiable = True
    _shortcut: Shortcut | None

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._shortcut = None
        return self

    def set_shortcut(self, shortcut: Shortcut | None) -> None:
        """Sets `shortcut`."""
        self._shortcut = shortcut
        self.emit_changed()

    def get_shortcut(self) -> Shortcut | None:
        """The shortcut."""
        return self._shortcut

    shortcut = accessors(get_shortcut, set_shortcut)

    def is_pressed(self) -> bool:
        """A shortcut is always pressed."""
        return True

    def as_text(self) -> str:
        """The shortcut in words."""
        if self._shortcut is None:
            output.error('Condition "shortcut.is_null()" is true. Returning: "None"')
            return "None"
        return f"Input Event with Shortcut={self._shortcut.get_as_text()}"

    def _to_string(self) -> str:
        if self._shortcut is None:
            output.error('Condition "shortcut.is_null()" is true. Returning: "None"')
            return "None"
        return f"{super()._to_string()} shortcut={self._shortcut.get_as_text()}"
