"""The tree below a node as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from engine.core.print import print_
from engine.scene._node_process import NodeProcess

if TYPE_CHECKING:
    from engine.scene.node import Node


class NodeText(NodeProcess):
    """Printing of trees."""

    def get_tree_string(self) -> str:
        """The paths of this node and of all below it, a line each."""
        return "".join(f"{path}\n" for path in self._paths_below(""))

    def _paths_below(self, prefix: str) -> list[str]:
        lines = [prefix or "."]
        for child in self._listed_children():
            lines += child._paths_below(f"{prefix}/{child._key}" if prefix else child._key)
        return lines

    def get_tree_string_pretty(self) -> str:
        """The tree below this node, drawn with lines."""
        return self._drawn("", True)

    def _drawn(self, prefix: str, last: bool) -> str:
        branch, below = ("┖╴", "   ") if last else ("┠╴", "┃  ")
        text = f"{prefix} {branch}{self._key}\n" if not prefix else f"{prefix}{branch}{self._key}\n"
        children = self._listed_children()
        inner = (prefix or " ") + below
        for child in children:
            text += child._drawn(inner, child is children[-1])
        return text

    def print_tree(self) -> None:
        """Prints `get_tree_string`."""
        print_(cast("Node", self).get_tree_string())

    def print_tree_pretty(self) -> None:
        """Prints `get_tree_string_pretty`."""
        print_(cast("Node", self).get_tree_string_pretty())
