"""Groups as the tree sees them: the nodes of each, in tree order, and calls to all of them."""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core.main_loop import MainLoop
from engine.scene._node_children import tree_order

if TYPE_CHECKING:
    from engine.core.message_queue import MessageQueue
    from engine.scene.node import Node

_REVERSE, _DEFERRED, _UNIQUE = 1, 2, 4


class _Group:
    """The nodes of one group; sorted when they are asked for and something has changed."""

    __slots__ = ("changed", "epoch", "nodes")

    def __init__(self) -> None:
        self.nodes: dict[Node, None] = {}
        self.changed = False
        self.epoch = 0


class TreeGroups(MainLoop):
    """The groups of a tree."""

    GROUP_CALL_DEFAULT = 0
    GROUP_CALL_REVERSE = 1
    GROUP_CALL_DEFERRED = 2
    GROUP_CALL_UNIQUE = 4

    _queue: MessageQueue
    _order_epoch: int  # counts the changes of order among siblings

    def __init__(self) -> None:
        super().__init__()
        self._groups: dict[str, _Group] = {}
        self._unique_calls: dict[tuple[str, str], tuple[Any, ...]] = {}
        self._order_epoch = 0
        self._group_calls = 0  # how many calls to groups are under way
        self._left_meanwhile: set[Node] = set()  # nodes that left the tree during one

    def _join_group(self, name: str, node: Node) -> None:
        group = self._groups.get(name)
        if group is None:
            group = self._groups[name] = _Group()
        group.nodes[node] = None
        group.changed = True

    def _leave_group(self, name: str, node: Node) -> None:
        group = self._groups.get(name)
        if group is not None:
            group.nodes.pop(node, None)
            if not group.nodes:
                del self._groups[name]

    def _members(self, name: str) -> list[Node]:
        group = self._groups.get(str(name))
        if group is None:
            return []
        if group.changed or group.epoch != self._order_epoch:
            if len(group.nodes) > 1:
                group.nodes = dict.fromkeys(sorted(group.nodes, key=tree_order))
            group.changed = False
            group.epoch = self._order_epoch
        return list(group.nodes)

    # Asking --------------------------------------------------------------------------------------

    def has_group(self, name: str) -> bool:
        """Whether any node of the tree is in a group."""
        return str(name) in self._groups

    def get_nodes_in_group(self, group: str) -> list[Any]:
        """The nodes of a group, in tree order."""
        return self._members(group)

    def get_first_node_in_group(self, group: str) -> Any:
        """The first node of a group in tree order, or None."""
        return next(iter(self._members(group)), None)

    def get_node_count_in_group(self, group: str) -> int:
        """How many nodes of the tree are in a group."""
        found = self._groups.get(str(group))
        return len(found.nodes) if found is not None else 0

    # Calling -------------------------------------------------------------------------------------

    def call_group(self, group: str, method: str, *args: Any) -> None:
        """Calls a method of every node of a group that has it, in tree order."""
        self.call_group_flags(0, group, method, *args)

    def call_group_flags(self, flags: int, group: str, method: str, *args: Any) -> None:
        """Calls a method of every node of a group.

        Args:
            flags: a sum of `GROUP_CALL_*`: in reverse order, deferred to the end of the step, and
                then only once for each method, with the first arguments.
            group: the group.
            method: the method; nodes without it are left out.
            args: its arguments.
        """
        name = str(method)
        if flags & _DEFERRED and flags & _UNIQUE:
            self._unique_calls.setdefault((str(group), name), args)
            return

        def call(node: Node) -> None:
            if node.has_method(name):
                node.call(name, *args)

        self._for_each(flags, group, call)

    def set_group(self, group: str, property: str, value: Any) -> None:
        """Sets a property of every node of a group that has it."""
        self.set_group_flags(0, group, property, value)

    def set_group_flags(self, call_flags: int, group: str, property: str, value: Any) -> None:
        """Sets a property of every node of a group; see `call_group_flags`."""
        self._for_each(call_flags, group, lambda node: node.set(property, value))

    def notify_group(self, group: str, notification: int) -> None:
        """Notifies every node of a group."""
        self.notify_group_flags(0, group, notification)

    def notify_group_flags(self, call_flags: int, group: str, notification: int) -> None:
        """Notifies every node of a group; see `call_group_flags`."""
        self._for_each(call_flags, group, lambda node: node.notification(notification))

    def _for_each(self, flags: int, group: str, action: PyCallable[[Node], None]) -> None:
        """Does something with all nodes of a group that do not leave the tree before their turn."""
        nodes = self._members(group)
        if flags & _REVERSE:
            nodes.reverse()
        if flags & _DEFERRED:
            for node in nodes:
                self._queue.push(_Deferred(node, action), ())
            return
        with self._calling_group() as left:
            for node in nodes:
                if node not in left:
                    try:
                        action(node)
                    except Exception as exception:
                        output.script_error(exception)

    @contextmanager
    def _calling_group(self) -> Iterator[set[Node]]:
        """While it is open, gives the nodes that have left the tree since it was opened."""
        self._group_calls += 1
        try:
            yield self._left_meanwhile
        finally:
            self._group_calls -= 1
            if not self._group_calls:
                self._left_meanwhile.clear()

    def _flush_unique_calls(self) -> None:
        while self._unique_calls:
            calls, self._unique_calls = self._unique_calls, {}
            for (group, method), args in calls.items():
                self.call_group_flags(0, group, method, *args)


class _Deferred:
    """A group action on one node that waits in the queue and goes with the node."""

    __slots__ = ("_action", "_node")

    def __init__(self, node: Node, action: PyCallable[[Any], None]) -> None:
        self._node = node
        self._action = action

    def _target(self) -> Node:
        return self._node

    def __call__(self) -> None:
        self._action(self._node)
