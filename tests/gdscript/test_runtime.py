"""The helpers of compiled scripts, one by one; programs recorded with Godot show them at work."""

from __future__ import annotations

import math
import re
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core import output
from engine.core._script_error import CallError, ScriptError
from engine.core.node_path import NodePath
from engine.core.packed_number_arrays import PackedInt32Array
from engine.core.ref_counted import RefCounted
from engine.core.string_name import StringName
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.core.vector3 import Vector3
from engine.gdscript._runtime import RUNTIME

INT64 = st.integers(-(2**63), 2**63 - 1)
HOME = Path(__file__).parents[2] / "engine" / "gdscript"


def helper(name: str):
    return RUNTIME[f"@{name}"]


def test_everything_that_functions_call_is_there() -> None:
    made = {"@autoload", "@error"}  # by others, in each script's namespace
    for path in HOME.glob("_*.py"):
        if path.name != "_class_compiler.py":
            text = path.read_text(encoding="utf-8")
            for name in re.findall(r'(?:call|load)\("(@[a-z_]+)"', text):
                assert name in RUNTIME or name in made, f"{name} in {path.name}"


# Numbers ------------------------------------------------------------------------------------------


@given(INT64, INT64.filter(bool))
def test_division_is_towards_zero(x: int, y: int) -> None:
    quotient, rest = helper("idiv")(x, y), helper("imod")(x, y)
    if (x, y) != (-(2**63), -1):
        assert quotient == math.trunc(Fraction(x, y))
        assert quotient * y + rest == x
    assert rest == 0 or (rest < 0) == (x < 0)


@given(INT64, INT64)
def test_ints_stay_within_64_bits(x: int, y: int) -> None:
    for name, exact in (("add", x + y), ("sub", x - y), ("mul", x * y)):
        made = helper(name)(x, y)
        assert -(2**63) <= made < 2**63
        assert (made - exact) % 2**64 == 0


@given(INT64, st.integers(0, 200))
def test_shifts_take_the_distance_modulo_64(x: int, y: int) -> None:
    assert helper("ishl")(x, y) == helper("wrap")(x << y % 64)
    assert helper("ishr")(x, y) == x >> y % 64


def test_division_by_zero() -> None:
    for name, sign, what in (("div", "/", "Division"), ("mod", "%", "Modulo")):
        with pytest.raises(ScriptError, match=f"{what} by zero error in operator '{sign}'"):
            helper(name)(1, 0)
    assert helper("div")(1.0, 0) == math.inf
    assert helper("div")(-1, 0.0) == -math.inf
    assert math.isnan(helper("fdiv")(0.0, 0.0))


@pytest.mark.parametrize(
    ("name", "sign", "x", "y", "types"),
    [
        ("add", "+", "a", 1, "'String' and 'int'"),
        ("add", "+", Vector2(), Vector2i(), "'Vector2' and 'Vector2i'"),
        ("sub", "-", [], [], "'Array' and 'Array'"),
        ("lt", "<", None, 1, "'Nil' and 'int'"),
        ("eq", "==", "1", 1, "'String' and 'int'"),
        ("in", "in", 1, 2, "'int' and 'int'"),
        ("mod", "%", 1.5, 1.0, "'float' and 'float'"),
        ("band", "&", True, 1, "'bool' and 'int'"),
    ],
)
def test_operators_that_there_are_not(name: str, sign: str, x: object, y: object, types: str):
    with pytest.raises(ScriptError) as caught:
        helper(name)(x, y)
    assert str(caught.value) == f"Invalid operands {types} in operator '{sign}'."


def test_operators_that_there_are() -> None:
    add, eq, contains = helper("add"), helper("eq"), helper("in")
    assert add(Vector2(1, 2), Vector2(3, 4)) == Vector2(4, 6)
    assert add([1], ["a"]) == [1, "a"]
    assert add(StringName("a"), "b") == "ab"
    assert eq(1, 1.0)
    assert eq([1], [1])
    assert not eq([1], [1.0])
    assert eq(None, None)
    assert not eq(None, "x")
    assert contains(1, [2, 1])
    assert not contains(1, [1.0])
    assert contains(1, {1: 0})
    assert not contains(True, {1: 0})
    assert contains("b", "abc")
    assert contains(2, PackedInt32Array([2]))
    assert helper("mod")("%d-%s", [1, "x"]) == "1-x"


# Types --------------------------------------------------------------------------------------------


def test_values_become_what_is_declared() -> None:
    fit = helper("to_type")
    assert fit(2.9, "int") == 2
    assert fit(True, "float") == 1.0
    assert fit(Vector2(1.7, -1.7), "Vector2i") == Vector2i(1, -1)
    assert type(fit("a", "StringName")) is StringName
    assert fit("a:b", "NodePath") == NodePath("a:b")
    assert fit(PackedInt32Array([1]), "Array") == [1]
    assert fit([1, 2.5], "PackedInt32Array") == PackedInt32Array([1, 2])
    assert fit(None, RefCounted) is None


@pytest.mark.parametrize(
    ("value", "wanted", "text"),
    [
        ("5", "int", "Trying to assign value of type 'String' to a variable of type 'int'."),
        (None, "String", "Trying to assign value of type 'Nil' to a variable of type 'String'."),
        (Vector3(), "Vector2", "assign value of type 'Vector3' to a variable of type 'Vector2'."),
        ([1], ("Array", "int"), 'an array of type "Array" to a variable of type "Array[int]".'),
        (3, RefCounted, "assign value of type 'int' to a variable of type 'RefCounted'."),
    ],
)
def test_values_that_do_not_fit(value: object, wanted: object, text: str) -> None:
    with pytest.raises(ScriptError, match=re.escape(text)):
        helper("to_type")(value, wanted)


def test_arguments_that_do_not_fit_say_what_is_wrong() -> None:
    with pytest.raises(CallError) as caught:
        helper("argument")("x", "int", 2, "f", RefCounted())
    assert str(caught.value) == (
        "Invalid type in function 'f' in base 'RefCounted'. Cannot convert argument 2 from "
        "String to int."
    )
    assert caught.value.problem == "Cannot convert argument 2 from String to int."


def test_constructors() -> None:
    construct = helper("construct")
    assert construct("int", " 12x") == 12
    assert construct("Vector2", 1, 2.5) == Vector2(1, 2.5)
    assert construct("Vector2", Vector2i(1, 2)) == Vector2(1, 2)
    assert construct("Array", ["1", 2], 0, "", None) == ["1", 2]
    assert construct("Dictionary") == {}
    with pytest.raises(ScriptError, match="Nonexistent 'Vector2' constructor"):
        construct("Vector2", "x", 1)


# Access -------------------------------------------------------------------------------------------


def test_values_are_replaced_and_references_changed() -> None:
    vector, array = Vector2(1, 2), [1]
    assert helper("set")(vector, "x", 5) == Vector2(5, 2)
    assert helper("set_index")(vector, 1, 7.5) == Vector2(1, 7.5)
    assert helper("set_index")(array, -1, 9) is array
    assert array == [9]
    assert helper("set_index")("abc", 1, "X") == "aXc"


def test_what_is_not_there() -> None:
    for wrong, text in (
        (lambda: helper("get")(None, "x"), "Invalid access to property or key 'x' on a base"),
        (lambda: helper("get")({}, "x"), "on a base object of type 'Dictionary'."),
        (lambda: helper("index")([1], 3), "Invalid access of index '3' on a base object of type"),
        (lambda: helper("set")(3, "x", 1), "Invalid assignment of property or key 'x' with value"),
        (lambda: helper("set_index")([1], 3, 1), "Invalid assignment of index '3' (on base: 'Ar"),
        (lambda: helper("call")(None, "f"), "Nonexistent function 'f' in base 'Nil'."),
        (lambda: helper("call")([], "append"), "Invalid call to function 'append' in base 'Arr"),
        (lambda: helper("call")([], "resize", "x"), "Cannot convert argument 1 from String to i"),
    ):
        with pytest.raises(ScriptError, match=re.escape(text)):
            wrong()


def test_methods_of_values_take_what_converts() -> None:
    call = helper("call")
    array = [1, 2, 3]
    call(array, "resize", 2.0)
    assert array == [1, 2]
    assert call("abcdef", "substr", 1.0, 2.9) == "bc"
    assert call(Vector2(3, 4), "length") == 5.0
    assert call({"a": 1}, "get", "b", 7) == 7


def test_loops_over_what_changes() -> None:
    iterate = helper("iterate")
    pairs = {1: 0, 2: 0, 3: 0}
    seen = []
    for key in iterate(pairs):
        seen.append(key)
        if key == 1:
            del pairs[2]
        if key == 3:
            pairs[4] = 0
    assert seen == [1, 3, 4]
    assert list(iterate(2.5)) == [0.0, 1.0, 2.0]
    assert list(iterate(Vector3(5, 1, -2))) == [5, 3]
    with pytest.raises(ScriptError, match="Unable to iterate on object of type 'Nil'"):
        iterate(None)


def test_patterns_fit_values_of_their_type() -> None:
    equal = helper("match_equal")
    assert equal("a", StringName("a"))
    assert not equal(1, 1.0)
    assert not equal(1, True)
    assert equal([1, [2]], [1, [2]])
    assert helper("match_array")([1, 2], 1, True)
    assert not helper("match_array")(PackedInt32Array([1]), 1, False)


def test_a_lambda_is_told_when_what_it_captured_is_gone() -> None:
    held = RefCounted()
    messages: list[output.Message] = []

    def look(*, held: object = held) -> object:
        return held

    made = helper("lambda")(look, None)
    assert made.call() is held
    held._free_now()
    with output.handler(messages.append):
        assert made.call() is None
    assert [m.text for m in messages] == [
        'Lambda capture at index 0 was freed. Passed "null" instead.'
    ]


def test_constants_are_read_only_all_the_way_down() -> None:
    frozen = helper("read_only")([1, {"a": [2]}])
    assert frozen == [1, {"a": [2]}]
    for part in (frozen, frozen[1], frozen[1]["a"]):
        assert part.read_only
