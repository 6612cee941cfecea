"""What is no GDScript, and what is said of it.

`recorded_verdicts.json` has snippets, and the first error that real Godot's parser finds in each
(null where it finds none; `exact` is false where ours is worded otherwise).
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from engine.gdscript._parser import parse
from engine.gdscript._syntax import ParseError
from tests.gdscript.mutations import mutate

_HERE = Path(__file__).parent
_VERDICTS = json.loads((_HERE / "recorded_verdicts.json").read_text("utf-8"))


@pytest.mark.parametrize("verdict", _VERDICTS, ids=lambda verdict: repr(verdict["source"])[1:-1])
def test_verdicts_are_those_of_godot(verdict: dict[str, Any]) -> None:
    error = _error(verdict["source"])
    found = (error.message, error.line) if error else (None, None)
    wanted = (verdict["message"], verdict["line"])
    if verdict.get("exact", True):
        assert found == wanted
    else:
        assert (found[0] is None) == (wanted[0] is None)


def _shared(count: int) -> str:
    return "".join("\t" * depth + "if 1:\n" for depth in range(1, count))


@pytest.mark.parametrize(
    "source",
    [
        "var a = " + "(" * 20_000,
        "var a = " + "[" * 20_000 + "]" * 20_000,
        "var a = " + "-" * 20_000 + "1",
        "var a = " + "not " * 20_000 + "1",
        "var a = " + "1 if 2 else " * 5_000 + "3",
        "var a = " + "1 if " * 5_000 + "3",
        "func f():\n" + _shared(1_000),
        "var a = f(func():\n" + "".join("\t" * n + "f(func():\n" for n in range(1, 300)),
        'var a = "' + "\\\\" * 50_000,
        'var a = """' + '""a' * 50_000,
    ],
)
def test_endless_nesting_is_refused(source: str) -> None:
    with pytest.raises(ParseError):
        parse(source)


@pytest.mark.parametrize(
    "source",
    [
        "var a = " + "1+" * 5_000 + "1",
        "var a = a" + ".b" * 5_000,
        "var a = " + "9" * 100_000,
        "var a = 1." + "9" * 100_000,
        "\n" * 100_000,
        "var a = " + "\\\n" * 20_000 + "1",
        "func f():\n\tif 1: pass\n" + "\telif 1: pass\n" * 5_000,
        "func f():\n\twhile 1:\n" + "\t\tbreak\n" * 5_000,
    ],
)
def test_what_is_only_long_is_read(source: str) -> None:
    assert len(parse(source, comments=True).body.members) == (not source.isspace())


def test_spoiled_programs_bring_errors_with_places_and_nothing_else() -> None:
    files = sorted((_HERE.parent / "godot" / "recorded").rglob("*.gd"))
    texts = [text for text in (file.read_text("utf-8") for file in files) if len(text) < 2_000]
    chance = random.Random(3)
    errors = 0
    for _ in range(400):
        text = mutate(chance.choice(texts), chance)
        error = _error(text)
        if error is not None:
            errors += 1
            assert error.message
            assert 1 <= error.line <= text.count("\n") + 1
            assert error.column >= 1
    assert 100 < errors < 400


def _error(text: str) -> ParseError | None:
    try:
        parse(text, comments=True)
    except ParseError as error:
        return error
    return None
