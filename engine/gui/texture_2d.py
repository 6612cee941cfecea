"""`Texture2D`: a picture that 2D nodes and controls draw.

A class of ours gives its picture with `_pixels`, and counts `_version` up when it changes; the
renderer keeps what it has made of it until then. A script may derive from it and define
`_get_width`, `_get_height` and `_draw`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from engine.core import output
from engine.core.accessors import accessors
from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.rid import RID
from engine.core.vector2 import Vector2
from engine.gui._canvas_shapes import rgba
from engine.gui.texture import Texture
from engine.servers.canvas import (
    FLIP_H,
    FLIP_V,
    TEXTURE,
    TILE,
    TRANSPOSE,
    Box,
    Drawing,
    Pixels,
    Rgba,
    drawing_of,
    rid_of,
)

if TYPE_CHECKING:
    from engine.gui.image import Image

_WHITE = Color(1.0, 1.0, 1.0, 1.0)


class Texture2D(Texture):
    """A picture with a width and a height."""

    _own: ClassVar[tuple[str, ...]] = ("_version",)

    _version: int = 0

    # Virtuals ------------------------------------------------------------------------------------

    def _get_width(self) -> int:
        """The width in pixels."""
        return 0

    def _get_height(self) -> int:
        """The height in pixels."""
        return 0

    def _is_pixel_opaque(self, x: int, y: int) -> bool:
        """Whether something is seen at a pixel."""
        return True

    def _has_alpha(self) -> bool:
        """Whether parts of it may be transparent."""
        return True

    def _draw(self, to_canvas_item: RID, pos: Vector2, modulate: Color, transpose: bool) -> Any:
        """Called to draw it at a point."""

    def _draw_rect(
        self, to_canvas_item: RID, rect: Rect2, tile: bool, modulate: Color, transpose: bool
    ) -> Any:
        """Called to draw it into a rectangle."""

    def _draw_rect_region(
        self,
        to_canvas_item: RID,
        rect: Rect2,
        src_rect: Rect2,
        modulate: Color,
        transpose: bool,
        clip_uv: bool,
    ) -> Any:
        """Called to draw a part of it into a rectangle."""

    # Asking --------------------------------------------------------------------------------------

    def get_width(self) -> int:
        """The width in pixels."""
        return int(self._get_width())

    def get_height(self) -> int:
        """The height in pixels."""
        return int(self._get_height())

    def get_size(self) -> Vector2:
        """Width and height in pixels."""
        return Vector2(self.get_width(), self.get_height())

    def has_alpha(self) -> bool:
        """Whether parts of it may be transparent."""
        return bool(self._has_alpha())

    def get_image(self) -> Image | None:
        """A copy of the picture, or None."""
        return None

    def create_placeholder(self) -> Any:
        """A texture of the same size with nothing in it."""
        return _placeholder(self.get_size())

    def is_pixel_opaque(self, x: int, y: int) -> bool:
        """Whether something is seen at a pixel."""
        return bool(self._is_pixel_opaque(x, y))

    def _pixels(self) -> Pixels | None:
        """The picture for renderers; None while there is none."""
        image = self.get_image()
        return None if image is None else image._as_pixels()

    def _picture_changed(self) -> None:
        self._version += 1
        self.emit_changed()

    # Drawing -------------------------------------------------------------------------------------

    def draw(
        self,
        canvas_item: RID,
        position: Vector2,
        modulate: Color = _WHITE,
        transpose: bool = False,
    ) -> None:
        """Draws it into a canvas item at a point, in its own size."""
        commands = _drawing(canvas_item)
        if commands is not None:
            self._draw_at(commands, position.x, position.y, rgba(modulate), transpose)

    def draw_rect(
        self,
        canvas_item: RID,
        rect: Rect2,
        tile: bool,
        modulate: Color = _WHITE,
        transpose: bool = False,
    ) -> None:
        """Draws it into a canvas item, into a rectangle."""
        commands = _drawing(canvas_item)
        if commands is not None:
            self._draw_into(commands, rect, tile, rgba(modulate), transpose)

    def draw_rect_region(
        self,
        canvas_item: RID,
        rect: Rect2,
        src_rect: Rect2,
        modulate: Color = _WHITE,
        transpose: bool = False,
        clip_uv: bool = True,
    ) -> None:
        """Draws a part of it into a canvas item, into a rectangle."""
        commands = _drawing(canvas_item)
        if commands is not None:
            self._draw_part(commands, rect, src_rect, rgba(modulate), transpose)

    def _draw_at(
        self, commands: Drawing, x: float, y: float, color: Rgba, transpose: bool = False
    ) -> None:
        """Adds what draws it at a point."""
        if type(self)._draw is not Texture2D._draw:
            self._draw(rid_of(commands), Vector2(x, y), Color(*color), transpose)
            return
        w, h = self.get_width(), self.get_height()
        if transpose:
            w, h = h, w
        flags = TRANSPOSE if transpose else 0
        commands.append((TEXTURE, self, x, y, float(w), float(h), None, color, flags))

    def _draw_into(
        self, commands: Drawing, rect: Rect2, tile: bool, color: Rgba, transpose: bool = False
    ) -> None:
        """Adds what draws it into a rectangle."""
        if type(self)._draw_rect is not Texture2D._draw_rect:
            self._draw_rect(rid_of(commands), rect, tile, Color(*color), transpose)
            return
        x, y, w, h, flags = _place(rect, transpose)
        if tile:
            flags |= TILE
        commands.append((TEXTURE, self, x, y, w, h, None, color, flags))

    def _draw_part(
        self, commands: Drawing, rect: Rect2, source: Rect2, color: Rgba, transpose: bool = False
    ) -> None:
        """Adds what draws a part of it into a rectangle."""
        if type(self)._draw_rect_region is not Texture2D._draw_rect_region:
            self._draw_rect_region(rid_of(commands), rect, source, Color(*color), transpose, True)
            return
        x, y, w, h, flags = _place(rect, transpose)
        left, top, width, height = _numbers(source)
        if width < 0.0:
            width, flags = -width, flags ^ FLIP_H
        if height < 0.0:
            height, flags = -height, flags ^ FLIP_V
        part = left, top, width, height
        commands.append((TEXTURE, self, x, y, w, h, part, color, flags))

    def _part_of(self, rect: Rect2, source: Rect2) -> tuple[Texture2D, Rect2, Rect2] | None:
        """What drawing a part of it comes down to: a plain texture, where, and which part."""
        return self, rect, source


def _numbers(rect: Rect2) -> Box:
    position, size = rect.position, rect.size
    return position.x, position.y, size.x, size.y


def _place(rect: Rect2, transpose: bool) -> tuple[float, float, float, float, int]:
    """Where a texture goes; a negative size mirrors it, and does not move it."""
    x, y, w, h = _numbers(rect)
    flags = TRANSPOSE if transpose else 0
    if w < 0.0:
        w, flags = -w, flags | FLIP_H
    if h < 0.0:
        h, flags = -h, flags | FLIP_V
    return (x, y, h, w, flags) if transpose else (x, y, w, h, flags)


def _drawing(canvas_item: RID) -> Drawing | None:
    commands = drawing_of(canvas_item)
    if commands is None:
        output.error('Parameter "canvas_item" is null.')
    return commands


class PlaceholderTexture2D(Texture2D):
    """A texture that has a size and shows nothing."""

    _stored = ("size",)
    _own = ("_size",)

    _size: Vector2 = Vector2(1.0, 1.0)

    def set_size(self, size: Vector2) -> None:
        """Width and height in pixels."""
        self._size = Vector2(size)
        self._picture_changed()

    def get_size(self) -> Vector2:
        """Width and height in pixels."""
        return self._size

    def get_width(self) -> int:
        """The width in pixels."""
        return int(self._size.x)

    def get_height(self) -> int:
        """The height in pixels."""
        return int(self._size.y)

    def has_alpha(self) -> bool:
        """Never."""
        return False

    size = accessors(get_size, set_size)


def _placeholder(size: Vector2) -> PlaceholderTexture2D:
    made = PlaceholderTexture2D()
    made._size = size
    return made
