"""`Label`: a text that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple

from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui import _text_drawing
from engine.gui._label_lines import LabelLine, LabelLines
from engine.gui.control import Control
from engine.gui.style_box_empty import StyleBoxEmpty
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

    _kept_looks: tuple[Any, _Looks] | None = None  # and the theme items that they are from

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
        kept = self._kept_looks
        if kept is not None and kept[0] is self._theme_cache and self._keeps_theme():
            return kept[1]
        constant = self.get_theme_constant
        made = _Looks(
            self.get_theme_color("font_color"),
            constant("outline_size"),
            self.get_theme_color("font_outline_color"),
            self.get_theme_color("font_shadow_color"),
            Vector2(constant("shadow_offset_x"), constant("shadow_offset_y")),
            constant("shadow_outline_size"),
        )
        if self._keeps_theme():
            self._kept_looks = self._theme_cache, made
        return made

    def _draw_text(self) -> None:
        commands = self._commands
        box = self._box()
        if type(box) is not StyleBoxEmpty:
            box.draw(self.get_canvas_item(), Rect2(0.0, 0.0, self._w, self._h))
        self._all_lines()
        if not self._shown:
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
        lines, setting = self._all_lines(), self._setting()
        visible = self._fitting_count(lines, setting)
        width = self._w - float(setting.box.get_minimum_size()._x)
        fitted = [line.shaped for line in lines]
        if self._overrun or self._h_align == _FILL:
            fitted = self._fitted_lines(fitted, visible, width)
        first = self._lines_skipped
        last = min(len(lines), first + visible)
        offset = setting.box.get_offset()
        y, gap = self._top_and_gap(lines[first:last], setting.box) if self._v_align else (0.0, 0.0)
        y += offset._y
        for number in range(first, last):
            shaped = fitted[number]
            x = offset._x + self._line_x(shaped, width)
            yield _Place(number, shaped, x, y)
            line = lines[number]
            y += line.height + line.below + gap

    def _top_and_gap(self, lines: list[LabelLine], box: Any) -> tuple[float, float]:
        """Where lines begin in the height that they have, and what room is between them."""
        count = len(lines)
        total = sum([line.height for line in lines])
        total += sum([line.below for line in lines[: count - 1]])
        room = self._h - float(box.get_minimum_size()._y) - total
        if self._v_align == 1:
            return float(int(room / 2.0)), 0.0
        if self._v_align == 2:
            return room, 0.0
        if self._v_align == _FILL and count > 1:
            return 0.0, float(int(room / (count - 1)))
        return 0.0, 0.0

    def _line_x(self, line: ShapedText, width: float) -> float:
        alignment = self._h_align
        if alignment == 0 and not self.is_layout_rtl():
            return 0.0
        rest = width - line.get_width()
        if alignment == 1:
            return float(int(rest / 2.0))
        mirrored = self.is_layout_rtl()
        if alignment == 2:
            return 0.0 if mirrored else float(int(rest))
        if alignment == 0:
            return float(int(rest))
        return float(int(rest)) if line.rtl else 0.0

    def get_character_bounds(self, pos: int) -> Rect2:
        """Where a character is, in its own coordinates; nothing when it does not show."""
        lines = self._all_lines()
        for place in self._places():
            start = lines[place.number].start
            shaped = lines[place.number].shaped
            height = lines[place.number].height
            if lines[place.number].ends_paragraph and pos == start + shaped.end:
                return Rect2(place.x + place.line.shown_width, place.y, 0.0, height)
            if not start + shaped.start <= pos < start + shaped.end:
                continue
            for glyph, x, width in clusters(place.line):
                if glyph.start <= pos - start < glyph.end:
                    return Rect2(place.x + x, place.y, width, height)
        return Rect2()
