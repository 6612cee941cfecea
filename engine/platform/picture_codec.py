"""`PictureCodec`: reads and writes pictures with pygame, which needs no window for that."""

from __future__ import annotations

import io
from typing import Literal

import pygame

from engine.servers._png import Picture

_SUFFIXES = {"png": ".png", "jpg": ".jpg", "webp": ".webp", "bmp": ".bmp", "tga": ".tga"}


class PictureCodec:
    """Pictures in the formats that pygame knows."""

    @staticmethod
    def decode(data: bytes, kind: str) -> Picture | None:
        """The picture of a file's bytes; None when they are none of that kind."""
        try:
            surface = pygame.image.load(io.BytesIO(data), _SUFFIXES[kind])
        except (pygame.error, KeyError):
            return None
        opaque = surface.get_bitsize() < 32 and surface.get_colorkey() is None
        pixels = pygame.image.tobytes(surface, "RGB" if opaque else "RGBA")
        return Picture(*surface.get_size(), 3 if opaque else 4, pixels)

    @staticmethod
    def encode(picture: Picture, kind: str, quality: float) -> bytes | None:
        """A file's bytes with a picture; None when the format cannot be written."""
        pixels, form = _full(picture)
        surface = pygame.image.frombytes(pixels, (picture.width, picture.height), form)
        file = io.BytesIO()
        try:
            pygame.image.save(surface, file, _SUFFIXES[kind])
        except (pygame.error, KeyError):
            return None
        return file.getvalue()


def _full(picture: Picture) -> tuple[bytes, Literal["RGB", "RGBA"]]:
    """The pixels with three or four bytes each, and what pygame calls that."""
    data, channels = picture.data, picture.channels
    if channels == 1:
        return b"".join(bytes((v, v, v)) for v in data), "RGB"
    if channels == 2:
        pairs = zip(data[::2], data[1::2], strict=True)
        return b"".join(bytes((v, v, v, a)) for v, a in pairs), "RGBA"
    return data, "RGB" if channels == 3 else "RGBA"
