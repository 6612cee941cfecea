"""Layout of rich text: paragraphs to lines, tables to cells, and quick estimates of heights.

A paragraph is laid out (`_lay_out`) when it is seen, or when somebody asks for something that only
its lines can tell. Until then its height is estimated from the widths of its characters; for text
that is sure to fit into one line, that is not even an estimate.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from engine.gui import _rich_items as items
from engine.gui._rich_items import (
    Block,
    Column,
    DropCap,
    Frame,
    ParagraphFormat,
    Picture,
    Piece,
    Style,
    Table,
    list_prefix,
)
from engine.gui._rich_looks import RichTextLooks
from engine.gui._rich_widths import widths_of
from engine.servers import _shaped_lines
from engine.servers._shaped_lines import line_breaks
from engine.servers._shaped_text import ShapedText

_BREAKS = {0: 1, 1: 1 | 4, 2: 1 | 2, 3: 1 | 2 | 8}  # autowrap mode to line break flags
_FILL = 3
_BREAK = "\u200b"  # what a line break at the end of a paragraph is set as
_SKIP_LAST, _NOT_SINGLE = 32, 128
_SLACK = 1.03  # kerning hardly ever adds more


class Layout:
    """A paragraph in lines.

    Attributes:
        shaped: its text, with objects for pictures and tables.
        lines: its lines.
        tops: where each line begins, from the top of the paragraph.
        lefts: where each line begins, from the left of the frame.
        height: of all lines.
        indent: how far lines stand in.
        prefix: the bullet or number before it.
        width: that of the frame it was made for.
        room: width of its lines at most.
        beside: how many lines stand beside a large first letter.
    """

    __slots__ = (
        "beside", "cap", "height", "indent", "lefts", "lines", "painted", "plain_for",
        "plain_lines", "prefix", "room", "shaped", "tops", "width",
    )  # fmt: skip

    def __init__(self, width: float) -> None:
        self.width = width
        self.shaped = ShapedText()
        self.lines: list[ShapedText] = []
        self.tops: list[float] = []
        self.lefts: list[float] = []
        self.height = self.indent = self.room = 0.0
        self.prefix: ShapedText | None = None
        self.beside = 0
        self.cap: DropCap | None = None
        self.painted: dict[int, Any] = {}  # line number to what is drawn of it
        self.plain_for = -1  # with which looks `plain_lines` was found
        self.plain_lines: list[Any] | None = None  # what is drawn where it is mere text

    def widest(self) -> float:
        """Width of the widest line, with the indent."""
        if not self.shaped.text:
            return 0.0
        beside = self.cap_width()
        widths = [
            line.get_width() + (beside if number < self.beside else 0.0)
            for number, line in enumerate(self.lines)
        ]
        return self.indent + max(widths, default=0.0)

    def widest_exactly(self) -> float:
        """Width of the widest line, with the indent, not rounded up."""
        return self.indent + max((line.shown_width for line in self.lines), default=0.0)

    def cap_width(self) -> float:
        """Width of the large first letter with its margins."""
        if self.cap is None:
            return 0.0
        margins = self.cap.margins
        return float(self.cap.shaped.get_width() + margins.position.x + margins.size.x)


class TableLayout:
    """A table in cells: left, top, width and height of each, from the table's top left."""

    __slots__ = ("boxes", "height", "rows", "width")

    def __init__(self) -> None:
        self.boxes: list[tuple[float, float, float, float]] = []
        self.rows: list[float] = []
        self.width = self.height = 0.0


class RichTextLayout(RichTextLooks):
    """Laying out of paragraphs and tables."""

    # Paragraphs ----------------------------------------------------------------------------------

    def _lay_out(self, block: Block, width: float) -> Layout:
        """The lines of a paragraph within a width; kept until something changes."""
        layout = block.layout
        if layout is None or layout.width != width:
            layout = block.layout = self._new_layout(block, width)
            block.line_count = len(layout.lines)
        found: Layout = layout
        return found

    def _new_layout(self, block: Block, width: float) -> Layout:
        layout = Layout(width)
        self._indent(block, layout)
        layout.room = max(width - layout.indent, 0.0)
        form = self._format_of(block)
        shaped = layout.shaped
        shaped.direction = self._direction(form)
        self._fill_shaped(block, layout)
        if not shaped.text:
            layout.lines, layout.tops, layout.lefts = [shaped], [0.0], [layout.indent]
            return layout
        if "\t" in shaped.text:
            _shaped_lines.tab_align(shaped, self._stops(form))
        layout.lines = self._break(layout)
        self._justify_lines(layout, form)
        self._stack_lines(layout, form)
        return layout

    def _format_of(self, block: Block) -> ParagraphFormat | None:
        found = block.style.nearest(items.PARAGRAPH, items.CELL) if block.style else None
        if found is None or found.kind != items.PARAGRAPH:
            return None
        form: ParagraphFormat = found.value
        return form

    def _direction(self, form: ParagraphFormat | None) -> int:
        wanted = form.direction if form is not None and form.direction else self._text_direction
        if wanted == 3:  # inherited
            return 2 if self.is_layout_rtl() else 1
        return wanted

    def _stops(self, form: ParagraphFormat | None) -> list[float]:
        if form is not None and form.tab_stops:
            return list(form.tab_stops)
        return list(self._tab_stops) or [self._tab_width(self._looks(None))]

    def _tab_width(self, looks: Any) -> float:
        entry = looks.stack.first
        blank = entry.face.advance(entry.face.glyph(32), looks.size)
        return float(self._tab_size * blank)

    def _indent(self, block: Block, layout: Layout) -> None:
        style = block.style
        levels = 0
        while style is not None and style.kind != items.CELL:
            if style.kind == items.LIST:
                levels += 1
            elif style.kind == items.INDENT:
                levels += style.value
            style = style.parent
        if not levels:
            return
        looks = self._looks(block.style)
        layout.indent = float(int(levels * self._tab_width(looks)))
        text = list_prefix(block.style, block.number)
        if text:
            layout.prefix = ShapedText()
            layout.prefix.add_text(text, looks.stack, looks.size)
            layout.indent += layout.prefix.get_width()

    def _fill_shaped(self, block: Block, layout: Layout) -> None:
        shaped = layout.shaped
        for style, text, piece in _runs(block):
            item = piece.item
            if item is None:
                looks = self._looks(style)
                shaped.add_text(text, looks.stack, looks.size, looks.language, style)
            elif isinstance(item, Picture):
                width, height = item.size(layout.room)
                shaped.add_object(piece, width, height, item.align)
            elif isinstance(item, Table):
                item.layout = self._lay_out_table(item, layout.room)
                shaped.add_object(piece, item.layout.width, item.layout.height, item.align)
            else:
                layout.cap = item

    def _break(self, layout: Layout) -> list[ShapedText]:
        shaped = layout.shaped
        flags = _BREAKS[self._autowrap] | (self._trim_flags if self._autowrap else 0)
        width = layout.room if self._autowrap else -1.0
        lines: list[ShapedText] = []
        start = 0
        if layout.cap is not None:
            lines = self._beside_cap(layout, flags, width)
            start = lines[-1].end if lines else 0
        if start < shaped.end or not lines:
            found = line_breaks(shaped, width, start, flags)
            if not lines and found == [(0, shaped.end)]:
                return [shaped]
            lines += [shaped.substr(first, end) for first, end in found]
        return lines

    def _beside_cap(self, layout: Layout, flags: int, width: float) -> list[ShapedText]:
        cap = layout.cap
        if cap is None:
            return []
        cap_width = layout.cap_width()
        height = cap.shaped.get_size()[1] + cap.margins.position.y + cap.margins.size.y
        room = max(width - cap_width, 1.0) if width > 0.0 else width
        lines: list[ShapedText] = []
        used = 0.0
        for start, end in line_breaks(layout.shaped, room, 0, flags):
            line = layout.shaped.substr(start, end)
            used += line.get_size()[1]
            if used > height and lines:
                break
            lines.append(line)
        layout.beside = len(lines)
        return lines

    def _justify_lines(self, layout: Layout, form: ParagraphFormat | None) -> None:
        alignment = form.alignment if form is not None else self._h_align
        if alignment != _FILL:
            return
        flags = form.justification if form is not None else self._justification
        count = len(layout.lines)
        last = count - 1 if flags & _SKIP_LAST else count
        if count == 1 and flags & _NOT_SINGLE:
            last = 1
        for line in layout.lines[:last]:
            _shaped_lines.fit_to_width(line, layout.room, flags)

    def _stack_lines(self, layout: Layout, form: ParagraphFormat | None) -> None:
        gap = float(self.get_theme_constant("line_separation"))
        alignment = form.alignment if form is not None else self._h_align
        cap_width = layout.cap_width()
        y = 0.0
        for number, line in enumerate(layout.lines):
            beside = cap_width if number < layout.beside else 0.0
            rest = layout.room - beside - line.get_width()
            layout.tops.append(y)
            layout.lefts.append(layout.indent + beside + self._left(alignment, rest, line.rtl))
            y += line.get_size()[1] + gap
        if layout.cap is not None:
            y = max(y, layout.cap.shaped.get_size()[1])
        layout.height = y

    def _left(self, alignment: int, rest: float, rtl: bool) -> float:
        if alignment == 1:
            return float(math.floor(rest / 2.0))
        mirrored = self.is_layout_rtl()
        if alignment == 2:
            return 0.0 if mirrored else rest
        if alignment == 0:
            return rest if mirrored else 0.0
        return rest if rtl else 0.0

    # Tables --------------------------------------------------------------------------------------

    def _lay_out_table(self, table: Table, room: float) -> TableLayout:
        h_gap = float(self.get_theme_constant("table_h_separation"))
        v_gap = float(self.get_theme_constant("table_v_separation"))
        self._column_widths(table, room, h_gap)
        layout = TableLayout()
        count = len(table.columns)
        y = 0.0
        for first in range(0, len(table.cells), count):
            x, height = 0.0, 0.0
            row = table.cells[first : first + count]
            places = []
            for column, cell in zip(table.columns, row, strict=False):
                own = self._cell_height(cell, column.width)
                height = max(height, own)
                places.append((x, column.width))
                x += column.width + h_gap
            layout.boxes += [(left, y, width, height) for left, width in places]
            layout.rows.append(height)
            y += height + v_gap
        if not table.cells:
            return layout
        layout.width = sum(math.ceil(column.width) + h_gap for column in table.columns)
        layout.height = y
        return layout

    def _cell_height(self, cell: Frame, width: float) -> float:
        left, top, right, bottom = cell.padding
        inner = max(width - left - right, 0.0)
        height = top + bottom
        for block in cell.blocks:
            height += self._lay_out(block, inner).height
        height = max(height, cell.minimum[1])
        return min(height, cell.maximum[1]) if cell.maximum[1] > 0.0 else height

    def _column_widths(self, table: Table, room: float, gap: float) -> None:
        columns = table.columns
        for column in columns:
            column.min_width = column.max_width = 0.0
        for number, cell in enumerate(table.cells):
            column = columns[number % len(columns)]
            least, most = self._cell_widths(cell)
            column.min_width = max(column.min_width, least)
            column.max_width = max(column.max_width, most)
        available = int(room - gap * (len(columns) - 1))
        growing = [c for c in columns if c.expand or c.max_width > c.min_width]
        rest = available - sum(int(column.min_width) for column in columns)
        total = sum(column.ratio for column in growing)
        for column in columns:
            column.width = float(int(column.min_width))
        if rest > 0:
            for column in growing:
                column.width += float(column.ratio * rest // total)
        used = sum(column.width + gap for column in columns)
        self._fit_columns(growing, total, available - used)

    @staticmethod
    def _fit_columns(growing: list[Column], total: int, rest: float) -> None:
        """Columns that got more than they need give it to those that need more."""
        again = True
        while again:
            again = False
            for column in growing:
                spare = column.width - column.max_width
                if column.shrink and spare > 0.0:
                    again = True
                    column.width = column.max_width
                    rest += spare
                    total -= column.ratio
            if rest <= 0.0 or total <= 0:
                continue
            slices = [(column, int(column.ratio * rest / total)) for column in growing]
            for column, slice_ in slices:
                more = min(column.max_width - column.width, float(slice_))
                if more > 0.0:
                    column.width += more
                    rest -= more

    def _cell_widths(self, cell: Frame) -> tuple[float, float]:
        """Least and greatest useful width of a cell."""
        left, _, right, _ = cell.padding
        least = most = 0.0
        for block in cell.blocks:
            narrow = self._new_layout(block, 1.0)
            least = max(least, narrow.widest())
            most = max(most, narrow.indent + narrow.shaped.get_width())
        least, most = max(least, cell.minimum[0]), max(most, cell.minimum[0])
        if cell.maximum[0] > 0.0:
            least, most = min(least, cell.maximum[0]), min(most, cell.maximum[0])
        return math.ceil(least) + left + right, math.ceil(most) + left + right

    # Estimates -----------------------------------------------------------------------------------

    def _estimate(self, block: Block, width: float) -> tuple[float, bool]:
        """Height of a paragraph, and whether that is sure; without laying it out if possible."""
        if block.layout is not None and block.layout.width == width:
            return block.layout.height, True
        block.line_count = 1
        if not block.pieces:
            return 0.0, True
        if _indented(block.style) or (block.measure < 0.0 and not self._measure_plain(block)):
            return self._lay_out(block, width).height, True
        ascent, descent = block.tail
        line = float(math.ceil(ascent + descent)) + self.get_theme_constant("line_separation")
        if not self._autowrap or block.measure * _SLACK + 1.0 < width:
            return line, True
        block.line_count = 0
        return line * max(math.ceil(block.measure * 1.05 / max(width, 1.0)), 1), False

    def _measure_plain(self, block: Block) -> bool:
        """Adds up the widths of a paragraph's characters; False when that is not so simple."""
        total = ascent = descent = 0.0
        for piece in block.pieces:
            text = piece.text
            if piece.item is not None or "\r" in text or "\t" in text:
                return False
            looks = self._looks(piece.style)
            size = looks.size
            widths = widths_of(looks.stack, size)
            try:
                total += sum(map(widths.__getitem__, text))
            except KeyError:
                return False
            first = looks.stack.first
            ascent = max(ascent, first.ascent(size))
            descent = max(descent, first.descent(size))
            if not text.isascii():
                ascent, descent = widths.heights(text, ascent, descent)
        block.measure = total
        block.tail = ascent, descent
        return True


def _runs(block: Block) -> Iterator[tuple[Style | None, str, Piece]]:
    """Text of one style in one piece; a line break as a space without width."""
    text, last = "", None
    for piece in block.pieces:
        if last is not None and (piece.item is not None or piece.style is not last.style):
            yield last.style, text, last
            text, last = "", None
        if piece.item is not None:
            yield piece.style, "", piece
        else:
            last = piece
            text += _BREAK if piece.text == "\n" else piece.text
    if last is not None:
        yield last.style, text, last


def _indented(style: Style | None) -> bool:
    return style is not None and style.nearest(items.LIST, items.INDENT) is not None
