"""`Input` and `InputMap`: what is pressed, and which actions that means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from engine import Engine, Node, ProjectSettings
from engine.core.input import Input
from engine.core.input_enums import KEY_A, KEY_G, KEY_H, KEY_K, KEY_UP, Key
from engine.core.input_event import InputEvent
from engine.core.input_event_action import InputEventAction
from engine.core.input_event_joypad import InputEventJoypadButton, InputEventJoypadMotion
from engine.core.input_event_key import InputEventKey
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.input_event_screen import InputEventScreenDrag, InputEventScreenTouch
from engine.core.input_map import InputMap
from engine.core.vector2 import Vector2
from engine.testing import HeadlessTree, collect_messages, expect_error


@pytest.fixture(autouse=True)
def _afterwards(tree: HeadlessTree) -> Iterator[None]:
    """Lets go of everything, and takes the actions of the test away."""
    yield
    Input._forget()
    InputMap.load_from_project_settings()


def key(code: int, pressed: bool = True, **values: Any) -> InputEventKey:
    event = InputEventKey()
    event.keycode = code
    event.pressed = pressed
    for name, value in values.items():
        setattr(event, name, value)
    return event


def axis(value: float) -> InputEventJoypadMotion:
    event = InputEventJoypadMotion()
    event.axis_value = value
    return event


def happen(*events: InputEvent) -> None:
    for event in events:
        Input.parse_input_event(event)
    Input.flush_buffered_events()


class Ears(Node):
    """Notes the events that it hears of."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Any] = []

    def _input(self, event: Any) -> None:
        self.heard.append(event)


class TestActions:
    def test_those_of_the_user_interface_are_there(self) -> None:
        assert InputMap.get_actions()[:3] == ["ui_accept", "ui_select", "ui_cancel"]
        assert len(InputMap.action_get_events("ui_up")) == 3
        assert InputMap.get_action_description("ui_redo") == "Ctrl+Shift+Z or Ctrl+Y"
        assert InputMap.action_get_deadzone("ui_left") == 0.5

    def test_a_name_that_is_close_is_suggested(self) -> None:
        with expect_error('The InputMap action "ui_uu" doesn\'t exist. Did you mean "ui_up"?'):
            assert not InputMap.action_has_event("ui_uu", key(KEY_A))
        with expect_error('The InputMap action "jump" doesn\'t exist.'):
            assert not Input.is_action_pressed("jump")

    def test_an_event_is_added_once(self) -> None:
        InputMap.add_action("go", 0.3)
        for _ in range(2):
            InputMap.action_add_event("go", key(KEY_G))
        assert len(InputMap.action_get_events("go")) == 1
        assert InputMap.action_has_event("go", key(KEY_G, False))
        assert InputMap.get_action_description("go") == "G"
        with expect_error('InputMap already has action "go".'):
            InputMap.add_action("go")
        with expect_error("It's not a reference to a valid InputEvent object."):
            InputMap.action_add_event("go", None)  # type: ignore[arg-type]

    def test_the_project_adds_its_own(self) -> None:
        jump = key(KEY_K, device=-1)
        ProjectSettings.set_setting("input/jump", {"deadzone": 0.25, "events": [jump, None]})
        try:
            InputMap.load_from_project_settings()
            assert InputMap.get_actions()[-1] == "jump"
            assert list(InputMap.action_get_events("jump")) == [jump]
            assert InputMap.action_get_deadzone("jump") == 0.25
        finally:
            ProjectSettings.set_setting("input/jump", None)

    def test_modifiers_count_exactly_or_not(self) -> None:
        InputMap.add_action("plain")
        InputMap.action_add_event("plain", key(KEY_A))
        InputMap.add_action("ctrl")
        InputMap.action_add_event("ctrl", key(KEY_A, ctrl_pressed=True))
        both = key(KEY_A, ctrl_pressed=True, shift_pressed=True)
        assert [both.is_action(a) for a in ("plain", "ctrl")] == [True, True]
        assert [both.is_action(a, True) for a in ("plain", "ctrl")] == [False, False]
        assert not key(KEY_A).is_action("ctrl")

    def test_an_echo_presses_only_when_it_may(self) -> None:
        echo = key(KEY_UP, echo=True)
        assert not echo.is_action_pressed("ui_up")
        assert echo.is_action_pressed("ui_up", True)
        assert key(KEY_UP, False).is_action_released("ui_up")

    def test_devices_are_told_apart(self) -> None:
        InputMap.add_action("fire")
        wanted = InputEventJoypadButton()
        wanted.device = 2
        InputMap.action_add_event("fire", wanted)
        other = InputEventJoypadButton()
        assert not other.is_action("fire")
        other.device = 2
        assert other.is_action("fire")


class TestPressing:
    @pytest.fixture(autouse=True)
    def _go(self) -> None:
        InputMap.add_action("go", 0.2)
        InputMap.action_add_event("go", key(KEY_G))
        InputMap.action_add_event("go", axis(1.0))

    def test_it_waits_for_the_next_frame(self, tree: HeadlessTree) -> None:
        Input.parse_input_event(key(KEY_G))
        assert not Input.is_action_pressed("go")
        tree.tick()
        assert Input.is_action_pressed("go")
        assert Input.is_key_pressed(KEY_G)

    def test_just_pressed_is_true_for_one_frame_of_each_kind(self, tree: HeadlessTree) -> None:
        seen: list[tuple[str, bool, bool]] = []

        class Watcher(Node):
            def _process(self, delta: float) -> None:
                self.see("process")

            def _physics_process(self, delta: float) -> None:
                self.see("physics")

            def see(self, step: str) -> None:
                now = Input.is_action_just_pressed("go"), Input.is_action_just_released("go")
                seen.append((step, *now))

        tree.add(Watcher())
        Input.parse_input_event(key(KEY_G))
        tree.tick(2)
        Input.parse_input_event(key(KEY_G, False))
        tree.tick(2)
        assert seen == [
            ("physics", True, False),
            ("process", True, False),
            ("physics", False, False),
            ("process", False, False),
            ("physics", False, True),
            ("process", False, True),
            ("physics", False, False),
            ("process", False, False),
        ]

    def test_two_events_hold_it_together(self) -> None:
        InputMap.action_add_event("go", key(KEY_H))
        happen(key(KEY_G), key(KEY_H), key(KEY_G, False))
        assert Input.is_action_pressed("go")
        happen(key(KEY_H, False))
        assert not Input.is_action_pressed("go")

    @pytest.mark.parametrize(
        ("value", "pressed", "strength", "raw"),
        [(0.1, False, 0.0, 0.1), (0.3, True, 0.125, 0.3), (1.0, True, 1.0, 1.0), (-1, False, 0, 0)],
    )
    def test_an_axis_has_a_strength(
        self, value: float, pressed: bool, strength: float, raw: float
    ) -> None:
        happen(axis(value))
        assert Input.is_action_pressed("go") is pressed
        assert Input.get_action_strength("go") == pytest.approx(strength)
        assert Input.get_action_raw_strength("go") == pytest.approx(raw)

    def test_a_script_presses_it_until_an_event_releases_it(self) -> None:
        Input.action_press("go", 0.75)
        assert Input.get_action_strength("go") == 0.75
        assert Input.is_action_just_pressed("go")
        happen(key(KEY_G, False))
        assert not Input.is_action_pressed("go")
        assert Input.is_action_just_released("go")

    def test_which_event_pressed_it(self) -> None:
        press, other = key(KEY_G), key(KEY_H)
        happen(press)
        assert Input.is_action_just_pressed_by_event("go", press)
        assert not Input.is_action_just_pressed_by_event("go", other)

    def test_an_action_event_names_it(self) -> None:
        action = InputEventAction()
        action.action = "go"
        action.pressed = True
        action.strength = 0.625
        happen(action)
        assert Input.get_action_strength("go") == 0.625

    def test_losing_its_event_releases_it(self) -> None:
        happen(key(KEY_G))
        InputMap.action_erase_event("go", key(KEY_G))
        assert not Input.is_action_pressed("go")

    def test_exactly_means_without_other_modifiers(self) -> None:
        happen(key(KEY_G, shift_pressed=True))
        assert Input.is_action_pressed("go")
        assert not Input.is_action_pressed("go", True)


class TestVectors:
    @pytest.fixture(autouse=True)
    def _four(self) -> None:
        for name in ("left", "right", "up", "down"):
            InputMap.add_action(name)

    def vector(self, deadzone: float = -1.0) -> Vector2:
        return Input.get_vector("left", "right", "up", "down", deadzone)

    def test_a_slanted_one_is_no_longer_than_1(self) -> None:
        Input.action_press("right")
        Input.action_press("down")
        assert self.vector().length() == pytest.approx(1.0)
        assert self.vector().x == pytest.approx(0.7071, abs=1e-4)

    def test_the_dead_zone_is_taken_out(self) -> None:
        Input.action_press("right", 0.3)
        assert self.vector().x == pytest.approx(0.125)
        assert self.vector(0.5) == Vector2.ZERO
        assert Input.get_axis("left", "right") == pytest.approx(0.3)

    def test_opposites_cancel(self) -> None:
        Input.action_press("right")
        Input.action_press("left")
        assert self.vector() == Vector2.ZERO


class TestEvents:
    def test_they_come_in_order_at_the_start_of_a_frame(self, tree: HeadlessTree) -> None:
        ears = tree.add(Ears())
        events = [key(Key.KEY_1), key(Key.KEY_2), key(Key.KEY_1, False)]
        for event in events:
            Input.parse_input_event(event)
        assert ears.heard == []
        tree.tick()
        assert ears.heard == events

    def test_motions_are_joined(self, tree: HeadlessTree) -> None:
        ears = tree.add(Ears())
        for x in (1, 2, 3):
            motion = InputEventMouseMotion()
            motion.position = motion.global_position = Vector2(x, 0)
            motion.relative = Vector2(1, 0)
            Input.parse_input_event(motion)
        Input.flush_buffered_events()
        assert [(e.position, e.relative) for e in ears.heard] == [(Vector2(3, 0), Vector2(3, 0))]
        assert tree.root.get_mouse_position() == Vector2(3, 0)

    def test_without_accumulation_they_come_at_once(self, tree: HeadlessTree) -> None:
        ears = tree.add(Ears())
        Input.use_accumulated_input = False
        Input.parse_input_event(key(KEY_A))
        assert len(ears.heard) == 1

    def test_one_event_twice_in_a_frame_is_warned_of(self) -> None:
        Input._warned = False
        event = key(KEY_A)
        with collect_messages() as messages:
            happen(event, event)
        assert "more than once in the same frame" in messages[0].text

    def test_nothing_is_refused(self) -> None:
        with expect_error('Required object "rp_event" is null.'):
            Input.parse_input_event(None)  # type: ignore[arg-type]


class TestMouse:
    def button(self, index: int, pressed: bool = True) -> InputEventMouseButton:
        event = InputEventMouseButton()
        event.button_index = index
        event.pressed = pressed
        event.position = event.global_position = Vector2(4, 5)
        return event

    def test_its_buttons_make_a_mask(self) -> None:
        happen(self.button(1), self.button(2), self.button(9))
        assert Input.get_mouse_button_mask() == 1 | 2 | 256
        happen(self.button(2, False))
        assert Input.is_mouse_button_pressed(1)
        assert not Input.is_mouse_button_pressed(2)

    def test_a_canceled_press_is_none(self) -> None:
        event = self.button(1)
        event.canceled = True
        happen(event)
        assert not Input.is_anything_pressed()

    def test_no_button_is_an_error(self) -> None:
        with expect_error('Condition "button == MouseButton::NONE" is true.'):
            assert not Input.is_mouse_button_pressed(0)

    def test_without_a_display_its_mode_stays(self) -> None:
        Input.mouse_mode = Input.MOUSE_MODE_CAPTURED
        assert Input.mouse_mode == Input.MOUSE_MODE_VISIBLE
        with expect_error("Index p_mode = 9 is out of bounds (MouseMode::MOUSE_MODE_MAX = 5)."):
            Input.mouse_mode = 9

    def test_a_finger_is_a_mouse_too(self, tree: HeadlessTree) -> None:
        ears = tree.add(Ears())
        touch = InputEventScreenTouch()
        touch.pressed = True
        touch.position = Vector2(3, 4)
        happen(touch)
        assert [type(event) for event in ears.heard] == [
            InputEventMouseButton,
            InputEventScreenTouch,
        ]
        assert Input.is_mouse_button_pressed(1)
        drag = InputEventScreenDrag()
        drag.relative = Vector2(1, 1)
        happen(drag)
        motion = ears.heard[2]
        assert isinstance(motion, InputEventMouseMotion)
        assert (motion.relative, motion.device) == (Vector2(1, 1), InputEvent.DEVICE_ID_EMULATION)

    def test_only_the_first_finger_is(self) -> None:
        for index in (0, 1):
            touch = InputEventScreenTouch()
            touch.index = index
            touch.pressed = True
            happen(touch)
        up = InputEventScreenTouch()
        up.index = 1
        happen(up)
        assert Input.is_mouse_button_pressed(1)

    def test_a_mouse_is_a_finger_when_that_is_wanted(self, tree: HeadlessTree) -> None:
        ears = tree.add(Ears())
        Input.emulate_touch_from_mouse = True
        happen(self.button(1))
        assert [type(event) for event in ears.heard] == [
            InputEventScreenTouch,
            InputEventMouseButton,
        ]


class TestControllers:
    def test_they_come_and_go(self) -> None:
        heard: list[tuple[int, bool]] = []

        def note(device: int, connected: bool) -> None:
            heard.append((device, connected))

        Input.joy_connection_changed.connect(note)
        Input._joypad_connected(3, True, "Pad", "guid", {"vendor_id": 1})
        assert Input.get_connected_joypads() == [3]
        assert (Input.get_joy_name(3), Input.get_joy_guid(3)) == ("Pad", "guid")
        Input.start_joy_vibration(3, 0.5, 0.25, 2)
        assert Input.get_joy_vibration_strength(3) == Vector2(0.5, 0.25)
        Input._joypad_connected(3, False)
        Input.joy_connection_changed.disconnect(note)
        assert heard == [(3, True), (3, False)]
        assert Input.get_joy_name(3) == ""

    def test_buttons_and_axes_are_known(self) -> None:
        button = InputEventJoypadButton()
        button.device, button.button_index, button.pressed = 1, 4, True
        happen(button, axis(0.5))
        assert Input.is_joy_button_pressed(1, 4)
        assert not Input.is_joy_button_pressed(0, 4)
        assert Input.get_joy_axis(0, 0) == 0.5


def test_losing_the_focus_lets_everything_go() -> None:
    happen(key(KEY_A), key(KEY_UP))
    Input._release_pressed_events()
    assert not Input.is_anything_pressed()
    assert not Input.is_action_pressed("ui_up")


def test_they_are_singletons() -> None:
    assert Engine.get_singleton("Input") is Input
    assert Engine.get_singleton("InputMap") is InputMap
