"""Engine keeps rates, counters and singletons."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from engine.core.engine_singleton import Engine
from engine.core.object import Object
from engine.core.os import OS
from engine.core.time import Time
from tests.core.recorded_values import heard


@pytest.fixture(autouse=True)
def _rates_are_restored() -> Iterator[None]:
    names = ("physics_ticks_per_second", "max_physics_steps_per_frame", "max_fps",
             "physics_jitter_fix", "time_scale")  # fmt: skip
    kept = {name: getattr(Engine, name) for name in names}
    yield
    for name, value in kept.items():
        setattr(Engine, name, value)


def test_defaults_are_godots() -> None:
    assert Engine.physics_ticks_per_second == 60
    assert Engine.max_physics_steps_per_frame == 8
    assert Engine.max_fps == 0
    assert Engine.physics_jitter_fix == 0.5
    assert Engine.time_scale == 1.0
    assert Engine.print_to_stdout
    assert Engine.print_error_messages


def test_rates_can_be_changed() -> None:
    Engine.time_scale = 2.0
    Engine.set_physics_ticks_per_second(30)
    Engine.set_max_fps(144)
    Engine.set_physics_jitter_fix(0.0)
    Engine.set_max_physics_steps_per_frame(4)
    assert (Engine.get_time_scale(), Engine.get_physics_ticks_per_second()) == (2.0, 30)
    assert (Engine.get_max_fps(), Engine.get_physics_jitter_fix()) == (144, 0.0)
    assert Engine.get_max_physics_steps_per_frame() == 4


def test_impossible_rates_are_errors_or_held() -> None:
    with heard() as messages:
        Engine.physics_ticks_per_second = 0
        Engine.max_physics_steps_per_frame = 0
    Engine.max_fps = -5
    Engine.physics_jitter_fix = -1.0
    Engine.time_scale = -1.0
    assert messages == [
        "ERROR: Engine iterations per second must be greater than 0.",
        "ERROR: Maximum number of physics steps per frame must be greater than 0.",
    ]
    assert (Engine.physics_ticks_per_second, Engine.max_physics_steps_per_frame) == (60, 8)
    assert (Engine.max_fps, Engine.physics_jitter_fix, Engine.time_scale) == (0, 0.0, -1.0)


def test_singletons_are_found_by_name() -> None:
    assert Engine.get_singleton("Engine") is Engine
    assert Engine.get_singleton("OS") is OS
    assert Engine.get_singleton("Time") is Time
    assert {"Engine", "OS", "Time"} <= set(Engine.get_singleton_list())
    for name in ("Engine", "OS", "Time", "Marshalls", "ClassDB"):
        assert Engine.has_singleton(name)
        assert Engine.get_singleton(name).get_class() == name


def test_singletons_can_be_registered() -> None:
    thing = Object()
    Engine.register_singleton("Thing", thing)
    assert Engine.has_singleton("Thing")
    assert Engine.get_singleton("Thing") is thing
    Engine.unregister_singleton("Thing")
    assert not Engine.has_singleton("Thing")


def test_what_cannot_be_registered_is_an_error() -> None:
    with heard() as messages:
        assert Engine.get_singleton("Nope") is None
        Engine.register_singleton("OS", Object())
        Engine.unregister_singleton("Nope")
        Engine.unregister_singleton("OS")
    assert messages == [
        "ERROR: Failed to retrieve non-existent singleton 'Nope'.",
        "ERROR: Singleton already registered: 'OS'.",
        "ERROR: Attempt to remove unregistered singleton: 'Nope'.",
        "ERROR: Attempt to remove non-user created singleton: 'OS'.",
    ]


def test_the_version_is_the_one_that_is_followed() -> None:
    version = Engine.get_version_info()
    assert (version["major"], version["minor"], version["patch"]) == (4, 6, 3)
    assert version["hex"] == 0x040603
    assert list(version) == [
        "major", "minor", "patch", "hex", "status", "build", "hash", "timestamp", "string",
    ]  # fmt: skip


def test_there_is_no_editor() -> None:
    assert not Engine.is_editor_hint()
    assert not Engine.is_embedded_in_editor()
    assert Engine.get_write_movie_path() == ""
    assert Engine.get_frames_drawn() >= 0
    assert Engine.get_architecture_name()
