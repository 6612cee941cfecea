"""Reads spoiled scripts, scenes, resources and settings: a clear answer is all that is asked for.

`python -m tests.gdscript.fuzzing FIRST COUNT` makes that many spoiled files, one for each seed,
from everything in `tests/godot`, and prints what went wrong as JSON: a Python exception that left
the compiler or a reader, words of Python's in a message, or more than `PATIENCE` seconds. With
`--show SEED` it prints the spoiled text instead.

All projects lie side by side in one, so that `res://` means the same to them: project P's files
are in `res://P/`.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from engine.core import output
from engine.gdscript import _compilation, project
from engine.gdscript._resource_text import ResourceText
from engine.gdscript._script_files import project as scripts
from engine.gdscript._syntax import ParseError
from engine.scene.resource_loader import ResourceLoader
from tests.gdscript.mutations import mutate

GODOT = Path(__file__).parents[1] / "godot"
PATIENCE = 10.0
_READ = {".gd", ".tscn", ".tres", ".godot"}
_OF_PYTHON = re.compile(r"Traceback|Internal|[a-z]Error\b|NoneType|object has no attribute|<class ")


class TooSlow(BaseException):
    """A case that takes too long; no handler of exceptions takes it for its own."""


def gather(place: Path) -> list[Path]:
    """Copies everything that can be spoiled into one project; gives the files."""
    sources = {"language": GODOT / "language", "tree": GODOT / "recorded" / "tree"}
    for folder in (GODOT / "small_projects", GODOT / "projects"):
        sources |= {f"{folder.name}_{p.parent.name}": p.parent for p in folder.glob("*/*.godot")}
    for name, source in sorted(sources.items()):
        for file in sorted(source.rglob("*")):
            if file.suffix in _READ and file.is_file():
                target = place / name / file.relative_to(source)
                target.parent.mkdir(parents=True, exist_ok=True)
                text = file.read_text(encoding="utf-8").replace("res://", f"res://{name}/")
                target.write_text(text, encoding="utf-8")
    (place / "project.godot").write_text("config_version=5\n", encoding="utf-8")
    return sorted(file for file in place.rglob("*") if file.suffix in _READ)


class Fuzzer:
    """Spoils files and has them read."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._files = gather(place)
        project.open_project(place)
        scripts().use_cache = False

    def spoiled(self, seed: int) -> tuple[Path, str]:
        """The file and the text of a seed."""
        chance = random.Random(seed)
        file = chance.choice(self._files)
        return file, mutate(file.read_text(encoding="utf-8"), chance)

    def failure(self, seed: int) -> str:
        """What goes wrong with a seed; empty when nothing does."""
        file, text = self.spoiled(seed)
        said: list[str] = []
        try:
            with limited(PATIENCE), output.handler(lambda message: said.append(str(message))):
                said += self._read(file, text)
        except TooSlow:
            return f"more than {PATIENCE} seconds"
        except (Exception, RecursionError) as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            return f"{type(error).__name__}: {error} at {Path(place.filename).name}:{place.lineno}"
        return next((f"says {words!r}" for words in said if _OF_PYTHON.search(words)), "")

    def _read(self, file: Path, text: str) -> list[str]:
        path = f"res://{file.relative_to(self._place).as_posix()}"
        if file.suffix == ".gd":
            return self._compile(path, text)
        if file.suffix == ".godot":
            spoiled = self._place / "spoiled.godot"
            spoiled.write_text(text, encoding="utf-8")
            try:
                list(project._settings_of(spoiled))
            except (project._BadLineError, project._TooNewError, UnicodeDecodeError):
                pass
            return []
        ResourceText(path, text, ResourceLoader.CACHE_MODE_IGNORE).load()
        return []

    @staticmethod
    def _compile(path: str, text: str) -> list[str]:
        files = scripts()
        before = files.source(path) or b""
        files.set_source(path, text)
        try:
            found: Any = _compilation.compile_script(path, _compilation.workspace_for(files))
        finally:
            files.set_source(path, before.decode())
        if not isinstance(found, list):
            return []
        assert found, "no errors, and no script"
        assert all(isinstance(e, ParseError) and e.message and e.line > 0 for e in found), found
        return [str(error) for error in found]


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raises TooSlow when the block takes longer."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def main(arguments: list[str]) -> None:
    """Runs seeds, or shows one."""
    place = Path(tempfile.mkdtemp())
    try:
        fuzzer = Fuzzer(place)
        if arguments[0] == "--show":
            file, text = fuzzer.spoiled(int(arguments[1]))
            print(f"# {file.relative_to(place)}\n{text}")
            return
        first, count = map(int, arguments)
        failures = []
        for seed in range(first, first + count):
            if wrong := fuzzer.failure(seed):
                name = fuzzer.spoiled(seed)[0].relative_to(place).as_posix()
                failures.append([seed, name, wrong])
        print(json.dumps(failures))
    finally:
        shutil.rmtree(place)


if __name__ == "__main__":
    main(sys.argv[1:])
