"""What an ItemList holds, its constants and signals.

`ItemList` is one class in Godot. Here it is a chain of classes, one for each theme and file:

    ItemListState -> ItemListItems -> ItemListLayout -> ItemListInput -> ItemListDrawing -> ItemList
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from engine.core import output
from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.signal import Signal
from engine.core.vector2i import Vector2i
from engine.gui._scrolled_list import ScrolledList
from engine.gui.text_paragraph import TextParagraph
from engine.gui.texture_2d import Texture2D

_WHITE = Color(1.0, 1.0, 1.0, 1.0)
_CLEAR = Color(0.0, 0.0, 0.0, 0.0)


class Item:
    """An entry of the list."""

    __slots__ = (
        "background",
        "direction",
        "disabled",
        "foreground",
        "h",
        "icon",
        "language",
        "metadata",
        "modulate",
        "region",
        "selectable",
        "selected",
        "shaped",
        "text",
        "tooltip",
        "tooltip_enabled",
        "translate",
        "transposed",
        "w",
        "x",
        "y",
    )

    def __init__(self, text: str = "", icon: Texture2D | None = None, selectable: bool = True):
        self.text = text
        self.icon = icon
        self.selectable = selectable
        self.selected = self.disabled = self.transposed = False
        self.tooltip_enabled = True
        self.tooltip = self.language = ""
        self.direction = self.translate = 0
        self.metadata: Any = None
        self.region = Rect2()
        self.modulate = _WHITE
        self.background = self.foreground = _CLEAR
        self.shaped: TextParagraph | None = None  # made when it is measured
        self.x = self.y = self.w = self.h = 0.0  # its cell, from the first item's corner

    @property
    def can_be_selected(self) -> bool:
        """Whether a click or key selects it."""
        return self.selectable and not self.disabled


class ItemListState(ScrolledList):
    """The state of an ItemList."""

    class IconMode(IntEnum):
        """Where the icon of an item stands."""

        ICON_MODE_TOP = 0
        ICON_MODE_LEFT = 1

    class SelectMode(IntEnum):
        """How many items can be selected, and how."""

        SELECT_SINGLE = 0
        SELECT_MULTI = 1
        SELECT_TOGGLE = 2

    ICON_MODE_TOP = IconMode.ICON_MODE_TOP
    ICON_MODE_LEFT = IconMode.ICON_MODE_LEFT
    SELECT_SINGLE = SelectMode.SELECT_SINGLE
    SELECT_MULTI = SelectMode.SELECT_MULTI
    SELECT_TOGGLE = SelectMode.SELECT_TOGGLE

    item_selected = Signal("index")
    empty_clicked = Signal("at_position", "mouse_button_index")
    item_clicked = Signal("index", "at_position", "mouse_button_index")
    multi_selected = Signal("index", "selected")
    item_activated = Signal("index")

    _own = (
        "_anchor_item",
        "_auto_height",
        "_auto_size",
        "_auto_width",
        "_columns",
        "_current",
        "_deferred_single",
        "_fixed_column_width",
        "_fixed_icon_size",
        "_guides",
        "_hovered",
        "_icon_mode",
        "_icon_scale",
        "_items",
        "_layout_stale",
        "_max_columns",
        "_max_text_lines",
        "_overrun",
        "_same_column_width",
        "_search",
        "_searched_at",
        "_select_mode",
        "_show_current",
        "_wraparound",
    )

    _select_mode: ItemListState.SelectMode = SELECT_SINGLE
    _icon_mode: ItemListState.IconMode = ICON_MODE_LEFT
    _auto_width: bool = False
    _auto_height: bool = False
    _same_column_width: bool = False
    _wraparound: bool = True
    _max_text_lines: int = 1
    _max_columns: int = 1
    _fixed_column_width: int = 0
    _fixed_icon_size: Vector2i = Vector2i(0, 0)
    _icon_scale: float = 1.0
    _overrun: int = 3
    _current: int = -1
    _hovered: int = -1
    _anchor_item: int = -1  # where a range of the keyboard began
    _deferred_single: int = -1  # what the release of the button selects alone
    _layout_stale: bool = True
    _show_current: bool = False  # whether to scroll to the current item when drawing
    _columns: int = 1
    _auto_size: tuple[float, float] = (0.0, 0.0)
    _search: str = ""
    _searched_at: int = 0
    _guides: list[float]  # where lines between rows are drawn
    _items: list[Item]

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._items = []
        self._guides = []
        self._add_bars(self._v_bar, self._h_bar)
        return self

    def _layout_changed(self) -> None:
        """Has cells computed again before they are drawn or asked for."""
        self._layout_stale = True
        self.queue_redraw()

    def _text_changed(self, item: Item) -> None:
        item.shaped = None
        self._layout_changed()

    def _item_at(self, idx: int) -> Item | None:
        """The item of a number; None, with an error, when there is none."""
        if 0 <= idx < len(self._items):
            return self._items[idx]
        output.error(
            f"Index p_idx = {int(idx)} is out of bounds (items.size() = {len(self._items)})."
        )
        return None

    def _from_end(self, idx: int) -> Item | None:
        """The item of a number; negative ones count from the end."""
        return self._item_at(idx + len(self._items) if idx < 0 else idx)
