"""Timers of the tree end in the frame in which repeated subtraction ends them, as in Godot."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.scene.scene_tree_timer import TreeTimers

SECONDS = st.one_of(
    st.sampled_from([0.0, -1.0, 0.05, 0.1, 0.2, 1 / 60, 2 / 60, 0.3, 1.0]),
    st.floats(-0.1, 1.5),
)
DELTAS = st.lists(st.sampled_from([1 / 60, 1 / 60, 1 / 30, 1 / 120, 0.0, 0.1]), max_size=120)


class Naive:
    """What Godot does: one subtraction for each timer and frame."""

    def __init__(self) -> None:
        self.left: dict[int, float] = {}

    def step(self, delta: float) -> list[int]:
        ended = []
        for key in list(self.left):
            self.left[key] -= delta
            if self.left[key] <= 0.0:
                ended.append(key)
                del self.left[key]
        return ended


@given(st.lists(st.tuples(st.integers(0, 40), SECONDS), max_size=12), DELTAS)
def test_ends_when_subtraction_does(starts: list[tuple[int, float]], deltas: list[float]) -> None:
    timers, naive = TreeTimers(), Naive()
    ended: list[int] = []
    for frame, delta in enumerate(deltas):
        for key, (at, seconds) in enumerate(starts):
            if at == frame:
                timer = timers.add(seconds, True, False, False)
                timer.timeout.connect(lambda key=key: ended.append(key))
                naive.left[key] = seconds
        ended.clear()
        timers.step(False, delta, delta, False)
        assert sorted(ended) == sorted(naive.step(delta))


@given(SECONDS, DELTAS)
def test_time_left_is_what_subtraction_leaves(seconds: float, deltas: list[float]) -> None:
    timers = TreeTimers()
    timer = timers.add(seconds, True, False, False)
    left = seconds
    for delta in deltas:
        timers.step(False, delta, delta, False)
        left -= delta
        if left <= 0.0:
            break
        assert timer.time_left == left


def test_measured_deltas_do_not_pile_up() -> None:
    timers = TreeTimers()
    timer = timers.add(1000.0, True, False, False)
    fired: list[bool] = []
    timer.timeout.connect(lambda: fired.append(True))
    total = 0.0
    for frame in range(5000):
        delta = 0.01 + frame * 1e-7
        timers.step(False, delta, delta, False)
        total += delta
    clock = timers._clocks[(False, True, False)]
    assert len(clock._runs) <= 64
    assert abs(timer.time_left - (1000.0 - total)) < 1e-6
    assert not fired


def test_oldest_first_whatever_their_clocks_and_times() -> None:
    timers = TreeTimers()
    order: list[int] = []
    kinds = [(0.3, True, True), (0.1, False, False), (0.2, True, False), (0.1, False, True)]
    for key, (seconds, always, unscaled) in enumerate(kinds):
        timer = timers.add(seconds, always, False, unscaled)
        timer.timeout.connect(lambda key=key: order.append(key))
    timers.step(False, 1.0, 1.0, False)
    assert order == [0, 1, 2, 3]


def test_a_pause_holds_those_that_do_not_run_always() -> None:
    timers = TreeTimers()
    held, runs = timers.add(0.1, False, False, False), timers.add(0.1, True, False, False)
    timers.step(False, 0.05, 0.05, True)
    assert held.time_left == 0.1
    assert runs.time_left == 0.05
    timers.step(True, 5.0, 5.0, False)  # a physics step is none of theirs
    assert (held.time_left, runs.time_left) == (0.1, 0.05)


def test_another_time_left_moves_the_end() -> None:
    timers = TreeTimers()
    timer = timers.add(5.0, True, False, False)
    fired: list[str] = []
    timer.timeout.connect(lambda: fired.append("timeout"))
    timers.step(False, 1.0, 1.0, False)
    timer.time_left = 0.5
    timers.step(False, 0.25, 0.25, False)
    assert (timer.time_left, fired) == (0.25, [])
    timers.step(False, 0.25, 0.25, False)
    assert fired == ["timeout"]
    timer.time_left = 1.0
    timers.step(False, 5.0, 5.0, False)
    assert fired == ["timeout"]
    assert len(timers) == 0
