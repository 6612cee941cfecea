"""`PopupMenu`: a list of entries to choose from, in a popup."""

from __future__ import annotations

from typing import Any, ClassVar

from engine.core import output
from engine.core.accessors import accessors
from engine.core.rect2i import Rect2i
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui import _popup_menu_drawing as drawing
from engine.gui._numbered import NumberedProperties, menu_parts
from engine.gui._popup_menu_input import PopupMenuInput
from engine.gui.control import Control
from engine.gui.panel_container import PanelContainer
from engine.gui.scroll_container import ScrollContainer

_FRONT = 1
_TRANSPARENT = 3


class PopupMenu(NumberedProperties, PopupMenuInput):
    """A popup with entries: to choose, to check, to open further menus.

    An entry has a place (its index) and an id, which is the place it got when it was added unless
    another was given.

    Signals: `id_pressed` and `index_pressed` when an entry is chosen, `id_focused` when it is
    reached by keys, `menu_changed` when entries change.
    """

    _stored: ClassVar[tuple[str, ...]] = (
        "hide_on_item_selection",
        "hide_on_checkable_item_selection",
        "hide_on_state_item_selection",
        "submenu_popup_delay",
        "allow_search",
        "system_menu_id",
        "prefer_native_menu",
        "shrink_height",
        "shrink_width",
        "item_count",
    )
    _parts = menu_parts("No,As checkbox,As radio button")
    _own: ClassVar[tuple[str, ...]] = (
        "_area",
        "_native",
        "_panel",
        "_scroller",
        "_shrink_height",
        "_shrink_width",
        "_system_menu",
    )
    _native: bool = False
    _shrink_height: bool = True
    _shrink_width: bool = True
    _system_menu: int = 0
    _panel: PanelContainer
    _scroller: ScrollContainer
    _area: Control

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._flags |= 1 << _TRANSPARENT
        self.transparent_bg = True
        self._panel = PanelContainer()
        self._panel.set_anchors_and_offsets_preset(Control.PRESET_FULL_RECT)
        self.add_child(self._panel, False, _FRONT)
        self._scroller = ScrollContainer()
        self._scroller.clip_contents = True
        self._panel.add_child(self._scroller, False, _FRONT)
        self._area = Control()
        self._area.set_h_size_flags(Control.SIZE_EXPAND_FILL)
        self._area.set_v_size_flags(Control.SIZE_EXPAND_FILL)
        self._area.draw.connect(self._draw_items)
        self._scroller.add_child(self._area, False, _FRONT)
        self.add_child(self._submenu_timer, False, _FRONT)
        self.add_child(self._life_timer, False, _FRONT)
        return self

    def _draw_items(self) -> None:
        drawing.draw(self, self._area)

    def _items_redraw(self) -> None:
        self._area.queue_redraw()

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self.NOTIFICATION_ENTER_TREE:
            parent = self._parent
            if isinstance(parent, PopupMenu):
                self.set_submenu_popup_delay(parent._delay)
            self._menu_changed()
        elif what == self.NOTIFICATION_THEME_CHANGED:
            self._panel.add_theme_stylebox_override("panel", self.get_theme_stylebox("panel"))
            self._reshape_all()
        elif what == self.NOTIFICATION_TRANSLATION_CHANGED:
            self._reshape_all()
        elif what == self.NOTIFICATION_WM_MOUSE_ENTER:
            self.grab_focus()
        elif what == self.NOTIFICATION_VISIBILITY_CHANGED and not self._visible:
            for item in self._items:
                if item.submenu is not None:
                    item.submenu.hide()

    def _reshape_all(self) -> None:
        for item in self._items:
            self._reshape(item)
        self._menu_changed()

    def _contents_changed(self, node: Any) -> None:
        super()._contents_changed(node)
        if isinstance(node, PopupMenu):
            self._menu_changed()

    # Size ----------------------------------------------------------------------------------------

    def _measure_contents(self) -> Vector2:
        """How large the entries are together, with the panel around them."""
        width, height = drawing.measure(self)
        # The list scrolls inside of what the panel leaves; it is as high as its entries.
        box = self.get_theme_stylebox("panel").get_minimum_size()
        self._area.custom_minimum_size = Vector2(0.0, height)
        height += box.y
        if self._tree is not None:
            space = self._popup_space()
            if space.size.y and height > space.size.y:
                height = float(space.size.y)
        return Vector2(width + box.x, height)

    def _before_popup(self) -> None:
        super()._before_popup()
        if self._wrap_controls:
            least = self.get_contents_minimum_size()
            self.min_size = Vector2i(int(least.x), int(least.y))

    def _fit_popup(self) -> Rect2i:
        least = self._clamped_minimum_size()
        size = self._size
        wanted = Vector2i(
            least.x if self._shrink_width else size.x, least.y if self._shrink_height else size.y
        )
        if self._wrap_controls and wanted != size:
            self.size = wanted
        return super()._fit_popup()

    # Properties ----------------------------------------------------------------------------------

    def _set_item_mark(self, index: int, mark: int) -> None:
        """Whether an entry has a check box (1) or a radio button (2)."""
        self.set_item_as_checkable(index, mark == 1)
        if mark == 2:
            self.set_item_as_radio_checkable(index, True)

    def _get_item_mark(self, index: int) -> int:
        """0 without a mark, 1 with a check box, 2 with a radio button."""
        return self._items[index].check

    def set_shrink_height(self, shrink: bool) -> None:
        """Sets whether it gets only as high as its entries when it pops up."""
        self._shrink_height = bool(shrink)

    def get_shrink_height(self) -> bool:
        """Whether it gets only as high as its entries when it pops up."""
        return self._shrink_height

    shrink_height = accessors(get_shrink_height, set_shrink_height)

    def set_shrink_width(self, shrink: bool) -> None:
        """Sets whether it gets only as wide as its entries when it pops up."""
        self._shrink_width = bool(shrink)

    def get_shrink_width(self) -> bool:
        """Whether it gets only as wide as its entries when it pops up."""
        return self._shrink_width

    shrink_width = accessors(get_shrink_width, set_shrink_width)

    def set_prefer_native_menu(self, enabled: bool) -> None:
        """Sets whether a menu of the operating system would be preferred; there is none here."""
        self._native = bool(enabled)

    def is_prefer_native_menu(self) -> bool:
        """Whether a menu of the operating system would be preferred."""
        return self._native

    prefer_native_menu = accessors(is_prefer_native_menu, set_prefer_native_menu)

    def is_native_menu(self) -> bool:
        """Whether it is a menu of the operating system: never."""
        return False

    def set_system_menu(self, system_menu_id: int) -> None:
        """Sets which menu of the operating system it would stand for."""
        self._system_menu = int(system_menu_id)

    def get_system_menu(self) -> int:
        """Which menu of the operating system it would stand for."""
        return self._system_menu

    system_menu_id = accessors(get_system_menu, set_system_menu)

    def is_system_menu(self) -> bool:
        """Whether it stands for a menu of the operating system: never."""
        return False

    # Places of entries ---------------------------------------------------------------------------

    def _item_at(self, point: Vector2) -> int:
        """The place of the entry at a point of the window; -1 for none."""
        style = self.get_theme_stylebox("panel")
        if not 0.0 <= point.x < self._size.x or point.y < style.get_margin(1):
            return -1
        y = point.y - style.get_margin(1) - self._area._py
        for index, item in enumerate(self._items):
            if y < item.top + item.height:
                return index
        return -1

    def _clickable(self, point: Vector2) -> bool:
        """Whether entries, rather than the border or the scroll bar, are at a point."""
        style = self.get_theme_stylebox("panel")
        left, right = style.get_margin(0), self._size.x - style.get_margin(2)
        bar = self._scroller.get_v_scroll_bar()
        if bar.is_visible_in_tree():
            right -= bar.size.x
        bottom = self._size.y - style.get_margin(3)
        return bool(left <= point.x < right and style.get_margin(1) <= point.y < bottom)

    def scroll_to_item(self, index: int) -> None:
        """Scrolls until an entry is seen."""
        if not 0 <= index < len(self._items):
            output.error(
                f"Index p_idx = {index} is out of bounds (items.size() = {len(self._items)})."
            )
            return
        drawing.measure(self)
        item = self._items[index]
        gap = self.get_theme_constant("v_separation")
        top, bottom = item.top + gap / 2, item.top + item.height - gap / 2
        scroll, height = self._scroller.scroll_vertical, self._scroller.size.y
        if top < scroll:
            self._scroller.scroll_vertical = int(top)
        elif bottom > scroll + height:
            self._scroller.scroll_vertical = int(bottom - height)

    def _submenu_place(self, index: int, submenu: Any) -> Vector2i:
        """Where a further menu opens: beside its entry."""
        item = self._items[index]
        margin = self.get_theme_stylebox("panel").get_margin(1)
        top = item.top + self._area._py + margin
        x, y = self._position.x + self._size.x, int(self._position.y + top)
        width = submenu.size.x
        space = self._popup_space()
        if x + width > space.end.x and space.size.x:
            x = self._position.x - width
        return Vector2i(x, y - int(submenu.get_theme_stylebox("panel").get_margin(1)))
