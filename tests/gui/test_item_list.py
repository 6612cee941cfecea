"""`ItemList`: cells, columns, the mouse and the keyboard. What is expected is Godot's."""

from __future__ import annotations

from typing import Any

import pytest

from engine.core.input_enums import Key
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui.image import Image
from engine.gui.image_texture import ImageTexture
from engine.gui.item_list import ItemList
from engine.testing import HeadlessTree, expect_error
from tests.gui._hands import Hands


@pytest.fixture
def hands(tree: HeadlessTree) -> Hands:
    return Hands(tree)


@pytest.fixture
def items(tree: HeadlessTree, hands: Hands) -> Any:
    made = ItemList()
    made.size = Vector2(200, 300)
    for i in range(6):
        made.add_item(f"i{i}")
    tree.add(made)
    tree.tick()
    made.grab_focus()
    return made


def icons(tree: HeadlessTree, size: Vector2) -> ItemList:
    made = ItemList()
    made.size = size
    image = Image.create_empty(20, 30, False, Image.FORMAT_RGBA8)
    for _ in range(6):
        made.add_icon_item(ImageTexture.create_from_image(image))
    tree.add(made)
    tree.tick()
    return made


def heard(items: ItemList) -> list[Any]:
    log: list[Any] = []
    items.item_selected.connect(log.append)
    items.multi_selected.connect(lambda index, on: log.append((index, on)))
    items.item_activated.connect(lambda index: log.append(f"activated {index}"))
    return log


def test_cells_of_icons(tree: HeadlessTree, hands: Hands) -> None:
    items = icons(tree, Vector2(200, 100))
    assert items.get_item_rect(1, False) == Rect2(4, 38, 24, 34)
    assert items.get_item_rect(1) == Rect2(4, 38, 184, 34)
    assert items.get_v_scroll_bar().visible
    assert items.get_v_scroll_bar().max_value == 204
    items.max_columns = 3
    assert items.get_item_rect(4, False) == Rect2(28, 38, 24, 34)
    items.max_columns = 0
    assert items.get_item_rect(5) == Rect2(124, 4, 24, 34)
    items.fixed_icon_size, items.icon_scale = Vector2(40, 10), 1.5
    assert items.get_item_rect(2, False) == Rect2(4, 23, 64, 19)
    items.wraparound_items = False
    items.auto_width = items.auto_height = True
    items.force_update_list_size()
    assert items.get_minimum_size() == Vector2(6 * 64 + 8, 19 + 8)


def test_the_nearest_item_is_found_as_godot_measures(items: ItemList) -> None:
    assert items.get_item_at_position(Vector2(5, 5)) == 0
    assert items.get_item_at_position(Vector2(-50, 5)) == 1
    assert items.get_item_at_position(Vector2(-50, 5), True) == -1
    assert items.get_item_at_position(Vector2(50, 900)) == 5


def test_keys_move_the_selection_in_columns(items: ItemList, hands: Hands) -> None:
    items.max_columns, items.fixed_column_width = 2, 40
    items.force_update_list_size()
    log = heard(items)
    items.select(1)
    for key in (Key.KEY_DOWN, Key.KEY_LEFT, Key.KEY_LEFT, Key.KEY_RIGHT, Key.KEY_PAGEUP):
        hands.key(key)
    assert log == [3, 2, 3, 1]
    hands.key(Key.KEY_ENTER)
    assert log[-1] == "activated 1"


def test_shift_selects_from_where_it_began(items: ItemList, hands: Hands) -> None:
    items.select_mode = ItemList.SELECT_MULTI
    log = heard(items)
    items.select(0)
    hands.key(Key.KEY_UP, shift_pressed=True)
    assert log == []
    items.select(2)
    hands.key(Key.KEY_RIGHT, shift_pressed=True)
    assert log == [(0, True), (1, True), (3, True)]
    hands.key(Key.KEY_LEFT, shift_pressed=True)
    assert log[3:] == [(3, False)]
    items.deselect_all()
    with expect_error("Index p_from = -1 is out of bounds (items.size() = 6)."):
        hands.key(Key.KEY_DOWN, shift_pressed=True)


def test_space_toggles_where_several_can_be_selected(items: ItemList, hands: Hands) -> None:
    items.select_mode = ItemList.SELECT_TOGGLE
    log = heard(items)
    hands.key(Key.KEY_DOWN)
    hands.key(Key.KEY_DOWN)
    hands.key(Key.KEY_SPACE, unicode=32)
    hands.key(Key.KEY_SPACE, unicode=32)
    assert log == [(1, True), (1, False)]


def test_typing_searches(items: ItemList, hands: Hands) -> None:
    items.set_item_text(4, "Zebra")
    items.set_item_text(5, "zoo")
    log = heard(items)
    hands.key(Key.KEY_Z, unicode=ord("z"))
    assert log == [4]
    hands.key(Key.KEY_O, unicode=ord("o"))
    assert log == [4, 5]
    items.allow_search = False
    hands.key(Key.KEY_I, unicode=ord("i"))
    assert log == [4, 5]


def test_the_wheel_scrolls(tree: HeadlessTree, hands: Hands) -> None:
    items = icons(tree, Vector2(200, 100))
    hands.button(50, 50, True, 5)
    assert items.get_v_scroll_bar().value == pytest.approx(92 / 8, abs=1)
    hands.button(50, 50, True, 4)
    assert items.get_v_scroll_bar().value == 0


def test_the_current_item_is_scrolled_to_when_it_is_drawn(tree: HeadlessTree) -> None:
    items = icons(tree, Vector2(200, 100))
    items.select(5)
    items.ensure_current_is_visible()
    tree.tick()
    assert items.get_v_scroll_bar().value == 204 - 92


def test_only_rows_in_sight_are_drawn(tree: HeadlessTree) -> None:
    items = ItemList()
    items.size = Vector2(200, 100)
    for i in range(500):
        items.add_item(str(i))
    tree.add(items)
    tree.tick()
    assert 3 <= len(items._commands) < 20


def test_properties_by_number() -> None:
    items = ItemList()
    items.item_count = 2
    items.set("item_1/text", "two")
    items.set("item_1/disabled", True)
    items.set("item_7/text", "nowhere")
    assert items.get("item_1/text") == "two"
    assert items.is_item_disabled(1)
    assert items.get("item_0/text") == ""
    assert items.item_count == 2
    items.free()


def test_what_cannot_be_is_refused(items: ItemList) -> None:
    with expect_error("is out of bounds", count=5):
        items.set_item_text(99, "x")
        items.get_item_text(-1)
        items.deselect(-3)
        items.move_item(0, 99)
        items.icon_mode = 7
    items.set_item_text(-1, "last")
    assert items.get_item_text(5) == "last"
    with expect_error("is true", count=2):
        items.item_count = -1
        items.max_columns = -1
