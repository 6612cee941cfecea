"""Which tabs of a TabBar are shown, and where."""

from __future__ import annotations

import math
from typing import Any

from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui._tab_bar_state import Tab, TabBarState
from engine.gui.text_line import TextLine


class TabBarLayout(TabBarState):
    """Sizes and places of tabs."""

    def _shaped(self, tab: Tab) -> TextLine:
        """The text of a tab, measured."""
        found = tab.shaped
        if found is None:
            found = tab.shaped = TextLine()
            font, size = self.get_theme_font("font"), self.get_theme_font_size("font_size")
            found.add_string(self.atr(tab.text), font, size, tab.language)
            found.set_text_overrun_behavior(3)
        return found

    def _tab_style(self, index: int, *, hover: bool = False) -> Any:
        if self._tabs[index].disabled:
            name = "tab_disabled"
        elif index == self._current:
            name = "tab_selected"
        else:
            name = "tab_hovered" if hover and index == self._hovered else "tab_unselected"
        return self.get_theme_stylebox(name)

    def _icon_size(self, tab: Tab) -> Vector2:
        if tab.icon is None:
            return Vector2.ZERO
        size = tab.icon.get_size()
        most = self.get_theme_constant("icon_max_width")
        if tab.icon_max_width > 0 and (most <= 0 or tab.icon_max_width < most):
            most = tab.icon_max_width
        if 0 < most < size.x:
            size = Vector2(most, size.y * most / size.x)
        return size

    def _has_cross(self, index: int) -> bool:
        """Whether a tab shows a cross."""
        policy = self._close_policy
        return policy == self.CLOSE_BUTTON_SHOW_ALWAYS or (
            policy == self.CLOSE_BUTTON_SHOW_ACTIVE_ONLY and index == self._current
        )

    def _tab_width(self, index: int) -> int:
        tab = self._tabs[index]
        gap = self.get_theme_constant("h_separation")
        bare = int(self._tab_style(index, hover=True).get_minimum_size().x)
        width = bare
        if tab.icon is not None:
            width += int(self._icon_size(tab).x) + gap
        if tab.text:
            width += tab.text_width + gap
        cross = self._has_cross(index)
        if cross or tab.button is not None:
            style = self.get_theme_stylebox("button_highlight")
            if tab.button is not None:
                if cross:
                    width += int(style.get_minimum_size().x) + tab.button.get_width()
                else:
                    width += int(style.get_margin(0)) + tab.button.get_width() + gap
            if cross:
                icon = self.get_theme_icon("close")
                width += int(style.get_margin(0)) + icon.get_width() + gap
        return width - gap if width > bare else width

    def _measure_tab(self, index: int) -> None:
        tab = self._tabs[index]
        if tab.shaped is not None and tab.shaped.get_width() >= 0.0:
            tab.shaped = None  # it was cut off
        shaped = self._shaped(tab)
        tab.text_width = math.ceil(shaped.get_size().x)
        tab.width = self._tab_width(index)
        if 0 < self._max_tab_width < tab.width:
            rest = tab.width - tab.text_width
            tab.text_width = max(max(rest, self._max_tab_width) - rest, 1)
            shaped.set_width(tab.text_width)
            tab.width = rest + tab.text_width

    def _arrows_width(self) -> int:
        """The width of both arrows."""
        width: int = self.get_theme_icon("increment").get_width()
        other: int = self.get_theme_icon("decrement").get_width()
        return width + other

    def _update_cache(self) -> None:
        """Computes sizes and places of all tabs."""
        tabs = self._tabs
        if not tabs or self._tree is None:
            self._arrows_shown = False
            return
        for index in range(len(tabs)):
            self._measure_tab(index)
        limit = int(self._w)
        room = limit - self._arrows_width()
        gap = self.get_theme_constant("tab_separation")
        x = self._place_from_first(limit, room, gap)
        self._more_right = self._last_shown < len(tabs) - 1
        self._arrows_shown = self._first_shown > 0 or self._more_right
        spare = (room if self._arrows_shown else limit) - x
        if self._alignment != self.ALIGNMENT_LEFT:
            shift = spare // 2 if self._alignment == self.ALIGNMENT_CENTER else spare
            for tab in tabs[self._first_shown : self._last_shown + 1]:
                tab.x += shift

    def _place_from_first(self, limit: int, room: int, gap: int) -> int:
        """Places tabs from the first one shown, as long as they fit; where they end."""
        tabs, first = self._tabs, self._first_shown
        self._last_shown = len(tabs) - 1
        x = 0
        for index, tab in enumerate(tabs):
            if index < first or index > self._last_shown:
                tab.x = 0
                continue
            tab.x = x
            if tab.hidden:
                continue
            x += tab.width + gap
            if (
                self._clip_tabs
                and index > first
                and (x - gap > limit or (first > 0 and x - gap > room))
            ):
                x = self._without_last(index, x, room, gap)
        return max(x - gap, 0)

    def _without_last(self, index: int, x: int, room: int, gap: int) -> int:
        """Takes tabs away at the end until the arrows have room; where the others end."""
        last = index
        while last > self._first_shown and (last == index or x - gap > room):
            tab = self._tabs[last]
            tab.x = 0
            if not tab.hidden:
                x -= tab.width + gap
            last -= 1
        self._last_shown = last
        return x

    def _tabs_changed(self) -> None:
        """Something changed that tabs are measured or drawn by."""
        self._update_cache()
        if self._scroll_to_selected:
            self._bring_into_view(self._current)
        self.queue_redraw()
        self.update_minimum_size()

    def _show_no_gap(self) -> None:
        """Scrolls back as long as there is room for tabs on the left."""
        if not self._tabs or self._tree is None:
            return
        room = int(self._w) - self._arrows_width()
        gap = self.get_theme_constant("tab_separation")
        before = self._first_shown
        while self._first_shown > 0:
            shown = self._tabs[self._first_shown - 1 :]
            needed = sum(tab.width + gap for tab in shown if not tab.hidden) - gap
            if needed > (int(self._w) if self._first_shown == 1 else room):
                break
            self._first_shown -= 1
        if before != self._first_shown:
            self._update_cache()
            self.queue_redraw()

    def ensure_tab_visible(self, idx: int) -> None:
        """Scrolls so that a tab is shown."""
        if self._tabs and self._tab_at(idx) is not None:
            self._bring_into_view(idx)

    def _bring_into_view(self, idx: int) -> None:
        if not 0 <= idx < len(self._tabs):
            return
        if self._tree is None or not self._arrows_shown or self._tabs[idx].hidden:
            return
        if self._first_shown <= idx <= self._last_shown:
            return
        if idx < self._first_shown:
            self._first_shown = idx
        else:
            while self._last_shown < idx and self._first_shown < idx:
                self._first_shown += 1
                self._update_cache()
        self._update_cache()
        self.queue_redraw()

    def get_tab_rect(self, tab_idx: int) -> Rect2:
        """Where a tab lies."""
        tab = self._tab_at(tab_idx)
        if tab is None:
            return Rect2()
        x = self._w - tab.x - tab.width if self.is_layout_rtl() else tab.x
        return Rect2(x, 0.0, tab.width, self._h)

    def get_tab_idx_at_point(self, point: Vector2) -> int:
        """The tab at a point; -1 when there is none."""
        if not self._tabs:
            return -1
        for index in range(self._first_shown, self._last_shown + 1):
            if not self._tabs[index].hidden and self.get_tab_rect(index).has_point(point):
                return index
        return -1

    def get_minimum_size(self) -> Vector2:
        """As high as the highest tab; as wide as all of them, or as the widest with arrows."""
        if not self._tabs:
            return Vector2()
        names = ("tab_unselected", "tab_hovered", "tab_selected", "tab_disabled")
        margin = max(self.get_theme_stylebox(name).get_minimum_size().y for name in names)
        width, widest, count, height = 0, 0, 0, 0.0
        gap = self.get_theme_constant("tab_separation")
        for index, tab in enumerate(self._tabs):
            if tab.hidden:
                continue
            self._measure_tab(index)
            count += 1
            width += tab.width + gap
            widest = max(widest, tab.width)
            height = max(height, self._shaped(tab).get_size().y + margin)
            if tab.icon is not None:
                height = max(height, self._icon_size(tab).y + margin)
        width = max(width - gap, 0)
        if self._clip_tabs and count > 1:
            width = widest + self._arrows_width()
        return Vector2(width, height)
