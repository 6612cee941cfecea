"""The engine's classes, objects and functions by the names under which compiled code finds them."""

from __future__ import annotations

from functools import cache
from typing import Any

from engine.core import global_scope, output
from engine.gdscript import _api
from engine.gdscript._missing_class import missing_class


@cache
def engine_symbol(kind: str, name: str) -> Any:
    """What a name in a namespace stands for; None, with a message, for what is not there.

    Args:
        kind: "engine" for a class, value type or global object; "global" for a function.
        name: as Godot names it.
    """
    if kind == "global":
        return getattr(global_scope, name, None) or getattr(global_scope, f"{name}_", None)
    found = _api.engine_singleton(name) or _api.engine_class(name)
    if found is None and _api.singleton(name) is not None:
        output.warning(f"The global object '{name}' is not there yet.")
        return None
    return missing_class(name) if found is None else found
