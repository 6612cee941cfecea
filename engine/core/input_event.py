"""`InputEvent`: something that a person did with a key, a mouse, a finger or a controller.

Events are resources: they stand in scenes, actions and shortcuts as well as for what happens. An
event of the first kind answers whether one of the second kind is meant by it: `is_match` for
shortcuts, `_action_match` for actions, which have a strength, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self

from engine.core import output
from engine.core._lazy import lazy
from engine.core.accessors import accessors
from engine.core.input_enums import (
    KEY_MASK_ALT,
    KEY_MASK_CTRL,
    KEY_MASK_META,
    KEY_MASK_SHIFT,
)
from engine.core.property_info import PROPERTY_USAGE_STORAGE
from engine.core.resource import Resource
from engine.core.vector2 import Vector2

if TYPE_CHECKING:
    from engine.core import input_map as _input_map
    from engine.core.transform2d import Transform2D
else:
    _input_map = lazy("engine.core.input_map")

ALL_DEVICES = -1  # of an event in an action: whichever device it comes from
_ALT, _SHIFT = int(KEY_MASK_ALT), int(KEY_MASK_SHIFT)
_CTRL, _META = int(KEY_MASK_CTRL), int(KEY_MASK_META)


class ActionStatus(NamedTuple):
    """How an event stands to an action that it is part of.

    Attributes:
        pressed: whether it presses the action.
        strength: how much, from 0 to 1, counted from the dead zone on.
        raw_strength: how much without a dead zone.
        place: where it stands among the action's events.
    """

    pressed: bool
    strength: float
    raw_strength: float
    place: int = 0


PRESSED = ActionStatus(True, 1.0, 1.0)
RELEASED = ActionStatus(False, 0.0, 0.0)


class InputEvent(Resource):
    """The base of input events."""

    __slots__ = ("_device",)

    DEVICE_ID_EMULATION = -1
    DEVICE_ID_INTERNAL = -2

    _stored: ClassVar[tuple[str, ...]] = ("device",)
    _fields: ClassVar[tuple[str, ...]] = ("_device",)  # what a copy has, too
    _instantiable = False
    _device: int

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._device = 0
        return self

    def get_device(self) -> int:
        """Which device it comes from; the mouse that touches stand in for is -1."""
        return self._device

    def set_device(self, device: int) -> None:
        """Sets `device`."""
        self._device = int(device)
        self.emit_changed()

    device = accessors(get_device, set_device)

    # Actions -------------------------------------------------------------------------------------

    def is_action(self, action: str, exact_match: bool = False) -> bool:
        """Whether it is one of an action's events.

        Args:
            action: the action's name.
            exact_match: whether the modifier keys have to be exactly those of the action's event,
                and the direction of an axis its direction.
        """
        return _input_map.InputMap.event_is_action(self, action, exact_match)

    def is_action_pressed(
        self, action: str, allow_echo: bool = False, exact_match: bool = False
    ) -> bool:
        """Whether it presses an action; a key that repeats itself does only with `allow_echo`."""
        status = _input_map.InputMap._status(self, action, exact_match)
        return status is not None and status.pressed and (allow_echo or not self.is_echo())

    def is_action_released(self, action: str, exact_match: bool = False) -> bool:
        """Whether it releases an action."""
        status = _input_map.InputMap._status(self, action, exact_match)
        return status is not None and not status.pressed

    def get_action_strength(self, action: str, exact_match: bool = False) -> float:
        """How much it presses an action, from 0 to 1."""
        status = _input_map.InputMap._status(self, action, exact_match)
        return 0.0 if status is None else status.strength

    def is_action_type(self) -> bool:
        """Whether events of this kind can be part of an action."""
        return False

    def _action_match(
        self, event: InputEvent, exact_match: bool, deadzone: float
    ) -> ActionStatus | None:
        """As one event of an action: what another one does to it; None when it is not meant."""
        return None

    # What it is ----------------------------------------------------------------------------------

    def is_pressed(self) -> bool:
        """Whether something is pressed down."""
        return False

    def is_released(self) -> bool:
        """Whether something is let go."""
        return not self.is_pressed() and not self.is_canceled()

    def is_canceled(self) -> bool:
        """Whether it was called off."""
        return False

    def is_echo(self) -> bool:
        """Whether it is the repetition of a key that is held."""
        return False

    def as_text(self) -> str:
        """What it is, in words for people."""
        return ""

    def is_match(self, event: InputEvent, exact_match: bool = True) -> bool:
        """Whether another event is the same key, button or action.

        Args:
            event: the other one; whether it is pressed does not count.
            exact_match: whether the modifier keys have to be the same, too.
        """
        return False

    # Copies --------------------------------------------------------------------------------------

    def xformed_by(self, xform: Transform2D, local_ofs: Vector2 = Vector2.ZERO) -> InputEvent:
        """The event in other coordinates: a copy when it has a position, else itself."""
        return self

    def accumulate(self, with_event: InputEvent) -> bool:
        """Takes a later event into this one, if they are of the same kind and movement."""
        return False

    def _copy(self) -> Self:
        """A copy that nothing is connected to."""
        twin = type(self).__new__(type(self))
        for name in self._fields:
            setattr(twin, name, getattr(self, name))
        if self._rare:
            for name in self.get_meta_list():
                twin.set_meta(name, self.get_meta(name))
        return twin

    def _to_string(self) -> str:
        return f"{self._class_name}:"


class InputEventFromWindow(InputEvent):
    """The base of events that come to a window."""

    __slots__ = ("_window_id",)

    _stored: ClassVar[tuple[str, ...]] = ("window_id",)
    _fields = (*InputEvent._fields, "_window_id")
    _window_id: int

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._window_id = 0
        return self

    def get_window_id(self) -> int:
        """Which window it came to, by the display's number."""
        return self._window_id

    def set_window_id(self, id: int) -> None:
        """Sets `window_id`."""
        self._window_id = int(id)
        self.emit_changed()

    window_id = accessors(get_window_id, set_window_id)


class InputEventWithModifiers(InputEventFromWindow):
    """The base of events with Shift, Control, Alt and Meta."""

    __slots__ = ("_autoremap", "_modifiers")

    _stored: ClassVar[tuple[str, ...]] = (
        "command_or_control_autoremap",
        "alt_pressed",
        "shift_pressed",
        "ctrl_pressed",
        "meta_pressed",
    )
    _fields = (*InputEventFromWindow._fields, "_autoremap", "_modifiers")
    _autoremap: bool
    _modifiers: int

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._autoremap = False
        self._modifiers = 0
        return self

    def _not_stored(self) -> tuple[str, ...]:
        """Which of the properties say nothing beside the others."""
        if self._autoremap:
            return ("ctrl_pressed", "meta_pressed")
        return ("command_or_control_autoremap",)

    def _validate_property(self, property: dict[str, Any]) -> None:
        """Says which of the modifiers' properties are stored."""
        if property["name"] in self._not_stored():
            property["usage"] = int(property["usage"]) & ~int(PROPERTY_USAGE_STORAGE)

    def _set_modifier(self, mask: int, pressed: bool) -> None:
        self._modifiers = self._modifiers | mask if pressed else self._modifiers & ~mask
        self.emit_changed()

    def set_command_or_control_autoremap(self, enable: bool) -> None:
        """Sets `command_or_control_autoremap`."""
        if self._autoremap == bool(enable):
            return
        self._autoremap = bool(enable)
        self._modifiers = self._modifiers & ~(_CTRL | _META) | (_CTRL if enable else 0)
        self.emit_changed()

    def is_command_or_control_autoremap(self) -> bool:
        """Whether Control is meant, and Command where that is what Control is elsewhere."""
        return self._autoremap

    command_or_control_autoremap = accessors(
        is_command_or_control_autoremap, set_command_or_control_autoremap
    )

    def is_command_or_control_pressed(self) -> bool:
        """Whether the key for commands is held: Control, or Command on macOS."""
        return bool(self._modifiers & _CTRL)

    def set_alt_pressed(self, pressed: bool) -> None:
        """Sets `alt_pressed`."""
        self._set_modifier(_ALT, pressed)

    def is_alt_pressed(self) -> bool:
        """Whether Alt is held."""
        return bool(self._modifiers & _ALT)

    alt_pressed = accessors(is_alt_pressed, set_alt_pressed)

    def set_shift_pressed(self, pressed: bool) -> None:
        """Sets `shift_pressed`."""
        self._set_modifier(_SHIFT, pressed)

    def is_shift_pressed(self) -> bool:
        """Whether Shift is held."""
        return bool(self._modifiers & _SHIFT)

    shift_pressed = accessors(is_shift_pressed, set_shift_pressed)

    def set_ctrl_pressed(self, pressed: bool) -> None:
        """Sets `ctrl_pressed`."""
        if self._autoremap:
            output.error(
                "Command or Control autoremapping is enabled, cannot set Control directly!"
            )
            return
        self._set_modifier(_CTRL, pressed)

    def is_ctrl_pressed(self) -> bool:
        """Whether Control is held."""
        return bool(self._modifiers & _CTRL)

    ctrl_pressed = accessors(is_ctrl_pressed, set_ctrl_pressed)

    def set_meta_pressed(self, pressed: bool) -> None:
        """Sets `meta_pressed`."""
        if self._autoremap:
            output.error("Command or Control autoremapping is enabled, cannot set Meta directly!")
            return
        self._set_modifier(_META, pressed)

    def is_meta_pressed(self) -> bool:
        """Whether Meta, the key of the desktop, is held."""
        return bool(self._modifiers & _META)

    meta_pressed = accessors(is_meta_pressed, set_meta_pressed)

    def get_modifiers_mask(self) -> int:
        """The held ones as a sum of `KEY_MASK_*`."""
        return self._modifiers

    def _modifier_names(self) -> str:
        held = self._modifiers
        if not held:
            return ""
        names = ((_CTRL, "Ctrl"), (_ALT, "Alt"), (_SHIFT, "Shift"), (_META, "Meta"))
        return "+".join(name for mask, name in names if held & mask)

    def _with_modifiers(self, text: str) -> str:
        return f"{self._modifier_names()}+{text}" if self._modifiers else text

    def _suits(self, event: InputEventWithModifiers, exact_match: bool) -> bool:
        """Whether an event's modifiers are those that this one needs as part of an action."""
        needed, held = self._modifiers, event._modifiers
        if exact_match:
            return needed == held
        return not event.is_pressed() or needed & held == needed

    def as_text(self) -> str:
        """The held keys, as in `Ctrl+Shift`."""
        return self._modifier_names()
