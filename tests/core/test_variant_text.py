"""`str_to_var` and `var_to_str` against what real Godot made of the same texts."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import (
    AABB,
    RID,
    Basis,
    Callable,
    Color,
    NodePath,
    PackedByteArray,
    PackedFloat32Array,
    PackedStringArray,
    PackedVector2Array,
    Plane,
    Projection,
    Quaternion,
    Rect2,
    Rect2i,
    RefCounted,
    Resource,
    Signal,
    StringName,
    Transform2D,
    Transform3D,
    Vector2,
    Vector2i,
    Vector3,
    Vector3i,
    Vector4,
    Vector4i,
    str_to_var,
    typeof,
    var_to_str,
)
from engine.core._element_type import element_type
from engine.core._variant_text_reader import Tag, VariantTextError, VariantTextReader
from engine.core.typed_array import TypedArray
from engine.core.typed_dictionary import TypedDictionary
from engine.core.variant_type import TYPE_INT, TYPE_STRING
from engine.testing.messages import collect_messages

RECORDED = Path(__file__).parent / "data" / "variant_texts.jsonl"


def recorded() -> list[tuple[str, int | None, str, str | None]]:
    lines = RECORDED.read_text(encoding="utf-8").splitlines()
    return [tuple(json.loads(line)) for line in lines]


def problem_of(text: str) -> str | None:
    try:
        VariantTextReader(text).value()
    except VariantTextError as problem:
        return problem.message
    return None


def test_recorded_texts() -> None:
    wrong: list[Any] = []
    with collect_messages():
        for text, kind, written, problem in recorded():
            value = str_to_var(text)
            if var_to_str(value) != written or kind not in (None, typeof(value)):
                wrong.append((text, written, var_to_str(value)))
            if kind is not None and problem_of(text) != problem:
                wrong.append((text, problem, problem_of(text)))
    assert wrong == []


VALUES: list[Any] = [
    None, True, False, 0, -1, 2**63 - 1, -(2**63), 0.5, -2.25, 1e300, float("inf"), float("-inf"),
    "", "a\"b\\c\nd\té", StringName("n\n"), NodePath("a/b:c"), [], [1, [2.0, "x"]], {},
    {"a": {"b": [None]}}, Vector2(1, 2.5), Vector2i(1, -2), Vector3(1, 2, 3), Vector3i(1, 2, 3),
    Vector4(1, 2, 3, 4), Vector4i(1, 2, 3, 4), Rect2(1, 2, 3, 4), Rect2i(1, 2, 3, 4),
    Transform2D(0.5, Vector2(1, 2)), Plane(1, 2, 3, 4), Quaternion(0, 0, 0, 1),
    AABB(Vector3(1, 2, 3), Vector3(4, 5, 6)), Basis(Vector3(0, 1, 0), 0.5),
    Transform3D(Basis(Vector3(0, 1, 0), 0.5), Vector3(1, 2, 3)), Projection(), Color(1, 0.5, 0, 1),
    RID(), PackedByteArray([0, 255]), PackedFloat32Array([0.1, 2]), PackedStringArray(["a", "b"]),
    PackedVector2Array([Vector2(1, 2)]),
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_comes_back(value: Any) -> None:
    back = str_to_var(var_to_str(value))
    assert back == value
    assert typeof(back) == typeof(value)


def test_what_nothing_can_be_written_of_comes_back_empty() -> None:
    assert var_to_str(Signal()) == "Signal()"
    assert var_to_str(Callable()) == "Callable()"
    assert str_to_var("Signal()").is_null()
    assert str_to_var("Callable()").is_null()


def test_typed_containers_keep_their_types() -> None:
    array = str_to_var("Array[int]([1, 2])")
    assert isinstance(array, TypedArray)
    assert array == [1, 2]
    assert var_to_str(array) == "Array[int]([1, 2])"
    made = TypedDictionary({"b": 1}, element_type(TYPE_STRING), element_type(TYPE_INT))
    assert var_to_str(made) == 'Dictionary[String, int]({\n"b": 1\n})'
    assert var_to_str(str_to_var(var_to_str(made))) == var_to_str(made)


def test_objects_contain_their_stored_properties() -> None:
    thing = Resource()
    thing.resource_name = "n"
    text = var_to_str({"o": thing})
    back = str_to_var(text)["o"]
    assert (type(back), back.resource_name) == (Resource, "n")
    assert type(str_to_var("Object(RefCounted,)")) is RefCounted
    with collect_messages() as messages:
        assert str_to_var('Object(Nowhere,"a":1)') is None
    assert [m.text for m in messages] == ["Cannot get class 'Nowhere'."]


def test_keys_are_told_apart_as_in_godot() -> None:
    assert var_to_str(str_to_var('{1: "i", 1.0: "f", true: "b"}')) == (
        '{\ntrue: "b",\n1: "i",\n1.0: "f"\n}'
    )


def test_what_contains_itself_is_given_up() -> None:
    values: list[Any] = []
    values.append(values)
    with collect_messages() as messages:
        assert var_to_str(values).startswith("[[")
    assert {m.text for m in messages} == {"Max recursion reached"}


def test_a_text_that_is_nested_without_end_is_no_value() -> None:
    assert str_to_var("[" * 100_000) is None


def test_tags_and_assignments() -> None:
    reader = VariantTextReader(
        '; c\n[node name="A" groups=["g"]]\na/b = 1 ; c\n"c d" = 2\n'
        '[x.y]\nlong\nname = {\n"a": 1\n}'
    )
    items = []
    while (item := reader.item()) is not None:
        items.append(item)
    assert items == [
        Tag("node", {"name": "A", "groups": ["g"]}),
        ("a/b", 1),
        ("c d", 2),
        Tag("x.y", {}),
        ("longname", {"a": 1}),
    ]
    assert reader.words.line() == 8
    sections = VariantTextReader("[a b/c]\nd=1", simple_tags=True)
    assert [sections.item(), sections.item()] == [Tag("a b/c", {}), ("d", 1)]


@given(
    st.text(
        alphabet="[]{}(),:=.\"'\\&@#;-+0123456789eainftrue NodePathVector2Array\n\t", max_size=60
    )
)
def test_any_text_is_read_or_refused(text: str) -> None:
    limit = sys.getrecursionlimit()
    with collect_messages():
        str_to_var(text)
        reader = VariantTextReader(text)
        try:
            while reader.item() is not None:
                pass
        except VariantTextError:
            pass
    assert sys.getrecursionlimit() == limit
