"""Groups: names that a node carries, by which the tree finds and calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from engine.core import output
from engine.core.string_name import StringName
from engine.scene._node_paths import NodePaths

if TYPE_CHECKING:
    from engine.scene.node import Node


class NodeGroups(NodePaths):
    """The groups of a node."""

    def add_to_group(self, group: str, persistent: bool = False) -> None:
        """Joins a group.

        Args:
            group: its name.
            persistent: whether scenes store it.
        """
        name = str(group)
        if not name:
            output.error(f"Cannot add node '{self._key}' to a group with an empty name.")
            return
        if self._groups is None:
            self._groups = {}
        if name in self._groups:
            return
        self._groups[name] = bool(persistent)
        if self._tree is not None:
            self._tree._join_group(name, cast("Node", self))

    def remove_from_group(self, group: str) -> None:
        """Leaves a group; nothing happens when the node is not in it."""
        name = str(group)
        if self._groups is None or name not in self._groups:
            return
        del self._groups[name]
        if self._tree is not None:
            self._tree._leave_group(name, cast("Node", self))

    def is_in_group(self, group: str) -> bool:
        """Whether the node is in a group, inside the tree or not."""
        return self._groups is not None and str(group) in self._groups

    def get_groups(self) -> list[StringName]:
        """The groups of the node, in the order of joining."""
        return [StringName(name) for name in self._groups or ()]
