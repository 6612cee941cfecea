"""Image files through pygame: PNG, JPG, WEBP, BMP, TGA and SVG are read, PNG and JPG written.

No display is needed for it. The root knows `PictureCodec`, which the layers below ask for.
"""

from __future__ import annotations

import io
from typing import Literal

from engine.platform._pygame import pygame
from engine.platform._warp import bytes_swapped
from engine.servers._png import Picture
from engine.servers.canvas import Pixels

_KINDS = ("png", "jpg", "jpeg", "webp", "bmp", "tga", "gif", "svg")
_FORMATS: dict[int, Literal["RGB", "RGBA"]] = {3: "RGB", 4: "RGBA"}


class PictureCodec:
    """Reads and writes picture files."""

    @staticmethod
    def decode(data: bytes, kind: str = "") -> Picture | None:
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
        channels = 4 if surface.get_flags() & pygame.SRCALPHA or surface.get_colorkey() else 3
        return Picture(
            *surface.get_size(), channels, pygame.image.tobytes(surface, _FORMATS[channels])
        )

    @staticmethod
    def encode(picture: Picture, kind: str, quality: float = 1.0) -> bytes | None:
        """A file's bytes of a picture; None when the format cannot be written.

        Args:
            picture: the picture.
            kind: "png" or "jpg".
            quality: of a JPG, 0 to 1; pygame has one of its own.
        """
        if kind not in ("png", "jpg", "jpeg") or picture.channels not in _FORMATS:
            return None
        size, data = (picture.width, picture.height), bytes(picture.data)
        if kind != "png" and picture.channels == 4:
            data, channels = _without_alpha(data), 3
        else:
            channels = picture.channels
        file = io.BytesIO()
        surface = pygame.image.frombytes(data, size, _FORMATS[channels])
        try:
            pygame.image.save(surface, file, f"picture.{kind}")
        except (pygame.error, ValueError, RuntimeError):
            return None
        return file.getvalue()


def surface_of(pixels: Pixels) -> pygame.Surface:
    """A surface with a picture, in the order of bytes that pygame is quick with."""
    size = pixels.width, pixels.height
    return pygame.image.frombytes(bytes_swapped(bytes(pixels.data)), size, "BGRA")


def pixels_of(surface: pygame.Surface) -> Pixels:
    """The picture of a surface."""
    return Pixels(*surface.get_size(), pygame.image.tobytes(surface, "RGBA"))


def _without_alpha(data: bytes) -> bytes:
    made = bytearray(len(data) // 4 * 3)
    for channel in range(3):
        made[channel::3] = data[channel::4]
    return bytes(made)
