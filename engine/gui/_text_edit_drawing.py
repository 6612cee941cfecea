"""How a TextEdit is painted: row by row, only those on the screen."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, NamedTuple

from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui import _text_drawing
from engine.gui._text_edit_caret import Caret
from engine.gui._text_edit_input import TextEditInput
from engine.gui._text_edit_lines import Line
from engine.gui._text_edit_places import DrawnLine
from engine.gui._text_edit_words import find_all
from engine.servers import _glyph, canvas
from engine.servers import _shaped_carets as carets
from engine.servers._shaped_text import ShapedText

_WHOLE_WORDS = 3  # SEARCH_MATCH_CASE and SEARCH_WHOLE_WORDS
_PADDING = 2


class Frame(NamedTuple):
    """What all rows share while they are painted."""

    left: float  # of the text, less what is scrolled
    room: tuple[float, float]  # from where to where rows are painted
    height: int
    color: Color
    chosen: Color | None  # of selected text; None where it keeps its own
    selections: list[tuple[tuple[int, int], tuple[int, int]]]
    occurrence: str


class TextEditDrawing(TextEditInput):
    """What it looks like."""

    _drawn_lines: dict[int, DrawnLine]

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._drawn_lines = {}
        return self

    def _paint(self) -> None:
        self._update_scroll_bars()
        whole = Rect2(0, 0, self._w, self._h)
        self.draw_style_box(
            self._style() if self._editable else self.get_theme_stylebox("read_only"), whole
        )
        if self.has_focus():
            self.draw_style_box(self.get_theme_stylebox("focus"), whole)
        self._drawn_lines.clear()
        frame = self._frame()
        style = self._style()
        bottom = self._h - style.get_margin(3)
        if self.get_theme_color("background_color").a > 0.01:
            self.draw_rect(whole, self.get_theme_color("background_color"))
        top = style.get_margin(1) - self._row_part() * frame.height
        lines = self._lines_shown(top - self._first_row * frame.height, bottom)
        commands = self._commands
        commands.append((canvas.CLIP, 0.0, 0.0, self._w, bottom))
        current = {caret.line for caret in self._carets}
        for index, y in lines:
            self._paint_ground(frame, index, y, index in current)
            self._paint_gutters(frame, index, self._lines[index], y)
        if self._minimap:
            self._paint_minimap(frame.room[1])
        commands.append((canvas.CLIP_END,))
        left, right = frame.room
        commands.append((canvas.CLIP, left, 0.0, max(right - left, 0.0), bottom))
        if self._shows_placeholder():
            self._paint_placeholder(frame, top)
        for index, y in lines:
            self._drawn_lines[index] = self._paint_line(frame, index, y)
        commands.append((canvas.CLIP_END,))

    def _frame(self) -> Frame:
        style = self._style()
        right = self._w - style.get_margin(2)
        if self._v_bar.is_visible_in_tree():
            right -= self._v_bar.get_combined_minimum_size().x
        if self._minimap:
            right -= self._minimap_width
        left = float(self._text_left())
        chosen = self.get_theme_color("font_selected_color")
        spans = [self._span(caret) for caret in self._carets if self._selects(caret)]
        return Frame(
            left - self._first_x,
            (left, right),
            self.get_line_height(),
            self.get_theme_color("font_color" if self._editable else "font_readonly_color"),
            chosen if chosen.a > 0 else None,
            spans,
            self._occurrence(),
        )

    def _occurrence(self) -> str:
        """What is marked wherever else it occurs: a word that is selected."""
        if not self._highlight_occurrences or not self.has_selection():
            return ""
        start, end = self._span(next(filter(self._selects, self._carets)))
        if start[0] != end[0]:
            return ""
        text = self._lines[start[0]].text[start[1] : end[1]]
        return text if text.replace("_", "a").isalnum() else ""

    # Rows ----------------------------------------------------------------------------------------

    def _paint_placeholder(self, frame: Frame, top: float) -> None:
        color = self.get_theme_color("font_placeholder_color")
        for row in self._placeholder_lines():
            baseline = top + self._baseline(row)
            _text_drawing.draw_runs(self, row, frame.left, baseline, color)
            top += frame.height

    def _baseline(self, row: ShapedText) -> float:
        """How far below a row's top its baseline is."""
        spacing = self.get_theme_constant("line_spacing")
        return spacing // 2 + row.get_ascent()

    def _lines_shown(self, top: float, bottom: float) -> list[tuple[int, float]]:
        """The lines on the screen, and where each one's first row begins."""
        found = []
        index, height = self.get_first_visible_line(), self.get_line_height()
        while index < len(self._lines) and top < bottom:
            found.append((index, top))
            top += len(self._rows(index)) * height
            index += 1
        return found

    def _paint_line(self, frame: Frame, index: int, top: float) -> DrawnLine:
        rows = self._rows(index)
        colors = self._line_colors(index)
        for number, row in enumerate(rows):
            y = top + number * frame.height
            if -frame.height < y < self._h:
                x = frame.left + self._indent_of(rows, number)
                self._paint_row(frame, index, row, x, y, colors)
        self._paint_carets(frame, index, rows, top)
        spacing = self.get_theme_constant("line_spacing") // 2
        first, last = zip(*((row.start, row.end) for row in rows), strict=True)
        return DrawnLine(int(top) + spacing, first, last)

    def _indent_of(self, rows: tuple[ShapedText, ...], number: int) -> float:
        """How far the wrapped rest of a line is indented."""
        if not self._indent_wrapped or not number:
            return 0.0
        text = rows[0].text
        spaces = len(text) - len(text.lstrip(" \t"))
        return float(carets.caret_x(rows[0], spaces)) if spaces < rows[0].end else 0.0

    def _line_colors(self, index: int) -> list[tuple[int, Color]]:
        """From which columns on a line has which colour."""
        if self._highlighter is None:
            return []
        found = self._highlighter.get_line_syntax_highlighting(index)
        return sorted((int(column), entry["color"]) for column, entry in found.items())

    def _paint_ground(self, frame: Frame, index: int, top: float, current: bool) -> None:
        left, right = frame.room
        line = self._lines[index]
        rect = Rect2(left, top, right - left, len(self._rows(index)) * frame.height)
        if line.background.a > 0:
            self.draw_rect(rect, line.background)
        if current and self._highlight_line:
            self.draw_rect(rect, self.get_theme_color("current_line_color"))

    def _paint_row(
        self,
        frame: Frame,
        index: int,
        row: ShapedText,
        x: float,
        y: float,
        colors: list[tuple[int, Color]],
    ) -> None:
        text = self._lines[index].text
        baseline = y + self._baseline(row)
        chosen: list[tuple[int, int]] = []
        for start, end in frame.selections:
            span = self._paint_selection(frame, index, row, (x, y), start, end)
            if span is not None:
                chosen.append(span)
        if self._search_text:
            self._paint_found(frame, text, row, (x, y))
        if frame.occurrence and frame.occurrence in text:
            color = self.get_theme_color("word_highlighted_color")
            for place in find_all(text, frame.occurrence, _WHOLE_WORDS):
                self._paint_span(row, (x, y), frame.height, place, len(frame.occurrence), color)
        for first, last, color in self._pieces(frame, row, colors, chosen):
            if (first, last) == (row.start, row.end):
                _text_drawing.draw_runs(self, row, x, baseline, color)
            else:
                part = row.substr(first, last)
                shift = min((left for left, _ in carets.selection(row, first, last)), default=0.0)
                _text_drawing.draw_runs(self, part, x + shift, baseline, color)
        if self._draw_tabs or self._draw_spaces:
            self._paint_white_space(row, x, y, frame.height)
        if self._ime_text:
            self._paint_ime(frame, index, row, x, y)

    def _pieces(
        self,
        frame: Frame,
        row: ShapedText,
        colors: list[tuple[int, Color]],
        chosen: list[tuple[int, int]],
    ) -> list[tuple[int, int, Color]]:
        """The parts of a row that have one colour each."""
        edges = {row.start, row.end}
        edges.update(column for column, _ in colors if row.start < column < row.end)
        if frame.chosen is not None:
            edges.update(edge for span in chosen for edge in span)
        places = sorted(edges)
        found = []
        for start, end in pairwise(places):
            color = frame.color
            for column, entry in colors:
                if column <= start:
                    color = entry
            if frame.chosen is not None and any(a <= start < b for a, b in chosen):
                color = frame.chosen
            found.append((start, end, color))
        return found

    def _paint_selection(
        self,
        frame: Frame,
        index: int,
        row: ShapedText,
        at: tuple[float, float],
        start: tuple[int, int],
        end: tuple[int, int],
    ) -> tuple[int, int] | None:
        """Paints what is selected of a row; from which column to which."""
        if not start[0] <= index <= end[0]:
            return None
        first = max(start[1] if index == start[0] else 0, row.start)
        last = min(end[1] if index == end[0] else len(row.text), row.end)
        if index < end[0] and row.end == len(row.text):  # the end of the line is selected, too
            width = self.get_theme_font("font").get_char_size(
                32, self.get_theme_font_size("font_size")
            )
            x = at[0] + row.get_width()
            self._fill(frame, Rect2(x, at[1], width.x, frame.height), "selection_color")
        if first >= last:
            return None
        color = self.get_theme_color("selection_color")
        self._paint_span(row, at, frame.height, first, last - first, color)
        return first, last

    def _fill(self, frame: Frame, rect: Rect2, color: str) -> None:
        self.draw_rect(rect, self.get_theme_color(color))

    def _paint_span(
        self,
        row: ShapedText,
        at: tuple[float, float],
        height: float,
        start: int,
        length: int,
        color: Color,
        filled: bool = True,
    ) -> None:
        for left, right in carets.selection(row, start, start + length):
            self.draw_rect(Rect2(at[0] + left, at[1], right - left, height), color, filled)

    def _paint_found(
        self, frame: Frame, text: str, row: ShapedText, at: tuple[float, float]
    ) -> None:
        """Marks the text that is looked for."""
        ground = self.get_theme_color("search_result_color")
        border = self.get_theme_color("search_result_border_color")
        length = len(self._search_text)
        for place in find_all(text, self._search_text, self._search_flags):
            if place < row.end and place + length > row.start:
                self._paint_span(row, at, frame.height, place, length, ground)
                self._paint_span(row, at, frame.height, place, length, border, False)

    def _paint_white_space(self, row: ShapedText, x: float, y: float, height: float) -> None:
        color = self.get_theme_color("font_color")
        for glyph, left, width in carets.clusters(row):
            if glyph.flags & _glyph.TAB:
                icon = self.get_theme_icon("tab") if self._draw_tabs else None
            elif glyph.flags & _glyph.SPACE:
                icon = self.get_theme_icon("space") if self._draw_spaces else None
            else:
                continue
            if icon is not None:
                size = icon.get_size()
                tab = bool(glyph.flags & _glyph.TAB)
                place = x + left + (0 if tab else (width - size.x) / 2)
                self.draw_texture(icon, Vector2(place, y + (height - size.y) / 2), color)

    def _paint_ime(self, frame: Frame, index: int, row: ShapedText, x: float, y: float) -> None:
        """Underlines what is being composed, and what is selected of it more strongly."""
        color = frame.color
        bottom = y + frame.height
        for caret in self._carets:
            if caret.line == index:
                start = caret.column
                end = start + len(self._ime_text)
                for left, right in carets.selection(row, start, end):
                    self.draw_rect(Rect2(x + left, bottom - 2, right - left, 1), color)
                first = start + self._ime_selection[0]
                last = first + self._ime_selection[1]
                for left, right in carets.selection(row, first, last):
                    self.draw_rect(Rect2(x + left, bottom - 3, right - left, 3), color)

    # Gutters -------------------------------------------------------------------------------------

    def _paint_gutters(self, frame: Frame, index: int, line: Line, top: float) -> None:
        left = self._style().get_margin(0)
        for number, gutter in enumerate(self._gutters):
            if not gutter.draw or gutter.width <= 0:
                continue
            rect = Rect2(left, top, gutter.width, frame.height)
            cell = line.gutters[number]
            if gutter.type == TextEditInput.GUTTER_TYPE_STRING:
                self._paint_gutter_text(cell.text, cell.color, rect)
            elif gutter.type == TextEditInput.GUTTER_TYPE_ICON:
                self._paint_gutter_icon(cell.icon, cell.color, rect)
            elif gutter.custom_draw is not None:
                gutter.custom_draw(index, number, rect)
            left += gutter.width

    def _paint_gutter_text(self, text: str, color: Color, rect: Rect2) -> None:
        if text:
            row = self._shape(text)[0]
            x = rect.position.x + (rect.size.x - row.get_width()) / 2
            baseline = rect.position.y + self._baseline(row)
            _text_drawing.draw_runs(self, row, x, baseline, color)

    def _paint_gutter_icon(self, icon: Any, color: Color, rect: Rect2) -> None:
        if icon is None:
            return
        room = rect.grow_individual(-_PADDING, -_PADDING, -_PADDING, -_PADDING)
        size = icon.get_size()
        scale = min(room.size.x / size.x, room.size.y / size.y, 1.0) if size.x and size.y else 1.0
        size = size * scale
        place = room.position + (room.size - size) / 2
        self.draw_texture_rect(icon, Rect2(place.floor(), size), False, color)

    # Carets --------------------------------------------------------------------------------------

    def _shows_carets(self) -> bool:
        if not self._editable and not self._caret_when_read_only:
            return False
        window: Any = self.get_window()
        active = window is None or bool(window.has_focus())
        return self.has_focus() and self._caret_shown and active

    def _paint_carets(
        self, frame: Frame, index: int, rows: tuple[ShapedText, ...], top: float
    ) -> None:
        if not self._shows_carets():
            return
        for caret in self._carets:
            if caret.line == index:
                self._paint_caret(frame, caret, rows, top)

    def _paint_caret(
        self, frame: Frame, caret: Caret, rows: tuple[ShapedText, ...], top: float
    ) -> None:
        column = caret.column + (self._ime_selection[0] if self._ime_text else 0)
        number = len(rows) - 1
        for place, row in enumerate(rows):
            if row.start <= column < row.end:
                number = place
                break
        row = rows[number]
        x = frame.left + self._indent_of(rows, number) + self._row_x(row, column)
        y = top + number * frame.height
        spacing = self.get_theme_constant("line_spacing")
        height = frame.height - spacing
        y += spacing // 2
        width: float = max(self.get_theme_constant("caret_width"), 1)
        color = self.get_theme_color("caret_color")
        block = self._caret_type == TextEditInput.CARET_TYPE_BLOCK
        if block or self._overtype:
            width = self._row_x(row, column + 1) - self._row_x(row, column)
            if width <= 0:
                size = self.get_theme_font_size("font_size")
                width = self.get_theme_font("font").get_char_size(ord("m"), size).x
        if self._overtype and not block:
            y, height = y + height - 1, 1
        alpha = color.a * (0.5 if block else 1.0)
        color = Color(color.r, color.g, color.b, alpha)
        self.draw_rect(Rect2(float(int(x)), y, width, height), color)

    # Minimap -------------------------------------------------------------------------------------

    def _paint_minimap(self, left: float) -> None:
        """A small picture of the text: a line for each word."""
        top = self._style().get_margin(1)
        first, shown = self._minimap_first_row(), self.get_minimap_visible_lines()
        seen = self.get_visible_line_count()
        color = self.get_theme_color("font_color")
        view = Rect2(
            left, top + 3 * (int(self.get_v_scroll()) - first), self._minimap_width, 3 * seen
        )
        self.draw_rect(view, Color(color.r, color.g, color.b, 0.1))
        faint = Color(color.r, color.g, color.b, color.a * 0.6)
        index, row = self._line_at_row(first)
        y = top
        while index < len(self._lines) and shown > 0:
            self._paint_minimap_words(self._lines[index].text, left, y, faint)
            rows = self._row_count(index) - row
            row = 0
            y += 3 * rows
            shown -= rows
            index += 1

    def _paint_minimap_words(self, text: str, left: float, y: float, color: Color) -> None:
        x = 0
        start = -1
        for character in text + " ":
            if character in " \t" or x >= self._minimap_width:
                if start >= 0:
                    self.draw_rect(Rect2(left + start, y, x - start, 2), color)
                    start = -1
                if x >= self._minimap_width:
                    return
                x += self._tab_size if character == "\t" else 1
            else:
                start = x if start < 0 else start
                x += 1
