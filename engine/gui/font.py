"""`Font`: what text is set in, and measures and draws it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self

from engine.core.accessors import accessors
from engine.core.callable import Callable
from engine.core.color import Color
from engine.core.resource import Resource
from engine.core.rid import RID, rid_with_id
from engine.core.transform2d import Transform2D
from engine.core.vector2 import Vector2
from engine.gui import _text_drawing
from engine.gui._text_drawing import Target
from engine.servers._font_stack import FontEntry, FontStack
from engine.servers._shaped_text import ShapedText
from engine.servers.text_server import TextServer

if TYPE_CHECKING:
    from engine.servers._font_face import Features

_WHITE = Color(1, 1, 1, 1)
_UPRIGHT = Transform2D()
_CACHED = 256


class Font(Resource):
    """The base of fonts: a list of faces, and other fonts that help out (`fallbacks`).

    Sizes are in pixels. Text is never refused: what no font has, not even one of the system's,
    shows as a box with the character's number.
    """

    _stored: ClassVar[tuple[str, ...]] = ("fallbacks",)
    _own: ClassVar[tuple[str, ...]] = ("_fallbacks", "_lines", "_known_stack")

    _fallbacks: list[Font]
    _known_stack: FontStack | None
    _lines: OrderedDict[tuple[str, int, int], ShapedText]

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._fallbacks = []
        self._known_stack = None
        self._lines = OrderedDict()
        return self

    # Faces ---------------------------------------------------------------------------------------

    def _entries(self) -> list[FontEntry]:
        """The faces of this font alone."""
        return []

    def _stack(self) -> FontStack:
        """All faces, in the order in which they are asked."""
        if self._known_stack is None:
            self._known_stack = FontStack(self._all_entries([self]))
        return self._known_stack

    def _all_entries(self, seen: list[Font]) -> list[FontEntry]:
        entries = self._entries()
        for font in self._fallbacks:
            if font is not None and not any(font is one for one in seen):
                seen.append(font)
                entries = entries + font._all_entries(seen)
        return entries

    def _forget(self) -> None:
        """What was measured is no longer right; emits `changed`."""
        self._known_stack = None
        self._lines.clear()
        self.emit_changed()

    def set_fallbacks(self, fallbacks: Sequence[Font]) -> None:
        """The fonts to take characters from that this one does not have."""
        for font in self._fallbacks:
            self._watch(font, False)
        self._fallbacks = list(fallbacks)
        for font in self._fallbacks:
            self._watch(font, True)
        self._forget()

    def _watch(self, font: Font | None, on: bool) -> None:
        """Listens to another font's changes, or no longer."""
        if font is None or font is self:
            return
        listener = Callable(self, "_forget")
        connected = font.changed.is_connected(listener)
        if on and not connected:
            font.changed.connect(listener, Resource.CONNECT_REFERENCE_COUNTED)
        elif connected and not on:
            font.changed.disconnect(listener)

    def get_fallbacks(self) -> list[Font]:
        """The fonts to take characters from that this one does not have."""
        return self._fallbacks

    fallbacks = accessors(get_fallbacks, set_fallbacks)

    def find_variation(
        self,
        variation_coordinates: dict[Any, Any],
        face_index: int = 0,
        strength: float = 0.0,
        transform: Transform2D = _UPRIGHT,
        spacing_top: int = 0,
        spacing_bottom: int = 0,
        spacing_space: int = 0,
        spacing_glyph: int = 0,
        baseline_offset: float = 0.0,
    ) -> RID:
        """The handle of this font in another look."""
        return self._get_rid()

    def get_rids(self) -> list[RID]:
        """The handles of this font's faces and those of its fallbacks."""
        return [rid_with_id(id(entry.face)) for entry in self._stack().entries]

    def _get_rid(self) -> RID:
        entries = self._stack().entries
        return rid_with_id(id(entries[0].face)) if entries else RID()

    def set_cache_capacity(self, single_line: int, multi_line: int) -> None:
        """How many measured texts it remembers; a fixed number here."""

    # Measures ------------------------------------------------------------------------------------

    def get_height(self, font_size: int = 16) -> float:
        """Height of a line: ascent and descent."""
        return self._stack().height(font_size)

    def get_ascent(self, font_size: int = 16) -> float:
        """Pixels above the baseline."""
        return self._stack().ascent(font_size)

    def get_descent(self, font_size: int = 16) -> float:
        """Pixels below the baseline."""
        return self._stack().descent(font_size)

    def get_underline_position(self, font_size: int = 16) -> float:
        """Pixels from the baseline down to an underline's middle."""
        return self._stack().underline(font_size)[0]

    def get_underline_thickness(self, font_size: int = 16) -> float:
        """How thick an underline is, in pixels."""
        return self._stack().underline(font_size)[1]

    def get_char_size(self, char: int, font_size: int) -> Vector2:
        """Advance of a single character and height of a line; no width when it is missing."""
        for entry in self._stack().entries:
            glyph = entry.face.glyph(char)
            if glyph:
                width = entry.face.whole_advance(glyph, font_size)
                return Vector2(width, self.get_height(font_size))
        return Vector2()

    def get_string_size(
        self,
        text: str,
        alignment: int = 0,
        width: float = -1,
        font_size: int = 16,
        justification_flags: int = 3,
        direction: int = 0,
        orientation: int = 0,
    ) -> Vector2:
        """Size of a text in one line, in whole pixels."""
        return Vector2(*self._line(str(text), font_size, direction).get_size())

    def get_multiline_string_size(
        self,
        text: str,
        alignment: int = 0,
        width: float = -1,
        font_size: int = 16,
        max_lines: int = -1,
        brk_flags: int = 3,
        justification_flags: int = 3,
        direction: int = 0,
        orientation: int = 0,
    ) -> Vector2:
        """Size of a text that is broken into lines, in whole pixels."""
        lines = self._block(str(text), width, font_size, max_lines, brk_flags, direction)
        sizes = [line.get_size() for line in lines]
        return Vector2(max((w for w, _ in sizes), default=0.0), sum(h for _, h in sizes))

    def _line(self, text: str, size: int, direction: int = 0) -> ShapedText:
        key = (text, size, direction)
        line = self._lines.get(key)
        if line is None:
            line = ShapedText(direction)
            line.add_text(text, self._stack(), size)
            self._lines[key] = line
            if len(self._lines) > _CACHED:
                self._lines.popitem(last=False)
        else:
            self._lines.move_to_end(key)
        return line

    def _block(
        self, text: str, width: float, size: int, max_lines: int, flags: int, direction: int
    ) -> list[ShapedText]:
        whole = self._line(text, size, direction)
        pieces = _text_drawing.broken(whole, width, flags)
        return pieces[:max_lines] if max_lines > 0 else pieces

    # Drawing -------------------------------------------------------------------------------------

    def draw_string(
        self,
        canvas_item: Target,
        pos: Vector2,
        text: str,
        alignment: int = 0,
        width: float = -1,
        font_size: int = 16,
        modulate: Color = _WHITE,
        justification_flags: int = 3,
        direction: int = 0,
        orientation: int = 0,
        oversampling: float = 0.0,
    ) -> None:
        """Draws a text in one line; `pos` is on the baseline, at its left.

        Args:
            canvas_item: the handle of a canvas item (or the item itself).
            pos: where the pen starts.
            text: what is drawn.
            alignment: `HORIZONTAL_ALIGNMENT_*` within `width`.
            width: what does not fit is cut off; below 0 for any.
            font_size: in pixels.
            modulate: the colour.
            justification_flags: how it is stretched with `HORIZONTAL_ALIGNMENT_FILL`.
            direction: which way it runs.
            orientation: always across here.
            oversampling: always that of the window here.
        """
        line = self._line(str(text), font_size, direction)
        style = _text_drawing.Style(alignment, width, justification_flags)
        _text_drawing.draw_line(canvas_item, line, pos, style, modulate)

    def draw_string_outline(
        self,
        canvas_item: Target,
        pos: Vector2,
        text: str,
        alignment: int = 0,
        width: float = -1,
        font_size: int = 16,
        size: int = 1,
        modulate: Color = _WHITE,
        justification_flags: int = 3,
        direction: int = 0,
        orientation: int = 0,
        oversampling: float = 0.0,
    ) -> None:
        """Draws the outline of a text, `size` pixels thick; see `draw_string`."""
        line = self._line(str(text), font_size, direction)
        style = _text_drawing.Style(alignment, width, justification_flags)
        _text_drawing.draw_line(canvas_item, line, pos, style, modulate, size)

    def draw_multiline_string(
        self,
        canvas_item: Target,
        pos: Vector2,
        text: str,
        alignment: int = 0,
        width: float = -1,
        font_size: int = 16,
        max_lines: int = -1,
        modulate: Color = _WHITE,
        brk_flags: int = 3,
        justification_flags: int = 3,
        direction: int = 0,
        orientation: int = 0,
        oversampling: float = 0.0,
    ) -> None:
        """Draws a text in lines; `pos` is on the first one's baseline. See `draw_string`."""
        lines = self._block(str(text), width, font_size, max_lines, brk_flags, direction)
        style = _text_drawing.Style(alignment, width, justification_flags)
        _text_drawing.draw_block(canvas_item, lines, pos, style, modulate)

    def draw_multiline_string_outline(
        self,
        canvas_item: Target,
        pos: Vector2,
        text: str,
        alignment: int = 0,
        width: float = -1,
        font_size: int = 16,
        max_lines: int = -1,
        size: int = 1,
        modulate: Color = _WHITE,
        brk_flags: int = 3,
        justification_flags: int = 3,
        direction: int = 0,
        orientation: int = 0,
        oversampling: float = 0.0,
    ) -> None:
        """Draws the outline of a text in lines, `size` pixels thick; see `draw_string`."""
        lines = self._block(str(text), width, font_size, max_lines, brk_flags, direction)
        style = _text_drawing.Style(alignment, width, justification_flags)
        _text_drawing.draw_block(canvas_item, lines, pos, style, modulate, size)

    def draw_char(
        self,
        canvas_item: Target,
        pos: Vector2,
        char: int,
        font_size: int,
        modulate: Color = _WHITE,
        oversampling: float = 0.0,
    ) -> float:
        """Draws a single character and gives its advance."""
        return self.draw_char_outline(canvas_item, pos, char, font_size, 0, modulate)

    def draw_char_outline(
        self,
        canvas_item: Target,
        pos: Vector2,
        char: int,
        font_size: int,
        size: int = -1,
        modulate: Color = _WHITE,
        oversampling: float = 0.0,
    ) -> float:
        """Draws the outline of a single character and gives its advance."""
        advance: float = self.get_char_size(char, font_size).x
        if advance > 0.0:
            line = self._line(chr(char), font_size)
            _text_drawing.draw_runs(canvas_item, line, pos.x, pos.y, modulate, max(size, 0))
        return advance

    # Facts ---------------------------------------------------------------------------------------

    def get_font_name(self) -> str:
        """The family's name."""
        return ""

    def get_font_style_name(self) -> str:
        """The style's name."""
        return ""

    def get_ot_name_strings(self) -> dict[str, Any]:
        """The names that the font file holds."""
        return {}

    def get_font_style(self) -> TextServer.FontStyle:
        """Whether it is bold, italic or of fixed width: a sum of `TextServer.FONT_*`."""
        return TextServer.FontStyle(0)

    def get_font_weight(self) -> int:
        """How bold it is: 400 is regular, 700 bold."""
        return 400

    def get_font_stretch(self) -> int:
        """How wide it is, in percent."""
        return 100

    def get_spacing(self, spacing: int) -> int:
        """Pixels added to a `TextServer.SPACING_*`."""
        return 0

    def get_opentype_features(self) -> dict[Any, Any]:
        """OpenType features in use."""
        return {}

    def _features(self) -> Features:
        tag = TextServer.tag_to_name
        return tuple(
            (tag(TextServer, key) if isinstance(key, int) else str(key), int(value))  # type: ignore[arg-type]
            for key, value in self.get_opentype_features().items()
        )

    def has_char(self, char: int) -> bool:
        """Whether it or a fallback has a character."""
        return any(entry.face.glyph(char) for entry in self._stack().entries)

    def get_supported_chars(self) -> str:
        """All characters that it and its fallbacks have."""
        codes: set[int] = set()
        for entry in self._stack().entries:
            codes.update(entry.face.hb_face().unicodes)
        return "".join(chr(code) for code in sorted(codes))

    def is_language_supported(self, language: str) -> bool:
        """Whether it is meant for a language; any here."""
        return bool(self._stack())

    def is_script_supported(self, script: str) -> bool:
        """Whether it is meant for a script; any here."""
        return bool(self._stack())

    def get_supported_feature_list(self) -> dict[Any, Any]:
        """OpenType features that it has."""
        return {}

    def get_supported_variation_list(self) -> dict[Any, Any]:
        """Axes along which it varies: tag to least, greatest and default value."""
        return {}

    def get_face_count(self) -> int:
        """How many faces its file holds."""
        return len(self._entries())
