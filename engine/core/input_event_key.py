"""`InputEventKey`: a key goes down, repeats itself or comes up."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from engine.core._keycodes import keycode_name
from engine.core.accessors import accessors
from engine.core.input_enums import KEY_SPECIAL, KeyLocation
from engine.core.input_event import (
    PRESSED,
    RELEASED,
    ActionStatus,
    InputEvent,
    InputEventWithModifiers,
)

_LOCATIONS = {1: "left", 2: "right"}
_UNSET = "(unset)"
_SPECIAL = int(KEY_SPECIAL)  # the bit of keys that mean the same in all layouts


class InputEventKey(InputEventWithModifiers):
    """A key.

    It has up to three codes: `keycode` is what the key means in the layout of the keyboard,
    `physical_keycode` what it would mean on a US one, `key_label` what is printed on it.
    """

    __slots__ = (
        "_echo",
        "_key_label",
        "_keycode",
        "_location",
        "_physical_keycode",
        "_pressed",
        "_unicode",
    )

    _stored = (
        "pressed",
        "keycode",
        "physical_keycode",
        "key_label",
        "unicode",
        "location",
        "echo",
    )
    _fields: ClassVar[tuple[str, ...]] = (*InputEventWithModifiers._fields, *__slots__)
    _instantiable = True
    _pressed: bool
    _echo: bool
    _keycode: int
    _physical_keycode: int
    _key_label: int
    _unicode: int
    _location: int

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._pressed = self._echo = False
        self._keycode = self._physical_keycode = self._key_label = 0
        self._unicode = self._location = 0
        return self

    def set_pressed(self, pressed: bool) -> None:
        """Sets `pressed`."""
        self._pressed = bool(pressed)
        self.emit_changed()

    def is_pressed(self) -> bool:
        """Whether the key goes down."""
        return self._pressed

    pressed = accessors(is_pressed, set_pressed)

    def set_keycode(self, keycode: int) -> None:
        """Sets `keycode`."""
        self._keycode = int(keycode)
        self.emit_changed()

    def get_keycode(self) -> int:
        """What the key means in the layout of the keyboard: a `KEY_*`."""
        return self._keycode

    keycode = accessors(get_keycode, set_keycode)

    def set_physical_keycode(self, physical_keycode: int) -> None:
        """Sets `physical_keycode`."""
        self._physical_keycode = int(physical_keycode)
        self.emit_changed()

    def get_physical_keycode(self) -> int:
        """Where the key is: what it would mean on a US keyboard."""
        return self._physical_keycode

    physical_keycode = accessors(get_physical_keycode, set_physical_keycode)

    def set_key_label(self, key_label: int) -> None:
        """Sets `key_label`."""
        self._key_label = int(key_label)
        self.emit_changed()

    def get_key_label(self) -> int:
        """What is printed on the key."""
        return self._key_label

    key_label = accessors(get_key_label, set_key_label)

    def set_unicode(self, unicode: int) -> None:
        """Sets `unicode`."""
        self._unicode = int(unicode)
        self.emit_changed()

    def get_unicode(self) -> int:
        """The character that it types; 0 for none."""
        return self._unicode

    unicode = accessors(get_unicode, set_unicode)

    def set_location(self, location: int) -> None:
        """Sets `location`."""
        self._location = int(location)
        self.emit_changed()

    def get_location(self) -> int:
        """Which of two equal modifier keys: a `KEY_LOCATION_*`."""
        return self._location

    location = accessors(get_location, set_location)

    def set_echo(self, echo: bool) -> None:
        """Sets `echo`."""
        self._echo = bool(echo)
        self.emit_changed()

    def is_echo(self) -> bool:
        """Whether it is the repetition of a key that is held."""
        return self._echo

    echo = accessors(is_echo, set_echo)

    # Codes and texts -----------------------------------------------------------------------------

    def get_keycode_with_modifiers(self) -> int:
        """`keycode` with the modifiers' bits."""
        return self._keycode | self._modifiers

    def get_physical_keycode_with_modifiers(self) -> int:
        """`physical_keycode` with the modifiers' bits."""
        return self._physical_keycode | self._modifiers

    def get_key_label_with_modifiers(self) -> int:
        """`key_label` with the modifiers' bits."""
        return self._key_label | self._modifiers

    def as_text_keycode(self) -> str:
        """`keycode` and the modifiers in words: `Ctrl+A`."""
        return self._name_with_modifiers(self._keycode)

    def as_text_physical_keycode(self) -> str:
        """`physical_keycode` and the modifiers in words."""
        return self._name_with_modifiers(self._physical_keycode)

    def as_text_key_label(self) -> str:
        """`key_label` and the modifiers in words."""
        return self._name_with_modifiers(self._key_label)

    def _name_with_modifiers(self, code: int) -> str:
        return self._with_modifiers(keycode_name(code) if code else _UNSET)

    def as_text_location(self) -> str:
        """`left`, `right`, or nothing."""
        return _LOCATIONS.get(self._location, "")

    def as_text(self) -> str:
        """The key and the modifiers in words: `Ctrl+A`."""
        if self._keycode:
            text = keycode_name(self._keycode)
        elif self._physical_keycode:
            text = keycode_name(self._physical_keycode)
            if not self._physical_keycode & _SPECIAL:
                text += " - Physical"
        elif self._key_label:
            text = f"{keycode_name(self._key_label)} - Unicode"
        else:
            text = _UNSET
        return self._with_modifiers(text)

    def _to_string(self) -> str:
        code, physical = self._keycode or self._physical_keycode, not self._keycode
        if code:
            key = f"{code} ({keycode_name(code)})"
        else:
            physical = False
            key = f"U+{self._unicode:x} ({chr(self._unicode)})" if self._unicode else _UNSET
        words = {True: "true", False: "false"}
        return (
            f"{super()._to_string()} keycode={key}, mods={self._modifier_names() or 'none'}, "
            f"physical={words[physical]}, location={self.as_text_location() or 'unspecified'}, "
            f"pressed={words[self._pressed]}, echo={words[self._echo]}"
        )

    # Matching ------------------------------------------------------------------------------------

    def _is_same_key(self, event: InputEventKey) -> bool:
        if self._keycode:
            return self._keycode == event._keycode
        if self._physical_keycode:
            return self._physical_keycode == event._physical_keycode and (
                self._location in (KeyLocation.KEY_LOCATION_UNSPECIFIED, event._location)
            )
        return self._key_label != 0 and self._key_label == event._key_label

    def is_match(self, event: InputEvent, exact_match: bool = True) -> bool:
        """Whether another event is the same key.

        Args:
            event: the other one; whether it is pressed does not count.
            exact_match: whether the modifier keys have to be the same, too.
        """
        return (
            isinstance(event, InputEventKey)
            and self._is_same_key(event)
            and (not exact_match or self._modifiers == event._modifiers)
        )

    def _action_match(
        self, event: InputEvent, exact_match: bool, deadzone: float
    ) -> ActionStatus | None:
        if not isinstance(event, InputEventKey) or not self._is_same_key(event):
            return None
        if not self._suits(event, exact_match):
            return None
        return PRESSED if event._pressed else RELEASED

    def is_action_type(self) -> bool:
        """Keys can be part of actions."""
        return True
