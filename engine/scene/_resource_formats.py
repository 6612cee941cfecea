"""The kinds of files that resources are read from.

A format says which files and types it knows, and reads them. Those of this engine lie in higher
layers; the root package knows where, and they are loaded with the first file.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from engine.core._public_names import resource_formats
from engine.core.project_settings import ProjectSettings

IGNORE, REUSE, REPLACE, IGNORE_DEEP, REPLACE_DEEP = range(5)
_loaded: list[bool] = []


class ResourceFormat:
    """One kind of file."""

    def extensions(self) -> Sequence[str]:
        """How the names of such files end, without the dot."""
        return ()

    def handles(self, type: str) -> bool:
        """Whether such files can hold resources of a class."""
        return False

    def recognizes(self, path: str, type: str) -> bool:
        """Whether a file is of this kind."""
        return extension_of(path) in self.extensions() and (not type or self.handles(type))

    def exists(self, path: str) -> bool:
        """Whether there is such a file."""
        return is_file(path)

    def load(self, path: str, cache_mode: int) -> Any:
        """The resource in a file; None, with messages, where there is none."""
        return None

    def saved_extensions(self, resource: Any) -> Sequence[str]:
        """How the names of files end that a resource can be written to in this format."""
        return ()

    def saved(self, resource: Any, path: str, flags: int) -> str:
        """The text of the file that a resource is written to."""
        return ""

    def dependencies(self, path: str) -> list[str]:
        """What the file refers to, as `uid::type::path`."""
        return []


_formats: list[ResourceFormat] = []


def formats() -> list[ResourceFormat]:
    """All formats, those that are asked first in front."""
    if not _loaded:
        _loaded.append(True)
        _formats.extend(one for one in resource_formats() if one not in _formats)
    return _formats


def extension_of(path: str) -> str:
    """How a file's name ends, in small letters, without the dot."""
    return path.rpartition("/")[2].rpartition(".")[2].lower()


def is_file(path: str) -> bool:
    """Whether there is a file; there is none for what is no path."""
    try:
        return file_of(path).is_file()
    except (OSError, ValueError):
        return False


def file_of(path: str) -> Path:
    """Where a `res://` or `user://` path leads."""
    return Path(ProjectSettings.globalize_path(path) or path)
