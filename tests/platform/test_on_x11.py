"""A window on an X server of its own, used as a person does, where Xvfb and xdotool are there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demos.running import ROOT, Program, running
from tests.x11 import Desktop, desktop

SCRIPT = """
from engine import Button, Control, InputEventKey, LineEdit, Vector2

def say(*words):
    print(*words, flush=True)

class Main(Control):
    def _ready(self):
        self.line = LineEdit()
        self.line.position, self.line.size = Vector2(20, 20), Vector2(200, 31)
        self.line.text_changed.connect(lambda text: say("text", text))
        self.line.text_submitted.connect(lambda text: say("sent", text))
        button = Button()
        button.text, button.position = "Press", Vector2(20, 80)
        button.pressed.connect(lambda: say("pressed"))
        self.add_child(self.line)
        self.add_child(button)
        window = self.get_window()
        window.title = "Under test"
        window.size_changed.connect(lambda: say("size", window.size.x, window.size.y))
        window.close_requested.connect(lambda: say("closed"))
        say("ready")
"""


@pytest.fixture
def screen() -> Iterator[Desktop]:
    with desktop(800, 600) as made:
        yield made


@pytest.fixture
def program(screen: Desktop, tmp_path: Path) -> Iterator[Program]:
    (tmp_path / "main.py").write_text(SCRIPT)
    command = [sys.executable, "-m", "engine", "--resolution", "400x300", "--position", "50,60"]
    environment = {**screen.environment, "PYTHONPATH": str(ROOT)}
    with running([*command, "main.py"], tmp_path, environment) as started:
        started.read_until("ready")
        yield started


def test_a_window_is_used(screen: Desktop, program: Program) -> None:
    window = screen.window()
    assert window.place() == (50, 60, 400, 300)
    window.clicks(60, 35)
    screen.types("Hi!")
    program.read_until("text Hi!")
    screen.presses("BackSpace")
    program.read_until("text Hi")
    screen.presses("Return")
    program.read_until("sent Hi")
    window.clicks(40, 95)
    program.read_until("pressed")
    window.resizes(500, 350)
    program.read_until("size 500 350")
    window.asks_to_close()
    program.read_until("closed")
    assert program.wait() == 0


def test_an_interrupted_program_closes_its_window(program: Program) -> None:
    assert program.end(15) == 0
    assert "closed" in program.lines
