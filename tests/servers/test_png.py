"""PNG files, written and read."""

from __future__ import annotations

import io

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.servers import _png
from engine.servers._png import Picture


@given(st.integers(1, 9), st.integers(1, 9), st.integers(1, 4), st.data())
def test_what_is_written_is_read(width: int, height: int, channels: int, data: st.DataObject):
    size = width * height * channels
    pixels = data.draw(st.binary(min_size=size, max_size=size))
    picture = Picture(width, height, channels, pixels)
    assert _png.decode(_png.encode(picture)) == picture


@pytest.mark.parametrize("form", ["RGB", "RGBA"])
def test_reads_what_others_write(form: str) -> None:
    step = len(form)
    pixels = bytes(i * 7 % 256 for i in range(13 * 11 * step))
    file = io.BytesIO()
    pygame.image.save(pygame.image.frombytes(pixels, (13, 11), form), file, ".png")
    assert _png.decode(file.getvalue()) == Picture(13, 11, step, pixels)


def test_others_read_what_is_written() -> None:
    pixels = bytes(range(5 * 3 * 4))
    data = _png.encode(Picture(5, 3, 4, pixels))
    surface = pygame.image.load(io.BytesIO(data), ".png")
    assert pygame.image.tobytes(surface, "RGBA") == pixels


@pytest.mark.parametrize("cut", [0, 5, 20, 50, 60])
def test_a_broken_file_is_no_picture(cut: int) -> None:
    data = _png.encode(Picture(5, 3, 4, bytes(60)))
    assert _png.decode(data[:cut]) is None
    assert _png.decode(b"GIF89a" + data) is None
