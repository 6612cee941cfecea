"""The engine's classes by Godot's names, and what stands in for those it lacks.

The engine registers its public names with its root package, which loads a class when it is first
asked for. Whoever can make up a class for a name that only Godot knows sets `make_missing`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from engine.core.object import Object

make_missing: Callable[[str], type[Any] | None] | None = None
_known: dict[str, type[Any] | None] = {}


def engine_class(name: str) -> type[Any] | None:
    """The engine's own class of that name, or None."""
    if name not in _known:
        found = getattr(sys.modules["engine"], name, None)
        own = isinstance(found, type) and issubclass(found, Object)
        _known[name] = found if own and getattr(found, "_class_name", "") == name else None
    return _known[name]


def class_named(name: str) -> type[Any] | None:
    """The class of that name, or one that stands in for it; None when there is none at all."""
    found = engine_class(name)
    if found is None and make_missing is not None:
        return make_missing(name)
    return found
