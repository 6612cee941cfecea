"""Scripts become classes: members, the order of their beginning, texts and lists."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from engine.core._text import text
from engine.core.callable import Callable
from engine.core.node_path import NodePath
from engine.core.object import Object
from engine.core.ref_counted import RefCounted
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gdscript import _script_value
from engine.scene.node import Node
from engine.scene.scene_tree import SceneTree
from tests.gdscript.scripts import load, messages

ORDER = """
    extends RefCounted
    class A:
        var x = say("A.x")
        var early: int = later_value()
        var later := 5
        func say(t):
            print(t, " ", later)
            return t
        func later_value():
            return later
        func _init():
            print("A._init")
    class B extends A:
        var y = say("B.y")
        func _init(n = 1):
            print("B._init ", n, " ", early)
    class C extends B:
        var z = say("C.z")
    class D extends C:
        func _init(m):
            super(m + 1)
            print("D._init")
"""


def test_variables_of_all_levels_come_before_the_nearest_init(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = load(tmp_path, ORDER)
    script.C()
    assert capsys.readouterr().out.split("\n") == [
        "A.x 0",
        "B.y 5",
        "C.z 5",
        "B._init 1 0",
        "",
    ]
    script.D(3)
    assert capsys.readouterr().out.split("\n")[3:] == ["B._init 4 0", "D._init", ""]


def test_setters_and_getters_see_the_variable_itself_only_where_they_are_meant(
    tmp_path: Path,
) -> None:
    cls = load(
        tmp_path,
        """
        extends Node
        var log := []
        var level := 3:
            get:
                log.append("get")
                return level
            set(value):
                log.append("set")
                level = value + (0 if level == 0 else 0)
        var half: float: get = read_half
        var named: int: set = write_named
        func read_half(): return level / 2.0
        func write_named(v): named = v * 2
        func raise(): level += 1
        """,
    )
    node = cls()
    assert (node.level, node.half) == (3, 1.5)
    node.log.clear()
    getattr(node, "raise")()
    assert node.log == ["get", "set", "get"]
    node.named = 4
    assert node.named == 8
    node.free()


def test_members_may_be_called_as_the_engines_own_internals(tmp_path: Path) -> None:
    cls = load(
        tmp_path,
        """
        extends Node
        signal _children
        var _parent = 4
        var _name := "own"
        var _tree: int
        func _move(by := 1): return _parent + by
        func use(): return [_parent, self._name, _move(), call("_move", 3), get("_tree")]
        """,
    )
    root, node = Node(), cls()
    root.add_child(node)
    assert node.use() == [4, "own", 5, 7, 0]
    assert node.get_parent() is root
    assert node.get("_parent") == 4
    node.set("_tree", 2.9)
    assert node.get("_tree") == 2
    assert node.call("_move", 6) == 10
    assert node.has_method("_move")
    assert Callable(node, "_move").call(1) == 5
    assert str(Callable(node, "_move")) == "Node(main.gd)::_move"
    assert node.has_signal("_children")
    root.free()


def test_values_set_by_name_are_converted_or_refused(tmp_path: Path) -> None:
    cls = load(
        tmp_path,
        """
        extends RefCounted
        var number := 1
        var real: float
        var place: Vector2
        var list: Array[int] = [1]
        var node: Node
        static var shared := 1
        """,
    )
    thing = cls()
    for value, result in ((2.7, 2), (True, 1), (None, 1), ("12", 12), ([1], 12)):
        thing.set("number", value)
        assert thing.number == result
    thing.set("real", 3)
    assert type(thing.real) is float
    thing.set("place", Vector2i(1, 2))
    assert thing.place == Vector2(1, 2)
    thing.set("list", ["x"])
    assert thing.list == [1]
    node = Node()
    thing.set("node", node)
    thing.set("node", RefCounted())
    assert thing.node is node
    thing.set("shared", 5)
    assert cls.shared == 5
    node.free()


def test_a_property_list_shows_variables_as_godot_does(tmp_path: Path) -> None:
    cls = load(
        tmp_path,
        """
        extends Node
        enum Kind {ONE, TWO = 5}
        @export var a := 1
        var b: float
        @export_range(0, 10) var c: int
        @export var list: Array[int] = []
        @export var e: Node
        @export var f: Kind = Kind.TWO
        var plain
        @export_group("More", "x_")
        @export_multiline var text := ""
        @export_storage var kept = 3
        """,
    )
    node = cls()
    listed = node.get_property_list()
    start = [entry["name"] for entry in listed].index("main.gd")
    entries = {entry["name"]: entry for entry in listed[start:]}
    assert list(entries) == [
        *("main.gd", "a", "b", "c", "list", "e", "f", "plain", "More", "text", "kept")
    ]
    shown = {
        name: (e["type"], str(e["class_name"]), e["hint"], e["hint_string"], e["usage"])
        for name, e in entries.items()
    }
    assert shown == {
        "main.gd": (0, "", 0, "res://main.gd", 128),
        "a": (2, "", 0, "", 4102),
        "b": (3, "", 0, "", 4096),
        "c": (2, "", 1, "0.0,10.0", 4102),
        "list": (28, "", 23, "2:", 4102),
        "e": (24, "Node", 34, "Node", 4102),
        "f": (2, "res://main.gd.Kind", 2, "One:0,Two:5", 69638),
        "plain": (0, "", 0, "", 135168),
        "More": (0, "", 0, "x_", 64),
        "text": (4, "", 18, "", 4102),
        "kept": (0, "", 0, "", 135170),
    }
    node.free()


def test_get_set_and_lists_are_asked_at_every_level(tmp_path: Path) -> None:
    cls = load(
        tmp_path,
        """
        extends "base.gd"
        func _get(name): return 1 if name == "mine" else null
        func _set(name, value):
            return name == "mine"
        func _get_property_list(): return [{"name": "mine", "type": TYPE_INT}]
        """,
        base="""
        extends RefCounted
        var taken := []
        func _get(name): return 2 if name == "basic" else null
        func _set(name, value):
            taken.append(name)
            return true
        func _get_property_list(): return [{"name": "basic", "type": TYPE_INT}]
        """,
    )
    thing = cls()
    assert (thing.get("mine"), thing.get("basic"), thing.get("none")) == (1, 2, None)
    thing.set("mine", 1)
    thing.set("other", 1)
    assert thing.taken == ["other"]
    names = [entry["name"] for entry in thing.get_property_list()]
    assert names.index("mine") < names.index("basic")
    assert names.count("mine") == names.count("basic") == 1


def test_onready_variables_begin_before_ready_at_every_level(tmp_path: Path) -> None:
    cls = load(
        tmp_path,
        """
        extends "base.gd"
        @onready var kid_name: String = kid.name
        func _ready(): log.append(kid_name)
        """,
        base="""
        extends Node
        var log := []
        @onready var kid: Node = $Kid
        """,
    )
    tree = SceneTree()
    node, kid = cls(), Node()
    kid.name = "Kid"
    node.add_child(kid)
    assert (node.kid, node.kid_name) == (None, "")
    tree.root.add_child(node)
    assert node.log == ["Kid"]
    tree.root.free()


def test_texts_of_scripts_callables_and_signals(tmp_path: Path) -> None:
    cls = load(
        tmp_path,
        """
        class_name Door
        extends Node
        signal opened
        func open(): pass
        static func make(): pass
        class Lock: pass
        """,
    )
    door = cls()
    assert str(Callable(door.open)) == "Node(Door)::open"
    assert str(door.opened) == "Node(main.gd)::[signal]opened"
    assert text(cls).startswith("(res://main.gd):<GDScript#-92")
    assert text(cls.Lock).startswith("():<GDScript#-92")
    assert str(_script_value.script_get(cls, "make")) == "GDScript::make"
    assert text(door).startswith("<Node#")
    door.free()


def test_what_a_script_answers_as_a_value(tmp_path: Path) -> None:
    cls = load(
        tmp_path,
        """
        class_name Door
        extends "base.gd"
        const SIZE = 3
        enum Kind {A, B}
        signal opened(by: int)
        static var count := 2
        class Lock: pass
        func open(by: int, more = "x") -> float: return 1.0
        @rpc("any_peer", "call_local", "reliable", 3) func shout(): pass
        """,
        base="extends Node\nvar width := 1\n",
    )

    def ask(name: str, *args: Any) -> Any:
        return _script_value.script_call(cls, name, args)

    assert ask("get_global_name") == "Door"
    assert ask("get_instance_base_type") == "Node"
    assert ask("get_base_script") is cls.__mro__[1]
    assert ask("get_class") == "GDScript"
    assert list(ask("get_script_constant_map")) == ["SIZE", "Kind", "Lock"]
    assert [m["name"] for m in ask("get_script_method_list")] == ["open", "shout"]
    assert ask("get_script_method_list")[0]["default_args"] == ["x"]
    assert [p["name"] for p in ask("get_script_property_list")] == ["main.gd", "base.gd", "width"]
    assert ask("get_script_signal_list")[0]["args"][0]["type"] == 2
    assert ask("get_rpc_config") == {
        "shout": {"rpc_mode": 1, "call_local": True, "transfer_mode": 2, "channel": 3}
    }
    assert (ask("has_method", "open"), ask("has_method", "new")) == (False, True)
    assert _script_value.script_get(cls, "resource_path") == "res://main.gd"
    assert _script_value.script_get(cls, "SIZE") == 3
    ask("set", "count", 9)
    assert _script_value.script_get(cls, "count") == 9
    node = ask("new")
    assert node.get_script() is cls
    assert node.get_class() == "Node"
    node.free()


def test_set_script_changes_a_living_object(tmp_path: Path) -> None:
    cls = load(
        tmp_path,
        """
        extends Node
        var size := 3
        func grow(): size += 1
        class Needy extends Node:
            func _init(a, b): pass
        class Other extends Resource: pass
        """,
    )
    node: Any = Node()
    node.set_script(cls)
    node.grow()
    assert node.size == 4
    node.set_script(None)
    assert node.get("size") is None
    with messages() as found:
        node.set_script(cls.Needy)
        node.set_script(cls.Other)
    assert found == [
        "ERROR: Error constructing a GDScriptInstance: 'Node::_init': Method expected 2 "
        "argument(s), but called with 0",
        "ERROR: Script inherits from native type 'Resource', so it can't be assigned to an object "
        "of type 'Node'.",
    ]
    assert node.get_script() is None
    node.free()


def test_static_variables_may_have_setters(tmp_path: Path) -> None:
    cls = load(
        tmp_path,
        """
        extends RefCounted
        static var volume := 5:
            set(v): volume = clampi(v, 0, 10)
        static var double: int:
            get: return volume * 2
        static func up(by): volume += by
        func read(): return volume
        """,
    )
    cls.up(100)
    assert (cls.volume, cls.double, cls().read()) == (10, 20, 10)


def test_async_static_functions_start_when_called(tmp_path: Path) -> None:
    cls = load(
        tmp_path,
        """
        extends RefCounted
        static var log := []
        static func wait(on: Signal) -> void:
            log.append("begin")
            await on
            log.append("end")
        """,
    )
    thing = Object()
    thing.add_user_signal("done")
    cls.wait(thing._find_signal("done"))
    assert cls.log == ["begin"]
    thing.emit_signal("done")
    assert cls.log == ["begin", "end"]
    thing.free()


def test_constants_and_their_containers_are_made_once(tmp_path: Path) -> None:
    cls = load(
        tmp_path,
        """
        extends RefCounted
        const A = [B, {"k": C}]
        const B = Vector2(1, 2)
        const C = D + 1
        enum {D = 4, E}
        const PATH = ^"a/b"
        """,
    )
    assert [Vector2(1, 2), {"k": 5}] == cls.A
    assert (cls.C, cls.E) == (5, 5)
    assert NodePath("a/b") == cls.PATH
    with messages() as found:
        cls.A.append(1)
    assert found == ["ERROR: Array is in read-only state."]
    assert len(cls.A) == 2
