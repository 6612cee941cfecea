"""The same conversations with real Godot in each place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demos.running import godot
from tests.multiplayer.interop_runs import (
    SCENARIOS,
    Side,
    check,
    patient_projects,
    project_side,
    python_side,
    run,
    run_all,
)

pytestmark = pytest.mark.godot

WITH_TWO = [name for name, scenario in SCENARIOS.items() if scenario["clients"] == 2]


@pytest.fixture(scope="module")
def folders() -> Iterator[dict[str, Path]]:
    """The projects."""
    with patient_projects() as found:
        yield found


@pytest.fixture(scope="module")
def real(folders: dict[str, Path]) -> dict[str, Side]:
    """Real Godot with the projects."""
    command = godot()
    return {role: project_side(folder, command) for role, folder in folders.items()}


@pytest.fixture(params=["project", "python"])
def ours(request: pytest.FixtureRequest, folders: dict[str, Path]) -> dict[str, Side]:
    """This engine, with the projects and with the Python programs."""
    if request.param == "python":
        return {role: python_side(role) for role in folders}
    return {role: project_side(folder) for role, folder in folders.items()}


def test_godot_joins(real: dict[str, Side], ours: dict[str, Side]) -> None:
    for name, result in run_all(ours["server"], real["client"]).items():
        check(name, result)


def test_joining_godot(real: dict[str, Side], ours: dict[str, Side]) -> None:
    for name, result in run_all(real["server"], ours["client"]).items():
        check(name, result)


def test_beside_a_client_of_godot(real: dict[str, Side], ours: dict[str, Side]) -> None:
    for name in WITH_TWO:
        check(name, run(name, real["server"], (real["client"], ours["client"])))
