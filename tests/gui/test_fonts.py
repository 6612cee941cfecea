"""Fonts from files, in other looks, and of the system."""

from __future__ import annotations

import shutil

import pytest

from engine.core.error import ERR_CANT_OPEN
from engine.core.packed_byte_array import PackedByteArray
from engine.core.vector2 import Vector2
from engine.gui._default_fonts import bold_font, default_font, italics_font
from engine.gui._font_formats import FORMATS
from engine.gui.font_file import FontFile
from engine.gui.font_variation import FontVariation
from engine.gui.system_font import SystemFont
from engine.gui.text_line import TextLine
from engine.servers._font_source import open_sans
from engine.servers._glyph_bitmaps import bitmap
from engine.servers.text_server import TextServer


def test_a_file_is_loaded_and_measured(tmp_path):
    path = tmp_path / "font.ttf"
    shutil.copy(open_sans().path, path)
    font = FORMATS[0].load(str(path), 0)
    assert font.get_font_name() == "Open Sans"
    assert font.get_font_style_name() == "Regular"
    assert font.font_weight == 400
    assert font.get_face_count() == 1
    assert font.get_string_size("Label").x < default_font().get_string_size("Label").x
    wght = TextServer().name_to_tag("wght")
    assert font.get_supported_variation_list()[wght] == [300, 800, 400]
    font.set_variation_coordinates(0, {wght: 600})
    assert font.get_string_size("Label") == Vector2(42, 23)


def test_a_file_that_is_none():
    font = FontFile()
    assert font.load_dynamic_font("/no/such/font.ttf") == ERR_CANT_OPEN
    font.data = PackedByteArray(b"this is no font")
    assert font.get_face_count() == 0
    assert font.get_string_size("text") == Vector2()
    assert font.get_height() == 0


def test_bytes_of_a_font():
    font = FontFile()
    with open(open_sans().path, "rb") as file:
        font.data = PackedByteArray(file.read())
    assert font.has_char(ord("a"))
    assert not font.has_char(0xD55C)
    assert "a" in font.get_supported_chars()


def test_variations_follow_their_base():
    base = FontFile()
    base._source = open_sans()
    font = FontVariation()
    font.base_font = base
    before = font.get_string_size("word").x
    font.spacing_glyph = 2
    assert font.get_string_size("word").x == before + 8
    font.spacing_top = 3
    assert font.get_height() == base.get_height() + 3
    heard = []
    font.changed.connect(lambda: heard.append(font.get_string_size("word").x))
    base.set_variation_coordinates(0, {"wght": 800})
    assert heard[-1] > before + 8
    font.spacing_space = 10
    assert font.get_string_size(" ").x > base.get_string_size(" ").x + 10


def test_fallbacks_have_characters_that_a_font_has_not():
    first, second = FontFile(), FontFile()
    second._source = open_sans()
    first.fallbacks = [second, first]
    assert first.has_char(ord("a"))
    assert first.get_string_size("word") == second.get_string_size("word")
    assert len(first.get_rids()) == 1


def test_fonts_of_the_system_never_fail():
    font = SystemFont()
    font.font_names = ["No Such Font", "sans-serif"]
    assert font.get_string_size("word").x > 0
    font.font_weight = 700
    font.font_italic = True
    assert font.get_font_style() == TextServer.FONT_BOLD | TextServer.FONT_ITALIC
    assert font.get_height() > 0


def coverage(font, character="l", **options):
    face = font._stack().first.face
    picture = bitmap(face, face.glyph(ord(character)), 16, **options)
    assert len(picture.data) == picture.width * picture.height
    return picture


def test_pictures_of_glyphs():
    plain = coverage(default_font())
    assert (plain.height, plain.top) == (12, 12)
    assert coverage(bold_font()).width > plain.width
    assert coverage(italics_font()).width > plain.width
    assert coverage(default_font(), outline=2).width == plain.width + 4
    assert coverage(default_font(), quarter=2).data != plain.data
    assert coverage(default_font(), " ").width == 0


@pytest.mark.parametrize(("code", "width"), [(0x1, 7), (0xD55C, 11), (0x1F600, 15)])
def test_characters_that_no_font_has_show_their_number(code, width):
    picture = bitmap(None, code, 16)
    assert (picture.width, picture.height) == (width, 14)
    assert picture.data[:width] == b"\xff" * width


def test_a_line_with_objects_and_tabs():
    line = TextLine()
    line.add_string("a\tb", default_font(), 16)
    line.tab_align([50.0])
    assert line.get_line_width() == 60
    assert line.add_object("key", Vector2(20, 30))
    assert not line.add_object("key", Vector2(1, 1))
    assert line.get_size() == Vector2(80, 30)
    assert line.get_object_rect("key").size == Vector2(20, 30)
    assert line.get_object_rect("key").position.y == 0
    assert line.resize_object("key", Vector2(20, 10))
    assert line.get_size() == Vector2(80, 23)
    assert line.hit_test(-5) == 0
    assert line.hit_test(500) == 4
    twin = line.duplicate()
    assert twin.get_line_width() == 60
