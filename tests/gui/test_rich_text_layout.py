"""BBCode gives the text, paragraphs, lines and sizes that real Godot gave (4.6.3)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.core.vector2 import Vector2
from engine.gui.rich_text_label import RichTextLabel
from engine.testing import HeadlessTree

# bbcode, parsed text, paragraphs, characters, content width and height, and of each line its
# offset, first character, end, height and width; in a label 400 pixels wide
RECORDED = json.loads(
    Path(__file__).with_name("data").joinpath("rich_text.json").read_text("utf-8")
)


@pytest.fixture
def label(tree: HeadlessTree) -> RichTextLabel:
    made = RichTextLabel()
    made.size = Vector2(400, 100)
    return tree.add(made)


def facts(label: RichTextLabel, bbcode: str) -> list:
    lines = []
    for line in range(label.get_line_count()):
        ends = label.get_line_range(line)
        lines.append(
            [
                label.get_line_offset(line),
                ends.x,
                ends.y,
                label.get_line_height(line),
                label.get_line_width(line),
            ]
        )
    return [
        bbcode,
        label.get_parsed_text(),
        label.get_paragraph_count(),
        label.get_total_character_count(),
        label.get_content_width(),
        label.get_content_height(),
        lines,
    ]


def test_bbcode(label):
    wrong = []
    for row in RECORDED:
        label.clear()
        label.append_text(row[0])
        found = facts(label, row[0])
        if found != row:
            wrong.append((row, found))
    assert wrong == []


def test_it_is_the_same_a_second_time_and_drawn(label, tree):
    for row in RECORDED:
        label.clear()
        label.append_text(row[0])
        tree.tick()
        assert facts(label, row[0]) == row
