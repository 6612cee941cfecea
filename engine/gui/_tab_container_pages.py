"""The pages of a TabContainer: which one is shown, where the bar and the pages lie, drawing."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

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
PAGE_TITLE = "_tab_name"
_PAGE_INDEX = "_tab_index"


class TabContainerPages(Container):
    """State, layout and reactions of a TabContainer."""

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

    _own = (
        "_awaited",
        "_bar",
        "_hidden_count",
        "_is_ready",
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

    _tabs_position: TabContainerPages.TabPosition = POSITION_TOP
    _tabs_visible: bool = True
    _tabs_in_front: bool = False
    _hidden_count: bool = False  # whether hidden pages count for the minimum size
    _menu_hovered: bool = False
    _rearranging_pages: bool = False  # while pages are shown and hidden by the container itself
    _wanted_tab: int = -2  # what was to be selected before there were pages
    _popup: Any = None
    _is_ready: bool = False
    _awaited: dict[int, dict[str, Any]]  # setters and values of tabs that are not there yet
    _bar: TabBar
    _pages: list[Control]
    _watched: dict[Control, Any]  # what listens to each page

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._awaited = {}
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
        if tab != self._bar.get_previous_tab():
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
        return str(page.get_meta(PAGE_TITLE)) if page.has_meta(PAGE_TITLE) else str(page.name)

    def _child_is_here(self, node: Node) -> None:
        super()._child_is_here(node)
        if isinstance(node, Control) and node._parent is self and self._is_page(node):
            node.hide()
            self._pages.append(node)
            self._bar.add_tab(self._title_of(node))
            node.set_meta(_PAGE_INDEX, len(self._pages) - 1)
            watch = self._watched[node] = lambda: self._page_shown_or_hidden(node)
            node.renamed.connect(self._take_names)
            node.visibility_changed.connect(watch)
            self._update_bar_place()
            if len(self._pages) == 1:
                self.queue_redraw()
            if self._tree is None:
                self._defer(self._repaint, ())

    def remove_child(self, node: Node) -> None:
        """Takes a child away, and its tab."""
        was_page = node in self._pages
        super().remove_child(node)
        if was_page and node._parent is None and isinstance(node, Control):
            index = self._pages.index(node)
            del self._pages[index]
            node.renamed.disconnect(self._take_names)
            node.visibility_changed.disconnect(self._watched.pop(node))
            for name in (PAGE_TITLE, _PAGE_INDEX):
                if node.has_meta(name):
                    node.remove_meta(name)
            self._bar.remove_tab(index)
            self._number_pages()
            self._update_bar_place()
            if not self._pages:
                self.queue_redraw()
            if self._tree is None:
                self._defer(self._repaint, ())

    def _move(self, node: Node, index: int) -> None:
        super()._move(node, index)
        if isinstance(node, Control) and node in self._pages:
            before = self._pages.index(node)
            self._pages = [page for page in self._listed_children() if page in self._watched]
            self._bar.move_tab(before, self._pages.index(node))
            self._number_pages()

    def _number_pages(self) -> None:
        for index, page in enumerate(self._pages):
            page.set_meta(_PAGE_INDEX, index)

    def _take_names(self) -> None:
        for index, page in enumerate(self._pages):
            if not page.has_meta(PAGE_TITLE) and self._bar.get_tab_title(index) != str(page.name):
                self._bar.set_tab_title(index, str(page.name))
        self._update_bar_place()

    def _page_shown_or_hidden(self, page: Control) -> None:
        """A page was shown or hidden by somebody else: exactly one has to stay visible."""
        if self._rearranging_pages or page not in self._pages:
            return
        index = self._pages.index(page)
        self._rearranging_pages = True
        if not page._visible and self._bar.get_current_tab() == index:
            if self._bar.get_deselect_enabled():
                self._bar.set_current_tab(-1)
            elif len(self._pages) == 1:
                page.show()
            elif (
                not self._bar.select_next_available() and not self._bar.select_previous_available()
            ):
                self._bar.set_current_tab(-1)
        elif page._visible and self._bar.get_current_tab() != index:
            self._bar.set_current_tab(index)
        self._rearranging_pages = False

    def _repaint(self) -> None:
        """Shows the current page alone, in the place that the tabs leave."""
        top = self._tabs_position == self.POSITION_TOP
        high = self._bar_height()
        self._place_bar(top, high)
        panel = self.get_theme_stylebox("panel")
        left, upper, right, lower = (panel.get_margin(side) for side in range(4))
        self._rearranging_pages = True
        current = self._bar.get_current_tab()
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

    def _show_current_page(self) -> None:
        """Lets the right page alone show before the pages themselves are told."""
        self._rearranging_pages = True
        current = self._wanted_tab if self._wanted_tab > -2 else self._bar.get_current_tab()
        for index, page in enumerate(list(self._pages)):
            page.set_visible(index == current)
        self._rearranging_pages = False

    def _place_bar(self, top: bool, high: float) -> None:
        bar = self._bar
        if top:
            bar.set_anchor_and_offset(1, 0.0, 0.0)
            bar.set_anchor_and_offset(3, 0.0, high)
        else:  # an anchor does not go past the opposite one
            bar.set_anchor_and_offset(3, 1.0, 0.0)
            bar.set_anchor_and_offset(1, 1.0, -high)

    # Place of the bar ----------------------------------------------------------------------------

    def _bar_height(self) -> float:
        if not self._tabs_visible or not self._pages:
            return 0.0
        style = self.get_theme_stylebox("tabbar_background")
        least: float = self._bar.get_minimum_size().y
        return least + float(style.get_margin(1)) + float(style.get_margin(3))

    def _update_bar_place(self) -> None:
        """Keeps the theme's room at the sides of the bar, and that of the menu."""
        was_measuring, self._measuring = self._measuring, True
        style = self.get_theme_stylebox("tabbar_background")
        start, end = style.get_margin(0), style.get_margin(2)
        menu = self._menu_width()
        side = self.get_theme_constant("side_margin") if self._pages else 0
        self._measuring = was_measuring
        if self.is_layout_rtl():
            start, end = end, start
        alignment = self._bar.get_tab_alignment()
        start += side if alignment == TabBar.ALIGNMENT_LEFT else 0
        end += menu
        if alignment == TabBar.ALIGNMENT_RIGHT and not menu and self._has_room_beside(side):
            end += side
        self._bar.set_offset(0, start)
        self._bar.set_offset(2, -end)

    def _has_room_beside(self, side: int) -> bool:
        """Whether all tabs still fit when there is a margin beside them."""
        bar = self._bar
        if not self._pages or not bar.get_clip_tabs():
            return True
        if bar.get_offset_buttons_visible():
            return False
        wanted = bar.get_tab_rect(len(self._pages) - 1).end.x - bar.get_tab_rect(0).position.x
        return len(self._pages) == 1 or wanted + side <= self._w

    def _menu_width(self) -> int:
        if self.get_popup() is None:
            return 0
        width: int = self.get_theme_icon("menu").get_width()
        return width

    def get_minimum_size(self) -> Vector2:
        """The largest page in its panel, and the tabs above."""
        width = height = 0.0
        if self._tabs_visible:
            style = self.get_theme_stylebox("tabbar_background")
            width, height = self._bar.get_minimum_size().x, self._bar_height()
            width += style.get_margin(0) + style.get_margin(2)
            alignment, menu = self._bar.get_tab_alignment(), self._menu_width()
            width += menu
            if alignment == TabBar.ALIGNMENT_LEFT or (
                alignment == TabBar.ALIGNMENT_RIGHT and not menu
            ):
                width += self.get_theme_constant("side_margin")
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
        elif what == 13:  # READY
            self._become_ready()
            self._update_bar_place()
        elif what == 40:  # RESIZED
            self._update_bar_place()
        elif what == 10:  # ENTER_TREE
            self._take_names()
            if self._wanted_tab > -2:
                wanted, self._wanted_tab = self._wanted_tab, -2
                self._bar.set_current_tab(wanted)
        elif what == 31 and self._visible:  # VISIBILITY_CHANGED
            self._show_current_page()

    def _become_ready(self) -> None:
        """Takes what was set for tabs that were not there yet; for the class itself."""

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

    # The menu ------------------------------------------------------------------------------------

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
