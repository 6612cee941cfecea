"""Copies of resources: of one alone, with what it contains, or for one instance of a scene."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core._script_instances import made_without_arguments
from engine.core._stored_values import alike, copied_if_packed, read, stored_names, write

if TYPE_CHECKING:
    from engine.core.resource import Resource

INTERNAL, ALL = 1, 2


def is_resource(value: Any) -> bool:
    """Whether a value is a resource; asked of its class, as it may be a freed object."""
    return hasattr(type(value), "resource_local_to_scene")


def shallow_copy(resource: Resource) -> Any:
    """A copy that shares arrays, dictionaries and resources with the original."""
    copy = made_without_arguments(type(resource))
    for name in stored_names(resource):
        write(copy, name, read(resource, name))
    return copy


class DeepCopies:
    """Copies with the containers in them, and with some or all of the resources in those.

    Args:
        mode: `DEEP_DUPLICATE_*`: which resources besides the first one are copied.

    A resource that is met again is copied once.
    """

    def __init__(self, mode: int) -> None:
        self._mode = mode
        self._done: dict[int, Any] = {}

    def copy(self, resource: Resource) -> Any:
        """The copy of a resource."""
        found = self._done.get(id(resource))
        if found is None:
            found = self._done[id(resource)] = made_without_arguments(type(resource))
            for name in stored_names(resource):
                write(found, name, self._value(read(resource, name)))
        return found

    def _value(self, value: Any) -> Any:
        if isinstance(value, list):
            return alike(value, [self._value(item) for item in value])
        if isinstance(value, dict):
            return alike(value, {self._value(k): self._value(v) for k, v in value.items()})
        if is_resource(value):
            wanted = self._mode == ALL or (self._mode == INTERNAL and value.is_built_in())
            return self.copy(value) if wanted else value
        return copied_if_packed(value)


class SceneCopies:
    """Copies for one instance of a scene: of resources that are local to it, and of containers.

    Args:
        scene: the root of the instance.

    As in Godot, a node's containers are copied one level deep: what lies in an array in an array is
    shared. Those of a copied resource are copied with all that is in them.
    """

    def __init__(self, scene: Any) -> None:
        self._scene = scene
        self._done: dict[int, Any] = {}

    def own(self, value: Any) -> Any:
        """The value as the instance gets it."""
        if isinstance(value, list):
            return alike(value, [self._item(item) for item in value])
        if isinstance(value, dict):
            return alike(value, {self._item(k): self._item(v) for k, v in value.items()})
        return copied_if_packed(self._item(value))

    def _item(self, value: Any) -> Any:
        return self._copy(value) if is_resource(value) and value.resource_local_to_scene else value

    def _copy(self, resource: Resource) -> Any:
        found = self._done.get(id(resource))
        if found is None:
            found = self._done[id(resource)] = made_without_arguments(type(resource))
            found._local_scene = self._scene
            for name in stored_names(resource):
                write(found, name, self._inside(read(resource, name)))
        return found

    def _inside(self, value: Any) -> Any:
        if isinstance(value, list):
            return alike(value, [self._inside(item) for item in value])
        if isinstance(value, dict):
            return alike(value, {self._inside(k): self._inside(v) for k, v in value.items()})
        return copied_if_packed(self._item(value))

    def set_up(self) -> None:
        """Tells the copied resources that their scene is complete."""
        for copy in self._done.values():
            copy.setup_local_to_scene()
