"""`SceneReplicationConfig`: which properties of a scene are sent to other peers, and when."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Any, ClassVar, Self

from engine.core import output
from engine.core._element_type import element_type
from engine.core.node_path import NodePath
from engine.core.resource import Resource
from engine.core.typed_array import TypedArray
from engine.core.variant_type import TYPE_NODE_PATH
from engine.multiplayer._state_properties import PropertyLists, StateProperties

_PATHS = element_type(TYPE_NODE_PATH)
_STORED_NAME = re.compile(r"properties/([0-9]+)/([a-z_]+)").fullmatch
_FIELDS = ("path", "spawn", "replication_mode")


class _Property:
    """What is known of one property."""

    __slots__ = ("mode", "path", "spawn")

    def __init__(self, path: NodePath) -> None:
        self.path = path
        self.spawn = True
        self.mode: int = 1


class SceneReplicationConfig(Resource):
    """What a `MultiplayerSynchronizer` sends.

    It is a list of property paths, such as `.:position` or `Bag:items`, from the node that the
    synchronizer's `root_path` names. Each property may be part of what is sent when the node is
    spawned, and has a mode: it is never sent again, in each round, or when it has changed. Both
    ends must have the same list: what is sent are the values alone.
    """

    __slots__ = ("_made_lists", "_properties")

    class ReplicationMode(IntEnum):
        """When the value of a property is sent."""

        REPLICATION_MODE_NEVER = 0
        REPLICATION_MODE_ALWAYS = 1
        REPLICATION_MODE_ON_CHANGE = 2

    REPLICATION_MODE_NEVER = ReplicationMode.REPLICATION_MODE_NEVER
    REPLICATION_MODE_ALWAYS = ReplicationMode.REPLICATION_MODE_ALWAYS
    REPLICATION_MODE_ON_CHANGE = ReplicationMode.REPLICATION_MODE_ON_CHANGE

    _stored: ClassVar[tuple[str, ...]] = ()
    _changes: ClassVar[int] = 0  # of all configurations, for who keeps what follows from one
    _properties: list[_Property]
    _made_lists: PropertyLists | None

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._properties = []
        self._made_lists = None
        return self

    # The list ------------------------------------------------------------------------------------

    def get_properties(self) -> TypedArray:
        """The paths of all properties, in order."""
        return TypedArray([entry.path for entry in self._properties], _PATHS)

    def add_property(self, path: NodePath | str, index: int = -1) -> None:
        """Adds a property, at the end or before the one with that number.

        It is sent with a spawn and in each round, until it is said otherwise.
        """
        wanted, count = NodePath(path), len(self._properties)
        if self._find(wanted) is not None:
            output.error('Condition "properties.find(p_path)" is true.')
        elif wanted.is_empty():
            output.error('Condition "p_path == NodePath()" is true.')
        elif index > count:
            output.error(f"Index p_index = {index} is out of bounds (properties.size() = {count}).")
        else:
            self._properties.insert(count if index < 0 else index, _Property(wanted))
            self._changed()

    def remove_property(self, path: NodePath | str) -> None:
        """Takes a property from the list, if it is there."""
        entry = self._find(NodePath(path))
        if entry is not None:
            self._properties.remove(entry)
            self._changed()

    def has_property(self, path: NodePath | str) -> bool:
        """Whether a property is in the list."""
        return self._find(NodePath(path)) is not None

    def property_get_index(self, path: NodePath | str) -> int:
        """The place of a property, from 0; -1, after an error, when it is not there."""
        entry = self._find(NodePath(path))
        if entry is None:
            output.error("Method/function failed. Returning: -1")
            return -1
        return self._properties.index(entry)

    def _find(self, path: NodePath) -> _Property | None:
        return next((entry for entry in self._properties if entry.path == path), None)

    # One property --------------------------------------------------------------------------------

    def property_get_spawn(self, path: NodePath | str) -> bool:
        """Whether the value is part of what is sent when the node is spawned."""
        entry = self._known(path, "false")
        return entry is not None and entry.spawn

    def property_set_spawn(self, path: NodePath | str, enabled: bool) -> None:
        """Sets whether the value is part of what is sent when the node is spawned."""
        entry = self._known(path)
        if entry is not None:
            entry.spawn = bool(enabled)
            self._changed()

    def property_get_replication_mode(
        self, path: NodePath | str
    ) -> SceneReplicationConfig.ReplicationMode:
        """When the value is sent: `REPLICATION_MODE_*`."""
        entry = self._known(path, "REPLICATION_MODE_NEVER")
        return self.ReplicationMode(0 if entry is None else entry.mode)

    def property_set_replication_mode(self, path: NodePath | str, mode: int) -> None:
        """Sets when the value is sent.

        Raises:
            ValueError: when it is none of `REPLICATION_MODE_*`.
        """
        entry = self._known(path)
        if entry is not None:
            entry.mode = int(self.ReplicationMode(mode))
            self._changed()

    def property_get_sync(self, path: NodePath | str) -> bool:
        """Whether the mode is `REPLICATION_MODE_ALWAYS`."""
        entry = self._known(path, "false")
        return entry is not None and entry.mode == self.REPLICATION_MODE_ALWAYS

    def property_set_sync(self, path: NodePath | str, enabled: bool) -> None:
        """Sets the mode to `REPLICATION_MODE_ALWAYS`, or from that to `REPLICATION_MODE_NEVER`."""
        self._switch(path, self.REPLICATION_MODE_ALWAYS, enabled)

    def property_get_watch(self, path: NodePath | str) -> bool:
        """Whether the mode is `REPLICATION_MODE_ON_CHANGE`."""
        entry = self._known(path, "false")
        return entry is not None and entry.mode == self.REPLICATION_MODE_ON_CHANGE

    def property_set_watch(self, path: NodePath | str, enabled: bool) -> None:
        """Sets the mode to `REPLICATION_MODE_ON_CHANGE`, or from that to the one for never."""
        self._switch(path, self.REPLICATION_MODE_ON_CHANGE, enabled)

    def _switch(self, path: NodePath | str, mode: int, enabled: bool) -> None:
        entry = self._known(path)
        if entry is None:
            return
        if enabled:
            entry.mode = int(mode)
        elif entry.mode == mode:
            entry.mode = 0
        self._changed()

    def _known(self, path: NodePath | str, returning: str = "") -> _Property | None:
        entry = self._find(NodePath(path))
        if entry is None:
            suffix = f" Returning: {returning}" if returning else ""
            output.error(f'Condition "!E" is true.{suffix}')
        return entry

    # What follows from it ------------------------------------------------------------------------

    def _changed(self) -> None:
        self._made_lists = None
        self._count_change()

    @staticmethod
    def _count_change() -> None:
        SceneReplicationConfig._changes += 1

    def _lists(self) -> PropertyLists:
        lists = self._made_lists
        if lists is None:
            spawn = [entry.path for entry in self._properties if entry.spawn]
            always, on_change = (
                StateProperties([entry.path for entry in self._properties if entry.mode == mode])
                for mode in (1, 2)
            )
            lists = self._made_lists = PropertyLists(StateProperties(spawn), always, on_change)
        return lists

    # In files ------------------------------------------------------------------------------------

    def _also_stored(self, names: list[str]) -> list[str]:
        """The stored properties with three for each property of the list."""
        count = len(self._properties)
        return names + [f"properties/{i}/{field}" for i in range(count) for field in _FIELDS]

    def get(self, property: str) -> Any:
        """The value of a property; the list has `properties/0/path` and the like."""
        found = _STORED_NAME(str(property))
        if found is None:
            return super().get(property)
        number, field = int(found[1]), found[2]
        if number >= len(self._properties):
            self._is_there(number)
            return None
        entry = self._properties[number]
        fields = {"path": entry.path, "spawn": entry.spawn, "replication_mode": entry.mode}
        return fields.get(field)

    def _set(self, property: str, value: Any) -> bool:
        """Takes the values of the list as files have them, one after another."""
        found = _STORED_NAME(str(property))
        if found is None:
            return False
        number, field = int(found[1]), found[2]
        if number == len(self._properties) and field == "path":
            return self._add_stored(value)
        if not self._is_there(number):
            return False
        return self._set_field(self._properties[number], field, value)

    def _is_there(self, number: int) -> bool:
        count = len(self._properties)
        if number < count:
            return True
        output.error(f"Index idx = {number} is out of bounds (properties.size() = {count}).")
        return False

    def _add_stored(self, value: Any) -> bool:
        if not isinstance(value, NodePath):
            _refuse("p_value.get_type() != Variant::NODE_PATH")
            return False
        if value.get_subname_count() == 0:
            _refuse("path.is_empty() || path.get_subname_count() == 0")
            return False
        self.add_property(value)
        return True

    def _set_field(self, entry: _Property, field: str, value: Any) -> bool:
        if field == "replication_mode":
            if isinstance(value, bool) or not isinstance(value, int):
                _refuse("p_value.get_type() != Variant::INT")
            elif not 0 <= value <= self.REPLICATION_MODE_ON_CHANGE:
                _refuse("mode < REPLICATION_MODE_NEVER || mode > REPLICATION_MODE_ON_CHANGE")
            else:
                self.property_set_replication_mode(entry.path, value)
                return True
            return False
        if not isinstance(value, bool):
            _refuse("p_value.get_type() != Variant::BOOL")
            return False
        setters = {
            "spawn": self.property_set_spawn,
            "sync": self.property_set_sync,
            "watch": self.property_set_watch,
        }
        if field in setters:
            setters[field](entry.path, value)
        return field in setters


def _refuse(condition: str) -> None:
    output.error(f'Condition "{condition}" is true. Returning: false')
