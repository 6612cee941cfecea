"""The two sides: each runs one plan in a fresh process and answers with a dictionary."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

HERE = Path(__file__).resolve().parent
TIME_LIMIT = 300.0

Answer = dict[str, Any]


class BenchError(Exception):
    """A side failed, or the two did not do the same work."""


class Side(Protocol):
    """Something that can run a plan."""

    def run(self, plan: dict[str, object]) -> Answer: ...


class Ours:
    """This engine, from this checkout, in this Python.

    Args:
        bytecode: a folder for compiled modules: only the first process compiles anything, as with
            an installed package, and the checkout stays clean.
    """

    def __init__(self, bytecode: str) -> None:
        self._bytecode = bytecode

    def run(self, plan: dict[str, object]) -> Answer:
        return self._answer("-m", "bench.measure", json.dumps(plan))

    def probe(self, name: str, size: int) -> Answer:
        return self._answer(str(HERE / "probes" / f"{name}.py"), str(size))

    def _answer(self, *arguments: str) -> Answer:
        path = os.pathsep.join(filter(None, (str(HERE.parent), os.environ.get("PYTHONPATH"))))
        environment = {**os.environ, "PYTHONPATH": path, "PYTHONPYCACHEPREFIX": self._bytecode}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        return last_json_line([sys.executable, *arguments], environment)


class Compiled:
    """This engine, running Godot's own side of the workloads: compiled GDScript.

    Args:
        bytecode: as for `Ours`; compiled scripts are kept there, too.
    """

    def __init__(self, bytecode: str) -> None:
        self._environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(
                filter(None, (str(HERE.parent), os.environ.get("PYTHONPATH")))
            ),
            "PYTHONPYCACHEPREFIX": bytecode,
            "XDG_CACHE_HOME": bytecode,
        }
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def run(self, plan: dict[str, object]) -> Answer:
        command = [sys.executable, "-m", "engine", "--headless", "--fixed-fps", "60", "--path"]
        return last_json_line(
            [*command, str(HERE / "godot"), "--", json.dumps(plan)], self._environment
        )


class Godot:
    """A real Godot, and the project staged where it can see it."""

    def __init__(self, command: Sequence[str], project: Path) -> None:
        self.command = [*command, "--headless", "--fixed-fps", "60", "--path", str(project), "--"]

    def run(self, plan: dict[str, object]) -> Answer:
        return last_json_line([*self.command, json.dumps(plan)])


def find_godot(wanted: str | None) -> list[str] | None:
    """Return the command of a real Godot: the wanted one, GODOT's, or one on the search path."""
    named = wanted or os.environ.get("GODOT")
    if named:
        return shlex.split(named)
    for name in ("godot-real", "godot", "godot4"):
        if found := shutil.which(name):
            return [found]
    return None


@contextmanager
def staged_godot(command: Sequence[str]) -> Iterator[Godot]:
    """Copy the project below /tmp (a confined Godot often sees no other place) and remove it."""
    below = "/tmp" if os.path.isdir("/tmp") else None
    with tempfile.TemporaryDirectory(prefix="bench_godot_", dir=below) as folder:
        project = Path(folder) / "project"
        shutil.copytree(HERE / "godot", project, ignore=shutil.ignore_patterns(".godot"))
        yield Godot(command, project)


def last_json_line(command: list[str], environment: dict[str, str] | None = None) -> Answer:
    """Run a command and return the object that the last line it prints spells."""
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=TIME_LIMIT
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise BenchError(str(problem)) from problem
    lines = done.stdout.strip().splitlines()
    if done.returncode != 0 or not lines or not lines[-1].startswith("{"):
        raise BenchError(f"{shlex.join(command)}\n{done.stdout}{done.stderr}")
    answer: Answer = json.loads(lines[-1])
    return answer
