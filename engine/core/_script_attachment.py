"""Scripts on objects of classes that their scripts know nothing of.

A script that extends Node may be put on a Button. In Python an object has one class, so such a pair
gets a class of its own, which derives from both. It is the script's in all that can be asked of it.
"""

from __future__ import annotations

from typing import Any

from engine.core import output
from engine.core._script_instances import engine_class

_pairs: dict[tuple[type[Any], type[Any]], type[Any]] = {}


def class_with_script(cls: type[Any], script: Any) -> type[Any]:
    """The class of an object of an engine class with a script.

    Args:
        cls: the engine's class.
        script: the script's class. None, and a script that does not fit (an error says so), leave
            the engine's class as it is.
    """
    if not isinstance(script, type):
        return cls
    native = engine_class(script)
    if native is cls:
        return script
    if not issubclass(cls, native):
        output.error(
            f"Script inherits from native type '{native._class_name}', so it can't be assigned to "
            f"an object of type '{cls._class_name}'."
        )
        return cls
    found = _pairs.get((cls, script))
    if found is None:
        body = {"__module__": script.__module__, "get_script": lambda self: script}
        found = _pairs[cls, script] = type(script.__name__, (script, cls), body)
    return found
