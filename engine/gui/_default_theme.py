"""The engine's own theme, made of `_default_theme_values` when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.core.color import Color
from engine.gui import _default_fonts as fonts
from engine.gui._default_icons import THEME_ICONS, picture
from engine.gui._default_theme_values import VALUES
from engine.gui._theme_types import COLOR, CONSTANT, FONT, FONT_SIZE, ICON, STYLEBOX
from engine.gui.style_box import StyleBox
from engine.gui.style_box_empty import StyleBoxEmpty
from engine.gui.style_box_flat import StyleBoxFlat
from engine.gui.style_box_line import StyleBoxLine
from engine.gui.theme import Theme

_SIDES = ("left", "top", "right", "bottom")
_CORNERS = ("top_left", "top_right", "bottom_right", "bottom_left")
_BOXES: dict[str, type[StyleBox]] = {
    "flat": StyleBoxFlat,
    "line": StyleBoxLine,
    "empty": StyleBoxEmpty,
}
_FONTS: dict[tuple[str, str], Callable[[], Any]] = {
    ("RichTextLabel", "bold_font"): fonts.bold_font,
    ("RichTextLabel", "italics_font"): fonts.italics_font,
    ("RichTextLabel", "bold_italics_font"): fonts.bold_italics_font,
    ("RichTextLabel", "mono_font"): fonts.mono_font,
}


def make() -> Theme:
    """A theme with everything in it."""
    theme = Theme()
    theme._quiet = True
    theme.default_base_scale = 1.0
    theme.default_font = fonts.default_font()
    theme.default_font_size = 16
    theme_type = ""
    for line in VALUES.strip().split("\n"):
        if line[0] == "[":
            theme_type, _, base = line[1:].partition("]")
            if base:
                theme._variations[theme_type] = base.removeprefix(" varies ")
        else:
            _add(theme, theme_type, line)
    for theme_type, icons in THEME_ICONS.items():
        theme._items[ICON][theme_type] = {name: picture(shown) for name, shown in icons.items()}
    theme._quiet = False
    return theme


def _add(theme: Theme, theme_type: str, line: str) -> None:
    definition, _, names = line.partition(":")
    kind, *words = definition.split()
    if kind == "font":
        for name in names.split():
            made = _FONTS.get((theme_type, name))
            theme._items[FONT].setdefault(theme_type, {})[name] = made() if made else None
        return
    number, value = _value(kind, words)
    items = theme._items[number].setdefault(theme_type, {})
    for name in names.split():
        items[name] = value


def _value(kind: str, words: list[str]) -> tuple[int, Any]:
    if kind == "color":
        return COLOR, _color(words[0])
    if kind == "number":
        return CONSTANT, int(words[0])
    if kind == "size":
        return FONT_SIZE, int(words[0])
    return STYLEBOX, _box(kind, words)


def _color(text: str) -> Color:
    if "," in text:
        return Color(*map(float, text.split(",")))
    grey, _, alpha = text.partition("/")
    return Color(float(grey), float(grey), float(grey), float(alpha or 1))


def _box(kind: str, words: list[str]) -> StyleBox:
    box: Any = _BOXES[kind]()
    if kind == "flat":
        box.corner_detail = 5
    pending = iter(words)
    for word in pending:
        if word == "hollow":
            box.draw_center = False
        elif word == "vertical":
            box.vertical = True
        elif word == "rough":
            box.anti_aliasing = False
        else:
            _set(box, kind, word, next(pending))
    return box  # type: ignore[no-any-return]


def _set(box: Any, kind: str, word: str, text: str) -> None:
    if word == "fill":
        setattr(box, "bg_color" if kind == "flat" else "color", _color(text))
    elif word == "edge":
        box.border_color = _color(text)
    elif word == "detail":
        box.corner_detail = int(text)
    else:
        start = {
            "radius": "corner_radius",
            "border": "border_width",
            "expand": "expand_margin",
            "margin": "content_margin",
        }[word]
        numbers = [float(number) for number in text.split(",")]
        for place, number in zip(
            _CORNERS if word == "radius" else _SIDES, numbers * 4, strict=False
        ):
            setattr(box, f"{start}_{place}", number)
