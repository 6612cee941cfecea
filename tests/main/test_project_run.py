"""Where a project is looked for, what is printed, and what runs besides scenes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.main.test_command_line import engine

SETTINGS = """config_version=5

[application]

config/name="Where"
run/main_scene="res://scenes/main.tscn"
"""
SCENE = """[gd_scene load_steps=2 format=3]

[ext_resource type="Script" path="res://scenes/main.gd" id="1"]

[node name="Main" type="Node"]
script = ExtResource("1")
"""
SCRIPT = """extends Node
func _ready():
	print("ready ", scene_file_path, " ", OS.get_cmdline_args())
	get_tree().quit(6)
"""
READY = "ready res://scenes/main.tscn "


@pytest.fixture
def game(tmp_path: Path) -> Path:
    """A project's folder, with a main scene in a folder below."""
    folder = tmp_path / "game"
    (folder / "scenes").mkdir(parents=True)
    (folder / "project.godot").write_text(SETTINGS)
    (folder / "scenes" / "main.tscn").write_text(SCENE)
    (folder / "scenes" / "main.gd").write_text(SCRIPT)
    return folder


def check(done: subprocess.CompletedProcess[str], arguments: str = "[]") -> None:
    assert done.stdout == f"{READY}{arguments}\n", done.stderr
    assert done.stderr == ""
    assert done.returncode == 6


def test_the_project_of_a_folder(game: Path, tmp_path: Path) -> None:
    check(engine("--headless", "--path", "game", "--fixed-fps", "60", cwd=tmp_path))


def test_the_project_of_the_current_folder(game: Path) -> None:
    check(engine(cwd=game))


def test_the_projects_file(game: Path, tmp_path: Path) -> None:
    check(engine("game/project.godot", cwd=tmp_path))


def test_a_folder_above(game: Path) -> None:
    check(engine("--upwards", cwd=game / "scenes"))
    done = engine(cwd=game / "scenes")
    assert done.returncode == 1
    assert "Nothing to run" in done.stderr


@pytest.mark.parametrize("scene", ["scenes/main.tscn", "res://scenes/main.tscn"])
def test_a_scene_of_the_project(game: Path, scene: str) -> None:
    check(engine("--path", str(game), scene, cwd=game.parent), f'["{scene}"]')


def test_a_scene_named_from_elsewhere_finds_its_project(game: Path) -> None:
    check(engine("game/scenes/main.tscn", cwd=game.parent), '["game/scenes/main.tscn"]')
    check(engine("main.tscn", cwd=game / "scenes"), '["main.tscn"]')


def test_a_script_is_a_scene_by_itself(tmp_path: Path) -> None:
    (tmp_path / "hello.gd").write_text(
        "extends Node\nfunc _ready():\n\tprint(name, get_path())\n\tget_tree().quit()\n"
    )
    done = engine("hello.gd", cwd=tmp_path)
    assert (done.stdout, done.stderr, done.returncode) == ("hello/root/hello\n", "", 0)


def test_a_python_script_in_a_project(game: Path) -> None:
    (game / "tool.py").write_text(
        "from engine import Node, ProjectSettings, print_\n"
        "class Tool(Node):\n"
        "    def _ready(self):\n"
        "        print_(ProjectSettings.get_setting('application/config/name'))\n"
        "        self.get_tree().quit()\n"
    )
    done = engine("--path", str(game), "tool.py", cwd=game.parent)
    assert (done.stdout, done.stderr, done.returncode) == ("Where\n", "", 0)


def test_exported_values_of_a_scene(game: Path) -> None:
    (game / "scenes" / "main.gd").write_text(
        "extends Node\n@export var speed := 1.5\nfunc _ready():\n"
        "\tprint(speed)\n\tget_tree().quit()\n"
    )
    assert engine("--set", "speed=4", cwd=game).stdout == "4.0\n"
    done = engine("--set", "size=4", cwd=game)
    assert done.returncode == 1
    assert "no exported variable 'size' (it has: speed)" in done.stderr


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("config_version=5\n[application\nbla", "line 1: Unexpected EOF while parsing simple tag"),
        ("config_version=6\n", "`config_version` (6) is from a more recent"),
    ],
)
def test_a_project_that_cannot_be_read(game: Path, settings: str, said: str) -> None:
    (game / "project.godot").write_text(settings)
    done = engine(cwd=game)
    assert done.returncode == 1
    assert done.stdout == ""
    assert said in done.stderr
    assert f"Couldn't load file '{game}/project.godot', error code" in done.stderr


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    done = engine("--path", "nowhere", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr == 'Invalid project path specified: "nowhere", aborting.\n'
