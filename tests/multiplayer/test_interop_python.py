"""The same conversations between Python programs."""

from __future__ import annotations

from functools import cache

import pytest

from tests.multiplayer.interop_runs import SCENARIOS, check, python_side, run_all


@cache
def results() -> dict[str, object]:
    return dict(run_all(python_side("server"), python_side("client")))


@pytest.mark.parametrize("name", SCENARIOS)
def test_programs(name: str) -> None:
    check(name, results()[name])  # type: ignore[arg-type]
