"""Which display a run has, and what is told and drawn when."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from engine.core.clock import ManualClock
from engine.main.loop import Loop, make_tree
from engine.main.options import Options, UsageError, parse
from engine.main.screen import open_screen
from engine.scene.node import Node
from engine.scene.scene_tree import SceneTree
from tests.main.test_command_line import DISPLAYS, NO_DISPLAY, engine

ROOT = Path(__file__).parents[2]
SCRIPT = """
from engine import Control, DisplayServer, OS, RenderingServer, Color, Rect2

class Main(Control):
    drawn = 0

    def _draw(self):
        self.draw_rect(Rect2(10, 10, 20, 20), Color(1, 0, 0))

    def _ready(self):
        RenderingServer.frame_post_draw.connect(self._count)

    def _count(self):
        self.drawn += 1

    def _process(self, delta):
        if self.get_tree().get_frame() < 4:
            return
        window = self.get_window()
        print(DisplayServer.get_name(), window.size, self.get_viewport_rect().size, self.drawn)
        image = self.get_viewport().get_texture().get_image()
        if image is not None:
            print(image.get_size(), image.get_pixel(10, 10), image.get_pixel(9, 9).to_html())
        self.get_tree().quit()
"""


def windowed(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return engine("--display-driver", "dummy", "--fixed-fps", "60", *words, cwd=cwd)


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "main.py"
    path.write_text(SCRIPT)
    return path


def test_a_window_shows_the_tree(script: Path) -> None:
    done = windowed("main.py", cwd=script.parent)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "dummy (1152, 648) (1152.0, 648.0) 3",
        "(1152, 648) (1.0, 0.0, 0.0, 1.0) 4d4d4dff",
    ]


def test_its_size_can_be_given(script: Path) -> None:
    done = windowed("--resolution", "300x200", "main.py", cwd=script.parent)
    assert done.stdout.splitlines()[0] == "dummy (300, 200) (300.0, 200.0) 3"


def test_headless_nothing_is_drawn(script: Path) -> None:
    done = engine("--headless", "--fixed-fps", "60", "main.py", cwd=script.parent)
    assert done.stdout.splitlines()[0].startswith("headless ")
    assert done.stdout.splitlines()[0].endswith(" 0")
    assert done.stderr.startswith('ERROR: Parameter "t" is null.')


def test_without_a_display_one_line_says_so(script: Path) -> None:
    script.write_text("from engine import Node\nclass Main(Node): pass\n")
    done = subprocess.run(
        [sys.executable, "-m", "engine", "--quit", "main.py"],
        cwd=script.parent,
        capture_output=True,
        text=True,
        timeout=30,
        env={name: value for name, value in os.environ.items() if name not in DISPLAYS},
    )
    assert done.returncode == 0
    assert done.stderr in (NO_DISPLAY, "")  # there may be one after all, on other systems
    if sys.platform == "linux":
        assert done.stderr == NO_DISPLAY


PROJECT = """config_version=5
[application]
config/name="Scaled"
run/main_scene="res://main.tscn"
[display]
window/size/viewport_width=200
window/size/viewport_height=100
window/stretch/mode="{mode}"
window/stretch/aspect="{aspect}"
"""
SCENE = """[gd_scene load_steps=2 format=3]
[ext_resource type="Script" path="res://main.gd" id="1"]
[node name="Main" type="Control"]
script = ExtResource("1")
"""
SCALED = """extends Control
func _draw():
	draw_rect(Rect2(10, 10, 20, 20), Color.RED)
func _ready():
	for i in 3:
		await get_tree().process_frame
	var image := get_viewport().get_texture().get_image()
	print(get_window().title, get_window().size, get_viewport_rect().size, image.get_size())
	var scale := image.get_width() / 200
	print(image.get_pixel(29 * scale, 29 * scale))
	print(image.get_pixel(31 * scale, 31 * scale).to_html())
	get_tree().quit()
"""


@pytest.mark.parametrize(
    ("mode", "aspect", "view", "picture"),
    [
        ("disabled", "keep", "(400.0, 300.0)", "(400, 300)"),
        ("canvas_items", "keep", "(200.0, 100.0)", "(400, 200)"),
        ("canvas_items", "expand", "(200.0, 150.0)", "(400, 300)"),
        ("viewport", "keep", "(200.0, 100.0)", "(200, 100)"),
        ("viewport", "expand", "(200.0, 150.0)", "(200, 150)"),
    ],
)
def test_projects_scale_their_content(
    tmp_path: Path, mode: str, aspect: str, view: str, picture: str
) -> None:
    (tmp_path / "project.godot").write_text(PROJECT.format(mode=mode, aspect=aspect))
    (tmp_path / "main.tscn").write_text(SCENE)
    (tmp_path / "main.gd").write_text(SCALED)
    done = windowed("--resolution", "400x300", "--path", ".", cwd=tmp_path)
    first, *pixels = done.stdout.splitlines()
    assert first == f"Scaled(400, 300){view}{picture}"
    if mode != "disabled":
        assert pixels == ["(1.0, 0.0, 0.0, 1.0)", "4d4d4dff"]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (["--display-driver", "X11"], {"display_driver": "x11"}),
        (["--resolution", "640x480"], {"resolution": (640, 480)}),
        (["--position", "-5,20"], {"position": (-5, 20)}),
        (["--resolution=640x480"], {"resolution": (640, 480)}),
        (["--fullscreen"], {"window_mode": 3}),
        (["-m"], {"window_mode": 2}),
        (["--windowed"], {"window_mode": 0}),
        (["--always-on-top"], {"always_on_top": True}),
    ],
)
def test_options(words: list[str], values: dict[str, Any]) -> None:
    options = parse(words)
    assert {name: getattr(options, name) for name in values} == values


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["--display-driver", "paper"], "Unknown display driver 'paper', aborting."),
        (["--display-driver"], "Missing display driver argument, aborting."),
        (["--resolution", "640"], "Invalid resolution '640', it should be e.g. '1280x720'."),
        (["--resolution", "0x5"], "Invalid resolution, width and height must be above 0."),
        (["--position", "here"], "Invalid position 'here', it should be e.g. '80,128'."),
    ],
)
def test_mistakes(words: list[str], problem: str) -> None:
    with pytest.raises(UsageError, match=f"^{re.escape(problem)}"):
        parse(words)


class Slow(Node):
    """Takes its time in one frame."""

    def __init__(self, clock: ManualClock) -> None:
        super().__init__()
        self.clock = clock
        self.frames = 0

    def _process(self, delta: float) -> None:
        self.frames += 1
        if self.frames == 2:
            self.clock.advance(3.5 / 60)
        if self.frames == 8:
            self.get_tree().quit()


class Noted:
    """A screen that notes what it is asked for."""

    def __init__(self, node: Slow) -> None:
        self.node = node
        self.told = 0
        self.drawn: list[int] = []

    def before_frame(self) -> None:
        self.told += 1

    def draw(self) -> bool:
        self.drawn.append(self.node.frames)
        return True


def test_of_frames_that_are_caught_up_only_the_last_is_drawn() -> None:
    clock = ManualClock()
    node = Slow(clock)
    screen = Noted(node)
    Loop(make_tree(node, clock), screen=screen).run()
    assert screen.told == 8
    assert screen.drawn == [1, 5, 6, 7, 8]


def test_a_tree_that_is_always_late_is_drawn_now_and_then() -> None:
    clock = ManualClock()

    class Late(Slow):
        def _process(self, delta: float) -> None:
            self.frames += 1
            self.clock.advance(2 / 60)
            if self.frames == 20:
                self.get_tree().quit()

    node = Late(clock)
    screen = Noted(node)
    Loop(make_tree(node, clock), screen=screen).run()
    assert screen.drawn == [8, 16]


def test_a_tree_on_a_screen_is_told_of_it() -> None:
    tree = SceneTree(entered=False)
    screen = open_screen(tree, Options(display_driver="dummy", resolution=(320, 200)))
    assert screen is not None
    try:
        assert (tree.root.size.x, tree.root.size.y) == (320, 200)
        assert tree.root.mode == 0
        tree.initialize()
        assert screen.draw()
        tree.root.title = "Other"
    finally:
        tree.finalize()
        screen.close()
