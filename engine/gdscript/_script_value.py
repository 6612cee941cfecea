"""Scripts used as values: what a class answers that stands for a `GDScript` object of Godot's.

A script is a Python class here. What scripts ask of a script comes here, with the name that was
asked for: first members of the class that need no instance, then what `GDScript` and the classes
above it have.
"""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from typing import Any

from engine.core import output
from engine.core._reflection import engine_class, is_engine_class
from engine.core._script_error import ScriptError
from engine.core._text import text
from engine.core.callable import Callable
from engine.core.error import OK
from engine.core.node_path import NodePath
from engine.core.rid import RID
from engine.core.signal import Signal
from engine.core.string_name import StringName
from engine.gdscript import _api
from engine.gdscript._script_classes import (
    STATIC,
    ScriptFacts,
    chain,
    method_entry,
    property_entry,
)

_MISSING: Any = object()


def facts_of(cls: type[Any]) -> ScriptFacts | None:
    """What is known of a class, or of the nearest one above it that GDScript has made."""
    found: ScriptFacts | None = getattr(cls, "_gd_info", None)
    return found


# Members -----------------------------------------------------------------------------------------


def script_get(cls: type[Any], name: str) -> Any:
    """`script.name`.

    Raises:
        ScriptError: there is nothing of that name.
    """
    found = _member(cls, name)
    if found is _MISSING:
        found = _property(cls, name)
    if found is _MISSING and (name in _METHODS or name == "new"):
        return Callable(lambda *args: script_call(cls, name, args))
    if found is _MISSING:
        raise ScriptError(
            f"Invalid access to property or key '{name}' on a base object of type 'GDScript'."
        )
    return found


def _member(cls: type[Any], name: str) -> Any:
    """A constant, inner class, static variable or static function of a class."""
    for facts in chain(cls):
        variable = facts.data["variables"].get(name)
        if variable is not None:
            return getattr(facts.cls, variable[0]) if variable[2] & STATIC else _MISSING
        function = facts.data["functions"].get(name)
        if function is not None:
            static = function[4] & _STATIC_METHOD
            return StaticMethod(facts.cls, function[0], name) if static else _MISSING
        if name in facts.data["order"]:
            return vars(facts.cls).get(name, _MISSING)
    native = engine_class(cls) if not _is_broken(cls) else None
    constant = getattr(native, name, _MISSING)
    if constant is _MISSING or callable(constant) or isinstance(constant, (property, Signal)):
        return _python_member(cls, name)
    plain = isinstance(constant, int) and not name.startswith("_")
    return int(constant) if plain else _python_member(cls, name)


def _python_member(cls: type[Any], name: str) -> Any:
    """What a Python class has without an instance."""
    for base in cls.__mro__:
        if base.__module__.startswith("engine.") or "_gd_info" in vars(base):
            continue
        if name in vars(base) and not name.startswith("__"):
            value = vars(base)[name]
            if isinstance(value, (staticmethod, classmethod)):
                return Callable(getattr(cls, name))
            if not callable(value) and not isinstance(value, (property, Signal)):
                return value
    return _MISSING


_STATIC_METHOD = 32


class StaticMethod(Callable):
    """A static function as a value."""

    __slots__ = ("_cls", "_is_remote")

    def __init__(self, cls: type[Any], attribute: str, name: str) -> None:
        super().__init__(getattr(cls, attribute))
        self._cls = cls
        self._name = name
        self._is_remote = hasattr(vars(cls)[attribute], "_rpc_config")

    def get_object(self) -> Any:
        """The script."""
        return self._cls

    def is_custom(self) -> bool:
        """Whether it has binds, or is marked with `@rpc`."""
        return bool(self._shape) or self._is_remote

    def is_standard(self) -> bool:
        """Whether it has no binds, and no `@rpc`."""
        return not self.is_custom()

    def _remote_target(self, call: str) -> Any:
        if self._is_remote:
            output.error("RPC can only be defined on class that extends Node.")
        raise ScriptError(
            f"Attempt to call function '{call}' in base 'Callable' on a null instance."
        )

    def _text(self) -> str:
        return f"GDScript::{self._name}{' (rpc)' if self._is_remote else ''}"


def _is_broken(cls: type[Any]) -> bool:
    facts = vars(cls).get("_gd_info")
    return facts is not None and bool(facts.broken)


def _property(cls: type[Any], name: str) -> Any:
    """A property of `GDScript`."""
    facts = vars(cls).get("_gd_info")
    if name == "resource_path":
        return facts.resource_path if facts is not None else _python_path(cls)
    if name == "source_code":
        return _source(facts) if facts is not None else ""
    return {
        "resource_name": "",
        "resource_local_to_scene": False,
        "resource_scene_unique_id": "",
        "script": None,
    }.get(name, _MISSING)


def _python_path(cls: type[Any]) -> str:
    return str(getattr(cls, "_script_path", ""))


def _source(facts: ScriptFacts) -> str:
    source = facts.project.source(facts.path) if not facts.name else None
    return "" if source is None else source.decode("utf-8", "replace")


# Calls -------------------------------------------------------------------------------------------


def script_call(cls: type[Any], name: str, args: tuple[Any, ...]) -> Any:
    """`script.name(args)`.

    Raises:
        ScriptError: there is no such function.
    """
    for facts in chain(cls):
        function = facts.data["functions"].get(name)
        if function is not None and function[4] & _STATIC_METHOD:
            return getattr(facts.cls, function[0])(*args)
    if name == "new":
        return cls(*args)
    found = _METHODS.get(name)
    if found is not None:
        return found(cls, *args)
    value = _member(cls, name)
    if value is not _MISSING and callable(value) and not isinstance(value, type):
        return value(*args)
    raise ScriptError(f"Invalid call. Nonexistent function '{name}' in base 'GDScript'.")


def can_instantiate(cls: type[Any]) -> bool:
    """Whether instances can be made."""
    facts = vars(cls).get("_gd_info")
    return facts is None or not facts.broken


def get_base_script(cls: type[Any]) -> Any:
    """The script that it extends, or None."""
    base = cls.__mro__[1]
    if base is object or is_engine_class(base):
        return None
    facts = vars(base).get("_gd_info")
    return base if facts is None else facts.script


def get_global_name(cls: type[Any]) -> StringName:
    """The `class_name`."""
    facts = vars(cls).get("_gd_info")
    return StringName(facts.label if facts is not None else "")


def get_instance_base_type(cls: type[Any]) -> StringName:
    """The engine class of its instances."""
    return StringName("" if _is_broken(cls) else engine_class(cls)._class_name)


def get_script_constant_map(cls: type[Any]) -> dict[Any, Any]:
    """All constants, enums and inner classes."""
    return {
        StringName(name): vars(facts.cls)[name]
        for facts in chain(cls)[:1]
        for name in facts.data["order"]
        if name in vars(facts.cls)
    }


def get_script_method_list(cls: type[Any]) -> list[dict[str, Any]]:
    """One dictionary for each function of the script and of those that it extends."""
    return [
        method_entry(name, record[1], record[2], record[3], record[4])
        for facts in chain(cls)
        for name, record in facts.data["functions"].items()
    ]


def get_script_property_list(cls: type[Any]) -> list[dict[str, Any]]:
    """One dictionary for each variable of the script and of those that it extends."""
    found: list[dict[str, Any]] = []
    for facts in chain(cls):
        found.append(facts.category())
        found += [property_entry(entry) for entry in facts.data["entries"]]
    return found


def get_script_signal_list(cls: type[Any]) -> list[dict[str, Any]]:
    """One dictionary for each signal of the script and of those that it extends."""
    facts = facts_of(cls)
    return [] if facts is None else list(facts.signal_entries().values())


def get_rpc_config(cls: type[Any]) -> dict[Any, Any]:
    """What `@rpc` says of functions."""
    found: dict[Any, Any] = {}
    for facts in reversed(chain(cls)):
        for name, config in facts.data["rpc"].items():
            found[StringName(name)] = dict(config)
    return found


def has_method(cls: type[Any], name: str) -> bool:
    """Whether the script object has a method: a static function, or one of GDScript's."""
    functions = [facts.data["functions"].get(str(name)) for facts in chain(cls)]
    if any(found is not None and found[4] & _STATIC_METHOD for found in functions):
        return True
    return str(name) == "new" or str(name) in _METHODS


def _get(cls: type[Any], name: str) -> Any:
    found = _member(cls, str(name))
    if found is _MISSING:
        found = _property(cls, str(name))
    return None if found is _MISSING else found


def _set(cls: type[Any], name: str, value: Any) -> None:
    for facts in chain(cls):
        variable = facts.data["variables"].get(str(name))
        if variable is not None and variable[2] & STATIC:
            facts.set_variable(None, str(name), value)
            return


def _is_class(cls: type[Any], name: str) -> bool:
    return str(name) in ("GDScript", "Script", "Resource", "RefCounted", "Object")


def _instance_has(cls: type[Any], instance: Any) -> bool:
    return isinstance(instance, cls)


def _has_signal(cls: type[Any], name: str) -> bool:
    facts = facts_of(cls)
    return facts is not None and str(name) in facts.signal_entries()


def _has_function(cls: type[Any], name: str) -> bool:
    return any(str(name) in facts.data["functions"] for facts in chain(cls))


def _is_tool(cls: type[Any]) -> bool:
    facts = facts_of(cls)
    return facts is not None and bool(facts.data["tool"])


def _is_abstract(cls: type[Any]) -> bool:
    facts = vars(cls).get("_gd_info")
    return facts is not None and bool(facts.data["abstract"])


def _instance_id(cls: type[Any]) -> int:
    facts = vars(cls).get("_gd_info")
    return id(cls) - (1 << 63) if facts is None else facts.instance_id


def _default_of(cls: type[Any], name: str) -> Any:
    facts = facts_of(cls)
    return None if facts is None else facts.told_default_of(str(name))


def _meta(cls: type[Any]) -> dict[str, Any]:
    facts = facts_of(cls)
    return {} if facts is None else facts.meta


def _method_list(cls: type[Any]) -> list[dict[str, Any]]:
    return [entry for entry in get_script_method_list(cls) if entry["flags"] & _STATIC_METHOD]


_METHODS: dict[str, PyCallable[..., Any]] = {
    "can_instantiate": can_instantiate,
    "get_base_script": get_base_script,
    "get_global_name": get_global_name,
    "get_instance_base_type": get_instance_base_type,
    "get_property_default_value": _default_of,
    "get_rpc_config": get_rpc_config,
    "get_script_constant_map": get_script_constant_map,
    "get_script_method_list": get_script_method_list,
    "get_script_property_list": get_script_property_list,
    "get_script_signal_list": get_script_signal_list,
    "get_source_code": lambda cls: _property(cls, "source_code"),
    "has_script_method": _has_function,
    "has_script_signal": _has_signal,
    "has_source_code": lambda cls: bool(_property(cls, "source_code")),
    "instance_has": _instance_has,
    "is_abstract": _is_abstract,
    "is_tool": _is_tool,
    "reload": lambda cls, keep_state=False: OK,
    # Resource
    "emit_changed": lambda cls: None,
    "get_name": lambda cls: "",
    "get_path": lambda cls: _property(cls, "resource_path"),
    "get_rid": lambda cls: RID(),
    "is_built_in": lambda cls: "::" in _property(cls, "resource_path"),
    # RefCounted, Object
    "call": lambda cls, method, *args: script_call(cls, str(method), args),
    "callv": lambda cls, method, args: script_call(cls, str(method), tuple(args)),
    "get": _get,
    "get_class": lambda cls: "GDScript",
    "get_indexed": lambda cls, path: _get(cls, str(NodePath(path)).partition(":")[0]),
    "get_instance_id": _instance_id,
    "get_meta": lambda cls, name, default=None: _meta(cls).get(str(name), default),
    "get_meta_list": lambda cls: [StringName(name) for name in _meta(cls)],
    "get_method_list": _method_list,
    "get_property_list": lambda cls: [],
    "get_reference_count": lambda cls: 1,
    "get_script": lambda cls: None,
    "get_signal_list": lambda cls: [],
    "has_meta": lambda cls, name: str(name) in _meta(cls),
    "has_method": has_method,
    "has_signal": lambda cls, name: str(name) in ("changed", "script_changed"),
    "is_class": _is_class,
    "is_queued_for_deletion": lambda cls: False,
    "notification": lambda cls, *args: None,
    "set": _set,
    "set_meta": lambda cls, name, value: _meta(cls).__setitem__(str(name), value),
    "to_string": text,
}


def is_script_class(name: str) -> bool:
    """Whether a class of Godot's is one that scripts, used as values, are instances of."""
    return _api.is_subclass("GDScript", name)
