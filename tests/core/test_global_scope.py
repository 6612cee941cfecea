"""The global functions give what Godot's give."""

from __future__ import annotations

import math
from typing import Any

import pytest

from engine.core import global_scope
from engine.core import variant_type as t
from engine.core._text import text
from engine.core.color import Color
from engine.core.error import ERR_PRINTER_ON_FIRE, OK
from engine.core.node_path import NodePath
from engine.core.object import Object
from engine.core.quaternion import Quaternion
from engine.core.ref_counted import RefCounted
from engine.core.rid import RID
from engine.core.signal import Signal
from engine.core.string_name import StringName
from engine.core.transform2d import Transform2D
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.core.vector3 import Vector3
from tests.core.recorded_values import heard, lines, number, value

MATH = [line.split(" = ") for line in lines("math_functions.txt")]
FUNCTIONS = sorted({call.split(" ")[0] for call, _ in MATH})
# The libraries of systems differ in the last bit of these.
ROUGH = {
    "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cos", "cosh", "db_to_linear",
    "cubic_interpolate_angle", "cubic_interpolate_angle_in_time", "ease", "exp", "linear_to_db",
    "log", "pow", "sin", "sinh", "tan", "tanh",
}  # fmt: skip


def called(name: str) -> Any:
    """The function; the trailing underscore is for those that Python has as well."""
    return getattr(global_scope, f"{name}_", None) or getattr(global_scope, name)


def is_the_same(result: Any, expected: float, kind: int, rough: bool) -> bool:
    if kind != global_scope.typeof(result):
        return False
    if rough and math.isfinite(expected):
        return bool(abs(result - expected) <= 4 * math.ulp(expected))
    return result == expected or (result != result and expected != expected)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_numbers_are_computed_as_in_godot(name: str) -> None:
    for call, answer in MATH:
        function, *arguments = call.split(" ")
        if function != name:
            continue
        kind, _, written = answer.partition(" ")
        expected: Any = {"true": True, "false": False}.get(written)
        if expected is None:
            expected = number(written)
        result = called(name)(*map(number, arguments))
        assert is_the_same(result, expected, int(kind), name in ROUGH), (call, result)


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (global_scope.abs_(Vector2(-1, 2)), Vector2(1, 2)),
        (global_scope.floor(Vector2(1.5, -1.5)), Vector2(1, -2)),
        (global_scope.ceil(Vector2(1.5, -1.5)), Vector2(2, -1)),
        (global_scope.round_(Vector2(1.5, -1.5)), Vector2(2, -2)),
        (global_scope.sign(Vector2i(-5, 3)), Vector2i(-1, 1)),
        (global_scope.snapped(Vector2(1.3, 2.6), Vector2(0.5, 0.5)), Vector2(1.5, 2.5)),
        (global_scope.clamp(Vector2(-1, 9), Vector2(0, 0), Vector2(5, 5)), Vector2(0, 5)),
        (global_scope.lerp(Vector2(0, 10), Vector2(10, 0), 0.25), Vector2(2.5, 7.5)),
        (global_scope.lerp(Vector3(0, 0, 0), Vector3(2, 4, 6), 0.5), Vector3(1, 2, 3)),
        (global_scope.lerp(Color(0, 0, 0), Color(1, 1, 1), 0.5), Color(0.5, 0.5, 0.5)),
        (global_scope.lerp(0, 10, 0.25), 2.5),
    ],
)
def test_vectors_bring_their_own(result: Any, expected: Any) -> None:
    assert result == expected
    assert type(result) is type(expected)


def test_lerp_turns_what_can_turn() -> None:
    half = global_scope.lerp(Quaternion(), Quaternion(Vector3(0, 1, 0), math.pi / 2), 0.5)
    assert half.is_equal_approx(Quaternion(Vector3(0, 1, 0), math.pi / 4))
    moved = global_scope.lerp(Transform2D(), Transform2D(0.0, Vector2(4, 6)), 0.5)
    assert moved.origin == Vector2(2, 3)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("abs", ["a"]), ("lerp", ["a", "b", 0.5]), ("max", [1]), ("min", [1, "a"]), ("floor", [None])],
)
def test_wrong_types_raise(name: str, arguments: list[Any]) -> None:
    with pytest.raises(TypeError):
        called(name)(*arguments)


@pytest.mark.parametrize("line", lines("hashes.txt"))
def test_hash_is_godots(line: str) -> None:
    expression, expected = line.split("\t")
    assert global_scope.hash_(value(expression)) == int(expected)


def test_hash_of_what_holds_itself_ends() -> None:
    array: list[Any] = [1]
    array.append(array)
    with heard() as messages:
        assert global_scope.hash_(array) == 1916374507
    assert messages == ["ERROR: Max recursion reached"]


def test_objects_and_callables_have_a_hash() -> None:
    one, other = Object(), Object()
    assert global_scope.hash_(one) == global_scope.hash_(one) != global_scope.hash_(other)
    assert isinstance(global_scope.hash_(one.get_class), int)


CONVERSIONS = [line.split("\t") for line in lines("conversions.txt")]


@pytest.mark.parametrize("expression", list(dict.fromkeys(row[0] for row in CONVERSIONS)))
def test_conversions_are_godots(expression: str) -> None:
    for kind, written in [row[1:] for row in CONVERSIONS if row[0] == expression]:
        with heard():
            result = global_scope.type_convert(value(expression), int(kind))
        expected = written.replace("<Object#null>", "<null>")  # Python has but one
        assert (kind, text([result])) == (kind, expected)
        assert result is None or global_scope.typeof(result) == int(kind)


def test_convert_is_type_convert() -> None:
    assert global_scope.convert("12", t.TYPE_INT) == 12
    assert global_scope.type_convert(3, 99) == 3


class Kind:
    pass


@pytest.mark.parametrize(
    ("variable", "kind"),
    [
        (None, t.TYPE_NIL),
        (True, t.TYPE_BOOL),
        (1, t.TYPE_INT),
        (OK, t.TYPE_INT),
        (1.0, t.TYPE_FLOAT),
        ("", t.TYPE_STRING),
        (StringName(), t.TYPE_STRING_NAME),
        (NodePath(), t.TYPE_NODE_PATH),
        (RID(), t.TYPE_RID),
        ([], t.TYPE_ARRAY),
        ((), t.TYPE_ARRAY),
        ({}, t.TYPE_DICTIONARY),
        (t.VariantType, t.TYPE_DICTIONARY),
        (b"", t.TYPE_PACKED_BYTE_ARRAY),
        (Vector2(), t.TYPE_VECTOR2),
        (Object(), t.TYPE_OBJECT),
        (lambda: None, t.TYPE_CALLABLE),
        (Signal(), t.TYPE_SIGNAL),
    ],
)
def test_typeof(variable: Any, kind: int) -> None:
    assert global_scope.typeof(variable) == kind


def test_names_of_types_and_errors() -> None:
    assert global_scope.type_string(t.TYPE_VECTOR2) == "Vector2"
    assert global_scope.type_string(t.TYPE_PACKED_VECTOR4_ARRAY) == "PackedVector4Array"
    assert global_scope.error_string(OK) == "OK"
    assert global_scope.error_string(ERR_PRINTER_ON_FIRE) == "Printer on fire"
    assert global_scope.error_string(-1) == "(invalid error code)"
    with heard() as messages:
        assert global_scope.type_string(39) == "<invalid type>"
    assert messages == ["ERROR: Invalid type argument to type_string(), use the TYPE_* constants."]


def test_is_same_looks_at_types_and_at_identity() -> None:
    same = global_scope.is_same
    array: list[int] = []
    assert same(1, 1)
    assert not same(1, 1.0)
    assert not same(True, 1)
    assert not same(StringName("a"), "a")
    assert same(math.nan, math.nan)
    assert same(Vector2(1, 2), Vector2(1, 2))
    assert same(array, array)
    assert not same([], [])
    assert not same({}, {})
    assert same(None, None)


def test_is_instance_of_takes_types_and_classes() -> None:
    item = RefCounted()
    assert global_scope.is_instance_of(1, t.TYPE_INT)
    assert not global_scope.is_instance_of("a", t.TYPE_STRING_NAME)
    assert global_scope.is_instance_of(item, Object)
    assert global_scope.is_instance_of(item, t.TYPE_OBJECT)
    assert not global_scope.is_instance_of(None, Object)
    with pytest.raises(TypeError, match="is_instance_of"):
        global_scope.is_instance_of(1, "int")


def test_type_exists_knows_classes_of_the_engine() -> None:
    assert global_scope.type_exists("RefCounted")
    assert global_scope.type_exists("Object")
    assert not global_scope.type_exists("Vector2")
    assert not global_scope.type_exists("Kind")


def test_lengths_characters_and_ranges() -> None:
    assert global_scope.len_("abc") == 3
    assert global_scope.len_({1: 2}) == 1
    assert global_scope.ord_("é") == 233
    assert global_scope.char(8364) == "€"
    assert global_scope.range_(3) == [0, 1, 2]
    assert global_scope.range_(2, 9, 3) == [2, 5, 8]
    assert global_scope.range_(3, 0, -1) == [3, 2, 1]
    assert global_scope.Color8(255, 0, 0) == Color(1, 0, 0)
    assert global_scope.Color8(255, 255, 255, 51).a == pytest.approx(0.2)


def test_constants() -> None:
    assert math.pi == global_scope.PI
    assert math.tau == global_scope.TAU
    assert math.inf == global_scope.INF
    assert math.isnan(global_scope.NAN)
