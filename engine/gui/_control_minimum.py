"""Minimum sizes: measured when asked for, kept until something changes, told to others in a batch.

`update_minimum_size` only marks: the size of the control and of those above it is unknown from now
on. The comparison with the last one, and with it the signal `minimum_size_changed`, comes with a
deferred call, so that any number of changes in a frame is measured once.
"""

from __future__ import annotations

from math import isfinite

from engine.core import output
from engine.core._float32 import pack_2, unpack_2
from engine.core.accessors import accessors
from engine.core.vector2 import Vector2
from engine.gui._control_state import ControlState

_SIZE_FLAGS = 31


class ControlMinimumSize(ControlState):
    """Minimum sizes and size flags."""

    def _get_minimum_size(self) -> Vector2:
        """The smallest size that a script's control needs; called where the engine has none."""
        return Vector2()

    def get_minimum_size(self) -> Vector2:
        """The smallest size that the control itself needs, without `custom_minimum_size`."""
        if type(self)._get_minimum_size is not ControlMinimumSize._get_minimum_size:
            return self._asked_minimum_size()
        return Vector2.ZERO

    def _asked_minimum_size(self) -> Vector2:
        try:
            answer = self._get_minimum_size()
            return Vector2() if answer is None else Vector2(answer)
        except Exception as exception:
            output.script_error(exception)
            return Vector2()

    def get_combined_minimum_size(self) -> Vector2:
        """The smallest size: the larger of `custom_minimum_size` and what the control needs."""
        if not self._min_valid:
            self._measure()
        return Vector2(self._min_w, self._min_h)

    def _combined_minimum(self) -> tuple[float, float]:
        """`get_combined_minimum_size` as two numbers."""
        if not self._min_valid:
            self._measure()
        return self._min_w, self._min_h

    def _measure(self) -> None:
        size = self._needed_size()
        width, height = size._x, size._y
        self._min_w = width if width > self._custom_w else self._custom_w
        self._min_h = height if height > self._custom_h else self._custom_h
        self._min_valid = True

    def _needed_size(self) -> Vector2:
        """`get_minimum_size`, by the theme items that count."""
        if self._themed and self._kept_items is None:
            return self.get_minimum_size()
        self._measuring = True
        try:
            return self.get_minimum_size()
        finally:
            self._measuring = False

    def update_minimum_size(self) -> None:
        """Has the minimum size measured again, and others told of it at the end of the step."""
        if self._tree is None or self._block_minimum:
            return
        above: ControlMinimumSize | None = self
        while above is not None and above._min_valid:
            above._min_valid = False
            if above._top_level:
                break
            window = above._parent_window
            if window is not None and window.is_wrapping_controls():
                window.child_controls_changed()
                break
            above = above._parent_control
        if not self._min_pending and self.is_visible_in_tree():
            self._min_pending = True
            self._tree._queue.push(self._compare_minimum_size, ())

    def _compare_minimum_size(self) -> None:
        self._min_pending = False
        if self._tree is None:
            return
        size = self._combined_minimum()
        if size != self._last_min:
            self._last_min = size
            self._size_changed()
            if self._sorter is not None:
                self._sorter._child_minimum_changed(self)
            self._emit_if_heard("minimum_size_changed")

    def _size_changed(self) -> None:
        """Works out the rectangle again."""
        raise AssertionError("belongs to the layout")

    # Custom minimum size -------------------------------------------------------------------------

    def set_custom_minimum_size(self, size: Vector2) -> None:
        """Sets the size below which the control does not get; infinite ones are refused."""
        width, height = unpack_2(pack_2(*size))
        if width == self._custom_w and height == self._custom_h:
            return
        if not (isfinite(width) and isfinite(height)):
            return
        self._custom_w, self._custom_h = width, height
        self.update_minimum_size()

    def get_custom_minimum_size(self) -> Vector2:
        """The size below which the control does not get."""
        return Vector2(self._custom_w, self._custom_h)

    custom_minimum_size = accessors(get_custom_minimum_size, set_custom_minimum_size)

    def set_block_minimum_size_adjust(self, block: bool) -> None:
        """While blocked, `update_minimum_size` does nothing."""
        self._block_minimum = bool(block)

    # Size flags ----------------------------------------------------------------------------------

    def set_h_size_flags(self, flags: int) -> None:
        """Sets how the control fills its cell across: a sum of `SIZE_*`."""
        if flags != self._h_flags:
            self._h_flags = int(flags)
            self._flags_changed()

    def get_h_size_flags(self) -> ControlState.SizeFlags:
        """How the control fills its cell across."""
        return ControlState.SizeFlags(self._h_flags)

    size_flags_horizontal = accessors(get_h_size_flags, set_h_size_flags)

    def set_v_size_flags(self, flags: int) -> None:
        """Sets how the control fills its cell down: a sum of `SIZE_*`."""
        if flags != self._v_flags:
            self._v_flags = int(flags)
            self._flags_changed()

    def get_v_size_flags(self) -> ControlState.SizeFlags:
        """How the control fills its cell down."""
        return ControlState.SizeFlags(self._v_flags)

    size_flags_vertical = accessors(get_v_size_flags, set_v_size_flags)

    def set_stretch_ratio(self, ratio: float) -> None:
        """Sets the share of the free space that the control gets among those that expand."""
        value = unpack_2(pack_2(ratio, 0.0))[0]
        if value != self._stretch:
            self._stretch = value
            self._flags_changed()

    def get_stretch_ratio(self) -> float:
        """The share of the free space that the control gets among those that expand."""
        return self._stretch

    size_flags_stretch_ratio = accessors(get_stretch_ratio, set_stretch_ratio)

    def _flags_changed(self) -> None:
        if self._sorter is not None:
            self._sorter._child_flags_changed(self)
        self._emit_if_heard("size_flags_changed")
