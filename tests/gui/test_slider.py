"""Sliders and scroll bars under the mouse and the keys."""

from __future__ import annotations

from typing import Any

import pytest

from engine.core.input import Input
from engine.core.input_enums import Key, MouseButton
from engine.core.input_event_joypad import InputEventJoypadButton
from engine.core.vector2 import Vector2
from engine.gui.control import Control
from engine.gui.range import Range
from engine.gui.scroll_bar import HScrollBar, ScrollBar, VScrollBar
from engine.gui.slider import HSlider, VSlider
from engine.testing import HeadlessTree
from tests.gui._hands import Hands

WHEEL_UP, WHEEL_DOWN = MouseButton.MOUSE_BUTTON_WHEEL_UP, MouseButton.MOUSE_BUTTON_WHEEL_DOWN


@pytest.fixture
def hands(tree: HeadlessTree) -> Hands:
    return Hands(tree)


def placed(tree: HeadlessTree, ranged: Range, width: float, height: float) -> list[Any]:
    """Puts it into the corner; gives the list of what it tells."""
    ranged.size = Vector2(width, height)
    tree.add(ranged)
    log: list[Any] = []
    ranged.value_changed.connect(log.append)
    for name in ("drag_started", "scrolling"):
        if ranged.has_signal(name):
            ranged.connect(name, lambda name=name: log.append(name))
    if ranged.has_signal("drag_ended"):
        ranged.connect("drag_ended", lambda changed: log.append(("drag_ended", changed)))
    tree.tick()
    return log


class TestSlider:
    def test_a_press_jumps_and_a_drag_goes_on(self, tree: HeadlessTree, hands: Hands) -> None:
        log = placed(tree, HSlider(), 216, 20)
        hands.button(108, 10, True)
        hands.move(118, 10, 1)
        hands.move(-500, 10, 1)
        hands.button(-500, 10, False)
        assert log == ["drag_started", 50.0, 55.0, 0.0, ("drag_ended", False)]  # it is 0 again

    def test_a_press_in_place_changes_nothing(self, tree: HeadlessTree, hands: Hands) -> None:
        log = placed(tree, HSlider(), 216, 20)
        hands.click(2, 10)
        assert log == ["drag_started", 0.0, ("drag_ended", False)]

    def test_the_top_of_a_vertical_one_is_the_most(self, tree: HeadlessTree, hands: Hands) -> None:
        log = placed(tree, VSlider(), 20, 216)
        hands.button(10, 1, True)
        hands.move(10, 108, 1)
        hands.button(10, 108, False)
        assert log == ["drag_started", 100.0, 47.0, ("drag_ended", True)]

    def test_keys_along_it_move_it(self, tree: HeadlessTree, hands: Hands) -> None:
        slider = HSlider()
        log = placed(tree, slider, 216, 20)
        slider.grab_focus()
        for code in (Key.KEY_RIGHT, Key.KEY_END, Key.KEY_LEFT, Key.KEY_UP, Key.KEY_HOME):
            hands.key(code)
        assert log == [1.0, 100.0, 99.0, 0.0]

    def test_from_right_to_left(self, tree: HeadlessTree, hands: Hands) -> None:
        slider = HSlider()
        log = placed(tree, slider, 216, 20)
        slider.layout_direction = Control.LAYOUT_DIRECTION_RTL
        left = slider.get_global_rect().position.x  # it lies at the right of the window now
        hands.click(left + 28, 10)
        slider.grab_focus()
        hands.key(Key.KEY_LEFT)
        assert [entry for entry in log if isinstance(entry, float)] == [90.0, 91.0]

    def test_the_wheel_moves_it_unless_it_may_not(self, tree: HeadlessTree, hands: Hands) -> None:
        slider = HSlider()
        log = placed(tree, slider, 216, 20)
        hands.button(100, 10, True, WHEEL_UP)
        assert slider.has_focus()
        slider.scrollable = False
        hands.button(100, 10, True, WHEEL_UP)
        assert log == [1.0]

    def test_one_that_is_not_editable_stays(self, tree: HeadlessTree, hands: Hands) -> None:
        slider = HSlider()
        log = placed(tree, slider, 216, 20)
        slider.editable = False
        hands.click(100, 10)
        slider.grab_focus()
        hands.key(Key.KEY_RIGHT)
        assert log == []

    def test_hiding_it_ends_the_drag(self, tree: HeadlessTree, hands: Hands) -> None:
        slider = HSlider()
        log = placed(tree, slider, 216, 20)
        hands.button(108, 10, True)
        slider.hide()
        slider.show()
        hands.move(150, 10, 1)
        assert log == ["drag_started", 50.0]

    def test_a_held_controller_button_goes_on(self, tree: HeadlessTree) -> None:
        slider = HSlider()
        placed(tree, slider, 216, 20)
        slider.grab_focus()
        press = InputEventJoypadButton()
        press.button_index = 14
        press.pressed = True
        Input.parse_input_event(press)
        tree.tick()
        assert slider.value == 1.0
        tree.tick(60)
        assert slider.value > 3.0
        Input._forget()
        held = slider.value
        tree.tick(30)
        assert slider.value == held

    @pytest.mark.parametrize(
        ("ticks", "borders", "drawn"), [(5, True, 5), (5, False, 3), (1, True, 0)]
    )
    def test_ticks_are_drawn(
        self, tree: HeadlessTree, ticks: int, borders: bool, drawn: int
    ) -> None:
        slider = HSlider()
        placed(tree, slider, 216, 20)
        before = len(slider._commands)
        slider.tick_count, slider.ticks_on_borders = ticks, borders
        tree.tick()
        assert len(slider._commands) == before + drawn


class TestScrollBar:
    def bar(self, tree: HeadlessTree, bar: ScrollBar, page: float = 20) -> list[Any]:
        vertical = isinstance(bar, VScrollBar)
        bar.page = page
        return placed(tree, bar, *((8, 200) if vertical else (200, 8)))

    def test_the_groove_scrolls_by_a_page(self, tree: HeadlessTree, hands: Hands) -> None:
        log = self.bar(tree, HScrollBar())
        hands.click(190, 4)
        hands.click(190, 4)
        hands.click(1, 4)
        assert log == [20.0, "scrolling", 40.0, "scrolling", 20.0, "scrolling"]

    def test_the_grabber_is_dragged(self, tree: HeadlessTree, hands: Hands) -> None:
        bar = VScrollBar()
        log = self.bar(tree, bar)
        hands.button(4, 10, True)
        hands.move(4, 106, 1)
        hands.move(4, 500, 1)
        hands.button(4, 500, False)
        assert log == [50.0, "scrolling", 80.0, "scrolling"]
        hands.move(4, 10)
        assert bar.value == 80.0

    def test_the_wheel_scrolls_by_an_eighth_of_a_page(
        self, tree: HeadlessTree, hands: Hands
    ) -> None:
        log = self.bar(tree, HScrollBar())
        hands.button(5, 4, True, WHEEL_DOWN)
        assert log == [2.5, "scrolling"]

    def test_without_a_page_by_a_sixteenth(self, tree: HeadlessTree, hands: Hands) -> None:
        log = self.bar(tree, HScrollBar(), 0)
        hands.button(5, 4, True, WHEEL_DOWN)
        assert log == [6.25, "scrolling"]

    def test_keys_scroll_by_a_step(self, tree: HeadlessTree, hands: Hands) -> None:
        bar = VScrollBar()
        log = self.bar(tree, bar)
        bar.focus_mode = Control.FOCUS_ALL
        bar.grab_focus()
        bar.step = 3
        for code in (Key.KEY_DOWN, Key.KEY_RIGHT, Key.KEY_END, Key.KEY_HOME):
            hands.key(code)
        bar.custom_step = 9
        hands.key(Key.KEY_DOWN)
        values = [entry for entry in log if entry != "scrolling"]
        assert values == [3.0, 80.0, 0.0, 9.0]

    def test_setting_the_value_is_no_scrolling(self, tree: HeadlessTree) -> None:
        bar = HScrollBar()
        log = self.bar(tree, bar)
        bar.value = 200
        assert log == [80.0]

    def test_one_that_shows_everything_stays(self, tree: HeadlessTree, hands: Hands) -> None:
        log = self.bar(tree, HScrollBar(), 100)
        hands.button(5, 4, True)
        hands.move(50, 4, 1)
        hands.button(50, 4, False)
        assert log == []
