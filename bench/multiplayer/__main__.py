"""`python -m bench.multiplayer`: servers of this engine and of real Godot, in turns."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from bench.multiplayer import WORK, Work
from bench.options import server_parser
from bench.report import figure, lines_of
from bench.sides import Answer, BenchError, find_godot, last_json_line
from bench.websocket.sides import environment, free_port, serving

HERE = Path(__file__).resolve().parent
HEADINGS = ("work", "", "unit", "ours", "Godot", "ratio", "by CPU", "target", "ok?")
OURS = [sys.executable, "-m", "bench.multiplayer.ours"]
INTERVAL = 0.045  # seconds: at 60 frames a second each third one, 20 times a second


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; 1 for a missed target, 2 for a failure."""
    options = parser().parse_args(arguments)
    try:
        rows = run(options)
    except BenchError as problem:
        print(f"bench: {problem}", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps({"rows": rows}))
    else:
        print(lines_of(HEADINGS, [cells(row) for row in rows], 3))
        print("ratio: ours to Godot's; by CPU: the same for a second of the servers' own time")
    return 1 if any(row["ok"] is False for row in rows) else 0


def parser() -> argparse.ArgumentParser:
    return server_parser("python -m bench.multiplayer", __doc__, [work.name for work in WORK])


def run(options: argparse.Namespace) -> list[Answer]:
    """Measures what was asked for."""
    known = [work.name for work in WORK]
    wanted = options.workload or known
    if unknown := [name for name in wanted if name not in known]:
        raise BenchError(f"no workload {', '.join(unknown)}; there are {', '.join(known)}")
    if options.short:
        options.rounds, options.seconds = 1, 0.2
    with all_sides(options.godot, options.no_godot) as sides:
        return [compare(work, sides, options) for work in WORK if work.name in wanted]


@contextmanager
def all_sides(godot: str | None, no_godot: bool) -> Iterator[list[list[str]]]:
    """The commands of ours and, where there is one, of Godot."""
    command = None if no_godot else find_godot(godot)
    if command is None:
        yield [OURS]
        return
    below = "/tmp" if os.path.isdir("/tmp") else None  # a confined Godot often sees no other place
    with tempfile.TemporaryDirectory(prefix="bench_godot_", dir=below) as folder:
        project = Path(folder) / "project"
        shutil.copytree(HERE / "godot", project, ignore=shutil.ignore_patterns(".godot"))
        yield [OURS, [*command, "--headless", "--max-fps", "0", "--path", str(project), "--"]]


def compare(work: Work, sides: list[list[str]], options: argparse.Namespace) -> Answer:
    """Lets the sides do one kind of work in turns."""
    rounds = []
    for number in range(options.rounds):
        turns = list(enumerate(sides))
        answers = {one: sample(work, side, options) for one, side in turns[:: 1 - number % 2 * 2]}
        rounds.append([answers[one] for one, _ in turns])
    row: Answer = {"name": work.name, "ours": median(one[0]["value"] for one in rounds)}
    row |= {"godot": None, "ratio": None, "by_cpu": None, "ok": None, "rounds": rounds}
    if len(sides) > 1:
        check_alike(work, rounds)
        row["godot"] = median(one[1]["value"] for one in rounds)
        row["ratio"] = ratio = median(one[0]["value"] / one[1]["value"] for one in rounds)
        if work.more:
            rates = [[answer["value"] / answer["load"] for answer in one] for one in rounds]
            row["by_cpu"] = median(ours / godot for ours, godot in rates)
        if work.target is not None and not options.short:
            row["ok"] = ratio >= work.target if work.more else ratio <= work.target
    return row


def check_alike(work: Work, rounds: list[list[Answer]]) -> None:
    """Both have to have come to the same, where that does not show in the figure."""
    ours, godot = (rounds[0][side]["bytes"] for side in (0, 1))
    if not work.server and ours != godot:
        raise BenchError(f"{work.name}: {ours} bytes of ours, {godot} of Godot's")


def sample(work: Work, side: list[str], options: argparse.Namespace) -> Answer:
    """One measurement, by a fresh process."""
    plan = {"work": work.name, "server": work.server, "fps": work.fps, "clients": work.clients}
    plan |= {"interval": INTERVAL, **work.plan}
    if options.short:
        plan |= work.short
        plan["clients"] = min(work.clients, 10)
    if not work.server:
        return last_json_line([*side, json.dumps(plan)], environment())
    port = free_port()
    plan |= {"port": port, "seconds": options.seconds, "warm_up": options.seconds / 2}
    with serving([*side, json.dumps(plan)], port, HERE) as server:
        load = [sys.executable, "-m", "bench.multiplayer.load"]
        answer = last_json_line([*load, json.dumps({**plan, "pid": server.pid})], environment())
    busy, sent = answer["cpu"] / answer["seconds"], answer["bytes"] / answer["seconds"]
    value = answer["calls"] / answer["seconds"]
    if work.server == "sync":  # whoever sends less, as its frames take too long, is no better
        value = 1e9 * busy / sent if plan["moving"] else 100 * busy
    return {"value": value, "bytes": sent, "load": busy}


def cells(row: Answer) -> tuple[str, ...]:
    work = next(one for one in WORK if one.name == row["name"])
    target = "-" if work.target is None else f"{'>=' if work.more else '<='} {figure(work.target)}"
    verdict = {True: "ok", False: "MISSED", None: ""}[row["ok"]]
    numbers = map(figure, (row["ours"], row["godot"], row["ratio"], row["by_cpu"]))
    return (work.name, work.title, work.unit, *numbers, target, verdict)


if __name__ == "__main__":
    sys.exit(main())
