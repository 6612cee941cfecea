"""`CanvasItem`: whatever is painted in two dimensions, a 2D node or a control."""

from __future__ import annotations

from typing import Any, ClassVar, cast

from engine.core import output
from engine.core.accessors import accessors
from engine.core.rid import RID
from engine.gui import _canvas_roots, _canvas_state
from engine.gui._canvas_drawing import CanvasDrawing
from engine.gui.canvas_layer import CanvasLayer
from engine.scene.node import Node
from engine.scene.viewport import Viewport
from engine.scene.window import Window
from engine.servers import canvas
from engine.servers.canvas import Box

_OUTSIDE = 'Condition "!is_inside_tree()" is true. Returning: {}'


class CanvasItem(CanvasDrawing):
    """A node that is painted, with what lies below it, on a canvas.

    A script draws in `_draw`, with the `draw_*` methods. What it draws is kept and painted in every
    frame; `queue_redraw` has it drawn anew. Children are painted over their parent, later siblings
    over earlier ones.

    Signals: `draw` when `_draw` is about to be called, `visibility_changed`, `hidden`,
    `item_rect_changed`.
    """

    __slots__ = ()

    _stored: ClassVar[tuple[str, ...]] = (
        "visible",
        "modulate",
        "self_modulate",
        "show_behind_parent",
        "top_level",
        "clip_children",
        "light_mask",
        "visibility_layer",
        "z_index",
        "z_as_relative",
        "y_sort_enabled",
        "texture_filter",
        "texture_repeat",
        "material",
        "use_parent_material",
    )

    def _draw(self) -> Any:
        """Called when the item has to be drawn anew."""

    # Drawing -------------------------------------------------------------------------------------

    def queue_redraw(self) -> None:
        """Has the item drawn anew at the end of the frame."""
        tree = self._tree
        if tree is not None and not self._draw_pending:
            self._draw_pending = True
            tree._queue.push(self._redraw, ())

    def _redraw(self) -> None:
        if self._tree is None:
            self._draw_pending = False
            return
        commands = self._commands
        if commands:
            commands.clear()
        if self._visible_in_tree:
            self._record()
        commands.version += 1
        self._draw_pending = False
        if self._drew is not bool(commands):
            self._drew = not self._drew
            self._invalidate()

    def _record(self) -> None:
        """Has the engine's class, then the signal's listeners, then the script draw."""
        self._drawing = True
        _canvas_state.drawn[0] = self
        if self._notification_chain:
            self.notification(30)  # DRAW
        else:
            self._engine_notification(30)
        if self._signals is not None:
            self._emit_if_heard("draw")
        if type(self)._draw is not CanvasItem._draw:
            try:
                self._draw()
            except Exception as exception:
                output.script_error(exception)
        self._drawing = False
        _canvas_state.drawn[0] = None

    def _clip_area(self) -> Box | None:
        """Position and size of what it cuts its drawing to; None for no cutting."""
        return None

    def get_canvas_item(self) -> RID:
        """The handle of its drawing, for `RenderingServer` and for what draws into an item."""
        return canvas.rid_of(self._commands)

    # Visibility ----------------------------------------------------------------------------------

    def set_visible(self, visible: bool) -> None:
        """Shows or hides it, with what lies below it."""
        if bool(visible) is self._visible:
            return
        self._visible = bool(visible)
        self._visible_in_tree = self._visible and self._parent_shown
        if self._parent_shown:
            self._shown_changed(self._visible)
        else:
            self.notification(self.NOTIFICATION_VISIBILITY_CHANGED)

    def is_visible(self) -> bool:
        """Whether it is shown as far as it is concerned itself."""
        return self._visible

    def is_visible_in_tree(self) -> bool:
        """Whether it and everything above it is shown."""
        return self._visible_in_tree

    def show(self) -> None:
        """Sets `visible`."""
        self.set_visible(True)

    def hide(self) -> None:
        """Clears `visible`."""
        self.set_visible(False)

    def _shown_changed(self, shown: bool) -> None:
        if self._viewport is not None:
            self._viewport._frame_stale = True
        self.notification(self.NOTIFICATION_VISIBILITY_CHANGED)
        if shown:
            self.queue_redraw()
        else:
            self._emit_if_heard("hidden")
        self._blocked += 1
        for child in self._listed_children():
            if isinstance(child, CanvasItem):
                child._parent_shown_changed(shown)
        self._blocked -= 1

    def _parent_shown_changed(self, shown: bool) -> None:
        """Hears that what is above it was shown or hidden."""
        self._parent_shown = shown
        self._visible_in_tree = self._visible and shown
        if self._visible:
            self._shown_changed(shown)

    # Into the tree and out of it -----------------------------------------------------------------

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == 31:  # VISIBILITY_CHANGED
            if self._signals is not None:
                self._emit_if_heard("visibility_changed")
        elif what == 10:  # ENTER_TREE
            self._enter_item()
        elif what == 11:  # EXIT_TREE
            self._exit_item()
        elif what == 24:  # CHILD_ORDER_CHANGED
            self._invalidate()
        elif what == 36:  # WORLD_2D_CHANGED
            self._exit_canvas()
            self._enter_canvas()
        elif what == 1:  # PREDELETE
            canvas.forget(self._commands)

    def _enter_item(self) -> None:
        parent = self._parent
        if isinstance(parent, CanvasItem):
            self._parent_shown = parent._visible_in_tree
            self._viewport = parent._viewport
        else:
            self._viewport = super().get_viewport()
            if isinstance(parent, CanvasLayer):
                self._parent_shown = parent.visible
            else:
                self._enter_below_window()
        self._visible_in_tree = self._visible and self._parent_shown
        self._global = None
        self._enter_canvas()
        if self._visible_in_tree:
            self._notify(31)  # VISIBILITY_CHANGED: it counts as hidden until it enters
        if not self._block_transform_notify and self._tree is not None:
            self._tree._moved[self] = None

    def _enter_below_window(self) -> None:
        self._parent_shown = True
        if isinstance(self._viewport, Window):
            self._window_above = self._viewport
            self._window_above.visibility_changed.connect(self._window_visibility_changed)
            self._parent_shown = self._window_above.visible

    def _window_visibility_changed(self) -> None:
        self._parent_shown_changed(self._window_above.visible)

    def _exit_item(self) -> None:
        if self._tree is not None:
            self._tree._moved.pop(self, None)
        self._exit_canvas()
        if self._window_above is not None:
            self._window_above.visibility_changed.disconnect(self._window_visibility_changed)
            self._window_above = None
        self._global = None
        self._viewport = None
        self._parent_shown = self._visible_in_tree = False

    def _enter_canvas(self) -> None:
        """Finds its canvas: that of its parent item, or of the nearest layer or viewport above."""
        parent = self.get_parent_item()
        if parent is None:
            self._canvas_layer = self._find_layer()
            _canvas_roots.add_root(self._canvas_layer or self._viewport, self)
        else:
            self._canvas_layer = parent._canvas_layer
        self._invalidate()
        self.queue_redraw()
        self._notify(32)  # ENTER_CANVAS

    def _find_layer(self) -> CanvasLayer | None:
        node: Node | None = self
        while node is not None and not isinstance(node, Viewport):
            if isinstance(node, CanvasLayer):
                return node
            node = node._parent
        return None

    def _exit_canvas(self) -> None:
        if self._notification_chain:
            self.notification(33, True)  # EXIT_CANVAS
        else:
            self._engine_notification(33)
        self._invalidate()
        if self.get_parent_item() is None:
            _canvas_roots.remove_root(self._canvas_layer or self._viewport, self)
        self._canvas_layer = None

    def _notify(self, what: int) -> None:
        if self._notification_chain:
            self.notification(what)
        else:
            self._engine_notification(what)

    # Place ---------------------------------------------------------------------------------------

    def set_as_top_level(self, enable: bool) -> None:
        """Whether it neither moves nor is coloured with its parent."""
        if bool(enable) is self._top_level:
            return
        if self._tree is None:
            self._top_level = bool(enable)
            self._global = None
            return
        self._exit_canvas()
        self._top_level = bool(enable)
        self._top_level_changed()
        self._enter_canvas()
        self._notify_transform()

    def _top_level_changed(self) -> None:
        """For classes whose place depends on it."""

    def is_set_as_top_level(self) -> bool:
        """Whether it neither moves nor is coloured with its parent."""
        return self._top_level

    def move_to_front(self) -> None:
        """Moves it behind all its siblings, so that it is painted over them."""
        if self._parent is not None:
            self._parent.move_child(self, -1)

    def get_canvas(self) -> RID:
        """The handle of its canvas."""
        if self._tree is None:
            output.error(_OUTSIDE.format("RID()"))
            return RID()
        if self._canvas_layer is not None:
            return self._canvas_layer.get_canvas()
        return cast(RID, self.get_viewport().find_world_2d().canvas)

    def get_canvas_layer_node(self) -> Any:
        """The layer that it lies in, or None."""
        return self._canvas_layer

    def get_world_2d(self) -> Any:
        """The world of its viewport."""
        if self._tree is None:
            output.error(_OUTSIDE.format("Ref<World2D>()"))
            return None
        return self.get_viewport().find_world_2d()

    visible = accessors(is_visible, set_visible)
    top_level = accessors(is_set_as_top_level, set_as_top_level)
