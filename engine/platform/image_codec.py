"""Image files: reading PNG, JPG, WEBP, BMP and SVG, writing PNG, JPG and WEBP. No display is needed."""

from __future__ import annotations

import io

from engine.platform._pygame import pygame
from engine.servers.canvas import Pixels

_KINDS = ("png", "jpg", "jpeg", "webp", "bmp", "tga", "gif", "svg")


def decode(data: bytes, kind: str = "") -> Pixels | None:
    """The picture in a file's bytes; None when they are none.

    Args:
        data: the whole file.
        kind: what it is, as the end of a file's name; found out when it is empty.
    """
    name = f"picture.{kind}" if kind in _KINDS else ""
    try:
        surface = pygame.image.load(io.BytesIO(bytes(data)), name)
    except (pygame.error, ValueError, RuntimeError):
        return None
    return pixels_of(surface)


def encode(pixels: Pixels, kind: str, quality: float = 0.75) -> bytes:
    """A file's bytes of a picture; empty when it cannot be written.

    Args:
        pixels: the picture.
        kind: "png", "jpg" or "webp".
        quality: of a JPG, 0 to 1.
    """
    file = io.BytesIO()
    surface = surface_of(pixels)
    if kind in ("jpg", "jpeg"):
        surface = surface.convert(24) if pygame.display.get_init() else _without_alpha(pixels)
    try:
        pygame.image.save(surface, file, f"picture.{kind}")
    except (pygame.error, ValueError, RuntimeError):
        return b""
    return file.getvalue()


def scaled(pixels: Pixels, width: int, height: int, smooth: bool = True) -> Pixels:
    """The picture in another size."""
    scale = pygame.transform.smoothscale if smooth else pygame.transform.scale
    return pixels_of(scale(surface_of(pixels), (width, height)))


def surface_of(pixels: Pixels) -> pygame.Surface:
    """A surface with the picture, for pygame."""
    size = pixels.width, pixels.height
    return pygame.image.frombytes(bytes(pixels.data), size, "RGBA")


def pixels_of(surface: pygame.Surface) -> Pixels:
    """The picture of a surface."""
    return Pixels(*surface.get_size(), pygame.image.tobytes(surface, "RGBA"))


def _without_alpha(pixels: Pixels) -> pygame.Surface:
    data = bytearray(3 * pixels.width * pixels.height)
    for channel in range(3):
        data[channel::3] = pixels.data[channel::4]
    return pygame.image.frombytes(bytes(data), (pixels.width, pixels.height), "RGB")
