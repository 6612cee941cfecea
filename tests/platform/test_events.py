"""SDL's events as Godot's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from engine.core.input_enums import Key
from engine.core.input_event import InputEvent
from engine.core.input_event_key import InputEventKey
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.vector2 import Vector2
from engine.platform import _keys
from engine.platform._events import EventReader
from engine.platform._pygame import pygame


@pytest.fixture(autouse=True)
def _video(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    yield
    pygame.display.quit()


@pytest.fixture
def reader() -> EventReader:
    return EventReader()


def down(key: int, scancode: int, unicode: str = "", mod: int = 0) -> Any:
    return pygame.event.Event(pygame.KEYDOWN, key=key, scancode=scancode, unicode=unicode, mod=mod)


def up(key: int, scancode: int, mod: int = 0) -> Any:
    return pygame.event.Event(pygame.KEYUP, key=key, scancode=scancode, unicode="", mod=mod)


def text(written: str) -> Any:
    return pygame.event.Event(pygame.TEXTINPUT, text=written)


def keys(events: list[InputEvent]) -> list[tuple[int, int, bool, bool]]:
    """Of each key: its code, what it writes, whether it is pressed, whether it repeats."""
    assert all(isinstance(event, InputEventKey) for event in events)
    return [(key._keycode, key._unicode, key._pressed, key._echo) for key in events]  # type: ignore[attr-defined]


A, A_PLACE = pygame.K_a, pygame.KSCAN_A


def test_a_key_takes_the_text_behind_it(reader: EventReader) -> None:
    found = list(reader.read([down(A, A_PLACE, "a"), text("a"), up(A, A_PLACE)]))
    assert keys(found) == [(Key.KEY_A, ord("a"), True, False), (Key.KEY_A, 0, False, False)]
    assert found[0]._physical_keycode == Key.KEY_A  # type: ignore[attr-defined]


def test_what_is_written_repeats_with_its_text(reader: EventReader) -> None:
    list(reader.read([down(A, A_PLACE, "a"), text("a")]))
    assert keys(list(reader.read([text("a")]))) == [(Key.KEY_A, ord("a"), True, True)]
    assert list(reader.read([down(A, A_PLACE, "a")])) == []


def test_other_keys_repeat_by_themselves(reader: EventReader) -> None:
    left = down(pygame.K_LEFT, pygame.KSCAN_LEFT)
    assert keys(list(reader.read([left, left]))) == [
        (Key.KEY_LEFT, 0, True, False),
        (Key.KEY_LEFT, 0, True, True),
    ]


def test_without_text_input_all_keys_repeat_by_themselves(reader: EventReader) -> None:
    reader.writes = False
    again = [down(A, A_PLACE, "a"), down(A, A_PLACE, "a")]
    assert keys(list(reader.read(again)))[1] == (Key.KEY_A, ord("a"), True, True)


def test_an_input_method_composes_and_writes(reader: EventReader) -> None:
    editing = pygame.event.Event(pygame.TEXTEDITING, text="ㅎ", start=1, length=0)
    assert list(reader.read([editing])) == []
    assert (reader.composing, reader.selection) == ("ㅎ", (1, 0))
    assert list(reader.read([down(A, A_PLACE)])) == []  # the key belongs to the input method
    assert keys(list(reader.read([text("한글")]))) == [
        (0, ord("한"), True, False),
        (0, ord("글"), True, False),
    ]
    assert reader.composing == ""


def test_modifiers(reader: EventReader) -> None:
    shift = down(pygame.K_LSHIFT, pygame.KSCAN_LSHIFT, mod=pygame.KMOD_LSHIFT)
    capital = down(A, A_PLACE, "A", pygame.KMOD_LSHIFT)
    control = down(pygame.K_c, pygame.KSCAN_C, "\x03", pygame.KMOD_LCTRL)
    found: Any = list(reader.read([shift, capital, control]))
    assert [event.as_text() for event in found] == ["Shift", "Shift+A", "Ctrl+C"]
    assert [event.unicode for event in found] == [0, ord("A"), ord("c")]
    assert [event.location for event in found] == [1, 0, 0]


def test_other_alphabets_are_known_by_their_place(reader: EventReader) -> None:
    found: Any = next(iter(reader.read([down(0x444, A_PLACE, "ф"), text("ф")])))
    assert (found.keycode, found.physical_keycode) == (Key.KEY_A, Key.KEY_A)
    assert (found.key_label, found.unicode) == (ord("Ф"), ord("ф"))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("RETURN", Key.KEY_ENTER), ("ESCAPE", Key.KEY_ESCAPE), ("TAB", Key.KEY_TAB),
        ("BACKSPACE", Key.KEY_BACKSPACE), ("DELETE", Key.KEY_DELETE), ("SPACE", Key.KEY_SPACE),
        ("UP", Key.KEY_UP), ("HOME", Key.KEY_HOME), ("PAGEDOWN", Key.KEY_PAGEDOWN),
        ("F1", Key.KEY_F1), ("F12", Key.KEY_F12), ("F13", Key.KEY_F13), ("0", Key.KEY_0),
        ("9", Key.KEY_9), ("KP_0", Key.KEY_KP_0), ("KP_7", Key.KEY_KP_7),
        ("KP_ENTER", Key.KEY_KP_ENTER), ("KP_PLUS", Key.KEY_KP_ADD), ("LGUI", Key.KEY_META),
        ("RCTRL", Key.KEY_CTRL), ("LALT", Key.KEY_ALT), ("CAPSLOCK", Key.KEY_CAPSLOCK),
        ("PRINTSCREEN", Key.KEY_PRINT), ("MENU", Key.KEY_MENU),
    ],
)  # fmt: skip
def test_keycodes(name: str, key: Key) -> None:
    code, place = getattr(pygame, f"K_{name}"), getattr(pygame, f"KSCAN_{name}")
    assert _keys.physical(place) == key
    assert _keys.keycode(code, place) == key


def test_an_unknown_key() -> None:
    assert _keys.keycode(0, 0) == _keys.physical(0) == Key.KEY_UNKNOWN


def test_losing_the_focus_releases_what_is_held(reader: EventReader) -> None:
    list(reader.read([down(A, A_PLACE, "a"), text("a")]))
    assert keys(list(reader.release_all())) == [(Key.KEY_A, 0, False, False)]
    assert list(reader.read([up(A, A_PLACE)])) == []


def button(number: int, pressed: bool, at: tuple[int, int] = (10, 20)) -> Any:
    kind = pygame.MOUSEBUTTONDOWN if pressed else pygame.MOUSEBUTTONUP
    return pygame.event.Event(kind, button=number, pos=at)


def test_the_mouse(reader: EventReader) -> None:
    reader.scale = (2.0, 2.0)
    motion = pygame.event.Event(pygame.MOUSEMOTION, pos=(5, 6), rel=(1, 2), buttons=(0, 0, 0))
    moved, pressed, dragged, released = reader.read(
        [motion, button(3, True), motion, button(3, False)]
    )
    assert isinstance(moved, InputEventMouseMotion)
    assert (moved.position, moved.relative) == (Vector2(10, 12), Vector2(2, 4))
    assert isinstance(pressed, InputEventMouseButton)
    assert (pressed.button_index, pressed.position) == (2, Vector2(20, 40))
    assert pressed.button_mask == 2
    assert dragged.button_mask == 2  # type: ignore[attr-defined]
    assert released.button_mask == 0  # type: ignore[attr-defined]


def test_double_clicks(reader: EventReader) -> None:
    clicks = [button(1, True), button(1, False)]
    found: Any = [event for event in reader.read(clicks * 3) if event.is_pressed()]
    assert [event.double_click for event in found] == [False, True, False]
    far: Any = list(reader.read([button(1, True, (50, 50))]))
    assert not far[0].double_click


def test_the_wheel(reader: EventReader) -> None:
    def wheel(x: float, y: float) -> Any:
        return pygame.event.Event(
            pygame.MOUSEWHEEL, x=int(x), y=int(y), precise_x=x, precise_y=y, flipped=False
        )

    found: Any = list(reader.read([wheel(0.0, 1.0), wheel(0.0, -2.0), wheel(1.0, 0.0)]))
    assert [(event.button_index, event.pressed, event.factor) for event in found] == [
        (4, True, 1.0), (4, False, 1.0), (5, True, 2.0), (5, False, 2.0),
        (7, True, 1.0), (7, False, 1.0),
    ]  # fmt: skip
    assert list(reader.read([button(4, True), button(4, False)])) == []  # SDL's older way
