"""Deep copies of arrays and dictionaries."""

from __future__ import annotations

from typing import Any

from engine.core._keys import key, unkey
from engine.core._resource_copies import DeepCopies, is_resource
from engine.core.output import error
from engine.core.packed_array import PackedArray
from engine.core.typed_array import TypedArray
from engine.core.typed_dictionary import TypedDictionary

_DEEPEST = 100


def deep_copy(container: Any, subresources: int = 0) -> Any:
    """A copy with copies of the containers in it.

    Args:
        container: an array or dictionary.
        subresources: `DEEP_DUPLICATE_*`: which resources in it are copied, too.
    """
    return _Copying(subresources).copy(container, 0)


class _Copying:
    def __init__(self, subresources: int) -> None:
        self._subresources = subresources
        self._resources = DeepCopies(subresources)

    def copy(self, value: Any, depth: int) -> Any:
        if depth > _DEEPEST:
            error("Max recursion reached")
            return value
        if isinstance(value, (list, tuple)) and not isinstance(value, PackedArray):
            values = [self.copy(one, depth + 1) for one in value]
            return value.like(values) if isinstance(value, TypedArray) else values
        if isinstance(value, dict):
            pairs = {
                key(self.copy(unkey(k), depth + 1)): self.copy(v, depth + 1)
                for k, v in value.items()
            }
            return value.like(pairs) if isinstance(value, TypedDictionary) else pairs
        if isinstance(value, PackedArray):
            return value.duplicate()
        if self._subresources and is_resource(value):
            wanted = self._subresources == 2 or value.is_built_in()
            return self._resources.copy(value) if wanted else value
        return value
