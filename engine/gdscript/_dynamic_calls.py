"""`base.name(arguments)` where nothing is known of the base; also `new` of unknown classes.

Values have their methods in tables by exact type, which hold functions that take the value first.
These are called as they are; only when that fails are the arguments looked at, converted as Godot
does, or refused with its message.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import cache
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import TYPE_CHECKING, Any

from engine.core._array_methods import ARRAY_METHODS
from engine.core._dictionary_methods import DICTIONARY_METHODS
from engine.core._lazy import lazy
from engine.core._reflection import is_engine_class
from engine.core._script_error import CallError, ScriptError
from engine.core._text import text as text_of
from engine.core._type_of import type_of
from engine.core.callable import Callable as GodotCallable
from engine.core.object import Object
from engine.core.output import error
from engine.core.string_name import StringName
from engine.core.typed_array import TypedArray
from engine.core.typed_dictionary import TypedDictionary
from engine.core.variant_type import TYPE_CALLABLE, TYPE_OBJECT
from engine.gdscript import _diagnosis
from engine.gdscript._api import MethodFacts, builtin_facts, class_facts
from engine.gdscript._construction import convert, fits
from engine.gdscript._dynamic_access import renamed
from engine.gdscript._native_methods import (
    SCRIPT_NAME_METHODS,
    SCRIPT_STRING_METHODS,
    STAND_INS,
)
from engine.gdscript._value_names import builtin_name, described, engine_name

if TYPE_CHECKING:
    from engine.gdscript import _script_value
else:
    _script_value = lazy("engine.gdscript._script_value")

Methods = dict[str, Callable[..., Any]]
_NONE: Methods = {}
_METHODS: dict[type[Any], Methods] = {
    list: ARRAY_METHODS,
    TypedArray: ARRAY_METHODS,
    dict: DICTIONARY_METHODS,
    TypedDictionary: DICTIONARY_METHODS,
    str: SCRIPT_STRING_METHODS,
    StringName: SCRIPT_NAME_METHODS,
    int: _NONE,
    float: _NONE,
    bool: _NONE,
    type(None): _NONE,
}
_FUNCTIONS = (FunctionType, MethodType, BuiltinFunctionType)


def call(base: Any, name: str, *args: Any) -> Any:
    """`base.name(args)`."""
    methods = _METHODS.get(type(base))
    if methods is not None:
        method = methods.get(name)
        if method is None:
            raise no_function(base, name)
        try:
            return method(base, *args)
        except (TypeError, ValueError, AttributeError) as exception:
            return _again(base, name, method, args, exception)
    if isinstance(base, Object):
        by_name = _BY_NAME.get(name)
        if by_name is not None:
            return by_name(base, *args)
        return _call_method(base, name, args)
    return _call_value(base, name, args)


class NoFunctionError(ScriptError):
    """There is no such method."""


def no_function(base: Any, name: str) -> ScriptError:
    """The error for a method that there is not."""
    if name == "call" and not isinstance(base, (Object, type)):
        return ScriptError(f"Invalid call. Nonexistent function '{text_of(base)} (Callable)'.")
    return NoFunctionError(
        f"Invalid call. Nonexistent function '{name}' in base '{described(base)}'."
    )


def _again(
    base: Any, name: str, method: Callable[..., Any], args: tuple[Any, ...], exception: Exception
) -> Any:
    """Calls a method of a value with its arguments converted, when it failed as they were."""
    facts = _builtin_method(builtin_name(base), name)
    if facts is None:
        raise exception
    converted = fitted_arguments(facts, args, described(base))
    if converted == args and all(map(_same_type, converted, args)):
        raise exception
    return method(base, *converted)


def _same_type(one: Any, other: Any) -> bool:
    return type(one) is type(other)


@cache
def _builtin_method(kind: str, name: str) -> MethodFacts | None:
    facts = builtin_facts(kind)
    return facts.method(name) if facts is not None else None


def fitted_arguments(facts: MethodFacts, args: tuple[Any, ...], base: str) -> tuple[Any, ...]:
    """The arguments as a method of the engine's declares them.

    Raises:
        CallError: there are too few or too many, or one cannot be converted.
    """
    if len(args) < facts.least or -1 < facts.most < len(args):
        raise wrong_count(facts.name, base, facts.least if len(args) < facts.least else facts.most)
    converted = list(args)
    for number, (value, wanted) in enumerate(zip(args, facts.arguments, strict=False)):
        problem = argument_problem(value, wanted.type, number + 1)
        if problem:
            raise CallError(
                f"Invalid type in function '{facts.name}' in base '{base}'. {problem}", problem
            )
        given, kind = builtin_name(value), wanted.type
        if kind.kind == "enum":
            converted[number] = convert(value, "int", given)
        elif not (kind.is_variant or kind.is_object or kind.name == given):
            converted[number] = convert(value, kind.name, given)
    return tuple(converted)


def argument_problem(value: Any, wanted: Any, number: int) -> str:
    """Why a value is no argument of a type of the engine's; nothing when it is."""
    given = builtin_name(value)
    if wanted.is_variant:
        return ""
    if wanted.is_object:
        if given in ("Object", "Nil"):
            return ""
        return f"Cannot convert argument {number} from {given} to Object."
    name = "int" if wanted.kind == "enum" else wanted.name
    return "" if fits(name, given) else f"Cannot convert argument {number} from {given} to {name}."


def wrong_count(function: str, base: str, expected: int) -> CallError:
    """The error for a call with too few or too many arguments."""
    return CallError(
        f"Invalid call to function '{function}' in base '{base}'. Expected {expected} argument(s).",
        f"Method expected {expected} argument(s)",
    )


# Objects and other values -------------------------------------------------------------------------


def _call_value(base: Any, name: str, args: tuple[Any, ...]) -> Any:
    kind = type(base)
    if kind in STAND_INS:
        return call(STAND_INS[kind](base), name, *args)
    if isinstance(base, type):
        return _call_class(base, name, args)
    if kind in _FUNCTIONS:
        base = GodotCallable(base)
    if type_of(base) == TYPE_CALLABLE and name in ("call", "callv"):
        return call_callable(base, *(args if name == "call" else args[0]))
    if type_of(base) != TYPE_OBJECT and _builtin_method(builtin_name(base), name) is None:
        raise no_function(base, name)
    return _call_method(base, name, args)


def _call_method(base: Any, name: str, args: tuple[Any, ...]) -> Any:
    """A method of an object, or of a value with a class of its own."""
    try:
        method = getattr(base, renamed(type(base), name) if name[0] == "_" else name)
    except ReferenceError:
        raise no_function(base, name) from None
    except AttributeError:
        method = getattr(base, f"{name}_") if hasattr(type(base), f"{name}_") else None
    if not callable(method):
        raise no_function(base, name)
    try:
        return method(*args)
    except TypeError as exception:
        if exception.__traceback__ is None or exception.__traceback__.tb_next is not None:
            raise
        raise wrong_count(name, described(base), expected_count(method, len(args))) from None


def _call_by_name(base: Any, name: Any = "", *args: Any) -> Any:
    """`base.call(name, ...)`."""
    if not isinstance(name, str):
        problem = f"Cannot convert argument 1 from {builtin_name(name)} to StringName."
        text = f"Invalid type in function 'call' in base '{described(base)}'. {problem}"
        raise CallError(text, problem)
    try:
        return _call_method(base, str(name), args)
    except CallError as exception:
        text = str(exception).replace(f"function '{name}'", f"function '{name} (via call)'", 1)
        raise CallError(text, exception.problem) from None
    except NoFunctionError:
        shown = described(base)
        text = f"Invalid call. Nonexistent function '{name} (via call)' in base '{shown}'."
        raise ScriptError(text) from None


def _call_with_array(base: Any, name: Any = "", arguments: Any = ()) -> Any:
    """`base.callv(name, [...])`: a call that does not fit is only said."""
    args = tuple(arguments)
    try:
        known = _engine_method(base, str(name))
        if known is not None:
            args = fitted_arguments(known, args, described(base))
        return _call_method(base, str(name), args)
    except CallError as exception:
        problem = exception.problem
    except NoFunctionError:
        problem = "Method not found"
    if problem.startswith("Method expected"):
        if known is not None:
            problem = f"Method expected {len(known.arguments)} argument(s)"
        problem = f"{problem}, but called with {len(args)}"
    callable_ = f"{base._class_and_file()}::{name}"
    error(f"Error calling method from 'callv': '{callable_}': {problem.removesuffix('.')}.")
    return None


def _engine_method(base: Object, name: str) -> MethodFacts | None:
    """What is known of a method that was written in the engine."""
    facts = class_facts(engine_name(type(base)))
    known = facts.method(name) if facts is not None else None
    return known if is_engine_method(getattr(base, name, None)) else None


_BY_NAME = {"call": _call_by_name, "callv": _call_with_array}


def expected_count(method: Any, given: int) -> int:
    """How many arguments Godot says a method expects: the least when too few were given."""
    owner = getattr(method, "__self__", None)
    facts = class_facts(engine_name(type(owner))) if isinstance(owner, Object) else None
    known = facts.method(method.__name__) if facts is not None else None
    if known is not None and is_engine_method(method):
        return len(known.arguments)
    plain = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    parameters = [p for p in inspect.signature(method).parameters.values() if p.kind in plain]
    least = sum(p.default is p.empty for p in parameters)
    return least if given < least else len(parameters)


def is_engine_method(method: Any) -> bool:
    """Whether a method was written in the engine."""
    return str(getattr(method, "__module__", "")).startswith("engine.")


def call_callable(function: Any, *args: Any) -> Any:
    """`function.call(args)`."""
    if isinstance(function, GodotCallable):
        if function._resolve() is None:
            shown = function._text()
            if not shown.startswith("null::"):
                raise ScriptError(f"Invalid call. Nonexistent function '{shown} (Callable)'.")
            raise ScriptError(f"Attempt to call function '{shown} (Callable)' on a null instance.")
        method: Any = function.call
    else:
        method = function
    try:
        return method(*args)
    except CallError as exception:
        raise CallError(
            f"Invalid type in function '{_callable_text(function)} (Callable)'. "
            f"{exception.problem}",
            exception.problem,
        ) from None
    except TypeError as exception:
        if not _is_own_mistake(exception):
            raise
        target = function._resolve() if isinstance(function, GodotCallable) else function
        expected = expected_count(target, len(args))
        raise CallError(
            f"Invalid call to function '{_callable_text(function)} (Callable)'. Expected "
            f"{expected} argument(s).",
            f"Method expected {expected} argument(s)",
        ) from None


def _callable_text(function: Any) -> str:
    return str(function) if isinstance(function, GodotCallable) else GodotCallable(function)._text()


def _is_own_mistake(exception: TypeError) -> bool:
    """Whether a call could not be made, rather than that something in it went wrong."""
    traceback = exception.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    module = traceback.tb_frame.f_globals.get("__name__", "") if traceback is not None else ""
    return module in ("engine.core.callable", __name__)


# Classes ------------------------------------------------------------------------------------------


def _call_class(cls: type[Any], name: str, args: tuple[Any, ...]) -> Any:
    if name == "new":
        return new(cls, *args)
    if not is_engine_class(cls):
        return _script_value.script_call(cls, name, args)
    facts = class_facts(engine_name(cls))
    method = facts.method(name) if facts is not None else None
    if method is None or not method.static:
        raise no_function(cls, name)
    return getattr(cls, name)(*args)


def new(cls: Any, *args: Any) -> Any:
    """`cls.new(args)`."""
    if not isinstance(cls, type):
        return call(cls, "new", *args)
    try:
        return cls(*args)
    except TypeError as exception:
        below = exception.__traceback__.tb_next if exception.__traceback__ is not None else None
        facts = getattr(cls, "_gd_info", None)
        if facts is not None and cls is facts.cls:
            if facts.function("_init") is None:
                return cls()  # Godot passes over arguments that nobody takes
            expected = facts.expected_arguments(len(args))
            if expected >= 0:
                raise wrong_count("new", "GDScript", expected) from None
            raise
        if below is not None and below.tb_next is not None:
            raise
        raise wrong_count("new", described(cls), expected_count(cls, len(args))) from None


# Arguments of the engine's methods ----------------------------------------------------------------


def _check_engine_call(base: Any, method: str, arguments: list[Any]) -> str:
    """What is wrong with the arguments of a method of the engine's that has failed."""
    if isinstance(base, Object):
        facts = class_facts(engine_name(type(base)))
        known = facts.method(method) if facts is not None else None
    else:
        known = _builtin_method(builtin_name(base), method)
    for number, argument in enumerate(known.arguments if known is not None else ()):
        if number < len(arguments):
            problem = argument_problem(arguments[number], argument.type, number + 1)
            if problem:
                return problem
    return ""


_diagnosis.check_arguments_with(_check_engine_call, argument_problem)
