"""How the cells of a `TreeItem` look: icons, colours, fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core.callable import Callable
from engine.core.color import Color
from engine.core.object import Object
from engine.core.rect2 import Rect2
from engine.gui._tree_item_cells import TreeItemCells

if TYPE_CHECKING:
    from engine.gui.font import Font
    from engine.gui.style_box import StyleBox
    from engine.gui.texture_2d import Texture2D


class TreeItemLooks(TreeItemCells):
    """Colours, pictures and fonts of cells."""

    def set_custom_color(self, column: int, color: Color) -> None:
        """The cell's own text colour."""
        self._set_cell(column, "color", Color(color))

    def get_custom_color(self, column: int) -> Color:
        """The cell's own text colour; black when it has none."""
        cell = self._cell(column)
        return Color() if cell is None or cell.color is None else cell.color

    def clear_custom_color(self, column: int) -> None:
        """The text has the theme's colour again."""
        self._set_cell(column, "color", None)

    def set_custom_bg_color(self, column: int, color: Color, just_outline: bool = False) -> None:
        """What the cell is filled with, or what is drawn around it."""
        self._set_cell(column, "background", Color(color))
        self._set_cell(column, "background_outline", bool(just_outline))

    def get_custom_bg_color(self, column: int) -> Color:
        """What the cell is filled with; black when it is not."""
        cell = self._cell(column)
        return Color() if cell is None or cell.background is None else cell.background

    def clear_custom_bg_color(self, column: int) -> None:
        """The cell is no longer filled."""
        self._set_cell(column, "background", None)

    def set_custom_as_button(self, column: int, enable: bool) -> None:
        """Whether a custom cell looks like a button."""
        self._set_cell(column, "as_button", bool(enable))

    def is_custom_set_as_button(self, column: int) -> bool:
        """Whether a custom cell looks like a button."""
        cell = self._cell(column)
        return cell is not None and cell.as_button

    def set_custom_draw(self, column: int, object: Object, callback: str) -> None:
        """The method of an object that draws a custom cell."""
        self._set_cell(column, "custom_draw", Callable(object, callback))

    def set_custom_draw_callback(self, column: int, callback: Any) -> None:
        """What draws a custom cell: it is called with the item and the cell's rectangle."""
        self._set_cell(column, "custom_draw", callback)

    def get_custom_draw_callback(self, column: int) -> Any:
        """What draws a custom cell."""
        cell = self._cell(column)
        found = None if cell is None else cell.custom_draw
        return Callable() if found is None else found

    def set_icon(self, column: int, texture: Texture2D | None) -> None:
        """The picture before the text."""
        self._set_cell(column, "icon", texture)

    def get_icon(self, column: int) -> Texture2D | None:
        """The picture before the text."""
        cell = self._cell(column)
        return None if cell is None else cell.icon

    def set_icon_overlay(self, column: int, texture: Texture2D | None) -> None:
        """What is drawn over the icon."""
        self._set_cell(column, "icon_overlay", texture)

    def get_icon_overlay(self, column: int) -> Texture2D | None:
        """What is drawn over the icon."""
        cell = self._cell(column)
        return None if cell is None else cell.icon_overlay

    def set_icon_region(self, column: int, region: Rect2) -> None:
        """The part of the texture that is the icon."""
        self._set_cell(column, "icon_region", Rect2(region))

    def get_icon_region(self, column: int) -> Rect2:
        """The part of the texture that is the icon."""
        cell = self._cell(column)
        return Rect2() if cell is None else cell.icon_region

    def set_icon_max_width(self, column: int, width: int) -> None:
        """How wide the icon is at most; 0 for any."""
        self._set_cell(column, "icon_max_width", int(width))

    def get_icon_max_width(self, column: int) -> int:
        """How wide the icon is at most; 0 for any."""
        cell = self._cell(column)
        return 0 if cell is None else cell.icon_max_width

    def set_icon_modulate(self, column: int, modulate: Color) -> None:
        """What the icon's colours are multiplied with."""
        self._set_cell(column, "icon_modulate", Color(modulate))

    def get_icon_modulate(self, column: int) -> Color:
        """What the icon's colours are multiplied with."""
        cell = self._cell(column)
        return Color() if cell is None else cell.icon_modulate

    def set_custom_font(self, column: int, font: Font | None) -> None:
        """The cell's own font."""
        self._set_cell(column, "font", font)

    def get_custom_font(self, column: int) -> Font | None:
        """The cell's own font."""
        cell = self._cell(column)
        return None if cell is None else cell.font

    def set_custom_font_size(self, column: int, font_size: int) -> None:
        """The cell's own font size; -1 for none."""
        self._set_cell(column, "font_size", int(font_size))

    def get_custom_font_size(self, column: int) -> int:
        """The cell's own font size; -1 for none."""
        cell = self._cell(column)
        return 0 if cell is None else cell.font_size

    def set_custom_stylebox(self, column: int, stylebox: StyleBox | None) -> None:
        """What is drawn behind the cell."""
        self._set_cell(column, "style", stylebox)

    def get_custom_stylebox(self, column: int) -> StyleBox | None:
        """What is drawn behind the cell."""
        cell = self._cell(column)
        return None if cell is None else cell.style
