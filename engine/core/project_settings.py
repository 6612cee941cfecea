"""`ProjectSettings`: named values that hold for the whole program.

A name is a path (`application/config/name`). A name with a dot and a tag behind it
(`application/run/max_fps.server`) holds in place of the plain one where `OS.has_feature` knows the
tag; `get_setting_with_override` looks for that.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.core import message_queue, output
from engine.core._default_settings import DEFAULT_SETTINGS
from engine.core._lazy import lazy
from engine.core._string_methods_paths import simplify_path
from engine.core._type_of import type_of
from engine.core.error import (
    ERR_FILE_NOT_FOUND,
    ERR_FILE_UNRECOGNIZED,
    OK,
    Error,
)
from engine.core.object import Object
from engine.core.os import OS
from engine.core.packed_string_array import PackedStringArray
from engine.core.property_info import (
    PROPERTY_USAGE_DEFAULT,
    PROPERTY_USAGE_EDITOR_BASIC_SETTING,
    PROPERTY_USAGE_INTERNAL,
    PROPERTY_USAGE_RESTART_IF_CHANGED,
)
from engine.core.signal import Signal
from engine.core.string_name import StringName

if TYPE_CHECKING:
    from engine.core import _config_text
else:
    _config_text = lazy("engine.core._config_text")

__all__ = ["ProjectSettings"]

_FIRST_OF_PROJECT = 65536  # what a project adds has a greater order than the engine's own


@dataclass(slots=True)
class _Setting:
    value: Any
    order: int
    initial: Any = None
    basic: bool = False
    internal: bool = False
    restart: bool = False
    info: dict[str, Any] = field(default_factory=dict)


class _ProjectSettings(Object):
    """The settings of the project. There is one of it, `ProjectSettings`.

    Signals: `settings_changed`, at the end of the frame's step in which something was changed.
    """

    _class_name = "ProjectSettings"

    settings_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._settings: dict[str, _Setting] = {}
        self._changed: dict[str, None] = {}
        for order, (name, value) in enumerate(DEFAULT_SETTINGS.items()):
            own = value.copy() if isinstance(value, dict) else value
            self._settings[name] = _Setting(own, order, value)
        self._next_order = _FIRST_OF_PROJECT

    # Values --------------------------------------------------------------------------------------

    def has_setting(self, name: str) -> bool:
        """Whether there is a setting of that name."""
        return str(name) in self._settings

    def get_setting(self, name: str, default_value: Any = None) -> Any:
        """The value of a setting, or the default where there is none; tags do not count."""
        setting = self._settings.get(str(name))
        return default_value if setting is None else setting.value

    def set_setting(self, name: str, value: Any) -> None:
        """Sets a setting, which is added if need be; None takes it away."""
        key = str(name)
        if value is None:
            if self._settings.pop(key, None) is not None:
                self._note_change(key)
            return
        setting = self._settings.get(key)
        if setting is None:
            self._settings[key] = _Setting(value, self._next_order)
            self._next_order += 1
        elif setting.value == value and type(setting.value) is type(value):
            return
        else:
            setting.value = value
        self._note_change(key)

    def _values_below(self, path: str) -> list[tuple[str, Any]]:
        """What begins with a path, without it, in the order in which the settings were made."""
        own = self._settings.items()
        found = [(s.order, name, s.value) for name, s in own if name.startswith(path)]
        found.sort(key=lambda entry: entry[0])
        return [(name.removeprefix(path), value) for _, name, value in found]

    def get_setting_with_override(self, name: StringName | str) -> Any:
        """The value of a setting here: that of a name with a fitting tag, or the plain one."""
        return self._with_override(str(name), OS.has_feature)

    def get_setting_with_override_and_custom_features(
        self, name: StringName | str, features: Iterable[str]
    ) -> Any:
        """The value of a setting where just these tags fit."""
        return self._with_override(str(name), set(map(str, features)).__contains__)

    def _with_override(self, name: str, fits: Any) -> Any:
        for key, setting in self._settings.items():
            base, dot, tag = key.partition(".")
            if dot and base == name and fits(tag):
                return setting.value
        if name not in self._settings:
            output.warning(f"Property not found: '{name}'.")
        return self.get_setting(name)

    def clear(self, name: str) -> None:
        """Takes a setting away; an error where there is none."""
        if self._existing(name) is not None:
            del self._settings[str(name)]
            self._note_change(str(name))

    def _existing(self, name: str) -> _Setting | None:
        setting = self._settings.get(str(name))
        if setting is None:
            output.error(f"Request for nonexistent project setting: '{name}'.")
        return setting

    def get(self, property: str) -> Any:
        """The value of a setting, or None."""
        return self.get_setting(property)

    def set(self, property: str, value: Any) -> None:
        """Sets a setting."""
        self.set_setting(property, value)

    def __contains__(self, name: str) -> bool:
        return self.has_setting(name)

    def __getitem__(self, name: str) -> Any:
        return self.get_setting(name)

    # Changes -------------------------------------------------------------------------------------

    def _note_change(self, name: str) -> None:
        if not self._changed:
            message_queue.push(self._emit_changes, ())
        self._changed[name] = None

    def _emit_changes(self) -> None:
        self._emit_if_heard("settings_changed")
        self._changed.clear()

    def get_changed_settings(self) -> PackedStringArray:
        """What was changed since `settings_changed` was emitted the last time."""
        return PackedStringArray(self._changed)

    def check_changed_settings_in_group(self, setting_prefix: str) -> bool:
        """Whether a setting whose name begins so is among those that were changed."""
        return any(name.startswith(str(setting_prefix)) for name in self._changed)

    # About settings ------------------------------------------------------------------------------

    def get_order(self, name: str) -> int:
        """The place of a setting among the others; -1, with an error, where there is none."""
        setting = self._existing(name)
        return -1 if setting is None else setting.order

    def set_order(self, name: str, position: int) -> None:
        """Sets the place of a setting among the others."""
        setting = self._existing(name)
        if setting is not None:
            setting.order = int(position)

    def set_initial_value(self, name: str, value: Any) -> None:
        """Sets the value that a setting goes back to, and that is not saved."""
        setting = self._existing(name)
        if setting is not None:
            setting.initial = value

    def set_as_basic(self, name: str, basic: bool) -> None:
        """Whether editors show a setting at first."""
        setting = self._existing(name)
        if setting is not None:
            setting.basic = bool(basic)

    def set_as_internal(self, name: str, internal: bool) -> None:
        """Whether editors hide a setting."""
        setting = self._existing(name)
        if setting is not None:
            setting.internal = bool(internal)

    def set_restart_if_changed(self, name: str, restart: bool) -> None:
        """Whether a change counts only after a restart."""
        setting = self._existing(name)
        if setting is not None:
            setting.restart = bool(restart)

    def add_property_info(self, hint: dict[str, Any]) -> None:
        """Says of a setting how it is edited.

        Args:
            hint: `name` and `type`, and maybe `hint` and `hint_string`.
        """
        for key in ("name", "type"):
            if key not in hint:
                output.error(f'Property info is missing "{key}" field.')
                return
        setting = self._settings.get(str(hint["name"]))
        if setting is None:
            output.error('Condition "!props.has(pinfo.name)" is true.')
            return
        setting.info = {k: hint[k] for k in ("type", "hint", "hint_string") if k in hint}

    def get_property_list(self) -> list[dict[str, Any]]:
        """One dictionary for each setting, in their order."""
        ordered = sorted(self._settings.items(), key=lambda item: item[1].order)
        return [_property(name, setting) for name, setting in ordered]

    def property_can_revert(self, property: str) -> bool:
        """Whether there is a setting of that name."""
        return self.has_setting(property)

    def property_get_revert(self, property: str) -> Any:
        """The value that a setting goes back to."""
        setting = self._settings.get(str(property))
        return None if setting is None else setting.initial

    # Paths ---------------------------------------------------------------------------------------

    def globalize_path(self, path: str) -> str:
        """A path of the operating system's for one that begins with `res://` or `user://`."""
        text = str(path)
        if text.startswith("res://"):
            return os.getcwd().replace("\\", "/").rstrip("/") + text[len("res:/") :]
        if text.startswith("user://"):
            return OS.get_user_data_dir() + text[len("user:/") :]
        return "" if text.startswith("uid://") else text

    def localize_path(self, path: str) -> str:
        """The path below `res://`, for one inside the project's folder; others stay."""
        text = str(path).replace("\\", "/")
        if text.startswith(("res://", "user://", "uid://")):
            return simplify_path(text)
        root = os.getcwd().replace("\\", "/").rstrip("/")
        if not os.path.isabs(text):
            text = f"{root}/{text}"
        text = simplify_path(text)
        if text == root or text.startswith(root + "/"):
            return "res://" + text[len(root) + 1 :]
        return text

    # Files ---------------------------------------------------------------------------------------

    def save(self) -> Error:
        """Writes what differs from the initial values into the project's file."""
        return self.save_custom("res://project.godot")

    def save_custom(self, file: str) -> Error:
        """Writes what differs from the initial values into a file that ends in `.godot`.

        Returns:
            `OK`; `ERR_FILE_UNRECOGNIZED` for another ending, `ERR_FILE_NOT_FOUND` when the file
            cannot be written.
        """
        if not str(file).endswith(".godot"):
            output.error(f"Unknown config file format: '{file}'.")
            return ERR_FILE_UNRECOGNIZED
        ordered = sorted(self._settings.items(), key=lambda item: item[1].order)
        kept = {
            name: setting.value
            for name, setting in ordered
            if setting.value != setting.initial and not setting.internal
        }
        try:
            Path(self.globalize_path(str(file))).write_text(
                _config_text.config_text(kept), encoding="utf-8"
            )
        except OSError:
            output.error(f"Couldn't save project.godot - {file}.")
            return ERR_FILE_NOT_FOUND
        return OK

    def load_resource_pack(self, pack: str, replace_files: bool = True, offset: int = 0) -> bool:
        """False: packed projects cannot be read."""
        return False

    def get_global_class_list(self) -> list[dict[str, Any]]:
        """Nothing: Python's classes are found by importing them."""
        return []


def _property(name: str, setting: _Setting) -> dict[str, Any]:
    usage = int(PROPERTY_USAGE_DEFAULT)
    usage |= int(PROPERTY_USAGE_EDITOR_BASIC_SETTING) if setting.basic else 0
    usage |= int(PROPERTY_USAGE_INTERNAL) if setting.internal else 0
    usage |= int(PROPERTY_USAGE_RESTART_IF_CHANGED) if setting.restart else 0
    return {
        "name": name,
        "class_name": StringName(""),
        "type": type_of(setting.value),
        "hint": 0,
        "hint_string": "",
        "usage": usage,
        **setting.info,
    }


ProjectSettings = _ProjectSettings()
