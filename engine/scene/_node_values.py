"""The stored values of a node: those of every object, and what depends on its other settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.core._reflection import stored_properties
from engine.core._stored_values import metadata_names, script_names

if TYPE_CHECKING:
    from engine.scene._node_settings import NodeSettings

_OF_THREAD_GROUPS = ("process_thread_group_order", "process_thread_messages")


def engine_names(node: NodeSettings) -> list[str]:
    """The engine's stored properties of a node; a thread group brings some of its own."""
    names = stored_properties(type(node))
    if node.process_thread_group and "process_thread_group" in names:
        place = names.index("process_thread_group") + 1
        names[place:place] = _OF_THREAD_GROUPS
    more = getattr(node, "_also_stored", None)
    return names if more is None else more(names)


def value_names(node: NodeSettings) -> list[str]:
    """Everything that is stored of a node but its script, in order."""
    return [*engine_names(node), *script_names(node), *metadata_names(node)]


def is_typed_container(node: NodeSettings, name: str) -> bool:
    """Whether an exported variable says what its container holds, as in `list[Node]`."""
    export = type(node)._exports.get(name)
    return export is not None and "[" in export.annotation
