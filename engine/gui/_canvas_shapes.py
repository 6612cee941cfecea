"""Points of lines and arcs, and values as drawing commands hold them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.servers.canvas import Box, Point, Rgba


def rgba(color: Color) -> Rgba:
    """A colour as commands hold it."""
    if color.__class__ is not Color:
        color = Color(color)
    return color._r, color._g, color._b, color._a


def colors_of(colors: Sequence[Color]) -> Rgba | list[Rgba]:
    """Some colours as commands hold them: alone, when there is only one."""
    shades = [rgba(color) for color in colors]
    return shades[0] if len(shades) == 1 else shades


def pairs(points: Sequence[Vector2]) -> tuple[Point, ...]:
    """Points as commands hold them."""
    return tuple([(point.x, point.y) for point in points])


def upright(rect: Rect2) -> Box:
    """Position and size of a rectangle, turned so that the size is not negative."""
    position, size = rect.position, rect.size
    x, y, w, h = position.x, position.y, size.x, size.y
    if w < 0.0:
        x, w = x + w, -w
    if h < 0.0:
        y, h = y + h, -h
    return x, y, w, h


def arc(center: Point, radii: Point, start: float, end: float, count: int) -> tuple[Point, ...]:
    """Points on an ellipse, from one angle to another; never more than once around."""
    turn = min(max(end - start, -math.tau), math.tau)
    step = turn / (count - 1) if count > 1 else 0.0
    x, y = center
    rx, ry = radii
    angles = [start + step * i for i in range(count)]
    return tuple([(x + math.cos(a) * rx, y + math.sin(a) * ry) for a in angles])


def dashes(from_: Vector2, to: Vector2, dash: float, aligned: bool) -> tuple[Point, ...]:
    """The ends of the dashes of a line, in pairs."""
    length = from_.distance_to(to)
    if length < dash or length == 0.0:
        return ((from_.x, from_.y), (to.x, to.y))
    way = (to - from_) / length
    steps = math.ceil(length / dash) if aligned else math.floor(length / dash)
    steps -= steps % 2 == 0
    at = (length - steps * dash) / 2.0 if aligned else 0.0
    ends: list[Any] = []
    for i in range(0, steps, 2):
        start = from_ if i == 0 else from_ + way * at
        last = aligned and i == steps - 1
        ends += (start, to if last else from_ + way * (at + dash))
        at += 2 * dash
    return pairs(ends)
