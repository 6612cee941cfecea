"""The recorded programs themselves, run as Godot ran them, print what Godot printed.

Standard output and exit code are the same to the letter. Of the messages on standard error the
kinds are the same, in the same order; nearly all have the same words, too.
"""

from __future__ import annotations

import difflib
import functools
import shlex
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.godot.recorded import VENDORED
from tests.godot.run_project import Job, Outcome, run_jobs
from tests.godot.said import kinds, messages, without_placeholders

TREE = VENDORED / "tree"
CASES = sorted(path.stem for path in TREE.glob("*.gd"))
SETTINGS = """config_version=5

[application]

config/name="case"
run/main_scene="res://main.tscn"
"""
SCENE = """[gd_scene load_steps=2 format=3]

[ext_resource type="Script" path="res://{}.gd" id="1"]

[node name="Main" type="Node"]
script = ExtResource("1")
"""


def stage(case: str, folder: Path, cases: Path = TREE) -> None:
    """Lays a case's project out in a folder."""
    folder.mkdir(parents=True)
    extra = cases / f"{case}.d"
    settings = SETTINGS
    if extra.is_dir():
        shutil.copytree(extra, folder, dirs_exist_ok=True)
        own = extra / "project.godot"
        settings += "\n" + own.read_text(encoding="utf-8") if own.exists() else ""
    shutil.copy(cases / f"{case}.gd", folder)
    (folder / "project.godot").write_text(settings, encoding="utf-8")
    (folder / "main.tscn").write_text(SCENE.format(case), encoding="utf-8")


def arguments(case: str, cases: Path = TREE) -> list[str]:
    """The engine's arguments for a case: what a line `#@ ARGS` at its top says."""
    for line in (cases / f"{case}.gd").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        if line.startswith("#@ "):
            return shlex.split(line[3:])
    return ["--fixed-fps", "60"]


@functools.cache
def outcomes() -> dict[str, Outcome]:
    """All cases, run."""
    with tempfile.TemporaryDirectory() as place:
        jobs = []
        for case in CASES:
            stage(case, Path(place, case))
            jobs.append(Job(case, str(Path(place, case)), arguments(case)))
        return run_jobs(jobs)


def messages_of(case: str) -> str:
    """What a case said on standard error, as it is recorded."""
    return without_placeholders(messages(outcomes()[case].err))


def recorded_file(case: str, end: str) -> str:
    """What was recorded; empty where nothing was."""
    path = TREE / f"{case}.{end}"
    return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.mark.parametrize("case", CASES)
def test_prints_what_godot_printed(case: str) -> None:
    found = outcomes()[case]
    expected = recorded_file(case, "out")
    assert found.out == expected, f"standard error:\n{found.err}"
    assert found.code == int(recorded_file(case, "rc") or 0), found.err


@pytest.mark.parametrize("case", CASES)
def test_says_what_godot_said(case: str) -> None:
    found, expected = messages_of(case), recorded_file(case, "err")
    assert kinds(found) == kinds(expected), _difference(expected, found)


def test_nearly_all_messages_have_godots_words() -> None:
    """Reports how many cases have the very same texts."""
    other = [case for case in CASES if messages_of(case) != recorded_file(case, "err")]
    print(f"{len(CASES) - len(other)} of {len(CASES)} cases have Godot's texts; not: {other}")
    assert len(other) <= len(CASES) // 10, other


def _difference(expected: str, found: str) -> str:
    pair = expected.splitlines(True), found.splitlines(True)
    return "".join(difflib.unified_diff(*pair, "godot", "here"))
