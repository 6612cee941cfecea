"""How the names of GDScript are written in Python.

Names stay as they are wherever Python lets them: members are renamed only when they are keywords
(or names that the engine keeps for itself), local names also when they would hide something.
"""

from __future__ import annotations

import builtins
import keyword
import re
from pathlib import PurePosixPath
from typing import Any

from engine.core._public_names import has_public
from engine.gdscript._api import base_of, has_engine_class, is_class
from engine.gdscript._names import attribute_name

_BUILTINS = frozenset(name for name in dir(builtins) if not name.startswith("_"))
# Letters that look like digits.
_UNREADABLE = frozenset("lIO")
_HARD_KEYWORDS = frozenset(keyword.kwlist)
_WORD = re.compile(r"[^0-9A-Za-z]+")


def local_name(name: str, taken: frozenset[str]) -> str:
    """A name for a local variable or parameter.

    Args:
        name: as in GDScript.
        taken: names of the module that the file uses.
    """
    if name in _HARD_KEYWORDS or name in _BUILTINS or name in _UNREADABLE or name == "self":
        name += "_"
    while name in taken:
        name += "_"
    return name


def excuse(name: str, rule: str = "E741") -> str:
    """What tells linters that a name has to be a letter that looks like a digit."""
    return f"  # noqa: {rule}" if name in _UNREADABLE else ""


def member_name(name: str, native: str = "Object") -> str:
    """A name for a variable, function, signal, constant or enum of a class.

    Args:
        name: as in GDScript.
        native: the engine class that the class derives from.
    """
    if name in _HARD_KEYWORDS or attribute_name(name, native).startswith("@"):
        return f"{name}_"
    return name


def class_name_of(path: str) -> str:
    """The class of a file without `class_name`: `my_player.gd` holds `MyPlayer`."""
    stem = PurePosixPath(path.replace("\\", "/")).stem
    words = [word for word in _WORD.split(stem) if word]
    name = "".join(word[0].upper() + word[1:] for word in words) or "Main"
    if not name[0].isalpha() or not name.isidentifier() or is_class(name):
        return "Main"
    return f"{name}_" if name in _HARD_KEYWORDS or name in _BUILTINS else name


def module_name_of(path: str) -> str:
    """The Python module of a file: `res://actors/player.gd` is `actors.player`."""
    plain = path.removeprefix("res://").removesuffix(".gd")
    return ".".join(part for part in plain.split("/") if part not in ("", "."))


def member_module(class_name: str) -> str:
    """The module that a class of an unknown file would be in: that of its name in small letters."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", class_name).lower()


def engine_member(cls: type[Any] | None, name: str) -> str:
    """The name that a member of an engine class has in Python."""
    if cls is not None and hasattr(cls, name) and name not in _HARD_KEYWORDS:
        return name
    if name in _HARD_KEYWORDS or (cls is not None and hasattr(cls, f"{name}_")):
        return f"{name}_"
    return name


def engine_function(name: str) -> str | None:
    """The name that a global function, class or constant has in `engine`; None without one."""
    for candidate in (name, f"{name}_"):
        if has_public(candidate):
            return candidate
    return None


def existing_class(name: str) -> str:
    """The class that the engine has of that name, or the nearest base of it."""
    while not has_engine_class(name) and base_of(name):
        name = base_of(name)
    return name
