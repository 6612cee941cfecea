"""Runs a port as Godot ran the program: as the script of `Main`, the root of the main scene."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass

from engine import Engine, Message, Node, SceneTree
from engine.core.engine_singleton import EngineSingleton
from engine.core.output import error, handler

MOST_FRAMES = 2000
MAIN_SCENE = "res://main.tscn"
Scenes = Mapping[str, Callable[[], Node]]


@dataclass(frozen=True, slots=True)
class CaseResult:
    """What came of a run.

    Attributes:
        out: everything on standard output.
        messages: errors, warnings and script errors, in order.
        exit_code: what `quit` was told.
    """

    out: str
    messages: list[Message]
    exit_code: int


def run_case(
    main_class: type[Node],
    args: Sequence[str] = ("--fixed-fps", "60"),
    scenes: Scenes | None = None,
) -> CaseResult:
    """Runs a tree with `main_class` as its main scene until it quits.

    Args:
        main_class: the script of the main scene.
        args: the engine's arguments.
        scenes: what makes the scenes of other files, by path.
    """
    makers = {MAIN_SCENE: lambda: main_scene(main_class), **(scenes or {})}
    rate = int(args[args.index("--fixed-fps") + 1])
    out = io.StringIO()
    messages: list[Message] = []
    with redirect_stdout(out), handler(messages.append), fresh_engine_settings():
        tree = _run(makers, 1.0 / rate)
    if not tree.is_quitting:
        said = "\n".join(f"{message}\n{message.details()}" for message in messages)
        raise AssertionError(f"no end after {MOST_FRAMES} frames:\n{out.getvalue()}\n{said}")
    return CaseResult(out.getvalue(), messages, tree.exit_code)


def _run(makers: Scenes, frame: float) -> SceneTree:
    def load(path: str) -> Node | None:
        if path not in makers:
            error(f"Cannot open file '{path}'.")
            error(f"Failed loading resource: {path}.")
            return None
        scene = makers[path]()
        scene.scene_file_path = path
        return scene

    tree = SceneTree(entered=False)
    tree._load_scene = load
    main = makers[MAIN_SCENE]()
    main.scene_file_path = MAIN_SCENE
    tree.root.add_child(main)
    tree.current_scene = main
    tree.initialize()
    for _ in range(MOST_FRAMES):
        tree.run_frame(frame)
        if tree.is_quitting:
            break
    tree.finalize()
    return tree


def main_scene(main_class: type[Node]) -> Node:
    """An instance of the main scene."""
    main = main_class()
    main.name = "Main"
    return main


@contextmanager
def fresh_engine_settings() -> Iterator[None]:
    """While it is open, `Engine` has the settings and counters of a process that just started."""
    before = dict(vars(Engine))
    vars(Engine).update(vars(EngineSingleton()))
    try:
        yield
    finally:
        vars(Engine).update(before)
