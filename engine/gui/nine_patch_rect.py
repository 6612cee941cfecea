"""`NinePatchRect`: shows a texture whose corners keep their size."""

from __future__ import annotations

from enum import IntEnum

from engine.core.accessors import accessors
from engine.core.rect2 import Rect2
from engine.core.signal import Signal
from engine.core.vector2 import Vector2
from engine.gui._indexed import changed, indexed, is_side
from engine.gui._nine_patch import draw_nine_patch
from engine.gui.control import Control
from engine.gui.texture_2d import Texture2D
from engine.servers.canvas import WHITE


class NinePatchRect(Control):
    """Shows a texture in nine parts: corners as they are, sides along one way, the middle both.

    Signals: `texture_changed`.
    """

    class AxisStretchMode(IntEnum):
        """How sides and middle fill."""

        AXIS_STRETCH_MODE_STRETCH = 0
        AXIS_STRETCH_MODE_TILE = 1
        AXIS_STRETCH_MODE_TILE_FIT = 2

    AXIS_STRETCH_MODE_STRETCH = AxisStretchMode.AXIS_STRETCH_MODE_STRETCH
    AXIS_STRETCH_MODE_TILE = AxisStretchMode.AXIS_STRETCH_MODE_TILE
    AXIS_STRETCH_MODE_TILE_FIT = AxisStretchMode.AXIS_STRETCH_MODE_TILE_FIT

    texture_changed = Signal()

    _stored = (
        "texture",
        "draw_center",
        "region_rect",
        "patch_margin_left",
        "patch_margin_top",
        "patch_margin_right",
        "patch_margin_bottom",
        "axis_stretch_horizontal",
        "axis_stretch_vertical",
    )
    _own = ("_draw_center", "_h_axis", "_margins", "_region", "_texture", "_v_axis")

    _mouse_filter: int = Control.MOUSE_FILTER_IGNORE
    _texture: Texture2D | None = None
    _draw_center: bool = True
    _region: Rect2 = Rect2()
    _margins: tuple[int, int, int, int] = (0, 0, 0, 0)
    _h_axis: NinePatchRect.AxisStretchMode = AXIS_STRETCH_MODE_STRETCH
    _v_axis: NinePatchRect.AxisStretchMode = AXIS_STRETCH_MODE_STRETCH

    def set_texture(self, texture: Texture2D | None) -> None:
        """What it shows."""
        if texture is self._texture:
            return
        if self._texture is not None:
            self._texture.changed.disconnect(self.queue_redraw)
        self._texture = texture
        if texture is not None:
            texture.changed.connect(self.queue_redraw)
        self.queue_redraw()
        self._emit_if_heard("texture_changed")

    def get_texture(self) -> Texture2D | None:
        """What it shows."""
        return self._texture

    def set_patch_margin(self, margin: int, value: int) -> None:
        """How wide the parts at a side are, in pixels of the texture."""
        if is_side(margin, "(int)p_side"):
            self._margins = changed(self._margins, margin, int(value))
            self.queue_redraw()
            self.update_minimum_size()

    def get_patch_margin(self, margin: int) -> int:
        """How wide the parts at a side are, in pixels of the texture."""
        return self._margins[margin] if is_side(margin, "(int)p_side") else 0

    def set_region_rect(self, rect: Rect2) -> None:
        """The part of the texture that is shown; empty for all of it."""
        if rect != self._region:
            self._region = Rect2(rect)
            self.item_rect_changed.emit()
            self.queue_redraw()

    def get_region_rect(self) -> Rect2:
        """The part of the texture that is shown."""
        return self._region

    def set_draw_center(self, draw_center: bool) -> None:
        """Whether the middle is shown."""
        self._draw_center = bool(draw_center)
        self.queue_redraw()

    def is_draw_center_enabled(self) -> bool:
        """Whether the middle is shown."""
        return self._draw_center

    def set_h_axis_stretch_mode(self, mode: int) -> None:
        """How top, bottom and middle fill across."""
        self._h_axis = NinePatchRect.AxisStretchMode(mode)
        self.queue_redraw()

    def get_h_axis_stretch_mode(self) -> NinePatchRect.AxisStretchMode:
        """How top, bottom and middle fill across."""
        return self._h_axis

    def set_v_axis_stretch_mode(self, mode: int) -> None:
        """How the sides and the middle fill down."""
        self._v_axis = NinePatchRect.AxisStretchMode(mode)
        self.queue_redraw()

    def get_v_axis_stretch_mode(self) -> NinePatchRect.AxisStretchMode:
        """How the sides and the middle fill down."""
        return self._v_axis

    def get_minimum_size(self) -> Vector2:
        """The corners."""
        left, top, right, bottom = self._margins
        return Vector2(left + right, top + bottom)

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == 30 and self._texture is not None:  # DRAW
            left, top, right, bottom = map(float, self._margins)
            draw_nine_patch(
                self._commands,
                self._texture,
                Rect2(0.0, 0.0, self._w, self._h),
                self._region,
                (left, top, right, bottom),
                (self._h_axis, self._v_axis),
                self._draw_center,
                WHITE,
            )

    texture = accessors(get_texture, set_texture)
    draw_center = accessors(is_draw_center_enabled, set_draw_center)
    region_rect = accessors(get_region_rect, set_region_rect)
    patch_margin_left = indexed(get_patch_margin, set_patch_margin, 0)
    patch_margin_top = indexed(get_patch_margin, set_patch_margin, 1)
    patch_margin_right = indexed(get_patch_margin, set_patch_margin, 2)
    patch_margin_bottom = indexed(get_patch_margin, set_patch_margin, 3)
    axis_stretch_horizontal = accessors(get_h_axis_stretch_mode, set_h_axis_stretch_mode)
    axis_stretch_vertical = accessors(get_v_axis_stretch_mode, set_v_axis_stretch_mode)
