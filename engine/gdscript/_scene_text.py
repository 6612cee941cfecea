"""The nodes, connections and editable instances of a `.tscn`, as the records of a packed scene."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.core import _class_names
from engine.core._variant_text_reader import Tag, VariantTextReader
from engine.core.node_path import NodePath
from engine.scene._stored_scene import StoredConnection, StoredNode, StoredScene
from engine.scene.packed_scene import PackedScene

_PERSIST = 2
Bad = Callable[[str], Exception]


class BadFile(Exception):
    """A file that cannot be read; what there is to say of it has been said."""


class SceneText:
    """Reads the part of a scene file that begins with the first node.

    Args:
        reader: stands behind the first node's tag.
        bad: says what is wrong, and gives what is to be raised.
    """

    def __init__(self, reader: VariantTextReader, bad: Bad) -> None:
        self._reader = reader
        self._bad = bad
        self._nodes: list[StoredNode] = []
        self._connections: list[StoredConnection] = []
        self._editable: list[NodePath] = []

    def read(self, first: Tag) -> StoredScene:
        """Reads to the end of the text."""
        tag: Tag | None = first
        while tag is not None:
            if tag.name == "node":
                tag = self._node(tag.fields)
            elif tag.name == "connection":
                self._connection(tag.fields)
                tag = self._reader.tag()
            elif tag.name == "editable":
                self._editable_instance(tag.fields)
                tag = self._reader.tag()
            else:
                raise self._bad(f"Unknown tag '{tag.name}' in file")
        return StoredScene(tuple(self._nodes), tuple(self._connections), tuple(self._editable))

    def _node(self, fields: dict[str, Any]) -> Tag | None:
        """Reads a node; gives the tag behind it."""
        properties: dict[str, Any] = {}
        following: Tag | None = None
        item = self._reader.item()
        while item is not None:
            if isinstance(item, Tag):
                following = item
                break
            properties[item[0]] = item[1]
            item = self._reader.item()
        self._nodes.append(self._record(fields, properties))
        return following

    def _record(self, fields: dict[str, Any], properties: dict[str, Any]) -> StoredNode:
        parent = fields.get("parent")
        instance = fields.get("instance")
        kind = fields.get("type")
        inner = kind is None and instance is None and "instance_placeholder" not in fields
        index = fields.get("index", -1)
        return StoredNode(
            name=str(fields.get("name", "")),
            type=None if kind is None or instance is not None else _node_class(str(kind)),
            parent=None if parent is None else _path_of(str(parent)),
            owned=not inner,
            index=int(index) if str(index).lstrip("-").isdigit() else -1,
            instance=instance if isinstance(instance, PackedScene) else None,
            placeholder=str(fields.get("instance_placeholder", "")),
            properties=properties,
            node_paths=frozenset(map(str, fields.get("node_paths", ()))),
            groups=tuple(map(str, fields.get("groups", ()))),
        )

    def _connection(self, fields: dict[str, Any]) -> None:
        for name in ("from", "to", "signal", "method"):
            if name not in fields:
                raise BadFile(name)
        self._connections.append(
            StoredConnection(
                source=_path_of(str(fields["from"])),
                target=_path_of(str(fields["to"])),
                signal=str(fields["signal"]),
                method=str(fields["method"]),
                flags=int(fields.get("flags", _PERSIST)),
                binds=tuple(fields.get("binds", ())),
                unbinds=int(fields.get("unbinds", 0)),
            )
        )

    def _editable_instance(self, fields: dict[str, Any]) -> None:
        if "path" not in fields:
            raise BadFile("path")
        self._editable.append(NodePath(str(fields["path"])))


def _path_of(text: str) -> NodePath:
    return NodePath(text)


def _node_class(name: str) -> Any:
    """The class of a node; its name when there is no such class."""
    return _class_names.class_named(name) or name
