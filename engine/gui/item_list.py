"""`ItemList`: a list of items that can be selected."""

from __future__ import annotations

from typing import ClassVar

from engine.core import output
from engine.core.accessors import accessors
from engine.core.vector2i import Vector2i
from engine.gui._item_list_drawing import ItemListDrawing
from engine.gui._item_list_state import ItemListState
from engine.gui._numbered import NumberedProperties, Part, flag_part, icon_part
from engine.gui.scroll_bar import HScrollBar, VScrollBar


class ItemList(NumberedProperties, ItemListDrawing):
    """A list, or with `max_columns` a table, of items with a text and an icon.

    Signals: `item_selected`, `multi_selected`, `item_activated`, `item_clicked`, `empty_clicked`.
    Only what the user does makes them.
    """

    _stored = (
        "select_mode",
        "allow_reselect",
        "allow_rmb_select",
        "allow_search",
        "max_text_lines",
        "auto_width",
        "auto_height",
        "text_overrun_behavior",
        "wraparound_items",
        "scroll_hint_mode",
        "tile_scroll_hint",
        "item_count",
        "max_columns",
        "same_column_width",
        "fixed_column_width",
        "icon_mode",
        "icon_scale",
        "fixed_icon_size",
    )
    _parts: ClassVar[dict[str, Part]] = {
        "text": Part("set_item_text", "get_item_text"),
        "icon": icon_part("set_item_icon", "get_item_icon"),
        "selectable": flag_part("set_item_selectable", "is_item_selectable", True),
        "disabled": flag_part("set_item_disabled", "is_item_disabled"),
    }

    def get_v_scroll_bar(self) -> VScrollBar:
        """The vertical scroll bar."""
        return self._v_bar

    def get_h_scroll_bar(self) -> HScrollBar:
        """The horizontal scroll bar."""
        return self._h_bar

    def _reshape(self) -> None:
        for item in self._items:
            item.shaped = None
        self._layout_changed()

    def set_select_mode(self, mode: int) -> None:
        """How many items can be selected, and how."""
        if not 0 <= mode < 3:
            output.error(f"Index (int)p_mode = {int(mode)} is out of bounds (3 = 3).")
        elif mode != self._select_mode:
            self._select_mode = ItemListState.SelectMode(mode)
            self.queue_redraw()

    def get_select_mode(self) -> ItemListState.SelectMode:
        """How many items can be selected, and how."""
        return self._select_mode

    def set_max_text_lines(self, lines: int) -> None:
        """How many lines an item's text may take below its icon."""
        if lines != self._max_text_lines:
            self._max_text_lines = int(lines)
            self._reshape()

    def get_max_text_lines(self) -> int:
        """How many lines an item's text may take below its icon."""
        return self._max_text_lines

    def set_auto_width(self, enable: bool) -> None:
        """Whether it is at least as wide as its items."""
        if enable != self._auto_width:
            self._auto_width = bool(enable)
            self._layout_changed()
            self.update_minimum_size()

    def has_auto_width(self) -> bool:
        """Whether it is at least as wide as its items."""
        return self._auto_width

    def set_auto_height(self, enable: bool) -> None:
        """Whether it is at least as high as its items."""
        if enable != self._auto_height:
            self._auto_height = bool(enable)
            self._layout_changed()
            self.update_minimum_size()

    def has_auto_height(self) -> bool:
        """Whether it is at least as high as its items."""
        return self._auto_height

    def set_text_overrun_behavior(self, overrun_behavior: int) -> None:
        """What becomes of text that is too long."""
        if overrun_behavior != self._overrun:
            self._overrun = int(overrun_behavior)
            self._reshape()

    def get_text_overrun_behavior(self) -> int:
        """What becomes of text that is too long."""
        return self._overrun

    def set_wraparound_items(self, enable: bool) -> None:
        """Whether items that do not fit go to the next row."""
        if enable != self._wraparound:
            self._wraparound = bool(enable)
            self._layout_changed()

    def has_wraparound_items(self) -> bool:
        """Whether items that do not fit go to the next row."""
        return self._wraparound

    def set_max_columns(self, amount: int) -> None:
        """How many columns there may be; 0 for as many as fit."""
        if amount < 0:
            output.error('Condition "p_amount < 0" is true.')
        elif amount != self._max_columns:
            self._max_columns = int(amount)
            self._layout_changed()

    def get_max_columns(self) -> int:
        """How many columns there may be; 0 for as many as fit."""
        return self._max_columns

    def set_same_column_width(self, enable: bool) -> None:
        """Whether all columns are as wide as the widest."""
        if enable != self._same_column_width:
            self._same_column_width = bool(enable)
            self._layout_changed()

    def is_same_column_width(self) -> bool:
        """Whether all columns are as wide as the widest."""
        return self._same_column_width

    def set_fixed_column_width(self, width: int) -> None:
        """How wide columns are; 0 for as wide as they need."""
        if width != self._fixed_column_width:
            self._fixed_column_width = int(width)
            self._layout_changed()

    def get_fixed_column_width(self) -> int:
        """How wide columns are; 0 for as wide as they need."""
        return self._fixed_column_width

    def set_icon_mode(self, mode: int) -> None:
        """Where the icon of an item stands."""
        if not 0 <= mode < 2:
            output.error(f"Index (int)p_mode = {int(mode)} is out of bounds (2 = 2).")
        elif mode != self._icon_mode:
            self._icon_mode = ItemListState.IconMode(mode)
            self._reshape()

    def get_icon_mode(self) -> ItemListState.IconMode:
        """Where the icon of an item stands."""
        return self._icon_mode

    def set_icon_scale(self, scale: float) -> None:
        """By how much icons are scaled."""
        if scale != self._icon_scale:
            self._icon_scale = float(scale)
            self._layout_changed()

    def get_icon_scale(self) -> float:
        """By how much icons are scaled."""
        return self._icon_scale

    def set_fixed_icon_size(self, size: Vector2i) -> None:
        """The size of icons; 0 for their own."""
        if size != self._fixed_icon_size:
            self._fixed_icon_size = Vector2i(size)
            self._layout_changed()

    def get_fixed_icon_size(self) -> Vector2i:
        """The size of icons; 0 for their own."""
        return self._fixed_icon_size

    select_mode = accessors(get_select_mode, set_select_mode)
    max_text_lines = accessors(get_max_text_lines, set_max_text_lines)
    auto_width = accessors(has_auto_width, set_auto_width)
    auto_height = accessors(has_auto_height, set_auto_height)
    text_overrun_behavior = accessors(get_text_overrun_behavior, set_text_overrun_behavior)
    wraparound_items = accessors(has_wraparound_items, set_wraparound_items)
    max_columns = accessors(get_max_columns, set_max_columns)
    same_column_width = accessors(is_same_column_width, set_same_column_width)
    fixed_column_width = accessors(get_fixed_column_width, set_fixed_column_width)
    icon_mode = accessors(get_icon_mode, set_icon_mode)
    icon_scale = accessors(get_icon_scale, set_icon_scale)
    fixed_icon_size = accessors(get_fixed_icon_size, set_fixed_icon_size)
    item_count = accessors(ItemListDrawing.get_item_count, ItemListDrawing.set_item_count)
