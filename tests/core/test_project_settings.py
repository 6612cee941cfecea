"""Project settings. What is expected here is what Godot 4.6 does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine import (
    ERR_FILE_NOT_FOUND,
    ERR_FILE_UNRECOGNIZED,
    OK,
    Color,
    NodePath,
    PackedStringArray,
    StringName,
    Vector2,
)
from engine.core.os import OS
from engine.core.project_settings import ProjectSettings, _ProjectSettings
from engine.testing import HeadlessTree, expect_error


@pytest.fixture
def settings() -> Iterator[_ProjectSettings]:
    """Settings as they are at the start, with nothing left to tell."""
    made = _ProjectSettings()
    yield made
    made.free()


def test_there_is_one_with_godots_defaults() -> None:
    assert ProjectSettings.get_class() == "ProjectSettings"
    assert ProjectSettings.get_setting("physics/common/physics_ticks_per_second") == 60
    assert ProjectSettings.get_setting("application/run/main_loop_type") == "SceneTree"
    assert ProjectSettings.get_setting("display/window/size/viewport_width") == 1152


def test_a_setting_is_added_changed_and_taken_away(settings: _ProjectSettings) -> None:
    assert settings.get_setting("my/value") is None
    assert settings.get_setting("my/value", 4) == 4
    settings.set_setting("my/value", [1])
    assert settings.has_setting("my/value")
    assert settings.get_setting("my/value", 4) == [1]
    assert settings.get("my/value") == [1]
    assert "my/value" in settings
    settings.set_setting("my/value", None)
    assert not settings.has_setting("my/value")
    settings.set("my/value", 2)
    settings.clear("my/value")
    assert not settings.has_setting("my/value")


def test_missing_settings_are_told(settings: _ProjectSettings) -> None:
    with expect_error("Request for nonexistent project setting: 'nope'.", count=7):
        settings.clear("nope")
        settings.set_order("nope", 3)
        assert settings.get_order("nope") == -1
        settings.set_initial_value("nope", 1)
        settings.set_as_basic("nope", True)
        settings.set_as_internal("nope", True)
        settings.set_restart_if_changed("nope", True)
    with expect_error("Property not found: 'nope'."):
        assert settings.get_setting_with_override("nope") is None


def test_a_tag_that_fits_overrides(settings: _ProjectSettings) -> None:
    fitting = OS.get_name().lower()
    settings.set_setting("own/thing", 5)
    settings.set_setting("own/thing.nope", 7)
    assert settings.get_setting_with_override("own/thing") == 5
    settings.set_setting(f"own/thing.{fitting}", 6)
    assert settings.get_setting("own/thing") == 5
    assert settings.get_setting_with_override("own/thing") == 6
    custom = settings.get_setting_with_override_and_custom_features
    assert custom("own/thing", ["nope"]) == 7
    assert custom("own/thing", []) == 5


def test_changes_are_told_once_at_the_end_of_the_step(tree: HeadlessTree) -> None:
    settings = _ProjectSettings()
    told: list[list[str]] = []
    settings.settings_changed.connect(lambda: told.append(list(settings.get_changed_settings())))
    settings.set_setting("my/b", 1)
    settings.set_setting("my/a", 1)
    settings.set_setting("my/b", 2)
    assert settings.check_changed_settings_in_group("my/")
    assert not settings.check_changed_settings_in_group("your/")
    tree.tick()
    settings.set_setting("my/b", 2)  # no change
    tree.tick()
    assert told == [["my/b", "my/a"]]
    assert list(settings.get_changed_settings()) == []
    settings.free()


def test_settings_have_an_order_and_something_to_go_back_to(settings: _ProjectSettings) -> None:
    assert settings.get_order("application/config/name") == 0
    settings.set_setting("my/c", 2)
    assert settings.get_order("my/c") >= 65536
    settings.set_initial_value("my/c", 1)
    settings.set_order("my/c", 3)
    assert settings.get_order("my/c") == 3
    assert settings.property_can_revert("my/c")
    assert settings.property_get_revert("my/c") == 1
    assert not settings.property_can_revert("nope")


def test_settings_are_described(settings: _ProjectSettings) -> None:
    settings.set_setting("my/c", 2)
    settings.set_as_basic("my/c", True)
    settings.add_property_info({"name": "my/c", "type": 2, "hint": 2, "hint_string": "a,b"})
    assert settings.get_property_list()[-1] == {
        "name": "my/c",
        "class_name": StringName(""),
        "type": 2,
        "hint": 2,
        "hint_string": "a,b",
        "usage": 134217734,
    }
    for wrong, problem in (
        ({"type": 2}, 'Property info is missing "name" field.'),
        ({"name": "my/c"}, 'Property info is missing "type" field.'),
        ({"name": "nope", "type": 2}, 'Condition "!props.has(pinfo.name)" is true.'),
    ):
        with expect_error(problem, count=1):
            settings.add_property_info(wrong)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("res://", "{}/"),
        ("res://a/b.txt", "{}/a/b.txt"),
        ("res://../x", "{}/../x"),
        ("/elsewhere/x", "/elsewhere/x"),
        ("rel/x", "rel/x"),
        ("uid://abc", ""),
        ("", ""),
    ],
)
def test_paths_for_the_system(
    path: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert ProjectSettings.globalize_path(path) == expected.format(tmp_path)
    assert ProjectSettings.globalize_path("user://x") == f"{OS.get_user_data_dir()}/x"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("{}/a/b.txt", "res://a/b.txt"),
        ("{}", "res://"),
        ("{}/", "res://"),
        ("{}x/q", "{}x/q"),
        ("{}/sub/../q", "res://q"),
        ("/elsewhere", "/elsewhere"),
        ("rel/x", "res://rel/x"),
        ("a\\b", "res://a/b"),
        ("", "res://"),
        ("res://x", "res://x"),
        ("user://x", "user://x"),
    ],
)
def test_paths_of_the_project(
    path: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert ProjectSettings.localize_path(path.format(tmp_path)) == expected.format(tmp_path)


def test_what_differs_from_the_defaults_is_saved(
    settings: _ProjectSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    values: dict[str, Any] = {
        "application/config/name": "case",
        "my/vec": Vector2(1, 2.5),
        "my/color": Color(1, 0.5, 0),
        "my/str": 'a"b\\',
        "my/d": {"a": [1, 2.0, True, None, StringName("n"), NodePath("p")]},
        "my/names": PackedStringArray(["x", "y"]),
        "my/empty": {},
        "top": 1,
    }
    for name, value in values.items():
        settings.set_setting(name, value)
    settings.set_setting("my/hidden", 1)
    settings.set_as_internal("my/hidden", True)
    assert settings.save() == OK
    assert (tmp_path / "project.godot").read_text() == (
        "; Engine configuration file.\n"
        "; It's best edited using the editor UI and not directly,\n"
        "; since the parameters that go here are not all obvious.\n"
        ";\n"
        "; Format:\n"
        ";   [section] ; section goes between []\n"
        ";   param=value ; assign values to parameters\n\n"
        "config_version=5\n\n"
        "top=1\n\n"
        '[application]\n\nconfig/name="case"\n\n'
        "[my]\n\n"
        "vec=Vector2(1, 2.5)\n"
        "color=Color(1, 0.5, 0, 1)\n"
        'str="a\\"b\\\\"\n'
        'd={\n"a": [1, 2.0, true, null, &"n", NodePath("p")]\n}\n'
        'names=PackedStringArray("x", "y")\n'
        "empty={}\n"
    )


def test_what_cannot_be_saved_is_told(settings: _ProjectSettings) -> None:
    with expect_error("Unknown config file format: 'res://saved.bin'."):
        assert settings.save_custom("res://saved.bin") == ERR_FILE_UNRECOGNIZED
    with expect_error("Couldn't save project.godot - /nonexist/x.godot."):
        assert settings.save_custom("/nonexist/x.godot") == ERR_FILE_NOT_FOUND


def test_there_are_no_packs_and_no_global_classes(settings: _ProjectSettings) -> None:
    assert not settings.load_resource_pack("res://none.pck")
    assert settings.get_global_class_list() == []
