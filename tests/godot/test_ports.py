"""The recorded programs, ported line by line, print what Godot printed.

A port is a module with a class `Main`. It may also say:

    ARGS               the engine's arguments, where they are not those of most cases
    SCENES             what makes the scenes of other files than the main one, by path
    LEFT_OUT           passages of the recorded output about what only GDScript has
    GDSCRIPT_MESSAGES  how recorded messages begin that only GDScript gives, each with the kind of
                       the message that Python gives in its place, or None where it gives none
"""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from types import ModuleType

import pytest

from tests.godot.recorded import recorded, recorded_exit_code, recorded_messages
from tests.godot.run_case import CaseResult, run_case

PORTS = Path(__file__).parent / "ports"
CASES = sorted(path.stem for path in PORTS.glob("*.py") if path.stem != "__init__")
_OBJECT_ID = re.compile(r"#-?\d{6,}")
_Message = tuple[str, str]


@pytest.mark.parametrize("case", CASES)
def test_port_does_what_godot_did(case: str) -> None:
    port = load_port(case)
    result = run_port(port)
    expected = expected_messages(case, getattr(port, "GDSCRIPT_MESSAGES", {}))
    assert result.out == expected_output(case, port)
    assert said(result, expected) == expected
    assert result.exit_code == recorded_exit_code(case)


def load_port(case: str) -> ModuleType:
    """A fresh module: variables of classes are as in a new process."""
    return importlib.reload(importlib.import_module(f"tests.godot.ports.{case}"))


def run_port(port: ModuleType) -> CaseResult:
    args = getattr(port, "ARGS", ("--fixed-fps", "60"))
    return run_case(port.Main, args, getattr(port, "SCENES", None))


def expected_output(case: str, port: ModuleType) -> str:
    text = recorded(case)
    for passage in getattr(port, "LEFT_OUT", ()):
        assert text.count(passage) == 1, passage
        text = text.replace(passage, "")
    return text


def expected_messages(case: str, of_gdscript: dict[str, str | None]) -> list[_Message]:
    """Kind and text of each message; no text where the words are not the engine's own."""
    expected = []
    for kind, text in recorded_messages(case):
        start = next((start for start in of_gdscript if text.startswith(start)), None)
        if start is not None:
            instead = of_gdscript[start]
            expected += [] if instead is None else [(instead, "")]
        else:
            expected.append((kind, "" if kind == "SCRIPT ERROR" else _OBJECT_ID.sub("#ID", text)))
    return expected


def said(result: CaseResult, expected: list[_Message]) -> list[_Message]:
    """What was said, without text where none is expected."""
    found = []
    for index, message in enumerate(result.messages):
        wordless = index < len(expected) and not expected[index][1]
        found.append((message.kind, "" if wordless else _OBJECT_ID.sub("#ID", message.text)))
    return found
