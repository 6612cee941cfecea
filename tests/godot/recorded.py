"""What the real Godot printed for the programs that the modules in `ports` are ports of.

The files lie in the folder that SCENETICK_GODOT_DATA names, or beside the project. Without them
nothing can be compared, and the tests fail rather than pass for want of an opinion.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_MESSAGE = re.compile(r"^(ERROR|WARNING|SCRIPT ERROR): (.*)$")


def folder() -> Path:
    """Where the recorded files lie."""
    return Path(os.environ.get("SCENETICK_GODOT_DATA") or ROOT.parent / "shared" / "godot")


def recorded(case: str) -> str:
    """The standard output of a case, as Python would print it: there is but one null."""
    text = (folder() / "tree" / f"{case}.out").read_text(encoding="utf-8")
    return in_python(text).replace("<Object#null>", "<null>")


def recorded_messages(case: str) -> list[tuple[str, str]]:
    """Kind and text of each message on standard error, in order."""
    path = folder() / "tree" / f"{case}.err"
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
    path = folder() / "tree" / f"{case}.rc"
    return int(path.read_text(encoding="utf-8")) if path.exists() else 0


def in_python(text: str) -> str:
    """Names of scripts end in `.py` here, and no message needs to name one: it has its place."""
    text = re.sub(r" At script: res://\S+$", "", text)
    return re.sub(r"(\w)\.gd\b", r"\1.py", text)
