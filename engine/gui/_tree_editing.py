"""Editing the cells of a Tree: check boxes, ranges, texts, custom cells."""

from __future__ import annotations

from engine.core import output
from engine.core.rect2 import Rect2
from engine.core.rect2i import Rect2i
from engine.core.vector2i import Vector2i
from engine.gui._tree_layout import TreeLayout
from engine.gui.control import Control
from engine.gui.line_edit import LineEdit
from engine.gui.popup import Popup
from engine.gui.popup_menu import PopupMenu
from engine.gui.tree_item import TreeItem

_STRING, _CHECK, _RANGE, _ICON, _CUSTOM = range(5)


class TreeEditing(TreeLayout):
    """What becomes of a cell that is clicked or on which a key says to edit."""

    _own = ("_editor", "_editor_line", "_choices")
    _editor: Popup | None = None  # holds the line; both are made when they are first needed
    _editor_line: LineEdit | None = None
    _choices: PopupMenu | None = None

    def get_edited(self) -> TreeItem | None:
        """The item that was edited last."""
        return self._edited

    def get_edited_column(self) -> int:
        """The column that was edited last."""
        return self._edited_column

    def get_custom_popup_rect(self) -> Rect2:
        """Where the popup of a custom cell belongs, on the screen."""
        return Rect2(*self._popup_rect)

    def edit_selected(self, force_edit: bool = False) -> bool:
        """Edits the cell with the cursor, as a key does; whether it can be edited."""
        item, column = self._selected, self._selected_column
        if item is None or column < 0:
            output.error('Parameter "s" is null.' if item is None else "Index col is out of bounds")
            return False
        cell = item._cells[column]
        if not cell.editable and not force_edit:
            return False
        self.ensure_cursor_is_visible()
        if cell.mode == _CHECK:
            self._toggle(item, column, 0)
        elif cell.mode == _CUSTOM:
            self._edit_custom(item, column, False)
        elif cell.mode == _RANGE and cell.text:
            self._choose(item, column)
        elif cell.mode in (_STRING, _RANGE):
            self._edit_text(item, column)
        else:
            return False
        return True

    def _tell_edited(self, item: TreeItem, column: int, button: int) -> None:
        self._edited, self._edited_column = item, column
        self._emit_if_heard("item_edited")
        if button:
            self._emit_if_heard("custom_item_clicked", button)

    def _toggle(self, item: TreeItem, column: int, button: int) -> None:
        item.set_checked(column, not item.is_checked(column))
        self._tell_edited(item, column, button)

    def _click_editable(
        self, item: TreeItem, column: int, place: tuple[float, float], button: int, again: bool
    ) -> None:
        """A click on a cell that can be edited; `place` is from its upper right corner."""
        cell = item._cells[column]
        if cell.mode == _CHECK:
            self._toggle(item, column, button)
        elif cell.mode == _RANGE and cell.text:
            self._choose(item, column)
        elif cell.mode == _RANGE and place[0] <= self.get_theme_icon("updown").get_width():
            if button in (1, 2):
                up = place[1] < item._height / 2
                if button == 2:  # the right button goes to the end
                    value = cell.maximum if up else cell.minimum
                else:
                    value = cell.value + (cell.step or 1.0) * (1 if up else -1)
                item.set_range(column, value)
                self._tell_edited(item, column, button)
        elif cell.mode == _CUSTOM:
            self._edit_custom(item, column, place[0] <= item._height / 2)
            if not cell.as_button:
                self._tell_edited(item, column, button)
        elif again and button == 1 and cell.mode in (_STRING, _RANGE):
            self._edit_text(item, column)

    def _screen_rect(self, item: TreeItem, column: int) -> Rect2i:
        """A cell in the coordinates of the viewport, scrolled."""
        rect = self.get_item_area_rect(item, column)
        at = self.get_screen_position() + rect.position - self.get_scroll()
        return Rect2i(Vector2i(at), Vector2i(rect.size))

    def _edit_custom(self, item: TreeItem, column: int, arrow: bool) -> None:
        self._edited, self._edited_column = item, column
        rect = self._screen_rect(item, column)
        offset = self.get_theme_stylebox("panel").get_offset()
        x, y = rect.position.x - offset.x, rect.position.y - offset.y + rect.size.y
        self._popup_rect = (x, y, rect.size.x, rect.size.y)
        self._emit_if_heard("custom_popup_edited", arrow)

    # Choices -------------------------------------------------------------------------------------

    def _choose(self, item: TreeItem, column: int) -> None:
        """Shows the choices of a range."""
        if self._choices is None:
            self._choices = PopupMenu()
            self.add_child(self._choices, False, self.INTERNAL_MODE_FRONT)
            self._choices.id_pressed.connect(self._chosen)
        self._choices.clear()
        for name, value in item._cells[column].options():
            self._choices.add_item(name, value)
        self._edited, self._edited_column = item, column
        rect = self._screen_rect(item, column)
        below = Vector2i(rect.position.x, rect.position.y + rect.size.y)
        self._choices.popup(Rect2i(below, Vector2i(rect.size.x, 0)))

    def _chosen(self, id: int) -> None:
        item = self._edited
        if item is not None:
            item.set_range(self._edited_column, float(id))
            self._tell_edited(item, self._edited_column, 0)

    # Text ----------------------------------------------------------------------------------------

    def _text_line(self) -> tuple[Popup, LineEdit]:
        if self._editor is None or self._editor_line is None:
            self._editor, self._editor_line = Popup(), LineEdit()
            self.add_child(self._editor, False, self.INTERNAL_MODE_FRONT)
            self._editor.add_child(self._editor_line)
            self._editor_line.set_anchors_and_offsets_preset(Control.PRESET_FULL_RECT)
            self._editor_line.text_submitted.connect(self._text_entered)
        return self._editor, self._editor_line

    def _edit_text(self, item: TreeItem, column: int) -> None:
        """Opens a line over a cell, with its text or number."""
        popup, line = self._text_line()
        cell = item._cells[column]
        self._edited, self._edited_column = item, column
        number = f"{cell.value:.4f}".rstrip("0").rstrip(".")
        line.set_text(cell.text if cell.mode == _STRING else number)
        line.select_all()
        popup.popup(self._screen_rect(item, column))
        line.grab_focus()
        line.edit()

    def _text_entered(self, text: str) -> None:
        item, column = self._edited, self._edited_column
        if self._editor is not None:
            self._editor.hide()
        if item is None or column >= len(item._cells):
            return
        if item._cells[column].mode == _STRING:
            item.set_text(column, text)
        else:
            try:
                item.set_range(column, float(text))
            except ValueError:  # what is no number leaves the old one
                return
        self._tell_edited(item, column, 0)
