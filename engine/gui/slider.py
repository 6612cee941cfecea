"""`Slider`: a grabber on a line, moved with the mouse or the keys; `HSlider` and `VSlider`."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, ClassVar

from engine.core.accessors import accessors
from engine.core.input import Input
from engine.core.input_event import InputEvent
from engine.core.input_event_joypad import InputEventJoypadButton, InputEventJoypadMotion
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.signal import Signal
from engine.core.vector2 import Vector2
from engine.gui import _slider_drawing
from engine.gui.range import Range

_LEFT, _WHEEL_UP, _WHEEL_DOWN = 1, 4, 5
_JOYPAD = (InputEventJoypadButton, InputEventJoypadMotion)
# Actions along the line: their direction, and whether they are for a vertical one.
_STEPS = {
    "ui_left": (-1, False),
    "ui_right": (1, False),
    "ui_up": (1, True),
    "ui_down": (-1, True),
}
_FIRST_ECHO, _NEXT_ECHO = 0.5, 0.1  # seconds until a held controller button goes on


class Slider(Range):
    """The base of sliders.

    Signals: `drag_started`, `drag_ended` with whether the value has changed meanwhile.
    """

    class TickPosition(IntEnum):
        """Where ticks are drawn."""

        TICK_POSITION_BOTTOM_RIGHT = 0
        TICK_POSITION_TOP_LEFT = 1
        TICK_POSITION_BOTH = 2
        TICK_POSITION_CENTER = 3

    TICK_POSITION_BOTTOM_RIGHT = TickPosition.TICK_POSITION_BOTTOM_RIGHT
    TICK_POSITION_TOP_LEFT = TickPosition.TICK_POSITION_TOP_LEFT
    TICK_POSITION_BOTH = TickPosition.TICK_POSITION_BOTH
    TICK_POSITION_CENTER = TickPosition.TICK_POSITION_CENTER

    drag_started = Signal()
    drag_ended = Signal("value_changed")

    _stored: ClassVar[tuple[str, ...]] = (
        "editable",
        "scrollable",
        "tick_count",
        "ticks_on_borders",
        "ticks_position",
    )
    _own: ClassVar[tuple[str, ...]] = (
        "_echo_in",
        "_editable",
        "_grabbed",
        "_grabbed_at",
        "_grabbed_ratio",
        "_mouse_inside",
        "_ratio_before",
        "_scrollable",
        "_ticks",
        "_ticks_on_borders",
        "_ticks_position",
    )
    _instantiable = False
    _vertical: ClassVar[bool] = False
    _echo_in: float = _FIRST_ECHO
    _editable: bool = True
    _grabbed: bool = False
    _grabbed_at: float = 0.0
    _grabbed_ratio: float = 0.0
    _mouse_inside: bool = False
    _ratio_before: float = 0.0
    _scrollable: bool = True
    _ticks: int = 0
    _ticks_on_borders: bool = False
    _ticks_position: int = 0

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._focus_mode = 2
        return self

    # Settings ------------------------------------------------------------------------------------

    def set_editable(self, editable: bool) -> None:
        """Sets `editable`."""
        if bool(editable) != self._editable:
            self._editable = bool(editable)
            self._grabbed = False
            self.queue_redraw()

    def is_editable(self) -> bool:
        """Whether somebody can move the grabber."""
        return self._editable

    editable = accessors(is_editable, set_editable)

    def set_scrollable(self, scrollable: bool) -> None:
        """Sets `scrollable`."""
        self._scrollable = bool(scrollable)

    def is_scrollable(self) -> bool:
        """Whether the mouse's wheel moves the grabber."""
        return self._scrollable

    scrollable = accessors(is_scrollable, set_scrollable)

    def set_ticks(self, count: int) -> None:
        """Sets `tick_count`."""
        self._ticks = int(count)
        self.queue_redraw()

    def get_ticks(self) -> int:
        """How many ticks there are, those at the ends included."""
        return self._ticks

    tick_count = accessors(get_ticks, set_ticks)

    def set_ticks_on_borders(self, ticks_on_border: bool) -> None:
        """Sets `ticks_on_borders`."""
        self._ticks_on_borders = bool(ticks_on_border)
        self.queue_redraw()

    def get_ticks_on_borders(self) -> bool:
        """Whether the ticks at the ends are drawn."""
        return self._ticks_on_borders

    ticks_on_borders = accessors(get_ticks_on_borders, set_ticks_on_borders)

    def set_ticks_position(self, ticks_on_border: int) -> None:
        """Sets `ticks_position`."""
        self._ticks_position = int(ticks_on_border)
        self.queue_redraw()

    def get_ticks_position(self) -> Slider.TickPosition:
        """Where ticks are drawn: a `TICK_POSITION_*`."""
        return self.TickPosition(self._ticks_position)

    ticks_position = accessors(get_ticks_position, set_ticks_position)

    def get_minimum_size(self) -> Vector2:
        """Room for the line and the grabber."""
        line = self.get_theme_stylebox("slider").get_minimum_size()
        grabber = self.get_theme_icon("grabber").get_size()
        if self._vertical:
            return Vector2(max(line.x, grabber.x), line.y)
        return Vector2(line.x, max(line.y, grabber.y))

    # Input ---------------------------------------------------------------------------------------

    def _on_gui_input(self, event: InputEvent) -> None:
        if not self._editable:
            return
        if isinstance(event, InputEventMouseButton):
            self._on_button(event)
        elif isinstance(event, InputEventMouseMotion):
            if self._grabbed:
                self._drag(event)
        else:
            self._on_action(event)

    def _on_button(self, event: InputEventMouseButton) -> None:
        if event.button_index == _LEFT:
            if event.pressed:
                self._grab(event.position)
            else:
                self._grabbed = False
                change = abs(self._ratio_before - self.get_as_ratio())
                self._emit_if_heard("drag_ended", change > 0.00001 * max(self._ratio_before, 1.0))
        elif self._scrollable and event.pressed and event.button_index in (_WHEEL_UP, _WHEEL_DOWN):
            if self.get_focus_mode_with_override() != self.FOCUS_NONE:
                self.grab_focus()
            up = event.button_index == _WHEEL_UP
            self.set_value(self.get_value() + (self.step if up else -self.step))

    def _along(self, position: Vector2) -> float:
        return position.y if self._vertical else position.x

    def _grabber_length(self, highlighted: bool) -> float:
        if self.get_theme_constant("center_grabber"):
            return 0.0
        icon = self.get_theme_icon("grabber_highlight" if highlighted else "grabber")
        return float(icon.get_height() if self._vertical else icon.get_width())

    def _grab(self, position: Vector2) -> None:
        length = self._grabber_length(self._mouse_inside or self.has_focus())
        space = (self._h if self._vertical else self._w) - length
        self._grabbed_at = self._along(position)
        self._ratio_before = self.get_as_ratio()
        self._emit_if_heard("drag_started")
        ratio = (self._grabbed_at - length / 2.0) / space if space else 0.0
        if self._vertical or self.is_layout_rtl():
            ratio = 1.0 - ratio
        self.set_block_signals(True)
        self.set_as_ratio(ratio)
        self.set_block_signals(False)
        self._grabbed = True
        self._grabbed_ratio = self.get_as_ratio()
        self._numbers.tell_value()

    def _drag(self, event: InputEventMouseMotion) -> None:
        space = (self._h if self._vertical else self._w) - self._grabber_length(True)
        if space > 0:
            way = self._along(event.position) - self._grabbed_at
            if self._vertical or self.is_layout_rtl():
                way = -way
            self.set_as_ratio(self._grabbed_ratio + way / space)

    def _on_action(self, event: InputEvent) -> None:
        for action, (direction, vertical) in _STEPS.items():
            if event.is_action_pressed(action, True):
                if vertical is not self._vertical:
                    return
                if isinstance(event, _JOYPAD):
                    if not Input.is_action_just_pressed_by_event(action, event, True):
                        return
                    self.set_process_internal(True)
                self._step(direction)
                self.accept_event()
                return
        if event.is_action("ui_home", True) and event.is_pressed():
            self.set_value(self.min_value)
            self.accept_event()
        elif event.is_action("ui_end", True) and event.is_pressed():
            self.set_value(self.max_value)
            self.accept_event()

    def _step(self, direction: int) -> None:
        if not self._vertical and self.is_layout_rtl():
            direction = -direction
        self.set_value(self.get_value() + direction * self.step)

    def _internal_process(self, delta: float) -> None:
        """A held button of a controller goes on after a while."""
        held = [
            direction
            for action, (direction, vertical) in _STEPS.items()
            if vertical is self._vertical and Input.is_action_pressed(action)
        ]
        if len(held) != 1:
            self._echo_in = _FIRST_ECHO
            self.set_process_internal(False)
            return
        self._echo_in -= delta
        if self._echo_in <= 0.0:
            self._echo_in += _NEXT_ECHO
            self._step(held[0])

    # Reactions -----------------------------------------------------------------------------------

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self.NOTIFICATION_DRAW:
            _slider_drawing.draw(self)
        elif what == self.NOTIFICATION_THEME_CHANGED:
            self.update_minimum_size()
            self.queue_redraw()
        elif what in (self.NOTIFICATION_MOUSE_ENTER, self.NOTIFICATION_MOUSE_EXIT):
            self._mouse_inside = what == self.NOTIFICATION_MOUSE_ENTER
            self.queue_redraw()
        elif what in (self.NOTIFICATION_VISIBILITY_CHANGED, self.NOTIFICATION_EXIT_TREE):
            self._mouse_inside = self._grabbed = False
            self.set_process_internal(False)


class HSlider(Slider):
    """A slider from left to right."""

    _instantiable = True


class VSlider(Slider):
    """A slider whose maximum is at the top."""

    _instantiable = True
    _vertical = True

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._h_flags, self._v_flags = 0, 1
        return self
