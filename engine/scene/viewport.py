"""`Viewport`: a part of the tree with a view of its own, and how events go through it.

An event that is pushed goes to embedded windows first; then to the nodes below this viewport, stage
by stage, until one of them says that it is handled:

    _input                   all nodes that want it
    gui                      the control below the mouse, or the one with the focus
    _shortcut_input          keys, controller buttons and shortcuts only
    _unhandled_key_input     keys only
    _unhandled_input         everything else
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from engine.core import output
from engine.core._lazy import lazy
from engine.core.accessors import accessors
from engine.core.signal import Signal
from engine.scene import _gui_hook
from engine.scene._node_input import INPUT, SHORTCUT, UNHANDLED, UNHANDLED_KEY, stage_group
from engine.scene._viewport_view import ViewportView

if TYPE_CHECKING:
    from engine.core import input_event_joypad as _input_event_joypad
    from engine.core import input_event_key as _input_event_key
    from engine.core import input_event_mouse as _input_event_mouse
    from engine.core import input_event_screen as _input_event_screen
    from engine.core import input_event_shortcut as _input_event_shortcut
    from engine.core.input_event import InputEvent
    from engine.scene._gui_hook import ViewportGui
    from engine.scene.node import Node
else:
    _input_event_joypad = lazy("engine.core.input_event_joypad")
    _input_event_key = lazy("engine.core.input_event_key")
    _input_event_mouse = lazy("engine.core.input_event_mouse")
    _input_event_screen = lazy("engine.core.input_event_screen")
    _input_event_shortcut = lazy("engine.core.input_event_shortcut")

_NOW, _LAST, _NEVER = 0, 1, 2  # the answers of `NodeInput._shortcut_turn`


class Viewport(ViewportView):
    """The base of windows.

    Signals: `size_changed`, `gui_focus_changed`.
    """

    gui_focus_changed = Signal("node")

    _own: ClassVar[tuple[str, ...]] = (
        "_embeds_windows",
        "_gui_disabled",
        "_handles_locally",
        "_input_handled",
        "_mouse_inside",
    )
    _is_viewport = True
    _warn_of_unhandled: ClassVar[bool] = True
    _instantiable = False
    _embeds_windows: bool = False
    _gui_disabled: bool = False
    _handles_locally: bool = True
    _input_handled: bool = False
    _mouse_inside: bool = False

    def _need_gui(self) -> ViewportGui:
        """The gui part, made when it is first needed."""
        gui = self._gui
        if gui is None:
            gui = self._gui = _gui_hook.make(self)
        return gui

    # Handling ------------------------------------------------------------------------------------

    def set_handle_input_locally(self, enable: bool) -> None:
        """Sets `handle_input_locally`."""
        self._handles_locally = bool(enable)

    def is_handling_input_locally(self) -> bool:
        """Whether events that are handled here still go to others outside; else the window asks."""
        return self._handles_locally

    handle_input_locally = accessors(is_handling_input_locally, set_handle_input_locally)

    def set_input_as_handled(self) -> None:
        """Stops the event that is being told from going further."""
        self._handling_viewport()._input_handled = True

    def is_input_handled(self) -> bool:
        """Whether the event that is being told was handled."""
        return self._handling_viewport()._input_handled

    def _handling_viewport(self) -> Viewport:
        viewport: Viewport = self
        while not viewport._handles_locally and not viewport._is_window:
            parent = viewport._parent
            above = None if parent is None else parent.get_viewport()
            if above is None:
                break
            viewport = above
        return viewport

    # Events --------------------------------------------------------------------------------------

    def set_disable_input(self, disable: bool) -> None:
        """Sets `gui_disable_input`."""
        if bool(disable) == self._gui_disabled:
            return
        if disable and self._gui is not None:
            self._gui.mouse_left()
        self._gui_disabled = bool(disable)

    def is_input_disabled(self) -> bool:
        """Whether no event comes in."""
        return self._gui_disabled

    gui_disable_input = accessors(is_input_disabled, set_disable_input)

    def _can_consume_input_events(self) -> bool:
        """Whether its own nodes may have events."""
        return True

    def push_input(self, event: InputEvent, in_local_coords: bool = False) -> None:
        """Tells an event to whoever it is for, at once.

        Args:
            event: the event. `Input` does not hear of it.
            in_local_coords: whether its position is in the viewport already, rather than in the
                window's picture.
        """
        local = self._accepted(event, in_local_coords)
        if local is None:
            return
        if isinstance(local, _input_event_mouse.InputEventMouse):
            self._last_mouse_position = local._position
            self._mouse_came()
            if self._gui is not None:
                self._gui.update_mouse_over(local._position)
        if self._gui is not None and self._gui.sub_window_input(local):
            self.set_input_as_handled()
            return
        if not self._can_consume_input_events():
            return
        self._tell_stage(INPUT, local)
        if self._gui is not None and not self.is_input_handled():
            self._gui.input(local)
        if not self.is_input_handled():
            self._tell_unhandled(local)

    def push_unhandled_input(self, event: InputEvent, in_local_coords: bool = False) -> None:
        """Tells an event as if nobody had handled it in `_input` and the gui.

        Args:
            event: the event.
            in_local_coords: whether its position is in the viewport already.
        """
        if Viewport._warn_of_unhandled:
            Viewport._warn_of_unhandled = False
            output.warning(
                'The "push_unhandled_input()" method is deprecated, use "push_input()" instead.'
            )
        if not self._can_consume_input_events():
            return
        local = self._accepted(event, in_local_coords)
        if local is not None:
            self._tell_unhandled(local)

    def _accepted(self, event: InputEvent, is_local: bool) -> InputEvent | None:
        """The event in the viewport's coordinates; None when it is not to be told."""
        if self._tree is None:
            output.error('Condition "!is_inside_tree()" is true.')
            return None
        if event is None:
            output.error('Required object "rp_event" is null.')
            return None
        if self._gui_disabled:
            return None
        self._input_handled = False
        return event if is_local else self._made_local(event)

    def _mouse_came(self) -> None:
        """A mouse event came: windows on the screen notice that the mouse is inside."""

    def _made_local(self, event: InputEvent) -> InputEvent:
        local = event.xformed_by(self.get_final_transform().affine_inverse())
        if isinstance(local, _input_event_mouse.InputEventMouse):
            local._global_position = local._position
        return local

    def _tell_unhandled(self, event: InputEvent) -> None:
        is_key = isinstance(event, _input_event_key.InputEventKey)
        if is_key or isinstance(event, _shortcut_types()):
            self._tell_stage(SHORTCUT, event)
        if is_key and not self.is_input_handled():
            self._tell_stage(UNHANDLED_KEY, event)
        if not self.is_input_handled():
            self._tell_stage(UNHANDLED, event)
        if self.physics_object_picking and isinstance(event, _picking_types()):
            self.set_input_as_handled()  # objects in 2D and 3D have it now, here there are none

    def _tell_stage(self, stage: int, event: InputEvent) -> None:
        """Tells all nodes that take part in a stage, the last in the tree first."""
        tree = self._tree
        group = stage_group(self, stage)
        if tree is None or group not in tree._groups:
            return
        last: list[Node] = []
        with tree._calling_group() as left:
            for node in reversed(tree._members(group)):
                if self.is_input_handled():
                    return
                if node in left or not node.can_process():
                    continue
                turn = node._shortcut_turn() if stage == SHORTCUT else _NOW
                if turn == _NOW:
                    node._run_stage(stage, event, self)
                elif turn == _LAST:
                    last.append(node)
        for node in last:
            if self.is_input_handled():
                return
            if not type(node)._freed:
                node._run_stage(stage, event, self)

    def push_text_input(self, text: str) -> None:
        """Gives text to the control that has the focus, as its new text."""
        if self._gui is not None:
            self._gui.text_input(text)

    # Mouse ---------------------------------------------------------------------------------------

    def notify_mouse_entered(self) -> None:
        """Says that the mouse is inside, for viewports that something else shows."""
        if self._mouse_inside:
            output.warning(
                "The Viewport was previously notified that the mouse is in its area. There is no "
                "need to notify it at this time."
            )
            return
        self.notification(self.NOTIFICATION_VP_MOUSE_ENTER)

    def notify_mouse_exited(self) -> None:
        """Says that the mouse has left, for viewports that something else shows."""
        if not self._mouse_inside:
            output.warning(
                "The Viewport was previously notified that the mouse has left its area. There is "
                "no need to notify it at this time."
            )
            return
        self.notification(self.NOTIFICATION_VP_MOUSE_EXIT)

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self.NOTIFICATION_VP_MOUSE_ENTER:
            self._mouse_inside = True
        elif what == self.NOTIFICATION_VP_MOUSE_EXIT:
            self._mouse_inside = False
            if self._gui is not None:
                self._gui.mouse_left()
        elif what == self.NOTIFICATION_WM_WINDOW_FOCUS_OUT and self._gui is not None:
            self._gui.focus_lost()

    def update_mouse_cursor_state(self) -> None:
        """Looks up again which control is below the mouse, and what cursor it wants."""
        if self._gui is not None:
            self._gui.mouse_cursor_changed()

    # Controls ------------------------------------------------------------------------------------

    def gui_get_focus_owner(self) -> Any:
        """The control that has the focus, or None."""
        return None if self._gui is None else self._gui.focus_owner

    def gui_release_focus(self) -> None:
        """Takes the focus from the control that has it."""
        if self._gui is not None:
            self._gui.release_focus()

    def gui_get_hovered_control(self) -> Any:
        """The control below the mouse, or None."""
        return None if self._gui is None else self._gui.hovered_control

    def gui_is_dragging(self) -> bool:
        """Whether something is being dragged from here."""
        return self._gui is not None and self._gui.is_dragging()

    def gui_is_drag_successful(self) -> bool:
        """Whether what was dragged last was taken where it was dropped."""
        return self._gui is not None and self._gui.is_drag_successful()

    def gui_get_drag_data(self) -> Any:
        """What is being dragged, or None."""
        return None if self._gui is None else self._gui.drag_data()

    def gui_get_drag_description(self) -> str:
        """Words for what is being dragged."""
        return "" if self._gui is None else self._gui.drag_description()

    def gui_set_drag_description(self, description: str) -> None:
        """Sets the words for what is being dragged."""
        self._need_gui().set_drag_description(description)

    def gui_cancel_drag(self) -> None:
        """Ends dragging; nobody gets what was dragged."""
        if self._gui is not None:
            self._gui.cancel_drag()

    # Embedded windows ----------------------------------------------------------------------------

    def set_embedding_subwindows(self, enable: bool) -> None:
        """Sets `gui_embed_subwindows`."""
        if self._gui is not None and self._gui.embedded.windows and bool(enable) is False:
            output.warning('Can\'t change "gui_embed_subwindows" while a sub-window is visible.')
        self._embeds_windows = bool(enable)

    def is_embedding_subwindows(self) -> bool:
        """Whether windows below are shown inside it."""
        return self._embeds_windows

    gui_embed_subwindows = accessors(is_embedding_subwindows, set_embedding_subwindows)

    def get_embedded_subwindows(self) -> list[Any]:
        """The windows that are shown inside, from back to front."""
        return [] if self._gui is None else list(self._gui.embedded.windows)


def _picking_types() -> tuple[type[Any], ...]:
    return (
        _input_event_mouse.InputEventMouse,
        _input_event_screen.InputEventScreenDrag,
        _input_event_screen.InputEventScreenTouch,
    )


def _shortcut_types() -> tuple[type[Any], ...]:
    return (
        _input_event_shortcut.InputEventShortcut,
        _input_event_joypad.InputEventJoypadButton,
    )
