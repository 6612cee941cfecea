"""Calls with arguments that came from elsewhere.

The arguments are converted to the types that a method declares where Godot does so, and refused
otherwise, so that a method finds what it asks for. GDScript's functions see to that themselves; for
those of Python it is read from their annotations: `int`, `float`, `bool`, `str`, `bytes`, `list`,
`dict`, the engine's value types, and classes of objects. Others say nothing.
"""

from __future__ import annotations

import re
import sys
import typing
from collections.abc import Callable
from contextlib import suppress
from types import FunctionType, MethodType, UnionType
from typing import Any

from engine.core import output
from engine.core import variant_type as t
from engine.core._calls import class_and_file, problem_of
from engine.core._element_type import REFUSED, ElementType, element_type
from engine.core._lazy import lazy
from engine.core._script_error import CallError
from engine.core._type_functions import type_string
from engine.core._type_of import annotated_type, type_of
from engine.core.object import Object

if typing.TYPE_CHECKING:
    import inspect
else:
    inspect = lazy("inspect")

# What scripts say of objects and typed containers of other types, and calls by name do not.
_TYPED = re.compile(r"The (array|dictionary|Object).* of argument (\d+) \((\w+).*")


class Declared:
    """What a function declares of its arguments.

    Args:
        elements: the types, None for what may be anything.

    Attributes:
        usual: types of arguments that fit as they are: those that were found to do so last.
    """

    __slots__ = ("_elements", "usual")

    def __init__(self, elements: tuple[ElementType | None, ...]) -> None:
        self._elements = elements
        self.usual: list[type[Any]] | None = None

    def fit(self, arguments: list[Any]) -> str:
        """Makes arguments fit, in place.

        Returns:
            What is wrong with one that does not, in Godot's words; nothing when all do.
        """
        types = [*map(type, arguments)]
        if types == self.usual:  # whether a value fits as it is depends on its class alone
            return ""
        converted = False
        for number, element in enumerate(self._elements[: len(arguments)]):
            if element is None or types[number] is element.exact:
                continue
            value = arguments[number]
            fitted = element.converted(value)
            if fitted is REFUSED:
                given, name = type_string(type_of(value)), type_string(element.builtin)
                return f"Cannot convert argument {number + 1} from {given} to {name}"
            if fitted is not value:
                arguments[number] = fitted
                converted = True
        if not converted:
            self.usual = types
        return ""


def declared(function: Callable[..., Any] | None) -> Declared | None:
    """What a function of Python declares of its arguments; None when it declares nothing."""
    plain = inspect.unwrap(function) if function is not None else None
    if not isinstance(plain, FunctionType) or plain.__module__.startswith(("res://", "engine.")):
        return None
    kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    parameters = [p for p in inspect.signature(plain).parameters.values() if p.kind in kinds]
    hints = _hints(plain)
    found = tuple(_element(hints.get(parameter.name)) for parameter in parameters[1:])
    return Declared(found) if any(found) else None


def _hints(function: FunctionType) -> dict[str, Any]:
    """The annotations; as they are written where they cannot be understood at run time."""
    space = vars(sys.modules[function.__module__]) if function.__module__ in sys.modules else {}
    hints = {}
    for name, annotation in function.__annotations__.items():
        hints[name] = annotation
        if isinstance(annotation, str):
            with suppress(Exception):  # a name that is there for type checkers only
                hints[name] = eval(annotation, space)
    return hints


def _element(annotation: Any) -> ElementType | None:
    if typing.get_origin(annotation) in (typing.Union, UnionType):
        inner = [one for one in typing.get_args(annotation) if one is not type(None)]
        one = _element(inner[0]) if len(inner) == 1 else None
        return one if one is not None and one.builtin == t.TYPE_OBJECT else None
    kind = typing.get_origin(annotation) or annotation
    if isinstance(kind, type) and issubclass(kind, Object):
        return element_type(t.TYPE_OBJECT, kind)
    number = annotated_type(kind)
    return element_type(number) if number != t.TYPE_NIL else None


def call(owner: Any, function: Callable[..., Any], arguments: list[Any]) -> str:
    """Calls a method of an object.

    Args:
        owner: the object.
        function: the function of its class.
        arguments: the arguments.

    Returns:
        Why the call could not be made, in Godot's words; nothing when it was.
    """
    try:
        function(owner, *arguments)
    except Exception as exception:
        return problem_after(exception, owner, function, arguments)
    return ""


def problem_after(
    exception: Exception, owner: Any, function: Callable[..., Any], arguments: list[Any]
) -> str:
    """What `call` gives after an exception, which is reported if it came from inside the method.

    Args:
        exception: as it was caught by who made the call.
        owner: the object.
        function: the function of its class.
        arguments: the arguments.
    """
    if isinstance(exception, CallError):
        problem = _TYPED.sub(_of_typed, exception.problem).removesuffix(".")
        return f"'{class_and_file(type(owner))}::{function.__name__}': {problem}"
    traceback = exception.__traceback__
    if isinstance(exception, TypeError) and traceback is not None and traceback.tb_next is None:
        problem = problem_of(MethodType(function, owner), tuple(arguments))
        if problem:
            return problem.removesuffix(".")
    output.script_error(exception)
    return ""


def _of_typed(found: re.Match[str]) -> str:
    kind, number, given = found.groups()
    if kind == "Object":
        given = kind
    return f"Cannot convert argument {number} from {given} to {kind.capitalize()}"
