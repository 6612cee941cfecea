"""Names: allowed characters, uniqueness among siblings, and names that are unique for an owner."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, cast

from engine.core import output
from engine.core.string_name import StringName
from engine.scene._node_state import NodeState

if TYPE_CHECKING:
    from engine.scene.node import Node

_NOT_ALLOWED = str.maketrans(dict.fromkeys('.:@/"%', "_"))
_generated = itertools.count(2)


def validate_node_name(name: str) -> str:
    """The name with an underscore for each character that paths need."""
    return name.translate(_NOT_ALLOWED)


class NodeNames(NodeState):
    """Name and owner of a node."""

    @property
    def name(self) -> StringName:
        """The name, unique among the siblings; a name that is taken gets a number."""
        if self._name is None:
            self._name = StringName(self._key)
        return self._name

    @name.setter
    def name(self, name: str) -> None:
        self.set_name(name)

    def get_name(self) -> StringName:
        """The name."""
        return self.name

    def set_name(self, name: str) -> None:
        """Renames the node and tells it, and what is below it, that paths have changed."""
        clean = validate_node_name(str(name))
        if not clean:
            output.error('Condition "p_name.is_empty()" is true.')
            return
        owner = self._owner if self._unique else None
        if owner is not None:
            self._release_unique_name()
        self._rename(clean)
        if owner is not None:
            self._acquire_unique_name()
        node = cast("Node", self)
        node.propagate_notification(self.NOTIFICATION_PATH_RENAMED)
        if self._tree is not None:
            self._emit_if_heard("renamed")
            self._tree._emit_if_heard("node_renamed", self)
            self._tree._emit_if_heard("tree_changed")

    def _rename(self, wanted: str) -> None:
        parent, old = self._parent, self._key
        self._set_key(wanted)
        if parent is None or parent._children is None:
            return
        children = parent._children
        key = readable_name(children, cast("Node", self), wanted)
        if key == old:
            self._set_key(old)
            return
        self._set_key(key)
        if next(reversed(children)) == old:
            del children[old]
            children[key] = cast("Node", self)
        else:  # keeps its place among the siblings
            parent._children = {(key if k == old else k): v for k, v in children.items()}

    def _set_key(self, key: str) -> None:
        self._key = str(key)
        self._name = None

    # Owner ---------------------------------------------------------------------------------------

    @property
    def owner(self) -> Any:
        """The root of the scene that the node belongs to: an ancestor, or None."""
        return self._owner

    @owner.setter
    def owner(self, owner: Node | None) -> None:
        self.set_owner(owner)

    def get_owner(self) -> Any:
        """The owner, or None."""
        return self._owner

    def set_owner(self, owner: Node | None) -> None:
        """Sets the owner, which has to be an ancestor."""
        if self._owner is not None:
            self._leave_owner()
        if owner is self:
            output.error('Condition "p_owner == this" is true.')
            return
        if owner is None:
            return
        if not owner.is_ancestor_of(cast("Node", self)):
            output.error("Invalid owner. Owner must be an ancestor in the tree.")
            return
        self._join_owner(owner)

    def _join_owner(self, owner: Node) -> None:
        self._owner = owner
        if owner._owned is None:
            owner._owned = {}
        owner._owned[cast("Node", self)] = None
        if self._unique:
            self._acquire_unique_name()

    def _leave_owner(self) -> None:
        owner = self._owner
        if owner is None:
            return
        if self._unique:
            self._release_unique_name()
        if owner._owned is not None:
            owner._owned.pop(cast("Node", self), None)
        self._owner = None

    @property
    def unique_name_in_owner(self) -> bool:
        """Whether `%Name` finds the node from everywhere in its owner's scene."""
        return self._unique

    @unique_name_in_owner.setter
    def unique_name_in_owner(self, enable: bool) -> None:
        if self._unique == bool(enable):
            return
        if self._unique and self._owner is not None:
            self._release_unique_name()
        self._unique = bool(enable)
        if self._unique and self._owner is not None:
            self._acquire_unique_name()

    def set_unique_name_in_owner(self, enable: bool) -> None:
        """Sets `unique_name_in_owner`."""
        self.unique_name_in_owner = enable

    def is_unique_name_in_owner(self) -> bool:
        """Whether `%Name` finds the node."""
        return self._unique

    def _acquire_unique_name(self) -> None:
        owner = self._owner
        assert owner is not None
        if owner._unique_names is None:
            owner._unique_names = {}
        holder = owner._unique_names.get(self._key)
        if holder is not None and holder is not self:
            node = cast("Node", self)
            mine, other = node._path_text(owner), holder._path_text(owner)
            output.warning(
                f"Setting node name '{self._key}' to be unique within scene for '{mine}', but it's "
                f"already claimed by '{other}'.\n"
                f"'{other}' is no longer set as having a unique name."
            )
            self._unique = False
            return
        owner._unique_names[self._key] = cast("Node", self)

    def _release_unique_name(self) -> None:
        owner = self._owner
        names = owner._unique_names if owner is not None else None
        if names is not None and names.get(self._key) is self:
            del names[self._key]


def readable_name(children: dict[str, Node], node: Node, wanted: str) -> str:
    """The wanted name, with a number behind it when a sibling has it."""
    wanted = wanted or node.get_class()
    if children.get(wanted) in (None, node):
        return wanted
    base = wanted.rstrip("0123456789")
    number = wanted[len(base) :]
    while True:
        number = str(int(number) + 1).zfill(len(number)) if number else "2"
        attempt = base + number
        if children.get(attempt) in (None, node):
            return attempt


def generated_name(node: Node) -> str:
    """A name that no node has had: `@Node@2`."""
    return f"@{node.get_class()}@{next(_generated)}"


def count_helpers(number: int) -> None:
    """Counts nodes inside of others that Godot has and that are not needed here.

    With them the names that are generated have the same numbers as in Godot.
    """
    for _ in range(number):
        next(_generated)
