"""The % operator fills templates as Godot does, and refuses what Godot refuses."""

from __future__ import annotations

from typing import Any

import pytest

from engine.core.format import format_
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.core.vector3 import Vector3
from tests.core.recorded_values import heard, rows

CASES = rows("formats.txt")


@pytest.mark.parametrize("number", range(len(CASES)))
def test_template_is_filled_as_in_godot(number: int) -> None:
    template, values, expected, said = CASES[number]
    result: str | None = None
    with heard() as messages:
        try:
            result = format_(template, values)
        except (TypeError, ValueError) as problem:
            messages.append(f"SCRIPT ERROR: {problem}")
    assert (result, messages) == (expected, said)


@pytest.mark.parametrize(
    ("template", "values", "result"),
    [
        ("%v", [Vector2(1, -2.5)], "(1.000000, -2.500000)"),
        ("%.2v", Vector2(1, -2.5), "(1.00, -2.50)"),
        ("%8.2v|", [Vector2(1, -2.5)], "(    1.00,    -2.50)|"),
        ("%-8.2v|", [Vector2(1, -2.5)], "(1.00    , -2.50   )|"),
        ("%08.2v|", [Vector2(1, -2.5)], "(00001.00, -0002.50)|"),
        ("%+v", [Vector2(1, -2.5)], "(1.000000, -2.500000)"),
        ("%.0v", [Vector2i(1, -2)], "(1, -2)"),
        ("%v", [Vector3(1, 2, 3)], "(1.000000, 2.000000, 3.000000)"),
        ("%*v|", [Vector2(5, 8), Vector2(1, 2)], "(1.000000, 2.000000)|"),
        ("%.*v", [2, Vector2(1, 2)], "(1.00, 2.00)"),
    ],
)
def test_vectors(template: str, values: Any, result: str) -> None:
    assert format_(template, values) == result


def test_a_tuple_is_many_values_and_everything_else_one() -> None:
    assert format_("%s %s", (1, 2)) == "1 2"
    assert format_("%s", {"a": 1}) == '{ "a": 1 }'
    assert format_("%s", [[1, 2]]) == "[1, 2]"


@pytest.mark.parametrize(
    ("template", "values", "kind", "text"),
    [
        ("%s and %s", ["one"], ValueError, "not enough arguments for format string"),
        ("%s", ["one", "two"], ValueError, "not all arguments converted during string formatting"),
        ("%d", ["12"], TypeError, "a number is required"),
        ("%c", ["ab"], TypeError, "%c requires number or single-character string"),
        ("%v", [3], TypeError, "%v requires a vector type (Vector2/3/4/2i/3i/4i)"),
        ("%q", [1], ValueError, "unsupported format character"),
        ("100%", [], ValueError, "incomplete format"),
        ("%1.2.3f", [1.0], ValueError, "too many decimal points in format"),
        ("%*d", ["x", 1], TypeError, "* wants number or vector"),
    ],
)
def test_errors_say_what_godot_says(
    template: str, values: list[Any], kind: type[Exception], text: str
) -> None:
    with pytest.raises(kind) as raised:
        format_(template, values)
    assert str(raised.value) == f"{text} in operator '%'."
