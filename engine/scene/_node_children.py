"""Children: adding, removing, moving, and the walk of a branch into the tree and out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from engine.core import output
from engine.core.object import Object
from engine.scene._node_names import NodeNames, generated_name, readable_name

if TYPE_CHECKING:
    from engine.scene.node import Node
    from engine.scene.scene_tree import SceneTree

_PLAIN, _FRONT, _BACK = 0, 1, 2


class NodeChildren(NodeNames):
    """The children of a node."""

    # Adding --------------------------------------------------------------------------------------

    def add_child(self, node: Node, force_readable_name: bool = False, internal: int = 0) -> None:
        """Adds a child, behind the others.

        Args:
            node: a node without a parent.
            force_readable_name: a name that is taken gets a number (`Orc2`), not a generated one.
            internal: an `INTERNAL_MODE_*`; internal children are not counted among the plain ones.
        """
        if not isinstance(node, NodeChildren):
            _refuse(node)
            return
        if node is self:
            output.error(f"Can't add child '{node._key}' to itself.")
            return
        if node._parent is not None:
            output.error(
                f"Can't add child '{node._key}' to '{self._key}', already has a parent "
                f"'{node._parent._key}'."
            )
            return
        if node._children and node.is_ancestor_of(cast("Node", self)):
            output.error(
                f"Can't add child '{node._key}' to '{self._key}' as it would result in a cyclic "
                f"dependency since '{node._key}' is already a parent of '{self._key}'."
            )
            return
        if self._blocked > 0:
            output.error(
                "Parent node is busy setting up children, `add_child()` failed. Consider using "
                "`add_child.call_deferred(child)` instead."
            )
            return
        children = self._children
        if children is None:
            children = self._children = {}
        key = node._key
        if force_readable_name:
            key = readable_name(children, node, key)
        elif not key or key in children:
            key = generated_name(node)
        if key != node._key:
            node._set_key(key)
        children[key] = node
        node._parent = cast("Node", self)
        node._internal = internal
        self._insert_in_order(node, internal)
        self._child_entered(node)

    def _child_entered(self, node: Node) -> None:
        if node._notification_chain:
            node.notification(self.NOTIFICATION_PARENTED)
        else:
            node._engine_notification(self.NOTIFICATION_PARENTED)
        tree = self._tree
        if tree is not None and node._parent is self:
            node._enter(tree)
        self._child_is_here(node)
        self._child_order_changed()

    def _insert_in_order(self, node: Node, internal: int) -> None:
        if internal or self._ordered:
            order = self._own_order()
            if node in order:
                order.remove(node)
            index = len(order)
            if internal != _BACK:
                wanted = _FRONT if internal == _FRONT else _BACK
                while index > 0 and _stands_behind(order[index - 1], wanted):
                    index -= 1
            order.insert(index, node)
        elif self._child_list is not None:
            self._child_list.append(node)
        self._child_index = None

    def _own_order(self) -> list[Node]:
        """The list of children as one of its own, from now on."""
        order = self._listed_children()
        self._ordered = True
        return order

    def _child_order_changed(self) -> None:
        node = cast("Node", self)
        if self._notification_chain:
            node.notification(self.NOTIFICATION_CHILD_ORDER_CHANGED)
        else:
            node._engine_notification(self.NOTIFICATION_CHILD_ORDER_CHANGED)
        if self._signals is not None:
            self._emit_if_heard("child_order_changed")

    def add_sibling(self, sibling: Node, force_readable_name: bool = False) -> None:
        """Adds a node next to this one, under the same parent, right behind it."""
        parent = self._parent
        if sibling is None:
            output.error('Required object "rp_sibling" is null.')
        elif sibling is self:
            output.error(f"Can't add sibling '{sibling._key}' to itself.")
        elif parent is None:
            output.error('Parameter "data.parent" is null.')
        elif parent._blocked > 0:
            output.error(
                "Parent node is busy setting up children, `add_sibling()` failed. Consider using "
                "`add_sibling.call_deferred(sibling)` instead."
            )
        else:
            parent.add_child(sibling, force_readable_name, self._internal)
            if sibling._parent is parent:
                order = parent._listed_children()
                parent._move(sibling, order.index(cast("Node", self)) + 1)

    # Removing ------------------------------------------------------------------------------------

    def remove_child(self, node: Node) -> None:
        """Takes a child away; it lives on outside the tree until it is freed or added again."""
        if self._blocked > 0:
            output.error(
                "Parent node is busy adding/removing children, `remove_child()` can't be called at "
                "this time. Consider using `remove_child.call_deferred(child)` instead."
            )
            return
        if not isinstance(node, NodeChildren):
            _refuse(node)
            return
        if node._parent is not self:
            output.error('Condition "p_child->data.parent != this" is true.')
            return
        was_inside = self._tree is not None
        self._blocked += 1
        if node._tree is not None:
            node._propagate_exit(node._tree)
        self._child_leaves(node)
        if node._notification_chain:
            node.notification(self.NOTIFICATION_UNPARENTED)
        else:
            node._engine_notification(self.NOTIFICATION_UNPARENTED)
        self._blocked -= 1
        assert self._children is not None
        del self._children[node._key]
        if self._ordered:
            assert self._child_list is not None
            self._child_list.remove(node)
        else:
            self._child_list = None
        self._child_index = None
        node._parent = None
        self._child_order_changed()
        if was_inside:
            node._after_leaving()

    def _child_is_here(self, node: Node) -> None:
        """For classes that watch their children: one was added, and has entered the tree."""

    def _child_leaves(self, node: Node) -> None:
        """For classes that watch their children: one that is out of the tree is about to go."""

    def move_child(self, child_node: Node, to_index: int) -> None:
        """Moves a child to another place among its kind; negative places count from the end."""
        if not isinstance(child_node, NodeChildren):
            _refuse(child_node)
            return
        if child_node._parent is not self:
            output.error("Child is not a child of this node.")
            return
        order = self._listed_children()
        first, count = _block_of(order, child_node._internal)
        index = to_index + count if to_index < 0 else to_index
        last = count if child_node._internal == _PLAIN else count - 1
        if not 0 <= index <= last:
            hint = "" if child_node._internal == _PLAIN else " Child is internal."
            output.error(f"Invalid new child index: {index}.{hint}")
            return
        self._move(child_node, first + min(index, count - 1))

    def _move(self, node: Node, index: int) -> None:
        if self._blocked > 0:
            output.error(
                "Parent node is busy setting up children, `move_child()` failed. Consider using "
                "`move_child.call_deferred(child, index)` instead (or `popup.call_deferred()` if "
                "this is from a popup)."
            )
            return
        order = self._listed_children()
        if order.index(node) == index:
            return
        order = self._own_order()
        order.remove(node)
        order.insert(index, node)
        self._child_index = None
        if self._tree is not None:
            self._tree._order_epoch += 1
            self._tree._emit_if_heard("tree_changed")
        self._child_order_changed()

    # Asking --------------------------------------------------------------------------------------

    def _listed_children(self) -> list[Node]:
        """All children in the order that scripts see: front, plain, back; not to be changed."""
        if self._child_list is None:
            self._child_list = list(self._children.values()) if self._children else []
        return self._child_list

    def get_children(self, include_internal: bool = False) -> list[Any]:
        """The children, in order."""
        if include_internal or not self._ordered:
            return list(self._listed_children())
        return [child for child in self._listed_children() if child._internal == _PLAIN]

    def get_child_count(self, include_internal: bool = False) -> int:
        """The number of children."""
        if include_internal or not self._ordered:
            return len(self._children) if self._children else 0
        return _block_of(self._listed_children(), _PLAIN)[1]

    def get_child(self, idx: int, include_internal: bool = False) -> Any:
        """The child at a place; negative ones count from the end. None, with an error, outside."""
        order = self._listed_children()
        first, count = (0, len(order)) if include_internal else _block_of(order, _PLAIN)
        index = idx + count if idx < 0 else idx
        if 0 <= index < count:
            return order[first + index]
        total = "(int)data.children_cache.size()"
        if not include_internal:
            total += (
                " - data.internal_children_front_count_cache"
                " - data.internal_children_back_count_cache"
            )
        output.error(f"Index p_index = {index} is out of bounds ({total} = {count}).")
        return None

    def get_index(self, include_internal: bool = False) -> int:
        """The place among the siblings; -1 without a parent."""
        parent = self._parent
        if parent is None:
            return 0 if self._tree is not None else -1
        if not include_internal and self._internal != _PLAIN:
            output.error("Node is internal. Can't get index with 'include_internal' being false.")
            return -1
        if parent._child_index is None:
            parent._child_index = {child: i for i, child in enumerate(parent._listed_children())}
        index = parent._child_index[cast("Node", self)]
        if include_internal or not parent._ordered:
            return index
        return index - _block_of(parent._listed_children(), _PLAIN)[0]

    def is_ancestor_of(self, node: Node) -> bool:
        """Whether a node lies somewhere below this one."""
        if node is None:
            output.error('Required object "rp_node" is null.')
            return False
        above = node._parent
        while above is not None:
            if above is self:
                return True
            above = above._parent
        return False

    def is_greater_than(self, node: Node) -> bool:
        """Whether this node comes later in the tree, walked parents first."""
        if node is None:
            output.error('Required object "rp_node" is null.')
            return False
        if self._tree is None or node._tree is None:
            where = "data" if self._tree is None else "p_node->data"
            output.error(f'Condition "!{where}.tree" is true. Returning: false')
            return False
        return tree_order(cast("Node", self)) > tree_order(node)

    # Into the tree and out of it -----------------------------------------------------------------

    def _enter(self, tree: SceneTree) -> None:
        """Enters with everything below; ready too, if the parent is."""
        self._propagate_enter(tree)
        parent = self._parent
        if self._tree is tree and (parent is None or parent._ready_notified):
            self._propagate_ready()
        tree._emit_if_heard("tree_changed")

    def _propagate_enter(self, tree: SceneTree) -> None:
        node = cast("Node", self)
        parent = self._parent
        self._tree = tree
        self._depth = 1 if parent is None else parent._depth + 1
        node._entered_tree(tree)
        if self._children and self._tree is tree:  # else its own callback has taken it out again
            self._blocked += 1
            for child in list(self._children.values()):
                if child._tree is None:  # it may have been added while its parent entered
                    child._propagate_enter(tree)
            self._blocked -= 1

    def _propagate_ready(self) -> None:
        self._ready_notified = True
        if self._children:
            self._blocked += 1
            for child in list(self._children.values()):
                child._propagate_ready()
            self._blocked -= 1
        cast("Node", self)._entered_with_all_children()

    def _propagate_exit(self, tree: SceneTree) -> None:
        if self._children:
            self._blocked += 1
            for child in reversed(list(self._children.values())):
                if child._tree is not None:  # else it is being removed, and has left already
                    child._propagate_exit(tree)
            self._blocked -= 1
        cast("Node", self)._exiting_tree(tree)
        self._tree = None
        self._ready_notified = False
        self._depth = -1

    def _after_leaving(self) -> None:
        """Forgets an owner that stayed behind, and says that the node has left."""
        owner = self._owner
        if owner is not None and not owner.is_ancestor_of(cast("Node", self)):
            self._leave_owner()
        if self._children:
            self._blocked += 1
            for child in reversed(list(self._children.values())):
                child._after_leaving()
            self._blocked -= 1
        if self._signals is not None:
            self._emit_if_heard("tree_exited")


# Walks into the tree and out of it: they need the node at which they are, and all above.
WALKS = frozenset(
    function.__code__
    for function in (
        NodeChildren._propagate_enter,
        NodeChildren._propagate_ready,
        NodeChildren._propagate_exit,
        NodeChildren._after_leaving,
        NodeChildren.remove_child,
    )
)


def _stands_behind(node: Node, kind: int) -> bool:
    """Whether a child stands behind the block of a kind: plain and back ones behind the front."""
    return node._internal != _FRONT if kind == _FRONT else node._internal == _BACK


def _block_of(order: list[Node], kind: int) -> tuple[int, int]:
    """Start and length of the block of front, plain or back children."""
    front = 0
    while front < len(order) and order[front]._internal == _FRONT:
        front += 1
    end = len(order)
    while end > front and order[end - 1]._internal == _BACK:
        end -= 1
    if kind == _FRONT:
        return 0, front
    return (front, end - front) if kind == _PLAIN else (end, len(order) - end)


def _refuse(child: Any) -> None:
    """Says that something is no node.

    Raises:
        TypeError: when it is no object at all.
    """
    output.error('Required object "rp_child" is null.')
    if not isinstance(child, Object | type | None):
        raise TypeError(f"A child is a Node, not {child!r}.")


def tree_order(node: Node) -> tuple[int, ...]:
    """A key by which nodes of one tree sort as they stand in it, parents first."""
    places: list[int] = []
    current: Node | None = node
    while current is not None:
        places.append(current.get_index(True))
        current = current._parent
    return tuple(reversed(places))
