"""`MenuBar`: a row of titles, each of which opens a menu.

Each `PopupMenu` right below the bar is a menu of it; its title is its name unless it has another.
While a menu is open the mouse belongs to it, so the bar looks in each frame where the mouse is.
"""

from __future__ import annotations

from typing import Any, ClassVar

from engine.core import output
from engine.core.accessors import accessors
from engine.core.input_enums import MOUSE_BUTTON_LEFT, MOUSE_BUTTON_RIGHT
from engine.core.input_event import InputEvent
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui._written_text import WrittenText
from engine.gui.control import Control
from engine.gui.popup_menu import PopupMenu
from engine.gui.text_line import TextLine
from engine.scene.node import Node

_TITLE, _TOOLTIP = "_menu_name", "_menu_tooltip"  # what is kept with the menus
_NONE = -1


class _Menu:
    """One title of the bar with what belongs to it."""

    __slots__ = ("closes", "disabled", "hidden", "line", "popup", "title", "tooltip")

    def __init__(self, popup: PopupMenu) -> None:
        self.popup = popup
        self.closes: Any = None  # what listens to its closing
        self.disabled = self.hidden = False
        self.line = TextLine()
        self.title = str(popup.name)
        self.tooltip = ""


class MenuBar(WrittenText, Control):
    """A row of menus: an open one gives way to the one under the mouse, or beside it by keys."""

    _stored: ClassVar[tuple[str, ...]] = (
        "flat",
        "start_index",
        "switch_on_hover",
        "prefer_global_menu",
        "text_direction",
        "language",
    )
    _own: ClassVar[tuple[str, ...]] = (
        "_flat",
        "_hovered",
        "_menus",
        "_mouse",
        "_no_shortcuts",
        "_open_menu",
        "_prefers_global",
        "_start",
        "_switches",
    )
    _flat: bool = False
    _no_shortcuts: bool = False
    _prefers_global: bool = True
    _start: int = -1
    _switches: bool = True
    _hovered: int = _NONE
    _open_menu: int = _NONE
    _mouse: Vector2 = Vector2.ZERO  # where it was when an open menu was last switched
    _focus_mode: int = Control.FOCUS_ACCESSIBILITY
    _menus: list[_Menu]

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._menus = []
        self.set_process_shortcut_input(True)
        return self

    # Menus come and go ---------------------------------------------------------------------------

    def _child_is_here(self, node: Node) -> None:
        super()._child_is_here(node)
        if isinstance(node, PopupMenu) and node._parent is self and not node._internal:
            menu = _Menu(node)
            menu.closes = lambda: self._menu_closed(menu)
            self._menus.append(menu)
            self._sort_menus()
            node.renamed.connect(self._take_names)
            node.popup_hide.connect(menu.closes)
            self._titles_changed()

    def remove_child(self, node: Node) -> None:
        """Takes a child away, and its title."""
        super().remove_child(node)
        menu = next((one for one in self._menus if one.popup is node), None)
        if menu is None or node._parent is not None:
            return
        self._menus.remove(menu)
        self._open_menu = self._hovered = _NONE
        node.renamed.disconnect(self._take_names)
        menu.popup.popup_hide.disconnect(menu.closes)
        for name in (_TITLE, _TOOLTIP):
            if node.has_meta(name):
                node.remove_meta(name)
        self._titles_changed()

    def _move(self, node: Node, index: int) -> None:
        super()._move(node, index)
        self._sort_menus()
        self.queue_redraw()

    def _sort_menus(self) -> None:
        order = {child: place for place, child in enumerate(self._listed_children())}
        self._menus.sort(key=lambda menu: order[menu.popup])

    def _take_names(self) -> None:
        for menu in self._menus:
            if not menu.popup.has_meta(_TITLE):
                menu.title = str(menu.popup.name)
        self._titles_changed()

    def _titles_changed(self) -> None:
        for menu in self._menus:
            menu.line.clear()
        self.update_minimum_size()
        self.queue_redraw()

    def _shape_again(self) -> None:
        self._titles_changed()

    # Opening -------------------------------------------------------------------------------------

    def _open(self, index: int, by_keyboard: bool) -> None:
        popup = self._menus[index].popup
        if popup.is_visible():
            popup.hide()
            return
        transform, area = self.get_screen_transform(), self._area_of(index)
        size = area.size * transform.get_scale()
        popup.size = Vector2i(int(size.x), 0)
        place = transform * area.position + Vector2(0.0, size.y)
        if self.is_layout_rtl():
            place = place + Vector2(size.x - popup.size.x, 0.0)
        popup.position = Vector2i(place)
        self._open_menu = index
        self.set_process_internal(self._switches)
        popup.popup()
        if by_keyboard:
            self._light_first(popup)
        self.queue_redraw()

    def _light_first(self, popup: PopupMenu) -> None:
        for index in range(popup.item_count):
            if not popup.is_item_disabled(index):
                popup.set_focused_item(index)
                return

    def _menu_closed(self, menu: _Menu) -> None:
        if 0 <= self._open_menu < len(self._menus) and self._menus[self._open_menu] is menu:
            self._open_menu = _NONE
            self.set_process_internal(False)
        self.queue_redraw()

    def _internal_process(self, delta: float) -> None:
        super()._internal_process(delta)
        mouse = self.get_local_mouse_position()
        if mouse != self._mouse and self._open_menu != _NONE and self._switches:
            self._mouse = mouse
            index = self._index_at(mouse)
            if index not in (_NONE, self._open_menu):
                self._switch_to(index, False)

    def _switch_to(self, index: int, by_keyboard: bool) -> None:
        self._hovered = index
        if self._open_menu != _NONE:
            self._menus[self._open_menu].popup.hide()
        self._open(index, by_keyboard)

    def _step_between_menus(self, step: int) -> None:
        """Opens the next menu to one side, as the arrow keys do."""
        count = len(self._menus)
        start = max(self._hovered if self._open_menu == _NONE else self._open_menu, 0)
        for away in range(1, count):
            index = (start + step * away) % count
            if not (self._menus[index].hidden or self._menus[index].disabled):
                self._switch_to(index, True)
                return

    # Input ---------------------------------------------------------------------------------------

    def _on_gui_input(self, event: InputEvent) -> None:
        super()._on_gui_input(event)
        if isinstance(event, InputEventMouseMotion):
            hovered = self._index_at(event.position)
            if hovered != self._hovered:
                self._hovered = hovered
                self.queue_redraw()
        elif isinstance(event, InputEventMouseButton):
            if event.pressed and event.button_index in (MOUSE_BUTTON_LEFT, MOUSE_BUTTON_RIGHT):
                index = self._index_at(event.position)
                if index != _NONE:
                    self._open(index, False)
        elif event.is_pressed() and event.is_action("ui_left", True):
            self._step_between_menus(-1)
        elif event.is_pressed() and event.is_action("ui_right", True):
            self._step_between_menus(1)

    def _engine_shortcut_input(self, event: InputEvent) -> None:
        super()._engine_shortcut_input(event)
        if self._no_shortcuts or not event.is_pressed() or not self.is_visible_in_tree():
            return
        for menu in self._menus:
            if not (menu.hidden or menu.disabled) and menu.popup.activate_item_by_event(event):
                self.accept_event()
                return

    def get_tooltip(self, at_position: Vector2 = Vector2.ZERO) -> str:
        """The tooltip of the menu at a point."""
        index = self._index_at(at_position)
        own = "" if index == _NONE else self.get_menu_tooltip(index)
        return own or super().get_tooltip(at_position)

    # Looks ---------------------------------------------------------------------------------------

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self.NOTIFICATION_DRAW:
            for index, menu in enumerate(self._menus):
                if not menu.hidden:
                    self._draw_menu(index)
        elif what in (self.NOTIFICATION_THEME_CHANGED, self.NOTIFICATION_TRANSLATION_CHANGED):
            self._titles_changed()
        elif what == self.NOTIFICATION_ENTER_TREE:
            self._take_names()
        elif what == self.NOTIFICATION_MOUSE_EXIT:
            self._hovered = _NONE
            self.queue_redraw()
        elif what == self.NOTIFICATION_VISIBILITY_CHANGED and not self.is_visible_in_tree():
            for menu in self._menus:
                menu.popup.hide()

    def _state_of(self, index: int) -> str:
        if self._menus[index].disabled:
            return "disabled"
        if index == self._open_menu:
            return "pressed"
        return "hover" if index == self._hovered else "normal"

    def _draw_menu(self, index: int) -> None:
        state, area = self._state_of(index), self._area_of(index)
        style, item = self.get_theme_stylebox(state), self.get_canvas_item()
        if not self._flat or state in ("pressed", "hover"):
            style.draw(item, area)
        line = self._line_of(self._menus[index])
        place = area.position + Vector2(style.get_margin(0), style.get_margin(1))
        outline = self.get_theme_constant("outline_size")
        if outline > 0:
            line.draw_outline(item, place, outline, self.get_theme_color("font_outline_color"))
        name = "font_color" if state == "normal" else f"font_{state}_color"
        line.draw(item, place, self.get_theme_color(name))

    def _line_of(self, menu: _Menu) -> TextLine:
        line = menu.line
        if line.get_size().y == 0.0:
            font, size = self.get_theme_font("font"), self.get_theme_font_size("font_size")
            line.add_string(str(self.atr(menu.title)), font, size, self._language)
        return line

    def _size_of(self, menu: _Menu) -> Vector2:
        text: Vector2 = self._line_of(menu).get_size().ceil()
        frame: Vector2 = self.get_theme_stylebox("normal").get_minimum_size()
        return text + frame

    def _area_of(self, index: int) -> Rect2:
        gap, x = self.get_theme_constant("h_separation"), 0.0
        for menu in self._menus[:index]:
            if not menu.hidden:
                x += self._size_of(menu).x + gap
        size = self._size_of(self._menus[index])
        return Rect2(self._w - x - size.x if self.is_layout_rtl() else x, 0.0, size.x, size.y)

    def _index_at(self, point: Vector2) -> int:
        for index, menu in enumerate(self._menus):
            if not menu.hidden and self._area_of(index).has_point(point):
                return index
        return _NONE

    def get_minimum_size(self) -> Vector2:
        """The room of all titles that are shown, with the gaps of those that are not."""
        sizes = [self._size_of(menu) for menu in self._menus if not menu.hidden]
        gaps = self.get_theme_constant("h_separation") * max(len(self._menus) - 1, 0)
        width = sum(size.x for size in sizes) + gaps
        return Vector2(width, max((size.y for size in sizes), default=0.0))

    # The menus -----------------------------------------------------------------------------------

    def _menu_at(self, menu: int) -> _Menu | None:
        if 0 <= menu < len(self._menus):
            return self._menus[menu]
        count = len(self._menus)
        output.error(f"Index p_menu = {int(menu)} is out of bounds (menu_cache.size() = {count}).")
        return None

    def get_menu_count(self) -> int:
        """How many menus there are."""
        return len(self._menus)

    def get_menu_popup(self, menu: int) -> PopupMenu | None:
        """A menu itself."""
        return self._menus[menu].popup if 0 <= menu < len(self._menus) else None

    def set_menu_title(self, menu: int, title: str) -> None:
        """Sets the title of a menu, instead of its name."""
        found = self._menu_at(menu)
        if found is not None:
            found.title = str(title)
            _keep(found.popup, _TITLE, "" if title == str(found.popup.name) else str(title))
            self._titles_changed()

    def get_menu_title(self, menu: int) -> str:
        """The title of a menu."""
        found = self._menu_at(menu)
        return "" if found is None else found.title

    def set_menu_tooltip(self, menu: int, tooltip: str) -> None:
        """Sets what shows when the mouse rests on a title."""
        found = self._menu_at(menu)
        if found is not None:
            found.tooltip = str(tooltip)
            _keep(found.popup, _TOOLTIP, str(tooltip))

    def get_menu_tooltip(self, menu: int) -> str:
        """What shows when the mouse rests on a title."""
        found = self._menu_at(menu)
        return "" if found is None else found.tooltip

    def set_menu_disabled(self, menu: int, disabled: bool) -> None:
        """Sets whether keys pass over a menu, and its title looks faint."""
        found = self._menu_at(menu)
        if found is not None:
            found.disabled = bool(disabled)
            self.queue_redraw()

    def is_menu_disabled(self, menu: int) -> bool:
        """Whether keys pass over a menu, and its title looks faint."""
        found = self._menu_at(menu)
        return found is not None and found.disabled

    def set_menu_hidden(self, menu: int, hidden: bool) -> None:
        """Sets whether the bar leaves a title out."""
        found = self._menu_at(menu)
        if found is not None:
            found.hidden = bool(hidden)
            self._titles_changed()

    def is_menu_hidden(self, menu: int) -> bool:
        """Whether the bar leaves a title out."""
        found = self._menu_at(menu)
        return found is not None and found.hidden

    # Properties ----------------------------------------------------------------------------------

    def set_disable_shortcuts(self, disabled: bool) -> None:
        """Sets whether shortcuts and keys of the menus' entries do nothing."""
        self._no_shortcuts = bool(disabled)

    def set_flat(self, enabled: bool) -> None:
        """Sets whether titles have no background until the mouse is over them."""
        self._flat = bool(enabled)
        self.queue_redraw()

    def is_flat(self) -> bool:
        """Whether titles have no background until the mouse is over them."""
        return self._flat

    def set_start_index(self, enabled: int) -> None:
        """Sets where the menus begin in the menu of the system, if there is one."""
        self._start = int(enabled)

    def get_start_index(self) -> int:
        """Where the menus begin in the menu of the system, if there is one."""
        return self._start

    def set_switch_on_hover(self, enable: bool) -> None:
        """Sets whether an open menu gives way to the one under the mouse."""
        self._switches = bool(enable)

    def is_switch_on_hover(self) -> bool:
        """Whether an open menu gives way to the one under the mouse."""
        return self._switches

    def set_prefer_global_menu(self, enabled: bool) -> None:
        """Sets whether the menu of the system is used, if there is one."""
        self._prefers_global = bool(enabled)

    def is_prefer_global_menu(self) -> bool:
        """Whether the menu of the system is used, if there is one."""
        return self._prefers_global

    def is_native_menu(self) -> bool:
        """Whether the menu of the system is used, which is never so here."""
        return False

    flat = accessors(is_flat, set_flat)
    start_index = accessors(get_start_index, set_start_index)
    switch_on_hover = accessors(is_switch_on_hover, set_switch_on_hover)
    prefer_global_menu = accessors(is_prefer_global_menu, set_prefer_global_menu)


def _keep(popup: PopupMenu, name: str, text: str) -> None:
    """Keeps a text with a menu; an empty one is not kept."""
    if text:
        popup.set_meta(name, text)
    elif popup.has_meta(name):
        popup.remove_meta(name)
