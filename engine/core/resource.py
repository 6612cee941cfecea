"""`Resource`: data that is shared: by scenes, by scripts, and by path."""

from __future__ import annotations

import random
import re
from enum import IntEnum
from typing import Any, ClassVar, Self

from engine.core import _resource_cache, output
from engine.core._resource_copies import INTERNAL, DeepCopies, shallow_copy
from engine.core.ref_counted import RefCounted
from engine.core.rid import RID
from engine.core.signal import Signal

_ID_CHARACTERS = "abcdefghijklmnopqrstuvwxy012345678"
_VALID_ID = re.compile(r"[A-Za-z0-9_]*").fullmatch
_random = random.Random()


class Resource(RefCounted):
    """The base of data containers: a scene, a table of settings, a class with exported variables.

    A resource with a path is found by that path as long as something holds it. One without a path,
    or with `::` in it, is built in: it belongs to the scene or resource that uses it.

    Signals: `changed`, which `emit_changed` emits, and `setup_local_to_scene_requested`.
    """

    __slots__ = (
        "_ids_for_paths",
        "_local_scene",
        "_resource_name",
        "_resource_path",
        "_scene_unique_id",
        "resource_local_to_scene",
    )

    class DeepDuplicateMode(IntEnum):
        """Which resources inside a resource `duplicate_deep` copies."""

        DEEP_DUPLICATE_NONE = 0
        DEEP_DUPLICATE_INTERNAL = 1
        DEEP_DUPLICATE_ALL = 2

    DEEP_DUPLICATE_NONE = DeepDuplicateMode.DEEP_DUPLICATE_NONE
    DEEP_DUPLICATE_INTERNAL = DeepDuplicateMode.DEEP_DUPLICATE_INTERNAL
    DEEP_DUPLICATE_ALL = DeepDuplicateMode.DEEP_DUPLICATE_ALL

    changed = Signal()
    setup_local_to_scene_requested = Signal()

    _stored: ClassVar[tuple[str, ...]] = ("resource_local_to_scene", "resource_name")

    _resource_name: str
    _resource_path: str
    _scene_unique_id: str
    _local_scene: Any
    _ids_for_paths: dict[str, str] | None
    resource_local_to_scene: bool

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._resource_name = self._resource_path = self._scene_unique_id = ""
        self._local_scene = self._ids_for_paths = None
        self.resource_local_to_scene = False
        return self

    # Virtuals ------------------------------------------------------------------------------------

    def _get_rid(self) -> RID:
        """The handle that `get_rid` gives."""
        return RID()

    def _reset_state(self) -> None:
        """Called by `reset_state`."""

    def _set_path_cache(self, path: str) -> None:
        """Called by `set_path_cache`."""

    def _setup_local_to_scene(self) -> None:
        """Called on a copy made for one instance of a scene, when that is complete."""

    # Path ----------------------------------------------------------------------------------------

    @property
    def resource_path(self) -> str:
        """The path by which it is found, or nothing; a path that is in use is refused."""
        return self._resource_path

    @resource_path.setter
    def resource_path(self, path: str) -> None:
        self._set_path(str(path), take_over=False)

    def set_path(self, path: str) -> None:
        """Sets `resource_path`."""
        self._set_path(str(path), take_over=False)

    def get_path(self) -> str:
        """The value of `resource_path`."""
        return self._resource_path

    def take_over_path(self, path: str) -> None:
        """Sets `resource_path`; a resource that has the path loses it."""
        self._set_path(str(path), take_over=True)

    def _set_path(self, path: str, *, take_over: bool) -> None:
        if path == self._resource_path:
            return
        if self._resource_path and _resource_cache.find(self._resource_path) is self:
            _resource_cache.forget(self._resource_path)
        self._resource_path = ""
        holder = _resource_cache.find(path) if path else None
        if holder is not None and not take_over:
            output.error(
                f"Another resource is loaded from path '{path}' (possible cyclic resource "
                "inclusion)."
            )
            return
        if holder is not None:
            holder._resource_path = ""
            holder._path_changed()
        self._resource_path = path
        if path:
            _resource_cache.remember(path, self)
        self._path_changed()

    def _path_changed(self) -> None:
        """For classes that hand the path on."""

    def set_path_cache(self, path: str) -> None:
        """Sets `resource_path` without having the resource found by it."""
        self._resource_path = str(path)
        self._set_path_cache(str(path))

    def is_built_in(self) -> bool:
        """Whether it belongs to the scene or resource that uses it, rather than to a file."""
        path = self._resource_path
        return not path or "::" in path or path.startswith("local://")

    # Name and ids --------------------------------------------------------------------------------

    @property
    def resource_name(self) -> str:
        """A name for people; a change emits `changed`."""
        return self._resource_name

    @resource_name.setter
    def resource_name(self, name: str) -> None:
        self._resource_name = str(name)
        self.emit_changed()

    def set_name(self, name: str) -> None:
        """Sets `resource_name`."""
        self.resource_name = name

    def get_name(self) -> str:
        """The value of `resource_name`."""
        return self._resource_name

    @property
    def resource_scene_unique_id(self) -> str:
        """Its id among the resources of a file: letters, digits and underscores."""
        return self._scene_unique_id

    @resource_scene_unique_id.setter
    def resource_scene_unique_id(self, id: str) -> None:
        text = str(id)
        if not _VALID_ID(text):
            output.error("The scene unique ID must contain only letters, numbers, and underscores.")
            text = self.generate_scene_unique_id()
        self._scene_unique_id = text

    def set_scene_unique_id(self, id: str) -> None:
        """Sets `resource_scene_unique_id`."""
        self.resource_scene_unique_id = id

    def get_scene_unique_id(self) -> str:
        """The value of `resource_scene_unique_id`."""
        return self._scene_unique_id

    @staticmethod
    def generate_scene_unique_id() -> str:
        """Five characters by chance: an id for a resource of a file."""
        return "".join(_random.choices(_ID_CHARACTERS, k=5))

    def set_id_for_path(self, path: str, id: str) -> None:
        """Keeps the id by which this resource refers to another one's path in its file."""
        if self._ids_for_paths is None:
            self._ids_for_paths = {}
        self._ids_for_paths[str(path)] = str(id)

    def get_id_for_path(self, path: str) -> str:
        """What `set_id_for_path` was told, or nothing."""
        return (self._ids_for_paths or {}).get(str(path), "")

    # Copies --------------------------------------------------------------------------------------

    def duplicate(self, deep: bool = False) -> Any:
        """A copy with the exported values, and without path and connections.

        Args:
            deep: whether arrays, dictionaries and built-in resources inside are copied, too;
                otherwise the copy shares them.
        """
        return DeepCopies(INTERNAL).copy(self) if deep else shallow_copy(self)

    def duplicate_deep(self, deep_subresources_mode: int = INTERNAL) -> Any:
        """A copy with copies of the arrays and dictionaries inside.

        Args:
            deep_subresources_mode: `DEEP_DUPLICATE_*`: which resources inside are copied.
        """
        return DeepCopies(deep_subresources_mode).copy(self)

    # Scenes --------------------------------------------------------------------------------------

    def set_local_to_scene(self, enable: bool) -> None:
        """Whether each instance of a scene gets a copy of its own."""
        self.resource_local_to_scene = bool(enable)

    def is_local_to_scene(self) -> bool:
        """Whether each instance of a scene gets a copy of its own."""
        return self.resource_local_to_scene

    def get_local_scene(self) -> Any:
        """The root of the scene that this copy was made for, or None."""
        return self._local_scene

    def setup_local_to_scene(self) -> None:
        """Emits `setup_local_to_scene_requested` and calls `_setup_local_to_scene`."""
        self._emit_if_heard("setup_local_to_scene_requested")
        self._setup_local_to_scene()

    # Others --------------------------------------------------------------------------------------

    def emit_changed(self) -> None:
        """Emits `changed`."""
        self._emit_if_heard("changed")

    def reset_state(self) -> None:
        """Calls `_reset_state`."""
        self._reset_state()

    def get_rid(self) -> RID:
        """The handle inside a server; there are none, so it is what `_get_rid` gives."""
        return self._get_rid()

    def _to_string(self) -> str:
        name = f"{self._resource_name} " if self._resource_name else ""
        return f"{name}({self._resource_path}):{super()._to_string()}"
