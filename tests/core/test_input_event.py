"""Input events: what they say, when they match, copies of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import engine
from engine.core.input_enums import KEY_A, KEY_MASK_CTRL, KEY_MASK_SHIFT, KEY_SHIFT, Key
from engine.core.input_event import InputEvent
from engine.core.input_event_action import InputEventAction
from engine.core.input_event_joypad import InputEventJoypadMotion
from engine.core.input_event_key import InputEventKey
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.input_event_screen import InputEventScreenDrag
from engine.core.input_event_shortcut import InputEventShortcut
from engine.core.print import str_
from engine.core.shortcut import Shortcut
from engine.core.transform2d import Transform2D
from engine.core.vector2 import Vector2
from engine.testing import expect_error

RECORDED = Path(__file__).with_name("data") / "input_events.json"
# What `record_input_events.gd` gave.
ROWS: list[dict[str, Any]] = json.loads(RECORDED.read_text(encoding="utf-8"))


def made(row: dict[str, Any]) -> InputEvent:
    """The event of a row."""
    event: InputEvent = getattr(engine, row["class"])()
    for name, value in row["set"].items():
        setattr(event, name, Vector2(*value) if isinstance(value, list) else value)
    return event


def key(code: int = KEY_A, **values: Any) -> InputEventKey:
    event = InputEventKey()
    event.keycode = code
    for name, value in values.items():
        setattr(event, name, value)
    return event


class TestRecorded:
    """As Godot has them."""

    @pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['class']} {row['set']}")
    def test_it_says_the_same(self, row: dict[str, Any]) -> None:
        event = made(row)
        assert event.as_text() == row["text"]
        assert str_(event) == row["string"]

    @pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['class']} {row['set']}")
    def test_it_is_in_the_same_state(self, row: dict[str, Any]) -> None:
        event = made(row)
        state = event.is_pressed(), event.is_released(), event.is_canceled(), event.is_echo()
        assert state == (row["pressed"], row["released"], row["canceled"], row["echo"])
        assert event.is_action_type() == row["action_type"]


class TestModifiers:
    def test_the_mask_is_their_sum(self) -> None:
        event = key(ctrl_pressed=True, shift_pressed=True)
        assert event.get_modifiers_mask() == KEY_MASK_CTRL | KEY_MASK_SHIFT
        assert event.get_keycode_with_modifiers() == KEY_A | KEY_MASK_CTRL | KEY_MASK_SHIFT

    def test_remapped_control_cannot_be_set(self) -> None:
        event = key(command_or_control_autoremap=True)
        assert event.ctrl_pressed
        assert event.is_command_or_control_pressed()
        with expect_error("Command or Control autoremapping is enabled, cannot set Control"):
            event.ctrl_pressed = False
        assert event.ctrl_pressed
        event.command_or_control_autoremap = False
        assert not event.ctrl_pressed

    def test_what_remapping_implies_is_not_stored(self) -> None:
        stored = {p["name"] for p in key().get_property_list() if int(p["usage"]) & 2}
        assert "ctrl_pressed" in stored
        assert "command_or_control_autoremap" not in stored
        event = key(command_or_control_autoremap=True)
        stored = {p["name"] for p in event.get_property_list() if int(p["usage"]) & 2}
        assert "ctrl_pressed" not in stored
        assert "command_or_control_autoremap" in stored
        assert event.duplicate().ctrl_pressed

    def test_a_change_is_told(self) -> None:
        event, heard = key(), []
        event.changed.connect(lambda: heard.append(event.keycode))
        event.keycode = Key.KEY_B
        event.keycode = Key.KEY_B
        assert heard == [Key.KEY_B, Key.KEY_B]


class TestMatching:
    def test_keys_by_what_they_mean(self) -> None:
        assert key().is_match(key())
        assert not key().is_match(key(Key.KEY_B))
        assert not key().is_match(key(shift_pressed=True))
        assert key().is_match(key(shift_pressed=True), False)

    def test_keys_by_place(self) -> None:
        place = key(0, physical_keycode=KEY_A)
        assert place.is_match(key(Key.KEY_Q, physical_keycode=KEY_A))
        assert not place.is_match(key(KEY_A))

    def test_one_of_two_equal_keys(self) -> None:
        left = key(0, physical_keycode=KEY_SHIFT, location=1)
        assert left.is_match(key(0, physical_keycode=KEY_SHIFT, location=1))
        assert not left.is_match(key(0, physical_keycode=KEY_SHIFT, location=2))
        assert key(0, physical_keycode=KEY_SHIFT).is_match(left)

    def test_a_key_without_codes_matches_nothing(self) -> None:
        assert not key(0).is_match(key(0))

    def test_axes_by_direction(self) -> None:
        right, left = InputEventJoypadMotion(), InputEventJoypadMotion()
        right.axis_value, left.axis_value = 1.0, -0.5
        assert not right.is_match(left)
        assert right.is_match(left, False)

    def test_an_action_matches_its_events(self) -> None:
        action = InputEventAction()
        action.action = "ui_up"
        assert action.is_match(key(Key.KEY_UP))
        assert not action.is_match(key(Key.KEY_DOWN))

    def test_an_axis_stays_within_the_known_ones(self) -> None:
        motion = InputEventJoypadMotion()
        with expect_error('Condition "p_axis < JoyAxis::INVALID'):
            motion.axis = 11
        assert motion.axis == 0


class TestOtherCoordinates:
    def test_a_key_has_none(self) -> None:
        event = key()
        assert event.xformed_by(Transform2D(0.0, Vector2(5, 5))) is event

    def test_a_button_moves_its_position_alone(self) -> None:
        button = InputEventMouseButton()
        button.position = button.global_position = Vector2(10, 20)
        button.ctrl_pressed = True
        button.set_meta("kept", 1)
        moved = button.xformed_by(Transform2D().scaled(Vector2(2, 2)), Vector2(1, 1))
        assert isinstance(moved, InputEventMouseButton)
        assert moved.position == Vector2(22, 42)
        assert moved.global_position == Vector2(10, 20)
        assert moved.ctrl_pressed
        assert moved.get_meta("kept") == 1
        assert button.position == Vector2(10, 20)

    def test_a_motion_turns_its_way_too(self) -> None:
        motion = InputEventMouseMotion()
        motion.relative, motion.velocity = Vector2(1, 2), Vector2(3, 4)
        motion.screen_relative = Vector2(1, 2)
        moved = motion.xformed_by(Transform2D(0.0, Vector2(9, 9)).scaled(Vector2(2, 2)))
        assert isinstance(moved, InputEventMouseMotion)
        assert moved.position == Vector2(18, 18)
        assert (moved.relative, moved.velocity) == (Vector2(2, 4), Vector2(6, 8))
        assert moved.screen_relative == Vector2(1, 2)


class TestAccumulation:
    def test_motions_add_up(self) -> None:
        first, second = InputEventMouseMotion(), InputEventMouseMotion()
        first.relative, second.relative = Vector2(1, 2), Vector2(3, 4)
        second.position = Vector2(7, 7)
        assert first.accumulate(second)
        assert (first.relative, first.position) == (Vector2(4, 6), Vector2(7, 7))

    @pytest.mark.parametrize(
        ("name", "value"), [("button_mask", 1), ("shift_pressed", True), ("window_id", 3)]
    )
    def test_other_motions_do_not(self, name: str, value: Any) -> None:
        first, second = InputEventMouseMotion(), InputEventMouseMotion()
        setattr(second, name, value)
        assert not first.accumulate(second)

    def test_fingers_are_told_apart(self) -> None:
        first, second = InputEventScreenDrag(), InputEventScreenDrag()
        second.relative = Vector2(1, 1)
        assert first.accumulate(second)
        second.index = 1
        assert not first.accumulate(second)
        assert first.relative == Vector2(1, 1)

    def test_keys_stay_apart(self) -> None:
        assert not key().accumulate(key())


class TestShortcuts:
    def test_any_of_its_events_will_do(self) -> None:
        shortcut = Shortcut()
        shortcut.events = [key(Key.KEY_S, ctrl_pressed=True), key(Key.KEY_F2)]
        assert shortcut.matches_event(key(Key.KEY_F2))
        assert shortcut.matches_event(key(Key.KEY_S, ctrl_pressed=True))
        assert not shortcut.matches_event(key(Key.KEY_S))
        assert shortcut.get_as_text() == "Ctrl+S"

    def test_its_own_event_does(self) -> None:
        shortcut, event = Shortcut(), InputEventShortcut()
        event.shortcut = shortcut
        assert shortcut.matches_event(event)
        assert not Shortcut().matches_event(event)
        assert event.is_pressed()

    def test_without_events_it_is_none(self) -> None:
        shortcut = Shortcut()
        assert not shortcut.has_valid_event()
        assert shortcut.get_as_text() == "None"
        shortcut.events = [None]
        assert not shortcut.has_valid_event()

    def test_a_shortcut_in_a_shortcut_is_refused(self) -> None:
        shortcut = Shortcut()
        with expect_error("Cannot set a shortcut event to an instance of InputEventShortcut"):
            shortcut.events = [InputEventShortcut()]
        assert list(shortcut.events) == []


def test_values_are_32_bit_floats_where_godot_has_them() -> None:
    motion, action = InputEventMouseMotion(), InputEventAction()
    motion.pressure = 0.1
    assert str_(motion.pressure) == "0.10000000149012"
    action.strength = 7
    assert action.strength == 1.0
