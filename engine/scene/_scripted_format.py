"""A format that a script's `ResourceFormatLoader` defines, among those of the engine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.core.resource import Resource
from engine.scene._resource_formats import ResourceFormat
from engine.scene.resource_format_loader import ResourceFormatLoader


class ScriptedFormat(ResourceFormat):
    """A format that a `ResourceFormatLoader` defines."""

    def __init__(self, loader: ResourceFormatLoader) -> None:
        self.loader = loader

    def extensions(self) -> Sequence[str]:
        """How the names of such files end."""
        return [str(one).lower() for one in self.loader._get_recognized_extensions()]

    def handles(self, type: str) -> bool:
        """Whether such files can hold resources of a class."""
        return bool(self.loader._handles_type(type))

    def recognizes(self, path: str, type: str) -> bool:
        """Whether a file is of this kind."""
        return bool(self.loader._recognize_path(path, type))

    def exists(self, path: str) -> bool:
        """Whether there is such a file."""
        return bool(self.loader._exists(path))

    def load(self, path: str, cache_mode: int) -> Any:
        """The resource in a file."""
        found = self.loader._load(path, path, False, cache_mode)
        if isinstance(found, Resource) and not found.resource_path and cache_mode == 1:
            found.take_over_path(path)
        return None if isinstance(found, int) else found

    def dependencies(self, path: str) -> list[str]:
        """What the file refers to."""
        return [str(one) for one in self.loader._get_dependencies(path, False)]
