"""Compiled functions give what Godot's do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from engine.core.vector2 import Vector2
from tests.gdscript.body_scripts import class_of, result_of

ARITHMETIC = [
    ("7 / 2", 3),
    ("-7 / 2", -3),
    ("-7 % 3", -1),
    ("7.0 / 2", 3.5),
    ("2 ** 3", 8),
    ("2.0 ** 0.5", 2**0.5),
    ("1 << 5", 32),
    ("~5", -6),
    ("9223372036854775807 + 1", -(2**63)),
    ("int(3.9)", 3),
    ("float(2)", 2.0),
    ("1.0 / 0.0", float("inf")),
    ("'%s-%03d' % ['a', 7]", "a-007"),
    ("'a' in 'cat'", True),
    ("'' in 'cat'", False),
    ("1 in [1.0]", False),
    ("[1] == [1.0]", False),
    ("1 == 1.0", True),
    ("'a' if [] else 'b'", "b"),
    ("null == 1", False),
    ("min(3, 2) + maxi(1, 4)", 6),
    ("clamp(15, 0, 10)", 10),
    ("Vector2(1, 2) * 2 + Vector2.ONE", Vector2(3, 5)),
    ("[3, 1, 2].map(func(x): return x * 2)", [6, 2, 4]),
    ("range(5, 0, -2)", [5, 3, 1]),
]


@pytest.mark.parametrize(("expression", "expected"), ARITHMETIC)
def test_expressions(expression: str, expected: Any, tmp_path: Path) -> None:
    """Constants are worked out as values are at run time."""
    given = result_of(f"return {expression}", tmp_path)
    assert given == expected
    assert type(given) is type(expected)


@pytest.mark.parametrize(
    ("left", "operator", "right", "expected"),
    [
        (2**62, "*", 4, 0),
        (2**63 - 1, "+", 1, -(2**63)),
        (-(2**63), "-", 1, 2**63 - 1),
        (-7, "/", 2, -3),
        (-7, "%", 3, -1),
        (3, "<<", 62, -(2**62)),
        (-16, ">>", 2, -4),
    ],
)
def test_ints_stay_within_64_bits(
    left: int, operator: str, right: int, expected: int, tmp_path: Path
) -> None:
    """With declared types, without, and with constants."""
    members = (
        f"func typed(a: int, b: int): return a {operator} b\n"
        f"func untyped(a, b): return a {operator} b\n"
        f"func constant(a: int): return a {operator} {right}\n"
    )
    made = class_of(f"extends RefCounted\n{members}", tmp_path)()
    assert made.typed(left, right) == expected
    assert made.untyped(left, right) == expected
    assert made.constant(left) == expected


def test_a_chain_is_brought_back_once_and_right(tmp_path: Path) -> None:
    """What lies between may be larger than any int of Godot's."""
    body = "var a := 9223372036854775807\nreturn a * a - a * 3 + 7"
    wrapped = (2**63 - 1) ** 2 - (2**63 - 1) * 3 + 7
    assert result_of(body, tmp_path) == (wrapped + 2**63) % 2**64 - 2**63


def test_untyped_variables_may_change_their_type(tmp_path: Path) -> None:
    """The first guess at a type is given up where it does not hold."""
    body = "var x = 1\nfor i in 3:\n\tx = x + 0.5\nx = str(x)\nx += '!'\nreturn x"
    assert result_of(body, tmp_path) == "2.5!"


def test_parts_of_values_are_stored_back(tmp_path: Path) -> None:
    """Through properties, whose setters are called once, and through containers."""
    members = """
var calls := []
var pos := Vector2(1, 2):
	set(value):
		calls.append(value)
		pos = value
var list = [Vector2.ZERO, {"k": Vector2.ONE}]
"""
    body = "pos.x += 4\nlist[0].y = 3\nlist[1].k.x *= 9\nreturn [pos, calls, list]"
    pos, calls, values = result_of(body, tmp_path, members)
    assert pos == Vector2(5, 2)
    assert calls == [Vector2(5, 2)]
    assert values == [Vector2(0, 3), {"k": Vector2(9, 1)}]


def test_what_stands_before_a_dot_is_worked_out_once(tmp_path: Path) -> None:
    """The order is that of Godot: the base, the value, the index."""
    members = """
var order := []
var list := [1, 2]
func note(what, value):
	order.append(what)
	return value
"""
    body = "note('base', self).list[note('index', 1)] += note('value', 5)\nreturn [order, list]"
    assert result_of(body, tmp_path, members) == [["base", "value", "index"], [1, 7]]


def test_lambdas_capture_by_value(tmp_path: Path) -> None:
    """Each call begins with what there was when the lambda was made."""
    body = """var n := 1
var count := func(): n += 1; return n
n = 10
var all := [count.call(), count.call(), n]
for i in 2: all.append(func(): return i)
return [all[0], all[1], all[2], all[3].call(), all[4].call()]"""
    assert result_of(body, tmp_path) == [2, 2, 10, 0, 1]


MATCHES = [
    ("1", "one"),
    ("1.0", "other"),
    ("true", "other"),
    ("'text'", "text"),
    ("&'text'", "text"),
    ("null", "null"),
    ("[1, 2, 3]", "list 2"),
    ("[2]", "short"),
    ("{'k': 5, 'z': 0}", "k 5"),
    ("{'k': 5}", "k 5"),
    ("7", "big 7"),
    ("[]", "other"),
]


@pytest.mark.parametrize(("subject", "expected"), MATCHES)
def test_match(subject: str, expected: str, tmp_path: Path) -> None:
    """Types must agree; what is bound can be used in guards."""
    body = f"""match {subject}:
	1, 2: return "one"
	"text": return "text"
	null: return "null"
	[1, var x, ..]: return "list %s" % x
	[_]: return "short"
	{{"k": var k, ..}}: return "k %s" % k
	var n when str(n) == "7": return "big %s" % n
	_: return "other\""""
    assert result_of(body, tmp_path) == expected


def test_defaults_are_made_for_each_call(tmp_path: Path) -> None:
    """They may use what comes before them."""
    members = "func f(a, b = a * 2, c = [b]): c.append(a); return c"
    assert result_of("return [f(1), f(1, 5), f(2)]", tmp_path, members) == [[2, 1], [5, 1], [4, 2]]


def test_declared_types_convert(tmp_path: Path) -> None:
    """Parameters, variables and results."""
    members = """
var speed: float = 3
func f(a: int, b: float) -> float: return a + b
func g() -> int: return 3.9
func h(list: Array[float]) -> Array[float]: return list
"""
    body = "speed += 1\nvar i: int = 2.7\nreturn [speed, i, f(1.9, 1), g(), h([1, 2])]"
    given = result_of(body, tmp_path, members)
    assert given == [4.0, 2, 2.0, 3, [1.0, 2.0]]
    assert [type(one) for one in given[:4]] == [float, int, float, int]


def test_words_of_python_are_no_words_of_gdscript(tmp_path: Path) -> None:
    """Locals may have any of their names."""
    body = (
        "var None = 1\nvar len = [None]\nvar def = 'abc'.length()\nreturn [None, len.size(), def]"
    )
    assert result_of(body, tmp_path) == [1, 1, 3]


def test_long_chains(tmp_path: Path) -> None:
    """Branches and sums may be many."""
    branches = "\n".join(f"elif x == {i}: y = {i}" for i in range(400))
    body = f"var x = 399\nvar y = 0\nif x < 0: y = -1\n{branches}\nreturn y"
    assert result_of(body, tmp_path) == 399
    assert result_of(f"var a = 1\nreturn {' + '.join(['a'] * 150)}", tmp_path) == 150
