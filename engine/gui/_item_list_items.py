"""The items of an ItemList: adding, removing, their properties, selection."""

from __future__ import annotations

from typing import Any

from engine.core import output
from engine.core.color import Color
from engine.core.packed_number_arrays import PackedInt32Array
from engine.core.rect2 import Rect2
from engine.gui._item_list_state import Item, ItemListState
from engine.gui.texture_2d import Texture2D


class ItemListItems(ItemListState):
    """What scripts do with items."""

    def add_item(self, text: str, icon: Texture2D | None = None, selectable: bool = True) -> int:
        """Adds an item at the end, and says its number."""
        self._items.append(Item(str(text), icon, bool(selectable)))
        self._layout_changed()
        return len(self._items) - 1

    def add_icon_item(self, icon: Texture2D, selectable: bool = True) -> int:
        """Adds an item without text at the end, and says its number."""
        return self.add_item("", icon, selectable)

    def remove_item(self, idx: int) -> None:
        """Takes an item away."""
        if self._item_at(idx) is None:
            return
        del self._items[idx]
        if self._current == idx:
            self._current = -1
        self._deferred_single = -1
        self._layout_changed()

    def clear(self) -> None:
        """Takes all items away."""
        self._items.clear()
        self._current = self._deferred_single = -1
        self._show_current = False
        self._layout_changed()

    def move_item(self, from_idx: int, to_idx: int) -> None:
        """Moves an item to another place."""
        for label, index in (("from", from_idx), ("to", to_idx)):
            if not 0 <= index < len(self._items):
                output.error(
                    f"Index p_{label}_idx = {int(index)} is out of bounds (items.size() = "
                    f"{len(self._items)})."
                )
                return
        selected = self.get_selected_items()
        if len(selected) and selected[0] == from_idx:
            self._current = to_idx
        self._items.insert(to_idx, self._items.pop(from_idx))
        self._layout_changed()

    def set_item_count(self, count: int) -> None:
        """Adds empty items or takes some away at the end."""
        if count < 0:
            output.error('Condition "p_count < 0" is true.')
            return
        if count == len(self._items):
            return
        del self._items[count:]
        self._items += [Item() for _ in range(count - len(self._items))]
        self._layout_changed()

    def get_item_count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def sort_items_by_text(self) -> None:
        """Sorts the items by their text."""
        self._items.sort(key=lambda item: item.text)
        if self._select_mode == self.SELECT_SINGLE:
            for index, item in enumerate(self._items):
                if item.selected:
                    self.select(index)
                    break
        self._layout_changed()

    # Selection -----------------------------------------------------------------------------------

    def select(self, idx: int, single: bool = True) -> None:
        """Selects an item, alone or besides others; no signal tells of it."""
        item = self._item_at(idx)
        if item is None:
            return
        if not single and self._select_mode != self.SELECT_SINGLE:
            item.selected = item.selected or item.can_be_selected
        elif item.can_be_selected:
            for other in self._items:
                other.selected = other is item
            self._current = idx
            self._show_current = False
        self.queue_redraw()

    def deselect(self, idx: int) -> None:
        """Deselects an item; no signal tells of it."""
        item = self._item_at(idx)
        if item is None:
            return
        item.selected = False
        if self._select_mode == self.SELECT_SINGLE:
            self._current = -1
        self.queue_redraw()

    def deselect_all(self) -> None:
        """Deselects all items; no signal tells of it."""
        for item in self._items:
            item.selected = False
        self._current = -1
        self.queue_redraw()

    def is_selected(self, idx: int) -> bool:
        """Whether an item is selected."""
        item = self._item_at(idx)
        return item is not None and item.selected

    def get_selected_items(self) -> PackedInt32Array:
        """The numbers of the selected items."""
        found = [index for index, item in enumerate(self._items) if item.selected]
        if self._select_mode == self.SELECT_SINGLE:
            del found[1:]
        return PackedInt32Array(found)

    def is_anything_selected(self) -> bool:
        """Whether any item is selected."""
        return any(item.selected for item in self._items)

    def _set_current(self, index: int) -> None:
        """Moves the keyboard's cursor, and with it the selection of a single item."""
        if index == self._current:
            return
        if self._select_mode == self.SELECT_SINGLE:
            self.select(index)
        else:
            self._current = index
            self.queue_redraw()

    # Properties of items -------------------------------------------------------------------------

    def set_item_text(self, idx: int, text: str) -> None:
        """The text of an item."""
        item = self._from_end(idx)
        if item is not None:
            item.text = str(text)
            self._text_changed(item)

    def get_item_text(self, idx: int) -> str:
        """The text of an item."""
        item = self._item_at(idx)
        return "" if item is None else item.text

    def set_item_text_direction(self, idx: int, direction: int) -> None:
        """In which direction an item's text is written."""
        item = self._from_end(idx)
        if item is not None:
            item.direction = int(direction)
            self._text_changed(item)

    def get_item_text_direction(self, idx: int) -> int:
        """In which direction an item's text is written."""
        item = self._item_at(idx)
        return 0 if item is None else item.direction

    def set_item_language(self, idx: int, language: str) -> None:
        """The language of an item's text."""
        item = self._from_end(idx)
        if item is not None:
            item.language = str(language)
            self._text_changed(item)

    def get_item_language(self, idx: int) -> str:
        """The language of an item's text."""
        item = self._item_at(idx)
        return "" if item is None else item.language

    def set_item_auto_translate_mode(self, idx: int, mode: int) -> None:
        """Whether an item's text is translated."""
        item = self._from_end(idx)
        if item is not None:
            item.translate = int(mode)
            self._text_changed(item)

    def get_item_auto_translate_mode(self, idx: int) -> int:
        """Whether an item's text is translated."""
        item = self._item_at(idx)
        return 0 if item is None else item.translate

    def set_item_icon(self, idx: int, icon: Texture2D | None) -> None:
        """The icon of an item."""
        item = self._from_end(idx)
        if item is not None:
            item.icon = icon
            self._layout_changed()

    def get_item_icon(self, idx: int) -> Texture2D | None:
        """The icon of an item, or None."""
        item = self._item_at(idx)
        return None if item is None else item.icon

    def set_item_icon_transposed(self, idx: int, transposed: bool) -> None:
        """Whether an item's icon is mirrored at its diagonal."""
        item = self._from_end(idx)
        if item is not None:
            item.transposed = bool(transposed)
            self._layout_changed()

    def is_item_icon_transposed(self, idx: int) -> bool:
        """Whether an item's icon is mirrored at its diagonal."""
        item = self._item_at(idx)
        return False if item is None else item.transposed

    def set_item_icon_region(self, idx: int, rect: Rect2) -> None:
        """The part of its texture that is an item's icon; empty for all."""
        item = self._from_end(idx)
        if item is not None:
            item.region = Rect2(rect)
            self._layout_changed()

    def get_item_icon_region(self, idx: int) -> Rect2:
        """The part of its texture that is an item's icon."""
        item = self._item_at(idx)
        return Rect2() if item is None else item.region

    def set_item_icon_modulate(self, idx: int, modulate: Color) -> None:
        """What the colours of an item's icon are multiplied by."""
        item = self._from_end(idx)
        if item is not None:
            item.modulate = Color(modulate)
            self.queue_redraw()

    def get_item_icon_modulate(self, idx: int) -> Color:
        """What the colours of an item's icon are multiplied by."""
        item = self._item_at(idx)
        return Color() if item is None else item.modulate

    def set_item_selectable(self, idx: int, selectable: bool) -> None:
        """Whether an item can be selected."""
        item = self._from_end(idx)
        if item is not None:
            item.selectable = bool(selectable)

    def is_item_selectable(self, idx: int) -> bool:
        """Whether an item can be selected."""
        item = self._item_at(idx)
        return False if item is None else item.selectable

    def set_item_disabled(self, idx: int, disabled: bool) -> None:
        """Whether an item is dim, and takes neither clicks nor selection."""
        item = self._from_end(idx)
        if item is not None:
            item.disabled = bool(disabled)
            self.queue_redraw()

    def is_item_disabled(self, idx: int) -> bool:
        """Whether an item is disabled."""
        item = self._item_at(idx)
        return False if item is None else item.disabled

    def set_item_metadata(self, idx: int, metadata: Any) -> None:
        """Keeps a value with an item."""
        item = self._from_end(idx)
        if item is not None:
            item.metadata = metadata

    def get_item_metadata(self, idx: int) -> Any:
        """What was kept with an item, or None."""
        item = self._item_at(idx)
        return None if item is None else item.metadata

    def set_item_custom_bg_color(self, idx: int, custom_bg_color: Color) -> None:
        """A colour behind an item."""
        item = self._from_end(idx)
        if item is not None:
            item.background = Color(custom_bg_color)
            self.queue_redraw()

    def get_item_custom_bg_color(self, idx: int) -> Color:
        """The colour behind an item."""
        item = self._item_at(idx)
        return Color() if item is None else item.background

    def set_item_custom_fg_color(self, idx: int, custom_fg_color: Color) -> None:
        """A colour for an item's text; transparent black for the theme's."""
        item = self._from_end(idx)
        if item is not None:
            item.foreground = Color(custom_fg_color)
            self.queue_redraw()

    def get_item_custom_fg_color(self, idx: int) -> Color:
        """The colour of an item's text, as it was set."""
        item = self._item_at(idx)
        return Color() if item is None else item.foreground

    def set_item_tooltip_enabled(self, idx: int, enable: bool) -> None:
        """Whether an item has a tooltip."""
        item = self._from_end(idx)
        if item is not None:
            item.tooltip_enabled = bool(enable)

    def is_item_tooltip_enabled(self, idx: int) -> bool:
        """Whether an item has a tooltip."""
        item = self._item_at(idx)
        return False if item is None else item.tooltip_enabled

    def set_item_tooltip(self, idx: int, tooltip: str) -> None:
        """The tooltip of an item; its text without one."""
        item = self._from_end(idx)
        if item is not None:
            item.tooltip = str(tooltip)
            self.queue_redraw()

    def get_item_tooltip(self, idx: int) -> str:
        """The tooltip of an item, as it was set."""
        item = self._item_at(idx)
        return "" if item is None else item.tooltip
