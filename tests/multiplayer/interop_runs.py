"""Conversations between programs: a server, and one or two clients that join it.

Each scenario is there three times: as two Godot projects (in `tests/godot/recorded`),
which real Godot and this engine run, and in Python (`programs`). Whoever runs it, a program prints
the same lines, which were recorded from real Godot.
"""

from __future__ import annotations

import json
import os
import shlex
import socket
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.demos.running import Program, staged

RECORDED = Path(__file__).parents[1] / "godot" / "recorded" / "multiplayer" / "interop"
PROGRAMS = Path(__file__).parent / "programs"
SCENARIOS: dict[str, dict[str, object]] = json.loads((RECORDED / "scenarios.json").read_text())
AT_ONCE = 2  # scenarios that run beside each other: they wait most of the time

_MISTAKES = ("ERROR:", "SCRIPT ERROR:", "WARNING:")


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Side(NamedTuple):
    """Who runs programs.

    Attributes:
        command: the command line of a program.
        folder: where it is run.
        is_godot: whether it is real Godot, whose error messages count.
    """

    command: tuple[str, ...]
    folder: Path
    is_godot: bool = False


class Result(NamedTuple):
    """What came of a scenario: by program, its lines, and errors that real Godot told."""

    printed: dict[str, list[str]]
    told: dict[str, list[str]]


@contextmanager
def patient_projects() -> Iterator[dict[str, Path]]:
    """The two projects where real Godot sees them, with more patience: for a busy machine."""
    with staged(RECORDED) as folder:
        for script in folder.glob("*/*.gd"):
            text = script.read_text().replace("> 8000:", "> 20000:")
            script.write_text(text.replace("create_timer(20.0)", "create_timer(50.0)"))
        yield {role: folder / role for role in ("server", "client")}


def python_side(role: str) -> Side:
    """The Python programs."""
    return Side((sys.executable, "-m", "engine", "--headless", f"{role}.py:Main"), PROGRAMS)


def project_side(folder: Path, godot: str = "") -> Side:
    """A Godot project, run by this engine or by real Godot."""
    if not godot:
        return Side((sys.executable, "-m", "engine", "--headless", "--path", str(folder)), folder)
    command = (*shlex.split(godot), "--headless", "--path", str(folder))
    return Side(command, folder, is_godot=True)


def expected(name: str, program: str) -> list[str]:
    """The lines that a program has to print."""
    return (RECORDED / "expected" / f"{name}.{program}.txt").read_text().splitlines()


def run_all(server: Side, *clients: Side) -> dict[str, Result | BaseException]:
    """All scenarios: what came of each, or why nothing did.

    Programs give up when the others take some seconds to start: on a busy machine, one that went
    wrong is run once more, alone.
    """

    def attempt(name: str) -> Result | BaseException:
        try:
            result = run(name, server, clients)
            check(name, result)
        except BaseException as problem:
            return problem
        return result

    with ThreadPoolExecutor(AT_ONCE) as pool:
        results = dict(zip(SCENARIOS, pool.map(attempt, SCENARIOS), strict=True))
    for name, result in results.items():
        if isinstance(result, BaseException):
            results[name] = attempt(name)
    return results


def check(name: str, result: Result | BaseException) -> None:
    """Holds what came of a scenario to what was recorded."""
    if isinstance(result, BaseException):
        raise result
    for program, lines in result.printed.items():
        assert lines == expected(name, program), program
    assert not any(result.told.values()), result.told


def run(name: str, server: Side, clients: Sequence[Side]) -> Result:
    """One scenario."""
    scenario = SCENARIOS[name]
    environment = {**os.environ, "PORT": str(free_port()), "SCENARIO": name}
    sides = {"server": server}
    programs: dict[str, Program] = {}
    try:
        programs["server"] = _started(server, environment, 0)
        programs["server"].read_until("listening")
        for index in range(1, int(str(scenario["clients"])) + 1):
            if index == 2:
                programs["client1"].read_until(str(scenario["second_after"]))
            side = clients[min(index, len(clients)) - 1]
            sides[f"client{index}"] = side
            programs[f"client{index}"] = _started(side, environment, index)
        for program in programs.values():
            program.wait()
    finally:
        for program in programs.values():
            program.close()
    printed = {who: _own_lines(program.lines) for who, program in programs.items()}
    allowed = scenario.get("errors", [])
    told = {
        who: [line for line in program.errors.splitlines() if line.startswith(_MISTAKES)]
        for who, program in programs.items()
        if sides[who].is_godot and who not in list(allowed)  # type: ignore[call-overload]
    }
    return Result(printed, told)


def _started(side: Side, environment: dict[str, str], index: int) -> Program:
    return Program(side.command, side.folder, {**environment, "INDEX": str(index)})


def _own_lines(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if line and not line.startswith("Godot Engine v")]
