"""What stands in where no theme has an item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core._lazy import lazy
from engine.core.color import Color
from engine.gui._theme_types import COLOR, CONSTANT, FONT, FONT_SIZE, ICON
from engine.gui.style_box_flat import StyleBoxFlat

if TYPE_CHECKING:
    from engine.gui import _default_fonts, _default_icons
else:
    _default_fonts = lazy("engine.gui._default_fonts")
    _default_icons = lazy("engine.gui._default_icons")

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
        return _default_fonts.default_font()
    if kind == FONT_SIZE:
        return 16
    if kind == ICON:
        return _default_icons.picture("close_highlight")
    return _red_frame()


def _red_frame() -> StyleBoxFlat:
    box = StyleBoxFlat()
    box.bg_color = Color(1.0, 0.365, 0.365)
    box.draw_center = False
    box.corner_detail = 1
    box.set_border_width_all(2)
    box.set_content_margin_all(4.0)
    return box


def replace(kind: int, value: Any) -> None:
    """Sets the stand-in of a kind."""
    _values[kind] = value
