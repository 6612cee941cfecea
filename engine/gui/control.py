"""`Control`: the base of everything that makes up a user interface."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from engine.core._lazy import lazy
from engine.core.accessors import accessors
from engine.gui import _theme_lookup as lookup
from engine.gui._control_accessibility import ControlAccessibility
from engine.scene import _gui_hook
from engine.scene.viewport import Viewport
from engine.scene.window import Window
from engine.servers.canvas import Box

if TYPE_CHECKING:
    from engine.gui import _viewport_gui
    from engine.scene.node import Node
else:
    _viewport_gui = lazy("engine.gui._viewport_gui")


class Control(ControlAccessibility):
    """A rectangle on the screen that is placed by anchors or by a container.

    A script may override `_gui_input`, `_get_minimum_size`, `_has_point`, `_get_tooltip`,
    `_make_custom_tooltip`, `_get_drag_data`, `_can_drop_data` and `_drop_data`.

    Signals: `resized`, `minimum_size_changed`, `size_flags_changed`, `gui_input`, `mouse_entered`,
    `mouse_exited`, `focus_entered`, `focus_exited`, `theme_changed`.
    """

    _stored: ClassVar[tuple[str, ...]] = (
        "clip_contents",
        "custom_minimum_size",
        "layout_direction",
        "layout_mode",
        "anchors_preset",
        "anchor_left",
        "anchor_top",
        "anchor_right",
        "anchor_bottom",
        "offset_left",
        "offset_top",
        "offset_right",
        "offset_bottom",
        "grow_horizontal",
        "grow_vertical",
        "rotation",
        "scale",
        "pivot_offset",
        "pivot_offset_ratio",
        "size_flags_horizontal",
        "size_flags_vertical",
        "size_flags_stretch_ratio",
        "localize_numeral_system",
        "tooltip_text",
        "tooltip_auto_translate_mode",
        "focus_neighbor_left",
        "focus_neighbor_top",
        "focus_neighbor_right",
        "focus_neighbor_bottom",
        "focus_next",
        "focus_previous",
        "focus_mode",
        "focus_behavior_recursive",
        "mouse_filter",
        "mouse_behavior_recursive",
        "mouse_force_pass_scroll_events",
        "mouse_default_cursor_shape",
        "shortcut_context",
        "accessibility_name",
        "accessibility_description",
        "accessibility_live",
        "accessibility_controls_nodes",
        "accessibility_described_by_nodes",
        "accessibility_labeled_by_nodes",
        "accessibility_flow_to_nodes",
        "theme",
        "theme_type_variation",
    )
    # Of this class alone: those that derive from it have what a fresh one of theirs has.
    _stated_defaults: ClassVar[dict[str, int]] = {"layout_mode": 0, "anchors_preset": -1}

    # Notifications -------------------------------------------------------------------------------

    def _engine_notification(self, what: int) -> None:
        if what == 11:  # EXIT_TREE comes to derived classes first
            self._when_exiting()
        super()._engine_notification(what)
        reaction = _REACTIONS.get(what)
        if reaction is not None:
            reaction(self)

    def _when_parented(self) -> None:
        parent = self._parent
        self._parent_control = parent if isinstance(parent, Control) else None
        self._parent_window = parent if isinstance(parent, Window) else None
        self._rtl = None
        lookup.inherit(self)
        if self._stored_layout or parent is not None:
            self._update_stored_layout()
        control = self._parent_control
        if control is not None:
            if control._takes_focus() is not self._focus_allowed:
                self._focus_allowed = not self._focus_allowed
                self._spread_focus_allowed()
            if control._takes_mouse() is not self._mouse_allowed:
                self._mouse_allowed = not self._mouse_allowed
                self._spread_mouse_allowed()

    def _when_unparented(self) -> None:
        lookup.disinherit(self)
        self._parent_control = self._parent_window = None
        self._rtl = None
        if not self._focus_allowed:
            self._focus_allowed = True
            self._spread_focus_allowed()
        if not self._mouse_allowed:
            self._mouse_allowed = True
            self._spread_mouse_allowed()

    def _when_entered(self) -> None:
        self._rtl = None
        self._notify(Control.NOTIFICATION_THEME_CHANGED)

    def _when_all_entered(self) -> None:
        self._rtl = None
        self.update_minimum_size()
        self._size_changed()

    def _when_exiting(self) -> None:
        gui = self._gui_now()
        if gui is not None:
            gui.remove_control(self)

    def _when_on_canvas(self) -> None:
        self._rtl = None
        parent = self.get_parent_item()
        source = parent if parent is not None else self._viewport
        self._rect_source = source
        gui = self._gui_of_viewport()
        if isinstance(parent, Control):
            if parent._rect_listeners is None:
                parent._rect_listeners = {}
            parent._rect_listeners[self] = None
        elif parent is not None:
            parent.item_rect_changed.connect(self._size_changed)
        else:
            gui.sized_by_viewport[self] = None
        if self._is_root_control():
            gui.add_root_control(self)

    def _is_root_control(self) -> bool:
        """Whether there is no control above it that it moves with."""
        item: Any = self.get_parent_item()
        while item is not None:
            if isinstance(item, Control):
                return False
            item = item.get_parent_item()
        return True

    def _when_off_canvas(self) -> None:
        source = self._rect_source
        gui = self._gui_now()
        if isinstance(source, Control):
            if source._rect_listeners is not None:
                source._rect_listeners.pop(self, None)
        elif source is not None and source is not self._viewport:
            source.item_rect_changed.disconnect(self._size_changed)
        if gui is not None:
            gui.sized_by_viewport.pop(self, None)
            gui.remove_root_control(self)
        self._rect_source = self._viewport  # until it is on a canvas again
        self._rtl = None

    def _when_visibility_changed(self) -> None:
        if self._sorter is not None:
            self._sorter._child_minimum_changed(self)
        if self._tree is None:
            return
        if self._visible_in_tree:
            self.update_minimum_size()
            self._size_changed()
        else:
            gui = self._gui_now()
            if gui is not None:
                gui.hide_control(self)

    def _when_resized(self) -> None:
        self._emit_if_heard("resized")

    def _when_focused(self) -> None:
        self._emit_if_heard("focus_entered")

    def _when_unfocused(self) -> None:
        self._emit_if_heard("focus_exited")

    def _when_direction_changed(self) -> None:
        self._rtl = None
        if self._tree is not None:
            self._theme_cache = None
            self.queue_redraw()
            self.update_minimum_size()
            self._size_changed()

    def reparent(self, new_parent: Node, keep_global_transform: bool = True) -> None:
        """Moves it below another parent; its corner stays where it is in the canvas, or in it."""
        if not keep_global_transform:
            super().reparent(new_parent)
            return
        place = self.get_global_transform().get_origin()
        super().reparent(new_parent)
        self.set_global_position(place)

    # Others --------------------------------------------------------------------------------------

    def set_clip_contents(self, enable: bool) -> None:
        """Sets whether children are painted only where they lie inside the control."""
        if bool(enable) is not self._clip_contents:
            self._clip_contents = bool(enable)
            self.queue_redraw()
            self._invalidate()

    def is_clipping_contents(self) -> bool:
        """Whether children are painted only where they lie inside the control."""
        return self._clip_contents

    clip_contents = accessors(is_clipping_contents, set_clip_contents)

    def _clip_area(self) -> Box | None:
        return (0.0, 0.0, self._w, self._h) if self._clip_contents else None


def _make_gui(viewport: Viewport) -> _gui_hook.ViewportGui:
    return _viewport_gui.ViewportGui(viewport)


_gui_hook.maker = _make_gui
_REACTIONS = {
    10: Control._when_entered,
    18: Control._when_parented,
    19: Control._when_unparented,
    24: Control.queue_redraw,  # CHILD_ORDER_CHANGED
    27: Control._when_all_entered,
    31: Control._when_visibility_changed,
    32: Control._when_on_canvas,
    33: Control._when_off_canvas,
    40: Control._when_resized,
    43: Control._when_focused,
    44: Control._when_unfocused,
    45: Control._when_theme_changed,
    49: Control._when_direction_changed,
    2010: Control._when_direction_changed,
}
