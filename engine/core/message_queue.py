"""Deferred calls: made now, run at the next point where the frame flushes them.

Each tree has a queue, which is the current one while the tree runs. What is deferred while no tree
runs waits in a queue of its own for the next flush of any tree.
"""

from __future__ import annotations

import weakref
from collections import deque
from collections.abc import Callable as PyCallable
from types import CoroutineType, MethodType
from typing import Any

from engine.core import output
from engine.core._calls import problem_of, target_of
from engine.core._script_error import CallError
from engine.core.coroutine import start

_Call = tuple[PyCallable[..., Any], tuple[Any, ...]]


class MessageQueue:
    """Calls in the order in which they were deferred."""

    __slots__ = ("_calls",)

    def __init__(self) -> None:
        self._calls: deque[_Call] = deque()

    def push(self, function: PyCallable[..., Any], args: tuple[Any, ...]) -> None:
        """Adds a call; a `RefCounted` that it belongs to is not kept alive by it."""
        self._calls.append((_hold_weakly(function), args))

    def flush(self) -> None:
        """Runs all calls, and those that they add, until none is left."""
        calls = self._calls
        while calls:
            function, args = calls.popleft()
            run_deferred(function, args)

    def __len__(self) -> int:
        return len(self._calls)


class _WeakMethod:
    """A method of a `RefCounted` that may be gone when its turn comes."""

    __slots__ = ("_method",)

    def __init__(self, method: MethodType) -> None:
        self._method = weakref.WeakMethod(method)

    def __call__(self, *args: Any) -> Any:
        method = self._method()
        return None if method is None else method(*args)


def _hold_weakly(function: PyCallable[..., Any]) -> PyCallable[..., Any]:
    if isinstance(function, MethodType):
        owner = function.__self__
        if getattr(owner, "_ref_counted", False):
            return _WeakMethod(function)
    return function


def run_deferred(function: PyCallable[..., Any], args: tuple[Any, ...]) -> None:
    """Makes one deferred call, unless its object is gone; errors are reported."""
    target = target_of(function)
    if target is None:
        if isinstance(getattr(function, "_owner", None), weakref.ref):
            return  # it belonged to a RefCounted that is gone
    elif type(target)._freed:
        return
    try:
        result = function(*args)
        if isinstance(result, CoroutineType):
            start(result, target)
    except (TypeError, CallError) as exception:
        problem = problem_of(function, args, exception=exception)
        if problem:
            output.error(f"Error calling deferred method: {problem}")
        else:
            output.script_error(exception)
    except Exception as exception:
        output.script_error(exception)


_between_trees = MessageQueue()
_current: list[MessageQueue] = [_between_trees]


def push(function: PyCallable[..., Any], args: tuple[Any, ...] = ()) -> None:
    """Defers a call to the next flush of the tree that runs, or of the next one that does."""
    _current[-1].push(function, args)


class running:  # noqa: N801
    """While it is open, deferred calls go to `queue`, behind those made between trees."""

    __slots__ = ("_queue",)

    def __init__(self, queue: MessageQueue) -> None:
        self._queue = queue

    def __enter__(self) -> None:
        if _between_trees._calls:
            self._queue._calls.extend(_between_trees._calls)
            _between_trees._calls.clear()
        _current.append(self._queue)

    def __exit__(self, *problem: object) -> None:
        _current.pop()
