"""Starting a Godot project: its settings, autoloads, and main scene or main loop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.core import output
from engine.core._script_instances import made_without_arguments
from engine.core.engine_singleton import Engine
from engine.core.main_loop import MainLoop
from engine.core.os import OS
from engine.core.project_settings import ProjectSettings
from engine.core.vector2i import Vector2i
from engine.gdscript import project
from engine.gdscript.project import Autoload, ProjectError
from engine.main.loop import Runnable
from engine.main.main_loop_runner import runnable
from engine.main.options import Options, UsageError
from engine.main.script_loader import ScriptLoadError, set_exports
from engine.scene.node import Node
from engine.scene.packed_scene import PackedScene
from engine.scene.resource_loader import ResourceLoader
from engine.scene.scene_tree import SceneTree

_SCRIPTS = (".gd", ".py")
_NO_IDEA = (
    "Couldn't detect whether to run the editor, the project manager or a specific project. "
    "Aborting."
)
_HEADLESS_SIZE = Vector2i(64, 64)  # of a window that no screen shows


def start(folder: Path, options: Options, prepare: Callable[[SceneTree], object]) -> Runnable | int:
    """Makes what a project runs, with all that is in it before the first frame.

    Args:
        folder: the project's folder, which is the current one.
        options: what the command line says.
        prepare: called with the tree before anything is put into it.

    Returns:
        What the loop is to run; or an exit code, when there is nothing to run.

    Raises:
        ScriptLoadError: when what was asked for cannot be run.
        UsageError: when nothing was asked for, and the project has no main scene.
    """
    project.set_cache(options.cache)
    try:
        project.open_project(folder)
    except ProjectError:
        return 1
    if options.max_fps is not None:
        Engine.max_fps = options.max_fps
    main_loop = _main_loop(options)
    if main_loop is None:
        return 1
    if options.check_only:
        return 0
    if isinstance(main_loop, SceneTree):
        scene = options.scene or ("" if options.script else project.main_scene())
        if not scene and not options.script and options.kept:
            raise ScriptLoadError(_NO_IDEA)
        if not scene and not options.script:
            raise UsageError("Error: Can't run project: no main scene defined in the project.")
        _set_up(main_loop)
        prepare(main_loop)
        if not _fill(main_loop, _whole(scene), options):
            return 1
    return runnable(main_loop)


# The main loop -----------------------------------------------------------------------------------


def _main_loop(options: Options) -> MainLoop | None:
    """The main loop that was asked for, or a tree; None for a script that has errors."""
    if not options.script:
        return _named_main_loop(options)
    cls = ResourceLoader.load(_whole(options.script))
    if cls is None:
        raise ScriptLoadError(f"Can't load script: {options.script}")
    if project.is_broken(cls):
        return None
    if options.check_only:
        return SceneTree(entered=False)
    if not (isinstance(cls, type) and issubclass(cls, MainLoop)):
        raise ScriptLoadError(
            f"Can't load the script \"{options.script}\" as it doesn't inherit from SceneTree or "
            "MainLoop."
        )
    return _made(cls)


def _named_main_loop(options: Options) -> MainLoop:
    name = options.main_loop or str(project.setting("application/run/main_loop_type", "SceneTree"))
    if name in ("", "SceneTree"):
        return SceneTree(entered=False)
    cls = project.global_class(name)
    if cls is None or not issubclass(cls, MainLoop):
        raise ScriptLoadError(_NO_IDEA)
    return _made(cls)


def _made(cls: type[MainLoop]) -> MainLoop:
    # A tree begins when the loop does, with everything in it.
    made: MainLoop = cls(entered=False) if issubclass(cls, SceneTree) else cls()
    return made


def _whole(reference: str) -> str:
    """A path as `res://...` for one from the project's folder."""
    if not reference or "://" in reference:
        return reference
    return ProjectSettings.localize_path(reference)


# What is in the tree -----------------------------------------------------------------------------


def _set_up(tree: SceneTree) -> None:
    """What the project says about the tree and its root."""
    tree.auto_accept_quit = bool(project.setting("application/config/auto_accept_quit", True))
    tree.quit_on_go_back = bool(project.setting("application/config/quit_on_go_back", True))
    tree._load_scene = load_scene
    tree.root.title = str(project.setting("application/config/name", ""))
    tree.root._follow_settings()
    tree.root.size = _HEADLESS_SIZE
    OS.low_processor_usage_mode = bool(project.setting("application/run/low_processor_mode", False))


def _fill(tree: SceneTree, scene: str, options: Options) -> bool:
    """Puts autoloads and the main scene into a tree; False when the scene cannot be had."""
    made = []
    for autoload in project.autoloads():
        node = _autoload_node(autoload)
        if node is not None:
            node.name = autoload.name
            project.register_autoload(autoload, node)
            made.append(node)
    if not scene:
        return _add(tree, made, None)
    main = load_scene(scene)
    if main is None:
        output.error(f"Failed loading scene: {scene}.")
        for node in made:
            node.free()
        return False
    set_exports(main, options.values)
    return _add(tree, made, main)


def _add(tree: SceneTree, autoloads: list[Node], main: Node | None) -> bool:
    for node in autoloads:
        tree.root.add_child(node)
    if main is not None:
        tree.root.add_child(main)
        tree.current_scene = main
    return True


def _autoload_node(autoload: Autoload) -> Node | None:
    """The node of an autoload; None, with Godot's words for it, when there is none."""
    found = ResourceLoader.load(autoload.path)
    is_script = autoload.path.endswith(_SCRIPTS)
    if isinstance(found, PackedScene):
        node = found.instantiate()
        return node if isinstance(node, Node) else None
    if isinstance(found, type) and issubclass(found, Node):
        made = made_without_arguments(found)
        return made if isinstance(made, Node) else None
    if isinstance(found, type) or (is_script and ResourceLoader.exists(autoload.path)):
        problem = f"script '{autoload.path}' does not inherit from 'Node'."
    elif found is None and is_script:
        problem = f"can't load from path: {autoload.path}."
    else:
        if found is None and not ResourceLoader.exists(autoload.path):
            output.error(
                f'Failed to instantiate scene state of "{autoload.path}", node count is 0. Make '
                "sure the PackedScene resource is valid."
            )
        problem = f"path is not pointing to a scene or a script: {autoload.path}."
    output.error(f"Failed to instantiate an autoload, {problem}")
    return None


def load_scene(path: str) -> Node | None:
    """The scene of a file, made anew; None, when the reason has been said."""
    found: Any = ResourceLoader.load(path)
    if isinstance(found, type) and issubclass(found, Node):
        node = made_without_arguments(found)
        if isinstance(node, Node):
            node.name = node.name or Path(path).stem
            node.scene_file_path = path
    else:
        node = found.instantiate() if isinstance(found, PackedScene) else None
    return node if isinstance(node, Node) else None
