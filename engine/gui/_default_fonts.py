"""The fonts of the default theme: Open Sans SemiBold, and the looks that rich text needs of it."""

from __future__ import annotations

from functools import lru_cache

from engine.core.transform2d import Transform2D
from engine.core.vector2 import Vector2
from engine.gui.font import Font
from engine.gui.font_file import FontFile
from engine.gui.font_variation import FontVariation
from engine.servers._font_source import open_sans

_SLANTED = Transform2D(Vector2(1.0, 0.2), Vector2(0.0, 1.0), Vector2())
_STRENGTH = 1.2


@lru_cache(maxsize=1)
def default_font() -> FontFile:
    """The font in which everything is set that names no other."""
    font = FontFile()
    font._source = open_sans()
    font._coordinates = (("wdth", 100.0), ("wght", 600.0))
    font._font_name, font._style_name, font._font_weight = "Open Sans SemiBold", "SemiBold", 600
    return font


@lru_cache(maxsize=1)
def bold_font() -> Font:
    """The font of `[b]`."""
    return _variation(_STRENGTH, slanted=False)


@lru_cache(maxsize=1)
def italics_font() -> Font:
    """The font of `[i]`."""
    return _variation(0.0, slanted=True)


@lru_cache(maxsize=1)
def bold_italics_font() -> Font:
    """The font of `[b]` and `[i]` together."""
    return _variation(_STRENGTH, slanted=True)


def mono_font() -> Font:
    """The font of `[code]`: the default theme has no other for it."""
    return default_font()


def _variation(strength: float, *, slanted: bool) -> FontVariation:
    font = FontVariation()
    font.base_font = default_font()
    font.variation_embolden = strength
    if slanted:
        font.variation_transform = _SLANTED
    return font
