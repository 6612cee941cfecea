"""Names of a script's members as attributes of Python objects.

They are the same, save where the engine's class has something of its own under that name that
Godot's has not: `_parent`, `_name`, `_move`, `tick`. A member called so becomes `@_parent`, a name
that no script can write. The map lies with the class (`Object._renamed`), for everything that is
looked up by name while the program runs.
"""

from __future__ import annotations

from functools import cache

from engine.gdscript._api import class_facts, engine_class


def is_risky(name: str) -> bool:
    """Whether a member of an unknown class may be kept under another name.

    Such a name is never written as a plain attribute of something whose class is unknown.
    """
    return name[:1] == "_" or name in _PUBLIC


@cache
def attribute_name(name: str, native: str) -> str:
    """The attribute that a member of a script's class is.

    Args:
        name: the member.
        native: the engine class that the script's class extends.
    """
    if not is_risky(name):
        return name
    if name.startswith("__") and name.endswith("__"):
        return f"@{name}"
    facts = class_facts(native)
    if facts is not None and facts.has_member(name):
        return name
    cls = engine_class(native) or engine_class("Object")
    known = _OF_OBJECT if name in _OF_OBJECT else ()
    return f"@{name}" if hasattr(cls, name) and name not in known else name


# What Godot's Object has for scripts without saying so in its API.
_OF_OBJECT = frozenset(
    (
        "_get",
        "_get_property_list",
        "_init",
        "_iter_get",
        "_iter_init",
        "_iter_next",
        "_notification",
        "_property_can_revert",
        "_property_get_revert",
        "_set",
        "_static_init",
        "_to_string",
        "_validate_property",
    )
)
# What engine classes have besides Godot's members, without an underscore.
_PUBLIC = frozenset(
    (
        "connect_timeout",
        "exit_code",
        "finalize",
        "initialize",
        "is_quitting",
        "physics_step",
        "process_step",
        "request_close",
        "run_frame",
        "statistics",
        "tick",
    )
)
