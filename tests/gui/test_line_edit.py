"""LineEdit: editing, the caret, undo, the mouse, looks."""

from __future__ import annotations

from typing import Any

import pytest

from engine.core.input_enums import Key
from engine.core.vector2 import Vector2
from engine.gui.line_edit import LineEdit
from engine.servers import canvas
from engine.testing import HeadlessTree, expect_error
from engine.testing.pilot import Pilot
from tests.gui._hands import Hands, log_of


@pytest.fixture
def line(tree: HeadlessTree) -> LineEdit:
    made: LineEdit = tree.add(LineEdit())
    made.size = Vector2(120, 31)
    made.grab_focus()
    return made


def typed(hands: Hands, text: str) -> None:
    for character in text:
        hands.key(Key.KEY_A, unicode=ord(character))


def drawn(line: LineEdit, op: int) -> list[Any]:
    return [command for command in line._commands if command[0] == op]


def test_takes_what_is_typed_until_enter(tree: HeadlessTree, line: LineEdit) -> None:
    heard = log_of(line, "text_changed", "text_submitted", "editing_toggled")
    hands = Hands(tree)
    typed(hands, "hi")
    tree.tick()
    hands.key(Key.KEY_ENTER)
    typed(hands, "x")
    assert line.text == "hi"
    assert heard == ["text_changed", "text_submitted", "editing_toggled"]
    assert line.has_focus()
    assert not line.is_editing()


def test_takes_no_more_than_allowed(tree: HeadlessTree, line: LineEdit) -> None:
    rejected: list[str] = []
    line.text_change_rejected.connect(rejected.append)
    line.max_length = 4
    line.insert_text_at_caret("abcdef")
    assert (line.text, rejected) == ("abcd", ["ef"])


def test_delete_text_checks_its_places(line: LineEdit) -> None:
    line.text = "abc"
    with expect_error("(from: 2, to: 1) are inverted or outside the text length (3)"):
        line.delete_text(2, 1)
    assert line.text == "abc"


def test_keys_that_change_do_nothing_while_it_is_not_edited(
    tree: HeadlessTree, line: LineEdit
) -> None:
    hands = Hands(tree)
    typed(hands, "abc")
    tree.tick()
    line.unedit()
    hands.key(Key.KEY_Z, ctrl_pressed=True)
    assert line.text == "abc"
    hands.key(Key.KEY_A, ctrl_pressed=True)
    assert line.get_selected_text() == "abc"


def test_up_and_down_go_to_the_ends(tree: HeadlessTree, line: LineEdit) -> None:
    hands = Hands(tree)
    line.text = "some text"
    line.caret_column = 4
    hands.key(Key.KEY_DOWN, shift_pressed=True)
    assert line.get_selected_text() == " text"
    hands.key(Key.KEY_UP)
    assert (line.caret_column, line.has_selection()) == (0, False)


def test_the_text_scrolls_with_the_caret_and_back_when_it_fits(line: LineEdit) -> None:
    line.text = "a text that is longer than the line"
    line.caret_column = len(line.text)
    assert line.get_scroll_offset() < 0
    line.delete_text(4, len(line.text))
    assert line.get_scroll_offset() == 0


def test_words_are_selected_by_a_double_click(pilot: Pilot) -> None:
    line: LineEdit = pilot.add(LineEdit())
    line.text = "one two"
    line.size = Vector2(120, 31)
    pilot.wait()
    pilot.click(line, double=True)
    assert line.get_selected_text() == "two"


def test_composed_characters_count_as_one(line: LineEdit) -> None:
    line.text = "e\u0301x"
    assert line.get_next_composite_character_column(0) == 2
    assert line.get_previous_composite_character_column(2) == 0


def test_a_secret_is_drawn_as_dots_and_not_copied(tree: HeadlessTree, line: LineEdit) -> None:
    line.text = "abc"
    line.secret = True
    tree.tick(2)
    (run,) = (command[1] for command in drawn(line, canvas.TEXT))
    assert len({glyph[1] for glyph in run.glyphs}) == 1
    line.select_all()
    line.menu_option(LineEdit.MENU_COPY)  # would report that there is no clipboard here


def test_what_is_selected_is_painted(tree: HeadlessTree, line: LineEdit) -> None:
    line.text = "abc def"
    tree.tick(2)
    rects = len(drawn(line, canvas.RECT))
    line.select(2, 5)
    tree.tick(2)
    assert len(drawn(line, canvas.RECT)) == rects + 1
    assert len(drawn(line, canvas.TEXT)) == 3


def test_the_placeholder_is_seen_while_it_is_empty(tree: HeadlessTree, line: LineEdit) -> None:
    line.placeholder_text = "name"
    tree.tick(2)
    assert len(drawn(line, canvas.TEXT)) == 1
    line.text = " "
    tree.tick(2)
    assert not drawn(line, canvas.TEXT)
