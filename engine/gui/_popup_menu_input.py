"""Choosing from a `PopupMenu`: with the mouse, with keys, by typing, by shortcuts.

All input comes through the window, not through a control in it, because a menu that has the focus
gets what happens outside of it, too. The entry that is lit up is the one that the mouse or the
arrow keys have reached last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from engine.core import output
from engine.core.accessors import accessors
from engine.core.input import Input
from engine.core.input_enums import (
    KEY_MASK_ALT,
    KEY_MASK_CTRL,
    KEY_MASK_META,
    KEY_MASK_SHIFT,
    MouseButton,
)
from engine.core.input_event_key import InputEventKey
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.project_settings import ProjectSettings
from engine.core.time import Time
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui._popup_items import PopupItems
from engine.scene.timer import Timer

if TYPE_CHECKING:
    from engine.core.input_event import InputEvent
    from engine.gui._menu_item import MenuItem

_POST_POPUP = 31
_ONE_SHOT = 4
_SEARCH_SETTING = "gui/timers/incremental_search_max_interval_msec"
_MODIFIERS = (
    ("ctrl_pressed", int(KEY_MASK_CTRL)),
    ("alt_pressed", int(KEY_MASK_ALT)),
    ("meta_pressed", int(KEY_MASK_META)),
    ("shift_pressed", int(KEY_MASK_SHIFT)),
)
_LEAST_LIFE = 0.3  # seconds for which letting go of the button that opened it chooses nothing


class PopupMenuInput(PopupItems):
    """What one does with a menu."""

    _own: ClassVar[tuple[str, ...]] = (
        "_allow_search",
        "_delay",
        "_during_grab",
        "_first_buttons",
        "_hide_on_check",
        "_hide_on_item",
        "_hide_on_state",
        "_life_timer",
        "_lit",
        "_search",
        "_search_time",
        "_submenu_lit",
        "_submenu_timer",
    )
    _allow_search: bool = True
    _delay: float = 0.2
    _during_grab: bool = False  # whether the button that opened it is still held
    _first_buttons: int = 0  # which buttons of the mouse were down when it was opened
    _hide_on_item: bool = True
    _hide_on_check: bool = True
    _hide_on_state: bool = False
    _lit: int = -1  # the entry below the mouse or the cursor
    _submenu_lit: int = -1  # the entry whose menu will open
    _search: str = ""
    _search_time: int = 0
    _submenu_timer: Timer
    _life_timer: Timer

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._submenu_timer = Timer()
        self._submenu_timer.wait_time = self._delay
        self._submenu_timer.one_shot = True
        self._submenu_timer.timeout.connect(self._submenu_time)
        self._life_timer = Timer()
        self._life_timer.wait_time = _LEAST_LIFE
        self._life_timer.one_shot = True
        return self

    # Places, which the menu knows ----------------------------------------------------------------

    def _item_at(self, point: Vector2) -> int:
        """The place of the entry at a point of the window; -1 for none."""
        raise AssertionError("belongs to PopupMenu")

    def _clickable(self, point: Vector2) -> bool:
        """Whether entries are at a point."""
        raise AssertionError("belongs to PopupMenu")

    def _submenu_place(self, index: int, submenu: Any) -> Vector2i:
        """Where a further menu opens."""
        raise AssertionError("belongs to PopupMenu")

    def scroll_to_item(self, index: int) -> None:
        """Scrolls until an entry is seen."""
        raise AssertionError("belongs to PopupMenu")

    # Life ----------------------------------------------------------------------------------------

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == _POST_POPUP:
            self._first_buttons = int(Input.get_mouse_button_mask())
            self._during_grab = bool(self._first_buttons)
            if self._tree is not None:
                self._life_timer.start()
        elif what == self.NOTIFICATION_WM_MOUSE_EXIT:
            self._light(-1)
        elif what == self.NOTIFICATION_VISIBILITY_CHANGED and not self._visible:
            self._submenu_lit = -1
            self._submenu_timer.stop()
            self._light(-1)

    def _light(self, index: int) -> None:
        if index != self._lit:
            self._lit = index
            self._items_redraw()

    def set_focused_item(self, index: int) -> None:
        """Lights up an entry; -1 for none."""
        if index != -1 and not 0 <= index < len(self._items):
            output.error(
                f"Index p_idx = {index} is out of bounds (items.size() = {len(self._items)})."
            )
            return
        self._light(int(index))
        if index != -1:
            self.scroll_to_item(index)

    def get_focused_item(self) -> int:
        """The entry that is lit up; -1 for none."""
        return self._lit

    # Input ---------------------------------------------------------------------------------------

    def _input_from_window(self, event: InputEvent) -> None:
        if isinstance(event, InputEventMouseButton):
            self._mouse_button(event)
        elif isinstance(event, InputEventMouseMotion):
            self._mouse_motion(event)
        elif event.is_pressed():
            self._step(event)
            if isinstance(event, InputEventKey) and self._allow_search and event.unicode:
                self._type(chr(event.unicode))
        super()._input_from_window(event)

    def _step(self, event: InputEvent) -> None:
        """Goes through the entries with the keys of the `ui_*` actions."""
        items, lit = self._items, self._lit
        if event.is_action("ui_down", True):
            first = lit + 1 if lit + 1 < len(items) else 0
            self._focus_first((*range(first, len(items)), *range(first)))
        elif event.is_action("ui_up", True):
            first = lit - 1 if lit > 0 else len(items) - 1
            self._focus_first((*range(first, -1, -1), *range(len(items) - 1, first, -1)))
        elif event.is_action("ui_left", True):
            if isinstance(self._parent, PopupMenuInput):
                self.hide()
                self._take_event()
            else:
                self._step_in_bar(-1)
        elif event.is_action("ui_right", True):
            if self._has_menu_to_open(lit):
                self._open_submenu(lit, True)
                self._take_event()
            else:
                self._step_in_bar(1)
        elif event.is_action("ui_accept", True) and 0 <= lit < len(items):
            if items[lit].separator:
                return
            if self._has_menu_to_open(lit):
                self._open_submenu(lit, True)
            else:
                self._activate(lit)
            self._take_event()

    def _step_in_bar(self, step: int) -> None:
        """Lets the bar that the menu belongs to, if any, open the one beside it."""
        to_the_side = getattr(self._parent, "_step_between_menus", None)
        if to_the_side is not None:
            to_the_side(step)
            self._take_event()

    def _take_event(self) -> None:
        if self._tree is not None:
            self.set_input_as_handled()

    def _has_menu_to_open(self, index: int) -> bool:
        if not 0 <= index < len(self._items) or self._submenu_lit == index:
            return False
        item = self._items[index]
        return item.submenu is not None and not item.separator

    def _focus_first(self, places: tuple[int, ...]) -> None:
        """Lights up the first of some entries that can be chosen, and tells."""
        for index in places:
            if self._items[index].selectable:
                self._focus(index)
                return

    def _focus(self, index: int) -> None:
        self._light(index)
        self._emit_if_heard("id_focused", self._items[index].id)
        self.scroll_to_item(index)
        self._take_event()

    def _type(self, letter: str) -> None:
        """Looks for an entry that begins with what was typed."""
        now = Time.get_ticks_msec()
        if now - self._search_time > ProjectSettings.get_setting(_SEARCH_SETTING, 2000):
            self._search = ""
        self._search_time = now
        if letter != self._search:
            self._search += letter
        count, lit = len(self._items), self._lit
        wanted = self._search.lower()
        for index in (*range(lit + 1, count), *range(max(lit, 0))):
            if self._items[index].shown.lower().startswith(wanted):
                self._focus(index)
                return

    def _mouse_button(self, event: InputEventMouseButton) -> None:
        if event.pressed or not self._clickable(event.position):
            return
        button = int(event.button_index)
        if button != MouseButton.MOUSE_BUTTON_LEFT and not (
            self._first_buttons & (1 << button >> 1)
        ):
            return
        grabbed, self._during_grab = self._during_grab, False
        self._first_buttons = 0
        if grabbed and self._life_timer.time_left > 0.0:
            return
        over = self._item_at(event.position)
        if over < 0:
            if not grabbed:
                self.hide()
        elif self._items[over].selectable:
            if self._items[over].submenu is not None:
                self._open_submenu(over, False)
            else:
                self._activate(over)

    def _mouse_motion(self, event: InputEventMouseMotion) -> None:
        if event.velocity.is_zero_approx() or event.relative.is_zero_approx():
            return
        over = self._item_at(event.position) if self._clickable(event.position) else -1
        if over < 0 or not self._items[over].selectable:
            self._light(-1)
            return
        if self._items[over].submenu is not None and self._submenu_lit != over:
            self._submenu_lit = over
            self._submenu_timer.start()
        self._light(over)

    # Further menus -------------------------------------------------------------------------------

    def _submenu_time(self) -> None:
        """The mouse has stayed on an entry: its menu opens."""
        if self._lit == self._submenu_lit and 0 <= self._lit < len(self._items):
            self._open_submenu(self._lit, False)
        self._submenu_lit = -1

    def _open_submenu(self, index: int, by_keyboard: bool) -> None:
        submenu: Any = self._items[index].submenu
        if submenu.is_visible():
            return
        submenu.position = self._submenu_place(index, submenu)
        if by_keyboard:
            for place, item in enumerate(submenu._items):
                if not item.disabled:
                    submenu.set_focused_item(place)
                    break
        elif not submenu.popup_hide.is_connected(self._submenu_closed):
            submenu.popup_hide.connect(self._submenu_closed, _ONE_SHOT)
        submenu.popup()

    def _submenu_closed(self) -> None:
        self._light(-1)

    # Choosing ------------------------------------------------------------------------------------

    def _stays(self, item: MenuItem) -> bool:
        """Whether the menu stays open when an entry is chosen."""
        if item.check:
            return not self._hide_on_check
        if item.max_states > 0:
            return not self._hide_on_state
        return not self._hide_on_item

    def _activate(self, index: int) -> None:
        """Chooses an entry: the menus close as far as they are meant to, and tell."""
        item = self._items[index]
        number = item.id if item.id >= 0 else index
        above: Any = self._parent
        while isinstance(above, PopupMenuInput) and not self._stays(item):
            if above._stays(item):
                break
            above.hide()
            above = above._parent
        if not self._stays(item):
            self.hide()
        self._emit_if_heard("id_pressed", number)
        self._emit_if_heard("index_pressed", index)

    def activate_item_by_event(self, event: InputEvent, for_global_only: bool = False) -> bool:
        """Chooses the entry whose shortcut or key an event is; whether there is one.

        Args:
            event: the event.
            for_global_only: whether only shortcuts count that were added as global ones.
        """
        code = _code_of(event)
        for index, item in enumerate(self._items):
            if item.disabled or item.shortcut_disabled:
                continue
            if event.is_echo() and not item.allow_echo:
                continue
            if (code and item.accel == code) or (
                item.shortcut is not None
                and (item.shortcut_everywhere or not for_global_only)
                and item.shortcut.matches_event(event)
            ):
                self._activate(index)
                return True
            submenu = item.submenu
            if submenu is not None and submenu.activate_item_by_event(event, for_global_only):
                return True
        return False

    # Properties ----------------------------------------------------------------------------------

    def set_hide_on_item_selection(self, enable: bool) -> None:
        """Sets whether choosing a plain entry closes the menu."""
        self._hide_on_item = bool(enable)

    def is_hide_on_item_selection(self) -> bool:
        """Whether choosing a plain entry closes the menu."""
        return self._hide_on_item

    hide_on_item_selection = accessors(is_hide_on_item_selection, set_hide_on_item_selection)

    def set_hide_on_checkable_item_selection(self, enable: bool) -> None:
        """Sets whether choosing an entry with a check box or radio button closes the menu."""
        self._hide_on_check = bool(enable)

    def is_hide_on_checkable_item_selection(self) -> bool:
        """Whether choosing an entry with a check box or radio button closes the menu."""
        return self._hide_on_check

    hide_on_checkable_item_selection = accessors(
        is_hide_on_checkable_item_selection, set_hide_on_checkable_item_selection
    )

    def set_hide_on_state_item_selection(self, enable: bool) -> None:
        """Sets whether choosing an entry with several states closes the menu."""
        self._hide_on_state = bool(enable)

    def is_hide_on_state_item_selection(self) -> bool:
        """Whether choosing an entry with several states closes the menu."""
        return self._hide_on_state

    hide_on_state_item_selection = accessors(
        is_hide_on_state_item_selection, set_hide_on_state_item_selection
    )

    def set_submenu_popup_delay(self, seconds: float) -> None:
        """Sets how long the mouse has to stay on an entry until its menu opens, in seconds."""
        self._delay = max(float(seconds), 0.01)
        self._submenu_timer.wait_time = self._delay

    def get_submenu_popup_delay(self) -> float:
        """How long the mouse has to stay on an entry until its menu opens, in seconds."""
        return self._delay

    submenu_popup_delay = accessors(get_submenu_popup_delay, set_submenu_popup_delay)

    def set_allow_search(self, allow: bool) -> None:
        """Sets whether typing looks for an entry."""
        self._allow_search = bool(allow)

    def get_allow_search(self) -> bool:
        """Whether typing looks for an entry."""
        return self._allow_search

    allow_search = accessors(get_allow_search, set_allow_search)


def _code_of(event: InputEvent) -> int:
    """The key of an event with its modifiers; 0 when it is none."""
    if not isinstance(event, InputEventKey):
        return 0
    code = int(event.keycode) or int(event.unicode)
    for name, mask in _MODIFIERS:
        if getattr(event, name):
            code |= mask
    return code
