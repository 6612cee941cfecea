"""Scrolling a TextEdit: its scroll bars, and which rows are on the screen.

The vertical scroll bar counts rows. What is scrolled to is kept as a line and a row of it
(`_first_line`, `_first_row`), which stays while lines are wrapped anew.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core._lazy import lazy
from engine.core.accessors import accessors
from engine.core.callable import Callable
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui._text_edit_gutters import TextEditGutters
from engine.gui._text_edit_settings import TextEditSettings
from engine.scene._node_names import count_helpers
from engine.servers.text_server import TextServer

if TYPE_CHECKING:
    from engine.gui import scroll_bar as _scroll_bar
    from engine.gui.scroll_bar import HScrollBar, VScrollBar
    from engine.gui.style_box import StyleBox
else:
    _scroll_bar = lazy("engine.gui.scroll_bar")


class TextEditScroll(TextEditGutters):
    """What is on the screen."""

    _h_bar: HScrollBar
    _v_bar: VScrollBar
    _first_line: int = 0
    _first_row: int = 0
    _first_x: int = 0
    _content: tuple[int, int] = (0, 0)
    _updating_bars: bool = False
    _smooth: bool = False
    _scroll_speed: float = 80.0
    _scroll_target: float = 0.0
    _scrolling: bool = False
    _past_end: bool = False
    _fit_height: bool = False
    _fit_width: bool = False

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._h_bar, self._v_bar = _scroll_bar.HScrollBar(), _scroll_bar.VScrollBar()
        self.add_child(self._h_bar, False, TextEditScroll.INTERNAL_MODE_FRONT)
        self.add_child(self._v_bar, False, TextEditScroll.INTERNAL_MODE_FRONT)
        count_helpers(3)  # timers for the caret, for idling, for selecting
        self._h_bar.value_changed.connect(Callable(self, "_scroll_moved"))
        self._v_bar.value_changed.connect(Callable(self, "_scroll_moved"))
        return self

    # Room ----------------------------------------------------------------------------------------

    def _style(self) -> StyleBox:
        style: StyleBox = self.get_theme_stylebox("normal")
        return style

    def _room_height(self) -> int:
        height = int(self._h - self._style().get_minimum_size().y)
        if self._h_bar.is_visible_in_tree():
            height -= int(self._h_bar.get_size().y)
        return height

    def _text_left(self) -> int:
        """Where text begins, when it is not scrolled."""
        return int(self._style().get_margin(0)) + self.get_total_gutter_width()

    def _wrap_again(self, force: bool = False) -> None:
        width = int(self._w - self._style().get_minimum_size().x) - self.get_total_gutter_width()
        if self._minimap:
            width -= self._minimap_width
        if self._v_bar.is_visible_in_tree():
            width -= int(self._v_bar.get_combined_minimum_size().x)
        width -= self.get_theme_constant("wrap_offset")
        if width != self._wrap_width or force:
            self._wrap_width = width
            if self._wraps() or force:
                self._measures_changed()
        first = self._first_line
        row = min(self._first_row, self.get_line_wrap_count(first)) if self._wraps() else 0
        self._first_row = row
        self.set_line_as_first_visible(first, row)

    def set_line_wrapping_mode(self, mode: int) -> None:
        """Sets whether long lines are wrapped."""
        if mode != self._wrap_mode:
            self._wrap_mode = TextEditSettings.LineWrappingMode(mode)
            self._wrap_again(True)

    def get_line_wrapping_mode(self) -> TextEditSettings.LineWrappingMode:
        """Whether long lines are wrapped."""
        return self._wrap_mode

    wrap_mode = accessors(get_line_wrapping_mode, set_line_wrapping_mode)

    def set_autowrap_mode(self, autowrap_mode: int) -> None:
        """Sets where lines may be wrapped."""
        if autowrap_mode != self._autowrap:
            self._autowrap = TextServer.AutowrapMode(autowrap_mode)
            if self._wraps():
                self._wrap_again(True)

    def get_autowrap_mode(self) -> TextServer.AutowrapMode:
        """Where lines may be wrapped."""
        return self._autowrap

    autowrap_mode = accessors(get_autowrap_mode, set_autowrap_mode)

    # Bars ----------------------------------------------------------------------------------------

    def get_v_scroll_bar(self) -> VScrollBar:
        """The vertical scroll bar."""
        return self._v_bar

    def get_h_scroll_bar(self) -> HScrollBar:
        """The horizontal scroll bar."""
        return self._h_bar

    def _place_bars(self) -> None:
        style = self._style()
        top = style.get_margin(1)
        v_width = self._v_bar.get_combined_minimum_size().x
        h_height = self._h_bar.get_combined_minimum_size().y
        self._v_bar.set_begin(Vector2(self._w - v_width, top))
        self._v_bar.set_end(Vector2(self._w, self._h - top - style.get_margin(3)))
        self._h_bar.set_begin(Vector2(0, self._h - h_height))
        self._h_bar.set_end(Vector2(self._w - v_width, self._h))

    def _update_scroll_bars(self) -> None:
        self._place_bars()
        placeholder = self._shows_placeholder()
        visible = self.get_visible_line_count()
        rows = self._placeholder_lines() if placeholder else ()
        total = len(rows) if placeholder else self.get_total_visible_line_count()
        if self._past_end and not self._fit_height:
            total += visible - 1
        room = int(self._w - self._style().get_minimum_size().x)
        beside = self.get_total_gutter_width() + (self._minimap_width if self._minimap else 0)
        if placeholder:
            width = max((int(row.get_width()) for row in rows), default=0)
        else:
            width = self._widest(-1.0 if self._fit_width else room - beside)
        self._fit_content(width + beside + 10, total * self.get_line_height())
        self._updating_bars = True
        self._update_v_bar(visible, total)
        self._update_h_bar(width + beside, room)
        self._updating_bars = False

    def _fit_content(self, width: int, height: int) -> None:
        content = width, height
        if content != self._content:
            self._content = content
            if self._fit_height or self._fit_width:
                self.update_minimum_size()

    def _update_v_bar(self, visible: int, total: int) -> None:
        bar = self._v_bar
        if not self._fit_height and total > visible:
            bar.show()
            bar.set_max(total)
            bar.set_page(self._room_height() / self.get_line_height())
            at = self.get_scroll_pos_for_line(self._first_line, self._first_row)
            self.set_v_scroll(at + self._row_part())
        else:
            self._first_line = self._first_row = 0
            bar.set_value(0)
            bar.set_max(0)
            bar.hide()

    def _update_h_bar(self, total: int, room: int) -> None:
        bar = self._h_bar
        if total > room and not self._fit_width:
            bar.show()
            bar.set_max(total)
            bar.set_page(room)
            self._first_x = min(self._first_x, total - room)
            if abs(bar.get_value() - self._first_x) >= 1:
                bar.set_value(self._first_x)
        else:
            self._first_x = 0
            bar.set_value(0)
            bar.set_max(0)
            bar.hide()

    def _rest_of_row(self) -> float:
        """The part of a row that does not fit at the bottom any more."""
        rows = self._room_height() / self.get_line_height()
        return 1.0 - min(max(rows - math.floor(rows), 0.001), 1.0)

    def _row_part(self) -> float:
        """The part of the first row that is scrolled out."""
        value = self.get_v_scroll()
        return min(max(value - math.floor(value), 0.0), 1.0)

    def _scroll_moved(self, value: float) -> None:
        if self._updating_bars:
            return
        if self._h_bar.is_visible_in_tree():
            self._first_x = int(self._h_bar.get_value())
        if self._v_bar.is_visible_in_tree():
            self._first_line, self._first_row = self._line_at_row(math.floor(self.get_v_scroll()))
        self.queue_redraw()

    def _line_at_row(self, row: int) -> tuple[int, int]:
        """Which line, and which row of it, a row of the text is."""
        last = len(self._lines) - 1
        if not self._wraps():
            return min(max(row, 0), last), 0
        sums = self._rows_before()
        if row >= sums[-1]:
            return last, self._row_count(last) - 1
        line = bisect_right(sums, max(row, 0)) - 1
        return line, max(row, 0) - sums[line]

    def get_minimum_size(self) -> Vector2:
        """The smallest size: that of its box, and of its text where it fits itself to that."""
        size = self._style().get_minimum_size()
        width = self._content[0] if self._fit_width else 0
        height = self._content[1] if self._fit_height else 0
        return Vector2(size.x + width, size.y + height)

    # Settings ------------------------------------------------------------------------------------

    def set_smooth_scroll_enabled(self, enable: bool) -> None:
        """Sets whether the mouse wheel scrolls bit by bit, rather than by rows."""
        self._smooth = bool(enable)

    def is_smooth_scroll_enabled(self) -> bool:
        """Whether the mouse wheel scrolls bit by bit, rather than by rows."""
        return self._smooth

    scroll_smooth = accessors(is_smooth_scroll_enabled, set_smooth_scroll_enabled)

    def set_v_scroll_speed(self, speed: float) -> None:
        """Sets how fast smooth scrolling is."""
        # Below this it would never arrive.
        self._scroll_speed = max(float(speed), 1.0)

    def get_v_scroll_speed(self) -> float:
        """How fast smooth scrolling is."""
        return self._scroll_speed

    scroll_v_scroll_speed = accessors(get_v_scroll_speed, set_v_scroll_speed)

    def set_v_scroll(self, value: float) -> None:
        """Sets how many rows are scrolled out at the top."""
        bar = self._v_bar
        bar.set_value(value)
        if value >= int(bar.get_max() - bar.get_page()) - 1.0:
            self._scroll_moved(bar.get_value())

    def get_v_scroll(self) -> float:
        """How many rows are scrolled out at the top."""
        return float(self._v_bar.get_value())

    scroll_vertical = accessors(get_v_scroll, set_v_scroll)

    def set_h_scroll(self, value: int) -> None:
        """Sets how many pixels are scrolled out at the left."""
        self._h_bar.set_value(max(value, 0))

    def get_h_scroll(self) -> int:
        """How many pixels are scrolled out at the left."""
        return int(self._h_bar.get_value())

    scroll_horizontal = accessors(get_h_scroll, set_h_scroll)

    def set_scroll_past_end_of_file_enabled(self, enable: bool) -> None:
        """Sets whether it can be scrolled until only the last row is left."""
        if bool(enable) is not self._past_end:
            self._past_end = bool(enable)
            self.queue_redraw()

    def is_scroll_past_end_of_file_enabled(self) -> bool:
        """Whether it can be scrolled until only the last row is left."""
        return self._past_end

    scroll_past_end_of_file = accessors(
        is_scroll_past_end_of_file_enabled, set_scroll_past_end_of_file_enabled
    )

    def set_fit_content_height_enabled(self, enabled: bool) -> None:
        """Sets whether it is as high as its text, at least."""
        if bool(enabled) is not self._fit_height:
            self._fit_height = bool(enabled)
            self.update_minimum_size()

    def is_fit_content_height_enabled(self) -> bool:
        """Whether it is as high as its text, at least."""
        return self._fit_height

    scroll_fit_content_height = accessors(
        is_fit_content_height_enabled, set_fit_content_height_enabled
    )

    def set_fit_content_width_enabled(self, enabled: bool) -> None:
        """Sets whether it is as wide as its text, at least."""
        if bool(enabled) is not self._fit_width:
            self._fit_width = bool(enabled)
            self.update_minimum_size()

    def is_fit_content_width_enabled(self) -> bool:
        """Whether it is as wide as its text, at least."""
        return self._fit_width

    scroll_fit_content_width = accessors(
        is_fit_content_width_enabled, set_fit_content_width_enabled
    )

    # Rows ----------------------------------------------------------------------------------------

    def get_visible_line_count(self) -> int:
        """How many whole rows there is room for."""
        return int(self._room_height() / self.get_line_height())

    def get_total_visible_line_count(self) -> int:
        """How many rows there are."""
        if not self._wraps():
            return len(self._lines)
        return self._rows_before()[-1]

    def get_visible_line_count_in_range(self, from_line: int, to_line: int) -> int:
        """How many rows some lines have."""
        if self._no_line(from_line, "p_from_line") or self._no_line(to_line, "p_to_line"):
            return 0
        from_line, to_line = min(from_line, to_line), max(from_line, to_line)
        if not self._wraps():
            return to_line - from_line + 1
        sums = self._rows_before()
        return sums[to_line + 1] - sums[from_line]

    def get_last_unhidden_line(self) -> int:
        """The last line."""
        return len(self._lines) - 1

    def get_next_visible_line_offset_from(self, line: int, visible_amount: int) -> int:
        """How many lines one must go on to pass a number of them."""
        self._no_line(line, "p_line_from")
        return abs(visible_amount)

    def get_next_visible_line_index_offset_from(
        self, line: int, wrap_index: int, visible_amount: int
    ) -> Vector2i:
        """How many lines one must go on, or back, to pass a number of rows.

        Args:
            line: the line where it begins.
            wrap_index: the row of that line.
            visible_amount: how many rows; below 0 to go back.

        Returns:
            The number of lines, the first one counted, and the row of the last one.
        """
        if self._no_line(line, "p_line_from") or not self._wraps():
            return Vector2i(abs(visible_amount), 0)
        if visible_amount == 0:
            return Vector2i(0, 0)
        forward = visible_amount > 0
        amount = abs(visible_amount)
        rest = self._row_count(line) - 1
        passed = -wrap_index if forward else wrap_index - rest
        lines = 0
        place = line
        for place in range(line, len(self._lines)) if forward else range(line, -1, -1):
            lines += 1
            passed += self._row_count(place)
            if passed >= amount:
                break
        if forward:
            row = self._row_count(place) - 1 - max(0, passed - amount)
        else:
            row = passed - amount
        return Vector2i(lines, max(row, 0))

    def get_scroll_pos_for_line(self, line: int, wrap_index: int = 0) -> float:
        """What `scroll_vertical` must be for a row to be the first."""
        if self._no_line(line) or self._no_row(line, wrap_index):
            return 0.0
        if not self._wraps():
            return float(line)
        before = self.get_visible_line_count_in_range(0, line - 1) if line > 0 else 0
        return float(before + wrap_index)

    def _no_row(self, line: int, wrap_index: int) -> bool:
        if wrap_index < 0:
            output.error('Condition "p_wrap_index < 0" is true.')
            return True
        if wrap_index > self.get_line_wrap_count(line):
            output.error('Condition "p_wrap_index > get_line_wrap_count(p_line)" is true.')
            return True
        return False

    def set_line_as_first_visible(self, line: int, wrap_index: int = 0) -> None:
        """Scrolls so that a row is the first, if there is enough text behind it."""
        if not (self._no_line(line) or self._no_row(line, wrap_index)):
            self.set_v_scroll(self.get_scroll_pos_for_line(line, wrap_index))

    def get_first_visible_line(self) -> int:
        """The first line on the screen."""
        return min(max(self._first_line, 0), len(self._lines) - 1)

    def set_line_as_center_visible(self, line: int, wrap_index: int = 0) -> None:
        """Scrolls so that a row is in the middle."""
        if self._no_line(line) or self._no_row(line, wrap_index):
            return
        amount = -(self.get_visible_line_count() // 2) - 1
        self._scroll_above(line, wrap_index, amount, 0.0)

    def _scroll_above(self, line: int, wrap_index: int, amount: int, more: float) -> None:
        found = self.get_next_visible_line_index_offset_from(line, wrap_index, amount)
        first = line - found.x + 1
        if first < 0:
            self.set_v_scroll(0)
        else:
            self.set_v_scroll(self.get_scroll_pos_for_line(first, found.y) + more)

    def set_line_as_last_visible(self, line: int, wrap_index: int = 0) -> None:
        """Scrolls so that a row is the last."""
        if self._no_line(line) or self._no_row(line, wrap_index):
            return
        visible = self.get_visible_line_count()
        if self.get_visible_line_count_in_range(0, line) < visible + 1:
            self.set_v_scroll(0)
        else:
            self._scroll_above(line, wrap_index, -visible - 1, self._rest_of_row())

    def _last_full(self) -> Vector2i:
        return self.get_next_visible_line_index_offset_from(
            self.get_first_visible_line(), self._first_row, self.get_visible_line_count()
        )

    def get_last_full_visible_line(self) -> int:
        """The last line that is on the screen wholly."""
        last = self.get_first_visible_line() + self._last_full().x - 1
        return min(max(last, 0), len(self._lines) - 1)

    def get_last_full_visible_line_wrap_index(self) -> int:
        """The row of that line that is the last one."""
        return self._last_full().y

    # By wheel and keys ---------------------------------------------------------------------------

    def _scroll_by(self, rows: float, animate: bool) -> None:
        """Scrolls by rows; with `animate`, bit by bit when that is on."""
        bar = self._v_bar
        if self._scrolling and (self._scroll_target > bar.get_value()) is (rows < 0):
            self._scroll_target = bar.get_value()
        start = self._scroll_target if self._scrolling else bar.get_value()
        end = min(max(start + rows, 0.0), max(bar.get_max() - bar.get_page(), 0.0))
        if not self._smooth:
            self.set_v_scroll(bar.get_value() + rows)
            return
        self._scroll_target = end
        if not animate or abs(end - bar.get_value()) < 1.0:
            bar.set_value(end)
        else:
            self._scrolling = True
            self.set_physics_process_internal(True)

    def _scroll_on(self, delta: float) -> None:
        """Goes on with smooth scrolling."""
        bar = self._v_bar
        distance = self._scroll_target - bar.get_value()
        step = math.copysign(self._scroll_speed * delta, distance)
        if self._scrolling and bar.is_visible_in_tree() and abs(step) < abs(distance):
            self.set_v_scroll(bar.get_value() + step)
            return
        if self._scrolling:
            self.set_v_scroll(self._scroll_target)
        self._scrolling = False
        self.set_physics_process_internal(False)

    # Minimap -------------------------------------------------------------------------------------

    def get_minimap_visible_lines(self) -> int:
        """How many rows the minimap has room for."""
        return int(self._room_height() / 3)  # a character is two pixels high, with one below
