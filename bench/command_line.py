"""The driver: takes turns between the two sides and prints what came of it."""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from statistics import median

from bench.probes import PROBES, Probe
from bench.report import Row, table
from bench.sides import Answer, BenchError, Godot, Ours, find_godot, staged_godot
from bench.workloads import WORKLOADS, Spec

NAMES = [spec.name for spec in WORKLOADS] + [probe.name for probe in PROBES]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return 0 if all is well, 1 for a missed target, 2 for a failure."""
    options = parser().parse_args(arguments)
    try:
        rows, about = run(options)
    except BenchError as problem:
        print(f"bench: {problem}", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps({"about": about, "rows": [asdict(row) for row in rows]}))
    else:
        print(table(rows), *about, sep="\n")
    return 1 if any(row.ok is False for row in rows) else 0


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = argparse.ArgumentParser(prog="python -m bench", description="Times beside Godot's.")
    made.add_argument("workload", nargs="*", help=f"one of {', '.join(NAMES)}; default: all")
    made.add_argument("--godot", metavar="CMD", help="a real Godot (else $GODOT, else on PATH)")
    made.add_argument("--no-godot", action="store_true", help="measure this engine alone")
    made.add_argument("--short", action="store_true", help="little work, no verdict: does it run?")
    made.add_argument("--rounds", type=int, default=5, help="turns of each side (default 5)")
    made.add_argument("--json", action="store_true", help="print one JSON object")
    return made


def run(options: argparse.Namespace) -> tuple[list[Row], list[str]]:
    """Measure what was asked for; return the rows of the table and lines about the two sides."""
    wanted = options.workload or NAMES
    if unknown := [name for name in wanted if name not in NAMES]:
        raise BenchError(f"no workload {', '.join(unknown)}; there are {', '.join(NAMES)}")
    ours = Ours()
    about: list[str] = []
    with ExitStack() as stack:
        godot: Godot | None = None
        command = None if options.no_godot else find_godot(options.godot)
        if command is not None:
            godot = stack.enter_context(staged_godot(command))
        rows = [
            compare(spec, ours, godot, options, about) for spec in WORKLOADS if spec.name in wanted
        ]
        rows += [single(probe, ours, options) for probe in PROBES if probe.name in wanted]
    return rows, about


def compare(
    spec: Spec, ours: Ours, godot: Godot | None, options: argparse.Namespace, about: list[str]
) -> Row:
    """Let both sides do one workload in turns, the first of a round alternating."""
    plan = spec.plan(options.short)
    rounds = 1 if options.short else options.rounds
    our_times: list[float] = []
    godot_times: list[float] = []
    for number in range(rounds):
        if godot is None:
            mine = ours.run(plan)
        elif number % 2 == 0:
            theirs, mine = godot.run(plan), ours.run(plan)
        else:
            mine, theirs = ours.run(plan), godot.run(plan)
        our_times.append(mine["ns"])
        if godot is not None:
            check_same_work(spec, mine, theirs)
            godot_times.append(theirs["ns"])
    describe(about, mine, theirs if godot is not None else None)
    ratio = median(map(divide, our_times, godot_times)) if godot_times else None
    return Row(
        name=spec.name,
        title=spec.caption(options.short),
        unit="ms/frame" if spec.per_frame else "ns/call",
        ours=scaled(spec, our_times),
        godot=scaled(spec, godot_times) if godot_times else None,
        ratio=ratio,
        target=spec.target,
        ok=None if ratio is None or options.short else ratio <= spec.target,
    )


def single(probe: Probe, ours: Ours, options: argparse.Namespace) -> Row:
    """Measure a figure that has no Godot beside it."""
    size = max(1, probe.size // 100) if options.short else probe.size
    answers = [ours.probe(probe.name, size) for _ in range(1 if options.short else probe.repeats)]
    if problem := answers[-1]["problem"]:
        raise BenchError(f"{probe.name} {problem}")
    value = median(answer["value"] for answer in answers)
    return Row(
        name=probe.name,
        title=probe.title,
        unit=probe.unit,
        ours=value,
        godot=None,
        ratio=None,
        target=probe.limit,
        ok=None if options.short else value <= probe.limit,
    )


def check_same_work(spec: Spec, mine: Answer, theirs: Answer) -> None:
    """Raise unless both sides came to the same number."""
    if not math.isclose(mine["checksum"], theirs["checksum"], rel_tol=1e-9):
        raise BenchError(
            f"{spec.name}: not the same work: {mine['checksum']} here, "
            f"{theirs['checksum']} in Godot"
        )


def describe(about: list[str], mine: Answer, theirs: Answer | None) -> None:
    """Say once what was compared."""
    if about:
        return
    about.append(f"ours:  {mine['version']}, {os.cpu_count()} processors")
    if theirs is None:
        about.append("Godot: none found (--godot CMD, $GODOT or PATH), so no ratios")
        return
    kind = "exported release build"
    if theirs["debug"]:
        kind = "editor build" if theirs["editor"] else "debug build"
        kind += ", GDScript with debug checks: a release build is faster"
    about.append(f"Godot: {theirs['version']}, {kind}")
    about.append("ratio: ours / Godot's, median of the rounds; below 1 this engine is faster")


def scaled(spec: Spec, times: list[float]) -> float:
    """Return the median in the unit of the row: ms for a frame, ns for a call."""
    return median(times) / (1e6 if spec.per_frame else 1.0)


def divide(mine: float, theirs: float) -> float:
    """Return a ratio of times; a time too short for Godot's clock (1 us) counts as that."""
    return mine / max(theirs, 0.001)
