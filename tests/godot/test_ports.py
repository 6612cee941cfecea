"""The recorded programs, ported line by line, print what Godot printed.

A port is a module with a class `Main`. It may also say:

    ARGS               the engine's arguments, where they are not those of most cases
    GDSCRIPT_MESSAGES  how recorded messages begin that only GDScript gives, each with the kind of the
                       message that Python gives in its place, or None where it gives none
"""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from types import ModuleType

import pytest

from tests.godot.recorded import recorded, recorded_exit_code, recorded_messages
from tests.godot.run_case import run_case

PORTS = Path(__file__).parent / "ports"
CASES = sorted(path.stem for path in PORTS.glob("*.py") if path.stem != "__init__")
_OBJECT_ID = re.compile(r"#-?\d{6,}")


def port(case: str) -> ModuleType:
    return importlib.import_module(f"tests.godot.ports.{case}")


def comparable(kind: str, text: str) -> tuple[str, str]:
    """A script error has Python's words, which are its own."""
    return kind, "" if kind == "SCRIPT ERROR" else _OBJECT_ID.sub("#ID", text)


def expected_messages(case: str, of_gdscript: dict[str, str | None]) -> list[tuple[str, str]]:
    expected = []
    for kind, text in recorded_messages(case):
        start = next((start for start in of_gdscript if text.startswith(start)), None)
        if start is None:
            expected.append(comparable(kind, text))
        elif (instead := of_gdscript[start]) is not None:
            expected.append((instead, ""))
    return expected


@pytest.mark.parametrize("case", CASES)
def test_port_does_what_godot_did(case: str) -> None:
    module = port(case)
    result = run_case(module.Main, getattr(module, "ARGS", ("--fixed-fps", "60")))
    said = [comparable(message.kind, message.text) for message in result.messages]
    expected = expected_messages(case, getattr(module, "GDSCRIPT_MESSAGES", {}))
    said += [("", "")] * (len(expected) - len(said))
    said[: len(expected)] = [
        (kind, text if wanted else "")
        for (kind, text), (_, wanted) in zip(said, expected, strict=False)
    ]
    assert result.out == recorded(case)
    assert said == expected
    assert result.exit_code == recorded_exit_code(case)
