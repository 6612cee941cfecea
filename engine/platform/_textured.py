"""Polygons filled with a texture."""

from __future__ import annotations

import math
from collections.abc import Sequence

from engine.platform._pygame import pygame
from engine.platform._raster import Patch, crossings
from engine.platform._strokes import triangles
from engine.servers.canvas import Matrix, Point, Rgba


def textured(
    points: Sequence[Point],
    uvs: Sequence[Point],
    colors: Sequence[Rgba],
    picture: pygame.Surface,
    matrix: Matrix,
) -> Patch | None:
    """A polygon with a place on the texture, 0 to 1, for each corner, and a colour."""
    a, b, c, d, e, f = matrix
    places = [(a * x + c * y + e, b * x + d * y + f) for x, y in points]
    left, top = (math.floor(min(place[at] for place in places)) for at in (0, 1))
    right, bottom = (math.ceil(max(place[at] for place in places)) for at in (0, 1))
    if right <= left or bottom <= top or (right - left) * (bottom - top) > 1 << 22:
        return None
    surface = pygame.Surface((right - left, bottom - top), pygame.SRCALPHA, 32)
    for corners in triangles(places):
        shape = [places[at] for at in corners]
        values = [(*uvs[at], *colors[at]) for at in corners]
        _fill(surface, picture, shape, values, left, top)
    return Patch(surface, left, top)


def _fill(
    surface: pygame.Surface,
    picture: pygame.Surface,
    shape: Sequence[Point],
    values: Sequence[tuple[float, ...]],
    left: int,
    top: int,
) -> None:
    (x0, y0), (x1, y1), (x2, y2) = shape
    area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    if area == 0.0:
        return
    first, second, third = values
    across = [
        ((v1 - v0) * (y2 - y0) - (v2 - v0) * (y1 - y0)) / area
        for v0, v1, v2 in zip(first, second, third, strict=True)
    ]
    down = [
        ((v2 - v0) * (x1 - x0) - (v1 - v0) * (x2 - x0)) / area
        for v0, v1, v2 in zip(first, second, third, strict=True)
    ]
    width, height = picture.get_size()
    for y, xs in crossings(shape, top, top + surface.get_height()):
        for x in range(xs[0], xs[1]):
            dx, dy = x + 0.5 - x0, y + 0.5 - y0
            u, v, *color = (
                base + sx * dx + sy * dy for base, sx, sy in zip(first, across, down, strict=True)
            )
            at = min(max(int(u * width), 0), width - 1), min(max(int(v * height), 0), height - 1)
            texel = picture.get_at(at)
            shown = [min(max(int(t * c + 0.5), 0), 255) for t, c in zip(texel, color, strict=True)]
            surface.set_at((x - left, y - top), shown)
