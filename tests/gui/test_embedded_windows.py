"""Windows inside a viewport: showing, focus, dragging, closing."""

from __future__ import annotations

import pytest

from engine.core.rect2i import Rect2i
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui._draw_list import frame_of
from engine.gui.control import Control
from engine.scene.window import Window
from engine.servers.canvas import RECT
from engine.testing import HeadlessTree, expect_error
from tests.gui._hands import Hands, log_of


@pytest.fixture
def hands(tree: HeadlessTree) -> Hands:
    return Hands(tree)


def window(tree: HeadlessTree, x: int, y: int, parent: Window | None = None) -> Window:
    made = Window()
    made.position = Vector2i(x, y)
    made.size = Vector2i(200, 100)
    (parent or tree.root).add_child(made)
    return made


def embedded(tree: HeadlessTree) -> list[Window]:
    return list(tree.root.get_embedded_subwindows())


# Focus --------------------------------------------------------------------------------------------


def test_a_new_window_gets_the_focus(tree: HeadlessTree, hands: Hands) -> None:
    heard = log_of(tree.root, "focus_exited", "focus_entered")
    first = window(tree, 50, 60)
    assert (first.has_focus(), Window.get_focused_window(), heard) == (
        True,
        first,
        ["focus_exited"],
    )
    first.hide()
    assert (first.has_focus(), Window.get_focused_window()) == (False, tree.root)
    assert heard == ["focus_exited", "focus_entered"]


def test_a_click_brings_a_window_to_the_front(tree: HeadlessTree, hands: Hands) -> None:
    first, second = window(tree, 50, 60), window(tree, 400, 300)
    assert embedded(tree) == [first, second]
    hands.click(60, 70)
    assert embedded(tree) == [second, first]
    assert first.has_focus()
    hands.click(900, 20)
    assert not first.has_focus()


def test_some_windows_stay_in_front(tree: HeadlessTree, hands: Hands) -> None:
    top, plain = window(tree, 50, 60), window(tree, 400, 300)
    top.always_on_top = True
    plain.grab_focus()
    top.grab_focus()
    plain.grab_focus()
    assert embedded(tree) == [plain, top]


def test_the_order_of_signals(tree: HeadlessTree, hands: Hands) -> None:
    names = ("focus_entered", "focus_exited", "size_changed", "visibility_changed")
    first = window(tree, 50, 60)
    heard = log_of(first, *names)
    first.hide()
    first.show()
    assert heard == [
        "focus_exited",
        "size_changed",
        "visibility_changed",
        "focus_entered",
        "size_changed",
        "visibility_changed",
    ]


def test_an_unfocusable_window(tree: HeadlessTree, hands: Hands) -> None:
    first = window(tree, 50, 60)
    second = Window()
    second.unfocusable = True
    tree.root.add_child(second)
    assert (first.has_focus(), second.has_focus(), embedded(tree)) == (
        True,
        False,
        [first, second],
    )


def test_the_main_window_cannot_be_hidden(tree: HeadlessTree) -> None:
    with expect_error("Can't change visibility of main window."):
        tree.root.visible = False


# Dragging -----------------------------------------------------------------------------------------


def test_the_title_moves_it(tree: HeadlessTree, hands: Hands) -> None:
    first = window(tree, 100, 100)
    hands.button(150, 80, True)
    hands.move(170, 110, 1)
    hands.button(170, 110, False)
    hands.move(400, 400)
    assert first.position == Vector2i(120, 130)


@pytest.mark.parametrize(
    ("start", "rect"),
    [
        ((98, 150), Rect2i(111, 100, 189, 100)),
        ((302, 150), Rect2i(100, 100, 211, 100)),
        ((150, 202), Rect2i(100, 100, 200, 107)),
        ((98, 202), Rect2i(111, 100, 189, 107)),
        ((302, 62), Rect2i(100, 107, 211, 93)),
        ((94, 150), Rect2i(100, 100, 200, 100)),
    ],
)
def test_edges_resize_it(
    tree: HeadlessTree, hands: Hands, start: tuple[int, int], rect: Rect2i
) -> None:
    first = window(tree, 100, 100)
    x, y = start
    hands.button(x, y, True)
    hands.move(x + 11, y + 7, 1)
    assert Rect2i(first.position, first.size) == rect


def test_least_and_greatest_size_hold(tree: HeadlessTree, hands: Hands) -> None:
    first = window(tree, 100, 100)
    first.min_size, first.max_size = Vector2i(150, 80), Vector2i(250, 120)
    hands.button(302, 202, True)
    hands.move(900, 500, 1)
    assert first.size == Vector2i(250, 120)
    hands.move(0, 0, 1)
    assert first.size == Vector2i(150, 80)


def test_the_cross_asks_to_close(tree: HeadlessTree, hands: Hands) -> None:
    first = window(tree, 100, 100)
    heard = log_of(first, "close_requested")
    hands.button(290, 84, True)
    hands.button(400, 400, False)
    hands.click(290, 84)
    assert (heard, first.visible) == (["close_requested"], True)


def test_a_borderless_window_has_no_title(tree: HeadlessTree, hands: Hands) -> None:
    first = window(tree, 100, 100)
    first.borderless = True
    hands.button(150, 80, True)
    hands.move(170, 110, 1)
    assert first.position == Vector2i(100, 100)


# Input --------------------------------------------------------------------------------------------


def test_the_focused_window_gets_all_input(tree: HeadlessTree, hands: Hands) -> None:
    first = window(tree, 100, 100)
    content = Control()
    content.set_anchors_and_offsets_preset(Control.PRESET_FULL_RECT)
    first.add_child(content)
    tree.tick()
    heard: list[tuple[float, float]] = []
    content.gui_input.connect(lambda event: heard.append(tuple(event.position)))
    hands.button(150, 150, True)
    hands.move(500, 500, 1)
    assert heard == [(50, 50), (400, 400)]


def test_the_mouse_enters_and_leaves(tree: HeadlessTree, hands: Hands) -> None:
    first = window(tree, 100, 100)
    heard = log_of(first, "mouse_entered", "mouse_exited")
    hands.move(150, 150)
    hands.move(150, 80)
    assert heard == ["mouse_entered", "mouse_exited"]


def test_an_exclusive_child_takes_the_input(tree: HeadlessTree, hands: Hands) -> None:
    first = window(tree, 100, 100)
    child = window(tree, 500, 300, first)
    child.transient = child.exclusive = True
    heard = log_of(first, "close_requested", "window_input")
    hands.click(290, 84)
    assert heard == []
    assert tree.root.get_last_exclusive_window() is tree.root
    assert first.get_last_exclusive_window() is child
    child.hide()
    hands.click(290, 84)
    assert heard == ["close_requested"]


# Popping up ---------------------------------------------------------------------------------------


def test_where_windows_pop_up(tree: HeadlessTree, hands: Hands) -> None:
    first = window(tree, 0, 0)
    first.hide()
    first.popup(Rect2i(10, 20, 60, 70))
    places = [Rect2i(first.position, first.size)]
    first.popup_centered(Vector2i(301, 203))
    places.append(Rect2i(first.position, first.size))
    first.popup_centered_ratio(0.5)
    places.append(Rect2i(first.position, first.size))
    first.popup_centered_clamped(Vector2i(2000, 100))
    places.append(Rect2i(first.position, first.size))
    assert places == [
        Rect2i(10, 20, 60, 70),
        Rect2i(361, 198, 301, 203),
        Rect2i(256, 150, 512, 300),
        Rect2i(128, 250, 768, 100),
    ]


def test_a_window_off_the_view_comes_back(tree: HeadlessTree, hands: Hands) -> None:
    first = window(tree, 0, 0)
    with expect_error("Window 0 spawned at invalid position: (3000, 3000)."):
        first.popup(Rect2i(3000, 3000, 100, 100))
    assert first.position == Vector2i(462, 250)


def test_it_wraps_its_controls(tree: HeadlessTree, hands: Hands) -> None:
    first = window(tree, 0, 0)
    content = Control()
    content.custom_minimum_size = Vector2(333, 222)
    first.add_child(content)
    first.wrap_controls = True
    assert first.size == Vector2i(333, 222)
    first.size = Vector2i(10, 10)
    assert first.size == Vector2i(333, 222)


# Drawing ------------------------------------------------------------------------------------------


def test_a_frame_lies_below_the_contents(tree: HeadlessTree, hands: Hands) -> None:
    first = window(tree, 100, 100)
    first.title = "Title"
    tree.tick()
    plain = frame_of(tree.root)
    ground = plain.entries[-1].drawing
    assert ground[-1][:5] == (RECT, 100.0, 100.0, 200.0, 100.0)
    assert len(ground) == 4  # border, title, cross, ground
    first.borderless = True
    changed = frame_of(tree.root)
    assert changed is not plain
    assert len(changed.entries[-1].drawing) == 1
    first.hide()
    assert frame_of(tree.root).entries == []
