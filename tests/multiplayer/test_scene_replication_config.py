"""The list of properties: its calls, and how files have it."""

from __future__ import annotations

import pytest

from engine import NodePath, ResourceLoader, ResourceSaver, SceneReplicationConfig
from engine.testing import expect_error

ALWAYS, ON_CHANGE, NEVER = (
    SceneReplicationConfig.REPLICATION_MODE_ALWAYS,
    SceneReplicationConfig.REPLICATION_MODE_ON_CHANGE,
    SceneReplicationConfig.REPLICATION_MODE_NEVER,
)


@pytest.fixture
def config() -> SceneReplicationConfig:
    made = SceneReplicationConfig()
    for path in (".:a", ".:b", "Bag:items"):
        made.add_property(path)
    return made


def paths(config: SceneReplicationConfig) -> list[str]:
    return [str(path) for path in config.get_properties()]


def test_properties_are_kept_in_order(config: SceneReplicationConfig) -> None:
    config.add_property(".:first", 0)
    config.add_property(".:last", 4)
    config.add_property(".:end", -7)
    assert paths(config) == [".:first", ".:a", ".:b", "Bag:items", ".:last", ".:end"]
    assert config.property_get_index("Bag:items") == 3
    config.remove_property(".:a")
    config.remove_property(".:a")
    assert not config.has_property(".:a")
    assert config.property_get_index(".:b") == 1


def test_what_cannot_be_added(config: SceneReplicationConfig) -> None:
    with expect_error('Condition "properties.find(p_path)" is true.'):
        config.add_property(".:a")
    with expect_error('Condition "p_path == NodePath()" is true.'):
        config.add_property("")
    with expect_error("Index p_index = 9 is out of bounds (properties.size() = 3)."):
        config.add_property(".:c", 9)
    assert paths(config) == [".:a", ".:b", "Bag:items"]


def test_a_property_is_sent_always_until_it_is_said_otherwise(
    config: SceneReplicationConfig,
) -> None:
    assert config.property_get_spawn(".:a")
    assert config.property_get_sync(".:a")
    assert not config.property_get_watch(".:a")
    assert config.property_get_replication_mode(".:a") == ALWAYS
    config.property_set_spawn(".:a", False)
    config.property_set_replication_mode(".:a", ON_CHANGE)
    assert not config.property_get_spawn(".:a")
    assert config.property_get_watch(".:a")


def test_the_older_switches_take_back_only_their_own_mode(config: SceneReplicationConfig) -> None:
    config.property_set_watch(".:a", True)
    config.property_set_sync(".:a", False)
    assert config.property_get_replication_mode(".:a") == ON_CHANGE
    config.property_set_watch(".:a", False)
    assert config.property_get_replication_mode(".:a") == NEVER
    config.property_set_sync(".:a", True)
    config.property_set_watch(".:a", False)
    assert config.property_get_replication_mode(".:a") == ALWAYS


def test_what_is_not_there(config: SceneReplicationConfig) -> None:
    with expect_error('Condition "!E" is true. Returning: false', count=3):
        assert not config.property_get_spawn(".:x")
        assert not config.property_get_sync(".:x")
        assert not config.property_get_watch(".:x")
    with expect_error('Condition "!E" is true. Returning: REPLICATION_MODE_NEVER'):
        assert config.property_get_replication_mode(".:x") == NEVER
    with expect_error("Method/function failed. Returning: -1"):
        assert config.property_get_index(".:x") == -1
    with pytest.raises(ValueError, match="7"):
        config.property_set_replication_mode(".:a", 7)


def test_properties_of_files(config: SceneReplicationConfig) -> None:
    config.set("properties/3/path", NodePath(".:more"))
    config.set("properties/3/spawn", False)
    config.set("properties/3/replication_mode", 2)
    assert config.get("properties/3/path") == NodePath(".:more")
    assert config.get("properties/3/spawn") is False
    assert config.get("properties/3/replication_mode") == 2
    assert config.get("properties/3/sync") is None
    with expect_error("Index idx = 9 is out of bounds (properties.size() = 4)."):
        config.set("properties/9/path", NodePath(".:q"))
    with expect_error(
        'Condition "p_value.get_type() != Variant::NODE_PATH" is true. Returning: false'
    ):
        config.set("properties/4/path", ".:text")
    with expect_error(
        'Condition "path.is_empty() || path.get_subname_count() == 0" is true. Returning: false'
    ):
        config.set("properties/4/path", NodePath("node"))
    with expect_error('Condition "p_value.get_type() != Variant::BOOL" is true. Returning: false'):
        config.set("properties/0/spawn", 1)
    with expect_error('Condition "p_value.get_type() != Variant::INT" is true. Returning: false'):
        config.set("properties/0/replication_mode", True)
    with expect_error(
        'Condition "mode < REPLICATION_MODE_NEVER || mode > REPLICATION_MODE_ON_CHANGE" is true. '
        "Returning: false"
    ):
        config.set("properties/0/replication_mode", 8)


def test_it_is_saved_as_godot_saves_it(
    config: SceneReplicationConfig, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    config.property_set_spawn(".:b", False)
    config.property_set_replication_mode("Bag:items", ON_CHANGE)
    path = f"{tmp_path}/config.tres"
    assert ResourceSaver.save(config, path) == 0
    with open(path) as file:
        lines = file.read().split("[resource]\n")[1].splitlines()
    assert lines[:3] == [
        'properties/0/path = NodePath(".:a")',
        "properties/0/spawn = true",
        "properties/0/replication_mode = 1",
    ]
    assert lines[4] == "properties/1/spawn = false"
    loaded = ResourceLoader.load(path, "", ResourceLoader.CACHE_MODE_IGNORE)
    assert paths(loaded) == paths(config)
    assert loaded.property_get_replication_mode("Bag:items") == ON_CHANGE
    assert not loaded.property_get_spawn(".:b")


def test_a_copy_has_the_same_list(config: SceneReplicationConfig) -> None:
    config.property_set_replication_mode(".:b", NEVER)
    copy = config.duplicate()
    assert paths(copy) == paths(config)
    assert copy.property_get_replication_mode(".:b") == NEVER
    copy.remove_property(".:a")
    assert config.has_property(".:a")
