"""Scripts as texts, compiled and run without a project's files."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from engine.gdscript import _code as code
from engine.gdscript._bodies import compile_function
from engine.gdscript._compilation import compile_script, workspace_for
from engine.gdscript._registry import Project

PATH = "res://script.gd"


def class_of(source: str, folder: Path) -> type[Any]:
    """The class of a script."""
    project = Project(folder)
    project.use_cache = False
    project.set_source(PATH, source)
    found = project.load(PATH)
    assert found is not None
    return found


def result_of(body: str, folder: Path, members: str = "") -> Any:
    """What the lines of a function give."""
    lines = "\n".join(f"\t{line}" for line in body.splitlines())
    source = f"extends RefCounted\n{members}\nfunc run():\n{lines}\n"
    return class_of(source, folder)().run()


def errors_of(source: str, folder: Path) -> list[str]:
    """What Godot would say against a script."""
    project = Project(folder)
    project.set_source(PATH, source)
    compiled = compile_script(PATH, workspace_for(project))
    return [error.message for error in compiled] if isinstance(compiled, list) else []


def python_of(source: str, folder: Path, function: str) -> str:
    """The Python that a function becomes."""
    project = Project(folder)
    project.set_source(PATH, source)
    workspace = workspace_for(project)
    info = workspace.unit(PATH).info
    assert info is not None
    made = compile_function(info.functions[function].syntax, info, workspace)
    code.settle([made])
    return ast.unparse(made)
