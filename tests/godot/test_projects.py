"""Whole Godot projects do what they do in real Godot: autoloads, main loops, settings, scenes.

What Godot made of them was recorded by `record_projects`.
"""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

import pytest

from tests.godot.record_projects import arguments, normal, run_file, runs, stage
from tests.godot.run_project import Job, Outcome, run_jobs
from tests.godot.said import kinds

RUNS = [f"{project}/{run}" for project, run in runs()]
# What is said at the command line itself, before there is a project: here on standard error.
_OF_THE_COMMAND_LINE = ("Missing ", "Error: Can't run project", "Can't load the script", "Couldn't")


@functools.cache
def outcomes() -> dict[str, Outcome]:
    """All runs."""
    with tempfile.TemporaryDirectory() as place:
        jobs = []
        for run in RUNS:
            project, name = run.split("/")
            folder = Path(place, project, name)
            stage(project, folder)
            environment = {"XDG_DATA_HOME": f"{place}/data"}
            jobs.append(
                Job(run.replace("/", "."), str(folder), arguments(project, name), environment)
            )
        found = run_jobs(jobs)
        return {run: normal(found[run.replace("/", ".")], f"{place}/data") for run in RUNS}


def recorded(run: str, end: str) -> str:
    """What was recorded; empty where nothing was."""
    path = run_file(*run.split("/"), end)
    return path.read_text(encoding="utf-8") if path.exists() else ""


def expected_output(run: str) -> str:
    lines = recorded(run, "out").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(_OF_THE_COMMAND_LINE)]
    return "".join(kept) if any(line.strip() for line in kept) else ""


@pytest.mark.parametrize("run", RUNS)
def test_does_what_godot_did(run: str) -> None:
    found = outcomes()[run]
    assert found.out == expected_output(run), found.err
    assert kinds(found.err) == kinds(recorded(run, "err")), found.err
    assert found.code == int(recorded(run, "rc") or 0), found.err


@pytest.mark.parametrize("run", RUNS)
def test_says_what_godot_said(run: str) -> None:
    found = outcomes()[run]
    said = [line for line in found.err.splitlines() if not line.startswith(_OF_THE_COMMAND_LINE)]
    assert said == recorded(run, "err").splitlines()
