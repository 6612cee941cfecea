"""Controls as Python scripts use them: virtual methods, events, themes, what ends in between."""

from __future__ import annotations

from typing import Any

import pytest

from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.signal import Signal
from engine.core.vector2 import Vector2
from engine.gui.box_container import HBoxContainer, VBoxContainer
from engine.gui.container import Container
from engine.gui.control import Control
from engine.gui.label import Label
from engine.gui.margin_container import MarginContainer
from engine.gui.theme import Theme
from engine.gui.theme_db import ThemeDB
from engine.testing import HeadlessTree, expect_error
from tests.gui._hands import Hands, log_of


@pytest.fixture
def hands(tree: HeadlessTree) -> Hands:
    return Hands(tree)


class Circle(Control):
    """Takes points inside a circle only, and needs room."""

    heard = Signal("what")

    def __init__(self) -> None:
        super().__init__()
        self.events: list[str] = []
        self.stops = False

    def _has_point(self, point: Vector2) -> bool:
        return point.distance_to(self.size / 2) < self.size.x / 2

    def _get_minimum_size(self) -> Vector2:
        return Vector2(40, 40)

    def _gui_input(self, event: Any) -> None:
        self.events.append(event.get_class())
        if self.stops:
            self.accept_event()


class Broken(Control):
    """Fails wherever it is asked."""

    def _has_point(self, point: Vector2) -> bool:
        raise ValueError("no point")

    def _get_minimum_size(self) -> Vector2:
        raise ValueError("no size")

    def _gui_input(self, event: Any) -> None:
        raise ValueError("no event")

    def _get_drag_data(self, at_position: Vector2) -> Any:
        raise ValueError("no data")


class Stack(Container):
    """A container in Python: children on top of each other, each a little lower."""

    def __init__(self) -> None:
        super().__init__()
        self.sorted = 0

    def _notification(self, what: int) -> None:
        if what == Container.NOTIFICATION_SORT_CHILDREN:
            self.sorted += 1
            for i, child in enumerate(self.get_children()):
                self.fit_child_in_rect(child, Rect2(0, 10 * i, self.size.x, 10))


def test_a_script_decides_its_shape_and_its_minimum_size(tree: HeadlessTree, hands: Hands) -> None:
    circle = tree.add(Circle())
    assert circle.size == Vector2(40, 40)
    hands.move(1, 1)
    assert tree.root.gui_get_hovered_control() is None
    hands.move(20, 20)
    assert tree.root.gui_get_hovered_control() is circle
    hands.click(20, 20)
    assert circle.events == ["InputEventMouseMotion", *["InputEventMouseButton"] * 2]


def test_accepting_an_event_ends_its_way(tree: HeadlessTree, hands: Hands) -> None:
    outer = tree.add(Circle())
    outer.size = Vector2(100, 100)
    inner = Circle()
    inner.mouse_filter = Control.MOUSE_FILTER_PASS
    inner.position = Vector2(30, 30)
    outer.add_child(inner)
    hands.click(50, 50)
    assert (len(inner.events), len(outer.events)) == (2, 2)
    inner.stops = True
    hands.click(50, 50)
    assert (len(inner.events), len(outer.events)) == (4, 2)


def test_what_a_script_raises_is_reported_and_all_goes_on(tree: HeadlessTree, hands: Hands) -> None:
    broken = Broken()
    with (
        expect_error("no size"),
        expect_error("no point"),
        expect_error("no event"),
        expect_error("no data"),
    ):
        broken.size = Vector2(50, 50)
        tree.add(broken)
        hands.move(10, 10)
        hands.button(10, 10, True)
        hands.move(40, 40, 1)
        hands.button(40, 40, False)
        tree.tick()
        assert tree.root.gui_get_hovered_control() is broken


def test_a_container_in_python_sorts_once_for_many_changes(tree: HeadlessTree) -> None:
    stack = Stack()
    for _ in range(3):
        stack.add_child(Control())
    tree.add(stack)
    tree.tick()
    before = stack.sorted
    stack.size = Vector2(200, 100)
    stack.get_child(0).size_flags_horizontal = Control.SIZE_SHRINK_END
    stack.move_child(stack.get_child(2), 0)
    assert stack.sorted == before
    tree.tick()
    assert stack.sorted == before + 1
    assert [c.position.y for c in stack.get_children()] == [0.0, 10.0, 20.0]
    assert stack.get_child(1).position.x == 200.0


def test_freeing_a_child_makes_room(tree: HeadlessTree) -> None:
    box = HBoxContainer()
    for width in (30, 40, 50):
        child = Control()
        child.custom_minimum_size = Vector2(width, 10)
        box.add_child(child)
    tree.add(box)
    tree.tick()
    assert box.get_combined_minimum_size() == Vector2(128, 10)
    box.get_child(1).free()
    tree.tick()
    assert box.get_combined_minimum_size() == Vector2(84, 10)
    assert box.get_child(1).position == Vector2(34, 0)


def test_sizes_go_up_through_containers(tree: HeadlessTree) -> None:
    margin, column, row, leaf = MarginContainer(), VBoxContainer(), HBoxContainer(), Control()
    margin.add_theme_constant_override("margin_left", 7)
    margin.add_child(column)
    column.add_child(row)
    row.add_child(leaf)
    tree.add(margin)
    tree.tick()
    heard = log_of(margin, "minimum_size_changed", "resized")
    leaf.custom_minimum_size = Vector2(100, 20)
    assert margin.get_combined_minimum_size() == Vector2(107, 20)
    assert heard == []
    tree.tick()
    assert heard == ["resized", "minimum_size_changed"]
    assert margin.size == Vector2(107, 20)


def test_a_control_may_free_itself_in_an_event(tree: HeadlessTree, hands: Hands) -> None:
    class Leaving(Control):
        def _gui_input(self, event: Any) -> None:
            self.get_parent().remove_child(self)

    leaving = Leaving()
    leaving.focus_mode = Control.FOCUS_ALL
    leaving.size = Vector2(50, 50)
    tree.add(leaving)
    hands.button(10, 10, True)
    assert not leaving.is_inside_tree()
    assert tree.root.gui_get_focus_owner() is None
    hands.button(10, 10, False)
    leaving.free()


def test_overrides_are_properties_too(tree: HeadlessTree) -> None:
    label = tree.add(Label())
    heard = log_of(label, "theme_changed")
    label.set("theme_override_colors/font_color", Color.RED)
    assert label.get_theme_color("font_color") == Color.RED
    assert label.get("theme_override_colors/font_color") == Color.RED
    label.set("theme_override_colors/font_color", None)
    assert label.get_theme_color("font_color") == Color.WHITE
    assert heard == ["theme_changed"] * 2


def test_themes_reach_down(tree: HeadlessTree) -> None:
    theme = Theme()
    theme.set_constant("separation", "BoxContainer", 11)
    outer, inner = Control(), HBoxContainer()
    outer.theme = theme
    tree.add(outer)
    assert inner.get_theme_constant("separation") == 4
    outer.add_child(inner)
    assert inner.get_theme_constant("separation") == 11
    outer.remove_child(inner)
    assert inner.get_theme_constant("separation") == 11  # as known, until it enters again
    tree.add(inner)
    assert inner.get_theme_constant("separation") == 4


def test_the_default_theme_has_its_values() -> None:
    theme = ThemeDB.get_default_theme()
    normal = theme.get_stylebox("normal", "Button")
    assert normal.get_minimum_size() == Vector2(8, 8)
    assert normal.bg_color == Color(0.1, 0.1, 0.1, 0.6)
    assert theme.get_color("font_color", "Button") == Color(0.875, 0.875, 0.875)
    assert theme.get_constant("title_height", "Window") == 36
    assert theme.get_icon("checked", "CheckBox").get_size() == Vector2(16, 16)
    assert theme.get_type_variation_base("TooltipPanel") == "PopupPanel"
    assert theme.get_font_size("font_size", "HeaderLarge") == 28


def test_layouts_from_the_right_mirror_positions(tree: HeadlessTree) -> None:
    outer, child = Control(), Control()
    outer.size = Vector2(200, 50)
    outer.layout_direction = Control.LAYOUT_DIRECTION_RTL
    outer.add_child(child)
    tree.add(outer)
    child.size = Vector2(30, 10)
    child.position = Vector2(5, 0)
    assert child.is_layout_rtl()
    assert child.offset_left == 165.0
    assert child.position == Vector2(5, 0)


def test_a_shortcut_context_shuts_others_out(tree: HeadlessTree) -> None:
    outer, inner, other = Control(), Control(), Control()
    for control in (inner, other):
        control.focus_mode = Control.FOCUS_ALL
    outer.add_child(inner)
    tree.add(outer)
    tree.add(other)
    inner.shortcut_context = outer
    other.grab_focus()
    assert not inner.is_focus_owner_in_shortcut_context()
    inner.grab_focus()
    assert inner.is_focus_owner_in_shortcut_context()


def test_taking_over_a_click(tree: HeadlessTree, hands: Hands) -> None:
    first, second = Circle(), Circle()
    for x, circle in enumerate((first, second)):
        circle.position = Vector2(100 * x, 0)
        tree.add(circle)
    hands.button(20, 20, True)
    second.grab_click_focus()
    tree.tick()
    hands.move(300, 300, 1)
    hands.button(300, 300, False)
    assert first.events == ["InputEventMouseButton"]
    assert second.events == ["InputEventMouseMotion", "InputEventMouseButton"]
