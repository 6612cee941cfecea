"""Filling polygons: which pixels a shape covers, and how.

Shapes come as *parts* in the order in which they are painted:

    Flat(points, colour)         a polygon in one colour
    Shaded(points, colours)      a triangle whose colour goes over from corner to corner
    Hair(begin, end, colour)     a line one pixel thick

A pixel belongs to a polygon when its centre does; a centre on an edge belongs to the polygon on the
right of it or below it. Corners are put on a raster of 1/256 pixel first. These are the rules of
graphics cards, so that the same pixels are covered. Smooth edges are made of triangles that fade
out.

The result is a `Patch`: a small surface with its place, which can be kept and painted again.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from engine.platform._pygame import pygame
from engine.servers.canvas import Box, Matrix, Point, Rgba

_SNAP = 256.0  # points lie on so many places in a pixel
_EDGE = 0.5 + 1e-6  # a pixel counts from its centre, or a little less


class Flat(NamedTuple):
    """A polygon in one colour."""

    points: Sequence[Point]
    color: Rgba


class Shaded(NamedTuple):
    """A triangle with a colour for each corner."""

    points: tuple[Point, Point, Point]
    colors: tuple[Rgba, Rgba, Rgba]


class Hair(NamedTuple):
    """A line one pixel thick."""

    begin: Point
    end: Point
    color: Rgba


Part: TypeAlias = Flat | Shaded | Hair


class Patch(NamedTuple):
    """A painted piece of picture and the pixel that its left upper corner belongs to."""

    surface: pygame.Surface
    x: int
    y: int


def quad(a: Point, b: Point, c: Point, d: Point, begin: Rgba, end: Rgba) -> tuple[Shaded, Shaded]:
    """A quadrilateral a-b-c-d that fades from the colour of its side a-b to that of c-d."""
    return (
        Shaded((a, b, c), (begin, begin, end)),
        Shaded((a, c, d), (begin, end, end)),
    )


def moved(parts: Sequence[Part], matrix: Matrix) -> list[Part]:
    """The parts, transformed and put on the raster."""
    a, b, c, d, e, f = matrix

    def place(point: Point) -> Point:
        x, y = point
        return (
            math.floor((a * x + c * y + e) * _SNAP + 0.5) / _SNAP,
            math.floor((b * x + d * y + f) * _SNAP + 0.5) / _SNAP,
        )

    made: list[Part] = []
    for part in parts:
        if isinstance(part, Hair):
            made.append(Hair(place(part.begin), place(part.end), part.color))
        elif isinstance(part, Flat):
            made.append(Flat([place(point) for point in part.points], part.color))
        else:
            p, q, r = part.points
            made.append(Shaded((place(p), place(q), place(r)), part.colors))
    return made


def bounds(parts: Sequence[Part]) -> Box | None:
    """The box around all parts; None when there are none."""
    xs: list[float] = []
    ys: list[float] = []
    for part in parts:
        points = (part.begin, part.end) if isinstance(part, Hair) else part.points
        xs += [point[0] for point in points]
        ys += [point[1] for point in points]
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None


def rasterize(parts: Sequence[Part], limit: Box | None = None) -> Patch | None:
    """Paints parts that were `moved`; None when they cover no pixel.

    Args:
        parts: what is painted, in this order.
        limit: nothing outside of this box is wanted.
    """
    box = bounds(parts)
    if box is None:
        return None
    left, top = math.floor(box[0]) - 1, math.floor(box[1]) - 1
    right, bottom = math.ceil(box[2]) + 1, math.ceil(box[3]) + 1
    if limit is not None:
        left, top = max(left, math.floor(limit[0])), max(top, math.floor(limit[1]))
        right, bottom = min(right, math.ceil(limit[2])), min(bottom, math.ceil(limit[3]))
    if right <= left or bottom <= top:
        return None
    sheet = Sheet(left, top, right - left, bottom - top)
    for part in parts:
        sheet.paint(part)
    return Patch(sheet.surface(), left, top)


class Sheet:
    """Pixels being painted: blue, green, red and opacity, not multiplied, a byte each.

    That is the order in which windows have them, and the one that pygame is quick with.
    """

    __slots__ = ("_data", "_height", "_left", "_top", "_width")

    def __init__(self, left: int, top: int, width: int, height: int) -> None:
        self._left = left
        self._top = top
        self._width = width
        self._height = height
        self._data = bytearray(4 * width * height)

    def surface(self) -> pygame.Surface:
        """What was painted, as a surface of its own."""
        return pygame.image.frombytes(bytes(self._data), (self._width, self._height), "BGRA")

    def paint(self, part: Part) -> None:
        """Paints a part over what is there."""
        if isinstance(part, Flat):
            self._flat(part.points, part.color)
        elif isinstance(part, Shaded):
            self._shaded(part.points, part.colors)
        else:
            self._hair(part.begin, part.end, part.color)

    # Polygons ------------------------------------------------------------------------------------

    def _flat(self, points: Sequence[Point], color: Rgba) -> None:
        pixel = bytes_of(color)
        if not pixel[3]:
            return
        top, height = self._top, self._height
        for y, xs in crossings(points, top, top + height):
            for at in range(0, len(xs) - 1, 2):
                self._span(y, xs[at], xs[at + 1], pixel)

    def _span(self, y: int, begin: int, end: int, pixel: bytes) -> None:
        begin, end = max(begin - self._left, 0), min(end - self._left, self._width)
        if begin >= end:
            return
        row = (y - self._top) * self._width
        data, first, last = self._data, 4 * (row + begin), 4 * (row + end)
        if pixel[3] == 255 or not any(data[first + 3 : last : 4]):
            data[first:last] = pixel * (end - begin)
            return
        for at in range(first, last, 4):
            self._over(at, *pixel)

    def _over(self, at: int, blue: float, green: float, red: float, alpha: float) -> None:
        """One pixel over what is there; all numbers up to 255."""
        data = self._data
        below = data[at + 3] * (255.0 - alpha) / 255.0
        whole = alpha + below
        if whole <= 0.0:
            return
        share = alpha / whole
        rest = 1.0 - share
        data[at] = int(blue * share + data[at] * rest + 0.5)
        data[at + 1] = int(green * share + data[at + 1] * rest + 0.5)
        data[at + 2] = int(red * share + data[at + 2] * rest + 0.5)
        data[at + 3] = int(whole + 0.5)

    def _shaded(self, points: tuple[Point, Point, Point], colors: tuple[Rgba, Rgba, Rgba]) -> None:
        (x0, y0), (x1, y1), (x2, y2) = points
        # Most triangles of a round corner are so small that they cover no pixel's centre.
        if math.ceil(min(y0, y1, y2) - 0.5) >= math.ceil(max(y0, y1, y2) - 0.5):
            return
        if math.ceil(min(x0, x1, x2) - _EDGE) >= math.ceil(max(x0, x1, x2) - _EDGE):
            return
        if (x1 - x0) * (y2 - y0) == (x2 - x0) * (y1 - y0):
            return
        slopes: list[tuple[float, float, float]] = []
        for y, xs in crossings(points, self._top, self._top + self._height):
            begin, end = max(xs[0], self._left), min(xs[1], self._left + self._width)
            if begin < end:
                slopes = slopes or _slopes(points, colors)
                dx, dy = begin + 0.5 - x0, y + 0.5 - y0
                firsts = [c0 + across * dx + down * dy for c0, across, down in slopes]
                self._ramp(y, begin, end, firsts, [slope[1] for slope in slopes])

    def _ramp(
        self, y: int, begin: int, end: int, color: Sequence[float], steps: Sequence[float]
    ) -> None:
        """A row of pixels whose colour changes by the same steps from one to the next."""
        red, green, blue, alpha = color
        dr, dg, db, da = steps
        at = 4 * ((y - self._top) * self._width + begin - self._left)
        data = self._data
        for _ in range(end - begin):
            if alpha > 0.0:
                shown = min(alpha, 255.0)
                if data[at + 3] == 0 or shown >= 255.0:
                    data[at] = _byte(blue)
                    data[at + 1] = _byte(green)
                    data[at + 2] = _byte(red)
                    data[at + 3] = int(shown + 0.5)
                else:
                    self._over(at, _byte(blue), _byte(green), _byte(red), shown)
            red += dr
            green += dg
            blue += db
            alpha += da
            at += 4

    # Lines ---------------------------------------------------------------------------------------

    def _hair(self, begin: Point, end: Point, color: Rgba) -> None:
        """A line: along its longer side a pixel for each centre that it passes."""
        pixel = bytes_of(color)
        (x0, y0), (x1, y1) = begin, end
        if abs(x1 - x0) >= abs(y1 - y0):
            if x1 < x0:
                x0, y0, x1, y1 = x1, y1, x0, y0
            slope = (y1 - y0) / (x1 - x0) if x1 > x0 else 0.0
            for x in range(math.ceil(x0 - 0.5), math.ceil(x1 - 0.5)):
                self._dot(x, math.ceil(y0 + slope * (x + 0.5 - x0)) - 1, pixel)
            return
        if y1 < y0:
            x0, y0, x1, y1 = x1, y1, x0, y0
        slope = (x1 - x0) / (y1 - y0)
        for y in range(math.ceil(y0 - 0.5), math.ceil(y1 - 0.5)):
            self._dot(math.ceil(x0 + slope * (y + 0.5 - y0)) - 1, y, pixel)

    def _dot(self, x: int, y: int, pixel: bytes) -> None:
        if self._top <= y < self._top + self._height:
            self._span(y, x, x + 1, pixel)


def crossings(points: Sequence[Point], top: int, bottom: int) -> list[tuple[int, list[int]]]:
    """For each row that a polygon touches, where it begins and ends: pairs of pixel numbers."""
    rows: dict[int, list[float]] = {}
    for (x0, y0), (x1, y1) in pairwise((*points, points[0])):
        if y0 == y1:
            continue
        if y1 < y0:
            x0, y0, x1, y1 = x1, y1, x0, y0
        slope = (x1 - x0) / (y1 - y0)
        first, last = max(math.ceil(y0 - 0.5), top), min(math.ceil(y1 - 0.5), bottom)
        for y in range(first, last):
            rows.setdefault(y, []).append(x0 + slope * (y + 0.5 - y0))
    return [(y, [math.ceil(x - _EDGE) for x in sorted(found)]) for y, found in rows.items()]


def _slopes(
    points: tuple[Point, Point, Point], colors: tuple[Rgba, Rgba, Rgba]
) -> list[tuple[float, float, float]]:
    """For each channel its value in a triangle's first point, and how it changes across and down.

    The triangle must not be empty.
    """
    (x0, y0), (x1, y1), (x2, y2) = points
    area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    found = []
    for part0, part1, part2 in zip(*colors, strict=True):
        c0, c1, c2 = 255.0 * min(part0, 1.0), 255.0 * min(part1, 1.0), 255.0 * min(part2, 1.0)
        across = ((c1 - c0) * (y2 - y0) - (c2 - c0) * (y1 - y0)) / area
        down = ((c2 - c0) * (x1 - x0) - (c1 - c0) * (x2 - x0)) / area
        found.append((c0, across, down))
    return found


@lru_cache(1024)
def bytes_of(color: Rgba) -> bytes:
    """A colour as four bytes: blue, green, red, opacity."""
    red, green, blue, alpha = color
    return bytes([_byte(255.0 * part) for part in (blue, green, red, alpha)])


def _byte(value: float) -> int:
    return 0 if value <= 0.0 else 255 if value >= 255.0 else int(value + 0.5)
