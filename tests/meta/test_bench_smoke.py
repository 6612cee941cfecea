"""The benchmark runs, and each workload has both of its halves. Times are never judged here."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT / "bench"
HELPERS = {"__init__", "main"}

pytestmark = pytest.mark.skipif(not BENCH.is_dir(), reason="the benchmark is not installed")


def bench(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bench", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )


def modules(folder: str, suffix: str) -> set[str]:
    return {path.stem for path in (BENCH / folder).glob(f"*{suffix}")} - HELPERS


def test_each_workload_is_written_for_both_sides() -> None:
    assert modules("workloads", ".py") == modules("godot", ".gd")


def test_a_short_run_measures_everything_and_judges_nothing() -> None:
    done = bench("--short", "--no-godot", "--json")
    assert done.returncode == 0, done.stderr
    rows = {row["name"]: row for row in json.loads(done.stdout)["rows"]}
    assert set(rows) == modules("workloads", ".py") | modules("probes", ".py")
    assert all(row["ok"] is None and row["ratio"] is None for row in rows.values())
    assert all(isinstance(row["ours"], float) for row in rows.values())


def test_the_table_names_what_was_asked_for() -> None:
    done = bench("--short", "--no-godot", "moving", "emit")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines[1:3]] == ["moving", "emit"]


def test_an_unknown_workload_is_an_error() -> None:
    done = bench("--short", "--no-godot", "juggling")
    assert done.returncode == 2
    assert "juggling" in done.stderr


@pytest.mark.godot
def test_both_sides_do_the_same_work() -> None:
    command = os.environ.get("GODOT") or shutil.which("godot-real") or shutil.which("godot")
    if not command:
        pytest.skip("no real Godot here")
    done = bench("--short", "--json", "--godot", command)
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)["rows"]
    assert all(row["ratio"] is not None for row in rows if row["godot"] is not None)
    assert sum(row["godot"] is not None for row in rows) == len(modules("workloads", ".py"))


def test_the_echo_servers_are_measured_and_not_judged() -> None:
    options = ["--smoke", "--sides", "wsproto", "--json"]
    done = subprocess.run(
        [sys.executable, "-m", "bench.websocket", "bulk", "latency", "idle_tick", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert [row["side"] for row in found["rows"]] == ["ours", "ours, wake", "wsproto"]
    assert all(row["ok"] is None and row["rate"] > 0 for row in found["rows"])
    assert [one[0] for one in found["alone"]] == ["idle_tick", "latency"]
    assert all(one[2] > 0 and one[5] is None for one in found["alone"])


def test_multiplayer_is_measured_and_not_judged() -> None:
    chosen = ["rpc", "sync", "floats32"]
    done = subprocess.run(
        [sys.executable, "-m", "bench.multiplayer", *chosen, "--smoke", "--no-godot", "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)["rows"]
    assert [row["name"] for row in rows] == chosen
    assert all(row["ok"] is None and row["ours"] > 0 for row in rows)
