"""`python -m engine convert FILE.gd [-o FILE.py]`: writes a script of Godot's as Python."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from engine.gdscript._grammar import MissingGrammarError
from engine.gdscript._syntax import ParseError
from engine.gdscript.convert.converter import convert

_HELP = """\
usage: python -m engine convert FILE.gd [-o FILE.py]

Writes a GDScript file as Python for this engine.

  -o, --output FILE.py   where to write it ("-" for standard output, the default)
"""


def main(arguments: Sequence[str]) -> int:
    """Runs the command with what follows the word `convert`; gives the exit code."""
    files: list[str] = []
    output = "-"
    waiting = list(arguments)
    while waiting:
        argument = waiting.pop(0)
        if argument in ("-h", "--help"):
            print(_HELP, end="")
            return 0
        if argument in ("-o", "--output"):
            if not waiting:
                return _refuse(f"{argument} needs a file.")
            output = waiting.pop(0)
        elif argument.startswith("-") and argument != "-":
            return _refuse(f"Unknown option '{argument}'.")
        else:
            files.append(argument)
    if len(files) != 1:
        return _refuse("One script is expected.")
    return _convert(files[0], output)


def _convert(path: str, output: str) -> int:
    try:
        source = Path(path).read_text(encoding="utf-8")
        text = convert(source, path)
        if output == "-":
            sys.stdout.write(text)
        else:
            Path(output).write_text(text, encoding="utf-8")
    except ParseError as problem:
        print(f"{path}:{problem.line}:{problem.column}: {problem.message}", file=sys.stderr)
        return 1
    except UnicodeDecodeError:
        print(f"{path}: it is not written in UTF-8.", file=sys.stderr)
        return 1
    except (OSError, MissingGrammarError) as problem:
        print(f"{path}: {problem}", file=sys.stderr)
        return 1
    return 0


def _refuse(problem: str) -> int:
    print(f"{problem}\n\n{_HELP}", end="", file=sys.stderr)
    return 2
