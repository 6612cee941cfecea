from __future__ import annotations

import pytest

from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui.label import Label
from engine.gui.label_settings import LabelSettings
from engine.servers import canvas
from engine.servers.text_server import TextServer
from engine.testing import HeadlessTree

PARAGRAPHS = "many words that go on and on\nand a second paragraph, which is longer\n\nend"


@pytest.fixture
def label(tree: HeadlessTree) -> Label:
    return tree.add(Label())


def texts(label: Label) -> list[tuple]:
    return [command for command in label._commands if command[0] == canvas.TEXT]


@pytest.mark.parametrize(
    ("text", "size", "lines"),
    [
        ("", (1, 23), 1),
        ("Label", (42, 23), 1),
        ("a\nb\nc", (10, 75), 3),
        ("x\n", (9, 49), 2),
        ("\n", (0, 49), 2),
        ("  lead", (42, 23), 1),
    ],
)
def test_minimum_size(text, size, lines, label):
    label.text = text
    assert label.get_minimum_size() == Vector2(*size)
    assert label.get_line_count() == lines


@pytest.mark.parametrize(
    ("mode", "width", "height", "lines"),
    [(1, 30, 595, 23), (1, 100, 231, 9), (2, 30, 413, 16), (2, 200, 153, 6), (3, 30, 647, 25),
     (3, 60, 361, 14), (3, 500, 101, 4)],
)  # fmt: skip
def test_wrapping(mode, width, height, lines, label, tree):
    label.size = Vector2(width, 0)
    label.autowrap_mode = mode
    label.text = PARAGRAPHS
    tree.tick(2)
    assert label.get_line_count() == lines
    assert label.get_minimum_size() == Vector2(1, height)
    assert label.size == Vector2(width, height)


def test_lines_that_count(label, tree):
    label.text = PARAGRAPHS
    label.max_lines_visible = 2
    assert label.get_minimum_size().y == 49
    label.lines_skipped = 3
    assert label.get_minimum_size().y == 23
    label.max_lines_visible = -1
    label.lines_skipped = 0
    tree.tick(2)
    assert label.get_minimum_size().y == 101
    assert label.get_visible_line_count() == 4


def test_characters_have_places(label, tree):
    label.text = "ab\ncd"
    label.horizontal_alignment = 1
    label.vertical_alignment = 1
    label.size = Vector2(200, 200)
    tree.tick()
    assert label.get_character_bounds(0) == Rect2(90, 75, 9.28125, 23)
    assert label.get_character_bounds(1) == Rect2(99.28125, 75, 9.96875, 23)
    assert label.get_character_bounds(3) == Rect2(91, 101, 7.953125, 23)
    assert label.get_character_bounds(99) == Rect2()
    label.vertical_alignment = 3
    assert label.get_character_bounds(3).position.y == 177
    label.vertical_alignment = 2
    label.horizontal_alignment = 2
    assert label.get_character_bounds(0).position == Vector2(180, 151)


def test_settings_replace_the_theme(label, tree):
    settings = LabelSettings()
    settings.font_size = 30
    settings.line_spacing = 10
    label.text = "x\ny"
    label.label_settings = settings
    assert label.get_minimum_size() == Vector2(17, 94)
    settings.paragraph_spacing = 7
    assert label.get_minimum_size() == Vector2(17, 101)
    settings.font_color = Color.RED
    settings.outline_size = 3
    settings.shadow_color = Color.BLACK
    tree.tick(3)
    drawn = texts(label)
    assert drawn[-1][4] == (1, 0, 0, 1)
    assert [command[5] for command in drawn] == [0, 0, 1, 1, 3, 3, 0, 0]
    label.label_settings = None
    assert label.get_minimum_size() == Vector2(9, 49)


def test_stacked_outlines_and_shadows():
    settings = LabelSettings()
    settings.add_stacked_outline()
    settings.add_stacked_outline(0)
    settings.set_stacked_outline_size(0, 5)
    settings.move_stacked_outline(0, 2)
    assert [settings.get_stacked_outline_size(index) for index in range(2)] == [0, 5]
    settings.stacked_shadow_count = 2
    settings.set_stacked_shadow_color(1, Color.RED)
    settings.remove_stacked_shadow(0)
    assert settings.get_stacked_shadow_count() == 1
    assert settings.get_stacked_shadow_color(0) == Color.RED


def test_what_is_too_wide_is_cut_off(label, tree):
    label.text = "some words here"
    label.text_overrun_behavior = TextServer.OVERRUN_TRIM_ELLIPSIS
    label.size = Vector2(90, 23)
    tree.tick()
    assert label.size == Vector2(90, 23)
    run = texts(label)[0][1]
    assert len(run.glyphs) == 7 + 1 - 0  # "somewor" without the blank, and the ellipsis
    label.clip_text = True
    label.text_overrun_behavior = TextServer.OVERRUN_NO_TRIMMING
    tree.tick()
    assert [c[0] for c in label._commands].count(canvas.CLIP) == 1


def test_visible_characters(label, tree):
    label.text = "abc def"
    label.visible_characters = 5
    tree.tick()
    assert len(texts(label)[0][1].glyphs) == 4
    label.visible_characters_behavior = TextServer.VC_GLYPHS_LTR
    tree.tick()
    assert len(texts(label)[0][1].glyphs) == 4
    label.visible_characters = 0
    tree.tick()
    assert not [command for command in texts(label) if command[1].glyphs]


def test_another_font_size_of_the_theme(label, tree):
    label.text = "x"
    tree.tick()
    label.add_theme_font_size_override("font_size", 30)
    tree.tick(2)
    assert label.size == Vector2(17, 42)


def test_right_to_left_text_stands_at_the_right(label, tree):
    label.text = "שלום"
    label.horizontal_alignment = 3
    label.justification_flags = 0
    label.size = Vector2(200, 23)
    tree.tick()
    assert texts(label)[0][2] == 165


@pytest.mark.parametrize("text", ["\ud800", "한글", "👨\u200d👩\u200d👧", "\x00\x07"])
def test_odd_text(text, label, tree):
    label.text = text
    tree.tick(2)
    assert label.size.y >= 19
