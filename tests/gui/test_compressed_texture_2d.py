"""Pictures among a project's files."""

from __future__ import annotations

from pathlib import Path

from engine.core.color import Color
from engine.core.error import ERR_FILE_NOT_FOUND, OK
from engine.core.vector2 import Vector2
from engine.gui.compressed_texture_2d import CompressedTexture2D
from engine.gui.image import Image
from engine.testing import expect_error


def picture(path: Path, width: int = 3, height: int = 2) -> str:
    made = Image.create_empty(width, height, False, Image.FORMAT_RGBA8)
    made.fill(Color(1.0, 0.0, 0.0, 1.0))
    made.set_pixel(0, 0, Color(0.0, 0.0, 0.0, 0.0))
    made.save_png(str(path))
    return str(path)


def test_a_picture_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    path = picture(tmp_path / "one.png")
    texture = CompressedTexture2D()
    assert texture.get_size() == Vector2()
    assert texture.load(path) == OK
    assert texture._image is None
    assert texture.get_load_path() == texture.load_path == path
    assert texture.get_size() == Vector2(3, 2)
    assert texture.has_alpha()
    image = texture.get_image()
    assert image is not None
    assert image.get_pixel(1, 1) == Color(1.0, 0.0, 0.0, 1.0)
    assert (texture.is_pixel_opaque(0, 0), texture.is_pixel_opaque(2, 9)) == (False, True)
    pixels = texture._pixels()
    assert pixels is not None
    assert texture._pixels() is pixels


def test_another_picture_takes_its_place(tmp_path: Path) -> None:
    texture = CompressedTexture2D()
    changes = []
    texture.changed.connect(lambda: changes.append(texture.get_width()))
    texture.load_path = picture(tmp_path / "one.png")
    texture.load(picture(tmp_path / "two.png", 5))
    assert changes == [3, 5]


def test_what_cannot_be_read_is_empty(tmp_path: Path) -> None:
    texture = CompressedTexture2D()
    with expect_error("Error opening file"):
        assert texture.load(str(tmp_path / "none.png")) == ERR_FILE_NOT_FOUND
    (tmp_path / "bad.png").write_bytes(b"nothing of a picture")
    texture.load(str(tmp_path / "bad.png"))
    with expect_error("Failed loading the picture", count=1):
        assert texture.get_size() == Vector2()
    assert texture.get_image() is None
    assert texture._pixels() is None
    (tmp_path / "drawing.svg").write_text("<svg/>")
    texture.load(str(tmp_path / "drawing.svg"))
    assert texture.get_width() == 0
