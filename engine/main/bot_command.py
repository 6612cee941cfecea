"""`python -m engine bot`: many clients at once, and what became of them."""

from __future__ import annotations

import argparse
import sys
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from engine.core._lazy import lazy
from engine.main.bot_crowd import ROUND_TRIP, Crowd
from engine.main.loop import Loop
from engine.main.script_loader import ScriptLoadError, load_class, set_exports
from engine.net.tls_options import TLSOptions
from engine.scene.node import Node

_tqdm: Any = lazy("tqdm")  # an extra
_PLAIN_EVERY = 5.0  # seconds between two lines, where there is no bar


def main(arguments: Sequence[str]) -> int:
    """Runs the command; gives the exit code."""
    parser = _parser()
    try:
        asked = parser.parse_args(arguments)
    except SystemExit as end:  # it has said why
        return int(end.code or 0)
    try:
        crowd = _crowd(asked)
        progress = Progress(crowd, asked.quiet)
        crowd.watch = progress.show
        Loop(crowd).run()
        progress.close()
    except ScriptLoadError as problem:
        print(problem, file=sys.stderr)
        return 1
    print(summary(crowd, asked.url))
    return crowd.exit_code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m engine bot",
        description="Runs many clients of a multiplayer server in one process, each with a tree "
        "and a connection of its own. The exit code is 1 when a connection could not be made or "
        "was lost.",
        epilog=f"A scene that emits a signal '{ROUND_TRIP}' with seconds has these summed up; its "
        "number is get_meta('bot').",
    )
    add = parser.add_argument
    add("script", metavar="SCRIPT.py[:Class]", help="the bots' main scene")
    add("url", help="the server: ws://... or wss://...")
    add("-n", "--count", type=_count, default=10, help="how many bots (10)")
    add("--ramp", type=float, default=50.0, help="bots begun in a second (50; 0: all at once)")
    add("--seconds", type=float, default=10.0, help="how long, once all are begun (10; 0: no end)")
    add("--set", action="append", default=[], metavar="NAME=VALUE", help="an exported variable")
    add("--insecure", action="store_true", help="take any certificate of a wss:// server")
    add("-q", "--quiet", action="store_true", help="show no progress")
    return parser


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError("at least one bot is needed")
    return count


def _crowd(asked: argparse.Namespace) -> Crowd:
    cls = load_class(asked.script, Path.cwd())
    values = dict(_assignment(text) for text in asked.set)

    def make_scene() -> Node:
        scene: Node = cls()
        set_exports(scene, values)
        return scene

    make_scene().free()  # what is wrong with it is said before the first bot begins
    options = TLSOptions.client_unsafe() if asked.insecure else None
    return Crowd(make_scene, asked.url, asked.count, asked.ramp, asked.seconds, options)


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise ScriptLoadError(f"--set takes NAME=VALUE, not '{text}'.")
    return name, value


class Progress:
    """Shows how far a crowd is: as a bar on a terminal, where `tqdm` is installed, or as lines.

    Args:
        crowd: the crowd.
        quiet: not at all.
    """

    def __init__(self, crowd: Crowd, quiet: bool) -> None:
        self._bar: Any = None
        self._quiet = quiet
        self._next_line = 0.0
        if not quiet and sys.stderr.isatty():
            self._bar = _bar(crowd)

    def show(self, crowd: Crowd) -> None:
        """Brings it up to date."""
        if self._bar is not None:
            self._bar.n = crowd.counted.started
            self._bar.set_postfix_str(_state(crowd), refresh=False)
            self._bar.update(0)
        elif not self._quiet and crowd.passed >= self._next_line:
            self._next_line = crowd.passed + _PLAIN_EVERY
            print(
                f"{crowd.passed:6.1f} s  {crowd.counted.started}/{crowd.count} begun, "
                f"{_state(crowd)}",
                file=sys.stderr,
            )

    def close(self) -> None:
        """Takes the bar away."""
        if self._bar is not None:
            self._bar.close()


def _bar(crowd: Crowd) -> Any:
    try:
        return _tqdm.tqdm(total=crowd.count, unit="bot", leave=False, file=sys.stderr)
    except ImportError:
        return None


def _state(crowd: Crowd) -> str:
    counted = crowd.counted
    return (
        f"{len(counted.connecting)} connected, {counted.failed} failed, {counted.lost} lost, "
        f"{counted.bytes_in / max(crowd.passed, 1e-9) / 1000:.1f} kB/s in"
    )


# The summary -------------------------------------------------------------------------------------


def summary(crowd: Crowd, url: str) -> str:
    """What became of a crowd, in a few lines."""
    counted, seconds = crowd.counted, max(crowd.passed, 1e-9)
    connected = f"{len(counted.connecting)} of {crowd.count}"
    if counted.connecting:
        connected += f", after {_quantiles(counted.connecting)}"
    rows = [
        (f"{crowd.count} bots", f"{seconds:.1f} s, {url}"),
        ("connected", connected),
        ("failed", str(counted.failed)),
        ("disconnected", str(counted.lost)),
        ("RPC round trip", _round_trips(counted.round_trips)),
        ("received", _traffic(counted.bytes_in, counted.packets_in, seconds)),
        ("sent", _traffic(counted.bytes_out, counted.packets_out, seconds)),
        ("frames", f"{len(counted.frames)}, {_quantiles(counted.frames)} for all bots"),
        ("script errors", str(counted.errors)),
    ]
    return "\n".join(f"{name:<15} {text}" for name, text in rows)


def _round_trips(times: array[float]) -> str:
    if not times:
        return f"not measured: no scene emitted '{ROUND_TRIP}'"
    return f"{_quantiles(times)} ({len(times)} measured)"


def _quantiles(times: Sequence[float]) -> str:
    return f"p50 {quantile(times, 0.5) * 1000:.1f} ms, p99 {quantile(times, 0.99) * 1000:.1f} ms"


def quantile(values: Sequence[float], share: float) -> float:
    """The value that a share of all is not above; 0.0 without any."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def _traffic(size: int, packets: int, seconds: float) -> str:
    return (
        f"{size / seconds:,.0f} bytes/s, {packets / seconds:,.0f} packets/s "
        f"({size:,} bytes, {packets:,} packets)"
    )
