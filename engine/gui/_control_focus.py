"""The focus of the keyboard: who has it, how it is got, and where it goes from a control."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core.accessors import accessors
from engine.core.node_path import NodePath
from engine.gui import _focus_search as search
from engine.gui._control_state import ControlState
from engine.gui._control_theme import ControlTheme

if TYPE_CHECKING:
    from engine.core.accessors import Accessors

_NONE, _CLICK, _ALL, _ACCESSIBILITY = range(4)
_INHERITED, _DISABLED, _ENABLED = range(3)
_NEXT, _PREVIOUS = 4, 5
_ALLOW = "Use set_focus_mode() and set_focus_behavior_recursive() to allow a control to get focus."


def _path_property(index: int) -> Accessors[NodePath, NodePath | str]:
    def get(self: ControlFocus) -> NodePath:
        return self._focus_paths[index]

    def set_(self: ControlFocus, path: NodePath | str) -> None:
        self._set_focus_path(index, path)

    return accessors(get, set_)


class ControlFocus(ControlTheme):
    """Focus mode, focus, neighbours."""

    # Mode ----------------------------------------------------------------------------------------

    def set_focus_mode(self, mode: int) -> None:
        """Sets by which ways the control gets the focus; without any it loses it."""
        if not 0 <= mode < 4:
            output.error(f"Index (int)p_focus_mode = {int(mode)} is out of bounds (4 = 4).")
            return
        if mode == _NONE and self._tree is not None and self.has_focus():
            self.release_focus()
        self._focus_mode = int(mode)

    def get_focus_mode(self) -> ControlState.FocusMode:
        """By which ways the control gets the focus."""
        return ControlState.FocusMode(self._focus_mode)

    focus_mode = accessors(get_focus_mode, set_focus_mode)

    def get_focus_mode_with_override(self) -> ControlState.FocusMode:
        """The focus mode, or none where this control or one above takes no focus."""
        mode = self._focus_mode if self._takes_focus() else _NONE
        return ControlState.FocusMode(mode)

    def _takes_focus(self) -> bool:
        behavior = self._focus_behavior
        return self._focus_allowed if behavior == _INHERITED else behavior == _ENABLED

    def set_focus_behavior_recursive(self, focus_behavior_recursive: int) -> None:
        """Sets whether this control and those below it can have the focus at all."""
        behavior = int(focus_behavior_recursive)
        if not 0 <= behavior < 3:
            name = "(int)p_focus_behavior_recursive"
            output.error(f"Index {name} = {behavior} is out of bounds (3 = 3).")
            return
        if behavior == self._focus_behavior:
            return
        self._focus_behavior = behavior
        if behavior == _INHERITED:
            parent = self._parent_control
            self._focus_allowed = parent is None or parent._takes_focus()
        self._spread_focus_allowed()

    def get_focus_behavior_recursive(self) -> ControlState.FocusBehaviorRecursive:
        """Whether this control and those below it can have the focus at all."""
        return ControlState.FocusBehaviorRecursive(self._focus_behavior)

    focus_behavior_recursive = accessors(get_focus_behavior_recursive, set_focus_behavior_recursive)

    def _spread_focus_allowed(self) -> None:
        allowed = self._takes_focus()
        if not allowed and self._tree is not None and self.has_focus():
            self.release_focus()
        for child in self._listed_children():
            if isinstance(child, ControlFocus):
                child._focus_allowed = allowed
                if child._focus_behavior == _INHERITED:
                    child._spread_focus_allowed()

    # Having it -----------------------------------------------------------------------------------

    def has_focus(self, ignore_hidden_focus: bool = False) -> bool:
        """Whether the control has the focus.

        Args:
            ignore_hidden_focus: whether focus that does not show, as after a click, counts not.
        """
        gui = self._gui_of_viewport()
        if gui is None or gui.focus_owner is not self:
            return False
        return not (ignore_hidden_focus and gui.focus_hidden)

    def _gui_of_viewport(self) -> Any:
        """The gui part of the viewport; None outside the tree."""
        viewport = self._viewport
        return None if viewport is None else viewport._need_gui()

    def _gui_now(self) -> Any:
        """The gui part of the viewport, if it has one yet."""
        viewport = self._viewport
        return None if viewport is None else viewport._gui

    def grab_focus(self, hide_focus: bool = False) -> None:
        """Takes the focus.

        Args:
            hide_focus: whether the focus does not show.
        """
        if self._tree is None:
            output.error('Condition "!is_inside_tree()" is true.')
            return
        mode = self.get_focus_mode_with_override()
        if mode == _NONE:
            output.warning(f"This control can't grab focus. {_ALLOW}")
            return
        if mode == _ACCESSIBILITY:
            output.warning(
                f"This control can grab focus only when screen reader is active. {_ALLOW} "
                "Use get_tree().is_accessibility_enabled() to check screen-reader state."
            )
            return
        self._gui_of_viewport().control_grab_focus(self, bool(hide_focus))

    def grab_click_focus(self) -> None:
        """Takes over what follows of a press that another control got: motion and release."""
        if self._tree is None:
            output.error('Condition "!is_inside_tree()" is true.')
            return
        self._gui_of_viewport().control_grab_click_focus(self)

    def release_focus(self) -> None:
        """Gives the focus up."""
        if self._tree is None:
            output.error('Condition "!is_inside_tree()" is true.')
            return
        if self.has_focus():
            self._gui_of_viewport().release_focus()

    # Neighbours ----------------------------------------------------------------------------------

    def _set_focus_path(self, index: int, path: NodePath | str) -> None:
        paths = list(self._focus_paths)
        paths[index] = NodePath(path)
        self._focus_paths = tuple(paths)

    def set_focus_neighbor(self, side: int, neighbor: NodePath | str) -> None:
        """Sets where the focus goes from here in a direction."""
        if 0 <= side < 4:
            self._set_focus_path(side, neighbor)
        else:
            output.error(f"Index (int)p_side = {int(side)} is out of bounds (4 = 4).")

    def get_focus_neighbor(self, side: int) -> NodePath:
        """Where the focus goes from here in a direction, as far as that is set."""
        if 0 <= side < 4:
            return self._focus_paths[side]
        output.error(
            f"Index (int)p_side = {int(side)} is out of bounds (4 = 4). Returning: NodePath()"
        )
        return NodePath()

    focus_neighbor_left = _path_property(0)
    focus_neighbor_top = _path_property(1)
    focus_neighbor_right = _path_property(2)
    focus_neighbor_bottom = _path_property(3)

    def set_focus_next(self, next: NodePath | str) -> None:
        """Sets where Tab leads to from here."""
        self._set_focus_path(_NEXT, next)

    def get_focus_next(self) -> NodePath:
        """Where Tab leads to from here, as far as that is set."""
        return self._focus_paths[_NEXT]

    focus_next = accessors(get_focus_next, set_focus_next)

    def set_focus_previous(self, previous: NodePath | str) -> None:
        """Sets where Shift+Tab leads to from here."""
        self._set_focus_path(_PREVIOUS, previous)

    def get_focus_previous(self) -> NodePath:
        """Where Shift+Tab leads to from here, as far as that is set."""
        return self._focus_paths[_PREVIOUS]

    focus_previous = accessors(get_focus_previous, set_focus_previous)

    def find_next_valid_focus(self) -> Any:
        """The control that Tab leads to from here, or None."""
        return search.next_of(self)

    def find_prev_valid_focus(self) -> Any:
        """The control that Shift+Tab leads to from here, or None."""
        return search.previous_of(self)

    def find_valid_focus_neighbor(self, side: int) -> Any:
        """The control that an arrow key leads to from here, or None."""
        return search.neighbor_of(self, side)
