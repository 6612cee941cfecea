"""`Tree`: rows below rows, in columns, that can be folded, selected, checked and edited."""

from __future__ import annotations

from engine.core.accessors import accessors
from engine.gui._tree_drawing import TreeDrawing
from engine.gui._tree_state import TreeState


class Tree(TreeDrawing):
    """A tree of `TreeItem`s. It is built with `create_item`; scenes do not store the items.

    Signals: `item_selected`, `cell_selected` and `multi_selected` of the selection,
    `item_activated`, `item_collapsed`, `item_edited`, `button_clicked` and more of what the user
    does.
    """

    _stored = (
        "columns",
        "column_titles_visible",
        "allow_reselect",
        "allow_rmb_select",
        "allow_search",
        "hide_folding",
        "enable_recursive_folding",
        "enable_drag_unfolding",
        "hide_root",
        "drop_mode_flags",
        "select_mode",
        "auto_tooltip",
        "scroll_horizontal_enabled",
        "scroll_vertical_enabled",
        "scroll_hint_mode",
        "tile_scroll_hint",
    )

    def set_column_titles_visible(self, visible: bool) -> None:
        """Whether the titles of columns are shown."""
        if visible != self._titles_visible:
            self._titles_visible = bool(visible)
            self._layout_changed()

    def are_column_titles_visible(self) -> bool:
        """Whether the titles of columns are shown."""
        return self._titles_visible

    def set_hide_folding(self, hide: bool) -> None:
        """Whether no item has an arrow to fold it with."""
        if hide != self._hide_folding:
            self._hide_folding = bool(hide)
            self._layout_changed()

    def is_folding_hidden(self) -> bool:
        """Whether no item has an arrow to fold it with."""
        return self._hide_folding

    def set_enable_recursive_folding(self, enable: bool) -> None:
        """Whether shift folds all that is below an item."""
        self._recursive_folding = bool(enable)

    def is_recursive_folding_enabled(self) -> bool:
        """Whether shift folds all that is below an item."""
        return self._recursive_folding

    def set_enable_drag_unfolding(self, enable: bool) -> None:
        """Whether items unfold when something is dragged over them."""
        self._drag_unfolding = bool(enable)

    def is_drag_unfolding_enabled(self) -> bool:
        """Whether items unfold when something is dragged over them."""
        return self._drag_unfolding

    def set_hide_root(self, enable: bool) -> None:
        """Whether the root is not shown, so that there seem to be several."""
        if enable != self._hide_root:
            self._hide_root = bool(enable)
            self._layout_changed()

    def is_root_hidden(self) -> bool:
        """Whether the root is not shown, so that there seem to be several."""
        return self._hide_root

    def set_drop_mode_flags(self, flags: int) -> None:
        """Where something may be dropped, a sum of `DropModeFlags`."""
        if flags != self._drop_mode:
            self._drop_mode = int(flags)
            self.queue_redraw()

    def get_drop_mode_flags(self) -> int:
        """Where something may be dropped, a sum of `DropModeFlags`."""
        return self._drop_mode

    def set_select_mode(self, mode: int) -> None:
        """What can be selected."""
        if mode != self._select_mode:
            self._select_mode = TreeState.SelectMode(mode)
            self._layout_changed()

    def get_select_mode(self) -> TreeState.SelectMode:
        """What can be selected."""
        return self._select_mode

    def set_auto_tooltip(self, enable: bool) -> None:
        """Whether an item's text is its tooltip when it has none."""
        self._auto_tooltip = bool(enable)

    def is_auto_tooltip_enabled(self) -> bool:
        """Whether an item's text is its tooltip when it has none."""
        return self._auto_tooltip

    def set_h_scroll_enabled(self, h_scroll: bool) -> None:
        """Whether it scrolls to the side."""
        if h_scroll != self._h_scroll:
            self._h_scroll = bool(h_scroll)
            self._layout_changed()
            self.update_minimum_size()

    def is_h_scroll_enabled(self) -> bool:
        """Whether it scrolls to the side."""
        return self._h_scroll

    def set_v_scroll_enabled(self, h_scroll: bool) -> None:
        """Whether it scrolls up and down."""
        if h_scroll != self._v_scroll:
            self._v_scroll = bool(h_scroll)
            self._layout_changed()
            self.update_minimum_size()

    def is_v_scroll_enabled(self) -> bool:
        """Whether it scrolls up and down."""
        return self._v_scroll

    columns = accessors(TreeDrawing.get_columns, TreeDrawing.set_columns)
    column_titles_visible = accessors(are_column_titles_visible, set_column_titles_visible)
    hide_folding = accessors(is_folding_hidden, set_hide_folding)
    enable_recursive_folding = accessors(is_recursive_folding_enabled, set_enable_recursive_folding)
    enable_drag_unfolding = accessors(is_drag_unfolding_enabled, set_enable_drag_unfolding)
    hide_root = accessors(is_root_hidden, set_hide_root)
    drop_mode_flags = accessors(get_drop_mode_flags, set_drop_mode_flags)
    select_mode = accessors(get_select_mode, set_select_mode)
    auto_tooltip = accessors(is_auto_tooltip_enabled, set_auto_tooltip)
    scroll_horizontal_enabled = accessors(is_h_scroll_enabled, set_h_scroll_enabled)
    scroll_vertical_enabled = accessors(is_v_scroll_enabled, set_v_scroll_enabled)
