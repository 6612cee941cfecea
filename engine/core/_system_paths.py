"""Godot's paths as the operating system's, and the system's refusals as Godot's errors."""

from __future__ import annotations

import os

from engine.core.error import ERR_FILE_CANT_OPEN, ERR_FILE_NOT_FOUND, Error
from engine.core.project_settings import ProjectSettings
from engine.core.resource_uid import ResourceUID

PREFIXES = ("res://", "user://")


def system_path(path: str) -> str:
    """The file that a `res://`, `user://`, `uid://` or plain path means."""
    text = str(path)
    if text.startswith("uid://"):
        text = ResourceUID.ensure_path(text)
    return ProjectSettings.globalize_path(text).replace("\\", "/")


def opening_error(problem: OSError) -> Error:
    """Why a file could not be opened."""
    return ERR_FILE_NOT_FOUND if isinstance(problem, FileNotFoundError) else ERR_FILE_CANT_OPEN


def is_hidden(name: str) -> bool:
    """Whether listings leave a name out at first."""
    return name.startswith(".")


def is_file(path: str) -> bool:
    """Whether there is a file, and no folder, at a path."""
    return os.path.isfile(system_path(path)) if path else False
