"""Where a canvas item lies: transforms up to the screen, and who hears that it moved.

The transform to the canvas is computed when it is asked for and kept until the item or something
above it moves. Whoever wants to hear of that (`set_notify_transform`) is noted in the tree, which
tells it at fixed points of the frame, once for any number of moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from engine.core import output
from engine.core.rect2 import Rect2
from engine.core.transform2d import Transform2D
from engine.core.vector2 import Vector2
from engine.gui._canvas_state import CanvasState
from engine.servers.canvas import Matrix

if TYPE_CHECKING:
    from engine.gui.canvas_item import CanvasItem

_OUTSIDE = 'Condition "!is_inside_tree()" is true. Returning: {}'


class CanvasTransforms(CanvasState):
    """The transforms of a canvas item."""

    __slots__ = ()

    def get_transform(self) -> Transform2D:
        """Where it lies in its parent."""
        return Transform2D.IDENTITY

    def _local_matrix(self) -> Matrix:
        """`get_transform` as plain numbers, as drawing uses it."""
        numbers: Any = self.get_transform()._m
        return cast(Matrix, numbers)

    def get_parent_item(self) -> Any:
        """The canvas item that it moves with: its parent, unless it is at the top level."""
        parent = self._parent
        return parent if not self._top_level and isinstance(parent, CanvasTransforms) else None

    def get_global_transform(self) -> Transform2D:
        """Where it lies in its canvas."""
        found = self._global
        if found is None:
            found = self.get_transform()
            parent = self._parent
            if not self._top_level and isinstance(parent, CanvasTransforms):
                above = parent.get_global_transform()
                found = found if above is Transform2D.IDENTITY else above * found
            self._global = found
        return found

    def get_global_transform_with_canvas(self) -> Transform2D:
        """Where it lies in its viewport."""
        if self._canvas_layer is not None:
            return self._canvas_layer.get_final_transform() * self.get_global_transform()
        if self._tree is None:
            return self.get_global_transform()
        above: Transform2D = self.get_viewport().get_canvas_transform()
        return above * self.get_global_transform()

    def get_canvas_transform(self) -> Transform2D:
        """Where its canvas lies in the viewport."""
        if self._tree is None:
            output.error(_OUTSIDE.format("Transform2D()"))
            return Transform2D()
        if self._canvas_layer is not None:
            return self._canvas_layer.get_final_transform()
        return cast(Transform2D, self.get_viewport().get_canvas_transform())

    def get_viewport_transform(self) -> Transform2D:
        """Where its canvas lies in the viewport's window."""
        if self._tree is None:
            output.error(_OUTSIDE.format("Transform2D()"))
            return Transform2D()
        final: Transform2D = self.get_viewport().get_final_transform()
        return final * self.get_canvas_transform()

    def get_screen_transform(self) -> Transform2D:
        """Where it lies in the window on the screen, or in the one that this one is embedded in."""
        if self._tree is None:
            output.error(_OUTSIDE.format("Transform2D()"))
            return Transform2D()
        base: Transform2D = self.get_viewport().get_popup_base_transform()
        return base * self.get_global_transform_with_canvas()

    def get_viewport_rect(self) -> Rect2:
        """The part of its viewport that shows."""
        if self._tree is None:
            output.error(_OUTSIDE.format("Rect2()"))
            return Rect2()
        return cast(Rect2, self.get_viewport().get_visible_rect())

    # Points and events ---------------------------------------------------------------------------

    def _to_viewport(self) -> Transform2D:
        return self.get_canvas_transform() * self.get_global_transform()

    def make_canvas_position_local(self, viewport_point: Vector2) -> Vector2:
        """A point of the viewport in the item's coordinates."""
        if self._tree is None:
            output.error(_OUTSIDE.format("screen_point"))
            return viewport_point
        return self._to_viewport().affine_inverse() * viewport_point

    def make_input_local(self, event: Any) -> Any:
        """A copy of an input event with its positions in the item's coordinates."""
        if event is None:
            output.error('Parameter "p_event" is null.')
            return None
        if self._tree is None:
            output.error(_OUTSIDE.format("p_event"))
            return event
        return event.xformed_by(self._to_viewport().affine_inverse())

    def get_global_mouse_position(self) -> Vector2:
        """Where the mouse is, in the canvas."""
        viewport = self.get_viewport()
        if viewport is None:
            output.error('Parameter "get_viewport()" is null.')
            return Vector2()
        inverse = self.get_canvas_transform().affine_inverse()
        return cast(Vector2, inverse * viewport.get_mouse_position())

    def get_local_mouse_position(self) -> Vector2:
        """Where the mouse is, in the item's coordinates."""
        if self._tree is None:
            output.error('Parameter "get_viewport()" is null.')
            return Vector2()
        return self.get_global_transform().affine_inverse() * self.get_global_mouse_position()

    # Moving --------------------------------------------------------------------------------------

    def _notify_transform(self) -> None:
        """To be called when `get_transform` changes."""
        self._invalidate()
        self._forget_global()
        if self._notify_local and not self._block_transform_notify and self._tree is not None:
            self.notification(self.NOTIFICATION_LOCAL_TRANSFORM_CHANGED)

    def _forget_global(self) -> None:
        """Has the global transform computed again, with those of all items that move along."""
        if self._global is None:
            return
        self._global = None
        if self._notify_moved and not self._block_transform_notify and self._tree is not None:
            self._tree._moved[cast("CanvasItem", self)] = None
        if self._children:
            for child in self._children.values():
                if isinstance(child, CanvasTransforms) and not child._top_level:
                    child._forget_global()

    def _item_rect_changed(self, size_changed: bool = True) -> None:
        """To be called when the rectangle changes that the item fills."""
        if size_changed:
            self.queue_redraw()
        if self._signals is not None:
            self._emit_if_heard("item_rect_changed")

    def queue_redraw(self) -> None:
        """Has the item drawn anew at the end of the frame."""

    def set_notify_transform(self, enable: bool) -> None:
        """Whether it is told when its global transform changed."""
        self._notify_moved = bool(enable)
        if enable and self._tree is not None:
            self.get_global_transform()  # only what is known can be seen to change

    def is_transform_notification_enabled(self) -> bool:
        """Whether it is told when its global transform changed."""
        return self._notify_moved

    def set_notify_local_transform(self, enable: bool) -> None:
        """Whether it is told when its own transform changes."""
        self._notify_local = bool(enable)

    def is_local_transform_notification_enabled(self) -> bool:
        """Whether it is told when its own transform changes."""
        return self._notify_local

    def force_update_transform(self) -> None:
        """Tells it at once that it moved, if it is waiting to hear of it."""
        if self._tree is None:
            output.error('Condition "!is_inside_tree()" is true.')
            return
        item = cast("CanvasItem", self)
        if item in self._tree._moved:
            del self._tree._moved[item]
            self.notification(self.NOTIFICATION_TRANSFORM_CHANGED)
