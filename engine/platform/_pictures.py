"""Textures as surfaces: kept as long as the texture lives and does not change.

From a texture's surface others are made as they are needed (a part of it, scaled, mirrored, in
another colour), and those used last are kept.
"""

from __future__ import annotations

import math
from typing import TypeAlias
from weakref import WeakKeyDictionary

from engine.platform._kept import Kept
from engine.platform._pygame import pygame
from engine.platform._warp import bytes_swapped, resized
from engine.servers.canvas import FLIP_H, FLIP_V, TILE, TRANSPOSE, PictureSource

Source: TypeAlias = tuple[float, float, float, float] | None
_WHITE = b"\xff\xff\xff\xff"


class Pictures:
    """The surfaces of textures."""

    def __init__(self) -> None:
        self._plain: WeakKeyDictionary[PictureSource, tuple[int, int, pygame.Surface | None]] = (
            WeakKeyDictionary()
        )
        self._made: Kept[pygame.Surface] = Kept(64 << 20)
        self._number = 0

    def plain(self, texture: PictureSource) -> tuple[int, pygame.Surface | None]:
        """The surface of a whole texture, and a number that changes with it."""
        version = texture._version
        kept = self._plain.get(texture)
        if kept is None or kept[0] != version:
            pixels = texture._pixels()
            surface = None
            if pixels is not None and pixels.width and pixels.height:
                size = pixels.width, pixels.height
                surface = pygame.image.frombytes(bytes_swapped(bytes(pixels.data)), size, "BGRA")
            self._number += 1
            kept = version, self._number, surface
            self._plain[texture] = kept
        return kept[1], kept[2]

    def shaped(
        self,
        texture: PictureSource,
        width: int,
        height: int,
        source: Source = None,
        color: bytes = _WHITE,
        flags: int = 0,
        nearest: bool = False,
        scale: tuple[float, float] = (1.0, 1.0),
    ) -> pygame.Surface | None:
        """A texture ready to be blitted.

        Args:
            texture: the texture.
            width: in pixels.
            height: in pixels.
            source: the part of it that is shown, in its pixels; None for all.
            color: it is multiplied by; blue, green, red, opacity.
            flags: a sum of TILE, TRANSPOSE, FLIP_H and FLIP_V.
            nearest: whether it is scaled without smoothing.
            scale: with TILE, how large a tile is beside its own size.
        """
        number, surface = self.plain(texture)
        if surface is None or width < 1 or height < 1:
            return None
        plain = source is None and not flags and color == _WHITE
        if plain and surface.get_size() == (width, height):
            return surface
        key = number, width, height, source, color, flags, nearest, scale if flags & TILE else None
        found = self._made.get(key)
        if found is None:
            part = _part(surface, source)
            if part is None:
                return None
            part = _turned(part, flags)
            if flags & TILE:
                part = _tiled(part, width, height, scale, nearest)
            else:
                part = resized(part, width, height, nearest)
            if color != _WHITE:
                part = part.copy()
                factors = color[2], color[1], color[0], color[3]
                part.fill(factors, special_flags=pygame.BLEND_RGBA_MULT)
            found = self._made.put(key, part, 4 * width * height)
        return found


def _part(surface: pygame.Surface, source: Source) -> pygame.Surface | None:
    if source is None:
        return surface
    x, y, w, h = source
    left, top = math.floor(x + 0.5), math.floor(y + 0.5)
    box = pygame.Rect(left, top, math.floor(x + w + 0.5) - left, math.floor(y + h + 0.5) - top)
    inside = box.clip(surface.get_rect())
    if not box.w or not box.h:
        return None
    if inside == box:
        return surface.subsurface(box)
    made = pygame.Surface(box.size, pygame.SRCALPHA, 32)
    made.blit(surface, (inside.x - box.x, inside.y - box.y), inside)
    return made


def _turned(surface: pygame.Surface, flags: int) -> pygame.Surface:
    if flags & TRANSPOSE:
        surface = pygame.transform.flip(pygame.transform.rotate(surface, -90), True, False)
    if flags & (FLIP_H | FLIP_V):
        surface = pygame.transform.flip(surface, bool(flags & FLIP_H), bool(flags & FLIP_V))
    return surface


def _tiled(
    tile: pygame.Surface, width: int, height: int, scale: tuple[float, float], nearest: bool
) -> pygame.Surface:
    wide = max(round(tile.get_width() * scale[0]), 1)
    high = max(round(tile.get_height() * scale[1]), 1)
    tile = resized(tile, wide, high, nearest)
    made = pygame.Surface((width, height), pygame.SRCALPHA, 32)
    made.fblits([(tile, (x, y)) for y in range(0, height, high) for x in range(0, width, wide)])
    return made
