"""Scripts as resources: the class of a `.gd` or `.py` file, and of a script inside a scene."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core._lazy import lazy
from engine.core._script_attachment import script_class
from engine.core.object import Object
from engine.core.output import Kind, Message
from engine.scene._python_scripts import ScriptLoadError, load_class
from engine.scene._resource_formats import file_of, is_file

if TYPE_CHECKING:
    from engine.gdscript import _registry
else:
    _registry = lazy("engine.gdscript._registry")

_python_classes: dict[str, type[Any]] = {}


@cache
def project() -> _registry.Project:
    """The scripts of the project that runs."""
    made = _registry.Project()
    made.load_python = python_class
    return made


def is_broken(script: Any) -> bool:
    """Whether a class stands for a script that could not be loaded."""
    facts = getattr(script, "_gd_info", None) if isinstance(script, type) else None
    return facts is not None and bool(facts.broken)


def gdscript_class(path: str) -> Any:
    """The class of a `.gd` file; None, with a message, when there is no such file."""
    if not is_file(path):
        output.error(f"Attempt to open script '{path}' resulted in error 'File not found'.")
        return None
    return project().load(path)


def script_from_source(path: str, source: str) -> Any:
    """The class of a script that a scene or resource contains."""
    project().set_source(path, source)
    return project().load(path)


def python_class(path: str) -> type[Any] | None:
    """The class of a `.py` file; None, with messages, when it cannot be had."""
    found = _python_classes.get(path)
    if found is None:
        file = file_of(path)
        try:
            found = _python_classes[path] = load_class(file.name, file.parent, Object)
            found._script_path = path
        except ScriptLoadError as problem:
            cause = problem.__cause__
            kind: Kind = "ERROR" if cause is None else "SCRIPT ERROR"
            output.report(Message(kind, str(problem), exception=cause))
    return found


def source_of_script(script: Any) -> str | None:
    """The source of a script; None for a class that has none, as those of Python."""
    facts = getattr(script_class(script), "_gd_info", None)
    if facts is None or facts.name:
        return None
    source = facts.project.source(facts.path)
    return None if source is None else str(source.decode("utf-8", "replace"))
