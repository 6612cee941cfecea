"""Recorded programs, ported: they print, and their peers see, what the real engine's did.

`recorded/NAME.py` is the program; where the other end is scripted there is `NAME.peer.py`. Both
find two free ports in PORT and PORT2, and in what they print those numbers are replaced by these
names. What they have to print, `NAME.out` and `NAME.peer.out`, lies with all recordings of the real
engine, save for one file here that differs in a line, `ws_localhost.peer.out`: an IPv6 address in a
Host header has its brackets.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from net_wire import free_port

from tests.godot.recorded import data_folder

HERE = Path(__file__).parent / "recorded"
ROOT = Path(__file__).parents[2]
SCRIPTS = {path.name.removesuffix(".py") for path in HERE.glob("*.py")}
CASES = sorted(name for name in SCRIPTS - {"gd", "wire"} if not name.endswith(".peer"))
ENVIRONMENT = dict(os.environ) | {"PYTHONPATH": str(ROOT)}  # pytest changes the real one
SIDE_BY_SIDE = 3
SECONDS = 40

Output = dict[str, str]


def start(script: Path, ports: list[int]) -> subprocess.Popen[str]:
    env = ENVIRONMENT | {"PORT": str(ports[0]), "PORT2": str(ports[1])}
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-u", str(script)],
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def run(name: str) -> tuple[Output, str]:
    """What the program and its peer print, and the program's standard error."""
    ports = [free_port(), free_port()]
    peer = None
    if (HERE / f"{name}.peer.py").exists():
        peer = start(HERE / f"{name}.peer.py", ports)
        assert peer.stdout is not None
        assert peer.stdout.readline() == "READY\n"
    program = start(HERE / f"{name}.py", ports)
    try:
        out, complaints = program.communicate(timeout=SECONDS)
        found = {"out": out}
        if peer is not None:
            found["peer.out"] = peer.communicate(timeout=SECONDS)[0]
    finally:
        for process in (program, peer):
            if process is not None:
                process.kill()
                process.communicate()
    for end, text in found.items():
        for port, word in zip(reversed(ports), ("PORT2", "PORT"), strict=True):
            text = text.replace(str(port), word)
        found[end] = text
    return found, complaints


def expected(name: str) -> Output:
    found = {}
    for end in ("out", "peer.out"):
        own, recorded = HERE / f"{name}.{end}", data_folder("net") / f"{name}.{end}"
        if own.exists() or recorded.exists():
            found[end] = (own if own.exists() else recorded).read_text("utf-8")
    return found


def attempt(name: str) -> tuple[Output, str]:
    """Timing decides in some cases, so a busy machine gets a second chance."""
    found, complaints = run(name)
    return (found, complaints) if found == expected(name) else run(name)


@pytest.fixture(scope="module")
def runs(request: pytest.FixtureRequest) -> Iterator[dict[str, Future[tuple[Output, str]]]]:
    """All chosen cases at work, some side by side: they mostly wait."""
    chosen = [
        item.callspec.params["name"]
        for item in request.session.items
        if isinstance(item, pytest.Function)
        and item.path == request.path
        and hasattr(item, "callspec")
    ]
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        yield {name: pool.submit(attempt, name) for name in chosen}


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, runs: dict[str, Future[tuple[Output, str]]]) -> None:
    found, complaints = runs[name].result()
    assert found == expected(name), complaints
    assert "Traceback" not in complaints
