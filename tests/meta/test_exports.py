"""What `engine` itself offers: the same to Python and to type checkers, and nothing by accident."""

from __future__ import annotations

import ast
import builtins
import importlib
import subprocess
import sys
from enum import Enum

import pytest

import engine
from engine._exports import CONSTANTS, HOME
from engine.gdscript._api import class_names, is_builtin
from tests.godot.recorded import whole_set
from tests.meta.godot_names import digest, godot_names
from tests.meta.source import is_type_checking, modules, parsed

NOT_STARRED = {"Callable", "Error", "Signal"}
SCOPES = ("core", "net", "servers", "scene", "gui", "multiplayer")
# Public modules that scripts have no business with.
INTERNAL_MODULES = {"engine.core.message_queue", "engine.core.output", "engine.servers.canvas"}
# Classes of public modules that are reached in other ways.
INTERNAL_CLASSES = {
    "Action",  # by `InputMap`
    "ActionStatus",
    "EngineSingleton",  # by its one object, `Engine`
    "Numbers",  # what ranges have in common
    "OSSingleton",
    "ScriptedFormat",  # by ResourceLoader, for formats of scripts
    "PackedArray",  # what the packed arrays have in common
    "Pointer",  # by `Input`
    "Settings",  # by `OS` and `Engine`
    "SpinBoxLineEdit",  # by SpinBox
    "TreeTimers",  # by the tree
}
# Constants that a script may use beside the classes, functions and enums.
GODOTS_OTHERS = {"INF", "NAN", "PI", "TAU"}
OURS = {
    "Clock",
    "Coroutine",
    "ManualClock",
    "Message",
    "MultiplayerPeerStatistics",
    "PictureCodec",  # reads and writes image files; found by name from below
    "SystemClock",
    "TypedArray",
    "TypedDictionary",
    "export",
    "format_",
    "onready",
    "rpc",
    "run",
    "start",
}


def lazy_names() -> set[str]:
    return set(HOME)


def names_for_type_checkers() -> dict[str, str]:
    """Each name below TYPE_CHECKING, with its module."""
    block = next(node for node in parsed("engine").body if is_type_checking(node))
    found: dict[str, str] = {}
    for node in ast.walk(block):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            for alias in node.names:
                if alias.name != "*":
                    assert alias.asname == alias.name, "not exported to type checkers"
                    found[alias.name] = node.module
    return found


def starred_for_type_checkers() -> set[str]:
    block = next(node for node in parsed("engine").body if is_type_checking(node))
    return {
        str(node.module)
        for node in ast.walk(block)
        if isinstance(node, ast.ImportFrom) and node.names[0].name == "*"
    }


def public_classes(module: str) -> list[str]:
    return [
        node.name
        for node in parsed(module).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]


def public_modules() -> list[str]:
    found = []
    for module in modules():
        parts = module.split(".")
        if len(parts) == 3 and parts[1] in SCOPES and not parts[2].startswith("_"):
            found.append(module)
    return found


def test_type_checkers_see_the_names_that_python_finds() -> None:
    assert names_for_type_checkers() == HOME
    assert starred_for_type_checkers() == set(CONSTANTS)


def test_every_name_is_found_and_kept() -> None:
    for name, module in HOME.items():
        value = getattr(engine, name)
        assert value is getattr(importlib.import_module(module), name)
        assert vars(engine)[name] is value
        assert not name.startswith("_")


def test_every_constant_of_the_enums_is_found() -> None:
    for module in CONSTANTS:
        constants = {n: v for n, v in vars(importlib.import_module(module)).items() if n.isupper()}
        assert constants
        for name, value in constants.items():
            assert getattr(engine, name) == value
            assert isinstance(value, Enum)


def test_an_unknown_name_is_an_attribute_error() -> None:
    for name in ("Nod", "ERR_NOTHING", "_Node", "KEY_"):
        with pytest.raises(AttributeError, match=f"module 'engine' has no attribute '{name}'"):
            getattr(engine, name)
    with pytest.raises(ImportError):
        exec("from engine import Nod")


def test_dir_lists_everything() -> None:
    assert lazy_names() <= set(dir(engine))
    assert {"OK", "KEY_A", "TYPE_NIL", *NOT_STARRED} <= set(dir(engine))


def test_a_star_import_gives_all_but_what_hides_python_names() -> None:
    code = (
        "before = set(dir())\n"
        "from engine import *\n"
        "print(*sorted(set(dir()) - before - {'before'}))\n"
    )
    got = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert set(got) == set(engine.__all__)
    assert set(got) >= lazy_names() - NOT_STARRED
    assert not set(got) & NOT_STARRED
    assert {name for name in got if hasattr(builtins, name)} == set()


@pytest.mark.parametrize("module", public_modules())
def test_classes_of_public_modules_are_exported(module: str) -> None:
    if module in INTERNAL_MODULES:
        return
    hidden = [
        name
        for name in public_classes(module)
        if HOME.get(name.removesuffix("Singleton")) != module
    ]
    assert set(hidden) <= INTERNAL_CLASSES, f"not exported: {hidden}"


@pytest.mark.parametrize("scope", ["core", "net", "scene", "gui"])
def test_godots_classes_are_exported_by_their_names(scope: str) -> None:
    ours = {name for module in modules() for name in public_classes(module)}
    ours |= {name.removesuffix("Singleton") for name in ours if name.endswith("Singleton")}
    there = [name for name in godot_names()["classes"][scope] if name in ours]
    assert there
    for name in there:
        value = getattr(engine, name)
        assert getattr(value, "__name__", name) == name


def test_nothing_is_exported_by_accident() -> None:
    names = godot_names()
    godots = {*class_names(), *names["functions"], *names["enums"]}
    plain = {name: name.removesuffix("_") for name in lazy_names()}
    strange = {name for name in plain if plain[name] not in godots and not is_builtin(plain[name])}
    assert strange - OURS - GODOTS_OTHERS == set()


def test_the_digest_of_godots_names_is_true() -> None:
    if not (whole_set() / "api.json").exists():
        pytest.skip("there is no api.json beside the project")
    assert godot_names() == digest()
