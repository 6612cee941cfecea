"""Writing `.tres` and `.tscn`.

First everything that is referred to is gathered: resources of other files get a line each, those
that belong to the file a section, the inner ones first. Then the resource or the nodes follow, with
`ExtResource` and `SubResource` in place of what was gathered.
"""

from __future__ import annotations

import random
from typing import Any

from engine.core import output
from engine.core._element_type import ANYTHING
from engine.core._keys import keys_of
from engine.core._script_attachment import script_class
from engine.core._stored_values import (
    default_of,
    differs,
    engine_names,
    metadata_names,
    read,
    script_names,
)
from engine.core._text import escaped
from engine.core._variant_text_writer import (
    VariantTextWriter,
    encoded_name,
    path_of_script,
    quoted,
)
from engine.core.node_path import NodePath
from engine.core.packed_string_array import PackedStringArray
from engine.core.resource import Resource
from engine.core.resource_uid import ResourceUID
from engine.gdscript._script_files import source_of_script
from engine.scene._bundled_scene import bundled
from engine.scene._stored_scene import StoredConnection, StoredNode, StoredScene
from engine.scene.packed_scene import PackedScene

_RELATIVE, _BUNDLE, _REPLACE_PATHS = 1, 2, 64
_PERSIST = 2
_ID_LETTERS = "abcdefghijklmnopqrstuvwxy012345678"
_random = random.Random()


class ResourceTextWriter(VariantTextWriter):
    """One writing of a file.

    Args:
        path: where the file will be.
        flags: `ResourceSaver.FLAG_*`.
    """

    def __init__(self, path: str, flags: int = 0) -> None:
        self._path = path
        self._flags = flags
        self._main: Any = None
        self._links: dict[Any, str] = {}  # the ids of resources and scripts of other files
        self._own: dict[Any, str] = {}  # those of the resources of this file
        self._begun: dict[Any, None] = {}

    def write(self, resource: Any) -> str:
        """The text of a file with a resource or scene."""
        self._main = resource
        if isinstance(resource, PackedScene):
            scene = SceneSections(resource)
            for value in scene.values():
                self._gather(value)
            return self._joined(self._header("gd_scene"), scene.text(self))
        self._gather_properties(resource)
        kind = f'gd_resource type="{resource.get_class()}"'
        label = getattr(getattr(resource.get_script(), "_gd_info", None), "label", "")
        if label:
            kind += f' script_class="{label}"'
        lines = ["[resource]", *self._property_lines(resource)]
        return self._joined(self._header(kind), "\n".join(lines) + "\n")

    def _joined(self, header: str, main: str) -> str:
        parts = [header]
        if self._links:
            parts.append("\n".join(self._link_lines()) + "\n")
        parts += [self._section(resource, mark) for resource, mark in self._own.items()]
        return "\n".join([*parts, main])

    def _header(self, kind: str) -> str:
        uid = ResourceUID._id_of(self._path)
        mark = f' uid="{ResourceUID.id_to_text(uid)}"' if uid >= 0 else ""
        return f"[{kind} format=3{mark}]\n"

    # What is referred to -------------------------------------------------------------------------

    def _gather(self, value: Any) -> None:
        """Finds the resources in a value."""
        script = script_class(value)
        if script is not None:
            self._gather_script(script)
        elif isinstance(value, list):
            self._gather_element_type(getattr(value, "element", ANYTHING))
            for item in value:
                self._gather(item)
        elif isinstance(value, dict):
            self._gather_element_type(getattr(value, "key_type", ANYTHING))
            self._gather_element_type(getattr(value, "value_type", ANYTHING))
            for key, item in zip(keys_of(value), value.values(), strict=True):
                self._gather(key)
                self._gather(item)
        elif isinstance(value, Resource) and value is not self._main:
            self._gather_resource(value)

    def _gather_element_type(self, element: Any) -> None:
        if element.script is not None:
            self._gather_script(element.script)

    def _gather_script(self, script: type[Any]) -> None:
        if path_of_script(script) and not self._flags & _BUNDLE:
            self._link(script)
        elif source_of_script(script) is not None and script not in self._own:
            self._own[script] = self._fresh_id("GDScript")

    def _gather_resource(self, resource: Resource) -> None:
        if not resource.is_built_in() and not self._flags & _BUNDLE:
            self._link(resource)
        elif resource not in self._begun:
            self._begun[resource] = None
            self._gather_properties(resource)
            mark = resource.resource_scene_unique_id
            if not mark or mark in self._own.values():
                mark = self._fresh_id(resource.get_class())
                resource.resource_scene_unique_id = mark
            if self._flags & _REPLACE_PATHS:
                resource.take_over_path(f"{self._path}::{mark}")
            self._own[resource] = mark

    def _gather_properties(self, resource: Resource) -> None:
        for _, value in self._properties(resource):
            self._gather(value)

    def _link(self, target: Any) -> None:
        if target not in self._links:
            self._links[target] = f"{len(self._links) + 1}_{_random_id()}"

    def _fresh_id(self, class_name: str) -> str:
        while True:
            mark = f"{class_name}_{_random_id()}"
            if mark not in self._own.values():
                return mark

    # Sections ------------------------------------------------------------------------------------

    def _link_lines(self) -> list[str]:
        lines = []
        for target, mark in self._links.items():
            is_script = isinstance(target, type)
            path = path_of_script(target) if is_script else target.resource_path
            kind = "Script" if is_script else _saved_class(target)
            uid = ResourceUID.path_to_uid(path)
            number = f' uid="{uid}"' if uid != path else ""
            shown = self._shown(path)
            lines.append(f'[ext_resource type="{kind}"{number} path="{shown}" id="{mark}"]')
        return lines

    def _shown(self, path: str) -> str:
        folder = self._path.rpartition("/")[0] + "/"
        relative = self._flags & _RELATIVE and path.startswith(folder) and folder != "res://"
        return path[len(folder) :] if relative else path

    def _section(self, target: Any, mark: str) -> str:
        if isinstance(target, type):
            source = quoted(source_of_script(target) or "")
            return f'[sub_resource type="GDScript" id="{mark}"]\nscript/source = {source}\n'
        lines = [f'[sub_resource type="{target.get_class()}" id="{mark}"]']
        return "\n".join([*lines, *self._property_lines(target)]) + "\n"

    def _property_lines(self, resource: Resource) -> list[str]:
        return [self.assignment(name, value) for name, value in self._properties(resource)]

    def assignment(self, name: str, value: Any) -> str:
        """A line with a name and a value."""
        return f"{encoded_name(name)} = {self.text(value)}"

    def _properties(self, resource: Resource) -> list[tuple[str, Any]]:
        """What has to be stored of a resource, in order."""
        found = []
        cls = type(resource)
        for name in engine_names(resource):
            value = read(resource, name)
            if isinstance(value, StoredScene):
                found.append((name, bundled(value)))
            elif differs(value, default_of(cls, name)) and value is not None:
                found.append((name, value))
        if resource.get_script() is not None:
            found.append(("script", resource.get_script()))
        for name in script_names(resource):
            value = read(resource, name)
            if value is not None and differs(value, default_of(cls, name)):
                found.append((name, value))
        return found + [(name, read(resource, name)) for name in metadata_names(resource)]

    # References ----------------------------------------------------------------------------------

    def reference(self, resource: Any) -> str | None:
        """`ExtResource` or `SubResource`."""
        if resource in self._links:
            return f'ExtResource("{self._links[resource]}")'
        if resource in self._own:
            return f'SubResource("{self._own[resource]}")'
        output.error("Resource was not pre cached for the resource section, bug?")
        return "null"

    def script_text(self, script: Any) -> str | None:
        """`ExtResource` or `SubResource` for a script."""
        known = script in self._links or script in self._own
        return self.reference(script) if known else None


class SceneSections:
    """The nodes, connections and editable instances of a scene as text."""

    def __init__(self, scene: PackedScene) -> None:
        self._state = scene.get_state()
        self._scene = scene._bundled

    def values(self) -> list[Any]:
        """Everything in it that may refer to resources."""
        found: list[Any] = []
        for node in self._scene.nodes:
            if node.instance is not None:
                found.append(node.instance)
            found += node.properties.values()
        for connection in self._scene.connections:
            found += connection.binds
        return found

    def text(self, writer: ResourceTextWriter) -> str:
        """The text."""
        parts = [self._node(node, writer) for node in self._scene.nodes]
        if self._scene.connections:
            lines = [self._connection(one, writer) for one in self._scene.connections]
            parts.append("\n".join(lines) + "\n")
        if self._scene.editable:
            lines = [f'[editable path="{_path_text(path)}"]' for path in self._scene.editable]
            parts.append("\n".join(lines) + "\n")
        return "\n".join(parts)

    def _node(self, node: StoredNode, writer: ResourceTextWriter) -> str:
        tag = f'[node name="{escaped(node.name)}"'
        if node.type is not None:
            tag += f' type="{getattr(node.type, "_class_name", node.type)}"'
        if node.parent is not None:
            tag += f' parent="{_path_text(self._state._path_of(node.parent))}"'
        if node.parent_ids:
            tag += f" parent_id_path={writer.text(node.parent_ids)}"
        if node.index >= 0:
            tag += f' index="{node.index}"'
        if node.unique_id > 0:
            tag += f" unique_id={node.unique_id}"
        if node.node_paths:
            names = [name for name in node.properties if name in node.node_paths]
            tag += f" node_paths={writer.text(PackedStringArray(names))}"
        if node.groups:
            names = [f'"{escaped(group)}"' for group in sorted(node.groups)]
            tag += f" groups=[{', '.join(names)}]"
        if node.placeholder:
            tag += f" instance_placeholder={quoted(node.placeholder)}"
        if node.instance is not None:
            tag += f" instance={writer.text(node.instance)}"
        lines = [writer.assignment(name, value) for name, value in node.properties.items()]
        return "\n".join([tag + "]", *lines]) + "\n"

    def _connection(self, one: StoredConnection, writer: ResourceTextWriter) -> str:
        source, target = (self._state._path_of(place) for place in (one.source, one.target))
        tag = (
            f'[connection signal="{escaped(one.signal)}" from="{_path_text(source)}" '
            f'to="{_path_text(target)}" method="{escaped(one.method)}"'
        )
        if one.flags != _PERSIST:
            tag += f" flags={one.flags}"
        if one.unbinds:
            tag += f" unbinds={one.unbinds}"
        if one.binds:
            tag += f" binds= {writer.text(list(one.binds))}"
        return tag + "]"


def _path_text(path: NodePath) -> str:
    """A path from the root, without the dot that begins it."""
    return escaped(str(path).removeprefix("./"))


def _random_id() -> str:
    return "".join(_random.choices(_ID_LETTERS, k=5))


def _saved_class(resource: Any) -> str:
    """The class that a file is said to hold: the general one for pictures and scripts."""
    return "Texture2D" if resource.is_class("Texture2D") else str(resource.get_class())
