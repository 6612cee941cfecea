"""From drawings to programs, command by command.

Most items only lie somewhere: their matrix moves, and perhaps scales. Then boxes, glyphs and
textures are blitted as they are kept. Lines, circles and polygons are rasterized whatever the
matrix is. What cannot be rasterized and is turned, slanted or mirrored (text, textures, boxes) is
painted upright first, and that picture goes through the matrix. What comes of it all is a `Program`
of few kinds of steps.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from engine.platform import _nine_patch
from engine.platform._boxes import Boxes, covered
from engine.platform._geometry import box_around, times
from engine.platform._glyphs import Glyphs
from engine.platform._kept import Kept
from engine.platform._pictures import Pictures
from engine.platform._program import Program
from engine.platform._pygame import pygame
from engine.platform._raster import Part, Patch, bytes_of, moved, rasterize
from engine.platform._solid import solid
from engine.platform._strokes import circle_parts, line_parts, polygon_parts, stroke_parts
from engine.platform._textured import textured
from engine.platform._warp import is_upright, warped
from engine.servers import canvas
from engine.servers.canvas import (
    FLIP_H,
    FLIP_V,
    IDENTITY,
    TILE,
    WHITE,
    Entry,
    FlatStyle,
    Matrix,
    Point,
    Rgba,
)

_TILE_SIDE = 256
_LIMIT = -4096.0, -4096.0, 8192.0, 8192.0  # of shapes, from where their item lies
Place: TypeAlias = tuple[float, float, float, float]  # x, y, width, height


class Painter:
    """Makes the programs of entries. It keeps what it made; one painter serves all surfaces."""

    def __init__(self) -> None:
        self.pictures = Pictures()
        self.glyphs = Glyphs()
        self.boxes = Boxes()
        self._patches: Kept[Patch | None] = Kept(64 << 20)
        self._tiles: Kept[pygame.Surface] = Kept(16 << 20)
        self._program = Program()
        self._view = pygame.Rect(0, 0, 0, 0)
        self._unclipped = False
        self._matrix: Matrix = IDENTITY
        self._base: Matrix = IDENTITY
        self._upright = True
        self._tint: Rgba = WHITE
        self._nearest = False
        self._shows = True
        self.time = 0.0
        self._ops: tuple[Callable[..., None], ...] = (
            self._rect,
            self._lines,
            self._polyline,
            self._circle,
            self._polygon,
            self._texture,
            self._nine,
            self._style,
            self._text,
            self._transform,
            self._clip,
            self._clip_end,
            self._slice,
            self._clip_ignore,
        )

    def program(self, entry: Entry, size: tuple[int, int]) -> Program:
        """What paints an entry in a picture of some size."""
        self._program = program = Program()
        if entry.modulate[3] <= 0.0:
            return program
        self._view = pygame.Rect(0, 0, *size)
        self._tint, self._nearest = entry.modulate, entry.nearest
        self._base = entry.matrix
        self._shows, self._unclipped = True, False
        self._use(entry.matrix)
        ops = self._ops
        for command in entry.drawing:
            if self._shows or command[0] == canvas.SLICE:
                ops[command[0]](*command[1:])
        return program

    def _use(self, matrix: Matrix) -> None:
        self._matrix = matrix
        self._upright = is_upright(matrix)

    def _color(self, color: Rgba) -> Rgba:
        tint = self._tint
        if tint == WHITE:
            return color
        return color[0] * tint[0], color[1] * tint[1], color[2] * tint[2], color[3] * tint[3]

    # State ---------------------------------------------------------------------------------------

    def _transform(self, matrix: Matrix | None) -> None:
        if matrix is None:
            self._use(self._base)
        else:
            self._use(times(self._base, matrix))

    def _clip(self, x: float, y: float, width: float, height: float) -> None:
        box = box_around(self._matrix, x, y, width, height)
        self._program.clip(pixel_box(box), self._unclipped)

    def _clip_end(self) -> None:
        self._program.clip(None, self._unclipped)

    def _clip_ignore(self, ignore: bool) -> None:
        self._unclipped = ignore
        self._program.clip(None, ignore)

    def _slice(self, length: float, begin: float, end: float, offset: float) -> None:
        now = math.fmod(self.time + offset, length) if length > 0.0 else begin
        self._shows = length <= 0.0 or begin <= now < end

    # Shapes --------------------------------------------------------------------------------------

    def _rect(self, x: float, y: float, width: float, height: float, color: Rgba) -> None:
        shade = self._color(color)
        matrix = self._matrix
        if matrix[1] == matrix[2] == 0.0:
            self._fill(_covered_pixels(box_around(matrix, x, y, width, height)), bytes_of(shade))
            return
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        self._shape(("polygon", corners, shade), lambda: list(polygon_parts(corners, shade)))

    def _fill(self, box: pygame.Rect, color: bytes) -> None:
        alpha = color[3]
        if not alpha or not box.w or not box.h:
            return
        box = box.clip(self._view)
        for y in range(box.top, box.bottom, _TILE_SIDE):
            high = min(_TILE_SIDE, box.bottom - y)
            for x in range(box.left, box.right, _TILE_SIDE):
                wide = min(_TILE_SIDE, box.right - x)
                self._program.blit(self._tile(color, wide, high), (x, y))

    def _tile(self, color: bytes, width: int, height: int) -> pygame.Surface:
        """A colour as a picture: blitting one is quicker than filling a part of a surface."""
        key = color, width, height
        tile = self._tiles.get(key)
        if tile is None:
            tile = solid((color[2], color[1], color[0], color[3]), width, height)
            self._tiles.put(key, tile, 4 * width * height)
        return tile

    def _lines(self, points: Sequence[Point], colors: Any, width: float, smooth: bool) -> None:
        shades = self._shades(colors, len(points) // 2)
        key = "lines", tuple(points), shades, width, smooth
        self._shape(key, lambda: list(line_parts(points, shades, width, smooth)))

    def _polyline(self, points: Sequence[Point], colors: Any, width: float, smooth: bool) -> None:
        shades = self._shades(colors, len(points))
        key = "stroke", tuple(points), shades, width, smooth
        self._shape(key, lambda: list(stroke_parts(points, shades, width, smooth)))

    def _shades(self, colors: Any, count: int) -> tuple[Rgba, ...]:
        """A colour for each of so many points."""
        if isinstance(colors, tuple) and not isinstance(colors[0], tuple):
            return (self._color(colors),) * count
        shades = tuple(self._color(color) for color in colors)
        return shades + shades[-1:] * (count - len(shades))

    def _circle(
        self, x: float, y: float, radius_x: float, radius_y: float, color: Rgba, smooth: bool
    ) -> None:
        shade = self._color(color)
        key = "circle", x, y, radius_x, radius_y, shade, smooth
        self._shape(key, lambda: list(circle_parts(x, y, radius_x, radius_y, shade, smooth)))

    def _polygon(
        self, points: Sequence[Point], colors: Any, uvs: Sequence[Point] | None, texture: Any
    ) -> None:
        single = isinstance(colors, tuple) and not isinstance(colors[0], tuple)
        shades: Any = self._color(colors) if single else self._shades(colors, len(points))
        if texture is not None and uvs:
            number, picture = self.pictures.plain(texture)
            if picture is not None:
                each = (shades,) * len(points) if single else shades
                filled = "textured", tuple(points), tuple(uvs), each, number
                matrix = self._matrix
                self._patch(
                    filled, lambda at: textured(points, uvs, each, picture, times(at, matrix))
                )
            return
        key = "polygon", tuple(points), shades
        self._shape(key, lambda: list(polygon_parts(points, shades)))

    def _shape(self, key: Any, parts: Callable[[], list[Part]]) -> None:
        """Paints parts in the item's coordinates; they are rasterized once."""
        matrix = self._matrix
        self._patch(key, lambda at: rasterize(moved(parts(), times(at, matrix)), _LIMIT))

    def _patch(self, key: Any, make: Callable[[Matrix], Patch | None]) -> None:
        """Paints a patch that is made where the item lies less whole pixels."""
        a, b, c, d, e, f = self._matrix
        column, row = math.floor(e), math.floor(f)
        whole = key, a, b, c, d, e - column, f - row
        known = self._patches.get(whole)
        if known is None:
            known = make((1.0, 0.0, 0.0, 1.0, float(-column), float(-row)))
            if known is None:
                return
            w, h = known.surface.get_size()
            self._patches.put(whole, known, 4 * w * h + 256)
        self._program.blit(known.surface, (known.x + column, known.y + row))

    # Boxes, textures and text --------------------------------------------------------------------

    def _style(self, style: FlatStyle, x: float, y: float, width: float, height: float) -> None:
        if not self._upright:
            self._aside(
                covered(style, x, y, width, height),
                lambda: self._style(style, x, y, width, height),
            )
            return
        if self._tint != WHITE:
            style = style._replace(
                fill=self._color(style.fill),
                border=self._color(style.border),
                shadow=self._color(style.shadow),
            )
        patch = self.boxes.patch(style, x, y, width, height, self._matrix)
        if patch is not None:
            self._program.blit(patch.surface, (patch.x, patch.y))

    def _texture(
        self,
        texture: Any,
        x: float,
        y: float,
        width: float,
        height: float,
        source: Any,
        color: Rgba,
        flags: int,
    ) -> None:
        matrix = self._matrix
        if matrix[1] == matrix[2] == 0.0:
            if matrix[0] < 0.0:
                flags ^= FLIP_H
            if matrix[3] < 0.0:
                flags ^= FLIP_V
        elif not self._upright:
            self._aside(
                (x, y, width, height),
                lambda: self._texture(texture, x, y, width, height, source, color, flags),
            )
            return
        left, top, right, bottom = box_around(matrix, x, y, width, height)
        column, row = math.floor(left + 0.5), math.floor(top + 0.5)
        wide, high = math.floor(right + 0.5) - column, math.floor(bottom + 0.5) - row
        tint = bytes_of(self._color(color))
        scale = (abs(matrix[0]), abs(matrix[3])) if flags & TILE else (1.0, 1.0)
        picture = self.pictures.shaped(
            texture, wide, high, source, tint, flags, self._nearest, scale
        )
        if picture is not None and tint[3]:
            self._program.blit(picture, (column, row))

    def _nine(
        self,
        texture: Any,
        x: float,
        y: float,
        width: float,
        height: float,
        source: Any,
        margins: Any,
        modes: Any,
        draw_center: bool,
        color: Rgba,
    ) -> None:
        size = texture.get_width(), texture.get_height()
        for place, part, tiled in _nine_patch.pieces(
            (x, y, width, height), source or (0.0, 0.0, *size), margins, modes, draw_center
        ):
            self._texture(texture, *place, part, color, TILE if tiled else 0)

    def _text(self, run: Any, x: float, y: float, color: Rgba, outline: int) -> None:
        if not self._upright:
            left, top, right, bottom = run.bounds
            box = x + left, y + top, right - left, bottom - top
            self._aside(box, lambda: self._text(run, x, y, color, outline))
            return
        a, _, _, d, e, f = self._matrix
        shade = bytes_of(self._color(color))
        if shade[3]:
            grown = outline if d == 1.0 else round(outline * d)
            self._program.extend(self.glyphs.blits(run, a * x + e, d * y + f, shade, grown, d))

    def _aside(self, place: Place, paint: Callable[[], None]) -> None:
        """Paints upright on a surface of its own, and puts that through the matrix."""
        a, b, c, d, e, f = matrix = self._matrix
        scale_x, scale_y = math.hypot(a, b), math.hypot(c, d)
        left, top = math.floor(place[0] * scale_x) - 1, math.floor(place[1] * scale_y) - 1
        width = math.ceil((place[0] + place[2]) * scale_x) + 1 - left
        height = math.ceil((place[1] + place[3]) * scale_y) + 1 - top
        if not (scale_x and scale_y) or width * height > 1 << 24:
            return
        program, tint, view = self._program, self._tint, self._view
        self._program = aside = Program()
        self._view = pygame.Rect(0, 0, width, height)
        self._use((scale_x, 0.0, 0.0, scale_y, float(-left), float(-top)))
        paint()
        picture = pygame.Surface((width, height), pygame.SRCALPHA, 32)
        aside.run(picture, self._view, None)
        self._program, self._tint, self._view = program, tint, view
        self._use(matrix)
        turn = a / scale_x, b / scale_x, c / scale_y, d / scale_y, e, f
        patch = warped(picture, times(turn, (1.0, 0.0, 0.0, 1.0, left, top)), self._nearest)
        if patch is not None:
            program.blit(patch.surface, (patch.x, patch.y))


# Arithmetic ---------------------------------------------------------------------------------------


def pixel_box(box: canvas.Box) -> pygame.Rect:
    """The pixels of a box that clips: its sides are rounded."""
    left, top = math.floor(box[0] + 0.5), math.floor(box[1] + 0.5)
    right, bottom = math.floor(box[2] + 0.5), math.floor(box[3] + 0.5)
    return pygame.Rect(left, top, max(right - left, 0), max(bottom - top, 0))


def _covered_pixels(box: canvas.Box) -> pygame.Rect:
    """The pixels whose centres lie in a box."""
    left, top = math.ceil(box[0] - 0.5), math.ceil(box[1] - 0.5)
    return pygame.Rect(left, top, math.ceil(box[2] - 0.5) - left, math.ceil(box[3] - 0.5) - top)
