"""Tweens in every situation that a program can bring them into."""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from typing import Any

import pytest

from engine import Callable, Node, RefCounted, Tween, print_
from engine.core.ref_counted import weakref
from tests.scene.tween_scenarios import Main, check

INF, NAN = float("inf"), float("nan")


class Ref(RefCounted):
    v = 0.0

    def method(self, x: float) -> None:
        print_("method ", x)

    def callback(self) -> None:
        print_("callback")


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


@pytest.mark.parametrize(
    "scenario",
    [
        valid_until_dropped,
        restart_when_finished,
        stop_when_finished,
        play_when_finished,
        kill_in_callback,
        stop_in_callback,
        pause_in_callback,
        restart_in_callback,
        stop_in_loop_finished,
        create_in_callback,
        many_steps_in_a_frame,
        time_left_over,
        infinite_loop,
        infinite_loop_by_hand,
        zero_length_loops,
        short_infinite_loop,
        loops_changed_on_the_way,
        order_of_signals,
        strange_durations,
        strange_steps,
        step_inside_a_step,
        ref_counted_targets,
        freed_targets,
        freed_on_the_way,
        callback_frees_bound_node,
        bound_to_a_node_outside,
        bound_to_a_disabled_node,
        order_of_tweens,
        chain_and_parallel,
        nothing_to_call,
        wrong_arguments,
        async_callback,
        custom_interpolator,
        wrong_custom_interpolators,
    ],
    ids=lambda scenario: scenario.__name__,
)
def test_scenario_does_what_godot_did(scenario: PyCallable[[Main], Any]) -> None:
    check(scenario)
