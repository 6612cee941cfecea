"""`ScrollContainer`: what is seen, the bars, the wheel, fingers, and following the focus."""

from __future__ import annotations

from typing import Any

import pytest

from engine.core.input import Input
from engine.core.input_enums import MouseButton
from engine.core.input_event_gesture import InputEventPanGesture
from engine.core.input_event_mouse import InputEventMouseButton
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui.box_container import VBoxContainer
from engine.gui.control import Control
from engine.gui.scroll_container import ScrollContainer
from engine.gui.style_box_flat import StyleBoxFlat
from engine.testing import HeadlessTree, expect_error
from tests.gui._hands import Hands

DISABLED, AUTO, ALWAYS, NEVER, RESERVE = range(5)
UP, DOWN, LEFT, RIGHT = (
    MouseButton.MOUSE_BUTTON_WHEEL_UP,
    MouseButton.MOUSE_BUTTON_WHEEL_DOWN,
    MouseButton.MOUSE_BUTTON_WHEEL_LEFT,
    MouseButton.MOUSE_BUTTON_WHEEL_RIGHT,
)


class Room:
    """A scroll container of 200 x 100 with one child."""

    def __init__(self, tree: HeadlessTree) -> None:
        self.tree = tree
        self.hands = Hands(tree)
        self.scroll = ScrollContainer()
        self.scroll.size = Vector2(200, 100)
        tree.add(self.scroll)
        self.child = Control()
        self.scroll.add_child(self.child)

    def holds(self, width: float, height: float) -> None:
        self.child.custom_minimum_size = Vector2(width, height)
        self.tree.tick(2)

    def wheel(self, button: int, *, shift: bool = False, factor: float = 1.0) -> None:
        event = InputEventMouseButton()
        event.position = event.global_position = Vector2(50, 50)
        event.button_index = button
        event.pressed = True
        event.shift_pressed = shift
        event.factor = factor
        self.tree.root.push_input(event)
        self.tree.tick(2)

    def state(self) -> tuple[int, int]:
        return self.scroll.scroll_horizontal, self.scroll.scroll_vertical

    def bars(self) -> tuple[bool, bool]:
        return self.scroll.get_h_scroll_bar().visible, self.scroll.get_v_scroll_bar().visible


@pytest.fixture
def room(tree: HeadlessTree) -> Room:
    return Room(tree)


class TestLayout:
    def test_bars_appear_when_they_are_needed(self, room: Room) -> None:
        room.holds(50, 40)
        assert room.bars() == (False, False)
        room.holds(195, 300)
        assert room.bars() == (False, True)
        room.holds(250, 300)
        assert room.bars() == (True, True)

    def test_the_child_gets_what_is_left(self, room: Room) -> None:
        room.child.size_flags_horizontal = room.child.size_flags_vertical = Control.SIZE_EXPAND_FILL
        room.holds(50, 40)
        assert room.child.get_rect() == Rect2(0, 0, 200, 100)
        room.holds(50, 300)
        assert room.child.get_rect() == Rect2(0, 0, 192, 300)

    @pytest.mark.parametrize(
        ("mode", "bars", "least"),
        [
            (DISABLED, (False, True), 258.0),
            (AUTO, (True, True), 0.0),
            (ALWAYS, (True, True), 0.0),
            (NEVER, (False, True), 0.0),
            (RESERVE, (True, True), 0.0),
        ],
    )
    def test_modes(self, room: Room, mode: int, bars: tuple[bool, bool], least: float) -> None:
        room.scroll.horizontal_scroll_mode = mode
        room.holds(250, 300)
        assert room.bars() == bars
        assert room.scroll.get_combined_minimum_size() == Vector2(least, 0)

    def test_room_may_be_kept_for_a_bar(self, room: Room) -> None:
        room.scroll.vertical_scroll_mode = RESERVE
        room.child.size_flags_horizontal = Control.SIZE_EXPAND_FILL
        room.holds(50, 40)
        assert room.bars() == (False, False)
        assert room.child.size.x == 192.0

    def test_bars_lie_inside_the_panel(self, room: Room) -> None:
        box = StyleBoxFlat()
        box.set_content_margin_all(7)
        room.scroll.add_theme_stylebox_override("panel", box)
        room.holds(500, 300)
        assert room.scroll.get_v_scroll_bar().get_rect() == Rect2(185, 7, 8, 78)
        assert room.scroll.get_h_scroll_bar().get_rect() == Rect2(7, 85, 178, 8)
        assert room.child.position == Vector2(7, 7)

    def test_from_right_to_left_the_bar_is_on_the_left(self, room: Room) -> None:
        room.scroll.layout_direction = Control.LAYOUT_DIRECTION_RTL
        room.holds(50, 300)
        assert room.scroll.get_v_scroll_bar().get_rect() == Rect2(0, 0, 8, 100)

    def test_its_parts_do_not_count_as_children(self, room: Room) -> None:
        assert room.scroll.get_child_count() == 1
        assert room.scroll.get_child_count(True) == 6

    def test_shadows_show_where_there_is_more(self, room: Room) -> None:
        room.scroll.scroll_hint_mode = ScrollContainer.SCROLL_HINT_MODE_ALL
        room.holds(50, 300)
        first, last = room.scroll.get_child(1, True), room.scroll.get_child(2, True)
        assert (first.visible, last.visible) == (False, True)
        room.scroll.scroll_vertical = 200
        room.tree.tick(2)
        assert (first.visible, last.visible) == (True, False)


class TestScrolling:
    def test_the_child_moves_at_the_end_of_the_frame(self, room: Room) -> None:
        room.holds(50, 300)
        room.scroll.scroll_vertical = 120
        assert room.child.position == Vector2(0, 0)
        room.tree.tick(2)
        assert room.child.position == Vector2(0, -120)
        room.scroll.scroll_vertical = 1000
        assert room.scroll.scroll_vertical == 200

    def test_a_child_that_shrinks_is_followed(self, room: Room) -> None:
        room.holds(50, 300)
        room.scroll.scroll_vertical = 200
        room.holds(50, 150)
        assert room.state() == (0, 50)

    @pytest.mark.parametrize(
        ("button", "shift", "state"),
        [
            (DOWN, False, (100, 111)),
            (UP, False, (100, 88)),
            (DOWN, True, (124, 100)),
            (RIGHT, False, (124, 100)),
            (LEFT, False, (76, 100)),
            (RIGHT, True, (100, 111)),
        ],
    )
    def test_the_wheel(self, room: Room, button: int, shift: bool, state: tuple[int, int]) -> None:
        room.holds(900, 800)
        room.scroll.scroll_horizontal = room.scroll.scroll_vertical = 100
        room.wheel(button, shift=shift)
        assert room.state() == state

    def test_a_fine_wheel_turns_further_or_less(self, room: Room) -> None:
        room.holds(50, 300)
        room.wheel(DOWN, factor=2.0)
        assert room.state() == (0, 25)

    def test_the_wheel_takes_the_only_way_there_is(self, room: Room) -> None:
        room.holds(900, 50)
        room.wheel(DOWN)
        assert room.state() == (25, 0)

    def test_at_the_end_the_wheel_is_left_to_others(self, room: Room) -> None:
        room.holds(50, 300)
        room.wheel(UP)
        assert not room.tree.root.is_input_handled() or room.state() == (0, 0)
        room.wheel(DOWN)
        assert room.tree.root.is_input_handled()

    def test_two_fingers_on_a_pad(self, room: Room) -> None:
        room.holds(900, 800)
        gesture = InputEventPanGesture()
        gesture.position, gesture.delta = Vector2(50, 50), Vector2(1, 2)
        room.tree.root.push_input(gesture)
        assert room.state() == (24, 23)


class TestFocus:
    @pytest.fixture
    def rows(self, room: Room) -> list[Control]:
        room.scroll.remove_child(room.child)
        room.child.free()
        column = VBoxContainer()
        column.add_theme_constant_override("separation", 0)
        room.scroll.add_child(column)
        rows = []
        for _ in range(10):
            row = Control()
            row.custom_minimum_size = Vector2(100, 40)
            row.focus_mode = Control.FOCUS_ALL
            column.add_child(row)
            rows.append(row)
        room.tree.tick(2)
        return rows

    def test_a_control_is_scrolled_to(self, room: Room, rows: list[Control]) -> None:
        room.scroll.ensure_control_visible(rows[5])
        room.tree.tick(2)
        assert room.state() == (0, 140)
        room.scroll.ensure_control_visible(rows[4])
        room.tree.tick(2)
        assert room.state() == (0, 140)
        with expect_error("Must be an ancestor of the control."):
            room.scroll.ensure_control_visible(room.scroll)

    def test_it_follows_the_focus_if_it_should(self, room: Room, rows: list[Control]) -> None:
        rows[9].grab_focus()
        assert room.state() == (0, 0)
        room.scroll.follow_focus = True
        rows[8].grab_focus()
        assert room.state() == (0, 260)

    def test_a_border_shows_while_the_focus_is_inside(
        self, room: Room, rows: list[Control]
    ) -> None:
        border: Any = room.scroll.get_child(-1, True)
        room.scroll.draw_focus_border = True
        assert not border.visible
        rows[0].grab_focus()
        assert border.visible


class TestFingers:
    @pytest.fixture(autouse=True)
    def _touchscreen(self) -> Any:
        Input.emulate_touch_from_mouse = True
        yield
        Input._forget()

    def test_the_content_follows_and_runs_on(self, room: Room) -> None:
        heard: list[str] = []
        room.scroll.scroll_started.connect(lambda: heard.append("started"))
        room.scroll.scroll_ended.connect(lambda: heard.append("ended"))
        room.holds(50, 2000)
        hands = room.hands
        hands.move(50, 90)
        hands.button(50, 90, True)
        hands.move(50, 70, 1)
        assert room.state() == (0, 20)
        room.tree.tick()
        hands.move(50, 50, 1)
        room.tree.tick()
        hands.button(50, 50, False)
        at_release = room.scroll.scroll_vertical
        room.tree.tick(10)
        assert room.scroll.scroll_vertical > at_release
        room.tree.tick(200)
        assert heard == ["started", "ended"]

    def test_a_small_movement_is_none(self, room: Room) -> None:
        room.scroll.scroll_deadzone = 30
        room.holds(50, 2000)
        room.hands.move(50, 90)
        room.hands.button(50, 90, True)
        room.hands.move(50, 80, 1)
        room.hands.button(50, 80, False)
        assert room.state() == (0, 0)
