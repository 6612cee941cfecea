"""Methods of the values that Python has classes for, as functions of their own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from engine.core._array_methods import ARRAY_METHODS
from engine.core._dictionary_methods import DICTIONARY_METHODS
from engine.core._string_methods import STRING_METHODS


def method_of(value: Any, name: str) -> Callable[..., Any] | None:
    """A method of an array, dictionary or text; None when it has none of that name."""
    methods = STRING_METHODS if isinstance(value, str) else _container_methods(value)
    found = methods.get(name)
    return None if found is None else partial(found, value)


def _container_methods(value: Any) -> dict[str, Callable[..., Any]]:
    return DICTIONARY_METHODS if isinstance(value, dict) else ARRAY_METHODS
