"""Values that tweens begin and end with, and what they refuse."""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from typing import Any

import pytest

from engine import Color, NodePath, Rect2, Rect2i, Tween, Vector2, Vector2i
from tests.scene.tween_scenarios import Main, check

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


@pytest.mark.parametrize(
    "scenario",
    [
        first_values,
        first_values_in_loops,
        number_types,
        values_between,
        refused,
        made_without_a_tree,
    ],
    ids=lambda scenario: scenario.__name__,
)
def test_scenario_does_what_godot_did(scenario: PyCallable[[Main], Any]) -> None:
    check(scenario)
