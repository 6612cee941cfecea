"""`DisplayServer` without a screen, and with a display of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from engine.core.input import Input
from engine.core.rect2i import Rect2i
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.servers._display import Display, HeadlessDisplay
from engine.servers.display_server import DisplayServer
from engine.testing import collect_messages, expect_error


class Desk(Display):
    """Two screens side by side, a clipboard and a mouse."""

    name = "desk"
    features = frozenset({DisplayServer.FEATURE_CLIPBOARD, DisplayServer.FEATURE_MOUSE})

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.mode = 0
        self.warped: Any = None

    def get_screen_count(self) -> int:
        return 2

    def screen_get_position(self, screen: int) -> Vector2i:
        return Vector2i(1000 * screen, 0)

    def screen_get_size(self, screen: int) -> Vector2i:
        return Vector2i(1000, 800)

    def screen_get_scale(self, screen: int) -> float:
        return 1.0 + screen

    def window_get_size(self) -> Vector2i:
        return Vector2i(300, 200)

    def clipboard_get(self) -> str:
        return self.text

    def clipboard_set(self, text: str) -> None:
        self.text = text

    def mouse_set_mode(self, mouse_mode: int) -> None:
        self.mode = mouse_mode

    def mouse_get_mode(self) -> int:
        return self.mode

    def warp_mouse(self, position: Any) -> None:
        self.warped = position


@pytest.fixture
def desk() -> Iterator[Desk]:
    display = Desk()
    DisplayServer._use(display)
    yield display
    DisplayServer._use(HeadlessDisplay())


class TestHeadless:
    def test_there_is_nothing(self) -> None:
        assert DisplayServer.get_name() == "headless"
        assert DisplayServer.get_screen_count() == 0
        assert DisplayServer.window_get_size() == Vector2i(0, 0)
        assert DisplayServer.window_get_mode() == DisplayServer.WINDOW_MODE_MINIMIZED
        assert list(DisplayServer.get_window_list()) == []
        assert not any(DisplayServer.has_feature(number) for number in range(40))
        assert DisplayServer.screen_get_dpi() == 96
        assert DisplayServer.screen_get_refresh_rate() == -1.0

    def test_the_clipboard_is_an_error(self) -> None:
        DisplayServer.clipboard_set("lost")
        with expect_error("Clipboard is not supported by this display server."):
            assert DisplayServer.clipboard_get() == ""
        with expect_error("Mouse is not supported by this display server."):
            assert DisplayServer.mouse_get_position() == Vector2i(0, 0)

    def test_a_keyboard_on_the_screen_is_warned_of(self) -> None:
        with collect_messages() as messages:
            assert DisplayServer.virtual_keyboard_get_height() == 0
        assert messages[0].text == "Virtual keyboard not supported by this display server."


class TestWithADisplay:
    def test_it_answers(self, desk: Desk) -> None:
        assert DisplayServer.get_name() == "desk"
        assert DisplayServer.has_feature(DisplayServer.FEATURE_CLIPBOARD)
        DisplayServer.clipboard_set("text")
        assert DisplayServer.clipboard_get() == "text"
        assert DisplayServer.clipboard_has()
        assert list(DisplayServer.get_window_list()) == [0]
        assert DisplayServer.get_window_at_screen_position(Vector2i(299, 0)) == 0
        assert DisplayServer.get_window_at_screen_position(Vector2i(300, 0)) == -1

    def test_screens_have_numbers(self, desk: Desk) -> None:
        assert DisplayServer.screen_get_position(1) == Vector2i(1000, 0)
        assert DisplayServer.get_screen_from_rect(Rect2i(900, 0, 300, 100)) == 1
        assert DisplayServer.get_screen_from_rect(Rect2i(-900, 0, 300, 100)) == -1
        assert DisplayServer.screen_get_max_scale() == 2.0

    def test_input_asks_it_for_the_mouse(self, desk: Desk) -> None:
        Input.mouse_mode = Input.MOUSE_MODE_HIDDEN
        assert DisplayServer.mouse_get_mode() == DisplayServer.MOUSE_MODE_HIDDEN
        assert Input.mouse_mode == Input.MOUSE_MODE_HIDDEN
        Input.warp_mouse(Vector2(3, 4))
        assert desk.warped == Vector2(3, 4)

    def test_other_windows_are_not_there(self, desk: Desk) -> None:
        assert DisplayServer.window_get_size(5) == Vector2i(0, 0)
        DisplayServer.window_set_title("nobody", 5)


def test_what_no_display_has_is_unavailable() -> None:
    assert DisplayServer.dialog_show("title", "text", [], print) == 2
    assert not DisplayServer.color_picker(print)
    assert DisplayServer.create_status_indicator(None, "", print) == -1
    assert list(DisplayServer.tts_get_voices_for_language("en")) == []
    assert DisplayServer.tablet_get_current_driver() == "default"
