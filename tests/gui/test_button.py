"""How large buttons are, and what they draw."""

from __future__ import annotations

import pytest

from engine.core.vector2 import Vector2
from engine.gui.button import Button
from engine.gui.button_group import ButtonGroup
from engine.gui.check_box import CheckBox
from engine.gui.check_button import CheckButton
from engine.gui.link_button import LinkButton
from engine.gui.option_button import OptionButton
from engine.gui.style_box_empty import StyleBoxEmpty
from engine.gui.texture_2d import PlaceholderTexture2D
from engine.gui.texture_button import TextureButton
from engine.servers.canvas import STYLE, TEXT, TEXTURE
from engine.testing import HeadlessTree


def picture(width: float, height: float) -> PlaceholderTexture2D:
    made = PlaceholderTexture2D()
    made.size = Vector2(width, height)
    return made


def size_of(button: Button) -> tuple[float, float]:
    size = button.get_minimum_size()
    return size.x, size.y


@pytest.mark.parametrize(
    ("button", "text", "size"),
    [
        (Button(), "Button", (62, 31)),
        (CheckBox(), "CheckBox", (104, 31)),
        (CheckButton(), "CheckButton", (148, 31)),
        (CheckBox(), "", (24, 24)),
        (CheckButton(), "", (44, 24)),
        (Button(), "", (8, 8)),
    ],
)
def test_smallest_sizes(button: Button, text: str, size: tuple[float, float]) -> None:
    button.text = text
    assert size_of(button) == size
    button.free()


def test_an_icon_beside_above_and_behind_the_text() -> None:
    button = Button("a")
    button.icon = picture(20, 40)
    assert size_of(button) == (42, 48)
    button.icon_alignment = 1
    assert size_of(button) == (28, 48)
    button.icon_alignment = 2
    button.vertical_icon_alignment = 0
    assert size_of(button) == (42, 94)
    button.expand_icon = True
    assert size_of(button) == (18, 54)
    button.expand_icon = False
    button.add_theme_constant_override("icon_max_width", 10)
    assert size_of(button) == (32, 74)


def test_text_that_may_be_cut_needs_no_width() -> None:
    button = Button("a long text")
    button.clip_text = True
    assert size_of(button) == (8, 31)
    button.clip_text = False
    button.text_overrun_behavior = 3
    assert size_of(button) == (8, 31)


def test_a_check_box_has_room_for_its_largest_box() -> None:
    box = CheckBox()
    style = StyleBoxEmpty()
    style.content_margin_left = style.content_margin_top = 50
    box.add_theme_stylebox_override("pressed", style)
    assert size_of(box) == (24, 70)


def test_a_drawn_button(tree: HeadlessTree) -> None:
    button = tree.add(Button("text"))
    button.icon = picture(16, 16)
    tree.tick()
    assert [command[0] for command in button._commands] == [STYLE, TEXTURE, TEXT]
    button.flat = True
    tree.tick()
    assert [command[0] for command in button._commands] == [TEXTURE, TEXT]
    button.grab_focus()
    tree.tick()
    assert [command[0] for command in button._commands] == [STYLE, TEXTURE, TEXT]


def test_a_check_box_in_a_group_is_a_radio_button(tree: HeadlessTree) -> None:
    box = tree.add(CheckBox())
    tree.tick()
    plain = box._commands[-1][1]
    box.button_group = ButtonGroup()
    tree.tick()
    assert plain is box.get_theme_icon("unchecked")
    assert box._commands[-1][1] is box.get_theme_icon("radio_unchecked")
    box.button_pressed = True
    tree.tick()
    assert box._commands[-1][1] is box.get_theme_icon("radio_checked")


def test_a_link_is_underlined(tree: HeadlessTree) -> None:
    link = tree.add(LinkButton())
    link.text = "here"
    tree.tick()
    both = len(link._commands)
    link.underline = LinkButton.UNDERLINE_MODE_NEVER
    tree.tick()
    assert (both, len(link._commands)) == (2, 1)
    assert link.get_minimum_size().y == 23


@pytest.mark.parametrize(
    ("mode", "place"),
    [
        (TextureButton.STRETCH_SCALE, (0, 0, 100, 50)),
        (TextureButton.STRETCH_KEEP, (0, 0, 20, 20)),
        (TextureButton.STRETCH_KEEP_CENTERED, (40, 15, 20, 20)),
        (TextureButton.STRETCH_KEEP_ASPECT, (0, 0, 50, 50)),
        (TextureButton.STRETCH_KEEP_ASPECT_CENTERED, (25, 0, 50, 50)),
        (TextureButton.STRETCH_KEEP_ASPECT_COVERED, (0, 0, 100, 50)),
    ],
)
def test_how_a_picture_fills_a_button(
    tree: HeadlessTree, mode: int, place: tuple[float, ...]
) -> None:
    button = tree.add(TextureButton())
    button.texture_normal = picture(20, 20)
    button.stretch_mode = mode
    button.size = Vector2(100, 50)
    tree.tick()
    assert button._commands[0][2:6] == place


def test_a_texture_button_is_as_large_as_its_picture() -> None:
    button = TextureButton()
    assert button.get_minimum_size() == Vector2()
    button.texture_hover = picture(9, 7)
    button.texture_normal = picture(19, 17)
    assert button.get_minimum_size() == Vector2(19, 17)
    button.ignore_texture_size = True
    assert button.get_minimum_size() == Vector2()


def test_an_option_button_has_room_for_all_entries(tree: HeadlessTree) -> None:
    option = tree.add(OptionButton())
    assert size_of(option) == (32, 20)
    option.add_item("First choice")
    option.add_item("x")
    tree.tick()
    assert size_of(option) == (120, 31)
    option.select(1)
    assert size_of(option) == (120, 31)
    option.fit_to_longest_item = False
    assert size_of(option) < (120, 31)
