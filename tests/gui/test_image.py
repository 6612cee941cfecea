"""`Image` and `ImageTexture`: pixels, formats, edits, files. The bytes are Godot's."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.core.color import Color
from engine.core.error import ERR_FILE_NOT_FOUND, ERR_INVALID_PARAMETER, OK
from engine.core.rect2i import Rect2i
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui.image import Image
from engine.gui.image_texture import ImageTexture
from engine.testing import expect_error


def hexed(image: Image) -> str:
    return bytes(image.get_data()).hex()


@pytest.fixture
def image() -> Image:
    made: Image = Image.create_empty(4, 3, False, Image.FORMAT_RGBA8)
    made.fill(Color(0.2, 0.4, 0.6, 0.8))
    made.fill_rect(Rect2i(1, 1, 9, 9), Color(1, 0, 0))
    return made


@pytest.mark.parametrize(
    ("form", "data"),
    [
        (Image.FORMAT_L8, "b20000ff"),
        (Image.FORMAT_LA8, "b24c00000000fffe"),
        (Image.FORMAT_R8, "7f0000ff"),
        (Image.FORMAT_RG8, "7f3f00000000ff00"),
        (Image.FORMAT_RGB8, "7f3fb2000000000000ff00fe"),
        (Image.FORMAT_RGBA8, "7f3fb24c0000000000000000ff00fefe"),
        (Image.FORMAT_RGBA4444, "a47300000000eef0"),
        (Image.FORMAT_RGB565, "f579000000001ef8"),
        (Image.FORMAT_RF, "0000003f00000000000000000000c03f"),
        (Image.FORMAT_RH, "003800000000003e"),
        (Image.FORMAT_R16, "ff7f00000000ffff"),
        (Image.FORMAT_RGBA16, "ff7fff3f32b3cc4c00000000000000000000000000000000ffff0000bdff7bff"),
    ],
)
def test_pixels_lie_in_the_data_as_the_format_says(form: int, data: str) -> None:
    image: Image = Image.create_empty(2, 2, False, form)
    image.set_pixel(0, 0, Color(0.5, 0.25, 0.7, 0.3))
    image.set_pixelv(Vector2i(1, 1), Color(1.5, -1, 0.999, 0.998))
    assert hexed(image) == data


def test_edits(image: Image) -> None:
    blue, red = "336699cc", "ff0000ff"
    assert hexed(image) == blue * 4 + (blue + red * 3) * 2
    image.flip_x()
    assert hexed(image) == blue * 4 + (red * 3 + blue) * 2
    image.flip_y()
    assert hexed(image) == (red * 3 + blue) * 2 + blue * 4
    image.rotate_90(0)
    assert image.get_size() == Vector2i(3, 4)
    assert hexed(image) == (blue + red * 2) * 3 + blue * 3
    image.rotate_180()
    assert hexed(image) == blue * 3 + (red * 2 + blue) * 3
    image.resize(2, 2)
    assert hexed(image) == "99334ce54c5985d2ff0000ff664c72d8"
    image.resize(5, 4)
    assert hexed(image).startswith("99334ce5913651e3724668db53557fd34c5985d2b22639eba92a3fe9")
    image.resize(3, 3, Image.INTERPOLATE_NEAREST)
    assert hexed(image).startswith("99334ce5724668db4c5985d2e50c13f8a22e44e7")
    image.crop(2, 4)
    assert hexed(image).endswith("ff0000ffb22639eb0000000000000000")
    image.convert(Image.FORMAT_L8)
    assert hexed(image) == "4a523b4836450000"
    image.convert(Image.FORMAT_RGBA8)
    assert hexed(image).startswith("4a4a4aff525252ff")


def test_images_are_put_on_images(image: Image) -> None:
    blue, red, none = "336699cc", "ff0000ff", "00000000"
    canvas: Image = Image.create_empty(3, 3, False, Image.FORMAT_RGBA8)
    canvas.blend_rect(image, Rect2i(0, 0, 3, 3), Vector2i(1, 1))
    assert hexed(canvas) == none * 4 + blue * 2 + none + blue + red
    canvas.blit_rect(image, Rect2i(-1, 0, 3, 3), Vector2i(1, 0))
    canvas.blend_rect(image, Rect2i(0, 0, 3, 3), Vector2i())
    assert canvas.detect_alpha() == Image.ALPHA_BLEND
    assert not canvas.is_invisible()
    assert image.get_region(Rect2i(3, 0, 2, 2)).get_size() == Vector2i(2, 2)
    assert hexed(image.get_region(Rect2i(3, 0, 2, 2))) == blue + none + red + none
    canvas.premultiply_alpha()
    assert hexed(canvas).startswith("29527acc")
    canvas.srgb_to_linear()
    assert hexed(canvas).startswith("051531cc")
    canvas.adjust_bcs(1.2, 0.8, 0.5)
    assert hexed(canvas).startswith("272f3dcc")


def test_mipmaps_follow_the_image(image: Image) -> None:
    assert image.generate_mipmaps() == OK
    assert (image.get_mipmap_count(), image.get_data_size()) == (2, 60)
    assert image.get_mipmap_offset(1) == 48
    image.clear_mipmaps()
    assert image.get_data_size() == 48
    image.resize_to_po2()
    assert image.get_size() == Vector2i(4, 4)


def test_what_cannot_be_is_refused(image: Image) -> None:
    with expect_error("is out of bounds", count=2):
        image.get_pixel(9, 9)
        image.set_pixel(-1, 9, Color())
    with expect_error("must be greater than 0", count=3):
        image.crop(0, 0)
        image.resize(0, 1)
        Image.create_empty(0, 1, False, 0)
    with expect_error("Expected Image data size of 1x1x4 (RGBA8 without mipmaps) = 4 bytes"):
        Image.create_from_data(1, 1, False, 5, b"abc")
    with expect_error("out of range"):
        Image.create_empty(1, 1, False, 99)


def test_files(image: Image, tmp_path: Path) -> None:
    path = str(tmp_path / "x.png")
    assert image.save_png(path) == OK
    assert hexed(Image.load_from_file(path)) == hexed(image)
    with expect_error("Error opening file"):
        assert Image().load(str(tmp_path / "none.png")) == ERR_FILE_NOT_FOUND
    with expect_error("buffer_size == 0"):
        assert Image().load_png_from_buffer(b"") == ERR_INVALID_PARAMETER
    jpg = image.save_jpg_to_buffer()
    other = Image()
    assert other.load_jpg_from_buffer(jpg) == OK
    assert (other.get_size(), other.get_format()) == (Vector2i(4, 3), Image.FORMAT_RGB8)


def test_a_texture_keeps_a_copy(image: Image) -> None:
    texture: ImageTexture = ImageTexture.create_from_image(image)
    version = texture._version
    image.fill(Color())
    assert texture.get_image().get_pixel(1, 1) == Color(1, 0, 0)
    texture.update(image)
    assert texture._version > version
    pixels = texture._pixels()
    assert pixels is not None
    assert pixels.data[:4] == b"\0\0\0\xff"
    texture.set_size_override(Vector2i(8, 9))
    assert texture.get_size() == Vector2(8, 9)
    with expect_error("must match the texture size"):
        texture.update(Image.create_empty(1, 1, False, Image.FORMAT_RGBA8))
    with expect_error("Invalid image", count=2):
        assert ImageTexture.create_from_image(Image()) is None
        texture.update(None)  # type: ignore[arg-type]
