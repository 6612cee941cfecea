"""Scripts of a project find each other: by path, by name, in circles; and what goes wrong."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from engine.gdscript._registry import is_broken
from engine.gdscript._script_scan import class_name_in, root_script, whole_path
from engine.scene.node import Node
from tests.gdscript.scripts import load, make_project, messages


def test_paths_are_made_whole() -> None:
    assert whole_path("x.gd", "res://a/b.gd") == "res://a/x.gd"
    assert whole_path("../x.gd", "res://a/b.gd") == "res://x.gd"
    assert whole_path("res://a/./b//../c.gd") == "res://a/c.gd"
    assert whole_path("user://x.gd") == "user://x.gd"


def test_class_names_are_found_in_the_text() -> None:
    assert class_name_in(b"extends Node\nclass_name  Door\n") == "Door"
    assert class_name_in(b'@tool @icon("res://i.svg") class_name Door extends Node') == "Door"
    assert class_name_in(b"# class_name Door\nvar class_name_2 = 1\n") == ""


def test_the_script_of_a_scenes_root_is_found() -> None:
    scene = (
        '[gd_scene format=3]\n[ext_resource type="Script" path="res://a.gd" id="1_x"]\n'
        '[ext_resource type="Script" path="res://b.gd" id="2"]\n'
        '[node name="Root" type="Node"]\nx = 1\nscript = ExtResource("1_x")\n'
        '[node name="Kid" type="Node" parent="."]\nscript = ExtResource("2")\n'
    )
    assert root_script(scene) == "res://a.gd"
    assert root_script('[gd_scene format=3]\n[node name="Root" type="Node"]\n') == ""


def test_class_names_are_known_everywhere_but_in_ignored_folders(tmp_path: Path) -> None:
    project = make_project(
        tmp_path,
        {
            "a.gd": "class_name A\nextends Node\n",
            "deep/b.gd": "class_name B\nextends A\nfunc me(): return A.new() is A\n",
            "off/.gdignore": "",
            "off/c.gd": "class_name C\n",
            ".hidden/d.gd": "class_name D\n",
        },
    )
    assert project.class_names() == {"A": "res://a.gd", "B": "res://deep/b.gd"}
    cls = project.load("res://deep/b.gd")
    assert cls is not None
    assert cls.__mro__[1] is project.load("res://a.gd")


def test_scripts_may_refer_to_each_other_in_circles(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cls = load(
        tmp_path,
        """
        extends Node
        const B = preload("res://sb.gd")
        const X = B.K + 1
        const Y = [B.L, X]
        static var s = pr("main")
        var typed: B
        var made := B.make()
        static func _static_init():
            print("main _static_init ", s, B.t)
        static func pr(x):
            print("pr ", x)
            return x
        class Inner extends B.Inner:
            var w = z + 1
        func go(): return [made.who(self), Inner.new().w, SC.new().v, Y[0][0], X]
        const SC = preload("sc.gd")
        """,
        sb="""
        extends RefCounted
        const A = preload("res://main.gd")
        const K = 5
        const L = [1, A]
        static var t = 7
        static func _static_init():
            print("sb _static_init ", t)
        static func make() -> RefCounted: return new()
        func who(x: A) -> bool: return x is A
        class Inner:
            var z = 9
        """,
        sc="""
        extends "sd.gd"
        var v = d + 1
        static func _static_init(): print("sc")
        """,
        sd="""
        extends RefCounted
        var d = 4
        static func _static_init(): print("sd")
        """,
    )
    printed = capsys.readouterr().out.splitlines()
    assert printed == ["sb _static_init 7", "sd", "sc", "pr main", "main _static_init main7"]
    node = cls()
    assert node.go() == [True, 10, 5, 1, 6]
    node.free()


def test_a_file_is_loaded_once(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"a.gd": "extends Node\n"})
    assert project.load("res://a.gd") is project.load("res://./a.gd")


# What goes wrong ---------------------------------------------------------------------------------


def errors_of(folder: Path, source: str, **others: str) -> list[str]:
    with messages() as found:
        cls = load(folder, source, **others)
    assert is_broken(cls)
    assert found.pop() == 'ERROR: Failed to load script "res://main.gd" with error "Parse error".'
    return [text.removeprefix("SCRIPT ERROR: Parse Error: ") for text in found]


def test_all_wrong_functions_are_named(tmp_path: Path) -> None:
    source = """
        extends Node
        var x: int = "a"
        func f(): return y
        func g(): undefined_fn()
        var z: Foo
        const P = preload("res://nope.gd")
    """
    assert errors_of(tmp_path, source) == [
        'Cannot assign a value of type "String" as "int".',
        'Cannot assign a value of type String to variable "x" with specified type int.',
        'Identifier "y" not declared in the current scope.',
        'Function "undefined_fn()" not found in base self.',
        'Could not find type "Foo" in the current scope.',
        'Preload file "res://nope.gd" does not exist.',
    ]


def test_an_error_names_file_line_and_column(tmp_path: Path) -> None:
    with messages() as found:
        load(tmp_path, "extends Node\nfunc f():\n\treturn  nope\n")
    assert found[0].endswith('Identifier "nope" not declared in the current scope.')


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('extends "res://none.gd"', 'Could not resolve super class path "res://none.gd".'),
        ("extends Nonesuch", 'Could not find base class "Nonesuch".'),
        (
            "extends Node.Foo",
            'Cannot get nested types for extension from non-GDScript type "Node".',
        ),
        ('extends "bad.gd"', 'Could not resolve class "res://bad.gd".'),
        (
            'extends "cycle.gd"',
            'Could not resolve super class inheritance from "res://cycle.gd".',
        ),
        (
            "var a = 1\nfunc a(): pass",
            'Function "a" has the same name as a previously declared variable.',
        ),
        ("var a := b\nvar b := a", 'Could not resolve member "a": Cyclic reference.'),
        ("var T: a\nvar a = 1", '"a" is a variable but does not contain a type.'),
        ("enum E {A = 1.5}", "Enum values must be integers."),
        ("var a = b\nvar b = a", 'Could not resolve type for variable "b".'),
        (
            "const C = f()\nfunc f(): pass",
            'Assigned value for constant "C" isn\'t a constant expression.',
        ),
        (
            "extends Node\nvar name = 1",
            "Member \"name\" redefined (original in native class 'Node')",
        ),
        ("class Node: pass", 'Class "Node" hides a native class.'),
        ("var Node = 1", 'The member "Node" shadows a native class.'),
        (
            "class A:\n\tvar q = 1\nclass B extends A:\n\tvar q = 1",
            'The member "q" already exists in parent class A.',
        ),
        (
            "extends Node\nfunc get_name(): return &'x'",
            'The method "get_name()" overrides a method from native class "Node". This won\'t be '
            "called by the engine and may not work as expected. (Warning treated as error.)",
        ),
        (
            "extends Node\nfunc _process(a, b): pass",
            "The function signature doesn't match the parent. Parent signature is "
            '"_process(float) -> void".',
        ),
        (
            "class A:\n\tfunc f(a: int, b := 2, ...c): pass\nclass B extends A:\n\tfunc f(): pass",
            "The function signature doesn't match the parent. Parent signature is "
            '"f(int, int = <default>, ...) -> Variant".',
        ),
        (
            "class A:\n\t@abstract func f()",
            'Class "A" is not abstract but contains abstract methods. Mark the class as '
            '"@abstract" or remove "@abstract" from all methods in this class.',
        ),
        (
            "@abstract class A:\n\t@abstract func f()\nclass B extends A: pass",
            'Class "B" must implement "A.f()" and other inherited abstract methods or be marked '
            'as "@abstract".',
        ),
        ("@nope var a", 'Unrecognized annotation: "@nope".'),
        ("@export func f(): pass", 'Annotation "@export" cannot be applied to a function.'),
        (
            "@export_range(1) var a = 1",
            'Annotation "@export_range" requires at least 2 arguments, but 1 were given.',
        ),
        (
            "@export_file var a: int",
            '"@export_file" annotation requires a variable of type "String", "Array[String]", or '
            '"PackedStringArray", but type "int" was given instead.',
        ),
        (
            "@export var a: Node",
            "Node export is only supported in Node-derived classes, but the current class inherits "
            '"RefCounted".',
        ),
        ("@onready var a = 1", '"@onready" can only be used in classes that inherit "Node".'),
        ("var a: int: set = nope", 'Setter "nope" not found.'),
        ("func _init() -> int: return 1", "Constructor cannot return a value."),
        ("var a: void", '"void" is only allowed for a function return type.'),
        ("extends OS", 'Cannot inherit native class "OS" because it is an engine singleton.'),
    ],
)
def test_messages_are_godots(tmp_path: Path, source: str, message: str) -> None:
    others = {"bad": "var = 1\n", "cycle": 'extends "main.gd"\n'}
    assert errors_of(tmp_path, source, **others)[-1] == message


def test_a_broken_script_has_no_instances_and_the_rest_works(tmp_path: Path) -> None:
    files = {
        "main.gd": """
            extends Node
            const Bad = preload("res://bad.gd")
            func make(): return Bad.new()
            func fine(): return 1
        """,
        "bad.gd": "extends Node\nfunc f(): return y\n",
    }
    project = make_project(tmp_path, files)
    with messages() as found:
        cls = project.load("res://main.gd")
    assert found == [
        'SCRIPT ERROR: Parse Error: Identifier "y" not declared in the current scope.',
        "SCRIPT ERROR: Compile Error: Failed to compile depended scripts.",
        'ERROR: Failed to load script "res://main.gd" with error "Compilation failed".',
    ]
    assert cls is not None
    node = cls()
    assert node.fine() == 1
    with messages() as found:
        assert node.make() is None
    assert found == ["SCRIPT ERROR: Invalid call. Nonexistent function 'new' in base 'GDScript'."]
    plain = Node()
    plain.set_script(project.load("res://bad.gd"))
    assert plain.get_script() is None
    plain.free()
    node.free()


def test_a_missing_file_is_null(tmp_path: Path) -> None:
    project = make_project(tmp_path, {})
    with messages() as found:
        assert project.load("res://none.gd") is None
    assert found == [
        "ERROR: Attempt to open script 'res://none.gd' resulted in error 'File not found'.",
        "ERROR: Failed loading resource: res://none.gd.",
    ]


def test_deep_nesting_is_an_error_and_no_crash(tmp_path: Path) -> None:
    depth = sys.getrecursionlimit() * 2
    text = f"extends Node\nvar x = {'(' * depth}1{')' * depth}\n"
    assert errors_of(tmp_path, text)
