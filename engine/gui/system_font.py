"""`SystemFont`: a font of the operating system, by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from engine.core.accessors import accessors
from engine.core.packed_string_array import PackedStringArray
from engine.gui._font_settings import FontSettings
from engine.servers import _system_fonts
from engine.servers._font_face import Face, default_face
from engine.servers._font_stack import FontEntry
from engine.servers.text_server import TextServer


class SystemFont(FontSettings):
    """The first font that the system has of some names; when it has none, the engine's own."""

    _stored: ClassVar[tuple[str, ...]] = (
        "font_names",
        "font_italic",
        "font_weight",
        "font_stretch",
    )
    _own: ClassVar[tuple[str, ...]] = ("_found", "_italic", "_names", "_stretch", "_weight")

    _found: Face | None = None
    _italic: bool = False
    _names: tuple[str, ...] = ()
    _stretch: int = 100
    _weight: int = 400

    def _entries(self) -> list[FontEntry]:
        if self._found is None:
            for name in self._names:
                self._found = _system_fonts.face_named(
                    name, weight=self._weight, italic=self._italic
                )
                if self._found is not None:
                    break
            else:
                self._found = default_face()
        return [FontEntry(self._found, system=self._fallback)]

    def _look_again(self) -> None:
        self._found = None
        self._forget()

    def set_font_names(self, names: Sequence[str]) -> None:
        """Names of families, in the order in which they are looked for."""
        self._names = tuple(str(name) for name in names)
        self._look_again()

    def get_font_names(self) -> PackedStringArray:
        """Names of families, in the order in which they are looked for."""
        return PackedStringArray(self._names)

    font_names = accessors(get_font_names, set_font_names)

    def set_font_italic(self, italic: bool) -> None:
        """Whether a slanted font is looked for."""
        self._italic = bool(italic)
        self._look_again()

    def get_font_italic(self) -> bool:
        """Whether a slanted font is looked for."""
        return self._italic

    font_italic = accessors(get_font_italic, set_font_italic)

    def set_font_weight(self, weight: int) -> None:
        """How bold a font is looked for: 400 is regular, 700 bold."""
        self._weight = min(max(int(weight), 100), 999)
        self._look_again()

    def get_font_weight(self) -> int:
        """How bold a font is looked for."""
        return self._weight

    font_weight = accessors(get_font_weight, set_font_weight)

    def set_font_stretch(self, stretch: int) -> None:
        """How wide a font is looked for, in percent."""
        self._stretch = min(max(int(stretch), 50), 200)
        self._look_again()

    def get_font_stretch(self) -> int:
        """How wide a font is looked for, in percent."""
        return self._stretch

    font_stretch = accessors(get_font_stretch, set_font_stretch)

    def get_font_name(self) -> str:
        """The name of the font that was found."""
        self._entries()
        return self._found.name(1) if self._found is not None else ""

    def get_font_style(self) -> TextServer.FontStyle:
        """Whether a bold or slanted font is looked for: a sum of `TextServer.FONT_*`."""
        bold = TextServer.FONT_BOLD if self._weight > 600 else 0
        return TextServer.FontStyle(bold | (TextServer.FONT_ITALIC if self._italic else 0))
