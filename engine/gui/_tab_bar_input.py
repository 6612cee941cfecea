"""How a TabBar answers to the mouse, to keys, and to dragging."""

from __future__ import annotations

from typing import Any

from engine.core.input_enums import (
    MOUSE_BUTTON_LEFT,
    MOUSE_BUTTON_MIDDLE,
    MOUSE_BUTTON_RIGHT,
    MOUSE_BUTTON_WHEEL_DOWN,
    MOUSE_BUTTON_WHEEL_UP,
)
from engine.core.input_event import InputEvent
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.vector2 import Vector2
from engine.gui._tab_bar_state import Area
from engine.gui._tab_bar_tabs import TabBarTabs
from engine.scene.node import Node

_KIND = "tab_bar_tab"


class TabBarInput(TabBarTabs):
    """Selecting, scrolling, closing and rearranging."""

    def _on_gui_input(self, event: InputEvent) -> None:
        super()._on_gui_input(event)
        if isinstance(event, InputEventMouseMotion):
            self._hover_arrows(event.position)
            if self._tabs:
                self._update_hover(self.get_local_mouse_position())
        elif isinstance(event, InputEventMouseButton):
            if event.pressed:
                self._press(event)
            elif event.button_index == MOUSE_BUTTON_LEFT:
                self._release()
        elif event.is_pressed():
            for action, forward in (("ui_right", True), ("ui_left", False)):
                if event.is_action(action, True):
                    forward = forward is not self.is_layout_rtl()
                    if (
                        self.select_next_available()
                        if forward
                        else self.select_previous_available()
                    ):
                        self.accept_event()

    # Mouse ---------------------------------------------------------------------------------------

    def _arrow_at(self, position: Vector2) -> int:
        """0 for the arrow back, 1 for the one forward, -1 for none."""
        if not self._arrows_shown:
            return -1
        x = self._w - position.x if self.is_layout_rtl() else position.x
        start = self._w - self._arrows_width()
        if x > start + self.get_theme_icon("decrement").get_width():
            return 1
        return 0 if x > start else -1

    def _hover_arrows(self, position: Vector2) -> None:
        arrow = self._arrow_at(position)
        if arrow != self._arrow_hovered:
            self._arrow_hovered = arrow
            self.queue_redraw()

    def _update_hover(self, position: Vector2) -> None:
        hovered = self.get_tab_idx_at_point(position)
        button = close = -1
        if hovered >= 0:
            tab = self._tabs[hovered]
            if _holds(tab.button_area, position):
                button = hovered
            elif not tab.disabled and _holds(tab.close_area, position):
                close = hovered
        if (button, close) != (self._hovered_button, self._hovered_close):
            self._hovered_button, self._hovered_close = button, close
            self.queue_redraw()
        if hovered != self._hovered:
            self._hovered = hovered
            if hovered >= 0:
                self._emit_if_heard("tab_hovered", hovered)
            self._update_cache()
            self.queue_redraw()

    def _leave(self) -> None:
        """The mouse has left."""
        self._hovered = self._hovered_button = self._hovered_close = self._arrow_hovered = -1
        self.queue_redraw()

    def _scroll(self, way: int) -> None:
        if way < 0 and self._first_shown > 0:
            self._first_shown -= 1
        elif way > 0 and self._more_right and self._first_shown < len(self._tabs):
            self._first_shown += 1
        else:
            return
        self._update_cache()
        self.queue_redraw()

    def _press(self, event: InputEventMouseButton) -> None:
        button = event.button_index
        if button in (MOUSE_BUTTON_WHEEL_UP, MOUSE_BUTTON_WHEEL_DOWN):
            if self._scrolling and self._arrows_shown and not event.is_command_or_control_pressed():
                self._scroll(-1 if button == MOUSE_BUTTON_WHEEL_UP else 1)
        elif button == MOUSE_BUTTON_MIDDLE:
            index = self.get_tab_idx_at_point(event.position)
            if self._close_with_middle and index >= 0:
                self._emit_if_heard("tab_close_pressed", index)
        elif button == MOUSE_BUTTON_LEFT or (
            self._select_with_rmb and button == MOUSE_BUTTON_RIGHT
        ):
            self._click(event)

    def _click(self, event: InputEventMouseButton) -> None:
        position = event.position
        arrow = self._arrow_at(position)
        if arrow >= 0:
            self._scroll(1 if arrow else -1)
            return
        index = self.get_tab_idx_at_point(position)
        if index < 0:
            return
        tab = self._tabs[index]
        if _holds(tab.button_area, position):
            self._button_pressing = True
            self.queue_redraw()
        elif self._has_cross(index) and _holds(tab.close_area, position):
            self._close_pressing = True
            self.queue_redraw()
        elif not tab.disabled:
            self.set_current_tab(-1 if self._deselecting and index == self._current else index)
            if event.button_index == MOUSE_BUTTON_RIGHT:
                self._emit_if_heard("tab_rmb_clicked", index)
            self._emit_if_heard("tab_clicked", index)

    def _release(self) -> None:
        if self._button_pressing:
            self._button_pressing = False
            self.queue_redraw()
            if self._hovered_button >= 0:
                self._emit_if_heard("tab_button_pressed", self._hovered_button)
        if self._close_pressing:
            self._close_pressing = False
            self.queue_redraw()
            if self._hovered_close >= 0:
                self._emit_if_heard("tab_close_pressed", self._hovered_close)

    def get_tooltip(self, at_position: Vector2 = Vector2.ZERO) -> str:
        """The tooltip of the tab at a point, or of the bar."""
        index = self.get_tab_idx_at_point(at_position)
        if index >= 0 and self._tabs[index].tooltip:
            return self._tabs[index].tooltip
        return super().get_tooltip(at_position)

    # Dragging ------------------------------------------------------------------------------------

    def _engine_drag_data(self, at: Vector2) -> Any:
        index = self.get_tab_idx_at_point(at)
        if not self._rearranging or index < 0:
            return None
        return {"type": _KIND, "tab_index": index, "from_path": self.get_path()}

    def _bar_of(self, data: Any) -> TabBarInput | None:
        """The bar that a dragged tab comes from, if it may be dropped here."""
        if not (self._rearranging and isinstance(data, dict) and data.get("type") == _KIND):
            return None
        bar: Node | None = self.get_node_or_null(data["from_path"])
        if bar is self:
            return self
        if isinstance(bar, TabBarInput) and self._rearrange_group >= 0:
            return bar if bar._rearrange_group == self._rearrange_group else None
        return None

    def _engine_can_drop(self, at: Vector2, data: Any) -> bool:
        return self._bar_of(data) is not None

    def _engine_drop(self, at: Vector2, data: Any) -> None:
        bar = self._bar_of(data)
        if bar is None:
            return
        index, to = int(data["tab_index"]), self.get_tab_idx_at_point(at)
        if bar is self:
            to = len(self._tabs) - 1 if to < 0 else to
            self.move_tab(index, to)
            if not self._tabs[to].disabled:
                self._emit_if_heard("active_tab_rearranged", to)
                self.set_current_tab(to)
        elif 0 <= index < len(bar._tabs):
            to = len(self._tabs) if to < 0 else to
            tab = bar._tabs[index]
            bar.remove_tab(index)
            self._tabs.insert(to, tab)
            tab.shaped = None
            if self._current >= to:
                self._current += 1
            self._tabs_changed()
            if not tab.disabled:
                self.set_current_tab(to)


def _holds(area: Area, position: Vector2) -> bool:
    x, y, w, h = area
    return x <= position.x < x + w and y <= position.y < y + h
