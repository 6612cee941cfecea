"""Runs programs in GDScript by the tool that recorded them, against their scripted peers.

A program is `NAME.gd`, with `NAME.peer.py` where the other end is scripted, what it has to print in
`NAME.out` and `NAME.peer.out`, and files laid over its project in `NAME.d/`.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.godot.recorded import ROOT, VENDORED

SIDE_BY_SIDE = 2


def check(folder: Path, name: str) -> str:
    """What the tool says of a program in a folder; "" when it did as expected."""
    tool = VENDORED / "net" / "record.py"
    command = [sys.executable, str(tool), str(folder), name, "--check", "--no-err"]
    command += ["--timeout", "60", "--godot", f"{shlex.quote(sys.executable)} -m engine"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, capture_output=True, text=True, env=environment, cwd=ROOT, check=False
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


@contextmanager
def at_work(
    request: pytest.FixtureRequest, test: str, run: Callable[[str], str]
) -> Iterator[dict[str, Future[str]]]:
    """The chosen programs of a module's test, some side by side: they mostly wait.

    Args:
        request: of a fixture of the module.
        test: the name of the test function, whose argument `name` is a program.
        run: what is called with each name.
    """
    chosen = [
        item.callspec.params["name"]
        for item in request.session.items
        if isinstance(item, pytest.Function)
        and item.path == request.path
        and item.originalname == test
    ]
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        yield {name: pool.submit(run, name) for name in chosen}
