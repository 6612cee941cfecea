"""What a `RichTextLabel` holds: paragraphs of pieces, each in a style.

Styles are a stack that never changes: pushing makes a new `Style` on top of the current one, and
pieces point to the style that was current when they were added. Paragraphs lie in a `Frame`: the
label's own, or that of a table's cell.
"""

from __future__ import annotations

from typing import Any

from engine.core.color import Color
from engine.servers._shaped_text import ShapedText

# Kinds of styles
FONT, FONT_SIZE, COLOR, OUTLINE_SIZE, OUTLINE_COLOR = range(5)
UNDERLINE, STRIKETHROUGH, PARAGRAPH, INDENT, LIST = range(5, 10)
META, HINT, BACKGROUND, FOREGROUND, LANGUAGE = range(10, 15)
CONTEXT, EFFECT, TABLE, CELL, NORMAL = range(15, 20)


class Style:
    """A pushed style.

    Attributes:
        kind: one of the constants above.
        value: what was pushed.
        parent: the style below; None for the label's own looks.
        looks: how text in it is drawn, once that is known.
        looks_for: the label's state that `looks` belongs to.
    """

    __slots__ = ("kind", "looks", "looks_for", "parent", "value")

    def __init__(self, kind: int, value: Any, parent: Style | None) -> None:
        self.kind = kind
        self.value = value
        self.parent = parent
        self.looks: Any = None
        self.looks_for = -1

    def nearest(self, *kinds: int) -> Style | None:
        """This style or the nearest one below of some kinds."""
        style: Style | None = self
        while style is not None and style.kind not in kinds:
            style = style.parent
        return style


class ParagraphFormat:
    """What `push_paragraph` says."""

    __slots__ = ("alignment", "direction", "justification", "language", "tab_stops")

    def __init__(
        self,
        alignment: int,
        direction: int,
        language: str,
        justification: int,
        tab_stops: tuple[float, ...],
    ) -> None:
        self.alignment = alignment
        self.direction = direction
        self.language = language
        self.justification = justification
        self.tab_stops = tab_stops


class ListFormat:
    """What `push_list` says, and how many paragraphs the list has so far."""

    __slots__ = ("bullet", "capitalize", "count", "kind")

    def __init__(self, kind: int, capitalize: bool, bullet: str) -> None:
        self.kind = kind
        self.capitalize = capitalize
        self.bullet = bullet
        self.count = 0


class Meta:
    """What `push_meta` says."""

    __slots__ = ("data", "tooltip", "underline")

    def __init__(self, data: Any, underline: int, tooltip: str) -> None:
        self.data = data
        self.underline = underline
        self.tooltip = tooltip


class Picture:
    """An image in the text."""

    __slots__ = (
        "align", "color", "height", "height_in_percent", "image", "key", "pad", "region",
        "tooltip", "width", "width_in_percent",
    )  # fmt: skip

    def __init__(self, image: Any, key: Any) -> None:
        self.image = image
        self.key = key
        self.width = self.height = 0.0
        self.width_in_percent = self.height_in_percent = False
        self.color = Color(1, 1, 1, 1)
        self.align = 5
        self.region: Any = None
        self.pad = False
        self.tooltip = ""

    def size(self, room: float) -> tuple[float, float]:
        """Width and height in pixels; sides that are 0 follow from the picture's own."""
        own_w, own_h = 0.0, 0.0
        if self.region is not None:
            own_w, own_h = float(self.region.size.x), float(self.region.size.y)
        elif self.image is not None:
            own_w, own_h = float(self.image.get_width()), float(self.image.get_height())
        width = room * self.width / 100.0 if self.width_in_percent else self.width
        height = room * self.height / 100.0 if self.height_in_percent else self.height
        if width <= 0.0 and height <= 0.0:
            return own_w, own_h
        if width <= 0.0:
            return (own_w * height / own_h if own_h else height), height
        if height <= 0.0:
            return width, (own_h * width / own_w if own_w else width)
        return width, height


class Column:
    """A column of a table."""

    __slots__ = ("expand", "max_width", "min_width", "name", "ratio", "shrink", "width")

    def __init__(self) -> None:
        self.expand = False
        self.ratio = 1
        self.shrink = True
        self.name = ""
        self.min_width = self.max_width = self.width = 0.0


class Table:
    """A table in the text."""

    __slots__ = ("align", "align_to_row", "cells", "columns", "layout", "name")

    def __init__(self, columns: int, align: int, align_to_row: int, name: str) -> None:
        self.columns = [Column() for _ in range(columns)]
        self.align = align
        self.align_to_row = align_to_row
        self.name = name
        self.cells: list[Frame] = []
        self.layout: Any = None


class DropCap:
    """A large first letter."""

    __slots__ = ("color", "margins", "outline_color", "outline_size", "shaped", "text")

    def __init__(self, text: str, shaped: ShapedText, margins: Any, color: Color) -> None:
        self.text = text
        self.shaped = shaped
        self.margins = margins
        self.color = color
        self.outline_size = 0
        self.outline_color = Color(0, 0, 0, 0)


class Piece:
    """Text in one style, or a `Picture`, `Table` or `DropCap`."""

    __slots__ = ("item", "style", "text")

    def __init__(self, style: Style | None, text: str, item: Any = None) -> None:
        self.style = style
        self.text = text
        self.item = item

    def count(self) -> int:
        """How many characters it counts for."""
        if isinstance(self.item, Table):
            return sum(cell.count() for cell in self.item.cells)
        return 0 if isinstance(self.item, DropCap) else len(self.text)

    def plain(self) -> str:
        """Its characters: a blank for a picture."""
        if isinstance(self.item, Table):
            return "".join(cell.plain() for cell in self.item.cells)
        return "" if isinstance(self.item, DropCap) else self.text


class Block:
    """A paragraph.

    Attributes:
        style: the style that was current when something was first added; None while it is empty.
        started: whether anything was added.
        owned: whether a paragraph, list or indent began it.
        number: its number in the innermost list, 0 outside of lists.
        pieces: what it holds.
        layout: its lines, once they were needed.
        measure: the width of its plain text in one line, once that was measured; -1 before.
        tail: ascent and descent that go with `measure`.
        line_count: how many lines it has; 0 while that is not known.
    """

    __slots__ = (
        "layout", "line_count", "measure", "number", "owned", "pieces", "started", "style", "tail",
    )  # fmt: skip

    def __init__(self) -> None:
        self.style: Style | None = None
        self.started = False
        self.owned = False
        self.number = 0
        self.pieces: list[Piece] = []
        self.layout: Any = None
        self.measure = -1.0
        self.tail = (0.0, 0.0)
        self.line_count = 0

    def count(self) -> int:
        """How many characters it has, its line break included."""
        return sum(piece.count() for piece in self.pieces)

    def plain(self) -> str:
        """Its characters."""
        return "".join(piece.plain() for piece in self.pieces)

    def changed(self) -> None:
        """What was worked out is no longer right."""
        self.layout = None
        self.measure = -1.0
        self.line_count = 0


class Frame:
    """Paragraphs one below the other: the label's, or those of a cell."""

    __slots__ = (
        "background", "blocks", "border", "maximum", "minimum", "padding", "parent", "row_colors",
    )  # fmt: skip

    def __init__(self, parent: Frame | None = None) -> None:
        self.parent = parent
        self.blocks = [Block()]
        self.row_colors: tuple[Color, Color] | None = None
        self.border = Color(0, 0, 0, 0)
        self.padding = (0.0, 0.0, 0.0, 0.0)  # left, top, right, bottom
        self.minimum = (0.0, 0.0)
        self.maximum = (0.0, 0.0)
        self.background: Color | None = None

    def count(self) -> int:
        """How many characters it has."""
        return sum(block.count() for block in self.blocks)

    def plain(self) -> str:
        """Its characters."""
        return "".join(block.plain() for block in self.blocks)


def list_prefix(style: Style | None, number: int) -> str:
    """What stands before a paragraph of a list: a bullet, or the number in the list's way."""
    found = style.nearest(LIST) if style is not None else None
    if found is None or number <= 0:
        return ""
    form: ListFormat = found.value
    if form.kind == 3:
        return form.bullet + " "
    text = letters(number) if form.kind == 1 else roman(number) if form.kind == 2 else str(number)
    return (text.upper() if form.capitalize else text) + ". "


def letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    text = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        text = chr(97 + rest) + text
    return text


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """Small Roman numerals."""
    text = ""
    for value, sign in _ROMAN:
        while number >= value:
            text += sign
            number -= value
    return text
