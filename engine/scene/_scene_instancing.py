"""Instancing: the records of a scene become nodes.

Nodes are made one after the other, parents first. Each gets its values, name and groups, then its
parent and its owner. When all are there, what refers to others follows: nodes in exported
variables, connections. A record without a type changes a node that came with an instance; should
that instance have changed since, a warning says what is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core._class_names import class_named
from engine.core._lazy import lazy
from engine.core._resource_copies import SceneCopies
from engine.core._script_attachment import class_with_script
from engine.core._script_instances import engine_class, made_without_arguments
from engine.core._value_fitting import set_fitting
from engine.core.callable import Callable
from engine.core.node_path import NodePath
from engine.scene._instance_placeholder import InstancePlaceholder
from engine.scene._node_names import generated_name
from engine.scene._scene_packing import INHERITED, PERSIST
from engine.scene._stored_scene import Reference, StoredConnection, StoredNode

if TYPE_CHECKING:
    from engine.scene.node import Node
    from engine.scene.scene_state import SceneState

_nodes = lazy("engine.scene.node")
_DISABLED, _INSTANCE, _MAIN = 0, 1, 2
# What stands in for a child that cannot be made, by what its parent is.
_GENERAL = ("Control", "Node2D", "Node3D")


class SceneInstancing:
    """One run of instancing.

    Args:
        state: the scene.
        edit_state: `GEN_EDIT_STATE_*`.
    """

    def __init__(self, state: SceneState, edit_state: int) -> None:
        self._state = state
        self._edit_state = edit_state
        self._nodes: list[Node | None] = []
        self._late: list[tuple[Node, str, Any]] = []
        self._root: Node | None = None
        self._copies: list[SceneCopies] = []
        self._root_copies: SceneCopies | None = None
        self._warned = False
        self._instances: dict[Node, SceneState] = {}

    def run(self) -> Node | None:
        """Makes everything, and gives the root."""
        if not self._state._scene.nodes:
            output.error(
                f'Failed to instantiate scene state of "{self._state._path}", node count is 0. '
                "Make sure the PackedScene resource is valid."
            )
            return None
        for record in self._state._scene.nodes:
            problem = self._problem_of(record)
            if problem:
                output.error(problem)
                if self._root is not None:
                    self._root.free()
                return None
            self._nodes.append(self._node_of(record))
            if self._root is None:
                return None
        for node, name, value in self._late:
            set_fitting(node, name, _with_nodes(node, value))
        for copies in self._copies:
            copies.set_up()
        for connection in self._state._scene.connections:
            self._connect(connection)
        for path in self._state._scene.editable:
            instance = self._find(path)
            if instance is not None and self._root is not None:
                self._root.set_editable_instance(instance, True)
        return self._root

    # Nodes ---------------------------------------------------------------------------------------

    def _node_of(self, record: StoredNode) -> Node | None:
        """Makes the node of a record, or changes the one that came with an instance."""
        name = record.name
        parent = None
        if record.parent is not None:
            parent = self._find(record.parent) or self._found_by_ids(record.parent_ids)
            if parent is None:
                if isinstance(record.parent, int):
                    return None
                parent, name = self._place_for_lost(record, record.parent)
        inner = record.type is None and record.instance is None and not record.placeholder
        if inner:
            node = self._inner_node(parent, name, record.unique_id)
        else:
            node = self._make(record, parent)
        if node is None:
            return None
        if record.parent is None:
            self._root = node
        self._set_values(node, record)
        for group in record.groups:
            node.add_to_group(group, True)
        if not inner:
            node._set_key(name)
        if parent is not None and not inner:
            self._put(node, parent, record)
        return node

    def _problem_of(self, record: StoredNode) -> str:
        """Why there can be no instance of a scene with a record; nothing where all is well."""
        name = record.name
        if record.instance is not None and not hasattr(record.instance, "instantiate"):
            return 'Condition "sdata.is_null()" is true. Returning: nullptr'
        if self._root is None:
            if record.parent is not None:
                return f"Invalid scene: root node {name} cannot specify a parent node."
            if record.type is None and record.instance is None and not record.placeholder:
                return f"Invalid scene: root node {name} in an instance, but there's no base scene."
        elif record.parent is None:
            return f"Invalid scene: node {name} does not specify its parent node."
        return ""

    def _make(self, record: StoredNode, parent: Node | None) -> Node | None:
        if record.placeholder:
            placeholder = InstancePlaceholder()
            placeholder._keep("placeholder_path", record.placeholder)
            placeholder.set_scene_instance_load_placeholder(True)
            return placeholder
        if record.instance is not None:
            state = _INSTANCE if self._edit_state else _DISABLED
            made: Node | None = record.instance.instantiate(state)
            if made is not None:
                self._instances[made] = record.instance.get_state()
            return made
        cls = record.type
        if not isinstance(cls, type):
            cls = self._stand_in(record.name, str(cls), parent)
        script = record.properties.get("script")
        fresh: Node = made_without_arguments(class_with_script(cls, script))
        return fresh

    def _stand_in(self, name: str, kind: str, parent: Node | None) -> type[Any]:
        """The class of a node whose own does not exist: the general one of its surroundings."""
        known = class_named(kind)
        if known is None:
            output.error(f"Cannot get class '{kind}'.")
        elif not getattr(known, "_instantiable", True):
            output.error(f"Class '{kind}' or its base class cannot be instantiated.")
        output.warning(
            f"Node {name} of type {kind} cannot be created. A placeholder will be created instead."
        )
        for name in _GENERAL:
            for cls in type(parent).__mro__:
                if vars(cls).get("_class_name") == name:
                    return cls
        return _nodes.Node  # type: ignore[no-any-return]

    def _inner_node(self, parent: Node | None, name: str, unique_id: int) -> Node | None:
        found = (parent._children or {}).get(name) if parent is not None else None
        if found is None and parent is not None:
            if unique_id >= 0:
                self._say_that_it_changed()
                found = self._with_id(parent, unique_id)
            if found is None:
                assert self._root is not None
                path = f"{self._root.get_path_to(parent)}/{name}"
                output.warning(
                    f"Node '{path}' was modified from inside an instance, but it has vanished."
                )
        return found

    def _with_id(self, inside: Node, unique_id: int) -> Node | None:
        """The node with a number in the instance that a node is the root of, or comes with."""
        root = inside
        while root is not self._root and root not in self._instances and root._parent is not None:
            root = root._parent
        scene = self._instances.get(root)
        if scene is None or unique_id <= 0:
            return None
        for record in scene._scene.nodes:
            if record.unique_id == unique_id:
                found: Node | None = root.get_node_or_null(scene._path_of_record(record))
                return found
        return None

    def _found_by_ids(self, ids: tuple[int, ...]) -> Node | None:
        """The node that the numbers of the nodes on the way to it lead to."""
        node = None
        for place, unique_id in enumerate(ids):
            if place:
                node = None if node is None else self._with_id(node, unique_id)
            else:
                records = self._state._scene.nodes
                made = zip(records, self._nodes, strict=False)
                node = next((one for record, one in made if record.unique_id == unique_id), None)
        return node

    def _place_for_lost(self, record: StoredNode, path: NodePath) -> tuple[Node | None, str]:
        """Where a node goes whose parent is not there: below the root, with a name that tells."""
        if record.unique_id == 0 or record.parent_ids:
            self._say_that_it_changed()
        output.warning(
            f"Parent path '{path}' for node '{record.name}' has vanished when instantiating: "
            f"'{self._state._path}'."
        )
        place = str(path).removeprefix("./").replace("/", "_")
        return self._root, f"{place}#{record.name}"

    def _say_that_it_changed(self) -> None:
        if not self._warned:
            self._warned = True
            place = f"{self._state._path}: " if self._state._path else ""
            output.warning(
                f"{place}A node in the scene this one inherits from has been removed or moved, so "
                "a recovery process needs to take place. Please re-save this scene to avoid the "
                "cost of this process next time."
            )

    def _put(self, node: Node, parent: Node, record: StoredNode) -> None:
        namesake = (parent._children or {}).get(node._key)
        if namesake is not None:  # made by a script's __init__: paths mean the stored one
            namesake._rename(generated_name(namesake))
        parent.add_child(node)
        if 0 <= record.index < parent.get_child_count() - 1:
            parent.move_child(node, record.index)
        if record.owned:
            node.set_owner(self._root)

    def _find(self, place: Reference) -> Node | None:
        if isinstance(place, int):
            return self._nodes[place]
        found: Node | None = None if self._root is None else self._root.get_node_or_null(place)
        return found

    # Values --------------------------------------------------------------------------------------

    def _set_values(self, node: Node, record: StoredNode) -> None:
        copies = None
        for name, value in record.properties.items():
            if name == "script":
                if record.instance is not None or record.type is None:
                    self._set_script(node, value)
            elif name in record.node_paths:
                self._late.append((node, name, value))
            else:
                copies = copies or self._copies_for(node, record)
                set_fitting(node, name, copies.own(value))

    def _set_script(self, node: Node, script: Any) -> None:
        target = class_with_script(engine_class(type(node)), script)
        node.set_script(None if target is engine_class(type(node)) else target)

    def _copies_for(self, node: Node, record: StoredNode) -> SceneCopies:
        """Who copies resources that are local: an instance inside has copies of its own."""
        if record.instance is not None and node is not self._root:
            copies = SceneCopies(node)
        elif self._root_copies is not None:
            return self._root_copies
        else:
            copies = self._root_copies = SceneCopies(self._root)
        self._copies.append(copies)
        return copies

    # Connections ---------------------------------------------------------------------------------

    def _connect(self, connection: StoredConnection) -> None:
        source, target = self._find(connection.source), self._find(connection.target)
        if source is None or target is None:
            return
        if not connection.method:
            output.error("Method argument to Callable constructor must be a non-empty string.")
            output.error(f"Cannot connect to '{connection.signal}': the provided callable is null.")
            return
        listener = Callable(target, connection.method)
        if connection.binds:
            listener = listener.bindv(connection.binds)
        if connection.unbinds:
            listener = listener.unbind(connection.unbinds)
        inherited = 0 if self._edit_state == _MAIN else INHERITED
        source.connect(connection.signal, listener, PERSIST | connection.flags | inherited)


def _with_nodes(node: Node, value: Any) -> Any:
    """The value with nodes in place of paths."""
    if isinstance(value, NodePath):
        return node.get_node_or_null(value)
    if isinstance(value, list):
        return [_with_nodes(node, item) for item in value]
    if isinstance(value, dict):
        return {_with_nodes(node, key): _with_nodes(node, item) for key, item in value.items()}
    return value
