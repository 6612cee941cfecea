"""`base.name` and `base[index]` where nothing is known of the base.

Reading and writing go by the exact type of the base first: containers and texts have their own
ways, values (vectors, colours) are read by their fields and never changed, but replaced: writing
gives the base as it is then, which the compiler stores back. Everything else is an object, whose
attributes are Python's. A script used as a value is a Python class, for which `_script_value`
answers.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import EnumMeta
from types import MethodType
from typing import TYPE_CHECKING, Any, Final

from engine.core._keys import key
from engine.core._lazy import lazy
from engine.core._reflection import is_engine_class
from engine.core._script_error import ScriptError
from engine.core._text import text
from engine.core._type_of import type_of
from engine.core._value import Value
from engine.core.callable import Callable as GodotCallable
from engine.core.object import Object
from engine.core.packed_array import PackedArray
from engine.core.string_name import StringName
from engine.core.typed_array import TypedArray
from engine.core.typed_dictionary import TypedDictionary
from engine.core.variant_type import TYPE_OBJECT
from engine.gdscript._api import builtin_facts, class_facts
from engine.gdscript._type_fitting import to_type
from engine.gdscript._value_names import assigned_name, builtin_name, described, engine_name
from engine.scene._remote_method import remote_method

if TYPE_CHECKING:
    from engine.gdscript import _script_value
else:
    _script_value = lazy("engine.gdscript._script_value")

_MISSING: Final = object()
_TYPED = (TypedArray, TypedDictionary)
_STATIC = 1  # a flag of variables in the facts of a script


# Errors -------------------------------------------------------------------------------------------


def no_access(base: Any, name: object) -> ScriptError:
    """The error for what cannot be read."""
    return ScriptError(
        f"Invalid access to property or key '{name}' on a base object of type '{described(base)}'."
    )


def no_assignment(base: Any, name: object, value: Any) -> ScriptError:
    """The error for what cannot be written."""
    if isinstance(base, _TYPED) and base.read_only:
        return ScriptError(f"Invalid assignment on read-only value (on base: '{described(base)}').")
    return ScriptError(
        f"Invalid assignment of property or key '{name}' with value of type "
        f"'{assigned_name(value)}' on a base object of type '{described(base)}'."
    )


# Names --------------------------------------------------------------------------------------------


def get(base: Any, name: str) -> Any:
    """`base.name`."""
    kind = type(base)
    if kind in _PLAIN:
        return _get_plain(base, name)
    attribute = renamed(kind, name) if name[0] == "_" else name
    try:
        value = getattr(base, attribute)
    except AttributeError:
        return _get_otherwise(base, name)
    except ReferenceError:
        raise no_access(base, name) from None
    if type(value) is MethodType or isinstance(base, _VALUES):
        return _get_method(base, name, value)
    return value


def renamed(kind: type[Any], name: str) -> str:
    """The attribute that a member is kept as."""
    found: dict[str, str] = getattr(kind, "_renamed", _NOTHING)
    return found.get(name, name)


_NOTHING: dict[str, str] = {}
_PLAIN = frozenset(
    (dict, TypedDictionary, list, TypedArray, str, int, float, bool, type(None), type)
)
_VALUES = (Value, PackedArray)


def _get_plain(base: Any, name: str) -> Any:
    if isinstance(base, dict):
        value = base.get(name, _MISSING)
        if value is _MISSING:
            raise no_access(base, name)
        return value
    if isinstance(base, type):
        return _get_of_class(base, name)
    facts = builtin_facts(builtin_name(base))
    if facts is not None and facts.method(name) is not None:
        return GodotCallable(base, name)
    raise no_access(base, name)


def _get_of_class(cls: type[Any], name: str) -> Any:
    if isinstance(cls, EnumMeta):
        return int(cls[name])
    if not is_engine_class(cls):
        return _script_value.script_get(cls, name)
    found = getattr(cls, name, _MISSING)
    facts = class_facts(engine_name(cls))
    constant = facts.constant(name) if facts is not None else None
    if constant is not None:
        return constant.value
    if found is _MISSING or isinstance(found, property):
        raise no_access(cls, name)
    return found


def _get_otherwise(base: Any, name: str) -> Any:
    """What is no attribute: methods under other names, or an error."""
    if isinstance(base, type):
        return _get_of_class(base, name)
    if hasattr(type(base), f"{name}_") and type(getattr(base, f"{name}_")) is MethodType:
        return GodotCallable(base, f"{name}_")
    raise no_access(base, name)


def _get_method(base: Any, name: str, value: Any) -> Any:
    """A method as a value; of values only their fields are plain attributes."""
    if isinstance(base, Object):
        if name in getattr(type(base), "_gd_remote", ()):
            return remote_method(base, name, value.__func__)
        return GodotCallable(base, name)
    facts = builtin_facts(builtin_name(base))
    if facts is not None:
        if name in facts.members:
            return value
        if facts.method(name) is not None:
            return GodotCallable(base, name)
        raise no_access(base, name)
    return value


def set_(base: Any, name: str, value: Any) -> Any:
    """`base.name = value`; gives the base, or what is to be stored in its place."""
    setter = _setters.get((type(base), name))
    if setter is not None:
        setter(base, value)
    elif isinstance(base, Object):
        set_of_object(base, name, value)
    elif isinstance(base, TypedDictionary):
        _set_in_typed(base, name, value)
    elif isinstance(base, dict):
        base[StringName(name)] = value
    elif isinstance(base, type):
        _set_of_class(base, name, value)
    elif isinstance(base, Value):
        return _replaced(base, name, value)
    else:
        raise no_assignment(base, name, value)
    return base


def _set_in_typed(base: TypedDictionary, name: Any, value: Any) -> None:
    if not base.set_checked(name, value):
        raise no_assignment(base, name, value)


def _set_of_class(cls: type[Any], name: str, value: Any) -> None:
    facts = getattr(cls, "_gd_info", None)
    variable = facts.variable(name) if facts is not None else None
    if variable is None or not variable[2] & _STATIC:
        raise no_assignment(cls, name, value)
    _script_setter(facts, name)(cls, value)


def _replaced(base: Value, name: str, value: Any) -> Any:
    facts = builtin_facts(builtin_name(base))
    wanted = facts.members.get(name) if facts is not None else None
    if wanted is None:
        raise no_assignment(base, name, value)
    try:
        value = to_type(value, wanted.name)
        return base.replace(**{name: value})  # type: ignore[attr-defined]
    except (ScriptError, TypeError):
        raise no_assignment(base, name, value) from None


def set_of_object(base: Any, name: str, value: Any) -> None:
    """Sets a property or variable of an object, converted to its type."""
    cls = type(base)
    if cls._freed:
        raise no_assignment(base, name, value)
    setter = _setter(cls, name)
    if setter is not None:
        _setters[cls, name] = setter
        setter(base, value)
        return
    if cls._set is not Object._set and base._ask_set(name, value):
        return
    attribute = renamed(cls, name)
    if attribute in getattr(base, "__dict__", ()) or isinstance(
        getattr(cls, attribute, None), property
    ):
        setattr(base, attribute, value)
        return
    raise no_assignment(base, name, value)


_setters: dict[tuple[type[Any], str], Callable[[Any, Any], None]] = {}


def _setter(cls: Any, name: str) -> Callable[[Any, Any], None] | None:
    """What sets a variable of a script, or a property of the engine; None when there is none."""
    facts = getattr(cls, "_gd_info", None)
    if facts is not None:
        variable = facts.variable(name)
        if variable is not None:
            return _script_setter(facts, name)
    api = class_facts(engine_name(cls))
    found = api.property(name) if api is not None else None
    if found is None or not hasattr(cls, name):
        return None
    kind = found.type
    wanted = None if kind.is_variant else "int" if kind.kind == "enum" else kind.name
    if kind.is_object or kind.element is not None:
        return lambda base, value: setattr(base, name, value)
    return _engine_setter(name, wanted)


def _script_setter(facts: Any, name: str) -> Callable[[Any, Any], None]:
    attribute, _, flags, *_ = facts.variable(name)
    is_static = bool(flags & _STATIC)
    convert = facts.converter(name)
    if convert is None and not is_static:
        return lambda base, value: setattr(base, attribute, value)

    def assign(base: Any, value: Any) -> None:
        fitted = value
        if convert is not None:
            try:
                fitted = convert(value)
            except (ScriptError, TypeError):
                raise no_assignment(base, name, value) from None
        if is_static:
            facts.set_variable(base, name, fitted)
        else:
            setattr(base, attribute, fitted)

    return assign


def _engine_setter(name: str, wanted: str | None) -> Callable[[Any, Any], None]:
    def assign(base: Any, value: Any) -> None:
        try:
            fitted = to_type(value, wanted)
        except ScriptError:
            raise no_assignment(base, name, value) from None
        setattr(base, name, fitted)

    return assign


# Subscripts ---------------------------------------------------------------------------------------


def index(base: Any, at: Any) -> Any:
    """`base[at]`."""
    kind = type(base)
    if kind is list and type(at) is int:
        try:
            return base[at]
        except IndexError:
            raise _outside(base, at) from None
    if kind is dict:
        try:
            return base[at if type(at) is str else key(at)]
        except KeyError:
            raise no_access(base, text(at)) from None
    return _index_otherwise(base, at)


def _outside(base: Any, at: Any) -> ScriptError:
    return ScriptError(
        f"Invalid access of index '{at}' on a base object of type: '{described(base)}'."
    )


def _index_otherwise(base: Any, at: Any) -> Any:
    if isinstance(base, dict):
        return _index_dictionary(base, at)
    if isinstance(base, (list, str, bytes, bytearray, tuple, PackedArray)):
        if isinstance(at, (int, float)) and type(at) is not bool:
            try:
                return base[int(at)]
            except IndexError:
                raise _outside(base, at) from None
        raise no_access(base, text(at))
    if isinstance(base, Value):
        return _index_value(base, at)
    if isinstance(at, str) and (type_of(base) == TYPE_OBJECT or isinstance(base, type)):
        return get(base, at)
    raise no_access(base, text(at))


def _index_dictionary(base: dict[Any, Any], at: Any) -> Any:
    if isinstance(base, TypedDictionary):
        kept = base.kept_key(at, "get")
    else:
        kept = key(at)
    value = base.get(kept, _MISSING)
    if value is _MISSING:
        raise no_access(base, text(at))
    return value


def _index_value(base: Any, at: Any) -> Any:
    if isinstance(at, str):
        return get(base, at)
    if isinstance(at, (int, float)) and type(at) is not bool:
        try:
            return base[int(at)]
        except (IndexError, TypeError, KeyError):
            raise _outside(base, at) from None
    raise no_access(base, text(at))


def set_index(base: Any, at: Any, value: Any) -> Any:
    """`base[at] = value`; gives the base, or what is to be stored in its place."""
    kind = type(base)
    if kind is list and type(at) is int:
        try:
            base[at] = value
        except IndexError:
            raise _not_there(base, at, value) from None
        return base
    if kind is dict:
        base[at if type(at) is str else key(at)] = value
        return base
    return _set_otherwise(base, at, value)


def _not_there(base: Any, at: Any, value: Any) -> ScriptError:
    return ScriptError(
        f"Invalid assignment of index '{at}' (on base: '{described(base)}') with value of type "
        f"'{assigned_name(value)}'."
    )


def _set_otherwise(base: Any, at: Any, value: Any) -> Any:
    if isinstance(base, TypedDictionary):
        if not base.set_checked(at, value):
            raise no_assignment(base, text(at), value)
    elif isinstance(base, dict):
        base[key(at)] = value
    elif isinstance(base, (list, PackedArray, bytearray)):
        _set_item(base, at, value)
    elif isinstance(base, Value):
        return _replaced_item(base, at, value)
    elif isinstance(base, str) and isinstance(at, int):
        return _replaced_character(base, at, value)
    elif isinstance(at, str):
        return set_(base, at, value)
    else:
        raise no_assignment(base, text(at), value)
    return base


def _set_item(base: Any, at: Any, value: Any) -> None:
    if not isinstance(at, (int, float)) or type(at) is bool:
        raise no_assignment(base, text(at), value)
    place = int(at)
    if isinstance(base, TypedArray) and base.read_only:
        raise no_assignment(base, at, value)
    if not -len(base) <= place < len(base):
        raise _not_there(base, at, value)
    try:
        base[place] = value
    except (TypeError, ValueError):
        raise no_assignment(base, at, value) from None


def _replaced_item(base: Any, at: Any, value: Any) -> Any:
    if isinstance(at, str):
        return _replaced(base, at, value)
    names = base.__match_args__
    if not isinstance(at, (int, float)) or not 0 <= at < len(names):
        raise _not_there(base, at, value)
    return _replaced(base, names[int(at)], value)


def _replaced_character(base: str, at: int, value: Any) -> str:
    place = at + len(base) if at < 0 else at
    if not 0 <= place < len(base) or not isinstance(value, (str, int)):
        raise _not_there(base, at, value)
    letter = value[:1] if isinstance(value, str) else chr(value)
    return base[:place] + letter + base[place + 1 :]
