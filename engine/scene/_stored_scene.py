"""The records that a packed scene consists of. They are never changed, so copies may share them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from engine.core.node_path import NodePath

if TYPE_CHECKING:
    from engine.scene.node import Node

# A node of the scene: its place in the list, or the path to one that is not in the list because
# it comes with an instance, or lies outside.
Reference = int | NodePath


@dataclass(frozen=True, slots=True)
class StoredNode:
    """A node of a packed scene.

    Attributes:
        name: its name.
        type: the engine's class, or the name of one that is nowhere to be had; None for a node that
            comes with an instance.
        parent: its parent; None for the root.
        owned: whether the scene's root owns it.
        index: its place among its siblings, where that cannot be told from the order; else -1.
        instance: the packed scene that it is an instance of; for the root, the one it inherits.
        placeholder: the path of that scene, when it is not to be loaded yet.
        properties: values by name; the script, too, under that name.
        node_paths: which of the properties hold paths in place of nodes.
        groups: the groups that it joins.
        unique_id: its number in its file; 0 where that was not given yet, -1 in older files.
        parent_ids: the numbers of the nodes that lead to its parent, where the file has them.
    """

    name: str
    type: type[Node] | str | None
    parent: Reference | None = None
    owned: bool = True
    index: int = -1
    instance: Any = None
    placeholder: str = ""
    properties: Mapping[str, Any] = field(default_factory=dict)
    node_paths: frozenset[str] = frozenset()
    groups: tuple[str, ...] = ()
    unique_id: int = 0
    parent_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredConnection:
    """A connection of a packed scene: from a node's signal to a method of a node.

    Attributes:
        source: the node that emits.
        target: the node that listens.
        signal: the signal's name.
        method: the method's name.
        flags: `Object.CONNECT_*`.
        binds: arguments that are appended.
        unbinds: how many arguments are dropped.
    """

    source: Reference
    target: Reference
    signal: str
    method: str
    flags: int = 2
    binds: tuple[Any, ...] = ()
    unbinds: int = 0


@dataclass(frozen=True, slots=True)
class StoredScene:
    """A packed scene.

    Attributes:
        nodes: parents before their children, the root first.
        connections: those that are stored.
        editable: paths of the instances whose inner nodes are stored, too.
    """

    nodes: tuple[StoredNode, ...] = ()
    connections: tuple[StoredConnection, ...] = ()
    editable: tuple[NodePath, ...] = ()
