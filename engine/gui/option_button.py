"""`OptionButton`: a button that shows one of several entries, and opens a menu of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from engine.core import message_queue, output
from engine.core.accessors import accessors
from engine.core.color import Color
from engine.core.property_info import PROPERTY_USAGE_NONE
from engine.core.rect2 import Rect2
from engine.core.signal import Signal
from engine.core.vector2 import Vector2
from engine.gui._menu_holder import MenuHolder
from engine.gui._numbered import NumberedProperties, menu_parts
from engine.gui.popup_menu import PopupMenu

if TYPE_CHECKING:
    from engine.gui.texture_2d import Texture2D

_NONE = -1
_FRONT = 1
_OF_THE_ENTRY = ("text", "icon")  # which the selected entry decides
_STATES = ("", "pressed_", "hover_", "disabled_", "hover_pressed_")


class OptionButton(NumberedProperties, MenuHolder):
    """A button with a menu of which one entry is selected; text and icon are those of it.

    Signals: `item_selected` when the user has chosen another entry, `item_focused` when keys reach
    one; both with its index (`item_focused`: its id). Setting `selected` tells nobody.
    """

    item_focused = Signal("index")
    item_selected = Signal("index")

    _stored: ClassVar[tuple[str, ...]] = (
        "selected",
        "fit_to_longest_item",
        "allow_reselect",
        "item_count",
    )
    _prefix = "popup/item_"
    _parts = menu_parts()
    _own: ClassVar[tuple[str, ...]] = (
        "_awaited",
        "_fit_longest",
        "_fit_pending",
        "_fitted",
        "_reselect",
        "_selected",
    )
    _fit_longest: bool = True
    _fit_pending: bool = False
    _fitted: Vector2 | None = None  # the room for the largest entry
    _reselect: bool = False
    _awaited: int = _NONE
    _selected: int = _NONE

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._toggle_mode = True
        self._alignment = 0
        self._action_mode = 0
        self.set_process_shortcut_input(True)
        self._popup = PopupMenu()
        self._popup.set_shrink_width(False)
        self.add_child(self._popup, False, _FRONT)
        self._popup.index_pressed.connect(self._chosen)
        self._popup.id_focused.connect(self._focused)
        self._popup.popup_hide.connect(self._popup_closes)
        return self

    # Looks ---------------------------------------------------------------------------------------

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self.NOTIFICATION_DRAW:
            self._draw_arrow()
        elif what == self.NOTIFICATION_THEME_CHANGED:
            self._fit()
        elif what == self.NOTIFICATION_TRANSLATION_CHANGED:
            self._fit_later()
        elif what == self.NOTIFICATION_VISIBILITY_CHANGED and not self.is_visible_in_tree():
            self._popup.hide()

    def _inner_margins(self) -> tuple[float, float]:
        width = 0.0
        if self.has_theme_icon("arrow"):
            width = float(self.get_theme_icon("arrow").get_width())
        return (width, 0.0) if self.is_layout_rtl() else (0.0, width)

    def _draw_arrow(self) -> None:
        if not self.has_theme_icon("arrow"):
            return
        arrow = self.get_theme_icon("arrow")
        color = Color(1.0, 1.0, 1.0)
        if self.get_theme_constant("modulate_arrow"):
            state = _STATES[self.get_draw_mode()]
            if not state and self.has_focus(True):
                state = "focus_"
            color = self.get_theme_color(f"font_{state}color")
        size = arrow.get_size()
        x = float(self.get_theme_constant("arrow_margin"))
        if not self.is_layout_rtl():
            x = self._w - size.x - x
        y = float(int(abs((self._h - size.y) / 2.0)))
        self.draw_texture_rect(arrow, Rect2(Vector2(x, y), size), False, color)

    def get_minimum_size(self) -> Vector2:
        """The smallest size in which the entry and the arrow have room."""
        size = super().get_minimum_size() if not self._fit_longest else self._fitted
        if size is None:
            size = self.get_theme_stylebox("normal").get_minimum_size()
        if not self.has_theme_icon("arrow"):
            return size
        padding, arrow = self._largest_padding(), self.get_theme_icon("arrow").get_size()
        gap = max(0, self.get_theme_constant("h_separation"))
        width = size.x - padding.x + arrow.x + gap
        height = max(size.y - padding.y, arrow.y)
        return Vector2(width + padding.x, height + padding.y)

    def _fit(self) -> None:
        self._fit_pending = False
        if self._fit_longest:
            size = self.get_theme_stylebox("normal").get_minimum_size()
            for item in self._popup._items:
                needed = self._minimum_for(item.shown, item.icon)
                size = Vector2(max(size.x, needed.x), max(size.y, needed.y))
            self._fitted = size
        self.update_minimum_size()

    def _fit_later(self) -> None:
        if not self._fit_pending:
            self._fit_pending = True
            message_queue.push(self._fit)

    # The menu ------------------------------------------------------------------------------------

    def _engine_pressed(self) -> None:
        if self._popup.is_visible():
            self._popup.hide()
        else:
            self.show_popup()

    def _popup_closes(self) -> None:
        self.set_pressed(False)

    def _focused(self, id: int) -> None:
        self._emit_if_heard("item_focused", id)

    def _chosen(self, index: int) -> None:
        self._select(index, True)

    def show_popup(self) -> None:
        """Opens the menu below the button."""
        if self._viewport is None:
            return
        self._place_menu()
        index = self._selected
        items = self._popup._items
        if not 0 <= index < len(items) or items[index].disabled:
            index = next((i for i, item in enumerate(items) if not item.disabled), _NONE)
        if index != _NONE:
            if self._by_mouse:
                self._popup.scroll_to_item(index)
            else:
                self._popup.set_focused_item(index)
        self._popup.popup()

    # Selecting -----------------------------------------------------------------------------------

    def _select(self, index: int, tell: bool) -> None:
        if index == self._selected and not self._reselect:
            return
        count = self._popup.get_item_count()
        if index != _NONE and not 0 <= index < count:
            output.error(
                f"Index p_which = {index} is out of bounds (popup->get_item_count() = {count})."
            )
            return
        for place in range(count):
            self._popup.set_item_checked(place, place == index)
        self._selected = index
        if index == _NONE:
            self.set_text("")
            self.set_button_icon(None)
        else:
            self.set_text(self._popup.get_item_text(index))
            self.set_button_icon(self._popup.get_item_icon(index))
        if tell and self._tree is not None:
            self._emit_if_heard("item_selected", index)

    def select(self, idx: int) -> None:
        """Selects an entry; -1 for none. Nobody is told."""
        self._select(int(idx), False)

    def get_selected(self) -> int:
        """The index of the selected entry; -1 for none."""
        return self._selected

    def _set_selected(self, index: int) -> None:
        if _NONE <= index < self._popup.get_item_count():
            self._select(int(index), False)
        elif self._awaited == _NONE and not self._popup.get_item_count():
            self._awaited = int(index)  # scene files say it before there are entries

    selected = accessors(get_selected, _set_selected)

    def get_selected_id(self) -> int:
        """The id of the selected entry; -1 for none."""
        return self._selected if self._selected < 0 else self.get_item_id(self._selected)

    def get_selected_metadata(self) -> Any:
        """The value kept with the selected entry; None for none."""
        return None if self._selected < 0 else self.get_item_metadata(self._selected)

    def has_selectable_items(self) -> bool:
        """Whether any entry can be chosen."""
        return any(item.selectable for item in self._popup._items)

    def get_selectable_item(self, from_last: bool = False) -> int:
        """The first (or last) entry that can be chosen; -1 for none."""
        places = range(len(self._popup._items))
        for place in reversed(places) if from_last else places:
            if self._popup._items[place].selectable:
                return place
        return -1

    # Entries -------------------------------------------------------------------------------------

    def add_item(self, label: str, id: int = -1) -> None:
        """Adds an entry; the first that can be chosen is selected."""
        first = not self.has_selectable_items()
        self._popup.add_radio_check_item(label, id)
        self._added(first)

    def add_icon_item(self, texture: Texture2D | None, label: str, id: int = -1) -> None:
        """Adds an entry with a picture."""
        first = not self.has_selectable_items()
        self._popup.add_icon_radio_check_item(texture, label, id)
        self._added(first)

    def _added(self, first: bool) -> None:
        if first:
            self.select(self.get_item_count() - 1)
        self._fit_later()

    def add_separator(self, text: str = "") -> None:
        """Adds a line between entries."""
        self._popup.add_separator(text)

    def remove_item(self, idx: int) -> None:
        """Takes an entry out; if it was the selected one, none is."""
        self._popup.remove_item(idx)
        if self._selected == idx:
            self._select(_NONE, False)
        self._fit_later()

    def clear(self) -> None:
        """Takes all entries out."""
        self._popup.clear()
        self.set_text("")
        self._selected = _NONE
        self._fit()

    def set_item_count(self, count: int) -> None:
        """Takes entries out at the end, or adds empty ones."""
        before = self.get_item_count()
        if count == before:
            return
        self._popup.set_item_count(count)
        for place in range(before, count):
            self._popup.set_item_as_radio_checkable(place, True)
        if self._selected >= count:
            self._select(_NONE, False)
        if 0 <= self._awaited < count:
            self._select(self._awaited, False)
            self._awaited = _NONE
        self._fit()
        self.notify_property_list_changed()

    def get_item_count(self) -> int:
        """How many entries there are."""
        return self._popup.get_item_count()

    item_count = accessors(get_item_count, set_item_count)

    def set_item_text(self, idx: int, text: str) -> None:
        """Sets the text of an entry."""
        self._popup.set_item_text(idx, text)
        if self._selected == idx:
            self.set_text(text)
        self._fit_later()

    def get_item_text(self, idx: int) -> str:
        """The text of an entry."""
        return self._popup.get_item_text(idx)

    def set_item_icon(self, idx: int, texture: Texture2D | None) -> None:
        """Sets the picture of an entry."""
        self._popup.set_item_icon(idx, texture)
        if self._selected == idx:
            self.set_button_icon(texture)
        self._fit_later()

    def get_item_icon(self, idx: int) -> Texture2D | None:
        """The picture of an entry, or None."""
        return self._popup.get_item_icon(idx)

    def set_item_id(self, idx: int, id: int) -> None:
        """Sets the id of an entry."""
        self._popup.set_item_id(idx, id)

    def get_item_id(self, idx: int) -> int:
        """The id of an entry."""
        return _NONE if idx == _NONE else self._popup.get_item_id(idx)

    def get_item_index(self, id: int) -> int:
        """The place of the entry with an id; -1 when there is none."""
        return self._popup.get_item_index(id)

    def set_item_disabled(self, idx: int, disabled: bool) -> None:
        """Sets whether an entry cannot be chosen."""
        self._popup.set_item_disabled(idx, disabled)

    def is_item_disabled(self, idx: int) -> bool:
        """Whether an entry cannot be chosen."""
        return self._popup.is_item_disabled(idx)

    def is_item_separator(self, idx: int) -> bool:
        """Whether an entry is a line."""
        return self._popup.is_item_separator(idx)

    def set_item_metadata(self, idx: int, metadata: Any) -> None:
        """Keeps any value with an entry."""
        self._popup.set_item_metadata(idx, metadata)

    def get_item_metadata(self, idx: int) -> Any:
        """The value that is kept with an entry."""
        return self._popup.get_item_metadata(idx)

    def set_item_tooltip(self, idx: int, tooltip: str) -> None:
        """Sets the tooltip of an entry."""
        self._popup.set_item_tooltip(idx, tooltip)

    def get_item_tooltip(self, idx: int) -> str:
        """The tooltip of an entry."""
        return self._popup.get_item_tooltip(idx)

    def set_item_auto_translate_mode(self, idx: int, mode: int) -> None:
        """Sets whether the text of an entry is translated: an `AUTO_TRANSLATE_MODE_*`."""
        self._popup.set_item_auto_translate_mode(idx, mode)
        self._fit_later()

    def get_item_auto_translate_mode(self, idx: int) -> MenuHolder.AutoTranslateMode:
        """Whether the text of an entry is translated."""
        return self._popup.get_item_auto_translate_mode(idx)

    # Properties ----------------------------------------------------------------------------------

    def set_fit_to_longest_item(self, fit: bool) -> None:
        """Sets whether the button has room for each of its entries."""
        if bool(fit) is not self._fit_longest:
            self._fit_longest = bool(fit)
            self._fit()

    def is_fit_to_longest_item(self) -> bool:
        """Whether the button has room for each of its entries."""
        return self._fit_longest

    fit_to_longest_item = accessors(is_fit_to_longest_item, set_fit_to_longest_item)

    def set_allow_reselect(self, allow: bool) -> None:
        """Sets whether choosing the selected entry again is told, too."""
        self._reselect = bool(allow)

    def get_allow_reselect(self) -> bool:
        """Whether choosing the selected entry again is told, too."""
        return self._reselect

    allow_reselect = accessors(get_allow_reselect, set_allow_reselect)

    def _numbered_holder(self) -> PopupMenu:
        return self._popup

    def set(self, property: str, value: Any) -> None:
        """Sets a property; `popup/item_0/text` is that of an entry."""
        super().set(property, value)
        if property.startswith(self._prefix):
            if property.startswith(f"{self._prefix}{self._selected}/"):
                self._show_selected()
            self._fit_later()

    def _show_selected(self) -> None:
        self.set_text(self.get_item_text(self._selected))
        self.set_button_icon(self.get_item_icon(self._selected))

    def _also_stored(self, names: list[str]) -> list[str]:
        return super()._also_stored([name for name in names if name not in _OF_THE_ENTRY])

    def _engine_validate(self, property: dict[str, Any]) -> None:
        super()._engine_validate(property)
        if property["name"] in _OF_THE_ENTRY:
            property["usage"] = int(PROPERTY_USAGE_NONE)
