"""Style boxes and the default theme's icons."""

from __future__ import annotations

import pytest

from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.rid import RID
from engine.core.vector2 import Vector2
from engine.gui import _default_icons as icons
from engine.gui.style_box import StyleBox
from engine.gui.style_box_empty import StyleBoxEmpty
from engine.gui.style_box_flat import StyleBoxFlat
from engine.gui.style_box_line import StyleBoxLine
from engine.gui.style_box_texture import StyleBoxTexture
from engine.servers import canvas
from engine.servers.canvas import Drawing
from engine.testing import expect_error

AREA = Rect2(10, 20, 30, 40)


def drawn(style: StyleBox) -> list[object]:
    drawing = Drawing()
    style._draw_into(drawing, AREA)
    return list(drawing)


def test_margins_come_from_the_kind_of_box_unless_they_are_set() -> None:
    flat = StyleBoxFlat()
    flat.border_width_left = 3
    flat.content_margin_top = 5.0
    assert flat.get_minimum_size() == Vector2(3, 5)
    assert flat.get_offset() == Vector2(3, 5)
    flat.set_content_margin_all(2)
    assert flat.get_minimum_size() == Vector2(4, 4)
    with expect_error("is out of bounds (4 = 4)", count=2):
        flat.set_content_margin(5, 1.0)
        flat.get_margin(-1)


def test_a_flat_box_is_one_command_that_compares() -> None:
    flat, other = StyleBoxFlat(), StyleBoxFlat()
    for style in (flat, other):
        style.set_corner_radius_all(3)
        style.set_expand_margin_all(2)
    (command,) = drawn(flat)
    assert command[0] == canvas.STYLE
    assert command[2:] == (8.0, 18.0, 34.0, 44.0)
    assert hash(command[1]) == hash(drawn(other)[0][1])
    flat.bg_color = Color(1, 0, 0)
    assert drawn(flat) != drawn(other)


def test_a_box_without_anything_to_see_draws_nothing() -> None:
    flat = StyleBoxFlat()
    flat.draw_center = False
    assert drawn(flat) == []
    flat.shadow_size = 3
    assert len(drawn(flat)) == 1
    assert drawn(StyleBoxEmpty()) == []
    assert drawn(StyleBoxTexture()) == []


def test_changes_are_told() -> None:
    flat = StyleBoxFlat()
    heard: list[int] = []
    flat.changed.connect(lambda: heard.append(1))
    flat.border_width_top = 2
    flat.skew = Vector2(0.1, 0)
    flat.corner_detail = 99
    assert len(heard) == 3
    assert flat.corner_detail == 20


def test_a_line_grows_at_its_ends() -> None:
    line = StyleBoxLine()
    line.thickness = 2
    assert drawn(line) == [(canvas.RECT, 9.0, 20.0, 32.0, 2.0, (0.0, 0.0, 0.0, 1.0))]
    assert line.get_minimum_size() == Vector2(0, 2)
    line.vertical = True
    assert drawn(line) == [(canvas.RECT, 10.0, 19.0, 2.0, 42.0, (0.0, 0.0, 0.0, 1.0))]


def test_a_texture_keeps_its_corners() -> None:
    style = StyleBoxTexture()
    style.texture = icons.icon("checked")
    style.set_texture_margin_all(4)
    style.region_rect = Rect2(0, 0, 8, 8)
    (command,) = drawn(style)
    where, part, margins = command[2:6], command[6], command[7]
    assert where == (10.0, 20.0, 30.0, 40.0)
    assert part == (0.0, 0.0, 8.0, 8.0)
    assert margins == (4.0, 4.0, 4.0, 4.0)
    assert style.get_minimum_size() == Vector2(8, 8)


def test_a_script_may_draw_its_own() -> None:
    class Own(StyleBox):
        def _draw(self, to_canvas_item: RID, rect: Rect2) -> None:
            commands = canvas.drawing_of(to_canvas_item)
            assert commands is not None
            commands.append(("own", rect))

        def _get_minimum_size(self) -> Vector2:
            return Vector2(9, 1)

    own = Own()
    own.content_margin_bottom = 6
    assert drawn(own) == [("own", AREA)]
    assert own.get_minimum_size() == Vector2(9, 6)


# Icons --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(icons._ICONS))
def test_every_icon_can_be_painted(name: str) -> None:
    texture = icons.icon(name)
    pixels = texture._pixels()
    assert pixels is not None
    assert len(pixels.data) == texture.get_width() * texture.get_height() * 4
    assert name == "none" or any(pixels.data[3::4])


def test_icons_are_named_by_control_and_shared() -> None:
    for control, items in icons.THEME_ICONS.items():
        for item in items:
            assert icons.icon(f"{control}/{item}") is icons.icon(items[item])


def test_mirrored_icons_are_mirrored() -> None:
    plain, mirrored = icons.icon("toggle_on")._pixels(), icons.icon("toggle_on_mirrored")._pixels()
    assert plain is not None
    assert mirrored is not None
    row, twin = plain.data[8 * 128 : 9 * 128], mirrored.data[8 * 128 : 9 * 128]
    assert [row[i : i + 4] for i in range(0, 128, 4)] == [
        twin[i : i + 4] for i in range(124, -1, -4)
    ]
