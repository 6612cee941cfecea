"""The strip between two children of a split container, which can be dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.core.input_enums import MOUSE_BUTTON_LEFT
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui._canvas_shapes import rgba
from engine.gui.control import Control

if TYPE_CHECKING:
    from engine.core.input_event import InputEvent
    from engine.gui.split_container import SplitContainer


class SplitContainerDragger(Control):
    """Moves the dragger of its number in the split container that it belongs to."""

    _own = ("_bar", "_dragging", "_from", "_inside", "_number")

    _focus_mode: int = 3  # FOCUS_ACCESSIBILITY
    _number: int = 0
    _dragging: bool = False
    _inside: bool = False
    _from: tuple[float, int] = (0.0, 0)  # where the mouse and the offset were
    _bar: Rect2 = Rect2()  # the strip itself, within the area that takes the mouse

    def _split(self) -> SplitContainer:
        return self._parent  # type: ignore[return-value]

    # Mouse ---------------------------------------------------------------------------------------

    def _on_gui_input(self, event: InputEvent) -> None:
        super()._on_gui_input(event)
        split = self._split()
        if split._collapsed or split._draggers_used() < 1 or not split._dragging_enabled:
            return
        if isinstance(event, InputEventMouseButton):
            if event.button_index == MOUSE_BUTTON_LEFT:
                self._pressed(split, event)
        elif isinstance(event, InputEventMouseMotion) and self._dragging:
            self._moved(split, event)

    def _pressed(self, split: SplitContainer, event: InputEventMouseButton) -> None:
        if event.pressed:
            split._settle(self._number)
            self._dragging = True
            self._from = self._along(split, event.position), split._split_offsets[self._number]
            split._emit_if_heard("drag_started")
        else:
            if not self._dragging:
                return
            self._dragging = False
            self.queue_redraw()
            split._emit_if_heard("drag_ended")

    def _moved(self, split: SplitContainer, event: InputEventMouseMotion) -> None:
        start, offset = self._from
        way = self._along(split, event.position) - start
        if not split._vertical and split.is_layout_rtl():
            way = -way
        split._drag_to(self._number, offset + int(way))

    def _along(self, split: SplitContainer, position: Vector2) -> float:
        place: Vector2 = self.get_transform() * position
        return place.y if split._vertical else place.x

    def get_cursor_shape(self, position: Vector2 = Vector2.ZERO) -> Control.CursorShape:
        """The arrows of a split, where it can be dragged."""
        split = self._split()
        if split._collapsed or not split._dragging_enabled:
            return super().get_cursor_shape(position)
        if split._visibility != split.DRAGGER_VISIBLE:
            return super().get_cursor_shape(position)
        return Control.CURSOR_VSPLIT if split._vertical else Control.CURSOR_HSPLIT

    # Drawing -------------------------------------------------------------------------------------

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what in (41, 42):  # MOUSE_ENTER, MOUSE_EXIT
            self._inside = what == 41
            if self._split()._theme_autohide():
                self.queue_redraw()
        elif what == 30:  # DRAW
            self._draw_bar(self._split())

    def _draw_bar(self, split: SplitContainer) -> None:
        background = split.get_theme_stylebox("split_bar_background")
        if background is not None:
            background._draw_into(self._commands, self._bar)
        hidden = not (self._dragging or self._inside or split._touch)
        if split._visibility != split.DRAGGER_VISIBLE or (hidden and split._theme_autohide()):
            return
        icon = split._grabber()
        if icon is None:
            return
        size = icon.get_size()
        room = split._w - size.x if split._vertical else split._h - size.y
        if room - split._margins[0] - split._margins[1] <= 0.0 and not split._touch:
            return
        at = (self._bar.position + (self._bar.size - size) * 0.5).floor()
        name = "touch_dragger_color"
        color = (1.0, 1.0, 1.0, 1.0)
        if split._touch:
            if self._dragging:
                name = "touch_dragger_pressed_color"
            elif self._inside:
                name = "touch_dragger_hover_color"
            color = rgba(split.get_theme_color(name))
        icon._draw_at(self._commands, at.x, at.y, color)

    def _put(self, rect: Rect2, bar: Rect2) -> None:
        """Puts it over a part of the container; `bar` is the gap, in its own coordinates."""
        (x, y), (w, h) = rect
        self._set_rect(x, y, w, h)
        if bar != self._bar:
            self._bar = bar
            self.queue_redraw()
