"""`python -m engine`, and the command `scenetick`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import engine
from engine.core import output
from engine.core.engine_singleton import Engine
from engine.core.main_loop import MainLoop
from engine.core.os import OS
from engine.core.output import Message
from engine.main.loop import Loop, make_tree
from engine.main.options import Options, parse
from engine.main.script_loader import ScriptLoadError, load_class, set_exports
from engine.scene.node import Node
from engine.scene.scene_tree import SceneTree


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command line; gives the exit code."""
    options = parse(
        sys.argv[1:] if arguments is None else arguments, f"Scenetick {engine.__version__}"
    )
    OS._arguments = list(sys.argv[1:] if arguments is None else arguments)
    OS._user_arguments = options.user_args
    OS._verbose = options.verbose
    if options.time_scale is not None:
        Engine.time_scale = options.time_scale
    try:
        tree = _tree_of(options)
    except ScriptLoadError as problem:
        _say(problem)
        return 1
    return _loop_of(tree, options).run()


def _tree_of(options: Options) -> SceneTree:
    folder = Path(options.path) if options.path else Path.cwd()
    if options.path:
        if not folder.is_dir():
            raise ScriptLoadError(f"Invalid project path specified: '{options.path}'.")
        os.chdir(folder)
        folder = Path.cwd()
    if options.main_loop:
        return _own_main_loop(options, folder)
    if not options.scene:
        raise ScriptLoadError("Nothing to run: give a script, as in `python -m engine server.py`.")
    tree = make_tree(_scene_of(options.scene, folder, options.values))
    tree._load_scene = lambda path: _scene_or_none(path, folder)
    return tree


def _scene_of(reference: str, folder: Path, values: dict[str, str]) -> Node:
    cls = load_class(reference, folder)
    try:
        scene: Node = cls()
    except Exception as exception:
        raise ScriptLoadError(f"Cannot create {cls.__name__}: {exception}") from exception
    scene.scene_file_path = f"res://{reference.removeprefix('res://')}"
    set_exports(scene, values)
    return scene


def _scene_or_none(path: str, folder: Path) -> Any:
    """The scene of a file for `change_scene_to_file`, or None."""
    try:
        return _scene_of(path, folder, {})
    except ScriptLoadError as problem:
        _say(problem)
        return None


def _own_main_loop(options: Options, folder: Path) -> SceneTree:
    cls = load_class(options.main_loop, folder, MainLoop)
    if not issubclass(cls, SceneTree):
        raise ScriptLoadError(f"{cls.__name__} does not extend SceneTree.")
    return cls(entered=False)


def _loop_of(tree: SceneTree, options: Options) -> Loop:
    return Loop(
        tree,
        fixed_fps=options.fixed_fps,
        max_fps=options.max_fps,
        quit_after=options.quit_after,
        strict=options.strict,
    )


def _say(problem: ScriptLoadError) -> None:
    cause = problem.__cause__
    if cause is not None:
        output.report(Message("SCRIPT ERROR", str(problem), exception=cause))
    else:
        output.report(Message("ERROR", str(problem)))
