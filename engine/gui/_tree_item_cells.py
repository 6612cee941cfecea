"""The cells of a `TreeItem`: their kinds, texts, and what can be done with them.

`TreeItem` is one class in Godot. Here it is a chain of classes, one for each theme and file:

    TreeItemCells -> TreeItemLooks -> TreeItemButtons -> TreeItem
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any, ClassVar

from engine.core import output
from engine.core.object import Object
from engine.gui._tree_cell import Cell

if TYPE_CHECKING:
    from engine.gui._tree_state import TreeState
    from engine.gui.tree_item import TreeItem


class TreeItemCells(Object):
    """The state of an item and what its cells say."""

    class TreeCellMode(IntEnum):
        """What a cell shows, and how it is edited."""

        CELL_MODE_STRING = 0
        CELL_MODE_CHECK = 1
        CELL_MODE_RANGE = 2
        CELL_MODE_ICON = 3
        CELL_MODE_CUSTOM = 4

    CELL_MODE_STRING = TreeCellMode.CELL_MODE_STRING
    CELL_MODE_CHECK = TreeCellMode.CELL_MODE_CHECK
    CELL_MODE_RANGE = TreeCellMode.CELL_MODE_RANGE
    CELL_MODE_ICON = TreeCellMode.CELL_MODE_ICON
    CELL_MODE_CUSTOM = TreeCellMode.CELL_MODE_CUSTOM

    _own: ClassVar[tuple[str, ...]] = (
        "_cells",
        "_collapsed",
        "_folding_disabled",
        "_kids",
        "_minimum_height",
        "_parent",
        "_place",
        "_top",
        "_height",
        "_tree",
        "_visible",
    )

    _tree: TreeState | None = None
    _parent: TreeItem | None = None
    _place: int = 0  # where it was last found among its parent's children
    _collapsed: bool = False
    _visible: bool = True
    _folding_disabled: bool = False
    _minimum_height: int = 0
    _top: float = -1.0  # where it lies, from the top of the first; below 0 when it is not shown
    _height: float = 0.0
    _kids: list[TreeItem]
    _cells: list[Cell]

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state; an item comes from `Tree.create_item` or `create_child`."""
        self = super().__new__(cls)
        self._kids = []
        self._cells = []
        return self

    def _changed(self) -> None:
        """Has the tree laid out and drawn again."""
        if self._tree is not None:
            self._tree._layout_changed()

    def _cell(self, column: int) -> Cell | None:
        """The cell of a column; None, with an error, when there is none."""
        if 0 <= column < len(self._cells):
            return self._cells[column]
        output.error(
            f"Index p_column = {int(column)} is out of bounds (cells.size() = {len(self._cells)})."
        )
        return None

    def _set_cell(self, column: int, name: str, value: Any) -> None:
        cell = self._cell(column)
        if cell is not None and getattr(cell, name) != value:
            setattr(cell, name, value)
            cell.shaped = None
            self._changed()

    def set_cell_mode(self, column: int, mode: int) -> None:
        """What a cell shows; what it showed before is gone."""
        cell = self._cell(column)
        if cell is not None and cell.mode != mode:
            cell.reset(int(mode))
            self._changed()

    def get_cell_mode(self, column: int) -> TreeItemCells.TreeCellMode:
        """What a cell shows."""
        cell = self._cell(column)
        return TreeItemCells.TreeCellMode(0 if cell is None else cell.mode)

    def set_text(self, column: int, text: str) -> None:
        """The text of a cell; in a range its choices, as in `"Low,Middle,High:7"`."""
        cell = self._cell(column)
        if cell is None or cell.text == text:
            return
        cell.text = str(text)
        cell.shaped = None
        if cell.mode == self.CELL_MODE_RANGE:
            values = [value for _name, value in cell.options()]
            cell.minimum, cell.maximum, cell.step = float(min(values)), float(max(values)), 0.0
        self._changed()

    def get_text(self, column: int) -> str:
        """The text of a cell."""
        cell = self._cell(column)
        return "" if cell is None else cell.text

    # Check boxes ---------------------------------------------------------------------------------

    def set_checked(self, column: int, checked: bool) -> None:
        """Checks or clears a check box; it is no longer indeterminate."""
        cell = self._cell(column)
        if cell is not None and (cell.checked != checked or cell.indeterminate):
            cell.checked, cell.indeterminate = bool(checked), False
            self._changed()

    def is_checked(self, column: int) -> bool:
        """Whether a check box is checked."""
        cell = self._cell(column)
        return cell is not None and cell.checked

    def set_indeterminate(self, column: int, indeterminate: bool) -> None:
        """Makes a check box neither checked nor clear."""
        cell = self._cell(column)
        if cell is not None and cell.indeterminate != indeterminate:
            cell.indeterminate, cell.checked = bool(indeterminate), False
            self._changed()

    def is_indeterminate(self, column: int) -> bool:
        """Whether a check box is neither checked nor clear."""
        cell = self._cell(column)
        return cell is not None and cell.indeterminate

    # Ranges --------------------------------------------------------------------------------------

    def set_range(self, column: int, value: float) -> None:
        """The number of a cell, put on a step and within its bounds."""
        cell = self._cell(column)
        if cell is None:
            return
        if cell.step > 0.0:
            value = math.floor(value / cell.step + 0.5) * cell.step
        value = min(max(float(value), cell.minimum), cell.maximum)
        if value != cell.value:
            cell.value = value
            cell.shaped = None
            self._changed()

    def get_range(self, column: int) -> float:
        """The number of a cell."""
        cell = self._cell(column)
        return 0.0 if cell is None else cell.value

    def set_range_config(
        self, column: int, min: float, max: float, step: float, expr: bool = False
    ) -> None:
        """The bounds and steps of a number; `expr` for bounds of an exponential slider."""
        cell = self._cell(column)
        if cell is not None:
            cell.minimum, cell.maximum, cell.step = float(min), float(max), float(step)
            cell.expression = bool(expr)
            self._changed()

    def get_range_config(self, column: int) -> dict[Any, Any]:
        """The bounds and steps of a number: `min`, `max`, `step` and `expr`."""
        cell = self._cell(column)
        if cell is None:
            return {}
        return {"min": cell.minimum, "max": cell.maximum, "step": cell.step, "expr": False}

    # Texts and behaviour -------------------------------------------------------------------------

    def set_auto_translate_mode(self, column: int, mode: int) -> None:
        """Whether the text is translated."""
        self._set_cell(column, "translate", int(mode))

    def get_auto_translate_mode(self, column: int) -> int:
        """Whether the text is translated."""
        cell = self._cell(column)
        return 0 if cell is None else cell.translate

    def set_edit_multiline(self, column: int, multiline: bool) -> None:
        """Whether its text is edited in several lines."""
        self._set_cell(column, "multiline", bool(multiline))

    def is_edit_multiline(self, column: int) -> bool:
        """Whether its text is edited in several lines."""
        cell = self._cell(column)
        return False if cell is None else cell.multiline

    def set_description(self, column: int, description: str) -> None:
        """What screen readers say of the cell."""
        self._set_cell(column, "description", str(description))

    def get_description(self, column: int) -> str:
        """What screen readers say of the cell."""
        cell = self._cell(column)
        return "" if cell is None else cell.description

    def set_text_direction(self, column: int, direction: int) -> None:
        """The direction that the text is written in."""
        self._set_cell(column, "direction", int(direction))

    def get_text_direction(self, column: int) -> int:
        """The direction that the text is written in."""
        cell = self._cell(column)
        return 0 if cell is None else cell.direction

    def set_autowrap_mode(self, column: int, autowrap_mode: int) -> None:
        """Where lines that are too long are broken."""
        self._set_cell(column, "autowrap", int(autowrap_mode))

    def get_autowrap_mode(self, column: int) -> int:
        """Where lines that are too long are broken."""
        cell = self._cell(column)
        return 0 if cell is None else cell.autowrap

    def set_text_overrun_behavior(self, column: int, overrun_behavior: int) -> None:
        """What becomes of text that is too long."""
        self._set_cell(column, "overrun", int(overrun_behavior))

    def get_text_overrun_behavior(self, column: int) -> int:
        """What becomes of text that is too long."""
        cell = self._cell(column)
        return 0 if cell is None else cell.overrun

    def set_structured_text_bidi_override(self, column: int, parser: int) -> None:
        """How structured text is ordered."""
        self._set_cell(column, "bidi", int(parser))

    def get_structured_text_bidi_override(self, column: int) -> int:
        """How structured text is ordered."""
        cell = self._cell(column)
        return 0 if cell is None else cell.bidi

    def set_structured_text_bidi_override_options(self, column: int, args: Sequence[Any]) -> None:
        """Options of that ordering."""
        self._set_cell(column, "bidi_options", list(args))

    def get_structured_text_bidi_override_options(self, column: int) -> list[Any]:
        """Options of that ordering."""
        cell = self._cell(column)
        return [] if cell is None else cell.bidi_options

    def set_language(self, column: int, language: str) -> None:
        """The language of the text."""
        self._set_cell(column, "language", str(language))

    def get_language(self, column: int) -> str:
        """The language of the text."""
        cell = self._cell(column)
        return "" if cell is None else cell.language

    def set_suffix(self, column: int, text: str) -> None:
        """What follows the text or number."""
        self._set_cell(column, "suffix", str(text))

    def get_suffix(self, column: int) -> str:
        """What follows the text or number."""
        cell = self._cell(column)
        return "" if cell is None else cell.suffix

    def set_metadata(self, column: int, meta: Any) -> None:
        """Anything that a script wants to keep with the cell."""
        self._set_cell(column, "metadata", meta)

    def get_metadata(self, column: int) -> Any:
        """Anything that a script wants to keep with the cell."""
        cell = self._cell(column)
        return None if cell is None else cell.metadata

    def set_selectable(self, column: int, selectable: bool) -> None:
        """Whether the cell can be selected."""
        self._set_cell(column, "selectable", bool(selectable))

    def is_selectable(self, column: int) -> bool:
        """Whether the cell can be selected."""
        cell = self._cell(column)
        return False if cell is None else cell.selectable

    def set_editable(self, column: int, enabled: bool) -> None:
        """Whether the user can edit the cell."""
        self._set_cell(column, "editable", bool(enabled))

    def is_editable(self, column: int) -> bool:
        """Whether the user can edit the cell."""
        cell = self._cell(column)
        return False if cell is None else cell.editable

    def set_tooltip_text(self, column: int, tooltip: str) -> None:
        """What the mouse is told over the cell."""
        self._set_cell(column, "tooltip", str(tooltip))

    def get_tooltip_text(self, column: int) -> str:
        """What the mouse is told over the cell."""
        cell = self._cell(column)
        return "" if cell is None else cell.tooltip

    def set_text_alignment(self, column: int, text_alignment: int) -> None:
        """Where the text stands within the cell."""
        self._set_cell(column, "alignment", int(text_alignment))

    def get_text_alignment(self, column: int) -> int:
        """Where the text stands within the cell."""
        cell = self._cell(column)
        return 0 if cell is None else cell.alignment

    def set_expand_right(self, column: int, enable: bool) -> None:
        """Whether it takes the empty cells at its right."""
        self._set_cell(column, "expand_right", bool(enable))

    def get_expand_right(self, column: int) -> bool:
        """Whether it takes the empty cells at its right."""
        cell = self._cell(column)
        return False if cell is None else cell.expand_right
