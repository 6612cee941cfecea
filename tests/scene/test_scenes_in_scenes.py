"""Instances inside packed scenes. What is expected here is what Godot 4.6 does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from engine import ERR_CANT_OPEN, Node, PackedScene, Timer
from engine.testing import HeadlessTree, expect_error
from tests.scene.scenes import PERSIST, connections, make, packed, paths, properties


@pytest.fixture
def inner() -> Iterator[PackedScene]:
    """A scene A with a Timer B, which has a node BB, under a path."""
    a = make("A")
    b = make("B", a, a, Timer)
    make("BB", b, a).unique_name_in_owner = True
    a.add_to_group("ga", True)
    b.timeout.connect(a.queue_free, PERSIST)
    b.wait_time = 7.0
    a.process_priority = 1
    scene = packed(a, "res://inner.tscn")
    yield scene
    scene.resource_path = ""


def instance(scene: PackedScene, name: str, root: Node, state: int = 0) -> Any:
    made = scene.instantiate(state)
    made.name = name
    root.add_child(made)
    made.owner = root
    return made


def test_an_instance_has_its_file(inner: PackedScene) -> None:
    made = inner.instantiate()
    assert made.scene_file_path == "res://inner.tscn"
    assert made.get_node("B").scene_file_path == ""
    assert made.get_node("B").owner is made


def test_an_instance_is_stored_as_one(inner: PackedScene) -> None:
    root = make("Root")
    made = instance(inner, "I", root)
    made.process_priority = 5
    made.add_to_group("extra", True)
    made.get_node("B").wait_time = 9.0
    make("Lost", made.get_node("B"), root)
    scene = packed(root)
    state = scene.get_state()
    assert state.get_node_count() == 2
    assert state.get_node_instance(1) is inner
    assert properties(state, 1) == {"process_priority": 5}
    copy = scene.instantiate()
    assert paths(copy) == ". I I/B I/B/BB"
    assert copy.get_node("I").owner is copy
    assert copy.get_node("I/B").owner is copy.get_node("I")
    assert copy.get_node("I").get_groups() == ["ga", "extra"]
    assert copy.get_node("I").process_priority == 5
    assert copy.get_node("I/B").wait_time == 7.0
    assert copy.get_node("I/B").timeout.is_connected(copy.get_node("I").queue_free)


def test_of_a_scene_without_a_path_only_the_root_is_stored() -> None:
    a = make("A")
    make("B", a, a)
    root = make("Root")
    instance(packed(a), "I", root)
    assert paths(packed(root).instantiate()) == ". I"


def test_a_missing_scene_cannot_be_packed(inner: PackedScene) -> None:
    root = make("Root")
    instance(inner, "I", root).scene_file_path = "res://nope.tscn"
    scene = packed(make("Before"))
    with expect_error() as messages:
        assert scene.pack(root) == ERR_CANT_OPEN
    assert [m.text for m in messages] == [
        "Cannot open file 'res://nope.tscn'.",
        "Failed loading resource: res://nope.tscn.",
        "Method/function failed. Returning: err",
    ]
    assert not scene.can_instantiate()


def test_an_editable_instance_is_stored_with_its_inner_nodes(inner: PackedScene) -> None:
    root = make("Root")
    made = instance(inner, "I", root, PackedScene.GEN_EDIT_STATE_INSTANCE)
    root.set_editable_instance(made, True)
    assert root.is_editable_instance(made)
    made.get_node("B").one_shot = True
    made.get_node("B").renamed.connect(made.get_node("B/BB").queue_free, PERSIST)
    make("New", made.get_node("B/BB"), root)
    scene = packed(root)
    state = scene.get_state()
    assert [str(state.get_node_path(i)) for i in range(4)] == [".", "./I", "./I/B", "I/B/BB/New"]
    assert [str(state.get_node_type(i)) for i in range(4)] == ["Node", "", "", "Node"]
    assert [str(state.get_node_owner_path(i)) for i in range(4)] == ["", ".", "", "."]
    assert [state.get_node_index(i) for i in range(4)] == [-1, -1, 0, 0]
    assert properties(state, 1) == {}
    assert properties(state, 2) == {"one_shot": True}
    assert connections(state) == [("./I/B", "renamed", "I/B/BB", "queue_free", 2, [], 0)]
    copy = scene.instantiate()
    assert copy.is_editable_instance(copy.get_node("I"))
    assert (copy.get_node("I/B").one_shot, copy.get_node("I/B").wait_time) == (True, 7.0)
    assert copy.get_node("I/B/BB/New").owner is copy
    assert copy.get_node("I/B").renamed.is_connected(copy.get_node("I/B/BB").queue_free)


def test_an_instance_made_for_editing_is_compared_with_its_scene(inner: PackedScene) -> None:
    root = make("Root")
    made = instance(inner, "I", root, PackedScene.GEN_EDIT_STATE_MAIN)
    state = packed(root).get_state()
    assert properties(state, 1) == {}
    assert list(state.get_node_groups(1)) == []
    assert state.get_node_type(1) == ""
    made.process_priority = 0  # the default of the class, but not what the scene says
    assert properties(packed(root).get_state(), 1) == {"process_priority": 0}


def test_what_is_gone_from_an_inner_scene_is_told(inner: PackedScene) -> None:
    root = make("Root")
    made = instance(inner, "I", root)
    root.set_editable_instance(made, True)
    make("New", make("Lost", made.get_node("B/BB"), root), root)
    scene = packed(root)
    inner.pack(make("A"))
    with expect_error() as messages:
        copy = scene.instantiate()
    assert [m.text for m in messages][1:] == [
        "Node 'I/B' was modified from inside an instance, but it has vanished.",
    ]
    assert paths(copy) == ". I"


def test_a_node_whose_parent_is_gone_is_put_below_the_root(inner: PackedScene) -> None:
    root = make("Root")
    made = instance(inner, "I", root, PackedScene.GEN_EDIT_STATE_INSTANCE)
    root.set_editable_instance(made, True)
    make("New", make("Lost", made.get_node("B/BB"), root), root)
    scene = packed(root)
    inner.pack(make("A"))
    with expect_error() as messages:
        copy = scene.instantiate()
    assert [m.text for m in messages][1:] == [
        "Parent path 'I/B/BB' for node 'Lost' has vanished when instantiating: ''.",
    ]
    assert paths(copy) == ". I_B_BB#Lost I_B_BB#Lost/New I"


def test_a_placeholder_makes_its_instance_later(inner: PackedScene, tree: HeadlessTree) -> None:
    root = make("Root")
    made = instance(inner, "I", root)
    made.set_scene_instance_load_placeholder(True)
    made.set_meta("k", 1)
    scene = packed(root)
    state = scene.get_state()
    assert state.is_node_instance_placeholder(1)
    assert state.get_node_instance_placeholder(1) == "res://inner.tscn"
    assert state.get_node_instance(1) is None
    copy = scene.instantiate()
    placeholder = copy.get_node("I")
    assert placeholder.get_class() == "InstancePlaceholder"
    assert placeholder.get_instance_path() == "res://inner.tscn"
    assert placeholder.get_scene_instance_load_placeholder()
    assert placeholder.get_meta("k") == 1
    with expect_error('Condition "!is_inside_tree()" is true. Returning: nullptr'):
        assert placeholder.create_instance() is None
    placeholder.set("lives", 3)
    assert placeholder.get_stored_values() == {"lives": 3}
    assert placeholder.get_stored_values(True) == {"lives": 3, ".order": ["lives"]}
    assert placeholder.duplicate().get_instance_path() == "res://inner.tscn"
    tree.add(copy)
    beside = placeholder.create_instance()
    assert copy.get_children() == [beside, placeholder]
    instead = placeholder.create_instance(True)
    assert instead.name == "I"
    assert placeholder.is_queued_for_deletion()
    assert copy.get_children() == [beside, instead]
