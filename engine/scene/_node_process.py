"""Processing: which callbacks a node gets each frame, in which order, and while what is paused.

A node is in one of the tree's two lists (idle and physics) while any of its flags for that step is
on. The list holds for each node one plain function of delta, made by `_process_entry`: the bound
`_process` itself where nothing else is to be done.
"""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from typing import TYPE_CHECKING, Any, cast

from engine.core import output
from engine.scene._node_groups import NodeGroups
from engine.scene._node_state import INTERNAL, PHYSICS, PHYSICS_INTERNAL, PROCESS, NodeState

if TYPE_CHECKING:
    from engine.scene.node import Node

_INHERIT, _PAUSABLE, _WHEN_PAUSED, _ALWAYS, _DISABLED = range(5)
Entry = PyCallable[[float], Any]


class NodeProcess(NodeGroups):
    """What a node does each frame."""

    # Switches ------------------------------------------------------------------------------------

    def set_process(self, enable: bool) -> None:
        """Whether `_process` is called each frame; on by itself when a script has one."""
        self._switch(PROCESS, enable)

    def is_processing(self) -> bool:
        """Whether `_process` is called."""
        return bool(self._process_flags & PROCESS)

    def set_physics_process(self, enable: bool) -> None:
        """Whether `_physics_process` is called each physics tick; on by itself with a script's."""
        self._switch(PHYSICS, enable)

    def is_physics_processing(self) -> bool:
        """Whether `_physics_process` is called."""
        return bool(self._process_flags & PHYSICS)

    def set_process_internal(self, enable: bool) -> None:
        """Whether `NOTIFICATION_INTERNAL_PROCESS` comes each frame."""
        self._switch(INTERNAL, enable)

    def is_processing_internal(self) -> bool:
        """Whether `NOTIFICATION_INTERNAL_PROCESS` comes."""
        return bool(self._process_flags & INTERNAL)

    def set_physics_process_internal(self, enable: bool) -> None:
        """Whether `NOTIFICATION_INTERNAL_PHYSICS_PROCESS` comes each physics tick."""
        self._switch(PHYSICS_INTERNAL, enable)

    def is_physics_processing_internal(self) -> bool:
        """Whether `NOTIFICATION_INTERNAL_PHYSICS_PROCESS` comes."""
        return bool(self._process_flags & PHYSICS_INTERNAL)

    def _switch(self, flag: int, enable: bool) -> None:
        before = self._process_flags
        after = before | flag if enable else before & ~flag
        if after == before:
            return
        self._process_flags = after
        tree = self._tree
        if tree is None:
            return
        node = cast("Node", self)
        for step in tree._steps:
            was_in, is_in = before & step.flags, after & step.flags
            if was_in and is_in:
                step.touch() if was_in == is_in else step.refresh(node)
            elif is_in:
                step.add(node)
            elif was_in:
                step.remove(node)

    @property
    def process_priority(self) -> int:
        """Lower ones get `_process` first; nodes of one priority go in tree order."""
        return self._priority

    @process_priority.setter
    def process_priority(self, priority: int) -> None:
        if priority != self._priority:
            self._priority = int(priority)
            self._reorder()

    def set_process_priority(self, priority: int) -> None:
        """Sets `process_priority`."""
        self.process_priority = priority

    def get_process_priority(self) -> int:
        """The value of `process_priority`."""
        return self._priority

    @property
    def process_physics_priority(self) -> int:
        """Lower ones get `_physics_process` first."""
        return self._physics_priority

    @process_physics_priority.setter
    def process_physics_priority(self, priority: int) -> None:
        if priority != self._physics_priority:
            self._physics_priority = int(priority)
            self._reorder()

    def set_physics_process_priority(self, priority: int) -> None:
        """Sets `process_physics_priority`."""
        self.process_physics_priority = priority

    def get_physics_process_priority(self) -> int:
        """The value of `process_physics_priority`."""
        return self._physics_priority

    def _reorder(self) -> None:
        for step in self._tree._steps if self._tree is not None else ():
            if self._process_flags & step.flags:
                step.sort_anew()

    # Dispatch ------------------------------------------------------------------------------------

    def _process_entry(self, physics: bool) -> Entry:
        """The function of delta that the tree calls for this node in one kind of step."""
        flags = self._process_flags
        if physics:
            plain, internal = flags & PHYSICS, flags & PHYSICS_INTERNAL
            callback: Entry = self._physics_process
            overridden = type(self)._physics_process is not NodeProcess._physics_process
            inner, what, inner_what = self._internal_physics_process, 16, 26
        else:
            plain, internal = flags & PROCESS, flags & INTERNAL
            callback = self._process
            overridden = type(self)._process is not NodeProcess._process
            inner, what, inner_what = self._internal_process, 17, 25
        if not self._notification_chain:
            if internal:
                return _both(inner, callback) if plain and overridden else inner
            return callback if plain and overridden else skip

        def tell(delta: float) -> None:
            if internal:
                _guarded(inner, delta)
                if not type(self)._freed:
                    self.notification(inner_what)
            if plain and not type(self)._freed:
                if overridden:
                    _guarded(callback, delta)
                if not type(self)._freed:  # its own callback may have ended it
                    self.notification(what)

        return tell

    def _process(self, delta: float) -> None:
        """Called each frame with the seconds since the last one."""

    def _physics_process(self, delta: float) -> None:
        """Called each physics tick with its length in seconds."""

    def _internal_process(self, delta: float) -> None:
        """What an engine class does each frame while internal processing is on."""

    def _internal_physics_process(self, delta: float) -> None:
        """What an engine class does each physics tick while internal processing is on."""

    def get_process_delta_time(self) -> float:
        """Seconds between this frame and the last."""
        return self._tree._process_time if self._tree is not None else 0.0

    def get_physics_process_delta_time(self) -> float:
        """Seconds between this physics tick and the last."""
        return self._tree._physics_time if self._tree is not None else 0.0

    # Pausing -------------------------------------------------------------------------------------

    @property
    def process_mode(self) -> NodeState.ProcessMode:
        """Whether the node runs while the tree is paused; the default is as its parent."""
        return NodeState.ProcessMode(self._process_mode)

    @process_mode.setter
    def process_mode(self, mode: int) -> None:
        if mode == self._process_mode:
            return
        if self._tree is None:
            self._process_mode = int(mode)
            return
        could, was_enabled = self._runs(), self._effective_mode() != _DISABLED
        self._process_mode = int(mode)
        can, is_enabled = self._runs(), self._effective_mode() != _DISABLED
        told = []
        if could != can:
            told.append(self.NOTIFICATION_UNPAUSED if can else self.NOTIFICATION_PAUSED)
        if was_enabled != is_enabled:
            told.append(self.NOTIFICATION_ENABLED if is_enabled else self.NOTIFICATION_DISABLED)
        self._tree._running_changed()
        self._tell_mode(told)

    def set_process_mode(self, mode: int) -> None:
        """Sets `process_mode`."""
        self.process_mode = mode

    def get_process_mode(self) -> NodeState.ProcessMode:
        """The value of `process_mode`."""
        return self.process_mode

    def _tell_mode(self, told: list[int]) -> None:
        for what in told:
            self.notification(what)
        self._blocked += 1
        for child in list(self._children.values()) if self._children else ():
            if child._process_mode == _INHERIT:
                child._tell_mode(told)
        self._blocked -= 1

    def _effective_mode(self) -> int:
        node: NodeProcess | None = self
        while node is not None:
            if node._process_mode != _INHERIT:
                return node._process_mode
            if node._tree is None:
                break
            node = node._parent
        return _PAUSABLE

    def _runs_while(self, paused: bool) -> bool:
        mode = self._effective_mode()
        if mode == _DISABLED:
            return False
        if mode == _ALWAYS:
            return True
        return (mode == _WHEN_PAUSED) == paused

    def _runs(self) -> bool:
        return self._tree is not None and self._runs_while(self._tree._paused)

    def can_process(self) -> bool:
        """Whether the node runs now, by its mode and the tree's pause."""
        if self._tree is None:
            output.error('Condition "!is_inside_tree()" is true. Returning: false')
            return False
        return self._runs_while(self._tree._paused)

    def _tell_pause(self, paused: bool) -> None:
        could, can = self._runs_while(not paused), self._runs_while(paused)
        if could != can:
            self.notification(self.NOTIFICATION_UNPAUSED if can else self.NOTIFICATION_PAUSED)
        self._blocked += 1
        for child in list(self._children.values()) if self._children else ():
            child._tell_pause(paused)
        self._blocked -= 1


def skip(delta: float) -> None:
    """Stands in for a node that has nothing to do in this step."""


def _guarded(callback: Entry, delta: float) -> None:
    try:
        callback(delta)
    except Exception as exception:
        output.script_error(exception)


def _both(inner: Entry, callback: Entry) -> Entry:
    def run(delta: float) -> None:
        _guarded(inner, delta)
        callback(delta)

    return run
