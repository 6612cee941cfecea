"""`python -m engine`, and the command `scenetick`.

A Godot project, a scene or a `.gd` file brings in `engine.main.project_run` and with it all that
reads GDScript; a Python script by itself needs none of it.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import engine
from engine.core import output
from engine.core._lazy import lazy
from engine.core.engine_singleton import Engine
from engine.core.main_loop import MainLoop
from engine.core.os import OS
from engine.core.output import Message
from engine.main.loop import Loop, Runnable, set_scene
from engine.main.main_loop_runner import runnable
from engine.main.options import PROJECT_FILE, USAGE, Options, UsageError, parse
from engine.main.screen import Screen, open_screen
from engine.main.script_loader import ScriptLoadError, load_class, set_exports
from engine.scene.node import Node
from engine.scene.scene_tree import SceneTree

if TYPE_CHECKING:
    from engine.gdscript.convert import command_line as convert
    from engine.main import (
        bot_command,
        project_run,
        rpc_check_command,
        rpc_stub_command,
        wire_command,
    )
    from engine.multiplayer import _trace
else:
    bot_command = lazy("engine.main.bot_command")
    convert = lazy("engine.gdscript.convert.command_line")
    project_run = lazy("engine.main.project_run")
    rpc_check_command = lazy("engine.main.rpc_check_command")
    rpc_stub_command = lazy("engine.main.rpc_stub_command")
    wire_command = lazy("engine.main.wire_command")
    _trace = lazy("engine.multiplayer._trace")

# First words that are no run of a scene.
_COMMANDS: dict[str, Any] = {
    "bot": bot_command,
    "convert": convert,
    "wire": wire_command,
    "rpc-check": rpc_check_command,
    "rpc-stub": rpc_stub_command,
}
_OF_PROJECTS = (".gd", ".tscn", ".scn", ".escn", ".res", ".tres")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command line; gives the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and words[0] in _COMMANDS:
        return int(_COMMANDS[words[0]].main(words[1:]))
    try:
        options = parse(words)
        if options.show:
            print(USAGE if options.show == "help" else f"Scenetick {engine.__version__}")
            return 0
        return _run(options)
    except UsageError as problem:
        print(problem, file=sys.stderr)
        return problem.code
    except ScriptLoadError as problem:
        say(problem)
        return 1


def _run(options: Options) -> int:
    OS._arguments = options.kept
    OS._user_arguments = options.user_args
    OS._verbose = options.verbose
    if options.quiet:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    folder, is_project = _enter_folder(options)
    with ExitStack() as at_end:
        screens: list[Screen] = []

        def prepare(tree: SceneTree) -> None:
            screen = open_screen(tree, options)
            if screen is not None:
                at_end.callback(screen.close)
                screens.append(screen)

        if is_project or _is_of_project(options):
            made: Runnable | int = project_run.start(folder, options, prepare)
        else:
            if options.unknown:
                raise UsageError(f"Unknown option '{options.unknown[0]}'.", 2)
            made = _python_tree(options, folder, prepare)
        if isinstance(made, int):
            return made
        if options.wake_on_traffic:
            Engine.wake_on_traffic = True
        if options.trace_multiplayer:
            trace = _trace.Trace()
            trace.begin()
            at_end.callback(trace.end)
        if options.time_scale is not None:
            Engine.time_scale = options.time_scale
        _calm_collector()
        return _loop_of(made, options, screens[0] if screens else None).run()


def _calm_collector() -> None:
    """Cycles are looked for less often than Python does.

    A frame of a full window makes thousands of objects that live on; looking through them each time
    is a tenth of it.
    """
    gc.set_threshold(10_000, 20, 20)


# Which folder, and what it is ---------------------------------------------------------------------


def _enter_folder(options: Options) -> tuple[Path, bool]:
    """Goes into the project's folder; gives it, and whether it holds a Godot project."""
    folder = Path(options.path or os.getcwd()).absolute()
    if not folder.is_dir():
        raise UsageError(f'Invalid project path specified: "{options.path}", aborting.')
    if not (folder / PROJECT_FILE).is_file():
        found = _folder_above(folder, options)
        if found is None:
            if options.path:
                os.chdir(folder)
            return folder, False
        folder = found
    _make_reference_local(options, folder)
    os.chdir(folder)
    return folder, True


def _folder_above(folder: Path, options: Options) -> Path | None:
    """The folder above that holds a project: asked for, or the one that a scene belongs to."""
    start = folder
    if not options.upwards:
        if options.path or not (options.scene or options.script).endswith(_OF_PROJECTS):
            return None
        start = (folder / (options.scene or options.script)).parent
    for place in (start, *start.parents):
        if (place / PROJECT_FILE).is_file():
            return place
    return None


def _make_reference_local(options: Options, folder: Path) -> None:
    """What was named from elsewhere is named from the project's folder."""
    for name in ("scene", "script"):
        reference = getattr(options, name)
        if reference and "://" not in reference and not options.path:
            whole = os.path.abspath(reference)
            if os.path.commonpath((whole, folder)) == str(folder):
                setattr(options, name, os.path.relpath(whole, folder).replace(os.sep, "/"))


def _is_of_project(options: Options) -> bool:
    return options.scene.endswith(_OF_PROJECTS) or options.script.endswith(".gd")


# Python scripts by themselves ---------------------------------------------------------------------


def _python_tree(
    options: Options, folder: Path, prepare: Callable[[SceneTree], object]
) -> Runnable:
    if options.script:
        cls = load_class(options.script, folder, MainLoop)
        made = cls(entered=False) if issubclass(cls, SceneTree) else cls()
        if isinstance(made, SceneTree):
            prepare(made)
        return runnable(made)
    scene = options.scene or next((word for word in options.kept if word), "")
    if not scene:
        raise ScriptLoadError(
            "Nothing to run: give a script, as in `python -m engine server.py`, or a project, "
            "as in `python -m engine --path DIR`."
        )
    tree = SceneTree(entered=False)
    prepare(tree)
    main = scene_of(scene, folder, options.values)
    tree.root.title = tree.root.title or type(main).__name__
    set_scene(tree, main)
    tree._load_scene = lambda path: _scene_or_none(path, folder)
    return tree


def scene_of(reference: str, folder: Path, values: dict[str, str]) -> Node:
    """The scene that a Python script is the root of.

    Raises:
        ScriptLoadError: when there is none to be had.
    """
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
        return scene_of(path, folder, {})
    except ScriptLoadError as problem:
        say(problem)
        output.error(f"Failed loading resource: {path}.")
        return None


# The end of it ------------------------------------------------------------------------------------


def _loop_of(tree: Runnable, options: Options, screen: Screen | None) -> Loop:
    return Loop(
        tree,
        screen=screen,
        fixed_fps=options.fixed_fps,
        max_fps=options.max_fps,
        quit_after=options.quit_after,
        strict=options.strict,
    )


def say(problem: ScriptLoadError) -> None:
    """Prints why something cannot be run."""
    cause = problem.__cause__
    if cause is not None:
        output.report(Message("SCRIPT ERROR", str(problem), exception=cause))
    else:
        output.report(Message("ERROR", str(problem)))
