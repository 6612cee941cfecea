"""The methods of Godot's Array that call a function for each element.

A function that cannot be called with what it is given ends the method with an error message. What
is raised inside of the function is its own affair.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from engine.core._calls import problem_of
from engine.core._script_error import CallError
from engine.core.callable import Callable as GodotCallable
from engine.core.output import error
from engine.core.typed_array import TypedArray

Array = list[Any]
Function = Callable[..., Any]
_FAILED: Final = object()


def flat(method: Any) -> Function:
    """The plainest function that does what a callable does."""
    if isinstance(method, GodotCallable):
        return method._flat() or method.call
    return method  # type: ignore[no-any-return]


def calling_problem(method: Any, args: tuple[Any, ...], exception: Exception) -> str:
    """Why a call could not be made, in Godot's words; nothing when it was made, and failed."""
    if isinstance(method, GodotCallable) and method.is_null():
        return "'': Instance is null."
    if isinstance(exception, CallError):
        return f"'{_shown(method)}': {exception.problem}"
    if not isinstance(exception, TypeError):
        return ""
    problem = problem_of(method, args)
    return f"'{_shown(method)}': {problem.partition(': ')[2]}" if "': " in problem else problem


def _shown(method: Any) -> str:
    if not isinstance(method, GodotCallable) or method.is_standard():
        return str(method)
    target = method.get_object()
    owner = "GDScript" if target is None else target._class_and_file()
    return f"{owner}::{method.get_method()}"


def _called(name: str, method: Any, function: Function, *args: Any) -> Any:
    """What a function gives, or _FAILED after an error message."""
    try:
        result = function(*args)
    except (TypeError, CallError, RuntimeError) as exception:
        problem = calling_problem(method, args, exception)
        if not problem:
            raise
        error(f"Error calling method from '{name}': {problem}")
        return _FAILED
    return result


def map_(array: Array, method: Any) -> Array:
    """What a function makes of each element."""
    function = flat(method)
    made = []
    for value in list(array):
        result = _called("map", method, function, value)
        if result is _FAILED:
            return []
        made.append(result)
    return made


def filter_(array: Array, method: Any) -> Array:
    """The elements that a function says yes to."""
    function = flat(method)
    kept = []
    for value in list(array):
        answer = _called("filter", method, function, value)
        if answer is _FAILED:
            return like(array, ())
        if answer:
            kept.append(value)
    return like(array, kept)


def like(array: Array, values: Any) -> Array:
    """An array of the same type with other elements."""
    return array.like(values) if isinstance(array, TypedArray) else list(values)


def reduce(array: Array, method: Any, accum: Any = None) -> Any:
    """What is left when a function joins elements, from the first on."""
    function = flat(method)
    values = list(array)
    if accum is None and values:
        accum = values.pop(0)
    for value in values:
        accum = _called("reduce", method, function, accum, value)
        if accum is _FAILED:
            return None
    return accum


def any_(array: Array, method: Any) -> bool:
    """Whether a function says yes to an element."""
    return _first(array, method, "any", True) >= 0


def all_(array: Array, method: Any) -> bool:
    """Whether a function says yes to all elements."""
    function = flat(method)
    for value in list(array):
        answer = _called("all", method, function, value)
        if answer is _FAILED or not answer:
            return False
    return True


def _first(array: Array, method: Any, name: str, wanted: bool, start: int = 0) -> int:
    function = flat(method)
    for index in range(start, len(array)):
        answer = _called(name, method, function, array[index])
        if answer is _FAILED:
            return -1
        if bool(answer) is wanted:
            return index
    return -1


def find_custom(array: Array, method: Any, from_: int = 0) -> int:
    """The first index, from a place on, whose element a function says yes to; or -1."""
    return -1 if from_ < 0 else _first(array, method, "find_custom", True, from_)


def rfind_custom(array: Array, method: Any, from_: int = -1) -> int:
    """The last index, up to a place, whose element a function says yes to; or -1."""
    function = flat(method)
    begin = from_ + len(array) if from_ < 0 else from_
    if not 0 <= begin < len(array):
        begin = len(array) - 1
    for index in range(begin, -1, -1):
        answer = _called("rfind_custom", method, function, array[index])
        if answer is _FAILED:
            return -1
        if answer:
            return index
    return -1


def comparing(method: Any) -> Callable[[Any, Any], bool]:
    """A function that tells order from a callable; one that cannot be called says no."""
    function = flat(method)

    def before(x: Any, y: Any) -> bool:
        try:
            return bool(function(x, y))
        except (TypeError, CallError, RuntimeError) as exception:
            problem = calling_problem(method, (x, y), exception)
            if not problem:
                raise
            error(f"Error calling compare method: {problem.removesuffix('.')}")
            return False

    return before


FUNCTIONAL_METHODS: dict[str, Callable[..., Any]] = {
    "map": map_,
    "filter": filter_,
    "reduce": reduce,
    "any": any_,
    "all": all_,
    "find_custom": find_custom,
    "rfind_custom": rfind_custom,
}
