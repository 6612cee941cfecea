"""Building of rich text: adding text and pictures, pushing and popping styles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from engine.core import output
from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui import _rich_items as items
from engine.gui._rich_heights import Heights
from engine.gui._rich_items import (
    Block,
    DropCap,
    Frame,
    ListFormat,
    Meta,
    ParagraphFormat,
    Picture,
    Piece,
    Style,
    Table,
)
from engine.gui._rich_state import RichTextState
from engine.servers._shaped_text import ShapedText

if TYPE_CHECKING:
    from engine.gui.font import Font
    from engine.gui.rich_text_effect import RichTextEffect
    from engine.gui.texture_2d import Texture2D

_WHITE = Color(1, 1, 1, 1)
_NONE = Color(0, 0, 0, 0)
_NO_RECT = Rect2(0, 0, 0, 0)
_IMAGE = " "


class RichTextBuilding(RichTextState):
    """The text of a `RichTextLabel`, as it grows."""

    _own: ClassVar[tuple[str, ...]] = (
        "_block_starts", "_current", "_effects_in_text", "_frame", "_heights", "_main",
        "_pictures", "_stale_from",
    )  # fmt: skip

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._heights = Heights()
        self._empty()
        return self

    _main: Frame
    _frame: Frame
    _current: Style | None
    _heights: Heights
    _stale_from: int  # the first paragraph whose height is not known
    _effects_in_text: int
    _pictures: dict[Any, list[tuple[Block, Picture]]]

    def _empty(self) -> None:
        self._main = self._frame = Frame()
        self._current = None
        self._heights.clear()
        self._stale_from = 0
        self._effects_in_text = 0
        self._pictures = {}
        self._block_starts: list[int] = [0]  # first characters of paragraphs, as far as known

    # Changes -------------------------------------------------------------------------------------

    def _content_changed(self) -> None:
        """Something was added or taken away."""

    def _touch(self) -> Block:
        """The paragraph that is being written, marked as changed."""
        block = self._frame.blocks[-1]
        if not block.started:
            self._start(block)
        block.changed()
        last = len(self._main.blocks) - 1
        if self._frame is not self._main:
            self._main.blocks[-1].changed()
        if last < self._stale_from:
            self._stale_from = last
        del self._block_starts[last + 1 :]
        self._content_changed()
        return block

    def _start(self, block: Block) -> None:
        block.started = True
        block.style = self._current
        found = self._current.nearest(items.LIST, items.CELL) if self._current else None
        if found is not None and found.kind == items.LIST:
            found.value.count += 1
            block.number = found.value.count

    def _next_block(self) -> None:
        self._frame.blocks.append(Block())

    def _own_block(self, style: Style) -> None:
        """Makes a style current that begins a paragraph."""
        block = self._frame.blocks[-1]
        if block.pieces or block.owned:
            self._next_block()
        else:
            block.started = False  # whatever was pushed in it so far has no text
        self._current = style
        self._touch()
        self._frame.blocks[-1].owned = True

    def _push(self, kind: int, value: Any) -> None:
        if self._current is not None and self._current.kind == items.TABLE:
            output.error('Condition "current->type == ITEM_TABLE" is true.')
            return
        self._current = Style(kind, value, self._current)
        block = self._frame.blocks[-1]
        if not block.started:
            self._start(block)

    def _push_paragraph_like(self, kind: int, value: Any) -> None:
        if self._current is not None and self._current.kind == items.TABLE:
            output.error('Condition "current->type == ITEM_TABLE" is true.')
            return
        self._own_block(Style(kind, value, self._current))

    # Text ----------------------------------------------------------------------------------------

    def add_text(self, text: str) -> None:
        """Adds text as it is, in the current style; tags in it stay text."""
        if self._current is not None and self._current.kind == items.TABLE:
            return
        first = True
        for line in str(text).split("\n"):
            if not first:
                self._add_line_break()
            first = False
            if line:
                pieces = self._touch().pieces
                last = pieces[-1] if pieces else None
                if last is not None and last.style is self._current and last.item is None:
                    last.text += line
                else:
                    pieces.append(Piece(self._current, line))

    def newline(self) -> None:
        """Ends the paragraph."""
        if self._current is None or self._current.kind != items.TABLE:
            self._add_line_break()

    def _add_line_break(self) -> None:
        self._touch().pieces.append(Piece(self._current, "\n"))
        self._next_block()

    def add_image(
        self,
        image: Texture2D,
        width: int = 0,
        height: int = 0,
        color: Color = _WHITE,
        inline_align: int = 5,
        region: Rect2 = _NO_RECT,
        key: Any = None,
        pad: bool = False,
        tooltip: str = "",
        width_in_percent: bool = False,
        height_in_percent: bool = False,
        alt_text: str = "",
    ) -> None:
        """Adds a picture; sides of 0 follow from the picture's own."""
        if self._current is not None and self._current.kind == items.TABLE:
            return
        if image is None:
            output.error('Parameter "p_image" is null.')
            return
        picture = Picture(image, key)
        picture.width, picture.height = float(width), float(height)
        picture.color, picture.align, picture.pad = color, int(inline_align), bool(pad)
        picture.region = region if region.has_area() else None
        picture.tooltip = str(tooltip)
        picture.width_in_percent = bool(width_in_percent)
        picture.height_in_percent = bool(height_in_percent)
        block = self._touch()
        block.pieces.append(Piece(self._current, _IMAGE, picture))
        if key is not None:
            self._pictures.setdefault(key, []).append((self._main.blocks[-1], picture))

    def update_image(
        self,
        key: Any,
        mask: int,
        image: Texture2D,
        width: int = 0,
        height: int = 0,
        color: Color = _WHITE,
        inline_align: int = 5,
        region: Rect2 = _NO_RECT,
        pad: bool = False,
        tooltip: str = "",
        width_in_percent: bool = False,
        height_in_percent: bool = False,
    ) -> None:
        """Changes what `mask` names (`UPDATE_*`) of the pictures that were added with a key."""
        for block, picture in self._pictures.get(key, ()):
            if mask & 1:
                picture.image = image
            if mask & 2:
                picture.width, picture.height = float(width), float(height)
            if mask & 4:
                picture.color = color
            if mask & 8:
                picture.align = int(inline_align)
            if mask & 16:
                picture.region = region if region.has_area() else None
            if mask & 32:
                picture.pad = bool(pad)
            if mask & 64:
                picture.tooltip = str(tooltip)
            if mask & 128:
                picture.width_in_percent = bool(width_in_percent)
                picture.height_in_percent = bool(height_in_percent)
            block.changed()
            if block in self._main.blocks:
                self._stale_from = min(self._stale_from, self._main.blocks.index(block))
        self._content_changed()

    def add_hr(
        self,
        width: int = 90,
        height: int = 2,
        color: Color = _WHITE,
        alignment: int = 1,
        width_in_percent: bool = True,
        height_in_percent: bool = False,
    ) -> None:
        """Adds a horizontal line."""
        rule = self.get_theme_icon("horizontal_rule")
        if rule is None:
            return
        self._push_paragraph_like(items.PARAGRAPH, self._paragraph_format(alignment))
        self.add_image(
            rule, width, height, color, 5, _NO_RECT, None, False, "",
            width_in_percent, height_in_percent,
        )  # fmt: skip
        self.pop()

    # Styles --------------------------------------------------------------------------------------

    def push_font(self, font: Font, font_size: int = 0) -> None:
        """Text in a font; a size of 0 leaves the size."""
        self._push(items.FONT, (font, int(font_size)))

    def push_normal(self) -> None:
        """Text in the theme's `normal_font`."""
        self._push(items.FONT, "normal")

    def push_bold(self) -> None:
        """Text in the theme's `bold_font`."""
        self._push(items.FONT, "bold")

    def push_italics(self) -> None:
        """Text in the theme's `italics_font`."""
        self._push(items.FONT, "italics")

    def push_bold_italics(self) -> None:
        """Text in the theme's `bold_italics_font`."""
        self._push(items.FONT, "bold_italics")

    def push_mono(self) -> None:
        """Text in the theme's `mono_font`."""
        self._push(items.FONT, "mono")

    def push_font_size(self, font_size: int) -> None:
        """Text of a size in pixels."""
        self._push(items.FONT_SIZE, int(font_size))

    def push_color(self, color: Color) -> None:
        """Text in a colour."""
        self._push(items.COLOR, color)

    def push_outline_size(self, outline_size: int) -> None:
        """Text with an outline, in pixels."""
        self._push(items.OUTLINE_SIZE, int(outline_size))

    def push_outline_color(self, color: Color) -> None:
        """Text with an outline of a colour."""
        self._push(items.OUTLINE_COLOR, color)

    def push_bgcolor(self, bgcolor: Color) -> None:
        """Text on a colour."""
        self._push(items.BACKGROUND, bgcolor)

    def push_fgcolor(self, fgcolor: Color) -> None:
        """Text under a colour: hidden, when that is opaque."""
        self._push(items.FOREGROUND, fgcolor)

    def push_underline(self, color: Color = _NONE) -> None:
        """Text with a line under it; a transparent colour for the text's own."""
        self._push(items.UNDERLINE, color)

    def push_strikethrough(self, color: Color = _NONE) -> None:
        """Text that is struck out; a transparent colour for the text's own."""
        self._push(items.STRIKETHROUGH, color)

    def push_language(self, language: str) -> None:
        """Text of a language."""
        self._push(items.LANGUAGE, str(language))

    def push_meta(self, data: Any, underline_mode: int = 1, tooltip: str = "") -> None:
        """Text that can be clicked: `meta_clicked` comes with the data.

        Args:
            data: anything.
            underline_mode: a `META_UNDERLINE_*`.
            tooltip: what shows when the mouse rests on it.
        """
        self._push(items.META, Meta(data, int(underline_mode), str(tooltip)))

    def push_hint(self, description: str) -> None:
        """Text with a tooltip."""
        self._push(items.HINT, str(description))

    def push_context(self) -> None:
        """Marks a place in the stack, which `pop_context` goes back to."""
        self._push(items.CONTEXT, None)

    def push_customfx(self, effect: RichTextEffect, env: dict[Any, Any]) -> None:
        """Text that an effect moves and colours."""
        self._push_effect("custom", {"effect": effect, "env": dict(env)})

    def _push_effect(self, name: str, values: dict[str, Any]) -> None:
        self._effects_in_text += 1
        self._push(items.EFFECT, (name, values))

    # Paragraphs ----------------------------------------------------------------------------------

    def _paragraph_format(self, alignment: int) -> ParagraphFormat:
        return ParagraphFormat(int(alignment), 0, "", self._justification, ())

    def push_paragraph(
        self,
        alignment: int,
        base_direction: int = 0,
        language: str = "",
        st_parser: int = 0,
        justification_flags: int = 163,
        tab_stops: Sequence[float] = (),
    ) -> None:
        """A paragraph: alignment, direction, language, stretching and tab stops."""
        stops = tuple(float(stop) for stop in tab_stops)
        form = ParagraphFormat(
            int(alignment), int(base_direction), str(language), int(justification_flags), stops
        )
        self._push_paragraph_like(items.PARAGRAPH, form)

    def push_indent(self, level: int) -> None:
        """Paragraphs that stand further in."""
        if level < 0:
            output.error('Condition "p_level < 0" is true.')
            return
        self._push_paragraph_like(items.INDENT, int(level))

    def push_list(
        self,
        level: int,
        type: int,
        capitalize: bool,
        bullet: str = "\u2022",
    ) -> None:
        """A list: each paragraph has a bullet or number.

        Args:
            level: 1 for a list that is in no other.
            type: a `LIST_*`.
            capitalize: whether letters and Roman numerals are capitals.
            bullet: the bullet of `LIST_DOTS`.
        """
        if level < 0:
            output.error('Condition "p_level < 0" is true.')
            return
        self._push_paragraph_like(items.LIST, ListFormat(int(type), bool(capitalize), str(bullet)))

    def push_dropcap(
        self,
        string: str,
        font: Font,
        size: int,
        dropcap_margins: Rect2 = _NO_RECT,
        color: Color = _WHITE,
        outline_size: int = 0,
        outline_color: Color = _NONE,
    ) -> None:
        """A large first letter that the paragraph goes around."""
        if not string or font is None or size <= 0:
            output.error('Condition "p_string.is_empty()" is true.')
            return
        shaped = ShapedText()
        shaped.add_text(str(string), font._stack(), int(size))
        cap = DropCap(str(string), shaped, dropcap_margins, color)
        cap.outline_size, cap.outline_color = int(outline_size), outline_color
        self._touch().pieces.append(Piece(self._current, "", cap))

    # Tables --------------------------------------------------------------------------------------

    def push_table(
        self, columns: int, inline_align: int = 0, align_to_row: int = -1, name: str = ""
    ) -> None:
        """A table; its cells come with `push_cell`, row by row."""
        if self._current is not None and self._current.kind == items.TABLE:
            output.error('Condition "current->type == ITEM_TABLE" is true.')
            return
        if columns < 1:
            output.error('Condition "p_columns < 1" is true.')
            return
        table = Table(int(columns), int(inline_align), int(align_to_row), str(name))
        self._touch().pieces.append(Piece(self._current, "\ufffc", table))
        self._current = Style(items.TABLE, table, self._current)

    def _table(self) -> Table | None:
        if self._current is None or self._current.kind != items.TABLE:
            output.error('Condition "current->type != ITEM_TABLE" is true.')
            return None
        table: Table = self._current.value
        return table

    def push_cell(self) -> None:
        """The next cell of a table."""
        table = self._table()
        if table is not None:
            cell = Frame(self._frame)
            table.cells.append(cell)
            self._current = Style(items.CELL, cell, self._current)
            self._frame = cell

    def set_table_column_expand(
        self, column: int, expand: bool, ratio: int = 1, shrink: bool = True
    ) -> None:
        """Whether a column takes a share of the free width, and whether it may be narrower."""
        table = self._table()
        if table is not None and 0 <= column < len(table.columns):
            found = table.columns[column]
            found.expand, found.ratio, found.shrink = bool(expand), int(ratio), bool(shrink)
            self._touch()

    def set_table_column_name(self, column: int, name: str) -> None:
        """A column's name, for screen readers."""
        table = self._table()
        if table is not None and 0 <= column < len(table.columns):
            table.columns[column].name = str(name)

    def _cell(self) -> Frame | None:
        if self._current is None or self._frame is self._main:
            output.error('Condition "!cell->cell" is true.')
            return None
        return self._frame

    def set_cell_row_background_color(self, odd_row_bg: Color, even_row_bg: Color) -> None:
        """What the current cell stands on, in odd and even rows."""
        cell = self._cell()
        if cell is not None:
            cell.row_colors = odd_row_bg, even_row_bg

    def set_cell_border_color(self, color: Color) -> None:
        """The colour of the current cell's border."""
        cell = self._cell()
        if cell is not None:
            cell.border = color

    def set_cell_padding(self, padding: Rect2) -> None:
        """Room around the current cell's text: left, top, right and bottom."""
        cell = self._cell()
        if cell is not None:
            cell.padding = (padding.position.x, padding.position.y, padding.size.x, padding.size.y)

    def set_cell_size_override(self, min_size: Vector2, max_size: Vector2) -> None:
        """Least and greatest size of the current cell."""
        cell = self._cell()
        if cell is not None:
            cell.minimum, cell.maximum = (min_size.x, min_size.y), (max_size.x, max_size.y)

    # Back ----------------------------------------------------------------------------------------

    def pop(self) -> None:
        """Ends the style that was pushed last."""
        if self._current is None:
            output.error('Parameter "current->parent" is null.')
            return
        if self._current.kind == items.CELL and self._frame.parent is not None:
            self._frame = self._frame.parent
        self._current = self._current.parent

    def pop_context(self) -> None:
        """Ends all styles down to the last `push_context`."""
        if self._current is None:
            output.error('Parameter "current->parent" is null.')
            return
        while self._current is not None:
            kind = self._current.kind
            self.pop()
            if kind == items.CONTEXT:
                break

    def pop_all(self) -> None:
        """Ends all styles."""
        self._current = None
        self._frame = self._main

    # Paragraphs as a list ------------------------------------------------------------------------

    def get_paragraph_count(self) -> int:
        """How many paragraphs there are."""
        return len(self._main.blocks)

    def remove_paragraph(self, paragraph: int, no_invalidate: bool = False) -> bool:
        """Takes a paragraph out; False when there is none of that number."""
        if not 0 <= paragraph < len(self._main.blocks):
            return False
        removed = self._main.blocks.pop(paragraph)
        self._heights.remove(paragraph)
        if not self._main.blocks:
            self._main.blocks.append(Block())
        last = len(self._main.blocks) - 1
        if paragraph > last or paragraph < self._stale_from:
            self._stale_from = max(min(self._stale_from - 1, last), 0)
        count = removed.count()
        later = [start - count for start in self._block_starts[paragraph + 1 :]]
        self._block_starts[paragraph:] = later or [0][paragraph:]
        self._removed(paragraph)
        self._content_changed()
        return True

    def _removed(self, paragraph: int) -> None:
        """A paragraph was taken out."""

    def invalidate_paragraph(self, paragraph: int) -> bool:
        """Has a paragraph laid out again; False when there is none of that number."""
        if not 0 <= paragraph < len(self._main.blocks):
            return False
        self._main.blocks[paragraph].changed()
        self._stale_from = min(self._stale_from, paragraph)
        self._content_changed()
        return True

    # Characters ----------------------------------------------------------------------------------

    def _start_of(self, paragraph: int) -> int:
        """The first character of a paragraph."""
        starts, blocks = self._block_starts, self._main.blocks
        while len(starts) <= paragraph:
            starts.append(starts[-1] + blocks[len(starts) - 1].count())
        return starts[paragraph]

    def get_total_character_count(self) -> int:
        """How many characters the text has, without tags."""
        last = len(self._main.blocks) - 1
        return self._start_of(last) + self._main.blocks[last].count()

    def get_parsed_text(self) -> str:
        """The text without tags; lists and indents begin with a tab."""
        return _parsed(self._main, set())


def _parsed(frame: Frame, seen: set[int]) -> str:
    parts: list[str] = []
    for block in frame.blocks:
        parts.append(_tabs(block.style, seen))
        for piece in block.pieces:
            if isinstance(piece.item, Table):
                parts.extend(_parsed(cell, seen) for cell in piece.item.cells)
            elif isinstance(piece.item, DropCap):
                parts.append(piece.item.text)
            else:
                parts.append(piece.text)
    return "".join(parts)


def _tabs(style: Style | None, seen: set[int]) -> str:
    """A tab for each list and indent that begins here."""
    tabs = ""
    while style is not None:
        if style.kind in (items.LIST, items.INDENT) and id(style) not in seen:
            seen.add(id(style))
            tabs += "\t"
        style = style.parent
    return tabs
