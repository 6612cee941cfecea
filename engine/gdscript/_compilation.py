"""Compiling one script: the way in to the parser and the compiler."""

from __future__ import annotations

from typing import Any

from engine.gdscript._class_compiler import compile_file
from engine.gdscript._syntax import ParseError
from engine.gdscript._workspace import Files, Workspace

_DEEPEST = "The script is nested too deeply."


def workspace_for(files: Files) -> Workspace:
    """A fresh workspace over a project's files."""
    return Workspace(files)


def compile_script(path: str, workspace: Workspace) -> Any:
    """What a script is compiled to (see `CompiledFile`), or the list of its errors."""
    unit = workspace.unit(path)
    if unit.info is None:
        return unit.errors or [ParseError("The file cannot be read.", 1, 1)]
    try:
        compiled = compile_file(unit.info, workspace)
    except RecursionError:
        return [ParseError(_DEEPEST, 1, 1)]
    if unit.errors:
        return sorted(unit.errors, key=lambda error: error.line)
    return tuple(compiled)
