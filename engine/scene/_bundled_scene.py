"""A packed scene as one dictionary: how Godot keeps it inside another resource.

Names and values are listed once and referred to by number. A node is a run of numbers: parent,
owner, class, name, instance, its properties (name and value each) and its groups; a connection
likewise. A few bits on top of some numbers say more: that a parent is a path instead of a node of
the list, that a name comes with a place among siblings, that an instance is a placeholder, that a
property holds paths in place of nodes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from engine.core import _class_names
from engine.core._variant_text_writer import VariantTextWriter
from engine.core.node_path import NodePath
from engine.core.packed_number_arrays import PackedInt32Array
from engine.core.packed_string_array import PackedStringArray
from engine.scene._stored_scene import Reference, StoredConnection, StoredNode, StoredScene

# What reading numbers that mean nothing comes to; a generator makes a RuntimeError of its end.
_SENSELESS = (
    AttributeError,
    LookupError,
    RuntimeError,
    StopIteration,
    TypeError,
    ValueError,
)
_VERSION = 3
_FROM_INSTANCE = 0x7FFFFFFF
_IS_PATH = _IS_PLACEHOLDER = _HAS_NODE_PATHS = 1 << 30
_NUMBER = (1 << 24) - 1
_NAME_BITS = 18
_NAME = (1 << _NAME_BITS) - 1


class _Table:
    """Values by number, each once."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self._places: dict[Any, int] = {}

    def number(self, value: Any, mark: Any = None) -> int:
        """The number of a value; what has the same mark is the same."""
        key = value if mark is None else mark
        if key not in self._places:
            self._places[key] = len(self.values)
            self.values.append(value)
        return self._places[key]


class _Marks(VariantTextWriter):
    """Texts of values by which equal ones are found."""

    def reference(self, resource: Any) -> str:
        return f"Resource({id(resource)})"


def bundled(scene: StoredScene) -> dict[str, Any]:
    """The dictionary of a scene."""
    return _Bundling(scene).run()


class _Bundling:
    def __init__(self, scene: StoredScene) -> None:
        self._scene = scene
        self._names, self._variants, self._paths = _Table(), _Table(), _Table()
        self._base = -1

    def run(self) -> dict[str, Any]:
        nodes = [number for node in self._scene.nodes for number in self._node(node)]
        connections = [n for one in self._scene.connections for n in self._connection(one)]
        found: dict[str, Any] = {
            "names": PackedStringArray(self._names.values),
            "variants": self._variants.values,
            "node_count": len(self._scene.nodes),
            "nodes": PackedInt32Array(nodes),
            "conn_count": len(self._scene.connections),
            "conns": PackedInt32Array(connections),
            "node_paths": self._paths.values,
            "editable_instances": list(self._scene.editable),
            "version": _VERSION,
        }
        if self._base >= 0:
            found["base_scene"] = self._base
        return found

    def _node(self, node: StoredNode) -> Iterator[int]:
        yield -1 if node.parent is None else self._place(node.parent)
        yield 0 if node.owned and node.parent is not None else -1
        kind = node.type
        yield _FROM_INSTANCE if kind is None else self._name(getattr(kind, "_class_name", kind))
        yield self._name(node.name) | (node.index + 1 << _NAME_BITS)
        yield self._instance(node)
        yield len(node.properties)
        for name, value in node.properties.items():
            yield self._name(name) | (_HAS_NODE_PATHS if name in node.node_paths else 0)
            yield self._variant(value)
        yield len(node.groups)
        yield from map(self._name, node.groups)

    def _instance(self, node: StoredNode) -> int:
        if node.placeholder:
            return self._variant(node.placeholder) | _IS_PLACEHOLDER
        if node.instance is None:
            return -1
        place = self._variant(node.instance)
        if node.parent is None:
            self._base = place
            return -1
        return place

    def _connection(self, one: StoredConnection) -> Iterator[int]:
        yield self._place(one.source)
        yield self._place(one.target)
        yield self._name(one.signal)
        yield self._name(one.method)
        yield one.flags
        yield len(one.binds)
        yield from map(self._variant, one.binds)
        yield one.unbinds

    def _place(self, place: Reference) -> int:
        return place if isinstance(place, int) else self._paths.number(place) | _IS_PATH

    def _name(self, name: Any) -> int:
        return self._names.number(str(name))

    def _variant(self, value: Any) -> int:
        return self._variants.number(value, _Marks().text(value))


def unbundled(record: Any) -> StoredScene:
    """The scene in a dictionary; an empty one where it makes no sense."""
    try:
        return _Unbundling(record).run()
    except _SENSELESS:
        return StoredScene()


class _Unbundling:
    def __init__(self, record: dict[str, Any]) -> None:
        self._record = record
        self._names: Sequence[str] = record["names"]
        self._variants: Sequence[Any] = record["variants"]
        self._paths = [NodePath(path) for path in record.get("node_paths", ())]
        self._ids: Sequence[int] = record.get("node_ids", ())

    def run(self) -> StoredScene:
        numbers = iter(self._record["nodes"])
        nodes = [self._node(numbers, place) for place in range(int(self._record["node_count"]))]
        numbers = iter(self._record["conns"])
        count = range(int(self._record["conn_count"]))
        connections = [self._connection(numbers) for _ in count]
        editable = [NodePath(path) for path in self._record.get("editable_instances", ())]
        return StoredScene(tuple(nodes), tuple(connections), tuple(editable))

    def _node(self, numbers: Iterator[int], place: int) -> StoredNode:
        parent, owner, kind, name, instance = (next(numbers) for _ in range(5))
        properties, node_paths = {}, []
        for _ in range(next(numbers)):
            number = next(numbers)
            own = self._names[number & ~_HAS_NODE_PATHS]
            properties[str(own)] = self._variants[next(numbers)]
            if number & _HAS_NODE_PATHS:
                node_paths.append(str(own))
        groups = tuple(str(self._names[next(numbers)]) for _ in range(next(numbers)))
        scene, placeholder = self._instance(instance, parent)
        return StoredNode(
            name=str(self._names[name & _NAME]),
            type=None if kind == _FROM_INSTANCE else _class_of(str(self._names[kind])),
            parent=None if parent < 0 else self._place(parent),
            owned=owner >= 0 or parent < 0,
            index=(name >> _NAME_BITS) - 1,
            instance=scene,
            placeholder=placeholder,
            properties=properties,
            node_paths=frozenset(node_paths),
            groups=groups,
            unique_id=self._ids[place] if place < len(self._ids) else -1,
        )

    def _instance(self, number: int, parent: int) -> tuple[Any, str]:
        if number < 0:
            base = self._record.get("base_scene", -1) if parent < 0 else -1
            return (self._variants[base] if base >= 0 else None), ""
        value = self._variants[number & _NUMBER]
        return (None, str(value)) if number & _IS_PLACEHOLDER else (value, "")

    def _connection(self, numbers: Iterator[int]) -> StoredConnection:
        source, target, signal, method, flags = (next(numbers) for _ in range(5))
        binds = tuple(self._variants[next(numbers)] for _ in range(next(numbers)))
        return StoredConnection(
            source=self._place(source),
            target=self._place(target),
            signal=str(self._names[signal]),
            method=str(self._names[method]),
            flags=flags,
            binds=binds,
            unbinds=next(numbers),
        )

    def _place(self, number: int) -> Reference:
        return self._paths[number & _NUMBER] if number & _IS_PATH else number


def _class_of(name: str) -> Any:
    return _class_names.class_named(name) or name
