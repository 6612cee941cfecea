"""Programs about sockets in GDScript print what real Godot 4.6.3 printed for them.

`programs/NAME.out` and `.peer.out` are what the real engine and the scripted other end said.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from net_programs import at_work, check

PROGRAMS = Path(__file__).parent / "programs"
NAMES = sorted(path.stem for path in PROGRAMS.glob("*.gd"))


@pytest.fixture(scope="module")
def runs(request: pytest.FixtureRequest) -> Iterator[dict[str, Future[str]]]:
    """All chosen programs at work."""
    with at_work(request, "test_as_in_godot", lambda name: check(PROGRAMS, name)) as found:
        yield found


@pytest.mark.parametrize("name", NAMES)
def test_as_in_godot(name: str, runs: dict[str, Future[str]]) -> None:
    assert runs[name].result() == ""
