"""The gallery of controls, painted by this engine and by Godot: the same places, sizes and colours.

Godot's own program runs here, in a window of SDL's dummy driver, and saves the pictures that Godot
saved. Glyphs are antialiased by other means, so what is compared exactly is where things lie and
which colours they are filled with; what is left over is bounded. A failing test says where both
pictures lie; `SCENETICK_PICTURES=FOLDER` keeps them, side by side.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pygame
import pytest

from tests.godot.recorded import ROOT, VENDORED

LOOK = VENDORED / "gui" / "look"
SETTINGS = """config_version=5

[application]

run/main_scene="res://main.tscn"

[display]

window/size/viewport_width=1024
window/size/viewport_height=600
"""
SCENE = """[gd_scene load_steps=2 format=3]

[ext_resource type="Script" path="res://gallery.gd" id="1"]

[node name="Main" type="Control"]
script = ExtResource("1")
"""
GROUND = (0x4D, 0x4D, 0x4D)
# The controls of the gallery: left, top, width, height.
CONTROLS = {
    "Label": (20, 16, 42, 23),
    "Button": (90, 12, 62, 31),
    "Pressed": (170, 12, 69, 31),
    "Disabled": (250, 12, 75, 31),
    "LinkButton": (385, 16, 86, 23),
    "LineEdit": (20, 60, 180, 31),
    "Placeholder": (210, 60, 180, 31),
    "Read only": (400, 60, 90, 31),
    "CheckBox": (20, 105, 104, 31),
    "Checked": (140, 105, 96, 31),
    "Radio": (370, 105, 72, 31),
    "CheckButton": (20, 145, 148, 31),
    "CheckButton on": (210, 145, 70, 31),
    "SpinBox": (20, 185, 110, 31),
    "OptionButton": (150, 185, 150, 31),
    "MenuButton": (320, 185, 106, 31),
    "ProgressBar": (20, 230, 200, 27),
    "HSlider": (240, 235, 200, 22),
    "HScrollBar": (20, 270, 200, 8),
    "HSeparator": (240, 272, 200, 4),
    "ItemList": (20, 295, 200, 150),
    "RichTextLabel": (240, 295, 250, 150),
    "TabContainer": (520, 12, 230, 130),
    "Panel": (770, 12, 110, 130),
    "PanelContainer": (900, 12, 76, 23),
    "TextEdit": (520, 160, 230, 120),
    "ScrollContainer": (770, 160, 230, 120),
    "VSlider": (520, 295, 16, 120),
    "VScrollBar": (550, 295, 8, 120),
    "HSplitContainer": (580, 295, 170, 120),
}
STATES = sorted(path.stem for path in LOOK.glob("*.png") if path.stem != "gallery")
SLACK = 2  # pixels by which places and sizes may differ
FILLS = 0.03  # what covers this part of a control is a colour of its style
OTHERWISE = 0.06  # this part of the pixels may differ by more than a shade: the edges of glyphs


class Run(NamedTuple):
    """What came of running the gallery."""

    out: str
    err: str
    folder: Path


@functools.cache
def gallery() -> Run:
    folder = Path(tempfile.mkdtemp(prefix="gallery"))
    (folder / "project.godot").write_text(SETTINGS, encoding="utf-8")
    (folder / "main.tscn").write_text(SCENE, encoding="utf-8")
    shutil.copy(LOOK / "gallery.gd", folder)
    command = [sys.executable, "-m", "engine", "--path", str(folder), "--fixed-fps", "60"]
    done = subprocess.run(
        [*command, "--display-driver", "dummy"],
        cwd=ROOT,
        env={**os.environ, "SDL_VIDEODRIVER": "dummy"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return Run(done.stdout, done.stderr, folder)


@functools.cache
def picture(path: Path) -> pygame.Surface:
    return pygame.image.load(path)


def pair(name: str) -> tuple[pygame.Surface, pygame.Surface]:
    """A picture by Godot, and ours."""
    ours = gallery().folder / f"{name}.png"
    assert ours.exists(), gallery().err
    _keep(name, ours)
    return picture(LOOK / f"{name}.png"), picture(ours)


def _keep(name: str, ours: Path) -> None:
    place = os.environ.get("SCENETICK_PICTURES")
    if place:
        a, b = picture(LOOK / f"{name}.png"), picture(ours)
        both = pygame.Surface((max(a.get_width(), b.get_width()), a.get_height() + b.get_height()))
        both.blit(a, (0, 0))
        both.blit(b, (0, a.get_height()))
        Path(place).mkdir(parents=True, exist_ok=True)
        pygame.image.save(both, Path(place, f"{name}.png"))


def painted(surface: pygame.Surface, area: pygame.Rect) -> pygame.Rect:
    """The box around all that is not ground."""
    area = area.clip(surface.get_rect())
    part = pygame.Surface(area.size, pygame.SRCALPHA)
    part.blit(surface, (0, 0), area)
    mask = pygame.mask.from_threshold(part, (*GROUND, 255), (2, 2, 2, 255))
    mask.invert()
    boxes = mask.get_bounding_rects()
    if not boxes:
        return pygame.Rect(area.topleft, (0, 0))
    return boxes[0].unionall(boxes[1:]).move(area.topleft)


Color = tuple[int, int, int]


def colors(surface: pygame.Surface, area: pygame.Rect, part: float) -> set[Color]:
    """The colours that fill some part of an area."""
    data = pygame.image.tobytes(surface.subsurface(area.clip(surface.get_rect())), "RGB")
    counts = Counter(zip(data[::3], data[1::3], data[2::3], strict=True))
    return {color for color, count in counts.items() if count >= part * len(data) / 3}


def missing(one: pygame.Surface, other: pygame.Surface, area: pygame.Rect) -> list[Color]:
    """The colours that fill a part of one picture and are not in the other.

    A step of 1 is not counted: a screen and a processor round blends in different ways.
    """
    there = colors(other, area, FILLS / 3)
    return [
        color
        for color in sorted(colors(one, area, FILLS))
        if not any(all(abs(a - b) <= 1 for a, b in zip(color, one, strict=True)) for one in there)
    ]


def test_says_what_godot_said() -> None:
    expected = Path(__file__).with_name("recorded") / "gallery.out"
    assert gallery().out == expected.read_text(encoding="utf-8"), gallery().err
    assert gallery().err == ""


@pytest.mark.parametrize("name", CONTROLS)
def test_a_control_lies_where_godots_does(name: str) -> None:
    theirs, ours = pair("gallery")
    area = pygame.Rect(CONTROLS[name]).inflate(8, 8)
    a, b = painted(theirs, area), painted(ours, area)
    edges = ((a.left, b.left), (a.top, b.top), (a.right, b.right), (a.bottom, b.bottom))
    off = [there - here for there, here in edges]
    print(f"{name}: left, top, right, bottom off by {off}")
    assert all(abs(one) <= SLACK for one in off), f"Godot: {a}, here: {b}"


@pytest.mark.parametrize("name", CONTROLS)
def test_a_control_has_godots_colours(name: str) -> None:
    theirs, ours = pair("gallery")
    area = pygame.Rect(CONTROLS[name])
    assert missing(theirs, ours, area) == []
    assert missing(ours, theirs, area) == []


@pytest.mark.parametrize("name", STATES)
def test_a_state_looks_as_in_godot(name: str) -> None:
    theirs, ours = pair(name)
    assert ours.get_size() == theirs.get_size()
    assert missing(theirs, ours, ours.get_rect()) == []
    assert missing(ours, theirs, ours.get_rect()) == []
    a, b = (pygame.image.tobytes(one, "RGB") for one in (theirs, ours))
    other = sum(abs(x - y) > 24 for x, y in zip(a, b, strict=True)) / len(a)
    print(f"{name}: {other:.2%} of the values differ")
    assert other <= OTHERWISE
