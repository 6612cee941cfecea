"""Packing: a branch of nodes becomes the records of a scene.

Stored are the root and the nodes that it owns, as far as all their ancestors are stored or come
with an instance. Of an instance of another scene (a node with a `scene_file_path`) the path of
that scene is stored and what was changed. Its inner nodes belong to the instance's root, and are
left out, unless the instance was made editable.

What was changed can be told only of an instance that remembers its scene (made for editing: see
`PackedScene.instantiate`). Of others everything is stored that differs from the class's defaults.
This is what Godot does, too.

Nodes in exported variables become paths from the node that has the variable.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from engine.core import _resource_cache, output
from engine.core._script_instances import engine_class
from engine.core._stored_values import (
    NO_DEFAULT,
    default_of,
    differs,
    metadata_names,
    read,
    script_names,
)
from engine.core.callable import Callable
from engine.core.error import ERR_CANT_OPEN, OK, Error
from engine.core.node_path import NodePath
from engine.core.signal import Signal
from engine.scene._node_state import NodeState
from engine.scene._node_values import engine_names, is_typed_container
from engine.scene._stored_scene import Reference, StoredConnection, StoredNode, StoredScene

if TYPE_CHECKING:
    from engine.scene.node import Node
    from engine.scene.scene_state import SceneState

PERSIST, INHERITED = 2, 32
_UNKNOWN = object()


class ScenePacking:
    """One run of packing.

    Args:
        root: the root of the scene.
    """

    def __init__(self, root: Node) -> None:
        self._root = root
        self._nodes: list[StoredNode] = []
        self._places: dict[Node, int] = {}
        self._connections: list[StoredConnection] = []
        self._editable: list[NodePath] = []

    def pack(self) -> Error:
        """Reads the branch; `ERR_CANT_OPEN` when the scene of an instance cannot be loaded."""
        problem = self._pack_node(self._root)
        if problem == OK:
            self._pack_connections(self._root)
        return problem

    def result(self) -> StoredScene:
        """What was packed."""
        return StoredScene(tuple(self._nodes), tuple(self._connections), tuple(self._editable))

    # Nodes ---------------------------------------------------------------------------------------

    def _pack_node(self, node: Node) -> Error:
        root = self._root
        ours = node is root or node._owner is root
        if not ours and not root.is_editable_instance(node._owner):
            return OK
        editable = node is not root and root.is_editable_instance(node)
        if editable:
            self._editable.append(root.get_path_to(node))
        instance, placeholder = None, ""
        if node.scene_file_path and node is not root and ours:
            if node.get_scene_instance_load_placeholder():
                placeholder = node.scene_file_path
            else:
                instance = _resource_cache.load(node.scene_file_path)
                if instance is None:
                    return ERR_CANT_OPEN
        bases = [] if node is root else self._bases(node)
        properties, node_paths = _changed_values(node, bases)
        known_groups = {group for base in bases for group in base.groups}
        groups = [g for g, kept in (node._groups or {}).items() if kept and g not in known_groups]
        if ours or properties or groups:
            self._places[node] = len(self._nodes)
            self._nodes.append(
                StoredNode(
                    name=node._key,
                    type=None if bases or editable or not ours else engine_class(type(node)),
                    parent=None if node is root else self._reference(node._parent),
                    owned=ours,
                    index=self._index_of(node),
                    instance=instance,
                    placeholder=placeholder,
                    properties=properties,
                    node_paths=node_paths,
                    groups=tuple(groups),
                )
            )
        return self._pack_children(node)

    def _pack_children(self, node: Node) -> Error:
        for child in node._listed_children():
            problem = self._pack_node(child)
            if problem != OK:
                return problem
        return OK

    def _index_of(self, node: Node) -> int:
        """The place among the siblings, for a node inside an instance; else -1."""
        root, parent = self._root, node._parent
        if node is root or parent is None:
            return -1
        inside = node._owner is not root or (parent is not root and parent._owner is not root)
        return node.get_index(True) if inside else -1

    def _bases(self, node: Node) -> list[StoredNode]:
        """What the scenes of the instances around a node store for it, the outermost first."""
        found = []
        for instance in self._instances_around(node):
            state: SceneState = instance._rarely("instance_state", None)
            stored = state._node_at(str(instance.get_path_to(node)))
            if stored is not None:
                found.append(stored)
        return found[::-1]

    def _instances_around(self, node: Node) -> Iterator[Node]:
        """The roots of the instances that a node comes with, if they remember their scenes."""
        above: Node | None = node
        while above is not None and above is not self._root:
            if above.scene_file_path and above._rarely("instance_state", None) is not None:
                yield above
            above = above._owner

    def _reference(self, node: Node | None) -> Reference:
        assert node is not None
        place = self._places.get(node)
        return self._root.get_path_to(node) if place is None else place

    # Connections ---------------------------------------------------------------------------------

    def _pack_connections(self, node: Node) -> None:
        root, owner = self._root, node._owner
        if node is not root and owner not in (None, root) and not root.is_editable_instance(owner):
            return
        for name in sorted(_signal_names(node)):
            found = (node._signals or {})[name].get_connections()
            for connection in sorted(found, key=self._order_of):
                if connection["flags"] & PERSIST:
                    self._pack_connection(node, name, connection["callable"], connection["flags"])
        for child in node._listed_children():
            self._pack_connections(child)

    def _order_of(self, connection: dict[str, Any]) -> tuple[int, int]:
        """Godot's order of the connections of a signal: by kind, then by the age of the target."""
        target = connection["callable"].get_object()
        place = self._places.get(target, len(self._places)) if _is_node(target) else 0
        return _kind_of_callable(connection), place

    def _pack_connection(self, node: Node, signal: str, callable: Callable, flags: int) -> None:
        target = callable.get_object()
        if not isinstance(target, NodeState):
            return
        if target._line()[-1] is not node._line()[-1]:  # type: ignore[attr-defined]
            output.error('Condition "!common_parent" is true. Continuing.')
            return
        method = "" if callable._function is not None else str(callable.get_method())
        if self._comes_with_an_instance(node, signal, target, method):
            return
        self._connections.append(
            StoredConnection(
                source=self._reference(node),
                target=self._reference(target),  # type: ignore[arg-type]
                signal=signal,
                method=method,
                flags=flags & ~INHERITED,
                binds=tuple(callable.get_bound_arguments()),
                unbinds=callable.get_unbound_arguments_count(),
            )
        )

    def _comes_with_an_instance(self, node: Node, signal: str, target: Any, method: str) -> bool:
        for instance in self._instances_around(node):
            if instance is target or instance.is_ancestor_of(target):
                state: SceneState = instance._rarely("instance_state", None)
                source = str(instance.get_path_to(node))
                if state._has_connection(source, signal, str(instance.get_path_to(target)), method):
                    return True
        return False


def _signal_names(node: Node) -> list[str]:
    """The signals that a node's class has or that were added; not those of a script it lost."""
    added = node._rarely("user_signals", ())
    return [
        name
        for name in node._signals or ()
        if name in added or isinstance(getattr(type(node), name, None), Signal)
    ]


def _kind_of_callable(connection: dict[str, Any]) -> int:
    """Godot's order of the connections of a signal: methods, lambdas, with unbinds, with binds."""
    listener: Callable = connection["callable"]
    if listener.get_unbound_arguments_count():
        return 2
    if listener.get_bound_arguments_count():
        return 3
    return 1 if listener.is_custom() else 0


# Values ------------------------------------------------------------------------------------------


def _changed_values(node: Node, bases: list[StoredNode]) -> tuple[dict[str, Any], frozenset[str]]:
    """The values that have to be stored, and which of them have paths in place of nodes."""
    values: dict[str, Any] = {}
    node_paths = set()
    for name, value, default in _all_values(node, bases):
        stored = value
        if name in type(node)._exports:
            stored = _with_paths(node, value, is_typed_container(node, name))
        if differs(stored, default):
            values[name] = stored
            if stored is not value:
                node_paths.add(name)
    return values, frozenset(node_paths)


def _all_values(node: Node, bases: list[StoredNode]) -> Iterator[tuple[str, Any, Any]]:
    """Name, value and default of everything that can be stored of a node."""
    for name in engine_names(node):
        yield name, read(node, name), _default(node, name, bases)
    script_default = _from_bases(bases, "script")
    yield "script", node.get_script(), None if script_default is _UNKNOWN else script_default
    for name in (*script_names(node), *metadata_names(node)):
        yield name, read(node, name), _default(node, name, bases)


def _default(node: Node, name: str, bases: list[StoredNode]) -> Any:
    stored = _from_bases(bases, name)
    if stored is not _UNKNOWN:
        return stored
    own = name in engine_names(node) or name in type(node)._exports
    return default_of(type(node), name) if own else NO_DEFAULT


def _from_bases(bases: list[StoredNode], name: str) -> Any:
    return next((base.properties[name] for base in bases if name in base.properties), _UNKNOWN)


def _with_paths(node: Node, value: Any, typed: bool) -> Any:
    """The value with paths in place of nodes; the value itself where there are none."""
    if _is_node(value):
        return node.get_path_to(value)
    if typed and isinstance(value, list) and any(map(_is_node, value)):
        return [_path(node, item) for item in value]
    if typed and isinstance(value, dict) and any(map(_is_node, (*value, *value.values()))):
        return {_path(node, key): _path(node, item) for key, item in value.items()}
    return value


def _is_node(value: Any) -> bool:
    return isinstance(value, NodeState) and not type(value)._freed


def _path(node: Node, value: Any) -> Any:
    return node.get_path_to(value) if _is_node(value) else value
