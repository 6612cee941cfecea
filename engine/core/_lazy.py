"""Modules that are loaded when something of them is first used.

The parts of the engine that every tree needs are few; a tree should not load the rest. `lazy`
stands in for a module until then:

    if TYPE_CHECKING:
        from engine.core import _reflection
    else:
        _reflection = lazy("engine.core._reflection")
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any


class _LazyModule:
    """Looks like the module, and loads it at the first look."""

    def __init__(self, name: str) -> None:
        self._module_name = name

    def __getattr__(self, name: str) -> Any:
        value = getattr(import_module(self._module_name), name)
        setattr(self, name, value)  # the next time it is a plain attribute
        return value


def lazy(name: str) -> Any:
    """A stand-in for a module, or the module itself if it is loaded already."""
    return sys.modules.get(name) or _LazyModule(name)
