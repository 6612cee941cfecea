"""What the compiler knows of Godot's API."""

from __future__ import annotations

import json

import pytest

from engine import OS, Node, Vector2
from engine.gdscript import _api as api
from engine.gdscript._types import (
    ARRAY,
    BOOL,
    FLOAT,
    INT,
    NIL,
    STRING,
    VARIANT,
    VOID,
    array_of,
    builtin,
    enum_value,
    instance_of,
)
from tests.godot.recorded import whole_set


def test_members_of_bases_are_found() -> None:
    timer = api.class_facts("Timer")
    assert timer is not None
    add_child = timer.method("add_child")
    assert add_child is not None
    assert (add_child.owner, add_child.returns, add_child.least, add_child.most) == (
        "Node",
        VOID,
        1,
        3,
    )
    assert add_child.arguments[0] == ("node", instance_of("Node"), None)
    assert add_child.arguments[2] == ("internal", enum_value("Node.InternalMode"), "0")
    assert timer.method("nothing") is None
    assert timer.has_member("timeout")
    assert timer.has_member("NOTIFICATION_READY")


def test_types_of_properties_are_those_of_their_getters() -> None:
    timer = api.class_facts("Timer")
    assert timer is not None
    mode = timer.property("process_mode")
    assert mode is not None
    assert (mode.type, mode.setter) == (enum_value("Node.ProcessMode"), "set_process_mode")
    assert timer.default_of("wait_time") == "1.0"
    assert timer.default_of("process_mode") == "0"


def test_constants_and_enums() -> None:
    node = api.class_facts("Node")
    assert node is not None
    always = node.constant("PROCESS_MODE_ALWAYS")
    assert always is not None
    assert (always.value, always.enum) == (3, "Node.ProcessMode")
    assert api.global_constant("KEY_A") == ("KEY_A", "", enum_value("Key"), 65, "Key")
    pi = api.global_constant("PI")
    assert pi is not None
    assert pi.type == FLOAT
    enum = api.enum_facts("Node.ProcessMode")
    assert enum is not None
    assert enum.values["PROCESS_MODE_DISABLED"] == 4
    axis = api.enum_facts("Vector2.Axis")
    assert axis is not None
    assert axis.values == {"AXIS_X": 0, "AXIS_Y": 1}
    assert api.enum_facts("Node.Nothing") is None


def test_value_types() -> None:
    vector = api.builtin_facts("Vector2")
    assert vector is not None
    assert vector.members == {"x": FLOAT, "y": FLOAT}
    assert vector.index == FLOAT
    zero = vector.constant("ZERO")
    assert zero is not None
    assert zero.value == Vector2.ZERO
    text = api.builtin_facts("String")
    assert text is not None
    split = text.method("split")
    assert split is not None
    assert (split.returns, split.least) == (builtin("PackedStringArray"), 0)
    assert api.builtin_facts("Node") is None


@pytest.mark.parametrize(
    ("op", "left", "right", "result"),
    [
        ("+", INT, FLOAT, FLOAT),
        ("/", INT, INT, INT),
        ("*", builtin("Vector2"), FLOAT, builtin("Vector2")),
        ("-", INT, None, INT),
        ("%", STRING, ARRAY, STRING),
        ("==", instance_of("Node"), NIL, BOOL),
        ("==", INT, STRING, None),
        ("+", STRING, INT, None),
        ("+", enum_value("Error"), INT, INT),
        ("+", VARIANT, INT, VARIANT),
        ("<", VARIANT, INT, BOOL),
        ("in", STRING, ARRAY, BOOL),
        ("&&", STRING, INT, BOOL),
        ("not", STRING, None, BOOL),
        ("+", array_of(INT), array_of(INT), array_of(INT)),
    ],
)
def test_results_of_operators(op: str, left: object, right: object, result: object) -> None:
    assert api.operator_result(op, left, right) == result  # type: ignore[arg-type]


def test_functions() -> None:
    lerp = api.utility("lerp")
    assert lerp is not None
    assert lerp.least == lerp.most == 3
    said = api.utility("print")
    assert said is not None
    assert (said.least, said.most) == (0, -1)
    assert api.is_gdscript_function("range")
    assert not api.is_gdscript_function("print")
    assert api.utility("nothing") is None


def test_names_of_types() -> None:
    assert api.type_named("Node") == instance_of("Node")
    assert api.type_named("Vector2") == builtin("Vector2")
    assert api.type_named("Variant") == VARIANT
    assert api.type_named("Error") == enum_value("Error")
    assert api.type_named("Nothing") is None
    assert api.is_subclass("Timer", "Object")
    assert not api.is_subclass("Node", "Timer")


def test_what_the_engine_has() -> None:
    assert api.engine_class("Node") is Node
    assert api.engine_class("String") is str
    assert api.engine_class("rpc") is None  # a name of the package, and no class of Godot's
    assert api.engine_class("OS") is type(OS)
    assert api.engine_singleton("OS") is OS
    assert api.engine_singleton("Node") is None
    assert api.singleton("OS") == "OS"


def test_every_record_can_be_read() -> None:
    for name in api.class_names():
        facts = api.class_facts(name)
        assert facts is not None
        for kind, find in (
            ("methods", facts.method),
            ("properties", facts.property),
            ("signals", facts.signal),
            ("enums", facts.enum),
        ):
            for member in facts.own_names(kind):
                assert find(member) is not None, (name, member)


def test_they_agree_with_the_documented_api() -> None:
    path = whole_set() / "api.json"
    if not path.is_file():
        pytest.skip("there is no set of recordings beside the project")
    for scope in json.loads(path.read_text(encoding="utf-8"))["scopes"].values():
        for name, record in scope.items():
            facts = api.class_facts(name)
            if facts is None:
                continue
            assert (facts.base.name if facts.base else None) == record["inherits"]
            for method, overloads in record["methods"].items():
                found = facts.method(method)
                assert found is not None, (name, method)
                if not found.vararg:
                    assert len(found.arguments) == len(overloads[0]["args"]), (name, method)
