"""Scenes with classes and properties of Godot's that the engine lacks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from engine import OK, Node, PackedScene, ResourceLoader, ResourceSaver, Vector2
from engine.core import _class_names, _value_fitting
from engine.gdscript import _missing_class
from engine.gdscript._resource_text import ResourceText
from engine.testing.messages import collect_messages, expect_error

# Nothing that makes sense without an editor; so it stays missing.
CLASS, BASE, OTHER = "GraphFrame", "GraphElement", "GraphNode"
SCENE = f"""\
[gd_scene format=3]

[sub_resource type="NoiseTexture3D" id="s"]
width = 12
resource_name = "noise"

[node name="Main" type="Node"]

[node name="Frame" type="{CLASS}" parent="."]
title = "t"
position_offset = Vector2(1, 2)
theme_override_colors/x = Color(1, 0, 0, 1)
nowhere = 3
metadata/texture = SubResource("s")

[node name="Kid" type="Node" parent="Frame"]

[node name="Second" type="{CLASS}" parent="."]

[connection signal="dragged" from="Frame" to="Frame/Kid" method="set_meta"]
"""


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    ResourceLoader.exists("res://none.tscn")  # has the formats loaded
    monkeypatch.setattr(_missing_class, "_told", set())


def load(text: str) -> Any:
    return ResourceText("res://made.tscn", text).load()


def scene() -> tuple[Any, list[str]]:
    with collect_messages() as messages:
        packed = load(SCENE)
        made = packed.instantiate()
    return made, [message.text for message in messages]


def test_one_warning_names_each_class() -> None:
    _, said = scene()
    assert len(said) == 2
    assert "'NoiseTexture3D'" in said[0]
    assert f"'{CLASS}'" in said[1]


def test_a_placeholder_keeps_everything() -> None:
    main, _ = scene()
    frame = main.get_node("Frame")
    assert (frame.get_class(), frame.is_class(BASE), frame.is_class("Control")) == (
        CLASS,
        True,
        True,
    )
    assert (frame.title, frame.position_offset) == ("t", Vector2(1, 2))
    assert frame.get("theme_override_colors/x").r == 1
    assert (frame.get("nowhere"), frame.tint_color_enabled) == (None, False)
    assert frame.get_node("Kid").owner is main
    assert frame.dragged.is_connected(frame.get_node("Kid").set_meta)
    texture = frame.get_meta("texture")
    assert (texture.get_class(), texture.width, texture.resource_name) == (
        "NoiseTexture3D",
        12,
        "noise",
    )
    assert texture.height == 64


def test_its_setters_and_getters_work() -> None:
    main, _ = scene()
    frame = main.get_node("Frame")
    frame.set_title("u")
    assert (frame.title, frame.get_title()) == ("u", "u")
    frame.hide()
    assert not frame.visible
    frame.set("position_offset", Vector2(3, 4))
    assert frame.get_position_offset() == Vector2(3, 4)
    heard: list[Any] = []
    frame.raise_request.connect(lambda: heard.append(1))
    frame.raise_request.emit()
    assert heard == [1]


def test_other_methods_say_that_they_do_nothing() -> None:
    made = _missing_class.any_class(OTHER)
    assert made is not None
    node = made()
    with expect_error(f"The method 'clear_all_slots' of '{OTHER}' is not there yet", count=1):
        node.clear_all_slots()
        node.clear_all_slots()
    with pytest.raises(AttributeError):
        node.nowhere()
    node.free()


def test_it_is_saved_as_what_it_stands_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    main, _ = scene()
    packed = PackedScene()
    assert packed.pack(main) == OK
    assert ResourceSaver.save(packed, "res://out.tscn") == OK
    text = (tmp_path / "out.tscn").read_text()
    assert (
        f'[node name="Frame" type="{CLASS}" parent="."]\nposition_offset = Vector2(1, 2)\n' in text
    )
    assert 'title = "t"\n' in text
    assert "theme_override_colors/x = Color(1, 0, 0, 1)\n" in text
    assert (
        '[sub_resource type="NoiseTexture3D" id="s"]\nresource_name = "noise"\nwidth = 12\n' in text
    )
    again = ResourceLoader.load("res://out.tscn").instantiate()
    assert again.get_node("Frame").title == "t"


def test_a_property_that_a_class_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    half = type(OTHER, (Node,), {"__module__": "engine.tests"})  # a class that is not complete
    monkeypatch.setitem(_class_names._known, OTHER, half)
    monkeypatch.setattr(_value_fitting, "_looked_for", set())
    packed = load(
        f'[gd_scene format=3]\n[node name="A" type="{OTHER}"]\ntitle = "a"\nodd = 1\n'
        f'[node name="B" type="{OTHER}" parent="."]\ntitle = "b"\n'
    )
    with expect_error("The property 'title' of 'GraphNode' is not there yet", count=1):
        made = packed.instantiate()
    assert (made.title, made.get_node("B").title, made.get("odd")) == ("a", "b", None)
    again = PackedScene()
    again.pack(made)
    assert again.get_state().get_node_property_value(0, 0) == "a"


def test_pictures_are_there_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "icon.png").write_bytes(b"")
    (tmp_path / "icon.svg").write_bytes(b"")
    (tmp_path / "icon.svg.import").write_text('[remap]\n\nimporter="x"\ntype="DPITexture"\n')
    with collect_messages():
        icon = ResourceLoader.load("res://icon.png", "Texture2D")
        other = ResourceLoader.load("res://icon.svg")
    assert (icon.get_class(), icon.resource_path) == ("CompressedTexture2D", "res://icon.png")
    assert icon.is_class("Texture2D")
    assert other.get_class() == "DPITexture"
    with expect_error("Resource file not found: res://none.png (expected type: Texture2D)"):
        assert ResourceLoader.load("res://none.png", "Texture2D") is None
