"""`Pilot`: uses a program as a person would, by mouse and keyboard, and looks at it.

    def test_sending(pilot: Pilot) -> None:
        pilot.add(Chat())
        pilot.click("Panel/Message")
        pilot.type_text("hello")
        pilot.press("ui_text_submit")
        assert "hello" in pilot.node("Panel/Log").text
        pilot.screenshot("chat.png")

Events go the way of real ones, through `Input` into the next frame. It is the same with a window
and without: a headless tree does layout, focus and drawing, too, and `screenshot` paints it aside.
"""

from __future__ import annotations

import os
from typing import Any, TypeAlias

from engine.core.engine_singleton import Engine
from engine.core.input import Input
from engine.core.input_enums import KEY_ENTER, KEY_TAB, KeyModifierMask, MouseButton
from engine.core.input_event import InputEvent
from engine.core.input_event_action import InputEventAction
from engine.core.input_event_key import InputEventKey
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.input_map import InputMap
from engine.core.os import OS
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui._draw_list import frame_of
from engine.gui.canvas_item import CanvasItem
from engine.gui.control import Control
from engine.gui.image import Image
from engine.platform.renderer import Renderer
from engine.scene.node import Node
from engine.scene.window import Window
from engine.testing.headless import HeadlessTree, N

Target: TypeAlias = str | Node | Vector2 | tuple[float, float]
_LEFT = int(MouseButton.MOUSE_BUTTON_LEFT)
_WHEELS = {
    (0, -1): int(MouseButton.MOUSE_BUTTON_WHEEL_UP),
    (0, 1): int(MouseButton.MOUSE_BUTTON_WHEEL_DOWN),
    (-1, 0): int(MouseButton.MOUSE_BUTTON_WHEEL_LEFT),
    (1, 0): int(MouseButton.MOUSE_BUTTON_WHEEL_RIGHT),
}
_CHARACTERS = {"\n": int(KEY_ENTER), "\t": int(KEY_TAB)}
_DRAG_STEPS = 8
_MODIFIERS = int(KeyModifierMask.KEY_MODIFIER_MASK)


class Pilot:
    """Drives a tree.

    A *target* is a node, its path (from the main scene, or from the root), or a point of the window
    in pixels. Of a node its middle is meant.

    Args:
        tree: the tree.
    """

    def __init__(self, tree: HeadlessTree) -> None:
        self.tree = tree
        self._at = Vector2.ZERO
        self._held = 0  # mouse buttons
        self._renderer: Renderer | None = None

    # The program ---------------------------------------------------------------------------------

    def add(self, node: N) -> N:
        """Adds a node below the root, and lets it lay itself out; gives it back."""
        self.tree.add(node)
        self.wait()
        return node

    def node(self, target: str) -> Any:
        """The node of a path.

        Raises:
            LookupError: when there is none.
        """
        root = self.tree.root
        places = [self.tree.current_scene, *root.get_children(), root]
        for place in places:
            found = place.get_node_or_null(target) if place is not None else None
            if found is not None:
                return found
        raise LookupError(f"there is no node '{target}' in\n{root.get_tree_string_pretty()}")

    def wait(self, frames: int = 2) -> None:
        """Lets frames pass."""
        self.tree.tick(frames)

    def position_of(self, target: Target) -> Vector2:
        """Where a target is in the window.

        Raises:
            TypeError: when it is no part of the picture.
        """
        if isinstance(target, Vector2):
            return target
        if isinstance(target, tuple):
            return Vector2(*target)
        node = self.node(target) if isinstance(target, str) else target
        if isinstance(node, Window):
            return _in_window(node, Vector2(node.size) / 2)
        if isinstance(node, Control):
            middle = node.size / 2
        elif isinstance(node, CanvasItem):
            middle = Vector2.ZERO
        else:
            raise TypeError(f"{node} is nowhere to be seen: it is no CanvasItem")
        return _in_window(node.get_viewport(), node.get_global_transform_with_canvas() * middle)

    # Mouse ---------------------------------------------------------------------------------------

    def move_to(self, target: Target) -> None:
        """Moves the mouse."""
        place = self.position_of(target)
        event = InputEventMouseMotion()
        event.relative = event.screen_relative = place - self._at
        self._at = place
        self._send_mouse(event)

    def button_down(self, button: int = _LEFT, *, double: bool = False) -> None:
        """Presses a mouse button where the mouse is."""
        self._held |= 1 << (button - 1)
        self._send_button(button, True, double)

    def button_up(self, button: int = _LEFT) -> None:
        """Releases a mouse button."""
        self._held &= ~(1 << (button - 1))
        self._send_button(button, False, False)

    def click(self, target: Target, button: int = _LEFT, *, double: bool = False) -> None:
        """Moves the mouse to a target and clicks.

        Args:
            target: what is clicked.
            button: a `MOUSE_BUTTON_*`.
            double: twice.
        """
        self.move_to(target)
        self.button_down(button)
        self.button_up(button)
        if double:
            self.button_down(button, double=True)
            self.button_up(button)

    def drag(self, source: Target, target: Target, button: int = _LEFT) -> None:
        """Takes something with the mouse, and lets it go elsewhere."""
        begin, end = self.position_of(source), self.position_of(target)
        self.move_to(begin)
        self.button_down(button)
        for step in range(1, _DRAG_STEPS + 1):
            self.move_to(begin.lerp(end, step / _DRAG_STEPS))
        self.button_up(button)

    def scroll(self, target: Target, down: int = 1, right: int = 0) -> None:
        """Turns the wheel over a target; negative numbers turn it the other way."""
        self.move_to(target)
        for number, across in ((down, False), (right, True)):
            sign = (number > 0) - (number < 0)
            for _ in range(abs(number)):
                wheel = _WHEELS[(sign, 0) if across else (0, sign)]
                self._send_button(wheel, True, False)
                self._send_button(wheel, False, False)

    def _send_button(self, button: int, pressed: bool, double: bool) -> None:
        event = InputEventMouseButton()
        event.button_index = button
        event.pressed, event.double_click, event.factor = pressed, double, 1.0
        self._send_mouse(event)

    def _send_mouse(self, event: InputEventMouseMotion | InputEventMouseButton) -> None:
        event.position = event.global_position = self._at
        event.button_mask = self._held
        self._send(event)

    # Keyboard ------------------------------------------------------------------------------------

    def press(self, key: str, times: int = 1) -> None:
        """Presses and releases a key.

        Args:
            key: an action as "ui_accept", for its first key, or a key as "Enter" or "Ctrl+A".
            times: how often.

        Raises:
            LookupError: when there is neither an action nor a key of that name.
        """
        for _ in range(times):
            for pressed in (True, False):
                self._send(_event_of(key, pressed))

    def type_text(self, text: str) -> None:
        """Types characters, one by one; a line feed is Enter, a tab the Tab key."""
        for character in text:
            for pressed in (True, False):
                event = InputEventKey()
                event.pressed = pressed
                code = _CHARACTERS.get(character)
                if code is None:
                    code = ord(character.upper()) if character.isascii() else 0
                    event.unicode = ord(character) if pressed else 0
                    event.shift_pressed = character.isascii() and character.isupper()
                event.keycode = event.physical_keycode = code
                self._send(event)

    def _send(self, event: InputEvent) -> None:
        running = Engine._main_loop
        Engine._main_loop = self.tree  # that is where input goes
        try:
            Input.parse_input_event(event)
            self.tree.tick()
        finally:
            Engine._main_loop = running

    # Window --------------------------------------------------------------------------------------

    def resize(self, width: int, height: int) -> None:
        """Gives the window another size."""
        self.tree.root.size = Vector2i(width, height)
        self.wait()

    def screenshot(self, path: str | os.PathLike[str] = "") -> Image:
        """What the window shows now.

        Args:
            path: where to save it as PNG, if given.
        """
        if self._renderer is None:
            self._renderer = Renderer()
        self.tree._queue.flush()
        pixels = self._renderer.picture(frame_of(self.tree.root))
        image: Image = Image._of_pixels(pixels)
        if path:
            image.save_png(os.path.abspath(path))
        return image


def _in_window(viewport: Any, point: Vector2) -> Vector2:
    place: Vector2 = viewport._screen_transform(False) * point
    return place


def _event_of(key: str, pressed: bool) -> InputEvent:
    if InputMap.has_action(key):
        for event in InputMap.action_get_events(key):
            if isinstance(event, InputEventKey):
                return _key_event(event, pressed)
        action = InputEventAction()
        action.action, action.pressed = key, pressed
        action.strength = float(pressed)
        return action
    code = OS.find_keycode_from_string(key)
    if not code:
        raise LookupError(f"there is no action and no key '{key}'")
    event = InputEventKey()
    event.keycode = event.physical_keycode = code & ~_MODIFIERS
    event._modifiers = code & _MODIFIERS
    return _key_event(event, pressed)


def _key_event(pattern: InputEventKey, pressed: bool) -> InputEventKey:
    event = InputEventKey()
    code = pattern.keycode or pattern.physical_keycode
    event.keycode, event.physical_keycode = code, pattern.physical_keycode or code
    event._modifiers = pattern._modifiers
    event.pressed = pressed
    if pressed and code == ord(" "):
        event.unicode = code
    return event
