"""`Window`: its size, its content and the display that shows it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from engine import Node, ProjectSettings, Window
from engine.core.rect2 import Rect2
from engine.core.rect2i import Rect2i
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.servers._display import Display
from engine.testing import HeadlessTree, expect_error

RECORDED = Path(__file__).with_name("data") / "content_scale.json"
# What `record_content_scale.gd` gave.
SCALES: list[list[float]] = json.loads(RECORDED.read_text(encoding="utf-8"))


class Screen(Display):
    """A display that remembers what it was told."""

    name = "screen"

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, Any]] = []
        self.size = Vector2i(320, 200)
        self.mode = 0

    def window_set_title(self, title: str) -> None:
        self.told.append(("title", title))

    def window_get_size(self) -> Vector2i:
        return self.size

    def window_set_size(self, size: Vector2i) -> None:
        self.told.append(("size", size))

    def window_set_position(self, position: Vector2i) -> None:
        self.told.append(("position", position))

    def window_get_position(self) -> Vector2i:
        return Vector2i(10, 20)

    def window_get_mode(self) -> int:
        return self.mode

    def window_set_mode(self, mode: int) -> None:
        self.mode = mode

    def window_set_flag(self, flag: int, enabled: bool) -> None:
        self.told.append((f"flag {flag}", enabled))


class TestSize:
    def test_the_view_follows_it(self, tree: HeadlessTree) -> None:
        heard: list[Rect2] = []
        tree.root.size_changed.connect(lambda: heard.append(tree.root.get_visible_rect()))
        tree.root.size = Vector2i(300, 200)
        tree.root.size = Vector2i(300, 200)
        assert heard == [Rect2(0, 0, 300, 200)]

    def test_the_root_has_a_least_size(self, tree: HeadlessTree) -> None:
        tree.root.size = Vector2i(10, 10)
        assert tree.root.size == Vector2i(64, 64)

    def test_a_greatest_size_counts_when_it_is_possible(self, tree: HeadlessTree) -> None:
        root = tree.root
        root.max_size = Vector2i(100, 300)
        root.size = Vector2i(1000, 1000)
        assert root.size == Vector2i(100, 300)
        root.max_size = Vector2i(10, 300)  # less than the least
        root.size = Vector2i(1000, 1000)
        assert root.size == Vector2i(1000, 1000)

    def test_limits_are_not_negative(self) -> None:
        window = Window()
        window.min_size = Vector2i(-5, 10)
        assert window.min_size == Vector2i(0, 10)
        assert window.size == Vector2i(100, 100)
        window.free()


class TestContentScale:
    @pytest.mark.parametrize("row", SCALES, ids=str)
    def test_it_is_godots(self, tree: HeadlessTree, row: list[float]) -> None:
        root = tree.root
        root.size = Vector2i(int(row[0]), int(row[1]))
        root.content_scale_size = Vector2i(int(row[2]), int(row[3]))
        root.content_scale_mode = int(row[4])
        root.content_scale_aspect = int(row[5])
        root.content_scale_stretch = int(row[6])
        root.content_scale_factor = row[7]
        final = root.get_final_transform()
        found = (*root.get_visible_rect().size, final.x.x, final.y.y, *final.origin)
        assert found == pytest.approx(row[8:14], rel=1e-6)
        assert root.get_oversampling() == pytest.approx(row[14], rel=1e-6)

    def test_it_follows_the_project(self, tree: HeadlessTree) -> None:
        settings = {
            "display/window/stretch/mode": "canvas_items",
            "display/window/stretch/aspect": "expand",
            "display/window/size/viewport_width": 400,
            "display/window/size/viewport_height": 300,
        }
        before = {name: ProjectSettings.get_setting(name) for name in settings}
        for name, value in settings.items():
            ProjectSettings.set_setting(name, value)
        try:
            tree.root._follow_settings()
        finally:
            for name, value in before.items():
                ProjectSettings.set_setting(name, value)
        assert tree.root.content_scale_size == Vector2i(400, 300)
        assert tree.root.content_scale_mode == Window.CONTENT_SCALE_MODE_CANVAS_ITEMS
        assert tree.root.content_scale_aspect == Window.CONTENT_SCALE_ASPECT_EXPAND

    def test_what_cannot_be_is_refused(self, tree: HeadlessTree) -> None:
        with expect_error('Condition "p_factor <= 0" is true.'):
            tree.root.content_scale_factor = 0
        with expect_error('Condition "p_size.x < 0" is true.'):
            tree.root.content_scale_size = Vector2i(-1, 3)


class TestWithoutADisplay:
    def test_the_root_counts_as_minimized(self, tree: HeadlessTree) -> None:
        assert tree.root.mode == Window.MODE_MINIMIZED
        assert not tree.root.can_draw()
        tree.root.borderless = True
        assert not tree.root.borderless
        assert tree.root.get_window_id() == 0
        assert tree.root.has_focus()
        assert Window.get_focused_window() is tree.root

    def test_other_windows_keep_what_they_are_told(self) -> None:
        window = Window()
        window.borderless = True
        window.set_flag(Window.FLAG_NO_FOCUS, True)
        window.mode = Window.MODE_MAXIMIZED
        assert window.borderless
        assert window.unfocusable
        assert window.mode == Window.MODE_MAXIMIZED
        assert window.get_window_id() == -1
        with expect_error("Index p_flag = 99 is out of bounds (FLAG_MAX = 13)."):
            window.set_flag(99, True)
        window.free()

    def test_nodes_are_told_that_the_mouse_is_inside(self, tree: HeadlessTree) -> None:
        heard: list[int] = []

        class Ear(Node):
            def _notification(self, what: int) -> None:
                heard.append(what)

        tree.add(Ear())
        tree.root._mouse_event(False)
        tree.root._mouse_event(False)
        tree.root._mouse_event(True)
        assert [what for what in heard if what in (1002, 1003)] == [1003, 1002]

    def test_the_main_window_cannot_be_hidden(self, tree: HeadlessTree) -> None:
        with expect_error("Can't change visibility of main window."):
            tree.root.visible = False
        with expect_error("Can't popup the main window."):
            tree.root.popup_centered()


class TestOnADisplay:
    def test_it_takes_its_size_from_there(self, tree: HeadlessTree) -> None:
        tree.root.title = "chat"
        screen = Screen()
        tree.root._show_on(screen)
        assert screen.told == [("title", "chat")]
        assert tree.root.size == Vector2i(320, 200)
        assert tree.root.get_screen_transform().origin == Vector2(10, 20)

    def test_what_is_set_is_told_to_it(self, tree: HeadlessTree) -> None:
        screen = Screen()
        tree.root._show_on(screen)
        screen.told.clear()
        tree.root.title = "new"
        tree.root.size = Vector2i(500, 400)
        tree.root.position = Vector2i(1, 2)
        tree.root.always_on_top = True
        tree.root.mode = Window.MODE_FULLSCREEN
        assert screen.told == [
            ("title", "new"),
            ("size", Vector2i(500, 400)),
            ("position", Vector2i(1, 2)),
            ("flag 2", True),
        ]
        assert tree.root.mode == Window.MODE_FULLSCREEN

    def test_what_happens_there_is_told_back(self, tree: HeadlessTree) -> None:
        tree.root._show_on(Screen())
        tree.root._rect_event(Rect2i(5, 6, 700, 500))
        assert tree.root.position == Vector2i(5, 6)
        assert tree.root.get_visible_rect() == Rect2(0, 0, 700, 500)


def test_closing_is_asked_of_every_node(tree: HeadlessTree) -> None:
    heard: list[str] = []

    class Ear(Node):
        def _notification(self, what: int) -> None:
            if what == Node.NOTIFICATION_WM_CLOSE_REQUEST:
                heard.append("node")

    tree.add(Ear())
    tree.auto_accept_quit = False
    tree.root.close_requested.connect(lambda: heard.append("signal"))
    tree.request_close()
    assert heard == ["node", "signal"]
