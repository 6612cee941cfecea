"""What compiled GDScript calls: the helpers that lie in the namespace of each script.

Their names begin with `@`, so that no script can have such names itself.
"""

from __future__ import annotations

from typing import Any

from engine.core._class_setup import export
from engine.core._dictionary_methods import keys as typed_keys
from engine.core._dictionary_methods import values as typed_values
from engine.core._keys import key, keys_of, unkey
from engine.core._reflection import is_engine_class
from engine.core._script_error import CallError, ScriptError
from engine.core._string_methods import STRING_STATICS
from engine.core.callable import Callable
from engine.core.coroutine import Coroutine
from engine.core.packed_array import PackedArray
from engine.core.signal import Signal
from engine.core.typed_array import TypedArray, read_only_array
from engine.core.typed_dictionary import TypedDictionary, read_only_dictionary
from engine.gdscript import _accessors as _accessors  # completes the engine's classes
from engine.gdscript import _operators as operators
from engine.gdscript import _type_fitting as fitting
from engine.gdscript._construction import construct
from engine.gdscript._dynamic_access import get, index, set_, set_index
from engine.gdscript._dynamic_calls import call, call_callable, new
from engine.gdscript._global_functions import global_function, preload
from engine.gdscript._iteration import iterate, range_values, step
from engine.gdscript._lambda import lambda_
from engine.gdscript._pattern_matching import match_array, match_dictionary, match_equal
from engine.gdscript._runtime_compiler import NATIVE_METHODS
from engine.gdscript._script_errors import assert_failed, failed


class _NoObject:
    """A null that stands where an object was expected; only its text differs."""

    __slots__ = ()

    def __str__(self) -> str:
        return "<Object#null>"

    def __bool__(self) -> bool:
        return False


_NO_OBJECT = _NoObject()


def object_text(value: Any) -> Any:
    """A value that is to be written, whose null is that of an object."""
    return _NO_OBJECT if value is None else value


def read_only(value: Any) -> Any:
    """A constant array or dictionary, with all that is in it."""
    if isinstance(value, TypedArray):
        values = [read_only(one) for one in value]
        return read_only_array(values, value.element)
    if type(value) is list:
        return read_only_array([read_only(one) for one in value])
    if isinstance(value, TypedDictionary):
        pairs = {k: read_only(one) for k, one in value.items()}
        return read_only_dictionary(pairs, value.key_type, value.value_type)
    if type(value) is dict:
        return read_only_dictionary({k: read_only(one) for k, one in value.items()})
    return value


class _Ready:
    """An awaitable that is there at once."""

    __slots__ = ("_value",)

    def __init__(self, value: Any) -> None:
        self._value = value

    def __await__(self) -> Any:
        return self._value
        yield


def awaitable(value: Any) -> Any:
    """What can be awaited: signals and running functions; of other values, they themselves."""
    return value if isinstance(value, WAITABLE) else _Ready(value)


WAITABLE = (Signal, Coroutine)


def method(base: Any, name: str) -> Any:
    """A method of an object or class as a Callable."""
    if isinstance(base, type) and is_engine_class(base):
        return Callable(getattr(base, name))
    return get(base, name)


def keys(dictionary: Any) -> list[Any]:
    """`dictionary.keys()`."""
    return keys_of(dictionary) if type(dictionary) is dict else typed_keys(dictionary)


def values(dictionary: Any) -> list[Any]:
    """`dictionary.values()`."""
    return list(dictionary.values()) if type(dictionary) is dict else typed_values(dictionary)


RUNTIME: dict[str, Any] = {
    # Python's own
    "@Exception": Exception,
    "@abs": abs,
    "@bool": bool,
    "@dict": dict,
    "@float": float,
    "@int": int,
    "@isinstance": isinstance,
    "@len": len,
    "@list": list,
    "@max": max,
    "@min": min,
    "@property": property,
    "@range": range,
    "@staticmethod": staticmethod,
    "staticmethod": staticmethod,
    "@str": str,
    "@super": super,
    "@type": type,
    # Operators
    "@add": operators.add,
    "@sub": operators.sub,
    "@mul": operators.mul,
    "@div": operators.div,
    "@mod": operators.mod,
    "@pow": operators.pow_,
    "@neg": operators.neg,
    "@pos": operators.pos,
    "@inv": operators.inv,
    "@shl": operators.shl,
    "@shr": operators.shr,
    "@band": operators.band,
    "@bor": operators.bor,
    "@bxor": operators.bxor,
    "@eq": operators.eq,
    "@ne": operators.ne,
    "@lt": operators.lt,
    "@le": operators.le,
    "@gt": operators.gt,
    "@ge": operators.ge,
    "@in": operators.contains,
    "@idiv": operators.idiv,
    "@imod": operators.imod,
    "@ipow": operators.ipow,
    "@ishl": operators.ishl,
    "@ishr": operators.ishr,
    "@fdiv": operators.fdiv,
    "@wrap": operators.wrap,
    "@format": operators.format_text,
    # Access and calls
    "@get": get,
    "@set": set_,
    "@index": index,
    "@set_index": set_index,
    "@is_packed": lambda value: isinstance(value, PackedArray),
    "@call": call,
    "@call_callable": call_callable,
    "@new": new,
    "@method": method,
    "@function": lambda name: Callable(global_function(name)),
    "@preload": preload,
    "@lambda": lambda_,
    "@missing": type("Missing", (), {"__slots__": (), "__repr__": lambda self: "<missing>"})(),
    # Types
    "@to_bool": fitting.to_bool,
    "@to_int": fitting.to_int,
    "@to_float": fitting.to_float,
    "@to_string": fitting.to_string,
    "@to_string_name": fitting.to_string_name,
    "@to_node_path": fitting.to_node_path,
    "@is_array": fitting.is_array,
    "@to_array": fitting.to_array,
    "@to_dictionary": fitting.to_dictionary,
    "@to_builtin": fitting.to_builtin,
    "@to_object": fitting.to_object,
    "@to_type": fitting.to_type,
    "@to_typed_array": fitting.to_typed_array,
    "@to_typed_dictionary": fitting.to_typed_dictionary,
    "@typed_array": fitting.typed_array,
    "@typed_dictionary": fitting.typed_dictionary,
    "@argument": fitting.argument,
    "@returned": fitting.returned,
    "@cast": fitting.cast,
    "@is_type": fitting.is_type,
    "@construct": construct,
    "@read_only": read_only,
    "@untyped_array": TypedArray,
    "@untyped_dictionary": TypedDictionary,
    "@key": key,
    "@keys": keys,
    "@values": values,
    "@unkey": unkey,
    # Loops and patterns
    "@iterate": iterate,
    "@step": step,
    "@range_values": range_values,
    "@match_equal": match_equal,
    "@match_array": match_array,
    "@match_dictionary": match_dictionary,
    # Errors, waiting, texts
    "@failed": failed,
    "@assert_failed": assert_failed,
    "@ScriptError": ScriptError,
    "@CallError": CallError,
    "@awaitable": awaitable,
    "@waitable": frozenset(WAITABLE),
    "@object_text": object_text,
    "@Signal": Signal,
    "@export": export,
    **NATIVE_METHODS,
    **{f"@String.{name}": function for name, function in STRING_STATICS.items()},
}
