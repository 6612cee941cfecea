"""What a control holds, its constants and signals.

`Control` is one class in Godot with some three hundred members. Here it is a chain of classes, one
for each theme and file:

    ControlState -> ControlMinimumSize -> ControlLayout -> ControlPresets -> ControlTheme
    -> ControlFocus -> ControlMouse -> ControlDrag -> ControlAccessibility -> Control

What every control needs lies in slots, and rectangles lie in them as plain floats (rounded to 32
bits), because thousands of controls move and are measured in a frame; vectors are made when
somebody asks. What few controls have is a class variable until it is set.
"""

from __future__ import annotations

from enum import IntEnum, IntFlag
from typing import TYPE_CHECKING, Any, ClassVar

from engine.core.node_path import NodePath
from engine.core.signal import Signal
from engine.core.string_name import StringName
from engine.gui.canvas_item import CanvasItem

if TYPE_CHECKING:
    from engine.gui.theme import Theme
    from engine.scene.node import Node
    from engine.scene.window import Window

_ZEROS = (0.0, 0.0, 0.0, 0.0)
_NO_PATH = NodePath()


class ControlState(CanvasItem):
    """The state, constants and signals of a control."""

    __slots__ = (
        "_anchors",
        "_block_minimum",
        "_context",
        "_custom_h",
        "_custom_w",
        "_grow_h",
        "_grow_v",
        "_h",
        "_h_flags",
        "_last_min",
        "_min_h",
        "_min_pending",
        "_min_valid",
        "_min_w",
        "_offsets",
        "_owner_theme",
        "_parent_control",
        "_parent_window",
        "_px",
        "_py",
        "_rect_source",
        "_rtl",
        "_sorter",
        "_stretch",
        "_theme_cache",
        "_turned",
        "_v_flags",
        "_w",
    )

    class Anchor(IntEnum):
        """Where an anchor lies that is at one end of the parent."""

        ANCHOR_BEGIN = 0
        ANCHOR_END = 1

    class CursorShape(IntEnum):
        """Shapes of the mouse cursor."""

        CURSOR_ARROW = 0
        CURSOR_IBEAM = 1
        CURSOR_POINTING_HAND = 2
        CURSOR_CROSS = 3
        CURSOR_WAIT = 4
        CURSOR_BUSY = 5
        CURSOR_DRAG = 6
        CURSOR_CAN_DROP = 7
        CURSOR_FORBIDDEN = 8
        CURSOR_VSIZE = 9
        CURSOR_HSIZE = 10
        CURSOR_BDIAGSIZE = 11
        CURSOR_FDIAGSIZE = 12
        CURSOR_MOVE = 13
        CURSOR_VSPLIT = 14
        CURSOR_HSPLIT = 15
        CURSOR_HELP = 16

    class FocusMode(IntEnum):
        """By which ways a control gets the focus."""

        FOCUS_NONE = 0
        FOCUS_CLICK = 1
        FOCUS_ALL = 2
        FOCUS_ACCESSIBILITY = 3

    class FocusBehaviorRecursive(IntEnum):
        """Whether a control and those below it can have the focus at all."""

        FOCUS_BEHAVIOR_INHERITED = 0
        FOCUS_BEHAVIOR_DISABLED = 1
        FOCUS_BEHAVIOR_ENABLED = 2

    class GrowDirection(IntEnum):
        """Where a control grows to when its minimum size asks for more."""

        GROW_DIRECTION_BEGIN = 0
        GROW_DIRECTION_END = 1
        GROW_DIRECTION_BOTH = 2

    class LayoutDirection(IntEnum):
        """Whether a layout runs from the left or from the right."""

        LAYOUT_DIRECTION_INHERITED = 0
        LAYOUT_DIRECTION_APPLICATION_LOCALE = 1
        LAYOUT_DIRECTION_LOCALE = 1
        LAYOUT_DIRECTION_LTR = 2
        LAYOUT_DIRECTION_RTL = 3
        LAYOUT_DIRECTION_SYSTEM_LOCALE = 4
        LAYOUT_DIRECTION_MAX = 5

    class MouseBehaviorRecursive(IntEnum):
        """Whether a control and those below it hear of the mouse at all."""

        MOUSE_BEHAVIOR_INHERITED = 0
        MOUSE_BEHAVIOR_DISABLED = 1
        MOUSE_BEHAVIOR_ENABLED = 2

    class MouseFilter(IntEnum):
        """What a control does with mouse events."""

        MOUSE_FILTER_STOP = 0
        MOUSE_FILTER_PASS = 1
        MOUSE_FILTER_IGNORE = 2

    class LayoutPreset(IntEnum):
        """Common places for anchors."""

        PRESET_TOP_LEFT = 0
        PRESET_TOP_RIGHT = 1
        PRESET_BOTTOM_LEFT = 2
        PRESET_BOTTOM_RIGHT = 3
        PRESET_CENTER_LEFT = 4
        PRESET_CENTER_TOP = 5
        PRESET_CENTER_RIGHT = 6
        PRESET_CENTER_BOTTOM = 7
        PRESET_CENTER = 8
        PRESET_LEFT_WIDE = 9
        PRESET_TOP_WIDE = 10
        PRESET_RIGHT_WIDE = 11
        PRESET_BOTTOM_WIDE = 12
        PRESET_VCENTER_WIDE = 13
        PRESET_HCENTER_WIDE = 14
        PRESET_FULL_RECT = 15

    class LayoutPresetMode(IntEnum):
        """Which size a preset gives to the control."""

        PRESET_MODE_MINSIZE = 0
        PRESET_MODE_KEEP_WIDTH = 1
        PRESET_MODE_KEEP_HEIGHT = 2
        PRESET_MODE_KEEP_SIZE = 3

    class SizeFlags(IntFlag):
        """How a control fills its cell in a container."""

        SIZE_SHRINK_BEGIN = 0
        SIZE_FILL = 1
        SIZE_EXPAND = 2
        SIZE_EXPAND_FILL = 3
        SIZE_SHRINK_CENTER = 4
        SIZE_SHRINK_END = 8

    class TextDirection(IntEnum):
        """Writing directions."""

        TEXT_DIRECTION_AUTO = 0
        TEXT_DIRECTION_LTR = 1
        TEXT_DIRECTION_RTL = 2
        TEXT_DIRECTION_INHERITED = 3

    ANCHOR_BEGIN = Anchor.ANCHOR_BEGIN
    ANCHOR_END = Anchor.ANCHOR_END
    CURSOR_ARROW = CursorShape.CURSOR_ARROW
    CURSOR_IBEAM = CursorShape.CURSOR_IBEAM
    CURSOR_POINTING_HAND = CursorShape.CURSOR_POINTING_HAND
    CURSOR_CROSS = CursorShape.CURSOR_CROSS
    CURSOR_WAIT = CursorShape.CURSOR_WAIT
    CURSOR_BUSY = CursorShape.CURSOR_BUSY
    CURSOR_DRAG = CursorShape.CURSOR_DRAG
    CURSOR_CAN_DROP = CursorShape.CURSOR_CAN_DROP
    CURSOR_FORBIDDEN = CursorShape.CURSOR_FORBIDDEN
    CURSOR_VSIZE = CursorShape.CURSOR_VSIZE
    CURSOR_HSIZE = CursorShape.CURSOR_HSIZE
    CURSOR_BDIAGSIZE = CursorShape.CURSOR_BDIAGSIZE
    CURSOR_FDIAGSIZE = CursorShape.CURSOR_FDIAGSIZE
    CURSOR_MOVE = CursorShape.CURSOR_MOVE
    CURSOR_VSPLIT = CursorShape.CURSOR_VSPLIT
    CURSOR_HSPLIT = CursorShape.CURSOR_HSPLIT
    CURSOR_HELP = CursorShape.CURSOR_HELP
    FOCUS_NONE = FocusMode.FOCUS_NONE
    FOCUS_CLICK = FocusMode.FOCUS_CLICK
    FOCUS_ALL = FocusMode.FOCUS_ALL
    FOCUS_ACCESSIBILITY = FocusMode.FOCUS_ACCESSIBILITY
    FOCUS_BEHAVIOR_INHERITED = FocusBehaviorRecursive.FOCUS_BEHAVIOR_INHERITED
    FOCUS_BEHAVIOR_DISABLED = FocusBehaviorRecursive.FOCUS_BEHAVIOR_DISABLED
    FOCUS_BEHAVIOR_ENABLED = FocusBehaviorRecursive.FOCUS_BEHAVIOR_ENABLED
    GROW_DIRECTION_BEGIN = GrowDirection.GROW_DIRECTION_BEGIN
    GROW_DIRECTION_END = GrowDirection.GROW_DIRECTION_END
    GROW_DIRECTION_BOTH = GrowDirection.GROW_DIRECTION_BOTH
    LAYOUT_DIRECTION_INHERITED = LayoutDirection.LAYOUT_DIRECTION_INHERITED
    LAYOUT_DIRECTION_APPLICATION_LOCALE = LayoutDirection.LAYOUT_DIRECTION_APPLICATION_LOCALE
    LAYOUT_DIRECTION_LOCALE = LayoutDirection.LAYOUT_DIRECTION_LOCALE
    LAYOUT_DIRECTION_LTR = LayoutDirection.LAYOUT_DIRECTION_LTR
    LAYOUT_DIRECTION_RTL = LayoutDirection.LAYOUT_DIRECTION_RTL
    LAYOUT_DIRECTION_SYSTEM_LOCALE = LayoutDirection.LAYOUT_DIRECTION_SYSTEM_LOCALE
    LAYOUT_DIRECTION_MAX = LayoutDirection.LAYOUT_DIRECTION_MAX
    MOUSE_BEHAVIOR_INHERITED = MouseBehaviorRecursive.MOUSE_BEHAVIOR_INHERITED
    MOUSE_BEHAVIOR_DISABLED = MouseBehaviorRecursive.MOUSE_BEHAVIOR_DISABLED
    MOUSE_BEHAVIOR_ENABLED = MouseBehaviorRecursive.MOUSE_BEHAVIOR_ENABLED
    MOUSE_FILTER_STOP = MouseFilter.MOUSE_FILTER_STOP
    MOUSE_FILTER_PASS = MouseFilter.MOUSE_FILTER_PASS
    MOUSE_FILTER_IGNORE = MouseFilter.MOUSE_FILTER_IGNORE
    PRESET_TOP_LEFT = LayoutPreset.PRESET_TOP_LEFT
    PRESET_TOP_RIGHT = LayoutPreset.PRESET_TOP_RIGHT
    PRESET_BOTTOM_LEFT = LayoutPreset.PRESET_BOTTOM_LEFT
    PRESET_BOTTOM_RIGHT = LayoutPreset.PRESET_BOTTOM_RIGHT
    PRESET_CENTER_LEFT = LayoutPreset.PRESET_CENTER_LEFT
    PRESET_CENTER_TOP = LayoutPreset.PRESET_CENTER_TOP
    PRESET_CENTER_RIGHT = LayoutPreset.PRESET_CENTER_RIGHT
    PRESET_CENTER_BOTTOM = LayoutPreset.PRESET_CENTER_BOTTOM
    PRESET_CENTER = LayoutPreset.PRESET_CENTER
    PRESET_LEFT_WIDE = LayoutPreset.PRESET_LEFT_WIDE
    PRESET_TOP_WIDE = LayoutPreset.PRESET_TOP_WIDE
    PRESET_RIGHT_WIDE = LayoutPreset.PRESET_RIGHT_WIDE
    PRESET_BOTTOM_WIDE = LayoutPreset.PRESET_BOTTOM_WIDE
    PRESET_VCENTER_WIDE = LayoutPreset.PRESET_VCENTER_WIDE
    PRESET_HCENTER_WIDE = LayoutPreset.PRESET_HCENTER_WIDE
    PRESET_FULL_RECT = LayoutPreset.PRESET_FULL_RECT
    PRESET_MODE_MINSIZE = LayoutPresetMode.PRESET_MODE_MINSIZE
    PRESET_MODE_KEEP_WIDTH = LayoutPresetMode.PRESET_MODE_KEEP_WIDTH
    PRESET_MODE_KEEP_HEIGHT = LayoutPresetMode.PRESET_MODE_KEEP_HEIGHT
    PRESET_MODE_KEEP_SIZE = LayoutPresetMode.PRESET_MODE_KEEP_SIZE
    SIZE_SHRINK_BEGIN = SizeFlags.SIZE_SHRINK_BEGIN
    SIZE_FILL = SizeFlags.SIZE_FILL
    SIZE_EXPAND = SizeFlags.SIZE_EXPAND
    SIZE_EXPAND_FILL = SizeFlags.SIZE_EXPAND_FILL
    SIZE_SHRINK_CENTER = SizeFlags.SIZE_SHRINK_CENTER
    SIZE_SHRINK_END = SizeFlags.SIZE_SHRINK_END
    TEXT_DIRECTION_AUTO = TextDirection.TEXT_DIRECTION_AUTO
    TEXT_DIRECTION_LTR = TextDirection.TEXT_DIRECTION_LTR
    TEXT_DIRECTION_RTL = TextDirection.TEXT_DIRECTION_RTL
    TEXT_DIRECTION_INHERITED = TextDirection.TEXT_DIRECTION_INHERITED
    NOTIFICATION_RESIZED = 40
    NOTIFICATION_MOUSE_ENTER = 41
    NOTIFICATION_MOUSE_EXIT = 42
    NOTIFICATION_FOCUS_ENTER = 43
    NOTIFICATION_FOCUS_EXIT = 44
    NOTIFICATION_THEME_CHANGED = 45
    NOTIFICATION_SCROLL_BEGIN = 47
    NOTIFICATION_SCROLL_END = 48
    NOTIFICATION_LAYOUT_DIRECTION_CHANGED = 49
    NOTIFICATION_MOUSE_ENTER_SELF = 60
    NOTIFICATION_MOUSE_EXIT_SELF = 61

    focus_entered = Signal()
    focus_exited = Signal()
    gui_input = Signal("event")
    minimum_size_changed = Signal()
    mouse_entered = Signal()
    mouse_exited = Signal()
    resized = Signal()
    size_flags_changed = Signal()
    theme_changed = Signal()

    _own: ClassVar[tuple[str, ...]] = (
        "_accessibility",
        "_clip_contents",
        "_cursor_shape",
        "_drag_forward",
        "_focus_allowed",
        "_focus_behavior",
        "_focus_mode",
        "_focus_paths",
        "_force_pass_scroll",
        "_layout_direction",
        "_localize_numerals",
        "_mouse_allowed",
        "_mouse_behavior",
        "_mouse_filter",
        "_overrides",
        "_own_anchors",
        "_pivot",
        "_pivot_ratio",
        "_rect_listeners",
        "_rotation",
        "_scale",
        "_shortcut_context",
        "_stored_layout",
        "_theme",
        "_kept_items",
        "_measuring",
        "_theme_bulk",
        "_themed",
        "_theme_late",
        "_tooltip_text",
        "_tooltip_translate",
        "_variation",
    )

    # In slots: each control has its own.
    _px: float  # the rectangle inside the parent
    _py: float
    _w: float
    _h: float
    _anchors: tuple[float, float, float, float]  # left, top, right, bottom
    _offsets: tuple[float, float, float, float]
    _grow_h: int
    _grow_v: int
    _h_flags: int
    _v_flags: int
    _stretch: float
    _custom_w: float
    _custom_h: float
    _min_w: float  # the combined minimum size, while `_min_valid`
    _min_h: float
    _min_valid: bool
    _min_pending: bool  # whether a deferred call will compare the minimum size
    _last_min: tuple[float, float]  # the one that was told to others last
    _block_minimum: bool
    _parent_control: Any  # the parent, if it is a control
    _parent_window: Window | None  # the parent, if it is a window
    _rect_source: Any  # whose size anchors refer to: the parent item or the viewport
    _sorter: Any  # the container that places it, once it has taken it in
    _rtl: bool | None  # whether the layout runs from the right; None: not known yet
    _turned: bool  # whether rotation, scale or pivot is set
    _owner_theme: Node | None  # the nearest control or window above, or itself, with a theme
    _context: Any  # the theme context, while inside a tree
    _theme_cache: dict[Any, Any] | None

    _keeps_focus_inside: ClassVar[bool] = False  # whether arrow keys look inside it first
    _sorts_children: ClassVar[bool] = False  # whether it places its children, as containers do

    # Set on few.
    _accessibility: dict[str, Any] | None = None
    _clip_contents: bool = False
    _cursor_shape: int = 0
    _drag_forward: Any = None
    _focus_allowed: bool = True  # as far as those above say
    _focus_behavior: int = 0
    _focus_mode: int = 0
    _focus_paths: tuple[NodePath, ...] = (_NO_PATH,) * 6  # left, top, right, bottom, next, previous
    _force_pass_scroll: bool = True
    _layout_direction: int = 0
    _localize_numerals: bool = True
    _mouse_allowed: bool = True
    _mouse_behavior: int = 0
    _mouse_filter: int = 0
    _overrides: dict[tuple[int, str], Any] | None = None
    _pivot: Any = None
    _pivot_ratio: Any = None
    _rect_listeners: dict[Any, None] | None = None  # controls whose anchors refer to this one
    _rotation: float = 0.0
    _scale: Any = None
    _shortcut_context: Any = None
    _own_anchors: bool = False  # whether the editor was told that they follow no preset
    _stored_layout: int = 0
    _theme: Theme | None = None
    _kept_items: dict[Any, Any] | None = None
    _measuring: bool = False
    _themed: bool = False
    _theme_bulk: bool = False
    _theme_late: bool = False
    _tooltip_text: str = ""
    _tooltip_translate: int = 0
    _variation: StringName = StringName("")

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._px = self._py = self._w = self._h = 0.0
        self._anchors = self._offsets = _ZEROS
        self._grow_h = self._grow_v = self._h_flags = self._v_flags = 1
        self._stretch = 1.0
        self._custom_w = self._custom_h = self._min_w = self._min_h = 0.0
        self._min_valid = self._min_pending = self._block_minimum = self._turned = False
        self._last_min = (0.0, 0.0)
        self._parent_control = self._parent_window = self._rect_source = self._rtl = None
        self._sorter = None
        self._owner_theme = self._context = self._theme_cache = None
        return self

    def __init__(self) -> None:
        super().__init__()

    def _let_go(self) -> None:
        super()._let_go()
        self._parent_control = self._parent_window = self._rect_source = self._sorter = None
        self._owner_theme = self._context = self._theme_cache = None
