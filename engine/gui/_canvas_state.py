"""What a canvas item holds, its constants and signals.

`CanvasItem` is one class in Godot. Here it is a chain of classes, one for each theme and file:

    CanvasState -> CanvasTransforms -> CanvasLooks -> CanvasDrawing -> CanvasItem

What is read on every path lies in slots; the rest are class variables until they are set.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, ClassVar

from engine.core.color import Color
from engine.core.signal import Signal
from engine.core.transform2d import Transform2D
from engine.scene.node import Node
from engine.servers.canvas import Drawing

if TYPE_CHECKING:
    from engine.gui.canvas_layer import CanvasLayer
    from engine.scene.viewport import Viewport

# The item that is being drawn, for what draws without being handed it.
drawn: list[Any] = [None]

WHITE = Color(1.0, 1.0, 1.0, 1.0)  # by its identity drawing sees that nothing is coloured


class CanvasState(Node):
    """The state, constants and signals of a canvas item."""

    __slots__ = (
        "_block_transform_notify",
        "_canvas_layer",
        "_commands",
        "_draw_pending",
        "_drawing",
        "_drew",
        "_global",
        "_notify_local",
        "_notify_moved",
        "_parent_shown",
        "_top_level",
        "_viewport",
        "_visible",
        "_visible_in_tree",
        "_z",
    )

    class TextureFilter(IntEnum):
        """How textures are scaled."""

        TEXTURE_FILTER_PARENT_NODE = 0
        TEXTURE_FILTER_NEAREST = 1
        TEXTURE_FILTER_LINEAR = 2
        TEXTURE_FILTER_NEAREST_WITH_MIPMAPS = 3
        TEXTURE_FILTER_LINEAR_WITH_MIPMAPS = 4
        TEXTURE_FILTER_NEAREST_WITH_MIPMAPS_ANISOTROPIC = 5
        TEXTURE_FILTER_LINEAR_WITH_MIPMAPS_ANISOTROPIC = 6
        TEXTURE_FILTER_MAX = 7

    class TextureRepeat(IntEnum):
        """What lies beyond the edges of a texture."""

        TEXTURE_REPEAT_PARENT_NODE = 0
        TEXTURE_REPEAT_DISABLED = 1
        TEXTURE_REPEAT_ENABLED = 2
        TEXTURE_REPEAT_MIRROR = 3
        TEXTURE_REPEAT_MAX = 4

    class ClipChildrenMode(IntEnum):
        """Whether children show only where their parent drew something."""

        CLIP_CHILDREN_DISABLED = 0
        CLIP_CHILDREN_ONLY = 1
        CLIP_CHILDREN_AND_DRAW = 2
        CLIP_CHILDREN_MAX = 3

    TEXTURE_FILTER_PARENT_NODE = TextureFilter.TEXTURE_FILTER_PARENT_NODE
    TEXTURE_FILTER_NEAREST = TextureFilter.TEXTURE_FILTER_NEAREST
    TEXTURE_FILTER_LINEAR = TextureFilter.TEXTURE_FILTER_LINEAR
    TEXTURE_FILTER_NEAREST_WITH_MIPMAPS = TextureFilter.TEXTURE_FILTER_NEAREST_WITH_MIPMAPS
    TEXTURE_FILTER_LINEAR_WITH_MIPMAPS = TextureFilter.TEXTURE_FILTER_LINEAR_WITH_MIPMAPS
    TEXTURE_FILTER_NEAREST_WITH_MIPMAPS_ANISOTROPIC = (
        TextureFilter.TEXTURE_FILTER_NEAREST_WITH_MIPMAPS_ANISOTROPIC
    )
    TEXTURE_FILTER_LINEAR_WITH_MIPMAPS_ANISOTROPIC = (
        TextureFilter.TEXTURE_FILTER_LINEAR_WITH_MIPMAPS_ANISOTROPIC
    )
    TEXTURE_FILTER_MAX = TextureFilter.TEXTURE_FILTER_MAX
    TEXTURE_REPEAT_PARENT_NODE = TextureRepeat.TEXTURE_REPEAT_PARENT_NODE
    TEXTURE_REPEAT_DISABLED = TextureRepeat.TEXTURE_REPEAT_DISABLED
    TEXTURE_REPEAT_ENABLED = TextureRepeat.TEXTURE_REPEAT_ENABLED
    TEXTURE_REPEAT_MIRROR = TextureRepeat.TEXTURE_REPEAT_MIRROR
    TEXTURE_REPEAT_MAX = TextureRepeat.TEXTURE_REPEAT_MAX
    CLIP_CHILDREN_DISABLED = ClipChildrenMode.CLIP_CHILDREN_DISABLED
    CLIP_CHILDREN_ONLY = ClipChildrenMode.CLIP_CHILDREN_ONLY
    CLIP_CHILDREN_AND_DRAW = ClipChildrenMode.CLIP_CHILDREN_AND_DRAW
    CLIP_CHILDREN_MAX = ClipChildrenMode.CLIP_CHILDREN_MAX
    NOTIFICATION_TRANSFORM_CHANGED = 2000
    NOTIFICATION_LOCAL_TRANSFORM_CHANGED = 35
    NOTIFICATION_DRAW = 30
    NOTIFICATION_VISIBILITY_CHANGED = 31
    NOTIFICATION_ENTER_CANVAS = 32
    NOTIFICATION_EXIT_CANVAS = 33
    NOTIFICATION_WORLD_2D_CHANGED = 36

    draw = Signal()
    visibility_changed = Signal()
    hidden = Signal()
    item_rect_changed = Signal()

    _own: ClassVar[tuple[str, ...]] = (
        "_clip_children",
        "_filter",
        "_light_mask",
        "_material",
        "_modulate",
        "_parent_material",
        "_repeat",
        "_self_modulate",
        "_shader_parameters",
        "_shown_behind",
        "_visibility_layer",
        "_window_above",
        "_y_sort",
        "_z_relative",
    )

    _visible: bool
    _parent_shown: bool  # whether all above it are visible; false outside the tree
    _visible_in_tree: bool  # both
    _top_level: bool
    _commands: Drawing
    _draw_pending: bool
    _drawing: bool  # while it may draw
    _drew: bool  # whether its last recording had anything in it
    _global: Transform2D | None  # None while it has to be computed again
    _notify_moved: bool
    _notify_local: bool
    _block_transform_notify: bool
    _canvas_layer: CanvasLayer | None
    _viewport: Viewport | None  # the nearest one above, inside the tree
    _z: int
    _z_relative: bool = True
    _y_sort: bool = False
    _shown_behind: bool = False
    _modulate: Color = WHITE
    _self_modulate: Color = WHITE
    _clip_children: CanvasState.ClipChildrenMode = CLIP_CHILDREN_DISABLED
    _filter: CanvasState.TextureFilter = TEXTURE_FILTER_PARENT_NODE
    _repeat: CanvasState.TextureRepeat = TEXTURE_REPEAT_PARENT_NODE
    _light_mask: int = 1
    _visibility_layer: int = 1
    _material: Any = None
    _parent_material: bool = False
    _window_above: Any = None
    _shader_parameters: dict[str, Any] | None = None

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._visible = True
        self._parent_shown = self._visible_in_tree = self._top_level = False
        self._commands = Drawing()
        self._draw_pending = self._drawing = self._drew = False
        self._global = self._canvas_layer = self._viewport = None
        self._notify_moved = self._notify_local = self._block_transform_notify = False
        self._z = 0
        return self

    def get_viewport(self) -> Any:
        """The nearest viewport above, or None outside the tree."""
        return self._viewport if self._viewport is not None else super().get_viewport()

    def _invalidate(self) -> None:
        """Has the viewport's frame put together again: something came, went, moved or looks new."""
        if self._visible_in_tree and self._viewport is not None:
            self._viewport._frame_stale = True
