"""What the real Godot printed for the programs that the modules in `ports` are ports of.

The files lie in the folder that SCENETICK_GODOT_DATA names, beside the project where there is more
of them, or else in `recorded`: a copy of what the tests compare with. Without them nothing can be
compared, and the tests fail rather than pass for want of an opinion.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENDORED = Path(__file__).with_name("recorded")
SUFFIXES = (".out", ".err", ".rc")
PROGRAMS = (".gd", ".py", ".tscn", ".tres", ".godot", ".png")
# What runs the programs of a kind, beside their folder in a whole set, among them in the copy.
TOOLS = {"net": ("record.py", "wire.py")}
# Where the recordings of a kind lie in a whole set of them, when not in a folder named after it.
PLACES = {"net": "net/cases"}
_MESSAGE = re.compile(r"^(ERROR|WARNING|SCRIPT ERROR): (.*)$")


def folder() -> Path:
    """The first folder that holds recordings of any kind."""
    return _folders()[0]


def whole_set() -> Path:
    """The set of recordings beside the project, which need not be there."""
    return ROOT.parent / "shared" / "godot"


def _folders() -> list[Path]:
    named = os.environ.get("SCENETICK_GODOT_DATA")
    if named and not Path(named).is_dir():
        raise AssertionError(f"SCENETICK_GODOT_DATA names no folder: {named}")
    folders = [Path(named)] if named else []
    return [place for place in (*folders, whole_set(), VENDORED) if place.is_dir()]


def data_folder(kind: str) -> Path:
    """Where the recordings of a kind lie: `tree`, `minimal` or `net`."""
    for place in _folders():
        for found in (place / PLACES.get(kind, kind), place / kind):
            if found.is_dir():
                return found
    raise AssertionError(f"there are no recordings of the kind {kind!r}")


def recorded(case: str) -> str:
    """The standard output of a case, as Python would print it: there is but one null."""
    text = (data_folder("tree") / f"{case}.out").read_text(encoding="utf-8")
    return in_python(text).replace("<Object#null>", "<null>")


def recorded_messages(case: str) -> list[tuple[str, str]]:
    """Kind and text of each message on standard error, in order."""
    path = data_folder("tree") / f"{case}.err"
    found: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        match = _MESSAGE.match(line)
        if match:
            found.append((match[1], in_python(match[2])))
        else:
            kind, text = found[-1]
            found[-1] = kind, f"{text}\n{in_python(line)}"
    return found


def recorded_exit_code(case: str) -> int:
    """The exit status of a case."""
    recorded(case)  # fails where nothing is recorded at all
    path = data_folder("tree") / f"{case}.rc"
    return int(path.read_text(encoding="utf-8")) if path.exists() else 0


def in_python(text: str) -> str:
    """Names of scripts end in `.py` here, and no message needs to name one: it has its place."""
    text = re.sub(r" At script: res://\S+$", "", text)
    return re.sub(r"(\w)\.gd\b", r"\1.py", text)
