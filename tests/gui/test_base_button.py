"""Pressing buttons: with the mouse, with keys, in groups, by shortcuts."""

from __future__ import annotations

import pytest

from engine.core.input_enums import Key
from engine.core.input_event_key import InputEventKey
from engine.core.shortcut import Shortcut
from engine.core.vector2 import Vector2
from engine.gui.base_button import BaseButton
from engine.gui.button import Button
from engine.gui.button_group import ButtonGroup
from engine.testing import HeadlessTree
from tests.gui._hands import Hands, log_of

SIGNALS = ("button_down", "button_up", "pressed", "toggled", "mouse_entered", "mouse_exited")


class Told(Button):
    """Notes what its virtual methods hear."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def _pressed(self) -> None:
        self.heard.append("pressed")

    def _toggled(self, toggled_on: bool) -> None:
        self.heard.append(toggled_on)


@pytest.fixture
def hands(tree: HeadlessTree) -> Hands:
    return Hands(tree)


def place(tree: HeadlessTree, button: BaseButton, x: float = 0.0) -> BaseButton:
    button.position = Vector2(x, 0)
    button.custom_minimum_size = Vector2(100, 100)
    tree.add(button)
    tree.tick()
    return button


# Clicks -------------------------------------------------------------------------------------------


def test_a_click(tree: HeadlessTree, hands: Hands) -> None:
    button = place(tree, Button())
    heard = log_of(button, *SIGNALS)
    hands.click(50, 50)
    assert heard == ["mouse_entered", "button_down", "pressed", "button_up"]
    assert button.has_focus()


def test_letting_go_outside_is_no_click(tree: HeadlessTree, hands: Hands) -> None:
    button = place(tree, Button())
    heard = log_of(button, *SIGNALS)
    hands.button(50, 50, True)
    hands.move(300, 300, 1)
    assert button.is_pressed()
    assert button.get_draw_mode() == BaseButton.DRAW_NORMAL
    hands.button(300, 300, False)
    assert heard == ["mouse_entered", "button_down", "mouse_exited", "button_up"]


def test_it_may_look_pressed_while_the_mouse_is_elsewhere(tree: HeadlessTree, hands: Hands) -> None:
    button = place(tree, Button())
    button.keep_pressed_outside = True
    hands.button(50, 50, True)
    hands.move(300, 300, 1)
    assert button.get_draw_mode() == BaseButton.DRAW_PRESSED


def test_the_press_may_be_the_click(tree: HeadlessTree, hands: Hands) -> None:
    button = place(tree, Button())
    button.action_mode = BaseButton.ACTION_MODE_BUTTON_PRESS
    heard = log_of(button, "button_down", "button_up", "pressed")
    hands.button(50, 50, True)
    assert heard == ["button_down", "pressed"]


@pytest.mark.parametrize(("mask", "index", "clicks"), [(1, 2, 0), (3, 2, 1), (1, 1, 1), (2, 1, 0)])
def test_which_mouse_buttons_count(
    tree: HeadlessTree, hands: Hands, mask: int, index: int, clicks: int
) -> None:
    button = place(tree, Button())
    button.button_mask = mask
    heard = log_of(button, "pressed")
    hands.button(50, 50, True, index)
    hands.button(50, 50, False, index)
    assert len(heard) == clicks


def test_a_disabled_button_is_dead(tree: HeadlessTree, hands: Hands) -> None:
    button = place(tree, Button())
    button.disabled = True
    heard = log_of(button, "button_down", "pressed")
    hands.click(50, 50)
    assert heard == []
    assert button.get_draw_mode() == BaseButton.DRAW_DISABLED


def test_disabling_lets_go(tree: HeadlessTree, hands: Hands) -> None:
    button = place(tree, Button())
    heard = log_of(button, "button_up", "pressed")
    hands.button(50, 50, True)
    button.disabled = True
    assert heard == ["button_up"]
    assert not button.is_pressed()


def test_the_accept_key_presses_what_has_the_focus(tree: HeadlessTree, hands: Hands) -> None:
    button = place(tree, Button())
    heard = log_of(button, *SIGNALS)
    hands.key(Key.KEY_ENTER)
    button.grab_focus()
    hands.key(Key.KEY_SPACE)
    assert heard == ["button_down", "pressed", "button_up"]


def test_losing_the_focus_lets_go_without_a_click(tree: HeadlessTree, hands: Hands) -> None:
    button = place(tree, Button())
    other = place(tree, Button(), 200)
    heard = log_of(button, *SIGNALS, "focus_exited")
    button.grab_focus()
    press = InputEventKey()
    press.keycode = Key.KEY_ENTER
    press.pressed = True
    tree.root.push_input(press)
    other.grab_focus()
    assert heard == ["button_down", "button_up", "focus_exited"]


def test_virtuals_come_before_signals(tree: HeadlessTree, hands: Hands) -> None:
    button = Told()
    button.toggle_mode = True
    place(tree, button)
    button.toggled.connect(lambda on: button.heard.append(f"toggled {on}"))
    button.pressed.connect(lambda: button.heard.append("pressed told"))
    hands.click(50, 50)
    assert button.heard == [True, "toggled True", "pressed", "pressed told"]


# Toggling -----------------------------------------------------------------------------------------


def test_a_toggle_button_stays(tree: HeadlessTree, hands: Hands) -> None:
    button = place(tree, Button())
    button.toggle_mode = True
    hands.click(50, 50)
    assert button.button_pressed
    assert button.get_draw_mode() == BaseButton.DRAW_HOVER_PRESSED
    hands.click(50, 50)
    assert not button.button_pressed


def test_only_a_toggle_button_can_be_set() -> None:
    button = Button()
    button.button_pressed = True
    assert not button.button_pressed
    button.toggle_mode = True
    heard = log_of(button, "toggled", "pressed")
    button.button_pressed = True
    button.button_pressed = True
    button.set_pressed_no_signal(False)
    assert heard == ["toggled"]
    button.button_pressed = True
    button.toggle_mode = False
    assert heard == ["toggled"] * 3
    assert not button.button_pressed


def toggles(group: ButtonGroup, count: int) -> list[Button]:
    made = []
    for _ in range(count):
        button = Button()
        button.toggle_mode = True
        button.button_group = group
        made.append(button)
    return made


def test_one_of_a_group_is_pressed(tree: HeadlessTree, hands: Hands) -> None:
    group = ButtonGroup()
    first, second = toggles(group, 2)
    place(tree, first)
    place(tree, second, 200)
    assert group.get_pressed_button() is None
    hands.click(50, 50)
    assert group.get_pressed_button() is first
    hands.click(250, 50)
    assert (first.button_pressed, second.button_pressed) == (False, True)
    hands.click(250, 50)
    assert second.button_pressed
    group.allow_unpress = True
    hands.click(250, 50)
    assert group.get_pressed_button() is None


def test_a_group_tells_which(tree: HeadlessTree) -> None:
    group = ButtonGroup()
    first, second = toggles(group, 2)
    told: list[Button] = []
    group.pressed.connect(told.append)
    first.button_pressed = True
    second.button_pressed = True
    second.button_pressed = False
    assert told == [first, second]


def test_a_freed_button_leaves_its_group() -> None:
    group = ButtonGroup()
    first, second = toggles(group, 2)
    assert list(group.get_buttons()) == [first, second]
    first.free()
    assert list(group.get_buttons()) == [second]
    second.button_group = None
    assert list(group.get_buttons()) == []


# Shortcuts ----------------------------------------------------------------------------------------


def save_shortcut() -> Shortcut:
    key = InputEventKey()
    key.keycode = Key.KEY_S
    key.ctrl_pressed = True
    shortcut = Shortcut()
    shortcut.events = [key]
    return shortcut


def test_a_shortcut_clicks_without_the_focus(tree: HeadlessTree, hands: Hands) -> None:
    button = place(tree, Button())
    button.shortcut = save_shortcut()
    heard = log_of(button, *SIGNALS)
    hands.key(Key.KEY_S, ctrl_pressed=True)
    assert heard == ["pressed"]
    assert button.get_draw_mode() == BaseButton.DRAW_HOVER_PRESSED
    tree.tick(20)
    assert button.get_draw_mode() == BaseButton.DRAW_NORMAL


@pytest.mark.parametrize("what", ["disabled", "hidden", "other key"])
def test_when_a_shortcut_does_nothing(tree: HeadlessTree, hands: Hands, what: str) -> None:
    button = place(tree, Button())
    button.shortcut = save_shortcut()
    button.disabled = what == "disabled"
    button.visible = what != "hidden"
    heard = log_of(button, "pressed")
    hands.key(Key.KEY_S, ctrl_pressed=what != "other key")
    assert heard == []
