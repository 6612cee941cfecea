"""NodePath reads paths as Godot does."""

from __future__ import annotations

import copy
import pickle

import pytest

from engine.core._text import text
from engine.core.node_path import NodePath
from engine.core.rid import RID
from engine.core.string_name import StringName
from tests.core.recorded_values import heard, rows

CASES = rows("node_paths.txt")
TYPES = {bool: 1, int: 2, StringName: 21, NodePath: 22}


@pytest.mark.parametrize("path", sorted({row[0] for row in CASES}))
def test_path_answers_as_in_godot(path: str) -> None:
    for written, method, arguments, *expected in CASES:
        if written == path:
            with heard() as messages:
                result = getattr(NodePath(path), method)(*arguments)
            assert [TYPES[type(result)], text(result), messages] == expected, (method, arguments)


def test_equal_paths_are_one_key() -> None:
    assert NodePath("a//b/") == NodePath("a/b")
    assert hash(NodePath("a//b/")) == hash(NodePath("a/b"))
    assert NodePath("/a") != NodePath("a")
    assert NodePath("a:b") != NodePath("a/b")
    assert NodePath("a") != "a"
    assert len({NodePath("a"), NodePath("a/"), NodePath("b")}) == 2


def test_a_path_can_be_made_of_a_path_or_a_name() -> None:
    path = NodePath("a/b:c")
    assert NodePath(path) == path
    assert NodePath(StringName("a/b:c")) == path
    assert NodePath() == NodePath("")
    assert not NodePath()
    assert NodePath("/")


def test_a_path_is_written_with_a_mark() -> None:
    assert str(NodePath("../a:b")) == "../a:b"
    assert repr(NodePath("../a:b")) == '^"../a:b"'
    assert text([NodePath('a"b')]) == r'[^"a\"b"]'


def test_a_path_never_changes() -> None:
    path = NodePath("a/b")
    with pytest.raises(AttributeError, match="cannot be changed"):
        path._names = ("c",)
    assert copy.copy(path) is path
    assert copy.deepcopy([path])[0] is path
    assert pickle.loads(pickle.dumps(path)) == path


def test_parts_are_tuples_of_strings() -> None:
    path = NodePath("/root//Main:position:x")
    assert (path._names, path._subnames, path._absolute) == (
        ("root", "Main"),
        ("position", "x"),
        True,
    )


def test_rid_is_an_id_that_compares() -> None:
    assert str(RID()) == "RID(0)"
    assert RID() == RID(RID())
    assert not RID().is_valid()
    assert RID().get_id() == 0
    assert not RID() < RID()
    assert pickle.loads(pickle.dumps(RID())) == RID()
    with pytest.raises(AttributeError, match="cannot be changed"):
        RID()._id = 3
