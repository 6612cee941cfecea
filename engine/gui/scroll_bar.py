"""`ScrollBar`: which part of something is seen; `HScrollBar` and `VScrollBar`."""

from __future__ import annotations

from typing import Any, ClassVar

from engine.core.accessors import accessors
from engine.core.geometry_enums import Side
from engine.core.input_event import InputEvent
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.rect2 import Rect2
from engine.core.signal import Signal
from engine.core.vector2 import Vector2
from engine.gui.range import Range, _close

_LEFT, _WHEEL_UP, _WHEEL_DOWN = 1, 4, 5
_PAGE_DIVISOR = 8.0  # parts of a page that the wheel scrolls by
_RANGE_DIVISOR = 16.0  # parts of the whole, where there is no page
_NONE, _BACK, _FORTH, _GRABBER = range(4)  # what is below the mouse


class ScrollBar(Range):
    """The base of scroll bars; `page` is how much is seen at once.

    Signals: `scrolling` when somebody scrolls with it.
    """

    scrolling = Signal()

    _stored: ClassVar[tuple[str, ...]] = ("custom_step",)
    _own: ClassVar[tuple[str, ...]] = (
        "_custom_step",
        "_drag_from",
        "_drag_ratio",
        "_dragged",
        "_held",
        "_highlight",
    )
    _instantiable = False
    _vertical: ClassVar[bool] = False
    _custom_step: float = -1.0
    _drag_from: float = 0.0
    _drag_ratio: float = 0.0
    _dragged: bool = False
    _held: int = _NONE  # the arrow that is held
    _highlight: int = _NONE

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._focus_mode = 3
        self._numbers.step = 0.0
        return self

    def set_custom_step(self, step: float) -> None:
        """Sets `custom_step`."""
        self._custom_step = float(step)

    def get_custom_step(self) -> float:
        """How far arrows and keys scroll; below 0 for `step`."""
        return self._custom_step

    custom_step = accessors(get_custom_step, set_custom_step)

    def _key_step(self) -> float:
        return self._custom_step if self._custom_step >= 0.0 else self.step

    # Scrolling -----------------------------------------------------------------------------------

    def _scroll(self, amount: float) -> None:
        self._scroll_to(self.get_value() + amount)

    def _scroll_to(self, position: float) -> None:
        before = self.get_value()
        self.set_value(position)
        if not _close(before, self.get_value()):
            self._emit_if_heard("scrolling")

    # Measures ------------------------------------------------------------------------------------

    def _along(self, size: Vector2) -> float:
        return size.y if self._vertical else size.x

    def _icon_length(self, name: str) -> float:
        return self._along(self.get_theme_icon(name).get_size())

    def _least_grabber(self) -> float:
        return self._along(self.get_theme_stylebox("grabber").get_minimum_size())

    def _area(self) -> float:
        """How far the grabber's middle part can be moved and grow together."""
        area = self._h if self._vertical else self._w
        area -= self._along(self.get_theme_stylebox("scroll").get_minimum_size())
        area -= self._icon_length("increment") + self._icon_length("decrement")
        return area - self._least_grabber()

    def _grabber_size(self) -> float:
        numbers = self._numbers
        whole = numbers.largest - numbers.least
        if whole <= 0.0:
            return 0.0
        return max(numbers.page, 0.0) / whole * self._area() + self._least_grabber()

    def _grabber_offset(self) -> float:
        return self._area() * self.get_as_ratio()

    def get_minimum_size(self) -> Vector2:
        """Room for the arrows, the groove and the smallest grabber."""
        arrow = self.get_theme_icon("increment").get_size()
        groove = self.get_theme_stylebox("scroll").get_minimum_size()
        length = self._icon_length("increment") + self._icon_length("decrement")
        length += self._along(groove) + self._least_grabber()
        if self._vertical:
            return Vector2(max(arrow.x, groove.x), length)
        return Vector2(length, max(arrow.y, groove.y))

    # Input ---------------------------------------------------------------------------------------

    def _on_gui_input(self, event: InputEvent) -> None:
        if isinstance(event, InputEventMouseButton):
            self.accept_event()
            if not self._on_button(event):
                return
        elif isinstance(event, InputEventMouseMotion):
            self.accept_event()
            self._on_motion(event)
        if event.is_pressed():
            self._on_action(event)

    def _on_button(self, event: InputEventMouseButton) -> bool:
        """Reacts to a button; whether the event may be an action, too."""
        index = event.button_index
        if index in (_WHEEL_UP, _WHEEL_DOWN) and event.pressed:
            numbers = self._numbers
            if numbers.page:
                change = numbers.page / _PAGE_DIVISOR
            else:
                change = (numbers.largest - numbers.least) / _RANGE_DIVISOR
            change = max(change * event.factor, numbers.step)
            self._scroll(change if index == _WHEEL_DOWN else -change)
        if index != _LEFT:
            return False
        if event.pressed:
            return self._press(self._along(event.position))
        self._held = _NONE
        self._dragged = False
        self.queue_redraw()
        return True

    def _press(self, place: float) -> bool:
        back, forth = self._icon_length("decrement"), self._icon_length("increment")
        length = self._h if self._vertical else self._w
        if place < back or place > length - forth:
            self._held = _BACK if place < back else _FORTH
            self._scroll(-self._key_step() if place < back else self._key_step())
            self.queue_redraw()
            return False
        place -= back
        offset = self._grabber_offset()
        if place < offset:
            self._scroll_to(self.get_value() - self.page)
            return False
        if place < offset + self._grabber_size():
            self._dragged = True
            self._drag_from = place
            self._drag_ratio = self.get_as_ratio()
            self.queue_redraw()
        else:
            self._scroll_to(self.get_value() + self.page)
        return True

    def _on_motion(self, event: InputEventMouseMotion) -> None:
        place = self._along(event.position)
        back = self._icon_length("decrement")
        if not self._dragged:
            length = self._h if self._vertical else self._w
            below = _GRABBER
            if place < back:
                below = _BACK
            elif place > length - self._icon_length("increment"):
                below = _FORTH
            if below != self._highlight:
                self._highlight = below
                self.queue_redraw()
            return
        area = self._area()
        if area:
            before = self.get_value()
            self.set_as_ratio(self._drag_ratio + (place - back - self._drag_from) / area)
            if not _close(before, self.get_value()):
                self._emit_if_heard("scrolling")

    def _on_action(self, event: InputEvent) -> None:
        back, forth = ("ui_up", "ui_down") if self._vertical else ("ui_left", "ui_right")
        other = ("ui_left", "ui_right") if self._vertical else ("ui_up", "ui_down")
        if any(event.is_action(action, True) for action in other):
            return
        if event.is_action(back, True):
            self._scroll(-self._key_step())
        elif event.is_action(forth, True):
            self._scroll(self._key_step())
        elif event.is_action("ui_home", True):
            self._scroll_to(self.min_value)
        elif event.is_action("ui_end", True):
            self._scroll_to(self.max_value)

    # Drawing -------------------------------------------------------------------------------------

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self.NOTIFICATION_DRAW:
            self._draw_bar()
        elif what == self.NOTIFICATION_MOUSE_EXIT:
            self._highlight = _NONE
            self.queue_redraw()
        elif what == self.NOTIFICATION_THEME_CHANGED:
            self.update_minimum_size()
        elif what in (self.NOTIFICATION_VISIBILITY_CHANGED, self.NOTIFICATION_EXIT_TREE):
            self._held = self._highlight = _NONE
            self._dragged = False

    def _draw_bar(self) -> None:
        vertical = self._vertical
        back, forth = self._arrow("decrement", _BACK), self._arrow("increment", _FORTH)
        before, behind = self._along(back.get_size()), self._along(forth.get_size())
        length = (self._h if vertical else self._w) - before - behind
        area = Rect2(0, before, self._w, length) if vertical else Rect2(before, 0, length, self._h)
        self.draw_texture(back, Vector2.ZERO)
        self.draw_style_box(self.get_theme_stylebox("scroll"), area)
        if self.has_focus(True):
            self.draw_style_box(self.get_theme_stylebox("scroll_focus"), area)
        at = before + length
        self.draw_texture(forth, Vector2(0, at) if vertical else Vector2(at, 0))
        name = "grabber"
        if self._dragged:
            name = "grabber_pressed"
        elif self._highlight == _GRABBER or self.has_focus():
            name = "grabber_highlight"
        side = Side.SIDE_TOP if vertical else Side.SIDE_LEFT
        at = self._grabber_offset() + before + self.get_theme_stylebox("scroll").get_margin(side)
        size = self._grabber_size()
        rect = Rect2(0, at, self._w, size) if vertical else Rect2(at, 0, size, self._h)
        self.draw_style_box(self.get_theme_stylebox(name), rect)

    def _arrow(self, name: str, which: int) -> Any:
        if self._held == which:
            return self.get_theme_icon(f"{name}_pressed")
        return self.get_theme_icon(f"{name}_highlight" if self._highlight == which else name)


class HScrollBar(ScrollBar):
    """A scroll bar from left to right."""

    _instantiable = True


class VScrollBar(ScrollBar):
    """A scroll bar from top to bottom."""

    _instantiable = True
    _vertical = True

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._h_flags, self._v_flags = 0, 1
        return self
