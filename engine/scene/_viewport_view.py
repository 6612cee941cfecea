"""The view of a viewport: its size, and from which coordinates to which.

A point of a canvas goes through `canvas_transform` into the viewport, where `get_visible_rect` lies
and events are told, and from there through `get_final_transform` into the picture: it differs from
the viewport where a window scales its content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from engine.core import _public_names, output
from engine.core._lazy import lazy
from engine.core.accessors import accessors
from engine.core.rid import RID, rid_with_id
from engine.core.signal import Signal
from engine.scene._viewport_settings import ViewportSettings

if TYPE_CHECKING:
    from engine.core import input as _input
    from engine.core import rect2 as _rect2
    from engine.core import transform2d as _transform2d
    from engine.core import vector2 as _vector2
    from engine.core import vector2i as _vector2i
    from engine.core.rect2 import Rect2
    from engine.core.transform2d import Transform2D
    from engine.core.vector2 import Vector2
    from engine.core.vector2i import Vector2i
    from engine.scene import world_2d as _world_2d
    from engine.scene._gui_hook import ViewportGui
    from engine.scene.world_2d import World2D
else:
    _input = lazy("engine.core.input")
    _rect2 = lazy("engine.core.rect2")
    _transform2d = lazy("engine.core.transform2d")
    _vector2 = lazy("engine.core.vector2")
    _vector2i = lazy("engine.core.vector2i")
    _world_2d = lazy("engine.scene.world_2d")

_SMALLEST = 2  # pixels, each way


class ViewportView(ViewportSettings):
    """Sizes and transforms of a viewport."""

    size_changed = Signal()

    _own: ClassVar[tuple[str, ...]] = (
        "_allocated",
        "_camera_2d",
        "_canvas_transform",
        "_frame_stale",
        "_global_canvas_transform",
        "_gui",
        "_last_mouse_position",
        "_override",
        "_picture_size",
        "_stretch",
        "_world_2d",
    )

    # None stands for a transform that changes nothing, and for sizes that nobody has set.
    _allocated: bool = False
    _camera_2d: Any = None
    _canvas_transform: Transform2D | None = None
    _frame_stale: bool = True  # whether the renderer has to ask for a new list of what to draw
    _global_canvas_transform: Transform2D | None = None
    _gui: ViewportGui | None = None
    _last_mouse_position: Vector2 | None = None  # of the last event that was pushed
    _override: Vector2 | None = None  # the size of the view, where it is not that of the picture
    _picture_size: Vector2i | None = None
    _stretch: Transform2D | None = None
    _world_2d: World2D | None = None

    # Size ----------------------------------------------------------------------------------------

    def _set_view(self, size: Vector2i, override: Vector2 | None, allocated: bool) -> bool:
        """Sets the size of the picture and of what is seen in it; whether that changes anything.

        Args:
            size: pixels of the picture.
            override: how much is seen; None for as much as there are pixels.
            allocated: whether there is a picture at all.
        """
        stretch = None
        if override is not None and override.x > 0 and override.y > 0:
            scale = _vector2.Vector2(size.x / override.x, size.y / override.y)
            if scale != _vector2.Vector2.ONE:
                stretch = _transform2d.Transform2D().scaled(scale)
        size = _vector2i.Vector2i(max(size.x, _SMALLEST), max(size.y, _SMALLEST))
        new = size, override, stretch, allocated
        if new == (self._picture_size, self._override, self._stretch, self._allocated):
            return False
        self._picture_size, self._override, self._stretch, self._allocated = new
        self._frame_stale = True
        if self._gui is not None:
            self._gui.size_changed()
        self._emit_if_heard("size_changed")
        return True

    def _frame_size(self) -> tuple[int, int]:
        """The size of the picture in pixels."""
        size = self._picture_size
        return (_SMALLEST, _SMALLEST) if size is None else (size.x, size.y)

    def get_visible_rect(self) -> Rect2:
        """The part of the world that is seen, where the upper left corner is (0, 0)."""
        size = self._override
        if size is None:
            size = _vector2.Vector2(*self._frame_size())
        return _rect2.Rect2(_vector2.Vector2.ZERO, size)

    # Transforms ----------------------------------------------------------------------------------

    def set_canvas_transform(self, xform: Transform2D) -> None:
        """Sets `canvas_transform`."""
        self._canvas_transform = xform
        self._canvas_moved()

    def get_canvas_transform(self) -> Transform2D:
        """From the canvas into the viewport: how a camera moves and scales it."""
        return self._canvas_transform or _transform2d.Transform2D.IDENTITY

    canvas_transform = accessors(get_canvas_transform, set_canvas_transform)

    def set_global_canvas_transform(self, xform: Transform2D) -> None:
        """Sets `global_canvas_transform`."""
        self._global_canvas_transform = xform
        self._canvas_moved()

    def get_global_canvas_transform(self) -> Transform2D:
        """Moves and scales all canvases of the viewport."""
        return self._global_canvas_transform or _transform2d.Transform2D.IDENTITY

    global_canvas_transform = accessors(get_global_canvas_transform, set_global_canvas_transform)

    def _canvas_moved(self) -> None:
        self._frame_stale = True
        if self._gui is not None:
            self._gui.canvas_changed()

    def get_stretch_transform(self) -> Transform2D:
        """How the view is scaled to the size of the picture."""
        return self._stretch or _transform2d.Transform2D.IDENTITY

    def get_final_transform(self) -> Transform2D:
        """From the viewport into its picture."""
        if self._stretch is None:
            return self.get_global_canvas_transform()
        return self._stretch * self.get_global_canvas_transform()

    def get_popup_base_transform(self) -> Transform2D:
        """From the viewport to where its popups open."""
        return _transform2d.Transform2D.IDENTITY

    def get_screen_transform(self) -> Transform2D:
        """From the viewport to the screen."""
        return self._screen_transform(True)

    def _screen_transform(self, absolute: bool) -> Transform2D:
        """From the viewport to the screen, or to the window that it is in."""
        return self.get_final_transform()

    # Mouse ---------------------------------------------------------------------------------------

    def _is_on_screen(self) -> bool:
        """Whether the viewport is a window, or shown by one."""
        return False

    def get_mouse_position(self) -> Vector2:
        """Where the mouse is in the viewport."""
        if not self._is_on_screen():
            return self._last_mouse_position or _vector2.Vector2.ZERO
        shown = self._screen_transform(False)
        if shown.determinant() == 0.0:
            return _vector2.Vector2.ZERO
        return shown.affine_inverse() * _input.Input._mouse_position

    def warp_mouse(self, position: Vector2) -> None:
        """Puts the mouse somewhere in the viewport."""
        _input.Input.warp_mouse(self._screen_transform(False) * position)

    # Worlds --------------------------------------------------------------------------------------

    def set_world_2d(self, world_2d: World2D | None) -> None:
        """Sets `world_2d`."""
        self._world_2d = world_2d
        self._frame_stale = True

    def get_world_2d(self) -> World2D:
        """What the 2D nodes of the viewport share; viewports may share it, too."""
        if self._world_2d is None:
            self._world_2d = _world_2d.World2D()
        return self._world_2d

    world_2d = accessors(get_world_2d, set_world_2d)

    def find_world_2d(self) -> World2D:
        """`world_2d`, or that of a viewport above."""
        return self.get_world_2d()

    def find_world_3d(self) -> None:
        """None: there is no 3D."""

    def get_camera_2d(self) -> Any:
        """The camera that is used, or None."""
        return self._camera_2d

    def get_camera_3d(self) -> None:
        """None: there is no 3D."""

    def get_audio_listener_2d(self) -> None:
        """None: there is no sound."""

    def get_audio_listener_3d(self) -> None:
        """None: there is no sound."""

    # Picture -------------------------------------------------------------------------------------

    def get_texture(self) -> Any:
        """The picture of the viewport as a texture that changes with it."""
        texture = self._rarely("viewport texture", None)
        if texture is None:
            texture = _public_names.public("ViewportTexture")()
            texture._viewport = self
            self._keep("viewport texture", texture)
        return texture

    def get_viewport_rid(self) -> RID:
        """A handle of the viewport."""
        return rid_with_id(self.get_instance_id())

    def get_oversampling(self) -> float:
        """How many times finer fonts are drawn than the view is scaled."""
        if not self.oversampling:
            return 1.0
        if self.oversampling_override or self._stretch is None:
            return self.oversampling_override or 1.0
        scale = self._stretch.get_scale()
        return max(scale.x, scale.y)

    def get_render_info(self, type: int, info: int) -> int:
        """0: what is drawn is not counted."""
        return 0

    def set_canvas_cull_mask_bit(self, layer: int, enable: bool) -> None:
        """Whether items of a visibility layer are drawn."""
        bit = 1 << int(layer)
        mask = self.canvas_cull_mask
        self.canvas_cull_mask = mask | bit if enable else mask & ~bit
        self._frame_stale = True

    def get_canvas_cull_mask_bit(self, layer: int) -> bool:
        """Whether items of a visibility layer are drawn."""
        return bool(self.canvas_cull_mask & 1 << int(layer))

    # Shadows, which are kept only ----------------------------------------------------------------

    _quadrants: tuple[int, int, int, int] = (2, 2, 3, 4)

    def set_positional_shadow_atlas_quadrant_subdiv(self, quadrant: int, subdiv: int) -> None:
        """Sets how many shadows share a quarter of the atlas."""
        if not 0 <= quadrant < len(self._quadrants):
            output.error(f"Index p_quadrant = {int(quadrant)} is out of bounds (4 = 4).")
            return
        kept = list(self._quadrants)
        kept[quadrant] = int(subdiv)
        self._quadrants = (kept[0], kept[1], kept[2], kept[3])

    def get_positional_shadow_atlas_quadrant_subdiv(self, quadrant: int) -> int:
        """How many shadows share a quarter of the atlas."""
        return self._quadrants[quadrant]

    positional_shadow_atlas_quad_0 = property(
        lambda self: self._quadrants[0],
        lambda self, value: self.set_positional_shadow_atlas_quadrant_subdiv(0, value),
    )
    positional_shadow_atlas_quad_1 = property(
        lambda self: self._quadrants[1],
        lambda self, value: self.set_positional_shadow_atlas_quadrant_subdiv(1, value),
    )
    positional_shadow_atlas_quad_2 = property(
        lambda self: self._quadrants[2],
        lambda self, value: self.set_positional_shadow_atlas_quadrant_subdiv(2, value),
    )
    positional_shadow_atlas_quad_3 = property(
        lambda self: self._quadrants[3],
        lambda self, value: self.set_positional_shadow_atlas_quadrant_subdiv(3, value),
    )
