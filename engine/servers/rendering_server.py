"""`RenderingServer`: drawing below the level of nodes, and the signals of a drawn frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from engine.core import output
from engine.core.accessors import accessors
from engine.core.color import Color
from engine.core.object import Object
from engine.core.project_settings import ProjectSettings
from engine.core.rect2 import Rect2
from engine.core.rid import RID
from engine.core.signal import Signal
from engine.core.transform2d import Transform2D
from engine.core.vector2 import Vector2
from engine.servers import canvas
from engine.servers.canvas import CIRCLE, LINES, POLYGON, POLYLINE, RECT, Drawing, Point, Rgba

__all__ = ["RenderingServer"]

_CLEAR = "rendering/environment/defaults/default_clear_color"
_GREY = Color(0.3, 0.3, 0.3, 1.0)


class _RenderingServer(Object):
    """Draws into canvas items by their RIDs. There is one, `RenderingServer`.

    Signals: `frame_pre_draw` and `frame_post_draw`, around the drawing of each frame.
    """

    _class_name = "RenderingServer"

    class CanvasItemTextureFilter(IntEnum):
        """How textures are scaled."""

        CANVAS_ITEM_TEXTURE_FILTER_DEFAULT = 0
        CANVAS_ITEM_TEXTURE_FILTER_NEAREST = 1
        CANVAS_ITEM_TEXTURE_FILTER_LINEAR = 2

    class NinePatchAxisMode(IntEnum):
        """How the middle of a patch fills."""

        NINE_PATCH_STRETCH = 0
        NINE_PATCH_TILE = 1
        NINE_PATCH_TILE_FIT = 2

    NINE_PATCH_STRETCH = NinePatchAxisMode.NINE_PATCH_STRETCH
    NINE_PATCH_TILE = NinePatchAxisMode.NINE_PATCH_TILE
    NINE_PATCH_TILE_FIT = NinePatchAxisMode.NINE_PATCH_TILE_FIT
    CANVAS_ITEM_Z_MIN = -4096
    CANVAS_ITEM_Z_MAX = 4096
    CANVAS_LAYER_MIN = -2147483648
    CANVAS_LAYER_MAX = 2147483647

    frame_pre_draw = Signal()
    frame_post_draw = Signal()

    def __init__(self) -> None:
        self._clear_color: Color | None = None
        self._loop_enabled = True
        self._after_frame: list[Callable[[], Any]] = []

    # Frames --------------------------------------------------------------------------------------

    def get_default_clear_color(self) -> Color:
        """The colour below everything."""
        if self._clear_color is None:
            found = ProjectSettings.get_setting(_CLEAR, _GREY)
            self._clear_color = found if isinstance(found, Color) else _GREY
        return self._clear_color

    def set_default_clear_color(self, color: Color) -> None:
        """Sets the colour below everything."""
        self._clear_color = Color(color)

    def set_render_loop_enabled(self, enabled: bool) -> None:
        """Whether frames are drawn."""
        self._loop_enabled = bool(enabled)

    def is_render_loop_enabled(self) -> bool:
        """Whether frames are drawn."""
        return self._loop_enabled

    def request_frame_drawn_callback(self, callable: Callable[[], Any]) -> None:
        """Calls something once, after the next frame was drawn."""
        self._after_frame.append(callable)

    def _before_drawing(self) -> None:
        """To be called by the loop before it draws a frame."""
        self._emit_if_heard("frame_pre_draw")

    def _after_drawing(self) -> None:
        """To be called by the loop when it has drawn a frame."""
        self._emit_if_heard("frame_post_draw")
        waiting, self._after_frame = self._after_frame, []
        for function in waiting:
            function()

    render_loop_enabled = accessors(is_render_loop_enabled, set_render_loop_enabled)

    # Canvas items --------------------------------------------------------------------------------

    def canvas_item_clear(self, item: RID) -> None:
        """Takes everything away that was drawn into an item."""
        commands = _drawing(item)
        if commands is not None:
            commands.clear()
            commands.version += 1

    def canvas_item_add_line(
        self,
        item: RID,
        from_: Vector2,
        to: Vector2,
        color: Color,
        width: float = -1.0,
        antialiased: bool = False,
    ) -> None:
        """Draws a line."""
        ends = (from_.x, from_.y), (to.x, to.y)
        _add(item, LINES, ends, _rgba(color), float(width), antialiased)

    def canvas_item_add_polyline(
        self,
        item: RID,
        points: Sequence[Vector2],
        colors: Sequence[Color],
        width: float = -1.0,
        antialiased: bool = False,
    ) -> None:
        """Draws one stroke through all points."""
        _add(item, POLYLINE, _points(points), _colors(colors), float(width), antialiased)

    def canvas_item_add_multiline(
        self,
        item: RID,
        points: Sequence[Vector2],
        colors: Sequence[Color],
        width: float = -1.0,
        antialiased: bool = False,
    ) -> None:
        """Draws a line for each pair of points."""
        _add(item, LINES, _points(points), _colors(colors), float(width), antialiased)

    def canvas_item_add_rect(
        self, item: RID, rect: Rect2, color: Color, antialiased: bool = False
    ) -> None:
        """Draws a filled rectangle."""
        upright = rect.abs()
        _add(item, RECT, *upright.position, *upright.size, _rgba(color))

    def canvas_item_add_circle(
        self, item: RID, pos: Vector2, radius: float, color: Color, antialiased: bool = False
    ) -> None:
        """Draws a filled circle."""
        _add(item, CIRCLE, pos.x, pos.y, radius, radius, _rgba(color), antialiased)

    def canvas_item_add_ellipse(
        self,
        item: RID,
        pos: Vector2,
        major: float,
        minor: float,
        color: Color,
        antialiased: bool = False,
    ) -> None:
        """Draws a filled ellipse."""
        _add(item, CIRCLE, pos.x, pos.y, major, minor, _rgba(color), antialiased)

    def canvas_item_add_polygon(
        self,
        item: RID,
        points: Sequence[Vector2],
        colors: Sequence[Color],
        uvs: Sequence[Vector2] = (),
        texture: RID = RID(),  # noqa: B008 -- it cannot be changed
    ) -> None:
        """Draws a filled polygon; textures are drawn by the items' own methods only."""
        _add(item, POLYGON, _points(points), _colors(colors), _points(uvs) or None, None)

    def canvas_item_add_set_transform(self, item: RID, transform: Transform2D) -> None:
        """Where what is drawn from now on lies in the item's coordinates."""
        matrix = None if transform == Transform2D.IDENTITY else transform._m
        _add(item, canvas.TRANSFORM, matrix)

    def canvas_item_add_clip_ignore(self, item: RID, ignore: bool) -> None:
        """Whether what is drawn from now on shows outside of what the item is cut to, too."""
        _add(item, canvas.CLIP_IGNORE, bool(ignore))

    def canvas_item_add_animation_slice(
        self,
        item: RID,
        animation_length: float,
        slice_begin: float,
        slice_end: float,
        offset: float = 0.0,
    ) -> None:
        """What is drawn from now on shows only in a part of a time that repeats, in seconds."""
        times = animation_length, slice_begin, slice_end, offset
        _add(item, canvas.SLICE, *map(float, times))

    # Others --------------------------------------------------------------------------------------

    def get_video_adapter_name(self) -> str:
        """The graphics card; empty, for none is used."""
        return ""

    def get_video_adapter_vendor(self) -> str:
        """The maker of the graphics card; empty, for none is used."""
        return ""

    def free_rid(self, rid: RID) -> None:
        """Takes everything away that was drawn into an item."""
        commands = canvas.drawing_of(rid)
        if commands is not None:
            canvas.forget(commands)


def _drawing(item: RID) -> Drawing | None:
    commands = canvas.drawing_of(item)
    if commands is None:
        output.error('Parameter "canvas_item" is null.')
    return commands


def _add(item: RID, *command: Any) -> None:
    commands = _drawing(item)
    if commands is not None:
        commands.append(command)
        commands.version += 1


def _rgba(color: Color) -> Rgba:
    return color.r, color.g, color.b, color.a


def _colors(colors: Sequence[Color]) -> Rgba | list[Rgba]:
    shades = [_rgba(color) for color in colors] or [canvas.WHITE]
    return shades[0] if len(shades) == 1 else shades


def _points(points: Sequence[Vector2]) -> tuple[Point, ...]:
    return tuple([(point.x, point.y) for point in points])


RenderingServer = _RenderingServer()
