"""Classes by their names, for Python."""

from __future__ import annotations

import pytest

from engine import ClassDB, Engine, Node, Timer
from tests.core.recorded_values import heard


def test_objects_are_made_by_the_names_of_their_classes() -> None:
    made = ClassDB.instantiate("Timer")
    assert type(made) is Timer
    made.free()
    assert ClassDB.is_parent_class("Timer", "Node")
    assert Engine.get_singleton("ClassDB") is ClassDB


def entry(cls: str, method: str) -> dict[str, object]:
    return next(m for m in ClassDB.class_get_method_list(cls, True) if m["name"] == method)


@pytest.mark.parametrize(
    ("cls", "method", "flags", "returns", "defaults"),
    [
        ("Node", "_process", 8, ("", 0, 0, "", 6), []),
        ("Node", "print_orphan_nodes", 33, ("", 0, 0, "", 6), []),
        ("Node", "get_children", 5, ("", 28, 31, "Node", 6), [False]),
        ("Node", "get_tree", 5, ("SceneTree", 24, 0, "", 6), []),
        ("Node", "create_tween", 1, ("Tween", 24, 17, "Tween", 6), []),
        ("Node", "rpc", 17, ("Error", 2, 0, "", 65542), []),
        ("Node", "call_deferred_thread_group", 17, ("", 0, 0, "", 131078), []),
        ("Object", "get", 5, ("", 0, 0, "", 131078), []),
    ],
)
def test_methods_are_told_as_godot_tells_them(
    cls: str, method: str, flags: int, returns: tuple[object, ...], defaults: list[object]
) -> None:
    found = entry(cls, method)
    assert found["flags"] == flags
    assert found["default_args"] == defaults
    told = found["return"]
    assert isinstance(told, dict)
    keys = ("class_name", "type", "hint", "hint_string", "usage")
    assert tuple(told[key] for key in keys) == returns


def test_static_methods_are_called_by_name() -> None:
    assert ClassDB.class_call_static("JSON", "stringify", [1]) == "[1]"
    with heard() as found:
        assert ClassDB.class_call_static("Node", "nope") is None
    assert found == ["ERROR: Cannot find static method."]


def test_properties_of_objects() -> None:
    node = Node()
    assert ClassDB.class_get_property_list("Node")[0]["name"] == "name"
    assert ClassDB.class_get_property(node, "process_priority") == 0
    node.free()
