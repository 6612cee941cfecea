"""Lambdas and methods as values."""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from inspect import signature
from typing import Any

from engine.core._calls import is_async
from engine.core.callable import Callable
from engine.core.coroutine import start
from engine.core.object import Object
from engine.core.output import error


class Lambda(Callable):
    """A function inside a function, with what it captured."""

    __slots__ = ("_captured", "call")
    call: PyCallable[..., Any]  # the function itself: calling it asks nothing first

    def __init__(self, function: PyCallable[..., Any], owner: Any = None) -> None:
        super().__init__(function)
        self._captured = owner
        if is_async(function):
            self._function = _started(function, owner)
        kept = function.__kwdefaults__
        if kept:
            objects = {
                name: (number, value)
                for number, (name, value) in enumerate(
                    (name, value) for name, value in kept.items() if name != "self"
                )
                if isinstance(value, Object)
            }
            if objects:
                self._function = _watched(self._function, objects)
        assert self._function is not None
        self.call = self._function

    def _text(self) -> str:
        name = self._name
        return f"{'<anonymous lambda>' if name in ('', '<lambda>') else name}(lambda)"

    def _target(self) -> Any:
        return self._captured


def _started(function: PyCallable[..., Any], owner: Any) -> PyCallable[..., Any]:
    """A lambda that waits begins when it is called."""

    def begin(*args: Any) -> Any:
        return start(function(*args), owner)

    begin.__name__ = function.__name__
    return begin


def _watched(function: Any, objects: dict[str, tuple[int, Any]]) -> PyCallable[..., Any]:
    """A lambda that captured objects, which may be freed before it is called."""

    def call(*args: Any) -> Any:
        gone: dict[str, None] = {}
        for name, (number, value) in objects.items():
            if type(value)._freed:
                error(f'Lambda capture at index {number} was freed. Passed "null" instead.')
                gone[name] = None
        return function(*args, **gone)

    call.__name__ = function.__name__
    call.__signature__ = signature(function)  # type: ignore[attr-defined]
    return call


def lambda_(function: PyCallable[..., Any], owner: Any = None) -> Callable:
    """The value of a lambda.

    Args:
        function: what it does.
        owner: the `self` that it uses; None when it uses none.
    """
    return Lambda(function, owner)
