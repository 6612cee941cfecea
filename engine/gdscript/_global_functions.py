"""Global functions as GDScript has them: those of the engine, and those that need its ways."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from engine.core import global_scope
from engine.core._lazy import lazy
from engine.core._public_names import has_public, public
from engine.core._script_error import ScriptError
from engine.core.node_path import NodePath
from engine.core.packed_array import PackedArray
from engine.core.rid import RID
from engine.core.string_name import StringName
from engine.gdscript._iteration import range_values
from engine.gdscript._value_names import builtin_name

if TYPE_CHECKING:
    from engine.core import variant_text
    from engine.scene import resource_loader
else:
    variant_text = lazy("engine.core.variant_text")
    resource_loader = lazy("engine.scene.resource_loader")

_STATIC = 1  # a flag of variables in the facts of a script


def length(value: Any) -> int:
    """`len(value)`."""
    if isinstance(value, (str, list, dict, tuple, PackedArray, bytes, bytearray)):
        return len(value)
    raise ScriptError(
        'Error calling GDScript utility function "len()": Value of type '
        f"'{builtin_name(value)}' can't provide a length."
    )


def character(code: int) -> str:
    """`char(code)`."""
    if not 0 <= code < 2**32:
        raise ScriptError(
            'Error calling GDScript utility function "char()": Expected an integer between 0 and '
            "2^32 - 1."
        )
    return global_scope.char(code)


def code_of(text: str) -> int:
    """`ord(text)`."""
    if len(text) != 1:
        raise ScriptError(
            'Error calling GDScript utility function "ord()": Expected a string of length 1 (a '
            "character)."
        )
    return ord(text)


def load(path: str) -> Any:
    """`load(path)`."""
    if not isinstance(path, str):
        problem = f"Cannot convert argument 1 from {builtin_name(path)} to String."
        raise ScriptError(f'Invalid type in GDScript utility function "load()". {problem}')
    return resource_loader.ResourceLoader.load(path)


def preload(path: str) -> Any:
    """`preload(path)` of what is no script."""
    return resource_loader.ResourceLoader.load(path)


def inst_to_dict(instance: Any) -> Any:
    """The variables of a script's object, with the names of its file and class."""
    facts = getattr(type(instance), "_gd_info", None)
    if facts is None:
        return None if instance is None else _refuse_instance()
    kept: dict[Any, Any] = {
        "@subpath": NodePath("/".join(facts.name.split("."))),
        "@path": facts.path,
    }
    for name, record in _variables(type(instance)).items():
        kept[StringName(name)] = getattr(instance, record[0])
    return kept


def _refuse_instance() -> Any:
    text = "Not a script with an instance."
    raise ScriptError(f'Error calling GDScript utility function "inst_to_dict()": {text}')


def _variables(cls: type[Any]) -> dict[str, Any]:
    """The records of all variables that instances have, the base's first."""
    found: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        facts = vars(base).get("_gd_info")
        if facts is not None:
            variables = facts.data["variables"].items()
            found.update({n: r for n, r in variables if not r[2] & _STATIC})
    return found


def dict_to_inst(dictionary: dict[Any, Any]) -> Any:
    """The object that `inst_to_dict` has made a dictionary of."""
    path = dictionary.get("@path")
    if path is None:
        text = "Invalid instance dictionary format (missing @path)."
        raise ScriptError(f'Error calling GDScript utility function "dict_to_inst()": {text}')
    cls = load(str(path))
    for name in str(dictionary.get("@subpath", "")).split("/"):
        cls = getattr(cls, name) if name else cls
    made = cls()
    variables = _variables(type(made))
    for name, value in dictionary.items():
        if name in variables:
            setattr(made, variables[name][0], value)
    return made


def var_to_str(variable: Any) -> str:
    """`var_to_str(variable)`."""
    return variant_text.var_to_str(variable)


def str_to_var(string: str) -> Any:
    """`str_to_var(string)`."""
    return variant_text.str_to_var(string)


_new_rids = itertools.count(1)


def rid_allocate_id() -> int:
    """A number that no RID has yet."""
    return next(_new_rids)


def rid_from_int64(base: int) -> RID:
    """An RID of a number."""
    return RID._of(base)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "len": length,
    "char": character,
    "ord": code_of,
    "range": range_values,
    "load": load,
    "preload": preload,
    "inst_to_dict": inst_to_dict,
    "dict_to_inst": dict_to_inst,
    "rid_allocate_id": rid_allocate_id,
    "rid_from_int64": rid_from_int64,
    "var_to_str": var_to_str,
    "str_to_var": str_to_var,
}


def global_function(name: str) -> Any:
    """The Python function behind a global function; None where there is none."""
    found = FUNCTIONS.get(name)
    if found is not None:
        return found
    for candidate in (f"{name}_", name):
        if has_public(candidate):
            return public(candidate)
    return getattr(global_scope, f"{name}_", None) or getattr(global_scope, name, None)
