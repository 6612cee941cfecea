"""Small scenes for tests, and what is stored of them."""

from __future__ import annotations

from typing import Any

from engine import OK, Node, PackedScene, SceneState

PERSIST = Node.CONNECT_PERSIST


def make(name: str, parent: Node | None = None, owner: Node | None = None, cls: Any = Node) -> Any:
    node = cls()
    node.name = name
    if parent is not None:
        parent.add_child(node)
    node.owner = owner
    return node


def packed(root: Node, path: str = "") -> PackedScene:
    scene = PackedScene()
    assert scene.pack(root) == OK
    if path:
        scene.take_over_path(path)
    return scene


def properties(state: SceneState, idx: int) -> dict[str, Any]:
    names = range(state.get_node_property_count(idx))
    return {
        str(state.get_node_property_name(idx, i)): state.get_node_property_value(idx, i)
        for i in names
    }


def connections(state: SceneState) -> list[tuple[Any, ...]]:
    return [
        (
            str(state.get_connection_source(i)),
            str(state.get_connection_signal(i)),
            str(state.get_connection_target(i)),
            str(state.get_connection_method(i)),
            state.get_connection_flags(i),
            state.get_connection_binds(i),
            state.get_connection_unbinds(i),
        )
        for i in range(state.get_connection_count())
    ]


def paths(node: Node) -> str:
    return " ".join(node.get_tree_string().split())
