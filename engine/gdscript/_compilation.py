"""Compiling one script: the way in to the parser and the compiler."""

from __future__ import annotations

import traceback
from functools import cache
from typing import Any

from engine.core import output
from engine.gdscript._class_compiler import compile_file
from engine.gdscript._grammar import MissingGrammarError
from engine.gdscript._syntax import ParseError
from engine.gdscript._workspace import Files, Workspace


def workspace_for(files: Files) -> Workspace:
    """A fresh workspace over a project's files."""
    return Workspace(files)


def compile_script(path: str, workspace: Workspace) -> Any:
    """What a script is compiled to (see `CompiledFile`), or the list of its errors.

    The list is empty when there is no parser, which is said then.
    """
    try:
        unit = workspace.unit(path)
        compiled = None if unit.info is None else compile_file(unit.info, workspace)
    except MissingGrammarError as problem:
        _say_once(str(problem))
        return []
    except RecursionError:
        return [ParseError("The script is nested too deeply.", 1, 1)]
    except (ValueError, SyntaxError, OverflowError, MemoryError) as problem:
        return [ParseError(f"Python cannot run the script: {problem}", _line(problem), 1)]
    except Exception as problem:
        return [ParseError(_own_mistake(problem), 1, 1)]
    if unit.errors or compiled is None:
        errors = unit.errors or [ParseError("The file cannot be read.", 1, 1)]
        return sorted(errors, key=lambda error: error.line)
    return tuple(compiled)


@cache
def _say_once(text: str) -> None:
    output.error(text)


def _line(problem: Exception) -> int:
    return int(getattr(problem, "lineno", None) or 1)


def _own_mistake(problem: Exception) -> str:
    """A mistake of the compiler's own is the script's end, but not that of the program."""
    place = traceback.extract_tb(problem.__traceback__)[-1]
    return (
        f"The compiler cannot take this script ({type(problem).__name__}: {problem}, in "
        f"{place.name}, {place.lineno}). Please report it."
    )
