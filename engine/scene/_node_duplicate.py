"""`Node.duplicate`: a copy of a branch.

It goes by the order of Godot, which scripts can see:

1. All nodes are made and put together, with their names and groups, but no script knows of it yet:
   instances of scripts are allocated, and their `__init__` is still to come.
2. The `__init__` of each is called, parents first. It finds the node with its name, parent and
   children.
3. The values are copied. Arrays and dictionaries are copied with all that is in them, resources are
   shared. A node that lies inside the branch becomes its copy, by itself or in a typed list.
4. Persistent connections are made, between the copies where both ends lie inside.

A node that is an instance of a scene is made from that scene, which must be loaded or loadable;
nodes that were added to it are then copied into it. Internal children are not copied.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from engine.core import _resource_cache, output
from engine.core._reflection import is_engine_class, script_variables
from engine.core._script_instances import allocated, engine_class, initialize
from engine.core._stored_values import deep_copy, read, write
from engine.core.callable import Callable
from engine.scene._node_names import generated_name, validate_node_name
from engine.scene._node_state import NodeState
from engine.scene._node_values import is_typed_container, value_names

if TYPE_CHECKING:
    from engine.scene.node import Node

_SIGNALS, _GROUPS, _SCRIPTS, _USE_INSTANTIATION, _INTERNAL_STATE = 1, 2, 4, 8, 16
_PARENTED, _CHILD_ORDER_CHANGED = 18, 24
_PERSIST = 2


def duplicate(node: Node, flags: int) -> Any:
    """A copy of a node with all below it; None, with error messages, when a scene is missing."""
    return _Duplication(node, flags).run()


class _Duplication:
    def __init__(self, root: Node, flags: int) -> None:
        self._root = root
        self._flags = flags
        self._without_init: list[Node] = []
        self._added: list[Node] = []

    def run(self) -> Node | None:
        copy = self._made(self._root)
        if copy is None:
            output.error("Failed to duplicate node.")
            return None
        for node in self._without_init:
            initialize(node)
        for node in self._added:
            self._tell_of_parent(node)
        self._copy_values(self._root, copy)
        if self._flags & _SIGNALS:
            for node in _branch(self._root):
                self._connect(node, copy)
        return copy

    # Making --------------------------------------------------------------------------------------

    def _made(self, original: Node) -> Node | None:
        """The copy of a node with all below it, as far as it can be put together silently."""
        path = original.scene_file_path
        from_scene = bool(path and self._flags & _USE_INSTANTIATION)
        copy = self._instance(path) if from_scene else self._fresh(original)
        if copy is None:
            return None
        if path:
            copy.scene_file_path = path
            copy._keep("editable", original._rarely("editable", False))
        if original._key:
            copy._set_key(validate_node_name(original._key))
        if self._flags & _GROUPS:
            for group, persistent in (original._groups or {}).items():
                copy.add_to_group(group, persistent)
        for index, child in enumerate(original.get_children()):
            comes_with_it = from_scene and child._owner is original
            if not comes_with_it and not self._add_copy(child, copy, index):
                return None
        for hidden in _added_deeper(original) if from_scene else ():
            assert hidden._parent is not None
            parent = copy.get_node(original.get_path_to(hidden._parent))
            if parent is None or not self._add_copy(hidden, parent, hidden.get_index()):
                return None
        return copy

    def _instance(self, path: str) -> Node | None:
        scene = _resource_cache.load(path)
        if scene is None:
            output.error('Condition "res.is_null()" is true. Returning: nullptr')
            return None
        return scene.instantiate()  # type: ignore[no-any-return]

    def _fresh(self, original: Node) -> Node:
        cls = type(original)
        copy: Node
        if self._flags & _SCRIPTS and not is_engine_class(cls):
            copy = allocated(cls)
            self._without_init.append(copy)
        else:
            copy = engine_class(cls)()
        for key in ("placeholder_path", "placeholder_values"):
            if (kept := original._rarely(key, None)) is not None:
                copy._keep(key, kept)
        return copy

    def _add_copy(self, original: Node, parent: Node, index: int) -> bool:
        copy = self._made(original)
        if copy is None:
            return False
        if parent._children is None:
            parent._children = {}
        if not copy._key or copy._key in parent._children:
            copy._set_key(generated_name(copy))
        parent._children[copy._key] = copy
        copy._parent = parent
        parent._insert_in_order(copy, 0)
        if index < parent.get_child_count() - 1:
            order = parent._own_order()
            first = order.index(parent.get_child(0))
            order.remove(copy)
            order.insert(first + index, copy)
        self._added.append(copy)
        return True

    def _tell_of_parent(self, node: Node) -> None:
        """What the engine's classes do when a child is added; scripts are not told, as in Godot."""
        parent = node._parent
        if parent is not None:
            node._engine_notification(_PARENTED)
            parent._engine_notification(_CHILD_ORDER_CHANGED)

    # Values --------------------------------------------------------------------------------------

    def _copy_values(self, original: Node, copy: Node) -> None:
        """Copies the values of a node and of its children, matched by their places."""
        for name in self._names(original):
            value = deep_copy(read(original, name))
            write(copy, name, self._moved(original, copy, name, value))
        for index, child in enumerate(original.get_children()):
            copied_child = copy.get_child(index)
            if copied_child is None:
                output.error("Child node disappeared while duplicating.")
                return
            self._copy_values(child, copied_child)

    def _names(self, node: Node) -> list[str]:
        names = value_names(node)
        if not self._flags & _INTERNAL_STATE:
            return names
        return list(dict.fromkeys([*_settable(type(node)), *names, *script_variables(node)]))

    def _moved(self, original: Node, copy: Node, name: str, value: Any) -> Any:
        """The value with the copies of nodes that lie inside the branch."""
        if isinstance(value, list) and is_typed_container(original, name):
            return [self._counterpart(original, copy, item) for item in value]
        return self._counterpart(original, copy, value)

    def _counterpart(self, original: Node, copy: Node, value: Any) -> Any:
        if not isinstance(value, NodeState) or type(value)._freed:
            return value
        inside = value is self._root or self._root.is_ancestor_of(value)  # type: ignore[arg-type]
        if not inside:
            return value
        path = original.get_path_to(value)  # type: ignore[arg-type]
        return copy.get_node_or_null(path)

    # Connections ---------------------------------------------------------------------------------

    def _connect(self, node: Node, copied_root: Node) -> None:
        for signal in list((node._signals or {}).values()):
            for connection in signal.get_connections():
                target = connection["callable"].get_object()
                if connection["flags"] & _PERSIST and isinstance(target, NodeState):
                    copy = copied_root.get_node(self._root.get_path_to(node))
                    if copy is not None:
                        self._copy_connection(connection, copy, copied_root)

    def _copy_connection(self, connection: dict[str, Any], copy: Node, copied_root: Node) -> None:
        listener: Callable = connection["callable"]
        name = str(connection["signal"].get_name())
        target = listener.get_object()
        if target._line()[-1] is self._root._line()[-1]:
            target = copied_root.get_node_or_null(self._root.get_path_to(target)) or target
        copied = Callable(target, str(listener.get_method()))
        if copy.is_connected(name, copied):
            return
        if listener.get_bound_arguments_count():
            copied = copied.bindv(listener.get_bound_arguments())
        if listener.get_unbound_arguments_count():
            copied = copied.unbind(listener.get_unbound_arguments_count())
        copy.connect(name, copied, connection["flags"])


def _branch(node: Node) -> Iterator[Node]:
    """A node and all below it, depth first."""
    yield node
    for child in node._listed_children():
        yield from _branch(child)


def _added_deeper(instance: Node) -> list[Node]:
    """Nodes that did not come with an instance, below nodes that did."""
    found = []
    roots = [instance]
    waiting = [instance]
    for node in waiting:
        for child in node.get_children():
            owner = child._owner
            if owner in roots:
                waiting.append(child)
                if child.scene_file_path:
                    roots.append(child)
            elif node is not instance and owner is not node:
                found.append(child)
    return found


def _settable(cls: type[Any]) -> list[str]:
    """The engine's properties of a class that can be set, stored or not, the base's first."""
    names = []
    for base in reversed(cls.__mro__):
        if is_engine_class(base):
            own = vars(base).items()
            names += [n for n, p in own if isinstance(p, property) and p.fset and n[0] != "_"]
    return names
