"""Helpers of compiled functions besides those of `_runtime`.

They are Python's own functions, and the methods of strings by name (`@String.to_upper`).
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from engine.core._string_methods import STRING_METHODS
from engine.core.coroutine import Coroutine
from engine.core.signal import Signal


class _Ready:
    """What stands for a plain value after `await`: it is there at once."""

    __slots__ = ("_value",)

    def __init__(self, value: Any) -> None:
        self._value = value

    def __await__(self) -> Generator[Any, Any, Any]:
        return self._value
        yield


def awaitable(value: Any) -> Any:
    """What Python can await: signals and started functions as they are, others as they come."""
    if isinstance(value, (Signal, Coroutine)):
        return value
    return _Ready(value)


class _Missing:
    """Marks a parameter that was not given."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "<default>"


MISSING = _Missing()

COMPILER_RUNTIME: dict[str, Any] = {
    "@Exception": Exception,
    "@abs": abs,
    "@awaitable": awaitable,
    "@bool": bool,
    "@dict": dict,
    "@float": float,
    "@int": int,
    "@isinstance": isinstance,
    "@len": len,
    "@list": list,
    "@max": max,
    "@min": min,
    "@missing": MISSING,
    "@property": property,
    "@range": range,
    "@str": str,
    "@type": type,
    **{f"@String.{name}": function for name, function in STRING_METHODS.items()},
}
