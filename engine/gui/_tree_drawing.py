"""How a Tree is drawn: only the rows that are seen."""

from __future__ import annotations

from typing import Any

from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui._canvas_shapes import rgba
from engine.gui._tree_cell import Cell
from engine.gui._tree_input import TreeInput
from engine.gui.tree_item import TreeItem
from engine.servers.canvas import CLIP, CLIP_END, CLIP_IGNORE, LINES, RECT

_CHECK, _RANGE, _ICON, _CUSTOM = range(1, 5)


class TreeDrawing(TreeInput):
    """The reactions of the engine's own."""

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == 30:  # DRAW
            self._draw_tree()
        elif what == 40:  # RESIZED
            self._layout_changed()
        elif what in (45, 49, 2010):  # THEME_CHANGED, LAYOUT_DIRECTION_CHANGED, TRANSLATION_CHANGED
            self._reshape()
        elif what == 42:  # MOUSE_EXIT
            self._hover(None, -1)
        elif what == 1 and self._root is not None:  # PREDELETE
            self._root._free_now()

    def _reshape(self) -> None:
        for item in self._all_items():
            for cell in item._cells:
                cell.shaped = None
        for column in self._columns:
            column.shaped = None
        self._layout_changed()

    def _draw_tree(self) -> None:
        self._update_layout()
        commands = self._commands
        whole = Rect2(0.0, 0.0, self._w, self._h)
        panel = self.get_theme_stylebox("panel")
        panel._draw_into(commands, whole)
        if self.has_focus(True):
            commands.append((CLIP_IGNORE, True))
            self.get_theme_stylebox("focus")._draw_into(commands, whole)
            commands.append((CLIP_IGNORE, False))
        left, top, right, bottom = (panel.get_margin(side) for side in range(4))
        titles = self._title_height()
        room = Rect2(left, top, max(self._w - left - right, 0.0), max(self._h - top - bottom, 0.0))
        if titles:
            commands.append((CLIP, *room.position, *room.size))
            self._draw_titles(left - self.get_scroll().x, top, titles)
            commands.append((CLIP_END,))
        height = max(room.size.y - titles, 0.0)
        commands.append((CLIP, left, top + titles, room.size.x, height))
        x, y = left - self.get_scroll().x, top + titles - self.get_scroll().y
        for item, depth in self._rows:
            if y + item._top > self._h:
                break
            if y + item._top + item._height >= 0.0:
                self._draw_row(item, depth, x, y + item._top)
        commands.append((CLIP_END,))

    def _draw_titles(self, x: float, y: float, height: float) -> None:
        color = self.get_theme_color("title_button_color")
        for number, column in enumerate(self._columns):
            state = "pressed" if number == self._pressed_title else "normal"
            style = self.get_theme_stylebox(f"title_button_{state}")
            style._draw_into(self._commands, Rect2(x, y, column.width, height))
            title = self._title(column)
            size, free = title.get_size(), column.width - style.get_minimum_size().x
            spare = max(free - size.x, 0.0)
            place = style.get_margin(0) + spare * (0.0, 0.5, 1.0, 0.0)[column.alignment]
            title.set_width(max(free, 0.0))
            title.draw(
                self._commands, Vector2(int(x + place), int(y + (height - size.y) / 2)), color
            )
            x += column.width

    # Rows ----------------------------------------------------------------------------------------

    def _draw_row(self, item: TreeItem, depth: int, x: float, y: float) -> None:
        margin = self.get_theme_constant("item_margin") * depth
        gap = self.get_theme_constant("h_separation")
        row = Rect2(x, y, sum(column.width for column in self._columns), item._height)
        self._draw_guide(row)
        if self._select_mode == self.SELECT_ROW:
            self._draw_background(item, 0, row)
        for number, column in enumerate(self._columns):
            cell = Rect2(x, y, column.width, item._height)
            before = margin if number == 0 else gap
            inner = Rect2(x + before, y, max(column.width - before, 0.0), item._height)
            if self._select_mode != self.SELECT_ROW:
                self._draw_background(item, number, inner if number == 0 else cell)
            self._draw_cell(item, number, inner)
            x += column.width
        if item._kids and not item._folding_disabled and not self._hide_folding:
            self._draw_arrow(item, row.position.x + margin, y)

    def _draw_guide(self, row: Rect2) -> None:
        if not self.get_theme_constant("draw_guides"):
            return
        color = rgba(self.get_theme_color("guide_color"))
        (x, y), (w, h) = row
        self._commands.append((LINES, ((x, y + h), (x + w, y + h)), color, 1.0, False))

    def _draw_arrow(self, item: TreeItem, right: float, y: float) -> None:
        rtl = self.is_layout_rtl()
        name = "arrow"
        if item._collapsed:
            name = "arrow_collapsed_mirrored" if rtl else "arrow_collapsed"
        icon = self.get_theme_icon(name)
        margin = self.get_theme_constant("item_margin")
        x = right - margin + (margin - icon.get_width()) / 2
        at = y + int((item._height - icon.get_height()) / 2)
        icon._draw_at(self._commands, x, at, (1.0, 1.0, 1.0, 1.0))

    def _draw_background(self, item: TreeItem, number: int, rect: Rect2) -> None:
        cell = item._cells[number]
        if cell.background is not None:
            color = rgba(cell.background)
            (x, y), (w, h) = rect
            if cell.background_outline:
                corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
                edges = tuple(corners[side // 2 % 4] for side in (0, 2, 2, 4, 4, 6, 6, 0))
                self._commands.append((LINES, edges, color, -1.0, False))
            else:
                self._commands.append((RECT, x, y, w, h, color))
        if cell.style is not None:
            cell.style._draw_into(self._commands, rect)
        focus = "_focus" if self.has_focus(True) else ""
        hovered = item is self._hovered and (
            number == self._hovered_column or self._select_mode == self.SELECT_ROW
        )
        selected = cell.selected and cell.selectable
        if hovered:
            name = f"hovered_selected{focus}" if selected else "hovered"
            self.get_theme_stylebox(name)._draw_into(self._commands, rect)
        elif selected:
            self.get_theme_stylebox(f"selected{focus}")._draw_into(self._commands, rect)
        if (
            self._select_mode == self.SELECT_MULTI
            and item is self._selected
            and number == self._selected_column
        ):
            name = "cursor" if focus else "cursor_unfocused"
            self.get_theme_stylebox(name)._draw_into(self._commands, rect)

    def _text_color(self, item: TreeItem, number: int) -> Color:
        cell = item._cells[number]
        selected = cell.selected and cell.selectable
        if item is self._hovered and (
            number == self._hovered_column or self._select_mode == self.SELECT_ROW
        ):
            return self.get_theme_color(
                "font_hovered_selected_color" if selected else "font_hovered_color"
            )
        if cell.color is not None:
            return cell.color
        if selected:
            return self.get_theme_color("font_selected_color")
        return self.get_theme_color("font_color")

    # Cells ---------------------------------------------------------------------------------------

    def _draw_cell(self, item: TreeItem, number: int, rect: Rect2) -> None:
        cell = item._cells[number]
        (x, y), (w, h) = rect
        x += self.get_theme_constant("inner_item_margin_left")
        end = rect.position.x + w - self.get_theme_constant("inner_item_margin_right")
        end = self._draw_buttons(item, number, end, y)
        if cell.mode == _CHECK:
            x += self._draw_check(cell, x, y, h)
        elif cell.mode == _RANGE and cell.editable:
            icon = self.get_theme_icon("select_arrow" if cell.text else "updown")
            end -= icon.get_width()
            at = y + int((h - icon.get_height()) / 2)
            icon._draw_at(self._commands, end, at, (1.0, 1.0, 1.0, 1.0))
        if cell.icon is not None:
            x += self._draw_icon(cell, x, y, end - x, h)
        if cell.mode != _ICON and end > x:
            self._draw_text(item, number, Rect2(x, y, end - x, h))
        if cell.mode == _CUSTOM and cell.custom_draw is not None:
            draw: Any = cell.custom_draw
            draw(item, rect)

    def _draw_buttons(self, item: TreeItem, number: int, end: float, y: float) -> float:
        """Draws the buttons at the right end; where they begin."""
        cell = item._cells[number]
        for place, (left, width) in enumerate(self._button_places(cell, end)):
            button = cell.buttons[place]
            area = Rect2(left, y, width, item._height)
            if self._pressed_on == (item, number, place):
                self.get_theme_stylebox("button_pressed")._draw_into(self._commands, area)
            red, green, blue, alpha = rgba(button.color)
            color = (red, green, blue, alpha * (0.5 if button.disabled else 1.0))
            w, h = button.texture.get_width(), button.texture.get_height()
            at_y = y + int((item._height - h) / 2)
            button.texture._draw_at(self._commands, left + (width - w) / 2, at_y, color)
            end = min(end, left)
        return end

    def _draw_check(self, cell: Cell, x: float, y: float, height: float) -> float:
        """Draws a check box; how much room it takes."""
        name = "checked" if cell.checked else "unchecked"
        if cell.indeterminate:
            name = "indeterminate"
        icon = self.get_theme_icon(name if cell.editable else f"{name}_disabled")
        at = y + int((height - icon.get_height()) / 2)
        icon._draw_at(self._commands, x, at, (1.0, 1.0, 1.0, 1.0))
        return float(icon.get_width() + self.get_theme_constant("check_h_separation"))

    def _draw_icon(self, cell: Cell, x: float, y: float, w: float, h: float) -> float:
        """Draws the icon of a cell; how much room it takes."""
        size = self._icon_size(cell)
        if cell.mode == _ICON:
            x += max(w - size.x, 0.0) * (0.0, 0.5, 1.0, 0.0)[cell.alignment]
        rect = Rect2(Vector2(x, y + int((h - size.y) / 2)), size)
        region = cell.icon_region
        for texture in (cell.icon, cell.icon_overlay):
            if texture is None:
                continue
            if region.size.x > 0.0 and region.size.y > 0.0 and texture is cell.icon:
                source = region
            else:
                source = Rect2(Vector2.ZERO, texture.get_size())
            texture._draw_part(self._commands, rect, source, rgba(cell.icon_modulate))
        return float(size.x + self.get_theme_constant("icon_h_separation"))

    def _draw_text(self, item: TreeItem, number: int, rect: Rect2) -> None:
        cell = item._cells[number]
        shaped = self._cell_text(cell)
        (x, y), (w, h) = rect
        shaped.set_width(w)
        shaped.set_alignment(cell.alignment if cell.alignment < 3 else 0)
        at = Vector2(x, y + int((h - shaped.get_size().y) / 2))
        outline = self.get_theme_constant("outline_size")
        if outline > 0:
            shade = self.get_theme_color("font_outline_color")
            shaped.draw_outline(self._commands, at, outline, shade)
        shaped.draw(self._commands, at, self._text_color(item, number))
