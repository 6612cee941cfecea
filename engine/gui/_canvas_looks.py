"""How a canvas item and what lies below it are painted: colours, order, textures, clipping."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.core import output
from engine.core.accessors import accessors
from engine.core.color import Color
from engine.gui._canvas_state import WHITE, CanvasState
from engine.gui._canvas_transforms import CanvasTransforms

_Z_MIN, _Z_MAX = -4096, 4096


class CanvasLooks(CanvasTransforms):
    """The looks of a canvas item."""

    __slots__ = ()

    # Colours -------------------------------------------------------------------------------------

    def set_modulate(self, modulate: Color) -> None:
        """Multiplies all colours of the item and of those below it."""
        if modulate != self._modulate:
            self._modulate = WHITE if modulate == WHITE else Color(modulate)
            self._invalidate()

    def get_modulate(self) -> Color:
        """What colours of the item and of those below it are multiplied by."""
        return self._modulate

    def set_self_modulate(self, self_modulate: Color) -> None:
        """Multiplies the colours of this item alone."""
        if self_modulate != self._self_modulate:
            self._self_modulate = WHITE if self_modulate == WHITE else Color(self_modulate)
            self._invalidate()

    def get_self_modulate(self) -> Color:
        """What colours of this item alone are multiplied by."""
        return self._self_modulate

    # Order ---------------------------------------------------------------------------------------

    def set_z_index(self, z_index: int) -> None:
        """What has a higher number is painted over what has a lower one, -4096 to 4096."""
        if z_index < _Z_MIN:
            output.error('Condition "p_z < RenderingServer::CANVAS_ITEM_Z_MIN" is true.')
        elif z_index > _Z_MAX:
            output.error('Condition "p_z > RenderingServer::CANVAS_ITEM_Z_MAX" is true.')
        else:
            self._z = int(z_index)
            self._invalidate()

    def get_z_index(self) -> int:
        """The value of `z_index`."""
        return self._z

    def set_z_as_relative(self, enable: bool) -> None:
        """Whether the parent's `z_index` is added to its own."""
        self._z_relative = bool(enable)
        self._invalidate()

    def is_z_relative(self) -> bool:
        """Whether the parent's `z_index` is added to its own."""
        return self._z_relative

    def set_y_sort_enabled(self, enabled: bool) -> None:
        """Whether children further down are painted over those further up."""
        self._y_sort = bool(enabled)
        self._invalidate()

    def is_y_sort_enabled(self) -> bool:
        """Whether children further down are painted over those further up."""
        return self._y_sort

    def set_draw_behind_parent(self, enable: bool) -> None:
        """Whether it is painted before its parent."""
        self._shown_behind = bool(enable)
        self._invalidate()

    def is_draw_behind_parent_enabled(self) -> bool:
        """Whether it is painted before its parent."""
        return self._shown_behind

    # Textures ------------------------------------------------------------------------------------

    def set_texture_filter(self, mode: int) -> None:
        """How textures are scaled, here and below."""
        if not 0 <= mode < self.TEXTURE_FILTER_MAX:
            output.error(
                f"Index p_texture_filter = {int(mode)} is out of bounds (TEXTURE_FILTER_MAX = 7)."
            )
        elif mode != self._filter:
            self._filter = CanvasState.TextureFilter(mode)
            self._redraw_with(lambda item: item._filter)

    def get_texture_filter(self) -> CanvasState.TextureFilter:
        """How textures are scaled, here and below."""
        return self._filter

    def set_texture_repeat(self, mode: int) -> None:
        """What lies beyond the edges of textures, here and below."""
        if not 0 <= mode < self.TEXTURE_REPEAT_MAX:
            output.error(
                f"Index p_texture_repeat = {int(mode)} is out of bounds (TEXTURE_REPEAT_MAX = 4)."
            )
        elif mode != self._repeat:
            self._repeat = CanvasState.TextureRepeat(mode)
            self._redraw_with(lambda item: item._repeat)

    def get_texture_repeat(self) -> CanvasState.TextureRepeat:
        """What lies beyond the edges of textures, here and below."""
        return self._repeat

    def _redraw_with(self, own: Callable[[CanvasLooks], int]) -> None:
        """Redraws this item and those below that follow it in a setting."""
        self._invalidate()
        self.queue_redraw()
        for child in self._listed_children():
            if isinstance(child, CanvasLooks) and not child._top_level and own(child) == 0:
                child._redraw_with(own)

    # Clipping, lights, materials -----------------------------------------------------------------

    def set_clip_children_mode(self, mode: int) -> None:
        """Whether children show only where this item drew something."""
        if not 0 <= mode < self.CLIP_CHILDREN_MAX:
            output.error('Condition "p_clip_mode >= CLIP_CHILDREN_MAX" is true.')
        elif mode != self._clip_children:
            self._clip_children = CanvasState.ClipChildrenMode(mode)
            self._invalidate()

    def get_clip_children_mode(self) -> CanvasState.ClipChildrenMode:
        """Whether children show only where this item drew something."""
        return self._clip_children

    def set_light_mask(self, light_mask: int) -> None:
        """Which lights reach it; there are none, so it is only kept."""
        self._light_mask = int(light_mask)

    def get_light_mask(self) -> int:
        """Which lights reach it."""
        return self._light_mask

    def set_visibility_layer(self, layer: int) -> None:
        """In which layers it lies, as bits; a viewport shows those of its cull mask."""
        self._visibility_layer = int(layer)
        self._invalidate()

    def get_visibility_layer(self) -> int:
        """In which layers it lies, as bits."""
        return self._visibility_layer

    def set_visibility_layer_bit(self, layer: int, enabled: bool) -> None:
        """Whether it lies in a layer, 0 to 31."""
        if _is_layer(layer):
            bit = 1 << layer
            mask = self._visibility_layer
            self.set_visibility_layer(mask | bit if enabled else mask & ~bit)

    def get_visibility_layer_bit(self, layer: int) -> bool:
        """Whether it lies in a layer, 0 to 31."""
        return _is_layer(layer) and bool(self._visibility_layer >> layer & 1)

    def set_material(self, material: Any) -> None:
        """A material; it is kept, and changes nothing here."""
        self._material = material

    def get_material(self) -> Any:
        """The material, or None."""
        return self._material

    def set_use_parent_material(self, enable: bool) -> None:
        """Whether the parent's material counts."""
        self._parent_material = bool(enable)

    def get_use_parent_material(self) -> bool:
        """Whether the parent's material counts."""
        return self._parent_material

    def set_instance_shader_parameter(self, name: str, value: Any) -> None:
        """Keeps a parameter for a shader; None takes it away."""
        if self._shader_parameters is None:
            self._shader_parameters = {}
        self._shader_parameters[str(name)] = value
        if value is None:
            del self._shader_parameters[str(name)]

    def get_instance_shader_parameter(self, name: str) -> Any:
        """What `set_instance_shader_parameter` was told, or None."""
        return (self._shader_parameters or {}).get(str(name))

    modulate = accessors(get_modulate, set_modulate)
    self_modulate = accessors(get_self_modulate, set_self_modulate)
    show_behind_parent = accessors(is_draw_behind_parent_enabled, set_draw_behind_parent)
    clip_children = accessors(get_clip_children_mode, set_clip_children_mode)
    light_mask = accessors(get_light_mask, set_light_mask)
    visibility_layer = accessors(get_visibility_layer, set_visibility_layer)
    z_index = accessors(get_z_index, set_z_index)
    z_as_relative = accessors(is_z_relative, set_z_as_relative)
    y_sort_enabled = accessors(is_y_sort_enabled, set_y_sort_enabled)
    texture_filter = accessors(get_texture_filter, set_texture_filter)
    texture_repeat = accessors(get_texture_repeat, set_texture_repeat)
    material = accessors(get_material, set_material)
    use_parent_material = accessors(get_use_parent_material, set_use_parent_material)


def _is_layer(layer: int) -> bool:
    if 0 <= layer < 32:
        return True
    output.error(f"Index p_visibility_layer = {layer} is out of bounds (32 = 32).")
    return False
