"""Gutters of a TextEdit, and what each line shows in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core.color import Color
from engine.gui._text_edit_gutter import Cell, Gutter
from engine.gui._text_edit_lines import TextEditLines

if TYPE_CHECKING:
    from engine.gui.texture_2d import Texture2D

_WHITE = Color(1, 1, 1, 1)
_CLEAR = Color(0, 0, 0, 0)
_PADDING = 2


class TextEditGutters(TextEditLines):
    """Columns left of the text; scripts draw in them, or let them show texts and icons."""

    _gutters: list[Gutter]
    _gutters_width: int = 0
    _gutter_padding: int = 0

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._gutters = []
        return self

    def _no_gutter(self, gutter: int, name: str = "p_gutter") -> bool:
        count = len(self._gutters)
        if 0 <= gutter < count:
            return False
        output.error(f"Index {name} = {gutter} is out of bounds (gutters.size() = {count}).")
        return True

    def _update_gutters(self) -> None:
        """Takes the room that the gutters need."""
        self._gutters_width = sum(gutter.width for gutter in self._gutters if gutter.draw)
        if self._gutters_width > 0:
            self._gutter_padding = _PADDING
        self._wrap_again()
        self.queue_redraw()

    # Gutters -------------------------------------------------------------------------------------

    def add_gutter(self, at: int = -1) -> None:
        """Adds a gutter; -1 for behind the others."""
        place = len(self._gutters) if at < 0 or at > len(self._gutters) else at
        self._gutters.insert(place, Gutter())
        self._gutter_count = len(self._gutters)
        for line in self._lines:
            line.gutters.insert(place, Cell())
        self._emit_if_heard("gutter_added")
        self._update_gutters()

    def remove_gutter(self, gutter: int) -> None:
        """Takes a gutter away."""
        if self._no_gutter(gutter):
            return
        del self._gutters[gutter]
        self._gutter_count = len(self._gutters)
        for line in self._lines:
            del line.gutters[gutter]
        self._emit_if_heard("gutter_removed")
        self._update_gutters()

    def get_gutter_count(self) -> int:
        """How many gutters there are."""
        return len(self._gutters)

    def get_total_gutter_width(self) -> int:
        """How wide all gutters that are drawn are, with the space behind them."""
        return self._gutters_width + self._gutter_padding

    def set_gutter_name(self, gutter: int, name: str) -> None:
        """Sets a gutter's name."""
        if not self._no_gutter(gutter):
            self._gutters[gutter].name = str(name)

    def get_gutter_name(self, gutter: int) -> str:
        """A gutter's name."""
        return "" if self._no_gutter(gutter) else self._gutters[gutter].name

    def set_gutter_type(self, gutter: int, type: int) -> None:
        """Sets what a gutter shows."""
        if not self._no_gutter(gutter) and self._gutters[gutter].type != type:
            self._gutters[gutter].type = TextEditGutters.GutterType(type)
            self.queue_redraw()

    def get_gutter_type(self, gutter: int) -> TextEditLines.GutterType:
        """What a gutter shows."""
        if self._no_gutter(gutter):
            return TextEditGutters.GUTTER_TYPE_STRING
        return TextEditGutters.GutterType(self._gutters[gutter].type)

    def set_gutter_width(self, gutter: int, width: int) -> None:
        """Sets how wide a gutter is, in pixels."""
        if not self._no_gutter(gutter) and self._gutters[gutter].width != width:
            self._gutters[gutter].width = int(width)
            self._update_gutters()

    def get_gutter_width(self, gutter: int) -> int:
        """How wide a gutter is, in pixels."""
        return -1 if self._no_gutter(gutter) else self._gutters[gutter].width

    def set_gutter_draw(self, gutter: int, draw: bool) -> None:
        """Sets whether a gutter is drawn."""
        if not self._no_gutter(gutter) and self._gutters[gutter].draw is not bool(draw):
            self._gutters[gutter].draw = bool(draw)
            self._update_gutters()

    def is_gutter_drawn(self, gutter: int) -> bool:
        """Whether a gutter is drawn."""
        return not self._no_gutter(gutter) and self._gutters[gutter].draw

    def set_gutter_clickable(self, gutter: int, clickable: bool) -> None:
        """Sets whether clicks into a gutter are told by `gutter_clicked`."""
        if not self._no_gutter(gutter):
            self._gutters[gutter].clickable = bool(clickable)
            self.queue_redraw()

    def is_gutter_clickable(self, gutter: int) -> bool:
        """Whether clicks into a gutter are told by `gutter_clicked`."""
        return not self._no_gutter(gutter) and self._gutters[gutter].clickable

    def set_gutter_overwritable(self, gutter: int, overwritable: bool) -> None:
        """Sets whether `merge_gutters` fills what a line shows in this gutter."""
        if not self._no_gutter(gutter):
            self._gutters[gutter].overwritable = bool(overwritable)

    def is_gutter_overwritable(self, gutter: int) -> bool:
        """Whether `merge_gutters` fills what a line shows in this gutter."""
        return not self._no_gutter(gutter) and self._gutters[gutter].overwritable

    def set_gutter_custom_draw(self, column: int, draw_callback: Any) -> None:
        """Sets a function that draws a gutter: it gets the line, the gutter and a Rect2."""
        if not self._no_gutter(column, "p_gutter"):
            self._gutters[column].custom_draw = draw_callback
            self.queue_redraw()

    def merge_gutters(self, from_line: int, to_line: int) -> None:
        """Fills what a line does not show in overwritable gutters with what another one does."""
        if self._no_line(from_line, "p_from_line") or self._no_line(to_line, "p_to_line"):
            return
        if from_line == to_line:
            return
        source, target = self._lines[from_line].gutters, self._lines[to_line].gutters
        for number, gutter in enumerate(self._gutters):
            if gutter.overwritable:
                _fill(target[number], source[number])
        self.queue_redraw()

    # Lines ---------------------------------------------------------------------------------------

    def _cell(self, line: int, gutter: int) -> Cell | None:
        if self._no_line(line) or self._no_gutter(gutter):
            return None
        return self._lines[line].gutters[gutter]

    def set_line_gutter_metadata(self, line: int, gutter: int, metadata: Any) -> None:
        """Keeps a value with a line's place in a gutter."""
        cell = self._cell(line, gutter)
        if cell is not None:
            cell.metadata = metadata

    def get_line_gutter_metadata(self, line: int, gutter: int) -> Any:
        """The value kept with a line's place in a gutter."""
        cell = self._cell(line, gutter)
        return None if cell is None else cell.metadata

    def set_line_gutter_text(self, line: int, gutter: int, text: str) -> None:
        """Sets the text that a line shows in a gutter."""
        cell = self._cell(line, gutter)
        if cell is not None and cell.text != str(text):
            cell.text = str(text)
            self.queue_redraw()

    def get_line_gutter_text(self, line: int, gutter: int) -> str:
        """The text that a line shows in a gutter."""
        cell = self._cell(line, gutter)
        return "" if cell is None else cell.text

    def set_line_gutter_icon(self, line: int, gutter: int, icon: Texture2D | None) -> None:
        """Sets the picture that a line shows in a gutter."""
        cell = self._cell(line, gutter)
        if cell is not None and cell.icon is not icon:
            cell.icon = icon
            self.queue_redraw()

    def get_line_gutter_icon(self, line: int, gutter: int) -> Texture2D | None:
        """The picture that a line shows in a gutter."""
        cell = self._cell(line, gutter)
        return None if cell is None else cell.icon

    def set_line_gutter_item_color(self, line: int, gutter: int, color: Color) -> None:
        """Sets the colour of what a line shows in a gutter."""
        cell = self._cell(line, gutter)
        if cell is not None and cell.color != color:
            cell.color = color
            self.queue_redraw()

    def get_line_gutter_item_color(self, line: int, gutter: int) -> Color:
        """The colour of what a line shows in a gutter."""
        cell = self._cell(line, gutter)
        return Color() if cell is None else cell.color

    def set_line_gutter_clickable(self, line: int, gutter: int, clickable: bool) -> None:
        """Sets whether a click on a line's place in a gutter is told, by `gutter_clicked`."""
        cell = self._cell(line, gutter)
        if cell is not None:
            cell.clickable = bool(clickable)

    def is_line_gutter_clickable(self, line: int, gutter: int) -> bool:
        """Whether a click on a line's place in a gutter is told, by `gutter_clicked`."""
        cell = self._cell(line, gutter)
        return cell is not None and cell.clickable

    def set_line_background_color(self, line: int, color: Color) -> None:
        """Sets a colour that is painted behind a line."""
        if not self._no_line(line):
            self._lines[line].background = color
            self.queue_redraw()

    def get_line_background_color(self, line: int) -> Color:
        """The colour that is painted behind a line."""
        return Color() if self._no_line(line) else self._lines[line].background


def _fill(target: Cell, source: Cell) -> None:
    """Takes over what one cell has and another has not."""
    if not target.text:
        target.text = source.text
    if target.icon is None:
        target.icon = source.icon
    if target.metadata is None:
        target.metadata = source.metadata
    if source.clickable:
        target.clickable = True
