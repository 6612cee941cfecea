"""`Tree`: rows, columns, the mouse and the keyboard. What is expected is Godot's."""

from __future__ import annotations

from typing import Any

import pytest

from engine.core.input_enums import Key
from engine.core.object import is_instance_valid
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui.tree import Tree
from engine.gui.tree_item import TreeItem
from engine.testing import HeadlessTree, expect_error
from tests.gui._hands import Hands


@pytest.fixture
def hands(tree: HeadlessTree) -> Hands:
    return Hands(tree)


@pytest.fixture
def rows(tree: HeadlessTree) -> dict[str, Any]:
    made = Tree()
    made.size = Vector2(300, 200)
    root = made.create_item()
    a = made.create_item(root)
    found = {"root": root, "a": a, "a1": a.create_child(), "a2": a.create_child()}
    found["b"] = made.create_item()
    for name, item in found.items():
        item.set_text(0, name)
    tree.add(made)
    tree.tick()
    made.grab_focus()
    return {"tree": made, **found}


def heard(made: Tree) -> list[Any]:
    log: list[Any] = []
    for name in ("cell_selected", "item_selected", "item_activated", "item_edited"):
        made.connect(name, lambda name=name: log.append(name))
    made.item_collapsed.connect(lambda item: log.append((item.get_text(0), item.collapsed)))
    made.multi_selected.connect(lambda item, at, on: log.append((item.get_text(0), at, on)))
    return log


def test_rows_lie_below_each_other(rows: dict[str, Any]) -> None:
    made = rows["tree"]
    assert made.get_item_area_rect(rows["root"]) == Rect2(0, 4, 300, 31)
    assert made.get_item_area_rect(rows["a2"], 0) == Rect2(4, 97, 292, 31)
    rows["a"].visible = False
    assert made.get_item_area_rect(rows["b"]) == Rect2(0, 35, 300, 31)
    assert made.get_item_at_position(Vector2(50, 50)) is rows["b"]
    assert made.get_item_at_position(Vector2(50, 150)) is None


def test_columns_share_what_is_free(rows: dict[str, Any]) -> None:
    made = rows["tree"]
    rows["a"].collapsed = True
    made.columns = 3
    made.column_titles_visible = True
    made.set_column_title(0, "Zero")
    for name in ("root", "a", "a1", "a2", "b"):
        rows[name].set_cell_mode(2, TreeItem.CELL_MODE_CHECK)
    made.set_column_expand(1, False)
    made.set_column_custom_minimum_width(1, 60)
    assert [made.get_column_width(at) for at in range(3)] == [126, 60, 106]
    assert made.get_item_area_rect(rows["root"], 2) == Rect2(190, 35, 106, 31)


def test_order_of_items(rows: dict[str, Any]) -> None:
    a, a1, a2, b = (rows[name] for name in ("a", "a1", "a2", "b"))
    assert a2.get_next_visible() is b
    a.collapsed = True
    assert a.get_next_visible() is b
    assert b.get_prev_visible() is a
    assert a.get_next_in_tree() is a1
    a1.move_after(b)
    assert rows["root"].get_children() == [a, b, a1]
    assert a1.get_index() == 2
    b.free()
    assert a.get_next() is a1
    with expect_error("Index p_index = 5 is out of bounds ((int)children_cache.size() = 1)."):
        assert a.get_child(5) is None
    rows["tree"].clear()
    assert not is_instance_valid(a2)


def test_mouse_selects_and_folds(rows: dict[str, Any], hands: Hands) -> None:
    log = heard(rows["tree"])
    hands.click(100, 50)
    assert log == ["cell_selected", "item_selected"]
    assert rows["tree"].get_selected() is rows["a"]
    hands.click(11, 18)
    assert log[2:] == ["cell_selected", "item_selected", ("root", True)]
    assert rows["tree"].get_selected() is rows["root"]


def test_keys_move_and_fold(rows: dict[str, Any], hands: Hands) -> None:
    made = rows["tree"]
    rows["a"].select(0)
    hands.key(Key.KEY_DOWN)
    assert made.get_selected() is rows["a1"]
    hands.key(Key.KEY_LEFT)
    assert made.get_selected() is rows["a"]
    hands.key(Key.KEY_LEFT)
    assert rows["a"].collapsed
    log = heard(made)
    hands.key(Key.KEY_ENTER)
    assert log == ["item_activated"]


def test_checks_spread(rows: dict[str, Any]) -> None:
    a1, a, root = rows["a1"], rows["a"], rows["root"]
    a.set_checked(0, True)
    told: list[Any] = []
    rows["tree"].check_propagated_to_item.connect(lambda item, at: told.append(item))
    a.propagate_check(0)
    assert told == [a, a1, rows["a2"], root]
    assert a1.is_checked(0)
    assert root.is_indeterminate(0)


def test_multi_selection(rows: dict[str, Any]) -> None:
    made = rows["tree"]
    made.select_mode = Tree.SELECT_MULTI
    rows["a"].select(0)
    rows["b"].select(0)
    assert made.get_next_selected(None) is rows["a"]
    assert made.get_next_selected(rows["a"]) is rows["b"]
    log = heard(made)
    made.set_selected(rows["a"], 0)
    assert log == ["cell_selected", ("b", 0, False)]


def test_scrolling(tree: HeadlessTree) -> None:
    made = Tree()
    made.size = Vector2(300, 200)
    made.hide_root = True
    root = made.create_item()
    for _row in range(30):
        made.create_item(root)
    tree.add(made)
    made.scroll_to_item(root.get_child(29))
    assert made.get_scroll() == Vector2(0, 739)
    assert made.get_column_width(0) == 280
    root.get_child(15).select(0)
    made.ensure_cursor_is_visible()
    assert made.get_scroll() == Vector2(0, 465)
    assert made.get_combined_minimum_size() == Vector2(16, 17)
