"""What the engine's classes have for scripts: setters, getters, and results as Godot types them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from engine import Callable, Node
from engine.core._script_error import CallError
from engine.core.typed_array import TypedArray
from engine.core.variant_type import TYPE_OBJECT, TYPE_STRING_NAME
from engine.gdscript import _api
from engine.gdscript._runtime import RUNTIME
from engine.gdscript._value_names import builtin_name
from engine.testing.messages import expect_error


def _pairs() -> Iterator[tuple[str, str, str]]:
    """Class, property and method, of all the engine's classes that have a property's method."""
    for name in _api.class_names():
        cls = _api.engine_class(name) if _api.has_engine_class(name) else None
        facts = _api.class_facts(name)
        if cls is None or facts is None:
            continue
        shared = Counter(setter for _, setter, _ in facts.accessors())
        for property_, setter, getter in facts.accessors():
            if shared[setter] == 1 or not setter:
                yield from ((name, property_, one) for one in (setter, getter) if one)


def test_every_setter_and_getter_is_there() -> None:
    assert RUNTIME
    missing = [
        f"{name}.{method}"
        for name, _, method in _pairs()
        if not hasattr(_api.engine_class(name), method)
    ]
    assert not missing


def test_setters_set_and_getters_get() -> None:
    node = Node()
    node.call("set_editor_description", "door")
    assert node.call("get_editor_description") == "door"
    assert node.editor_description == "door"
    assert Callable(node, "get_editor_description").call() == "door"
    assert node.has_method("set_physics_interpolation_mode")
    node.free()


def test_getters_give_what_the_property_has() -> None:
    node = Node()
    facts = _api.class_facts("Node")
    assert facts is not None
    for name, _, getter in facts.accessors():
        if getter and name != "multiplayer":
            assert getattr(node, getter)() == getattr(node, name), name
    node.free()


def test_a_setter_refuses_what_godots_refuses() -> None:
    node = Node()
    with pytest.raises(CallError, match="Cannot convert argument 1 from int to String"):
        node.call("set_scene_file_path", 5)
    node.free()


def test_a_missing_property_holds_its_value() -> None:
    half = type("GraphNode", (Node,), {"__module__": "engine.tests"})  # it lacks everything
    node = half()
    assert node.get("title") == ""
    assert node.call("get_title") == ""
    with expect_error("The property 'title' of 'GraphNode' is not there yet", count=1):
        node.call("set_title", "a")
    assert node.get("title") == "a"
    node.free()


def test_lists_are_typed_arrays() -> None:
    node, child = Node(), Node()
    node.add_child(child)
    node.add_to_group("doors")
    children, groups = node.get_children(), node.get_groups()
    assert isinstance(children, TypedArray)
    assert children == [child]
    assert children.element.builtin == TYPE_OBJECT
    assert children.element.cls is Node
    assert isinstance(groups, TypedArray)
    assert groups.element.builtin == TYPE_STRING_NAME
    node.free()


def test_pythons_own_values_have_methods() -> None:
    call = RUNTIME["@call"]
    assert call(b"ab", "size") == 2
    assert call((1, 2), "size") == 2
    assert builtin_name(call("a,b", "split", ",")) == "PackedStringArray"
    assert call("a,b", "to_utf8_buffer").size() == 3
    assert call("", "humanize_size", 1536) == "1.50 KiB"
