"""Godot's facts of methods, properties and signals as the dictionaries that `ClassDB` gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.core.property_info import (
    METHOD_FLAG_CONST,
    METHOD_FLAG_NORMAL,
    METHOD_FLAG_STATIC,
    METHOD_FLAG_VARARG,
    METHOD_FLAG_VIRTUAL,
    PROPERTY_HINT_RESOURCE_TYPE,
    PROPERTY_USAGE_DEFAULT,
)
from engine.core.string_name import StringName
from engine.core.variant_text import str_to_var
from engine.gdscript import _api
from engine.gdscript._property_entries import described
from engine.gdscript._types import CLASS_KIND, ENUM_KIND, INT, VOID, StaticType

_KEYS = ("name", "class_name", "type", "hint", "hint_string", "usage")


def _entry(name: str, kind: StaticType) -> dict[str, Any]:
    values = list(described(name, kind, int(PROPERTY_USAGE_DEFAULT)))
    if kind.kind == CLASS_KIND and _api.is_subclass(kind.name, "RefCounted"):
        values[3:5] = int(PROPERTY_HINT_RESOURCE_TYPE), kind.name
    values[1] = StringName(str(values[1]))
    return dict(zip(_KEYS, values, strict=True))


def _method(
    name: str, arguments: Sequence[_api.ArgumentFacts], returns: StaticType, flags: int
) -> dict[str, Any]:
    defaults = [str_to_var(one.default) for one in arguments if one.default is not None]
    return {
        "name": name,
        "args": [_entry(one.name, one.type) for one in arguments],
        "default_args": defaults,
        "flags": flags,
        "id": 0,
        "return": _entry("", returns),
    }


def method_entry(method: _api.MethodFacts) -> dict[str, Any]:
    """The entry of a method; its `id` is always 0."""
    flags = int(METHOD_FLAG_VIRTUAL if method.virtual else METHOD_FLAG_NORMAL)
    for has, flag in (
        (method.const, METHOD_FLAG_CONST),
        (method.vararg, METHOD_FLAG_VARARG),
        (method.static, METHOD_FLAG_STATIC),
    ):
        flags |= int(flag) if has else 0
    return _method(method.name, method.arguments, method.returns, flags)


def signal_entry(signal: _api.SignalFacts) -> dict[str, Any]:
    """The entry of a signal."""
    return _method(signal.name, signal.arguments, VOID, int(METHOD_FLAG_NORMAL))


def property_entry(found: _api.PropertyFacts) -> dict[str, Any]:
    """The entry of a property, without the hints that editors go by."""
    return _entry(found.name, INT if found.type.kind == ENUM_KIND else found.type)
