"""The context menu of `LineEdit` and `TextEdit`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from engine.core import callable as _callable
from engine.core._lazy import lazy
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui.control import Control

if TYPE_CHECKING:
    from engine.gui import popup_menu as _popup_menu
    from engine.gui.popup_menu import PopupMenu
else:
    _popup_menu = lazy("engine.gui.popup_menu")


class TextMenuItems:
    """The numbers of the menu's items."""

    class MenuItems(IntEnum):
        """Numbers of the context menu's items."""

        MENU_CUT = 0
        MENU_COPY = 1
        MENU_PASTE = 2
        MENU_CLEAR = 3
        MENU_SELECT_ALL = 4
        MENU_UNDO = 5
        MENU_REDO = 6
        MENU_SUBMENU_TEXT_DIR = 7
        MENU_DIR_INHERITED = 8
        MENU_DIR_AUTO = 9
        MENU_DIR_LTR = 10
        MENU_DIR_RTL = 11
        MENU_DISPLAY_UCC = 12
        MENU_SUBMENU_INSERT_UCC = 13
        MENU_INSERT_LRM = 14
        MENU_INSERT_RLM = 15
        MENU_INSERT_LRE = 16
        MENU_INSERT_RLE = 17
        MENU_INSERT_LRO = 18
        MENU_INSERT_RLO = 19
        MENU_INSERT_PDF = 20
        MENU_INSERT_ALM = 21
        MENU_INSERT_LRI = 22
        MENU_INSERT_RLI = 23
        MENU_INSERT_FSI = 24
        MENU_INSERT_PDI = 25
        MENU_INSERT_ZWJ = 26
        MENU_INSERT_ZWNJ = 27
        MENU_INSERT_WJ = 28
        MENU_INSERT_SHY = 29
        MENU_EMOJI_AND_SYMBOL = 30
        MENU_MAX = 31

    MENU_CUT = MenuItems.MENU_CUT
    MENU_COPY = MenuItems.MENU_COPY
    MENU_PASTE = MenuItems.MENU_PASTE
    MENU_CLEAR = MenuItems.MENU_CLEAR
    MENU_SELECT_ALL = MenuItems.MENU_SELECT_ALL
    MENU_UNDO = MenuItems.MENU_UNDO
    MENU_REDO = MenuItems.MENU_REDO
    MENU_SUBMENU_TEXT_DIR = MenuItems.MENU_SUBMENU_TEXT_DIR
    MENU_DIR_INHERITED = MenuItems.MENU_DIR_INHERITED
    MENU_DIR_AUTO = MenuItems.MENU_DIR_AUTO
    MENU_DIR_LTR = MenuItems.MENU_DIR_LTR
    MENU_DIR_RTL = MenuItems.MENU_DIR_RTL
    MENU_DISPLAY_UCC = MenuItems.MENU_DISPLAY_UCC
    MENU_SUBMENU_INSERT_UCC = MenuItems.MENU_SUBMENU_INSERT_UCC
    MENU_INSERT_LRM = MenuItems.MENU_INSERT_LRM
    MENU_INSERT_RLM = MenuItems.MENU_INSERT_RLM
    MENU_INSERT_LRE = MenuItems.MENU_INSERT_LRE
    MENU_INSERT_RLE = MenuItems.MENU_INSERT_RLE
    MENU_INSERT_LRO = MenuItems.MENU_INSERT_LRO
    MENU_INSERT_RLO = MenuItems.MENU_INSERT_RLO
    MENU_INSERT_PDF = MenuItems.MENU_INSERT_PDF
    MENU_INSERT_ALM = MenuItems.MENU_INSERT_ALM
    MENU_INSERT_LRI = MenuItems.MENU_INSERT_LRI
    MENU_INSERT_RLI = MenuItems.MENU_INSERT_RLI
    MENU_INSERT_FSI = MenuItems.MENU_INSERT_FSI
    MENU_INSERT_PDI = MenuItems.MENU_INSERT_PDI
    MENU_INSERT_ZWJ = MenuItems.MENU_INSERT_ZWJ
    MENU_INSERT_ZWNJ = MenuItems.MENU_INSERT_ZWNJ
    MENU_INSERT_WJ = MenuItems.MENU_INSERT_WJ
    MENU_INSERT_SHY = MenuItems.MENU_INSERT_SHY
    MENU_EMOJI_AND_SYMBOL = MenuItems.MENU_EMOJI_AND_SYMBOL
    MENU_MAX = MenuItems.MENU_MAX


_Items = TextMenuItems.MenuItems
_LINE = ("", -1)
_ITEMS = (
    ("Cut", _Items.MENU_CUT),
    ("Copy", _Items.MENU_COPY),
    ("Paste", _Items.MENU_PASTE),
    _LINE,
    ("Select All", _Items.MENU_SELECT_ALL),
    ("Clear", _Items.MENU_CLEAR),
    _LINE,
    ("Undo", _Items.MENU_UNDO),
    ("Redo", _Items.MENU_REDO),
    _LINE,
)
_DIRECTIONS = (
    ("Same as Layout Direction", _Items.MENU_DIR_INHERITED, Control.TEXT_DIRECTION_INHERITED),
    ("Auto-Detect Direction", _Items.MENU_DIR_AUTO, Control.TEXT_DIRECTION_AUTO),
    ("Left-to-Right", _Items.MENU_DIR_LTR, Control.TEXT_DIRECTION_LTR),
    ("Right-to-Left", _Items.MENU_DIR_RTL, Control.TEXT_DIRECTION_RTL),
)
DIRECTIONS: Mapping[int, int] = {number: direction for _, number, direction in _DIRECTIONS}
_CONTROL_ITEMS = (
    ("Left-to-Right Mark (LRM)", _Items.MENU_INSERT_LRM),
    ("Right-to-Left Mark (RLM)", _Items.MENU_INSERT_RLM),
    ("Start of Left-to-Right Embedding (LRE)", _Items.MENU_INSERT_LRE),
    ("Start of Right-to-Left Embedding (RLE)", _Items.MENU_INSERT_RLE),
    ("Start of Left-to-Right Override (LRO)", _Items.MENU_INSERT_LRO),
    ("Start of Right-to-Left Override (RLO)", _Items.MENU_INSERT_RLO),
    ("Pop Direction Formatting (PDF)", _Items.MENU_INSERT_PDF),
    _LINE,
    ("Arabic Letter Mark (ALM)", _Items.MENU_INSERT_ALM),
    ("Left-to-Right Isolate (LRI)", _Items.MENU_INSERT_LRI),
    ("Right-to-Left Isolate (RLI)", _Items.MENU_INSERT_RLI),
    ("First Strong Isolate (FSI)", _Items.MENU_INSERT_FSI),
    ("Pop Direction Isolate (PDI)", _Items.MENU_INSERT_PDI),
    _LINE,
    ("Zero-Width Joiner (ZWJ)", _Items.MENU_INSERT_ZWJ),
    ("Zero-Width Non-Joiner (ZWNJ)", _Items.MENU_INSERT_ZWNJ),
    ("Word Joiner (WJ)", _Items.MENU_INSERT_WJ),
    ("Soft Hyphen (SHY)", _Items.MENU_INSERT_SHY),
)
# What the items of the second submenu put in.
CONTROL_CHARACTERS: Mapping[int, str] = dict(
    zip(
        range(_Items.MENU_INSERT_LRM, _Items.MENU_INSERT_SHY + 1),
        "\u200e\u200f\u202a\u202b\u202d\u202e\u202c\u061c"
        "\u2066\u2067\u2068\u2069\u200d\u200c\u2060\u00ad",
        strict=True,
    )
)


class TextMenu:
    """The menu with its two submenus; they are children of the field.

    Args:
        field: the control that it belongs to; what is chosen goes to its `menu_option`.

    Attributes:
        popup: the menu.
    """

    def __init__(self, field: Any) -> None:
        self._field = field
        self.popup: PopupMenu = _popup_menu.PopupMenu()
        field.add_child(self.popup, False, Control.INTERNAL_MODE_FRONT)
        self._directions: PopupMenu = _popup_menu.PopupMenu()
        for text, number, _ in _DIRECTIONS:
            self._directions.add_radio_check_item(text, number)
        controls: PopupMenu = _popup_menu.PopupMenu()
        _fill(controls, _CONTROL_ITEMS)
        _fill(self.popup, _ITEMS)
        self._add_submenus(controls)
        for one in (self.popup, self._directions, controls):
            one.id_pressed.connect(_callable.Callable(field, "menu_option"))

    def _add_submenus(self, controls: PopupMenu) -> None:
        menu = self.popup
        menu.add_submenu_node_item(
            "Text Writing Direction", self._directions, _Items.MENU_SUBMENU_TEXT_DIR
        )
        menu.add_separator()
        menu.add_check_item("Display Control Characters", _Items.MENU_DISPLAY_UCC)
        menu.add_submenu_node_item(
            "Insert Control Character", controls, _Items.MENU_SUBMENU_INSERT_UCC
        )

    def refresh(self, enabled: Mapping[int, bool]) -> None:
        """Checks what is set of the field, and says which items can be chosen."""
        for number, can in enabled.items():
            self.popup.set_item_disabled(self.popup.get_item_index(number), not can)
        self.check_items()

    def check_items(self) -> None:
        """Checks what is set of the field."""
        menu, directions = self.popup, self._directions
        shown = self._field.get_draw_control_chars()
        menu.set_item_checked(menu.get_item_index(_Items.MENU_DISPLAY_UCC), shown)
        for number, direction in DIRECTIONS.items():
            chosen = self._field.get_text_direction() == direction
            directions.set_item_checked(directions.get_item_index(number), chosen)

    def open(self, at: Vector2) -> None:
        """Shows it at a place of the field."""
        place = self._field.get_screen_transform() * at
        self.popup.set_position(Vector2i(int(place.x), int(place.y)))
        self.popup.reset_size()
        self.popup.popup()
        self._field.grab_focus()


def choose(field: Any, option: int, actions: Mapping[Any, Callable[[], None]]) -> None:
    """Does what an item of a field's menu does.

    Args:
        field: the control.
        option: the item's number.
        actions: what the items do that are not the same for every field.
    """
    if option in actions:
        actions[option]()
    elif option in DIRECTIONS:
        field.set_text_direction(DIRECTIONS[option])
    elif option == _Items.MENU_DISPLAY_UCC:
        field.set_draw_control_chars(not field.get_draw_control_chars())
    elif option in CONTROL_CHARACTERS and field.is_editable():
        field.insert_text_at_caret(CONTROL_CHARACTERS[option])


def _fill(menu: Any, items: tuple[tuple[str, int], ...]) -> None:
    for text, number in items:
        if text:
            menu.add_item(text, number)
        else:
            menu.add_separator()
