"""`SpinBox`: typing, expressions, arrows, wheel and mouse."""

from __future__ import annotations

from typing import Any

import pytest

from engine.core.input import Input
from engine.core.input_enums import Key, MouseButton
from engine.core.input_event_key import InputEventKey
from engine.core.vector2 import Vector2
from engine.gui._spin_expression import worked_out
from engine.gui.spin_box import SpinBox
from engine.testing import HeadlessTree
from tests.gui._hands import Hands

# What Godot makes of a text; None leaves the value as it is.
EXPRESSIONS: dict[str, float | None] = {
    "1234": 1234.0,
    "2*(3+4)": 14.0,
    " 7 ": 7.0,
    "10,5": 10.0,
    "10 ,5": 10.0,
    "10.5": 10.5,
    "1;2": 1.0,
    "12px": 12.0,
    "7/2": 3.0,
    "-7/2": -3.0,
    "7.0/2": 3.5,
    "2**3": 8.0,
    "2**3**2": 64.0,
    "-2**2": -4.0,
    "7^2": 5.0,
    "1|6": 7.0,
    "7&3": 3.0,
    "1<<3": 8.0,
    "10%4*2": 4.0,
    "8-3-2": 3.0,
    "1 - -1": 2.0,
    "--3": 3.0,
    "0x1F": 31.0,
    "0b11": 3.0,
    "1e2": 100.0,
    ".5": 0.5,
    "5.": 5.0,
    "1.2.3": 1.2,
    "max(3,4)": 4.0,
    "min(9,8,7)": 7.0,
    "int(3.7)": 3.0,
    "TAU/PI": 2.0,
    "true": 1.0,
    "not 3": 0.0,
    "!0": 1.0,
    "3 and 4": 1.0,
    "3 or 0": 1.0,
    "1<2": 1.0,
    "1==1": 1.0,
    "'5'": 5.0,
    "8/0": 0.0,
    "8%0": 0.0,
    "": None,
    "abc": None,
    "1+": None,
    "(2": None,
    "+3": None,
    "~3": None,
    "5!": None,
    "3 # c": None,
    "1=1": None,
    "$ 12": None,
    "nothing(2)": None,
}


@pytest.mark.parametrize(("text", "value"), EXPRESSIONS.items())
def test_what_is_typed_is_worked_out(text: str, value: float | None) -> None:
    assert worked_out(text) == value


def test_a_division_by_zero_point_zero_is_infinite() -> None:
    assert worked_out("8.0/0") == float("inf")


class Desk:
    """A spin box, hands, and what it has told."""

    def __init__(self, tree: HeadlessTree) -> None:
        self.tree = tree
        self.hands = Hands(tree)
        self.box = SpinBox()
        self.box.max_value = 65535
        self.box.size = Vector2(150, 31)
        tree.add(self.box)
        self.field = self.box.get_line_edit()
        self.log: list[Any] = []
        self.box.value_changed.connect(self.log.append)
        tree.tick(2)

    def type(self, text: str) -> None:
        """Writes a text in place of what is there."""
        self.field.edit()
        self.tree.tick()
        self.field.select_all()
        for character in text:
            event = InputEventKey()
            event.unicode = ord(character)
            event.pressed = True
            self.tree.root.push_input(event)

    def enter(self) -> None:
        self.hands.key(Key.KEY_ENTER)
        self.tree.tick()

    def shown(self) -> str:
        self.tree.tick()
        text: str = self.field.text
        return text


@pytest.fixture
def desk(tree: HeadlessTree) -> Desk:
    return Desk(tree)


class TestTyping:
    def test_enter_takes_it_over(self, desk: Desk) -> None:
        desk.type("1234")
        assert desk.box.value == 0.0
        desk.enter()
        assert (desk.box.value, desk.shown()) == (1234.0, "1234")

    def test_what_is_selected_stays_so_when_editing_begins(self, desk: Desk) -> None:
        desk.box.value = 8765
        desk.tree.tick(2)
        desk.hands.click(20, 15)
        desk.hands.key(Key.KEY_A, ctrl_pressed=True)
        desk.tree.tick()
        assert desk.field.get_selected_text() == "8765"

    def test_leaving_the_field_does_too(self, desk: Desk) -> None:
        desk.type("55")
        desk.field.release_focus()
        desk.tree.tick()
        assert desk.box.value == 55.0

    def test_too_much_is_the_most(self, desk: Desk) -> None:
        desk.type("99999999")
        desk.enter()
        assert (desk.box.value, desk.shown()) == (65535.0, "65535")

    def test_what_is_no_number_is_forgotten(self, desk: Desk) -> None:
        desk.type("abc")
        desk.enter()
        assert (desk.log, desk.shown()) == ([], "0")

    def test_the_value_can_follow_each_letter(self, desk: Desk) -> None:
        desk.box.update_on_text_changed = True
        desk.type("32")
        desk.tree.tick()
        assert desk.box.value == 32.0
        desk.box.update_on_text_changed = False
        desk.type("77")
        desk.tree.tick()
        assert desk.box.value == 32.0

    def test_a_value_set_shows_at_the_end_of_the_frame(self, desk: Desk) -> None:
        desk.box.value = 8000
        assert desk.field.text == "0"
        assert desk.shown() == "8000"

    def test_decimals_follow_the_step(self, desk: Desk) -> None:
        desk.box.step = 0.01
        desk.box.value = 2.5
        assert desk.shown() == "2.5"
        desk.box.step = 0.25
        desk.box.value = 1.75
        assert desk.shown() == "1.8"


class TestPrefixAndSuffix:
    def test_they_are_shown_while_nobody_edits(self, desk: Desk) -> None:
        desk.box.prefix, desk.box.suffix = "$", "px"
        assert desk.shown() == "$ 0 px"
        desk.field.edit()
        assert desk.shown() == "0"
        desk.type("$ 13 px")
        desk.enter()
        assert (desk.box.value, desk.shown()) == (13.0, "$ 13 px")


class TestArrows:
    UP, DOWN = (145, 5), (145, 28)

    def test_they_step(self, desk: Desk) -> None:
        desk.hands.click(*self.UP)
        desk.hands.click(*self.UP)
        desk.hands.click(*self.DOWN)
        assert desk.log == [1.0, 2.0, 1.0]
        assert desk.field.is_editing()

    def test_a_step_of_their_own(self, desk: Desk) -> None:
        desk.box.value = 8
        desk.box.custom_arrow_step = 5
        desk.hands.click(*self.UP)
        desk.box.custom_arrow_round = True
        desk.hands.click(*self.UP)
        desk.box.value = 8
        desk.hands.click(*self.DOWN)
        desk.hands.click(*self.DOWN)
        assert desk.log == [8.0, 13.0, 15.0, 8.0, 5.0, 0.0]

    def test_the_right_button_goes_to_the_end(self, desk: Desk) -> None:
        desk.hands.button(*self.UP, True, MouseButton.MOUSE_BUTTON_RIGHT)
        assert desk.box.value == 65535.0
        desk.hands.button(*self.DOWN, True, MouseButton.MOUSE_BUTTON_RIGHT)
        assert desk.box.value == 0.0

    def test_a_held_one_goes_on(self, desk: Desk) -> None:
        at = Vector2(*self.UP)
        Input._mouse_mask, Input._mouse_position = 1, at
        desk.hands.button(*self.UP, True)
        desk.tree.tick(30)
        assert desk.box.value == 1.0
        desk.tree.tick(30)
        assert desk.box.value > 3.0
        desk.hands.button(*self.UP, False)
        Input._forget()
        held = desk.box.value
        desk.tree.tick(60)
        assert desk.box.value == held

    def test_dragging_up_counts_up(self, desk: Desk) -> None:
        desk.hands.move(*self.UP)
        desk.hands.button(*self.UP, True)
        desk.hands.move(145, 0, 1)
        desk.hands.move(145, -40, 1)
        assert desk.box.value == pytest.approx(1 + round(0.01 * 40**1.8))
        desk.hands.button(145, -40, False)

    def test_the_wheel_counts_while_it_is_edited(self, desk: Desk) -> None:
        wheel = MouseButton.MOUSE_BUTTON_WHEEL_UP
        desk.hands.button(20, 20, True, wheel)
        assert desk.log == []
        desk.field.edit()
        desk.hands.button(20, 20, True, wheel)
        assert desk.log == [1.0]


def test_what_is_not_editable_stays(desk: Desk) -> None:
    desk.box.editable = False
    assert not desk.field.editable
    desk.hands.click(145, 5)
    assert desk.log == []
    desk.box.value = 4
    assert desk.shown() == "4"


def test_settings_of_the_field_are_its_own(desk: Desk) -> None:
    desk.box.alignment = 2
    desk.box.select_all_on_focus = True
    assert desk.field.alignment == 2
    assert desk.field.select_all_on_focus
