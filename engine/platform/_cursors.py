"""Shapes of the mouse cursor."""

from __future__ import annotations

from typing import Any

from engine.platform._pygame import pygame

# By Input.CURSOR_*: the system's cursor that comes closest.
_NAMES = (
    "ARROW",
    "IBEAM",
    "HAND",
    "CROSSHAIR",
    "WAIT",
    "WAITARROW",
    "HAND",
    "HAND",
    "NO",
    "SIZENS",
    "SIZEWE",
    "SIZENESW",
    "SIZENWSE",
    "SIZEALL",
    "SIZENS",
    "SIZEWE",
    "ARROW",
)


class Cursors:
    """Sets the cursor, in one of the system's shapes or with a picture."""

    def __init__(self) -> None:
        self._custom: dict[int, Any] = {}
        self._shown = -1

    def show(self, shape: int) -> None:
        """Shows a shape."""
        if shape == self._shown:
            return
        self._shown = shape
        cursor = self._custom.get(shape)
        if cursor is None:
            cursor = getattr(pygame, f"SYSTEM_CURSOR_{_NAMES[shape]}")
        try:
            pygame.mouse.set_cursor(cursor)
        except pygame.error:  # the driver has no cursors
            self._custom.pop(shape, None)

    def customize(self, shape: int, surface: pygame.Surface | None, x: int, y: int) -> None:
        """Sets the picture of a shape; None for the system's own."""
        if surface is None:
            self._custom.pop(shape, None)
        else:
            self._custom[shape] = pygame.cursors.Cursor((x, y), surface)
        if shape == self._shown:
            self._shown = -1
            self.show(shape)
