from __future__ import annotations

from random import Random

import pytest

from engine.core.color import Color
from engine.core.input_enums import MouseButton
from engine.core.input_event_mouse import InputEventMouseButton
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui._rich_heights import Heights
from engine.gui.char_fx_transform import CharFXTransform
from engine.gui.rich_text_effect import RichTextEffect
from engine.gui.rich_text_label import RichTextLabel
from engine.gui.texture_2d import PlaceholderTexture2D
from engine.servers import canvas
from engine.testing import HeadlessTree, expect_error
from engine.testing.pilot import Pilot
from tests.gui._hands import Hands


@pytest.fixture
def label(tree: HeadlessTree) -> RichTextLabel:
    made = RichTextLabel()
    made.size = Vector2(400, 100)
    return tree.add(made)


def texts(label: RichTextLabel) -> list[tuple]:
    return [command for command in label._commands if command[0] == canvas.TEXT]


# Long texts ---------------------------------------------------------------------------------------


def test_only_what_is_seen_is_laid_out(label, tree):
    for number in range(10_000):
        label.append_text(f"line [b]{number}[/b] of a long log, which is wrapped at the end\n")
    tree.tick()
    laid_out = sum(block.layout is not None for block in label._main.blocks)
    assert laid_out < 20
    assert len(texts(label)) < 60
    label.get_v_scroll_bar().value = 100_000
    tree.tick()
    assert sum(block.layout is not None for block in label._main.blocks) < 40


def test_following_the_end_of_a_long_text(label, tree):
    label.scroll_following = True
    bar = label.get_v_scroll_bar()
    for number in range(3):
        for line in range(500):
            label.append_text(f"{number} {line} some words that go on and on over the edge of it\n")
        tree.tick()
        assert bar.visible
        assert bar.value == bar.max_value - bar.page
    bar.value = 0
    label.add_text("more\n")
    tree.tick()
    assert bar.value == 0


def test_estimates_and_layout_agree_on_the_content_height(label, tree):
    for number in range(300):
        label.add_text(f"line {number} " + "word " * (number % 40) + "\n")
    tree.tick()
    height = label.get_content_height()
    fresh = tree.add(RichTextLabel())
    fresh.size = label.size
    fresh.scroll_active = False
    label.scroll_active = False
    for block in label._main.blocks:
        fresh.add_text(block.plain())
    assert fresh.get_content_height() == label.get_content_height() <= height


def test_layouts_out_of_sight_are_let_go(label, tree):
    for number in range(3000):
        label.add_text(f"line {number}\n")
    tree.tick()
    for place in range(0, 60_000, 130):
        label.get_v_scroll_bar().value = place
        tree.tick()
    assert sum(block.layout is not None for block in label._main.blocks) <= 500
    assert label.get_line_count() == 3001


def test_removing_paragraphs_from_the_front(label, tree):
    for number in range(50):
        label.add_text(f"line {number}\n")
    tree.tick()
    for _ in range(10):
        assert label.remove_paragraph(0)
    tree.tick()
    assert label.get_parsed_text().startswith("line 10\n")
    assert label.get_content_height() == 40 * 23
    assert label.get_paragraph_offset(1) == 23
    assert not label.remove_paragraph(41)
    assert not label.remove_paragraph(-1)


def test_a_new_width_breaks_lines_anew(label, tree):
    label.add_text("many words that go on and on over the edge of a narrow label")
    assert label.get_line_count() == 2
    label.size = Vector2(120, 100)
    tree.tick(2)
    assert label.get_line_count() > 4
    assert label.get_v_scroll_bar().visible
    label.size = Vector2(900, 100)
    tree.tick(2)
    assert label.get_line_count() == 1
    assert not label.get_v_scroll_bar().visible


# Styles -------------------------------------------------------------------------------------------


def test_colours_fonts_and_sizes_are_drawn(label, tree):
    label.append_text("a[color=red]b[/color][b]c[/b][font_size=30]d[/font_size]")
    tree.tick()
    drawn = texts(label)
    assert [command[4] for command in drawn] == [
        (1, 1, 1, 1),
        (1, 0, 0, 1),
        (1, 1, 1, 1),
        (1, 1, 1, 1),
    ]
    assert [command[1].size for command in drawn] == [16, 16, 16, 30]
    faces = [command[1].glyphs[0][0] for command in drawn]
    assert faces[0] is faces[1] is faces[3]
    assert faces[2].embolden > 1
    assert len({command[3] for command in drawn}) == 1  # one baseline


def test_theme_overrides_change_what_is_drawn(label, tree):
    label.append_text("x")
    label.add_theme_color_override("default_color", Color.BLUE)
    label.add_theme_font_size_override("normal_font_size", 20)
    tree.tick(2)
    command = texts(label)[0]
    assert command[4] == (0, 0, 1, 1)
    assert command[1].size == 20


def test_lines_and_boxes(label, tree):
    label.append_text("[u]u[/u][s]s[/s][bgcolor=red]b[/bgcolor][fgcolor=lime]f[/fgcolor]")
    tree.tick()
    boxes = [command for command in label._commands if command[0] == canvas.RECT]
    colors = [command[5] for command in boxes]
    assert (1, 0, 0, 1) in colors
    assert (0, 1, 0, 1) in colors
    assert colors.count((1, 1, 1, 0.5)) == 2


def test_pictures(label, tree):
    picture = PlaceholderTexture2D()
    picture.size = Vector2(20, 40)
    label.add_text("a")
    label.add_image(picture, 0, 0, Color.WHITE, 5, Rect2(), "key", False, "a tip")
    label.add_text("b")
    assert label.get_parsed_text() == "a b"
    assert label.get_content_height() == 40
    assert label.get_tooltip(Vector2(15, 10)) == "a tip"
    label.update_image("key", RichTextLabel.UPDATE_SIZE, None, 10, 0)
    assert label.get_content_height() == 23
    assert label.get_content_width() == 30
    tree.tick()
    assert any(command[0] == canvas.TEXTURE for command in label._commands)


def test_lists_have_bullets_and_numbers(label, tree):
    label.append_text("[ol type=i]a\nb\nc\nd[/ol][ul bullet=-]e[/ul]")
    assert label.get_line_count() == 6
    layouts = [label._settle(place) for place in range(6)]
    prefixes = [layout.prefix.text if layout.prefix is not None else "" for layout in layouts]
    assert prefixes == ["i. ", "ii. ", "iii. ", "iv. ", "- ", ""]


def test_cells_are_drawn_and_found(label, tree):
    label.append_text(
        "[table=2][cell bg=red,blue border=lime]one[/cell][cell][url=x]two[/url][/cell][/table]"
    )
    tree.tick()
    assert len(texts(label)) == 2
    assert label.get_cursor_shape(Vector2(45, 10)) == RichTextLabel.CURSOR_POINTING_HAND
    assert label.get_cursor_shape(Vector2(5, 10)) == RichTextLabel.CURSOR_ARROW


def test_wrong_nesting_says_so(label):
    with expect_error('Parameter "current->parent" is null.'):
        label.pop()
    with expect_error('Condition "current->type != ITEM_TABLE" is true.'):
        label.push_cell()
    with expect_error('Condition "!cell->cell" is true.'):
        label.set_cell_border_color(Color.RED)
    label.push_table(1)
    label.add_text("is not shown")
    label.push_cell()
    label.add_text("is")
    label.pop_all()
    assert label.get_parsed_text() == "is"


def test_contexts(label):
    label.push_color(Color.RED)
    label.push_context()
    label.push_bold()
    label.push_italics()
    label.pop_context()
    assert label._current is not None
    assert label._current.value == Color.RED


@pytest.mark.parametrize(
    "text", ["\ud800", "한글 そして", "😀👨\u200d👩\u200d👧", "\x00", "e\u0301", "שלום abc"]
)
def test_odd_text_is_shown(text, label, tree):
    label.append_text(f"[b]{text}[/b] and [i]{text}[/i]\n{text}")
    label.selection_enabled = True
    label.select_all()
    tree.tick()
    assert label.get_content_height() >= 38
    assert label.get_selected_text() == f"{text} and {text}\n{text}"
    for x in range(0, 120, 7):
        label._hit(x, 10)


# Effects ------------------------------------------------------------------------------------------


class Ghost(RichTextEffect):
    bbcode = "ghost"

    def _process_custom_fx(self, char_fx: CharFXTransform) -> bool:
        char_fx.color = Color(1, 0, 0, char_fx.env.get("alpha", 1.0))
        char_fx.visible = char_fx.relative_index != 1
        char_fx.offset = Vector2(0, -2)
        return True


def test_custom_effects(label, tree):
    label.install_effect(Ghost())
    label.append_text("a [ghost alpha=0.5]bcd[/ghost]")
    tree.tick()
    drawn = texts(label)
    assert label.get_parsed_text() == "a bcd"
    assert [command[4] for command in drawn[1:]] == [(1, 0, 0, 0.5)] * 2
    assert drawn[1][3] == drawn[0][3] - 2


@pytest.mark.parametrize("tag", ["wave", "tornado", "shake", "rainbow", "pulse"])
def test_effects_go_on(tag, label, tree):
    label.append_text(f"[{tag}]abc[/{tag}]")
    tree.tick(3)
    before = [command[2:5] for command in texts(label)]
    tree.tick(5)
    assert len(before) == 3
    assert [command[2:5] for command in texts(label)] != before


def test_fading(label, tree):
    label.append_text("[fade start=1 length=2]abcd[/fade]")
    tree.tick()
    assert [command[4][3] for command in texts(label)] == [1.0, 1.0, 0.5, 0.0]


# Mouse and keys -----------------------------------------------------------------------------------


def test_links_are_hovered_and_clicked(label, tree):
    pilot = Pilot(tree)
    heard = []
    label.meta_hover_started.connect(lambda meta: heard.append(("over", meta)))
    label.meta_hover_ended.connect(lambda meta: heard.append(("off", meta)))
    label.meta_clicked.connect(lambda meta: heard.append(("click", meta)))
    label.append_text("hello [url=there]link[/url]")
    pilot.click(Vector2(60, 10))
    pilot.click(Vector2(5, 10))
    assert heard == [("over", "there"), ("click", "there"), ("off", "there")]


def test_dragging_selects(label, tree):
    pilot = Pilot(tree)
    label.selection_enabled = True
    label.append_text("hello world\nsecond line")
    pilot.move_to(Vector2(20, 10))
    pilot.button_down()
    pilot.move_to(Vector2(30, 30))
    pilot.wait(5)  # the selection follows the pointer at intervals
    pilot.button_up()
    assert label.get_selected_text() == "llo world\nseco"
    assert (label.get_selection_from(), label.get_selection_to()) == (2, 15)
    assert label.has_focus()
    assert len([c for c in label._commands if c[0] == canvas.RECT]) == 2
    pilot.click(Vector2(350, 90))
    assert label.get_selected_text() == "llo world\nseco"  # below the text nothing begins
    pilot.click(Vector2(5, 10))
    assert label.get_selected_text() == ""


def test_a_double_click_selects_a_word(label, tree):
    label.selection_enabled = True
    label.append_text("hello world")
    tree.tick()
    hands = Hands(tree)
    press = InputEventMouseButton()
    press.position = press.global_position = Vector2(60, 10)
    press.button_index = MouseButton.MOUSE_BUTTON_LEFT
    press.pressed = press.double_click = True
    hands.root.push_input(press)
    assert label.get_selected_text() == "world"


def test_selecting_needs_to_be_enabled(label):
    label.append_text("text")
    label.select_all()
    assert label.get_selected_text() == ""
    assert label.focus_mode == RichTextLabel.FOCUS_ACCESSIBILITY
    label.selection_enabled = True
    label.select_all()
    assert label.get_selected_text() == "text"
    assert label.focus_mode == RichTextLabel.FOCUS_ALL
    label.selection_enabled = False
    assert label.get_selected_text() == ""


def test_the_wheel_scrolls(label, tree):
    label.add_text("\n".join(f"row {number}" for number in range(100)))
    hands = Hands(tree)
    tree.tick(2)
    for _ in range(2):
        hands.button(50, 50, True, 5)
        hands.button(50, 50, False, 5)
    assert label.get_v_scroll_bar().value == 12
    hands.button(50, 50, True, 4)
    assert label.get_v_scroll_bar().value == 6


def test_visible_characters_are_drawn(label, tree):
    label.append_text("abc[b]def[/b]")
    label.visible_characters = 4
    tree.tick()
    assert [len(command[1].glyphs) for command in texts(label)] == [3, 1]
    label.visible_ratio = 0.0
    tree.tick()
    assert texts(label) == []


def test_expressions_of_tags(label):
    words = ["a=1", "b=two", "c=#ff0000", "d=true", "e=1.5", "f=1,2", "g"]
    assert label.parse_expressions_for_values(words) == {
        "a": 1,
        "b": "two",
        "c": Color.RED,
        "d": True,
        "e": 1.5,
        "f": [1, 2],
    }


def test_heights_are_added_up_as_they_change():
    heights, plain = Heights(), []
    random = Random(7)
    for _ in range(600):
        kind = random.randrange(5)
        place = random.randrange(len(plain)) if plain else 0
        if kind < 2 or not plain:
            heights.resize(len(plain) + 1)
            plain.append(0.0)
        elif kind == 2:
            heights.remove(place)
            del plain[place]
        else:
            heights[place] = plain[place] = float(random.randrange(40))
        at = random.randrange(len(plain) + 1)
        assert heights.top(at) == sum(plain[:at])
        if random.random() < 0.5:
            assert heights.total() == sum(plain)
    y = sum(plain[:50]) + plain[50] / 2
    assert plain[50] == 0 or heights.at(y) == 50


def test_characters_are_counted_as_paragraphs_come_and_go(label):
    random = Random(3)
    for number in range(40):
        label.add_text("x" * random.randrange(5) + "\n")
        if number % 3 == 0:
            label.remove_paragraph(random.randrange(label.get_paragraph_count() - 1))
        plain = "".join(block.plain() for block in label._main.blocks)
        assert label.get_total_character_count() == len(plain)
        for place in range(label.get_paragraph_count()):
            before = sum(block.count() for block in label._main.blocks[:place])
            assert label._start_of(place) == before
