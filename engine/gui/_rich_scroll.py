"""Heights and scrolling of rich text.

Appending only marks where paragraphs are new (`_stale_from`). Before drawing, and when somebody
asks for measures, `_validate` gives those a height, mostly estimated, and sets up the scroll bar.
What is about to be seen is laid out, and corrects its estimate. `finished` tells that new text was
taken in.
"""

from __future__ import annotations

from typing import Any, ClassVar

from engine.core.accessors import accessors
from engine.core.rect2i import Rect2i
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui._rich_items import Block
from engine.gui._rich_layout import Layout, RichTextLayout
from engine.gui.scroll_bar import VScrollBar

_INTERNAL_FRONT = 1
_LAYOUTS_KEPT = 400


class RichTextScroll(RichTextLayout):
    """Which part of the text is seen."""

    _own: ClassVar[tuple[str, ...]] = (
        "_bar", "_bar_shown", "_changed_text", "_laid_out", "_moving_bar", "_at_end",
        "_valid_width", "_validating", "_fit_content", "_scroll_active", "_scroll_following",
    )  # fmt: skip

    _at_end: bool = False  # whether new text at the end is followed
    _bar_shown: bool = False
    _changed_text: bool = True
    _fit_content: bool = False
    _moving_bar: bool = False
    _scroll_active: bool = True
    _scroll_following: bool = False
    _valid_width: float = -1.0
    _validating: bool = False
    _bar: VScrollBar
    _laid_out: dict[Block, None]

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._laid_out = {}
        self._bar = bar = VScrollBar()
        bar.set_step(1)
        bar.hide()
        self.add_child(bar, False, _INTERNAL_FRONT)
        bar.set_anchor_and_offset(0, 1.0, 0.0)
        bar.set_anchor_and_offset(1, 0.0, 0.0)
        bar.set_anchor_and_offset(2, 1.0, 0.0)
        bar.set_anchor_and_offset(3, 1.0, 0.0)
        bar.value_changed.connect(self._bar_moved)
        return self

    # Boxes ---------------------------------------------------------------------------------------

    def _box(self) -> Any:
        return self.get_theme_stylebox("normal")

    def _text_area(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of the part where text shows."""
        box = self._box()
        offset, room = box.get_offset(), box.get_minimum_size()
        width = self._w - room.x - self._bar_width()
        return offset.x, offset.y, max(width, 0.0), max(self._h - room.y, 0.0)

    def _bar_width(self) -> float:
        return self._bar._combined_minimum()[0] if self._bar_shown else 0.0

    # Changes -------------------------------------------------------------------------------------

    def _content_changed(self) -> None:
        self._changed_text = True
        self.queue_redraw()
        if self._fit_content:
            self.update_minimum_size()

    def _all_changed(self) -> None:
        self._forget_looks()
        for block in self._main.blocks:
            block.changed()
        self._laid_out.clear()
        self._stale_from = 0
        self._changed_text = True
        if self._fit_content:
            self.update_minimum_size()

    def _emptied(self) -> None:
        self._laid_out.clear()

    # Heights -------------------------------------------------------------------------------------

    def _validate(self) -> None:
        """Gives all paragraphs a height, and sets up the scroll bar."""
        if self._validating:
            return
        fresh = self._changed_text
        if not fresh and self._text_area()[2] == self._valid_width:
            return
        self._validating = True
        self._changed_text = False
        try:
            self._take_heights()
            self._show_bar_if_needed()
            self._place_bar()
        finally:
            self._validating = False
        if fresh:
            self._emit_if_heard("finished")

    def _take_heights(self) -> None:
        width = self._text_area()[2]
        if width != self._valid_width:
            self._valid_width = width
            self._stale_from = 0
        blocks, heights = self._main.blocks, self._heights
        heights.resize(len(blocks))
        gap = self._gap()
        last = len(blocks) - 1
        first = max(self._stale_from - 1, 0)  # the one before is no longer the last one
        for place in range(first, len(blocks)):
            height, _ = self._estimate(blocks[place], width)
            heights[place] = height + gap if place < last else height
        self._stale_from = len(blocks)

    def _show_bar_if_needed(self) -> None:
        """Shows or hides the bar, once in a turn: with it, the text may be too high or not."""
        # Where the label gets as high as its text, the bar would only be there until it is.
        free = self._scroll_active and not self._fit_content
        needed = free and self._heights.total() > self._h
        if needed is self._bar_shown:
            return
        self._bar_shown = needed
        self._bar.set_visible(needed)
        if needed:
            self._bar.set_anchor_and_offset(0, 1.0, -self._bar_width())
        self._take_heights()

    def _place_bar(self) -> None:
        """Tells the bar how much there is; follows the end, or stays where it was."""
        bar = self._bar
        self._moving_bar = True
        value = bar.get_value()
        for _ in range(3):
            total = self._heights.total()
            bar.set_max(total)
            bar.set_page(self._text_area()[3])
            following = self._scroll_following and self._at_end
            bar.set_value(total if following else value)
            if not self._settle_view(from_end=following):
                break
        self._moving_bar = False

    def _gap(self) -> float:
        return float(self.get_theme_constant("paragraph_separation"))

    def _settle(self, place: int, gap: float | None = None) -> Layout:
        """Lays a paragraph out and corrects its height, with the gap below all but the last."""
        if gap is None:
            gap = self._gap()
        blocks = self._main.blocks
        block = blocks[place]
        layout: Layout = block.layout
        if layout is None or layout.width != self._valid_width:
            layout = self._lay_out(block, self._valid_width)
        self._heights[place] = layout.height + gap if place < len(blocks) - 1 else layout.height
        self._laid_out[block] = None
        return layout

    def _settle_view(self, *, from_end: bool) -> bool:
        """Lays out what is seen; True when heights were not as estimated."""
        heights, gap = self._heights, self._gap()
        before = heights.total()
        height = self._text_area()[3]
        count = len(self._main.blocks)
        if from_end:
            place, used = count - 1, 0.0
            while place >= 0 and used <= height:
                self._settle(place, gap)
                used += heights[place]
                place -= 1
        else:
            top = self._bar.get_value()
            place = heights.at(top)
            while place < count and heights.top(place) <= top + height:
                self._settle(place, gap)
                place += 1
        return heights.total() != before

    def _settle_all(self) -> None:
        """Lays out all whose height is only estimated."""
        self._validate()
        changed, gap = False, self._gap()
        for place, block in enumerate(self._main.blocks):
            if block.line_count == 0:
                self._settle(place, gap)
                changed = True
        if changed:
            self._place_bar()
        self._forget_far_layouts(0, -1)

    def _forget_far_layouts(self, first: int, last: int) -> None:
        """Lets layouts go that were not used lately, except those of the paragraphs seen."""
        if len(self._laid_out) <= _LAYOUTS_KEPT:
            return
        seen = set(map(id, self._main.blocks[first : last + 1]))
        spare = len(self._laid_out) - _LAYOUTS_KEPT // 2
        for block in list(self._laid_out):
            if spare <= 0:
                break
            if id(block) not in seen:
                del self._laid_out[block]
                block.layout = None
                spare -= 1

    # Scrolling -----------------------------------------------------------------------------------

    def _bar_moved(self, value: float) -> None:
        if self._moving_bar:
            return
        bar = self._bar
        self._at_end = (
            self._scroll_following and bar.get_value() > bar.get_max() - bar.get_page() - 1
        )
        self.queue_redraw()

    def get_v_scroll_bar(self) -> VScrollBar:
        """The scroll bar; hide it by making it transparent, or with `scroll_active`."""
        return self._bar

    def set_scroll_active(self, active: bool) -> None:
        """Whether text that is too high can be scrolled."""
        if active != self._scroll_active:
            self._scroll_active = bool(active)
            self._valid_width = -1.0
            self._changed_text = True
            self.queue_redraw()

    def is_scroll_active(self) -> bool:
        """Whether text that is too high can be scrolled."""
        return self._scroll_active

    scroll_active = accessors(is_scroll_active, set_scroll_active)

    def set_scroll_follow(self, follow: bool) -> None:
        """Whether it scrolls along when text is added while the end is seen."""
        self._scroll_following = bool(follow)
        bar = self._bar
        if not bar.is_visible_in_tree() or bar.get_value() > bar.get_max() - bar.get_page() - 1:
            self._at_end = True

    def is_scroll_following(self) -> bool:
        """Whether it scrolls along when text is added while the end is seen."""
        return self._scroll_following

    scroll_following = accessors(is_scroll_following, set_scroll_follow)

    def set_scroll_follow_visible_characters(self, follow: bool) -> None:
        """Whether it scrolls along as `visible_characters` grows."""
        self._scroll_visible_characters = bool(follow)

    def is_scroll_following_visible_characters(self) -> bool:
        """Whether it scrolls along as `visible_characters` grows."""
        return self._scroll_visible_characters

    scroll_following_visible_characters = accessors(
        is_scroll_following_visible_characters, set_scroll_follow_visible_characters
    )

    def _visible_changed(self) -> None:
        super()._visible_changed()
        if self._scroll_visible_characters and self._visible_characters >= 0 and self._bar_shown:
            line = self.get_character_line(max(self._visible_characters - 1, 0))
            if line >= 0:
                bottom = self.get_line_offset(line) + self.get_line_height(line)
                self._bar.set_value(max(bottom - self._text_area()[3], 0.0))

    def scroll_to_line(self, line: int) -> None:
        """Scrolls so that a line is at the top."""
        place, number = self._line_place(line)
        if place >= 0:
            top = self._heights.top(place)
            self._bar.set_value(top + self._settle(place).tops[number])
        elif line >= 0:
            self._bar.set_value(self._bar.get_max())

    def scroll_to_paragraph(self, paragraph: int) -> None:
        """Scrolls so that a paragraph is at the top."""
        self._validate()
        count = len(self._main.blocks)
        self._bar.set_value(self._heights.top(min(max(paragraph, 0), count - 1)))

    def set_fit_content(self, enabled: bool) -> None:
        """Whether it gets as high as its text."""
        if enabled != self._fit_content:
            self._fit_content = bool(enabled)
            self.update_minimum_size()
            self.queue_redraw()

    def is_fit_content_enabled(self) -> bool:
        """Whether it gets as high as its text."""
        return self._fit_content

    fit_content = accessors(is_fit_content_enabled, set_fit_content)

    def get_minimum_size(self) -> Vector2:
        """What it needs: with `fit_content` the height of its text, else next to nothing."""
        room = self._box().get_minimum_size()
        width = height = 0.0
        if self._fit_content:
            height = float(self.get_content_height())
            width = 0.0 if self._autowrap else float(self.get_content_width())
        if self._autowrap:
            width = 1.0
        return Vector2(width + room.x, height + room.y)

    # Measures ------------------------------------------------------------------------------------

    def _line_place(self, line: int) -> tuple[int, int]:
        """Paragraph and line in it of a line of the whole text; -1 for none."""
        if line < 0:
            return -1, -1
        self._settle_all()
        for place, block in enumerate(self._main.blocks):
            if line < block.line_count:
                return place, line
            line -= block.line_count
        return -1, -1

    def get_line_count(self) -> int:
        """How many lines the text has."""
        self._settle_all()
        return sum(block.line_count for block in self._main.blocks)

    def get_visible_line_count(self) -> int:
        """How many lines are seen, at least in part."""
        return sum(last - first for _, first, last in self._seen())

    def get_visible_paragraph_count(self) -> int:
        """How many paragraphs are seen, at least in part."""
        return sum(1 for _ in self._seen())

    def _seen(self) -> list[tuple[int, int, int]]:
        """Paragraphs that are seen: number, first line that is seen, end of those."""
        if not self.is_visible_in_tree():
            return []
        self._validate()
        top = self._bar.get_value() if self._bar_shown else 0.0
        bottom = top + self._text_area()[3]
        found = []
        for place in range(self._heights.at(top), len(self._main.blocks)):
            start = self._heights.top(place)
            if start >= bottom:
                break
            layout = self._settle(place)
            ends = [*layout.tops[1:], layout.height]
            seen = [
                number
                for number, (y, end) in enumerate(zip(layout.tops, ends, strict=True))
                if start + end > top and start + y < bottom
            ]
            if seen:
                found.append((place, seen[0], seen[-1] + 1))
        return found

    def get_line_offset(self, line: int) -> float:
        """Where a line begins, in pixels from the top of the text."""
        place, number = self._line_place(line)
        if place < 0:
            return 0.0
        return self._heights.top(place) + self._settle(place).tops[number]

    def get_paragraph_offset(self, paragraph: int) -> float:
        """Where a paragraph begins, in pixels from the top of the text."""
        self._settle_all()
        if not 0 <= paragraph < len(self._main.blocks):
            return 0.0
        return self._heights.top(paragraph)

    def get_line_height(self, line: int) -> int:
        """Height of a line in pixels."""
        place, number = self._line_place(line)
        return int(self._settle(place).lines[number].get_size()[1]) if place >= 0 else 0

    def get_line_width(self, line: int) -> int:
        """Width of a line in pixels."""
        place, number = self._line_place(line)
        return int(self._settle(place).lines[number].get_width()) if place >= 0 else 0

    def get_line_range(self, line: int) -> Vector2i:
        """First character and end of a line."""
        place, number = self._line_place(line)
        if place < 0:
            return Vector2i(0, 0)
        found = self._settle(place).lines[number]
        block = self._main.blocks[place]
        start = self._start_of(place)
        return Vector2i(
            start + character_of(block, found.start), start + character_of(block, found.end)
        )

    def get_content_height(self) -> int:
        """Height of all the text in pixels."""
        self._settle_all()
        return int(self._heights.total())

    def get_content_width(self) -> int:
        """Width of the widest line in pixels."""
        self._settle_all()
        widest = 0.0
        for place, block in enumerate(self._main.blocks):
            if block.layout is None and block.measure >= 0.0 and block.measure + 2.0 < widest:
                continue
            widest = max(widest, self._settle(place).widest())
        self._forget_far_layouts(0, -1)
        return int(-(-widest // 1))

    def get_visible_content_rect(self) -> Rect2i:
        """The part of the text that is seen."""
        self._validate()
        left, top, width, height = 0.0, 0.0, 0.0, 0.0
        seen = self._seen()
        if seen:
            place, first, _ = seen[0]
            top = self._heights.top(place) + self._settle(place).tops[first]
            place, _, end = seen[-1]
            layout = self._settle(place)
            bottoms = [*layout.tops[1:], layout.height]
            height = self._heights.top(place) + bottoms[end - 1] - top
            for number, _, _ in seen:
                width = max(width, self._settle(number).widest_exactly())
        return Rect2i(int(left), int(top), int(width), int(height))

    def get_character_line(self, character: int) -> int:
        """The line of a character; -1 when there is none."""
        self._settle_all()
        place = self.get_character_paragraph(character)
        if place < 0:
            return -1
        lines = sum(block.line_count for block in self._main.blocks[:place])
        block = self._main.blocks[place]
        if block.line_count == 1:
            return lines
        inside = character - self._start_of(place)
        for number, line in enumerate(self._settle(place).lines):
            if character_of(block, line.start) <= inside < character_of(block, line.end):
                return lines + number
        return lines + block.line_count - 1

    def get_character_paragraph(self, character: int) -> int:
        """The paragraph of a character; -1 when there is none."""
        if not 0 <= character < self.get_total_character_count():
            return -1
        low, high = 0, len(self._main.blocks) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self._start_of(middle) <= character:
                low = middle
            else:
                high = middle - 1
        return low

    def is_finished(self) -> bool:
        """Whether all text is laid out that has to be."""
        return True

    def is_ready(self) -> bool:
        """Whether all text is laid out that has to be."""
        return True


def character_of(block: Block, place: int) -> int:
    """How many of a paragraph's characters come before a place in its shaped text."""
    shaped = characters = 0
    for piece in block.pieces:
        length = len(piece.text)
        if place < shaped + length:
            return characters + (place - shaped if piece.count() == length else 0)
        shaped += length
        characters += piece.count()
    return characters


def place_of(block: Block, character: int) -> int:
    """The place in a paragraph's shaped text that a number of characters come before."""
    shaped = characters = 0
    for piece in block.pieces:
        count = piece.count()
        if character < characters + count:
            return shaped + (character - characters if count == len(piece.text) else 0)
        shaped += len(piece.text)
        characters += count
    return shaped
