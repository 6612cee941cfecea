"""How a TabBar is drawn."""

from __future__ import annotations

from typing import Any

from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui._canvas_shapes import rgba
from engine.gui._tab_bar_input import TabBarInput
from engine.gui._tab_bar_state import Area, Tab
from engine.servers.canvas import TRANSFORM, WHITE, Rgba

_FAINT = (1.0, 1.0, 1.0, 0.5)
_NOWHERE: Area = (0.0, 0.0, 0.0, 0.0)


class TabBarDrawing(TabBarInput):
    """The reactions of the engine's own."""

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == 30:  # DRAW
            self._draw_tabs()
        elif what == 40:  # RESIZED
            self._update_cache()
            self._show_no_gap()
            if self._scroll_to_selected:
                self._bring_into_view(self._current)
        elif what in (45, 49, 2010):  # THEME_CHANGED, LAYOUT_DIRECTION_CHANGED, TRANSLATION_CHANGED
            for tab in self._tabs:
                tab.shaped = None
            self._tabs_changed()
        elif what == 42:  # MOUSE_EXIT
            self._leave()

    def _draw_tabs(self) -> None:
        if not self._tabs:
            return
        for index in range(self._first_shown, self._last_shown + 1):
            if not self._tabs[index].hidden and index != self._current:
                self._draw_tab(index)
        current = self._current
        if self._first_shown <= current <= self._last_shown and not self._tabs[current].hidden:
            self._draw_tab(current)
        if self._arrows_shown:
            self._draw_arrows()

    def _draw_arrows(self) -> None:
        rtl = self.is_layout_rtl()
        x = 0.0 if rtl else self._w - self._arrows_width()
        arrows = (("decrement", 0, self._first_shown > 0), ("increment", 1, self._more_right))
        for name, number, usable in reversed(arrows) if rtl else arrows:
            bright = usable and self._arrow_hovered == number
            icon = self.get_theme_icon(f"{name}_highlight" if bright else name)
            y = int((self._h - icon.get_height()) / 2)
            icon._draw_at(self._commands, x, float(y), WHITE if usable else _FAINT)
            x += icon.get_width()

    def _state_of(self, index: int) -> str:
        if self._tabs[index].disabled:
            return "disabled"
        if index == self._current:
            return "selected"
        return "hovered" if index == self._hovered else "unselected"

    def _draw_tab(self, index: int) -> None:
        tab, state = self._tabs[index], self._state_of(index)
        style = self.get_theme_stylebox(f"tab_{state}")
        area = self.get_tab_rect(index)
        if self._flipped:
            turned = (1.0, 0.0, 0.0, -1.0, 0.0, area.size.y)
            self._commands.append((TRANSFORM, turned))
        style._draw_into(self._commands, area)
        if self._flipped:
            self._commands.append((TRANSFORM, None))
        if index == self._current and self.has_focus(True):
            self.get_theme_stylebox("tab_focus")._draw_into(self._commands, area)
        rtl = self.is_layout_rtl()
        edge = style.get_margin(0)
        x = area.end.x - edge if rtl else area.position.x + edge
        top, least = style.get_margin(1), style.get_minimum_size().y
        self._draw_content(tab, index, x, top, self._h - least, state, -1 if rtl else 1)

    def _draw_content(
        self, tab: Tab, index: int, x: float, top: float, room: float, state: str, way: int
    ) -> None:
        """Icon, text and buttons, one after the other, from the left or (way -1) the right."""
        gap = self.get_theme_constant("h_separation")
        if tab.icon is not None:
            size = self._icon_size(tab)
            at = Vector2(int(x if way > 0 else x - size.x), int(top + (room - size.y) / 2))
            color = rgba(self.get_theme_color(f"icon_{state}_color"))
            tab.icon._draw_into(self._commands, Rect2(at, size), False, color)
            x += way * (size.x + gap)
        if tab.text:
            shaped = self._shaped(tab)
            start = x if way > 0 else x - tab.text_width
            at = Vector2(int(start), int(top + (room - shaped.get_size().y) / 2))
            outline = self.get_theme_constant("outline_size")
            shade = self.get_theme_color("font_outline_color")
            if outline > 0 and shade.a > 0.0:
                shaped.draw_outline(self._commands, at, outline, shade)
            shaped.draw(self._commands, at, self.get_theme_color(f"font_{state}_color"))
            x += way * (tab.text_width + gap)
        tab.button_area = tab.close_area = _NOWHERE
        if tab.button is not None:
            color = rgba(self.get_theme_color(f"icon_{state}_color"))
            hover = self._hovered_button == index
            pressed = self._button_pressing
            tab.button_area = self._draw_button(
                tab.button, x, top, room, way, hover, pressed, color
            )
            x += way * tab.button_area[2]
        if self._has_cross(index):
            icon = self.get_theme_icon("close")
            hover, pressed = self._hovered_close == index, self._close_pressing
            tab.close_area = self._draw_button(icon, x, top, room, way, hover, pressed, WHITE)

    def _draw_button(
        self,
        icon: Any,
        x: float,
        top: float,
        room: float,
        way: int,
        hover: bool,
        pressed: bool,
        color: Rgba,
    ) -> Area:
        """Draws a button within a tab; where it lies."""
        style = self.get_theme_stylebox("button_highlight")
        w, h = style.get_minimum_size() + icon.get_size()
        left, y = (x if way > 0 else x - w), top + (room - h) / 2
        if hover:
            shown = self.get_theme_stylebox("button_pressed") if pressed else style
            shown._draw_into(self._commands, Rect2(left, y, w, h))
        at = Vector2(int(left + style.get_margin(0)), int(y + style.get_margin(1)))
        icon._draw_at(self._commands, at.x, at.y, color)
        return left, y, w, h
