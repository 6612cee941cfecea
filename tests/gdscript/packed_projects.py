"""Projects in one text file each, with what real Godot prints for them and the files it writes.

`python -m tests.gdscript.packed_projects GODOT...` records them anew: each file of `data/projects`
holds parts that begin with `=== PATH`; those under `=== expected:` are what came of it. Ids by
chance, and what depends on the machine, is left out of both sides.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECTS = Path(__file__).parent / "data" / "projects"
MAIN = "ask.gd"
PRINTED = "expected:printed"
_PART = re.compile(r"^=== (.*)\n", re.MULTILINE)
_NOISE = re.compile(
    r" +at: |  +GDScript backtrace| +\[\d|Godot Engine|$|.*(leaked at exit|still in use at exit)|"
    r"WARNING: The class '\w+' is not there yet| +File \"|    "
)
_OF_CHANCE = re.compile(r"#-?\d+(?=>)|(?<=::GDScript)_[a-y0-8]{5}")
_IN_FILES = re.compile(r" unique_id=\d+|config/features=.*\n")
_WRITTEN = ("*.tscn", "*.tres", "out.godot")


def unpacked(file: Path) -> dict[str, str]:
    """The parts of a project, by path."""
    parts = _PART.split(file.read_text(encoding="utf-8"))[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def write_into(folder: Path, parts: dict[str, str]) -> None:
    """Writes the files of a project."""
    for path, text in parts.items():
        if not path.startswith("expected:"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="")


def run(command: list[str], folder: Path) -> str:
    """What a program says, on either stream, when it runs a project's main script."""
    whole = [*command, "--headless", "--path", str(folder), "-s", MAIN]
    done = subprocess.run(whole, capture_output=True, text=True, timeout=60, check=False)
    return plain(done.stdout + done.stderr)


def plain(text: str) -> str:
    """What is said, without places, ids, and numbers of objects."""
    lines = [line for line in text.splitlines() if not _NOISE.match(line)]
    return _OF_CHANCE.sub("", "\n".join(lines) + "\n")


def written(folder: Path, parts: dict[str, str]) -> dict[str, str]:
    """The files that a run left behind, without ids by chance."""
    found = {}
    for pattern in _WRITTEN:
        for file in sorted(folder.rglob(pattern)):
            path = file.relative_to(folder).as_posix()
            if path not in parts:
                text = re.sub(r'_[a-y0-8]{5}"', '_@"', file.read_text(encoding="utf-8"))
                found[f"expected:{path}"] = _IN_FILES.sub("", text)
    return found


def record(file: Path, command: list[str]) -> None:
    """Puts into a project's file what real Godot says and writes."""
    parts = {k: v for k, v in unpacked(file).items() if not k.startswith("expected:")}
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        write_into(folder, parts)
        expected = {PRINTED: run(command, folder), **written(folder, parts)}
    whole = {**parts, **expected}
    text = "".join(f"=== {path}\n{part}" for path, part in whole.items())
    file.write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    for project in sorted(PROJECTS.glob("*.txt")):
        record(project, sys.argv[1:])
