"""Tweens in every situation that a program can bring them into.

`data/tween_scenarios.gd` was run by the real Godot, which printed `data/tween_scenarios.txt`. Each
scenario here is a port of the function of the same name, and has to print the same lines, messages
in between.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable as PyCallable
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from engine import (
    Callable,
    Color,
    Node,
    NodePath,
    Rect2,
    Rect2i,
    RefCounted,
    SceneTree,
    Tween,
    Vector2,
    Vector2i,
    print_,
)
from engine.core.output import Message, handler
from engine.core.ref_counted import weakref
from tests.godot.run_case import fresh_engine_settings

RECORDED = Path(__file__).parent / "data" / "tween_scenarios.txt"
INF, NAN = float("inf"), float("nan")


class Ref(RefCounted):
    v = 0.0

    def method(self, x: float) -> None:
        print_("method ", x)

    def callback(self) -> None:
        print_("callback")


class Main(Node):
    """What all scenarios share."""

    frame = 0
    value = 0.0
    number = 0
    point = Vector2()

    def __init__(self, scenario: PyCallable[[Main], Any]) -> None:
        super().__init__()
        self.name = "Main"
        self.scenario = scenario

    async def _ready(self) -> None:
        await self.wait(1)
        self.frame = 0
        await self.scenario(self)
        self.get_tree().quit()

    def _process(self, delta: float) -> None:
        self.frame += 1

    async def wait(self, n: int) -> None:
        for _ in range(n):
            await self.get_tree().process_frame

    def q(self, label: Any, x: Any = "") -> None:
        print_("f", self.frame, " ", label, " ", x)

    def later(self, label: Any, x: Any = "") -> PyCallable[[], None]:
        return lambda: self.q(label, x)

    def take(self, x: Any) -> None:
        self.q("take", x)

    def watch(self, t: Tween, tag: str) -> Tween:
        t.step_finished.connect(lambda i: self.q(tag + " step_finished", i))
        t.finished.connect(lambda: self.q(tag + " finished"))
        t.loop_finished.connect(lambda i: self.q(tag + " loop_finished", i))
        return t

    def tw(self, tag: str = "t") -> Tween:
        return self.watch(self.create_tween(), tag)

    def still(self) -> Tween:
        t = self.create_tween()
        t.pause()
        return t


# Ends --------------------------------------------------------------------------------------------


async def valid_until_dropped(m: Main) -> None:
    t = m.create_tween()
    t.tween_interval(0.01)

    def state() -> list[Any]:
        return [t.is_valid(), t.is_running(), t.get_loops_left(), t.get_total_elapsed_time()]

    t.finished.connect(lambda: m.q("finished", state()))
    await t.finished
    m.q("awaited", t.is_valid())
    await m.wait(1)
    m.q("next frame", t.is_valid())
    await m.wait(1)
    m.q("then", t.is_valid())
    m.q("elapsed", t.get_total_elapsed_time())


async def restart_when_finished(m: Main) -> None:
    t = m.create_tween()
    t.tween_callback(m.later("callback")).set_delay(0.02)
    n = [0]

    def again() -> None:
        n[0] += 1
        m.q("finished", n[0])
        if n[0] < 3:
            t.stop()
            t.play()

    t.finished.connect(again)
    await m.wait(8)
    m.q("valid", t.is_valid())


async def stop_when_finished(m: Main) -> None:
    t = m.create_tween()
    t.tween_property(m, "value", 1.0, 0.05)
    t.finished.connect(lambda: t.stop())
    await m.wait(6)
    m.q("valid", [t.is_valid(), t.is_running()])
    m.value = 0.0
    t.play()
    await m.wait(2)
    m.q("value", m.value)
    t.kill()


async def play_when_finished(m: Main) -> None:
    t = m.create_tween()
    t.tween_interval(0.01)
    await t.finished
    t.play()
    m.q("running", t.is_running())
    m.q("stepped", t.custom_step(0.1))
    await m.wait(2)


def after(m: Main, label: str, action: PyCallable[[], object]) -> PyCallable[[], None]:
    def callback() -> None:
        m.q(label)
        action()

    return callback


async def kill_in_callback(m: Main) -> None:
    t = m.tw()
    t.set_parallel()
    t.tween_callback(after(m, "first", t.kill))
    t.tween_callback(m.later("second"))
    t.chain().tween_callback(m.later("third"))
    await m.wait(3)
    m.q("valid", t.is_valid())


async def stop_in_callback(m: Main) -> None:
    t = m.tw()
    t.tween_callback(after(m, "first", t.stop))
    t.tween_callback(m.later("second"))
    await m.wait(3)
    m.q("valid", t.is_valid())
    t.kill()


async def pause_in_callback(m: Main) -> None:
    t = m.tw()
    t.tween_callback(after(m, "first", t.pause))
    t.tween_callback(m.later("second"))
    await m.wait(3)
    t.play()
    await m.wait(2)


async def restart_in_callback(m: Main) -> None:
    t = m.tw()
    n = [0]

    def a() -> None:
        n[0] += 1
        m.q("a", n[0])
        if n[0] < 3:
            t.stop()
            t.play()

    t.tween_callback(a)
    t.tween_callback(m.later("b"))
    t.tween_interval(0.02)
    t.tween_callback(m.later("c"))
    await m.wait(8)


async def stop_in_loop_finished(m: Main) -> None:
    t = m.tw().set_loops(4)
    t.tween_callback(m.later("a"))
    t.tween_interval(0.01)
    t.loop_finished.connect(lambda i: t.stop() if i == 2 else None)
    await m.wait(8)
    m.q("valid", t.is_valid())
    t.kill()


# Time --------------------------------------------------------------------------------------------


async def create_in_callback(m: Main) -> None:
    def create() -> None:
        m.q("outer")
        u = m.create_tween()
        u.tween_callback(m.later("inner"))
        u.tween_callback(m.later("inner too"))

    m.create_tween().tween_callback(create)
    await m.wait(4)


async def many_steps_in_a_frame(m: Main) -> None:
    t = m.tw()
    for i in range(3):
        t.tween_callback(m.later("callback", i))
    await m.wait(2)


async def time_left_over(m: Main) -> None:
    for steps in ([0.5], [0.2, 0.3]):
        t = m.still()
        t.tween_interval(0.1)
        t.parallel().tween_interval(0.3)
        t.tween_method(m.take, 0.0, 1.0, 1.0)
        for delta in steps:
            t.custom_step(delta)
        t.kill()
    t = m.still()
    t.tween_interval(0.3)
    t.parallel().tween_callback(m.later("callback"))
    t.tween_method(m.take, 0.0, 1.0, 1.0)
    t.custom_step(0.2)
    t.custom_step(0.3)
    t.kill()


async def infinite_loop(m: Main) -> None:
    t = m.tw().set_loops()
    t.tween_callback(m.later("callback"))
    await m.wait(3)
    m.q("valid", t.is_valid())


async def infinite_loop_by_hand(m: Main) -> None:
    t = m.tw().set_loops()
    t.pause()
    t.tween_callback(m.later("callback"))
    m.q("stepped", t.custom_step(1.0))
    m.q("valid", t.is_valid())
    t.kill()


async def zero_length_loops(m: Main) -> None:
    m.tw().set_loops(3).tween_callback(m.later("callback"))
    await m.wait(3)


async def short_infinite_loop(m: Main) -> None:
    t = m.tw().set_loops()
    t.tween_interval(0.005)
    await m.wait(2)
    m.q("left", t.get_loops_left())
    t.kill()


async def loops_changed_on_the_way(m: Main) -> None:
    t = m.tw().set_loops(3)
    t.tween_interval(0.02)
    t.loop_finished.connect(lambda i: t.set_loops(2))
    await m.wait(8)


async def order_of_signals(m: Main) -> None:
    t = m.create_tween().set_loops(2)
    step = t.tween_property(m, "value", 1.0, 0.02).from_(0.0)
    step.finished.connect(lambda: m.q("property finished", m.value))
    t.parallel().tween_interval(0.01).finished.connect(m.later("interval finished"))
    t.tween_callback(m.later("callback")).finished.connect(m.later("callback finished"))
    t.tween_method(m.take, 0.0, 1.0, 0.02).finished.connect(m.later("method finished"))
    m.watch(t, "t")
    await m.wait(10)


async def strange_durations(m: Main) -> None:
    for duration in [0.0, -1.0, INF, NAN]:
        t = m.tw()
        t.pause()
        t.tween_method(m.take, 0.0, 1.0, duration)
        t.custom_step(0.5)
        m.q("elapsed", t.get_total_elapsed_time())
        t.kill()
    t = m.tw()
    t.pause()
    t.tween_interval(-1.0)
    t.tween_interval(1.0)
    t.tween_callback(m.later("callback")).set_delay(-1.0)
    t.custom_step(0.5)
    m.q("half")
    t.custom_step(0.5)


async def strange_steps(m: Main) -> None:
    t = m.still()
    t.tween_method(m.take, 0.0, 1.0, 1.0)
    for delta in [0.0, -1.0, 0.5, 5.0]:
        m.q("stepped", [t.custom_step(delta), t.get_total_elapsed_time()])
    m.q("again", [t.custom_step(5.0), t.get_total_elapsed_time(), t.is_valid()])
    t.stop()
    m.q("stopped", [t.custom_step(0.25), t.get_total_elapsed_time(), t.is_running()])
    t.kill()
    m.q("killed", [t.custom_step(0.25), t.get_total_elapsed_time()])
    t = m.still()
    t.tween_method(m.take, 0.0, 1.0, 1.0)
    for speed in [2.0, 0.0, -1.0]:
        t.set_speed_scale(speed)
        m.q("scaled", [t.custom_step(0.25), t.get_total_elapsed_time()])
    t.kill()


async def step_inside_a_step(m: Main) -> None:
    t = m.tw()
    t.tween_callback(lambda: m.q("stepped", t.custom_step(0.5)))
    t.tween_interval(0.01)
    await m.wait(3)
    u = m.still()
    u.tween_callback(m.later("other"))
    m.create_tween().tween_callback(lambda: m.q("stepped", u.custom_step(0.5)))
    await m.wait(3)
    u.kill()


# Objects -----------------------------------------------------------------------------------------


async def ref_counted_targets(m: Main) -> None:
    r = Ref()
    w = weakref(r)
    m.create_tween().tween_property(r, "v", 1.0, 0.03)
    del r
    for _ in range(4):
        await m.wait(1)
        m.q("lives", w.get_ref() is not None)
    m.create_tween().tween_callback(Ref().callback).set_delay(0.03)
    await m.wait(4)
    r = Ref()
    m.create_tween().tween_method(Callable(r, "method"), 0.0, 1.0, 0.03)
    del r
    await m.wait(4)


async def freed_targets(m: Main) -> None:
    n = Node()
    t = m.tw().set_parallel()
    step = t.tween_property(n, "process_priority", 10, 0.03)
    step.finished.connect(m.later("property finished"))
    call = t.tween_method(n.set_process_priority, 0, 10, 0.03)
    call.finished.connect(m.later("method finished"))
    end = t.tween_callback(n.queue_free).set_delay(0.02)
    end.finished.connect(m.later("callback finished"))
    n.free()
    await m.wait(4)


async def freed_on_the_way(m: Main) -> None:
    n = Node()
    t = m.tw()
    t.tween_property(n, "process_priority", 5, 0.05)
    t.tween_callback(m.later("next"))
    await m.wait(2)
    n.free()
    await m.wait(3)


async def callback_frees_bound_node(m: Main) -> None:
    n = Node()
    m.add_child(n)
    t = m.watch(n.create_tween(), "t")

    def free() -> None:
        n.free()
        m.q("freed")

    t.tween_callback(free)
    t.tween_callback(m.later("next"))
    t.tween_interval(0.1)
    t.tween_callback(m.later("never"))
    await m.wait(8)
    m.q("valid", t.is_valid())


async def bound_to_a_node_outside(m: Main) -> None:
    n = Node()
    t = m.watch(m.get_tree().create_tween().bind_node(n), "t")
    t.tween_callback(m.later("callback"))
    m.q("stepped", t.custom_step(0.1))
    await m.wait(2)
    m.q("valid", t.is_valid())
    m.add_child(n)
    await m.wait(3)
    n.free()


async def bound_to_a_disabled_node(m: Main) -> None:
    n = Node()
    m.add_child(n)
    m.process_mode = Node.PROCESS_MODE_ALWAYS
    n.process_mode = Node.PROCESS_MODE_DISABLED
    m.get_tree().paused = True
    n.create_tween().tween_callback(m.later("bound"))
    always = n.create_tween().set_pause_mode(Tween.TWEEN_PAUSE_PROCESS)
    always.tween_callback(m.later("process"))
    n.create_tween().set_pause_mode(Tween.TWEEN_PAUSE_STOP).tween_callback(m.later("stop"))
    m.get_tree().create_tween().tween_callback(m.later("unbound"))
    await m.wait(3)
    m.q("go on")
    m.get_tree().paused = False
    await m.wait(3)
    n.process_mode = Node.PROCESS_MODE_WHEN_PAUSED
    await m.wait(2)
    m.q("pause")
    m.get_tree().paused = True
    await m.wait(2)
    m.get_tree().paused = False
    n.free()


async def order_of_tweens(m: Main) -> None:
    a, b, c, d = (m.create_tween() for _ in range(4))
    d.set_process_mode(Tween.TWEEN_PROCESS_PHYSICS)
    b.tween_callback(m.later("b"))
    c.tween_callback(m.later("c"))
    d.tween_callback(m.later("physics"))

    def callback() -> None:
        m.q("a")
        b.kill()
        m.create_tween().tween_callback(m.later("late"))

    a.tween_callback(callback)
    await m.wait(4)


async def chain_and_parallel(m: Main) -> None:
    t = m.tw()
    t.tween_callback(m.later("1"))
    t.parallel().tween_callback(m.later("1 too"))
    t.tween_callback(m.later("2"))
    t.set_parallel()
    t.tween_callback(m.later("2 too"))
    t.chain().tween_callback(m.later("3"))
    t.tween_callback(m.later("3 too"))
    t.set_parallel(False)
    t.tween_callback(m.later("4"))
    await m.wait(3)
    t = m.tw().set_parallel()
    t.tween_callback(m.later("1"))
    t.chain()
    t.parallel()
    t.tween_callback(m.later("1 too"))
    t.parallel()
    t.chain()
    t.tween_callback(m.later("2"))
    await m.wait(3)
    t = m.tw()
    t.parallel().tween_callback(m.later("1"))
    t.parallel().parallel().tween_callback(m.later("1 too"))
    await m.wait(3)


# Calls -------------------------------------------------------------------------------------------


async def nothing_to_call(m: Main) -> None:
    t = m.tw()
    step = t.tween_callback(Callable()).set_delay(0.02)
    step.finished.connect(m.later("callback finished"))
    t.tween_callback(Callable(m, "no_such")).set_delay(0.02)
    t.tween_method(Callable(), 0, 1, 0.02).set_delay(0.02)
    await m.wait(3)


async def wrong_arguments(m: Main) -> None:
    t = m.tw()
    step = t.tween_callback(lambda x: m.q("never"))
    step.finished.connect(m.later("callback finished"))
    t.parallel().tween_interval(0.02)
    step = t.tween_method(lambda: m.q("never"), 0.0, 1.0, 0.03)
    step.finished.connect(m.later("method finished"))
    await m.wait(4)


async def async_callback(m: Main) -> None:
    t = m.tw()

    async def callback() -> None:
        await m.wait(1)
        m.q("waited")

    t.tween_callback(callback)
    t.tween_callback(m.later("next"))
    await m.wait(4)


async def custom_interpolator(m: Main) -> None:
    def squared(w: float) -> float:
        m.q("asked", w)
        return w * w

    def plain(w: float) -> float:
        m.q("asked", w)
        return w

    t = m.tw()
    step = t.tween_property(m, "value", 10.0, 0.05).from_(0.0).set_custom_interpolator(squared)
    step.finished.connect(lambda: m.q("property finished", m.value))
    await m.wait(2)
    m.q("value", m.value)
    await m.wait(3)
    t = m.still()
    step = t.tween_property(m, "value", 10.0, 1.0).from_(0.0)
    step.set_trans(Tween.TRANS_QUAD).set_custom_interpolator(plain)
    t.custom_step(0.25)
    m.q("value", m.value)
    t.kill()


async def wrong_custom_interpolators(m: Main) -> None:
    functions: list[Any] = [lambda w: 1, lambda w: "x", lambda w: None, Callable()]
    for function in [*functions, Callable(m, "no_such")]:
        m.value = 5.0
        t = m.still()
        t.tween_property(m, "value", 10.0, 1.0).set_custom_interpolator(function)
        t.custom_step(0.5)
        m.q("value", m.value)
        m.value = 7.0
        t.custom_step(0.5)
        m.q("value", m.value)
        t.kill()


# Values ------------------------------------------------------------------------------------------


def steps(m: Main, t: Tween, label: str, count: int, delta: float = 0.5) -> None:
    for _ in range(count):
        t.custom_step(delta)
        m.q(label, m.value)
    t.kill()


async def first_values(m: Main) -> None:
    t = m.still()
    m.q("wrong type", t.tween_property(m, "value", 1.0, 1.0).from_(Vector2()) is None)
    t.kill()
    m.value = 7.0
    t = m.still()
    t.tween_property(m, "value", 1.0, 1.0).from_current()
    m.value = 3.0
    steps(m, t, "from_current", 1)
    m.value = 7.0
    t = m.still()
    t.tween_property(m, "value", 1.0, 1.0).from_(2.0).set_delay(1.0)
    steps(m, t, "from and delay", 3)
    m.value = 7.0
    t = m.still()
    t.tween_property(m, "value", 1.0, 1.0).set_delay(1.0)
    t.custom_step(0.5)
    m.value = 100.0
    steps(m, t, "delay", 1, 0.75)
    m.value = 7.0
    t = m.still()
    t.tween_property(m, "value", 1.0, 1.0).from_(3).as_relative()
    steps(m, t, "from and relative", 1)
    m.value = 7.0
    t = m.still()
    t.tween_property(m, "value", 1.0, 1.0).as_relative().set_delay(1.0)
    m.value = 50.0
    t.custom_step(0.5)
    m.value = 100.0
    steps(m, t, "relative and delay", 3)
    m.value = 7.0
    t = m.still()
    t.tween_property(m, "value", 1.0, 1.0).as_relative().from_current().set_delay(1.0)
    m.value = 50.0
    t.custom_step(0.5)
    m.value = 100.0
    steps(m, t, "all three", 3)


async def first_values_in_loops(m: Main) -> None:
    m.value = 1.0
    t = m.still().set_loops(2)
    t.tween_property(m, "value", 1.0, 1.0).as_relative()
    steps(m, t, "relative", 4)
    m.value = 1.0
    t = m.still().set_loops(2)
    t.tween_property(m, "value", 2.0, 1.0).from_current()
    steps(m, t, "from_current", 4)
    m.value = 7.0
    t = m.still().set_loops(2)
    t.tween_property(m, "value", 1.0, 1.0).set_delay(1.0)
    for i in range(8):
        t.custom_step(0.5)
        m.q("delay", m.value)
        if i == 3:
            m.value = 20.0
    t.kill()


async def number_types(m: Main) -> None:
    for first, last in [(None, 2.9), (1.7, 10)]:
        t = m.still()
        step = t.tween_property(m, "number", last, 1.0)
        if first is not None:
            step.from_(first)
        for _ in range(4):
            t.custom_step(0.25)
            m.q("int", m.number)
        t.kill()
    t = m.still()
    t.tween_property(m, "value", 10, 1.0).from_(1)
    steps(m, t, "float", 1, 0.25)
    t = m.still()
    t.tween_property(m, "point:x", 10, 1.0)
    t.parallel().tween_property(m, NodePath("point:y"), 5.0, 1.0)
    t.custom_step(0.25)
    m.q("part", m.point)
    t.kill()
    t = m.still()
    t.tween_method(m.take, 0, 10.7, 1.0)
    t.tween_method(m.take, 0.0, 10, 1.0)
    t.tween_method(m.take, Vector2(1, 2), Vector2(3, 3), 1.0)
    t.tween_method(m.take, "ab", "xyz", 1.0)
    for _ in range(8):
        t.custom_step(0.5)
    t.kill()


async def values_between(m: Main) -> None:
    between = Tween.interpolate_value
    m.q("trans", between(0.0, 1.0, 0.5, 1.0, 99, 0))
    m.q("ease", between(0.0, 1.0, 0.5, 1.0, 0, 9))
    for duration in [0.0, 1.0, 0.25, -1.0]:
        m.q("duration", between(0.0, 1.0, 0.5, duration, 0, 0))
    for time in [2.0, -1.0, 0.5]:
        m.q("time", between(0.1, 7.0, time, 1.0, Tween.TRANS_CUBIC, Tween.EASE_OUT))
    pairs: list[list[Any]] = [
        [0, 5],
        [0, -5],
        [-2, 1],
        [3, 2.5],
        [2.5, 3],
        [0.0, Vector2.ONE],
        [Vector2.ONE, 2],
        [None, 1.0],
        [False, True],
        [True, False],
        [True, True],
        ["abc", "de"],
        [[1.0, 2.0], [1.0]],
        [[], [4.0]],
        [[1, "a", None], [3, "e", 1]],
        [{"a": 1}, {"a": 2}],
        [NodePath("a"), NodePath("b")],
        [Vector2i(3, -3), Vector2i(-7, 7)],
        [Color(1, 0, 0), Color(0, 1, 0)],
        [Rect2(1, 2, 3, 4), Rect2(1, 1, 1, 1)],
        [Rect2i(1, 2, 3, 4), Rect2i(1, 1, 2, 3)],
    ]
    for pair in pairs:
        m.q(pair, between(pair[0], pair[1], 0.5, 1.0, 0, 0))


# Subtweens ---------------------------------------------------------------------------------------


async def subtween(m: Main) -> None:
    s = m.tw("s")
    s.tween_callback(m.later("s 1"))
    s.tween_interval(0.03)
    s.tween_callback(m.later("s 2"))
    t = m.tw()
    t.tween_callback(m.later("t 1"))
    t.tween_subtween(s).finished.connect(m.later("subtween finished"))
    t.tween_callback(m.later("t 2"))
    await m.wait(6)
    m.q("valid", [s.is_valid(), t.is_valid()])


async def subtween_in_loops(m: Main) -> None:
    s = m.tw("s").set_loops(2)
    s.tween_interval(0.02)
    s.tween_callback(m.later("s"))
    t = m.tw().set_loops(2)
    t.tween_callback(m.later("t 1"))
    step = t.tween_subtween(s).set_delay(0.02)
    step.finished.connect(m.later("subtween finished"))
    t.tween_callback(m.later("t 2"))
    await m.wait(12)


def pair(m: Main, interval: float = 0.05) -> tuple[Tween, Tween]:
    s = m.tw("s")
    s.tween_interval(interval)
    s.tween_callback(m.later("s"))
    t = m.tw()
    t.tween_subtween(s)
    t.tween_callback(m.later("t"))
    return s, t


async def subtween_killed_with_its_tween(m: Main) -> None:
    s, t = pair(m)
    await m.wait(2)
    t.kill()
    m.q("valid", [s.is_valid(), s.is_running(), s.custom_step(1.0)])
    await m.wait(3)


async def subtween_killed_alone(m: Main) -> None:
    s, _ = pair(m)
    await m.wait(2)
    s.kill()
    await m.wait(3)


async def subtween_paused_alone(m: Main) -> None:
    s, _ = pair(m, 0.03)
    s.pause()
    await m.wait(2)
    m.q("running", s.is_running())
    s.pause()
    await m.wait(3)
    s.play()
    await m.wait(4)


async def subtween_that_cannot_run(m: Main) -> None:
    s = m.tw("s")
    s.kill()
    t = m.tw()
    t.tween_subtween(s)
    t.tween_callback(m.later("after killed"))
    await m.wait(2)
    t = m.tw()
    t.tween_subtween(m.tw("s"))
    t.tween_callback(m.later("after empty"))
    await m.wait(2)


async def subtween_that_had_started(m: Main) -> None:
    s = m.tw("s")
    s.tween_interval(0.02)
    s.tween_callback(m.later("s"))
    s.tween_interval(1.0)
    await m.wait(4)
    t = m.tw()
    t.tween_subtween(s)
    await m.wait(4)
    t.kill()


async def subtween_twice(m: Main) -> None:
    s = m.create_tween()
    s.tween_method(m.take, 0.0, 1.0, 1.0)
    t = m.tw()
    t.pause()
    t.tween_subtween(s)
    t.tween_subtween(s)
    for _ in range(5):
        t.custom_step(0.6)
    m.q("valid", t.is_valid())


async def subtween_time(m: Main) -> None:
    s = m.tw("s").set_speed_scale(2.0)
    s.tween_interval(1.0)
    t = m.tw()
    t.pause()
    t.tween_subtween(s)
    t.tween_method(m.take, 0.0, 1.0, 1.0)
    for delta in [0.6, 0.2, 0.2]:
        t.custom_step(delta)
    t.kill()


async def subtween_of_a_freed_node(m: Main) -> None:
    n = Node()
    m.add_child(n)
    s = m.watch(n.create_tween(), "s")
    s.tween_interval(0.05)
    s.tween_callback(m.later("s"))
    t = m.tw()
    t.tween_subtween(s)
    t.tween_callback(m.later("t"))
    await m.wait(2)
    n.free()
    await m.wait(3)


# Mistakes ----------------------------------------------------------------------------------------


async def refused(m: Main) -> None:
    t = m.create_tween()
    m.q("null", t.tween_property(None, "value", 1.0, 1.0) is None)
    m.q("empty", t.tween_property(m, "", 1.0, 1.0) is None)
    m.q("no part", t.tween_property(m, "point:w", 1.0, 1.0) is None)
    m.q("part", t.tween_property(m, ":point:x", 1.0, 1.0) is not None)
    m.q("String", t.tween_property(m, "name", "x", 1.0) is None)
    m.q("Vector2i", t.tween_property(m, "point", Vector2i(1, 2), 1.0) is None)
    m.q("bool", t.tween_property(m, "value", True, 1.0) is None)
    m.q("method", t.tween_method(m.take, 0.0, Vector2(), 1.0) is None)
    m.q("subtween", t.tween_subtween(None) is None)
    m.q("node", t.bind_node(None) is t)
    m.q("loops", [t.set_loops(n).get_loops_left() for n in (-1, 3, 0)])
    t.kill()
    m.q("killed", t.tween_interval(1.0) is None)
    t.play()
    t.stop()
    m.q("killed", [t.is_valid(), t.is_running()])
    t = m.create_tween()
    t.tween_interval(1.0)
    t.custom_step(0.1)
    m.q("started", t.tween_callback(m.take) is None)
    t.kill()
    m.get_tree().create_tween()
    await m.wait(2)


async def made_without_a_tree(m: Main) -> None:
    t = Tween()
    state = [t.is_valid(), t.is_running(), t.get_loops_left(), t.get_total_elapsed_time()]
    m.q("new", state)
    m.q("interval", t.tween_interval(1.0) is None)
    m.q("property", t.tween_property(m, "value", 1.0, 1.0) is None)
    m.q("subtween", t.tween_subtween(None) is None)
    m.q("stepped", t.custom_step(0.1))
    t.play()
    m.q("chained", t.chain().parallel().set_parallel().bind_node(m) is t)


# Comparing ---------------------------------------------------------------------------------------


def recorded_scenarios() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in RECORDED.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            lines = found[line.removeprefix("== ")] = []
        else:
            lines.append(comparable(line))
    return found


def run(scenario: PyCallable[[Main], Any]) -> list[str]:
    out = io.StringIO()

    def show(message: Message) -> None:
        print(message.details() if message.exception else message, file=out)

    with redirect_stdout(out), handler(show), fresh_engine_settings():
        tree = SceneTree()
        tree.root.add_child(Main(scenario))
        for _ in range(40):
            tree.run_frame(1.0 / 60.0)
            if tree.is_quitting:
                break
        tree.finalize()
    return [comparable(line) for line in out.getvalue().splitlines()]


def comparable(line: str) -> str:
    """Objects have other numbers in each run, and lambdas are called otherwise in Python."""
    line = re.sub(r"#-?\d{6,}", "#ID", line)
    return re.sub(r"'[^']*<anonymous lambda>[^']*'", "'lambda'", line)


@pytest.mark.parametrize("name", recorded_scenarios())
def test_scenario_does_what_godot_did(name: str) -> None:
    assert run(globals()[name]) == recorded_scenarios()[name]
