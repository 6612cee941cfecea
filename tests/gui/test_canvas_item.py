"""`CanvasItem`: when it draws, what it records, and who hears that it moved."""

from __future__ import annotations

import math
from typing import Any

import pytest

from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.transform2d import Transform2D
from engine.core.vector2 import Vector2
from engine.gui.canvas_item import CanvasItem
from engine.gui.node_2d import Node2D
from engine.scene.node import Node
from engine.servers import canvas
from engine.testing import HeadlessTree, expect_error

RED = Color(1, 0, 0)
RGBA = (1.0, 0.0, 0.0, 1.0)
ONLY = "Drawing is only allowed inside this node's `_draw()`"


class Painter(Node2D):
    """Draws what it is given."""

    def __init__(self, paint: Any = None) -> None:
        super().__init__()
        self.paint = paint
        self.draws = 0
        self.moves = 0

    def _draw(self) -> None:
        self.draws += 1
        if self.paint is not None:
            self.paint(self)

    def _notification(self, what: int) -> None:
        self.moves += what == CanvasItem.NOTIFICATION_TRANSFORM_CHANGED


def recorded(tree: HeadlessTree, paint: Any) -> list[Any]:
    painter = tree.add(Painter(paint))
    tree.tick()
    return list(painter._commands)


# Drawing ------------------------------------------------------------------------------------------


def test_draws_once_until_it_is_asked_again(tree: HeadlessTree) -> None:
    painter = tree.add(Painter(lambda p: p.draw_rect(Rect2(0, 0, 1, 1), RED)))
    tree.tick(3)
    assert painter.draws == 1
    painter.queue_redraw()
    painter.queue_redraw()
    tree.tick(2)
    assert painter.draws == 2
    assert len(painter._commands) == 1  # what was there before is gone


def test_a_hidden_one_draws_when_it_is_shown(tree: HeadlessTree) -> None:
    painter = tree.add(Painter())
    painter.hide()
    tree.tick()
    assert painter.draws == 0
    painter.show()
    tree.tick()
    assert painter.draws == 1


def test_asking_within_draw_is_not_heard(tree: HeadlessTree) -> None:
    painter = tree.add(Painter(lambda p: p.queue_redraw()))
    tree.tick(3)
    assert painter.draws == 1


def test_an_error_in_draw_is_reported_and_the_rest_goes_on(tree: HeadlessTree) -> None:
    tree.add(Painter(lambda p: 1 / 0))
    other = tree.add(Painter())
    with expect_error("division by zero", count=1):
        tree.tick()
    assert other.draws == 1


def test_drawing_elsewhere_is_refused(tree: HeadlessTree) -> None:
    painter = tree.add(Painter())
    with expect_error(ONLY, count=2):
        painter.draw_rect(Rect2(0, 0, 1, 1), RED)
        painter.draw_line(Vector2(), Vector2(1, 1), RED)


def test_the_draw_signal_comes_before_draw(tree: HeadlessTree) -> None:
    order: list[str] = []
    painter = Painter(lambda p: order.append("_draw"))
    painter.draw.connect(lambda: order.append("signal"))
    tree.add(painter)
    tree.tick()
    assert order == ["signal", "_draw"]


@pytest.mark.parametrize(
    ("paint", "command"),
    [
        (
            lambda p: p.draw_rect(Rect2(9, 2, -8, 4), RED),
            (canvas.RECT, 1.0, 2.0, 8.0, 4.0, RGBA),
        ),
        (
            lambda p: p.draw_rect(Rect2(1, 2, 8, 4), RED, False, 2.0),
            (
                canvas.POLYLINE,
                ((1.0, 2.0), (9.0, 2.0), (9.0, 6.0), (1.0, 6.0), (1.0, 2.0)),
                RGBA,
                2.0,
                False,
            ),
        ),
        (
            lambda p: p.draw_rect(Rect2(1, 2, 8, 4), RED, False, 4.0),
            (canvas.RECT, -1.0, 0.0, 12.0, 8.0, RGBA),
        ),
        (
            lambda p: p.draw_circle(Vector2(3, 4), 5, RED),
            (canvas.CIRCLE, 3.0, 4.0, 5.0, 5.0, RGBA, False),
        ),
        (
            lambda p: p.draw_circle(Vector2(3, 4), 1, RED, False, 3.0),
            (canvas.CIRCLE, 3.0, 4.0, 2.5, 2.5, RGBA, False),
        ),
        (
            lambda p: p.draw_line(Vector2(1, 2), Vector2(3, 4), RED, 2, True),
            (canvas.LINES, ((1.0, 2.0), (3.0, 4.0)), RGBA, 2.0, True),
        ),
        (
            lambda p: p.draw_multiline([Vector2(0, 0), Vector2(1, 0)], RED),
            (canvas.LINES, ((0.0, 0.0), (1.0, 0.0)), RGBA, -1.0, False),
        ),
        (
            lambda p: p.draw_colored_polygon([Vector2(0, 0), Vector2(1, 0), Vector2(0, 1)], RED),
            (canvas.POLYGON, ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0)), RGBA, None, None),
        ),
        (
            lambda p: p.draw_set_transform(Vector2(5, 6)),
            (canvas.TRANSFORM, (1.0, 0.0, 0.0, 1.0, 5.0, 6.0)),
        ),
        (lambda p: p.draw_set_transform(Vector2()), (canvas.TRANSFORM, None)),
        (
            lambda p: p.draw_animation_slice(2, 0.5, 1),
            (canvas.SLICE, 2.0, 0.5, 1.0, 0.0),
        ),
    ],
)
def test_what_is_recorded(tree: HeadlessTree, paint: Any, command: tuple[Any, ...]) -> None:
    assert recorded(tree, paint) == [command]


def test_dashes_begin_and_end_with_one_when_aligned(tree: HeadlessTree) -> None:
    def paint(painter: Painter) -> None:
        painter.draw_dashed_line(Vector2(0, 0), Vector2(10, 0), RED, 1, 2.5)
        painter.draw_dashed_line(Vector2(0, 0), Vector2(10, 0), RED, 1, 20)

    (_, dashes, *_), (_, whole, *_) = recorded(tree, paint)
    assert dashes[0] == (0.0, 0.0)
    assert dashes[-1] == (10.0, 0.0)
    assert len(dashes) == 4
    assert whole == ((0.0, 0.0), (10.0, 0.0))


def test_an_arc_ends_where_it_says_and_goes_around_once(tree: HeadlessTree) -> None:
    def paint(painter: Painter) -> None:
        painter.draw_arc(Vector2(10, 10), 5, 0, math.pi, 3, RED)
        painter.draw_arc(Vector2(10, 10), 5, 0, 100, 5, RED)

    (_, half, *_), (_, whole, *_) = recorded(tree, paint)
    assert half[0] == (15.0, 10.0)
    assert half[1] == pytest.approx((10.0, 15.0))
    assert whole[0] == pytest.approx(whole[-1])


def test_a_width_of_a_filled_one_is_warned_of(tree: HeadlessTree) -> None:
    tree.add(Painter(lambda p: p.draw_rect(Rect2(0, 0, 1, 1), RED, True, 3)))
    with expect_error('"width" argument has no effect', count=1):
        tree.tick()


# Transforms ---------------------------------------------------------------------------------------


def test_is_told_of_moves_once_in_a_frame(tree: HeadlessTree) -> None:
    parent = tree.add(Node2D())
    painter = Painter()
    parent.add_child(painter)
    painter.set_notify_transform(True)
    tree.tick()
    assert painter.moves == 1  # it has entered
    parent.position = Vector2(1, 0)
    parent.position = Vector2(2, 0)
    painter.rotation = 1.0
    tree.tick()
    assert painter.moves == 2
    painter.get_global_transform()
    parent.position = Vector2(3, 0)
    painter.force_update_transform()
    assert painter.moves == 3
    tree.tick()
    assert painter.moves == 3


def test_the_global_transform_follows_all_above(tree: HeadlessTree) -> None:
    parent, child = tree.add(Node2D()), Node2D()
    parent.add_child(child)
    child.position = Vector2(10, 0)
    assert child.global_position == Vector2(10, 0)
    parent.position = Vector2(5, 5)
    assert child.global_position == Vector2(15, 5)
    child.top_level = True
    assert child.global_position == Vector2(10, 0)
    child.top_level = False
    parent.scale = Vector2(2, 2)
    assert child.global_position == Vector2(25, 5)


def test_a_plain_node_cuts_the_chain(tree: HeadlessTree) -> None:
    parent, between, child = tree.add(Node2D()), Node(), Node2D()
    parent.add_child(between)
    between.add_child(child)
    parent.position = Vector2(5, 5)
    assert child.global_position == Vector2.ZERO
    assert child.get_parent_item() is None


def test_outside_the_tree_there_is_no_canvas() -> None:
    item = Node2D()
    with expect_error("!is_inside_tree()", count=4):
        assert item.get_canvas_transform() == Transform2D()
        assert item.get_viewport_rect() == Rect2()
        assert item.make_canvas_position_local(Vector2(1, 2)) == Vector2(1, 2)
        assert not item.get_canvas().is_valid()
    item.free()


# Looks --------------------------------------------------------------------------------------------


def test_numbers_out_of_range_are_refused() -> None:
    item = Node2D()
    with expect_error("is true", count=3):
        item.z_index = 5000
        item.z_index = -5000
        item.clip_children = 9
    with expect_error("is out of bounds", count=3):
        item.texture_filter = 9
        item.texture_repeat = 9
        item.set_visibility_layer_bit(40, True)
    assert item.z_index == 0
    assert item.texture_filter == 0
    item.set_visibility_layer_bit(2, True)
    assert item.visibility_layer == 5
    assert item.get_visibility_layer_bit(2)
    item.free()


def test_a_texture_filter_redraws_those_that_follow_it(tree: HeadlessTree) -> None:
    parent, follows, own = tree.add(Painter()), Painter(), Painter()
    for child in (follows, own):
        parent.add_child(child)
    own.texture_filter = CanvasItem.TEXTURE_FILTER_LINEAR
    tree.tick()
    parent.texture_filter = CanvasItem.TEXTURE_FILTER_NEAREST
    tree.tick()
    assert (parent.draws, follows.draws, own.draws) == (2, 2, 1)


def test_freeing_ends_the_handle_of_its_drawing(tree: HeadlessTree) -> None:
    painter = tree.add(Painter())
    handle = painter.get_canvas_item()
    assert canvas.drawing_of(handle) is not None
    painter.free()
    assert canvas.drawing_of(handle) is None
