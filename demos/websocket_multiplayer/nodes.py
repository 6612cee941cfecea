"""`named`: trees that are put together in code."""

from __future__ import annotations

from typing import TypeVar

from engine import Node

N = TypeVar("N", bound=Node)


def named(node: N, name: str, parent: Node) -> N:
    """Puts a node with a name below another; gives it back."""
    node.name = name
    parent.add_child(node)
    return node
