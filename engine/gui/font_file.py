"""`FontFile`: the font of a font file (TrueType, OpenType, collections of them)."""

from __future__ import annotations

from typing import Any, ClassVar

from engine.core._packed_numbers import PackedInt32Array
from engine.core.accessors import accessors
from engine.core.error import ERR_CANT_OPEN, ERR_UNAVAILABLE, OK, Error
from engine.core.packed_byte_array import PackedByteArray
from engine.core.project_settings import ProjectSettings
from engine.core.transform2d import Transform2D
from engine.core.vector2 import Vector2
from engine.gui._font_settings import FontSettings
from engine.servers._font_face import Face, face_of
from engine.servers._font_source import Coordinates, FontSource
from engine.servers._font_stack import FontEntry
from engine.servers.text_server import TextServer


class FontFile(FontSettings):
    """A font file: from `load_dynamic_font(path)`, or from its bytes in `data`.

    Sizes are rendered when they are needed; there are no pre-rendered ones. A variable font stands
    at the place on its axes that `set_variation_coordinates` gave.
    """

    _stored: ClassVar[tuple[str, ...]] = (
        "data",
        "font_name",
        "style_name",
        "font_style",
        "font_weight",
        "font_stretch",
    )
    _own: ClassVar[tuple[str, ...]] = (
        "_coordinates", "_data", "_embolden", "_face_index", "_font_name", "_font_stretch",
        "_font_style", "_font_weight", "_source", "_spacing", "_style_name", "_transform",
        "_baseline", "_file_name", "_fixed_size", "_fixed_scale", "_features_given",
    )  # fmt: skip

    _source: FontSource | None = None
    _data: bytes = b""
    _face_index: int = 0
    _coordinates: Coordinates = ()
    _embolden: float = 0.0
    _transform: Transform2D = Transform2D()
    _spacing: tuple[int, int, int, int] = (0, 0, 0, 0)
    _baseline: float = 0.0
    _font_name: str = ""
    _style_name: str = ""
    _font_style: int = 0
    _font_weight: int = 400
    _font_stretch: int = 100
    _fixed_size: int = 0
    _fixed_scale: int = 0
    _features_given: dict[Any, Any] | None = None

    # The file ------------------------------------------------------------------------------------

    def load_dynamic_font(self, path: str) -> Error:
        """Takes a font file of a path (`res://` and so on are known); an `Error`."""
        try:
            with open(ProjectSettings.globalize_path(str(path)), "rb") as file:
                content = file.read()
        except OSError:
            return ERR_CANT_OPEN
        self._take(content)
        return OK

    def load_bitmap_font(self, path: str) -> Error:
        """Fonts made of pictures are not known here: `ERR_UNAVAILABLE`."""
        return ERR_UNAVAILABLE

    def _take(self, content: bytes) -> None:
        self._data = content
        self._source = FontSource(data=content) if content else None
        face = self._face()
        if face is not None and face.exists():
            self._font_name = face.name(16) or face.name(1)
            self._style_name = face.name(17) or face.name(2)
            table = bytes(face.hb_face().reference_table("OS/2").data or b"")
            if len(table) > 6:
                self._font_weight = int.from_bytes(table[4:6], "big")
        self._forget()

    def set_data(self, data: PackedByteArray) -> None:
        """The bytes of the font file."""
        self._take(bytes(data))

    def get_data(self) -> PackedByteArray:
        """The bytes of the font file."""
        return PackedByteArray(self._data)

    data = accessors(get_data, set_data)

    def _face(self) -> Face | None:
        if self._source is None:
            return None
        x, y = self._transform.x, self._transform.y
        return face_of(
            self._source,
            self._face_index,
            self._coordinates,
            self._embolden,
            (x.x, x.y, y.x, y.y),
        )

    def _entries(self) -> list[FontEntry]:
        face = self._face()
        if face is None or not face.exists():
            return []
        glyph, space, top, bottom = self._spacing
        features = self._features()
        system = bool(self.allow_system_fallback)
        return [FontEntry(face, glyph, space, top, bottom, self._baseline, features, system)]

    def get_face_count(self) -> int:
        """How many faces the file holds."""
        face = self._face()
        return face.count() if face is not None else 0

    def get_glyph_index(self, size: int, char: int, variation_selector: int) -> int:
        """The number of a character's glyph; 0 when there is none."""
        face = self._face()
        return face.glyph(char) if face is not None else 0

    def get_supported_variation_list(self) -> dict[Any, Any]:
        """Axes along which it varies: tag to least, greatest and default value."""
        if self._source is None:
            return {}
        return {
            TextServer().name_to_tag(axis.tag): [
                int(axis.min_value),
                int(axis.max_value),
                int(axis.default_value),
            ]
            for axis in face_of(self._source, self._face_index).axes()
        }

    # Names ---------------------------------------------------------------------------------------

    def set_font_name(self, name: str) -> None:
        """The family's name."""
        self._font_name = str(name)

    def get_font_name(self) -> str:
        """The family's name."""
        return self._font_name

    font_name = accessors(get_font_name, set_font_name)

    def set_font_style_name(self, name: str) -> None:
        """The style's name."""
        self._style_name = str(name)

    def get_font_style_name(self) -> str:
        """The style's name."""
        return self._style_name

    style_name = accessors(get_font_style_name, set_font_style_name)

    def set_font_style(self, style: int) -> None:
        """Whether it is bold, italic or of fixed width: a sum of `TextServer.FONT_*`."""
        self._font_style = int(style)

    def get_font_style(self) -> TextServer.FontStyle:
        """Whether it is bold, italic or of fixed width: a sum of `TextServer.FONT_*`."""
        return TextServer.FontStyle(self._font_style)

    font_style = accessors(get_font_style, set_font_style)

    def set_font_weight(self, weight: int) -> None:
        """How bold it is: 400 is regular, 700 bold."""
        self._font_weight = min(max(int(weight), 100), 999)

    def get_font_weight(self) -> int:
        """How bold it is: 400 is regular, 700 bold."""
        return self._font_weight

    font_weight = accessors(get_font_weight, set_font_weight)

    def set_font_stretch(self, stretch: int) -> None:
        """How wide it is, in percent."""
        self._font_stretch = min(max(int(stretch), 50), 200)

    def get_font_stretch(self) -> int:
        """How wide it is, in percent."""
        return self._font_stretch

    font_stretch = accessors(get_font_stretch, set_font_stretch)

    def set_opentype_feature_overrides(self, overrides: dict[Any, Any]) -> None:
        """OpenType features that are switched: name or number to value."""
        self._features_given = dict(overrides)
        self._forget()

    def get_opentype_feature_overrides(self) -> dict[Any, Any]:
        """OpenType features that are switched."""
        return dict(self._features_given or {})

    opentype_feature_overrides = accessors(
        get_opentype_feature_overrides, set_opentype_feature_overrides
    )

    def get_opentype_features(self) -> dict[Any, Any]:
        """OpenType features in use."""
        return self.get_opentype_feature_overrides()

    def set_fixed_size(self, fixed_size: int) -> None:
        """The only size of a font made of pictures; kept, without effect here."""
        self._fixed_size = int(fixed_size)

    def get_fixed_size(self) -> int:
        """The value of `fixed_size`."""
        return self._fixed_size

    fixed_size = accessors(get_fixed_size, set_fixed_size)

    def set_fixed_size_scale_mode(self, fixed_size_scale_mode: int) -> None:
        """How a font made of pictures is scaled; kept, without effect here."""
        self._fixed_scale = int(fixed_size_scale_mode)

    def get_fixed_size_scale_mode(self) -> TextServer.FixedSizeScaleMode:
        """The value of `fixed_size_scale_mode`."""
        return TextServer.FixedSizeScaleMode(self._fixed_scale)

    fixed_size_scale_mode = accessors(get_fixed_size_scale_mode, set_fixed_size_scale_mode)

    # Looks (there is one set of them, number 0) --------------------------------------------------

    def get_cache_count(self) -> int:
        """How many looks there are: one when there is a font."""
        return int(self._source is not None)

    def clear_cache(self) -> None:
        """Forgets what was measured."""
        self._forget()

    def get_size_cache_list(self, cache_index: int) -> list[Any]:
        """Sizes that are rendered already; nobody needs to know here."""
        return []

    def set_face_index(self, cache_index: int, face_index: int) -> None:
        """Which face of the file it is."""
        self._face_index = int(face_index)
        self._forget()

    def get_face_index(self, cache_index: int) -> int:
        """Which face of the file it is."""
        return self._face_index

    def set_variation_coordinates(
        self, cache_index: int, variation_coordinates: dict[Any, Any]
    ) -> None:
        """Where on its axes it stands: name or number of an axis to value."""
        tag = TextServer().tag_to_name
        self._coordinates = tuple(
            (tag(key) if isinstance(key, int) else str(key), float(value))
            for key, value in variation_coordinates.items()
        )
        self._forget()

    def get_variation_coordinates(self, cache_index: int) -> dict[Any, Any]:
        """Where on its axes it stands."""
        number = TextServer().name_to_tag
        return {number(key): value for key, value in self._coordinates}

    def set_embolden(self, cache_index: int, strength: float) -> None:
        """How much its strokes are thickened."""
        self._embolden = float(strength)
        self._forget()

    def get_embolden(self, cache_index: int) -> float:
        """How much its strokes are thickened."""
        return self._embolden

    def set_transform(self, cache_index: int, transform: Transform2D) -> None:
        """How its outlines are slanted or turned."""
        self._transform = transform
        self._forget()

    def get_transform(self, cache_index: int) -> Transform2D:
        """How its outlines are slanted or turned."""
        return self._transform

    def set_extra_spacing(self, cache_index: int, spacing: int, value: int) -> None:
        """Pixels added to a `TextServer.SPACING_*`."""
        spacings = list(self._spacing)
        spacings[spacing] = int(value)
        self._spacing = (spacings[0], spacings[1], spacings[2], spacings[3])
        self._forget()

    def get_extra_spacing(self, cache_index: int, spacing: int) -> int:
        """Pixels added to a `TextServer.SPACING_*`."""
        return self._spacing[spacing]

    def get_spacing(self, spacing: int) -> int:
        """Pixels added to a `TextServer.SPACING_*`."""
        return self._spacing[spacing]

    def set_extra_baseline_offset(self, cache_index: int, baseline_offset: float) -> None:
        """How far glyphs are moved down, in parts of the height."""
        self._baseline = float(baseline_offset)
        self._forget()

    def get_extra_baseline_offset(self, cache_index: int) -> float:
        """How far glyphs are moved down, in parts of the height."""
        return self._baseline

    def get_cache_ascent(self, cache_index: int, size: int) -> float:
        """Pixels above the baseline."""
        return self.get_ascent(size)

    def get_cache_descent(self, cache_index: int, size: int) -> float:
        """Pixels below the baseline."""
        return self.get_descent(size)

    def get_glyph_advance(self, cache_index: int, size: int, glyph: int) -> Vector2:
        """How far the pen goes on behind a glyph."""
        face = self._face()
        return Vector2(face.whole_advance(glyph, size), 0.0) if face is not None else Vector2()

    def get_glyph_list(self, cache_index: int, size: Any) -> PackedInt32Array:
        """Glyphs that are rendered already; nobody needs to know here."""
        return PackedInt32Array()
