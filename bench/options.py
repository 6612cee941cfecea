"""What the benchmarks of servers take on their command lines."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable


def server_parser(prog: str, description: str | None, names: Iterable[str]) -> ArgumentParser:
    """A parser for the benchmark `prog` of servers, which has the named kinds of work."""
    made = ArgumentParser(prog=prog, description=description)
    made.add_argument("workload", nargs="*", help=f"of {', '.join(names)}; default: all")
    made.add_argument("--godot", metavar="CMD", help="a real Godot (else $GODOT, else on PATH)")
    made.add_argument("--no-godot", action="store_true", help="leave Godot out")
    made.add_argument("--rounds", type=int, default=3, help="turns of each side (default 3)")
    made.add_argument("--seconds", type=float, default=2.0, help="length of one (default 2)")
    made.add_argument(
        "--short", "--smoke", action="store_true", help="little work, no verdict: does it run?"
    )
    made.add_argument("--json", action="store_true", help="print one JSON object")
    return made
