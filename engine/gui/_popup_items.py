"""The entries of a `PopupMenu`, without how they look or what one does with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from engine.core import output
from engine.core.accessors import accessors
from engine.core.color import Color
from engine.core.signal import Signal
from engine.gui._menu_item import MenuItem
from engine.gui.control import Control
from engine.gui.popup import Popup

if TYPE_CHECKING:
    from engine.core.shortcut import Shortcut
    from engine.gui.popup_menu import PopupMenu
    from engine.gui.texture_2d import Texture2D

_PLAIN, _CHECK, _RADIO = range(3)
_COUNTED = 8  # CONNECT_REFERENCE_COUNTED: several entries may have the same shortcut


class PopupItems(Popup):
    """What is in a menu."""

    id_pressed = Signal("id")
    id_focused = Signal("id")
    index_pressed = Signal("index")
    menu_changed = Signal()

    _own: ClassVar[tuple[str, ...]] = ("_items",)
    _items: list[MenuItem]

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._items = []
        return self

    def _menu_changed(self) -> None:
        """Has it measured and drawn anew, and tells."""
        self._items_redraw()
        self.child_controls_changed()
        self._emit_if_heard("menu_changed")

    def _items_redraw(self) -> None:
        """Has the entries drawn anew."""

    def _reshape(self, item: MenuItem) -> None:
        """Its text has to be shaped again."""
        item.shown = self.atr(item.text) if item.translate != 2 else item.text
        item.shaped = item.shaped_accelerator = None

    # Adding --------------------------------------------------------------------------------------

    def _add(self, item: MenuItem, id: int) -> None:
        item.id = len(self._items) if id == -1 else int(id)
        self._reshape(item)
        self._items.append(item)
        self._menu_changed()

    def add_item(self, label: str, id: int = -1, accel: int = 0) -> None:
        """Adds an entry; without an id its place is its id."""
        self._add(MenuItem(label, accel=accel), id)

    def add_icon_item(
        self, texture: Texture2D | None, label: str, id: int = -1, accel: int = 0
    ) -> None:
        """Adds an entry with a picture."""
        self._add(MenuItem(label, icon=texture, accel=accel), id)

    def add_check_item(self, label: str, id: int = -1, accel: int = 0) -> None:
        """Adds an entry with a check box; whoever hears of it being chosen checks it."""
        self._add(MenuItem(label, check=_CHECK, accel=accel), id)

    def add_icon_check_item(
        self, texture: Texture2D | None, label: str, id: int = -1, accel: int = 0
    ) -> None:
        """Adds an entry with a picture and a check box."""
        self._add(MenuItem(label, icon=texture, check=_CHECK, accel=accel), id)

    def add_radio_check_item(self, label: str, id: int = -1, accel: int = 0) -> None:
        """Adds an entry with a radio button."""
        self._add(MenuItem(label, check=_RADIO, accel=accel), id)

    def add_icon_radio_check_item(
        self, texture: Texture2D | None, label: str, id: int = -1, accel: int = 0
    ) -> None:
        """Adds an entry with a picture and a radio button."""
        self._add(MenuItem(label, icon=texture, check=_RADIO, accel=accel), id)

    def add_multistate_item(
        self, label: str, max_states: int, default_state: int = 0, id: int = -1, accel: int = 0
    ) -> None:
        """Adds an entry with any number of states; it does not show them by itself."""
        item = MenuItem(label, accel=accel)
        item.max_states, item.state = int(max_states), int(default_state)
        self._add(item, id)

    def add_shortcut(
        self, shortcut: Shortcut, id: int = -1, global_: bool = False, allow_echo: bool = False
    ) -> None:
        """Adds an entry with the name and the events of a shortcut."""
        self._add_shortcut(shortcut, id, global_, allow_echo)

    def add_icon_shortcut(
        self,
        texture: Texture2D | None,
        shortcut: Shortcut,
        id: int = -1,
        global_: bool = False,
        allow_echo: bool = False,
    ) -> None:
        """Adds an entry with a picture and a shortcut."""
        self._add_shortcut(shortcut, id, global_, allow_echo, texture)

    def add_check_shortcut(self, shortcut: Shortcut, id: int = -1, global_: bool = False) -> None:
        """Adds an entry with a check box and a shortcut."""
        self._add_shortcut(shortcut, id, global_, check=_CHECK)

    def add_icon_check_shortcut(
        self, texture: Texture2D | None, shortcut: Shortcut, id: int = -1, global_: bool = False
    ) -> None:
        """Adds an entry with a picture, a check box and a shortcut."""
        self._add_shortcut(shortcut, id, global_, False, texture, _CHECK)

    def add_radio_check_shortcut(
        self, shortcut: Shortcut, id: int = -1, global_: bool = False
    ) -> None:
        """Adds an entry with a radio button and a shortcut."""
        self._add_shortcut(shortcut, id, global_, check=_RADIO)

    def add_icon_radio_check_shortcut(
        self, texture: Texture2D | None, shortcut: Shortcut, id: int = -1, global_: bool = False
    ) -> None:
        """Adds an entry with a picture, a radio button and a shortcut."""
        self._add_shortcut(shortcut, id, global_, False, texture, _RADIO)

    def _add_shortcut(
        self,
        shortcut: Shortcut | None,
        id: int,
        everywhere: bool,
        echo: bool = False,
        icon: Texture2D | None = None,
        check: int = _PLAIN,
    ) -> None:
        if shortcut is None:
            output.error("Cannot add item with invalid Shortcut.")
            return
        item = MenuItem("", icon=icon, check=check)
        item.allow_echo = bool(echo)
        self._take_shortcut(item, shortcut, everywhere)
        self._add(item, id)

    def _take_shortcut(self, item: MenuItem, shortcut: Shortcut | None, everywhere: bool) -> None:
        if item.shortcut is not None:
            item.shortcut.changed.disconnect(self._shortcut_changed)
        item.shortcut, item.shortcut_everywhere = shortcut, bool(everywhere)
        if shortcut is not None:
            item.text = shortcut.resource_name
            shortcut.changed.connect(self._shortcut_changed, _COUNTED)

    def _shortcut_changed(self) -> None:
        for item in self._items:
            if item.shortcut is not None:
                self._reshape(item)
        self._items_redraw()

    def add_submenu_item(self, label: str, submenu: str, id: int = -1) -> None:
        """Adds an entry that opens a menu, a child of this one, by the child's name."""
        found = self.get_node_or_null(submenu)
        if not isinstance(found, PopupItems):
            output.error(f"Menu subitem does not exist: {submenu}.")
            return
        self.add_submenu_node_item(label, found, id)

    def add_submenu_node_item(self, label: str, submenu: Any, id: int = -1) -> None:
        """Adds an entry that opens a menu, which becomes a child of this one."""
        item = MenuItem(label)
        item.submenu = submenu
        if submenu.get_parent() is None:
            self.add_child(submenu)
        self._add(item, id)

    def add_separator(self, label: str = "", id: int = -1) -> None:
        """Adds a line between entries, with a text if one is given."""
        item = MenuItem(label)
        item.separator = True
        item.id = int(id)
        self._reshape(item)
        self._items.append(item)
        self._menu_changed()

    # Taking away ---------------------------------------------------------------------------------

    def remove_item(self, index: int) -> None:
        """Takes an entry out; those behind it move up."""
        if self._at(index, strict=True) is None:
            return
        self._take_shortcut(self._items[index], None, False)
        del self._items[index]
        self._menu_changed()

    def clear(self, free_submenus: bool = False) -> None:
        """Takes all entries out, and frees their menus if that is wanted."""
        for item in self._items:
            self._take_shortcut(item, None, False)
            if free_submenus and item.submenu is not None:
                self.remove_child(item.submenu)
                item.submenu.queue_free()
        self._items.clear()
        self._menu_changed()

    def set_item_count(self, count: int) -> None:
        """Takes entries out at the end, or adds empty ones."""
        if count < 0:
            output.error('Condition "p_count < 0" is true.')
            return
        if count == len(self._items):
            return
        del self._items[count:]
        while len(self._items) < count:
            item = MenuItem("")
            item.id = len(self._items)
            self._items.append(item)
        self._menu_changed()
        self.notify_property_list_changed()

    def get_item_count(self) -> int:
        """How many entries there are."""
        return len(self._items)

    item_count = accessors(get_item_count, set_item_count)

    # Looking up ----------------------------------------------------------------------------------

    def _at(self, index: int, strict: bool = False) -> MenuItem | None:
        """An entry; setters count a negative index from the end."""
        count = len(self._items)
        place = index + count if index < 0 and not strict else index
        if 0 <= place < count:
            return self._items[place]
        output.error(f"Index p_idx = {int(place)} is out of bounds (items.size() = {count}).")
        return None

    def _get_of(self, index: int, name: str, missing: Any) -> Any:
        item = self._at(index, strict=True)
        return missing if item is None else getattr(item, name)

    def _set_of(self, index: int, name: str, value: Any, tell: bool = True) -> bool:
        """Sets something of an entry; whether it was another."""
        item = self._at(index)
        if item is None or getattr(item, name) == value:
            return False
        setattr(item, name, value)
        self._reshape(item)
        if tell:
            self._menu_changed()
        else:
            self._items_redraw()
        return True

    def get_item_index(self, id: int) -> int:
        """The place of the entry with an id; -1 when there is none."""
        return next((i for i, item in enumerate(self._items) if item.id == id), -1)

    # Entries -------------------------------------------------------------------------------------

    def set_item_text(self, index: int, text: str) -> None:
        """Sets the text of an entry."""
        self._set_of(index, "text", str(text))

    def get_item_text(self, index: int) -> str:
        """The text of an entry."""
        return str(self._get_of(index, "text", ""))

    def set_item_text_direction(self, index: int, direction: int) -> None:
        """Sets in which direction the text of an entry is written: a `TEXT_DIRECTION_*`."""
        self._set_of(index, "direction", int(direction), False)

    def get_item_text_direction(self, index: int) -> Control.TextDirection:
        """In which direction the text of an entry is written."""
        return Control.TextDirection(self._get_of(index, "direction", 0))

    def set_item_language(self, index: int, language: str) -> None:
        """Sets the language that the text of an entry is shaped for."""
        self._set_of(index, "language", str(language), False)

    def get_item_language(self, index: int) -> str:
        """The language that the text of an entry is shaped for."""
        return str(self._get_of(index, "language", ""))

    def set_item_auto_translate_mode(self, index: int, mode: int) -> None:
        """Sets whether the text of an entry is translated: an `AUTO_TRANSLATE_MODE_*`."""
        self._set_of(index, "translate", int(mode), False)

    def get_item_auto_translate_mode(self, index: int) -> Control.AutoTranslateMode:
        """Whether the text of an entry is translated."""
        return Control.AutoTranslateMode(self._get_of(index, "translate", 0))

    def set_item_icon(self, index: int, icon: Texture2D | None) -> None:
        """Sets the picture of an entry."""
        self._set_of(index, "icon", icon)

    def get_item_icon(self, index: int) -> Texture2D | None:
        """The picture of an entry, or None."""
        icon: Texture2D | None = self._get_of(index, "icon", None)
        return icon

    def set_item_icon_max_width(self, index: int, width: int) -> None:
        """Sets how wide the picture of an entry may be; 0 for any width."""
        self._set_of(index, "icon_max_width", int(width))

    def get_item_icon_max_width(self, index: int) -> int:
        """How wide the picture of an entry may be."""
        return int(self._get_of(index, "icon_max_width", 0))

    def set_item_icon_modulate(self, index: int, modulate: Color) -> None:
        """Sets the colour that the picture of an entry is multiplied by."""
        self._set_of(index, "icon_modulate", modulate, False)

    def get_item_icon_modulate(self, index: int) -> Color:
        """The colour that the picture of an entry is multiplied by."""
        color: Color = self._get_of(index, "icon_modulate", Color())
        return color

    def set_item_checked(self, index: int, checked: bool) -> None:
        """Sets whether an entry is checked."""
        self._set_of(index, "checked", bool(checked))

    def is_item_checked(self, index: int) -> bool:
        """Whether an entry is checked."""
        return bool(self._get_of(index, "checked", False))

    def toggle_item_checked(self, index: int) -> None:
        """Checks an entry, or no longer."""
        item = self._at(index, strict=True)
        if item is not None:
            item.checked = not item.checked
            self._menu_changed()

    def set_item_as_checkable(self, index: int, enable: bool) -> None:
        """Gives an entry a check box, or takes it away."""
        self._set_of(index, "check", _CHECK if enable else _PLAIN)

    def is_item_checkable(self, index: int) -> bool:
        """Whether an entry has a check box or radio button."""
        return bool(self._get_of(index, "check", _PLAIN))

    def set_item_as_radio_checkable(self, index: int, enable: bool) -> None:
        """Gives an entry a radio button, or takes it away."""
        self._set_of(index, "check", _RADIO if enable else _PLAIN)

    def is_item_radio_checkable(self, index: int) -> bool:
        """Whether an entry has a radio button."""
        return bool(self._get_of(index, "check", _PLAIN) == _RADIO)

    def set_item_id(self, index: int, id: int) -> None:
        """Sets the id of an entry."""
        self._set_of(index, "id", int(id))

    def get_item_id(self, index: int) -> int:
        """The id of an entry."""
        return int(self._get_of(index, "id", 0))

    def set_item_accelerator(self, index: int, accel: int) -> None:
        """Sets the key of an entry, a sum of a `KEY_*` and `KEY_MASK_*`."""
        self._set_of(index, "accel", int(accel))

    def get_item_accelerator(self, index: int) -> int:
        """The key of an entry; 0 for none."""
        return int(self._get_of(index, "accel", 0))

    def set_item_metadata(self, index: int, metadata: Any) -> None:
        """Keeps any value with an entry."""
        item = self._at(index)
        if item is not None:
            item.metadata = metadata
            self._menu_changed()

    def get_item_metadata(self, index: int) -> Any:
        """The value that is kept with an entry."""
        return self._get_of(index, "metadata", None)

    def set_item_disabled(self, index: int, disabled: bool) -> None:
        """Sets whether an entry cannot be chosen."""
        self._set_of(index, "disabled", bool(disabled))

    def is_item_disabled(self, index: int) -> bool:
        """Whether an entry cannot be chosen."""
        return bool(self._get_of(index, "disabled", False))

    def set_item_submenu(self, index: int, submenu: str) -> None:
        """Sets the menu that an entry opens, by the name of a child."""
        found = self.get_node_or_null(submenu) if submenu else None
        if not isinstance(found, PopupItems):
            output.error(f'Child PopupMenu "{submenu}" does not exist.')
            return
        self._set_of(index, "submenu", found)

    def get_item_submenu(self, index: int) -> str:
        """The name of the menu that an entry opens, or nothing."""
        found = self.get_item_submenu_node(index)
        return "" if found is None else str(found.name)

    def set_item_submenu_node(self, index: int, submenu: Any) -> None:
        """Sets the menu that an entry opens; it becomes a child of this one."""
        if submenu is not None and submenu.get_parent() is None:
            self.add_child(submenu)
        self._set_of(index, "submenu", submenu)

    def get_item_submenu_node(self, index: int) -> PopupMenu | None:
        """The menu that an entry opens, or None."""
        found: PopupMenu | None = self._get_of(index, "submenu", None)
        return found

    def set_item_as_separator(self, index: int, enable: bool) -> None:
        """Makes an entry a line, or no longer."""
        self._set_of(index, "separator", bool(enable))

    def is_item_separator(self, index: int) -> bool:
        """Whether an entry is a line."""
        return bool(self._get_of(index, "separator", False))

    def set_item_tooltip(self, index: int, tooltip: str) -> None:
        """Sets the tooltip of an entry."""
        self._set_of(index, "tooltip", str(tooltip))

    def get_item_tooltip(self, index: int) -> str:
        """The tooltip of an entry."""
        return str(self._get_of(index, "tooltip", ""))

    def set_item_shortcut(self, index: int, shortcut: Shortcut, global_: bool = False) -> None:
        """Sets the shortcut of an entry, which takes its name."""
        item = self._at(index)
        if item is None or (item.shortcut, item.shortcut_everywhere) == (shortcut, global_):
            return
        self._take_shortcut(item, shortcut, global_)
        self._reshape(item)
        self._menu_changed()

    def get_item_shortcut(self, index: int) -> Shortcut | None:
        """The shortcut of an entry, or None."""
        found: Shortcut | None = self._get_of(index, "shortcut", None)
        return found

    def set_item_shortcut_disabled(self, index: int, disabled: bool) -> None:
        """Sets whether shortcut and key of an entry do nothing."""
        self._set_of(index, "shortcut_disabled", bool(disabled))

    def is_item_shortcut_disabled(self, index: int) -> bool:
        """Whether shortcut and key of an entry do nothing."""
        return bool(self._get_of(index, "shortcut_disabled", False))

    def set_item_indent(self, index: int, indent: int) -> None:
        """Sets how far an entry is moved in, in steps."""
        self._set_of(index, "indent", int(indent))

    def get_item_indent(self, index: int) -> int:
        """How far an entry is moved in."""
        return int(self._get_of(index, "indent", 0))

    def set_item_multistate(self, index: int, state: int) -> None:
        """Sets the state of an entry with several."""
        self._set_of(index, "state", int(state))

    def get_item_multistate(self, index: int) -> int:
        """The state of an entry with several."""
        return int(self._get_of(index, "state", 0))

    def set_item_multistate_max(self, index: int, max_states: int) -> None:
        """Sets how many states an entry has."""
        self._set_of(index, "max_states", int(max_states))

    def get_item_multistate_max(self, index: int) -> int:
        """How many states an entry has."""
        return int(self._get_of(index, "max_states", 0))

    def toggle_item_multistate(self, index: int) -> None:
        """Puts an entry into its next state; the first follows the last."""
        item = self._at(index, strict=True)
        if item is None or item.max_states <= 0:
            return
        item.state += 1
        if item.state >= item.max_states:
            item.state = 0
        self._menu_changed()
