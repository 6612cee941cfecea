"""The window, on a driver that nobody sees."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.core import _input_queue
from engine.core.input import Input
from engine.core.input_event import InputEvent
from engine.core.rect2i import Rect2i
from engine.core.vector2i import Vector2i
from engine.platform._pygame import pygame
from engine.platform.pygame_display import NoDisplayError, PygameDisplay
from engine.servers import canvas
from engine.servers.canvas import WHITE, Drawing, Entry, Frame

ROOT = Path(__file__).parents[2]


class Listener:
    """Notes what a window is told."""

    def __init__(self) -> None:
        self.told: list[Any] = []

    def _rect_event(self, rect: Rect2i) -> None:
        self.told.append(("rect", rect.size))

    def _focus_event(self, focused: bool) -> None:
        self.told.append(("focus", focused))

    def _close_request_event(self) -> None:
        self.told.append("close")

    def _mouse_event(self, inside: bool) -> None:
        self.told.append(("mouse", inside))

    def _window_input(self, event: InputEvent) -> None:
        self.told.append(event)

    def propagate_notification(self, what: int) -> None:
        self.told.append(what)


@pytest.fixture
def display() -> Iterator[PygameDisplay]:
    made = PygameDisplay("Title", (200, 100), driver="dummy")
    made.process_events()
    made.listener = Listener()
    yield made
    made.close()
    _input_queue.waiting.clear()


def told(display: PygameDisplay, *events: Any) -> list[Any]:
    """What the listener is told of events."""
    listener: Any = display.listener
    listener.told.clear()
    for event in events:
        pygame.event.post(event)
    display.process_events()
    return list(listener.told)


def event(kind: int, **values: Any) -> Any:
    return pygame.event.Event(kind, **values)


def red(width: int, height: int) -> Frame:
    square = Drawing()
    square.append((canvas.RECT, 0.0, 0.0, 10.0, 10.0, (1.0, 0.0, 0.0, 1.0)))
    entry = Entry(square, canvas.IDENTITY, WHITE, None)
    return Frame((width, height), (0.3, 0.3, 0.3, 1.0), [entry])


def pixel(display: PygameDisplay, x: int, y: int) -> tuple[int, ...]:
    shown = display.shown()
    at = 4 * (y * shown.width + x)
    return tuple(shown.data[at : at + 3])


def test_what_it_is(display: PygameDisplay) -> None:
    assert display.name == "dummy"
    assert display.window_get_size() == Vector2i(200, 100)
    assert display.window_get_mode() == 0
    assert display.window_can_draw()
    assert display.window_is_focused()
    assert display.get_screen_count() >= 1


def test_no_sound_is_touched(display: PygameDisplay) -> None:
    assert not pygame.mixer.get_init()


def test_input_goes_to_input(display: PygameDisplay) -> None:
    told(display, event(pygame.KEYDOWN, key=pygame.K_a, scancode=4, unicode="a", mod=0))
    assert [waiting.as_text() for waiting in _input_queue.waiting] == ["A"]
    Input.flush_buffered_events()
    assert Input.is_physical_key_pressed(65)
    told(display, event(pygame.KEYUP, key=pygame.K_a, scancode=4, unicode="", mod=0))
    Input.flush_buffered_events()
    assert not Input.is_physical_key_pressed(65)


def test_closing(display: PygameDisplay) -> None:
    assert told(display, event(pygame.WINDOWCLOSE), event(pygame.QUIT)) == ["close"]


def test_focus(display: PygameDisplay) -> None:
    assert told(display, event(pygame.WINDOWFOCUSLOST)) == [2017, ("focus", False)]
    assert not display.window_is_focused()
    assert told(display, event(pygame.WINDOWFOCUSGAINED)) == [2016, ("focus", True)]
    assert told(display, event(pygame.WINDOWFOCUSGAINED)) == []


def test_the_mouse_comes_and_goes(display: PygameDisplay) -> None:
    events = event(pygame.WINDOWLEAVE), event(pygame.WINDOWENTER)
    assert told(display, *events) == [("mouse", False), ("mouse", True)]


def test_composing_is_told_and_can_be_asked_for(display: PygameDisplay) -> None:
    display.window_set_ime_active(True)
    assert told(display, event(pygame.TEXTEDITING, text="하", start=1, length=0)) == [2013]
    assert display.ime_get_text() == "하"
    assert display.ime_get_selection() == Vector2i(1, 0)
    assert told(display, event(pygame.TEXTINPUT, text="한")) == [2013]
    assert display.ime_get_text() == ""
    told(display, event(pygame.TEXTEDITING, text="ㄱ", start=1, length=0))
    display.window_set_ime_active(False)
    assert display.ime_get_text() == ""


def test_resizing(display: PygameDisplay) -> None:
    display.show(red(200, 100))
    display.window_set_size(Vector2i(300, 150))
    assert display.window_get_size() == Vector2i(300, 150)
    listener: Any = display.listener
    listener.told.clear()
    display.process_events()
    assert ("rect", Vector2i(300, 150)) in listener.told
    assert display.show(red(300, 150))
    assert pixel(display, 5, 5) == (255, 0, 0)
    assert pixel(display, 299, 149) == (77, 77, 77)


def test_only_changes_are_shown(display: PygameDisplay) -> None:
    frame = red(200, 100)
    assert display.show(frame)
    assert not display.show(frame)
    frame.entries[0].drawing.version += 1
    assert display.show(frame)


def test_a_picture_of_another_size_is_scaled_into_its_place(display: PygameDisplay) -> None:
    display.show(red(100, 100), (50, 0, 100, 100))
    assert pixel(display, 49, 50) == pixel(display, 150, 50) == (0, 0, 0)
    assert pixel(display, 55, 5) == (255, 0, 0)
    display.show(red(50, 50), (50, 0, 100, 100))
    assert pixel(display, 65, 15) == (255, 0, 0)
    assert pixel(display, 140, 90) == (77, 77, 77)


def test_the_clipboard(display: PygameDisplay) -> None:
    assert display.clipboard_get() == ""
    display.clipboard_set("한글 text")
    assert display.clipboard_get() == "한글 text"


def test_flags_modes_and_limits(display: PygameDisplay) -> None:
    for flag in (0, 1):
        display.window_set_flag(flag, True)
        assert display.window_get_flag(flag)
        display.window_set_flag(flag, False)
        assert not display.window_get_flag(flag)
    display.window_set_min_size(Vector2i(120, 80))
    assert display.window_get_min_size() == Vector2i(120, 80)
    display.window_set_mode(3)
    assert display.window_get_mode() == 3
    display.window_set_mode(0)
    assert display.window_get_mode() == 0


def test_cursors(display: PygameDisplay) -> None:
    for shape in range(17):
        display.cursor_set_shape(shape)
        assert display.cursor_get_shape() == shape


def test_without_a_screen_there_is_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)
    if os.name == "posix" and sys.platform != "darwin":
        with pytest.raises(NoDisplayError, match="no display was found"):
            PygameDisplay()
    monkeypatch.setenv("DISPLAY", ":9999")
    with pytest.raises(NoDisplayError):
        PygameDisplay(driver="x11")


def test_importing_it_loads_no_pygame() -> None:
    script = "import sys, engine.platform.pygame_display; print('pygame' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
