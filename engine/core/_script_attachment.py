"""Scripts on objects of classes that their scripts know nothing of.

A script that extends Node may be put on a Button. In Python an object has one class, so such a pair
gets a class of its own, which derives from both. It is the script's in all that can be asked of it.
"""

from __future__ import annotations

from typing import Any

from engine.core import output
from engine.core._script_instances import engine_class
from engine.core.object import Object

_pairs: dict[tuple[type[Any], type[Any]], type[Any]] = {}


def script_class(script: Any) -> type[Any] | None:
    """The class of a script, which may be that class itself, or an object that has it."""
    found = script if isinstance(script, type) else getattr(script, "_script_class", None)
    return found if isinstance(found, type) and issubclass(found, Object) else None


def class_with_script(cls: type[Any], script: Any) -> type[Any]:
    """The class of an object of an engine class with a script.

    Args:
        cls: the engine's class.
        script: the script's class. None, and a script that does not fit (an error says so), leave
            the engine's class as it is.
    """
    own = script_class(script)
    if own is None:
        return cls
    native = engine_class(own)
    if native is cls:
        return own
    if not issubclass(cls, native):
        output.error(
            f"Script inherits from native type '{native._class_name}', so it can't be assigned to "
            f"an object of type '{cls._class_name}'."
        )
        return cls
    found = _pairs.get((cls, own))
    if found is None:
        body = {"__module__": own.__module__, "get_script": lambda self: _script_of(own)}
        found = _pairs[cls, own] = type(own.__name__, (own, cls), body)
    return found


def _script_of(cls: type[Any]) -> Any:
    """What `get_script` gives for an object of a script's class."""
    facts = vars(cls).get("_gd_info")
    return cls if facts is None else facts.script
