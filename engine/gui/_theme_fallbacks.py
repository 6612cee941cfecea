"""What stands in where no theme has an item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core._lazy import lazy
from engine.core.color import Color
from engine.gui._theme_types import COLOR, CONSTANT, FONT, FONT_SIZE, ICON
from engine.gui.style_box_empty import StyleBoxEmpty

if TYPE_CHECKING:
    from engine.gui import _default_icons, font_variation
else:
    _default_icons = lazy("engine.gui._default_icons")
    font_variation = lazy("engine.gui.font_variation")

_values: dict[int, Any] = {}


def of_kind(kind: int) -> Any:
    """The stand-in of a kind of theme items."""
    if kind == COLOR:
        return Color()
    if kind == CONSTANT:
        return 0
    if kind not in _values:
        _values[kind] = _make(kind)
    return _values[kind]


def _make(kind: int) -> Any:
    if kind == FONT:
        return font_variation.FontVariation()
    if kind == FONT_SIZE:
        return 16
    if kind == ICON:
        return _default_icons.icon("fallback")
    return StyleBoxEmpty()


def replace(kind: int, value: Any) -> None:
    """Sets the stand-in of a kind."""
    _values[kind] = value
