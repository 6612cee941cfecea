"""Drawing of progress bars made of pictures.

A circle that fills up is cut out of its picture as a polygon: the middle, then the points where the
edges of the filled part meet the picture's border, and the corners in between.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui._canvas_shapes import rgba
from engine.gui._nine_patch import draw_nine_patch

if TYPE_CHECKING:
    from engine.gui.texture_2d import Texture2D
    from engine.gui.texture_progress_bar import TextureProgressBar

_RADIAL = (4, 5, 8)
_BOTH_WAYS = 8
_COUNTER_CLOCKWISE = 5
_CORNERS = (Vector2(1, 0), Vector2(1, 1), Vector2(0, 1), Vector2(0, 0))


def draw(bar: TextureProgressBar) -> None:
    """Draws a bar: the picture below, the part that is done, the picture above."""
    if bar._under is not None:
        _whole(bar, bar._under, Vector2.ZERO, bar._tint_under)
    if bar._progress is not None:
        if bar._fill_mode in _RADIAL:
            _circle(bar, bar._progress)
        else:
            _part(bar, bar._progress, _done(bar._fill_mode, bar.get_as_ratio()))
    if bar._over is not None:
        _whole(bar, bar._over, Vector2.ZERO, bar._tint_over)


def _whole(bar: TextureProgressBar, texture: Texture2D, at: Vector2, tint: Color) -> None:
    if bar._nine_patch:
        rect = Rect2(at, Vector2(bar._w, bar._h))
        margins = bar._margins
        box = float(margins[0]), float(margins[1]), float(margins[2]), float(margins[3])
        draw_nine_patch(bar._commands, texture, rect, Rect2(), box, (0, 0), True, rgba(tint))
    else:
        bar.draw_texture(texture, at, tint)


def _done(mode: int, ratio: float) -> Rect2:
    """The part of a picture that is done, in parts of its size."""
    half = (1.0 - ratio) / 2.0
    return (
        Rect2(0.0, 0.0, ratio, 1.0),
        Rect2(1.0 - ratio, 0.0, ratio, 1.0),
        Rect2(0.0, 0.0, 1.0, ratio),
        Rect2(0.0, 1.0 - ratio, 1.0, ratio),
        Rect2(),
        Rect2(),
        Rect2(half, 0.0, ratio, 1.0),
        Rect2(0.0, half, 1.0, ratio),
    )[mode]


def _part(bar: TextureProgressBar, texture: Texture2D, part: Rect2) -> None:
    if not part.has_area():
        return
    if part == Rect2(0, 0, 1, 1):
        _whole(bar, texture, bar._progress_offset, bar._tint_progress)
        return
    size = texture.get_size()
    source = Rect2(part.position * size, part.size * size)
    room = Vector2(bar._w, bar._h) if bar._nine_patch else size
    place = Rect2(part.position * room + bar._progress_offset, part.size * room)
    bar.draw_texture_rect_region(texture, place, source, bar._tint_progress)


def _circle(bar: TextureProgressBar, texture: Texture2D) -> None:
    turn = bar.get_as_ratio() * bar._fill_degrees
    if turn <= 0.0:
        return
    if turn >= 360.0:
        _whole(bar, texture, bar._progress_offset, bar._tint_progress)
        return
    begin = bar._initial_angle
    if bar._fill_mode == _BOTH_WAYS:
        begin -= turn / 2.0
    elif bar._fill_mode == _COUNTER_CLOCKWISE:
        begin -= turn
    size = texture.get_size()
    room = Vector2(bar._w, bar._h) if bar._nine_patch else size
    middle = Vector2(0.5, 0.5)
    if size.x and size.y:
        middle += bar._center_offset / size
    middle = middle.clamp(Vector2.ZERO, Vector2.ONE)
    uvs = [middle, *_border(middle, begin, begin + turn)]
    points = [uv * room + bar._progress_offset for uv in uvs]
    bar.draw_polygon(points, [bar._tint_progress], uvs, texture)


def _border(middle: Vector2, begin: float, end: float) -> list[Vector2]:
    """The points at the ends of a turn, and the corners between them, of a picture of size 1."""
    between = []
    for corner in _CORNERS:
        ray = corner - middle
        angle = math.degrees(math.atan2(ray.y, ray.x)) + 90.0
        angle += math.ceil((begin - angle) / 360.0) * 360.0
        if begin < angle < end:
            between.append((angle, corner))
    between.sort(key=lambda found: found[0])
    inside = [corner for _, corner in between]
    return [_on_border(middle, begin), *inside, _on_border(middle, end)]


def _on_border(middle: Vector2, degrees: float) -> Vector2:
    """Where a ray from the middle leaves the picture."""
    turned = math.radians(degrees - 90.0)
    x, y = math.cos(turned), math.sin(turned)
    reach = math.inf
    if abs(x) > 1e-9:
        reach = min(reach, ((1.0 if x > 0 else 0.0) - middle.x) / x)
    if abs(y) > 1e-9:
        reach = min(reach, ((1.0 if y > 0 else 0.0) - middle.y) / y)
    return Vector2(middle.x + x * reach, middle.y + y * reach)
