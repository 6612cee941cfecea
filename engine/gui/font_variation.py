"""`FontVariation`: another font in another look."""

from __future__ import annotations

from typing import Any, ClassVar

from engine.core.accessors import accessors
from engine.core.engine_singleton import Engine
from engine.core.transform2d import Transform2D
from engine.gui.font import Font
from engine.servers._font_face import UPRIGHT, face_of
from engine.servers._font_stack import FontEntry
from engine.servers.text_server import TextServer


class FontVariation(Font):
    """A font that takes another one's faces and thickens, slants or spaces them.

    Without a `base_font` it takes that of the project's theme.
    """

    _stored: ClassVar[tuple[str, ...]] = (
        "base_font", "variation_opentype", "variation_face_index", "variation_embolden",
        "variation_transform", "opentype_features", "spacing_glyph", "spacing_space",
        "spacing_top", "spacing_bottom", "baseline_offset",
    )  # fmt: skip
    _own: ClassVar[tuple[str, ...]] = (
        "_base", "_coordinates", "_embolden", "_face_index", "_opentype", "_spacings",
        "_transform", "_baseline_offset",
    )  # fmt: skip

    _base: Font | None = None
    _coordinates: dict[Any, Any] | None = None
    _embolden: float = 0.0
    _face_index: int = 0
    _opentype: dict[Any, Any] | None = None
    _spacings: tuple[int, int, int, int] = (0, 0, 0, 0)
    _transform: Transform2D = Transform2D()
    _baseline_offset: float = 0.0

    # Faces ---------------------------------------------------------------------------------------

    def _base_in_use(self) -> Font | None:
        if self._base is not None:
            return self._base
        themes = Engine.get_singleton("ThemeDB") if Engine.has_singleton("ThemeDB") else None
        font = getattr(themes, "fallback_font", None)
        return font if isinstance(font, Font) else None

    def _entries(self) -> list[FontEntry]:
        base = self._base_in_use()
        if base is None or base is self:
            return []
        return [self._varied(entry) for entry in base._all_entries([base, self])]

    def _varied(self, entry: FontEntry) -> FontEntry:
        face = entry.face
        x, y = self._transform.x, self._transform.y
        slant = (x.x, x.y, y.x, y.y)
        tag = TextServer().tag_to_name
        coordinates = dict(face.coordinates)
        for key, value in (self._coordinates or {}).items():
            coordinates[tag(key) if isinstance(key, int) else str(key)] = float(value)
        varied = face_of(
            face.source,
            self._face_index or face.index,
            tuple(sorted(coordinates.items())),
            self._embolden or face.embolden,
            slant if slant != UPRIGHT else face.slant,
        )
        glyph, space, top, bottom = self._spacings
        return entry._replace(
            face=varied,
            glyph_space=entry.glyph_space + glyph,
            space_space=entry.space_space + space,
            top=entry.top + top,
            bottom=entry.bottom + bottom,
            baseline=entry.baseline + self._baseline_offset,
            features=self._features() or entry.features,
        )

    # Settings ------------------------------------------------------------------------------------

    def set_base_font(self, font: Font | None) -> None:
        """The font whose faces it takes."""
        if font is self._base:
            return
        self._watch(self._base, False)
        self._base = font
        self._watch(font, True)
        self._forget()

    def get_base_font(self) -> Font | None:
        """The font whose faces it takes."""
        return self._base

    base_font = accessors(get_base_font, set_base_font)

    def set_variation_opentype(self, coords: dict[Any, Any]) -> None:
        """Where on the axes of a variable font it stands."""
        self._coordinates = dict(coords)
        self._forget()

    def get_variation_opentype(self) -> dict[Any, Any]:
        """Where on the axes of a variable font it stands."""
        return dict(self._coordinates or {})

    variation_opentype = accessors(get_variation_opentype, set_variation_opentype)

    def set_variation_embolden(self, strength: float) -> None:
        """How much strokes are thickened; below 0 they get thinner."""
        self._embolden = float(strength)
        self._forget()

    def get_variation_embolden(self) -> float:
        """How much strokes are thickened; below 0 they get thinner."""
        return self._embolden

    variation_embolden = accessors(get_variation_embolden, set_variation_embolden)

    def set_variation_face_index(self, face_index: int) -> None:
        """Which face of a collection it takes."""
        self._face_index = int(face_index)
        self._forget()

    def get_variation_face_index(self) -> int:
        """Which face of a collection it takes."""
        return self._face_index

    variation_face_index = accessors(get_variation_face_index, set_variation_face_index)

    def set_variation_transform(self, transform: Transform2D) -> None:
        """How outlines are slanted or turned."""
        self._transform = transform
        self._forget()

    def get_variation_transform(self) -> Transform2D:
        """How outlines are slanted or turned."""
        return self._transform

    variation_transform = accessors(get_variation_transform, set_variation_transform)

    def set_opentype_features(self, features: dict[Any, Any]) -> None:
        """OpenType features that are switched: name or number to value."""
        self._opentype = dict(features)
        self._forget()

    def get_opentype_features(self) -> dict[Any, Any]:
        """OpenType features that are switched."""
        return dict(self._opentype or {})

    opentype_features = accessors(get_opentype_features, set_opentype_features)

    def set_spacing(self, spacing: int, value: int) -> None:
        """Pixels added to a `TextServer.SPACING_*`."""
        spacings = list(self._spacings)
        spacings[spacing] = int(value)
        self._spacings = (spacings[0], spacings[1], spacings[2], spacings[3])
        self._forget()

    def get_spacing(self, spacing: int) -> int:
        """Pixels added to a `TextServer.SPACING_*`."""
        return self._spacings[spacing]

    @property
    def spacing_glyph(self) -> int:
        """Pixels added between glyphs."""
        return self._spacings[0]

    @spacing_glyph.setter
    def spacing_glyph(self, pixels: int) -> None:
        self.set_spacing(0, pixels)

    @property
    def spacing_space(self) -> int:
        """Pixels added to spaces."""
        return self._spacings[1]

    @spacing_space.setter
    def spacing_space(self, pixels: int) -> None:
        self.set_spacing(1, pixels)

    @property
    def spacing_top(self) -> int:
        """Pixels added above."""
        return self._spacings[2]

    @spacing_top.setter
    def spacing_top(self, pixels: int) -> None:
        self.set_spacing(2, pixels)

    @property
    def spacing_bottom(self) -> int:
        """Pixels added below."""
        return self._spacings[3]

    @spacing_bottom.setter
    def spacing_bottom(self, pixels: int) -> None:
        self.set_spacing(3, pixels)

    def set_baseline_offset(self, baseline_offset: float) -> None:
        """How far glyphs are moved down, in parts of the height."""
        self._baseline_offset = float(baseline_offset)
        self._forget()

    def get_baseline_offset(self) -> float:
        """How far glyphs are moved down, in parts of the height."""
        return self._baseline_offset

    baseline_offset = accessors(get_baseline_offset, set_baseline_offset)

    # Facts of the font it takes ------------------------------------------------------------------

    def get_font_name(self) -> str:
        """The family's name."""
        base = self._base_in_use()
        return base.get_font_name() if base is not None else ""

    def get_font_style_name(self) -> str:
        """The style's name."""
        base = self._base_in_use()
        return base.get_font_style_name() if base is not None else ""

    def get_font_style(self) -> TextServer.FontStyle:
        """Whether it is bold, italic or of fixed width: a sum of `TextServer.FONT_*`."""
        base = self._base_in_use()
        return base.get_font_style() if base is not None else TextServer.FontStyle(0)

    def get_font_weight(self) -> int:
        """How bold it is: 400 is regular, 700 bold."""
        base = self._base_in_use()
        return base.get_font_weight() if base is not None else 400

    def get_font_stretch(self) -> int:
        """How wide it is, in percent."""
        base = self._base_in_use()
        return base.get_font_stretch() if base is not None else 100
