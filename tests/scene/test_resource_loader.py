"""`ResourceLoader`, `ResourceSaver` and `ResourceUID` from Python."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import pytest

from engine import (
    ERR_CANT_OPEN,
    ERR_FILE_UNRECOGNIZED,
    ERR_INVALID_PARAMETER,
    OK,
    Node,
    PackedScene,
    PackedStringArray,
    Resource,
    ResourceFormatLoader,
    ResourceFormatSaver,
    ResourceLoader,
    ResourceSaver,
    ResourceUID,
    Timer,
    export,
)
from engine.core.resource_uid import _ResourceUID
from engine.testing.messages import collect_messages, expect_error

SCENE = """\
[gd_scene load_steps=2 format=3]

[ext_resource type="Resource" path="data/thing.tres" id="1"]

[node name="Root" type="Node"]
metadata/thing = ExtResource("1")

[node name="Kid" type="Timer" parent="." groups=["g"]]
wait_time = 2
"""
THING = """\
[gd_resource type="Resource" load_steps=2 format=3]

[sub_resource type="Resource" id="in"]
resource_name = "inner"

[resource]
resource_name = "thing"
metadata/inner = SubResource("in")
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "scene.tscn").write_text(SCENE)
    (tmp_path / "data" / "thing.tres").write_text(THING)
    return tmp_path


def texts_of(action: Any) -> list[str]:
    with collect_messages() as messages:
        action()
    return [message.text for message in messages]


def test_a_scene_with_what_it_refers_to(folder: Path) -> None:
    scene = ResourceLoader.load("scene.tscn")
    assert isinstance(scene, PackedScene)
    assert scene.resource_path == "res://scene.tscn"
    root = scene.instantiate()
    thing = root.get_meta("thing")
    assert (thing.resource_name, thing.resource_path) == ("thing", "res://data/thing.tres")
    inner = thing.get_meta("inner")
    assert (inner.resource_name, inner.resource_path) == ("inner", "res://data/thing.tres::in")
    assert inner.is_built_in()
    kid = root.get_node("Kid")
    assert (type(kid), kid.wait_time, kid.owner, kid.get_groups()) == (Timer, 2.0, root, ["g"])
    assert root.scene_file_path == "res://scene.tscn"


def test_what_is_in_use_is_found_again(folder: Path) -> None:
    scene = ResourceLoader.load("res://scene.tscn")
    assert ResourceLoader.has_cached("res://scene.tscn")
    assert ResourceLoader.get_cached_ref("scene.tscn") is scene
    assert ResourceLoader.load("res://data/../scene.tscn") is scene
    ignored = ResourceLoader.load("res://scene.tscn", "", ResourceLoader.CACHE_MODE_IGNORE)
    assert ignored is not scene
    assert ResourceLoader.get_cached_ref("res://scene.tscn") is scene
    thing = ResourceLoader.load("res://data/thing.tres")
    (folder / "data" / "thing.tres").write_text(THING.replace('"thing"', '"other"'))
    again = ResourceLoader.load("res://data/thing.tres", "", ResourceLoader.CACHE_MODE_REPLACE)
    assert again is thing
    assert thing.resource_name == "other"
    del scene, ignored
    assert not ResourceLoader.has_cached("res://scene.tscn")


def test_what_there_is(folder: Path) -> None:
    (folder / "note.txt").write_text("x")
    assert ResourceLoader.exists("scene.tscn")
    assert ResourceLoader.exists("res://scene.tscn", "PackedScene")
    assert not ResourceLoader.exists("res://none.tscn")
    assert not ResourceLoader.exists("res://note.txt")
    assert list(ResourceLoader.list_directory("res://")) == ["data/", "scene.tscn"]
    assert list(ResourceLoader.get_dependencies("res://scene.tscn")) == ["res://data/thing.tres"]
    assert "tscn" in ResourceLoader.get_recognized_extensions_for_type("PackedScene")
    assert "gd" in ResourceLoader.get_recognized_extensions_for_type("Script")


def test_what_cannot_be_loaded_is_told(folder: Path) -> None:
    (folder / "note.txt").write_text("x")
    assert texts_of(lambda: ResourceLoader.load("res://none.tscn")) == [
        "Cannot open file 'res://none.tscn'.",
        "Failed loading resource: res://none.tscn.",
    ]
    assert texts_of(lambda: ResourceLoader.load("none.foo")) == [
        "Resource file not found: res://none.foo (expected type: unknown)"
    ]
    assert texts_of(lambda: ResourceLoader.load("note.txt", "Texture2D")) == [
        "No loader found for resource: res://note.txt (expected type: Texture2D)"
    ]
    (folder / "bad.tres").write_text(THING.replace("SubResource", "Nonsense"))
    assert texts_of(lambda: ResourceLoader.load("bad.tres")) == [
        "res://bad.tres:8 - Parse Error: Unexpected identifier 'Nonsense'.",
        "Failed loading resource: res://bad.tres.",
    ]


def test_a_scene_that_contains_itself(folder: Path) -> None:
    (folder / "a.tscn").write_text(
        '[gd_scene format=3]\n[ext_resource type="PackedScene" path="res://a.tscn" id="1"]\n'
        '[node name="A" type="Node"]\n[node name="B" parent="." instance=ExtResource("1")]\n'
    )
    with expect_error("referenced non-existent resource at: res://a.tscn."):
        scene = ResourceLoader.load("a.tscn")
    with expect_error("Node './B' was modified from inside an instance"):
        assert scene.instantiate().get_child_count() == 0


def test_in_the_background(folder: Path) -> None:
    path = "res://scene.tscn"
    assert ResourceLoader.load_threaded_get_status(path) == 0
    assert ResourceLoader.load_threaded_request(path) == OK
    progress: list[float] = []
    status = ResourceLoader.load_threaded_get_status(path, progress)
    assert (status, progress) == (ResourceLoader.THREAD_LOAD_LOADED, [1.0])
    assert isinstance(ResourceLoader.load_threaded_get(path), PackedScene)


class Settings(Resource):
    speed: float = export(1.0)
    names: list[str] = export([])
    next: Resource | None = export(None)


def test_a_scene_of_python_comes_back(folder: Path) -> None:
    root = Node()
    root.name = "Root"
    kid = Timer()
    kid.name, kid.wait_time, kid.unique_name_in_owner = "Kid", 3.0, True
    root.add_child(kid)
    kid.owner = root
    kid.add_to_group("g", True)
    kid.timeout.connect(root.queue_free, Node.CONNECT_PERSIST)
    shared = Resource()
    shared.resource_name = 'a "b"'
    kid.set_meta("shared", [shared, {"k": shared}])
    scene = PackedScene()
    assert scene.pack(root) == OK
    assert ResourceSaver.save(scene, "res://made.tscn") == OK
    text = (folder / "made.tscn").read_text()
    assert text.startswith('[gd_scene format=3]\n\n[sub_resource type="Resource" id="Resource_')
    assert text.endswith('\n[connection signal="timeout" from="Kid" to="." method="queue_free"]\n')
    assert '\n[node name="Kid" type="Timer" parent="." groups=["g"]]\n' in text
    copy = ResourceLoader.load("made.tscn").instantiate()
    found = copy.get_node("%Kid")
    assert found.wait_time == 3.0
    assert found.timeout.is_connected(copy.queue_free)
    one, other = found.get_meta("shared")
    assert (one.resource_name, other["k"]) == ('a "b"', one)


def test_a_resource_with_a_script_of_python(folder: Path) -> None:
    (folder / "table.py").write_text(
        "from engine import Resource, export\n"
        "class Table(Resource):\n"
        "    speed: float = export(1.0)\n"
        "    title: str = export('x')\n"
    )
    (folder / "table.tres").write_text(
        '[gd_resource type="Resource" format=3]\n'
        '[ext_resource type="Script" path="res://table.py" id="1"]\n'
        '[resource]\nscript = ExtResource("1")\nspeed = 4\n'
    )
    table = ResourceLoader.load("table.tres")
    assert (type(table).__name__, table.speed, table.title) == ("Table", 4.0, "x")
    table.title = "y"
    assert ResourceSaver.save(table) == OK
    text = (folder / "table.tres").read_text()
    assert 'path="res://table.py"' in text
    assert text.endswith('speed = 4.0\ntitle = "y"\n')


def test_what_cannot_be_saved_is_told(folder: Path) -> None:
    with expect_error("Can't save empty resource to path 'res://x.tres'."):
        assert ResourceSaver.save(None, "res://x.tres") == ERR_INVALID_PARAMETER
    with expect_error("Can't save resource to empty path."):
        assert ResourceSaver.save(Resource()) == ERR_INVALID_PARAMETER
    assert ResourceSaver.save(Resource(), "res://x.tscn") == ERR_FILE_UNRECOGNIZED
    with expect_error("Cannot save file 'res://none/x.tres'."):
        assert ResourceSaver.save(Resource(), "res://none/x.tres") == ERR_CANT_OPEN
    assert list(ResourceSaver.get_recognized_extensions(PackedScene())) == ["tscn"]
    assert list(ResourceSaver.get_recognized_extensions(Resource())) == ["tres"]


class Lines(ResourceFormatLoader):
    def _get_recognized_extensions(self) -> Any:
        return PackedStringArray(["lines"])

    def _handles_type(self, type: str) -> bool:
        return type == "Resource"

    def _load(self, path: str, original_path: str, use_sub_threads: bool, cache_mode: int) -> Any:
        made = Resource()
        made.set_meta("lines", Path(path.removeprefix("res://")).read_text().split())
        return made


class LineSaver(ResourceFormatSaver):
    def _recognize(self, resource: Any) -> bool:
        return bool(resource.has_meta("lines"))

    def _get_recognized_extensions(self, resource: Any) -> Any:
        return PackedStringArray(["lines"])

    def _save(self, resource: Any, path: str, flags: int) -> Any:
        Path(path.removeprefix("res://")).write_text("\n".join(resource.get_meta("lines")))
        return OK


def test_formats_of_ones_own(folder: Path) -> None:
    loader, saver = Lines(), LineSaver()
    ResourceLoader.add_resource_format_loader(loader)
    ResourceSaver.add_resource_format_saver(saver)
    try:
        (folder / "a.lines").write_text("x y")
        found = ResourceLoader.load("a.lines")
        assert (found.get_meta("lines"), found.resource_path) == (["x", "y"], "res://a.lines")
        assert ResourceSaver.save(found, "res://b.lines") == OK
        assert (folder / "b.lines").read_text() == "x\ny"
    finally:
        ResourceLoader.remove_resource_format_loader(loader)
        ResourceSaver.remove_resource_format_saver(saver)
    assert not ResourceLoader.exists("res://b.lines")


def test_numbers_of_files() -> None:
    assert ResourceUID.text_to_id("uid://b4x1wcscn") == 3345712380553
    assert ResourceUID.id_to_text(12345678901234567) == "uid://f8ljimrebvj"
    assert (ResourceUID.id_to_text(-1), ResourceUID.id_to_text(0)) == ("uid://<invalid>", "uid://a")
    assert (ResourceUID.text_to_id("x"), ResourceUID.text_to_id("uid://zz9")) == (-1, 29784)
    uids = _ResourceUID()
    uids.add_id(5, "res://a")
    assert (uids.get_id_path(5), uids.uid_to_path("uid://f")) == ("res://a", "res://a")
    assert (uids.path_to_uid("res://a"), uids.path_to_uid("res://b")) == ("uid://f", "res://b")
    uids.remove_id(5)
    with expect_error('Unrecognized UID: "uid://f".'):
        assert uids.get_id_path(5) == ""
    with expect_error('Condition "!unique_ids.has(p_id)" is true.'):
        uids.set_id(5, "res://b")


def test_numbers_are_read_from_the_project(folder: Path) -> None:
    (folder / "a.gd.uid").write_text("uid://cabc\n")
    (folder / "data" / "b.tres").write_text('[gd_resource type="Resource" format=3 uid="uid://cb"]')
    uids = _ResourceUID()
    assert not uids.has_id(uids.text_to_id("uid://cb"))
    assert uids.ensure_path("uid://cb") == "res://data/b.tres"
    assert uids.ensure_path("uid://cabc") == "res://a.gd"
    assert uids.ensure_path("uid://dddd") == ""


def test_numbers_are_read_from_the_editors_list(folder: Path) -> None:
    path = b"res://x/y.tres"
    (folder / ".godot").mkdir()
    data = struct.pack("<IqI", 1, 77, len(path)) + path
    (folder / ".godot" / "uid_cache.bin").write_bytes(data)
    uids = _ResourceUID()
    assert uids.get_id_path(77) == "res://x/y.tres"


def test_a_scene_inside_a_scene_file(folder: Path) -> None:
    inner = ResourceLoader.load("res://scene.tscn").instantiate()
    inner.get_node("Kid").timeout.connect(inner.queue_free, Node.CONNECT_PERSIST)
    built_in = PackedScene()
    built_in.pack(inner)
    outer = Node()
    outer.name = "Outer"
    outer.set_meta("scene", built_in)
    scene = PackedScene()
    scene.pack(outer)
    assert ResourceSaver.save(scene, "res://outer.tscn") == OK
    assert '[sub_resource type="PackedScene"' in (folder / "outer.tscn").read_text()
    found = ResourceLoader.load("outer.tscn").instantiate().get_meta("scene")
    made = found.instantiate()
    kid = made.get_node("Kid")
    assert (kid.wait_time, kid.owner, kid.get_groups()) == (2.0, made, ["g"])
    assert made.get_meta("thing").resource_path == "res://data/thing.tres"
    assert kid.timeout.is_connected(made.queue_free)


def test_a_scene_inside_a_file_that_makes_no_sense_is_empty(folder: Path) -> None:
    (folder / "odd.tres").write_text(
        '[gd_resource type="PackedScene" format=3]\n[resource]\n'
        '_bundled = {"names": [], "variants": [], "node_count": 2, "nodes": [1], "conns": []}\n'
    )
    assert not ResourceLoader.load("odd.tres").can_instantiate()
