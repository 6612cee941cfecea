"""Which values of an object are stored in scenes and copied by `duplicate`, and how.

In Godot's order: the properties of the engine's classes (listed in `_stored`), exported variables,
properties that `_get_property_list` adds with `PROPERTY_USAGE_STORAGE`, and attached values, which
are named `metadata/NAME`.
"""

from __future__ import annotations

from typing import Any, Final

from engine.core import output
from engine.core._reflection import listed_by_script, stored_properties
from engine.core._script_instances import engine_class
from engine.core.object import Object
from engine.core.packed_array import PackedArray
from engine.core.property_info import PROPERTY_USAGE_STORAGE

NO_DEFAULT: Final = object()
_METADATA = "metadata/"
_CLOSE = 0.00001  # Godot's tolerance for floats that count as equal
_engine_defaults: dict[type[Any], dict[str, Any]] = {}


def script_names(instance: Object) -> list[str]:
    """Exported variables, and what `_get_property_list` wants stored."""
    names = list(type(instance)._exports)
    for entry in listed_by_script(instance):
        if int(entry.get("usage", 0)) & PROPERTY_USAGE_STORAGE:
            names.append(str(entry["name"]))
    return names


def engine_names(instance: Object) -> list[str]:
    """The engine's properties, as an instance has them just now.

    Some say nothing beside the others; some instances have more, as themes have their items.
    """
    own = stored_properties(type(instance))
    left_out = getattr(instance, "_not_stored", None)
    if left_out is not None:
        names = left_out()
        own = [name for name in own if name not in names]
    more = getattr(instance, "_also_stored", None)
    return own if more is None else more(own)


def metadata_names(instance: Object) -> list[str]:
    """The names of attached values as properties."""
    return [_METADATA + name for name in instance._rarely("meta", {})]


def stored_names(instance: Object) -> list[str]:
    """Everything that is stored, in order."""
    return [*engine_names(instance), *script_names(instance), *metadata_names(instance)]


def read(instance: Object, name: str) -> Any:
    """The value of a stored property."""
    if name.startswith(_METADATA):
        return instance.get_meta(name.removeprefix(_METADATA))
    if "/" in name:
        return instance.get(name)
    value = getattr(instance, instance._renamed.get(name, name), NO_DEFAULT)
    return instance._get(name) if value is NO_DEFAULT else value


def write(instance: Object, name: str, value: Any) -> None:
    """Sets a stored property; what a setter raises is reported."""
    if name.startswith(_METADATA):
        instance.set_meta(name.removeprefix(_METADATA), value)
        return
    try:
        instance.set(name, value)
    except Exception as exception:
        output.script_error(exception)


def deep_copy(value: Any) -> Any:
    """A copy of a container with the containers in it; other values, resources too, as they are."""
    if isinstance(value, list):
        return alike(value, [deep_copy(item) for item in value])
    if isinstance(value, dict):
        return alike(value, {deep_copy(k): deep_copy(v) for k, v in value.items()})
    return copied_if_packed(value)


def alike(original: Any, values: Any) -> Any:
    """A list or dictionary with the types that another one has."""
    like = getattr(original, "like", None)
    return values if like is None else like(values)


def copied_if_packed(value: Any) -> Any:
    """A copy of a packed array, any other value as it is."""
    if isinstance(value, PackedArray):
        return value.duplicate()
    return bytearray(value) if type(value) is bytearray else value


# Defaults ----------------------------------------------------------------------------------------


def default_of(cls: type[Any], name: str) -> Any:
    """What a fresh instance has for a stored property; `NO_DEFAULT` where that is not known."""
    if name in cls._exports:
        if cls._gd_info is not None:
            return cls._gd_info.default_of(name)
        default = getattr(cls, name)
        return NO_DEFAULT if isinstance(default, property) else default
    own = engine_class(cls)
    defaults = _engine_defaults.get(own)
    if defaults is None:
        defaults = _engine_defaults[own] = _fresh_values(own)
    return defaults.get(name, NO_DEFAULT)


def forget_defaults(cls: type[Any]) -> None:
    """Has the defaults of a class and of those that derive from it looked up anew."""
    for known in [one for one in _engine_defaults if issubclass(one, cls)]:
        del _engine_defaults[known]


def _fresh_values(cls: type[Any]) -> dict[str, Any]:
    fresh: Object = cls()
    values = {name: getattr(fresh, name) for name in stored_properties(cls)}
    values |= vars(cls).get("_stated_defaults", {})
    if not cls._ref_counted:
        fresh._free_now()
    return values


def differs(value: Any, default: Any) -> bool:
    """Whether a value has to be stored; floats that are nearly equal need not be."""
    if default is NO_DEFAULT:
        return True
    if isinstance(value, float) and isinstance(default, float):
        return value != default and abs(value - default) >= max(_CLOSE * abs(value), _CLOSE)
    if isinstance(value, bool) is not isinstance(default, bool):
        return True
    return bool(value != default)
