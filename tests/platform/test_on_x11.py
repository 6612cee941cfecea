"""A window on an X server of its own, used as a person does, where Xvfb and xdotool are there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("Xvfb", "xdotool")
pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)), reason="Xvfb and xdotool are not installed"
)
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


@pytest.fixture(scope="module")
def x_display() -> Iterator[str]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "800x600x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


class Person:
    """Somebody at a window."""

    def __init__(self, display: str, folder: Path) -> None:
        self.environment = {**os.environ, "DISPLAY": display}
        self.environment.pop("SDL_VIDEODRIVER", None)
        command = [sys.executable, "-m", "engine", "--resolution", "400x300", "--position", "50,60"]
        self.program = subprocess.Popen(
            [*command, "main.py"],
            cwd=folder,
            env={**self.environment, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: list[str] = []

    def waits(self) -> None:
        """Until the window is there."""
        self.reads("ready")
        self.window()

    def window(self) -> str:
        return self.does("search", "--sync", "--onlyvisible", "--class", "scenetick").split()[-1]

    def does(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=20,
            check=True,
        )
        return done.stdout

    def reads(self, wanted: str) -> None:
        """Waits for a line."""
        assert self.program.stdout is not None
        deadline = time.monotonic() + 20.0
        while time.monotonic() < deadline:
            line = self.program.stdout.readline().rstrip("\n")
            self.lines.append(line)
            if line == wanted:
                return
            if not line and self.program.poll() is not None:
                break
        pytest.fail(f"{wanted!r} was not said, but {self.lines}")

    def clicks(self, x: int, y: int) -> None:
        self.does("mousemove", "--sync", str(50 + x), str(60 + y))
        self.does("click", "1")


@pytest.fixture
def person(x_display: str, tmp_path: Path) -> Iterator[Person]:
    (tmp_path / "main.py").write_text(SCRIPT)
    made = Person(x_display, tmp_path)
    try:
        made.waits()
        yield made
    finally:
        made.program.kill()
        made.program.communicate()


def test_a_window_is_used(person: Person) -> None:
    person.clicks(60, 35)
    person.does("type", "--delay", "30", "Hi!")
    person.reads("text Hi!")
    person.does("key", "BackSpace")
    person.reads("text Hi")
    person.does("key", "Return")
    person.reads("sent Hi")
    person.clicks(40, 95)
    person.reads("pressed")
    person.does("windowsize", person.window(), "500", "350")
    person.reads("size 500 350")
    person.program.terminate()
    person.reads("closed")
    assert person.program.wait(20) == 0
