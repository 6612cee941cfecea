"""`python -m engine` as a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


NO_DISPLAY = "Running headless: no display was found.\n"
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")


def engine(*words: str, cwd: Path, timeout: float = 30) -> subprocess.CompletedProcess[str]:
    """Runs a command line to its end, where there is no display; that line is left out."""
    done = subprocess.run(
        [sys.executable, "-m", "engine", *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=timeout,
        stdin=subprocess.DEVNULL,
        env={name: value for name, value in os.environ.items() if name not in DISPLAYS},
    )
    done.stderr = done.stderr.replace(NO_DISPLAY, "")
    return done


SCRIPT = """
from engine import Node, OS, Engine, export, print_

class Greeter(Node):
    greeting: str = export("hello")
    times: int = export(1)
    loud: bool = export(False)

    def _ready(self):
        for _ in range(self.times):
            print_(self.greeting.upper() if self.loud else self.greeting, " from ", self.name)
        print_(OS.get_cmdline_user_args())

    def _process(self, delta):
        print_("frame ", Engine.get_process_frames(), " %.4f" % delta)
        if Engine.get_process_frames() == 2:
            self.get_tree().quit(4)
"""


@pytest.fixture
def greeter(tmp_path: Path) -> Path:
    path = tmp_path / "greeter.py"
    path.write_text(SCRIPT)
    return path


def test_runs_the_one_class_of_a_file(greeter: Path) -> None:
    done = engine(
        "--headless", "--fixed-fps", "60", "greeter.py", "--", "a", "--b", cwd=greeter.parent
    )
    assert done.stdout.splitlines() == [
        "hello from Greeter",
        '["a", "--b"]',
        "frame 0 0.0167",
        "frame 1 0.0167",
        "frame 2 0.0167",
    ]
    assert done.stderr == ""
    assert done.returncode == 4


def test_sets_exported_variables(greeter: Path) -> None:
    words = ["--set", "greeting=a = b", "--set", "times=2", "--set", "loud=true"]
    done = engine("--fixed-fps", "60", *words, str(greeter), cwd=ROOT)
    assert done.stdout.splitlines()[:2] == ["A = B from Greeter"] * 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--set", "speed=1"], "no exported variable 'speed' (it has: greeting, times, loud)"),
        (["--set", "times=many"], "--set times=many"),
        (["--set", "loud=maybe"], "true or false"),
    ],
)
def test_a_bad_value_is_explained(greeter: Path, words: list[str], said: str) -> None:
    done = engine(*words, "greeter.py", cwd=greeter.parent)
    assert done.returncode == 1
    assert said in done.stderr
    assert done.stdout == ""


def test_path_is_the_project_folder(greeter: Path) -> None:
    done = engine("--path", str(greeter.parent), "--fixed-fps", "30", "res://greeter.py", cwd=ROOT)
    assert done.stdout.startswith("hello from Greeter\n")
    assert done.returncode == 4


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("nothing.py", "Cannot open file 'nothing.py'"),
        ("greeter.txt", "only Python scripts"),
        ("two.py", "several Node classes; choose one: two.py:A, two.py:B"),
        ("two.py:C", "no Node class 'C'"),
        ("none.py", "no class that extends Node"),
        ("broken.py", "division by zero"),
        ("syntax.py", "invalid syntax"),
        ("picky.py", "Cannot create Picky"),
        ("", "Nothing to run"),
    ],
)
def test_what_cannot_be_run_is_explained(tmp_path: Path, reference: str, said: str) -> None:
    head = "from engine import Node\n"
    files = {
        "greeter.txt": "",
        "two.py": head + "class A(Node): pass\nclass B(Node): pass\n",
        "none.py": head,
        "broken.py": "1 / 0\n",
        "syntax.py": "class (:\n",
        "picky.py": head + "class Picky(Node):\n    def __init__(self, n): pass\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    done = engine(*([reference] if reference else []), cwd=tmp_path)
    assert done.returncode == 1
    assert said in done.stderr
    assert done.stdout == ""


def test_chooses_a_class_by_name_or_by_the_file(tmp_path: Path) -> None:
    head = "from engine import Node, print_\n"
    say = "class {}(Node):\n    def _ready(self): print_(self.name); self.get_tree().quit()\n"
    (tmp_path / "my_game.py").write_text(head + say.format("Other") + say.format("MyGame"))
    assert engine("my_game.py", cwd=tmp_path).stdout == "MyGame\n"
    assert engine("my_game.py:Other", cwd=tmp_path).stdout == "Other\n"


def test_an_unknown_flag_is_refused(tmp_path: Path) -> None:
    done = engine("--fly", "x.py", cwd=tmp_path)
    assert done.returncode == 2
    assert "--fly" in done.stderr


def test_help_and_version(tmp_path: Path) -> None:
    assert "--fixed-fps" in engine("--help", cwd=tmp_path).stdout
    assert engine("--version", cwd=tmp_path).stdout.startswith("Scenetick ")


def test_runs_a_main_loop(tmp_path: Path) -> None:
    (tmp_path / "loop.py").write_text(
        """
from engine import Node, SceneTree, print_

class Own(SceneTree):
    def _initialize(self):
        print_("initialize")
        node = Node()
        node.name = "Kid"
        node.ready.connect(lambda: print_("kid ready"))
        self.root.add_child(node)

    def _process(self, delta):
        print_("process")
        return True

    def _finalize(self):
        print_("finalize")
"""
    )
    done = engine("-s", "loop.py", "--fixed-fps", "60", cwd=tmp_path)
    assert done.stdout.splitlines() == ["initialize", "kid ready", "process", "finalize"]
    assert done.stderr == ""


def test_strict_ends_the_run(tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_text(
        "from engine import Node\nclass Bad(Node):\n"
        "    def _process(self, delta):\n        raise KeyError('gone')\n"
    )
    done = engine("--strict", "bad.py", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("SCRIPT ERROR: KeyError: 'gone'") == 1
    assert 'bad.py", line 4, in _process' in done.stderr


def test_a_script_that_hides_the_engine_is_named(tmp_path: Path) -> None:
    (tmp_path / "engine.py").write_text("")
    (tmp_path / "game.py").write_text("from engine import Node\nclass Game(Node): pass\n")
    done = engine(str(tmp_path / "game.py"), cwd=ROOT)
    assert done.returncode == 1
    assert "hides the engine" in done.stderr


def test_max_fps_measures(tmp_path: Path) -> None:
    (tmp_path / "fast.py").write_text(
        "from engine import Engine, Node, print_\nclass Fast(Node):\n"
        "    total = 0.0\n"
        "    def _process(self, delta):\n"
        "        self.total += delta\n"
        "        if self.total > 0.05:\n"
        "            print_(Engine.get_process_frames() > 10)\n"
        "            self.get_tree().quit()\n"
    )
    assert engine("--max-fps", "0", "fast.py", cwd=tmp_path).stdout == "true\n"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_cleanly(tmp_path: Path, number: int) -> None:
    (tmp_path / "waits.py").write_text(
        "from engine import Node, print_\nclass Waits(Node):\n"
        "    def _ready(self): print_('ready')\n"
        "    def _notification(self, what):\n"
        "        if what == self.NOTIFICATION_WM_CLOSE_REQUEST: print_('close request')\n"
        "    def _exit_tree(self): print_('exit')\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "engine", "--headless", "waits.py"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.send_signal(number)
    out, err = process.communicate(timeout=20)
    assert out.splitlines() == ["close request", "exit"]
    assert err == ""
    assert process.returncode == 0
