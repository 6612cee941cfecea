"""What the compiler of functions asks of the registry of scripts."""

from __future__ import annotations

from typing import Protocol

from engine.gdscript._class_info import ClassInfo
from engine.gdscript._syntax import TypeRef
from engine.gdscript._types import StaticType


class Resolver(Protocol):
    """Knows the scripts of a project, and turns names into types."""

    def type_of(self, ref: TypeRef, inside: ClassInfo) -> StaticType:
        """The type that was written.

        Raises:
            ParseError: there is none (`Could not find type "X" in the current scope.`).
        """

    def global_symbol(self, name: str) -> StaticType | None:
        """What a project-wide name stands for.

        Returns:
            A script reference for a `class_name`; the type of the node for an autoload; None for
            other names (those of the engine among them).
        """

    def is_autoload(self, name: str) -> bool:
        """Whether the project has an autoloaded singleton of that name."""

    def preloaded(self, path: str, inside: ClassInfo) -> StaticType:
        """The type of `preload("path")`: a script reference, or an instance of a resource class.

        The path is as written: it may be relative to the file of `inside`.

        Raises:
            ParseError: there is no such file.
        """
