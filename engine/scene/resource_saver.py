"""`ResourceSaver`: resources into files."""

from __future__ import annotations

from enum import IntFlag
from typing import Any

from engine.core import output
from engine.core.error import (
    ERR_CANT_OPEN,
    ERR_FILE_CANT_WRITE,
    ERR_FILE_UNRECOGNIZED,
    ERR_INVALID_PARAMETER,
    OK,
    Error,
)
from engine.core.object import Object
from engine.core.packed_string_array import PackedStringArray
from engine.core.resource_uid import ResourceUID
from engine.scene._resource_formats import extension_of, file_of, formats
from engine.scene.resource_format_saver import ResourceFormatSaver

__all__ = ["ResourceSaver"]


class _ResourceSaver(Object):
    """Writes resources to files. There is one of it, `ResourceSaver`."""

    class SaverFlags(IntFlag):
        """How a file is written."""

        FLAG_NONE = 0
        FLAG_RELATIVE_PATHS = 1
        FLAG_BUNDLE_RESOURCES = 2
        FLAG_CHANGE_PATH = 4
        FLAG_OMIT_EDITOR_PROPERTIES = 8
        FLAG_SAVE_BIG_ENDIAN = 16
        FLAG_COMPRESS = 32
        FLAG_REPLACE_SUBRESOURCE_PATHS = 64

    FLAG_NONE = SaverFlags.FLAG_NONE
    FLAG_RELATIVE_PATHS = SaverFlags.FLAG_RELATIVE_PATHS
    FLAG_BUNDLE_RESOURCES = SaverFlags.FLAG_BUNDLE_RESOURCES
    FLAG_CHANGE_PATH = SaverFlags.FLAG_CHANGE_PATH
    FLAG_OMIT_EDITOR_PROPERTIES = SaverFlags.FLAG_OMIT_EDITOR_PROPERTIES
    FLAG_SAVE_BIG_ENDIAN = SaverFlags.FLAG_SAVE_BIG_ENDIAN
    FLAG_COMPRESS = SaverFlags.FLAG_COMPRESS
    FLAG_REPLACE_SUBRESOURCE_PATHS = SaverFlags.FLAG_REPLACE_SUBRESOURCE_PATHS

    _class_name = "ResourceSaver"

    def __init__(self) -> None:
        super().__init__()
        self._savers: list[ResourceFormatSaver] = []

    def save(self, resource: Any, path: str = "", flags: int = 0) -> Error:
        """Writes a resource, scene or script to a file.

        Args:
            resource: what to write.
            path: the file; its ending says how. Without one the resource's own path is taken.
            flags: a sum of `FLAG_*`.

        Returns:
            `OK`; `ERR_INVALID_PARAMETER` without a resource or a path, `ERR_FILE_UNRECOGNIZED` when
            nothing can write it to such a file, `ERR_CANT_OPEN` when the file cannot be written.
        """
        if resource is None:
            output.error(f"Can't save empty resource to path '{path}'.")
            return ERR_INVALID_PARAMETER
        place = str(path) or str(getattr(resource, "resource_path", ""))
        if not place:
            output.error(
                "Can't save resource to empty path. Provide non-empty path or a Resource with "
                "non-empty resource_path."
            )
            return ERR_INVALID_PARAMETER
        for saver in self._savers:
            if saver._recognize(resource) and saver._recognize_path(resource, place):
                return Error(saver._save(resource, place, int(flags)))
        for one in formats():
            if extension_of(place) in one.saved_extensions(resource):
                text = one.saved(resource, place, int(flags))
                return self._write(place, text)
        return ERR_FILE_UNRECOGNIZED

    def _write(self, path: str, text: str) -> Error:
        try:
            file_of(path).write_text(text, encoding="utf-8", newline="\n")
        except (OSError, ValueError):
            output.error(f"Cannot save file '{path}'.")
            return ERR_CANT_OPEN
        return OK

    def get_recognized_extensions(self, type: Any) -> PackedStringArray:
        """How the names of files may end that a resource can be written to."""
        found: dict[str, None] = {}
        for saver in self._savers:
            if saver._recognize(type):
                found.update(dict.fromkeys(map(str, saver._get_recognized_extensions(type))))
        for one in formats():
            found.update(dict.fromkeys(one.saved_extensions(type)))
        return PackedStringArray(found)

    def get_resource_id_for_path(self, path: str, generate: bool = False) -> int:
        """The number of a file; a new one, or -1, when it has none."""
        found = ResourceUID._id_of(str(path))
        return ResourceUID.create_id() if found < 0 and generate else found

    def set_uid(self, resource: str, uid: int) -> Error:
        """Gives a file a number: that of its `.uid` file."""
        try:
            text = ResourceUID.id_to_text(int(uid))
            file_of(f"{resource}.uid").write_text(text + "\n", encoding="utf-8")
        except OSError:
            return ERR_FILE_CANT_WRITE
        return OK

    def add_resource_format_saver(
        self, format_saver: ResourceFormatSaver, at_front: bool = False
    ) -> None:
        """Adds a way to write files that a script defines."""
        if not isinstance(format_saver, ResourceFormatSaver):
            output.error("It's not a reference to a valid ResourceFormatSaver object.")
            return
        self._savers.insert(0 if at_front else len(self._savers), format_saver)

    def remove_resource_format_saver(self, format_saver: ResourceFormatSaver) -> None:
        """Takes a way to write files away that was added."""
        if format_saver in self._savers:
            self._savers.remove(format_saver)


ResourceSaver = _ResourceSaver()
