"""The context menu of a TextEdit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core._lazy import lazy
from engine.core.callable import Callable
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui._text_edit_clipboard import TextEditClipboard
from engine.gui.control import Control

if TYPE_CHECKING:
    from engine.gui import popup_menu as _popup_menu
    from engine.gui.popup_menu import PopupMenu
else:
    _popup_menu = lazy("engine.gui.popup_menu")

# The characters that the menu puts in, from MENU_INSERT_LRM on.
_CONTROL_CHARACTERS = (
    "\u200e\u200f\u202a\u202b\u202d\u202e\u202c\u061c"
    "\u2066\u2067\u2068\u2069\u200d\u200c\u2060\u00ad"
)
_FIRST_CONTROL_CHARACTER = 14
_ITEMS = (
    ("Cut", 0),
    ("Copy", 1),
    ("Paste", 2),
    ("", -1),
    ("Select All", 4),
    ("Clear", 3),
    ("", -1),
    ("Undo", 5),
    ("Redo", 6),
    ("", -1),
)
_DIRECTIONS = (
    ("Same as Layout Direction", 8),
    ("Auto-Detect Direction", 9),
    ("Left-to-Right", 10),
    ("Right-to-Left", 11),
)
_CONTROL_ITEMS = (
    ("Left-to-Right Mark (LRM)", 14),
    ("Right-to-Left Mark (RLM)", 15),
    ("Start of Left-to-Right Embedding (LRE)", 16),
    ("Start of Right-to-Left Embedding (RLE)", 17),
    ("Start of Left-to-Right Override (LRO)", 18),
    ("Start of Right-to-Left Override (RLO)", 19),
    ("Pop Direction Formatting (PDF)", 20),
    ("", -1),
    ("Arabic Letter Mark (ALM)", 21),
    ("Left-to-Right Isolate (LRI)", 22),
    ("Right-to-Left Isolate (RLI)", 23),
    ("First Strong Isolate (FSI)", 24),
    ("Pop Direction Isolate (PDI)", 25),
    ("", -1),
    ("Zero-Width Joiner (ZWJ)", 26),
    ("Zero-Width Non-Joiner (ZWNJ)", 27),
    ("Word Joiner (WJ)", 28),
    ("Soft Hyphen (SHY)", 29),
)


class TextEditMenu(TextEditClipboard):
    """The menu of the right mouse button."""

    _menu: PopupMenu | None = None
    _menu_direction: PopupMenu | None = None
    _menu_control: PopupMenu | None = None

    def get_menu(self) -> PopupMenu:
        """The context menu."""
        if self._menu is None:
            self._menu = self._make_menu()
        return self._menu

    def is_menu_visible(self) -> bool:
        """Whether the context menu is open."""
        return self._menu is not None and self._menu.is_visible()

    def _make_menu(self) -> PopupMenu:
        menu: PopupMenu = _popup_menu.PopupMenu()
        self.add_child(menu, False, TextEditMenu.INTERNAL_MODE_FRONT)
        self._menu_direction = directions = _popup_menu.PopupMenu()
        for text, number in _DIRECTIONS:
            directions.add_radio_check_item(text, number)
        self._menu_control = control = _popup_menu.PopupMenu()
        _fill(control, _CONTROL_ITEMS)
        _fill(menu, _ITEMS)
        menu.add_submenu_node_item("Text Writing Direction", directions, 7)
        menu.add_separator()
        menu.add_check_item("Display Control Characters", 12)
        menu.add_submenu_node_item("Insert Control Character", control, 13)
        for one in (menu, directions, control):
            one.id_pressed.connect(Callable(self, "menu_option"))
        return menu

    def _refresh_menu(self) -> None:
        menu = self.get_menu()
        some = self.has_selection() or self._copies_lines
        for number, enabled in (
            (0, self._editable and some),
            (1, some),
            (2, self._editable),
            (3, self._editable),
            (4, self._selecting),
            (5, self._editable and self.has_undo()),
            (6, self._editable and self.has_redo()),
            (13, self._editable),
        ):
            menu.set_item_disabled(menu.get_item_index(number), not enabled)
        menu.set_item_checked(menu.get_item_index(12), self._control_chars)
        directions = self._menu_direction
        if directions is not None:
            for number, direction in zip(range(8, 12), (3, 0, 1, 2), strict=True):
                chosen = self._text_direction == direction
                directions.set_item_checked(directions.get_item_index(number), chosen)

    def _open_menu(self, at: Vector2) -> None:
        self._refresh_menu()
        menu = self.get_menu()
        place = self.get_screen_transform() * at
        menu.set_position(Vector2i(int(place.x), int(place.y)))
        menu.reset_size()
        menu.popup()
        self.grab_focus()

    def menu_option(self, option: int) -> None:
        """Does what an item of the context menu does; a `MENU_*`."""
        option = int(option)
        action = _ACTIONS.get(option)
        if action is not None:
            action(self)
        number = option - _FIRST_CONTROL_CHARACTER
        if 0 <= number < len(_CONTROL_CHARACTERS) and self._editable:
            self.insert_text_at_caret(_CONTROL_CHARACTERS[number])

    def _clear_by_menu(self) -> None:
        if self._editable:
            self.clear()

    def _toggle_control_characters(self) -> None:
        self.set_draw_control_chars(not self._control_chars)


def _fill(menu: Any, items: tuple[tuple[str, int], ...]) -> None:
    for text, number in items:
        if text:
            menu.add_item(text, number)
        else:
            menu.add_separator()


def _direct(direction: Control.TextDirection) -> Any:
    return lambda edit: edit.set_text_direction(direction)


_ACTIONS: dict[int, Any] = {
    0: lambda edit: edit.cut(),
    1: lambda edit: edit.copy(),
    2: lambda edit: edit.paste(),
    3: TextEditMenu._clear_by_menu,
    4: TextEditMenu.select_all,
    5: TextEditMenu.undo,
    6: TextEditMenu.redo,
    8: _direct(Control.TEXT_DIRECTION_INHERITED),
    9: _direct(Control.TEXT_DIRECTION_AUTO),
    10: _direct(Control.TEXT_DIRECTION_LTR),
    11: _direct(Control.TEXT_DIRECTION_RTL),
    12: TextEditMenu._toggle_control_characters,
}
