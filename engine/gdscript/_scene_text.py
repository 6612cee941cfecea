"""The nodes, connections and editable instances of a `.tscn`, as the records of a packed scene."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from engine.core import _class_names
from engine.core._scalar_math import whole
from engine.core._string_methods_numbers import to_int
from engine.core._variant_text_reader import (
    MissingResourceError,
    Tag,
    VariantTextError,
    VariantTextReader,
)
from engine.core.error import Error
from engine.core.node_path import NodePath
from engine.core.packed_array import PackedArray
from engine.scene._stored_scene import StoredConnection, StoredNode, StoredScene
from engine.scene.node import Node

_PERSIST = 2


class BadFileError(Exception):
    """A file that cannot be read; what there is to say of it has been said."""


class SceneText:
    """Reads the part of a scene file that begins with the first node.

    Args:
        reader: stands behind the first node's tag.
        bad_value: says that a value cannot be read.
    """

    def __init__(self, reader: VariantTextReader, bad_value: Callable[[Error], None]) -> None:
        self._reader = reader
        self._bad_value = bad_value
        self._nodes: list[StoredNode] = []
        self._connections: list[StoredConnection] = []
        self._editable: list[NodePath] = []

    def read(self, first: Tag) -> StoredScene:
        """Reads to the end of the text.

        Raises:
            BadFileError: a node's values cannot be read.
            VariantTextError: something else cannot.
        """
        tag: Tag | None = first
        while tag is not None:
            if tag.name == "node":
                tag = self._node(tag.fields)
            elif tag.name == "connection":
                self._connection(tag.fields)
                tag = self._reader.tag()
            elif tag.name == "editable":
                if "path" not in tag.fields:
                    raise VariantTextError("Missing 'path' field from editable tag")
                self._editable.append(NodePath(str(tag.fields["path"])))
                tag = self._reader.tag()
            else:
                raise VariantTextError(f"Unknown tag '{tag.name}' in file")
        return StoredScene(tuple(self._nodes), tuple(self._connections), tuple(self._editable))

    def _node(self, fields: dict[str, Any]) -> Tag | None:
        """Reads a node; gives the tag behind it."""
        properties: dict[str, Any] = {}
        following = self._properties(properties)
        self._nodes.append(_record(fields, properties))
        return following

    def _properties(self, properties: dict[str, Any]) -> Tag | None:
        """Reads assignments up to the next tag, which it gives."""
        reader = self._reader
        while True:
            try:
                item = reader.item()
            except MissingResourceError as problem:
                item = problem.partial
                if item is None:  # only this value is lost
                    continue
            except VariantTextError as problem:
                self._bad_value(problem.code)
                raise BadFileError(problem.message) from None
            if item is None or isinstance(item, Tag):
                return item
            properties[item[0]] = item[1]

    def _connection(self, fields: dict[str, Any]) -> None:
        for name in ("from", "to", "signal", "method"):
            if name not in fields:
                raise BadFileError(name)
        self._connections.append(
            StoredConnection(
                source=NodePath(str(fields["from"])),
                target=NodePath(str(fields["to"])),
                signal=str(fields["signal"]),
                method=str(fields["method"]),
                flags=whole_number(fields.get("flags"), _PERSIST),
                binds=tuple(_items(fields.get("binds"))),
                unbinds=whole_number(fields.get("unbinds"), 0),
            )
        )


def _record(fields: dict[str, Any], properties: dict[str, Any]) -> StoredNode:
    """The record of a node, from the fields of its tag."""
    get = fields.get
    parent, instance, kind = get("parent"), get("instance"), get("type")
    placeholder = str(get("instance_placeholder", ""))
    is_instance = instance is not None
    return StoredNode(
        name=_text(get("name")),
        type=None if kind is None or is_instance else _node_class(str(kind)),
        parent=None if parent is None else _from_root(str(parent)),
        owned=kind is not None or is_instance or bool(placeholder),
        index=whole_number(get("index"), -1),
        instance=instance,
        placeholder=placeholder,
        properties=properties,
        node_paths=frozenset(map(str, _items(get("node_paths")))),
        groups=tuple(map(_text, _items(get("groups")))),
        unique_id=whole_number(get("unique_id"), -1),
        parent_ids=tuple(whole_number(one, -1) for one in _items(get("parent_id_path"))),
    )


def _from_root(text: str) -> NodePath:
    """The path of a parent, which begins at the root."""
    return NodePath(text if text == "." or text.startswith("./") else f"./{text}")


def _node_class(name: str) -> Any:
    """The class of a node; its name when there is no such class."""
    found = _class_names.class_named(name)
    is_node = (
        found is not None and issubclass(found, Node) and getattr(found, "_instantiable", True)
    )
    return found if is_node else name


def _items(value: Any) -> Iterable[Any]:
    """What is in an array; nothing for a value that is none."""
    return value if isinstance(value, list | PackedArray) else ()


def _text(value: Any) -> str:
    """A string; nothing for a value that is none."""
    return str(value) if isinstance(value, str) else ""


def whole_number(value: Any, default: int) -> int:
    """A value as a whole number, also one in a text; the default for None."""
    if value is None:
        return default
    if isinstance(value, str):
        return to_int(value)
    return whole(value) if isinstance(value, int | float) else 0
