"""`ProgressBar`: how much of something is done."""

from __future__ import annotations

import math
from enum import IntEnum
from typing import Any, ClassVar

from engine.core import output
from engine.core.accessors import accessors
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui.range import Range, _close
from engine.gui.text_line import TextLine

_SLOWEST = 0.5  # of its length a second: how fast the part of an indeterminate one moves
_PART = 0.25  # of its length: how long that part is


class ProgressBar(Range):
    """A bar that fills up."""

    class FillMode(IntEnum):
        """From where to where it fills up."""

        FILL_BEGIN_TO_END = 0
        FILL_END_TO_BEGIN = 1
        FILL_TOP_TO_BOTTOM = 2
        FILL_BOTTOM_TO_TOP = 3

    FILL_BEGIN_TO_END = FillMode.FILL_BEGIN_TO_END
    FILL_END_TO_BEGIN = FillMode.FILL_END_TO_BEGIN
    FILL_TOP_TO_BOTTOM = FillMode.FILL_TOP_TO_BOTTOM
    FILL_BOTTOM_TO_TOP = FillMode.FILL_BOTTOM_TO_TOP

    _stored: ClassVar[tuple[str, ...]] = ("fill_mode", "show_percentage", "indeterminate")
    _own: ClassVar[tuple[str, ...]] = (
        "_fill_mode",
        "_indeterminate",
        "_moving",
        "_preview",
        "_show_percentage",
    )
    _fill_mode: int = 0
    _indeterminate: bool = False
    _moving: float = 0.0  # where the part of an indeterminate one is
    _preview: bool = False
    _show_percentage: bool = True

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._numbers.step = 0.01
        return self

    def set_fill_mode(self, mode: int) -> None:
        """Sets `fill_mode`."""
        if not 0 <= mode < len(self.FillMode):
            output.error(f"Index p_fill = {int(mode)} is out of bounds (FILL_MODE_MAX = 4).")
            return
        self._fill_mode = int(mode)
        self._moving = 0.0
        self.queue_redraw()

    def get_fill_mode(self) -> int:
        """From where to where it fills up: a `FILL_*`."""
        return self._fill_mode

    fill_mode = accessors(get_fill_mode, set_fill_mode)

    def set_show_percentage(self, visible: bool) -> None:
        """Sets `show_percentage`."""
        if bool(visible) != self._show_percentage:
            self._show_percentage = bool(visible)
            self.update_minimum_size()
            self.queue_redraw()

    def is_percentage_shown(self) -> bool:
        """Whether it says how many percent there are."""
        return self._show_percentage

    show_percentage = accessors(is_percentage_shown, set_show_percentage)

    def set_indeterminate(self, indeterminate: bool) -> None:
        """Sets `indeterminate`."""
        if bool(indeterminate) == self._indeterminate:
            return
        self._indeterminate = bool(indeterminate)
        self._moving = 0.0
        self.set_process_internal(self._indeterminate)
        self.update_minimum_size()
        self.queue_redraw()

    def is_indeterminate(self) -> bool:
        """Whether a part runs through it, because nobody knows how much is done."""
        return self._indeterminate

    indeterminate = accessors(is_indeterminate, set_indeterminate)

    def set_editor_preview_indeterminate(self, preview_indeterminate: bool) -> None:
        """Sets `editor_preview_indeterminate`."""
        self._preview = bool(preview_indeterminate)

    def is_editor_preview_indeterminate_enabled(self) -> bool:
        """Whether an editor shows the running part."""
        return self._preview

    editor_preview_indeterminate = accessors(
        is_editor_preview_indeterminate_enabled, set_editor_preview_indeterminate
    )

    # Drawing -------------------------------------------------------------------------------------

    def get_minimum_size(self) -> Vector2:
        """Room for the bar and its text."""
        ground = self.get_theme_stylebox("background").get_minimum_size()
        filled = self.get_theme_stylebox("fill").get_minimum_size()
        width, height = max(ground.x, filled.x), max(ground.y, filled.y)
        if self._show_percentage:
            return Vector2(width, max(height, ground.y + self._shaped("100%").get_size().y))
        return Vector2(max(width, 1.0), max(height, 1.0))

    def _shaped(self, text: str) -> TextLine:
        line = TextLine()
        line.add_string(text, self.get_theme_font("font"), self.get_theme_font_size("font_size"))
        return line

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self.NOTIFICATION_DRAW:
            self.draw_style_box(
                self.get_theme_stylebox("background"), Rect2(0, 0, self._w, self._h)
            )
            if self._indeterminate:
                self._draw_moving()
            else:
                self._draw_done()
        elif what == self.NOTIFICATION_THEME_CHANGED:
            self.update_minimum_size()

    def _internal_process(self, delta: float) -> None:
        if self.is_visible_in_tree():
            vertical = self._fill_mode >= self.FILL_TOP_TO_BOTTOM
            length = self._h if vertical else self._w
            speed = max(length * _SLOWEST, 100.0)
            self._moving = (self._moving + delta * speed) % max(length * (1.0 + _PART), 1.0)
            self.queue_redraw()

    def _draw_moving(self) -> None:
        vertical = self._fill_mode >= self.FILL_TOP_TO_BOTTOM
        length = self._h if vertical else self._w
        end = self._moving
        begin = max(end - length * _PART, 0.0)
        end = min(end, length)
        if self._runs_back():
            begin, end = length - end, length - begin
        if end > begin:
            self._draw_fill(begin, end - begin)

    def _runs_back(self) -> bool:
        mode = self._fill_mode
        if mode >= self.FILL_TOP_TO_BOTTOM:
            return mode == self.FILL_BOTTOM_TO_TOP
        first = self.FILL_BEGIN_TO_END if self.is_layout_rtl() else self.FILL_END_TO_BEGIN
        return mode == first

    def _draw_fill(self, begin: float, length: float) -> None:
        vertical = self._fill_mode >= self.FILL_TOP_TO_BOTTOM
        rect = Rect2(0, begin, self._w, length) if vertical else Rect2(begin, 0, length, self._h)
        self.draw_style_box(self.get_theme_stylebox("fill"), rect)

    def _draw_done(self) -> None:
        least = self.get_theme_stylebox("fill").get_minimum_size()
        vertical = self._fill_mode >= self.FILL_TOP_TO_BOTTOM
        edge = int(least.y if vertical else least.x)
        space = (self._h if vertical else self._w) - edge
        ratio = self.get_as_ratio()
        done = math.floor(ratio * space + 0.5)
        if done > 0:
            begin = math.floor((1.0 - ratio) * space + 0.5) if self._runs_back() else 0.0
            self._draw_fill(begin, done + edge)
        if self._show_percentage:
            self._draw_percentage()

    def _draw_percentage(self) -> None:
        numbers = self._numbers
        if _close(numbers.largest, numbers.least):
            ratio = 1.0
        elif numbers.exponential and numbers.least >= 0.0 and numbers.value >= 0.0:
            ratio = self.get_as_ratio()
        else:
            ratio = (numbers.value - numbers.least) / (numbers.largest - numbers.least)
        line = self._shaped(f"{int(ratio * 100)}%")
        size = line.get_size()
        place = Vector2(math.floor((self._w - size.x) / 2 + 0.5), 0.0)
        place += Vector2(0.0, math.floor((self._h - size.y) / 2 + 0.5))
        outline = self.get_theme_constant("outline_size")
        color = self.get_theme_color("font_outline_color")
        if outline > 0 and color.a > 0:
            line.draw_outline(self.get_canvas_item(), place, outline, color)
        line.draw(self.get_canvas_item(), place, self.get_theme_color("font_color"))
