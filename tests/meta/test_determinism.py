"""The same program gives the same trace, however often and wherever it runs."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tests.godot.recorded import ROOT
from tests.godot.test_ports import load_port, run_port

INTRICATE = ["await_freed", "group_mutate", "proc_midframe", "sig_mutate", "timer_pause_scale"]
_OBJECT_ID = re.compile(r"#-?\d{6,}")


def trace(case: str) -> str:
    result = run_port(load_port(case))
    lines = [result.out, *(str(message) for message in result.messages), str(result.exit_code)]
    return _OBJECT_ID.sub("#ID", "\n".join(lines))


@pytest.mark.parametrize("case", INTRICATE)
def test_ten_runs_in_one_process_give_one_trace(case: str) -> None:
    first = trace(case)
    assert len(first) > 200
    for _ in range(9):
        assert trace(case) == first


def test_processes_that_hash_differently_give_one_trace() -> None:
    program = f"""
from tests.meta.test_determinism import trace
for case in {INTRICATE!r}:
    print(trace(case))
"""
    traces = {run_with_hash_seed(program, seed) for seed in ("0", "1", "4242")}
    assert len(traces) == 1


def run_with_hash_seed(program: str, seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "frame 7" in done.stdout
    return done.stdout
