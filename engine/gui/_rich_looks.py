"""How text in a style is drawn: what all styles of its stack say together."""

from __future__ import annotations

from typing import Any, ClassVar, NamedTuple

from engine.core.color import Color
from engine.gui import _rich_items as items
from engine.gui._rich_items import Meta, Style
from engine.gui._rich_parsing import RichTextParsing
from engine.gui.font import Font
from engine.servers._font_stack import FontStack

_FONTS = {
    "normal": ("normal_font", "normal_font_size"),
    "bold": ("bold_font", "bold_font_size"),
    "italics": ("italics_font", "italics_font_size"),
    "bold_italics": ("bold_italics_font", "bold_italics_font_size"),
    "mono": ("mono_font", "mono_font_size"),
}


class Looks(NamedTuple):
    """All that styles say of a piece of text; None where they leave it to others.

    `font_size` is what a font came with, `own_size` what `push_font_size` said, which counts more.
    """

    stack: FontStack
    font_size: int
    own_size: int
    color: Color
    outline_size: int
    outline_color: Color
    underline: Color | None = None
    strike: Color | None = None
    meta: Meta | None = None
    hint: str = ""
    background: Color | None = None
    foreground: Color | None = None
    language: str = ""
    effects: tuple[tuple[str, dict[str, Any]], ...] = ()

    @property
    def size(self) -> int:
        """The size of the font in pixels."""
        return self.own_size or self.font_size


class RichTextLooks(RichTextParsing):
    """Looks of styles, kept until the theme changes."""

    _own: ClassVar[tuple[str, ...]] = ("_base_looks", "_looks_version")

    _base_looks: Looks | None = None
    _looks_version: int = 0

    def _forget_looks(self) -> None:
        self._base_looks = None
        self._looks_version += 1

    def _looks(self, style: Style | None) -> Looks:
        """How text in a style is drawn."""
        if style is None:
            return self._plain_looks()
        if style.looks is None or style.looks_for != self._looks_version:
            style.looks = self._with(self._looks(style.parent), style)
            style.looks_for = self._looks_version
        looks: Looks = style.looks
        return looks

    def _plain_looks(self) -> Looks:
        if self._base_looks is None:
            font: Font = self.get_theme_font("normal_font")
            self._base_looks = Looks(
                font._stack(),
                self.get_theme_font_size("normal_font_size"),
                0,
                self.get_theme_color("default_color"),
                self.get_theme_constant("outline_size"),
                self.get_theme_color("font_outline_color"),
                language=self._language,
            )
        return self._base_looks

    def _with(self, looks: Looks, style: Style) -> Looks:
        kind, value = style.kind, style.value
        if kind == items.FONT:
            return self._with_font(looks, value)
        if kind == items.FONT_SIZE:
            return looks._replace(own_size=value) if value > 0 else looks
        if kind == items.UNDERLINE:
            return looks._replace(underline=value)
        if kind == items.STRIKETHROUGH:
            return looks._replace(strike=value)
        if kind == items.EFFECT:
            return looks._replace(effects=(*looks.effects, value))
        name = _FIELDS.get(kind)
        return looks if name is None else looks._replace(**{name: value})

    def _with_font(self, looks: Looks, value: Any) -> Looks:
        if isinstance(value, str):
            name, size_name = _FONTS[value]
            font: Font | None = self.get_theme_font(name)
            size = self.get_theme_font_size(size_name)
        else:
            font, size = value
        stack = font._stack() if font is not None else None
        return looks._replace(
            stack=stack or looks.stack, font_size=size if size > 0 else looks.font_size
        )


_FIELDS = {
    items.COLOR: "color",
    items.OUTLINE_SIZE: "outline_size",
    items.OUTLINE_COLOR: "outline_color",
    items.META: "meta",
    items.HINT: "hint",
    items.BACKGROUND: "background",
    items.FOREGROUND: "foreground",
    items.LANGUAGE: "language",
}
