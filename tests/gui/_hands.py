"""Hands for tests of controls: they click, move the mouse and press keys in a viewport."""

from __future__ import annotations

from typing import Any

from engine.core.input_enums import Key, MouseButton
from engine.core.input_event_key import InputEventKey
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.testing import HeadlessTree


class Hands:
    """The mouse and the keyboard of a tree, whose window they make 1024 x 600."""

    def __init__(self, tree: HeadlessTree) -> None:
        self.root = tree.root
        self.root.size = Vector2i(1024, 600)
        self._at = Vector2()

    def move(self, x: float, y: float, buttons: int = 0) -> None:
        """Moves the mouse."""
        event = InputEventMouseMotion()
        event.position = event.global_position = Vector2(x, y)
        event.relative = event.velocity = Vector2(x, y) - self._at
        event.button_mask = buttons
        self._at = event.position
        self.root.push_input(event)

    def button(self, x: float, y: float, pressed: bool, index: int = 1) -> None:
        """Presses a button of the mouse, or lets it go."""
        event = InputEventMouseButton()
        event.position = event.global_position = Vector2(x, y)
        event.button_index = MouseButton(index)
        event.button_mask = (1 << (index - 1)) if pressed else 0
        event.pressed = pressed
        self.root.push_input(event)

    def click(self, x: float, y: float) -> None:
        """Presses the left button and lets it go."""
        self.button(x, y, True)
        self.button(x, y, False)

    def key(self, code: int, **modifiers: Any) -> None:
        """Presses a key and lets it go."""
        for pressed in (True, False):
            event = InputEventKey()
            event.keycode = Key(code)
            event.pressed = pressed
            for name, value in modifiers.items():
                setattr(event, name, value)
            self.root.push_input(event)


def log_of(node: Any, *signals: str) -> list[str]:
    """A list to which the names of signals are added as they come."""
    heard: list[str] = []
    for name in signals:
        node.connect(name, lambda *args, name=name: heard.append(name))
    return heard
