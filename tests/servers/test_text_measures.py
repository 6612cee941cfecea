"""Widths, heights, line breaks and trimming are those that real Godot measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.core.vector2 import Vector2
from engine.gui._default_fonts import default_font
from engine.gui.font_file import FontFile
from engine.gui.font_variation import FontVariation
from engine.gui.text_line import TextLine
from engine.gui.text_paragraph import TextParagraph

RECORDED = json.loads(Path(__file__).with_name("data").joinpath("text.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def font() -> FontFile:
    """The default font, without help of the system's."""
    own, default = FontFile(), default_font()
    own._source, own._coordinates = default._source, default._coordinates
    own.allow_system_fallback = False
    return own


@pytest.fixture(scope="module")
def bold(font) -> FontVariation:
    made = FontVariation()
    made.base_font = font
    made.variation_embolden = 1.2
    return made


@pytest.mark.parametrize("text", RECORDED["strings"])
def test_string_sizes(text, font, bold):
    found = []
    for size in RECORDED["sizes"]:
        plain = font.get_string_size(text, 0, -1, size)
        found.append([plain.x, plain.y, bold.get_string_size(text, 0, -1, size).x])
    assert found == RECORDED["strings"][text]


def test_line_breaks(font):
    wrong = []
    for text, flags, width, lines in RECORDED["lines"]:
        paragraph = TextParagraph()
        paragraph.width = width
        paragraph.break_flags = flags
        paragraph.add_string(text, font, 16)
        found = []
        for line in range(paragraph.get_line_count()):
            ends = paragraph.get_line_range(line)
            found.append([ends.x, ends.y, paragraph.get_line_width(line)])
        if found != lines:
            wrong.append((text, flags, width, lines, found))
    assert wrong == []


def test_trimming(font):
    wrong = []
    for text, behavior, width, left in RECORDED["trimmed"]:
        line = TextLine()
        line.text_overrun_behavior = behavior
        line.width = width
        line.add_string(text, font, 16)
        if line.get_line_width() != left:
            wrong.append((text, behavior, width, left, line.get_line_width()))
    assert wrong == []


def test_single_characters(font):
    assert font.get_char_size(ord("M"), 16) == Vector2(14.75, 23)
    assert font.get_char_size(ord("W"), 16) == Vector2(15.125, 23)
    assert font.get_char_size(0xD55C, 16) == Vector2()  # it has none


def test_vertical_measures(font):
    assert [font.get_height(size) for size in (8, 14, 16, 24, 48)] == [12, 20, 23, 34, 67]
    assert (font.get_ascent(16), font.get_descent(16)) == (18, 5)
    assert font.get_underline_position(16) == 0.984375
    assert font.get_underline_thickness(16) == 0.390625
    assert font.get_multiline_string_size("hello world foo", 0, 50, 16) == Vector2(49, 69)
    assert font.get_multiline_string_size("a\nb") == Vector2(10, 46)


@pytest.mark.parametrize(
    "text",
    [
        "\ud800",
        "\x00\x01",
        "\U0010ffff",
        "e\u0301\u0301",
        "\u202e rtl",
        "👨\u200d👩\u200d👧",
        "\u0378",
    ],
)
def test_odd_characters_are_measured(text, font):
    line = TextLine()
    line.add_string(text, font, 16)
    commands: list = []
    line.draw(commands, line.get_size())
    assert line.get_size().y >= 15
