"""Runs one workload on this engine and prints one JSON line: the twin of godot/main.gd.

Usage: python -m bench.measure '{"workload": "moving", "count": 10000, ...}'

A frame workload (it has no `run_calls`) is timed from frame to frame: the measuring node's
`_process` runs before every other, so two readings of the clock span exactly one frame, whatever
the work is filed under (process, signals, timers). The same frames without the work, measured
first in the same process, are subtracted; the rest is what the work costs, and nothing it causes
can hide. No frame waits for anything: the tree is stepped by hand.

A call workload is timed over batches of calls in one loop; the same loop with nothing in it is
subtracted.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from statistics import median
from time import perf_counter_ns
from typing import Any

from engine import ManualClock, Node, SceneTree

Figures = dict[str, object]


class Bench(Node):
    """The first node of every frame: builds the workload, reads the clock, reports."""

    def __init__(self, plan: dict[str, Any]) -> None:
        super().__init__()
        self.process_priority = -1_000_000
        self.plan = plan
        self.workload = import_module(f"bench.workloads.{plan['workload']}").Workload()
        self.stamps: list[int] = []
        self.empty_frame = -1.0
        self.figures: Figures | None = None

    def _ready(self) -> None:
        self.add_child(self.workload)
        if hasattr(self.workload, "run_calls"):
            self.set_process(False)
            self.measure_calls()

    def _process(self, delta: float) -> None:
        self.stamps.append(perf_counter_ns())
        if len(self.stamps) <= self.plan["warm_up"] + self.plan["frames"]:
            return
        frame = median_interval(self.stamps, self.plan["warm_up"])
        self.stamps.clear()
        if self.empty_frame < 0.0:
            self.empty_frame = frame
            self.workload.setup(self.plan["count"])
        else:
            self.report(
                frame - self.empty_frame,
                {"frame_us": frame / 1e3, "empty_frame_us": self.empty_frame / 1e3},
            )

    def measure_calls(self) -> None:
        calls = self.plan["count"]
        times: list[int] = []
        loops: list[int] = []
        self.workload.setup()
        for batch in range(self.plan["warm_up"] + self.plan["frames"]):
            start = perf_counter_ns()
            self.run_nothing(calls)
            middle = perf_counter_ns()
            self.workload.run_calls(calls)
            end = perf_counter_ns()
            if batch >= self.plan["warm_up"]:
                loops.append(middle - start)
                times.append(end - middle)
        loop = median(loops)
        batch_time = median(times)
        self.report(
            (batch_time - loop) / calls,
            {"batch_us": batch_time / 1e3, "empty_batch_us": loop / 1e3},
        )

    def run_nothing(self, calls: int) -> None:
        for _ in range(calls):
            pass

    def report(self, nanoseconds: float, details: Figures) -> None:
        self.figures = {
            "workload": self.plan["workload"],
            "ns": nanoseconds,
            "checksum": self.workload.checksum(),
            "version": f"Python {sys.version.split()[0]}",
            **details,
        }


def median_interval(stamps: list[int], skip: int) -> float:
    pairs = zip(stamps[skip:], stamps[skip + 1 :], strict=False)
    return median(after - before for before, after in pairs)


def run(plan: dict[str, Any]) -> Figures:
    """Run one workload in a tree of its own and return its figures."""
    tree = SceneTree(ManualClock())
    bench = Bench(plan)
    tree.root.add_child(bench)
    while bench.figures is None:
        tree.tick()
    return bench.figures


if __name__ == "__main__":
    print(json.dumps(run(json.loads(sys.argv[1]))))
