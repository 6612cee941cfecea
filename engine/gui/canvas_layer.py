"""`CanvasLayer`: a canvas of its own, above or below the others."""

from __future__ import annotations

from typing import Any

from engine.core.accessors import accessors
from engine.core.rid import RID
from engine.core.signal import Signal
from engine.core.transform2d import Transform2D
from engine.core.vector2 import Vector2
from engine.gui import _canvas_roots
from engine.gui._shown_elsewhere import ShownElsewhere
from engine.scene.node import Node
from engine.scene.world_2d import new_canvas

_ONE = Vector2(1.0, 1.0)


class CanvasLayer(ShownElsewhere, Node):
    """Shows what lies below it on a canvas of its own, which no camera moves.

    Layers are painted in the order of their numbers; what lies in no layer counts as 0.

    Signals: `visibility_changed`.
    """

    visibility_changed = Signal()

    _stored = (
        "layer",
        "visible",
        "offset",
        "rotation",
        "scale",
        "transform",
        "custom_viewport",
        "follow_viewport_enabled",
        "follow_viewport_scale",
    )
    _own = (
        "_canvas",
        "_custom_viewport",
        "_follow",
        "_follow_scale",
        "_layer",
        "_offset",
        "_rotation",
        "_scale",
        "_transform",
        "_viewport",
        "_visible",
    )

    _layer: int = 1
    _visible: bool = True
    _offset: Vector2 = Vector2.ZERO
    _rotation: float = 0.0
    _scale: Vector2 = _ONE
    _transform: Transform2D = Transform2D.IDENTITY
    _follow: bool = False
    _follow_scale: float = 1.0
    _viewport: Any = None  # where it shows, inside the tree
    _canvas: RID

    def __new__(cls, *args: Any, **kwargs: Any) -> CanvasLayer:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: CanvasLayer = super().__new__(cls)
        self._canvas = new_canvas()
        return self

    def _invalidate(self) -> None:
        if self._viewport is not None:
            self._viewport._frame_stale = True

    # Order and visibility ------------------------------------------------------------------------

    def set_layer(self, layer: int) -> None:
        """Its number: higher layers are painted over lower ones."""
        self._layer = int(layer)
        self._invalidate()

    def get_layer(self) -> int:
        """Its number."""
        return self._layer

    def set_visible(self, visible: bool) -> None:
        """Shows or hides it, with what lies on it."""
        if bool(visible) is self._visible:
            return
        self._visible = bool(visible)
        self._invalidate()
        self._emit_if_heard("visibility_changed")
        if self._tree is not None:
            for item in _canvas_roots.roots_of(self):
                item._parent_shown_changed(self._visible)

    def is_visible(self) -> bool:
        """Whether it is shown."""
        return self._visible

    def show(self) -> None:
        """Sets `visible`."""
        self.set_visible(True)

    def hide(self) -> None:
        """Clears `visible`."""
        self.set_visible(False)

    # Place ---------------------------------------------------------------------------------------

    def set_transform(self, transform: Transform2D) -> None:
        """Where the canvas lies in the viewport."""
        self._transform = Transform2D(transform)
        self._offset = self._transform.origin
        self._rotation = self._transform.get_rotation()
        self._scale = self._transform.get_scale()
        self._invalidate()

    def get_transform(self) -> Transform2D:
        """Where the canvas lies in the viewport."""
        return self._transform

    def get_final_transform(self) -> Transform2D:
        """Where the canvas lies in the viewport, the following of the viewport counted in."""
        if not self._follow:
            return self._transform
        scale = Vector2(self._follow_scale, self._follow_scale)
        follow = Transform2D(0.0, scale, 0.0, Vector2.ZERO)
        if self._viewport is not None:
            follow = self._viewport.get_canvas_transform() * follow
        return follow * self._transform

    def _place(self) -> None:
        self._transform = Transform2D(self._rotation, self._scale, 0.0, self._offset)
        self._invalidate()

    def set_offset(self, offset: Vector2) -> None:
        """Moves the canvas."""
        self._offset = Vector2(offset)
        self._place()

    def get_offset(self) -> Vector2:
        """Where the canvas begins."""
        return self._offset

    def set_rotation(self, radians: float) -> None:
        """Turns the canvas."""
        self._rotation = float(radians)
        self._place()

    def get_rotation(self) -> float:
        """The angle of the canvas, in radians."""
        return self._rotation

    def set_scale(self, scale: Vector2) -> None:
        """Scales the canvas."""
        self._scale = Vector2(scale)
        self._place()

    def get_scale(self) -> Vector2:
        """The scale of the canvas."""
        return self._scale

    def set_follow_viewport(self, enable: bool) -> None:
        """Whether a camera moves it, too."""
        self._follow = bool(enable)
        self._invalidate()

    def is_following_viewport(self) -> bool:
        """Whether a camera moves it, too."""
        return self._follow

    def set_follow_viewport_scale(self, scale: float) -> None:
        """How much it follows: below 1 it seems to lie further away."""
        self._follow_scale = float(scale)
        self._invalidate()

    def get_follow_viewport_scale(self) -> float:
        """How much it follows."""
        return self._follow_scale

    # Where it shows ------------------------------------------------------------------------------

    def get_canvas(self) -> RID:
        """The handle of its canvas."""
        return self._canvas

    def _enter_viewport(self) -> None:
        self._viewport = self._custom_viewport or self.get_viewport()
        _canvas_roots.add_layer(self._viewport, self)
        self._invalidate()

    def _leave_viewport(self) -> None:
        if self._viewport is not None:
            self._invalidate()
            _canvas_roots.remove_layer(self._viewport, self)
            self._viewport = None

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == 10:  # ENTER_TREE
            self._enter_viewport()
        elif what == 11:  # EXIT_TREE
            self._leave_viewport()
        elif what == 12:  # MOVED_IN_PARENT
            self._invalidate()

    layer = accessors(get_layer, set_layer)
    visible = accessors(is_visible, set_visible)
    offset = accessors(get_offset, set_offset)
    rotation = accessors(get_rotation, set_rotation)
    scale = accessors(get_scale, set_scale)
    transform = accessors(get_transform, set_transform)
    follow_viewport_enabled = accessors(is_following_viewport, set_follow_viewport)
    follow_viewport_scale = accessors(get_follow_viewport_scale, set_follow_viewport_scale)
