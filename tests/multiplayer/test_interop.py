"""Conversations between Godot projects, all of them run by this engine."""

from __future__ import annotations

from functools import cache

import pytest

from tests.multiplayer.interop_runs import (
    SCENARIOS,
    check,
    patient_projects,
    project_side,
    run_all,
)


@cache
def results() -> dict[str, object]:
    with patient_projects() as folders:
        return dict(run_all(project_side(folders["server"]), project_side(folders["client"])))


@pytest.mark.parametrize("name", SCENARIOS)
def test_projects(name: str) -> None:
    check(name, results()[name])  # type: ignore[arg-type]
