"""Asks a real Godot again for the results in vector_math.txt.

usage: record_vector_math.py GODOT_COMMAND PROJECT_FOLDER

Each line of the file has an expression that is valid in GDScript and in Python, its exact value as
such an expression, and the text that Godot prints for it; tabs between them. To add expressions,
add lines with nothing behind the expression and record again. PROJECT_FOLDER is a scratch folder
that Godot can see.
"""

import json
import pathlib
import shlex
import subprocess
import sys

DATA = pathlib.Path(__file__).with_name("vector_math.txt")
SCRIPT = """extends SceneTree
func num(x) -> String:
	var s := str(x) if x is int else String.num_scientific(x)
	return s if x is int or "." in s or "e" in s or "n" in s else s + ".0"
func nums(list: Array) -> String:
	return ", ".join(list.map(num))
func exact(v) -> String:
	match typeof(v):
		TYPE_NIL: return "null"
		TYPE_BOOL: return "true" if v else "false"
		TYPE_INT, TYPE_FLOAT: return num(v)
		TYPE_STRING: return JSON.stringify(v)
		TYPE_VECTOR2, TYPE_VECTOR2I: return type_string(typeof(v)) + "(%s)" % nums([v.x, v.y])
		TYPE_VECTOR3, TYPE_VECTOR3I: return type_string(typeof(v)) + "(%s)" % nums([v.x, v.y, v.z])
		TYPE_VECTOR4, TYPE_VECTOR4I:
			return type_string(typeof(v)) + "(%s)" % nums([v.x, v.y, v.z, v.w])
		TYPE_RECT2, TYPE_RECT2I, TYPE_AABB:
			return type_string(typeof(v)) + "(%s, %s)" % [exact(v.position), exact(v.size)]
		TYPE_PLANE: return "Plane(%s)" % nums([v.x, v.y, v.z, v.d])
		TYPE_COLOR: return "Color(%s)" % nums([v.r, v.g, v.b, v.a])
	return "?"
func p(expression: String, v) -> void:
	print(expression, "\\t", exact(v), "\\t", v)
"""


def script(expressions: list[str]) -> str:
    """The program, in functions of a hundred lines each."""
    parts, calls = [SCRIPT], []
    for number, start in enumerate(range(0, len(expressions), 100)):
        parts.append(f"func part_{number}() -> void:\n")
        parts += [f"\tp({json.dumps(e)}, {e})\n" for e in expressions[start : start + 100]]
        calls.append(f"\tpart_{number}()\n")
    return "".join([*parts, "func _init() -> void:\n", *calls, "\tquit()\n"])


def main() -> None:
    command, folder = shlex.split(sys.argv[1]), pathlib.Path(sys.argv[2])
    expressions = [line.split("\t")[0] for line in DATA.read_text().splitlines()]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "project.godot").write_text("config_version=5\n")
    (folder / "record.gd").write_text(script(expressions))
    argv = [*command, "--headless", "--path", str(folder), "-s", "record.gd"]
    out = subprocess.run(argv, capture_output=True, text=True, check=True).stdout
    lines = [line for line in out.splitlines() if line.count("\t") == 2]
    if len(lines) != len(expressions):
        sys.exit(f"{len(lines)} results for {len(expressions)} expressions")
    DATA.write_text("".join(line + "\n" for line in lines))


if __name__ == "__main__":
    main()
