"""Trees that are stepped by hand, and waiting for what happens in them."""

from __future__ import annotations

from typing import Any

import pytest

from engine.core.callable import Callable
from engine.core.engine_singleton import Engine
from engine.core.error import OK
from engine.core.object import Object, is_instance_valid
from engine.core.signal import Signal
from engine.net.stream_peer_tcp import StreamPeerTCP
from engine.net.tcp_server import TCPServer
from engine.scene.node import Node
from engine.testing import HeadlessTree, run_until
from engine.testing.headless import engine_settings, restore_engine_settings


class Counter(Node):
    """Counts its frames, and tells of some of them."""

    counted = Signal(int)
    passed = Signal()
    told = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.frames = 0
        self.steps = 0
        self.deltas: list[float] = []

    def _process(self, delta: float) -> None:
        self.frames += 1
        self.deltas.append(delta)
        if self.frames == 3:
            self.passed.emit()
            self.counted.emit(self.frames)
            self.told.emit(self.frames, "three")

    def _physics_process(self, delta: float) -> None:
        self.steps += 1

    async def wait_for(self, seconds: float) -> str:
        await self.get_tree().create_timer(seconds).timeout
        return f"waited {seconds}"

    async def fail_after(self, seconds: float) -> None:
        await self.wait_for(seconds)
        raise ValueError("too long")


# Trees --------------------------------------------------------------------------------------------


def test_a_tick_is_a_sixtieth_of_a_second(tree: HeadlessTree) -> None:
    counter = tree.add(Counter())
    tree.tick()
    assert (counter.frames, counter.steps, counter.deltas) == (1, 1, [1 / 60])
    tree.tick(59)
    assert (counter.frames, counter.steps, tree.get_frame()) == (60, 60, 60)
    assert tree.clock.now() == pytest.approx(1.0)


def test_a_tick_may_have_another_length(tree: HeadlessTree) -> None:
    counter = tree.add(Counter())
    tree.tick(2, delta=0.5)
    assert counter.deltas == [0.5, 0.5]
    assert counter.steps in (59, 60)  # the jitter fix may hold one back
    assert tree.clock.now() == 1.0


def test_the_clock_stands_still_between_ticks(tree: HeadlessTree) -> None:
    before = tree.clock.now()
    tree.add(Counter())
    assert tree.clock.now() == before == 0.0


def test_what_is_added_is_in_the_tree_and_has_a_name(tree: HeadlessTree) -> None:
    first, second = tree.add(Counter()), tree.add(Counter())
    named = Counter()
    named.name = "Mine"
    assert tree.add(named) is named
    assert [node.name for node in (first, second, named)] == ["Counter", "Counter2", "Mine"]
    assert all(node.is_inside_tree() and node.get_parent() is tree.root for node in (first, second))


def test_ready_may_wait(tree: HeadlessTree) -> None:
    class Patient(Node):
        async def _ready(self) -> None:
            self.stages = ["ready"]
            await self.get_tree().process_frame
            self.stages.append("frame")
            await self.get_tree().create_timer(0.1).timeout
            self.stages.append("timer")

    patient = tree.add(Patient())
    assert patient.stages == ["ready"]
    tree.tick()
    assert patient.stages == ["ready", "frame"]
    tree.tick(7)
    assert patient.stages == ["ready", "frame", "timer"]


# Waiting ------------------------------------------------------------------------------------------


def test_waits_for_a_signal_without_arguments(tree: HeadlessTree) -> None:
    counter = tree.add(Counter())
    assert tree.run_until(counter.passed) is None
    assert counter.frames == 3


def test_a_signal_with_one_argument_gives_it(tree: HeadlessTree) -> None:
    counter = tree.add(Counter())
    assert tree.run_until(counter.counted) == 3


def test_a_signal_with_more_arguments_gives_a_list(tree: HeadlessTree) -> None:
    counter = tree.add(Counter())
    assert tree.run_until(counter.told) == [3, "three"]
    assert not counter.told.has_connections()


def test_a_signal_that_came_before_does_not_count(tree: HeadlessTree) -> None:
    counter = tree.add(Counter())
    tree.tick(3)
    with pytest.raises(TimeoutError, match="counted"):
        tree.run_until(counter.counted, timeout=0.5)


def test_waits_for_a_coroutine_and_gives_what_it_returns(tree: HeadlessTree) -> None:
    counter = tree.add(Counter())
    assert tree.run_until(counter.wait_for(0.1)) == "waited 0.1"
    assert counter.frames == 7


def test_a_coroutine_that_has_ended_takes_no_frame(tree: HeadlessTree) -> None:
    counter = tree.add(Counter())
    ended = counter.wait_for(0.1)
    tree.tick(10)
    assert tree.run_until(ended) == "waited 0.1"
    assert counter.frames == 10


def test_what_a_coroutine_raises_is_raised_and_not_reported(tree: HeadlessTree) -> None:
    counter = tree.add(Counter())
    with pytest.raises(ValueError, match="too long"):
        tree.run_until(counter.fail_after(0.1))
    assert counter.frames == 7


def test_waits_for_a_function_of_the_test(tree: HeadlessTree) -> None:
    counter = tree.add(Counter())
    story = []

    async def tell() -> int:
        story.append(await counter.counted)
        await tree.process_frame
        story.append(counter.frames)
        return len(story)

    assert tree.run_until(tell()) == 2
    assert story == [3, 3]  # process_frame comes before the nodes' own turn
    assert counter.frames == 4


def test_a_function_of_the_test_may_fail_early_or_late(tree: HeadlessTree) -> None:
    async def fail(frames: int) -> None:
        for _ in range(frames):
            await tree.process_frame
        raise KeyError("nothing")

    for frames in (0, 2):
        with pytest.raises(KeyError):
            tree.run_until(fail(frames))
    assert tree.get_frame() == 2


def test_a_coroutine_whose_object_goes_gives_none(tree: HeadlessTree) -> None:
    counter = tree.add(Counter())
    waiting = counter.wait_for(5.0)
    tree.create_timer(0.1).timeout.connect(counter.queue_free)
    assert tree.run_until(waiting) is None
    assert tree.get_frame() == 7


def test_waits_for_a_condition_and_gives_its_value(tree: HeadlessTree) -> None:
    counter = tree.add(Counter())
    assert tree.run_until(lambda: counter.frames >= 5 and "five") == "five"
    assert counter.frames == 5
    assert tree.run_until(lambda: True) is True
    assert counter.frames == 5


def test_waits_for_a_callable_object(tree: HeadlessTree) -> None:
    counter = tree.add(Counter())
    assert tree.run_until(Callable(counter, "is_node_ready")) is True


def test_what_never_comes_ends_in_an_error(tree: HeadlessTree) -> None:
    counter = tree.add(Counter())

    def never() -> bool:
        return False

    with pytest.raises(TimeoutError, match=r"never has not happened within 2 s"):
        tree.run_until(never, timeout=2.0)
    assert 120 <= counter.frames <= 122
    with pytest.raises(TimeoutError, match=r"wait_for"):
        tree.run_until(counter.wait_for(60.0), timeout=0.1)
    with pytest.raises(TimeoutError, match=r"passed"):
        tree.run_until(counter.passed, timeout=0.1)


def test_several_trees_run_side_by_side(make_tree: Any) -> None:
    one, other = make_tree(), make_tree()
    left, right = one.add(Counter()), other.add(Counter())
    assert run_until(right.counted, one, other) == 3
    assert (left.frames, right.frames) == (3, 3)
    run_until(lambda: left.frames == 5, one)
    assert (left.frames, right.frames) == (5, 3)
    assert (one.get_frame(), other.get_frame()) == (5, 3)


def test_while_sockets_are_open_real_time_counts(tree: HeadlessTree) -> None:
    server, client = TCPServer(), StreamPeerTCP()
    assert server.listen(0, "127.0.0.1") == OK
    assert client.connect_to_host("127.0.0.1", server.get_local_port()) == OK
    tree.run_until(server.is_connection_available)
    peer = server.take_connection()
    assert peer is not None
    assert peer.put_data(b"hello") == OK

    def heard() -> int:
        client.poll()
        return client.get_available_bytes() if client.get_status() == 2 else 0

    assert tree.run_until(heard) == 5
    for end in (client, peer):
        end.disconnect_from_host()
    server.stop()


# Ends ---------------------------------------------------------------------------------------------


def test_a_tree_that_ends_frees_what_is_in_it() -> None:
    log = []

    class Mortal(Node):
        def _exit_tree(self) -> None:
            log.append("exit")

        def _notification(self, what: int) -> None:
            if what == Object.NOTIFICATION_PREDELETE:
                log.append("predelete")

    tree = HeadlessTree()
    mortal = tree.add(Mortal())
    tree.tick()
    tree.finalize()
    assert log == ["exit", "predelete"]
    assert not is_instance_valid(mortal)
    tree.finalize()
    assert log == ["exit", "predelete"]


def test_settings_of_the_engine_can_be_kept_and_restored() -> None:
    before = engine_settings()
    Engine.time_scale = 3.0
    Engine.physics_ticks_per_second = 30
    assert engine_settings() != before
    restore_engine_settings(before)
    assert engine_settings() == before
    assert (Engine.time_scale, Engine.physics_ticks_per_second) == (1.0, 60)
