"""Where the items of an ItemList lie: rows, columns, and the scroll bars."""

from __future__ import annotations

from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui._item_list_items import ItemListItems
from engine.gui._item_list_state import Item
from engine.gui.text_paragraph import TextParagraph

_UNBROKEN = 0
_BROKEN = 1 | 2 | 4 | 64 | 128  # at words or graphemes, without spaces at the edges
_CENTERED = 1
_ANY_NUMBER = 0x7FFFFFFF  # of columns


class ItemListLayout(ItemListItems):
    """Cells of items, in the coordinates of the first one."""

    def _shaped(self, item: Item) -> TextParagraph:
        """The text of an item, measured."""
        found = item.shaped
        if found is None:
            found = item.shaped = TextParagraph()
            found.set_direction(item.direction if item.direction >= 0 else 0)
            text = self.atr(item.text) if item.translate != 2 else item.text
            font, size = self.get_theme_font("font"), self.get_theme_font_size("font_size")
            found.add_string(text, font, size, item.language)
            wrapped = self._icon_mode == self.ICON_MODE_TOP and self._max_text_lines > 0
            found.set_break_flags(_BROKEN if wrapped else _UNBROKEN)
            if wrapped:
                found.set_alignment(_CENTERED)
            found.set_text_overrun_behavior(self._overrun)
            found.set_max_lines_visible(self._max_text_lines)
        return found

    def _icon_size(self, item: Item) -> Vector2:
        """How large an item's icon is drawn at most."""
        if item.icon is None:
            return Vector2.ZERO
        fixed = self._fixed_icon_size
        if fixed.x > 0 and fixed.y > 0:
            return Vector2(fixed) * self._icon_scale
        return self._own_icon_size(item) * self._icon_scale

    def _own_icon_size(self, item: Item) -> Vector2:
        if item.icon is None:
            return Vector2.ZERO
        region = item.region.size
        size = region if region.x > 0.0 and region.y > 0.0 else item.icon.get_size()
        return Vector2(size.y, size.x) if item.transposed else size

    def _measured(self, item: Item) -> tuple[float, float]:
        """The room that an item needs."""
        width, height = self._icon_size(item)
        above = self._icon_mode == self.ICON_MODE_TOP
        if item.text:
            if item.icon is not None:
                margin = self.get_theme_constant("icon_margin")
                width, height = (width, height + margin) if above else (width + margin, height)
            shaped = self._shaped(item)
            shaped.set_width(self._fixed_column_width or -1)
            text = shaped.get_size()
            if above:
                width, height = max(width, text.x), height + text.y
            else:
                width, height = width + text.x, max(height, text.y)
        if self._fixed_column_width > 0:
            width = self._fixed_column_width
        return width, height

    def force_update_list_size(self) -> None:
        """Computes where the items lie, if something changed since."""
        if not self._layout_stale:
            return
        self._layout_stale = False
        h_gap = max(self.get_theme_constant("h_separation"), 0)
        v_gap = max(self.get_theme_constant("v_separation"), 0)
        widest = 0.0
        for item in self._items:
            width, height = self._measured(item)
            widest = max(widest, width)
            item.w, item.h = width + h_gap, height + v_gap
        if self._same_column_width:
            for item in self._items:
                item.w = widest + h_gap
        panel = self.get_theme_stylebox("panel").get_minimum_size()
        room = self._w - panel.x - self._v_bar.get_minimum_size().x
        width, height = self._lay_out(room)
        self._set_bars(width, height, Vector2(self._w, self._h) - panel)
        auto_w, auto_h = self._auto_size
        if self._auto_width:
            beside = self._v_bar.get_minimum_size().x if self._v_bar._visible else 0.0
            auto_w = width + panel.x + beside
        if self._auto_height:
            auto_h = height + panel.y
        self._auto_size = auto_w, auto_h
        if self._auto_width or self._auto_height:
            self.update_minimum_size()

    def _lay_out(self, room: float) -> tuple[float, float]:
        """Gives each item its cell, with as many columns as fit; the size of all of them."""
        columns = self._max_columns if self._max_columns > 0 else _ANY_NUMBER
        while True:
            fits = self._in_columns(columns, room)
            if isinstance(fits, tuple):
                self._columns = columns
                return fits
            columns = fits

    def _in_columns(self, columns: int, room: float) -> tuple[float, float] | int:
        """The size with that many columns, or how many fit."""
        self._guides = []
        x = y = high = widest = 0.0
        row: list[Item] = []
        for number, item in enumerate(self._items):
            wraps = self._wraparound and not self._auto_width
            if columns > 1 and x + item.w > room and wraps and len(row) < columns:
                fitting = max(len(row), 1)
                if fitting < columns:
                    return fitting
            item.x, item.y = x, y
            x += item.w
            widest = max(widest, x)
            high = max(high, item.h)
            row.append(item)
            if len(row) == columns:
                if number < len(self._items) - 1:
                    self._guides.append(y + high)
                self._end_row(row, high)
                x, y, high, row = 0.0, y + high, 0.0, []
        self._end_row(row, high)
        return widest, y + high

    def _end_row(self, row: list[Item], high: float) -> None:
        for item in row:
            item.h = high

    def _set_bars(self, width: float, height: float, room: Vector2) -> None:
        for bar, needed, page in (
            (self._v_bar, height, max(room.y, 0.0)),
            (self._h_bar, *((0.0, 0.0) if self._wraparound else (width, max(room.x, 0.0)))),
        ):
            bar.set_max(max(page, needed))
            bar.set_page(page)
            if needed <= page:
                bar.set_value(0.0)
                bar.hide()
            else:
                bar.show()

    def _place_bars(self) -> None:
        """Puts the scroll bars at the right and the lower edge, within the panel."""
        panel = self.get_theme_stylebox("panel")
        wide = self._v_bar.get_minimum_size().x if self._v_bar._visible else 0.0
        high = self._h_bar.get_minimum_size().y if self._h_bar._visible else 0.0
        left, top, right, bottom = (panel.get_margin(side) for side in range(4))
        x = left if self.is_layout_rtl() else self._w - right - wide
        self._v_bar._set_rect(x, top, wide, max(self._h - top - bottom, 0.0))
        y = self._h - bottom - high
        self._h_bar._set_rect(left, y, max(self._w - left - right - wide, 0.0), high)

    def _inner_width(self) -> float:
        """The width for items, beside the vertical bar."""
        width: float = self._w - self.get_theme_stylebox("panel").get_minimum_size().x
        if self._v_bar._visible:
            width -= self._v_bar.get_minimum_size().x
        return width

    def get_item_rect(self, idx: int, expand: bool = True) -> Rect2:
        """Where an item lies, not scrolled; `expand` for the last of a row up to the edge."""
        item = self._item_at(idx)
        if item is None:
            return Rect2()
        self.force_update_list_size()
        offset = self.get_theme_stylebox("panel").get_offset()
        x, y, w = item.x + offset.x, item.y + offset.y, item.w
        if expand and idx % self._columns == self._columns - 1:
            w = int(self._inner_width()) - item.x
        return Rect2(x, y, w, item.h)

    def get_item_at_position(self, position: Vector2, exact: bool = False) -> int:
        """The item at a point, or the nearest one; -1 when there is none."""
        self.force_update_list_size()
        offset = self.get_theme_stylebox("panel").get_offset()
        x = position.x - offset.x + self._h_bar.get_value()
        y = position.y - offset.y + self._v_bar.get_value()
        if self.is_layout_rtl():
            x = self._w - x
        closest, nearest = -1, float("inf")
        for number, item in enumerate(self._items):
            w = item.w
            if number % self._columns == self._columns - 1:
                w = self._w + self._h_bar.get_value() - item.x
            dx = max(item.x - x, x - item.x - w, 0.0)
            dy = max(item.y - y, y - item.y - item.h, 0.0)
            if dx == dy == 0.0 and x < item.x + w and y < item.y + item.h:
                return number
            far = int(min((gap for gap in (dx, dy) if gap > 0.0), default=0.0))
            if not exact and far < nearest:
                closest, nearest = number, far
        return closest

    def ensure_current_is_visible(self) -> None:
        """Scrolls to the current item when the list is drawn next."""
        self._show_current = True
        self.queue_redraw()

    def _scroll_to_current(self) -> None:
        if not self._show_current:
            return
        self._show_current = False
        if 0 <= self._current < len(self._items):
            item = self._items[self._current]
            for bar, start, length in (
                (self._v_bar, item.y, item.h),
                (self._h_bar, item.x, item.w),
            ):
                at, page = int(bar.get_value()), int(bar.get_page())
                if start < at:
                    bar.set_value(start)
                elif start + length > at + page:
                    bar.set_value(start + length - page)

    def get_minimum_size(self) -> Vector2:
        """Nothing, or the items' sizes where `auto_width` or `auto_height` say so.

        They are those of the last time when the list was laid out, as for drawing it.
        """
        width, height = self._auto_size
        return Vector2(width if self._auto_width else 0.0, height if self._auto_height else 0.0)
