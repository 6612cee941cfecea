"""Resources by path: one that has a path is found by it for as long as something holds it.

What is not here has to be read from a file, which is the business of `ResourceLoader`: it lies in a
higher layer and is found by its public name. A test may set `read_file` instead.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable as PyCallable
from typing import TYPE_CHECKING, Any

from engine.core._public_names import public

if TYPE_CHECKING:
    from engine.core.resource import Resource

_cached: weakref.WeakValueDictionary[str, Resource] = weakref.WeakValueDictionary()
read_file: PyCallable[[str], Any] | None = None


def find(path: str) -> Resource | None:
    """The resource with a path, if it is in use."""
    return _cached.get(path)


def remember(path: str, resource: Resource) -> None:
    """Has a resource found by a path, in place of any other."""
    _cached[path] = resource


def forget(path: str) -> None:
    """Has nothing found by a path."""
    _cached.pop(path, None)


def load(path: str, type_hint: str = "") -> Any:
    """The resource with a path, in use or from its file; None, with error messages, without one."""
    found: Any = find(path)
    if found is None and read_file is not None:
        found = read_file(path)
    if found is None:
        found = public("ResourceLoader").load(path, type_hint)
    return found
