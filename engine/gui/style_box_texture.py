"""`StyleBoxTexture`: a box made of a texture whose corners keep their size."""

from __future__ import annotations

from enum import IntEnum

from engine.core.accessors import accessors
from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.gui._canvas_shapes import rgba
from engine.gui._indexed import changed, indexed, is_side
from engine.gui._nine_patch import draw_nine_patch
from engine.gui.style_box import Four, StyleBox
from engine.gui.texture_2d import Texture2D
from engine.servers.canvas import Drawing

_SIDES = ("left", "top", "right", "bottom")
_ZEROS: Four = (0.0, 0.0, 0.0, 0.0)


class StyleBoxTexture(StyleBox):
    """Draws a texture in nine parts around a rectangle."""

    class AxisStretchMode(IntEnum):
        """How sides and middle fill."""

        AXIS_STRETCH_MODE_STRETCH = 0
        AXIS_STRETCH_MODE_TILE = 1
        AXIS_STRETCH_MODE_TILE_FIT = 2

    AXIS_STRETCH_MODE_STRETCH = AxisStretchMode.AXIS_STRETCH_MODE_STRETCH
    AXIS_STRETCH_MODE_TILE = AxisStretchMode.AXIS_STRETCH_MODE_TILE
    AXIS_STRETCH_MODE_TILE_FIT = AxisStretchMode.AXIS_STRETCH_MODE_TILE_FIT

    _stored = (
        "texture",
        *(f"texture_margin_{side}" for side in _SIDES),
        *(f"expand_margin_{side}" for side in _SIDES),
        "axis_stretch_horizontal",
        "axis_stretch_vertical",
        "region_rect",
        "modulate_color",
        "draw_center",
    )
    _own = (
        "_draw_center",
        "_expand",
        "_h_axis",
        "_modulate",
        "_region",
        "_texture",
        "_texture_margins",
        "_v_axis",
    )

    _texture: Texture2D | None = None
    _texture_margins: Four = _ZEROS
    _expand: Four = _ZEROS
    _region: Rect2 = Rect2()
    _modulate: Color = Color(1.0, 1.0, 1.0, 1.0)
    _draw_center: bool = True
    _h_axis: StyleBoxTexture.AxisStretchMode = AXIS_STRETCH_MODE_STRETCH
    _v_axis: StyleBoxTexture.AxisStretchMode = AXIS_STRETCH_MODE_STRETCH

    def set_texture(self, texture: Texture2D | None) -> None:
        """The texture that it is made of."""
        if texture is self._texture:
            return
        if self._texture is not None:
            self._texture.changed.disconnect(self.emit_changed)
        self._texture = texture
        if texture is not None:
            texture.changed.connect(self.emit_changed)
        self.emit_changed()

    def get_texture(self) -> Texture2D | None:
        """The texture that it is made of."""
        return self._texture

    def set_texture_margin(self, margin: int, size: float) -> None:
        """How wide the parts at a side are, in pixels of the texture."""
        if is_side(margin):
            self._texture_margins = changed(self._texture_margins, margin, float(size))
            self.emit_changed()

    def set_texture_margin_all(self, size: float) -> None:
        """Sets how wide the parts at all sides are."""
        self._texture_margins = (float(size),) * 4
        self.emit_changed()

    def get_texture_margin(self, margin: int) -> float:
        """How wide the parts at a side are, in pixels of the texture."""
        return self._texture_margins[margin] if is_side(margin) else 0.0

    def set_expand_margin(self, margin: int, size: float) -> None:
        """By how much it is drawn larger at a side."""
        if is_side(margin):
            self._expand = changed(self._expand, margin, float(size))
            self.emit_changed()

    def set_expand_margin_all(self, size: float) -> None:
        """Sets by how much it is drawn larger at all sides."""
        self._expand = (float(size),) * 4
        self.emit_changed()

    def get_expand_margin(self, margin: int) -> float:
        """By how much it is drawn larger at a side."""
        return self._expand[margin] if is_side(margin) else 0.0

    def set_region_rect(self, region: Rect2) -> None:
        """The part of the texture that it is made of; empty for all of it."""
        self._region = Rect2(region)
        self.emit_changed()

    def get_region_rect(self) -> Rect2:
        """The part of the texture that it is made of."""
        return self._region

    def set_draw_center(self, enable: bool) -> None:
        """Whether the middle is drawn."""
        self._draw_center = bool(enable)
        self.emit_changed()

    def is_draw_center_enabled(self) -> bool:
        """Whether the middle is drawn."""
        return self._draw_center

    def set_modulate(self, color: Color) -> None:
        """Multiplies the colours of the texture."""
        self._modulate = Color(color)
        self.emit_changed()

    def get_modulate(self) -> Color:
        """What the colours of the texture are multiplied by."""
        return self._modulate

    def set_h_axis_stretch_mode(self, mode: int) -> None:
        """How top, bottom and middle fill across."""
        self._h_axis = StyleBoxTexture.AxisStretchMode(mode)
        self.emit_changed()

    def get_h_axis_stretch_mode(self) -> StyleBoxTexture.AxisStretchMode:
        """How top, bottom and middle fill across."""
        return self._h_axis

    def set_v_axis_stretch_mode(self, mode: int) -> None:
        """How the sides and the middle fill down."""
        self._v_axis = StyleBoxTexture.AxisStretchMode(mode)
        self.emit_changed()

    def get_v_axis_stretch_mode(self) -> StyleBoxTexture.AxisStretchMode:
        """How the sides and the middle fill down."""
        return self._v_axis

    def _style_margin(self, side: int) -> float:
        return self._texture_margins[side]

    def _drawn_rect(self, rect: Rect2) -> Rect2:
        return rect.grow_individual(*self._expand)

    def _draw_into(self, commands: Drawing, rect: Rect2) -> None:
        texture = self._texture
        if texture is not None:
            draw_nine_patch(
                commands,
                texture,
                self._drawn_rect(rect),
                self._region,
                self._texture_margins,
                (self._h_axis, self._v_axis),
                self._draw_center,
                rgba(self._modulate),
            )

    texture = accessors(get_texture, set_texture)
    texture_margin_left = indexed(get_texture_margin, set_texture_margin, 0)
    texture_margin_top = indexed(get_texture_margin, set_texture_margin, 1)
    texture_margin_right = indexed(get_texture_margin, set_texture_margin, 2)
    texture_margin_bottom = indexed(get_texture_margin, set_texture_margin, 3)
    expand_margin_left = indexed(get_expand_margin, set_expand_margin, 0)
    expand_margin_top = indexed(get_expand_margin, set_expand_margin, 1)
    expand_margin_right = indexed(get_expand_margin, set_expand_margin, 2)
    expand_margin_bottom = indexed(get_expand_margin, set_expand_margin, 3)
    axis_stretch_horizontal = accessors(get_h_axis_stretch_mode, set_h_axis_stretch_mode)
    axis_stretch_vertical = accessors(get_v_axis_stretch_mode, set_v_axis_stretch_mode)
    region_rect = accessors(get_region_rect, set_region_rect)
    modulate_color = accessors(get_modulate, set_modulate)
    draw_center = accessors(is_draw_center_enabled, set_draw_center)
