"""Values of all types are written as Godot writes them."""

from __future__ import annotations

import enum
import functools
from collections import OrderedDict
from typing import Any

import pytest

from engine.core._text import joined, quoted, text, text_inside
from engine.core.node_path import NodePath
from engine.core.object import Object
from engine.core.packed_string_array import PackedStringArray
from engine.core.string_name import StringName
from engine.core.vector2 import Vector2
from tests.core.recorded_values import heard


class Kind(enum.IntEnum):
    RED = 0
    GREEN = 5


class Mode(enum.Enum):
    FAST = "fast"


class Flags(enum.IntFlag):
    A = 1
    B = 2


class Text(str):
    pass


class Shown(list):
    def __str__(self) -> str:
        return "shown"


def named() -> None:
    pass


class Item(Object):
    def _to_string(self) -> str:
        return "item"

    def method(self) -> None:
        pass


@pytest.mark.parametrize(
    ("value", "alone", "inside"),
    [
        (None, "<null>", "<null>"),
        (True, "true", "true"),
        (3, "3", "3"),
        (2.0, "2.0", "2.0"),
        ("a\"b'\n", "a\"b'\n", r'"a\"b\'\n"'),
        (StringName("n"), "n", '&"n"'),
        (NodePath("a:b"), "a:b", '^"a:b"'),
        ([], "[]", "[]"),
        ([1, "a", [2.5, None]], '[1, "a", [2.5, <null>]]', '[1, "a", [2.5, <null>]]'),
        ((1, "a"), '[1, "a"]', '[1, "a"]'),
        ({}, "{  }", "{  }"),
        ({"k": 1, 2: [3]}, '{ "k": 1, 2: [3] }', '{ "k": 1, 2: [3] }'),
        ({StringName("left"): 1}, '{ &"left": 1 }', '{ &"left": 1 }'),
        (OrderedDict(a=1), '{ "a": 1 }', '{ "a": 1 }'),
        (b"\x01\xff", "[1, 255]", "[1, 255]"),
        (bytearray(b"a"), "[97]", "[97]"),
        (memoryview(b"a"), "[97]", "[97]"),
        (Kind.GREEN, "5", "5"),
        (Flags.A | Flags.B, "3", "3"),
        (Mode.FAST, "fast", '"fast"'),
        (Kind, '{ "RED": 0, "GREEN": 5 }', '{ "RED": 0, "GREEN": 5 }'),
        (Text("t"), "t", '"t"'),
        (Shown([1]), "shown", "shown"),
        (Vector2(1, 2.5), "(1.0, 2.5)", "(1.0, 2.5)"),
        (PackedStringArray(["a"]), '["a"]', '["a"]'),
        (named, "named(lambda)", "named(lambda)"),
        (lambda: None, "<anonymous lambda>(lambda)", "<anonymous lambda>(lambda)"),
        (functools.partial(named), "named(lambda)", "named(lambda)"),
        (Item(), "item", "item"),
    ],
)
def test_value_is_written_alone_and_inside_a_container(value: Any, alone: str, inside: str) -> None:
    assert text(value) == alone
    assert text_inside(value) == inside
    assert text([value]) == f"[{inside}]"
    assert text({1: value}) == f"{{ 1: {inside} }}"


def test_every_escape() -> None:
    assert quoted("\a\b\f\n\r\t\v\\'\"") == r'"\a\b\f\n\r\t\v\\\'\""'
    assert quoted("é☃?") == '"é☃?"'


def test_containers_that_hold_themselves_are_cut_off() -> None:
    array: list[Any] = [1]
    array.append(array)
    dictionary: dict[str, Any] = {"k": 1}
    dictionary["self"] = dictionary
    with heard() as messages:
        assert text(array) == "[1, " * 101 + "[...]" + "]" * 101
        assert text(dictionary).endswith('"self": { ... }' + " }" * 101)
    assert messages == [
        "ERROR: Maximum array recursion reached!",
        "ERROR: Maximum dictionary recursion reached!",
    ]


def test_a_freed_object_says_so() -> None:
    item = Item()
    item.free()
    assert text(item) == "<Freed Object>"
    assert text([item]) == "[<Freed Object>]"


def test_texts_are_joined() -> None:
    assert joined(["a", 1, None, 2.0]) == "a1<null>2.0"
    assert joined(["a", 1], " ") == "a 1"
    assert joined([]) == ""
