"""Settings that fonts of files and fonts of the system have in common."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

from engine.core.accessors import accessors
from engine.gui.font import Font
from engine.servers.text_server import TextServer

Setting = TypeVar("Setting")


class FontSettings(Font):
    """How a font is rendered. Not a class of Godot's: its fonts each have these members."""

    _stored: ClassVar[tuple[str, ...]] = (
        "generate_mipmaps", "disable_embedded_bitmaps", "antialiasing", "subpixel_positioning",
        "keep_rounding_remainders", "multichannel_signed_distance_field", "msdf_pixel_range",
        "msdf_size", "allow_system_fallback", "force_autohinter", "modulate_color_glyphs",
        "hinting", "oversampling",
    )  # fmt: skip
    _own: ClassVar[tuple[str, ...]] = (
        "_antialiasing", "_autohinter", "_color", "_embedded", "_fallback", "_hinting", "_carry",
        "_mipmaps", "_msdf", "_msdf_range", "_msdf_size", "_oversampling", "_subpixel",
    )  # fmt: skip

    _antialiasing: int = 1
    _autohinter: bool = False
    _color: bool = False
    _embedded: bool = True
    _fallback: bool = True
    _hinting: int = 1
    _carry: bool = True
    _mipmaps: bool = False
    _msdf: bool = False
    _msdf_range: int = 16
    _msdf_size: int = 48
    _oversampling: float = 0.0
    _subpixel: int = 1

    def _change(self, name: str, value: Any) -> None:
        if getattr(self, name) != value:
            setattr(self, name, value)
            self._forget()

    def set_antialiasing(self, antialiasing: int) -> None:
        """How edges are smoothed: a `TextServer.FONT_ANTIALIASING_*`."""
        self._change("_antialiasing", int(antialiasing))

    def get_antialiasing(self) -> TextServer.FontAntialiasing:
        """How edges are smoothed: a `TextServer.FONT_ANTIALIASING_*`."""
        return TextServer.FontAntialiasing(self._antialiasing)

    antialiasing = accessors(get_antialiasing, set_antialiasing)

    def set_disable_embedded_bitmaps(self, disable_embedded_bitmaps: bool) -> None:
        """Whether pictures inside the font file are left unused."""
        self._change("_embedded", bool(disable_embedded_bitmaps))

    def get_disable_embedded_bitmaps(self) -> bool:
        """Whether pictures inside the font file are left unused."""
        return self._embedded

    disable_embedded_bitmaps = accessors(get_disable_embedded_bitmaps, set_disable_embedded_bitmaps)

    def set_generate_mipmaps(self, generate_mipmaps: bool) -> None:
        """Whether smaller pictures of glyphs are made, too; kept, without effect here."""
        self._change("_mipmaps", bool(generate_mipmaps))

    def get_generate_mipmaps(self) -> bool:
        """The value of `generate_mipmaps`."""
        return self._mipmaps

    generate_mipmaps = accessors(get_generate_mipmaps, set_generate_mipmaps)

    def set_allow_system_fallback(self, allow_system_fallback: bool) -> None:
        """Whether fonts of the system help out with characters that are missing."""
        self._change("_fallback", bool(allow_system_fallback))

    def is_allow_system_fallback(self) -> bool:
        """Whether fonts of the system help out with characters that are missing."""
        return self._fallback

    allow_system_fallback = accessors(is_allow_system_fallback, set_allow_system_fallback)

    def set_force_autohinter(self, force_autohinter: bool) -> None:
        """Whether hints in the font file are left unused; they always are here."""
        self._change("_autohinter", bool(force_autohinter))

    def is_force_autohinter(self) -> bool:
        """The value of `force_autohinter`."""
        return self._autohinter

    force_autohinter = accessors(is_force_autohinter, set_force_autohinter)

    def set_modulate_color_glyphs(self, modulate: bool) -> None:
        """Whether the text's colour colours emoji, too."""
        self._change("_color", bool(modulate))

    def is_modulate_color_glyphs(self) -> bool:
        """Whether the text's colour colours emoji, too."""
        return self._color

    modulate_color_glyphs = accessors(is_modulate_color_glyphs, set_modulate_color_glyphs)

    def set_hinting(self, hinting: int) -> None:
        """How glyphs are fitted to the pixels: a `TextServer.HINTING_*`."""
        self._change("_hinting", int(hinting))

    def get_hinting(self) -> TextServer.Hinting:
        """How glyphs are fitted to the pixels: a `TextServer.HINTING_*`."""
        return TextServer.Hinting(self._hinting)

    hinting = accessors(get_hinting, set_hinting)

    def set_subpixel_positioning(self, subpixel_positioning: int) -> None:
        """Between which parts of pixels glyphs are placed; a size decides here, as by default."""
        self._change("_subpixel", int(subpixel_positioning))

    def get_subpixel_positioning(self) -> TextServer.SubpixelPositioning:
        """The value of `subpixel_positioning`."""
        return TextServer.SubpixelPositioning(self._subpixel)

    subpixel_positioning = accessors(get_subpixel_positioning, set_subpixel_positioning)

    def set_keep_rounding_remainders(self, keep_rounding_remainders: bool) -> None:
        """Whether what is rounded off is carried on along a word; it always is here."""
        self._change("_carry", bool(keep_rounding_remainders))

    def get_keep_rounding_remainders(self) -> bool:
        """The value of `keep_rounding_remainders`."""
        return self._carry

    keep_rounding_remainders = accessors(get_keep_rounding_remainders, set_keep_rounding_remainders)

    def set_multichannel_signed_distance_field(self, msdf: bool) -> None:
        """Whether glyphs are kept as distance fields; kept, without effect here."""
        self._change("_msdf", bool(msdf))

    def is_multichannel_signed_distance_field(self) -> bool:
        """The value of `multichannel_signed_distance_field`."""
        return self._msdf

    multichannel_signed_distance_field = accessors(
        is_multichannel_signed_distance_field, set_multichannel_signed_distance_field
    )

    def set_msdf_pixel_range(self, msdf_pixel_range: int) -> None:
        """Range of distance fields; kept, without effect here."""
        self._change("_msdf_range", int(msdf_pixel_range))

    def get_msdf_pixel_range(self) -> int:
        """The value of `msdf_pixel_range`."""
        return self._msdf_range

    msdf_pixel_range = accessors(get_msdf_pixel_range, set_msdf_pixel_range)

    def set_msdf_size(self, msdf_size: int) -> None:
        """Size of distance fields; kept, without effect here."""
        self._change("_msdf_size", int(msdf_size))

    def get_msdf_size(self) -> int:
        """The value of `msdf_size`."""
        return self._msdf_size

    msdf_size = accessors(get_msdf_size, set_msdf_size)

    def set_oversampling(self, oversampling: float) -> None:
        """Pixels per unit in which glyphs are rendered; kept, without effect here."""
        self._change("_oversampling", float(oversampling))

    def get_oversampling(self) -> float:
        """The value of `oversampling`."""
        return self._oversampling

    oversampling = accessors(get_oversampling, set_oversampling)
