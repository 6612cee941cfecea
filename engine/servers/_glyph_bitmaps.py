"""Pictures of glyphs, made by FreeType when they are first drawn.

A glyph is hinted lightly (vertically only), moved by quarters of a pixel, thickened and slanted as
its face says, and rendered in 256 shades. A character that no font has is drawn as a box with its
number in hexadecimal digits, of three by five points each.
"""

from __future__ import annotations

import ctypes
import io
from typing import TYPE_CHECKING, Any, NamedTuple

from engine.core._lazy import lazy
from engine.servers._font_face import UPRIGHT, Face
from engine.servers._font_stack import hex_box_size, round_half_up

if TYPE_CHECKING:
    import freetype
else:
    freetype = lazy("freetype")


class Bitmap(NamedTuple):
    """The picture of a glyph.

    Attributes:
        width: in pixels.
        height: in pixels.
        left: from the pen to the picture's left edge.
        top: from the baseline up to the picture's top edge.
        data: rows from the top, a byte for each pixel: how much of it is covered.
    """

    width: int
    height: int
    left: int
    top: int
    data: bytes


EMPTY = Bitmap(0, 0, 0, 0, b"")
_faces: dict[Face, Any] = {}


def bitmap(face: Face | None, glyph: int, size: int, quarter: int = 0, outline: int = 0) -> Bitmap:
    """The picture of a glyph.

    Args:
        face: None for a box with the character's number.
        glyph: its number in the face, or the character.
        size: of the font, in pixels.
        quarter: quarters of a pixel that it is moved to the right.
        outline: how far it is grown, in pixels; 0 for the glyph itself.
    """
    if face is None:
        return _hex_box(glyph, size)
    loaded = _loaded(face)
    if loaded is None:
        return EMPTY
    loaded.set_pixel_sizes(0, size)
    flags = freetype.FT_LOAD_NO_BITMAP | freetype.FT_LOAD_TARGET_LIGHT
    try:
        loaded.load_glyph(glyph, flags)
    except freetype.FT_Exception:
        return EMPTY
    slot = loaded.glyph
    if slot.format != freetype.FT_GLYPH_FORMAT_OUTLINE:
        return EMPTY
    _shape_outline(face, slot, size, quarter)
    if outline:
        return _stroked(slot, outline)
    slot.render(freetype.FT_RENDER_MODE_NORMAL)
    return _picture(slot.bitmap, slot.bitmap_left, slot.bitmap_top)


def _loaded(face: Face) -> Any:
    if face not in _faces:
        try:
            _faces[face] = freetype.Face(io.BytesIO(face.data()), 0 if face.axes() else face.index)
        except freetype.FT_Exception:
            _faces[face] = None
    return _faces[face]


def _shape_outline(face: Face, slot: Any, size: int, quarter: int) -> None:
    outline = ctypes.byref(slot.outline._FT_Outline)
    if face.embolden:
        freetype.FT_Outline_Embolden(outline, int(face.embolden * size * 4))
    if face.slant != UPRIGHT:
        xx, yx, xy, yy = (int(number * 0x10000) for number in face.slant)
        # written as a Transform2D; FreeType's y grows upwards
        matrix = freetype.FT_Matrix(xx, yx, xy, yy)
        freetype.FT_Outline_Transform(outline, ctypes.byref(matrix))
    if quarter:
        freetype.FT_Outline_Translate(outline, quarter * 16, 0)


def _stroked(slot: Any, outline: int) -> Bitmap:
    stroker = freetype.Stroker()
    stroker.set(
        outline * 64, freetype.FT_STROKER_LINECAP_BUTT, freetype.FT_STROKER_LINEJOIN_ROUND, 0
    )
    grown = slot.get_glyph()
    grown.stroke(stroker, True)
    made = grown.to_bitmap(freetype.FT_RENDER_MODE_NORMAL, freetype.Vector(0, 0), True)
    return _picture(made.bitmap, made.left, made.top)


def _picture(picture: Any, left: int, top: int) -> Bitmap:
    width, height, pitch = picture.width, picture.rows, picture.pitch
    if not width or not height:
        return EMPTY
    data = bytes(picture.buffer)
    if pitch != width:
        data = b"".join(data[row * pitch : row * pitch + width] for row in range(height))
    return Bitmap(width, height, left, top, data)


# Boxes --------------------------------------------------------------------------------------------

_ROWS = {
    "0": (7, 5, 5, 5, 7), "1": (2, 6, 2, 2, 7), "2": (7, 1, 7, 4, 7), "3": (7, 1, 7, 1, 7),
    "4": (5, 5, 7, 1, 1), "5": (7, 4, 7, 1, 7), "6": (7, 4, 7, 5, 7), "7": (7, 1, 1, 1, 1),
    "8": (7, 5, 7, 5, 7), "9": (7, 5, 7, 1, 7), "A": (7, 5, 7, 5, 5), "B": (6, 5, 6, 5, 6),
    "C": (7, 4, 4, 4, 7), "D": (6, 5, 5, 5, 6), "E": (7, 4, 7, 4, 7), "F": (7, 4, 7, 4, 4),
}  # fmt: skip


def _hex_box(code: int, size: int) -> Bitmap:
    scale = max(1, round_half_up(size / 15.0))
    wide, high = (int(side) for side in hex_box_size(size, code))
    columns = wide // scale
    width, height = columns - 1, 14
    points = [bytearray(width) for _ in range(height)]
    for x in range(width):
        points[0][x] = points[-1][x] = 255
    for row in points:
        row[0] = row[-1] = 255
    digits = f"{code:02X}" if code <= 0xFF else f"{code:04X}" if code <= 0xFFFF else f"{code:06X}"
    half = len(digits) // 2
    for place, digit in enumerate(digits):
        _put_digit(points, digit, 2 + (place % half) * 4, 2 if place < half else 8)
    rows = [bytes(b for b in row for _ in range(scale)) for row in points for _ in range(scale)]
    return Bitmap(width * scale, height * scale, 0, round_half_up(high * 0.85), b"".join(rows))


def _put_digit(points: list[bytearray], digit: str, left: int, top: int) -> None:
    for y, bits in enumerate(_ROWS[digit]):
        for x in range(3):
            if bits & (4 >> x) and left + x < len(points[0]) - 1 and top + y < len(points) - 1:
                points[top + y][left + x] = 255
