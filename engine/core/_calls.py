"""What can be told of a Python callable: its object, its text, and why a call did not fit."""

from __future__ import annotations

import functools
import os
import sys
from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any

from engine.core._lazy import lazy
from engine.core._script_error import CallError

if TYPE_CHECKING:
    import inspect
else:
    inspect = lazy("inspect")

_IS_COROUTINE_FUNCTION = 0x80  # CO_COROUTINE


def class_and_file(cls: type[Any], by_file: bool = False) -> str:
    """A class as Godot writes it in callables: `Node(door.py)`, or `Node` for one of the engine.

    Args:
        cls: the class.
        by_file: name the file even where a GDScript has a `class_name`, as signals do.
    """
    name = str(getattr(cls, "_class_name", cls.__name__))
    if cls.__module__.startswith("engine."):
        return name
    facts = vars(cls).get("_gd_info")
    if facts is not None:
        title = facts.title(by_file)
        return f"{name}({title})" if title else name
    path = getattr(sys.modules.get(cls.__module__), "__file__", None)
    return f"{name}({os.path.basename(path)})" if path else name


def target_of(function: Any) -> Any:
    """The engine object that a callable belongs to: its `self`, bound or captured; or None."""
    if type(function) is MethodType:  # the most common by far
        return function.__self__ if _is_object(function.__self__) else None
    target_method = getattr(function, "_target", None)
    if target_method is not None:
        return target_method()
    if isinstance(function, functools.partial):
        return target_of(function.func)
    if isinstance(function, FunctionType) and "self" in function.__code__.co_freevars:
        cell = (function.__closure__ or ())[function.__code__.co_freevars.index("self")]
        try:
            held = cell.cell_contents
        except ValueError:
            return None
        return held if _is_object(held) else None
    return None


def _is_object(value: Any) -> bool:
    return hasattr(type(value), "_notification_chain")


def is_async(function: Any) -> bool:
    """Whether it is an `async def` function or method."""
    code = getattr(getattr(function, "__func__", function), "__code__", None)
    return code is not None and bool(code.co_flags & _IS_COROUTINE_FUNCTION)


def text_of(function: Any) -> str:
    """A callable as Godot prints it: `Node(door.py)::open`, `open(lambda)`."""
    describe = getattr(function, "_text", None)
    if describe is not None:
        return str(describe())
    if isinstance(function, MethodType):
        owner = function.__self__
        if not _is_object(owner):
            return f"{type(owner).__name__}::{function.__name__}"
        if getattr(type(owner), "_freed", False):
            return f"null::{function.__name__}"
        return f"{method_place(owner, function.__name__)}::{function.__name__}"
    if isinstance(function, functools.partial):
        return text_of(function.func)
    name = getattr(function, "__name__", type(function).__name__)
    return "<anonymous lambda>(lambda)" if name == "<lambda>" else f"{name}(lambda)"


def method_place(owner: Any, name: str) -> str:
    """The class that a method is shown with: that of the script, or the engine's own."""
    return class_and_file(type(owner))


def problem_of(
    function: Any,
    args: tuple[Any, ...],
    shown: Any = None,
    exception: BaseException | None = None,
) -> str:
    """Why `function(*args)` could not be made, in Godot's words; nothing when it could.

    Args:
        function: what was called.
        args: with what.
        shown: what is named in its place.
        exception: what the call raised.
    """
    if isinstance(exception, CallError):
        return f"'{text_of(shown or function)}': {exception.problem}"
    too_few = problem_of_unbinding(function, args)
    if too_few:
        return f"{too_few}."
    problem = _problem_with_arguments(function, args)
    return f"'{text_of(shown or function)}': {problem}" if problem else ""


def problem_of_unbinding(function: Any, args: tuple[Any, ...]) -> str:
    """What is wrong when a callable is to drop more arguments than there are."""
    unbound = getattr(function, "_unbound", 0)
    if unbound > len(args):
        return f"Callable unbinds {unbound} arguments, but called with {len(args)}"
    return ""


def _problem_with_arguments(function: Any, args: tuple[Any, ...]) -> str:
    parts = getattr(function, "_call_parts", None)
    if parts is not None:
        function, args = parts(args)
        if function is None:
            return "Method not found."
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return ""
    try:
        signature.bind(*args)
    except TypeError:
        expected = _expected(signature, len(args))
        return f"Method expected {expected} argument(s), but called with {len(args)}."
    return ""


def argument_count(function: Any) -> int:
    """How many arguments a function takes at most, `self` left out."""
    try:
        return _expected(inspect.signature(function), sys.maxsize)
    except (TypeError, ValueError):
        return 0


def _expected(signature: inspect.Signature, given: int) -> int:
    """The number Godot names: the least when too few were given, else the most."""
    plain = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    parameters = [p for p in signature.parameters.values() if p.kind in plain]
    least = sum(p.default is p.empty for p in parameters)
    return least if given < least else len(parameters)
