"""Plain colours as surfaces: blitting a small one often is quicker than filling.

SDL writes rows that start at a multiple of 16 bytes past the processor's caches. What is blended
with them next has to fetch them from memory again, and short rows take several times as long. So
the pixels of these surfaces start 4 bytes further, and rows are copied in the usual way.
"""

from __future__ import annotations

from typing import TypeAlias

from engine.platform._pygame import pygame

Shade: TypeAlias = tuple[int, int, int, int]  # red, green, blue and opacity, 0 to 255


def solid(color: Shade, width: int, height: int) -> pygame.Surface:
    """A surface in one colour.

    An opaque one is part of a larger surface: it is for blitting only.
    """
    if color[3] != 255:
        surface = pygame.Surface((width, height), pygame.SRCALPHA, 32)
        surface.fill(color)
        return surface
    whole = pygame.Surface((width + 1, height), 0, 32)
    whole.fill(color)
    return whole.subsurface((1, 0, width, height))
