"""Tweens that run as a part of others."""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from typing import Any

import pytest

from engine import Node, Tween
from tests.scene.tween_scenarios import Main, check

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


@pytest.mark.parametrize(
    "scenario",
    [
        subtween,
        subtween_in_loops,
        subtween_killed_with_its_tween,
        subtween_killed_alone,
        subtween_paused_alone,
        subtween_that_cannot_run,
        subtween_that_had_started,
        subtween_twice,
        subtween_time,
        subtween_of_a_freed_node,
    ],
    ids=lambda scenario: scenario.__name__,
)
def test_scenario_does_what_godot_did(scenario: PyCallable[[Main], Any]) -> None:
    check(scenario)
