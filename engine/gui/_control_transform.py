"""Turning and scaling of a control, and the direction in which its layout runs."""

from __future__ import annotations

import math
from typing import cast

from engine.core._float32 import f32, pack_2, unpack_2
from engine.core.accessors import accessors
from engine.core.os import OS
from engine.core.project_settings import ProjectSettings
from engine.core.transform2d import Transform2D, made
from engine.core.vector2 import Vector2
from engine.gui._control_minimum import ControlMinimumSize
from engine.gui._control_state import ControlState
from engine.servers.canvas import Matrix

_FORCED_RTL = "internationalization/rendering/force_right_to_left_layout_direction"
_RTL_LANGUAGES = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
_LAYOUT_DIRECTION_CHANGED = 49
_INHERITED, _APPLICATION_LOCALE, _LTR, _RTL, _SYSTEM_LOCALE = range(5)


def locale_is_rtl() -> bool:
    """Whether the language of the user is written from the right to the left."""
    if ProjectSettings.get_setting(_FORCED_RTL, False):
        return True
    return OS.get_locale_language() in _RTL_LANGUAGES


class ControlTransform(ControlMinimumSize):
    """Rotation, scale, pivot and layout direction."""

    # Transform -----------------------------------------------------------------------------------

    def get_transform(self) -> Transform2D:
        """Where the control lies in its parent."""
        if not self._turned:
            return made((1.0, 0.0, 0.0, 1.0, self._px, self._py))
        inner = self._internal_transform()._m
        return made((*inner[:4], f32(inner[4] + self._px), f32(inner[5] + self._py)))

    def _local_matrix(self) -> Matrix:
        if not self._turned:
            return 1.0, 0.0, 0.0, 1.0, self._px, self._py
        return cast(Matrix, self.get_transform()._m)

    def _internal_transform(self) -> Transform2D:
        """Rotation and scale around the pivot."""
        if not self._turned:
            return Transform2D.IDENTITY
        pivot = self.get_combined_pivot_offset()
        turned = Transform2D(self._rotation, self.get_scale(), 0.0, pivot)
        return turned.translated_local(-pivot)

    def _turn_around(self) -> None:
        """Rotation, scale or pivot has changed."""
        self._turned = True
        self.queue_redraw()
        self._notify_transform()

    def set_rotation(self, radians: float) -> None:
        """Turns the control around its pivot, clockwise."""
        value = f32(radians)
        if value != self._rotation:
            self._rotation = value
            self._turn_around()

    def get_rotation(self) -> float:
        """The rotation around the pivot in radians, clockwise."""
        return self._rotation

    rotation = accessors(get_rotation, set_rotation)

    def set_rotation_degrees(self, degrees: float) -> None:
        """Turns the control around its pivot, in degrees."""
        self.set_rotation(math.radians(degrees))

    def get_rotation_degrees(self) -> float:
        """The rotation around the pivot in degrees."""
        return f32(math.degrees(self._rotation))

    rotation_degrees = accessors(get_rotation_degrees, set_rotation_degrees)

    def set_scale(self, scale: Vector2) -> None:
        """Scales the control around its pivot; 0 becomes a very small number."""
        x, y = unpack_2(pack_2(*scale))
        wanted = Vector2(x or 1e-5, y or 1e-5)
        if wanted != self.get_scale():
            self._scale = wanted
            self._turn_around()

    def get_scale(self) -> Vector2:
        """The scale around the pivot."""
        return Vector2.ONE if self._scale is None else cast(Vector2, self._scale)

    scale = accessors(get_scale, set_scale)

    def set_pivot_offset(self, pivot_offset: Vector2) -> None:
        """Sets the point around which it turns and scales."""
        wanted = Vector2(pivot_offset)
        if wanted != self.get_pivot_offset():
            self._pivot = wanted
            self._turn_around()

    def get_pivot_offset(self) -> Vector2:
        """The point around which it turns and scales."""
        return Vector2.ZERO if self._pivot is None else cast(Vector2, self._pivot)

    pivot_offset = accessors(get_pivot_offset, set_pivot_offset)

    def set_pivot_offset_ratio(self, ratio: Vector2) -> None:
        """Sets what is added to the pivot, as a share of the size."""
        wanted = Vector2(ratio)
        if wanted != self.get_pivot_offset_ratio():
            self._pivot_ratio = wanted
            self._turn_around()

    def get_pivot_offset_ratio(self) -> Vector2:
        """What is added to the pivot, as a share of the size."""
        return Vector2.ZERO if self._pivot_ratio is None else cast(Vector2, self._pivot_ratio)

    pivot_offset_ratio = accessors(get_pivot_offset_ratio, set_pivot_offset_ratio)

    def get_combined_pivot_offset(self) -> Vector2:
        """The pivot, with the share of the size."""
        if self._pivot_ratio is None:
            return self.get_pivot_offset()
        return self.get_pivot_offset() + self.get_pivot_offset_ratio() * Vector2(self._w, self._h)

    # Layout direction ----------------------------------------------------------------------------

    def is_layout_rtl(self) -> bool:
        """Whether the layout runs from the right to the left."""
        rtl = self._rtl
        if rtl is None:
            rtl = self._rtl = self._find_rtl()
        return rtl

    def _find_rtl(self) -> bool:
        direction = self._layout_direction
        if direction == _INHERITED:
            above = self._parent_control or self._parent_window
            if above is not None:
                return bool(above.is_layout_rtl())
            node = self._parent
            while node is not None:
                if isinstance(node, ControlTransform):
                    return node.is_layout_rtl()
                if hasattr(node, "is_layout_rtl"):
                    return bool(node.is_layout_rtl())
                node = node._parent
            return locale_is_rtl()
        if direction in (_APPLICATION_LOCALE, _SYSTEM_LOCALE):
            return locale_is_rtl()
        return direction == _RTL

    def set_layout_direction(self, direction: int) -> None:
        """Sets from which side the layout runs: a `LAYOUT_DIRECTION_*`."""
        if direction == self._layout_direction:
            return
        self._layout_direction = int(direction)
        self._rtl = None
        self.propagate_notification(_LAYOUT_DIRECTION_CHANGED)

    def get_layout_direction(self) -> ControlState.LayoutDirection:
        """From which side the layout runs."""
        return ControlState.LayoutDirection(self._layout_direction)

    layout_direction = accessors(get_layout_direction, set_layout_direction)
