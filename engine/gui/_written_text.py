"""What controls with a text have in common: its direction, its language, its structure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from engine.core.accessors import accessors
from engine.gui.control import Control
from engine.servers.text_server import TextServer


class WrittenText:
    """Direction and language of a control's text; it stands before the control among the bases."""

    _own: ClassVar[tuple[str, ...]] = ("_text_direction", "_language")

    _text_direction: int = Control.TEXT_DIRECTION_AUTO
    _language: str = ""

    def _shape_again(self) -> None:
        """The text looks different now: it is shaped, measured and painted anew."""

    def set_text_direction(self, direction: int) -> None:
        """Sets in which direction the text is written: a `TEXT_DIRECTION_*`."""
        if direction != self._text_direction:
            self._text_direction = int(direction)
            self._shape_again()

    def get_text_direction(self) -> Control.TextDirection:
        """In which direction the text is written: a `TEXT_DIRECTION_*`."""
        return Control.TextDirection(self._text_direction)

    text_direction = accessors(get_text_direction, set_text_direction)

    def set_language(self, language: str) -> None:
        """Sets the language of the text, as in `en_GB`; empty for that of the system."""
        if language != self._language:
            self._language = str(language)
            self._shape_again()

    def get_language(self) -> str:
        """The language of the text, which may change some glyphs."""
        return self._language

    language = accessors(get_language, set_language)


class StructuredText(WrittenText):
    """A text that may be a path, an address and the like, whose parts keep their order.

    What is set of it is kept, and has no effect here.
    """

    _own: ClassVar[tuple[str, ...]] = ("_bidi", "_bidi_options")

    _bidi: int = TextServer.STRUCTURED_TEXT_DEFAULT
    _bidi_options: tuple[Any, ...] = ()

    def set_structured_text_bidi_override(self, parser: int) -> None:
        """Sets what kind of text it is: a `TextServer.STRUCTURED_TEXT_*`."""
        if parser != self._bidi:
            self._bidi = int(parser)
            self._shape_again()

    def get_structured_text_bidi_override(self) -> TextServer.StructuredTextParser:
        """What kind of text it is: a `TextServer.STRUCTURED_TEXT_*`."""
        return TextServer.StructuredTextParser(self._bidi)

    structured_text_bidi_override = accessors(
        get_structured_text_bidi_override, set_structured_text_bidi_override
    )

    def set_structured_text_bidi_override_options(self, args: Sequence[Any]) -> None:
        """Sets details of `structured_text_bidi_override`."""
        self._bidi_options = tuple(args)

    def get_structured_text_bidi_override_options(self) -> list[Any]:
        """Details of `structured_text_bidi_override`."""
        return list(self._bidi_options)

    structured_text_bidi_override_options = accessors(
        get_structured_text_bidi_override_options, set_structured_text_bidi_override_options
    )
