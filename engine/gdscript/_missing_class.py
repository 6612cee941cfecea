"""Classes of Godot's that the engine lacks."""

from __future__ import annotations

from typing import Any

from engine.core import _class_names, output
from engine.gdscript import _api
from engine.gdscript._missing_members import fill

_made: dict[str, type[Any]] = {}


def missing_class(name: str) -> type[Any] | None:
    """A class that stands in for one that Godot has and the engine does not; else None.

    A warning says so, once.
    """
    found = _made.get(name)
    if found is None:
        if not _api.is_class(name):
            return None
        output.warning(
            f"The class '{name}' is not there yet: a placeholder keeps its place, its children and "
            "its properties."
        )
        found = _class(name)
    return found


def _class(name: str) -> type[Any]:
    """The class of that name, with those above it."""
    found = _class_names.engine_class(name) or _made.get(name)
    if found is None:
        base = _class(_api.base_of(name))
        body = {"__module__": __name__, "__doc__": f"Stands in for {name}."}
        found = _made[name] = type(name, (base,), body)
        fill(found, name)
    return found
