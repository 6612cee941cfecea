"""The pilot: on a headless tree and on one with a window."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.core.color import Color
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui.button import Button
from engine.gui.color_rect import ColorRect
from engine.gui.control import Control
from engine.gui.image import Image
from engine.gui.line_edit import LineEdit
from engine.gui.slider import HSlider
from engine.gui.text_edit import TextEdit
from engine.scene.node import Node
from engine.testing.pilot import Pilot


class Form(Control):
    """A field, a button and a slider."""

    def __init__(self) -> None:
        super().__init__()
        self.name = "Form"
        self.presses = 0
        self.sent: list[str] = []
        self.line = self._put(LineEdit(), "Line", 10, 200)
        self.button = self._put(Button(), "Button", 60, 100)
        self.slider = self._put(HSlider(), "Slider", 110, 200)
        self.notes = self._put(TextEdit(), "Notes", 150, 200)
        self.notes.size = Vector2(200, 80)
        self.button.text = "Press"
        self.button.pressed.connect(self._on_press)
        self.line.text_submitted.connect(self.sent.append)

    def _put(self, control, name, top, width):  # type: ignore[no-untyped-def]
        control.name = name
        control.position = Vector2(10, top)
        control.size = Vector2(width, 31)
        self.add_child(control)
        return control

    def _on_press(self) -> None:
        self.presses += 1


@pytest.fixture(params=["pilot", "window_pilot"])
def any_pilot(request: pytest.FixtureRequest) -> Pilot:
    """A pilot without a window, and one with."""
    found: Pilot = request.getfixturevalue(request.param)
    return found


def test_clicking_and_typing(any_pilot: Pilot) -> None:
    form = any_pilot.add(Form())
    any_pilot.click("Line")
    any_pilot.type_text("Hello, 세계!\n")
    assert form.line.text == "Hello, 세계!"
    assert form.sent == ["Hello, 세계!"]
    any_pilot.click("Button")
    any_pilot.click("Button", double=True)
    assert form.presses == 3


def test_keys_and_actions(any_pilot: Pilot) -> None:
    form = any_pilot.add(Form())
    form.button.grab_focus()
    any_pilot.press("ui_accept")
    any_pilot.press("Space", times=2)
    assert form.presses == 3
    any_pilot.click("Line")
    any_pilot.type_text("abc")
    any_pilot.press("Backspace")
    assert form.line.text == "ab"
    any_pilot.press("Ctrl+A")
    any_pilot.type_text("x")
    assert form.line.text == "x"
    with pytest.raises(LookupError, match="Enterr"):
        any_pilot.press("Enterr")


def test_dragging(any_pilot: Pilot) -> None:
    form = any_pilot.add(Form())
    left, right = Vector2(12, 118), Vector2(209, 118)
    any_pilot.drag(left, right)
    assert form.slider.value == 100
    any_pilot.drag(right, left)
    assert form.slider.value == 0


def test_the_wheel(any_pilot: Pilot) -> None:
    form = any_pilot.add(Form())
    any_pilot.scroll("Slider", -3)
    assert form.slider.value == 3
    any_pilot.scroll("Slider", 1)
    assert form.slider.value == 2


def test_finding_nodes(any_pilot: Pilot) -> None:
    form = any_pilot.add(Form())
    assert any_pilot.node("Line") is form.line
    assert any_pilot.node("Form/Line") is form.line
    assert any_pilot.position_of("Button") == Vector2(60, 75.5)
    assert any_pilot.position_of((3, 4)) == Vector2(3, 4)
    with pytest.raises(LookupError, match="there is no node 'Lime'"):
        any_pilot.click("Lime")
    form.add_child(plain := Node())
    with pytest.raises(TypeError, match="CanvasItem"):
        any_pilot.click(plain)


def test_resizing(any_pilot: Pilot) -> None:
    whole = any_pilot.add(ColorRect())
    whole.set_anchors_and_offsets_preset(Control.PRESET_FULL_RECT)
    any_pilot.resize(320, 240)
    assert any_pilot.tree.root.size == Vector2i(320, 240)
    assert whole.size == Vector2(320, 240)
    shot = any_pilot.screenshot()
    assert shot.get_size() == Vector2i(320, 240)
    assert shot.get_pixel(319, 239) == Color(1, 1, 1)


def test_screenshots(any_pilot: Pilot, tmp_path: Path) -> None:
    rect = ColorRect()
    rect.color = Color(1, 0, 0)
    rect.position, rect.size = Vector2(5, 5), Vector2(10, 10)
    any_pilot.add(rect)
    path = tmp_path / "shot.png"
    shot = any_pilot.screenshot(path)
    assert shot.get_pixel(5, 5) == shot.get_pixel(14, 14) == Color(1, 0, 0)
    assert shot.get_pixel(4, 4) == shot.get_pixel(15, 15) == Color8(77)
    assert Image.load_from_file(str(path)).get_size() == shot.get_size()


def Color8(grey: int) -> Color:
    return Color(grey / 255, grey / 255, grey / 255)


def test_both_ways_look_the_same(pilot: Pilot, window_pilot: Pilot) -> None:
    pictures = []
    for one in (pilot, window_pilot):
        one.add(Form())
        one.resize(300, 250)
        one.click("Button")
        pictures.append(one.screenshot().get_data())
    assert pictures[0] == pictures[1]
