"""Picture files."""

from __future__ import annotations

import pytest

from engine.platform.image_codec import PictureCodec
from engine.servers._png import Picture

PIXELS = Picture(2, 1, 4, bytes([255, 0, 0, 255, 0, 0, 255, 128]))


def test_png_keeps_everything() -> None:
    data = PictureCodec.encode(PIXELS, "png")
    assert data is not None
    assert PictureCodec.decode(data, "png") == PIXELS
    assert PictureCodec.decode(data) == PIXELS


def test_jpg_is_nearly_the_same() -> None:
    grey = Picture(8, 8, 3, bytes([90]) * 192)
    data = PictureCodec.encode(grey, "jpg")
    assert data is not None
    found = PictureCodec.decode(data, "jpg")
    assert found is not None
    assert found[:3] == (8, 8, 3)
    assert all(abs(value - 90) <= 3 for value in found.data)


def test_jpg_has_no_opacity() -> None:
    data = PictureCodec.encode(PIXELS, "jpg")
    assert data is not None
    found = PictureCodec.decode(data)
    assert found is not None
    assert found.channels == 3


@pytest.mark.parametrize("data", [b"", b"nothing", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture(data: bytes) -> None:
    assert PictureCodec.decode(data, "png") is None


def test_what_cannot_be_written() -> None:
    assert PictureCodec.encode(PIXELS, "webp") is None
