"""Pixels of shapes, as Godot's renderer paints them (white or green on nothing)."""

from __future__ import annotations

import math
from typing import Any

import pytest

from engine.platform._box_parts import box_parts
from engine.platform._raster import Patch, moved, rasterize
from engine.platform._strokes import (
    circle_parts,
    line_parts,
    polygon_parts,
    stroke_parts,
    triangles,
)
from engine.servers.canvas import IDENTITY, WHITE, FlatStyle, Matrix

GREEN = (0.0, 1.0, 0.0, 1.0)


def painted(parts: Any, matrix: Matrix = IDENTITY) -> Patch:
    patch = rasterize(moved(list(parts), matrix))
    assert patch is not None
    return patch


def row(patch: Patch, y: int, xs: range, channel: int = 3) -> list[int]:
    """A row of pixels, by their place outside of the patch."""
    width, height = patch.surface.get_size()
    values = []
    for x in xs:
        at = x - patch.x, y - patch.y
        inside = 0 <= at[0] < width and 0 <= at[1] < height
        values.append(patch.surface.get_at(at)[channel] if inside else 0)
    return values


def style(radius: int, border: int = 0, **changes: Any) -> FlatStyle:
    made = FlatStyle(
        fill=WHITE,
        draw_center=True,
        border=GREEN,
        borders=(border,) * 4,
        blend=False,
        radii=(radius,) * 4,
        corner_detail=8,
        skew=(0.0, 0.0),
        shadow=(1.0, 0.0, 0.0, 0.6),
        shadow_size=0,
        shadow_offset=(0.0, 0.0),
        antialiased=True,
        smoothing=1.0,
    )
    return made._replace(**changes)


def box(look: FlatStyle, width: float = 20.0, height: float = 20.0, x: float = 0.0) -> Patch:
    return painted(box_parts(look, x, 0.0, width, height))


def near(found: list[int], wanted: list[int]) -> bool:
    return all(abs(a - b) <= 1 for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize(
    ("radius", "rows"),
    [
        (3, [[0, 146, 243, 255], [146, 255, 255, 255], [243, 255, 255, 255]]),
        (6, [[0, 0, 0, 113, 197, 243], [0, 35, 197, 255, 255, 255]]),
        (10, [[0, 0, 0, 0, 0, 0, 88, 162, 217, 243, 243, 217]]),
        (0, [[255, 255], [255, 255]]),
    ],
)
def test_corners(radius: int, rows: list[list[int]]) -> None:
    patch = box(style(radius))
    for y, wanted in enumerate(rows):
        assert near(row(patch, y, range(len(wanted))), wanted)


def test_all_four_corners_are_alike() -> None:
    patch = box(style(6))
    for y in range(6):
        left = row(patch, y, range(6))
        assert row(patch, y, range(19, 13, -1)) == left
        assert row(patch, 19 - y, range(6)) == left
        assert row(patch, 19 - y, range(19, 13, -1)) == left


def test_a_border_has_rounder_corners_and_goes_over_into_the_fill() -> None:
    patch = box(style(3, 2))
    assert near(row(patch, 0, range(6)), [0, 48, 175, 243, 255, 255])
    assert near(row(patch, 2, range(2, 6), channel=0), [96, 233, 255, 255])
    assert row(patch, 1, range(4, 8), channel=0) == [0, 0, 0, 0]


def test_a_border_without_a_fill() -> None:
    patch = box(style(3, 2, draw_center=False))
    assert near(row(patch, 2, range(4)), [175, 255, 159, 22])
    assert row(patch, 10, range(4)) == [255, 255, 0, 0]


def test_a_border_that_blends() -> None:
    look = style(6, 4, blend=True)
    patch = box(look)
    assert near([row(patch, y, range(10, 11), 0)[0] for y in range(5)], [0, 73, 146, 219, 255])
    square = box(style(0, 2, blend=True))
    assert near(row(square, 10, range(3), 0), [64, 191, 255])


def test_a_row_below_a_border_is_filled_twice_as_in_godot() -> None:
    fill, edge = (26 / 255, 26 / 255, 26 / 255, 0.6), (0.0, 0.0, 0.0, 0.6)
    patch = box(style(3, fill=fill, borders=(0, 0, 0, 2))._replace(border=edge))
    assert row(patch, 16, range(10, 11)) == [153]
    assert row(patch, 17, range(10, 11)) == [214]
    assert row(patch, 18, range(10, 11)) == [153]


def test_a_shadow_fades_away_from_the_box() -> None:
    patch = box(style(6, shadow_size=4))
    assert near([row(patch, y, range(10, 11))[0] for y in range(-4, 0)], [19, 57, 96, 134])


def test_a_box_between_pixels() -> None:
    smooth = box(style(3), x=0.5)
    assert near(row(smooth, 5, range(-1, 3)), [0, 128, 255, 255])
    hard = box(style(0), x=0.5)
    assert row(hard, 5, range(-1, 3)) == [0, 255, 255, 255]


def test_radii_larger_than_the_box() -> None:
    pill = box(style(30), height=8.0)
    assert near(row(pill, 0, range(5)), [0, 48, 175, 243, 255])
    assert box(style(30)).surface.get_size() == box(style(10)).surface.get_size()


def line(
    begin: tuple[float, float], end: tuple[float, float], width: float, smooth: bool = False
) -> Patch:
    return painted(line_parts([begin, end], [WHITE], width, smooth))


def test_lines_one_pixel_thick() -> None:
    level = line((10.0, 80.0), (14.0, 80.0), -1.0)
    assert row(level, 79, range(9, 15)) == [0, 255, 255, 255, 255, 0]
    assert sum(row(level, 80, range(9, 15))) == 0
    upright = line((40.0, 80.0), (40.0, 84.0), -1.0)
    assert [row(upright, y, range(39, 40))[0] for y in range(79, 85)] == [0, 255, 255, 255, 255, 0]
    slanting = line((50.0, 80.0), (60.0, 90.0), -1.0)
    for step in range(10):
        assert row(slanting, 80 + step, range(50, 60)).index(255) == step


@pytest.mark.parametrize(
    ("width", "first", "column"),
    [
        (1.0, 107, [0, 51, 255, 255, 51, 0]),
        (2.0, 107, [0, 153, 255, 255, 153, 0]),
        (0.5, 107, [0, 0, 153, 153, 0, 0]),
        (-1.0, 107, [0, 0, 255, 153, 0, 0]),
        (5.0, 105, [0, 51, 255, 255, 255, 255, 255, 255, 51, 0]),
    ],
)
def test_smooth_lines(width: float, first: int, column: list[int]) -> None:
    patch = line((10.0, 110.0), (30.0, 110.0), width, True)
    found = [row(patch, first + y, range(20, 21))[0] for y in range(len(column))]
    assert near(found, column)


def test_the_ends_of_smooth_lines() -> None:
    patch = line((10.0, 110.0), (30.0, 110.0), 1.0, True)
    assert near(row(patch, 109, range(8, 12)), [0, 153, 255, 255])
    assert near(row(patch, 108, range(8, 12)), [0, 51, 51, 51])


def test_strokes_meet_where_their_sides_cross() -> None:
    points = [(0.0, 0.0), (20.0, 10.0), (0.0, 20.0)]
    patch = painted(stroke_parts(points, [WHITE] * 3, 4.0, False))
    assert row(patch, 9, range(14, 25)) == [0, *[255] * 8, 0, 0]
    assert row(patch, 4, range(4, 14)) == [0, *[255] * 8, 0]


def test_sharp_bends_are_cut() -> None:
    points = [(0.0, -50.0), (400.0, 0.0), (0.0, 50.0)]
    patch = painted(stroke_parts(points, [WHITE] * 3, 20.0, False))
    right = patch.x + patch.surface.get_width()
    assert 428 <= right <= 432  # three half widths


def test_a_closed_stroke_has_no_ends() -> None:
    square = [(0.0, 0.0), (20.0, 0.0), (20.0, 20.0), (0.0, 20.0), (0.0, 0.0)]
    patch = painted(stroke_parts(square, [WHITE] * 5, 3.0, True))
    assert near(row(patch, -2, range(-4, 2)), [0, 51, 255, 255, 255, 255])
    assert near(row(patch, 10, range(-4, 4)), [0, 51, 255, 255, 255, 255, 51, 0])


def test_circles() -> None:
    patch = painted(circle_parts(10.0, 10.0, 10.0, 10.0, WHITE, False))
    assert row(patch, 0, range(5, 15)) == [0, 0, *[255] * 6, 0, 0]
    smooth = painted(circle_parts(10.0, 10.0, 10.0, 10.0, WHITE, True))
    assert near(row(smooth, 9, range(-2, 2)), [0, 148, 255, 255])
    assert near(row(smooth, 0, range(3, 9)), [0, 53, 148, 227, 255, 255])


def test_a_triangle_covers_the_pixels_whose_centres_it_holds() -> None:
    patch = painted(polygon_parts([(0.0, 0.0), (20.0, 0.0), (10.0, 20.0)], WHITE))
    assert row(patch, 0, range(20)) == [255] * 20
    assert row(patch, 19, range(20)) == [0] * 20
    assert row(patch, 18, range(8, 12)) == [0, 255, 255, 0]


def test_colours_go_over_from_corner_to_corner() -> None:
    corners = [(1.0, 0.0, 0.0, 1.0), (0.0, 1.0, 0.0, 1.0), (0.0, 0.0, 1.0, 1.0)]
    patch = painted(polygon_parts([(0.0, 0.0), (20.0, 0.0), (10.0, 20.0)], corners))
    assert near(row(patch, 0, range(4), 0), [246, 233, 220, 207])
    assert near(row(patch, 8, range(4, 8), 0), [143, 131, 118, 105])


def test_shapes_go_through_a_matrix() -> None:
    turn = math.cos(0.3), math.sin(0.3)
    matrix = turn[0], turn[1], -turn[1], turn[0], 20.0, 20.0
    patch = painted(box_parts(style(3), -10.0, -10.0, 20.0, 20.0), matrix)
    whole = sum(sum(row(patch, y, range(40))) for y in range(40)) / 255
    assert abs(whole - (400 - (4 - math.pi) * 9)) < 4


def test_a_polygon_with_a_dent_is_cut_into_triangles() -> None:
    arrow = [(0.0, 0.0), (10.0, 10.0), (0.0, 20.0), (4.0, 10.0)]
    pieces = triangles(arrow)
    assert len(pieces) == 2
    area = 0.0
    for a, b, c in pieces:
        (ax, ay), (bx, by), (cx, cy) = arrow[a], arrow[b], arrow[c]
        area += abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
    assert area == pytest.approx(60.0)
    assert triangles(arrow[::-1])


def test_nothing_is_painted_of_nothing() -> None:
    assert rasterize([]) is None
    assert list(stroke_parts([(1.0, 1.0), (1.0, 1.0)], [WHITE] * 2, 4.0, False)) == []
