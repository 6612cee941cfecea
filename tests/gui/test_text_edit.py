"""TextEdit: lines and rows, carets, undo, drawing, and that long texts are shaped where seen."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.core.color import Color
from engine.core.input_enums import Key
from engine.core.vector2 import Vector2
from engine.gui._default_fonts import default_font
from engine.gui._text_edit_lines import _BREAKS
from engine.gui._text_edit_widths import PairWidths
from engine.gui.text_edit import TextEdit
from engine.servers import canvas
from engine.servers._shaped_lines import line_breaks
from engine.servers._shaped_text import ShapedText
from engine.testing import HeadlessTree, expect_error
from tests.gui._hands import Hands


@pytest.fixture
def edit(tree: HeadlessTree) -> TextEdit:
    made: TextEdit = tree.add(TextEdit())
    made.size = Vector2(300, 200)
    made.grab_focus()
    return made


def typed(hands: Hands, text: str) -> None:
    for character in text:
        hands.key(Key.KEY_ENTER if character == "\n" else Key.KEY_A, unicode=ord(character))


def carets(edit: TextEdit) -> list[tuple[int, int]]:
    return [
        (edit.get_caret_line(n), edit.get_caret_column(n)) for n in range(edit.get_caret_count())
    ]


def drawn(edit: TextEdit, op: int) -> list[Any]:
    return [command for command in edit._commands if command[0] == op]


# Text ---------------------------------------------------------------------------------------------


def test_is_typed_into(tree: HeadlessTree, edit: TextEdit) -> None:
    hands = Hands(tree)
    typed(hands, "one\ntwo")
    hands.key(Key.KEY_TAB)
    assert edit.text == "one\ntwo\t"
    hands.key(Key.KEY_BACKSPACE)
    hands.key(Key.KEY_HOME)
    hands.key(Key.KEY_BACKSPACE)
    assert edit.text == "onetwo"
    assert carets(edit) == [(0, 3)]


def test_tells_of_changes_once_in_a_frame(tree: HeadlessTree, edit: TextEdit) -> None:
    heard: list[str] = []
    edit.text_changed.connect(lambda: heard.append("text_changed"))
    edit.caret_changed.connect(lambda: heard.append("caret_changed"))
    edit.lines_edited_from.connect(lambda a, b: heard.append(f"{a}-{b}"))
    edit.insert_text_at_caret("a\nb")
    edit.insert_text_at_caret("c")
    assert heard == ["0-1", "1-1"]
    tree.tick()
    assert heard == ["0-1", "1-1", "text_changed", "caret_changed"]


def test_does_not_take_places_outside(edit: TextEdit) -> None:
    edit.text = "abc"
    with expect_error("Index p_column = 7 is out of bounds (text[p_line].length() + 1 = 4)."):
        edit.insert_text("x", 0, 7)
    with expect_error("p_to_line == p_from_line && p_to_column < p_from_column"):
        edit.remove_text(0, 2, 0, 1)
    with expect_error("Index p_line = 3 is out of bounds (text.size() = 1)."):
        assert edit.get_line(3) == ""
    assert edit.text == "abc"


def test_scripts_take_over_what_keys_do(tree: HeadlessTree) -> None:
    class Loud(TextEdit):
        def _handle_unicode_input(self, unicode_char: int, caret_index: int) -> None:
            self.insert_text_at_caret(chr(unicode_char).upper(), caret_index)

        def _backspace(self, caret_index: int) -> None:
            self.insert_text_at_caret("<", caret_index)

    edit: Loud = tree.add(Loud())
    edit.grab_focus()
    hands = Hands(tree)
    typed(hands, "ab")
    hands.key(Key.KEY_BACKSPACE)
    assert edit.text == "AB<"


# Undo ---------------------------------------------------------------------------------------------


def test_what_is_typed_in_a_row_is_undone_in_one_step(tree: HeadlessTree, edit: TextEdit) -> None:
    hands = Hands(tree)
    typed(hands, "hello")
    hands.key(Key.KEY_LEFT)
    typed(hands, "p!")
    edit.undo()
    assert (edit.text, carets(edit)) == ("hello", [(0, 4)])
    edit.undo()
    assert (edit.text, edit.has_undo(), edit.has_redo()) == ("", False, True)
    edit.redo()
    edit.redo()
    assert (edit.text, edit.has_redo()) == ("hellp!o", False)


def test_a_pause_ends_a_step(tree: HeadlessTree, edit: TextEdit) -> None:
    hands = Hands(tree)
    typed(hands, "one")
    tree.tick(200)
    typed(hands, "two")
    edit.undo()
    assert edit.text == "one"


def test_versions_come_back(edit: TextEdit) -> None:
    edit.insert_text_at_caret("a")
    edit.tag_saved_version()
    edit.insert_text_at_caret("b")
    assert edit.get_version() != edit.get_saved_version()
    edit.undo()
    assert edit.get_version() == edit.get_saved_version()


# Carets -------------------------------------------------------------------------------------------


def test_several_carets_type_and_become_one(tree: HeadlessTree, edit: TextEdit) -> None:
    edit.text = "one\ntwo\nsix"
    assert [edit.add_caret(1, 0), edit.add_caret(2, 0), edit.add_caret(1, 0)] == [1, 2, -1]
    hands = Hands(tree)
    typed(hands, "- ")
    assert edit.text == "- one\n- two\n- six"
    assert carets(edit) == [(0, 2), (1, 2), (2, 2)]
    hands.key(Key.KEY_A, ctrl_pressed=True)
    assert len(carets(edit)) == 1
    assert edit.get_selected_text() == edit.text


def test_the_next_one_that_is_like_it_is_selected(edit: TextEdit) -> None:
    edit.text = "ab cd ab cd ab"
    for _ in range(3):
        edit.add_selection_for_next_occurrence()
    assert edit.get_selected_text() == "ab\nab\nab"
    edit.insert_text_at_caret("x")
    assert edit.text == "x cd x cd x"


def test_the_last_caret_stays(edit: TextEdit) -> None:
    with expect_error("The main caret should not be removed."):
        edit.remove_caret(0)
    assert edit.get_caret_count() == 1


# Rows ---------------------------------------------------------------------------------------------


def test_long_lines_are_wrapped(tree: HeadlessTree, edit: TextEdit) -> None:
    edit.text = "some words " * 10 + "\nshort"
    edit.wrap_mode = TextEdit.LINE_WRAPPING_BOUNDARY
    tree.tick()
    rows = edit.get_line_wrapped_text(0)
    assert len(rows) == edit.get_line_wrap_count(0) + 1 > 2
    assert "".join(rows) == edit.get_line(0)
    assert edit.get_total_visible_line_count() == len(rows) + 1
    assert not edit.is_line_wrapped(1)


def test_only_lines_on_the_screen_are_shaped(tree: HeadlessTree, edit: TextEdit) -> None:
    edit.text = "\n".join(f"line {number} of a long text" for number in range(5000))
    edit.set_caret_line(2500)
    tree.tick(2)
    shaped = [number for number, line in enumerate(edit._lines) if line.rows is not None]
    assert len(shaped) < 40
    assert {2500, *edit._drawn_lines} <= set(shaped)
    edit.wrap_mode = TextEdit.LINE_WRAPPING_BOUNDARY
    edit.size = Vector2(120, 200)
    tree.tick(2)
    assert edit.get_total_visible_line_count() >= 10000
    assert sum(line.rows is not None for line in edit._lines) < 60


@settings(deadline=None, max_examples=500)
@given(
    st.text(alphabet="abcfilATVWo.,-/ |()_\"'x ", min_size=1, max_size=60),
    st.integers(8, 300),
    st.sampled_from(sorted(_BREAKS)),
)
def test_rows_are_counted_without_shaping(text: str, room: int, mode: int) -> None:
    fonts, flags = default_font()._stack(), _BREAKS[mode]
    counted = PairWidths(fonts, 16, "").rows(text, room, flags)
    shaped = ShapedText()
    shaped.add_text(text, fonts, 16)
    rows = [shaped.substr(*part) for part in line_breaks(shaped, room, 0, flags)]
    if counted is not None:
        assert counted == (len(rows), max(row.get_width() for row in rows))


# Drawing ------------------------------------------------------------------------------------------


def test_it_draws_what_is_on_the_screen(tree: HeadlessTree, edit: TextEdit) -> None:
    edit.text = "\n".join(str(number) for number in range(100))
    tree.tick(2)
    assert len(drawn(edit, canvas.TEXT)) == 8
    before = len(drawn(edit, canvas.RECT))
    edit.select(0, 0, 2, 1)
    tree.tick(2)
    assert len(drawn(edit, canvas.RECT)) == before + 5  # three texts and two ends of lines


def test_an_empty_one_draws_its_placeholder(tree: HeadlessTree, edit: TextEdit) -> None:
    edit.placeholder_text = "write\nhere"
    tree.tick(2)
    assert len(drawn(edit, canvas.TEXT)) == 2
    edit.text = "x"
    tree.tick(2)
    assert len(drawn(edit, canvas.TEXT)) == 1


def test_a_highlighter_colours_parts(tree: HeadlessTree, edit: TextEdit) -> None:
    class Keywords:
        def get_line_syntax_highlighting(self, line: int) -> dict[int, dict[str, Color]]:
            return {0: {"color": Color(1, 0, 0)}, 3: {"color": Color(0, 1, 0)}}

    edit.text = "if you"
    edit.syntax_highlighter = Keywords()
    tree.tick(2)
    colors = [command[4] for command in drawn(edit, canvas.TEXT)]
    assert colors == [(1, 0, 0, 1), (0, 1, 0, 1)]


def test_gutters_are_drawn_and_clicked(tree: HeadlessTree, edit: TextEdit) -> None:
    clicked: list[tuple[int, int]] = []
    rects: list[tuple[int, int]] = []
    edit.gutter_clicked.connect(lambda line, gutter: clicked.append((line, gutter)))
    edit.text = "a\nb"
    edit.add_gutter()
    edit.set_gutter_type(0, TextEdit.GUTTER_TYPE_CUSTOM)
    edit.set_gutter_custom_draw(0, lambda line, gutter, area: rects.append((line, gutter)))
    tree.tick(2)
    assert rects[:2] == [(0, 0), (1, 0)]
    Hands(tree).click(10, 40)
    assert clicked == [(1, 0)]


def test_all_looks_can_be_drawn(tree: HeadlessTree, edit: TextEdit) -> None:
    edit.text = "\tfind this word, this word\n" * 4
    edit.minimap_draw = edit.draw_tabs = edit.draw_spaces = edit.highlight_current_line = True
    edit.highlight_all_occurrences = True
    edit.caret_type = TextEdit.CARET_TYPE_BLOCK
    edit.set_search_text("find")
    edit.set_line_background_color(1, Color(0, 0, 1))
    edit.select(0, 6, 0, 10)
    tree.tick(2)
    assert len(drawn(edit, canvas.TEXTURE)) == 4 * 5
    assert len(drawn(edit, canvas.RECT)) > 30
