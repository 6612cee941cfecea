"""`TextServer`: the constants of text, and what it knows about words and numbers.

Shaping itself is done by `_shaped_text` and the modules beside it; `TextLine` and `TextParagraph`
are its face to users.
"""

from __future__ import annotations

import unicodedata
from enum import IntEnum, IntFlag

from engine.core._packed_numbers import PackedInt32Array
from engine.core.object import Object
from engine.core.ref_counted import RefCounted
from engine.core.signal import Signal
from engine.core.vector2 import Vector2
from engine.servers import _text_breaks
from engine.servers._font_stack import hex_box_size


class TextServer(RefCounted):
    """Constants of fonts and texts (`TextServer.AUTOWRAP_WORD`), and helpers for strings."""

    class FontAntialiasing(IntEnum):
        """How the edges of glyphs are smoothed."""

        FONT_ANTIALIASING_NONE = 0
        FONT_ANTIALIASING_GRAY = 1
        FONT_ANTIALIASING_LCD = 2

    class FontLCDSubpixelLayout(IntEnum):
        """How the colours of a screen's pixels lie."""

        FONT_LCD_SUBPIXEL_LAYOUT_NONE = 0
        FONT_LCD_SUBPIXEL_LAYOUT_HRGB = 1
        FONT_LCD_SUBPIXEL_LAYOUT_HBGR = 2
        FONT_LCD_SUBPIXEL_LAYOUT_VRGB = 3
        FONT_LCD_SUBPIXEL_LAYOUT_VBGR = 4
        FONT_LCD_SUBPIXEL_LAYOUT_MAX = 5

    class Direction(IntEnum):
        """Which way text runs."""

        DIRECTION_AUTO = 0
        DIRECTION_LTR = 1
        DIRECTION_RTL = 2
        DIRECTION_INHERITED = 3

    class Orientation(IntEnum):
        """Whether text runs across or down."""

        ORIENTATION_HORIZONTAL = 0
        ORIENTATION_VERTICAL = 1

    class JustificationFlag(IntFlag):
        """How lines are stretched to a width."""

        JUSTIFICATION_NONE = 0
        JUSTIFICATION_KASHIDA = 1
        JUSTIFICATION_WORD_BOUND = 2
        JUSTIFICATION_TRIM_EDGE_SPACES = 4
        JUSTIFICATION_AFTER_LAST_TAB = 8
        JUSTIFICATION_CONSTRAIN_ELLIPSIS = 16
        JUSTIFICATION_SKIP_LAST_LINE = 32
        JUSTIFICATION_SKIP_LAST_LINE_WITH_VISIBLE_CHARS = 64
        JUSTIFICATION_DO_NOT_SKIP_SINGLE_LINE = 128

    class AutowrapMode(IntEnum):
        """Where lines are wrapped."""

        AUTOWRAP_OFF = 0
        AUTOWRAP_ARBITRARY = 1
        AUTOWRAP_WORD = 2
        AUTOWRAP_WORD_SMART = 3

    class LineBreakFlag(IntFlag):
        """Where lines may break, and what is cut off there."""

        BREAK_NONE = 0
        BREAK_MANDATORY = 1
        BREAK_WORD_BOUND = 2
        BREAK_GRAPHEME_BOUND = 4
        BREAK_ADAPTIVE = 8
        BREAK_TRIM_EDGE_SPACES = 16
        BREAK_TRIM_INDENT = 32
        BREAK_TRIM_START_EDGE_SPACES = 64
        BREAK_TRIM_END_EDGE_SPACES = 128

    class VisibleCharactersBehavior(IntEnum):
        """What counts as visible characters."""

        VC_CHARS_BEFORE_SHAPING = 0
        VC_CHARS_AFTER_SHAPING = 1
        VC_GLYPHS_AUTO = 2
        VC_GLYPHS_LTR = 3
        VC_GLYPHS_RTL = 4

    class OverrunBehavior(IntEnum):
        """What becomes of text that is too wide."""

        OVERRUN_NO_TRIMMING = 0
        OVERRUN_TRIM_CHAR = 1
        OVERRUN_TRIM_WORD = 2
        OVERRUN_TRIM_ELLIPSIS = 3
        OVERRUN_TRIM_WORD_ELLIPSIS = 4
        OVERRUN_TRIM_ELLIPSIS_FORCE = 5
        OVERRUN_TRIM_WORD_ELLIPSIS_FORCE = 6

    class TextOverrunFlag(IntFlag):
        """How text that is too wide is cut off."""

        OVERRUN_NO_TRIM = 0
        OVERRUN_TRIM = 1
        OVERRUN_TRIM_WORD_ONLY = 2
        OVERRUN_ADD_ELLIPSIS = 4
        OVERRUN_ENFORCE_ELLIPSIS = 8
        OVERRUN_JUSTIFICATION_AWARE = 16
        OVERRUN_SHORT_STRING_ELLIPSIS = 32

    class GraphemeFlag(IntFlag):
        """What a glyph is."""

        GRAPHEME_IS_VALID = 1
        GRAPHEME_IS_RTL = 2
        GRAPHEME_IS_VIRTUAL = 4
        GRAPHEME_IS_SPACE = 8
        GRAPHEME_IS_BREAK_HARD = 16
        GRAPHEME_IS_BREAK_SOFT = 32
        GRAPHEME_IS_TAB = 64
        GRAPHEME_IS_ELONGATION = 128
        GRAPHEME_IS_PUNCTUATION = 256
        GRAPHEME_IS_UNDERSCORE = 512
        GRAPHEME_IS_CONNECTED = 1024
        GRAPHEME_IS_SAFE_TO_INSERT_TATWEEL = 2048
        GRAPHEME_IS_EMBEDDED_OBJECT = 4096
        GRAPHEME_IS_SOFT_HYPHEN = 8192

    class Hinting(IntEnum):
        """How glyphs are fitted to the pixels."""

        HINTING_NONE = 0
        HINTING_LIGHT = 1
        HINTING_NORMAL = 2

    class SubpixelPositioning(IntEnum):
        """Between which parts of pixels glyphs are placed."""

        SUBPIXEL_POSITIONING_DISABLED = 0
        SUBPIXEL_POSITIONING_AUTO = 1
        SUBPIXEL_POSITIONING_ONE_HALF = 2
        SUBPIXEL_POSITIONING_ONE_QUARTER = 3
        SUBPIXEL_POSITIONING_ONE_HALF_MAX_SIZE = 20
        SUBPIXEL_POSITIONING_ONE_QUARTER_MAX_SIZE = 16

    class Feature(IntFlag):
        """What a text server can do."""

        FEATURE_SIMPLE_LAYOUT = 1
        FEATURE_BIDI_LAYOUT = 2
        FEATURE_VERTICAL_LAYOUT = 4
        FEATURE_SHAPING = 8
        FEATURE_KASHIDA_JUSTIFICATION = 16
        FEATURE_BREAK_ITERATORS = 32
        FEATURE_FONT_BITMAP = 64
        FEATURE_FONT_DYNAMIC = 128
        FEATURE_FONT_MSDF = 256
        FEATURE_FONT_SYSTEM = 512
        FEATURE_FONT_VARIABLE = 1024
        FEATURE_CONTEXT_SENSITIVE_CASE_CONVERSION = 2048
        FEATURE_USE_SUPPORT_DATA = 4096
        FEATURE_UNICODE_IDENTIFIERS = 8192
        FEATURE_UNICODE_SECURITY = 16384

    class ContourPointTag(IntEnum):
        """Kinds of points of outlines."""

        CONTOUR_CURVE_TAG_ON = 1
        CONTOUR_CURVE_TAG_OFF_CONIC = 0
        CONTOUR_CURVE_TAG_OFF_CUBIC = 2

    class SpacingType(IntEnum):
        """What extra pixels are added to."""

        SPACING_GLYPH = 0
        SPACING_SPACE = 1
        SPACING_TOP = 2
        SPACING_BOTTOM = 3
        SPACING_MAX = 4

    class FontStyle(IntFlag):
        """How a font looks."""

        FONT_BOLD = 1
        FONT_ITALIC = 2
        FONT_FIXED_WIDTH = 4

    class StructuredTextParser(IntEnum):
        """Kinds of texts whose parts keep their order."""

        STRUCTURED_TEXT_DEFAULT = 0
        STRUCTURED_TEXT_URI = 1
        STRUCTURED_TEXT_FILE = 2
        STRUCTURED_TEXT_EMAIL = 3
        STRUCTURED_TEXT_LIST = 4
        STRUCTURED_TEXT_GDSCRIPT = 5
        STRUCTURED_TEXT_CUSTOM = 6

    class FixedSizeScaleMode(IntEnum):
        """How fonts of a fixed size are scaled."""

        FIXED_SIZE_SCALE_DISABLE = 0
        FIXED_SIZE_SCALE_INTEGER_ONLY = 1
        FIXED_SIZE_SCALE_ENABLED = 2

    FONT_ANTIALIASING_NONE = FontAntialiasing.FONT_ANTIALIASING_NONE
    FONT_ANTIALIASING_GRAY = FontAntialiasing.FONT_ANTIALIASING_GRAY
    FONT_ANTIALIASING_LCD = FontAntialiasing.FONT_ANTIALIASING_LCD
    FONT_LCD_SUBPIXEL_LAYOUT_NONE = FontLCDSubpixelLayout.FONT_LCD_SUBPIXEL_LAYOUT_NONE
    FONT_LCD_SUBPIXEL_LAYOUT_HRGB = FontLCDSubpixelLayout.FONT_LCD_SUBPIXEL_LAYOUT_HRGB
    FONT_LCD_SUBPIXEL_LAYOUT_HBGR = FontLCDSubpixelLayout.FONT_LCD_SUBPIXEL_LAYOUT_HBGR
    FONT_LCD_SUBPIXEL_LAYOUT_VRGB = FontLCDSubpixelLayout.FONT_LCD_SUBPIXEL_LAYOUT_VRGB
    FONT_LCD_SUBPIXEL_LAYOUT_VBGR = FontLCDSubpixelLayout.FONT_LCD_SUBPIXEL_LAYOUT_VBGR
    FONT_LCD_SUBPIXEL_LAYOUT_MAX = FontLCDSubpixelLayout.FONT_LCD_SUBPIXEL_LAYOUT_MAX
    DIRECTION_AUTO = Direction.DIRECTION_AUTO
    DIRECTION_LTR = Direction.DIRECTION_LTR
    DIRECTION_RTL = Direction.DIRECTION_RTL
    DIRECTION_INHERITED = Direction.DIRECTION_INHERITED
    ORIENTATION_HORIZONTAL = Orientation.ORIENTATION_HORIZONTAL
    ORIENTATION_VERTICAL = Orientation.ORIENTATION_VERTICAL
    JUSTIFICATION_NONE = JustificationFlag.JUSTIFICATION_NONE
    JUSTIFICATION_KASHIDA = JustificationFlag.JUSTIFICATION_KASHIDA
    JUSTIFICATION_WORD_BOUND = JustificationFlag.JUSTIFICATION_WORD_BOUND
    JUSTIFICATION_TRIM_EDGE_SPACES = JustificationFlag.JUSTIFICATION_TRIM_EDGE_SPACES
    JUSTIFICATION_AFTER_LAST_TAB = JustificationFlag.JUSTIFICATION_AFTER_LAST_TAB
    JUSTIFICATION_CONSTRAIN_ELLIPSIS = JustificationFlag.JUSTIFICATION_CONSTRAIN_ELLIPSIS
    JUSTIFICATION_SKIP_LAST_LINE = JustificationFlag.JUSTIFICATION_SKIP_LAST_LINE
    JUSTIFICATION_SKIP_LAST_LINE_WITH_VISIBLE_CHARS = (
        JustificationFlag.JUSTIFICATION_SKIP_LAST_LINE_WITH_VISIBLE_CHARS
    )
    JUSTIFICATION_DO_NOT_SKIP_SINGLE_LINE = JustificationFlag.JUSTIFICATION_DO_NOT_SKIP_SINGLE_LINE
    AUTOWRAP_OFF = AutowrapMode.AUTOWRAP_OFF
    AUTOWRAP_ARBITRARY = AutowrapMode.AUTOWRAP_ARBITRARY
    AUTOWRAP_WORD = AutowrapMode.AUTOWRAP_WORD
    AUTOWRAP_WORD_SMART = AutowrapMode.AUTOWRAP_WORD_SMART
    BREAK_NONE = LineBreakFlag.BREAK_NONE
    BREAK_MANDATORY = LineBreakFlag.BREAK_MANDATORY
    BREAK_WORD_BOUND = LineBreakFlag.BREAK_WORD_BOUND
    BREAK_GRAPHEME_BOUND = LineBreakFlag.BREAK_GRAPHEME_BOUND
    BREAK_ADAPTIVE = LineBreakFlag.BREAK_ADAPTIVE
    BREAK_TRIM_EDGE_SPACES = LineBreakFlag.BREAK_TRIM_EDGE_SPACES
    BREAK_TRIM_INDENT = LineBreakFlag.BREAK_TRIM_INDENT
    BREAK_TRIM_START_EDGE_SPACES = LineBreakFlag.BREAK_TRIM_START_EDGE_SPACES
    BREAK_TRIM_END_EDGE_SPACES = LineBreakFlag.BREAK_TRIM_END_EDGE_SPACES
    VC_CHARS_BEFORE_SHAPING = VisibleCharactersBehavior.VC_CHARS_BEFORE_SHAPING
    VC_CHARS_AFTER_SHAPING = VisibleCharactersBehavior.VC_CHARS_AFTER_SHAPING
    VC_GLYPHS_AUTO = VisibleCharactersBehavior.VC_GLYPHS_AUTO
    VC_GLYPHS_LTR = VisibleCharactersBehavior.VC_GLYPHS_LTR
    VC_GLYPHS_RTL = VisibleCharactersBehavior.VC_GLYPHS_RTL
    OVERRUN_NO_TRIMMING = OverrunBehavior.OVERRUN_NO_TRIMMING
    OVERRUN_TRIM_CHAR = OverrunBehavior.OVERRUN_TRIM_CHAR
    OVERRUN_TRIM_WORD = OverrunBehavior.OVERRUN_TRIM_WORD
    OVERRUN_TRIM_ELLIPSIS = OverrunBehavior.OVERRUN_TRIM_ELLIPSIS
    OVERRUN_TRIM_WORD_ELLIPSIS = OverrunBehavior.OVERRUN_TRIM_WORD_ELLIPSIS
    OVERRUN_TRIM_ELLIPSIS_FORCE = OverrunBehavior.OVERRUN_TRIM_ELLIPSIS_FORCE
    OVERRUN_TRIM_WORD_ELLIPSIS_FORCE = OverrunBehavior.OVERRUN_TRIM_WORD_ELLIPSIS_FORCE
    OVERRUN_NO_TRIM = TextOverrunFlag.OVERRUN_NO_TRIM
    OVERRUN_TRIM = TextOverrunFlag.OVERRUN_TRIM
    OVERRUN_TRIM_WORD_ONLY = TextOverrunFlag.OVERRUN_TRIM_WORD_ONLY
    OVERRUN_ADD_ELLIPSIS = TextOverrunFlag.OVERRUN_ADD_ELLIPSIS
    OVERRUN_ENFORCE_ELLIPSIS = TextOverrunFlag.OVERRUN_ENFORCE_ELLIPSIS
    OVERRUN_JUSTIFICATION_AWARE = TextOverrunFlag.OVERRUN_JUSTIFICATION_AWARE
    OVERRUN_SHORT_STRING_ELLIPSIS = TextOverrunFlag.OVERRUN_SHORT_STRING_ELLIPSIS
    GRAPHEME_IS_VALID = GraphemeFlag.GRAPHEME_IS_VALID
    GRAPHEME_IS_RTL = GraphemeFlag.GRAPHEME_IS_RTL
    GRAPHEME_IS_VIRTUAL = GraphemeFlag.GRAPHEME_IS_VIRTUAL
    GRAPHEME_IS_SPACE = GraphemeFlag.GRAPHEME_IS_SPACE
    GRAPHEME_IS_BREAK_HARD = GraphemeFlag.GRAPHEME_IS_BREAK_HARD
    GRAPHEME_IS_BREAK_SOFT = GraphemeFlag.GRAPHEME_IS_BREAK_SOFT
    GRAPHEME_IS_TAB = GraphemeFlag.GRAPHEME_IS_TAB
    GRAPHEME_IS_ELONGATION = GraphemeFlag.GRAPHEME_IS_ELONGATION
    GRAPHEME_IS_PUNCTUATION = GraphemeFlag.GRAPHEME_IS_PUNCTUATION
    GRAPHEME_IS_UNDERSCORE = GraphemeFlag.GRAPHEME_IS_UNDERSCORE
    GRAPHEME_IS_CONNECTED = GraphemeFlag.GRAPHEME_IS_CONNECTED
    GRAPHEME_IS_SAFE_TO_INSERT_TATWEEL = GraphemeFlag.GRAPHEME_IS_SAFE_TO_INSERT_TATWEEL
    GRAPHEME_IS_EMBEDDED_OBJECT = GraphemeFlag.GRAPHEME_IS_EMBEDDED_OBJECT
    GRAPHEME_IS_SOFT_HYPHEN = GraphemeFlag.GRAPHEME_IS_SOFT_HYPHEN
    HINTING_NONE = Hinting.HINTING_NONE
    HINTING_LIGHT = Hinting.HINTING_LIGHT
    HINTING_NORMAL = Hinting.HINTING_NORMAL
    SUBPIXEL_POSITIONING_DISABLED = SubpixelPositioning.SUBPIXEL_POSITIONING_DISABLED
    SUBPIXEL_POSITIONING_AUTO = SubpixelPositioning.SUBPIXEL_POSITIONING_AUTO
    SUBPIXEL_POSITIONING_ONE_HALF = SubpixelPositioning.SUBPIXEL_POSITIONING_ONE_HALF
    SUBPIXEL_POSITIONING_ONE_QUARTER = SubpixelPositioning.SUBPIXEL_POSITIONING_ONE_QUARTER
    SUBPIXEL_POSITIONING_ONE_HALF_MAX_SIZE = (
        SubpixelPositioning.SUBPIXEL_POSITIONING_ONE_HALF_MAX_SIZE
    )
    SUBPIXEL_POSITIONING_ONE_QUARTER_MAX_SIZE = (
        SubpixelPositioning.SUBPIXEL_POSITIONING_ONE_QUARTER_MAX_SIZE
    )
    FEATURE_SIMPLE_LAYOUT = Feature.FEATURE_SIMPLE_LAYOUT
    FEATURE_BIDI_LAYOUT = Feature.FEATURE_BIDI_LAYOUT
    FEATURE_VERTICAL_LAYOUT = Feature.FEATURE_VERTICAL_LAYOUT
    FEATURE_SHAPING = Feature.FEATURE_SHAPING
    FEATURE_KASHIDA_JUSTIFICATION = Feature.FEATURE_KASHIDA_JUSTIFICATION
    FEATURE_BREAK_ITERATORS = Feature.FEATURE_BREAK_ITERATORS
    FEATURE_FONT_BITMAP = Feature.FEATURE_FONT_BITMAP
    FEATURE_FONT_DYNAMIC = Feature.FEATURE_FONT_DYNAMIC
    FEATURE_FONT_MSDF = Feature.FEATURE_FONT_MSDF
    FEATURE_FONT_SYSTEM = Feature.FEATURE_FONT_SYSTEM
    FEATURE_FONT_VARIABLE = Feature.FEATURE_FONT_VARIABLE
    FEATURE_CONTEXT_SENSITIVE_CASE_CONVERSION = Feature.FEATURE_CONTEXT_SENSITIVE_CASE_CONVERSION
    FEATURE_USE_SUPPORT_DATA = Feature.FEATURE_USE_SUPPORT_DATA
    FEATURE_UNICODE_IDENTIFIERS = Feature.FEATURE_UNICODE_IDENTIFIERS
    FEATURE_UNICODE_SECURITY = Feature.FEATURE_UNICODE_SECURITY
    CONTOUR_CURVE_TAG_ON = ContourPointTag.CONTOUR_CURVE_TAG_ON
    CONTOUR_CURVE_TAG_OFF_CONIC = ContourPointTag.CONTOUR_CURVE_TAG_OFF_CONIC
    CONTOUR_CURVE_TAG_OFF_CUBIC = ContourPointTag.CONTOUR_CURVE_TAG_OFF_CUBIC
    SPACING_GLYPH = SpacingType.SPACING_GLYPH
    SPACING_SPACE = SpacingType.SPACING_SPACE
    SPACING_TOP = SpacingType.SPACING_TOP
    SPACING_BOTTOM = SpacingType.SPACING_BOTTOM
    SPACING_MAX = SpacingType.SPACING_MAX
    FONT_BOLD = FontStyle.FONT_BOLD
    FONT_ITALIC = FontStyle.FONT_ITALIC
    FONT_FIXED_WIDTH = FontStyle.FONT_FIXED_WIDTH
    STRUCTURED_TEXT_DEFAULT = StructuredTextParser.STRUCTURED_TEXT_DEFAULT
    STRUCTURED_TEXT_URI = StructuredTextParser.STRUCTURED_TEXT_URI
    STRUCTURED_TEXT_FILE = StructuredTextParser.STRUCTURED_TEXT_FILE
    STRUCTURED_TEXT_EMAIL = StructuredTextParser.STRUCTURED_TEXT_EMAIL
    STRUCTURED_TEXT_LIST = StructuredTextParser.STRUCTURED_TEXT_LIST
    STRUCTURED_TEXT_GDSCRIPT = StructuredTextParser.STRUCTURED_TEXT_GDSCRIPT
    STRUCTURED_TEXT_CUSTOM = StructuredTextParser.STRUCTURED_TEXT_CUSTOM
    FIXED_SIZE_SCALE_DISABLE = FixedSizeScaleMode.FIXED_SIZE_SCALE_DISABLE
    FIXED_SIZE_SCALE_INTEGER_ONLY = FixedSizeScaleMode.FIXED_SIZE_SCALE_INTEGER_ONLY
    FIXED_SIZE_SCALE_ENABLED = FixedSizeScaleMode.FIXED_SIZE_SCALE_ENABLED

    def get_name(self) -> str:
        """The name of this text server."""
        return "ICU / HarfBuzz / Graphite (Built-in)"

    def has_feature(self, feature: int) -> bool:
        """Whether it can do something: a `FEATURE_*`."""
        return bool(self.get_features() & feature)

    def get_features(self) -> int:
        """All that it can do, as a sum of `FEATURE_*`."""
        missing = (
            TextServer.FEATURE_VERTICAL_LAYOUT
            | TextServer.FEATURE_KASHIDA_JUSTIFICATION
            | TextServer.FEATURE_FONT_BITMAP
            | TextServer.FEATURE_FONT_MSDF
            | TextServer.FEATURE_USE_SUPPORT_DATA
            | TextServer.FEATURE_UNICODE_SECURITY
        )
        return int(0x7FFF & ~missing)

    def is_locale_right_to_left(self, locale: str) -> bool:
        """Whether a language is written to the left."""
        return str(locale).replace("-", "_").split("_")[0] in (
            "ar", "dv", "fa", "ha", "he", "ks", "ku", "ps", "sd", "syr", "ug", "ur", "yi",
        )  # fmt: skip

    def name_to_tag(self, name: str) -> int:
        """The number of an OpenType name of four letters."""
        letters = f"{name!s:<4}".encode("latin-1", "replace")[:4]
        return int.from_bytes(letters, "big")

    def tag_to_name(self, tag: int) -> str:
        """The four letters of an OpenType number."""
        return (tag & 0xFFFFFFFF).to_bytes(4, "big").decode("latin-1").rstrip()

    def get_hex_code_box_size(self, size: int, index: int) -> Vector2:
        """Size of the box that stands for a character that no font has."""
        return Vector2(*hex_box_size(size, index))

    def format_number(self, number: str, language: str = "") -> str:
        """A number in the digits of a language."""
        return str(number)

    def parse_number(self, number: str, language: str = "") -> str:
        """A number in the digits of computers."""
        return "".join(
            str(unicodedata.digit(c)) if c.isdecimal() and not c.isascii() else c
            for c in str(number)
        )

    def percent_sign(self, language: str = "") -> str:
        """The percent sign of a language."""
        return "\u066a" if str(language)[:2] in ("ar", "fa", "ps", "sd", "ur") else "%"

    def string_get_word_breaks(
        self, string: str, language: str = "", chars_per_line: int = 0
    ) -> PackedInt32Array:
        """Starts and ends of the words, in pairs."""
        pairs = _text_breaks.word_breaks(str(string))
        return PackedInt32Array([place for pair in pairs for place in pair])

    def string_get_character_breaks(self, string: str, language: str = "") -> PackedInt32Array:
        """Behind which characters a caret can stand."""
        text = str(string)
        return PackedInt32Array(
            place
            for place in range(1, len(text) + 1)
            if place == len(text) or not unicodedata.combining(text[place])
        )

    def strip_diacritics(self, string: str) -> str:
        """The text without accents and the like."""
        apart = unicodedata.normalize("NFD", str(string))
        return unicodedata.normalize("NFC", "".join(c for c in apart if not _is_mark(c)))

    def is_valid_identifier(self, string: str) -> bool:
        """Whether the text could be a name in a program."""
        return str(string).isidentifier()

    def is_valid_letter(self, unicode: int) -> bool:
        """Whether a character is a letter."""
        return 0 <= unicode <= 0x10FFFF and chr(unicode).isalpha()

    def string_to_upper(self, string: str, language: str = "") -> str:
        """The text in capitals."""
        return str(string).upper()

    def string_to_lower(self, string: str, language: str = "") -> str:
        """The text in small letters."""
        return str(string).lower()

    def string_to_title(self, string: str, language: str = "") -> str:
        """The text with capitals at the start of words."""
        return str(string).title()

    def is_confusable(self, string: str, dict: object) -> int:
        """Which of some names looks like the text; -1, for looks are not compared here."""
        return -1

    def spoof_check(self, string: str) -> bool:
        """Whether the text mixes scripts to deceive; that is not looked into here."""
        return False


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) == "Mn"


class TextServerManagerSingleton(Object):
    """Gives the text server. There is one, `TextServerManager`."""

    _class_name = "TextServerManager"

    interface_added = Signal("interface_name")
    interface_removed = Signal("interface_name")

    def __init__(self) -> None:
        super().__init__()
        self._interfaces: list[TextServer] = []

    def get_interface_count(self) -> int:
        """How many text servers there are."""
        return len(self._all())

    def get_interface(self, idx: int) -> TextServer:
        """A text server by number."""
        return self._all()[idx]

    def get_interfaces(self) -> list[dict[str, object]]:
        """Number and name of each text server."""
        return [{"id": place, "name": one.get_name()} for place, one in enumerate(self._all())]

    def find_interface(self, name: str) -> TextServer | None:
        """A text server by name."""
        return next((one for one in self._all() if one.get_name() == name), None)

    def get_primary_interface(self) -> TextServer:
        """The text server in use."""
        return self._all()[0]

    def set_primary_interface(self, index: TextServer) -> None:
        """Puts a text server first."""
        others = [one for one in self._all() if one is not index]
        self._interfaces = [index, *others]

    def add_interface(self, interface: TextServer) -> None:
        """Adds a text server."""
        self._all().append(interface)
        self._emit_if_heard("interface_added", interface.get_name())

    def remove_interface(self, interface: TextServer) -> None:
        """Takes a text server out."""
        self._interfaces = [one for one in self._all() if one is not interface]
        self._emit_if_heard("interface_removed", interface.get_name())

    def _all(self) -> list[TextServer]:
        if not self._interfaces:
            self._interfaces = [TextServer()]
        return self._interfaces


TextServerManager = TextServerManagerSingleton()
