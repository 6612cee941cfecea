"""GDScript classes extend Python's, and Python's extend GDScript's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.core.signal import Signal
from engine.gdscript._registry import Project
from engine.scene.node import Node
from tests.gdscript.scripts import make_project


class PythonBase(Node):
    """What scripts extend here."""

    hit = Signal(int)

    def __init__(self, n: int = 1) -> None:
        super().__init__()
        self.n = n
        self.log = [f"python {n}"]

    def greet(self, who: str) -> str:
        """Says hello."""
        return f"hello {who}"

    def twice(self, x: int) -> int:
        """Calls what a script overrides."""
        return self.once(x) * 2

    def once(self, x: int) -> int:
        """Gives it back."""
        return x


SCRIPT = """
    extends PythonBase
    var m := 5
    var k = n + 1
    func _init(z = 3):
        super(z)
        log.append("script")
    func once(x): return x + m
    func greet(who): return super.greet(who) + "!"
    func listen(): hit.connect(func(x): log.append(x))
"""


def project_with(folder: Path, source: str) -> Project:
    project = make_project(folder, {"main.gd": source})
    project.register_class(PythonBase)
    return project


def test_a_script_extends_a_python_class(tmp_path: Path) -> None:
    cls: Any = project_with(tmp_path, SCRIPT).load("res://main.gd")
    node = cls(8)
    assert (node.n, node.k, node.m) == (8, 9, 5)
    assert node.log == ["python 8", "script"]
    assert node.twice(1) == 12
    assert node.greet("you") == "hello you!"
    node.listen()
    node.hit.emit(4)
    assert node.log[-1] == 4
    assert isinstance(node, PythonBase)
    assert node.get_script() is cls
    node.free()


def test_without_an_init_of_its_own_it_passes_the_arguments_on(tmp_path: Path) -> None:
    cls: Any = project_with(tmp_path, "extends PythonBase\nvar a = n\n").load("res://main.gd")
    node = cls(6)
    assert (node.n, node.a) == (6, 6)
    node.free()


def test_an_init_without_super_begins_after_pythons(tmp_path: Path) -> None:
    source = "extends PythonBase\nvar a = n\nfunc _init(x): log.append([x, a])\n"
    cls: Any = project_with(tmp_path, source).load("res://main.gd")
    node = cls("x")
    assert node.log == ["python 1", ["x", 1]]
    node.free()


def test_a_python_class_extends_a_script(tmp_path: Path) -> None:
    base: Any = project_with(tmp_path, SCRIPT).load("res://main.gd")

    class Top(base):  # type: ignore[misc]
        def __init__(self, z: int = 10) -> None:
            super().__init__(z)
            self.t = 1

        def once(self, x: int) -> int:
            return int(super().once(x)) + 100

    node = Top()
    assert (node.n, node.m, node.t) == (10, 5, 1)
    assert node.twice(1) == 212
    assert node.get_script() is Top
    node.free()


def test_a_script_extends_the_class_of_a_python_file(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"main.gd": 'extends "res://base.py"\nfunc two(): return 2\n'})
    project.load_python = lambda path: PythonBase if path == "res://base.py" else None
    (tmp_path / "base.py").write_text("")
    cls: Any = project.load("res://main.gd")
    node = cls()
    assert (node.two(), node.twice(4)) == (2, 8)
    node.free()
