"""What the engine's classes have in Godot, and here not for Python.

Setters and getters of what is here a property alone; and of Godot's properties those that a class
lacks altogether: they hold a value, as in classes that the engine lacks, and the first time that
one is set, a warning says so. Methods that give a list give scripts the typed or packed array that
Godot declares.

Classes are completed when they are made, those that are there already when this module is loaded:
so calls, `has_method` and Callables know all of it.
"""

from __future__ import annotations

from collections import Counter
from functools import wraps
from types import FunctionType
from typing import Any

from engine.core import _class_setup
from engine.core._reflection import is_engine_class
from engine.core.object import Object
from engine.gdscript._api import ClassFacts, class_facts, engine_class, is_builtin
from engine.gdscript._dynamic_calls import fitted_arguments
from engine.gdscript._missing_members import MissingProperty, add_missing_property
from engine.gdscript._type_fitting import typed_array
from engine.gdscript._value_names import described


class _LateProperty:
    """A property that comes to be when it is first used."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        if instance is None:
            return self
        held = getattr(instance, "__dict__", {})
        if self._name in held:
            return held[self._name]
        facts = class_facts(type(instance)._class_name)
        found = None if facts is None else facts.property(self._name)
        return None if found is None else MissingProperty(self._name, found.type).__get__(instance)

    def __set__(self, instance: Any, value: Any) -> None:
        if _is_attribute(type(instance), self._name):
            instance.__dict__[self._name] = value
        else:
            add_missing_property(type(instance), self._name)
            setattr(instance, self._name, value)


def _is_attribute(cls: type[Any], name: str) -> bool:
    """Whether the engine keeps a property as a plain attribute of instances."""
    if name in cls._own:
        return True
    starts = (vars(base).get("__init__") for base in cls.__mro__ if is_engine_class(base))
    return any(name in start.__code__.co_names for start in starts if type(start) is FunctionType)


def complete(cls: type[Any]) -> None:
    """Gives a class of the engine's what it lacks of Godot's."""
    facts = class_facts(cls._class_name) if "_class_name" in vars(cls) else None
    if facts is not None:
        _add_properties(cls, facts)
        _type_results(cls, facts)


def _add_properties(cls: type[Any], facts: ClassFacts) -> None:
    """Adds properties, setters and getters.

    A method that several properties share takes which of them is meant: it is none of these.
    """
    listed = facts.accessors()
    shared = Counter(setter for _, setter, _ in listed)
    for name, setter, getter in listed:
        if "/" in name or name == "script":
            continue
        if not hasattr(cls, name) and not _is_attribute(cls, name):
            setattr(cls, name, _LateProperty(name))
        if shared[setter] == 1 or not setter:
            _add(cls, getter, _getter(name))
            _add(cls, setter, _setter(name, setter))


def _add(cls: type[Any], method: str, function: Any) -> None:
    if method and not hasattr(cls, method):
        function.__name__ = method
        function.__qualname__ = f"{cls.__qualname__}.{method}"
        setattr(cls, method, function)


def _getter(name: str) -> Any:
    return lambda self: getattr(self, name)


def _setter(name: str, method: str) -> Any:
    def set_value(self: Any, value: Any) -> None:
        facts = class_facts(type(self)._class_name)
        known = None if facts is None else facts.method(method)
        values = (value,) if known is None else fitted_arguments(known, (value,), described(self))
        setattr(self, name, *values)

    return set_value


def _type_results(cls: type[Any], facts: ClassFacts) -> None:
    """Has methods give typed and packed arrays."""
    for name, code in facts.results():
        is_packed = code.startswith("Packed") and code.endswith("Array")
        function = getattr(cls, name, None) if is_packed or code.startswith("array:") else None
        if type(function) is FunctionType and function.__annotations__.get("return") != code:
            kind = code.removeprefix("array:")
            setattr(cls, name, _packed(function, kind) if is_packed else _typed(function, kind))


def _packed(function: Any, kind: str) -> Any:
    """A method whose result becomes a packed array."""

    def packed(self: Any, *args: Any, **named: Any) -> Any:
        result, cls = function(self, *args, **named), engine_class(kind)
        return result if cls is None or type(result) is cls else cls(result)

    return wraps(function)(packed)


def _typed(function: Any, kind: str) -> Any:
    """A method whose result becomes an array of elements of a type."""

    def typed(self: Any, *args: Any, **named: Any) -> Any:
        result = function(self, *args, **named)
        return typed_array(result, ("Array", kind if is_builtin(kind) else engine_class(kind)))

    return wraps(function)(typed)


def complete_all() -> None:
    """Completes all classes that there are, and from now on each one that is made."""
    classes: list[type[Any]] = [Object]
    for cls in classes:
        complete(cls)
        classes += cls.__subclasses__()
    _class_setup.on_engine_class = complete


complete_all()
