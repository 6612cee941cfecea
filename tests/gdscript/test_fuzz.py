"""Spoiled scripts, scenes, resources and settings bring clear errors: no crash, no hang.

A few hundred by default; `SCENETICK_FUZZ=20000` makes as many, `SCENETICK_FUZZ_FIRST` says from
which seed on. See `fuzzing`, which also shows the text of a seed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CASES = int(os.environ.get("SCENETICK_FUZZ", "400"))
FIRST = int(os.environ.get("SCENETICK_FUZZ_FIRST", "1"))
PART = 1000
WORKERS = 2


def run(first: int, count: int) -> list[list[object]]:
    """What goes wrong with seeds, in a process of their own."""
    command = [sys.executable, "-m", "tests.gdscript.fuzzing", str(first), str(count)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60 + count)
    if done.returncode != 0:
        return [[first, "", f"the process ended with {done.returncode}: {done.stderr[-2000:]}"]]
    failures: list[list[object]] = json.loads(done.stdout.splitlines()[-1])
    return failures


def test_spoiled_files_bring_clear_errors() -> None:
    pytest.importorskip("gdtoolkit")
    last = FIRST + CASES
    parts = [(at, min(PART, last - at)) for at in range(FIRST, last, PART)]
    with ThreadPoolExecutor(WORKERS) as pool:
        failures = [one for part in pool.map(lambda p: run(*p), parts) for one in part]
    assert not failures, "\n".join(map(str, failures[:40]))
