"""From SDL's events to Godot's `InputEvent`s.

**Keys and text.** SDL tells of a key (KEYDOWN) and of the text that comes of it (TEXTINPUT) one
after the other; Godot has one event with both. A key whose text follows in the same batch takes it.
Text that no key announced comes from an input method: each character is an event without a key.

**Repeating.** pygame repeats KEYDOWN by a timer of its own, while the system repeats the text. What
is written repeats with the text, everything else with the key. An event for a key that is down
already is an echo.

**Composing.** While an input method composes, the keys belong to it: they are not told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from engine.core.input_event import InputEvent
from engine.core.input_event_key import InputEventKey
from engine.core.input_event_mouse import (
    InputEventMouse,
    InputEventMouseButton,
    InputEventMouseMotion,
)
from engine.core.vector2 import Vector2
from engine.platform import _keys
from engine.platform._pygame import pygame

_BUTTONS = {1: 1, 2: 3, 3: 2, 6: 8, 7: 9}  # left, middle, right and two more; wheels are others
_WHEEL_UP, _WHEEL_DOWN, _WHEEL_LEFT, _WHEEL_RIGHT = 4, 5, 6, 7
_LEFT_MASK = 1
_DOUBLE_CLICK_MSEC = 400
_DOUBLE_CLICK_REACH = 5.0


class EventReader:
    """Translates events; it remembers what is held.

    Attributes:
        scale: pixels of the picture for one of SDL's points.
        composing: what an input method composes.
        selection: where the caret is in it, and how much of it is selected.
        writes: whether the system tells text besides keys.
    """

    def __init__(self) -> None:
        self.scale = (1.0, 1.0)
        self.composing = ""
        self.selection = (0, 0)
        self.writes = True
        self._down: dict[int, InputEventKey] = {}
        self._last_text: InputEventKey | None = None  # the key that wrote last
        self._buttons = 0
        self._position = Vector2.ZERO
        self._last_click = (0, -1000, Vector2.ZERO)  # button, time, place

    def read(self, events: Sequence[Any]) -> Iterator[InputEvent]:
        """The input events in a batch; what concerns the window is left out."""
        at = 0
        while at < len(events):
            event = events[at]
            kind = event.type
            at += 1
            if kind == pygame.KEYDOWN:
                text, at = self._text_behind(event, events, at)
                yield from self._key_down(event, text)
            elif kind == pygame.KEYUP:
                yield from self._key_up(event)
            elif kind == pygame.TEXTINPUT:
                yield from self._text(event.text)
            elif kind == pygame.TEXTEDITING:
                self.composing = event.text
                self.selection = event.start, event.length
            elif kind == pygame.MOUSEMOTION:
                yield self._motion(event)
            elif kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
                if event.button in _BUTTONS:
                    yield self._button(event, kind == pygame.MOUSEBUTTONDOWN)
            elif kind == pygame.MOUSEWHEEL:
                yield from self._wheel(event)

    def release_all(self) -> Iterator[InputEvent]:
        """Everything that is held comes up: the window has lost the focus."""
        for scancode in list(self._down):
            key = self._down.pop(scancode)
            yield _key(key._keycode, key._physical_keycode, key._key_label, key._location, False)
        self.composing = ""

    # Keys ----------------------------------------------------------------------------------------

    def _text_behind(self, event: Any, events: Sequence[Any], at: int) -> tuple[str, int]:
        """The text of a key, and where to read on."""
        if at < len(events) and events[at].type == pygame.TEXTINPUT:
            text = events[at].text
            if len(text) == 1 and (event.unicode in ("", text)):
                return text, at + 1
        return event.unicode, at

    def _key_down(self, event: Any, text: str) -> Iterator[InputEvent]:
        if self.composing:
            return
        scancode = event.scancode
        echo = scancode in self._down
        if echo and self.writes and _keys.is_printed(text):
            return  # it repeats with its text
        key = _key(
            _keys.keycode(event.key, scancode),
            _keys.physical(scancode),
            _keys.label(event.key, scancode),
            _keys.location(scancode),
            True,
        )
        key._echo = echo
        key._modifiers = _keys.held_besides(event.mod, key._keycode)
        if _keys.is_printed(text):
            key._unicode = ord(text)
            self._last_text = key
        elif event.mod & pygame.KMOD_CTRL:
            key._unicode = _keys.written_with_control(event.key, event.mod)
        self._down[scancode] = key
        yield key

    def _key_up(self, event: Any) -> Iterator[InputEvent]:
        scancode = event.scancode
        if self._down.pop(scancode, None) is None:
            return
        key = _key(
            _keys.keycode(event.key, scancode),
            _keys.physical(scancode),
            _keys.label(event.key, scancode),
            _keys.location(scancode),
            False,
        )
        key._modifiers = _keys.modifiers(event.mod)
        yield key

    def _text(self, text: str) -> Iterator[InputEvent]:
        """Text without a key of its own: a key that repeats, or an input method."""
        self.composing = ""
        last = self._last_text
        if last is not None and len(text) == 1 and last._unicode == ord(text):
            held = any(key is last for key in self._down.values())
            if held:
                again = _key(
                    last._keycode, last._physical_keycode, last._key_label, last._location, True
                )
                again._echo, again._unicode = True, last._unicode
                again._modifiers = last._modifiers
                yield again
                return
        for character in text:
            if ord(character) >= 32:
                key = InputEventKey()
                key._pressed, key._unicode = True, ord(character)
                yield key

    # Mouse ---------------------------------------------------------------------------------------

    def _place(self, event: InputEventMouse) -> None:
        event._position = event._global_position = self._position
        event._button_mask = self._buttons
        event._modifiers = _keys.modifiers(pygame.key.get_mods())

    def _at(self, point: tuple[float, float]) -> Vector2:
        return Vector2(point[0] * self.scale[0], point[1] * self.scale[1])

    def _motion(self, event: Any) -> InputEvent:
        moved = InputEventMouseMotion()
        self._position = self._at(event.pos)
        self._place(moved)
        moved._relative = moved._screen_relative = self._at(event.rel)
        moved._pressure = 1.0 if self._buttons & _LEFT_MASK else 0.0
        return moved

    def _button(self, event: Any, pressed: bool) -> InputEvent:
        button = _BUTTONS[event.button]
        mask = 1 << (button - 1)
        self._buttons = self._buttons | mask if pressed else self._buttons & ~mask
        self._position = self._at(event.pos)
        clicked = InputEventMouseButton()
        self._place(clicked)
        clicked._button_index = button
        clicked._pressed = pressed
        clicked._factor = 1.0
        if pressed:
            clicked._double_click = self._is_double(button)
        return clicked

    def _is_double(self, button: int) -> bool:
        now = pygame.time.get_ticks()
        last, time, place = self._last_click
        near = place.distance_to(self._position) < _DOUBLE_CLICK_REACH
        double = last == button and now - time < _DOUBLE_CLICK_MSEC and near
        self._last_click = (0, -1000, place) if double else (button, now, self._position)
        return double

    def _wheel(self, event: Any) -> Iterator[InputEvent]:
        sign = -1.0 if event.flipped else 1.0
        down, across = sign * event.precise_y, sign * event.precise_x
        if down:
            yield from self._step(_WHEEL_UP if down > 0 else _WHEEL_DOWN, abs(down))
        if across:
            yield from self._step(_WHEEL_RIGHT if across > 0 else _WHEEL_LEFT, abs(across))

    def _step(self, button: int, factor: float) -> Iterator[InputEvent]:
        """A step of the wheel is a button that is pressed and released."""
        mask = 1 << (button - 1)
        for pressed in (True, False):
            step = InputEventMouseButton()
            self._place(step)
            step._button_index = button
            step._pressed, step._factor = pressed, factor
            if pressed:
                step._button_mask |= mask
            yield step


def _key(keycode: int, physical: int, label: int, location: int, pressed: bool) -> InputEventKey:
    key = InputEventKey()
    key._keycode, key._physical_keycode, key._key_label = keycode, physical, label
    key._location, key._pressed = location, pressed
    return key
