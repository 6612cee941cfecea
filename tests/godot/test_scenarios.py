"""Programs about intricate rules print what Godot printed for the same programs in GDScript.

`scenarios/NAME.gd` is the script of the main scene in Godot, `NAME.py` its port, and `NAME.out`,
`NAME.err` and `NAME.rc` are what Godot 4.6.3 gave at a fixed 60 frames a second: its output, its
messages (no file when there were none) and its exit status (no file when it was 0).
"""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from tests.godot.recorded import in_python
from tests.godot.run_case import run_case

SCENARIOS = Path(__file__).with_name("scenarios")
NAMES = sorted(path.stem for path in SCENARIOS.glob("*.gd"))
_OBJECT_ID = re.compile(r"#-?\d{6,}")
_GENERATED = re.compile(r"(@\w+@)\d+")  # names count on through all tests of a process
_MESSAGE = re.compile(r"^(ERROR|WARNING): ")


@pytest.mark.parametrize("name", NAMES)
def test_scenario_goes_as_in_godot(name: str) -> None:
    program = importlib.reload(importlib.import_module(f"tests.godot.scenarios.{name}"))
    result = run_case(program.Main)
    assert normal(result.out) == normal(recorded(name, "out"))
    said = "".join(f"{message.kind}: {message.text}\n" for message in result.messages)
    assert messages(said) == messages(recorded(name, "err"))
    assert result.exit_code == int(recorded(name, "rc") or 0)


def recorded(name: str, kind: str) -> str:
    path = SCENARIOS / f"{name}.{kind}"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def normal(text: str) -> str:
    """Without ids and numbers of generated names; scripts and null are written as in Python."""
    text = in_python(text).replace("<Object#null>", "<null>")
    return _GENERATED.sub(r"\1N", _OBJECT_ID.sub("#ID", text))


def messages(text: str) -> list[str]:
    """What the engine says; script errors are in the words of each language."""
    return [line for line in normal(text).splitlines() if _MESSAGE.match(line)]
