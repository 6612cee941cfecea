"""What the tween tests share: scenarios that are compared with what the real Godot printed.

`data/tween_scenarios.gd` was run by the real Godot, which printed `data/tween_scenarios.txt`. A
scenario is a port of the function of the same name there, and has to print the same lines, messages
in between.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable as PyCallable
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from engine import Node, SceneTree, Tween, Vector2, print_
from engine.core.output import Message, handler
from tests.godot.run_case import fresh_engine_settings

RECORDED = Path(__file__).parent / "data" / "tween_scenarios.txt"


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


def check(scenario: PyCallable[[Main], Any]) -> None:
    """Runs a scenario and compares it with Godot's function of the same name."""
    assert run(scenario) == recorded_scenarios()[scenario.__name__]
