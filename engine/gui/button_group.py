"""`ButtonGroup`: buttons of which at most one is pressed."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from engine.core._element_type import element_type
from engine.core.accessors import accessors
from engine.core.resource import Resource
from engine.core.signal import Signal
from engine.core.typed_array import TypedArray
from engine.core.variant_type import TYPE_OBJECT
from engine.gui.base_button import BaseButton

_BUTTONS = element_type(TYPE_OBJECT, BaseButton)


class ButtonGroup(Resource):
    """Makes toggle buttons that have it as their `button_group` let go when another is pressed.

    Signals: `pressed`, with the button that was pressed.
    """

    __slots__ = ("_allow_unpress", "_buttons")

    pressed = Signal("button")

    _stored: ClassVar[tuple[str, ...]] = ("allow_unpress",)
    _allow_unpress: bool
    _buttons: dict[BaseButton, None]

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self.resource_local_to_scene = True
        self._allow_unpress = False
        self._buttons = {}
        return self

    def get_pressed_button(self) -> BaseButton | None:
        """The first button that is pressed, or None."""
        return next((button for button in self._buttons if button.is_pressed()), None)

    def get_buttons(self) -> TypedArray:
        """All buttons of the group."""
        return TypedArray(self._buttons, _BUTTONS)

    def set_allow_unpress(self, enabled: bool) -> None:
        """Sets whether a click on the pressed button lets it go."""
        self._allow_unpress = bool(enabled)

    def is_allow_unpress(self) -> bool:
        """Whether a click on the pressed button lets it go."""
        return self._allow_unpress

    allow_unpress = accessors(is_allow_unpress, set_allow_unpress)
