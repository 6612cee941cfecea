"""Trees with a window that nobody sees, for tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from engine.main.screen import Screen
from engine.platform.pygame_display import PygameDisplay
from engine.testing.headless import HeadlessTree


@contextmanager
def windowed(tree: HeadlessTree, width: int = 1152, height: int = 648) -> Iterator[Screen]:
    """While it is open, a tree has a window of SDL's driver "dummy".

    Each tick takes the window's events before it, and draws after it.

    Args:
        tree: the tree.
        width: of the window, in pixels.
        height: of the window, in pixels.
    """
    screen = Screen(tree, PygameDisplay("", (width, height), driver="dummy"))
    tree._screen = screen
    try:
        yield screen
    finally:
        tree._screen = None
        screen.close()
