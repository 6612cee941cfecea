"""What a `FlatStyle` is made of: rings, one inside the other, and a fill.

A ring lies between two rounded boxes and fades from the colour of the outer one to that of the
inner one. A smooth edge is a ring as wide as `smoothing`, half inside and half outside of the edge,
that fades into nothing. Each corner is a quarter of a circle in `corner_detail` straight pieces.

All boxes of a style share the centres of their corners: a box that is smaller by one pixel has
radii smaller by one. A side with a smooth border counts the radii from one `smoothing` further
inside, which makes corners with a border a little rounder than those without.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from engine.platform._raster import Flat, Part, quad
from engine.servers.canvas import Box, FlatStyle, Point, Rgba

Four: TypeAlias = tuple[float, float, float, float]
_NONE: Four = (0.0, 0.0, 0.0, 0.0)


def box_parts(style: FlatStyle, x: float, y: float, width: float, height: float) -> list[Part]:
    """The parts of a styled rectangle, in the order in which they are painted."""
    return list(_Box(style, (x, y, x + width, y + height)).parts())


def reach(style: FlatStyle) -> float:
    """How far from its sides a styled box may differ from its middle, in its own pixels."""
    return max(style.radii) + max(style.borders) + 2.0 * style.smoothing + 1.0


def overhang(style: FlatStyle) -> Four:
    """How far it stands out of its rectangle: left, top, right, bottom."""
    edge = style.smoothing if style.antialiased else 0.0
    size = style.shadow_size
    if size <= 0:
        return edge, edge, edge, edge
    dx, dy = style.shadow_offset
    return (
        max(size - dx, edge),
        max(size - dy, edge),
        max(size + dx, edge),
        max(size + dy, edge),
    )


class _Box:
    """One styled rectangle while its parts are made."""

    def __init__(self, style: FlatStyle, box: Box) -> None:
        self.style = style
        self.box = box
        slanted = style.skew[0] != 0.0 or style.skew[1] != 0.0
        self.smooth = style.antialiased and (slanted or any(r > 0 for r in style.radii))
        width, height = max(box[2] - box[0], 0.0), max(box[3] - box[1], 0.0)
        self.borders = _fitting_borders(style, width, height)
        self.bordered: Four = tuple(float(border > 0) for border in style.borders)  # type: ignore[assignment]
        self.base = box  # what the radii are counted from
        if self.smooth:
            self.base = _grown(box, _times(self.bordered, -style.smoothing))
        self.radii = _fitting_radii(style, self.borders, width, height)
        self.inner = _grown(box, _times(self.borders, -1.0))

    def parts(self) -> Iterator[Part]:
        style = self.style
        has_border = any(border > 0 for border in style.borders)
        blends = style.blend and has_border
        if style.shadow_size > 0:
            yield from self._shadow()
        if not self.smooth:
            inside = self._inside_color(blends)
            if has_border:
                yield from self.ring(self.box, self.inner, style.border, inside)
            if style.draw_center:
                yield from self.fill(self.inner, style.fill)
            return
        if style.draw_center:
            yield from self._smooth_fill(has_border, blends)
        if has_border:
            yield from self._smooth_border(blends)

    def _inside_color(self, blends: bool) -> Rgba:
        """The colour of the border at its inner edge."""
        if not blends:
            return self.style.border
        return self.style.fill if self.style.draw_center else _clear(self.style.border)

    def _shadow(self) -> Iterator[Part]:
        style = self.style
        dx, dy = style.shadow_offset
        left, top, right, bottom = self.box
        lit = left + dx, top + dy, right + dx, bottom + dy
        around = _grown(lit, (float(style.shadow_size),) * 4)
        self.base = lit
        yield from self.ring(around, lit, _clear(style.shadow), style.shadow)
        if style.draw_center:
            yield from self.fill(lit, style.shadow)
        self.base = self.box
        if self.smooth:
            self.base = _grown(self.box, _times(self.bordered, -style.smoothing))

    def _smooth_fill(self, has_border: bool, blends: bool) -> Iterator[Part]:
        style = self.style
        if blends:
            yield from self.fill(self.inner, style.fill)
            return
        half = style.smoothing / 2.0
        free: Four = tuple(half * (1.0 - side) for side in self.bordered)  # type: ignore[assignment]
        faded, full = _grown(self.inner, free), _grown(self.inner, _times(free, -1.0))
        yield from self.fill(full, style.fill)
        yield from self.ring(faded, full, _clear(style.fill), style.fill)

    def _smooth_border(self, blends: bool) -> Iterator[Part]:
        style = self.style
        half = _times(self.bordered, style.smoothing / 2.0)
        back = _times(half, -1.0)
        outer_full, outer_faded = _grown(self.box, back), _grown(self.box, half)
        inner_full, inner_faded = _grown(self.inner, half), _grown(self.inner, back)
        inside = self._inside_color(True)
        if blends:
            yield from self.ring(outer_full, self.inner, style.border, inside)
        else:
            yield from self.ring(outer_full, inner_full, style.border, style.border)
            yield from self.ring(inner_full, inner_faded, style.border, inside)
        yield from self.ring(outer_faded, outer_full, _clear(style.border), style.border)

    # Rings and fills -----------------------------------------------------------------------------

    def ring(self, outer: Box, inner: Box, outside: Rgba, inside: Rgba) -> Iterator[Part]:
        """What lies between two boxes."""
        if outer == inner or (outside[3] <= 0.0 and inside[3] <= 0.0):
            return
        far, near = self._outline(outer), self._outline(inner)
        count = len(far)
        for at in range(count):
            after = (at + 1) % count
            a, b, c, d = far[at], far[after], near[after], near[at]
            if a == d and b == c:
                continue
            if outside == inside:
                yield Flat((a, b, c, d), outside)
            else:
                yield from quad(a, b, c, d, outside, inside)

    def fill(self, box: Box, color: Rgba) -> Iterator[Part]:
        """A whole box."""
        if box[2] > box[0] and box[3] > box[1]:
            yield Flat(self._outline(box), color)

    def _outline(self, box: Box) -> list[Point]:
        """The points around a box, from its upper left corner on."""
        left, top, right, bottom = box
        radii = self._radii_of(box)
        r0, r1, r2, r3 = radii
        centres = (
            (left + r0, top + r0),
            (right - r1, top + r1),
            (right - r2, bottom - r2),
            (left + r3, bottom - r3),
        )
        detail = self.style.corner_detail if any(self.radii) else 1
        points = []
        for corner, (cx, cy) in enumerate(centres):
            radius = radii[corner]
            points += [(cx + radius * c, cy + radius * s) for c, s in _quarter(corner, detail)]
        return self._slanted(points)

    def _radii_of(self, box: Box) -> Four:
        base = self.base
        left, top = box[0] - base[0], box[1] - base[1]
        right, bottom = base[2] - box[2], base[3] - box[3]
        r = self.radii
        return (
            max(r[0] - min(left, top), 0.0),
            max(r[1] - min(right, top), 0.0),
            max(r[2] - min(right, bottom), 0.0),
            max(r[3] - min(left, bottom), 0.0),
        )

    def _slanted(self, points: list[Point]) -> list[Point]:
        skew_x, skew_y = self.style.skew
        if skew_x == 0.0 and skew_y == 0.0:
            return points
        left, top, right, bottom = self.box
        cx, cy = (left + right) / 2.0, (top + bottom) / 2.0
        return [(x - skew_x * (y - cy), y - skew_y * (x - cx)) for x, y in points]


# Arithmetic ---------------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def _quarter(corner: int, detail: int) -> tuple[Point, ...]:
    """The directions from the centre of a corner to its points."""
    angles = [(corner + step / detail) * math.tau / 4.0 + math.pi for step in range(detail + 1)]
    return tuple((math.cos(angle), math.sin(angle)) for angle in angles)


def _grown(box: Box, by: Four) -> Box:
    return box[0] - by[0], box[1] - by[1], box[2] + by[2], box[3] + by[3]


def _times(four: Four, factor: float) -> Four:
    return four[0] * factor, four[1] * factor, four[2] * factor, four[3] * factor


def _clear(color: Rgba) -> Rgba:
    return color[0], color[1], color[2], 0.0


def _fitting_borders(style: FlatStyle, width: float, height: float) -> Four:
    """The borders, made thinner where two of them would meet."""
    left, top, right, bottom = (float(border) for border in style.borders)
    across = min(1.0, width / (left + right)) if left + right > 0.0 else 1.0
    down = min(1.0, height / (top + bottom)) if top + bottom > 0.0 else 1.0
    return left * across, top * down, right * across, bottom * down


def _fitting_radii(style: FlatStyle, borders: Four, width: float, height: float) -> Four:
    """The radii, made smaller where two of them would meet, or a border on the other side."""
    radii = [float(radius) for radius in style.radii]
    made = list(radii)
    left, top, right, bottom = borders
    sides = (
        (0, 1, width, width - right, width - left),
        (3, 2, width, width - right, width - left),
        (0, 3, height, height - bottom, height - top),
        (1, 2, height, height - bottom, height - top),
    )
    for first, second, length, most_first, most_second in sides:
        total = radii[first] + radii[second]
        share = min(1.0, length / total) if total > 0.0 else 1.0
        made[first] = min(made[first], radii[first] * share, most_first)
        made[second] = min(made[second], radii[second] * share, most_second)
    return made[0], made[1], made[2], made[3]
