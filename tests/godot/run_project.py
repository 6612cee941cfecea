"""Runs Godot projects with this engine, several side by side, each in a process of its own.

`python -m tests.godot.run_project` reads jobs from standard input, imports the engine once and
forks for each job: a run is as apart from the others as a fresh process is, and starts at once.

    run_jobs([Job("a", "/tmp/a", ["--fixed-fps", "60"])])["a"].out
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORKERS = 2
PATIENCE = 30.0
TIMED_OUT = 124
# Imported before the first fork: what nearly every run needs.
_WARM = ("engine.main.command_line", "engine.main.project_run", "engine.gdscript._compilation")


@dataclass(frozen=True, slots=True)
class Job:
    """A project to run.

    Attributes:
        name: tells the results apart.
        folder: the project's folder.
        args: the engine's arguments besides `--headless --path FOLDER`.
        environment: variables besides the usual.
    """

    name: str
    folder: str
    args: list[str] = field(default_factory=list)
    environment: dict[str, str] = field(default_factory=dict)

    def command(self) -> list[str]:
        return ["--headless", "--path", self.folder, *self.args]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run; the exit code is TIMED_OUT for one that had to be ended."""

    out: str
    err: str
    code: int


def run_jobs(
    jobs: Iterable[Job], workers: int = WORKERS, patience: float = PATIENCE
) -> dict[str, Outcome]:
    """Runs jobs, each for so many seconds at most, and gives their outcomes by name."""
    with tempfile.TemporaryDirectory() as place:
        request = {
            "place": place,
            "workers": workers,
            "patience": patience,
            "jobs": [asdict(job) for job in jobs],
        }
        done = subprocess.run(
            [sys.executable, "-m", "tests.godot.run_project"],
            cwd=ROOT,
            input=json.dumps(request),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        codes: dict[str, int] = json.loads(done.stdout)
        return {
            name: Outcome(_text(place, name, "out"), _text(place, name, "err"), code)
            for name, code in codes.items()
        }


def _text(place: str, name: str, end: str) -> str:
    return Path(place, f"{name}.{end}").read_text(encoding="utf-8", errors="replace")


# In the process that forks -----------------------------------------------------------------------


def serve() -> None:
    """Runs the jobs on standard input; prints their exit codes."""
    request = json.load(sys.stdin)
    for module in _WARM:
        importlib.import_module(module)
    waiting = [Job(**job) for job in reversed(request["jobs"])]
    running: dict[int, tuple[str, float]] = {}
    codes: dict[str, int] = {}
    while waiting or running:
        while waiting and len(running) < request["workers"]:
            job = waiting.pop()
            until = time.monotonic() + request["patience"]
            running[_start(job, request["place"])] = job.name, until
        for pid, (name, deadline) in list(running.items()):
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                del running[pid]
                codes[name] = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > deadline:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                del running[pid]
                codes[name] = TIMED_OUT
        signal.sigtimedwait([signal.SIGCHLD], 0.05)
    print(json.dumps(codes))


def _start(job: Job, place: str) -> int:
    """Forks a process for a job; gives its number."""
    pid = os.fork()
    if pid:
        return pid
    code = 70
    try:
        _redirect(Path(place, job.name))
        os.environ.update(job.environment)
        sys.argv = ["engine", *job.command()]
        code = importlib.import_module("engine.main.command_line").main(sys.argv[1:])
        sys.stdout.flush()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        with suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _redirect(base: Path) -> None:
    os.setpgid(0, 0)
    with open(os.devnull, "rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    for number, end in ((1, "out"), (2, "err")):
        with open(f"{base}.{end}", "wb") as file:
            os.dup2(file.fileno(), number)


if __name__ == "__main__":
    signal.signal(signal.SIGCHLD, lambda number, frame: None)
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD])
    serve()
