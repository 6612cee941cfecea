"""`ConfirmationDialog`: a dialog to accept or to cancel."""

from __future__ import annotations

from typing import Any, ClassVar

from engine.core.accessors import accessors
from engine.core.vector2i import Vector2i
from engine.gui.accept_dialog import AcceptDialog
from engine.gui.button import Button


class ConfirmationDialog(AcceptDialog):
    """An `AcceptDialog` with a Cancel button."""

    _stored: ClassVar[tuple[str, ...]] = ("cancel_button_text",)
    _own: ClassVar[tuple[str, ...]] = ("_cancel_button",)
    _cancel_button: Button

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._title = "Please Confirm..."
        self._min_size = Vector2i(200, 70)
        self._size = Vector2i(200, 100)
        self._cancel_button = self.add_cancel_button("")
        return self

    def get_cancel_button(self) -> Button:
        """The Cancel button."""
        return self._cancel_button

    def set_cancel_button_text(self, text: str) -> None:
        """Sets what stands on the Cancel button."""
        self._cancel_button.text = str(text)

    def get_cancel_button_text(self) -> str:
        """What stands on the Cancel button."""
        return self._cancel_button.text

    cancel_button_text = accessors(get_cancel_button_text, set_cancel_button_text)
