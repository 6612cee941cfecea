"""`python -m bench.websocket`: an echo server of this engine beside others, in turns."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median

from bench.options import server_parser
from bench.report import figure, lines_of
from bench.sides import BenchError, last_json_line
from bench.websocket import WORK, Work
from bench.websocket.alone import FIGURES, Figure
from bench.websocket.sides import OURS, Side, all_sides, environment, load

HEADINGS = ("work", "", "side", "messages/s", "us CPU each", "ratio", "by CPU", "target", "ok?")
ALONE_HEADINGS = ("figure", "", "ours", "most", "ok?")


@dataclass(frozen=True)
class Row:
    """One side at one kind of work.

    Attributes:
        work: the kind of work.
        side: the side.
        rate: messages a second, the median of the rounds.
        cpu: microseconds of the server's processor time for each, or None.
        ratio: our messages a second to theirs, the median of the rounds; None for ourselves.
        cpu_ratio: the same of messages in a second of processor time.
        target: the ratio that we want at least.
        ok: whether it is; None where nothing is judged.
    """

    work: str
    side: str
    rate: float
    cpu: float | None
    ratio: float | None = None
    cpu_ratio: float | None = None
    target: float | None = None
    ok: bool | None = None


@dataclass(frozen=True)
class Sample:
    """One measurement."""

    rate: float
    cpu: float | None


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; 1 for a missed target, 2 for a failure."""
    options = parser().parse_args(arguments)
    try:
        rows, alone = run(options)
    except BenchError as problem:
        print(f"bench: {problem}", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps({"rows": [asdict(row) for row in rows], "alone": alone}))
    else:
        print(lines_of(HEADINGS, [cells(row) for row in rows], 3))
        print("ratio: our messages a second to theirs, ours with --max-fps 0")
        print("", lines_of(ALONE_HEADINGS, [alone_cells(*one) for one in alone], 2), sep="\n")
    missed = any(row.ok is False for row in rows) or any(ok is False for *_, ok in alone)
    return 1 if missed else 0


def parser() -> argparse.ArgumentParser:
    names = [work.name for work in WORK] + [one.name for one in FIGURES]
    made = server_parser("python -m bench.websocket", main.__doc__, names)
    made.add_argument("--sides", metavar="A,B", help="only these, besides ours")
    return made


def run(
    options: argparse.Namespace,
) -> tuple[list[Row], list[tuple[str, str, float, str, float, bool | None]]]:
    """Measures what was asked for: the rows beside others, and figures that stand alone."""
    known = [work.name for work in WORK] + [one.name for one in FIGURES]
    wanted = options.workload or known
    if unknown := [name for name in wanted if name not in known]:
        raise BenchError(f"no workload {', '.join(unknown)}; there are {', '.join(known)}")
    if options.short:
        options.rounds, options.seconds = 1, 0.2
    rows: list[Row] = []
    with all_sides(options.godot, options.no_godot) as sides:
        if options.sides is not None:
            chosen = options.sides.split(",")
            sides = [side for side in sides if side.name in chosen or side.name in OURS]
        for work in WORK:
            if work.name in wanted:
                rows += compare(work, sides, options)
    alone = [single(one, options.short) for one in FIGURES if one.name in wanted]
    return rows, alone


def compare(work: Work, sides: list[Side], options: argparse.Namespace) -> list[Row]:
    """Lets all sides do one kind of work in turns."""
    samples: dict[str, list[Sample]] = {side.name: [] for side in sides}
    for number in range(options.rounds):
        order = sides if number % 2 == 0 else sides[::-1]
        for side in order:
            samples[side.name].append(sample(side, work, options))
    return [row_of(work, name, samples, options.short) for name in samples]


def sample(side: Side, work: Work, options: argparse.Namespace) -> Sample:
    with side.running() as server:
        answer = load(server, work.plan(options.short, options.seconds))
    messages = max(1.0, answer["messages"])
    cpu = 1e6 * answer["cpu"] / messages if answer["cpu"] else None
    return Sample(messages / answer["seconds"], cpu)


def row_of(work: Work, name: str, samples: dict[str, list[Sample]], short: bool) -> Row:
    ours, theirs = samples[OURS[0]], samples[name]
    rate = median(one.rate for one in theirs)
    costs = [one.cpu for one in theirs if one.cpu is not None]
    cpu = median(costs) if costs else None
    if name in OURS:
        return Row(work.name, name, rate, cpu)
    pairs = list(zip(ours, theirs, strict=True))
    ratio = median(mine.rate / other.rate for mine, other in pairs)
    by_cpu = [other.cpu / mine.cpu for mine, other in pairs if mine.cpu and other.cpu]
    target = work.targets[name]
    return Row(
        work.name,
        name,
        rate,
        cpu,
        ratio,
        median(by_cpu) if by_cpu else None,
        target,
        None if short else ratio >= target,
    )


def single(one: Figure, short: bool) -> tuple[str, str, float, str, float, bool | None]:
    """A figure that stands alone, from a process of its own; the median of three."""
    size = max(1, one.size // 20) if short else one.size
    command = [sys.executable, "-m", "bench.websocket.alone", one.name, str(size)]
    values = [last_json_line(command, environment())["figure"] for _ in range(1 if short else 3)]
    value = float(median(values))
    return one.name, one.title, value, one.unit, one.most, None if short else value <= one.most


def cells(row: Row) -> tuple[str, ...]:
    titles = {work.name: work.title for work in WORK}
    numbers = (row.rate, row.cpu, row.ratio, row.cpu_ratio, row.target)
    return row.work, titles[row.work], row.side, *map(figure, numbers), verdict(row.ok)


def alone_cells(
    name: str, title: str, value: float, unit: str, most: float, ok: bool | None
) -> tuple[str, ...]:
    return name, title, f"{figure(value)} {unit}", f"{figure(most)} {unit}", verdict(ok)


def verdict(ok: bool | None) -> str:
    return {True: "ok", False: "MISSED", None: ""}[ok]


if __name__ == "__main__":
    sys.exit(main())
