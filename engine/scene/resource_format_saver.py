"""`ResourceFormatSaver`: a kind of files that a script can write."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.core.error import ERR_UNAVAILABLE, Error
from engine.core.packed_string_array import PackedStringArray
from engine.core.ref_counted import RefCounted
from engine.scene._resource_formats import extension_of


class ResourceFormatSaver(RefCounted):
    """To be extended: `_recognize`, `_get_recognized_extensions` and `_save`.

    It is put to use by `ResourceSaver.add_resource_format_saver`.
    """

    def _save(self, resource: Any, path: str, flags: int) -> Error:
        """Writes a resource to a file."""
        return ERR_UNAVAILABLE

    def _set_uid(self, path: str, uid: int) -> Error:
        """Gives a file a number."""
        return ERR_UNAVAILABLE

    def _recognize(self, resource: Any) -> bool:
        """Whether a resource can be written."""
        return False

    def _get_recognized_extensions(self, resource: Any) -> Sequence[str]:
        """How the names of files may end that a resource can be written to."""
        return PackedStringArray()

    def _recognize_path(self, resource: Any, path: str) -> bool:
        """Whether a resource can be written to a file; the file's ending tells."""
        known = [str(one).lower() for one in self._get_recognized_extensions(resource)]
        return extension_of(path) in known
