"""Godot's String functions give what Godot gives."""

from __future__ import annotations

from typing import Any

import pytest

from engine.core._string_methods import STRING_METHODS, STRING_STATICS
from engine.core._text import text
from engine.core.string_name import StringName
from tests.core.recorded_values import heard, rows

CASES = rows("string_methods.txt")
METHODS = sorted({row[1] for row in CASES})
TYPES = {bool: 1, int: 2, float: 3, str: 4, bytes: 29, list: 34}


def shown(value: Any, method: str) -> tuple[int, str]:
    """Type and text of a result as the file has them."""
    kind = 33 if method == "split_floats" else TYPES[type(value)]
    return kind, value.hex() if isinstance(value, float) else text(value)


@pytest.mark.parametrize("method", METHODS)
def test_method_gives_what_godot_gives(method: str) -> None:
    function = STRING_METHODS[method]
    for self, name, arguments, *expected in CASES:
        if name == method:
            with heard() as messages:
                result = shown(function(self, *arguments), method)
            assert [*result, without_codes(messages)] == [
                *expected[:2],
                without_codes(expected[2]),
            ], (self, arguments)


def without_codes(messages: list[str]) -> list[str]:
    """Messages without the index that Godot writes as a character."""
    return [message.partition(" at index ")[0] for message in messages]


@pytest.mark.parametrize("method", METHODS)
def test_names_have_the_method(method: str) -> None:
    self, _, arguments, *expected = next(row for row in CASES if row[1] == method)
    with heard():
        result = getattr(StringName(self), method)(*arguments)
    assert list(shown(result, method)) == expected[:2]


def test_a_name_is_a_string_that_shows_it() -> None:
    name = StringName("a_b")
    assert name == "a_b"
    assert hash(name) == hash("a_b")
    assert {name: 1}["a_b"] == 1
    assert repr(name) == '&"a_b"'
    assert str(name) == "a_b"
    assert type(name.trim_prefix("a")) is str
    assert not hasattr(name, "__dict__")


def test_methods_that_python_has_too_are_godots() -> None:
    name = StringName("hello world")
    assert name.split() == list("hello world")
    assert name.split(" ", True, 1) == ["hello", "world"]
    assert name.capitalize() == "Hello World"
    assert name.count("o", 0, 5) == 1
    assert name.replace("l", "L") == "heLLo worLd"
    assert name.rfind("o", -1) == 7
    assert name.startswith("hello")


@pytest.mark.parametrize(
    ("template", "arguments", "result"),
    [
        ("{0} and {1}", [["a", "b"]], "a and b"),
        ("{x}-{y}", [{"x": 1, "y": 2.0}], "1-2.0"),
        ("{a} {b}", [[["a", 1]]], "1 {b}"),
        ("$x", [{"x": 5}, "$_"], "5"),
        ("{} {}", [["a", "b"], "{}"], "a b"),
        ("{a_b}{b}", [{"a_b": "{b}", "b": 2}], "22"),
        ("{0}{1}", [["{1}", "x"]], "xx"),
        ("{missing}", [{}], "{missing}"),
    ],
)
def test_format_fills_placeholders(template: str, arguments: list[Any], result: str) -> None:
    assert STRING_METHODS["format"](template, *arguments) == result


def test_format_says_what_it_cannot_use() -> None:
    with heard() as messages:
        assert STRING_METHODS["format"]("{0}", 5) == "{0}"
        assert STRING_METHODS["format"]("{a}", [["a", 1, 2]]) == "{a}"
    assert messages == [
        "ERROR: Invalid type: use Array, Dictionary or Object.",
        "ERROR: Invalid format: the inner Array at index 0 needs to contain only 2 elements, "
        "as a key-value pair.",
    ]


@pytest.mark.parametrize(
    ("name", "arguments", "result"),
    [
        ("num", [1.0], "1.0"),
        ("num", [1.5, 0], "2"),
        ("num", [3.14159, 2], "3.14"),
        ("num", [1e14 + 0.5], "100000000000000"),
        ("num_int64", [255, 16], "ff"),
        ("num_int64", [-255, 16, True], "-FF"),
        ("num_uint64", [-1, 16], "ffffffffffffffff"),
        ("num_scientific", [1e20], "1e+20"),
        ("num_scientific", [1e15], "1e+15"),
        ("num_scientific", [0.1 + 0.2], "0.30000000000000004"),
        ("num_scientific", [10.0], "10"),
        ("chr", [8364], "€"),
    ],
)
def test_static_functions(name: str, arguments: list[Any], result: str) -> None:
    assert STRING_STATICS[name](*arguments) == result


def test_static_functions_say_what_is_wrong() -> None:
    with heard() as messages:
        assert STRING_STATICS["num_int64"](5, 1) == ""
        assert STRING_STATICS["chr"](0x110000) == "\ufffd"
    assert messages[0] == "ERROR: Cannot convert to base 1, since the value is less than 2."
    assert messages[1].endswith("Invalid unicode codepoint (110000)")
