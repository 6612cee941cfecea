"""`ScrollContainer`: shows a part of something larger, with scroll bars."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, ClassVar

from engine.core import output
from engine.core.accessors import accessors
from engine.core.geometry_enums import Side
from engine.core.input import Input
from engine.core.input_event import InputEvent
from engine.core.input_event_gesture import InputEventPanGesture
from engine.core.input_event_mouse import InputEventMouseButton
from engine.core.rect2 import Rect2
from engine.core.signal import Signal
from engine.core.vector2 import Vector2
from engine.gui import _touch_scroll
from engine.gui.container import Container
from engine.gui.panel_container import PanelContainer
from engine.gui.scroll_bar import HScrollBar, ScrollBar, VScrollBar
from engine.gui.texture_rect import TextureRect

_WHEEL_UP, _WHEEL_DOWN, _WHEEL_LEFT, _WHEEL_RIGHT = 4, 5, 6, 7
_PARTS = 8.0  # of a page: how far the wheel scrolls
_DISABLED, _AUTO, _ALWAYS, _NEVER, _RESERVE = range(5)
_EXPAND = 2


class ScrollContainer(Container):
    """Scrolls the control in it; the wheel, fingers, scroll bars and scripts move it.

    Signals: `scroll_started` and `scroll_ended`, when it is moved with a finger.
    """

    class ScrollMode(IntEnum):
        """When a scroll bar is shown."""

        SCROLL_MODE_DISABLED = 0
        SCROLL_MODE_AUTO = 1
        SCROLL_MODE_SHOW_ALWAYS = 2
        SCROLL_MODE_SHOW_NEVER = 3
        SCROLL_MODE_RESERVE = 4

    class ScrollHintMode(IntEnum):
        """Where shadows show that there is more."""

        SCROLL_HINT_MODE_DISABLED = 0
        SCROLL_HINT_MODE_ALL = 1
        SCROLL_HINT_MODE_TOP_AND_LEFT = 2
        SCROLL_HINT_MODE_BOTTOM_AND_RIGHT = 3

    SCROLL_MODE_DISABLED = ScrollMode.SCROLL_MODE_DISABLED
    SCROLL_MODE_AUTO = ScrollMode.SCROLL_MODE_AUTO
    SCROLL_MODE_SHOW_ALWAYS = ScrollMode.SCROLL_MODE_SHOW_ALWAYS
    SCROLL_MODE_SHOW_NEVER = ScrollMode.SCROLL_MODE_SHOW_NEVER
    SCROLL_MODE_RESERVE = ScrollMode.SCROLL_MODE_RESERVE
    SCROLL_HINT_MODE_DISABLED = ScrollHintMode.SCROLL_HINT_MODE_DISABLED
    SCROLL_HINT_MODE_ALL = ScrollHintMode.SCROLL_HINT_MODE_ALL
    SCROLL_HINT_MODE_TOP_AND_LEFT = ScrollHintMode.SCROLL_HINT_MODE_TOP_AND_LEFT
    SCROLL_HINT_MODE_BOTTOM_AND_RIGHT = ScrollHintMode.SCROLL_HINT_MODE_BOTTOM_AND_RIGHT

    scroll_started = Signal()
    scroll_ended = Signal()

    _stored: ClassVar[tuple[str, ...]] = (
        "follow_focus",
        "draw_focus_border",
        "scroll_horizontal",
        "scroll_vertical",
        "scroll_horizontal_custom_step",
        "scroll_vertical_custom_step",
        "horizontal_scroll_mode",
        "vertical_scroll_mode",
        "scroll_deadzone",
        "scroll_hint_mode",
        "tile_scroll_hint",
    )
    _own: ClassVar[tuple[str, ...]] = (
        "_bars_pending",
        "_deadzone",
        "_draw_focus_border",
        "_focus_panel",
        "_follow_focus",
        "_h_mode",
        "_h_scroll",
        "_hint_mode",
        "_hints",
        "_largest",
        "_tile_hint",
        "_touch",
        "_v_mode",
        "_v_scroll",
    )
    _keeps_focus_inside = True
    _clip_contents = True
    _bars_pending: bool = False
    _deadzone: int = 0
    _draw_focus_border: bool = False
    _follow_focus: bool = False
    _h_mode: int = _AUTO
    _hint_mode: int = 0
    _largest: tuple[float, float] = (0.0, 0.0)  # the minimum size of what is in it
    _tile_hint: bool = False
    _touch: _touch_scroll.TouchScroll | None = None
    _v_mode: int = _AUTO
    _focus_panel: PanelContainer
    _h_scroll: HScrollBar
    _v_scroll: VScrollBar
    _hints: tuple[TextureRect, TextureRect]

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._make_children()
        return self

    def _make_children(self) -> None:
        self._hints = TextureRect(), TextureRect()
        for hint in self._hints:
            hint.mouse_filter = self.MOUSE_FILTER_IGNORE
            hint.hide()
            self.add_child(hint, False, self.INTERNAL_MODE_BACK)
        self._h_scroll, self._v_scroll = HScrollBar(), VScrollBar()
        self._h_scroll.name, self._v_scroll.name = "_h_scroll", "_v_scroll"
        for bar in (self._h_scroll, self._v_scroll):
            self.add_child(bar, False, self.INTERNAL_MODE_BACK)
            bar.value_changed.connect(self._scroll_moved)
        panel = self._focus_panel = PanelContainer()
        panel.name = "_focus"
        panel.mouse_filter = self.MOUSE_FILTER_IGNORE
        panel.hide()
        self.add_child(panel, False, self.INTERNAL_MODE_BACK)

    def _scroll_moved(self, value: float) -> None:
        self.queue_sort()

    # Scrolling -----------------------------------------------------------------------------------

    def set_h_scroll(self, value: int) -> None:
        """Sets `scroll_horizontal`."""
        self._h_scroll.set_value(int(value))
        self._end_touch()

    def get_h_scroll(self) -> int:
        """How far it is scrolled to the right."""
        return int(self._h_scroll.get_value())

    scroll_horizontal = accessors(get_h_scroll, set_h_scroll)

    def set_v_scroll(self, value: int) -> None:
        """Sets `scroll_vertical`."""
        self._v_scroll.set_value(int(value))
        self._end_touch()

    def get_v_scroll(self) -> int:
        """How far it is scrolled down."""
        return int(self._v_scroll.get_value())

    scroll_vertical = accessors(get_v_scroll, set_v_scroll)

    def set_horizontal_custom_step(self, value: float) -> None:
        """Sets `scroll_horizontal_custom_step`."""
        self._h_scroll.set_custom_step(value)

    def get_horizontal_custom_step(self) -> float:
        """How far the keys scroll to the side; below 0 for the bar's step."""
        return self._h_scroll.get_custom_step()

    scroll_horizontal_custom_step = accessors(
        get_horizontal_custom_step, set_horizontal_custom_step
    )

    def set_vertical_custom_step(self, value: float) -> None:
        """Sets `scroll_vertical_custom_step`."""
        self._v_scroll.set_custom_step(value)

    def get_vertical_custom_step(self) -> float:
        """How far the keys scroll up and down; below 0 for the bar's step."""
        return self._v_scroll.get_custom_step()

    scroll_vertical_custom_step = accessors(get_vertical_custom_step, set_vertical_custom_step)

    def set_horizontal_scroll_mode(self, enable: int) -> None:
        """Sets `horizontal_scroll_mode`."""
        if enable != self._h_mode:
            self._h_mode = int(enable)
            self._mode_changed()

    def get_horizontal_scroll_mode(self) -> ScrollContainer.ScrollMode:
        """When the lower scroll bar is shown: a `SCROLL_MODE_*`."""
        return self.ScrollMode(self._h_mode)

    horizontal_scroll_mode = accessors(get_horizontal_scroll_mode, set_horizontal_scroll_mode)

    def set_vertical_scroll_mode(self, enable: int) -> None:
        """Sets `vertical_scroll_mode`."""
        if enable != self._v_mode:
            self._v_mode = int(enable)
            self._mode_changed()

    def get_vertical_scroll_mode(self) -> ScrollContainer.ScrollMode:
        """When the scroll bar at the side is shown: a `SCROLL_MODE_*`."""
        return self.ScrollMode(self._v_mode)

    vertical_scroll_mode = accessors(get_vertical_scroll_mode, set_vertical_scroll_mode)

    def _mode_changed(self) -> None:
        self.update_minimum_size()
        self.queue_sort()

    def set_deadzone(self, deadzone: int) -> None:
        """Sets `scroll_deadzone`."""
        self._deadzone = int(deadzone)

    def get_deadzone(self) -> int:
        """How far a finger has to move before it scrolls."""
        return self._deadzone

    scroll_deadzone = accessors(get_deadzone, set_deadzone)

    def set_scroll_hint_mode(self, scroll_hint_mode: int) -> None:
        """Sets `scroll_hint_mode`."""
        self._hint_mode = int(scroll_hint_mode)
        self.queue_sort()

    def get_scroll_hint_mode(self) -> ScrollContainer.ScrollHintMode:
        """Where shadows show that there is more: a `SCROLL_HINT_MODE_*`."""
        return self.ScrollHintMode(self._hint_mode)

    scroll_hint_mode = accessors(get_scroll_hint_mode, set_scroll_hint_mode)

    def set_tile_scroll_hint(self, tile_scroll_hint: bool) -> None:
        """Sets `tile_scroll_hint`."""
        self._tile_hint = bool(tile_scroll_hint)
        mode = TextureRect.STRETCH_TILE if tile_scroll_hint else TextureRect.STRETCH_SCALE
        for hint in self._hints:
            hint.stretch_mode = mode

    def is_scroll_hint_tiled(self) -> bool:
        """Whether the picture of the shadow is repeated rather than stretched."""
        return self._tile_hint

    tile_scroll_hint = accessors(is_scroll_hint_tiled, set_tile_scroll_hint)

    def set_follow_focus(self, enabled: bool) -> None:
        """Sets `follow_focus`."""
        self._follow_focus = bool(enabled)

    def is_following_focus(self) -> bool:
        """Whether it scrolls to the control that gets the focus."""
        return self._follow_focus

    follow_focus = accessors(is_following_focus, set_follow_focus)

    def set_draw_focus_border(self, draw: bool) -> None:
        """Sets `draw_focus_border`."""
        if bool(draw) != self._draw_focus_border:
            self._draw_focus_border = bool(draw)
            self._focus_changed(self._viewport and self._viewport.gui_get_focus_owner())
            self.queue_sort()

    def get_draw_focus_border(self) -> bool:
        """Whether a border is drawn around it while something in it has the focus."""
        return self._draw_focus_border

    draw_focus_border = accessors(get_draw_focus_border, set_draw_focus_border)

    def get_h_scroll_bar(self) -> Any:
        """The lower scroll bar."""
        return self._h_scroll

    def get_v_scroll_bar(self) -> Any:
        """The scroll bar at the side."""
        return self._v_scroll

    def ensure_control_visible(self, control: Any) -> None:
        """Scrolls to a control in it; once the controls are sorted, their places are right."""
        if control is None or not self.is_ancestor_of(control):
            output.error("Must be an ancestor of the control.")
            return
        own = self.get_global_rect()
        other = control.get_global_rect()
        rtl = self.is_layout_rtl()
        side = self._v_scroll._w if self._v_scroll.visible else 0.0
        below = self._h_scroll._h if self._h_scroll.visible else 0.0
        left = min(other.position.x - (side if rtl else 0.0), own.position.x)
        x = max(left, other.end.x - own.size.x + (0.0 if rtl else side))
        y = max(min(other.position.y, own.position.y), other.end.y - own.size.y + below)
        self.set_h_scroll(int(self.get_h_scroll() + (x - own.position.x)))
        self.set_v_scroll(int(self.get_v_scroll() + (y - own.position.y)))

    # Layout --------------------------------------------------------------------------------------

    def _is_part(self, child: Any) -> bool:
        """Whether a child is one of its own parts."""
        return (
            child is self._h_scroll
            or child is self._v_scroll
            or child is self._focus_panel
            or child in self._hints
        )

    def _measure_content(self) -> tuple[float, float]:
        width = height = 0.0
        for child in self._measurable():
            if not self._is_part(child):
                least_w, least_h = child._combined_minimum()
                width, height = max(width, least_w), max(height, least_h)
        self._largest = width, height
        return self._largest

    def get_minimum_size(self) -> Vector2:
        """Room for what cannot be scrolled to."""
        width, height = self._measure_content()
        least_w = least_h = 0.0
        if self._h_mode == _DISABLED:
            least_w = width
            if self._v_mode in (_ALWAYS, _RESERVE) or (self._v_mode == _AUTO and height > self._h):
                least_w += self._v_scroll._combined_minimum()[0]
        if self._v_mode == _DISABLED:
            least_h = height
            if self._h_mode in (_ALWAYS, _RESERVE) or (self._h_mode == _AUTO and width > self._w):
                least_h += self._h_scroll._combined_minimum()[1]
        margins = self.get_theme_stylebox("panel").get_minimum_size()
        return Vector2(least_w + margins.x, least_h + margins.y)

    def _shown(self, bar: ScrollBar, mode: int) -> bool:
        """Whether room is kept for a bar."""
        return (bar._visible and bar._parent is self) or mode == _RESERVE

    def _update_bars(self) -> None:
        style = self.get_theme_stylebox("panel").get_minimum_size()
        width, height = self._w - style.x, self._h - style.y
        largest_w, largest_h = self._largest
        h_bar, v_bar = self._h_scroll, self._v_scroll
        appears = (_AUTO, _RESERVE)
        h_bar.visible = self._h_mode == _ALWAYS or (self._h_mode in appears and largest_w > width)
        v_bar.visible = self._v_mode == _ALWAYS or (self._v_mode in appears and largest_h > height)
        beside = v_bar._combined_minimum()[0] if self._shown(v_bar, _AUTO) else 0.0
        below = h_bar._combined_minimum()[1] if self._shown(h_bar, _AUTO) else 0.0
        h_bar.max_value, h_bar.page = largest_w, width - beside
        v_bar.max_value, v_bar.page = largest_h, height - below
        if not self._bars_pending and self._tree is not None:
            self._bars_pending = True
            self._tree._queue.push(self._place_bars, ())

    def _place_bars(self) -> None:
        # As from left to right: controls mirror their place themselves.
        self._bars_pending = False
        style = self.get_theme_stylebox("panel")
        left, top = style.get_margin(Side.SIDE_LEFT), style.get_margin(Side.SIDE_TOP)
        right, bottom = style.get_margin(Side.SIDE_RIGHT), style.get_margin(Side.SIDE_BOTTOM)
        h_bar, v_bar = self._h_scroll, self._v_scroll
        tall = h_bar._combined_minimum()[1] if h_bar._visible else 0.0
        wide = v_bar._combined_minimum()[0] if v_bar._visible else 0.0
        h_bar.set_anchor_and_offset(0, 0.0, left)
        h_bar.set_anchor_and_offset(1, 1.0, -tall - bottom)
        h_bar.set_anchor_and_offset(2, 1.0, -right - wide)
        h_bar.set_anchor_and_offset(3, 1.0, -bottom)
        v_bar.set_anchor_and_offset(0, 1.0, -right - wide)
        v_bar.set_anchor_and_offset(1, 0.0, top)
        v_bar.set_anchor_and_offset(2, 1.0, -right)
        v_bar.set_anchor_and_offset(3, 1.0, -tall - bottom)

    def _sort(self) -> None:
        self._measure_content()
        self._update_bars()
        style = self.get_theme_stylebox("panel")
        least = style.get_minimum_size()
        x, y = style.get_margin(Side.SIDE_LEFT), style.get_margin(Side.SIDE_TOP)
        width, height = self._w - least.x, self._h - least.y
        if self._shown(self._h_scroll, self._h_mode):
            height -= self._h_scroll._combined_minimum()[1]
        if self._shown(self._v_scroll, self._v_mode):
            side = self._v_scroll._combined_minimum()[0]
            width -= side
            x += side if self.is_layout_rtl() else 0.0
        for child in self._sortable():
            if not self._is_part(child):
                least_w, least_h = child._combined_minimum()
                child_w = max(width, least_w) if child._h_flags & _EXPAND else least_w
                child_h = max(height, least_h) if child._v_flags & _EXPAND else least_h
                left, top = x - self.get_h_scroll(), y - self.get_v_scroll()
                self._fit(child, left // 1, top // 1, child_w, child_h)
        self._place_parts()
        self.queue_redraw()

    def _place_parts(self) -> None:
        if self._draw_focus_border:
            self._focus_panel._set_rect(0.0, 0.0, self._w, self._h)
        first, last = self._hints
        if self._hint_mode == self.SCROLL_HINT_MODE_DISABLED:
            first.hide()
            last.hide()
            return
        vertical = self._v_mode != _DISABLED
        bar: ScrollBar = self._v_scroll if vertical else self._h_scroll
        icon = self.get_theme_icon(f"scroll_hint_{'vertical' if vertical else 'horizontal'}")
        color = self.get_theme_color(
            f"scroll_hint_{'vertical' if vertical else 'horizontal'}_color"
        )
        deep = icon.get_height() if vertical else icon.get_width()
        for hint, end in ((first, False), (last, True)):
            hint.texture, hint.self_modulate = icon, color
            hint.flip_v, hint.flip_h = end and vertical, end and not vertical
            at = ((self._h if vertical else self._w) - deep) if end else 0.0
            rect = (0.0, at, self._w, deep) if vertical else (at, 0.0, deep, self._h)
            hint._set_rect(*rect)
        modes = (self.SCROLL_HINT_MODE_ALL, self.SCROLL_HINT_MODE_TOP_AND_LEFT)
        first.visible = self._hint_mode in modes and bar.value > bar.min_value
        modes = (self.SCROLL_HINT_MODE_ALL, self.SCROLL_HINT_MODE_BOTTOM_AND_RIGHT)
        last.visible = self._hint_mode in modes and bar.value < bar.max_value - bar.page

    # Input ---------------------------------------------------------------------------------------

    def _on_gui_input(self, event: InputEvent) -> None:
        before = self._v_scroll.value, self._h_scroll.value
        if isinstance(event, InputEventMouseButton) and event.pressed:
            scrolled = self._wheel(event)
        elif isinstance(event, InputEventPanGesture):
            scrolled = self._pan(event.delta)
        else:
            scrolled = False
        if scrolled and before != (self._v_scroll.value, self._h_scroll.value):
            self.accept_event()
        elif Input.is_emulating_touch_from_mouse() or self._touch is not None:
            if self._touch is None:
                self._touch = _touch_scroll.TouchScroll(self)
            self._touch.event(event)

    def _wheel(self, event: InputEventMouseButton) -> bool:
        button = event.button_index
        if button not in (_WHEEL_UP, _WHEEL_DOWN, _WHEEL_LEFT, _WHEEL_RIGHT):
            return False
        down_first = button in (_WHEEL_UP, _WHEEL_DOWN)
        bars: tuple[tuple[ScrollBar, int], ...] = (
            (self._v_scroll, self._v_mode),
            (self._h_scroll, self._h_mode),
        )
        (bar, mode), (other, other_mode) = bars if down_first else bars[::-1]
        hidden = not bar._visible and mode != _NEVER
        if (other_mode != _DISABLED and event.shift_pressed) or hidden:
            bar = other
        elif mode == _DISABLED:
            return False
        amount = bar.page / _PARTS * event.factor
        bar._scroll(amount if button in (_WHEEL_DOWN, _WHEEL_RIGHT) else -amount)
        return True

    def _pan(self, delta: Vector2) -> bool:
        if self._h_mode != _DISABLED:
            self._h_scroll._scroll(self._h_scroll.page * delta.x / _PARTS)
        if self._v_mode != _DISABLED:
            self._v_scroll._scroll(self._v_scroll.page * delta.y / _PARTS)
        return True

    def _end_touch(self) -> None:
        if self._touch is not None:
            self._touch.end()

    def _internal_physics_process(self, delta: float) -> None:
        if self._touch is not None:
            self._touch.step(delta)

    # Reactions -----------------------------------------------------------------------------------

    def _focus_changed(self, control: Any) -> None:
        inside = control is not None and self.is_ancestor_of(control)
        if self._follow_focus and inside:
            self.ensure_control_visible(control)
        if self._draw_focus_border or self._focus_panel._visible:
            shown = self._draw_focus_border and (inside or control is self)
            self._focus_panel.visible = shown

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self.NOTIFICATION_DRAW:
            rect = Rect2(0, 0, self._w, self._h)
            self.draw_style_box(self.get_theme_stylebox("panel"), rect)
        elif what == self.NOTIFICATION_ENTER_TREE:
            self.get_viewport().gui_focus_changed.connect(self._focus_changed)
        elif what == self.NOTIFICATION_EXIT_TREE:
            self.get_viewport().gui_focus_changed.disconnect(self._focus_changed)
            self._end_touch()
        elif what in (self.NOTIFICATION_THEME_CHANGED, self.NOTIFICATION_LAYOUT_DIRECTION_CHANGED):
            style = self.get_theme_stylebox("focus")
            self._focus_panel.add_theme_stylebox_override("panel", style)
