"""`TabBar` and `TabContainer`: sizes, scrolling, the current tab. The numbers are Godot's."""

from __future__ import annotations

from typing import Any

import pytest

from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui.label import Label
from engine.gui.tab_bar import TabBar
from engine.gui.tab_container import TabContainer
from engine.testing import HeadlessTree, expect_error
from tests.gui._hands import Hands


@pytest.fixture
def container(tree: HeadlessTree) -> Any:
    made = tree.add(TabContainer())
    for name in ("First", "Second", "Third"):
        page = Label()
        page.name = name
        page.text = f"page {name}"
        made.add_child(page)
    tree.tick()
    return made


def test_sizes(tree: HeadlessTree, container: TabContainer) -> None:
    bar = container.get_tab_bar()
    assert container.get_minimum_size() == Vector2(116, 54)
    assert bar.get_minimum_size() == Vector2(108, 31)
    assert bar.get_rect() == Rect2(8, 0, 108, 31)
    container.size = Vector2(400, 100)
    tree.tick()
    assert [bar.get_tab_rect(i) for i in range(3)] == [
        Rect2(0, 0, 55, 31),
        Rect2(55, 0, 76, 31),
        Rect2(131, 0, 61, 31),
    ]
    container.clip_tabs = False
    assert bar.get_minimum_size() == Vector2(192, 31)
    container.tab_alignment = TabBar.ALIGNMENT_RIGHT
    tree.tick()
    assert bar.get_rect() == Rect2(0, 0, 392, 31)
    assert bar.get_tab_rect(0).position == Vector2(200, 0)
    container.tabs_position = TabContainer.POSITION_BOTTOM
    tree.tick()
    assert bar.get_rect().position.y == 69
    assert container.get_current_tab_control().get_rect() == Rect2(0, 0, 400, 69)


def test_tabs_that_do_not_fit_are_scrolled(tree: HeadlessTree, container: TabContainer) -> None:
    container.size = Vector2(120, 100)
    tree.tick()
    bar = container.get_tab_bar()
    assert bar.get_offset_buttons_visible()
    assert bar.get_tab_offset() == 0
    container.current_tab = 2
    tree.tick()
    assert bar.get_tab_offset() == 2
    hands = Hands(tree)
    hands.click(8 + bar.size.x - 24, 15)
    assert bar.get_tab_offset() == 1


def test_buttons_within_tabs(tree: HeadlessTree) -> None:
    hands = Hands(tree)
    bar = TabBar()
    bar.clip_tabs = False
    bar.size = Vector2(400, 31)
    tree.add(bar)
    bar.add_tab("a long tab")
    bar.max_tab_width = 50
    assert bar.get_tab_rect(0).size.x == 50
    bar.max_tab_width = 0
    bar.tab_close_display_policy = TabBar.CLOSE_BUTTON_SHOW_ALWAYS
    assert bar.get_tab_rect(0).size.x == 121
    asked: list[int] = []
    bar.tab_close_pressed.connect(asked.append)
    tree.tick()
    hands.click(105, 15)
    assert asked == []  # the pointer itself is elsewhere: nothing is hovered
    hands.button(20, 15, True, 3)
    assert asked == [0]


def test_the_current_tab(tree: HeadlessTree) -> None:
    bar = tree.add(TabBar())
    log: list[Any] = []
    bar.tab_selected.connect(lambda i: log.append(f"selected {i}"))
    bar.tab_changed.connect(lambda i: log.append(f"changed {i}"))
    for title in "abc":
        bar.add_tab(title)
    assert log == ["selected 0", "changed 0"]
    with expect_error("Cannot deselect tabs"):
        bar.current_tab = -1
    with expect_error("Index p_current = 9 is out of bounds (get_tab_count() = 3)."):
        bar.current_tab = 9
    bar.set_tab_disabled(1, True)
    assert bar.select_next_available()
    assert bar.current_tab == 2
    assert not bar.select_next_available()
    bar.move_tab(2, 0)
    assert (bar.current_tab, bar.get_previous_tab(), bar.get_tab_title(0)) == (0, 1, "c")
    bar.remove_tab(0)
    assert bar.current_tab == 0
    assert log[-1] == "changed 0"
    bar.clear_tabs()
    assert (bar.current_tab, bar.get_minimum_size()) == (-1, Vector2())


def test_a_title_of_its_own_is_kept_when_the_page_is_renamed(container: TabContainer) -> None:
    container.set_tab_title(0, "Own")
    container.get_child(0).name = "Other"
    assert container.get_tab_title(0) == "Own"
    container.set_tab_title(0, "")
    assert container.get_tab_title(0) == "Other"
    assert container.get("tab_1/title") == "Second"
    container.set("tab_1/disabled", True)
    assert container.is_tab_disabled(1)


def test_dragging_moves_a_tab_with_its_page(tree: HeadlessTree, container: TabContainer) -> None:
    container.drag_to_rearrange_enabled = True
    container.size = Vector2(400, 100)
    tree.tick()
    bar = container.get_tab_bar()
    data = bar._engine_drag_data(Vector2(10, 5))
    assert bar._engine_can_drop(Vector2(150, 5), data)
    bar._engine_drop(Vector2(150, 5), data)
    assert [str(page.name) for page in container.get_children()] == ["Second", "Third", "First"]
    assert container.current_tab == 2
    assert not bar._engine_can_drop(Vector2(150, 5), {"type": "other"})
