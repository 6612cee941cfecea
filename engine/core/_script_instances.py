"""Objects that the engine makes from a script: an instance of its class, without arguments."""

from __future__ import annotations

import inspect
from typing import Any

from engine.core import output
from engine.core._calls import class_and_file
from engine.core._reflection import is_engine_class


def engine_class(cls: type[Any]) -> type[Any]:
    """The nearest class of the engine's own, the class itself or one above it."""
    return next(base for base in cls.__mro__ if is_engine_class(base))


def made_without_arguments(cls: type[Any]) -> Any:
    """An instance of a class; of the engine's class alone where `__init__` asks for arguments."""
    made = allocated(cls)
    initialize(made)
    return made


def allocated(cls: type[Any]) -> Any:
    """An instance of a class whose `__init__` is still to be called."""
    if not _can_do_without_arguments(cls):
        cls = engine_class(cls)
    return cls.__new__(cls)  # type: ignore[call-overload]


def initialize(instance: Any) -> None:
    """Calls `__init__`; what it raises is reported, and the instance stays."""
    try:
        instance.__init__()
    except Exception as exception:
        output.script_error(exception)


def _can_do_without_arguments(cls: type[Any]) -> bool:
    facts = vars(cls).get("_gd_info")
    if facts is not None:
        return bool(facts.expected_arguments(0) < 0)
    needed = [
        parameter
        for parameter in list(inspect.signature(cls.__init__).parameters.values())[1:]
        if parameter.default is parameter.empty
        and parameter.kind not in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD)
    ]
    if needed:
        output.error(
            f"Error constructing a GDScriptInstance: '{class_and_file(cls)}::_init': "
            f"Method expected {len(needed)} argument(s), but called with 0"
        )
    return not needed
