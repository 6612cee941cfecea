"""`TabContainer`: pages of which one is shown, chosen by tabs."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from engine.core import output
from engine.core.accessors import accessors
from engine.core.input_enums import MOUSE_BUTTON_LEFT
from engine.core.input_event import InputEvent
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.rect2 import Rect2
from engine.core.signal import Signal
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui.container import Container
from engine.gui.control import Control
from engine.gui.tab_bar import TabBar
from engine.gui.texture_2d import Texture2D
from engine.scene.node import Node
from engine.servers.canvas import WHITE

_STYLES = (
    "tab_unselected",
    "tab_hovered",
    "tab_selected",
    "tab_disabled",
    "tab_focus",
)
_ICONS = ("increment", "increment_highlight", "decrement", "decrement_highlight", "drop_mark")
_COLORS = (
    "font_selected_color",
    "font_hovered_color",
    "font_unselected_color",
    "font_disabled_color",
    "font_outline_color",
    "drop_mark_color",
    "icon_selected_color",
    "icon_hovered_color",
    "icon_unselected_color",
    "icon_disabled_color",
)
_NAME = "_tab_name"


class TabContainer(Container):
    """Each control right below it is a page; its tab has the page's name or a title.

    Signals: `tab_selected` whenever one is selected, `tab_changed` when it is another one,
    `tab_clicked`, `tab_hovered`, `tab_button_pressed`, `active_tab_rearranged`,
    `pre_popup_pressed`.
    """

    class TabPosition(IntEnum):
        """Where the tabs are."""

        POSITION_TOP = 0
        POSITION_BOTTOM = 1
        POSITION_MAX = 2

    POSITION_TOP = TabPosition.POSITION_TOP
    POSITION_BOTTOM = TabPosition.POSITION_BOTTOM
    POSITION_MAX = TabPosition.POSITION_MAX

    active_tab_rearranged = Signal("idx_to")
    tab_changed = Signal("tab")
    tab_clicked = Signal("tab")
    tab_hovered = Signal("tab")
    tab_selected = Signal("tab")
    tab_button_pressed = Signal("tab")
    pre_popup_pressed = Signal()

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
    _own = (
        "_bar",
        "_hidden_count",
        "_menu_hovered",
        "_pages",
        "_popup",
        "_rearranging_pages",
        "_tabs_in_front",
        "_tabs_position",
        "_tabs_visible",
        "_watched",
        "_wanted_tab",
    )

    _tabs_position: TabContainer.TabPosition = POSITION_TOP
    _tabs_visible: bool = True
    _tabs_in_front: bool = False
    _hidden_count: bool = False  # whether hidden pages count for the minimum size
    _menu_hovered: bool = False
    _rearranging_pages: bool = False  # while pages are shown and hidden by the container itself
    _wanted_tab: int = -2  # what was to be selected before there were pages
    _popup: Any = None
    _bar: TabBar
    _pages: list[Control]
    _watched: dict[Control, Any]  # what listens to each page

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._pages = []
        self._watched = {}
        bar = self._bar = TabBar()
        self.add_child(bar, False, self.INTERNAL_MODE_FRONT)
        bar.use_parent_material = True
        bar.set_anchors_and_offsets_preset(Control.PRESET_TOP_WIDE)
        bar.tab_changed.connect(self._tab_has_changed)
        bar.tab_selected.connect(self._tab_was_selected)
        bar.tab_clicked.connect(self._tab_was_clicked)
        bar.tab_hovered.connect(self._tab_was_hovered)
        bar.tab_button_pressed.connect(self._button_was_pressed)
        bar.active_tab_rearranged.connect(self._tab_was_rearranged)
        return self

    # What the bar tells --------------------------------------------------------------------------

    def _tab_has_changed(self, tab: int) -> None:
        self._defer(self._repaint, ())
        self.queue_redraw()
        self._emit_if_heard("tab_changed", tab)

    def _tab_was_selected(self, tab: int) -> None:
        if tab != self.get_previous_tab():
            self._defer(self._repaint, ())
        self._emit_if_heard("tab_selected", tab)

    def _tab_was_clicked(self, tab: int) -> None:
        self._emit_if_heard("tab_clicked", tab)

    def _tab_was_hovered(self, tab: int) -> None:
        self._emit_if_heard("tab_hovered", tab)

    def _button_was_pressed(self, tab: int) -> None:
        self._emit_if_heard("tab_button_pressed", tab)

    def _tab_was_rearranged(self, to: int) -> None:
        """A tab was dragged to another place in the bar: its page goes there, too."""
        titles = [self._title_of(page) for page in self._pages]
        order = [self._bar.get_tab_title(i) for i in range(len(self._pages))]
        moved = next((i for i in range(len(order)) if titles[i] != order[i]), None)
        if moved is not None:
            page = self._pages[titles.index(order[to])]
            place = self._pages[to]
            self._bar.move_tab(to, self._pages.index(page))
            self.move_child(page, place.get_index())
        self._emit_if_heard("active_tab_rearranged", to)

    # Pages ---------------------------------------------------------------------------------------

    def _is_page(self, node: Node) -> bool:
        return isinstance(node, Control) and not node._internal and not node._top_level

    def _title_of(self, page: Control) -> str:
        return str(page.get_meta(_NAME)) if page.has_meta(_NAME) else str(page.name)

    def _child_entered(self, node: Node) -> None:
        if isinstance(node, Control) and self._is_page(node):
            node.hide()
            self._pages.append(node)
            self._bar.add_tab(self._title_of(node))
            watch = self._watched[node] = lambda: self._page_shown_or_hidden(node)
            node.renamed.connect(self._take_names)
            node.visibility_changed.connect(watch)
            self._update_bar_place()
            if len(self._pages) == 1:
                self.queue_redraw()
            if self._tree is None:
                self._defer(self._repaint, ())
            if self._wanted_tab == len(self._pages) - 1:
                self._wanted_tab = -2
                self.set_current_tab(len(self._pages) - 1)
        super()._child_entered(node)

    def remove_child(self, node: Node) -> None:
        """Takes a child away, and its tab."""
        was_page = node in self._pages
        super().remove_child(node)
        if was_page and node._parent is None and isinstance(node, Control):
            index = self._pages.index(node)
            del self._pages[index]
            node.renamed.disconnect(self._take_names)
            node.visibility_changed.disconnect(self._watched.pop(node))
            if node.has_meta(_NAME):
                node.remove_meta(_NAME)
            self._bar.remove_tab(index)
            self._update_bar_place()
            if not self._pages:
                self.queue_redraw()
            if self._tree is None:
                self._defer(self._repaint, ())

    def _move(self, node: Node, index: int) -> None:
        super()._move(node, index)
        if isinstance(node, Control) and node in self._pages:
            before = self._pages.index(node)
            self._pages = [page for page in self._list() if page in self._watched]
            self._bar.move_tab(before, self._pages.index(node))

    def _take_names(self) -> None:
        for index, page in enumerate(self._pages):
            if not page.has_meta(_NAME) and self._bar.get_tab_title(index) != str(page.name):
                self._bar.set_tab_title(index, str(page.name))
        self._update_bar_place()

    def _page_shown_or_hidden(self, page: Control) -> None:
        """A page was shown or hidden by somebody else: exactly one has to stay visible."""
        if self._rearranging_pages or page not in self._pages:
            return
        index = self._pages.index(page)
        self._rearranging_pages = True
        if not page._visible and self.get_current_tab() == index:
            if self.get_deselect_enabled():
                self.set_current_tab(-1)
            elif len(self._pages) == 1:
                page.show()
            elif not self.select_next_available() and not self.select_previous_available():
                self.set_current_tab(-1)
        elif page._visible and self.get_current_tab() != index:
            self.set_current_tab(index)
        self._rearranging_pages = False

    def _repaint(self) -> None:
        """Shows the current page alone, in the place that the tabs leave."""
        top = self._tabs_position == self.POSITION_TOP
        high = self._bar_height()
        self._place_bar(top, high)
        panel = self.get_theme_stylebox("panel")
        left, upper, right, lower = (panel.get_margin(side) for side in range(4))
        self._rearranging_pages = True
        current = self.get_current_tab()
        for index, page in enumerate(list(self._pages)):
            if index != current:
                page.hide()
                continue
            page.show()
            page.set_anchors_and_offsets_preset(Control.PRESET_FULL_RECT)
            page.set_offset(0, left)
            page.set_offset(1, upper + (high if top else 0.0))
            page.set_offset(2, -right)
            page.set_offset(3, -lower - (0.0 if top else high))
        self._rearranging_pages = False
        self.update_minimum_size()

    def _place_bar(self, top: bool, high: float) -> None:
        bar = self._bar
        bar.set_anchor_and_offset(1, 0.0 if top else 1.0, 0.0 if top else -high)
        bar.set_anchor_and_offset(3, 0.0 if top else 1.0, high if top else 0.0)

    def _sort(self) -> None:
        self._repaint()

    # Place of the bar ----------------------------------------------------------------------------

    def _bar_height(self) -> float:
        if not self._tabs_visible or not self._pages:
            return 0.0
        style = self.get_theme_stylebox("tabbar_background")
        least: float = self._bar.get_minimum_size().y
        return least + float(style.get_margin(1)) + float(style.get_margin(3))

    def _update_bar_place(self) -> None:
        """Keeps the theme's room at the sides of the bar, and that of the menu."""
        style = self.get_theme_stylebox("tabbar_background")
        left, right = style.get_margin(0), style.get_margin(2)
        menu = self._menu_width()
        side = self.get_theme_constant("side_margin") if self._pages else 0
        alignment = self.get_tab_alignment()
        start = left + (side if alignment == TabBar.ALIGNMENT_LEFT else 0)
        end = right + menu
        if alignment == TabBar.ALIGNMENT_RIGHT and not menu:
            end += side
        if self.is_layout_rtl():
            start, end = end, start
        self._bar.set_offset(0, start)
        self._bar.set_offset(2, -end)

    def _menu_width(self) -> int:
        if self.get_popup() is None:
            return 0
        width: int = self.get_theme_icon("menu").get_width()
        return width

    def get_minimum_size(self) -> Vector2:
        """The largest page in its panel, and the tabs above."""
        width = height = 0.0
        if self._tabs_visible:
            width, height = self._bar.get_minimum_size().x, self._bar_height()
            if not self.get_clip_tabs():
                width += self._menu_width() + self.get_theme_constant("side_margin")
        large_w = large_h = 0.0
        for page in self._pages:
            if page._visible or self._hidden_count:
                least_w, least_h = page._combined_minimum()
                large_w, large_h = max(large_w, least_w), max(large_h, least_h)
        panel = self.get_theme_stylebox("panel").get_minimum_size()
        return Vector2(max(width, panel.x + large_w), height + large_h + panel.y)

    # Reactions -----------------------------------------------------------------------------------

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == 30:  # DRAW
            self._draw_panel()
        elif what == 45:  # THEME_CHANGED
            self._hand_theme_on()
        elif what == 13 or what == 40:  # READY, RESIZED
            self._update_bar_place()
        elif what == 10:  # ENTER_TREE
            if self._pages:
                self._repaint()
        elif what == 31 and self._visible_in_tree:  # VISIBILITY_CHANGED
            self._update_bar_place()

    def _hand_theme_on(self) -> None:
        bar = self._bar
        bar.begin_bulk_theme_override()
        for name in _STYLES:
            bar.add_theme_stylebox_override(name, self.get_theme_stylebox(name))
        for name in _ICONS:
            bar.add_theme_icon_override(name, self.get_theme_icon(name))
        for name in _COLORS:
            bar.add_theme_color_override(name, self.get_theme_color(name))
        bar.add_theme_font_override("font", self.get_theme_font("font"))
        bar.add_theme_font_size_override("font_size", self.get_theme_font_size("font_size"))
        separation = self.get_theme_constant("icon_separation")
        bar.add_theme_constant_override("h_separation", separation)
        for name in ("icon_max_width", "outline_size", "tab_separation"):
            bar.add_theme_constant_override(name, self.get_theme_constant(name))
        bar.end_bulk_theme_override()
        self._update_bar_place()
        if self._pages:
            self._defer(self._repaint, ())

    def _draw_panel(self) -> None:
        panel = self.get_theme_stylebox("panel")
        high = self._bar_height()
        if not self._tabs_visible:
            panel._draw_into(self._commands, Rect2(0.0, 0.0, self._w, self._h))
            return
        top = self._tabs_position == self.POSITION_TOP
        start = 0.0 if top else self._h - high
        style = self.get_theme_stylebox("tabbar_background")
        style._draw_into(self._commands, Rect2(0.0, start, self._w, high))
        page = Rect2(0.0, high if top else 0.0, self._w, self._h - high)
        panel._draw_into(self._commands, page)
        if self.get_popup() is not None:
            icon = self.get_theme_icon("menu_highlight" if self._menu_hovered else "menu")
            x = 0.0 if self.is_layout_rtl() else self._w - icon.get_width()
            y = start + int((high - icon.get_height()) / 2)
            icon._draw_at(self._commands, x, y, WHITE)

    def _on_menu(self, position: Vector2) -> bool:
        menu = self._menu_width()
        x = self._w - position.x if self.is_layout_rtl() else position.x
        y = position.y if self._tabs_position == self.POSITION_TOP else self._h - position.y
        return menu > 0 and x > self._w - menu and 0.0 <= y < self._bar_height()

    def _on_gui_input(self, event: InputEvent) -> None:
        super()._on_gui_input(event)
        if isinstance(event, InputEventMouseMotion):
            hovered = self._on_menu(event.position)
            if hovered != self._menu_hovered:
                self._menu_hovered = hovered
                self.queue_redraw()
        elif (
            isinstance(event, InputEventMouseButton)
            and event.pressed
            and event.button_index == MOUSE_BUTTON_LEFT
            and self._on_menu(event.position)
        ):
            self._open_menu()

    def _open_menu(self) -> None:
        self._emit_if_heard("pre_popup_pressed")
        popup = self.get_popup()
        place = self.get_screen_position()
        width = popup.size.x
        y = place.y + self._bar_height()
        popup.position = Vector2i(int(place.x + self._w - width), int(y))
        popup.popup()

    # Tabs ----------------------------------------------------------------------------------------

    def get_tab_bar(self) -> TabBar:
        """The bar with the tabs."""
        return self._bar

    def get_tab_count(self) -> int:
        """How many pages there are."""
        return self._bar.get_tab_count()

    def set_current_tab(self, tab_idx: int) -> None:
        """Selects a page; -1 for none, where that is allowed."""
        if self._tree is None and tab_idx >= len(self._pages):
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
            page.set_meta(_NAME, str(title))
        elif page.has_meta(_NAME):
            page.remove_meta(_NAME)
        self._bar.set_tab_title(tab_idx, self._title_of(page))
        self._update_bar_place()
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
            self._tabs_position = TabContainer.TabPosition(tabs_position)
            self._bar._flipped = tabs_position == self.POSITION_BOTTOM
            self._bar.queue_redraw()
            self._defer(self._repaint, ())
            self.queue_redraw()

    def get_tabs_position(self) -> TabContainer.TabPosition:
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

    def set_popup(self, popup: Node | None) -> None:
        """A menu that opens from a button beside the tabs."""
        had = self._popup is not None
        self._popup = popup
        if had is not (popup is not None):
            self._update_bar_place()
            self.queue_redraw()

    def get_popup(self) -> Any:
        """The menu, or None."""
        return None if self._popup is None or type(self._popup)._freed else self._popup

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
