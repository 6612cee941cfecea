"""The recorded programs about windows and controls, run as Godot ran them, print what it printed.

They run without a window, but for those that Godot needed a display for, for its clipboard and the
sizes of embedded windows: these have a window of SDL's dummy driver, and a real one where there is
an X server to be had.
"""

from __future__ import annotations

import functools
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.godot.recorded import ROOT, VENDORED
from tests.godot.run_project import Job, Outcome, run_jobs

GUI = VENDORED / "gui"
CASES = sorted(path.stem for path in GUI.glob("*.gd"))
SETTINGS = """config_version=5

[application]

config/name="case"
run/main_scene="res://main.tscn"

[autoload]

Stage="*res://stage.gd"

[display]

window/size/viewport_width=1024
window/size/viewport_height=600
"""
STAGE = """extends Node

func _enter_tree() -> void:
\tget_window().size = Vector2i(1024, 600)

func _ready() -> void:
\tqueue_free()
"""
SCENE = """[gd_scene load_steps=2 format=3]

[ext_resource type="Script" path="res://case.gd" id="1"]

[node name="Main" type="{}"]
script = ExtResource("1")
"""


def source(case: str) -> str:
    return (GUI / f"{case}.gd").read_text(encoding="utf-8")


ON_DISPLAY = [case for case in CASES if "\n#@ display" in source(case)]
HEADLESS = [case for case in CASES if case not in ON_DISPLAY]


def stage(case: str, folder: Path) -> None:
    """Lays a case's project out in a folder."""
    folder.mkdir(parents=True)
    found = re.search(r"^extends (\w+)", source(case), re.MULTILINE)
    assert found is not None
    (folder / "project.godot").write_text(SETTINGS, encoding="utf-8")
    (folder / "stage.gd").write_text(STAGE, encoding="utf-8")
    (folder / "main.tscn").write_text(SCENE.format(found[1]), encoding="utf-8")
    shutil.copy(GUI / f"{case}.gd", folder / "case.gd")


@functools.cache
def outcomes() -> dict[str, Outcome]:
    """Cases that are run without a window."""
    with tempfile.TemporaryDirectory() as place:
        jobs = []
        for case in HEADLESS:
            stage(case, Path(place, case))
            jobs.append(Job(case, str(Path(place, case)), ["--fixed-fps", "60"]))
        return run_jobs(jobs)


@pytest.mark.parametrize("case", HEADLESS)
def test_prints_what_godot_printed(case: str) -> None:
    found = outcomes()[case]
    assert found.out == (GUI / f"{case}.out").read_text(encoding="utf-8"), found.err
    assert found.code == 0
    assert found.err == ""


@pytest.fixture(scope="module")
def x_display() -> Iterator[str]:
    """An X server of its own."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("there is no Xvfb here")
    read, write = os.pipe()
    command = [server, "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as process:
        os.close(write)
        with open(read, encoding="ascii") as numbers:
            display = f":{numbers.readline().strip()}"
        yield display
        process.terminate()


def check_on_display(display: str, **environment: str) -> None:
    """Runs the cases that need a display on one."""
    command = [sys.executable, str(GUI / "record.py"), *ON_DISPLAY, "--check", "--jobs", "1"]
    command += ["--godot", f"{shlex.quote(sys.executable)} -m engine", "--display", display]
    whole = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run(command, capture_output=True, text=True, env=whole, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_they_do_in_a_window_what_godot_did_in_one(x_display: str) -> None:
    check_on_display(x_display)


def test_they_do_the_same_in_a_window_that_nobody_sees() -> None:
    check_on_display(":0", SDL_VIDEODRIVER="dummy")
