"""`TabContainer`: pages of which one is shown, chosen by tabs."""

from __future__ import annotations

from typing import Any, ClassVar

from engine.core import output
from engine.core.accessors import accessors
from engine.core.vector2 import Vector2
from engine.gui._numbered import NumberedProperties, Part, flag_part, icon_part
from engine.gui._tab_container_pages import PAGE_TITLE, TabContainerPages
from engine.gui.control import Control
from engine.gui.tab_bar import TabBar
from engine.gui.texture_2d import Texture2D

_TITLE = Part("set_tab_title", "get_tab_title")


class TabContainer(NumberedProperties, TabContainerPages):
    """Each control right below it is a page; its tab has the page's name or a title.

    Signals: `tab_selected` whenever one is selected, `tab_changed` when it is another one,
    `tab_clicked`, `tab_hovered`, `tab_button_pressed`, `active_tab_rearranged`,
    `pre_popup_pressed`.
    """

    _stored = (
        "tab_alignment",
        "current_tab",
        "tabs_position",
        "clip_tabs",
        "tabs_visible",
        "all_tabs_in_front",
        "switch_on_drag_hover",
        "drag_to_rearrange_enabled",
        "tabs_rearrange_group",
        "use_hidden_tabs_for_min_size",
        "tab_focus_mode",
        "deselect_enabled",
    )
    _prefix = "tab_"
    _parts: ClassVar[dict[str, Part]] = {
        "title": _TITLE,
        "icon": icon_part("set_tab_icon", "get_tab_icon"),
        "disabled": flag_part("set_tab_disabled", "is_tab_disabled"),
        "hidden": flag_part("set_tab_hidden", "is_tab_hidden"),
    }
    _count_entry = ("", "")
    # Tabs ----------------------------------------------------------------------------------------

    def get_tab_bar(self) -> TabBar:
        """The bar with the tabs."""
        return self._bar

    def get_tab_count(self) -> int:
        """How many pages there are."""
        return self._bar.get_tab_count()

    def set_current_tab(self, tab_idx: int) -> None:
        """Selects a page; -1 for none, where that is allowed."""
        if self._tree is None:
            self._wanted_tab = int(tab_idx)
            return
        self._bar.set_current_tab(tab_idx)

    def get_current_tab(self) -> int:
        """The current page; -1 for none."""
        return self._bar.get_current_tab()

    def get_previous_tab(self) -> int:
        """What was the current page before; -1 for none."""
        return self._bar.get_previous_tab()

    def select_previous_available(self) -> bool:
        """Selects the nearest page before that can be selected; whether there is one."""
        return self._bar.select_previous_available()

    def select_next_available(self) -> bool:
        """Selects the nearest page behind that can be selected; whether there is one."""
        return self._bar.select_next_available()

    def get_current_tab_control(self) -> Any:
        """The current page, or None."""
        current = self.get_current_tab()
        return self._pages[current] if 0 <= current < len(self._pages) else None

    def get_tab_control(self, tab_idx: int) -> Any:
        """The page of a number, or None."""
        return self._pages[tab_idx] if 0 <= tab_idx < len(self._pages) else None

    def get_tab_idx_from_control(self, control: Control) -> int:
        """The number of a page; -1 for what is none."""
        return self._pages.index(control) if control in self._pages else -1

    def get_tab_idx_at_point(self, point: Vector2) -> int:
        """The tab at a point of the bar; -1 when there is none."""
        return self._bar.get_tab_idx_at_point(point)

    def _page_at(self, tab_idx: int) -> Control | None:
        page = self.get_tab_control(tab_idx)
        if page is None:
            output.error('Parameter "child" is null.')
            return None
        found: Control = page
        return found

    def set_tab_title(self, tab_idx: int, title: str) -> None:
        """A title instead of the page's name; an empty one for the name again."""
        page = self._page_at(tab_idx)
        if page is None:
            return
        if title and title != str(page.name):
            page.set_meta(PAGE_TITLE, str(title))
        elif page.has_meta(PAGE_TITLE):
            page.remove_meta(PAGE_TITLE)
        self._bar.set_tab_title(tab_idx, self._title_of(page))
        self._repaint()
        self.queue_redraw()

    def get_tab_title(self, tab_idx: int) -> str:
        """The text of a tab."""
        return self._bar.get_tab_title(tab_idx)

    def set_tab_disabled(self, tab_idx: int, disabled: bool) -> None:
        """Whether a page cannot be selected by the user."""
        self._bar.set_tab_disabled(tab_idx, disabled)
        self._update_bar_place()

    def is_tab_disabled(self, tab_idx: int) -> bool:
        """Whether a page cannot be selected by the user."""
        return self._bar.is_tab_disabled(tab_idx)

    def set_tab_hidden(self, tab_idx: int, hidden: bool) -> None:
        """Whether a tab is not shown."""
        page = self._page_at(tab_idx)
        if page is None or bool(hidden) is self._bar.is_tab_hidden(tab_idx):
            return
        self._bar.set_tab_hidden(tab_idx, hidden)
        page.hide()
        self._update_bar_place()
        self._defer(self._repaint, ())

    def is_tab_hidden(self, tab_idx: int) -> bool:
        """Whether a tab is not shown."""
        return self._bar.is_tab_hidden(tab_idx)

    def set_tab_tooltip(self, tab_idx: int, tooltip: str) -> None:
        """The tooltip of a tab."""
        self._bar.set_tab_tooltip(tab_idx, tooltip)

    def get_tab_tooltip(self, tab_idx: int) -> str:
        """The tooltip of a tab."""
        return self._bar.get_tab_tooltip(tab_idx)

    def set_tab_icon(self, tab_idx: int, icon: Texture2D | None) -> None:
        """The icon of a tab, or None."""
        self._bar.set_tab_icon(tab_idx, icon)
        self._update_bar_place()
        self.queue_redraw()

    def get_tab_icon(self, tab_idx: int) -> Texture2D | None:
        """The icon of a tab, or None."""
        return self._bar.get_tab_icon(tab_idx)

    def set_tab_icon_max_width(self, tab_idx: int, width: int) -> None:
        """How wide a tab's icon may be; 0 for any width."""
        self._bar.set_tab_icon_max_width(tab_idx, width)
        self._update_bar_place()
        self.queue_redraw()

    def get_tab_icon_max_width(self, tab_idx: int) -> int:
        """How wide a tab's icon may be; 0 for any width."""
        return self._bar.get_tab_icon_max_width(tab_idx)

    def set_tab_metadata(self, tab_idx: int, metadata: Any) -> None:
        """A value kept with a tab."""
        self._bar.set_tab_metadata(tab_idx, metadata)

    def get_tab_metadata(self, tab_idx: int) -> Any:
        """A value kept with a tab."""
        return self._bar.get_tab_metadata(tab_idx)

    def set_tab_button_icon(self, tab_idx: int, icon: Texture2D | None) -> None:
        """The icon of a button within a tab, or None."""
        self._bar.set_tab_button_icon(tab_idx, icon)
        self._update_bar_place()
        self.queue_redraw()

    def get_tab_button_icon(self, tab_idx: int) -> Texture2D | None:
        """The icon of a button within a tab, or None."""
        return self._bar.get_tab_button_icon(tab_idx)

    def set_tab_alignment(self, alignment: int) -> None:
        """Where tabs lie that do not fill the bar."""
        self._bar.set_tab_alignment(alignment)
        self._update_bar_place()

    def get_tab_alignment(self) -> TabBar.AlignmentMode:
        """Where tabs lie that do not fill the bar."""
        return self._bar.get_tab_alignment()

    def set_clip_tabs(self, clip_tabs: bool) -> None:
        """Whether tabs that do not fit are reached by arrows."""
        self._bar.set_clip_tabs(clip_tabs)
        self.update_minimum_size()

    def get_clip_tabs(self) -> bool:
        """Whether tabs that do not fit are reached by arrows."""
        return self._bar.get_clip_tabs()

    def set_switch_on_drag_hover(self, enabled: bool) -> None:
        """Whether a tab is selected over which something is dragged."""
        self._bar.set_switch_on_drag_hover(enabled)

    def get_switch_on_drag_hover(self) -> bool:
        """Whether a tab is selected over which something is dragged."""
        return self._bar.get_switch_on_drag_hover()

    def set_drag_to_rearrange_enabled(self, enabled: bool) -> None:
        """Whether tabs can be dragged to another place."""
        self._bar.set_drag_to_rearrange_enabled(enabled)

    def get_drag_to_rearrange_enabled(self) -> bool:
        """Whether tabs can be dragged to another place."""
        return self._bar.get_drag_to_rearrange_enabled()

    def set_tabs_rearrange_group(self, group_id: int) -> None:
        """Tabs can be dragged between containers of one group; -1 for none."""
        self._bar.set_tabs_rearrange_group(group_id)

    def get_tabs_rearrange_group(self) -> int:
        """Tabs can be dragged between containers of one group; -1 for none."""
        return self._bar.get_tabs_rearrange_group()

    def set_deselect_enabled(self, enabled: bool) -> None:
        """Whether no page may be shown."""
        self._bar.set_deselect_enabled(enabled)

    def get_deselect_enabled(self) -> bool:
        """Whether no page may be shown."""
        return self._bar.get_deselect_enabled()

    # Settings ------------------------------------------------------------------------------------

    def set_tabs_position(self, tabs_position: int) -> None:
        """Whether the tabs are above or below the pages."""
        if not 0 <= tabs_position < self.POSITION_MAX:
            output.error(
                f"Index p_tabs_position = {int(tabs_position)} is out of bounds (POSITION_MAX = 2)."
            )
        elif tabs_position != self._tabs_position:
            self._tabs_position = TabContainerPages.TabPosition(tabs_position)
            self._bar._flipped = tabs_position == self.POSITION_BOTTOM
            self._bar.queue_redraw()
            self._defer(self._repaint, ())
            self.queue_redraw()

    def get_tabs_position(self) -> TabContainerPages.TabPosition:
        """Whether the tabs are above or below the pages."""
        return self._tabs_position

    def set_tabs_visible(self, visible: bool) -> None:
        """Whether there are tabs; without them pages fill all of it."""
        if bool(visible) is not self._tabs_visible:
            self._tabs_visible = bool(visible)
            self._bar.set_visible(self._tabs_visible)
            self._defer(self._repaint, ())
            self.queue_redraw()

    def are_tabs_visible(self) -> bool:
        """Whether there are tabs."""
        return self._tabs_visible

    def set_all_tabs_in_front(self, is_front: bool) -> None:
        """Whether tabs are painted over the pages."""
        if bool(is_front) is not self._tabs_in_front:
            self._tabs_in_front = bool(is_front)
            mode = self.INTERNAL_MODE_BACK if is_front else self.INTERNAL_MODE_FRONT
            super().remove_child(self._bar)
            self.add_child(self._bar, False, mode)

    def is_all_tabs_in_front(self) -> bool:
        """Whether tabs are painted over the pages."""
        return self._tabs_in_front

    def set_use_hidden_tabs_for_min_size(self, enabled: bool) -> None:
        """Whether pages count for the minimum size that are not shown."""
        self._hidden_count = bool(enabled)
        self.update_minimum_size()

    def get_use_hidden_tabs_for_min_size(self) -> bool:
        """Whether pages count for the minimum size that are not shown."""
        return self._hidden_count

    def set_tab_focus_mode(self, focus_mode: int) -> None:
        """How the bar takes the focus."""
        self._bar.set_focus_mode(focus_mode)

    def get_tab_focus_mode(self) -> Control.FocusMode:
        """How the bar takes the focus."""
        return self._bar.get_focus_mode()

    tab_alignment = accessors(get_tab_alignment, set_tab_alignment)
    current_tab = accessors(get_current_tab, set_current_tab)
    tabs_position = accessors(get_tabs_position, set_tabs_position)
    clip_tabs = accessors(get_clip_tabs, set_clip_tabs)
    tabs_visible = accessors(are_tabs_visible, set_tabs_visible)
    all_tabs_in_front = accessors(is_all_tabs_in_front, set_all_tabs_in_front)
    switch_on_drag_hover = accessors(get_switch_on_drag_hover, set_switch_on_drag_hover)
    drag_to_rearrange_enabled = accessors(
        get_drag_to_rearrange_enabled, set_drag_to_rearrange_enabled
    )
    tabs_rearrange_group = accessors(get_tabs_rearrange_group, set_tabs_rearrange_group)
    use_hidden_tabs_for_min_size = accessors(
        get_use_hidden_tabs_for_min_size, set_use_hidden_tabs_for_min_size
    )
    tab_focus_mode = accessors(get_tab_focus_mode, set_tab_focus_mode)
    deselect_enabled = accessors(get_deselect_enabled, set_deselect_enabled)

    # Properties by number ------------------------------------------------------------------------

    def set(self, property: str, value: Any) -> None:
        """Sets a property; `tab_3/title` is one of the fourth tab.

        Scenes set those before the pages are there: they wait until the container is ready.
        """
        found = self._named_part(str(property))
        if found is None:
            super().set(property, value)
            return
        index, part = found
        if index >= len(self._pages) and not self._is_ready:
            self._awaited.setdefault(index, {})[part.setter] = value
        else:
            getattr(self, part.setter)(index, value)

    def _become_ready(self) -> None:
        awaited, self._awaited = self._awaited, {}
        for index in sorted(awaited):
            for setter, value in awaited[index].items():
                getattr(self, setter)(index, value)
        self._is_ready = True

    def _numbered_count(self) -> int:
        return len(self._pages)

    def _part_default(self, index: int, part: Part) -> Any:
        named = part is _TITLE and index < len(self._pages)
        return str(self._pages[index].name) if named else part.default
