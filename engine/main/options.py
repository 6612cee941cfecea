"""The command line's words: Godot's own flags, and a few of ours."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field

_USAGE = """\
python -m engine [options] [SCRIPT.py[:Class]] [-- USER_ARGS]

Runs a script: a Python file with one Node class (or FILE.py:Class to choose one), which becomes the
root of the main scene. Standard output carries only what scripts print."""


@dataclass(slots=True)
class Options:
    """What a run was asked for.

    Attributes:
        scene: the script, as written; empty when none was given.
        main_loop: a script that extends `SceneTree` or `MainLoop`, to run instead.
        path: the project's folder.
        headless: never to open a window.
        fixed_fps: frames of exactly 1/N seconds, run as fast as they go; 0 for real time.
        max_fps: with a number, frames of measured length, at most so many a second (0: no limit).
        quit_after: frames to run before it ends; 0 for no end.
        strict: the first script error ends the run with exit code 1.
        values: exported variables to set, as text, by name.
        verbose: print what `print_verbose` says.
        time_scale: the value of `Engine.time_scale`, if given.
        user_args: what stood behind `--`.
    """

    scene: str = ""
    main_loop: str = ""
    path: str = ""
    headless: bool = False
    fixed_fps: int = 0
    max_fps: int | None = None
    quit_after: int = 0
    strict: bool = False
    values: dict[str, str] = field(default_factory=dict)
    verbose: bool = False
    time_scale: float | None = None
    user_args: list[str] = field(default_factory=list)


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise argparse.ArgumentTypeError(f"--set takes name=value, not {text!r}")
    return name.strip(), value


def _positive(text: str) -> int:
    number = int(text)
    if number <= 0:
        raise argparse.ArgumentTypeError(f"a number above 0, not {text}")
    return number


def _not_negative(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError(f"0 or more, not {text}")
    return number


def _parser(version: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="scenetick", usage=_USAGE, allow_abbrev=False)
    add = parser.add_argument
    add("scene", nargs="?", default="", metavar="SCRIPT.py", help="the script to run")
    add("--version", action="version", version=version)
    add("-s", "--script", dest="main_loop", default="", metavar="FILE", help="run a main loop")
    add("--path", default="", metavar="DIR", help="the project's folder")
    add("--headless", action="store_true", help="never open a window")
    add("--fixed-fps", type=_positive, default=0, metavar="N", help="frames of 1/N s, unpaced")
    add("--max-fps", type=_not_negative, metavar="N", help="measured frames, at most N a second")
    add("--quit-after", type=_not_negative, default=0, metavar="N", help="end after N frames")
    add("--quit", action="store_true", help="end after the first frame")
    add("--time-scale", type=float, metavar="X", help="set Engine.time_scale")
    add("-v", "--verbose", action="store_true", help="print what print_verbose says")
    add("--strict", action="store_true", help="the first script error ends the run")
    add("--set", dest="values", action="append", type=_assignment, default=[], metavar="NAME=VALUE",
        help="set an exported variable of the main scene")  # fmt: skip
    for flag in ("-d", "--debug", "-q", "--quiet", "--no-header", "--disable-crash-handler"):
        add(flag, action="store_true", help=argparse.SUPPRESS)
    for flag in ("--display-driver", "--audio-driver", "--rendering-driver", "--rendering-method"):
        add(flag, default="", help=argparse.SUPPRESS)
    return parser


def parse(arguments: Sequence[str], version: str) -> Options:
    """Reads a command line; a bad one ends the program with a message and exit code 2.

    Args:
        arguments: the words behind the program's name.
        version: what `--version` prints.
    """
    words, user_args = list(arguments), []
    for mark in ("--", "++"):
        if mark in words:
            at = words.index(mark)
            words, user_args = words[:at], words[at + 1 :]
            break
    found = _parser(version).parse_args(words)
    return Options(
        scene=found.scene,
        main_loop=found.main_loop,
        path=found.path,
        headless=found.headless,
        fixed_fps=found.fixed_fps,
        max_fps=found.max_fps,
        quit_after=1 if found.quit else found.quit_after,
        strict=found.strict,
        values=dict(found.values),
        verbose=found.verbose,
        time_scale=found.time_scale,
        user_args=user_args,
    )
