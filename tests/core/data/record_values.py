"""Asks a real Godot what the tests of texts, numbers and global functions compare with.

    python record_values.py --godot godot --scratch FOLDER

FOLDER is a new folder that Godot may read and write. The cases are made with fixed seeds, so that
recording again with the same Godot changes nothing. Strings in the files are Python's literals,
floats are hexadecimal.
"""

from __future__ import annotations

import argparse
import random
import shutil
import struct
import subprocess
from pathlib import Path

from value_cases import (
    CONVERTED,
    HASHED,
    MATH,
    Case,
    format_cases,
    literal,
    math_cases,
    node_path_cases,
    number_cases,
    string_cases,
)

HERE = Path(__file__).parent


class Godot:
    """A real Godot and the folder it works in."""

    def __init__(self, program: str, folder: Path) -> None:
        self.program, self.folder = program, folder
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "project.godot").write_text("config_version=5\n")

    def run(self, script: str) -> str:
        """Runs a script of this folder; gives what it wrote to standard error."""
        shutil.copyfile(HERE / script, self.folder / "run.gd")
        command = [self.program, "--headless", "--path", str(self.folder), "-s", "run.gd"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
        return done.stderr

    def ask(self, lines: list[str]) -> list[tuple[int, str | float, list[str]]]:
        """Type and text (or number) of each answer, and the messages it came with."""
        (self.folder / "in.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        errors = self.run("record_values.gd").split("CASE\n")[1:]
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


def record_numbers(godot: Godot) -> None:
    numbers = number_cases(random.Random(1))
    answers = godot.ask([f'["text", {list(struct.pack("<d", x))}]' for x in numbers])
    write("number_texts.txt", [f"{x.hex()} {a[1]}" for x, a in zip(numbers, answers, strict=True)])


def record_calls(godot: Godot, name: str, cases: list[Case]) -> None:
    asked = [f'["call", {self}, "{method}", {literal(args)}]' for _, self, method, args in cases]
    found = []
    for case, (kind, text, said) in zip(cases, godot.ask(asked), strict=True):
        text_of_self, _, method, arguments = case
        found.append(repr((text_of_self, method, arguments, kind, hexadecimal(text), said)))
    write(name, found)


def record_formats(godot: Godot) -> None:
    cases = format_cases(random.Random(3))
    answers = godot.ask([f'["format", {literal(t)}, {literal(v)}]' for t, v in cases])
    found = []
    for case, (kind, text, said) in zip(cases, answers, strict=True):
        found.append(repr((*case, None if kind == 0 else text, said)))
    write("formats.txt", found)


def evaluate(godot: Godot, expressions: list[str]) -> list[tuple[int, str | float, list[str]]]:
    return godot.ask([f'["expression", {literal(expression)}]' for expression in expressions])


def record_functions(godot: Godot) -> None:
    cases = math_cases(random.Random(4), MATH)
    answers = evaluate(godot, [expression for _, _, expression in cases])
    found = []
    for (name, args, _), (kind, value, _) in zip(cases, answers, strict=True):
        found.append(f"{name} {' '.join(args)} = {kind} {hexadecimal(value)}")
    write("math_functions.txt", found)


def record_conversions(godot: Godot) -> None:
    pairs = [(value, kind) for value in CONVERTED for kind in range(39)]
    answers = evaluate(godot, [f"[type_convert({v}, {k})]" for v, k in pairs])
    found = [f"{v}\t{k}\t{a[1]}" for (v, k), a in zip(pairs, answers, strict=True)]
    write("conversions.txt", found)
    answers = evaluate(godot, [f"hash({value})" for value in HASHED])
    write("hashes.txt", [f"{v}\t{a[1]}" for v, a in zip(HASHED, answers, strict=True)])


def record_program(godot: Godot, name: str) -> None:
    godot.run(f"record_{name}.gd")
    write(f"{name}.txt", (godot.folder / "out.txt").read_text().splitlines())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--godot", default="godot")
    parser.add_argument("--scratch", type=Path, required=True)
    options = parser.parse_args()
    godot = Godot(options.godot, options.scratch)
    record_numbers(godot)
    record_calls(godot, "string_methods.txt", string_cases(random.Random(2)))
    record_calls(godot, "node_paths.txt", node_path_cases())
    record_formats(godot)
    record_functions(godot)
    record_conversions(godot)
    record_program(godot, "dates")
    record_program(godot, "random_numbers")


if __name__ == "__main__":
    main()
