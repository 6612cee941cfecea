"""`Label`: a text that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui import _text_drawing
from engine.gui._label_lines import LabelLines
from engine.gui.control import Control
from engine.servers import canvas
from engine.servers._glyph import Glyph, runs_of
from engine.servers._shaped_carets import clusters
from engine.servers._shaped_text import ShapedText
from engine.servers.text_server import TextServer

_FILL = 3
_LOOKS_CHANGE = (
    Control.NOTIFICATION_THEME_CHANGED,
    Control.NOTIFICATION_ENTER_TREE,
    Control.NOTIFICATION_LAYOUT_DIRECTION_CHANGED,
)


class _Place(NamedTuple):
    """A visible line: its number, text, and the top left of its glyphs."""

    number: int
    line: ShapedText
    x: float
    y: float


class _Looks(NamedTuple):
    """Colours and sizes that a label is drawn with."""

    color: Color
    outline_size: int
    outline_color: Color
    shadow_color: Color
    shadow_offset: Vector2
    shadow_size: int


class Label(LabelLines):
    """Shows a text in one look, aligned, wrapped or cut off.

    Its minimum size is that of the text, unless `autowrap_mode`, `clip_text` or
    `text_overrun_behavior` make it flexible. For text in several looks see `RichTextLabel`.
    """

    _stored: ClassVar[tuple[str, ...]] = (
        "text", "label_settings", "horizontal_alignment", "vertical_alignment", "autowrap_mode",
        "autowrap_trim_flags", "justification_flags", "paragraph_separator", "clip_text",
        "text_overrun_behavior", "ellipsis_char", "uppercase", "tab_stops", "lines_skipped",
        "max_lines_visible", "visible_characters", "visible_characters_behavior",
        "visible_ratio", "text_direction", "language", "structured_text_bidi_override",
        "structured_text_bidi_override_options",
    )  # fmt: skip

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == Control.NOTIFICATION_DRAW:
            self._draw_text()
        elif what == Control.NOTIFICATION_RESIZED:
            self._dirty = True  # another width may need another height
            self._measured = None
        elif what == Control.NOTIFICATION_TRANSLATION_CHANGED:
            self._text_changed()
            self.queue_redraw()
            self.update_minimum_size()
        elif what in _LOOKS_CHANGE:
            self._text_changed()
            self.queue_redraw()

    # Drawing -------------------------------------------------------------------------------------

    def _looks(self) -> _Looks:
        settings = self._label_settings
        if settings is not None:
            return _Looks(
                settings.font_color,
                settings.outline_size,
                settings.outline_color,
                settings.shadow_color,
                settings.shadow_offset,
                settings.shadow_size,
            )
        constant = self.get_theme_constant
        return _Looks(
            self.get_theme_color("font_color"),
            constant("outline_size"),
            self.get_theme_color("font_outline_color"),
            self.get_theme_color("font_shadow_color"),
            Vector2(constant("shadow_offset_x"), constant("shadow_offset_y")),
            constant("shadow_outline_size"),
        )

    def _draw_text(self) -> None:
        commands = self._commands
        self._box().draw(self.get_canvas_item(), Rect2(0.0, 0.0, self._w, self._h))
        self._all_lines()
        if not self._shown_text():
            return
        looks = self._looks()
        if self._clip_text:
            commands.append((canvas.CLIP, 0.0, 0.0, self._w, self._h))
        places = list(self._places())
        self._draw_layers(places, looks)
        if self._clip_text:
            commands.append((canvas.CLIP_END,))

    def _draw_layers(self, places: list[_Place], looks: _Looks) -> None:
        settings = self._label_settings
        for shadow in reversed(settings._shadows) if settings is not None else ():
            if shadow.color.a > 0.0:
                self._draw_all(places, shadow.color, 0, shadow.offset)
                if shadow.outline_size > 0:
                    self._draw_all(places, shadow.color, shadow.outline_size, shadow.offset)
        if looks.shadow_color.a > 0.0:
            self._draw_all(places, looks.shadow_color, 0, looks.shadow_offset)
            if looks.shadow_size > 0:
                self._draw_all(places, looks.shadow_color, looks.shadow_size, looks.shadow_offset)
        width = looks.outline_size
        stacked: list[tuple[int, Color]] = []
        for outline in settings._outlines if settings is not None else ():
            width += outline.size
            stacked.append((width, outline.color))
        for size, color in reversed(stacked):
            self._draw_all(places, color, size)
        if looks.outline_size > 0 and looks.outline_color.a > 0.0:
            self._draw_all(places, looks.outline_color, looks.outline_size)
        self._draw_all(places, looks.color)

    def _draw_all(
        self, places: list[_Place], color: Color, outline: int = 0, moved: Vector2 = Vector2.ZERO
    ) -> None:
        paint = _text_drawing.rgba(color)
        left = self._glyphs_left()
        for place in places:
            x, y = place.x + moved.x, place.y + place.line.get_ascent() + moved.y
            runs = place.line.runs()
            if left is not None:
                shown, left = self._first_glyphs(place.line, left)
                runs = runs_of(shown)
            for run in runs:
                self._commands.append((canvas.TEXT, run, x, y, paint, outline))

    def _glyphs_left(self) -> int | None:
        """How many glyphs show, when that is limited after shaping; None for all."""
        if self._visible_characters < 0 or not self._visible_behavior:
            return None
        return self._visible_characters

    def _first_glyphs(self, line: ShapedText, left: int) -> tuple[list[Glyph], int]:
        glyphs = line.shown_glyphs()
        if self._visible_behavior == TextServer.VC_CHARS_AFTER_SHAPING:
            return [glyph for glyph in glyphs if glyph.end - line.start <= left], max(
                left - (line.end - line.start), 0
            )
        rtl = self._visible_behavior == TextServer.VC_GLYPHS_RTL or (
            self._visible_behavior == TextServer.VC_GLYPHS_AUTO and self.is_layout_rtl()
        )
        kept = glyphs[len(glyphs) - min(left, len(glyphs)) :] if rtl else glyphs[:left]
        return kept, max(left - len(glyphs), 0)

    # Places --------------------------------------------------------------------------------------

    def _places(self) -> Iterator[_Place]:
        """The lines that show, at their places."""
        visible = self.get_visible_line_count()
        lines = self._all_lines()
        fitted = self._fitted_lines(visible)
        first = self._lines_skipped
        last = min(len(lines), first + visible)
        box = self._box()
        offset = box.get_offset()
        width = self._width()
        y, gap = self._top_and_gap(first, last)
        y += offset.y
        for number in range(first, last):
            line = fitted[number]
            x = offset.x + self._line_x(line, width)
            yield _Place(number, line, x, y)
            y += self._line_height(lines[number].shaped) + self._space_below(lines[number]) + gap

    def _top_and_gap(self, first: int, last: int) -> tuple[float, float]:
        lines = self._all_lines()
        total = sum(self._line_height(lines[number].shaped) for number in range(first, last))
        total += sum(self._space_below(lines[number]) for number in range(first, last - 1))
        room = self._h - float(self._box().get_minimum_size().y) - total
        if self._v_align == 1:
            return float(int(room / 2.0)), 0.0
        if self._v_align == 2:
            return room, 0.0
        if self._v_align == _FILL and last - first > 1:
            return 0.0, float(int(room / (last - first - 1)))
        return 0.0, 0.0

    def _line_x(self, line: ShapedText, width: float) -> float:
        rest = width - line.get_width()
        alignment = self._h_align
        if alignment == 1:
            return float(int(rest / 2.0))
        mirrored = self.is_layout_rtl()
        if alignment == 2:
            return 0.0 if mirrored else float(int(rest))
        if alignment == 0:
            return float(int(rest)) if mirrored else 0.0
        return float(int(rest)) if line.rtl else 0.0

    def get_character_bounds(self, pos: int) -> Rect2:
        """Where a character is, in its own coordinates; nothing when it does not show."""
        lines = self._all_lines()
        for place in self._places():
            start = lines[place.number].start
            shaped = lines[place.number].shaped
            height = self._line_height(shaped)
            if lines[place.number].ends_paragraph and pos == start + shaped.end:
                return Rect2(place.x + place.line.shown_width, place.y, 0.0, height)
            if not start + shaped.start <= pos < start + shaped.end:
                continue
            for glyph, x, width in clusters(place.line):
                if glyph.start <= pos - start < glyph.end:
                    return Rect2(place.x + x, place.y, width, height)
        return Rect2()
