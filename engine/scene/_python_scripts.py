"""Python scripts by their files: the module, and the one class in it that is meant."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from engine.core.object import Object
from engine.scene.node import Node


class ScriptLoadError(Exception):
    """A script that cannot be run, in words for who started it."""


def split_reference(reference: str) -> tuple[str, str]:
    """File and class of `FILE.py` or `FILE.py:Class`."""
    path, colon, name = reference.rpartition(":")
    if colon and path.endswith(".py"):
        return path, name
    return reference, ""


def load_class(reference: str, folder: Path, base: type[Object] = Node) -> type[Any]:
    """The class that `FILE.py` or `FILE.py:Class` stands for.

    Args:
        reference: the file, relative to `folder`, and maybe a class in it.
        folder: the project's folder.
        base: what the class has to derive from.

    Raises:
        ScriptLoadError: when there is no such file or class, or the file cannot be imported.
    """
    file, name = split_reference(reference.removeprefix("res://"))
    path = Path(file) if Path(file).is_absolute() else folder / file
    if not path.is_file():
        raise ScriptLoadError(f"Cannot open file '{file}'.")
    if path.suffix != ".py":
        raise ScriptLoadError(f"Cannot run '{file}': only Python scripts (.py) are known.")
    module = import_file(path)
    return _named(module, name, base, file) if name else _only(module, base, file)


def import_file(path: Path) -> ModuleType:
    """Imports a file as the module of its name, with its folder on the path.

    Raises:
        ScriptLoadError: with the original exception as its cause.
    """
    folder = path.resolve().parent
    _warn_of_shadows(folder)
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location(path.stem, path.resolve())
    if spec is None or spec.loader is None:
        raise ScriptLoadError(f"Cannot load script '{path}'.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    try:
        spec.loader.exec_module(module)
    except Exception as exception:
        sys.modules.pop(path.stem, None)
        raise ScriptLoadError(f"Failed to load script '{path}': {exception}") from exception
    return module


def _warn_of_shadows(folder: Path) -> None:
    ours = Path(__file__).resolve().parents[1]
    for own in (folder / "engine.py", folder / "engine" / "__init__.py"):
        if own.exists() and own.parent != ours:
            raise ScriptLoadError(
                f"'{own}' hides the engine from your scripts: `import engine` would find it "
                "instead. Please give it another name."
            )


def _named(module: ModuleType, name: str, base: type[Object], file: str) -> type[Any]:
    found = getattr(module, name, None)
    if not (isinstance(found, type) and issubclass(found, base)):
        raise ScriptLoadError(f"'{file}' has no {base.__name__} class '{name}'.")
    return found


def _only(module: ModuleType, base: type[Object], file: str) -> type[Any]:
    """The module's one class; of several, the one named after the file, or `Main`."""
    classes = {
        name: value
        for name, value in vars(module).items()
        if isinstance(value, type)
        and issubclass(value, base)
        and value.__module__ == module.__name__
    }
    if len(classes) == 1:
        return next(iter(classes.values()))
    if not classes:
        raise ScriptLoadError(f"'{file}' has no class that extends {base.__name__}.")
    by_file = module.__name__.replace("_", "").lower()
    for name, value in classes.items():
        if name.lower() == by_file or name == "Main":
            return value
    names = ", ".join(f"{file}:{name}" for name in classes)
    raise ScriptLoadError(f"'{file}' has several {base.__name__} classes; choose one: {names}")
