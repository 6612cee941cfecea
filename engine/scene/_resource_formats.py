"""The kinds of files that resources are read from.

A format says which files and types it knows, and reads them. Those of this engine are found in the
modules of `_PROVIDERS`, which lie in higher layers; they are loaded with the first file.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from engine.core.project_settings import ProjectSettings

IGNORE, REUSE, REPLACE, IGNORE_DEEP, REPLACE_DEEP = range(5)
_PROVIDERS = ("engine.gdscript.resource_formats",)
_providers_loaded: list[str] = []


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
        return file_of(path).is_file()

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
    while len(_providers_loaded) < len(_PROVIDERS):
        name = _PROVIDERS[len(_providers_loaded)]
        _providers_loaded.append(name)
        for one in import_module(name).FORMATS:
            if one not in _formats:
                _formats.append(one)
    return _formats


def extension_of(path: str) -> str:
    """How a file's name ends, in small letters, without the dot."""
    return path.rpartition("/")[2].rpartition(".")[2].lower()


def file_of(path: str) -> Path:
    """Where a `res://` or `user://` path leads."""
    return Path(ProjectSettings.globalize_path(path) or path)
