"""Asks a real Godot again for the results in packed_arrays.txt.

usage: record_packed_arrays.py GODOT_COMMAND PROJECT_FOLDER

Each line of the file has an array p, a statement that changes it (or nothing), an expression, and
the text of its value in Godot; tabs between them. All are valid in GDScript and in Python. To add
lines, leave the text out and record again. PROJECT_FOLDER is a scratch folder that Godot can see.
"""

import json
import pathlib
import shlex
import subprocess
import sys

DATA = pathlib.Path(__file__).with_name("packed_arrays.txt")
START = """extends SceneTree
var out := FileAccess.open("res://packed_arrays.txt", FileAccess.WRITE)
func put(row: String, value) -> void:
	out.store_line(row + "\\t" + str(value).c_escape())
"""


def script(rows: list[list[str]]) -> str:
    """The program, in functions of a hundred lines each."""
    parts, calls = [START], []
    for number, start in enumerate(range(0, len(rows), 100)):
        parts.append(f"func part_{number}() -> void:\n\tvar p\n")
        for array, statement, expression in rows[start : start + 100]:
            row = json.dumps("\t".join((array, statement, expression)))
            parts.append(f"\tp = {array}\n\t{statement or 'pass'}\n\tput({row}, {expression})\n")
        calls.append(f"\tpart_{number}()\n")
    return "".join([*parts, "func _init() -> void:\n", *calls, "\tquit()\n"])


def main() -> None:
    command, folder = shlex.split(sys.argv[1]), pathlib.Path(sys.argv[2])
    rows = [line.split("\t")[:3] for line in DATA.read_text(encoding="utf-8").splitlines()]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "project.godot").write_text("config_version=5\n")
    (folder / "record.gd").write_text(script(rows), encoding="utf-8")
    argv = [*command, "--headless", "--path", str(folder), "-s", "record.gd"]
    subprocess.run(argv, capture_output=True, check=True)
    recorded = (folder / "packed_arrays.txt").read_text(encoding="utf-8")
    if recorded.count("\n") != len(rows):
        sys.exit(f"{recorded.count(chr(10))} results for {len(rows)} lines")
    DATA.write_text(recorded, encoding="utf-8")


if __name__ == "__main__":
    main()
