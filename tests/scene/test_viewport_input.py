"""How an event goes through a viewport: stages, order, and when it ends."""

from __future__ import annotations

from typing import Any

import pytest

from engine import Node
from engine.core.input_enums import KEY_A
from engine.core.input_event import InputEvent
from engine.core.input_event_action import InputEventAction
from engine.core.input_event_joypad import InputEventJoypadButton
from engine.core.input_event_key import InputEventKey
from engine.core.input_event_mouse import InputEventMouseMotion
from engine.core.transform2d import Transform2D
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.testing import HeadlessTree, collect_messages, expect_error

STAGES = ("input", "shortcut_input", "unhandled_key_input", "unhandled_input")


class Ears(Node):
    """Notes which stage it hears of, in a list that it shares with others."""

    def __init__(self, name: str, log: list[str], stops: str = "") -> None:
        super().__init__()
        self.name = name
        self.log = log
        self.stops = stops

    def hear(self, stage: str) -> None:
        self.log.append(f"{self.name} {stage}")
        if stage == self.stops:
            self.get_viewport().set_input_as_handled()

    def _input(self, event: Any) -> None:
        self.hear("input")

    def _shortcut_input(self, event: Any) -> None:
        self.hear("shortcut_input")

    def _unhandled_key_input(self, event: Any) -> None:
        self.hear("unhandled_key_input")

    def _unhandled_input(self, event: Any) -> None:
        self.hear("unhandled_input")


@pytest.fixture
def log() -> list[str]:
    return []


def press() -> InputEventKey:
    event = InputEventKey()
    event.keycode = KEY_A
    event.pressed = True
    return event


def motion(x: float, y: float) -> InputEventMouseMotion:
    event = InputEventMouseMotion()
    event.position = event.global_position = Vector2(x, y)
    return event


class TestOrder:
    def test_the_last_in_the_tree_comes_first(self, tree: HeadlessTree, log: list[str]) -> None:
        first = tree.add(Ears("first", log))
        first.add_child(Ears("below", log))
        tree.add(Ears("last", log))
        tree.root.push_input(press())
        names = ("last", "below", "first")
        assert log == [f"{name} {stage}" for stage in STAGES for name in names]
        assert not tree.root.is_input_handled()

    @pytest.mark.parametrize("stage", STAGES)
    def test_who_handles_it_ends_it(self, tree: HeadlessTree, log: list[str], stage: str) -> None:
        tree.add(Ears("never", log))
        tree.add(Ears("stops", log, stage))
        tree.root.push_input(press())
        assert log[-1] == f"stops {stage}"
        assert tree.root.is_input_handled()
        tree.root.push_input(motion(1, 1))
        assert log[-1] != f"stops {stage}" or stage in ("input", "unhandled_input")

    @pytest.mark.parametrize(
        ("event", "stages"),
        [
            (press, STAGES),
            (InputEventJoypadButton, ("input", "shortcut_input", "unhandled_input")),
            (InputEventAction, ("input", "unhandled_input")),
            (InputEventMouseMotion, ("input", "unhandled_input")),
        ],
    )
    def test_only_some_events_go_through_all_stages(
        self, tree: HeadlessTree, log: list[str], event: Any, stages: tuple[str, ...]
    ) -> None:
        tree.add(Ears("one", log))
        tree.root.push_input(event())
        assert log == [f"one {stage}" for stage in stages]

    def test_moving_a_node_changes_its_turn(self, tree: HeadlessTree, log: list[str]) -> None:
        tree.add(Ears("a", log))
        last = tree.add(Ears("b", log))
        tree.root.push_input(InputEventAction())
        tree.root.move_child(last, 0)
        tree.root.push_input(InputEventAction())
        assert [line for line in log if line.endswith(" input")] == [
            "b input",
            "a input",
            "a input",
            "b input",
        ]


class TestTakingPart:
    def test_a_stage_can_be_switched_off_and_on(self, tree: HeadlessTree, log: list[str]) -> None:
        node = tree.add(Ears("one", log))
        assert node.is_processing_input()
        node.set_process_input(False)
        tree.root.push_input(InputEventAction())
        node.set_process_input(True)
        tree.root.push_input(InputEventAction())
        assert log == ["one unhandled_input", "one input", "one unhandled_input"]

    def test_a_node_without_callbacks_takes_no_part(self, tree: HeadlessTree) -> None:
        node = tree.add(Node())
        assert not node.is_processing_input()
        assert not node.is_processing_unhandled_input()

    def test_paused_nodes_hear_nothing(self, tree: HeadlessTree, log: list[str]) -> None:
        tree.add(Ears("paused", log))
        always = tree.add(Ears("always", log))
        always.process_mode = Node.PROCESS_MODE_ALWAYS
        tree.paused = True
        tree.root.push_input(InputEventAction())
        assert log == ["always input", "always unhandled_input"]

    def test_who_has_left_meanwhile_hears_nothing(self, tree: HeadlessTree, log: list[str]) -> None:
        gone = tree.add(Ears("gone", log))

        class Remover(Node):
            def _input(self, event: Any) -> None:
                self.get_parent().remove_child(gone)

        tree.add(Remover())
        tree.root.push_input(press())
        assert log == []
        gone.free()

    def test_a_node_that_comes_back_hears_again(self, tree: HeadlessTree, log: list[str]) -> None:
        node = tree.add(Ears("one", log))
        tree.root.remove_child(node)
        tree.root.push_input(InputEventAction())
        tree.root.add_child(node)
        tree.root.push_input(InputEventAction())
        assert log == ["one input", "one unhandled_input"]

    def test_internal_events_are_not_for_scripts(self, tree: HeadlessTree, log: list[str]) -> None:
        tree.add(Ears("one", log))
        event = press()
        event.device = InputEvent.DEVICE_ID_INTERNAL
        tree.root.push_input(event)
        assert log == []

    def test_an_exception_does_not_stop_the_others(
        self, tree: HeadlessTree, log: list[str]
    ) -> None:
        tree.add(Ears("one", log))

        class Broken(Node):
            def _input(self, event: Any) -> None:
                raise ValueError("broken")

        tree.add(Broken())
        with expect_error("broken"):
            tree.root.push_input(InputEventAction())
        assert log == ["one input", "one unhandled_input"]


class TestViewport:
    def test_disabled_it_takes_nothing(self, tree: HeadlessTree, log: list[str]) -> None:
        tree.add(Ears("one", log))
        tree.root.gui_disable_input = True
        tree.root.push_input(press())
        assert log == []

    def test_positions_are_its_own(self, tree: HeadlessTree) -> None:
        seen: list[Any] = []

        class Ear(Node):
            def _input(self, event: Any) -> None:
                seen.append((event.position, event.global_position))

        tree.add(Ear())
        root = tree.root
        root.size = Vector2i(800, 600)
        root.global_canvas_transform = Transform2D(0.0, Vector2(10, 10))
        root.push_input(motion(50, 60))
        root.push_input(motion(50, 60), True)
        assert seen == [(Vector2(40, 50), Vector2(40, 50)), (Vector2(50, 60), Vector2(50, 60))]

    def test_unhandled_input_skips_the_first_stage(
        self, tree: HeadlessTree, log: list[str]
    ) -> None:
        tree.add(Ears("one", log))
        with collect_messages():
            tree.root.push_unhandled_input(press())
        assert log == [f"one {stage}" for stage in STAGES[1:]]

    def test_outside_the_tree_it_takes_nothing(self, tree: HeadlessTree) -> None:
        window = type(tree.root)()
        with expect_error('Condition "!is_inside_tree()" is true.'):
            window.push_input(press())
        window.free()

    def test_nothing_is_refused(self, tree: HeadlessTree) -> None:
        with expect_error('Required object "rp_event" is null.'):
            tree.root.push_input(None)  # type: ignore[arg-type]

    def test_the_mouse_comes_in_with_the_first_event(self, tree: HeadlessTree) -> None:
        heard: list[str] = []
        tree.root.mouse_entered.connect(lambda: heard.append("entered"))
        tree.root.mouse_exited.connect(lambda: heard.append("exited"))
        tree.root.push_input(motion(1, 1))
        tree.root.push_input(motion(2, 2))
        tree.root.notify_mouse_exited()
        assert heard == ["entered", "exited"]
        with collect_messages() as messages:
            tree.root.notify_mouse_exited()
        assert "previously notified that the mouse has left" in messages[0].text

    def test_window_input_is_told_first(self, tree: HeadlessTree, log: list[str]) -> None:
        tree.root.window_input.connect(lambda event: log.append("window"))
        tree.add(Ears("one", log))
        tree.root._window_input(InputEventAction())
        assert log == ["window", "one input", "one unhandled_input"]
