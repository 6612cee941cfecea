"""Classes of Godot's that the engine lacks."""

from __future__ import annotations

from typing import Any

from engine.core import _class_names, output
from engine.gdscript import _api
from engine.gdscript._missing_members import MissingMembers, members

_made: dict[str, type[Any]] = {}
_told: set[str] = set()


def missing_class(name: str) -> type[Any] | None:
    """A class that stands in for one that Godot has and the engine does not; else None.

    A warning says so, once.
    """
    if not _api.is_class(name):
        return None
    if name not in _told:
        _told.add(name)
        output.warning(
            f"The class '{name}' is not there yet: a placeholder keeps its place, its children and "
            "its properties."
        )
    return _class(name)


def any_class(name: str) -> type[Any] | None:
    """As `missing_class`, or the engine's own class; nobody is warned."""
    known = _class_names.engine_class(name) is not None or _api.is_class(name)
    return _class(name) if known else None


def _class(name: str) -> type[Any]:
    """The class of that name, with those above it."""
    found = _class_names.engine_class(name) or _made.get(name)
    if found is None:
        facts = _api.class_facts(name)
        assert facts is not None
        assert facts.base is not None
        base = _class(facts.base.name)
        bases = (base,) if issubclass(base, MissingMembers) else (MissingMembers, base)
        body = {
            "__module__": __name__,
            "__doc__": f"Stands in for {name}.",
            "_instantiable": facts.instantiable,
        }
        found = _made[name] = type(name, bases, {**members(facts, base), **body})
    return found
