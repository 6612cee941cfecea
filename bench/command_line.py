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
from tempfile import TemporaryDirectory

from bench.probes import PROBES, Probe
from bench.report import SCRIPT_HEADINGS, Row, table
from bench.sides import Answer, BenchError, Compiled, Godot, Ours, find_godot, staged_godot
from bench.workloads import WORKLOADS, Spec

NAMES = [spec.name for spec in WORKLOADS] + [probe.name for probe in PROBES]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return 0 if all is well, 1 for a missed target, 2 for a failure."""
    options = parser().parse_args(arguments)
    try:
        rows, scripts, about = run(options)
    except BenchError as problem:
        print(f"bench: {problem}", file=sys.stderr)
        return 2
    if options.json:
        every = {"rows": rows, "scripts": scripts}
        figures = {name: [asdict(row) for row in part] for name, part in every.items()}
        print(json.dumps({"about": about, **figures}))
    else:
        print(table(rows), *about, sep="\n")
        if scripts:
            print("", table(scripts, SCRIPT_HEADINGS), sep="\n")
    return 1 if any(row.ok is False for row in rows + scripts) else 0


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = argparse.ArgumentParser(prog="python -m bench", description="Times beside Godot's.")
    made.add_argument("workload", nargs="*", help=f"one of {', '.join(NAMES)}; default: all")
    made.add_argument("--godot", metavar="CMD", help="a real Godot (else $GODOT, else on PATH)")
    made.add_argument("--no-godot", action="store_true", help="measure this engine alone")
    made.add_argument("--no-scripts", action="store_true", help="leave compiled GDScript out")
    made.add_argument("--short", action="store_true", help="little work, no verdict: does it run?")
    made.add_argument("--rounds", type=int, default=7, help="turns of each side (default 7)")
    made.add_argument("--json", action="store_true", help="print one JSON object")
    return made


def run(options: argparse.Namespace) -> tuple[list[Row], list[Row], list[str]]:
    """Measure what was asked for.

    Returns:
        The rows beside Godot; those of compiled GDScript beside Python; lines about the sides.
    """
    wanted = options.workload or NAMES
    if unknown := [name for name in wanted if name not in NAMES]:
        raise BenchError(f"no workload {', '.join(unknown)}; there are {', '.join(NAMES)}")
    about: list[str] = []
    with ExitStack() as stack:
        bytecode = stack.enter_context(TemporaryDirectory(prefix="bench_bytecode_"))
        ours = Ours(bytecode)
        godot: Godot | None = None
        command = None if options.no_godot else find_godot(options.godot)
        if command is not None:
            godot = stack.enter_context(staged_godot(command))
        rows = [
            compare(spec, ours, godot, options, about) for spec in WORKLOADS if spec.name in wanted
        ]
        rows += [single(probe, ours, options) for probe in PROBES if probe.name in wanted]
        scripts = []
        if not options.no_scripts:
            compiled = Compiled(bytecode)
            chosen = [spec for spec in WORKLOADS if spec.name in wanted and spec.compiled_target]
            scripts = [compare_compiled(spec, ours, compiled, options) for spec in chosen]
    return rows, scripts, about


def compare(
    spec: Spec, ours: Ours, godot: Godot | None, options: argparse.Namespace, about: list[str]
) -> Row:
    """Let both sides do one workload in turns, the first of a round alternating."""
    plan = spec.plan(options.short)
    unit = 1e6 if spec.per_frame else 1.0
    rounds: list[tuple[float, float | None]] = []
    for number in range(1 if options.short else max(1, options.rounds)):
        mine, theirs = one_round(plan, ours, godot, godot_first=number % 2 == 0)
        if theirs is not None:
            check_same_work(spec, mine, theirs)
        rounds.append((mine["ns"] / unit, theirs["ns"] / unit if theirs is not None else None))
    describe(about, mine, theirs)
    pairs = [(a, b) for a, b in rounds if b is not None]
    ratio = median(divide(a * unit, b * unit) for a, b in pairs) if pairs else None
    return Row(
        name=spec.name,
        title=spec.caption(options.short),
        unit="ms/frame" if spec.per_frame else "ns/call",
        ours=median(a for a, _ in rounds),
        godot=median(b for _, b in pairs) if pairs else None,
        ratio=ratio,
        target=spec.target,
        ok=None if ratio is None or options.short else ratio <= spec.target,
        rounds=rounds,
    )


def compare_compiled(
    spec: Spec, ours: Ours, compiled: Compiled, options: argparse.Namespace
) -> Row:
    """Let the GDScript of a workload and its Python run on this engine in turns."""
    plan = spec.plan(options.short)
    unit = 1e6 if spec.per_frame else 1.0
    rounds: list[tuple[float, float | None]] = []
    for number in range(1 if options.short else max(1, options.rounds)):
        if number % 2:
            python, script = ours.run(plan), compiled.run(plan)
        else:
            script, python = compiled.run(plan), ours.run(plan)
        check_same_work(spec, script, python)
        rounds.append((script["ns"] / unit, python["ns"] / unit))
    ratio = median(divide(a * unit, (b or 0.0) * unit) for a, b in rounds)
    return Row(
        name=spec.name,
        title=spec.caption(options.short),
        unit="ms/frame" if spec.per_frame else "ns/call",
        ours=median(a for a, _ in rounds),
        godot=median(b or 0.0 for _, b in rounds),
        ratio=ratio,
        target=spec.compiled_target,
        ok=None if options.short else ratio <= spec.compiled_target,
        rounds=rounds,
    )


def one_round(
    plan: dict[str, object], ours: Ours, godot: Godot | None, godot_first: bool
) -> tuple[Answer, Answer | None]:
    """Let each side do the work once, one right after the other."""
    if godot is None:
        return ours.run(plan), None
    if godot_first:
        theirs = godot.run(plan)
        return ours.run(plan), theirs
    mine = ours.run(plan)
    return mine, godot.run(plan)


def single(probe: Probe, ours: Ours, options: argparse.Namespace) -> Row:
    """Measure a figure that has no Godot beside it; a first process compiles what it imports."""
    size = max(1, probe.size // 100) if options.short else probe.size
    if not options.short:
        ours.probe(probe.name, 1)
    values: list[float] = []
    for _ in range(1 if options.short else probe.repeats):
        answer = ours.probe(probe.name, size)
        if answer["problem"]:
            raise BenchError(f"{probe.name} {answer['problem']}")
        values.append(answer["value"])
    value = median(values)
    return Row(
        name=probe.name,
        title=probe.title,
        unit=probe.unit,
        ours=value,
        godot=None,
        ratio=None,
        target=probe.limit,
        ok=None if options.short else value <= probe.limit,
        rounds=[(one, None) for one in values],
    )


def check_same_work(spec: Spec, mine: Answer, theirs: Answer) -> None:
    """Raise unless both sides came to the same number."""
    if not math.isclose(mine["checksum"], theirs["checksum"], rel_tol=1e-9):
        raise BenchError(
            f"{spec.name}: not the same work: checksum {mine['checksum']} on one side, "
            f"{theirs['checksum']} on the other"
        )


def describe(about: list[str], mine: Answer, theirs: Answer | None) -> None:
    """Say once what was compared."""
    if about:
        return
    about.append(f"ours:  {mine['version']}, {os.cpu_count()} processors")
    if theirs is None:
        about.append("Godot: none (--godot CMD, $GODOT, or on PATH), so no ratios")
        return
    kind = "exported release build"
    if theirs["debug"]:
        kind = "editor build" if theirs["editor"] else "debug build"
        kind += ", GDScript with debug checks: a release build is faster"
    about.append(f"Godot: {theirs['version']}, {kind}")
    about.append("ratio: ours / Godot's, median of the rounds; below 1 this engine is faster")


def divide(mine: float, theirs: float) -> float:
    """Return a ratio of times; a time too short for Godot's clock (1 us) counts as that."""
    return mine / max(theirs, 0.001)
