"""The recorded programs, written as Python by the converter, print what Godot printed.

Which of them do is listed by name, and so is why the others do not: nothing leaves the list unseen.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from engine import Node
from engine.gdscript.convert.converter import convert
from tests.godot.recorded import (
    data_folder,
    in_python,
    recorded,
    recorded_exit_code,
    recorded_messages,
)
from tests.godot.run_case import CaseResult, run_case

SAME = """
    await_frames await_freed await_loops await_order await_ready await_values defer_chain
    defer_order defer_queue_free format_basic group_calls group_mutate group_order
    life_busy_parent life_busy_remove life_callbacks life_free life_inside life_internal
    life_move_reparent life_notifications life_onready life_order life_ready_once life_signals
    names_auto node_duplicate obj_dynamic paths_lookup paths_owner paths_print_tree paths_unique
    print_math proc_added_when proc_counters proc_fps120 proc_fps30 proc_inherited proc_midframe
    proc_order proc_pause proc_priority proc_slow_frames proc_ticks proc_ticks_odd proc_time_scale
    proc_toggle quit_code quit_request scene_pack scene_reload scene_swap sig_basic sig_bind
    sig_flags sig_mutate sig_same timer_frames timer_node timer_node_edges timer_order
    timer_ownership timer_pause_scale tween_basic tween_binding tween_control tween_ease
    tween_parallel
""".split()
# What keeps the others from it.
OTHERWISE = {
    "autoload_order": "a project of several files: see test_convert_projects",
    "await_errors": "goes on after script errors",
    "await_sync_part": "goes on after script errors",
    "defer_freed": "goes on after script errors",
    "format_errors": "goes on after script errors",
    "obj_freed": "goes on after script errors",
    "obj_notify_inherit": "a derived variable is set before the base's _init",
    "obj_props": "asks a script for its methods, and converts in set()",
    "obj_refcount": "a variable of a loop's body ends with the body",
    "obj_to_string": "a method of the engine's shows the engine's class",
    "paths_errors": "goes on after script errors",
    "paths_find": "Node2D is not there",
    "print_containers": "JSON is not there",
    "print_scalars": "converts texts in ways that Python refuses",
    "scene_change": "makes scripts while it runs",
    "scene_pack_script": "makes scripts while it runs",
    "sig_errors": "refuses arguments of a wrong type",
    "sig_freed": "drops a captured object with the lambda",
    "sig_introspect": "compares with the name of its own file",
}
_OBJECT_ID = re.compile(r"#-?\d{6,}")


def programs() -> dict[str, Path]:
    return {path.stem: path for path in sorted(data_folder("tree").glob("*.gd"))}


def as_module(name: str, source: str) -> ModuleType:
    module = ModuleType(name)
    module.__file__ = f"{name}.py"
    sys.modules[name] = module
    exec(compile(source, f"{name}.py", "exec"), vars(module))
    return module


def main_class(module: ModuleType) -> type[Node]:
    """The class of the file, which is the last one."""
    classes = [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, Node)
        and value.__module__ == module.__name__
    ]
    return classes[-1]


def run(name: str, path: Path) -> CaseResult:
    source = path.read_text(encoding="utf-8")
    module = as_module(name, convert(source, str(path)))
    first = source.partition("\n")[0]
    args = first.removeprefix("#@").split() if first.startswith("#@") else ["--fixed-fps", "60"]
    try:
        return run_case(main_class(module), args)
    finally:
        del sys.modules[name]


def normal(text: str) -> str:
    return _OBJECT_ID.sub("#ID", text)


@pytest.mark.parametrize("name", SAME)
def test_converted_program_prints_the_same(name: str) -> None:
    result = run(name, programs()[name])
    assert normal(result.out) == normal(recorded(name))
    assert result.exit_code == recorded_exit_code(name)


@pytest.mark.parametrize("name", SAME)
def test_converted_program_brings_the_same_messages(name: str) -> None:
    result = run(name, programs()[name])
    expected = [
        (kind, normal(text)) for kind, text in recorded_messages(name) if kind != "SCRIPT ERROR"
    ]
    said = [(m.kind, normal(in_python(m.text))) for m in result.messages]
    assert [(kind, text) for kind, text in said if kind != "SCRIPT ERROR"] == expected


def test_every_program_is_accounted_for() -> None:
    assert sorted([*SAME, *OTHERWISE]) == sorted(programs())
    assert len(SAME) >= 60


@pytest.mark.parametrize("name", sorted(OTHERWISE))
def test_the_other_programs_convert_too(name: str) -> None:
    text = convert(programs()[name].read_text(encoding="utf-8"), str(programs()[name]))
    compile(text, f"{name}.py", "exec")
