"""The frame of a viewport: what is in it, in which order, and when it is made anew."""

from __future__ import annotations

from typing import Any

import pytest

from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui._draw_list import both, box_of, frame_of, multiply
from engine.gui.canvas_item import CanvasItem
from engine.gui.canvas_layer import CanvasLayer
from engine.gui.color_rect import ColorRect
from engine.gui.node_2d import Node2D
from engine.scene.node import Node
from engine.servers import canvas
from engine.testing import HeadlessTree


class Dot(Node2D):
    """Draws one rectangle of its own width, by which it is known."""

    def __init__(self, mark: int) -> None:
        super().__init__()
        self.mark = mark

    def _draw(self) -> None:
        self.draw_rect(Rect2(0, 0, self.mark, 1), Color(1, 1, 1))


@pytest.fixture
def root(tree: HeadlessTree) -> Any:
    tree.root.size = Vector2i(100, 80)
    return tree.root


def dot(parent: Node, mark: int, **settings: Any) -> Dot:
    made = Dot(mark)
    for name, value in settings.items():
        setattr(made, name, value)
    parent.add_child(made)
    return made


def marks(root: Any) -> list[int]:
    return [int(entry.drawing[0][3]) for entry in frame_of(root).entries if entry.drawing]


def test_parents_come_before_children_and_siblings_in_order(tree: HeadlessTree, root: Any) -> None:
    first = dot(root, 1)
    dot(first, 2)
    dot(root, 4)
    dot(first, 3)
    tree.tick()
    assert marks(root) == [1, 2, 3, 4]
    first.move_to_front()
    assert marks(root) == [4, 1, 2, 3]


def test_order_by_z_layers_and_behind(tree: HeadlessTree, root: Any) -> None:
    below, above = CanvasLayer(), CanvasLayer()
    below.layer, above.layer = -1, 5
    root.add_child(above)
    root.add_child(below)
    dot(above, 9)
    dot(below, 1)
    first = dot(root, 3)
    dot(first, 2, show_behind_parent=True)
    dot(first, 6, z_index=1)
    deep = dot(first, 4, z_index=-1)
    dot(deep, 7, z_index=3)
    dot(deep, 8, z_index=2, z_as_relative=False)
    dot(root, 5)
    tree.tick()
    assert marks(root) == [1, 4, 2, 3, 5, 6, 7, 8, 9]


def test_top_level_items_come_after_the_tree_they_are_in(tree: HeadlessTree, root: Any) -> None:
    first = dot(root, 1, position=Vector2(50, 0))
    dot(first, 3, top_level=True)
    dot(first, 2)
    dot(root, 4)
    tree.tick()
    assert marks(root) == [1, 2, 3, 4]
    assert frame_of(root).entries[2].matrix == canvas.IDENTITY


def test_y_sorting_goes_through_sorted_children(tree: HeadlessTree, root: Any) -> None:
    ground = dot(root, 3, y_sort_enabled=True)
    dot(ground, 5, position=Vector2(0, 30))
    group = dot(ground, 4, position=Vector2(0, 5), y_sort_enabled=True)
    dot(group, 2, position=Vector2(0, -10))
    dot(ground, 1, position=Vector2(0, -20))
    tree.tick()
    assert marks(root) == [1, 2, 3, 4, 5]


def test_transforms_and_colours_multiply(tree: HeadlessTree, root: Any) -> None:
    parent = dot(root, 1, position=Vector2(10, 20), scale=Vector2(2, 2))
    parent.modulate = Color(0.5, 1, 1, 0.5)
    parent.self_modulate = Color(1, 0.5, 1)
    dot(parent, 2, position=Vector2(1, 1))
    tree.tick()
    first, second = frame_of(root).entries
    assert first.matrix == (2.0, 0.0, 0.0, 2.0, 10.0, 20.0)
    assert second.matrix == (2.0, 0.0, 0.0, 2.0, 12.0, 22.0)
    assert first.modulate == (0.5, 0.5, 1.0, 0.5)
    assert second.modulate == (0.5, 1.0, 1.0, 0.5)


def test_hidden_layers_and_items_are_left_out(tree: HeadlessTree, root: Any) -> None:
    layer = CanvasLayer()
    root.add_child(layer)
    dot(layer, 3)
    parent = dot(root, 1)
    dot(parent, 2)
    tree.tick()
    parent.hide()
    assert marks(root) == [3]
    layer.hide()
    assert marks(root) == []


def test_a_control_cuts_what_lies_in_it(tree: HeadlessTree, root: Any) -> None:
    outer, inner = ColorRect(), ColorRect()
    outer.clip_contents = True
    outer.position, outer.size = Vector2(10, 10), Vector2(20, 20)
    inner.clip_contents = True
    inner.position, inner.size = Vector2(15, -5), Vector2(20, 20)
    root.add_child(outer)
    outer.add_child(inner)
    tree.tick()
    assert [entry.clip for entry in frame_of(root).entries] == [
        (10.0, 10.0, 30.0, 30.0),
        (25.0, 10.0, 30.0, 25.0),
    ]


def test_a_mask_encloses_the_children(tree: HeadlessTree, root: Any) -> None:
    parent = dot(root, 1, clip_children=CanvasItem.CLIP_CHILDREN_ONLY)
    dot(parent, 2)
    tree.tick()
    roles = [entry.role for entry in frame_of(root).entries]
    assert roles == [canvas.HIDDEN_MASK, canvas.PAINTED, canvas.ENDS_MASK]


def test_a_frame_stays_while_only_drawings_change(tree: HeadlessTree, root: Any) -> None:
    item = dot(root, 1)
    tree.tick()
    before = frame_of(root)
    version = item._commands.version
    item.queue_redraw()
    tree.tick()
    assert frame_of(root) is before
    assert item._commands.version > version
    item.position = Vector2(1, 1)
    assert frame_of(root) is not before


def test_one_that_starts_to_draw_gets_into_the_frame(tree: HeadlessTree, root: Any) -> None:
    class Later(Node2D):
        shown = False

        def _draw(self) -> None:
            if self.shown:
                self.draw_rect(Rect2(0, 0, 7, 1), Color())

    item = tree.add(Later())
    tree.tick()
    assert marks(root) == []
    item.shown = True
    item.queue_redraw()
    tree.tick()
    assert marks(root) == [7]


def test_arithmetic_of_matrices_and_boxes() -> None:
    turn = (0.0, 1.0, -1.0, 0.0, 5.0, 6.0)
    move = (1.0, 0.0, 0.0, 1.0, 2.0, 3.0)
    assert multiply(move, turn) == (0.0, 1.0, -1.0, 0.0, 7.0, 9.0)
    assert multiply(turn, move) == (0.0, 1.0, -1.0, 0.0, 2.0, 8.0)
    assert box_of(turn, 0.0, 0.0, 2.0, 4.0) == (1.0, 6.0, 5.0, 8.0)
    assert both((0, 0, 4, 4), (2, 1, 9, 3)) == (2, 1, 4, 3)
    assert both((0, 0, 4, 4), (6, 6, 9, 9)) == (6, 6, 6, 6)
    assert both((0, 0, 4, 4), None) == (0, 0, 4, 4)
