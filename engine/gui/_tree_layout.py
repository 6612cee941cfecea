"""Where the rows and columns of a Tree lie, and how far it is scrolled."""

from __future__ import annotations

from bisect import bisect_right

from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui._tree_cell import Cell
from engine.gui._tree_columns import TreeColumns
from engine.gui._tree_state import Column
from engine.gui.scroll_bar import ScrollBar
from engine.gui.text_line import TextLine
from engine.gui.text_paragraph import TextParagraph
from engine.gui.tree_item import TreeItem

_STRING, _CHECK, _RANGE, _ICON, _CUSTOM = range(5)
_BREAKS = (0, 1 | 4, 1 | 2 | 4 | 64 | 128, 1 | 2 | 4 | 64 | 128)


class TreeLayout(TreeColumns):
    """Rows, from the top of the first one down, and columns, from the left of the first."""

    # Measuring -----------------------------------------------------------------------------------

    def _cell_text(self, cell: Cell) -> TextParagraph:
        """The text of a cell, measured."""
        found = cell.shaped
        if found is None:
            found = cell.shaped = TextParagraph()
            found.set_direction(cell.direction if 0 < cell.direction < 3 else 0)
            text = cell.shown_text()
            if cell.translate != 2 and cell.mode == _STRING and not cell.editable:
                text = self.atr(text)
            font = cell.font or self.get_theme_font("font")
            size = cell.font_size if cell.font_size > 0 else self.get_theme_font_size("font_size")
            found.add_string(text, font, size, cell.language)
            found.set_break_flags(_BREAKS[cell.autowrap])
            found.set_text_overrun_behavior(cell.overrun)
            found.set_max_lines_visible(-1 if cell.autowrap else 1)
        return found

    def _title(self, column: Column) -> TextLine:
        """The title of a column, measured."""
        found = column.shaped
        if found is None:
            found = column.shaped = TextLine()
            found.set_direction(column.direction if 0 < column.direction < 3 else 0)
            font = self.get_theme_font("title_button_font")
            size = self.get_theme_font_size("title_button_font_size")
            found.add_string(self.atr(column.title), font, size, column.language)
        return found

    def _icon_size(self, cell: Cell) -> Vector2:
        """How large the icon of a cell is drawn."""
        if cell.icon is None:
            return Vector2()
        region = cell.icon_region.size
        size = region if region.x > 0.0 and region.y > 0.0 else cell.icon.get_size()
        limits = (self.get_theme_constant("icon_max_width"), cell.icon_max_width)
        for limit in limits:
            if 0 < limit < size.x:
                size = Vector2(limit, size.y * limit / size.x)
        return size

    def _button_width(self, texture_width: float) -> float:
        return float(texture_width + self.get_theme_stylebox("button_pressed").get_minimum_size().x)

    def _cell_size(self, cell: Cell, room: float) -> tuple[float, float]:
        """The room that a cell needs; where text may be cut off it needs no width."""
        width: float
        across, down = ("left", "right"), ("top", "bottom")
        width, more = (
            sum(self.get_theme_constant(f"inner_item_margin_{side}") for side in sides)
            for sides in (across, down)
        )
        height = 0.0
        if cell.mode == _CHECK:
            icon = self.get_theme_icon("checked")
            width += icon.get_width() + self.get_theme_constant("check_h_separation")
            height = icon.get_height()
        elif cell.mode == _RANGE:
            icon = self.get_theme_icon("select_arrow" if cell.text else "updown")
            width += icon.get_width() + self.get_theme_constant("h_separation")
            height = icon.get_height()
        size = self._icon_size(cell)
        if cell.icon is not None:
            width += size.x + self.get_theme_constant("icon_h_separation")
        if cell.mode != _ICON:
            text = self._cell_text(cell)
            text.set_width(max(room - width, 1.0) if cell.autowrap else -1.0)
            measured = text.get_size()
            height = max(height, measured.y)
            if not cell.autowrap and not cell.overrun:
                width += measured.x
        height = max(height, size.y)
        for button in cell.buttons:
            width += self._button_width(button.texture.get_width())
            width += self.get_theme_constant("button_margin")
            height = max(height, button.texture.get_height())
        return width, height + more

    def _row_height(self, item: TreeItem, depth: int = 0) -> float:
        font, size = self.get_theme_font("font"), self.get_theme_font_size("font_size")
        height = max(font.get_height(size), item._minimum_height)
        before = self.get_theme_constant("item_margin") * depth
        for column, cell in zip(self._columns, item._cells, strict=True):
            height = max(height, self._cell_size(cell, column.width - before)[1])
            before = self.get_theme_constant("h_separation")
        return float(int(height) + 2 * self.get_theme_constant("v_separation"))

    # Laying out ----------------------------------------------------------------------------------

    def _find_rows(self) -> None:
        """Lists the rows that are shown."""
        for item in self._all_items():
            item._top = -1.0
        self._rows = []
        waiting = [] if self._root is None else [(self._root, 0 if self._hide_root else 1)]
        while waiting:
            item, depth = waiting.pop()
            if not item._visible:
                continue
            if depth:
                self._rows.append((item, depth))
            if not item._collapsed or not depth:
                waiting.extend((kid, depth + 1) for kid in reversed(item._kids))

    def _minimum_width(self, number: int) -> int:
        """How wide a column is at least."""
        column = self._columns[number]
        width: float = column.minimum
        if self._titles_visible:
            style = self.get_theme_stylebox("title_button_normal")
            title = self._title(column).get_size().x
            width = max(width, style.get_minimum_size().x + int(title + 0.999))
        if not column.clip:
            margin = self.get_theme_constant("item_margin")
            gap = self.get_theme_constant("h_separation")
            for item, depth in self._rows:
                before = margin * depth if number == 0 else gap
                width = max(width, before + self._cell_size(item._cells[number], column.width)[0])
        return int(width)

    def _update_layout(self) -> None:
        """Computes rows, columns and scroll bars, if something changed since."""
        if not self._layout_stale:
            return
        self._layout_stale = False
        self._find_rows()
        minimum = [self._minimum_width(number) for number in range(len(self._columns))]
        panel = self.get_theme_stylebox("panel").get_minimum_size()
        room_x, room_y = max(self._w - panel.x, 0.0), max(self._h - panel.y, 0.0)
        room_y -= self._title_height()
        self._share_widths(minimum, int(room_x))
        height = self._place_rows()
        h_bar = self._h_scroll and sum(minimum) > room_x
        if h_bar:
            room_y -= self._h_bar.get_minimum_size().y
        v_bar = self._v_scroll and height > room_y
        if v_bar:
            room_x -= self._v_bar.get_minimum_size().x
            free = room_x - self.get_theme_constant("scrollbar_h_separation")
            self._share_widths(minimum, int(free))
            height = self._place_rows()
        width = sum(minimum)
        self._content = width, int(height)
        self._set_bar(self._v_bar, v_bar, height, room_y)
        self._set_bar(self._h_bar, h_bar, width, room_x)
        self._place_bars()

    def _share_widths(self, minimum: list[int], room: int) -> None:
        free = max(room - sum(minimum), 0)
        shares = sum(column.ratio for column in self._columns if column.expand)
        for column, width in zip(self._columns, minimum, strict=True):
            share = free * column.ratio // shares if column.expand and shares else 0
            column.width = width + share

    def _place_rows(self) -> float:
        top = 0.0
        for item, depth in self._rows:
            item._top, item._height = top, self._row_height(item, depth)
            top += item._height
        hidden = self._hide_root and self._root is not None
        return top + (self.get_theme_constant("v_separation") if hidden else 0)

    def _set_bar(self, bar: ScrollBar, shown: bool, needed: float, page: float) -> None:
        if not shown:
            bar.hide()
            bar.set_value(0.0)
            return
        bar.show()
        bar.set_max(max(needed, page))
        bar.set_page(max(page, 0.0))

    def _place_bars(self) -> None:
        panel = self.get_theme_stylebox("panel")
        left, top, right, bottom = (panel.get_margin(side) for side in range(4))
        wide = self._v_bar.get_minimum_size().x
        high = self._h_bar.get_minimum_size().y
        below = high if self._h_bar._visible else 0.0
        beside = wide if self._v_bar._visible else 0.0
        x = left if self.is_layout_rtl() else self._w - right - wide
        top += self._title_height()
        self._v_bar._set_rect(x, top, wide, max(self._h - top - bottom - below, 0.0))
        y = self._h - bottom - high
        self._h_bar._set_rect(left, y, max(self._w - left - right - beside, 0.0), high)

    def _title_height(self) -> float:
        """How high the row of titles is."""
        if not self._titles_visible:
            return 0.0
        font = self.get_theme_font("title_button_font")
        height = font.get_height(self.get_theme_font_size("title_button_font_size"))
        style = self.get_theme_stylebox("title_button_normal")
        for column in self._columns:
            height = max(height, self._title(column).get_size().y)
        return float(int(height + style.get_minimum_size().y))

    def get_minimum_size(self) -> Vector2:
        """Its frame and bars; in a direction in which it does not scroll all that is in it."""
        panel = self.get_theme_stylebox("panel").get_minimum_size()
        width, height = panel
        if self._h_scroll:
            height += self._h_bar.get_minimum_size().y
        if self._v_scroll:
            width += self._v_bar.get_minimum_size().x
        if not (self._h_scroll and self._v_scroll):
            self._update_layout()
            if not self._h_scroll:
                width += self._content[0]
            if not self._v_scroll:
                height += self._content[1] + self._title_height()
        return Vector2(width, height)

    # Asking --------------------------------------------------------------------------------------

    def get_column_width(self, column: int) -> int:
        """How wide a column is, in pixels."""
        found = self._column(column)
        if found is None:
            return -1
        self._update_layout()
        return found.width

    def get_item_area_rect(
        self, item: TreeItem | None, column: int = -1, button_index: int = -1
    ) -> Rect2:
        """Where an item lies, one of its cells, or a button of a cell; not scrolled."""
        if item is None or item._tree is not self:
            return Rect2()
        if column >= 0 and self._column(column) is None:
            return Rect2()
        self._update_layout()
        offset = self.get_theme_stylebox("panel").get_offset()
        height = item._height if item._top >= 0.0 else self._row_height(item)
        if item is self._root and self._hide_root:
            height = self.get_theme_constant("v_separation")
        y = offset.y
        if item._top >= 0.0 or item is self._root:
            y += max(item._top, 0.0) + self._title_height()
        if column < 0:
            return Rect2(0.0, y, self._w, height)
        x = offset.x + sum(one.width for one in self._columns[:column])
        width: float = self._columns[column].width
        if button_index >= 0:
            if item._button(column, button_index) is None:
                return Rect2()
            at, button_width = self._button_places(item._cells[column], x + width)[button_index]
            return Rect2(at, y, button_width, height)
        return Rect2(x, y, width, height)

    def _button_places(self, cell: Cell, right: float) -> list[tuple[float, float]]:
        """The left edges and widths of the buttons in a cell that ends at `right`."""
        places = []
        for button in reversed(cell.buttons):
            width = self._button_width(button.texture.get_width())
            right -= width
            places.append((right, width))
            right -= self.get_theme_constant("button_margin")
        return places[::-1]

    def _in_content(self, position: Vector2) -> tuple[float, float]:
        """A point in the coordinates of rows and columns."""
        offset = self.get_theme_stylebox("panel").get_offset()
        x = self._w - position.x if self.is_layout_rtl() else position.x
        scroll = self.get_scroll()
        x += scroll.x - offset.x
        y = position.y - offset.y - self._title_height()
        return x, y + scroll.y

    def _row_at(self, position: Vector2) -> TreeItem | None:
        self._update_layout()
        top = self.get_theme_stylebox("panel").get_margin(1) + self._title_height()
        y = self._in_content(position)[1]
        place = bisect_right(self._rows, y, key=lambda row: row[0]._top) - 1
        if position.y < top or place < 0:
            return None
        item = self._rows[place][0]
        return item if y < item._top + item._height else None

    def _column_of(self, x: float) -> int:
        for number, column in enumerate(self._columns):
            if x < column.width:
                return number if x >= 0.0 else -1
            x -= column.width
        return -1

    def get_item_at_position(self, position: Vector2) -> TreeItem | None:
        """The item at a point, or None."""
        item = self._row_at(position)
        return item if self._column_of(self._in_content(position)[0]) >= 0 else None

    def get_column_at_position(self, position: Vector2) -> int:
        """The column at a point where there is an item, or -1."""
        if self._row_at(position) is None:
            return -1
        return self._column_of(self._in_content(position)[0])

    def get_drop_section_at_position(self, position: Vector2) -> int:
        """-1 above, 0 on, 1 below the item at a point; -100 where there is none."""
        item = self.get_item_at_position(position)
        if item is None:
            return -100
        y = self._in_content(position)[1] - item._top
        if self._drop_mode == self.DROP_MODE_ON_ITEM:
            return 0
        if self._drop_mode == (self.DROP_MODE_ON_ITEM | self.DROP_MODE_INBETWEEN):
            quarter = item._height // 4
            return -1 if y < quarter else int(y >= item._height - quarter)
        return -1 if y < item._height // 2 else 1

    def _button_at(self, item: TreeItem, column: int, x: float) -> int:
        """The place of the button at a point of a cell, or -1."""
        right = sum(one.width for one in self._columns[: column + 1])
        for number, (left, width) in enumerate(self._button_places(item._cells[column], right)):
            if left <= x < left + width:
                return number
        return -1

    def get_button_id_at_position(self, position: Vector2) -> int:
        """The id of the button at a point, or -1."""
        item, column = self.get_item_at_position(position), self.get_column_at_position(position)
        if item is None or column < 0:
            return -1
        place = self._button_at(item, column, self._in_content(position)[0])
        return -1 if place < 0 else item._cells[column].buttons[place].id

    # Scrolling -----------------------------------------------------------------------------------

    def get_scroll(self) -> Vector2:
        """How far it is scrolled."""
        return Vector2(
            self._h_bar.get_value() if self._h_bar._visible else 0.0,
            self._v_bar.get_value() if self._v_bar._visible else 0.0,
        )

    def scroll_to_item(self, item: TreeItem, center_on_item: bool = False) -> None:
        """Scrolls until an item is seen."""
        self._update_layout()
        if item is None or item._tree is not self or item._top < 0.0 or not self._v_bar._visible:
            return
        page = self._v_bar.get_page()
        if center_on_item:
            self._v_bar.set_value(item._top - (page - item._height) / 2)
        elif item._top < self._v_bar.get_value():
            self._v_bar.set_value(item._top)
        elif item._top + item._height > self._v_bar.get_value() + page:
            self._v_bar.set_value(item._top + item._height - page)

    def ensure_cursor_is_visible(self) -> None:
        """Scrolls until what has the cursor is seen; downwards at the end of the frame."""
        item, bar = self._selected, self._v_bar
        if not self.is_inside_tree() or item is None or self._selected_column < 0:
            return
        self._update_layout()
        if item._top < 0.0 or not bar._visible:
            return
        end = item._top + item._height
        if item._top < bar.get_value():
            bar.set_value(item._top)
        elif end > bar.get_value() + bar.get_page():
            bar.call_deferred("set_value", end - bar.get_page())
