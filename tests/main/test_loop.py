"""The loop: pacing by a clock, catching up, and the ways to an end."""

from __future__ import annotations

import os
import signal
import time

import pytest

from engine import Engine, ManualClock, Node
from engine.main.loop import Loop, make_tree
from engine.testing import expect_error


class Counter(Node):
    """Counts frames, lets time pass in some of them, and quits after the last."""

    def __init__(self, last: int, busy: dict[int, float] | None = None) -> None:
        super().__init__()
        self.last = last
        self.busy = busy or {}
        self.deltas: list[float] = []
        self.started: list[float] = []

    def _process(self, delta: float) -> None:
        clock = self.get_tree().clock
        self.started.append(clock.now())
        self.deltas.append(delta)
        clock.advance(self.busy.get(len(self.deltas), 0.0))
        if len(self.deltas) == self.last:
            self.get_tree().quit(3)


def run(counter: Counter, **options: object) -> int:
    return Loop(make_tree(counter, ManualClock()), **options).run()


@pytest.fixture
def deltas_of():
    """Runs a counter and gives its starts and deltas, kept from before it is freed."""

    def measure(last: int, busy: dict[int, float], **options: object):
        starts: list[float] = []
        deltas: list[float] = []
        counter = Counter(last, busy)
        counter.started, counter.deltas = starts, deltas
        run(counter, **options)
        return starts, deltas

    return measure


def test_ticks_are_whole_and_paced(deltas_of) -> None:
    starts, deltas = deltas_of(5, {})
    assert [round(start * 60, 6) for start in starts] == [0, 1, 2, 3, 4]
    assert deltas == [pytest.approx(1 / 60)] * 5


def test_the_exit_code_is_the_scripts() -> None:
    assert run(Counter(2)) == 3


def test_late_ticks_are_caught_up_back_to_back(deltas_of) -> None:
    starts, deltas = deltas_of(6, {2: 3.5 / 60})
    assert [round(start * 60, 3) for start in starts] == [0, 1, 4.5, 4.5, 4.5, 5]
    assert all(delta == pytest.approx(1 / 60) for delta in deltas)


def test_what_is_more_than_eight_ticks_late_is_given_up(deltas_of) -> None:
    starts, _ = deltas_of(14, {1: 100 / 60})
    after = [round(start * 60, 3) for start in starts[1:]]
    assert after[:9] == [100] * 9
    assert after[9:] == [101, 102, 103, 104]


def test_fixed_fps_does_not_wait(deltas_of) -> None:
    starts, deltas = deltas_of(4, {}, fixed_fps=30)
    assert starts == [0.0] * 4
    assert sum(deltas) == pytest.approx(4 / 30, abs=1 / 60)


def test_measured_frames_have_the_length_that_passed(deltas_of) -> None:
    _, deltas = deltas_of(5, {1: 0.05, 2: 0.02, 3: 0.01}, max_fps=0)
    assert sum(deltas) == pytest.approx(0.08, abs=0.02)


def test_max_fps_limits_measured_frames(deltas_of) -> None:
    starts, _ = deltas_of(4, {}, max_fps=50)
    assert [round(start, 6) for start in starts] == [0.0, 0.02, 0.04, 0.06]


def test_measured_frames_have_at_most_so_many_physics_steps() -> None:
    ticks: list[int] = []

    class Slow(Node):
        def _physics_process(self, delta: float) -> None:
            ticks.append(Engine.get_process_frames())

        def _process(self, delta: float) -> None:
            self.get_tree().clock.advance(1.0)
            if len(ticks) > 8:
                self.get_tree().quit()

    Loop(make_tree(Slow(), ManualClock()), max_fps=0).run()
    assert ticks.count(ticks[-1]) == Engine.max_physics_steps_per_frame


def test_who_quits_in_ready_still_gets_the_first_frame() -> None:
    said: list[str] = []

    class Hasty(Node):
        def _ready(self) -> None:
            self.get_tree().quit(5)

        def _process(self, delta: float) -> None:
            said.append("process")

    assert Loop(make_tree(Hasty()), fixed_fps=60).run() == 5
    assert said == ["process"]


def test_quit_after(deltas_of) -> None:
    starts, _ = deltas_of(100, {}, fixed_fps=60, quit_after=7)
    assert len(starts) == 7


def test_strict_ends_at_the_first_script_error() -> None:
    class Broken(Node):
        def _process(self, delta: float) -> None:
            raise ValueError("no way")

    with expect_error("ValueError: no way", count=1):
        assert Loop(make_tree(Broken()), fixed_fps=60, strict=True, quit_after=50).run() == 1


def test_without_strict_the_tree_goes_on() -> None:
    class Broken(Node):
        def _process(self, delta: float) -> None:
            raise ValueError("no way")

    with expect_error("ValueError: no way", count=5):
        assert Loop(make_tree(Broken()), fixed_fps=60, quit_after=5).run() == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_ask_the_tree_to_close(number: int) -> None:
    said: list[str] = []

    class Polite(Node):
        def _process(self, delta: float) -> None:
            if not said:
                os.kill(os.getpid(), number)
            said.append("process")

        def _notification(self, what: int) -> None:
            if what == self.NOTIFICATION_WM_CLOSE_REQUEST:
                said.append("close request")

        def _exit_tree(self) -> None:
            said.append("exit")

    assert Loop(make_tree(Polite()), fixed_fps=60, quit_after=1000).run() == 0
    assert said[-2:] == ["close request", "exit"]
    assert signal.getsignal(number) is not None


def test_a_signal_that_comes_twice_at_once_is_one() -> None:
    class Ended(Node):
        def _process(self, delta: float) -> None:
            os.kill(os.getpid(), signal.SIGTERM)
            os.kill(os.getpid(), signal.SIGTERM)

        def _exit_tree(self) -> None:
            os.kill(os.getpid(), signal.SIGTERM)

    assert Loop(make_tree(Ended()), fixed_fps=60, quit_after=1000).run() == 0


def test_a_signal_that_comes_later_ends_a_script_that_hangs() -> None:
    class Hanging(Node):
        def _process(self, delta: float) -> None:
            os.kill(os.getpid(), signal.SIGINT)
            began = time.monotonic()
            while time.monotonic() - began < 30.0:
                if time.monotonic() - began > 0.6:
                    os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        Loop(make_tree(Hanging()), fixed_fps=60, quit_after=1000).run()


def test_a_tree_may_refuse_to_close_once() -> None:
    said: list[str] = []

    class Stubborn(Node):
        def _ready(self) -> None:
            self.get_tree().auto_accept_quit = False

        def _process(self, delta: float) -> None:
            if len(said) == 3:
                self.get_tree().quit(9)
            else:
                os.kill(os.getpid(), signal.SIGTERM)

        def _notification(self, what: int) -> None:
            if what == self.NOTIFICATION_WM_CLOSE_REQUEST:
                said.append("asked")

    assert Loop(make_tree(Stubborn()), fixed_fps=60, quit_after=1000).run() == 9
    assert said == ["asked"] * 3
