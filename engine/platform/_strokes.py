"""Lines, strokes and circles as parts to be rasterized.

A stroke follows its points to both sides at half its width; at a bend the sides meet where they
would cross, but no further than three half widths away. A smooth stroke has a seam around it that
fades out over 1.25 units, or as many widths when it is thinner than 1. A width below 0 is a line
of single pixels.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from engine.platform._raster import Flat, Hair, Part, Shaded, quad
from engine.servers.canvas import Point, Rgba

SEAM = 1.25
_LONGEST = 3.0
_CIRCLE = tuple(
    (math.cos(step * math.tau / 64), math.sin(step * math.tau / 64)) for step in range(64)
)


def line_parts(
    points: Sequence[Point], colors: Sequence[Rgba], width: float, smooth: bool
) -> Iterator[Part]:
    """Separate lines: a pair of points and a colour for each."""
    for at, color in zip(range(0, len(points) - 1, 2), colors, strict=False):
        pair = points[at : at + 2]
        yield from stroke_parts(pair, (color, color), width, smooth)


def stroke_parts(
    points: Sequence[Point], colors: Sequence[Rgba], width: float, smooth: bool
) -> Iterator[Part]:
    """One stroke through all points, with a colour for each point."""
    points, colors = _without_repeats(points, colors)
    if len(points) < 2:
        return
    half = max(width, 0.0) / 2.0
    seam = SEAM * (width if 0.0 <= width < 1.0 else 1.0) if smooth else 0.0
    closed = len(points) > 2 and points[0] == points[-1]
    bends = _bends(points, closed)
    if half > 0.0:
        yield from _band(points, colors, bends, half)
    if seam > 0.0:
        yield from _seams(points, colors, bends, half, seam)
        if not closed:
            yield from _ends(points, colors, bends, half, seam)
    if width < 0.0:
        for at in range(len(points) - 1):
            yield Hair(points[at], points[at + 1], colors[at])


def circle_parts(
    x: float, y: float, radius_x: float, radius_y: float, color: Rgba, smooth: bool
) -> Iterator[Part]:
    """A filled circle or ellipse."""
    edge = [(x + radius_x * c, y + radius_y * s) for c, s in _CIRCLE]
    yield Flat(edge, color)
    if smooth:
        wide, high = radius_x + SEAM, radius_y + SEAM
        around = [(x + wide * c, y + high * s) for c, s in _CIRCLE]
        clear = color[0], color[1], color[2], 0.0
        for at in range(64):
            after = (at + 1) % 64
            yield from quad(edge[at], edge[after], around[after], around[at], color, clear)


def polygon_parts(points: Sequence[Point], colors: Rgba | Sequence[Rgba]) -> Iterator[Part]:
    """A filled polygon, in one colour or with one for each corner."""
    if isinstance(colors, tuple) and not isinstance(colors[0], tuple):
        yield Flat(points, colors)
        return
    for a, b, c in triangles(points):
        yield Shaded((points[a], points[b], points[c]), (colors[a], colors[b], colors[c]))  # type: ignore[arg-type]


# Strokes ------------------------------------------------------------------------------------------


def _without_repeats(
    points: Sequence[Point], colors: Sequence[Rgba]
) -> tuple[list[Point], list[Rgba]]:
    kept: list[Point] = []
    shades: list[Rgba] = []
    for point, color in zip(points, colors, strict=False):
        if not kept or point != kept[-1]:
            kept.append(point)
            shades.append(color)
    return kept, shades


def _bends(points: Sequence[Point], closed: bool) -> list[Point]:
    """For each point where its left side lies, half a width being 1."""
    ways = [_direction(points[at], points[at + 1]) for at in range(len(points) - 1)]
    first = _bend(ways[-1], ways[0]) if closed else _bend(ways[0], ways[0])
    last = first if closed else _bend(ways[-1], ways[-1])
    middle = [_bend(ways[at], ways[at + 1]) for at in range(len(ways) - 1)]
    return [first, *middle, last]


def _bend(before: Point, after: Point) -> Point:
    nx, ny = -before[1] - after[1], before[0] + after[0]
    length = math.hypot(nx, ny)
    if length < 1e-4:  # straight back
        return -after[1], after[0]
    reach = min(2.0 / length, _LONGEST)
    return nx / length * reach, ny / length * reach


def _direction(begin: Point, end: Point) -> Point:
    x, y = end[0] - begin[0], end[1] - begin[1]
    length = math.hypot(x, y) or 1.0
    return x / length, y / length


def _side(points: Sequence[Point], bends: Sequence[Point], offset: float) -> list[Point]:
    return [
        (x + bx * offset, y + by * offset) for (x, y), (bx, by) in zip(points, bends, strict=True)
    ]


def _band(
    points: Sequence[Point], colors: Sequence[Rgba], bends: Sequence[Point], half: float
) -> Iterator[Part]:
    left, right = _side(points, bends, half), _side(points, bends, -half)
    for at in range(len(points) - 1):
        corners = left[at], left[at + 1], right[at + 1], right[at]
        if colors[at] == colors[at + 1]:
            yield Flat(corners, colors[at])
        else:
            a, b, c, d = corners
            one, other = colors[at], colors[at + 1]
            yield Shaded((a, b, c), (one, other, other))
            yield Shaded((a, c, d), (one, other, one))


def _seams(
    points: Sequence[Point],
    colors: Sequence[Rgba],
    bends: Sequence[Point],
    half: float,
    seam: float,
) -> Iterator[Part]:
    """What fades out along both sides."""
    for sign in (1.0, -1.0):
        near, far = _side(points, bends, sign * half), _side(points, bends, sign * (half + seam))
        for at in range(len(points) - 1):
            one, other = colors[at], colors[at + 1]
            a, b, c, d = near[at], near[at + 1], far[at + 1], far[at]
            yield Shaded((a, b, c), (one, other, _clear(other)))
            yield Shaded((a, c, d), (one, _clear(other), _clear(one)))


def _ends(
    points: Sequence[Point],
    colors: Sequence[Rgba],
    bends: Sequence[Point],
    half: float,
    seam: float,
) -> Iterator[Part]:
    """What fades out before the first and behind the last point, with its corners."""
    for at, after, sign in ((0, 1, -1.0), (-1, -2, -1.0)):
        (x, y), (bx, by) = points[at], bends[at]
        dx, dy = _direction(points[at], points[after])
        out_x, out_y = sign * dx * seam, sign * dy * seam
        color, clear = colors[at], _clear(colors[at])
        left, right = (x + bx * half, y + by * half), (x - bx * half, y - by * half)
        wide = half + seam
        far_left, far_right = (x + bx * wide, y + by * wide), (x - bx * wide, y - by * wide)
        corner_left = far_left[0] + out_x, far_left[1] + out_y
        corner_right = far_right[0] + out_x, far_right[1] + out_y
        yield Shaded((left, far_left, corner_left), (color, clear, clear))
        yield Shaded((right, far_right, corner_right), (color, clear, clear))
        yield from quad(left, right, corner_right, corner_left, color, clear)


def _clear(color: Rgba) -> Rgba:
    return color[0], color[1], color[2], 0.0


# Triangles ----------------------------------------------------------------------------------------


def triangles(points: Sequence[Point]) -> list[tuple[int, int, int]]:
    """A polygon cut into triangles, as the numbers of its corners; none when it crosses itself."""
    left = list(range(len(points)))
    if _area(points) < 0.0:
        left.reverse()
    made: list[tuple[int, int, int]] = []
    tries = 0
    while len(left) > 2 and tries < len(left):
        at = tries % len(left)
        before, here, after = left[at - 1], left[at], left[(at + 1) % len(left)]
        if _is_ear(points, left, before, here, after):
            made.append((before, here, after))
            left.pop(at)
            tries = 0
        else:
            tries += 1
    return made


def _is_ear(points: Sequence[Point], left: list[int], a: int, b: int, c: int) -> bool:
    one, two, three = points[a], points[b], points[c]
    if _turn(one, two, three) <= 0.0:
        return False
    return not any(
        _turn(one, two, points[p]) > 0.0
        and _turn(two, three, points[p]) > 0.0
        and _turn(three, one, points[p]) > 0.0
        for p in left
        if p not in (a, b, c)
    )


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])


def _area(points: Sequence[Point]) -> float:
    return sum(
        points[at - 1][0] * points[at][1] - points[at][0] * points[at - 1][1]
        for at in range(len(points))
    )
