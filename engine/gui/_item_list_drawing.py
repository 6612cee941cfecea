"""How an ItemList is drawn: only the rows that are seen."""

from __future__ import annotations

from typing import Any

from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui._canvas_shapes import rgba
from engine.gui._item_list_input import ItemListInput
from engine.gui._item_list_state import Item
from engine.servers.canvas import CLIP_IGNORE, LINES, RECT, TILE

_NO_COLOR = Color(0.0, 0.0, 0.0, 0.0)


class ItemListDrawing(ItemListInput):
    """The reactions of the engine's own."""

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == 30:  # DRAW
            self._draw_list()
        elif what == 40:  # RESIZED
            self._layout_changed()
        elif what in (45, 49, 2010):  # THEME_CHANGED, LAYOUT_DIRECTION_CHANGED, TRANSLATION_CHANGED
            for item in self._items:
                item.shaped = None
            self._layout_changed()
        elif what == 42:  # MOUSE_EXIT
            self._hover(-1)

    def _draw_list(self) -> None:
        self.force_update_list_size()
        self._place_bars()
        commands = self._commands
        whole = Rect2(0.0, 0.0, self._w, self._h)
        panel = self.get_theme_stylebox("panel")
        panel._draw_into(commands, whole)
        focused = self.has_focus(True)
        if focused:
            commands.append((CLIP_IGNORE, True))
            self.get_theme_stylebox("focus")._draw_into(commands, whole)
            commands.append((CLIP_IGNORE, False))
        self._scroll_to_current()
        offset = panel.get_offset()
        x = offset.x - int(self._h_bar.get_value())
        y = offset.y - int(self._v_bar.get_value())
        width = self._inner_width()
        if self._icon_mode != self.ICON_MODE_TOP:
            self._draw_guides(panel.get_margin(0), y, width)
        for number, item in enumerate(self._items):
            if y + item.y > self._h:
                break
            if y + item.y + item.h >= 0.0:
                self._draw_item(number, item, x, y, width)
        self._draw_hints(offset, width)

    def _draw_guides(self, left: float, y: float, width: float) -> None:
        color = rgba(self.get_theme_color("guide_color"))
        for guide in self._guides:
            at = float(int(y + guide))
            if 0.0 <= at <= self._h:
                self._commands.append((LINES, ((left, at), (width, at)), color, -1.0, False))

    def _draw_item(self, number: int, item: Item, x: float, y: float, width: float) -> None:
        w = width - item.x if self._columns == 1 else item.w
        rtl = self.is_layout_rtl()
        left = x + item.x
        cell = Rect2(self._w - left - w if rtl else left, y + item.y, w, item.h)
        style = self._background_style(number, item)
        if style is not None:
            style._draw_into(self._commands, cell)
        if item.background.a > 0.001:
            (cx, cy), (cw, ch) = cell
            self._commands.append((RECT, cx, cy, cw, ch, rgba(item.background)))
        text_x, text_y = self._draw_icon(item, x, y)
        if item.text:
            self._draw_text(number, item, x + item.x + text_x, y + item.y + text_y, width)
        if self._select_mode == self.SELECT_MULTI and number == self._current:
            name = "cursor" if self.has_focus(True) else "cursor_unfocused"
            self.get_theme_stylebox(name)._draw_into(self._commands, cell)

    def _background_style(self, number: int, item: Item) -> Any:
        focus = "_focus" if self.has_focus(True) else ""
        if number == self._hovered:
            name = f"hovered_selected{focus}" if item.selected else "hovered"
            return self.get_theme_stylebox(name)
        return self.get_theme_stylebox(f"selected{focus}") if item.selected else None

    def _draw_icon(self, item: Item, x: float, y: float) -> tuple[float, float]:
        """Draws the icon; where the text begins within the cell."""
        above = self._icon_mode == self.ICON_MODE_TOP
        gap = max(self.get_theme_constant("v_separation" if above else "h_separation"), 0) / 2
        if item.icon is None:
            return (0.0, 0.0)
        room = self._icon_size(item)
        margin = self.get_theme_constant("icon_margin")
        at = Vector2(x + item.x, y + item.y)
        if above:
            at += Vector2(int((item.w - room.x) / 2), margin)
            text = 0.0, room.y + margin * 2 + gap
        else:
            at += Vector2(gap, int((item.h - room.y) / 2))
            text = room.x + margin + gap, 0.0
        size = self._own_icon_size(item) * self._icon_scale
        if room.x < size.x or room.y < size.y or room != size:
            size = _fitted(size, room)
        at += ((room - size) / 2.0).floor()
        if self.is_layout_rtl():
            at = Vector2(self._w - at.x - size.x, at.y)
        red, green, blue, alpha = rgba(item.modulate)
        color = red, green, blue, alpha * 0.5 if item.disabled else alpha
        if item.region.size.x > 0.0 and item.region.size.y > 0.0:
            source = item.region
        else:
            source = Rect2(Vector2.ZERO, item.icon.get_size())
        shown = Vector2(size.y, size.x) if item.transposed else size
        item.icon._draw_part(self._commands, Rect2(at, shown), source, color, item.transposed)
        return text

    def _draw_text(self, number: int, item: Item, x: float, y: float, width: float) -> None:
        color = self._text_color(number, item)
        h_gap = max(self.get_theme_constant("h_separation"), 0) / 2
        v_gap = max(self.get_theme_constant("v_separation"), 0) / 2
        shaped = self._shaped(item)
        size = shaped.get_size()
        rtl = self.is_layout_rtl()
        if self._icon_mode == self.ICON_MODE_TOP:
            if self._max_text_lines > 0:
                shaped.set_width(item.w)
            else:
                x += (item.w - size.x) / 2
            y += v_gap
        else:
            x += h_gap
            y += (item.h - size.y) / 2
            room = (item.w if self._columns > 1 else width - item.x) - (x - item.x) + h_gap
            if self._columns == 1:
                room = width - x + self.get_theme_stylebox("panel").get_offset().x
            if room <= 0.0:
                return
            shaped.set_width(room)
            shaped.set_alignment(2 if rtl else 0)
            if rtl:
                x = self._w - x - room
        at = Vector2(x, y)
        outline = self.get_theme_constant("outline_size")
        if outline > 0:
            shade = self.get_theme_color("font_outline_color")
            if shade.a > 0.0:
                shaped.draw_outline(self._commands, at, outline, shade)
        shaped.draw(self._commands, at, color)

    def _text_color(self, number: int, item: Item) -> Color:
        if number == self._hovered:
            name = "font_hovered_selected_color" if item.selected else "font_hovered_color"
            color = self.get_theme_color(name)
        elif item.selected:
            color = self.get_theme_color("font_selected_color")
        elif item.foreground != _NO_COLOR:
            color = item.foreground
        else:
            color = self.get_theme_color("font_color")
        return color.replace(a=color.a * 0.5) if item.disabled else color

    def _draw_hints(self, offset: Vector2, width: float) -> None:
        """Shades at the ends behind which there is more."""
        mode = self._scroll_hint_mode
        icon = self.get_theme_icon("scroll_hint")
        if mode == self.SCROLL_HINT_MODE_DISABLED or icon is None or not self._v_bar._visible:
            return
        value, end = self._v_bar.get_value(), self._v_bar.get_max() - self._v_bar.get_page()
        color = rgba(self.get_theme_color("scroll_hint_color"))
        high = float(icon.get_height())
        flags = TILE if self._tile_scroll_hint else 0
        if mode != self.SCROLL_HINT_MODE_BOTTOM and value > 1.0:
            rect = Rect2(0.0, 0.0, self._w, high)
            icon._draw_into(self._commands, rect, bool(flags), color)
        if mode != self.SCROLL_HINT_MODE_TOP and value < end - 1.0:
            rect = Rect2(0.0, self._h - high, self._w, -high)
            icon._draw_into(self._commands, rect, bool(flags), color)


def _fitted(size: Vector2, room: Vector2) -> Vector2:
    """The largest size of the same shape within a room."""
    if size.x <= 0.0 or size.y <= 0.0:
        return room
    scale = min(room.x / size.x, room.y / size.y)
    return size * scale
