"""`SceneState`: what a packed scene holds, to look at without making an instance."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, TypeVar

from engine.core import output
from engine.core.node_path import NodePath
from engine.core.packed_string_array import PackedStringArray
from engine.core.ref_counted import RefCounted
from engine.core.string_name import StringName
from engine.scene._stored_scene import Reference, StoredConnection, StoredNode, StoredScene

Record = TypeVar("Record")


class SceneState(RefCounted):
    """The nodes and connections of a packed scene; `PackedScene.get_state` gives it."""

    class GenEditState(IntEnum):
        """What an instance is made for."""

        GEN_EDIT_STATE_DISABLED = 0
        GEN_EDIT_STATE_INSTANCE = 1
        GEN_EDIT_STATE_MAIN = 2
        GEN_EDIT_STATE_MAIN_INHERITED = 3

    GEN_EDIT_STATE_DISABLED = GenEditState.GEN_EDIT_STATE_DISABLED
    GEN_EDIT_STATE_INSTANCE = GenEditState.GEN_EDIT_STATE_INSTANCE
    GEN_EDIT_STATE_MAIN = GenEditState.GEN_EDIT_STATE_MAIN
    GEN_EDIT_STATE_MAIN_INHERITED = GenEditState.GEN_EDIT_STATE_MAIN_INHERITED

    _own = ("_path", "_scene")

    def __init__(self) -> None:
        super().__init__()
        self._scene = StoredScene()
        self._path = ""

    def get_path(self) -> str:
        """The path of the packed scene."""
        return self._path

    def get_base_scene_state(self) -> Any:
        """The state of the scene that this one inherits, or None."""
        nodes = self._scene.nodes
        return nodes[0].instance.get_state() if nodes and nodes[0].instance is not None else None

    # Nodes ---------------------------------------------------------------------------------------

    def get_node_count(self) -> int:
        """How many nodes are stored; those that only come with instances are not."""
        return len(self._scene.nodes)

    def get_node_name(self, idx: int) -> StringName:
        """The name of a node."""
        node = self._node(idx)
        return StringName("" if node is None else node.name)

    def get_node_type(self, idx: int) -> StringName:
        """The engine's class of a node; nothing when it comes with an instance."""
        node = self._node(idx)
        kind = None if node is None else node.type
        return StringName("" if kind is None else getattr(kind, "_class_name", kind))

    def get_node_path(self, idx: int, for_parent: bool = False) -> NodePath:
        """The path from the root to a node, or to its parent."""
        node = self._node(idx)
        if node is None:
            return NodePath("")
        if not for_parent:
            return NodePath(self._path_text(node))
        return NodePath("") if node.parent is None else self._path_of(node.parent)

    def get_node_owner_path(self, idx: int) -> NodePath:
        """The path from the root to the owner: `.`, or nothing for one that is not the root's."""
        node = self._node(idx)
        owned = node is not None and node.parent is not None and node.owned
        return NodePath("." if owned else "")

    def get_node_groups(self, idx: int) -> PackedStringArray:
        """The groups that are stored for a node."""
        node = self._node(idx)
        return PackedStringArray(() if node is None else node.groups)

    def get_node_index(self, idx: int) -> int:
        """The place among the siblings, for a node inside an instance; else -1."""
        node = self._node(idx)
        return -1 if node is None else node.index

    def get_node_instance(self, idx: int) -> Any:
        """The packed scene that a node is an instance of, or None."""
        node = self._node(idx)
        return None if node is None else node.instance

    def is_node_instance_placeholder(self, idx: int) -> bool:
        """Whether a node stands for an instance that is not to be loaded yet."""
        node = self._node(idx)
        return node is not None and bool(node.placeholder)

    def get_node_instance_placeholder(self, idx: int) -> str:
        """The path of the scene that a placeholder stands for."""
        node = self._node(idx)
        return "" if node is None else node.placeholder

    def get_node_property_count(self, idx: int) -> int:
        """How many values are stored for a node; -1 without such a node."""
        node = self._node(idx)
        return -1 if node is None else len(node.properties)

    def get_node_property_name(self, idx: int, prop_idx: int) -> StringName:
        """The name of a stored value."""
        return StringName(self._property(idx, prop_idx)[0])

    def get_node_property_value(self, idx: int, prop_idx: int) -> Any:
        """A stored value; a node is stored as its path."""
        return self._property(idx, prop_idx)[1]

    def _property(self, idx: int, prop_idx: int) -> tuple[str, Any]:
        node = self._node(idx)
        if node is None:
            return "", None
        size = len(node.properties)
        if not 0 <= prop_idx < size:
            output.error(
                f"Index p_prop = {prop_idx} is out of bounds "
                f"(nodes[p_idx].properties.size() = {size})."
            )
            return "", None
        return list(node.properties.items())[prop_idx]

    def _node(self, idx: int) -> StoredNode | None:
        return _at(self._scene.nodes, idx, "nodes")

    # Connections ---------------------------------------------------------------------------------

    def get_connection_count(self) -> int:
        """How many connections are stored."""
        return len(self._scene.connections)

    def get_connection_source(self, idx: int) -> NodePath:
        """The path from the root to the node that emits."""
        found = self._connection(idx)
        return NodePath("") if found is None else self._path_of(found.source)

    def get_connection_target(self, idx: int) -> NodePath:
        """The path from the root to the node that listens."""
        found = self._connection(idx)
        return NodePath("") if found is None else self._path_of(found.target)

    def get_connection_signal(self, idx: int) -> StringName:
        """The name of the signal."""
        found = self._connection(idx)
        return StringName("" if found is None else found.signal)

    def get_connection_method(self, idx: int) -> StringName:
        """The name of the method that is called."""
        found = self._connection(idx)
        return StringName("" if found is None else found.method)

    def get_connection_flags(self, idx: int) -> int:
        """A sum of `Object.CONNECT_*`; -1 without such a connection."""
        found = self._connection(idx)
        return -1 if found is None else found.flags

    def get_connection_binds(self, idx: int) -> list[Any]:
        """The arguments that are appended."""
        found = self._connection(idx)
        return [] if found is None else list(found.binds)

    def get_connection_unbinds(self, idx: int) -> int:
        """How many arguments are dropped; -1 without such a connection."""
        found = self._connection(idx)
        return -1 if found is None else found.unbinds

    def _connection(self, idx: int) -> StoredConnection | None:
        return _at(self._scene.connections, idx, "connections")

    # Paths ---------------------------------------------------------------------------------------

    def _path_of(self, place: Reference) -> NodePath:
        if isinstance(place, int):
            return NodePath(self._path_text(self._scene.nodes[place]))
        return place

    def _path_text(self, node: StoredNode) -> str:
        if node.parent is None:
            return "."
        above = (
            self._path_text(self._scene.nodes[node.parent])
            if isinstance(node.parent, int)
            else str(node.parent)
        )
        return f"{above}/{node.name}"

    def _path_of_record(self, node: StoredNode) -> NodePath:
        """The path from the root to a node."""
        return NodePath(self._path_text(node))

    def _node_at(self, path: str) -> StoredNode | None:
        """The record of the node at a path from the root, as `get_path_to` gives it."""
        wanted = path.removeprefix("./")
        for node in self._scene.nodes:
            if self._path_text(node).removeprefix("./") == wanted:
                return node
        return None

    def _has_connection(self, source: str, signal: str, target: str, method: str) -> bool:
        """Whether a connection is stored, by the paths of its nodes."""
        wanted = (source, signal, target, method)
        return any(
            wanted == (self._plain(c.source), c.signal, self._plain(c.target), c.method)
            for c in self._scene.connections
        )

    def _plain(self, place: Reference) -> str:
        return str(self._path_of(place)).removeprefix("./")


def _at(records: Sequence[Record], idx: int, name: str) -> Record | None:
    if 0 <= idx < len(records):
        return records[idx]
    output.error(f"Index p_idx = {idx} is out of bounds ({name}.size() = {len(records)}).")
    return None
