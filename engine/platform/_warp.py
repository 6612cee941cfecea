"""Surfaces turned, slanted and scaled by a matrix."""

from __future__ import annotations

import math

from engine.platform._pygame import pygame
from engine.platform._raster import Patch
from engine.servers.canvas import Matrix

_SMALL = 1e-6


def is_upright(matrix: Matrix) -> bool:
    """Whether rectangles stay upright rectangles, and nothing is mirrored."""
    return matrix[1] == matrix[2] == 0.0 and matrix[0] > 0.0 and matrix[3] > 0.0


def resized(
    surface: pygame.Surface, width: int, height: int, nearest: bool = False
) -> pygame.Surface:
    """A surface in another size."""
    if surface.get_size() == (width, height):
        return surface
    if nearest:
        return pygame.transform.scale(surface, (width, height))
    return pygame.transform.smoothscale(surface, (width, height))


def warped(surface: pygame.Surface, matrix: Matrix, nearest: bool = False) -> Patch | None:
    """A surface put through a matrix; its left upper corner is where the matrix begins.

    The matrix is taken apart: first the surface is scaled, then its rows are moved, then it is
    turned.
    """
    a, b, c, d, e, f = matrix
    width, height = surface.get_size()
    across = math.hypot(a, b)
    area = a * d - b * c
    if across < _SMALL or abs(area) < _SMALL:
        return None
    down = area / across
    slant = (a * c + b * d) / across / down
    wide, high = round(width * across), round(height * abs(down))
    if wide < 1 or high < 1:
        return None
    middle = e + (a * width + c * height) / 2.0, f + (b * width + d * height) / 2.0
    picture = resized(surface, wide, high, nearest)
    if down < 0.0:
        picture = pygame.transform.flip(picture, False, True)
    if abs(slant) > _SMALL:
        picture = _slanted(picture, slant)
    degrees = -math.degrees(math.atan2(b, a))
    if abs(degrees) > 1e-4:
        if nearest or abs(degrees) % 90.0 < 1e-4:
            picture = pygame.transform.rotate(picture, degrees)
        else:
            picture = pygame.transform.rotozoom(picture, degrees, 1.0)
    w, h = picture.get_size()
    return Patch(picture, round(middle[0] - w / 2.0), round(middle[1] - h / 2.0))


def _slanted(surface: pygame.Surface, slant: float) -> pygame.Surface:
    width, height = surface.get_size()
    extra = math.ceil(abs(slant) * height)
    made = pygame.Surface((width + 2 * (extra // 2 + 1), height), pygame.SRCALPHA, 32)
    for row in range(height):
        shift = round((row + 0.5 - height / 2.0) * slant)
        made.blit(surface, (extra // 2 + 1 + shift, row), (0, row, width, 1))
    return made


def bytes_swapped(data: bytes) -> bytes:
    """Pixels of four bytes with the first and the third exchanged."""
    made = bytearray(data)
    made[0::4], made[2::4] = data[2::4], data[0::4]
    return bytes(made)
