"""Reading and writing pictures in files: PNG here, the other formats by what the platform brings.

The platform is above this layer; it is asked by the name under which the root knows it, and loaded
only when a picture of such a format is met.
"""

from __future__ import annotations

from typing import Any

from engine.core._public_names import has_public, public
from engine.servers import _png
from engine.servers._png import Picture

# A module with decode(data, kind) -> Picture | None and encode(picture, kind, quality) -> bytes.
_PLATFORM = "PictureCodec"


def decode(data: bytes, kind: str) -> Picture | None:
    """The picture of a file's bytes; None when they are none.

    Args:
        data: the whole file.
        kind: "png", "jpg", "webp", "bmp" or "tga".
    """
    codec = _codec()
    found: Picture | None = codec.decode(data, kind) if codec is not None else None
    return _png.decode(data) if found is None and kind == "png" else found


def encode(picture: Picture, kind: str, quality: float = 1.0) -> bytes | None:
    """A file's bytes with a picture; None when the format cannot be written.

    Args:
        picture: what to write.
        kind: "png", "jpg" or "webp".
        quality: 0 to 1, for formats that lose something.
    """
    if kind == "png":
        return _png.encode(picture)
    codec = _codec()
    made: bytes | None = codec.encode(picture, kind, quality) if codec is not None else None
    return made


def _codec() -> Any:
    return public(_PLATFORM) if has_public(_PLATFORM) else None
