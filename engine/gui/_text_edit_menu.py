"""What the items of a TextEdit's context menu do."""

from __future__ import annotations

from engine.gui import _text_menu
from engine.gui._text_edit_clipboard import TextEditClipboard


class TextEditMenu(TextEditClipboard):
    """The menu of the right mouse button."""

    def _enabled_items(self) -> dict[int, bool]:
        some = self.has_selection() or self._copies_lines
        return {
            TextEditMenu.MENU_CUT: self._editable and some,
            TextEditMenu.MENU_COPY: some,
            TextEditMenu.MENU_PASTE: self._editable,
            TextEditMenu.MENU_CLEAR: self._editable,
            TextEditMenu.MENU_SELECT_ALL: self._selecting,
            TextEditMenu.MENU_UNDO: self._editable and self.has_undo(),
            TextEditMenu.MENU_REDO: self._editable and self.has_redo(),
            TextEditMenu.MENU_SUBMENU_INSERT_UCC: self._editable,
        }

    def menu_option(self, option: int) -> None:
        """Does what an item of the context menu does; a `MENU_*`."""
        actions = {
            TextEditMenu.MENU_CUT: self.cut,
            TextEditMenu.MENU_COPY: self.copy,
            TextEditMenu.MENU_PASTE: self.paste,
            TextEditMenu.MENU_CLEAR: self._clear_by_menu,
            TextEditMenu.MENU_SELECT_ALL: self.select_all,
            TextEditMenu.MENU_UNDO: self.undo,
            TextEditMenu.MENU_REDO: self.redo,
        }
        _text_menu.choose(self, int(option), actions)

    def _clear_by_menu(self) -> None:
        if self._editable:
            self.clear()
