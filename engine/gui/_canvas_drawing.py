"""The `draw_*` methods: each adds commands to the item's drawing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.transform2d import Transform2D
from engine.core.vector2 import Vector2
from engine.gui import _canvas_shapes as shapes
from engine.gui._canvas_looks import CanvasLooks
from engine.gui._canvas_shapes import pairs, rgba
from engine.servers import canvas
from engine.servers.canvas import CIRCLE, LINES, POLYGON, POLYLINE, RECT, rid_of

if TYPE_CHECKING:
    from engine.gui.font import Font
    from engine.gui.style_box import StyleBox
    from engine.gui.texture_2d import Texture2D

_WHITE = Color(1.0, 1.0, 1.0, 1.0)
_ONE = Vector2(1.0, 1.0)


class CanvasDrawing(CanvasLooks):
    """What scripts draw with, inside `_draw`."""

    __slots__ = ()

    def _may_draw(self) -> bool:
        if not self._drawing:
            output.error(
                "Drawing is only allowed inside this node's `_draw()`, functions connected to its "
                "`draw` signal, or when it receives NOTIFICATION_DRAW."
            )
        return self._drawing

    # Lines ---------------------------------------------------------------------------------------

    def draw_line(
        self,
        from_: Vector2,
        to: Vector2,
        color: Color,
        width: float = -1.0,
        antialiased: bool = False,
    ) -> None:
        """Draws a line; a width below 0 is one pixel at any scale."""
        if self._may_draw():
            points = ((from_.x, from_.y), (to.x, to.y))
            self._commands.append((LINES, points, rgba(color), float(width), antialiased))

    def draw_dashed_line(
        self,
        from_: Vector2,
        to: Vector2,
        color: Color,
        width: float = -1.0,
        dash: float = 2.0,
        aligned: bool = True,
        antialiased: bool = False,
    ) -> None:
        """Draws a line of dashes; aligned ones begin and end with a dash."""
        if dash <= 0.0:
            output.error('Condition "p_dash <= 0.0" is true.')
        elif self._may_draw():
            points = shapes.dashes(from_, to, float(dash), aligned)
            self._commands.append((LINES, points, rgba(color), float(width), antialiased))

    def draw_polyline(
        self,
        points: Sequence[Vector2],
        color: Color,
        width: float = -1.0,
        antialiased: bool = False,
    ) -> None:
        """Draws one stroke through all points."""
        if self._may_draw():
            stroke = POLYLINE, pairs(points), rgba(color), float(width), antialiased
            self._commands.append(stroke)

    def draw_polyline_colors(
        self,
        points: Sequence[Vector2],
        colors: Sequence[Color],
        width: float = -1.0,
        antialiased: bool = False,
    ) -> None:
        """Draws one stroke through all points, with a colour for each point."""
        if self._may_draw():
            shades = shapes.colors_of(colors)
            self._commands.append((POLYLINE, pairs(points), shades, float(width), antialiased))

    def draw_multiline(
        self,
        points: Sequence[Vector2],
        color: Color,
        width: float = -1.0,
        antialiased: bool = False,
    ) -> None:
        """Draws a line for each pair of points."""
        if self._may_draw():
            command = LINES, pairs(points), rgba(color), float(width), antialiased
            self._commands.append(command)

    def draw_multiline_colors(
        self,
        points: Sequence[Vector2],
        colors: Sequence[Color],
        width: float = -1.0,
        antialiased: bool = False,
    ) -> None:
        """Draws a line for each pair of points, with a colour for each line."""
        if self._may_draw():
            shades = shapes.colors_of(colors)
            self._commands.append((LINES, pairs(points), shades, float(width), antialiased))

    def draw_arc(
        self,
        center: Vector2,
        radius: float,
        start_angle: float,
        end_angle: float,
        point_count: int,
        color: Color,
        width: float = -1.0,
        antialiased: bool = False,
    ) -> None:
        """Draws a part of a circle's line, angles in radians, as a stroke of some points."""
        self.draw_ellipse_arc(
            center, radius, radius, start_angle, end_angle, point_count, color, width, antialiased
        )

    def draw_ellipse_arc(
        self,
        center: Vector2,
        major: float,
        minor: float,
        start_angle: float,
        end_angle: float,
        point_count: int,
        color: Color,
        width: float = -1.0,
        antialiased: bool = False,
    ) -> None:
        """Draws a part of an ellipse's line, angles in radians, as a stroke of some points."""
        if self._may_draw():
            middle = center.x, center.y
            points = shapes.arc(middle, (major, minor), start_angle, end_angle, point_count)
            self._commands.append((POLYLINE, points, rgba(color), float(width), antialiased))

    # Areas ---------------------------------------------------------------------------------------

    def draw_rect(
        self,
        rect: Rect2,
        color: Color,
        filled: bool = True,
        width: float = -1.0,
        antialiased: bool = False,
    ) -> None:
        """Draws a rectangle, filled or as a line."""
        if not self._may_draw():
            return
        x, y, w, h = shapes.upright(rect)
        if filled:
            if width != -1.0:
                output.warning(
                    'The draw_rect() "width" argument has no effect when "filled" is "true".'
                )
            self._commands.append((RECT, x, y, w, h, rgba(color)))
        elif width >= w or width >= h:
            half = width / 2
            grown = RECT, x - half, y - half, w + width, h + width, rgba(color)
            self._commands.append(grown)
        else:
            points = ((x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y))
            self._commands.append((POLYLINE, points, rgba(color), float(width), antialiased))

    def draw_circle(
        self,
        position: Vector2,
        radius: float,
        color: Color,
        filled: bool = True,
        width: float = -1.0,
        antialiased: bool = False,
    ) -> None:
        """Draws a circle, filled or as a line."""
        if filled and width != -1.0:
            output.warning(
                'The draw_circle() "width" argument has no effect when "filled" is "true".'
            )
        self._draw_round(position, radius, radius, color, filled, width, antialiased)

    def draw_ellipse(
        self,
        position: Vector2,
        major: float,
        minor: float,
        color: Color,
        filled: bool = True,
        width: float = -1.0,
        antialiased: bool = False,
    ) -> None:
        """Draws an ellipse, filled or as a line; `major` and `minor` are half its sizes."""
        if filled and width != -1.0:
            output.warning(
                'The draw_ellipse() "width" argument has no effect when "filled" is "true".'
            )
        self._draw_round(position, major, minor, color, filled, width, antialiased)

    def _draw_round(
        self,
        at: Vector2,
        rx: float,
        ry: float,
        color: Color,
        filled: bool,
        width: float,
        smooth: bool,
    ) -> None:
        if not self._may_draw():
            return
        shade = rgba(color)
        if not filled and width < 2.0 * min(rx, ry):
            points = shapes.arc((at.x, at.y), (rx, ry), 0.0, math.tau, 65)
            self._commands.append((POLYLINE, points, shade, float(width), smooth))
            return
        more = 0.0 if filled else width / 2
        self._commands.append((CIRCLE, at.x, at.y, rx + more, ry + more, shade, smooth))

    def draw_primitive(
        self,
        points: Sequence[Vector2],
        colors: Sequence[Color],
        uvs: Sequence[Vector2],
        texture: Texture2D | None = None,
    ) -> None:
        """Draws a point, line, triangle or quadrilateral: as many points as it has corners."""
        if len(points) in (1, 2) and self._may_draw():
            shades = shapes.colors_of(colors) or canvas.WHITE
            ends = pairs(points) * (2 if len(points) == 1 else 1)
            self._commands.append((POLYLINE, ends, shades, -1.0, False))
        else:
            self.draw_polygon(points, colors, uvs, texture)

    def draw_polygon(
        self,
        points: Sequence[Vector2],
        colors: Sequence[Color],
        uvs: Sequence[Vector2] = (),
        texture: Texture2D | None = None,
    ) -> None:
        """Draws a filled polygon, with one colour or one for each point.

        Args:
            points: its corners, around it.
            colors: one, or as many as there are points.
            uvs: for each corner its place on the texture, 0 to 1.
            texture: a picture to fill it with.
        """
        if self._may_draw():
            shades = shapes.colors_of(colors) or canvas.WHITE
            places = pairs(uvs) if len(uvs) else None
            self._commands.append((POLYGON, pairs(points), shades, places, texture))

    def draw_colored_polygon(
        self,
        points: Sequence[Vector2],
        color: Color,
        uvs: Sequence[Vector2] = (),
        texture: Texture2D | None = None,
    ) -> None:
        """Draws a filled polygon in one colour."""
        self.draw_polygon(points, [color], uvs, texture)

    # Textures ------------------------------------------------------------------------------------

    def draw_texture(self, texture: Texture2D, position: Vector2, modulate: Color = _WHITE) -> None:
        """Draws a texture at a point, in its own size."""
        if texture is None:
            output.error('Required object "rp_texture" is null.')
        elif self._may_draw():
            texture._draw_at(self._commands, position.x, position.y, rgba(modulate))

    def draw_texture_rect(
        self,
        texture: Texture2D,
        rect: Rect2,
        tile: bool,
        modulate: Color = _WHITE,
        transpose: bool = False,
    ) -> None:
        """Draws a texture into a rectangle; a negative size mirrors it."""
        if texture is None:
            output.error('Required object "rp_texture" is null.')
        elif self._may_draw():
            texture._draw_into(self._commands, rect, tile, rgba(modulate), transpose)

    def draw_texture_rect_region(
        self,
        texture: Texture2D,
        rect: Rect2,
        src_rect: Rect2,
        modulate: Color = _WHITE,
        transpose: bool = False,
        clip_uv: bool = True,
    ) -> None:
        """Draws a part of a texture into a rectangle."""
        if texture is None:
            output.error('Required object "rp_texture" is null.')
        elif self._may_draw():
            texture._draw_part(self._commands, rect, src_rect, rgba(modulate), transpose)

    def draw_msdf_texture_rect_region(
        self,
        texture: Texture2D,
        rect: Rect2,
        src_rect: Rect2,
        modulate: Color = _WHITE,
        outline: float = 0.0,
        pixel_range: float = 4.0,
        scale: float = 1.0,
    ) -> None:
        """Draws a part of a distance field texture, as plain pixels."""
        self.draw_texture_rect_region(texture, rect, src_rect, modulate)

    def draw_lcd_texture_rect_region(
        self, texture: Texture2D, rect: Rect2, src_rect: Rect2, modulate: Color = _WHITE
    ) -> None:
        """Draws a part of a subpixel texture, as plain pixels."""
        self.draw_texture_rect_region(texture, rect, src_rect, modulate)

    def draw_style_box(self, style_box: StyleBox, rect: Rect2) -> None:
        """Draws a style box."""
        if style_box is None:
            output.error('Required object "rp_style_box" is null.')
        elif self._may_draw():
            style_box._draw_into(self._commands, rect)

    def draw_mesh(
        self,
        mesh: Any,
        texture: Texture2D | None,
        transform: Transform2D = Transform2D.IDENTITY,
        modulate: Color = _WHITE,
    ) -> None:
        """Reports that there are no meshes."""
        output.error('Required object "rp_mesh" is null.')

    def draw_multimesh(self, multimesh: Any, texture: Texture2D | None) -> None:
        """Reports that there are no meshes."""
        output.error('Required object "rp_multimesh" is null.')

    # Text ----------------------------------------------------------------------------------------

    def draw_string(
        self,
        font: Font,
        pos: Vector2,
        text: str,
        alignment: int = 0,
        width: float = -1,
        font_size: int = 16,
        modulate: Color = _WHITE,
        justification_flags: int = 3,
        direction: int = 0,
        orientation: int = 0,
        oversampling: float = 0.0,
    ) -> None:
        """Draws a line of text; `pos` is where its baseline begins."""
        if self._may_draw_text(font):
            font.draw_string(
                rid_of(self._commands),
                pos,
                text,
                alignment,
                width,
                font_size,
                modulate,
                justification_flags,
                direction,
                orientation,
                oversampling,
            )

    def draw_multiline_string(
        self,
        font: Font,
        pos: Vector2,
        text: str,
        alignment: int = 0,
        width: float = -1,
        font_size: int = 16,
        max_lines: int = -1,
        modulate: Color = _WHITE,
        brk_flags: int = 3,
        justification_flags: int = 3,
        direction: int = 0,
        orientation: int = 0,
        oversampling: float = 0.0,
    ) -> None:
        """Draws text in lines, broken at `width`; `pos` is where the first baseline begins."""
        if self._may_draw_text(font):
            font.draw_multiline_string(
                rid_of(self._commands),
                pos,
                text,
                alignment,
                width,
                font_size,
                max_lines,
                modulate,
                brk_flags,
                justification_flags,
                direction,
                orientation,
                oversampling,
            )

    def draw_string_outline(
        self,
        font: Font,
        pos: Vector2,
        text: str,
        alignment: int = 0,
        width: float = -1,
        font_size: int = 16,
        size: int = 1,
        modulate: Color = _WHITE,
        justification_flags: int = 3,
        direction: int = 0,
        orientation: int = 0,
        oversampling: float = 0.0,
    ) -> None:
        """Draws the outline of a line of text, `size` pixels wide."""
        if self._may_draw_text(font):
            font.draw_string_outline(
                rid_of(self._commands),
                pos,
                text,
                alignment,
                width,
                font_size,
                size,
                modulate,
                justification_flags,
                direction,
                orientation,
                oversampling,
            )

    def draw_multiline_string_outline(
        self,
        font: Font,
        pos: Vector2,
        text: str,
        alignment: int = 0,
        width: float = -1,
        font_size: int = 16,
        max_lines: int = -1,
        size: int = 1,
        modulate: Color = _WHITE,
        brk_flags: int = 3,
        justification_flags: int = 3,
        direction: int = 0,
        orientation: int = 0,
        oversampling: float = 0.0,
    ) -> None:
        """Draws the outline of text in lines, `size` pixels wide."""
        if self._may_draw_text(font):
            font.draw_multiline_string_outline(
                rid_of(self._commands),
                pos,
                text,
                alignment,
                width,
                font_size,
                max_lines,
                size,
                modulate,
                brk_flags,
                justification_flags,
                direction,
                orientation,
                oversampling,
            )

    def draw_char(
        self,
        font: Font,
        pos: Vector2,
        char: str,
        font_size: int = 16,
        modulate: Color = _WHITE,
        oversampling: float = 0.0,
    ) -> None:
        """Draws one character."""
        if _is_character(char) and self._may_draw_text(font):
            item = rid_of(self._commands)
            font.draw_char(item, pos, ord(char), font_size, modulate, oversampling)

    def draw_char_outline(
        self,
        font: Font,
        pos: Vector2,
        char: str,
        font_size: int = 16,
        size: int = -1,
        modulate: Color = _WHITE,
        oversampling: float = 0.0,
    ) -> None:
        """Draws the outline of one character, `size` pixels wide."""
        if _is_character(char) and self._may_draw_text(font):
            item = rid_of(self._commands)
            font.draw_char_outline(item, pos, ord(char), font_size, size, modulate, oversampling)

    def _may_draw_text(self, font: Font) -> bool:
        if font is None:
            output.error('Required object "rp_font" is null.')
            return False
        return self._may_draw()

    # Transforms and animation --------------------------------------------------------------------

    def draw_set_transform(
        self, position: Vector2, rotation: float = 0.0, scale: Vector2 = _ONE
    ) -> None:
        """Where what is drawn from now on lies in the item's coordinates."""
        self.draw_set_transform_matrix(Transform2D(rotation, scale, 0.0, position))

    def draw_set_transform_matrix(self, xform: Transform2D) -> None:
        """Where what is drawn from now on lies in the item's coordinates."""
        if self._may_draw():
            matrix = None if xform == Transform2D.IDENTITY else xform._m
            self._commands.append((canvas.TRANSFORM, matrix))

    def draw_animation_slice(
        self, animation_length: float, slice_begin: float, slice_end: float, offset: float = 0.0
    ) -> None:
        """What is drawn from now on shows only in a part of a time that repeats, in seconds."""
        if self._may_draw():
            times = animation_length, slice_begin, slice_end, offset
            self._commands.append((canvas.SLICE, *map(float, times)))

    def draw_end_animation(self) -> None:
        """What is drawn from now on shows all the time."""
        if self._may_draw():
            self._commands.append((canvas.SLICE, 0.0, 0.0, 0.0, 0.0))


def _is_character(text: str) -> bool:
    if len(text) == 1:
        return True
    output.error('Condition "p_char.length() != 1" is true.')
    return False
