"""`ResourceLoader`: resources from files."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from engine.core import _resource_cache, output
from engine.core._string_methods_paths import simplify_path
from engine.core.error import OK, Error
from engine.core.object import Object
from engine.core.packed_string_array import PackedStringArray
from engine.core.project_settings import ProjectSettings
from engine.core.resource_uid import ResourceUID
from engine.scene._resource_formats import (
    IGNORE,
    IGNORE_DEEP,
    REPLACE,
    REPLACE_DEEP,
    ResourceFormat,
    file_of,
    formats,
    is_file,
)
from engine.scene._scripted_format import ScriptedFormat
from engine.scene.resource_format_loader import ResourceFormatLoader

__all__ = ["ResourceLoader"]

_MISSING = object()


class _ResourceLoader(Object):
    """Reads resources from files, each once as long as it is in use. There is one of it."""

    class ThreadLoadStatus(IntEnum):
        """How far `load_threaded_request` has come."""

        THREAD_LOAD_INVALID_RESOURCE = 0
        THREAD_LOAD_IN_PROGRESS = 1
        THREAD_LOAD_FAILED = 2
        THREAD_LOAD_LOADED = 3

    class CacheMode(IntEnum):
        """What becomes of resources that are in use already."""

        CACHE_MODE_IGNORE = 0
        CACHE_MODE_REUSE = 1
        CACHE_MODE_REPLACE = 2
        CACHE_MODE_IGNORE_DEEP = 3
        CACHE_MODE_REPLACE_DEEP = 4

    THREAD_LOAD_INVALID_RESOURCE = ThreadLoadStatus.THREAD_LOAD_INVALID_RESOURCE
    THREAD_LOAD_IN_PROGRESS = ThreadLoadStatus.THREAD_LOAD_IN_PROGRESS
    THREAD_LOAD_FAILED = ThreadLoadStatus.THREAD_LOAD_FAILED
    THREAD_LOAD_LOADED = ThreadLoadStatus.THREAD_LOAD_LOADED
    CACHE_MODE_IGNORE = CacheMode.CACHE_MODE_IGNORE
    CACHE_MODE_REUSE = CacheMode.CACHE_MODE_REUSE
    CACHE_MODE_REPLACE = CacheMode.CACHE_MODE_REPLACE
    CACHE_MODE_IGNORE_DEEP = CacheMode.CACHE_MODE_IGNORE_DEEP
    CACHE_MODE_REPLACE_DEEP = CacheMode.CACHE_MODE_REPLACE_DEEP

    _class_name = "ResourceLoader"

    def __init__(self) -> None:
        super().__init__()
        self._requested: dict[str, Any] = {}
        self._loading: dict[str, None] = {}

    # Loading -------------------------------------------------------------------------------------

    def load(self, path: str, type_hint: str = "", cache_mode: int = 1) -> Any:
        """The resource in a file; None, with error messages, where there is none.

        Args:
            path: `res://...`, `user://...`, `uid://...`, or relative to the project.
            type_hint: the class that is expected; only formats that know it are asked.
            cache_mode: `CACHE_MODE_*`.
        """
        place = self._place(path)
        if place is None:
            return None
        mode = int(cache_mode)
        if mode not in (IGNORE, IGNORE_DEEP, REPLACE, REPLACE_DEEP):
            cached = _resource_cache.find(place)
            if cached is not None:
                return cached
        if place in self._loading:  # it contains itself
            return None
        self._loading[place] = None
        try:
            return self._read(place, str(type_hint), mode)
        finally:
            del self._loading[place]

    def _place(self, path: str) -> str | None:
        """The `res://` path that is meant; None, with an error, when that cannot be told."""
        text = str(path)
        if text.startswith("uid://"):
            found = ResourceUID.ensure_path(text)
            if not found:
                output.error(
                    'Condition "local_path.is_empty()" is true. Returning: '
                    "Ref<ResourceLoader::LoadToken>()"
                )
                return None
            return found
        if "://" in text:
            return simplify_path(text)
        return str(ProjectSettings.localize_path(text)) if text else ""

    def _read(self, path: str, hint: str, mode: int) -> Any:
        known = False
        for one in formats():
            if one.recognizes(path, hint):
                known = True
                found = one.load(path, mode)
                if found is not None:
                    return found
        expected = hint or "unknown"
        if known:
            output.error(f"Failed loading resource: {path}.")
        elif not is_file(path):
            output.error(f"Resource file not found: {path} (expected type: {expected})")
        else:
            output.error(f"No loader found for resource: {path} (expected type: {expected})")
        return None

    # In the background ---------------------------------------------------------------------------

    def load_threaded_request(
        self,
        path: str,
        type_hint: str = "",
        use_sub_threads: bool = False,
        cache_mode: int = 1,
    ) -> Error:
        """Asks for a resource that `load_threaded_get` is to give; it is loaded at once."""
        self._requested[str(path)] = self.load(path, type_hint, cache_mode)
        return OK

    def load_threaded_get_status(
        self,
        path: str,
        progress: list[Any] | None = None,
    ) -> ThreadLoadStatus:
        """`THREAD_LOAD_LOADED` or `THREAD_LOAD_FAILED` for what was asked for.

        Args:
            path: as it was asked for.
            progress: a list whose element becomes how much is done, from 0 to 1.
        """
        found = self._requested.get(str(path), _MISSING)
        done = 0.0 if found is _MISSING or found is None else 1.0
        if progress is not None:
            progress[:] = [done]
        if found is _MISSING:
            return self.THREAD_LOAD_INVALID_RESOURCE
        return self.THREAD_LOAD_FAILED if found is None else self.THREAD_LOAD_LOADED

    def load_threaded_get(self, path: str) -> Any:
        """The resource that was asked for."""
        found = self._requested.pop(str(path), _MISSING)
        if found is _MISSING:
            output.error("Bug in ResourceLoader logic, please report.")
            return None
        return found

    # About files ---------------------------------------------------------------------------------

    def exists(self, path: str, type_hint: str = "") -> bool:
        """Whether there is a file of a known kind, or a resource in use, with a path."""
        place = self._quiet_place(path)
        if _resource_cache.find(place) is not None:
            return True
        hint = str(type_hint)
        return any(one.recognizes(place, hint) and one.exists(place) for one in formats())

    def _quiet_place(self, path: str) -> str:
        text = str(path)
        if text.startswith("uid://"):
            return ResourceUID.ensure_path(text)
        return self._place(text) or ""

    def has_cached(self, path: str) -> bool:
        """Whether the resource with a path is in use."""
        return _resource_cache.find(self._quiet_place(path)) is not None

    def get_cached_ref(self, path: str) -> Any:
        """The resource with a path, if it is in use, or None."""
        return _resource_cache.find(self._quiet_place(path))

    def get_recognized_extensions_for_type(self, type: str) -> PackedStringArray:
        """How the names of files end that can hold resources of a class."""
        found: dict[str, None] = {}
        for one in formats():
            if not type or one.handles(str(type)):
                found.update(dict.fromkeys(one.extensions()))
        return PackedStringArray(found)

    def get_dependencies(self, path: str) -> PackedStringArray:
        """What a file refers to: paths, or `uid::::path` where there is a uid."""
        one = self._format_of(self._quiet_place(path))
        return PackedStringArray([] if one is None else one.dependencies(self._quiet_place(path)))

    def get_resource_uid(self, path: str) -> int:
        """The number of a file; -1 when it has none."""
        return ResourceUID._id_of(self._quiet_place(path))

    def _format_of(self, path: str) -> ResourceFormat | None:
        return next((one for one in formats() if one.recognizes(path, "")), None)

    def list_directory(self, directory_path: str) -> PackedStringArray:
        """The names of the resources and folders (with a `/` behind) in a folder."""
        folder = file_of(self._place(directory_path) or "")
        names: dict[str, None] = {}
        try:
            entries = list(folder.iterdir())
        except (OSError, ValueError):
            return PackedStringArray()
        for entry in entries:
            name = entry.name
            if name.startswith("."):
                continue
            if entry.is_dir():
                names[name + "/"] = None
            elif not name.endswith(".uid"):
                name = name.removesuffix(".import").removesuffix(".remap")
                if self._format_of(name) is not None:
                    names[name] = None
        return PackedStringArray(sorted(names))

    # Formats -------------------------------------------------------------------------------------

    def set_abort_on_missing_resources(self, abort: bool) -> None:
        """Whether a file that refers to a missing one is not loaded at all."""
        self._abort = bool(abort)

    _abort = False

    def add_resource_format_loader(
        self, format_loader: ResourceFormatLoader, at_front: bool = False
    ) -> None:
        """Adds a format that a script defines."""
        if not isinstance(format_loader, ResourceFormatLoader):
            output.error("It's not a reference to a valid ResourceFormatLoader object.")
            return
        known = formats()
        known.insert(0 if at_front else len(known), ScriptedFormat(format_loader))

    def remove_resource_format_loader(self, format_loader: ResourceFormatLoader) -> None:
        """Takes a format away that was added."""
        known = formats()
        for one in known:
            if isinstance(one, ScriptedFormat) and one.loader is format_loader:
                known.remove(one)
                return


ResourceLoader = _ResourceLoader()
