"""Layout presets: common places, as anchors and as offsets.

A preset says for each of the four sides where it lies in the parent: at the beginning (0), in the
middle (0.5) or at the end (1).
"""

from __future__ import annotations

from engine.core import output
from engine.core._float32 import f32
from engine.core.accessors import accessors
from engine.gui._control_layout import ControlLayout, _four

_B, _M, _E = 0.0, 0.5, 1.0
_PRESETS = (  # by number: left, top, right, bottom
    (_B, _B, _B, _B),  # TOP_LEFT
    (_E, _B, _E, _B),  # TOP_RIGHT
    (_B, _E, _B, _E),  # BOTTOM_LEFT
    (_E, _E, _E, _E),  # BOTTOM_RIGHT
    (_B, _M, _B, _M),  # CENTER_LEFT
    (_M, _B, _M, _B),  # CENTER_TOP
    (_E, _M, _E, _M),  # CENTER_RIGHT
    (_M, _E, _M, _E),  # CENTER_BOTTOM
    (_M, _M, _M, _M),  # CENTER
    (_B, _B, _B, _E),  # LEFT_WIDE
    (_B, _B, _E, _B),  # TOP_WIDE
    (_E, _B, _E, _E),  # RIGHT_WIDE
    (_B, _E, _E, _E),  # BOTTOM_WIDE
    (_M, _B, _M, _E),  # VCENTER_WIDE
    (_B, _M, _E, _M),  # HCENTER_WIDE
    (_B, _B, _E, _E),  # FULL_RECT
)
_KEEP_WIDTH, _KEEP_HEIGHT, _KEEP_SIZE = 1, 2, 3
_POSITION, _ANCHORS, _CONTAINER, _UNCONTROLLED = range(4)


class ControlPresets(ControlLayout):
    """Layout presets."""

    def set_anchors_preset(self, preset: int, keep_offsets: bool = False) -> None:
        """Sets the anchors to a common place.

        Args:
            preset: a `PRESET_*`.
            keep_offsets: whether the offsets stay, so that the control moves; else it stays.
        """
        if not _is_preset(preset):
            return
        for side, anchor in enumerate(_PRESETS[preset]):
            self.set_anchor(side, anchor, keep_offsets)

    def set_offsets_preset(self, preset: int, resize_mode: int = 0, margin: int = 0) -> None:
        """Sets the offsets so that the control lies at a common place, whatever its anchors.

        Args:
            preset: a `PRESET_*`.
            resize_mode: a `PRESET_MODE_*`: what size it gets where the preset leaves that open.
            margin: the distance from the sides of the parent.
        """
        if not _is_preset(preset):
            return
        if not 0 <= resize_mode < 4:
            output.error(f"Index (int)p_resize_mode = {int(resize_mode)} is out of bounds (4 = 4).")
            return
        least_w, least_h = self.get_minimum_size()
        width = self._w if resize_mode in (_KEEP_WIDTH, _KEEP_SIZE) else least_w
        height = self._h if resize_mode in (_KEEP_HEIGHT, _KEEP_SIZE) else least_h
        x, y, parent_w, parent_h = self._parent_rect()
        if self.is_layout_rtl():
            parent_w = -width  # as Godot has it
        left, top, right, bottom = _PRESETS[preset]
        self._offsets = _four(
            [
                self._preset_side(0, left, parent_w, width, margin) + x,
                self._preset_side(1, top, parent_h, height, margin) + y,
                self._preset_side(2, right, parent_w, width, margin) + x,
                self._preset_side(3, bottom, parent_h, height, margin) + y,
            ]
        )
        self._size_changed()

    def _preset_side(
        self, side: int, share: float, parent: float, own: float, margin: int
    ) -> float:
        """The offset of a side that lies at a share of the parent."""
        offset = f32(parent * f32(share - self._anchors[side]))
        if side < 2:  # left and top
            if share == _B:
                return f32(offset + margin)
            return f32(offset - own / 2 if share == _M else f32(offset - own) - margin)
        if share == _B:
            return f32(f32(offset + own) + margin)
        return f32(offset + own / 2 if share == _M else offset - margin)

    def set_anchors_and_offsets_preset(
        self, preset: int, resize_mode: int = 0, margin: int = 0
    ) -> None:
        """Sets anchors and offsets to a common place."""
        self.set_anchors_preset(preset)
        self.set_offsets_preset(preset, resize_mode, margin)

    # As scenes store them ------------------------------------------------------------------------

    def _set_layout_mode(self, mode: int) -> None:
        """Takes what a scene says of how the editor placed the control."""
        self._stored_layout = int(mode)

    def _get_layout_mode(self) -> int:
        """How the control is placed: by position, by anchors, or by its container."""
        parent = self._parent_control
        if parent is None:
            return _UNCONTROLLED
        if parent._sorts_children:
            return _CONTAINER
        return self._stored_layout if self._preset_of_anchors() == 0 else _ANCHORS

    layout_mode = accessors(_get_layout_mode, _set_layout_mode)

    def _set_anchors_preset_property(self, preset: int) -> None:
        """Takes the preset that a scene names; -1 for anchors of their own."""
        if self._stored_layout in (_ANCHORS, _UNCONTROLLED) and 0 <= preset < 16:
            self.set_anchors_and_offsets_preset(preset, _KEEP_SIZE)

    def _preset_of_anchors(self) -> int:
        """The preset that has these anchors, or -1."""
        return _PRESETS.index(self._anchors) if self._anchors in _PRESETS else -1

    anchors_preset = accessors(_preset_of_anchors, _set_anchors_preset_property)


def _is_preset(preset: int) -> bool:
    if 0 <= preset < 16:
        return True
    output.error(f"Index (int)p_preset = {int(preset)} is out of bounds (16 = 16).")
    return False
