"""`python -m bench.gui`: this engine's windows beside pygame-gui's nearest equal, as ratios."""

from __future__ import annotations

import argparse
import sys
from statistics import median

from bench.report import Row, table
from bench.sides import BenchError, last_json_line

# name, what it is, unit, how much of it, how much of it in a short run
WORK = (
    ("full_redraw", "painting every control of a gallery", "ms", 100, 5),
    ("combo_redraw", "painting a chat: a server, three clients and their logs", "ms", 100, 5),
    ("still_frame", "a frame of the gallery in which nothing changes", "ms", 200, 10),
    ("idle", "CPU of an idle window with the gallery", "%", 300, 30),
    ("labels", "a frame in which 1,000 labels change", "ms", 5, 1),
    ("lines", "200 formatted lines appended to a log, and shown", "ms", 200, 20),
    ("log", "10,000 formatted lines appended to a log, and shown", "ms", 10_000, 50),
    ("scrolling", "a frame in which a log of 10,000 lines scrolls", "ms", 10_000, 200),
    ("following", "a line more in a log of 10,000 lines, and shown", "ms", 10_000, 200),
)
HEADINGS = ("workload", "", "unit", "ours", "pygame-gui", "ratio", "target", "ok?")
TARGET = 1.0


def main() -> int:
    """Runs the command line; 1 when we are behind in anything, 2 for a failure."""
    made = argparse.ArgumentParser(prog="python -m bench.gui")
    made.add_argument("workload", nargs="*", help=f"of {', '.join(one[0] for one in WORK)}")
    made.add_argument("--rounds", type=int, default=3, help="turns of each side (default 3)")
    made.add_argument("--short", action="store_true", help="little work: does it run?")
    options = made.parse_args()
    try:
        rows = [
            row(*one, options) for one in WORK if not options.workload or one[0] in options.workload
        ]
    except BenchError as problem:
        print(f"bench: {problem}", file=sys.stderr)
        return 2
    print(table(rows, HEADINGS))
    return 1 if any(one.ok is False for one in rows) else 0


def row(
    name: str, title: str, unit: str, count: int, short: int, options: argparse.Namespace
) -> Row:
    """Lets both sides do one piece of work in turns."""
    amount = short if options.short else count
    rounds: list[tuple[float, float | None]] = []
    for _ in range(1 if options.short else options.rounds):
        other = side("theirs", name, amount)
        rounds.append((side("ours", name, amount), other))
    ratio = median(mine / theirs for mine, theirs in rounds if theirs)
    return Row(
        name=name,
        title=title,
        unit=unit,
        ours=median(mine for mine, _ in rounds),
        godot=median(theirs for _, theirs in rounds if theirs),
        ratio=ratio,
        target=TARGET,
        ok=None if options.short else ratio < TARGET,
        rounds=rounds,
    )


def side(which: str, name: str, count: int) -> float:
    """One side's figure, from a process of its own."""
    answer = last_json_line([sys.executable, "-m", f"bench.gui.{which}", name, str(count)])
    return float(answer["figure"])


if __name__ == "__main__":
    sys.exit(main())
