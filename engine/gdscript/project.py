"""A Godot project: the folder of a `project.godot`, its settings, autoloads and scenes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from engine.core import output
from engine.core._lazy import lazy
from engine.core._script_instances import made_without_arguments
from engine.core._variant_text_reader import Outside, Tag, VariantTextError, VariantTextReader
from engine.core.engine_singleton import Engine
from engine.core.error import ERR_FILE_CANT_OPEN, ERR_PARSE_ERROR
from engine.core.os import OS
from engine.core.project_settings import ProjectSettings
from engine.core.resource_uid import ResourceUID
from engine.gdscript._script_files import is_broken
from engine.gdscript._script_files import project as scripts
from engine.net._tcp_channel import TcpChannel

if TYPE_CHECKING:
    from engine.gdscript import _missing_class
else:
    _missing_class = lazy("engine.gdscript._missing_class")

__all__ = [
    "Autoload",
    "ProjectError",
    "autoloads",
    "global_class",
    "is_broken",
    "main_scene",
    "open_project",
    "register_autoload",
    "set_cache",
    "setting",
]

PROJECT_FILE = "project.godot"
CONFIG_VERSION = 5
_AUTOLOAD = "autoload/"


class ProjectError(Exception):
    """A project that cannot be opened; what is wrong with it has been said."""


class Autoload(NamedTuple):
    """A script or scene that is there before the main scene.

    Attributes:
        name: of its node, and in scripts when it is a singleton.
        path: the script or scene.
        singleton: whether scripts can say its name.
    """

    name: str
    path: str
    singleton: bool


def open_project(folder: Path) -> None:
    """Reads a folder's settings, and has the engine go by them. A folder may have none.

    Raises:
        ProjectError: when its settings cannot be read.
    """
    scripts().folder = folder
    file = folder / PROJECT_FILE
    if file.is_file():
        _load_settings(file)
    override = ProjectSettings.get_setting("application/config/project_settings_override", "")
    for name in ("override.cfg", override):
        path = Path(ProjectSettings.globalize_path(name)) if name else None
        if path is not None and (folder / path).is_file():
            _load_settings(folder / path)
    _apply_settings()


# Settings ----------------------------------------------------------------------------------------


def _load_settings(file: Path) -> None:
    problem = ERR_PARSE_ERROR
    try:
        for name, value in _settings_of(file):
            ProjectSettings.set_setting(name, value)
        return
    except UnicodeDecodeError as error:
        output.error(f"Error parsing '{file}' at line 1: {error.reason} File might be corrupted.")
    except _TooNewError as error:
        problem = ERR_FILE_CANT_OPEN
        output.error(str(error))
    except _BadLineError as error:
        output.error(f"Error parsing '{file}' at {error} File might be corrupted.")
    output.error(f"Couldn't load file '{file}', error code {int(problem)}.")
    raise ProjectError(str(file))


class _BadLineError(Exception):
    pass


class _TooNewError(Exception):
    pass


class _OfSettings(Outside):
    """Settings hold events of keys and mice, whether or not the engine has any."""

    def instance(self, class_name: str) -> Any:
        cls = _missing_class.any_class(class_name)
        return super().instance(class_name) if cls is None else made_without_arguments(cls)


def _settings_of(file: Path) -> Iterator[tuple[str, Any]]:
    """Names and values, in their order."""
    reader = VariantTextReader(
        file.read_text(encoding="utf-8-sig"), _OfSettings(), simple_tags=True
    )
    section = ""
    while True:
        try:
            item = reader.item()
        except VariantTextError as error:
            raise _BadLineError(f"line {reader.words.line()}: {error}") from error
        if item is None:
            return
        if isinstance(item, Tag):
            section = item.name
        elif not section and item[0] == "config_version":
            if isinstance(item[1], int) and item[1] > CONFIG_VERSION:
                raise _TooNewError(
                    f"Can't open project at '{file}', its `config_version` ({item[1]}) is from a "
                    "more recent and incompatible version of the engine. Expected config "
                    f"version: {CONFIG_VERSION}."
                )
        else:
            yield (f"{section}/{item[0]}" if section else item[0]), item[1]


def setting(name: str, default: Any = None) -> Any:
    """The value of a setting as it holds here, with those for features of this system."""
    if not ProjectSettings.has_setting(name):
        return default
    return ProjectSettings.get_setting_with_override(name)


def _apply_settings() -> None:
    OS._project_name = str(setting("application/config/name", "")) or "[unnamed project]"
    OS._user_folder = _user_folder()
    with suppress(OSError):
        os.makedirs(OS.get_user_data_dir(), exist_ok=True)
    Engine.physics_ticks_per_second = int(setting("physics/common/physics_ticks_per_second", 60))
    Engine.max_physics_steps_per_frame = int(
        setting("physics/common/max_physics_steps_per_frame", 8)
    )
    Engine.physics_jitter_fix = float(setting("physics/common/physics_jitter_fix", 0.5))
    Engine.max_fps = int(setting("application/run/max_fps", 0))
    OS.low_processor_usage_mode = bool(setting("application/run/low_processor_mode", False))
    OS.low_processor_usage_mode_sleep_usec = int(
        setting("application/run/low_processor_mode_sleep_usec", 6900)
    )
    OS.delta_smoothing = bool(setting("application/run/delta_smoothing", True))
    TcpChannel.default_connect_timeout = float(
        setting("network/limits/tcp/connect_timeout_seconds", 30)
    )
    if setting("debug/settings/stdout/verbose_stdout", False):
        OS._verbose = True


def _user_folder() -> str:
    """The folder of `user://` below the system's for data."""
    name = _safe(str(setting("application/config/name", "")).strip().rstrip("."), "/\\")
    if name and setting("application/config/use_custom_user_dir", False):
        custom = str(setting("application/config/custom_user_dir_name", ""))
        custom = custom.replace("\\", "/").replace("//", "/").strip()
        return _safe(custom, "").replace("..", "-").rstrip(".") or name
    return f"godot/app_userdata/{name or '[unnamed project]'}"


def _safe(name: str, separators: str) -> str:
    """A name without what some system does not take in the name of a folder."""
    for character in ':*?"<>|' + separators:
        name = name.replace(character, "-")
    return name


# What is run -------------------------------------------------------------------------------------


def autoloads() -> list[Autoload]:
    """The project's autoloads, in the order in which they are made."""
    found = []
    for entry in ProjectSettings.get_property_list():
        name: str = entry["name"]
        if name.startswith(_AUTOLOAD):
            path = str(ProjectSettings.get_setting(name))
            singleton = path.startswith("*")
            path = path.removeprefix("*")
            path = ResourceUID.ensure_path(path) or path
            found.append(Autoload(name.removeprefix(_AUTOLOAD), path, singleton))
    return found


def main_scene() -> str:
    """The path of the project's main scene; empty when it has none."""
    scene = str(setting("application/run/main_scene", "") or "")
    return ResourceUID.ensure_path(scene) or scene


def register_autoload(autoload: Autoload, node: Any) -> None:
    """Lets scripts say the name of an autoload, if it is a singleton."""
    if autoload.singleton:
        scripts().singletons[autoload.name] = node


def global_class(name: str) -> type[Any] | None:
    """The class that a script of the project has given a name with `class_name`."""
    path = scripts().class_path(name)
    return None if path is None else scripts().load(path)


def set_cache(used: bool) -> None:
    """Whether compiled scripts are kept on disk, and taken from there."""
    scripts().use_cache = scripts().use_cache and used
