"""What Godot's analyzer refuses, in its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gdscript.body_scripts import errors_of

REFUSED = [
    ("zzz", 'Identifier "zzz" not declared in the current scope.'),
    ("zzz()", 'Function "zzz()" not found in base self.'),
    (
        'var x: int = "a"',
        'Cannot assign a value of type String to variable "x" with specified type int.',
    ),
    ("var x: Foo", 'Could not find type "Foo" in the current scope.'),
    ("const C = 1\nC = 2", "Cannot assign a new value to a constant."),
    ("break", 'Cannot use "break" outside of a loop.'),
    ("return 1", "A void function cannot return a value."),
    ("var a = 1", 'There is already a parameter named "a" declared in this scope.'),
    ("var x = 1\nvar x = 2", 'There is already a variable named "x" declared in this scope.'),
    ('print("a" + 1)', "Invalid operands to operator +, String and int."),
    ("var x := null", 'Cannot infer the type of "x" variable because the value is "null".'),
    (
        "var x := a",
        'Cannot infer the type of "x" variable because the value doesn\'t have a set type.',
    ),
    ("f()", 'Too few arguments for "f()" call. Expected at least 1 but received 0.'),
    ("f(1, 2, 3)", 'Too many arguments for "f()" call. Expected at most 2 but received 3.'),
    (
        'f(1, "a")',
        'Invalid argument for "f()" function: argument 2 should be "int" but is "String".',
    ),
    ('b = "a"', 'Value of type "String" cannot be assigned to a variable of type "int".'),
    ("self.zzz()", 'Function "zzz()" not found in base self.'),
    ("Vector2(1, 2).z", 'Cannot find member "z" in base "Vector2".'),
    ('Vector2("a")', 'No constructor of "Vector2" matches the signature "Vector2(String)".'),
    ("var x = f(1)", 'Cannot get return value of call to "f()" because it returns "void".'),
    (
        "1 = 2",
        "Only identifier, attribute access, and subscription access can be used as "
        "assignment target.",
    ),
    ("if b is String: pass", 'Expression is of type "int" so it can\'t be of type "String".'),
    ("{1: 2, 1: 3}", 'Key "1" was already used in this dictionary (at line 3).'),
    ("const R = randi()", 'Assigned value for constant "R" isn\'t a constant expression.'),
]
ACCEPTED = ["var x = 1\nx = 'a'", "a.zzz", "self.zzz", "b = 1.5", "f(a, a)", "return", "await 1"]


@pytest.mark.parametrize(("body", "message"), REFUSED)
def test_refused(body: str, message: str, tmp_path: Path) -> None:
    """The message is Godot's."""
    assert _errors(body, tmp_path)[0] == message


@pytest.mark.parametrize("body", ACCEPTED)
def test_accepted(body: str, tmp_path: Path) -> None:
    """What may be right is left to run time."""
    assert _errors(body, tmp_path) == []


def _errors(body: str, folder: Path) -> list[str]:
    lines = "\n".join(f"\t{line}" for line in body.splitlines())
    return errors_of(f"extends Node\nfunc f(a, b: int = 1) -> void:\n{lines}\n", folder)


def test_static_functions_have_no_self(tmp_path: Path) -> None:
    """Nor what hangs on it."""
    source = "extends Node\nvar m = 1\nstatic func f():\n\tprint({})\n"
    cases = {
        "m": 'Cannot access non-static variable "m" from the static function "f()".',
        "get_name()": 'Cannot call non-static function "get_name()" from the static function '
        '"f()".',
        "self": 'Cannot use "self" inside a static function.',
    }
    for expression, message in cases.items():
        assert errors_of(source.format(expression), tmp_path) == [message]


def test_all_paths_must_return(tmp_path: Path) -> None:
    """Where a type is declared."""
    source = "extends Node\nfunc g(a) -> int:\n\tif a:\n\t\treturn 1\n"
    assert errors_of(source, tmp_path) == ["Not all code paths return a value."]
    assert errors_of(source + "\telse:\n\t\treturn 2\n", tmp_path) == []
