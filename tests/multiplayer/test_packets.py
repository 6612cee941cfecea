"""Every packet step that was recorded: the same bytes, signals, calls and errors as Godot's."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.multiplayer.packet_cases import Case, cases, expected, run
from tests.multiplayer.packet_game import Game

ROOT = Path(__file__).parents[2]
CASES = {case["name"]: case for case in cases()}


@cache
def run_with_gdscript() -> dict[str, Case]:
    command = [sys.executable, "-m", "tests.multiplayer.packet_cases"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    return {case["name"]: case for case in json.loads(done.stdout)}


def compare(found: Case, recorded: Case) -> None:
    wanted = expected(recorded)
    for step, should in zip(found["steps"], wanted["steps"], strict=True):
        assert step == should
    assert found["peers"] == wanted["peers"]


@pytest.mark.parametrize("name", CASES)
def test_with_a_game_in_gdscript(name: str) -> None:
    compare(run_with_gdscript()[name], CASES[name])


@pytest.mark.parametrize("name", CASES)
def test_with_a_game_in_python(name: str) -> None:
    found = json.loads(
        json.dumps(run(CASES[name], Game)).replace("Node(packet_game.py)", "Node(game.gd)")
    )
    compare(found, CASES[name])


def test_there_are_as_many_steps_as_were_recorded() -> None:
    assert sum(len(case["steps"]) for case in CASES.values()) == 301
