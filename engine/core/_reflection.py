"""Lists of properties, methods and signals, and property paths."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core._type_of import annotated_type, type_of
from engine.core.node_path import NodePath
from engine.core.property_info import (
    METHOD_FLAG_VIRTUAL,
    METHOD_FLAGS_DEFAULT,
    PROPERTY_USAGE_CATEGORY,
    PROPERTY_USAGE_DEFAULT,
    PROPERTY_USAGE_NONE,
    PROPERTY_USAGE_SCRIPT_VARIABLE,
)
from engine.core.signal import Signal
from engine.core.string_name import StringName
from engine.core.variant_type import TYPE_NIL, TYPE_OBJECT

if TYPE_CHECKING:
    from engine.core.object import Object


def is_engine_class(cls: type[Any]) -> bool:
    """Whether a class is one of the engine's own rather than a script's."""
    return cls.__module__.startswith("engine.")


def engine_class(cls: type[Any]) -> type[Any]:
    """The nearest class of the engine's own, the class itself or one above it."""
    return next(base for base in cls.__mro__ if is_engine_class(base))


def refuses_script(instance: Object, target: type[Any]) -> bool:
    """Says, in Godot's words, that a GDScript is for another class; False for Python's."""
    facts = getattr(target, "_gd_info", None)
    if facts is None:
        return False
    if not facts.broken:
        output.error(
            f"Script inherits from native type '{target._class_name}', so it can't be assigned "
            f"to an object of type '{instance.get_class()}'."
        )
    return True


def class_signals(cls: type[Any]) -> dict[str, Signal]:
    """The signals that a class declares or inherits, derived classes first."""
    found: dict[str, Signal] = {}
    for base in cls.__mro__:
        for name, value in vars(base).items():
            if isinstance(value, Signal):
                found.setdefault(name, value)
    return found


def signal_info(signal: Signal) -> dict[str, Any]:
    """The entry of a signal list."""
    args = [_info(name, annotated_type(kind)) for name, kind in signal._arguments]
    return _method_entry(signal._name, args, [])


def _info(name: str, kind: int, usage: int = PROPERTY_USAGE_NONE) -> dict[str, Any]:
    return {
        "name": name,
        "class_name": StringName(""),
        "type": int(kind),
        "hint": 0,
        "hint_string": "",
        "usage": int(usage),
    }


def _method_entry(name: str, args: list[Any], defaults: list[Any]) -> dict[str, Any]:
    return {
        "name": name,
        "args": args,
        "default_args": defaults,
        "flags": int(METHOD_FLAGS_DEFAULT),
        "id": 0,
        "return": _info("", TYPE_NIL),
    }


# Properties --------------------------------------------------------------------------------------


def property_list(instance: Object) -> list[dict[str, Any]]:
    """`Object.get_property_list`: the engine's properties, then the script's variables."""
    facts = instance._gd_info
    if facts is not None:
        entries = [*_engine_entries(instance), *facts.property_list(instance)]
    else:
        entries = [
            *(_info(name, kind, usage) for name, kind, usage in _stored_entries(instance)),
            *_more_entries(instance),
            *(_info(name, kind, usage) for name, kind, usage in _script_entries(instance)),
            *instance._get_property_list(),
        ]
    for name, value in instance._rarely("meta", {}).items():
        entries.append(_info(f"metadata/{name}", type_of(value), PROPERTY_USAGE_DEFAULT))
    for entry in entries:
        instance._engine_validate(entry)
        instance._validate_property(entry)
    return entries


def _engine_entries(instance: Object) -> Iterator[dict[str, Any]]:
    """The engine's properties by class, as Godot lists them, the base's first."""
    for cls in reversed(type(instance).__mro__):
        own = vars(cls)
        name = own.get("_class_name")
        if name not in (None, "Object") and is_engine_class(cls):
            entry = _info(name, TYPE_NIL, PROPERTY_USAGE_CATEGORY)
            yield {**entry, "hint_string": name}
        for stored in own.get("_stored", ()):
            yield _info(stored, type_of(getattr(instance, stored)), PROPERTY_USAGE_DEFAULT)
    yield from _more_entries(instance)
    entry = _info("script", TYPE_OBJECT, _SCRIPT_USAGE)
    yield {**entry, "class_name": StringName("Script"), "hint": 17, "hint_string": "Script"}


_SCRIPT_USAGE = 1048582  # stored, edited, never duplicated


def listed_by_script(instance: Object) -> list[dict[str, Any]]:
    """What `_get_property_list` gives; in GDScript that of each class of the chain."""
    facts = instance._gd_info
    return instance._get_property_list() if facts is None else facts.listed(instance)


def _more_entries(instance: Object) -> Iterable[dict[str, Any]]:
    """What some classes list behind their properties: those of the things that they hold."""
    more = getattr(type(instance), "_more_entries", None)
    return () if more is None else more(instance)


def _stored_entries(instance: Object) -> Iterator[tuple[str, int, int]]:
    for name in stored_properties(type(instance)):
        yield name, type_of(getattr(instance, name, None)), PROPERTY_USAGE_DEFAULT


def _script_entries(instance: Object) -> Iterator[tuple[str, int, int]]:
    cls = type(instance)
    for name in script_variables(instance):
        usage = PROPERTY_USAGE_SCRIPT_VARIABLE
        if name in cls._exports:
            usage |= PROPERTY_USAGE_DEFAULT
        export = cls._exports.get(name)
        known = annotated_type(export.annotation) if export else TYPE_NIL
        yield name, known or type_of(getattr(instance, name, None)), usage


def stored_properties(cls: type[Any]) -> list[str]:
    """The engine's properties of a class that scenes store, the base's first."""
    names: list[str] = []
    for base in reversed(cls.__mro__):
        names += vars(base).get("_stored", ())
    return names


def script_variables(instance: Object) -> list[str]:
    """The variables that a script declares or has set, in order, without signals and constants."""
    if instance._gd_info is not None:
        return list(instance._gd_info.variable_names())
    names: dict[str, None] = {}
    for base in reversed(type(instance).__mro__):
        if is_engine_class(base):
            continue
        own = vars(base)
        for name in (*own.get("__annotations__", {}), *own):
            if name in type(instance)._exports or name in own.get("__annotations__", {}):
                names[name] = None
    for name, value in getattr(instance, "__dict__", {}).items():
        if not isinstance(value, Signal) and not is_engine_attribute(instance, name):
            names[name] = None
    return [n for n in names if not isinstance(getattr(type(instance), n, None), Signal)]


def script_answers(instance: Object, method: Any, name: str) -> bool:
    """Whether a script's `_get` or `_set` is asked for a name: one that it does not declare."""
    if is_engine_class_function(method):
        return False
    if name in getattr(instance, "__dict__", ()):
        return is_engine_attribute(instance, name)
    return not any(name in vars(c) for c in type(instance).__mro__ if not is_engine_class(c))


def is_engine_attribute(instance: Object, name: str) -> bool:
    """Whether an instance attribute belongs to an engine class (they list theirs in `_own`)."""
    return any(name in vars(base).get("_own", ()) for base in type(instance).__mro__)


# Methods -----------------------------------------------------------------------------------------


def method_list(cls: type[Any]) -> list[dict[str, Any]]:
    """`Object.get_method_list`, derived classes first."""
    found: dict[str, dict[str, Any]] = {}
    facts = getattr(cls, "_gd_info", None)
    for base in cls.__mro__:
        if "_gd_info" in vars(base) and facts is not None and not is_engine_class(base):
            continue
        for name, value in vars(base).items():
            function = value.__func__ if isinstance(value, staticmethod | classmethod) else value
            if hasattr(value, "_rpc_config"):  # a remote method, which stands for its function
                function = inspect.unwrap(value)
            if inspect.isfunction(function) and not name.startswith("__") and name not in found:
                found[name] = _describe(name, function)
    entries = list(found.values())
    return entries if facts is None else entries + facts.method_list()


def _describe(name: str, function: Any) -> dict[str, Any]:
    parameters = [p for p in inspect.signature(function).parameters.values() if p.name != "self"]
    args = [_info(p.name, annotated_type(p.annotation)) for p in parameters]
    defaults = [p.default for p in parameters if p.default is not p.empty]
    entry = _method_entry(name, args, defaults)
    if name.startswith("_") and is_engine_class_function(function):
        entry["flags"] |= int(METHOD_FLAG_VIRTUAL)
    return entry


def is_engine_class_function(function: Any) -> bool:
    """Whether a function was written in the engine."""
    return str(function.__module__).startswith("engine.")


# Paths -------------------------------------------------------------------------------------------


def _steps(path: NodePath | str) -> list[str]:
    text = str(path)
    return [step for step in text.split(":") if step]


def get_indexed(instance: Any, path: NodePath | str) -> Any:
    """The value behind a path such as `position:x`; None where it leads nowhere."""
    value = instance
    for step in _steps(path):
        value = _read(value, step)
    return value


def set_indexed(instance: Object, path: NodePath | str, value: Any) -> None:
    """Sets the value behind a path; the vectors on the way are replaced, not changed."""
    steps = _steps(path)
    holders = [instance]
    for step in steps[:-1]:
        holders.append(_read(holders[-1], step))
    for holder, step in zip(reversed(holders), reversed(steps), strict=True):
        value = _written(holder, step, value)


def _read(holder: Any, step: str) -> Any:
    if isinstance(holder, dict):
        return holder.get(step)
    return getattr(holder, step, None)


def _written(holder: Any, step: str, value: Any) -> Any:
    """The holder with one step set: a copy for a value, itself for what has an identity."""
    if isinstance(holder, dict):
        holder[step] = value
    elif hasattr(holder, "replace") and not isinstance(holder, str):
        return holder.replace(**{step: value})
    elif hasattr(holder, "_find_signal"):
        holder.set(step, value)
    return holder
