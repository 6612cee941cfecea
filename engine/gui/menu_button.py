"""`MenuButton`: a button that opens a menu."""

from __future__ import annotations

from typing import Any, ClassVar

from engine.core.accessors import accessors
from engine.core.signal import Signal
from engine.gui._menu_holder import MenuHolder
from engine.gui._numbered import NumberedProperties, menu_parts
from engine.gui.popup_menu import PopupMenu

_FRONT = 1


class MenuButton(NumberedProperties, MenuHolder):
    """A button with a `PopupMenu`; it looks pressed while that is open.

    Signals: `about_to_popup`.
    """

    about_to_popup = Signal()

    _stored: ClassVar[tuple[str, ...]] = ("switch_on_hover", "item_count")
    _prefix = "popup/item_"
    _parts = menu_parts("No,As Checkbox,As Radio Button")
    _own: ClassVar[tuple[str, ...]] = ("_switches",)
    _switches: bool = False

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._flat = self._toggle_mode = True
        self._focus_mode = 3
        self._action_mode = 0
        self.set_process_shortcut_input(True)
        self._popup = PopupMenu()
        self.add_child(self._popup, False, _FRONT)
        self._popup.about_to_popup.connect(self._popup_opens)
        self._popup.popup_hide.connect(self._popup_closes)
        return self

    def _popup_opens(self) -> None:
        self.set_pressed(True)
        if self._switches:
            self.set_process_internal(True)

    def _popup_closes(self) -> None:
        self.set_pressed(False)
        self.set_process_internal(False)

    def _engine_pressed(self) -> None:
        if self._popup.is_visible():
            self._popup.hide()
        else:
            self.show_popup()

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self.NOTIFICATION_VISIBILITY_CHANGED and not self.is_visible_in_tree():
            self._popup.hide()

    def _internal_process(self, delta: float) -> None:
        super()._internal_process(delta)
        self._switch_to_hovered()

    def _switch_to_hovered(self) -> None:
        """Opens the menu of another button beside this one that the mouse has reached."""
        parent = self._parent
        if parent is None or self._viewport is None:
            return
        mouse = self._viewport.get_mouse_position()
        for other in parent.get_children():
            if (
                isinstance(other, MenuButton)
                and other is not self
                and other._switches
                and other.is_visible_in_tree()
                and not other._disabled
                and other.get_global_rect().has_point(mouse)
            ):
                self._popup.hide()
                other._engine_pressed()
                return

    def show_popup(self) -> None:
        """Opens the menu below the button."""
        if self._viewport is None:
            return
        self._emit_if_heard("about_to_popup")
        self._place_menu()
        if not self._by_mouse:
            for index, item in enumerate(self._popup._items):
                if not item.disabled:
                    self._popup.set_focused_item(index)
                    break
        self._popup.popup()

    def set_switch_on_hover(self, enable: bool) -> None:
        """Sets whether an open menu gives way to that of a button beside it under the mouse."""
        self._switches = bool(enable)

    def is_switch_on_hover(self) -> bool:
        """Whether an open menu gives way to that of a button beside it under the mouse."""
        return self._switches

    switch_on_hover = accessors(is_switch_on_hover, set_switch_on_hover)

    def set_item_count(self, count: int) -> None:
        """Takes entries out of the menu, or adds empty ones."""
        self._popup.set_item_count(count)

    def get_item_count(self) -> int:
        """How many entries the menu has."""
        return self._popup.get_item_count()

    item_count = accessors(get_item_count, set_item_count)

    def _numbered_holder(self) -> PopupMenu:
        return self._popup
