"""Lambdas and methods as values."""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from typing import Any

from engine.core.callable import Callable
from engine.core.coroutine import start
from engine.core._calls import is_async


class Lambda(Callable):
    """A function inside a function, with what it captured."""

    __slots__ = ("_captured",)

    def __init__(self, function: PyCallable[..., Any], owner: Any = None) -> None:
        super().__init__(function)
        self._captured = owner
        if is_async(function):
            self._function = _started(function, owner)

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


def lambda_(function: PyCallable[..., Any], owner: Any = None) -> Callable:
    """The value of a lambda.

    Args:
        function: what it does.
        owner: the `self` that it uses; None when it uses none.
    """
    return Lambda(function, owner)
