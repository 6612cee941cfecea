"""`python -m tests.godot.record_projects [PROJECT[/RUN] ...]` asks real Godot what it prints.

A project is a folder in `projects`; its `_runs` holds, for each run NAME, the arguments in
NAME.args and what Godot made of them: NAME.out, NAME.err (messages without places) and NAME.rc
(not when 0).
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.demos.running import godot
from tests.godot.run_project import Outcome
from tests.godot.said import messages, without_ids

PROJECTS = Path(__file__).with_name("projects")
_BANNER = re.compile(r"\AGodot Engine v[^\n]*\n\n?")


def runs() -> Iterator[tuple[str, str]]:
    """Project and name of each run."""
    for path in sorted(PROJECTS.glob("*/_runs/*.args")):
        yield path.parents[1].name, path.stem


def run_file(project: str, run: str, end: str) -> Path:
    """A file of a run."""
    return PROJECTS / project / "_runs" / f"{run}.{end}"


def arguments(project: str, run: str) -> list[str]:
    """The engine's arguments for a run, besides those of every run."""
    return shlex.split(run_file(project, run, "args").read_text(encoding="utf-8"))


def stage(project: str, folder: Path) -> None:
    """Lays a copy of a project out in a folder."""
    shutil.copytree(PROJECTS / project, folder, ignore=shutil.ignore_patterns("_runs"))


def normal(outcome: Outcome, data: str) -> Outcome:
    """What is compared: no banner, no places, no ids; the folder for data is called DATA."""
    out = _BANNER.sub("", outcome.out).replace(data, "DATA")
    return Outcome(without_ids(out), messages(outcome.err), outcome.code)


def _godot(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    command = [godot(), "--headless", "--path", str(folder), *args]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL
    )


def record(project: str, run: str) -> None:
    """Asks real Godot, and writes its answer down."""
    with tempfile.TemporaryDirectory(dir="/tmp") as place:
        folder = Path(place) / "project"
        stage(project, folder)
        _godot(folder, "--import")  # only then does it know the names of classes
        done = _godot(folder, *arguments(project, run))
    data = str(Path.home() / ".local" / "share")
    found = normal(Outcome(done.stdout, done.stderr, done.returncode), data)
    texts = {"out": found.out, "err": found.err, "rc": f"{found.code}\n" if found.code else ""}
    for end, text in texts.items():
        path = run_file(project, run, end)
        if text or end == "out":
            path.write_text(text, encoding="utf-8")
        else:
            path.unlink(missing_ok=True)


if __name__ == "__main__":
    wanted = sys.argv[1:]
    for project, run in runs():
        if not wanted or project in wanted or f"{project}/{run}" in wanted:
            record(project, run)
            print(f"{project}/{run}")
