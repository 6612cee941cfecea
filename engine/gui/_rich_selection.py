"""Selecting and clicking in rich text."""

from __future__ import annotations

from typing import Any, ClassVar, NamedTuple

from engine.core.accessors import accessors
from engine.gui._rich_drawing import RichTextDrawing
from engine.gui._rich_items import Block, Meta, Picture, Piece, Table
from engine.gui._rich_layout import Layout
from engine.gui._rich_looks import Looks
from engine.gui._rich_scroll import character_of
from engine.servers import _shaped_carets, _text_breaks

_FOCUS_ALL, _FOCUS_ACCESSIBILITY = 2, 3


class Hit(NamedTuple):
    """What is at a point.

    Attributes:
        caret: the character before which a caret lands that is put there.
        character: the character there, -1 for none.
        looks: the looks of the text there; None beside it.
        picture: the picture there.
        found: whether there is a paragraph at that height.
    """

    caret: int
    character: int = -1
    looks: Looks | None = None
    picture: Picture | None = None
    found: bool = True


class RichTextSelection(RichTextDrawing):
    """What is selected, and what is at a point."""

    _own: ClassVar[tuple[str, ...]] = ("_selection_enabled",)

    _selection_enabled: bool = False

    # Points --------------------------------------------------------------------------------------

    def _hit(self, x: float, y: float) -> Hit:
        """What is at a point of the control."""
        self._validate()
        left, top, _, height = self._text_area()
        if self.is_layout_rtl():
            left += self._bar_width()
        scroll = self._bar.get_value() if self._bar_shown else 0.0
        y += scroll - top - self._spare_above(height)
        x -= left
        total = self._heights.total()
        if y < 0.0:
            return Hit(0, found=False)
        if y >= total:
            return Hit(self.get_total_character_count(), found=False)
        place = self._heights.at(y)
        block, layout = self._main.blocks[place], self._settle(place)
        return self._hit_block(
            block, layout, self._start_of(place), x, y - self._heights.top(place)
        )

    def _hit_block(self, block: Block, layout: Layout, start: int, x: float, y: float) -> Hit:
        number = max((n for n, top in enumerate(layout.tops) if top <= y), default=0)
        line = layout.lines[number]
        x -= layout.lefts[number]
        caret = start + character_of(block, _shaped_carets.position_at(line, x))
        place = _shaped_carets.character_at(line, x)
        piece = _piece_at(block, place) if place >= 0 else None
        if place >= 0 and piece is None:
            found = next((span for span in line.spans if span.start <= place < span.end), None)
            looks = self._looks(found.meta) if found is not None else None
            return Hit(min(caret, start + block.count()), start + character_of(block, place), looks)
        if piece is None:
            return Hit(min(caret, start + _without_break(block)))
        if isinstance(piece.item, Table):
            return self._hit_table(piece, start + character_of(block, place), x, y, layout, number)
        picture = piece.item if isinstance(piece.item, Picture) else None
        character = start + character_of(block, place)
        return Hit(caret, character, self._looks(piece.style), picture)

    def _hit_table(
        self, piece: Piece, start: int, x: float, y: float, layout: Layout, number: int
    ) -> Hit:
        table: Table = piece.item
        line = layout.lines[number]
        box = line.object_box(piece) or (0.0, 0.0, 0.0, 0.0)
        x -= box[0]
        y -= layout.tops[number] + line.get_ascent() + box[1]
        for cell, (left, top, width, height) in zip(table.cells, table.layout.boxes, strict=False):
            inside = left <= x < left + width + 3.0 and top <= y < top + height + 3.0
            pad_left, pad_top, pad_right, _ = cell.padding
            inner_y = y - top - pad_top
            for block in cell.blocks:
                own = self._lay_out(block, max(width - pad_left - pad_right, 0.0))
                if inside and (inner_y < own.height or block is cell.blocks[-1]):
                    return self._hit_block(block, own, start, x - left - pad_left, inner_y)
                inner_y -= own.height
                start += block.count()
        return Hit(start)

    def _meta_at(self, x: float, y: float) -> Meta | None:
        looks = self._hit(x, y).looks
        return looks.meta if looks is not None else None

    # Selection -----------------------------------------------------------------------------------

    def set_selection_enabled(self, enabled: bool) -> None:
        """Whether the mouse selects text."""
        if enabled != self._selection_enabled:
            self._selection_enabled = bool(enabled)
            if not enabled:
                self.deselect()
            self.set_focus_mode(_FOCUS_ALL if enabled else _FOCUS_ACCESSIBILITY)

    def is_selection_enabled(self) -> bool:
        """Whether the mouse selects text."""
        return self._selection_enabled

    selection_enabled = accessors(is_selection_enabled, set_selection_enabled)

    def _select(self, first: int, end: int) -> None:
        """Selects from one character to before another; nothing when they are the same."""
        first, end = min(first, end), max(first, end)
        ends = (first, end) if end > first else None
        if ends != self._selection_ends:
            self._selection_ends = ends
            self.queue_redraw()

    def deselect(self) -> None:
        """Ends the selection."""
        self._select(0, 0)

    def select_all(self) -> None:
        """Selects all text, where selecting is on."""
        if self._selection_enabled:
            self._select(0, self.get_total_character_count())

    def _select_word(self, character: int) -> None:
        place = self.get_character_paragraph(character)
        if place < 0:
            return
        start = self._start_of(place)
        for first, end in _text_breaks.word_breaks(self._main.blocks[place].plain()):
            if first <= character - start < end:
                self._select(start + first, start + end)
                return

    def _select_paragraph(self, character: int) -> None:
        place = self.get_character_paragraph(character)
        if place >= 0:
            start = self._start_of(place)
            self._select(start, start + self._main.blocks[place].count())

    def get_selected_text(self) -> str:
        """The selected text, without tags."""
        if self._selection_ends is None:
            return ""
        first, end = self._selection_ends
        parts: list[str] = []
        place = max(self.get_character_paragraph(first), 0)
        for number in range(place, len(self._main.blocks)):
            start = self._start_of(number)
            if start >= end:
                break
            plain = self._main.blocks[number].plain()
            parts.append(plain[max(first - start, 0) : end - start])
        return "".join(parts)

    def get_selection_from(self) -> int:
        """The first selected character; -1 when nothing is selected."""
        return self._selection_ends[0] if self._selection_ends is not None else -1

    def get_selection_to(self) -> int:
        """The last selected character; -1 when nothing is selected."""
        return self._selection_ends[1] - 1 if self._selection_ends is not None else -1

    def get_selection_line_offset(self) -> float:
        """Where the line begins in which the selection begins; -1 when nothing is selected."""
        if self._selection_ends is None:
            return -1.0
        return self.get_line_offset(max(self.get_character_line(self._selection_ends[0]), 0))

    def scroll_to_selection(self) -> None:
        """Scrolls so that the selection is seen."""
        if self._selection_ends is not None:
            self._bar.set_value(self.get_selection_line_offset())

    def _emptied(self) -> None:
        super()._emptied()
        self._selection_ends = None

    def _removed(self, paragraph: int) -> None:
        self._selection_ends = None


def _piece_at(block: Block, place: int) -> Piece | None:
    """The object at a place of the shaped text; None for text."""
    for piece in block.pieces:
        if place < len(piece.text):
            return piece if piece.item is not None else None
        place -= len(piece.text)
    return None


def _without_break(block: Block) -> int:
    count = block.count()
    ends = bool(block.pieces) and block.pieces[-1].text == "\n"
    return count - 1 if ends else count


def data_of(meta: Meta | None) -> Any:
    """What a meta signal carries."""
    return meta.data if meta is not None else None
