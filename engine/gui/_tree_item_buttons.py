"""The buttons in the cells of a `TreeItem`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.core import output
from engine.core.color import Color
from engine.gui._tree_cell import CellButton
from engine.gui._tree_item_looks import TreeItemLooks

if TYPE_CHECKING:
    from engine.gui.texture_2d import Texture2D


class TreeItemButtons(TreeItemLooks):
    """Pictures to click, from left to right, at the right end of a cell."""

    def _button(self, column: int, index: int, name: str = "p_index") -> CellButton | None:
        """A button; None, with an error, when there is none."""
        cell = self._cell(column)
        if cell is None:
            return None
        if 0 <= index < len(cell.buttons):
            return cell.buttons[index]
        size = len(cell.buttons)
        output.error(
            f"Index {name} = {int(index)} is out of bounds (cells[p_column].buttons.size() = "
            f"{size})."
        )
        return None

    def clear_buttons(self) -> None:
        """Takes the buttons of all cells away."""
        for cell in self._cells:
            cell.buttons.clear()
        self._changed()

    def add_button(
        self,
        column: int,
        button: Texture2D | None,
        id: int = -1,
        disabled: bool = False,
        tooltip_text: str = "",
        description: str = "",
    ) -> None:
        """Adds a button; without an id its place is its id."""
        cell = self._cell(column)
        if cell is None:
            return
        if button is None:
            output.error('Condition "p_button.is_null()" is true.')
            return
        number = len(cell.buttons) if id < 0 else int(id)
        new = CellButton(button, number, bool(disabled), str(tooltip_text), str(description))
        cell.buttons.append(new)
        self._changed()

    def erase_button(self, column: int, button_index: int) -> None:
        """Takes a button away."""
        button = self._button(column, button_index, "p_index")
        if button is not None:
            self._cells[column].buttons.remove(button)
            self._changed()

    def get_button_count(self, column: int) -> int:
        """How many buttons a cell has."""
        cell = self._cell(column)
        return -1 if cell is None else len(cell.buttons)

    def get_button_id(self, column: int, button_index: int) -> int:
        """The id of a button."""
        button = self._button(column, button_index)
        return -1 if button is None else button.id

    def get_button_by_id(self, column: int, id: int) -> int:
        """The place of the button with an id; -1 when there is none."""
        cell = self._cell(column)
        for number, button in enumerate(cell.buttons if cell is not None else ()):
            if button.id == id:
                return number
        return -1

    def set_button(self, column: int, button_index: int, button: Texture2D) -> None:
        """The picture of a button."""
        found = self._button(column, button_index)
        if found is not None:
            found.texture = button
            self._changed()

    def get_button(self, column: int, button_index: int) -> Texture2D | None:
        """The picture of a button."""
        found = self._button(column, button_index)
        return None if found is None else found.texture

    def set_button_tooltip_text(self, column: int, button_index: int, tooltip: str) -> None:
        """What the mouse is told over a button."""
        found = self._button(column, button_index)
        if found is not None:
            found.tooltip = str(tooltip)

    def get_button_tooltip_text(self, column: int, button_index: int) -> str:
        """What the mouse is told over a button."""
        found = self._button(column, button_index)
        return "" if found is None else found.tooltip

    def set_button_description(self, column: int, button_index: int, description: str) -> None:
        """What screen readers say of a button."""
        found = self._button(column, button_index)
        if found is not None:
            found.description = str(description)

    def set_button_disabled(self, column: int, button_index: int, disabled: bool) -> None:
        """Whether a button cannot be clicked."""
        found = self._button(column, button_index)
        if found is not None:
            found.disabled = bool(disabled)
            self._changed()

    def is_button_disabled(self, column: int, button_index: int) -> bool:
        """Whether a button cannot be clicked."""
        found = self._button(column, button_index)
        return found is not None and found.disabled

    def set_button_color(self, column: int, button_index: int, color: Color) -> None:
        """What the colours of a button's picture are multiplied with."""
        found = self._button(column, button_index)
        if found is not None:
            found.color = Color(color)
            self._changed()

    def get_button_color(self, column: int, id: int) -> Color:
        """What the colours of a button's picture are multiplied with."""
        found = self._button(column, id)
        return Color() if found is None else found.color
