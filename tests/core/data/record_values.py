"""Asks a real Godot what the tests of texts, numbers and global functions compare with.

    python record_values.py --godot godot --scratch FOLDER

FOLDER is a new folder that Godot may read and write. The cases are made with fixed seeds, so that
recording again with the same Godot changes nothing. Strings in the files are Python's literals,
floats are hexadecimal.
"""

from __future__ import annotations

import argparse
import random
import struct
import subprocess
from pathlib import Path

from value_cases import (
    CONVERTED,
    DATES,
    HASHED,
    MATH,
    RANDOM_SCRIPT,
    format_cases,
    literal,
    math_cases,
    node_path_cases,
    number_cases,
    string_cases,
)

HERE = Path(__file__).parent
# Each line of in.txt is [kind, ...]; the answer is a type and the text's bytes, or a float's.
SCRIPT = """extends SceneTree
func formatted(template, values):
	return template % values
func answer(v):
	match v[0]:
		"call": return Callable.create(v[1], v[2]).callv(v[3])
		"format": return formatted(v[1], v[2])
		"text": return str(PackedByteArray(v[1]).decode_double(0))
		"expression":
			var e := Expression.new()
			e.parse(v[1])
			return e.execute()
func _init():
	var source := FileAccess.open("res://in.txt", FileAccess.READ)
	var out := FileAccess.open("res://out.txt", FileAccess.WRITE)
	while not source.eof_reached():
		var line := source.get_line()
		if line == "":
			continue
		printerr("CASE")
		var r = answer(str_to_var(line))
		var bytes := str(r).to_utf8_buffer()
		if r is float:
			bytes.resize(8)
			bytes.encode_double(0, r)
		out.store_line("%d %s" % [typeof(r), bytes.hex_encode()])
	out.close()
	quit()
"""


class Godot:
    """A real Godot and the folder it works in."""

    def __init__(self, program: str, folder: Path) -> None:
        self.program, self.folder = program, folder
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "project.godot").write_text("config_version=5\n")

    def run(self, script: str) -> str:
        """Runs a script; gives what it wrote to standard error."""
        (self.folder / "run.gd").write_text(script)
        command = [self.program, "--headless", "--path", str(self.folder), "-s", "run.gd"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
        return done.stderr

    def ask(self, lines: list[str]) -> list[tuple[int, str | float, list[str]]]:
        """Type and text (or number) of each answer, and the messages it came with."""
        (self.folder / "in.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        errors = self.run(SCRIPT).split("CASE\n")[1:]
        answers = (self.folder / "out.txt").read_text().splitlines()
        assert len(answers) == len(lines) == len(errors)
        return [(*decoded(a), messages(e)) for a, e in zip(answers, errors, strict=True)]


def decoded(answer: str) -> tuple[int, str | float]:
    kind, _, data = answer.partition(" ")
    raw = bytes.fromhex(data)
    return int(kind), struct.unpack("<d", raw)[0] if kind == "3" else raw.decode()


def messages(errors: str) -> list[str]:
    kinds = ("ERROR: ", "WARNING: ", "SCRIPT ERROR: ")
    return [line for line in errors.splitlines() if line.startswith(kinds)]


def write(name: str, lines: list[str]) -> None:
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def hexadecimal(value: str | float) -> str:
    return value.hex() if isinstance(value, float) else value


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--godot", default="godot")
    parser.add_argument("--scratch", type=Path, required=True)
    options = parser.parse_args()
    godot = Godot(options.godot, options.scratch)

    numbers = number_cases(random.Random(1))
    asked = [f'["text", {list(struct.pack("<d", x))}]' for x in numbers]
    texts = [answer[1] for answer in godot.ask(asked)]
    write("number_texts.txt", [f"{x.hex()} {t}" for x, t in zip(numbers, texts, strict=True)])

    for name, cases in (
        ("string_methods.txt", string_cases(random.Random(2))),
        ("node_paths.txt", node_path_cases()),
    ):
        asked = [f'["call", {self}, "{method}", {literal(args)}]' for _, self, method, args in cases]
        answers = godot.ask(asked)
        write(name, [repr((c[0], c[2], c[3], kind, hexadecimal(text), said))
                     for c, (kind, text, said) in zip(cases, answers, strict=True)])  # fmt: skip

    cases = format_cases(random.Random(3))
    answers = godot.ask([f'["format", {literal(t)}, {literal(v)}]' for t, v in cases])
    write("formats.txt", [repr((*case, None if kind == 0 else text, said))
                          for case, (kind, text, said) in zip(cases, answers, strict=True)])  # fmt: skip

    cases = math_cases(random.Random(4), MATH)
    answers = godot.ask([f'["expression", {literal(e)}]' for _, _, e in cases])
    write("math_functions.txt", [f"{name} {' '.join(args)} = {kind} {hexadecimal(value)}"
                                 for (name, args, _), (kind, value, _) in zip(cases, answers, strict=True)])  # fmt: skip

    godot.run(DATES)
    write("dates.txt", (options.scratch / "out.txt").read_text().splitlines())
    godot.run(RANDOM_SCRIPT)
    write("random_numbers.txt", (options.scratch / "out.txt").read_text().splitlines())

    pairs = [(value, kind) for value in CONVERTED for kind in range(39)]
    answers = godot.ask(
        [f'["expression", {literal(f"[type_convert({v}, {k})]")}]' for v, k in pairs]
    )
    write("conversions.txt", [f"{v}\t{k}\t{text}"
                              for (v, k), (_, text, _) in zip(pairs, answers, strict=True)])  # fmt: skip
    answers = godot.ask([f'["expression", {literal(f"hash({value})")}]' for value in HASHED])
    write("hashes.txt", [f"{v}\t{a[1]}" for v, a in zip(HASHED, answers, strict=True)])


if __name__ == "__main__":
    main()
