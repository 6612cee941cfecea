"""`TabBar`: a row of tabs of which one is the current one."""

from __future__ import annotations

from typing import ClassVar

from engine.core.accessors import accessors
from engine.gui._numbered import NumberedProperties, Part, flag_part, icon_part
from engine.gui._tab_bar_drawing import TabBarDrawing
from engine.gui._tab_bar_state import TabBarState


class TabBar(NumberedProperties, TabBarDrawing):
    """A row of tabs. It shows tabs alone: what belongs to them is up to who listens.

    Signals: `tab_selected` whenever one is selected, `tab_changed` when it is another one,
    `tab_clicked`, `tab_rmb_clicked`, `tab_close_pressed`, `tab_button_pressed`, `tab_hovered`,
    `active_tab_rearranged`.
    """

    _stored = (
        "current_tab",
        "tab_alignment",
        "clip_tabs",
        "close_with_middle_mouse",
        "tab_close_display_policy",
        "max_tab_width",
        "scrolling_enabled",
        "drag_to_rearrange_enabled",
        "switch_on_drag_hover",
        "tabs_rearrange_group",
        "scroll_to_selected",
        "select_with_rmb",
        "deselect_enabled",
        "tab_count",
    )
    _prefix = "tab_"
    _parts: ClassVar[dict[str, Part]] = {
        "title": Part("set_tab_title", "get_tab_title"),
        "tooltip": Part("set_tab_tooltip", "get_tab_tooltip"),
        "icon": icon_part("set_tab_icon", "get_tab_icon"),
        "disabled": flag_part("set_tab_disabled", "is_tab_disabled"),
    }
    _count_entry = ("tab_count", "Tabs")

    def get_tab_offset(self) -> int:
        """How many tabs are scrolled out on the left."""
        return self._first_shown

    def get_offset_buttons_visible(self) -> bool:
        """Whether the arrows for scrolling are shown."""
        return self._arrows_shown

    def set_tab_alignment(self, alignment: int) -> None:
        """Where tabs lie that do not fill the bar."""
        if alignment != self._alignment:
            self._alignment = TabBarState.AlignmentMode(alignment)
            self._tabs_changed()

    def get_tab_alignment(self) -> TabBarState.AlignmentMode:
        """Where tabs lie that do not fill the bar."""
        return self._alignment

    def set_clip_tabs(self, clip_tabs: bool) -> None:
        """Whether tabs that do not fit are reached by arrows."""
        if clip_tabs != self._clip_tabs:
            self._clip_tabs = bool(clip_tabs)
            self._tabs_changed()
            self.update_minimum_size()

    def get_clip_tabs(self) -> bool:
        """Whether tabs that do not fit are reached by arrows."""
        return self._clip_tabs

    def set_close_with_middle_mouse(self, enabled: bool) -> None:
        """Whether the middle button asks for a tab to be closed."""
        self._close_with_middle = bool(enabled)

    def get_close_with_middle_mouse(self) -> bool:
        """Whether the middle button asks for a tab to be closed."""
        return self._close_with_middle

    def set_tab_close_display_policy(self, policy: int) -> None:
        """On which tabs a cross is shown."""
        if policy != self._close_policy:
            self._close_policy = TabBarState.CloseButtonDisplayPolicy(policy)
            self._tabs_changed()

    def get_tab_close_display_policy(self) -> TabBarState.CloseButtonDisplayPolicy:
        """On which tabs a cross is shown."""
        return self._close_policy

    def set_max_tab_width(self, width: int) -> None:
        """How wide a tab may be; 0 for any width."""
        if width != self._max_tab_width:
            self._max_tab_width = int(width)
            self._tabs_changed()

    def get_max_tab_width(self) -> int:
        """How wide a tab may be; 0 for any width."""
        return self._max_tab_width

    def set_scrolling_enabled(self, enabled: bool) -> None:
        """Whether the mouse wheel scrolls."""
        self._scrolling = bool(enabled)

    def get_scrolling_enabled(self) -> bool:
        """Whether the mouse wheel scrolls."""
        return self._scrolling

    def set_drag_to_rearrange_enabled(self, enabled: bool) -> None:
        """Whether tabs can be dragged to another place."""
        self._rearranging = bool(enabled)

    def get_drag_to_rearrange_enabled(self) -> bool:
        """Whether tabs can be dragged to another place."""
        return self._rearranging

    def set_switch_on_drag_hover(self, enabled: bool) -> None:
        """Whether a tab is selected over which something is dragged."""
        self._switch_on_hover = bool(enabled)

    def get_switch_on_drag_hover(self) -> bool:
        """Whether a tab is selected over which something is dragged."""
        return self._switch_on_hover

    def set_tabs_rearrange_group(self, group_id: int) -> None:
        """Tabs can be dragged between bars of one group; -1 for none."""
        self._rearrange_group = int(group_id)

    def get_tabs_rearrange_group(self) -> int:
        """Tabs can be dragged between bars of one group; -1 for none."""
        return self._rearrange_group

    def set_scroll_to_selected(self, enabled: bool) -> None:
        """Whether a tab that gets selected is scrolled into view."""
        if enabled != self._scroll_to_selected:
            self._scroll_to_selected = bool(enabled)
            if self._scroll_to_selected:
                self.ensure_tab_visible(self._current)

    def get_scroll_to_selected(self) -> bool:
        """Whether a tab that gets selected is scrolled into view."""
        return self._scroll_to_selected

    def set_select_with_rmb(self, enabled: bool) -> None:
        """Whether the right button selects, too."""
        self._select_with_rmb = bool(enabled)

    def get_select_with_rmb(self) -> bool:
        """Whether the right button selects, too."""
        return self._select_with_rmb

    def set_deselect_enabled(self, enabled: bool) -> None:
        """Whether no tab may be selected."""
        if enabled != self._deselecting:
            self._deselecting = bool(enabled)
            if not self._deselecting and self._current == -1 and self._tabs:
                self._select_any()

    def get_deselect_enabled(self) -> bool:
        """Whether no tab may be selected."""
        return self._deselecting

    tab_alignment = accessors(get_tab_alignment, set_tab_alignment)
    clip_tabs = accessors(get_clip_tabs, set_clip_tabs)
    close_with_middle_mouse = accessors(get_close_with_middle_mouse, set_close_with_middle_mouse)
    tab_close_display_policy = accessors(get_tab_close_display_policy, set_tab_close_display_policy)
    max_tab_width = accessors(get_max_tab_width, set_max_tab_width)
    scrolling_enabled = accessors(get_scrolling_enabled, set_scrolling_enabled)
    drag_to_rearrange_enabled = accessors(
        get_drag_to_rearrange_enabled, set_drag_to_rearrange_enabled
    )
    switch_on_drag_hover = accessors(get_switch_on_drag_hover, set_switch_on_drag_hover)
    tabs_rearrange_group = accessors(get_tabs_rearrange_group, set_tabs_rearrange_group)
    scroll_to_selected = accessors(get_scroll_to_selected, set_scroll_to_selected)
    select_with_rmb = accessors(get_select_with_rmb, set_select_with_rmb)
    deselect_enabled = accessors(get_deselect_enabled, set_deselect_enabled)
    current_tab = accessors(TabBarDrawing.get_current_tab, TabBarDrawing.set_current_tab)
    tab_count = accessors(TabBarDrawing.get_tab_count, TabBarDrawing.set_tab_count)
