"""Records what a real Godot prints for the programs beside this file.

    record.py [NAME ...]        writes NAME.out; needs `godot-real` on the path

Each program is the script of the root of an otherwise empty project with a window of 1024 x 600,
run headless at 60 frames a second.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parent
PROJECT = """config_version=5

[application]

config/name="program"
run/main_scene="res://main.tscn"

[autoload]

Stage="*res://stage.gd"
"""
STAGE = """extends Node

func _enter_tree() -> void:
	get_window().size = Vector2i(1024, 600)

func _ready() -> void:
	queue_free()
"""
SCENE = """[gd_scene load_steps=2 format=3]

[ext_resource type="Script" path="res://program.gd" id="1"]

[node name="Main" type="{}"]
script = ExtResource("1")
"""
OPTIONS = ("--headless", "--fixed-fps", "60", "--path")
_BANNER = re.compile(r"\AGodot Engine v[^\n]*\n\n?")
_NOISE = re.compile(r"^(ERROR|WARNING): .*leaked at exit.*\n", re.M)


def stage(name: str, folder: Path) -> None:
    """Writes the project of a program."""
    script = (FOLDER / f"{name}.gd").read_text(encoding="utf-8")
    base = re.search(r"^extends (\w+)", script, re.M)
    assert base is not None
    for file, text in {
        "project.godot": PROJECT,
        "stage.gd": STAGE,
        "program.gd": script,
        "main.tscn": SCENE.format(base[1]),
    }.items():
        (folder / file).write_text(text, encoding="utf-8")


def printed(command: list[str], folder: Path) -> str:
    """What a program prints, without the banner."""
    done = subprocess.run(
        [*command, *OPTIONS, str(folder)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=True,
    )
    return _NOISE.sub("", _BANNER.sub("", done.stdout.decode()))


def main() -> None:
    """Records the programs that are named, or all."""
    for name in sys.argv[1:] or sorted(path.stem for path in FOLDER.glob("*.gd")):
        with tempfile.TemporaryDirectory(dir="/tmp") as folder:
            stage(name, Path(folder))
            text = printed(["godot-real"], Path(folder))
        (FOLDER / f"{name}.out").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
