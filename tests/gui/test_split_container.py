"""`SplitContainer`: where children and draggers lie. The numbers are Godot's."""

from __future__ import annotations

from typing import Any

import pytest

from engine.core.vector2 import Vector2
from engine.gui._split_layout import Part, clamped, default_places
from engine.gui.control import Control
from engine.gui.split_container import HSplitContainer, SplitContainer, VSplitContainer
from engine.testing import HeadlessTree, expect_error
from tests.gui._hands import Hands, log_of


def split(tree: HeadlessTree, width: int, children: list[tuple[int, float]]) -> HSplitContainer:
    """A container with a gap of 10, and children by minimum width and stretch ratio."""
    made = HSplitContainer()
    made.size = Vector2(width, 50)
    made.add_theme_constant_override("separation", 10)
    for minimum, ratio in children:
        child = Control()
        child.custom_minimum_size = Vector2(minimum, 5)
        if ratio:
            child.size_flags_horizontal = Control.SIZE_EXPAND_FILL
            child.size_flags_stretch_ratio = ratio
        made.add_child(child)
    return tree.add(made)


def widths(container: SplitContainer) -> list[float]:
    return [child.size.x for child in container.get_children()]


@pytest.mark.parametrize(
    ("children", "offsets", "expected"),
    [
        ([(10, 3), (10, 1)], [], [220, 70]),
        ([(30, 0), (40, 0), (50, 0)], [], [30, 40, 210]),
        ([(30, 1), (40, 0), (50, 0)], [], [190, 40, 50]),
        ([(30, 1), (40, 1), (50, 1)], [], [93, 93, 94]),
        ([(30, 1), (40, 2), (50, 3)], [], [46, 94, 140]),
        ([(30, 1), (40, 0), (50, 1)], [], [120, 40, 120]),
        ([(200, 1), (10, 1), (10, 1)], [], [200, 40, 40]),
        ([(30, 0), (40, 0), (50, 0)], [20, 30], [30, 40, 210]),
        ([(30, 0), (40, 0), (50, 0)], [200, 100], [190, 40, 50]),
        ([(30, 0), (40, 0), (50, 0)], [0, 200], [30, 160, 90]),
        ([(30, 1), (40, 1), (50, 1)], [0, -200], [93, 40, 147]),
        ([(30, 1), (40, 1), (50, 1)], [100, -100], [190, 40, 50]),
        ([(30, 1), (40, 1), (50, 0)], [0, -20], [115, 115, 50]),
        ([(60, 1)], [], [300]),
    ],
)
def test_widths(
    tree: HeadlessTree, children: list[Any], offsets: list[int], expected: list[int]
) -> None:
    container = split(tree, 300, children)
    if offsets:
        container.split_offsets = offsets
    tree.tick()
    assert widths(container) == expected


def test_dragging(tree: HeadlessTree) -> None:
    hands = Hands(tree)
    container = split(tree, 300, [(30, 1), (40, 1), (50, 1)])
    heard = log_of(container, "drag_started", "dragged", "drag_ended")
    tree.tick()
    hands.move(201, 25)
    hands.button(201, 25, True)
    hands.move(221, 25, 1)
    hands.button(221, 25, False)
    tree.tick()
    assert list(container.split_offsets) == [0, 20]
    assert widths(container) == [93, 113, 74]
    assert heard == ["drag_started", "dragged", "drag_ended"]


def test_children_keep_their_widths_when_others_go_and_come(tree: HeadlessTree) -> None:
    container = split(tree, 300, [(30, 1), (40, 1), (50, 1)])
    container.split_offsets = [10, 20]
    tree.tick()
    first = container.get_child(0)
    container.remove_child(first)
    tree.tick()
    assert widths(container) == [159, 131]
    assert list(container.split_offsets) == [14]
    container.add_child(first)
    tree.tick()
    assert widths(container) == [107, 79, 94]
    container.move_child(first, 0)
    tree.tick()
    assert widths(container) == [94, 107, 79]
    assert list(container.split_offsets) == [1, 15]


def test_hidden_children_and_collapsing(tree: HeadlessTree) -> None:
    container = split(tree, 300, [(30, 1), (40, 1)])
    container.split_offset = 20
    tree.tick()
    assert widths(container) == [165, 125]
    container.collapsed = True
    tree.tick()
    assert widths(container) == [145, 145]
    assert not container.get_drag_area_control().visible
    container.get_child(1).hide()
    tree.tick()
    assert container.get_child(0).size.x == 300
    assert container.get_combined_minimum_size() == Vector2(30, 5)


def test_drag_areas_are_as_thick_as_the_theme_says(tree: HeadlessTree) -> None:
    container = split(tree, 300, [(30, 1), (40, 1)])
    container.add_theme_constant_override("minimum_grab_thickness", 30)
    container.drag_area_margin_begin = 5
    container.drag_area_margin_end = 7
    container.drag_area_offset = 3
    tree.tick()
    area = container.get_drag_area_control()
    assert (area.position, area.size) == (Vector2(138, 5), Vector2(30, 38))
    container.dragger_visibility = SplitContainer.DRAGGER_HIDDEN_COLLAPSED
    tree.tick()
    assert widths(container) == [150, 150]


def test_only_the_plain_class_turns() -> None:
    plain, upright = SplitContainer(), VSplitContainer()
    plain.vertical = True
    with expect_error("Can't change orientation of VSplitContainer."):
        upright.vertical = False
    assert plain.vertical
    assert upright.vertical
    with expect_error("p_priority_index = 5 is out of bounds (split_offsets.size() = 1)"):
        plain.clamp_split_offset(5)
    plain.free()
    upright.free()


def test_pushing_starts_at_the_dragger_that_counts_first() -> None:
    parts = [Part(30, 1.0), Part(40, 1.0), Part(50, 1.0)]
    assert default_places(parts, 300, 10) == [93, 196]
    assert clamped([150, 100], parts, 300, 10, 0) == [150, 200]
    assert clamped([150, 100], parts, 300, 10, 1) == [50, 100]
