"""The tabs of a TabBar: adding, removing, their properties, which is the current one."""

from __future__ import annotations

from typing import Any

from engine.core import output
from engine.gui._tab_bar_layout import TabBarLayout
from engine.gui._tab_bar_state import Tab
from engine.gui.texture_2d import Texture2D


class TabBarTabs(TabBarLayout):
    """What scripts do with tabs."""

    def add_tab(self, title: str = "", icon: Texture2D | None = None) -> None:
        """Adds a tab at the end; the first one becomes the current one."""
        self._tabs.append(Tab(str(title), icon))
        self._tabs_changed()
        if not self._deselecting and len(self._tabs) == 1:
            if self._tree is not None:
                self.set_current_tab(0)
            else:
                self._current = 0
        if self._queued_current == len(self._tabs) - 1:
            self._queued_current = -2
            self.set_current_tab(len(self._tabs) - 1)

    def remove_tab(self, tab_idx: int) -> None:
        """Takes a tab away; if it was the current one, another one becomes it."""
        if self._tab_at(tab_idx) is None:
            return
        del self._tabs[tab_idx]
        changes = self._current == tab_idx
        if self._current >= tab_idx and self._current > 0:
            self._current -= 1
        if self._previous >= tab_idx and self._previous > 0:
            self._previous -= 1
        if not self._tabs:
            self._first_shown = self._last_shown = 0
            self._current = self._previous = -1
        else:
            if self._current >= 0:
                self._current = self._nearest_available(self._current)
            self._first_shown = min(self._first_shown, len(self._tabs) - 1)
            self._update_cache()
            self._show_no_gap()
        self._tabs_changed()
        if changes and self._tree is not None:
            self._emit_if_heard("tab_changed", self._current)

    def _nearest_available(self, index: int) -> int:
        """The next tab that can be selected, or one before; the same one if there is none."""
        order = [*range(index, len(self._tabs)), *range(index - 1, -1, -1)]
        return next((i for i in order if self._is_available(i)), index)

    def _is_available(self, index: int) -> bool:
        tab = self._tabs[index]
        return not tab.disabled and not tab.hidden

    def clear_tabs(self) -> None:
        """Takes all tabs away."""
        if self._tabs:
            self._tabs.clear()
            self._first_shown = self._last_shown = 0
            self._current = self._previous = -1
            self._tabs_changed()

    def move_tab(self, from_: int, to: int) -> None:
        """Moves a tab to another place; what is the current one stays it."""
        if from_ == to:
            return
        for label, index in (("from", from_), ("to", to)):
            if not 0 <= index < len(self._tabs):
                output.error(
                    f"Index p_{label} = {index} is out of bounds (tabs.size() = {len(self._tabs)})."
                )
                return
        self._tabs.insert(to, self._tabs.pop(from_))
        self._current = _moved(self._current, from_, to)
        self._previous = _moved(self._previous, from_, to)
        self._update_cache()
        self._show_no_gap()
        self._tabs_changed()

    def set_tab_count(self, count: int) -> None:
        """Adds empty tabs or takes some away at the end."""
        if count == len(self._tabs):
            return
        if count < 0:
            output.error('Condition "p_count < 0" is true.')
            return
        del self._tabs[count:]
        self._tabs += [Tab() for _ in range(count - len(self._tabs))]
        if not self._tabs:
            self._first_shown = self._last_shown = 0
            self._current = self._previous = -1
        else:
            last = len(self._tabs) - 1
            self._first_shown = min(self._first_shown, last)
            if self._current >= 0 or not self._deselecting:
                self._current = min(max(self._current, 0), last)
            self._previous = min(self._previous, last)
        self._tabs_changed()
        self._show_no_gap()

    def get_tab_count(self) -> int:
        """How many tabs there are."""
        return len(self._tabs)

    # The current tab -----------------------------------------------------------------------------

    def _may_deselect(self) -> bool:
        if self._deselecting or not self._tabs:
            return True
        return not any(self._is_available(index) for index in range(len(self._tabs)))

    def set_current_tab(self, tab_idx: int) -> None:
        """Selects a tab; -1 for none, where that is allowed."""
        if tab_idx == -1:
            if not self._may_deselect():
                output.error("Cannot deselect tabs, deselection is not enabled.")
                return
        elif self._tree is None and tab_idx >= len(self._tabs):
            self._queued_current = int(tab_idx)
            return
        elif not 0 <= tab_idx < len(self._tabs):
            output.error(
                f"Index p_current = {int(tab_idx)} is out of bounds (get_tab_count() = "
                f"{len(self._tabs)})."
            )
            return
        self._previous = self._current
        self._current = int(tab_idx)
        self._emit_if_heard("tab_selected", self._current)
        if self._current == self._previous:
            return
        self._emit_if_heard("tab_changed", self._current)
        self._tabs_changed()

    def get_current_tab(self) -> int:
        """The current tab; -1 for none."""
        return self._current

    def get_previous_tab(self) -> int:
        """What was the current tab before; -1 for none."""
        return self._previous

    def select_previous_available(self) -> bool:
        """Selects the nearest tab before that can be selected; whether there is one."""
        return self._select_first_of(range(self._current - 1, -1, -1))

    def select_next_available(self) -> bool:
        """Selects the nearest tab behind that can be selected; whether there is one."""
        return self._select_first_of(range(self._current + 1, len(self._tabs)))

    def _select_first_of(self, order: range) -> bool:
        for index in order:
            if self._is_available(index):
                self.set_current_tab(index)
                return True
        return False

    def _select_any(self) -> None:
        if not self.select_next_available():
            self.set_current_tab(0)

    # Properties of tabs --------------------------------------------------------------------------

    def set_tab_title(self, tab_idx: int, title: str) -> None:
        """The text of a tab."""
        tab = self._tab_at(tab_idx)
        if tab is not None and title != tab.text:
            tab.text = str(title)
            tab.shaped = None
            self._tabs_changed()

    def get_tab_title(self, tab_idx: int) -> str:
        """The text of a tab."""
        tab = self._tab_at(tab_idx)
        return "" if tab is None else tab.text

    def set_tab_tooltip(self, tab_idx: int, tooltip: str) -> None:
        """The tooltip of a tab."""
        tab = self._tab_at(tab_idx)
        if tab is not None:
            tab.tooltip = str(tooltip)

    def get_tab_tooltip(self, tab_idx: int) -> str:
        """The tooltip of a tab."""
        tab = self._tab_at(tab_idx)
        return "" if tab is None else tab.tooltip

    def set_tab_text_direction(self, tab_idx: int, direction: int) -> None:
        """In which direction a tab's text is written."""
        tab = self._tab_at(tab_idx)
        if tab is not None and direction != tab.direction:
            tab.direction = int(direction)
            tab.shaped = None
            self._tabs_changed()

    def get_tab_text_direction(self, tab_idx: int) -> int:
        """In which direction a tab's text is written."""
        tab = self._tab_at(tab_idx)
        return 0 if tab is None else tab.direction

    def set_tab_language(self, tab_idx: int, language: str) -> None:
        """The language of a tab's text."""
        tab = self._tab_at(tab_idx)
        if tab is not None and language != tab.language:
            tab.language = str(language)
            tab.shaped = None
            self._tabs_changed()

    def get_tab_language(self, tab_idx: int) -> str:
        """The language of a tab's text."""
        tab = self._tab_at(tab_idx)
        return "" if tab is None else tab.language

    def set_tab_icon(self, tab_idx: int, icon: Texture2D | None) -> None:
        """The icon of a tab, or None."""
        tab = self._tab_at(tab_idx)
        if tab is not None and icon != tab.icon:
            tab.icon = icon
            self._tabs_changed()

    def get_tab_icon(self, tab_idx: int) -> Texture2D | None:
        """The icon of a tab, or None."""
        tab = self._tab_at(tab_idx)
        return None if tab is None else tab.icon

    def set_tab_icon_max_width(self, tab_idx: int, width: int) -> None:
        """How wide a tab's icon may be; 0 for any width."""
        tab = self._tab_at(tab_idx)
        if tab is not None and width != tab.icon_max_width:
            tab.icon_max_width = int(width)
            self._tabs_changed()

    def get_tab_icon_max_width(self, tab_idx: int) -> int:
        """How wide a tab's icon may be; 0 for any width."""
        tab = self._tab_at(tab_idx)
        return 0 if tab is None else tab.icon_max_width

    def set_tab_button_icon(self, tab_idx: int, icon: Texture2D | None) -> None:
        """The icon of a button within a tab, or None."""
        tab = self._tab_at(tab_idx)
        if tab is not None and icon != tab.button:
            tab.button = icon
            self._tabs_changed()

    def get_tab_button_icon(self, tab_idx: int) -> Texture2D | None:
        """The icon of a button within a tab, or None."""
        tab = self._tab_at(tab_idx)
        return None if tab is None else tab.button

    def set_tab_disabled(self, tab_idx: int, disabled: bool) -> None:
        """Whether a tab cannot be selected by the user."""
        tab = self._tab_at(tab_idx)
        if tab is not None and disabled != tab.disabled:
            tab.disabled = bool(disabled)
            self._tabs_changed()

    def is_tab_disabled(self, tab_idx: int) -> bool:
        """Whether a tab cannot be selected by the user."""
        tab = self._tab_at(tab_idx)
        return False if tab is None else tab.disabled

    def set_tab_hidden(self, tab_idx: int, hidden: bool) -> None:
        """Whether a tab is not shown."""
        tab = self._tab_at(tab_idx)
        if tab is not None and hidden != tab.hidden:
            tab.hidden = bool(hidden)
            self._tabs_changed()
            self._show_no_gap()

    def is_tab_hidden(self, tab_idx: int) -> bool:
        """Whether a tab is not shown."""
        tab = self._tab_at(tab_idx)
        return False if tab is None else tab.hidden

    def set_tab_metadata(self, tab_idx: int, metadata: Any) -> None:
        """A value kept with a tab."""
        tab = self._tab_at(tab_idx)
        if tab is not None:
            tab.metadata = metadata

    def get_tab_metadata(self, tab_idx: int) -> Any:
        """A value kept with a tab."""
        tab = self._tab_at(tab_idx)
        return None if tab is None else tab.metadata


def _moved(index: int, from_: int, to: int) -> int:
    """Where something is after something was moved."""
    if index == from_:
        return to
    if from_ < index <= to:
        return index - 1
    return index + 1 if to <= index < from_ else index
