"""What a script declares of its remote methods, whether it is in Python or in GDScript."""

from __future__ import annotations

import inspect
import os
from pathlib import Path
from typing import Any, NamedTuple

from engine.core._reflection import method_list
from engine.core._type_functions import type_string
from engine.core.variant_type import TYPE_MAX, TYPE_NIL, TYPE_OBJECT
from engine.gdscript._registry import Project, is_broken
from engine.gdscript._script_files import python_class
from engine.gdscript.project import PROJECT_FILE, open_project
from engine.multiplayer._rpc_methods import script_configs
from engine.multiplayer._rpc_mismatch import place_of
from engine.scene._python_scripts import ScriptLoadError, import_file
from engine.scene.node import Node

_TYPED_ARRAY, _TYPED_DICTIONARY = 31, 38  # of hints
_VARARG = 16
NO_DEFAULT = object()


_VALUE_TYPES = {type_string(number): number for number in range(TYPE_MAX)}


class RemoteScriptError(Exception):
    """A file that cannot be looked into."""


class Parameter(NamedTuple):
    """An argument of a remote method.

    Attributes:
        name: its name.
        type: its type as Godot writes it; empty when it has none.
        default: its value when it is not given; `NO_DEFAULT` without one.
    """

    name: str
    type: str
    default: Any = NO_DEFAULT


class Remote(NamedTuple):
    """A remote method.

    Attributes:
        name: its name.
        mode: `any_peer`, `authority` or `disabled`.
        call_local: whether it also runs at the caller.
        transfer: `unreliable`, `unreliable_ordered` or `reliable`.
        channel: the channel.
        parameters: its arguments.
        variadic: whether it takes any number of further ones.
        place: file and line.
    """

    name: str
    mode: str
    call_local: bool
    transfer: str
    channel: int
    parameters: tuple[Parameter, ...]
    variadic: bool
    place: str

    def settings(self) -> list[str | int]:
        """What `@rpc` says, as far as it differs from the defaults."""
        words: list[str | int] = [self.mode] if self.mode != "authority" else []
        if self.call_local:
            words.append("call_local")
        if self.transfer != "reliable":
            words.append(self.transfer)
        return [*words, self.channel] if self.channel else words

    def counts(self) -> str:
        """How many arguments it takes: `2`, `1-2`, `1 or more`."""
        most = len(self.parameters)
        least = sum(one.default is NO_DEFAULT for one in self.parameters)
        if self.variadic:
            return f"{least} or more"
        return str(most) if least == most else f"{least}-{most}"


class Script(NamedTuple):
    """A script with remote methods.

    Attributes:
        name: its file as it was named.
        cls: the class.
        methods: the methods, sorted as they are numbered.
    """

    name: str
    cls: type[Any]
    methods: dict[str, Remote]


_MODES = ("disabled", "any_peer", "authority")
_TRANSFERS = ("unreliable", "unreliable_ordered", "reliable")


def script_of(reference: str) -> Script:
    """The remote methods of a script.

    Args:
        reference: a file of Python or GDScript; `FILE.py:Class` for one of several classes.

    Raises:
        RemoteScriptError: there is no such thing.
    """
    file, _, class_name = reference.partition(":")
    path = Path(file)
    if not path.is_file():
        raise RemoteScriptError(f'Can\'t open file "{file}".')
    cls = _of_gdscript(path) if path.suffix == ".gd" else _of_python(path, class_name)
    return Script(reference, cls, methods_of(cls))


def methods_of(cls: type[Any]) -> dict[str, Remote]:
    """The remote methods of a class, sorted by name."""
    entries = {entry["name"]: entry for entry in reversed(method_list(cls))}
    configs = script_configs(cls)
    return {name: _remote(cls, name, configs[name], entries) for name in sorted(configs)}


def _remote(cls: type[Any], name: str, config: Any, entries: dict[str, Any]) -> Remote:
    entry = entries.get(name, {"args": [], "default_args": [], "flags": 0})
    arguments, variadic = entry["args"], bool(entry["flags"] & _VARARG)
    if _is_starred(cls, name):
        arguments, variadic = arguments[:-1], True
    defaults = entry["default_args"]
    first = len(arguments) - len(defaults)
    parameters = tuple(
        Parameter(
            str(argument["name"]),
            _type(argument),
            defaults[index - first] if index >= first else NO_DEFAULT,
        )
        for index, argument in enumerate(arguments)
    )
    return Remote(
        name,
        _MODES[int(config["rpc_mode"])],
        bool(config.get("call_local", False)),
        _TRANSFERS[int(config.get("transfer_mode", 2))],
        int(config.get("channel", 0)),
        parameters,
        variadic,
        _place(cls, name),
    )


def _is_starred(cls: type[Any], name: str) -> bool:
    """Whether a function of Python takes any number of arguments, which its entry names as one."""
    function = inspect.unwrap(getattr(cls, name)) if "_gd_info" not in vars(cls) else None
    code = getattr(function, "__code__", None)
    return code is not None and bool(code.co_flags & inspect.CO_VARARGS)


def _type(argument: dict[str, Any]) -> str:
    kind, inside = argument["type"], str(argument["hint_string"])
    if kind == TYPE_NIL:
        return ""
    if kind == TYPE_OBJECT:
        return str(argument["class_name"]) or "Object"
    name = type_string(kind)
    if argument["hint"] == _TYPED_ARRAY:
        return f"{name}[{inside}]"
    if argument["hint"] == _TYPED_DICTIONARY:
        return f"{name}[{inside.replace(';', ', ')}]"
    return name


def _place(cls: type[Any], name: str) -> str:
    """Where a method is written: `game.py:12`, from the current folder."""
    file, _, line = place_of(cls, name).rpartition(":")
    if not file or file.startswith("res://"):
        return f"{file}:{line}"
    relative = os.path.relpath(file)
    return f"{file if relative.startswith('..') else relative}:{line}"


def class_of_value(name: str) -> int | None:
    """The `TYPE_*` of a value type's name; None for classes of objects."""
    number = _VALUE_TYPES.get(name)
    return None if number == TYPE_OBJECT else number


# Files -------------------------------------------------------------------------------------------


def _of_gdscript(path: Path) -> type[Any]:
    """The class of a GDScript, in the project that it lies in."""
    path = path.absolute()
    above = [place for place in path.parents if (place / PROJECT_FILE).is_file()]
    folder, back = above[0] if above else path.parent, Path.cwd()
    os.chdir(folder)
    try:
        if above:
            open_project(folder)
        # A project of its own: the two scripts may have the same path in two of them.
        scripts = Project(folder)
        scripts.load_python = python_class
        found = scripts.load(f"res://{path.relative_to(folder).as_posix()}")
    finally:
        os.chdir(back)
    if not isinstance(found, type) or is_broken(found):
        raise RemoteScriptError(f'"{path.name}" has errors.')
    return found


def _of_python(path: Path, class_name: str) -> type[Any]:
    """A class of a file of Python: the one that is named, or the only one with remote methods."""
    try:
        module = import_file(path)
    except ScriptLoadError as problem:
        raise RemoteScriptError(str(problem)) from problem
    nodes = [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, Node)
        and value.__module__ == module.__name__
    ]
    if class_name:
        named = [cls for cls in nodes if cls.__name__ == class_name]
        if not named:
            raise RemoteScriptError(f'There is no node class "{class_name}" in "{path}".')
        return named[0]
    return _only(path, [cls for cls in nodes if script_configs(cls)] or nodes)


def _only(path: Path, classes: list[type[Any]]) -> type[Any]:
    if not classes:
        raise RemoteScriptError(f'There is no node class in "{path}".')
    # Of several the one that the others are the bases of.
    last = [cls for cls in classes if not any(cls in one.__mro__[1:] for one in classes)]
    if len(last) > 1:
        names = ", ".join(cls.__name__ for cls in last)
        raise RemoteScriptError(f'Say which class of "{path}" it is: {path}:CLASS ({names}).')
    return last[0]
