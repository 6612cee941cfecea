"""Compiled scripts on disk: found again, never wrong, and no burden."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from engine.gdscript import _script_cache
from tests.gdscript.scripts import make_project, messages

FILES = {
    "main.gd": """
        class_name Main
        extends "base.gd"
        const Other = preload("res://other.gd")
        const LIST = [Other.SIZE, Vector2(1, 2)]
        signal done(what: Node)
        @export var speed := 2
        static var made := 3
        func go() -> Array: return [size, Other.SIZE, Other.new().twice(4), made, LIST]
    """,
    "base.gd": "extends RefCounted\nvar size := 1\n",
    "other.gd": "extends RefCounted\nconst SIZE = 7\nfunc twice(x): return x * 2\n",
}
RUN = """
import sys
from pathlib import Path
from engine.gdscript._registry import Project
project = Project(Path(sys.argv[1]))
print(project.load("res://main.gd")().go())
late = ("lark", "_parser", "_compilation", "_workspace", "_bodies", "_class_compiler")
names = [name for name in sys.modules if name != "re._parser"]
print(sorted(name for name in names if name.rpartition(".")[2] in late))
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "scenetick"


def run(folder: Path, **environment: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(folder)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def entries(home: Path) -> list[Path]:
    """The compiled scripts; the parser keeps its tables in the same folder."""
    return sorted(home.glob("?" * 64))


def test_the_second_run_needs_no_compiler(tmp_path: Path, home: Path) -> None:
    make_project(tmp_path / "game", FILES)
    result = "[1, 7, 8, 3, [7, Vector2(1.0, 2.0)]]"
    first, second = run(tmp_path / "game"), run(tmp_path / "game")
    assert (first[0], second[0]) == (result, result)
    assert "lark" in first[1]
    assert second[1] == "[]"
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert len(entries(home)) == 3


def test_a_change_of_what_a_script_goes_by_is_seen(tmp_path: Path, home: Path) -> None:
    make_project(tmp_path / "game", FILES)
    run(tmp_path / "game")
    make_project(tmp_path / "game", {**FILES, "other.gd": FILES["other.gd"].replace("7", "8")})
    assert run(tmp_path / "game")[0] == "[1, 8, 8, 3, [8, Vector2(1.0, 2.0)]]"


def test_a_damaged_entry_is_passed_over(tmp_path: Path, home: Path) -> None:
    make_project(tmp_path / "game", FILES)
    result = run(tmp_path / "game")[0]
    for number, entry in enumerate(entries(home)):
        data = entry.read_bytes()
        entry.write_bytes((data[:50], b"", data[:-1] + b"?")[number])
    assert run(tmp_path / "game")[0] == result


def test_it_can_be_switched_off(tmp_path: Path, home: Path) -> None:
    make_project(tmp_path / "game", FILES)
    run(tmp_path / "game", SCENETICK_NO_SCRIPT_CACHE="1")
    assert not entries(home)


def test_a_folder_that_others_can_write_to_is_not_used(tmp_path: Path, home: Path) -> None:
    home.mkdir(parents=True)
    home.chmod(0o777)
    _script_cache.write("0" * 64, 1)
    assert not entries(home)
    home.chmod(0o700)
    _script_cache.write("0" * 64, 1)
    assert _script_cache.read("0" * 64) == 1
    home.chmod(0o777)
    assert _script_cache.read("0" * 64) is None


def test_errors_are_not_kept(tmp_path: Path, home: Path) -> None:
    project = make_project(tmp_path / "game", {"main.gd": "var x = y\n"}, cached=True)
    with messages() as found:
        project.load("res://main.gd")
    assert len(found) == 2
    assert not entries(home)


def test_without_the_extra_one_error_says_what_to_install(tmp_path: Path, home: Path) -> None:
    make_project(tmp_path, {"main.gd": FILES["base.gd"]})
    code = (
        "import sys; sys.modules['lark'] = sys.modules['gdtoolkit'] = None\n"
        "from pathlib import Path\nfrom engine.gdscript._registry import Project\n"
        "project = Project(Path(sys.argv[1])); project.use_cache = False\n"
        "project.load('res://main.gd')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        env={**os.environ, "XDG_CACHE_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.count("ERROR") == 1
    assert "scenetick[godot]" in done.stderr
