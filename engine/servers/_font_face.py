"""Faces: one look of a font at all sizes. They measure and shape text, and know their glyphs.

A face is a font file, the number of the font in it, a place on its axes, how much it is emboldened
and how it is slanted. There is one `Face` object for each of these, so faces compare by identity
and serve as keys.

Sizes are whole pixels. HarfBuzz works at 64 times the size, in whole numbers, which gives the
same advances as FreeType's unhinted ones. Up to 20 pixels advances stay fractions of a pixel;
above, glyphs stand on whole pixels, and what is rounded off is carried along the line.
"""

from __future__ import annotations

import math
import struct
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from engine.core._lazy import lazy
from engine.servers._font_source import Coordinates, FontSource, cut, open_sans

if TYPE_CHECKING:
    import uharfbuzz as hb
else:
    hb = lazy("uharfbuzz")

SUBPIXEL_MAX_SIZE = 20  # SUBPIXEL_POSITIONING_ONE_HALF_MAX_SIZE
Slant = tuple[float, float, float, float]  # the four numbers of a Transform2D without its origin
UPRIGHT: Slant = (1.0, 0.0, 0.0, 1.0)
Features = tuple[tuple[str, int], ...]
# (glyph, cluster, advance, x offset, y offset) in pixels
ShapedGlyph = tuple[int, int, float, float, float]


class Metrics(NamedTuple):
    """Vertical measures of a face at a size, in pixels; position is below the baseline."""

    ascent: float
    descent: float
    underline_position: float
    underline_thickness: float


class Face:
    """One look of a font; get them from `face_of`."""

    __slots__ = (
        "_by_size",
        "_hb_face",
        "_hb_font",
        "_metrics",
        "_name",
        "_nominal",
        "_shaped",
        "coordinates",
        "embolden",
        "index",
        "slant",
        "source",
    )

    def __init__(
        self,
        source: FontSource,
        index: int = 0,
        coordinates: Coordinates = (),
        embolden: float = 0.0,
        slant: Slant = UPRIGHT,
    ) -> None:
        self.source = source
        self.index = index
        self.coordinates = coordinates
        self.embolden = embolden
        self.slant = slant
        self._hb_face: Any = None
        self._hb_font: Any = None
        self._nominal: dict[int, int] = {}
        self._metrics: dict[int, Metrics] = {}
        self._shaped: dict[Any, tuple[ShapedGlyph, ...]] = {}
        self._by_size: dict[tuple[int, int], float] = {}
        self._name: str | None = None

    # The font ------------------------------------------------------------------------------------

    def hb_face(self) -> Any:
        """HarfBuzz's face: the instance alone, when the font is variable."""
        if self._hb_face is None:
            self._hb_face = cut(hb.Face(self.source.blob(), self.index), self.coordinates)
        return self._hb_face

    def hb_font(self) -> Any:
        """HarfBuzz's font; its scale is set before each use."""
        if self._hb_font is None:
            self._hb_font = hb.Font(self.hb_face())
        return self._hb_font

    def count(self) -> int:
        """How many faces the file holds."""
        return int(hb.Face(self.source.blob(), self.index).count) if self.exists() else 0

    def axes(self) -> list[Any]:
        """The axes of a variable font; none of any other."""
        return list(hb.Face(self.source.blob(), self.index).axis_infos)

    def data(self) -> bytes:
        """The bytes of the font file of this face's instance."""
        return bytes(self.hb_face().blob.data or b"")

    def name(self, number: int) -> str:
        """A name of the font (1 family, 2 style, 16 and 17 the typographic ones), or nothing."""
        return self.hb_face().get_name(number) or ""

    def exists(self) -> bool:
        """Whether the file holds a font at all."""
        return bool(self.hb_face().glyph_count)

    def glyph(self, code: int) -> int:
        """The glyph of a character; 0 when the font has none."""
        found = self._nominal.get(code)
        if found is None:
            known = 0 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
            found = (self.hb_font().get_nominal_glyph(code) or 0) if known else 0
            self._nominal[code] = found
        return found

    # Measures ------------------------------------------------------------------------------------

    def metrics(self, size: int) -> Metrics:
        """Ascent and so on at a size in pixels."""
        found = self._metrics.get(size)
        if found is None:
            found = self._metrics[size] = self._measure(size)
        return found

    def _measure(self, size: int) -> Metrics:
        face = self.hb_face()
        font = self.hb_font()
        units = face.upem or 1
        font.scale = (units, units)
        extents = font.get_font_extents("ltr")
        ascent = math.ceil(extents.ascender * size * 64 / units / 64 - 1e-9)
        descent = math.ceil(-extents.descender * size * 64 / units / 64 - 1e-9)
        position, thickness = _underline(face)
        return Metrics(
            float(ascent),
            float(descent),
            _to_64th(-position, size, units),
            _to_64th(thickness, size, units),
        )

    def extra_advance(self, size: int) -> float:
        """What emboldening adds to each glyph's advance."""
        return self.embolden * size / 64.0

    def advance(self, glyph: int, size: int) -> float:
        """A single glyph's advance, not rounded."""
        key = (glyph, size)
        found = self._by_size.get(key)
        if found is None:
            font = self.hb_font()
            font.scale = (size * 64, size * 64)
            found = font.get_glyph_h_advance(glyph) / 64.0
            found = self._by_size[key] = found + self.extra_advance(size)
        return found

    def whole_advance(self, glyph: int, size: int) -> float:
        """A single glyph's advance, rounded where glyphs stand on whole pixels."""
        advance = self.advance(glyph, size)
        return advance if size <= SUBPIXEL_MAX_SIZE else float(math.floor(advance + 0.5))

    # Shaping -------------------------------------------------------------------------------------

    def shape(
        self,
        text: str,
        size: int,
        *,
        rtl: bool = False,
        script: str = "",
        language: str = "",
        features: Features = (),
    ) -> tuple[ShapedGlyph, ...]:
        """The glyphs of a piece of text that is of one direction, in visual order.

        Clusters are places in `text`. A glyph 0 is a character that the font does not have.
        """
        key = (text, size, rtl, script, language, features)
        found = self._shaped.get(key)
        if found is None:
            if len(self._shaped) > 4000:
                self._shaped.clear()
            found = self._shaped[key] = self._shape(*key)
        return found

    def _shape(
        self, text: str, size: int, rtl: bool, script: str, language: str, features: Features
    ) -> tuple[ShapedGlyph, ...]:
        font = self.hb_font()
        font.scale = (size * 64, size * 64)
        buffer = hb.Buffer()
        _fill(buffer, text)
        if script:
            buffer.script = script
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        if language:
            buffer.language = language
        hb.shape(font, buffer, dict(features) if features else None)
        extra = self.extra_advance(size)
        found = [
            (
                info.codepoint,
                info.cluster,
                position.x_advance / 64.0 + extra,
                position.x_offset / 64.0,
                -position.y_offset / 64.0,
            )
            for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]
        return tuple(found)


def _fill(buffer: Any, text: str) -> None:
    try:
        buffer.add_str(text)
    except (UnicodeError, ValueError):  # half of a surrogate pair
        buffer.add_codepoints([0xFFFD if 0xD800 <= ord(c) <= 0xDFFF else ord(c) for c in text])


def _underline(face: Any) -> tuple[float, float]:
    """Position of an underline's middle above the baseline, and its thickness, in font units."""
    table = bytes(face.reference_table("post").data or b"")
    if len(table) < 12:
        return -face.upem / 10.0, face.upem / 20.0
    position, thickness = struct.unpack(">hh", table[8:12])
    return position - thickness // 2, float(thickness)


def _to_64th(value: float, size: int, units: int) -> float:
    return math.floor(value * size * 64 / units + 0.5) / 64.0


# One object for each look -------------------------------------------------------------------------


@cache
def face_of(
    source: FontSource,
    index: int = 0,
    coordinates: Coordinates = (),
    embolden: float = 0.0,
    slant: Slant = UPRIGHT,
) -> Face:
    """The face of a source with these settings: always the same object for the same ones."""
    return Face(source, index, coordinates, embolden, slant)


def default_face() -> Face:
    """Open Sans SemiBold: the font of the default theme."""
    return face_of(open_sans(), 0, (("wdth", 100.0), ("wght", 600.0)))
