"""The engine's classes, objects and functions by the names under which compiled code finds them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core._lazy import lazy
from engine.gdscript import _api
from engine.gdscript._global_functions import global_function

if TYPE_CHECKING:
    from engine.gdscript import _missing_class
    from engine.gdscript import gdscript as _gdscript
else:
    _gdscript = lazy("engine.gdscript.gdscript")
    _missing_class = lazy("engine.gdscript._missing_class")


@cache
def engine_symbol(kind: str, name: str) -> Any:
    """What a name in a namespace stands for; None, with a message, for what is not there.

    Args:
        kind: "engine" for a class, value type or global object; "type" for a class of which only
            the type matters, which may be missing; "global" for a function.
        name: as Godot names it.
    """
    if kind == "global":
        return global_function(name)
    if name in ("GDScript", "Script"):
        return getattr(_gdscript, name)
    found = _api.engine_singleton(name) or _api.engine_class(name)
    if found is None and _api.singleton(name) is not None:
        output.warning(f"The global object '{name}' is not there yet.")
        return None
    if found is None:
        missing = _missing_class
        return missing.any_class(name) if kind == "type" else missing.missing_class(name)
    return found
