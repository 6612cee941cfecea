"""Frames: a picture brought up to date is the one painted anew, and little is painted for it."""

from __future__ import annotations

import random
from typing import Any

import pytest

from engine.platform._pygame import pygame
from engine.platform.image_codec import pixels_of
from engine.platform.renderer import Renderer
from engine.servers import canvas
from engine.servers.canvas import WHITE, Drawing, Entry, FlatStyle, Frame, Matrix, Pixels, Rgba

SIZE = (160, 120)
GREY = (0.3, 0.3, 0.3, 1.0)
BOX = FlatStyle(
    (0.1, 0.1, 0.1, 0.6),
    True,
    WHITE,
    (0, 0, 0, 0),
    False,
    (3, 3, 3, 3),
    8,
    (0.0, 0.0),
    (0.0, 0.0, 0.0, 0.6),
    0,
    (0.0, 0.0),
    True,
    1.0,
)


class Picture:
    """A texture of a few pixels."""

    _version = 0

    def __init__(self, width: int, height: int, data: bytes) -> None:
        self.pixels = Pixels(width, height, data)

    def get_width(self) -> int:
        return self.pixels.width

    def get_height(self) -> int:
        return self.pixels.height

    def _pixels(self) -> Pixels:
        return self.pixels


CHECKS = Picture(2, 2, bytes([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255]))


def drawing(*commands: tuple[Any, ...]) -> Drawing:
    made = Drawing()
    made.extend(commands)
    made.version = 1
    return made


def at(x: float, y: float) -> Matrix:
    return 1.0, 0.0, 0.0, 1.0, x, y


def entry(made: Drawing, x: float = 0.0, y: float = 0.0, **more: Any) -> Entry:
    return Entry(made, at(x, y), more.pop("modulate", WHITE), more.pop("clip", None), **more)


def frame(*entries: Entry, background: Rgba | None = GREY) -> Frame:
    return Frame(SIZE, background, list(entries))


def rect(color: Rgba, x: float = 0.0, y: float = 0.0, w: float = 10.0, h: float = 10.0) -> Drawing:
    return drawing((canvas.RECT, x, y, w, h, color))


RED, GREEN, BLUE = (1.0, 0.0, 0.0, 1.0), (0.0, 1.0, 0.0, 1.0), (0.0, 0.0, 1.0, 1.0)


class Shown:
    """A surface that a renderer keeps up to date."""

    def __init__(self) -> None:
        self.surface = pygame.Surface(SIZE, 0, 32)
        self.renderer = Renderer()

    def draw(self, made: Frame) -> list[Any]:
        return self.renderer.draw(made, self.surface)

    def pixel(self, x: int, y: int) -> tuple[int, ...]:
        return tuple(self.surface.get_at((x, y)))[:3]


@pytest.fixture
def shown() -> Shown:
    return Shown()


def test_the_first_frame_is_painted_as_a_whole_and_the_same_one_not_again(shown: Shown) -> None:
    first = frame(entry(rect(RED), 20.0, 20.0))
    assert shown.draw(first) == [pygame.Rect(0, 0, *SIZE)]
    assert shown.pixel(20, 20) == (255, 0, 0)
    assert shown.pixel(19, 20) == shown.pixel(30, 20) == (77, 77, 77)
    assert shown.draw(first) == []


def test_only_what_changed_is_painted(shown: Shown) -> None:
    still, moving = rect(RED), rect(GREEN)
    shown.draw(frame(entry(still), entry(moving, 50.0, 50.0)))
    boxes = shown.draw(frame(entry(still), entry(moving, 55.0, 50.0)))
    assert len(boxes) == 1
    assert pygame.Rect(45, 45, 25, 20).contains(boxes[0])
    assert shown.pixel(50, 55) == (77, 77, 77)
    assert shown.pixel(64, 55) == (0, 255, 0)


def test_a_drawing_that_is_recorded_anew(shown: Shown) -> None:
    made = rect(RED)
    same = frame(entry(rect(BLUE), 100.0, 100.0), entry(made, 10.0, 10.0))
    shown.draw(same)
    made[:] = [(canvas.RECT, 0.0, 0.0, 5.0, 5.0, GREEN)]
    made.version += 1
    boxes = shown.draw(same)
    assert len(boxes) == 1
    assert boxes[0].w < 20
    assert shown.pixel(10, 10) == (0, 255, 0)
    assert shown.pixel(18, 18) == (77, 77, 77)


def test_entries_that_change_places(shown: Shown) -> None:
    one, other = rect(RED), rect(GREEN, 5.0, 5.0)
    shown.draw(frame(entry(one), entry(other)))
    assert shown.pixel(7, 7) == (0, 255, 0)
    shown.draw(frame(entry(other), entry(one)))
    assert shown.pixel(7, 7) == (255, 0, 0)


def test_what_went_and_what_came(shown: Shown) -> None:
    shown.draw(frame(entry(rect(RED)), entry(rect(GREEN), 50.0, 0.0)))
    shown.draw(frame(entry(rect(BLUE), 100.0, 0.0)))
    assert [shown.pixel(x, 5) for x in (5, 55, 105)] == [(77,) * 3, (77,) * 3, (0, 0, 255)]


def test_another_background_paints_everything(shown: Shown) -> None:
    shown.draw(frame())
    assert shown.draw(frame(background=RED)) == [pygame.Rect(0, 0, *SIZE)]


def test_clips_and_modulates(shown: Shown) -> None:
    big = rect(WHITE, 0.0, 0.0, 100.0, 100.0)
    shown.draw(frame(entry(big, clip=(10.4, 10.5, 20.4, 20.5), modulate=(1.0, 0.5, 0.0, 1.0))))
    assert shown.pixel(9, 15) == shown.pixel(20, 15) == (77, 77, 77)
    assert shown.pixel(10, 11) == (255, 128, 0)
    assert shown.pixel(15, 10) == (77, 77, 77)
    assert shown.pixel(15, 20) == (255, 128, 0)


def test_clips_of_commands(shown: Shown) -> None:
    made = drawing(
        (canvas.CLIP, 0.0, 0.0, 5.0, 5.0),
        (canvas.RECT, 0.0, 0.0, 20.0, 20.0, RED),
        (canvas.CLIP_END,),
        (canvas.RECT, 10.0, 10.0, 5.0, 5.0, GREEN),
        (canvas.CLIP_IGNORE, True),
        (canvas.RECT, 30.0, 0.0, 5.0, 5.0, BLUE),
    )
    shown.draw(frame(entry(made, clip=(0.0, 0.0, 25.0, 25.0))))
    assert shown.pixel(4, 4) == (255, 0, 0)
    assert shown.pixel(6, 6) == (77, 77, 77)
    assert shown.pixel(12, 12) == (0, 255, 0)
    assert shown.pixel(32, 2) == (0, 0, 255)


def test_transforms_of_commands(shown: Shown) -> None:
    made = drawing(
        (canvas.TRANSFORM, (2.0, 0.0, 0.0, 2.0, 20.0, 20.0)),
        (canvas.RECT, 0.0, 0.0, 5.0, 5.0, RED),
        (canvas.TRANSFORM, None),
        (canvas.RECT, 0.0, 0.0, 5.0, 5.0, GREEN),
    )
    shown.draw(frame(entry(made, 10.0, 10.0)))
    assert shown.pixel(30, 30) == shown.pixel(39, 39) == (255, 0, 0)
    assert shown.pixel(12, 12) == (0, 255, 0)
    assert shown.pixel(40, 40) == (77, 77, 77)


def test_translucent_colours_are_mixed_as_in_godot(shown: Shown) -> None:
    shown.draw(frame(entry(rect((0.1, 0.1, 0.1, 0.6), 0.0, 0.0, 150.0, 110.0))))
    for place in ((0, 0), (127, 5), (128, 5), (149, 109)):
        assert shown.pixel(*place) == (46, 46, 46)
    assert shown.pixel(150, 5) == (77, 77, 77)


@pytest.mark.parametrize("size", [(9, 9), (31, 12), (120, 31), (120, 100)])
def test_boxes_of_all_sizes_have_the_same_corners(shown: Shown, size: tuple[int, int]) -> None:
    box = drawing((canvas.STYLE, BOX, 0.0, 0.0, float(size[0]), float(size[1])))
    shown.draw(frame(entry(box, 10.0, 10.0)))
    left, top, right, bottom = 10, 10, 9 + size[0], 9 + size[1]
    for dx, dy, value in ((0, 0, 77), (1, 0, 59), (2, 0, 47), (1, 1, 46), (4, 4, 46)):
        for x in (left + dx, right - dx):
            for y in (top + dy, bottom - dy):
                assert abs(shown.pixel(x, y)[0] - value) <= 1, (x, y)
    assert shown.pixel(left - 1, top + 5) == shown.pixel(right + 1, top + 5) == (77, 77, 77)


def texture(
    x: float, y: float, w: float, h: float, source: Any = None, flags: int = 0, color: Rgba = WHITE
) -> Drawing:
    return drawing((canvas.TEXTURE, CHECKS, x, y, w, h, source, color, flags))


def test_textures(shown: Shown) -> None:
    shown.draw(frame(entry(texture(0.0, 0.0, 2.0, 2.0))))
    assert [shown.pixel(x, y) for y in (0, 1) for x in (0, 1)] == [
        (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("flags", "first", "second"),
    [
        (canvas.FLIP_H, (0, 255, 0), (255, 0, 0)),
        (canvas.FLIP_V, (0, 0, 255), (255, 255, 255)),
        (canvas.TRANSPOSE, (255, 0, 0), (0, 0, 255)),
    ],
)
def test_turned_textures(
    shown: Shown, flags: int, first: tuple[int, ...], second: tuple[int, ...]
) -> None:
    shown.draw(frame(entry(texture(0.0, 0.0, 2.0, 2.0, flags=flags))))
    assert (shown.pixel(0, 0), shown.pixel(1, 0)) == (first, second)


def test_parts_tiles_and_colours_of_textures(shown: Shown) -> None:
    part = texture(0.0, 0.0, 4.0, 4.0, (1.0, 0.0, 1.0, 1.0))
    tiles = texture(20.0, 0.0, 6.0, 2.0, flags=canvas.TILE)
    tinted = texture(40.0, 0.0, 2.0, 2.0, color=(0.5, 1.0, 1.0, 1.0))
    shown.draw(frame(entry(part, nearest=True), entry(tiles), entry(tinted)))
    assert shown.pixel(0, 0) == shown.pixel(3, 3) == (0, 255, 0)
    assert [shown.pixel(20 + x, 0)[0] for x in range(6)] == [255, 0] * 3
    assert shown.pixel(40, 0) == (128, 0, 0)


def test_a_mirrored_item_mirrors_its_texture(shown: Shown) -> None:
    made = texture(0.0, 0.0, 2.0, 2.0)
    shown.draw(Frame(SIZE, GREY, [Entry(made, (-1.0, 0.0, 0.0, 1.0, 2.0, 0.0), WHITE, None)]))
    assert (shown.pixel(0, 0), shown.pixel(1, 0)) == ((0, 255, 0), (255, 0, 0))


def test_a_texture_that_changes_is_painted_anew(shown: Shown) -> None:
    changing = Picture(1, 1, bytes([255, 0, 0, 255]))
    made = drawing((canvas.TEXTURE, changing, 0.0, 0.0, 1.0, 1.0, None, WHITE, 0))
    same = frame(entry(made))
    shown.draw(same)
    changing.pixels, changing._version = Pixels(1, 1, bytes([0, 0, 255, 255])), 1
    made.version += 1
    shown.draw(same)
    assert shown.pixel(0, 0) == (0, 0, 255)


def test_nine_patches_keep_their_corners(shown: Shown) -> None:
    border = Picture(3, 3, bytes([255, 0, 0, 255] * 4 + [0, 255, 0, 255] + [255, 0, 0, 255] * 4))
    margins = (1.0, 1.0, 1.0, 1.0)
    made = drawing(
        (canvas.NINE_PATCH, border, 0.0, 0.0, 20.0, 10.0, None, margins, (0, 0), True, WHITE)
    )
    hollow = drawing(
        (canvas.NINE_PATCH, border, 0.0, 0.0, 20.0, 10.0, None, margins, (1, 2), False, WHITE)
    )
    shown.draw(frame(entry(made), entry(hollow, 0.0, 40.0)))
    assert shown.pixel(0, 5) == shown.pixel(19, 9) == (255, 0, 0)
    assert shown.pixel(1, 1) == shown.pixel(18, 8) == (0, 255, 0)
    assert shown.pixel(0, 45) == shown.pixel(10, 49) == (255, 0, 0)
    assert shown.pixel(10, 45) == (77, 77, 77)


def test_textured_polygons(shown: Shown) -> None:
    corners = ((0.0, 0.0), (20.0, 0.0), (20.0, 20.0), (0.0, 20.0))
    places = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
    shown.draw(frame(entry(drawing((canvas.POLYGON, corners, WHITE, places, CHECKS)), 5.0, 5.0)))
    assert [shown.pixel(x, y) for y in (6, 23) for x in (6, 23)] == [
        (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255),
    ]  # fmt: skip


def test_masks(shown: Shown) -> None:
    hole = rect(WHITE, 10.0, 10.0, 10.0, 10.0)
    big = rect(RED, 0.0, 0.0, 40.0, 40.0)
    shown.draw(
        frame(entry(hole, role=canvas.HIDDEN_MASK), entry(big), entry(hole, role=canvas.ENDS_MASK))
    )
    assert shown.pixel(15, 15) == (255, 0, 0)
    assert shown.pixel(5, 5) == shown.pixel(25, 25) == (77, 77, 77)


def test_a_transparent_picture(shown: Shown) -> None:
    pixels = shown.renderer.picture(frame(entry(rect((1.0, 0.0, 0.0, 0.5))), background=None))
    assert tuple(pixels.data[:4]) == (255, 0, 0, 128)
    assert pixels.data[4 * 50 + 3] == 0


def test_what_is_turned_is_painted_where_it_lies(shown: Shown) -> None:
    turned = (0.0, 1.0, -1.0, 0.0, 60.0, 20.0)  # a quarter to the right
    parts = [
        drawing((canvas.STYLE, BOX, 0.0, 0.0, 30.0, 10.0)),
        texture(0.0, 20.0, 20.0, 10.0),
        rect(GREEN, 0.0, 40.0, 30.0, 5.0),
    ]
    entries = [Entry(made, turned, WHITE, None, True) for made in parts]
    shown.draw(Frame(SIZE, GREY, entries))
    assert abs(shown.pixel(55, 35)[0] - 46) <= 1
    assert shown.pixel(49, 35)[0] == 77
    assert shown.pixel(38, 22) == (255, 0, 0)
    assert shown.pixel(17, 35) == (0, 255, 0)


def test_what_shows_only_for_a_time(shown: Shown) -> None:
    made = drawing((canvas.SLICE, 1.0, 0.0, 0.5, 0.0), (canvas.RECT, 0.0, 0.0, 9.0, 9.0, RED))
    same = frame(entry(made))
    for time, color in ((0.0, (255, 0, 0)), (0.7, (77, 77, 77)), (1.2, (255, 0, 0))):
        assert shown.renderer.draw(same, shown.surface, time)
        assert shown.pixel(4, 4) == color


@pytest.mark.parametrize("seed", range(6))
def test_pictures_brought_up_to_date_equal_those_painted_anew(seed: int, shown: Shown) -> None:
    chance = random.Random(seed)
    made = [some_drawing(chance) for _ in range(14)]
    places = {one.key: (chance.randrange(150), chance.randrange(110)) for one in made}
    for _ in range(25):
        change(chance, made, places)
        entries = [entry(one, *map(float, places[one.key])) for one in made]
        current = frame(*entries)
        shown.draw(current)
        assert pixels_of(shown.surface) == Renderer().picture(current)


@pytest.mark.parametrize("seed", range(3))
def test_a_frame_painted_again_and_again_stays_the_same(seed: int, shown: Shown) -> None:
    chance = random.Random(seed)
    entries = [
        entry(
            some_drawing(chance),
            float(chance.randrange(150)),
            float(chance.randrange(110)),
            clip=chance.choice((None, (20.0, 20.0, 100.0, 90.0))),
        )
        for _ in range(20)
    ]
    still = frame(*entries)
    wanted = Renderer().picture(still)
    for _ in range(4):
        shown.surface.fill((1, 2, 3))
        shown.renderer.forget()
        shown.draw(still)
        assert pixels_of(shown.surface) == wanted


def some_drawing(chance: random.Random) -> Drawing:
    color = chance.random(), chance.random(), chance.random(), chance.choice((1.0, 0.5))
    wide, high = float(chance.randrange(4, 60)), float(chance.randrange(4, 60))
    return drawing(
        chance.choice(
            [
                (canvas.RECT, 0.0, 0.0, wide, high, color),
                (canvas.STYLE, BOX._replace(fill=color, shadow_size=3), 0.0, 0.0, wide, high),
                (canvas.CIRCLE, 0.0, 0.0, wide / 2, high / 2, color, True),
                (canvas.POLYLINE, ((0.0, 0.0), (wide, high), (0.0, high)), color, 3.0, True),
                (canvas.LINES, ((0.0, 0.0), (wide, high)), color, -1.0, False),
                (canvas.TEXTURE, CHECKS, 0.0, 0.0, wide, high, None, WHITE, 0),
            ]
        )
    )


def change(chance: random.Random, made: list[Drawing], places: dict[int, tuple[int, int]]) -> None:
    what = chance.randrange(5)
    one = chance.choice(made)
    if what == 0:
        places[one.key] = chance.randrange(150), chance.randrange(110)
    elif what == 1:
        one[:] = some_drawing(chance)
        one.version += 1
    elif what == 2:
        chance.shuffle(made)
    elif what == 3:
        made.remove(one)
    new = some_drawing(chance)
    places[new.key] = chance.randrange(150), chance.randrange(110)
    made.append(new)
