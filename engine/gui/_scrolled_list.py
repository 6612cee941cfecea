"""What `ItemList` and `Tree` have in common: scroll bars, how is selected and searched, hints."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, ClassVar

from engine.core.accessors import accessors
from engine.gui.control import Control
from engine.gui.scroll_bar import HScrollBar, VScrollBar


class ScrolledList(Control):
    """A list with two scroll bars."""

    class ScrollHintMode(IntEnum):
        """At which ends a hint shows that there is more."""

        SCROLL_HINT_MODE_DISABLED = 0
        SCROLL_HINT_MODE_BOTH = 1
        SCROLL_HINT_MODE_TOP = 2
        SCROLL_HINT_MODE_BOTTOM = 3

    SCROLL_HINT_MODE_DISABLED = ScrollHintMode.SCROLL_HINT_MODE_DISABLED
    SCROLL_HINT_MODE_BOTH = ScrollHintMode.SCROLL_HINT_MODE_BOTH
    SCROLL_HINT_MODE_TOP = ScrollHintMode.SCROLL_HINT_MODE_TOP
    SCROLL_HINT_MODE_BOTTOM = ScrollHintMode.SCROLL_HINT_MODE_BOTTOM

    _own: ClassVar[tuple[str, ...]] = (
        "_allow_reselect",
        "_allow_rmb_select",
        "_allow_search",
        "_h_bar",
        "_scroll_hint_mode",
        "_tile_scroll_hint",
        "_v_bar",
    )

    _focus_mode: int = Control.FOCUS_ALL
    _clip_contents: bool = True
    _scroll_hint_mode: ScrollHintMode = SCROLL_HINT_MODE_DISABLED
    _tile_scroll_hint: bool = False
    _allow_reselect: bool = False
    _allow_rmb_select: bool = False
    _allow_search: bool = True
    _v_bar: VScrollBar
    _h_bar: HScrollBar

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._h_bar, self._v_bar = HScrollBar(), VScrollBar()
        return self

    def _add_bars(self, *bars: HScrollBar | VScrollBar) -> None:
        """Adds the scroll bars, in this order."""
        for bar in bars:
            self.add_child(bar, False, self.INTERNAL_MODE_FRONT)
            bar.value_changed.connect(self._scrolled)

    def _scrolled(self, _value: float) -> None:
        self.queue_redraw()

    def set_allow_reselect(self, allow: bool) -> None:
        """Whether clicking what is selected selects it again."""
        self._allow_reselect = bool(allow)

    def get_allow_reselect(self) -> bool:
        """Whether clicking what is selected selects it again."""
        return self._allow_reselect

    allow_reselect = accessors(get_allow_reselect, set_allow_reselect)

    def set_allow_rmb_select(self, allow: bool) -> None:
        """Whether the right button selects, too."""
        self._allow_rmb_select = bool(allow)

    def get_allow_rmb_select(self) -> bool:
        """Whether the right button selects, too."""
        return self._allow_rmb_select

    allow_rmb_select = accessors(get_allow_rmb_select, set_allow_rmb_select)

    def set_allow_search(self, allow: bool) -> None:
        """Whether typing goes to the item that begins so."""
        self._allow_search = bool(allow)

    def get_allow_search(self) -> bool:
        """Whether typing goes to the item that begins so."""
        return self._allow_search

    allow_search = accessors(get_allow_search, set_allow_search)

    def set_scroll_hint_mode(self, scroll_hint_mode: int) -> None:
        """At which ends a hint shows that there is more."""
        if scroll_hint_mode != self._scroll_hint_mode:
            self._scroll_hint_mode = ScrolledList.ScrollHintMode(scroll_hint_mode)
            self.queue_redraw()

    def get_scroll_hint_mode(self) -> ScrollHintMode:
        """At which ends a hint shows that there is more."""
        return self._scroll_hint_mode

    scroll_hint_mode = accessors(get_scroll_hint_mode, set_scroll_hint_mode)

    def set_tile_scroll_hint(self, tile_scroll_hint: bool) -> None:
        """Whether the hint is tiled instead of stretched."""
        if tile_scroll_hint != self._tile_scroll_hint:
            self._tile_scroll_hint = bool(tile_scroll_hint)
            self.queue_redraw()

    def is_scroll_hint_tiled(self) -> bool:
        """Whether the hint is tiled instead of stretched."""
        return self._tile_scroll_hint

    tile_scroll_hint = accessors(is_scroll_hint_tiled, set_tile_scroll_hint)
