"""`ResourceFormatLoader`: a kind of files that a script can read."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from engine.core.error import OK, Error
from engine.core.packed_string_array import PackedStringArray
from engine.core.ref_counted import RefCounted
from engine.scene._resource_formats import extension_of, is_file


class ResourceFormatLoader(RefCounted):
    """To be extended: `_get_recognized_extensions`, `_handles_type`, and `_load`.

    It is put to use by `ResourceLoader.add_resource_format_loader`.
    """

    class CacheMode(IntEnum):
        """What becomes of resources that are in use already."""

        CACHE_MODE_IGNORE = 0
        CACHE_MODE_REUSE = 1
        CACHE_MODE_REPLACE = 2
        CACHE_MODE_IGNORE_DEEP = 3
        CACHE_MODE_REPLACE_DEEP = 4

    CACHE_MODE_IGNORE = CacheMode.CACHE_MODE_IGNORE
    CACHE_MODE_REUSE = CacheMode.CACHE_MODE_REUSE
    CACHE_MODE_REPLACE = CacheMode.CACHE_MODE_REPLACE
    CACHE_MODE_IGNORE_DEEP = CacheMode.CACHE_MODE_IGNORE_DEEP
    CACHE_MODE_REPLACE_DEEP = CacheMode.CACHE_MODE_REPLACE_DEEP

    def _get_recognized_extensions(self) -> Sequence[str]:
        """How the names of such files end, without the dot."""
        return PackedStringArray()

    def _recognize_path(self, path: str, type: str) -> bool:
        """Whether a file is of this kind; as long as it is not overridden, its ending tells."""
        extensions = [str(one).lower() for one in self._get_recognized_extensions()]
        return extension_of(path) in extensions and (not type or self._handles_type(type))

    def _handles_type(self, type: str) -> bool:
        """Whether such files can hold resources of a class."""
        return False

    def _get_resource_type(self, path: str) -> str:
        """The class of the resource in a file."""
        return ""

    def _get_resource_script_class(self, path: str) -> str:
        """The `class_name` of the resource in a file."""
        return ""

    def _get_resource_uid(self, path: str) -> int:
        """The number of a file, or -1."""
        return -1

    def _get_dependencies(self, path: str, add_types: bool) -> Sequence[str]:
        """The paths that a file refers to."""
        return PackedStringArray()

    def _rename_dependencies(self, path: str, renames: dict[Any, Any]) -> Error:
        """Changes the paths that a file refers to."""
        return OK

    def _exists(self, path: str) -> bool:
        """Whether there is a file."""
        return is_file(path)

    def _get_classes_used(self, path: str) -> Sequence[str]:
        """The classes in a file."""
        return PackedStringArray()

    def _load(self, path: str, original_path: str, use_sub_threads: bool, cache_mode: int) -> Any:
        """The resource in a file, or an `Error`."""
        return None
