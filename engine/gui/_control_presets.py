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
        least_w, least_h = self._needed_size()
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
        self.set_anchors_preset(preset, True)
        self.set_offsets_preset(preset, resize_mode, margin)

    def _set_grow_preset(self, preset: int) -> None:
        """Has the control grow away from the sides at which a preset puts it."""
        left, top, right, bottom = _PRESETS[preset]
        self.set_h_grow_direction(_growing(left, right))
        self.set_v_grow_direction(_growing(top, bottom))

    # As editors store them -----------------------------------------------------------------------

    def _set_layout_mode(self, mode: int) -> None:
        """Takes what a scene says of how the editor placed the control."""
        self._stored_layout = int(mode)
        if mode == _POSITION:
            self._own_anchors = False
            self.set_anchors_and_offsets_preset(0, _KEEP_SIZE)
            self._set_grow_preset(0)

    def _get_layout_mode(self) -> int:
        """How the control is placed: by position, by anchors, or by its container."""
        parent = self._parent_control
        if parent is None:
            return _UNCONTROLLED
        if parent._sorts_children:
            return _CONTAINER
        if self._get_anchors_preset() != 0:
            return _ANCHORS
        return _ANCHORS if self._stored_layout == _ANCHORS else _POSITION

    layout_mode = accessors(_get_layout_mode, _set_layout_mode)

    def _set_anchors_preset(self, preset: int) -> None:
        """Takes the preset that a scene names; -1 for anchors of their own."""
        if self._stored_layout not in (_ANCHORS, _UNCONTROLLED):
            return
        self._own_anchors = preset == -1
        if preset == -1:
            return
        if _is_preset(preset):
            wide = _PRESETS[preset][:2] != _PRESETS[preset][2:]
            self.set_anchors_and_offsets_preset(preset, 0 if wide else _KEEP_SIZE)
            self._set_grow_preset(preset)

    def _get_anchors_preset(self) -> int:
        """The preset that has these anchors, or -1."""
        if self._stored_layout not in (_ANCHORS, _UNCONTROLLED):
            return 0
        if self._own_anchors or self._anchors not in _PRESETS:
            return -1
        return _PRESETS.index(self._anchors)

    anchors_preset = accessors(_get_anchors_preset, _set_anchors_preset)

    def _update_stored_layout(self) -> None:
        """The control has another parent, which may place it in another way."""
        self._stored_layout = self._get_layout_mode()


def _growing(begin: float, end: float) -> int:
    """Where a control grows to whose sides lie at some shares of its parent."""
    if begin == end:
        return 1 if begin == _B else 0 if begin == _E else 2
    return 2


def _is_preset(preset: int) -> bool:
    if 0 <= preset < 16:
        return True
    output.error(f"Index (int)p_preset = {int(preset)} is out of bounds (16 = 16).")
    return False
