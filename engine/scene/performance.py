"""`Performance`: numbers about the running program.

What needs all objects looks through those that Python knows: it is meant to be read now and then.
"""

from __future__ import annotations

import gc
from collections.abc import Callable as PyCallable
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from engine.core import _resource_cache
from engine.core._element_type import element_type
from engine.core.engine_singleton import Engine
from engine.core.object import Object
from engine.core.os import OS
from engine.core.output import error
from engine.core.packed_number_arrays import PackedInt32Array
from engine.core.string_name import StringName
from engine.core.time import Time
from engine.core.typed_array import TypedArray
from engine.core.variant_type import TYPE_STRING_NAME
from engine.scene.node import Node

__all__ = ["Performance"]

_MONITORS = """
TIME_FPS TIME_PROCESS TIME_PHYSICS_PROCESS TIME_NAVIGATION_PROCESS MEMORY_STATIC MEMORY_STATIC_MAX
MEMORY_MESSAGE_BUFFER_MAX OBJECT_COUNT OBJECT_RESOURCE_COUNT OBJECT_NODE_COUNT
OBJECT_ORPHAN_NODE_COUNT RENDER_TOTAL_OBJECTS_IN_FRAME RENDER_TOTAL_PRIMITIVES_IN_FRAME
RENDER_TOTAL_DRAW_CALLS_IN_FRAME RENDER_VIDEO_MEM_USED RENDER_TEXTURE_MEM_USED
RENDER_BUFFER_MEM_USED PHYSICS_2D_ACTIVE_OBJECTS PHYSICS_2D_COLLISION_PAIRS PHYSICS_2D_ISLAND_COUNT
PHYSICS_3D_ACTIVE_OBJECTS PHYSICS_3D_COLLISION_PAIRS PHYSICS_3D_ISLAND_COUNT AUDIO_OUTPUT_LATENCY
NAVIGATION_ACTIVE_MAPS NAVIGATION_REGION_COUNT NAVIGATION_AGENT_COUNT NAVIGATION_LINK_COUNT
NAVIGATION_POLYGON_COUNT NAVIGATION_EDGE_COUNT NAVIGATION_EDGE_MERGE_COUNT
NAVIGATION_EDGE_CONNECTION_COUNT NAVIGATION_EDGE_FREE_COUNT NAVIGATION_OBSTACLE_COUNT
PIPELINE_COMPILATIONS_CANVAS PIPELINE_COMPILATIONS_MESH PIPELINE_COMPILATIONS_SURFACE
PIPELINE_COMPILATIONS_DRAW PIPELINE_COMPILATIONS_SPECIALIZATION NAVIGATION_2D_ACTIVE_MAPS
NAVIGATION_2D_REGION_COUNT NAVIGATION_2D_AGENT_COUNT NAVIGATION_2D_LINK_COUNT
NAVIGATION_2D_POLYGON_COUNT NAVIGATION_2D_EDGE_COUNT NAVIGATION_2D_EDGE_MERGE_COUNT
NAVIGATION_2D_EDGE_CONNECTION_COUNT NAVIGATION_2D_EDGE_FREE_COUNT NAVIGATION_2D_OBSTACLE_COUNT
NAVIGATION_3D_ACTIVE_MAPS NAVIGATION_3D_REGION_COUNT NAVIGATION_3D_AGENT_COUNT
NAVIGATION_3D_LINK_COUNT NAVIGATION_3D_POLYGON_COUNT NAVIGATION_3D_EDGE_COUNT
NAVIGATION_3D_EDGE_MERGE_COUNT NAVIGATION_3D_EDGE_CONNECTION_COUNT NAVIGATION_3D_EDGE_FREE_COUNT
NAVIGATION_3D_OBSTACLE_COUNT MONITOR_MAX
"""
_Monitor = IntEnum("_Monitor", _MONITORS, start=0)  # type: ignore[misc]


class _MonitorType(IntEnum):
    MONITOR_TYPE_QUANTITY = 0
    MONITOR_TYPE_MEMORY = 1
    MONITOR_TYPE_TIME = 2
    MONITOR_TYPE_PERCENTAGE = 3


def _objects(kind: type[Object]) -> list[Any]:
    return [one for one in gc.get_objects() if isinstance(one, kind) and not type(one)._freed]


def _frame_time() -> float:
    tree = Engine.get_main_loop()
    return float(tree.statistics().last_frame_time) if hasattr(tree, "statistics") else 0.0


def _nodes() -> int:
    tree = Engine.get_main_loop()
    return int(tree.get_node_count()) if hasattr(tree, "get_node_count") else 0


def _orphans() -> int:
    roots = [one for one in _objects(Node) if one.get_parent() is None]
    return sum(not one.is_inside_tree() for one in roots) + sum(
        sum(1 for _ in _below(one)) for one in roots if not one.is_inside_tree()
    )


def _below(node: Node) -> list[Node]:
    found = list(node.get_children(True))
    for child in found:
        found += child.get_children(True)
    return found


# What is measured; the other monitors are about what is not there, and are always 0.
_MEASURES: dict[str, PyCallable[[], float]] = {
    "TIME_FPS": Engine.get_frames_per_second,
    "TIME_PROCESS": _frame_time,
    "MEMORY_STATIC": OS.get_static_memory_usage,
    "MEMORY_STATIC_MAX": OS.get_static_memory_peak_usage,
    "OBJECT_COUNT": lambda: len(_objects(Object)),
    "OBJECT_RESOURCE_COUNT": lambda: len(_resource_cache._cached),
    "OBJECT_NODE_COUNT": _nodes,
    "OBJECT_ORPHAN_NODE_COUNT": _orphans,
}


class _Performance(Object):
    """Measures of the program, and the user's own. There is one, `Performance`."""

    _class_name = "Performance"
    Monitor = _Monitor
    MonitorType = _MonitorType
    MONITOR_TYPE_QUANTITY = _MonitorType.MONITOR_TYPE_QUANTITY
    MONITOR_TYPE_MEMORY = _MonitorType.MONITOR_TYPE_MEMORY
    MONITOR_TYPE_TIME = _MonitorType.MONITOR_TYPE_TIME
    MONITOR_TYPE_PERCENTAGE = _MonitorType.MONITOR_TYPE_PERCENTAGE
    locals().update(_Monitor.__members__)

    def __init__(self) -> None:
        self._custom: dict[str, tuple[PyCallable[..., Any], list[Any], int]] = {}
        self._modified = 0

    def get_monitor(self, monitor: int) -> float:
        """A measure; 0 for what this engine does not have. Times are in seconds."""
        if not 0 <= int(monitor) < int(_Monitor["MONITOR_MAX"]):
            return 0.0
        measure = _MEASURES.get(_Monitor(int(monitor)).name)
        return 0.0 if measure is None else float(measure())

    def add_custom_monitor(
        self, id: str, callable: PyCallable[..., Any], arguments: Sequence[Any] = (), type: int = 0
    ) -> None:
        """Adds a measure of the user's.

        Args:
            id: its name; a slash puts it into a category.
            callable: gives the number.
            arguments: what it is called with.
            type: one of `MONITOR_TYPE_*`, for those who show it.
        """
        if str(id) in self._custom:
            error(f"Custom monitor with id '{id}' already exists.")
            return
        self._custom[str(id)] = (callable, list(arguments), int(type))
        self._modified = Time.get_ticks_usec()

    def remove_custom_monitor(self, id: str) -> None:
        """Takes a measure of the user's away."""
        if self._exists(id):
            del self._custom[str(id)]
            self._modified = Time.get_ticks_usec()

    def _exists(self, id: str) -> bool:
        if str(id) not in self._custom:
            error(f"Custom monitor with id '{id}' doesn't exist.")
        return str(id) in self._custom

    def has_custom_monitor(self, id: str) -> bool:
        """Whether there is a measure of the user's of that name."""
        return str(id) in self._custom

    def get_custom_monitor(self, id: str) -> Any:
        """What a measure of the user's gives now; None, after an error, where there is none."""
        if not self._exists(id):
            return None
        function, arguments, _ = self._custom[str(id)]
        return function(*arguments)

    def get_custom_monitor_names(self) -> TypedArray:
        """The names of the user's measures."""
        return TypedArray(map(StringName, self._custom), element_type(int(TYPE_STRING_NAME)))

    def get_custom_monitor_types(self) -> PackedInt32Array:
        """The `MONITOR_TYPE_*` of the user's measures."""
        return PackedInt32Array([kind for _, _, kind in self._custom.values()])

    def get_monitor_modification_time(self) -> int:
        """When measures of the user's were added or taken away, in ticks of microseconds."""
        return self._modified


Performance = _Performance()
