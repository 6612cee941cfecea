"""Drawing of rich text: the paragraphs that are seen, line by line, piece by piece."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple

from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.gui import _rich_effects
from engine.gui._rich_items import Block, Frame, Picture, Piece, Style, Table
from engine.gui._rich_layout import Layout
from engine.gui._rich_looks import Looks
from engine.gui._rich_scroll import RichTextScroll, character_of, place_of
from engine.gui._text_drawing import rgba
from engine.servers import _shaped_carets, canvas
from engine.servers._glyph import Glyph, GlyphRun, runs_of
from engine.servers._shaped_text import ShapedText

Rgba = tuple[float, float, float, float]
_FEW_LINES = 8


class Segment(NamedTuple):
    """Glyphs of a line in one style, or an object."""

    style: Style | None
    glyphs: list[Glyph]
    x: float
    width: float
    runs: list[GlyphRun]
    piece: Piece | None = None


class _Pen(NamedTuple):
    """Where a line is drawn: its paragraph's first character, left, top and baseline."""

    block: Block
    start: int
    line: ShapedText
    x: float
    y: float
    base: float


def segments_of(line: ShapedText) -> list[Segment]:
    """The line cut by styles, from left to right."""
    found: list[Segment] = []
    spans = line.spans
    if len(spans) == 1 and not line.objects:
        width = line.shown_width
        return [Segment(spans[0].meta, line.shown_glyphs(), 0.0, width, line.runs())]
    owner = {id(piece): piece for piece in line.objects}
    starts = {found_object.start: key for key, found_object in line.objects.items()}
    x, first, current = 0.0, 0.0, None
    glyphs: list[Glyph] = []

    def flush() -> None:
        if glyphs and current is not None:
            found.append(Segment(current.meta, list(glyphs), first, x - first, runs_of(glyphs)))
            glyphs.clear()

    for glyph in line.shown_glyphs():
        width = glyph.advance * glyph.repeat
        if glyph.flags & 4096 and glyph.start in starts:
            flush()
            piece = owner[id(starts[glyph.start])]
            found.append(Segment(piece.style, [], x, width, [], piece))
        else:
            span = next((s for s in spans if s.start <= glyph.start < s.end), spans[-1])
            if span is not current:
                flush()
                current, first = span, x
            if not glyphs:
                first = x
            glyphs.append(glyph)
        x += width
    flush()
    return found


def _parts_of(line: ShapedText) -> Iterator[tuple[Style | None, float, list[GlyphRun], Any]]:
    """Style, left, runs and object of each segment; glyphs stay unknown where they may."""
    if len(line.spans) == 1 and not line.objects:
        yield line.spans[0].meta, 0.0, line.runs(), None
        return
    for part in segments_of(line):
        yield part.style, part.x, part.runs, part.piece


class RichTextDrawing(RichTextScroll):
    """Draws what is seen."""

    _own: ClassVar[tuple[str, ...]] = (
        "_effect_time",
        "_hovered_meta",
        "_selection_ends",
        "_effect_starts",
    )

    _effect_time: float = 0.0
    _hovered_meta: Any = None
    _selection_ends: tuple[int, int] | None = None  # first character and end

    def _draw_text(self) -> None:
        self._validate()
        commands = self._commands
        item = self.get_canvas_item()
        whole = Rect2(0.0, 0.0, self._w, self._h)
        self.draw_style_box(self._box(), whole)
        if self.has_focus():
            self.draw_style_box(self.get_theme_stylebox("focus"), whole)
        left, top, width, height = self._text_area()
        if width <= 0.0 or item is None:
            return
        if self.is_layout_rtl():
            left += self._bar_width()
        self._settle_view(from_end=False)
        scroll = self._bar.get_value() if self._bar_shown else 0.0
        first = last = self._heights.at(scroll)
        offset = top + self._spare_above(height) - scroll
        gap, plainly = self._gap(), self._draws_plainly()
        for place in range(first, len(self._main.blocks)):
            y = offset + self._heights.top(place)
            if y > top + height:
                break
            last = place
            layout = self._settle(place, gap)
            if plainly and self._draw_plainly(layout, left, y):
                continue
            block = self._main.blocks[place]
            self._draw_block(block, layout, self._start_of(place), left, y, (top, top + height))
        self._forget_far_layouts(first, last)
        if commands and self._effects_in_text:
            self.set_process_internal(True)

    def _spare_above(self, height: float) -> float:
        if not self._v_align or self._bar_shown:
            return 0.0
        spare = max(height - self._heights.total(), 0.0)
        return {1: float(int(spare / 2.0)), 2: spare}.get(self._v_align, 0.0)

    # Plain paragraphs ----------------------------------------------------------------------------

    def _draws_plainly(self) -> bool:
        """Whether text shows as it is, all of it, wherever its style has no more to it."""
        shadow: Color = self.get_theme_color("font_shadow_color")
        return self._selection_ends is None and self._visible_characters < 0 and shadow.a <= 0.0

    def _draw_plainly(self, layout: Layout, left: float, top: float) -> bool:
        """Draws a paragraph of few lines of mere text; gives False for any other."""
        if layout.plain_for != self._looks_version:
            layout.plain_for = self._looks_version
            layout.plain_lines = self._plain_lines(layout)
        if layout.plain_lines is None:
            return False
        for down, ascent, line_left, runs in layout.plain_lines:
            x, base = left + line_left, top + down + ascent
            for run, part_x, color in runs:
                self._commands.append((canvas.TEXT, run, x + part_x, base, color, 0))
        return True

    def _plain_lines(self, layout: Layout) -> list[Any] | None:
        """For each line its top, ascent and left, and its runs with their places and colours."""
        if layout.prefix is not None or layout.cap is not None or len(layout.lines) > _FEW_LINES:
            return None
        found = []
        for number, line in enumerate(layout.lines):
            runs = []
            for style, part_x, part_runs, piece in _parts_of(line):
                looks = self._looks(style)
                if piece is not None or not self._is_plain(looks):
                    return None
                color = rgba(looks.color)
                runs += [(run, part_x, color) for run in part_runs]
            found.append((layout.tops[number], line.get_ascent(), layout.lefts[number], runs))
        return found

    def _is_plain(self, looks: Looks) -> bool:
        if looks.outline_size > 0 and looks.outline_color.a > 0.0:
            return False
        colors = looks.background, looks.foreground, looks.underline, looks.strike
        if any(color is not None for color in colors):
            return False
        return looks.meta is None and not looks.hint and not looks.effects

    # Paragraphs ----------------------------------------------------------------------------------

    def _draw_block(
        self,
        block: Block,
        layout: Layout,
        start: int,
        left: float,
        top: float,
        seen: tuple[float, float] | None = None,
    ) -> None:
        if layout.prefix is not None and layout.lines[0].text:
            base = top + layout.lines[0].get_ascent()
            x = left + layout.indent - layout.prefix.shown_width
            self._draw_runs(layout.prefix.runs(), x, base, rgba(self._looks(block.style).color))
        if layout.cap is not None:
            cap = layout.cap
            y = top + cap.margins.position.y + cap.shaped.get_ascent()
            x = left + layout.indent + cap.margins.position.x
            self._draw_runs(cap.shaped.runs(), x, y, rgba(cap.color))
        for number, line in enumerate(layout.lines):
            y = top + layout.tops[number]
            if seen is not None:
                if y > seen[1]:
                    break
                if y + line.get_size()[1] < seen[0]:
                    continue
            parts = layout.painted.get(number)
            if parts is None:
                parts = layout.painted[number] = segments_of(line)
            pen = _Pen(block, start, line, left + layout.lefts[number], y, y + line.get_ascent())
            self._draw_line(pen, parts)

    def _draw_line(self, pen: _Pen, parts: list[Segment]) -> None:
        for part in parts:
            self._draw_behind(pen, part)
        self._draw_selection(pen)
        for part in parts:
            if part.piece is not None:
                self._draw_object(pen, part)
            elif part.glyphs:
                self._draw_part(pen, part)

    def _draw_behind(self, pen: _Pen, part: Segment) -> None:
        looks = self._looks(part.style)
        if looks.background is not None and looks.background.a > 0.0 and part.width > 0.0:
            constant = self.get_theme_constant
            pad_x = constant("text_highlight_h_padding")
            pad_y = constant("text_highlight_v_padding")
            height = pen.line.get_size()[1]
            self._fill(
                pen.x + part.x - pad_x,
                pen.y - pad_y,
                part.width + 2 * pad_x,
                height + 2 * pad_y,
                rgba(looks.background),
            )

    def _draw_selection(self, pen: _Pen) -> None:
        ends = self._selected_in(pen)
        if ends is None:
            return
        color = rgba(self.get_theme_color("selection_color"))
        height = pen.line.get_size()[1]
        for left, right in _shaped_carets.selection(pen.line, *ends):
            self._fill(pen.x + left, pen.y, right - left, height, color)

    def _selected_in(self, pen: _Pen) -> tuple[int, int] | None:
        """The selected part of a line, as places in the paragraph's shaped text."""
        if self._selection_ends is None:
            return None
        first, end = self._selection_ends
        count = pen.block.count()
        if end <= pen.start or first >= pen.start + count:
            return None
        first_place = place_of(pen.block, max(first - pen.start, 0))
        last = place_of(pen.block, min(end - pen.start, count))
        return max(first_place, pen.line.start), min(last, pen.line.end)

    # Text ----------------------------------------------------------------------------------------

    def _draw_part(self, pen: _Pen, part: Segment) -> None:
        looks = self._looks(part.style)
        color = rgba(looks.color)
        glyphs = part.glyphs
        runs = part.runs
        x = pen.x + part.x
        limit = self._visible_characters
        if limit >= 0:
            shown = [g for g in glyphs if pen.start + character_of(pen.block, g.start) < limit]
            if not shown:
                return
            if len(shown) < len(glyphs):
                glyphs, runs = shown, runs_of(shown)
        if looks.effects:
            self._draw_with_effects(pen, part, glyphs, looks)
        else:
            self._draw_layers(pen, runs, x, looks, color)
        width = part.width if glyphs is part.glyphs else sum(g.advance for g in glyphs)
        self._draw_lines_of(pen, looks, x, width)
        if looks.foreground is not None and looks.foreground.a > 0.0:
            self._fill(x, pen.y, width, pen.line.get_size()[1], rgba(looks.foreground))

    def _draw_layers(
        self, pen: _Pen, runs: list[GlyphRun], x: float, looks: Looks, color: Rgba
    ) -> None:
        constant = self.get_theme_constant
        shadow = self.get_theme_color("font_shadow_color")
        if shadow.a > 0.0:
            dx, dy = constant("shadow_offset_x"), constant("shadow_offset_y")
            paint = rgba(shadow)
            self._draw_runs(runs, x + dx, pen.base + dy, paint)
            size = constant("shadow_outline_size")
            if size > 0:
                self._draw_runs(runs, x + dx, pen.base + dy, paint, size)
        if looks.outline_size > 0 and looks.outline_color.a > 0.0:
            outline = rgba(looks.outline_color)
            self._draw_runs(runs, x, pen.base, outline, looks.outline_size)
        ends = self._selected_in(pen)
        selected = self.get_theme_color("font_selected_color")
        if ends is None or selected.a <= 0.0:
            self._draw_runs(runs, x, pen.base, color)
            return
        self._draw_runs(runs, x, pen.base, color)
        for left, right in _shaped_carets.selection(pen.line, *ends):
            area = (pen.x + left, pen.y, right - left, pen.line.get_size()[1])
            self._commands.append((canvas.CLIP, *area))
            self._draw_runs(runs, x, pen.base, rgba(selected))
            self._commands.append((canvas.CLIP_END,))

    def _draw_lines_of(self, pen: _Pen, looks: Looks, x: float, width: float) -> None:
        """Underlines and lines through the text."""
        metrics = looks.stack.first.face.metrics(looks.size)
        thick = max(round(metrics.underline_thickness), 1)
        color = self._underline_color(looks)
        if color is not None:
            y = pen.base + metrics.underline_position - thick / 2.0
            paint = self._faded(color, "underline_alpha")
            self._fill(x, float(math.floor(y + 0.5)), width, thick, paint)
        if looks.strike is not None:
            own = looks.strike if looks.strike.a > 0.0 else looks.color
            y = pen.base + (metrics.descent - metrics.ascent) / 2.0 - thick / 2.0
            paint = self._faded(own, "strikethrough_alpha")
            self._fill(x, float(math.floor(y + 0.5)), width, thick, paint)

    def _faded(self, color: Color, constant: str) -> Rgba:
        red, green, blue, alpha = rgba(color)
        return red, green, blue, alpha * self.get_theme_constant(constant) / 100.0

    def _underline_color(self, looks: Looks) -> Color | None:
        if looks.underline is not None:
            return looks.underline if looks.underline.a > 0.0 else looks.color
        meta = looks.meta
        if meta is not None and self._meta_underlined:
            hovered = self._hovered_meta is meta
            if meta.underline == 1 or (meta.underline == 2 and hovered):
                return looks.color
        return looks.color if looks.hint and self._hint_underlined else None

    def _draw_with_effects(
        self, pen: _Pen, part: Segment, glyphs: list[Glyph], looks: Looks
    ) -> None:
        x = part.x
        for number, glyph in enumerate(glyphs):
            character = pen.start + character_of(pen.block, glyph.start)
            place = _rich_effects.Place(glyph, character, number, x, self._effect_time)
            moved = _rich_effects.Moved(0.0, 0.0, rgba(looks.color))
            for name, values in looks.effects:
                moved = _rich_effects.apply(name, values, place, moved)
            if moved.visible:
                left, base = pen.x + x + moved.x, pen.base + moved.y
                if looks.outline_size > 0 and looks.outline_color.a > 0.0:
                    paint = rgba(looks.outline_color)
                    self._draw_runs(runs_of([glyph]), left, base, paint, looks.outline_size)
                self._draw_moved(glyph, moved, left, base)
            x += glyph.advance * glyph.repeat

    def _draw_moved(
        self, glyph: Glyph, moved: _rich_effects.Moved, left: float, base: float
    ) -> None:
        matrix = moved.transform
        if matrix is None:
            self._draw_runs(runs_of([glyph]), left, base, moved.color)
            return
        x, y, origin = matrix.x, matrix.y, matrix.origin
        numbers = (x.x, x.y, y.x, y.y, left + origin.x, base + origin.y)
        self._commands.append((canvas.TRANSFORM, numbers))
        self._draw_runs(runs_of([glyph]), 0.0, 0.0, moved.color)
        self._commands.append((canvas.TRANSFORM, None))

    # Objects -------------------------------------------------------------------------------------

    def _draw_object(self, pen: _Pen, part: Segment) -> None:
        piece = part.piece
        box = pen.line.object_box(piece)
        if piece is None or box is None:
            return
        x, y, width, height = pen.x + part.x, pen.base + box[1], box[2], box[3]
        if isinstance(piece.item, Picture):
            self._draw_picture(piece.item, x, y, width, height)
        elif isinstance(piece.item, Table):
            self._draw_table(pen, piece, x, y)

    def _draw_picture(
        self, picture: Picture, x: float, y: float, width: float, height: float
    ) -> None:
        area = Rect2(x, y, width, height)
        if picture.region is not None:
            self.draw_texture_rect_region(picture.image, area, picture.region, picture.color)
        else:
            self.draw_texture_rect(picture.image, area, False, picture.color)

    def _draw_table(self, pen: _Pen, piece: Piece, x: float, y: float) -> None:
        table: Table = piece.item
        start = pen.start + _characters_before(pen.block, piece)
        columns = len(table.columns)
        for number, cell in enumerate(table.cells):
            left, top, width, height = table.layout.boxes[number]
            self._draw_cell_box(cell, number // columns, x + left, y + top, width, height)
            pad_left, pad_top, pad_right, _ = cell.padding
            inner = max(width - pad_left - pad_right, 0.0)
            line_y = y + top + pad_top
            for block in cell.blocks:
                layout = self._lay_out(block, inner)
                self._draw_block(block, layout, start, x + left + pad_left, line_y)
                line_y += layout.height
                start += block.count()

    def _draw_cell_box(
        self, cell: Frame, row: int, x: float, y: float, width: float, height: float
    ) -> None:
        h_gap = float(self.get_theme_constant("table_h_separation"))
        v_gap = float(self.get_theme_constant("table_v_separation"))
        if cell.row_colors is not None:
            odd, even = cell.row_colors
        else:
            odd = self.get_theme_color("table_odd_row_bg")
            even = self.get_theme_color("table_even_row_bg")
        fill = odd if row % 2 == 0 else even
        left, top = x - h_gap / 2, y - v_gap / 2
        if fill.a > 0.0:
            self._fill(left, top, width + h_gap, height + v_gap, rgba(fill))
        border = cell.border
        if border.a <= 0.0:
            border = self.get_theme_color("table_border")
        if border.a > 0.0:
            self.draw_rect(Rect2(left, top, width + h_gap, height + v_gap), border, False)

    # Commands ------------------------------------------------------------------------------------

    def _draw_runs(
        self, runs: list[GlyphRun], x: float, y: float, color: Rgba, outline: int = 0
    ) -> None:
        for run in runs:
            self._commands.append((canvas.TEXT, run, x, y, color, outline))

    def _fill(self, x: float, y: float, width: float, height: float, color: Rgba) -> None:
        self._commands.append((canvas.RECT, x, y, width, height, color))


def _characters_before(block: Block, wanted: Piece) -> int:
    count = 0
    for piece in block.pieces:
        if piece is wanted:
            break
        count += piece.count()
    return count
