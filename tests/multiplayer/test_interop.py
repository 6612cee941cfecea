"""Conversations between this engine and itself, and between it and real Godot.

Each of them is run by Godot projects and by Python programs, and in each place of a conversation.
All scenarios of one pairing run beside each other, once.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.demos.running import godot, staged
from tests.multiplayer import interop_runs
from tests.multiplayer.interop_runs import RECORDED, SCENARIOS, Result, project_side, python_side

WITH_TWO = [name for name, scenario in SCENARIOS.items() if scenario["clients"] == 2]


def check(name: str, result: Result) -> None:
    for program, lines in result.printed.items():
        assert lines == interop_runs.expected(name, program), program
    assert not any(result.told.values()), result.told


# This engine at both ends -------------------------------------------------------------------------


@cache
def projects() -> dict[str, Result]:
    server, client = (project_side(RECORDED / role) for role in ("server", "client"))
    return interop_runs.run_all(server, client)


@cache
def programs() -> dict[str, Result]:
    return interop_runs.run_all(python_side("server"), python_side("client"))


@pytest.mark.parametrize("name", SCENARIOS)
def test_projects(name: str) -> None:
    check(name, projects()[name])


@pytest.mark.parametrize("name", SCENARIOS)
def test_python(name: str) -> None:
    check(name, programs()[name])


# Real Godot at the other end ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def real() -> Iterator[dict[str, Path]]:
    """The projects where real Godot sees them."""
    godot()
    with staged(RECORDED / "server") as server, staged(RECORDED / "client") as client:
        yield {"server": server, "client": client}


@pytest.mark.godot
def test_godot_joins_a_project(real: dict[str, Path]) -> None:
    results = interop_runs.run_all(
        project_side(RECORDED / "server"), project_side(real["client"], godot())
    )
    for name, result in results.items():
        check(name, result)


@pytest.mark.godot
def test_godot_joins_python(real: dict[str, Path]) -> None:
    results = interop_runs.run_all(python_side("server"), project_side(real["client"], godot()))
    for name, result in results.items():
        check(name, result)


@pytest.mark.godot
def test_a_project_joins_godot(real: dict[str, Path]) -> None:
    results = interop_runs.run_all(
        project_side(real["server"], godot()), project_side(RECORDED / "client")
    )
    for name, result in results.items():
        check(name, result)


@pytest.mark.godot
def test_python_joins_godot(real: dict[str, Path]) -> None:
    results = interop_runs.run_all(project_side(real["server"], godot()), python_side("client"))
    for name, result in results.items():
        check(name, result)


@pytest.mark.godot
def test_python_beside_a_godot_client(real: dict[str, Path]) -> None:
    server, first = (project_side(real[role], godot()) for role in ("server", "client"))
    for name in WITH_TWO:
        check(name, interop_runs.run(name, server, (first, python_side("client"))))
