"""What a TabBar holds, its constants and signals.

`TabBar` is one class in Godot. Here it is a chain of classes, one for each theme and file:

    TabBarState -> TabBarTabs -> TabBarLayout -> TabBarInput -> TabBarDrawing -> TabBar
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from engine.core import output
from engine.core.signal import Signal
from engine.gui.control import Control
from engine.gui.text_line import TextLine
from engine.gui.texture_2d import Texture2D
from engine.scene._node_names import count_helpers

Area = tuple[float, float, float, float]  # position and size
_NOWHERE: Area = (0.0, 0.0, 0.0, 0.0)


class Tab:
    """A tab of the bar."""

    __slots__ = (
        "button",
        "button_area",
        "close_area",
        "direction",
        "disabled",
        "hidden",
        "icon",
        "icon_max_width",
        "language",
        "metadata",
        "shaped",
        "text",
        "text_width",
        "tooltip",
        "width",
        "x",
    )

    def __init__(self, text: str = "", icon: Texture2D | None = None):
        self.text = text
        self.icon = icon
        self.button: Texture2D | None = None
        self.tooltip = self.language = ""
        self.direction = self.icon_max_width = 0
        self.disabled = self.hidden = False
        self.metadata: Any = None
        self.shaped: TextLine | None = None  # made when it is measured
        self.x = self.width = self.text_width = 0
        self.button_area = self.close_area = _NOWHERE


class TabBarState(Control):
    """The state of a TabBar."""

    class AlignmentMode(IntEnum):
        """Where tabs lie that do not fill the bar."""

        ALIGNMENT_LEFT = 0
        ALIGNMENT_CENTER = 1
        ALIGNMENT_RIGHT = 2
        ALIGNMENT_MAX = 3

    class CloseButtonDisplayPolicy(IntEnum):
        """On which tabs a cross is shown."""

        CLOSE_BUTTON_SHOW_NEVER = 0
        CLOSE_BUTTON_SHOW_ACTIVE_ONLY = 1
        CLOSE_BUTTON_SHOW_ALWAYS = 2
        CLOSE_BUTTON_MAX = 3

    ALIGNMENT_LEFT = AlignmentMode.ALIGNMENT_LEFT
    ALIGNMENT_CENTER = AlignmentMode.ALIGNMENT_CENTER
    ALIGNMENT_RIGHT = AlignmentMode.ALIGNMENT_RIGHT
    ALIGNMENT_MAX = AlignmentMode.ALIGNMENT_MAX
    CLOSE_BUTTON_SHOW_NEVER = CloseButtonDisplayPolicy.CLOSE_BUTTON_SHOW_NEVER
    CLOSE_BUTTON_SHOW_ACTIVE_ONLY = CloseButtonDisplayPolicy.CLOSE_BUTTON_SHOW_ACTIVE_ONLY
    CLOSE_BUTTON_SHOW_ALWAYS = CloseButtonDisplayPolicy.CLOSE_BUTTON_SHOW_ALWAYS
    CLOSE_BUTTON_MAX = CloseButtonDisplayPolicy.CLOSE_BUTTON_MAX

    tab_selected = Signal("tab")
    tab_changed = Signal("tab")
    tab_clicked = Signal("tab")
    tab_rmb_clicked = Signal("tab")
    tab_close_pressed = Signal("tab")
    tab_button_pressed = Signal("tab")
    tab_hovered = Signal("tab")
    active_tab_rearranged = Signal("idx_to")

    _own = (
        "_alignment",
        "_arrow_hovered",
        "_arrows_shown",
        "_button_pressing",
        "_clip_tabs",
        "_close_policy",
        "_close_pressing",
        "_close_with_middle",
        "_current",
        "_deselecting",
        "_first_shown",
        "_flipped",
        "_hovered",
        "_hovered_button",
        "_hovered_close",
        "_last_shown",
        "_max_tab_width",
        "_more_right",
        "_previous",
        "_queued_current",
        "_rearrange_group",
        "_rearranging",
        "_scroll_to_selected",
        "_scrolling",
        "_select_with_rmb",
        "_switch_on_hover",
        "_tabs",
    )

    _focus_mode: int = Control.FOCUS_ALL
    _alignment: TabBarState.AlignmentMode = ALIGNMENT_LEFT
    _close_policy: TabBarState.CloseButtonDisplayPolicy = CLOSE_BUTTON_SHOW_NEVER
    _clip_tabs: bool = True
    _close_with_middle: bool = True
    _max_tab_width: int = 0
    _scrolling: bool = True
    _rearranging: bool = False
    _switch_on_hover: bool = True
    _rearrange_group: int = -1
    _scroll_to_selected: bool = True
    _select_with_rmb: bool = False
    _deselecting: bool = False
    _current: int = -1
    _previous: int = -1
    _queued_current: int = -2  # what was to be selected before there were tabs
    _first_shown: int = 0
    _last_shown: int = 0
    _more_right: bool = False
    _arrows_shown: bool = False
    _arrow_hovered: int = -1
    _hovered: int = -1
    _hovered_button: int = -1
    _hovered_close: int = -1
    _button_pressing: bool = False
    _close_pressing: bool = False
    _flipped: bool = False  # whether styles are drawn upside down: tabs below their pages
    _tabs: list[Tab]

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._tabs = []
        count_helpers(1)  # a timer
        return self

    def _tab_at(self, idx: int) -> Tab | None:
        """The tab of a number; None, with an error, when there is none."""
        if 0 <= idx < len(self._tabs):
            return self._tabs[idx]
        output.error(
            f"Index p_tab = {int(idx)} is out of bounds (tabs.size() = {len(self._tabs)})."
        )
        return None
