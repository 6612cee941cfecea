"""`MenuHolder`: a button that opens a menu."""

from __future__ import annotations

from typing import ClassVar

from engine.core.input_event import InputEvent
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui.button import Button
from engine.gui.popup_menu import PopupMenu


class MenuHolder(Button):
    """What `MenuButton` and `OptionButton` have in common."""

    _own: ClassVar[tuple[str, ...]] = ("_no_shortcuts", "_popup")
    _no_shortcuts: bool = False
    _popup: PopupMenu

    def get_popup(self) -> PopupMenu:
        """The menu."""
        return self._popup

    def set_disable_shortcuts(self, disabled: bool) -> None:
        """Sets whether shortcuts and keys of the menu's entries do nothing."""
        self._no_shortcuts = bool(disabled)

    def _engine_shortcut_input(self, event: InputEvent) -> None:
        super()._engine_shortcut_input(event)
        if (
            not self._disabled
            and not self._no_shortcuts
            and event.is_pressed()
            and self.is_visible_in_tree()
            and self._popup.activate_item_by_event(event)
        ):
            self.accept_event()

    def _place_menu(self) -> None:
        """Puts the menu below the button, at least as wide as that is."""
        popup = self._popup
        transform = self.get_screen_transform()
        size = Vector2(self._w, self._h) * transform.get_scale()
        popup.size = Vector2i(int(size.x), 0)
        place = transform.get_origin() + Vector2(0.0, size.y)
        if self.is_layout_rtl():
            place = place + Vector2(size.x - popup.size.x, 0.0)
        popup.position = Vector2i(place)
