"""Asks a real Godot again for what variant_inputs.jsonl says.

usage: record_variant_bytes.py GODOT_COMMAND PROJECT_FOLDER

Each line has some bytes (`hex`), why they are of interest, and what Godot makes of them: the type
of the value, the bytes of that value, how many of the given bytes it takes, and the errors. To add
lines, give the first two and record again. PROJECT_FOLDER is a scratch folder that Godot can see.
"""

import json
import pathlib
import shlex
import subprocess
import sys

DATA = pathlib.Path(__file__).with_name("variant_inputs.jsonl")
SCRIPT = """extends SceneTree
class Recorder extends Logger:
	var seen := PackedStringArray()
	func _log_error(_function, _file, _line, code, text, _notify, _type, _traces):
		seen.append(text if text else code)

func _init() -> void:
	var recorder := Recorder.new()
	OS.add_logger(recorder)
	var out := FileAccess.open("res://out.txt", FileAccess.WRITE)
	for hex in FileAccess.get_file_as_string("res://in.txt").split("\\n", false):
		var data: PackedByteArray = hex.substr(1).hex_decode()
		recorder.seen.clear()
		var value = bytes_to_var(data)
		var errors := recorder.seen.duplicate()
		var size := data.decode_var_size(0)
		var written := var_to_bytes(value).hex_encode()
		out.store_line(JSON.stringify([typeof(value), written, size, errors]))
	quit()
"""


def main() -> None:
    command, folder = shlex.split(sys.argv[1]), pathlib.Path(sys.argv[2])
    rows = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "project.godot").write_text("config_version=5\n")
    (folder / "record.gd").write_text(SCRIPT, encoding="utf-8")
    (folder / "in.txt").write_text("".join(f"={row['hex']}\n" for row in rows))
    argv = [*command, "--headless", "--path", str(folder), "-s", "record.gd"]
    subprocess.run(argv, capture_output=True, check=True)
    recorded = (folder / "out.txt").read_text(encoding="utf-8").splitlines()
    if len(recorded) != len(rows):
        sys.exit(f"{len(recorded)} results for {len(rows)} lines")
    with DATA.open("w", encoding="utf-8") as file:
        for row, line in zip(rows, recorded, strict=True):
            kind, back, size, errors = json.loads(line)
            result = {"type": kind, "back": back, "size": size, "errors": errors}
            file.write(json.dumps({"why": row["why"], "hex": row["hex"], **result}) + "\n")


if __name__ == "__main__":
    main()
