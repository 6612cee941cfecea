"""The recorded programs, written as Python by the converter, print what Godot printed.

Each is a project like the recorded one, with all of its scripts converted. Which of them print the
same is listed by name, and so is why the others do not: nothing leaves the list unseen.
"""

from __future__ import annotations

import functools
import re
import tempfile
from pathlib import Path

import pytest

from engine.gdscript.convert.converter import convert
from tests.godot.recorded import in_python, recorded, recorded_exit_code, recorded_messages
from tests.godot.run_project import Job, Outcome, run_jobs
from tests.godot.test_recorded import CASES, TREE, arguments, stage

_SAME = """
    autoload_order await_frames await_freed await_loops await_order await_ready await_values
    defer_chain defer_order defer_queue_free format_basic group_calls group_mutate group_order
    life_busy_parent life_busy_remove life_callbacks life_free life_inside life_internal
    life_move_reparent life_notifications life_onready life_order life_ready_once life_signals
    names_auto node_duplicate obj_dynamic obj_notify_inherit paths_lookup paths_owner
    paths_print_tree paths_unique print_math proc_added_when proc_counters proc_fps120 proc_fps30
    proc_inherited proc_midframe proc_order proc_pause proc_priority proc_slow_frames proc_ticks
    proc_ticks_odd proc_time_scale proc_toggle quit_code quit_request scene_pack scene_reload
    scene_swap sig_basic sig_bind sig_flags sig_mutate sig_same timer_frames timer_node
    timer_node_edges timer_order timer_ownership timer_pause_scale tween_basic tween_binding
    tween_control tween_ease tween_parallel
"""
SAME = re.findall(r"\w+", _SAME)
# What keeps the others from it.
OTHERWISE = {
    "await_errors": "goes on after script errors",
    "await_sync_part": "goes on after script errors",
    "defer_freed": "goes on after script errors",
    "format_errors": "goes on after script errors",
    "obj_freed": "goes on after script errors",
    "obj_props": "asks a script for its methods, and converts in set()",
    "obj_refcount": "a variable of a loop's body ends with the body",
    "obj_to_string": "a method of the engine's shows the engine's class",
    "paths_errors": "goes on after script errors",
    "paths_find": "has a class that the engine has not",
    "print_containers": "has a class that the engine has not",
    "print_scalars": "uses functions of String that Python has under other names",
    "scene_change": "makes scripts while it runs",
    "scene_pack_script": "makes scripts while it runs",
    "sig_errors": "refuses arguments of a wrong type",
    "sig_freed": "drops a captured object with the lambda",
    "sig_introspect": "compares with the name of its own file",
}
_OBJECT_ID = re.compile(r"#-?\d{6,}")
_ENGINE_MESSAGE = re.compile(r"^(?:ERROR|WARNING): (.*)$", re.MULTILINE)


def stage_converted(name: str, folder: Path) -> Job:
    """Lays a case out, with Python in place of GDScript."""
    stage(name, folder)
    scripts = sorted(folder.rglob("*.gd"))
    texts = [convert(path.read_text(encoding="utf-8"), str(path)) for path in scripts]
    for path, text in zip(scripts, texts, strict=True):
        path.with_suffix(".py").write_text(text, encoding="utf-8")
        path.unlink()
    for path in [*folder.rglob("*.tscn"), folder / "project.godot"]:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('.gd"', '.py"'), encoding="utf-8")
    return Job(name, str(folder), arguments(name))


@functools.cache
def outcomes() -> dict[str, Outcome]:
    """All cases, run."""
    with tempfile.TemporaryDirectory() as place:
        return run_jobs([stage_converted(name, Path(place, name)) for name in SAME])


def normal(text: str) -> str:
    return _OBJECT_ID.sub("#ID", text)


@pytest.mark.parametrize("name", SAME)
def test_converted_program_does_what_godot_did(name: str) -> None:
    outcome = outcomes()[name]
    assert normal(outcome.out) == normal(recorded(name)), outcome.err
    assert outcome.code == recorded_exit_code(name)


@pytest.mark.parametrize("name", SAME)
def test_converted_program_brings_the_same_messages(name: str) -> None:
    said = [normal(in_python(line)) for line in _ENGINE_MESSAGE.findall(outcomes()[name].err)]
    expected = [
        normal(text).partition("\n")[0]
        for kind, text in recorded_messages(name)
        if kind != "SCRIPT ERROR"
    ]
    assert said == expected


def test_every_program_is_accounted_for() -> None:
    assert sorted([*SAME, *OTHERWISE]) == CASES
    assert len(SAME) >= 60


@pytest.mark.parametrize("name", sorted(OTHERWISE))
def test_the_other_programs_convert_too(name: str) -> None:
    path = TREE / f"{name}.gd"
    compile(convert(path.read_text(encoding="utf-8"), str(path)), f"{name}.py", "exec")
