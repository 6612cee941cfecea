"""`MultiplayerSpawner`: has nodes made at all peers as they are made at its authority."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from engine.core import output
from engine.core._stored_values import deep_copy
from engine.core._string_methods_paths import validate_node_name
from engine.core.accessors import accessors
from engine.core.callable import Callable
from engine.core.node_path import NodePath
from engine.core.object import Object
from engine.core.packed_string_array import PackedStringArray
from engine.core.signal import Signal
from engine.scene.node import Node
from engine.scene.resource_loader import ResourceLoader

if TYPE_CHECKING:
    from collections.abc import Callable as PyCallable
    from collections.abc import Iterable

    from engine.scene.packed_scene import PackedScene

_CUSTOM = 255
_LIMIT_REACHED = "Spawn limit reached!"


class _Spawned(NamedTuple):
    """What a node was made of.

    Attributes:
        scene: its place in the list, or `_CUSTOM`.
        data: what the spawn function got.
        forget: what its `tree_exiting` calls.
    """

    scene: int
    data: Any
    forget: PyCallable[[], None]


class MultiplayerSpawner(Node):
    """Sends the making and the end of nodes below `spawn_path` from its authority to other peers.

    At its authority, a node that is added there and comes from one of the spawnable scenes is made
    at the other peers, too, with the state that its `MultiplayerSynchronizer`s have for that; and
    so is what `spawn` makes. When it leaves the tree it is freed there. Its name must be the same
    at both ends: `add_child(node, True)` gives a name that can be sent.

    Signals: `spawned(node)` and `despawned(node)` at the peers that are not the authority.
    """

    spawned = Signal("node")
    despawned = Signal("node")

    _stored = ("_spawnable_scenes", "spawn_path", "spawn_limit")
    _own = ("_function", "_limit", "_loaded", "_made", "_node", "_path", "_scenes")

    def __new__(cls, *args: Any, **kwargs: Any) -> MultiplayerSpawner:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: MultiplayerSpawner = super().__new__(cls)
        self._function = Callable()
        self._limit = 0
        self._scenes = []
        self._loaded = {}
        self._made = {}
        self._node = None
        self._path = NodePath()
        return self

    _function: Callable
    _limit: int
    _scenes: list[str]
    _loaded: dict[str, PackedScene]
    _made: dict[Node, _Spawned]
    _node: Node | None
    _path: NodePath

    # Settings ------------------------------------------------------------------------------------

    def add_spawnable_scene(self, path: str) -> None:
        """Adds a scene's file to those that are spawned by themselves.

        Both ends must have the same list: the place in it is what is sent.
        """
        self._scenes.append(str(path))
        self._listen(self._node)

    def clear_spawnable_scenes(self) -> None:
        """Takes all scenes from the list."""
        self._scenes.clear()
        self._unlisten()

    def get_spawnable_scene_count(self) -> int:
        """How many scenes are in the list."""
        return len(self._scenes)

    def get_spawnable_scene(self, index: int) -> str:
        """The file of a scene in the list; an error and nothing when there is none."""
        if 0 <= index < len(self._scenes):
            return self._scenes[index]
        output.error(
            f"Index p_idx = {index} is out of bounds ((int)spawnable_scenes.size() = "
            f"{len(self._scenes)})."
        )
        return ""

    def _get_spawnable_scenes(self) -> PackedStringArray:
        return PackedStringArray(self._scenes)

    def _set_spawnable_scenes(self, scenes: Iterable[str]) -> None:
        self.clear_spawnable_scenes()
        for path in scenes:
            self.add_spawnable_scene(path)

    def set_spawn_path(self, path: NodePath | str) -> None:
        """Sets `spawn_path`."""
        self._path = NodePath(path)
        self._find_node()

    def get_spawn_path(self) -> NodePath:
        """The value of `spawn_path`."""
        return self._path

    def set_spawn_limit(self, limit: int) -> None:
        """Sets `spawn_limit`."""
        self._limit = int(limit) & 0xFFFF_FFFF

    def get_spawn_limit(self) -> int:
        """The value of `spawn_limit`."""
        return self._limit

    def set_spawn_function(self, spawn_function: PyCallable[..., Any] | None) -> None:
        """Sets `spawn_function`."""
        self._function = Callable(spawn_function)

    def get_spawn_function(self) -> Callable:
        """The value of `spawn_function`."""
        return self._function

    _spawnable_scenes = accessors(_get_spawnable_scenes, _set_spawnable_scenes)
    spawn_path = accessors(get_spawn_path, set_spawn_path)
    """The node whose children are spawned."""
    spawn_limit = accessors(get_spawn_limit, set_spawn_limit)
    """How many nodes there may be at a time; 0 for any number."""
    spawn_function = accessors(get_spawn_function, set_spawn_function)
    """Makes a node of what `spawn` is given, at all peers; it must not add it to the tree."""

    # Making --------------------------------------------------------------------------------------

    def spawn(self, data: Any = None) -> Any:
        """Makes a node with the `spawn_function` here and at all peers, and adds it.

        Args:
            data: what the function gets; it is sent.

        Returns:
            The node; None, after an error, at a peer that is not the authority, when there are too
            many already, or when the function makes none.
        """
        if not self._may_spawn():
            output.error(
                'Condition "!is_inside_tree() || !get_multiplayer()->has_multiplayer_peer() || '
                '!is_multiplayer_authority()" is true. Returning: nullptr'
            )
            return None
        if self._is_full():
            output.error(_LIMIT_REACHED)
            return None
        if not self._function.is_valid():
            output.error(
                "Custom spawn requires the 'spawn_function' property to be a valid callable."
            )
            return None
        if self._node is None:
            output.error("Cannot find spawn node.")
            return None
        node = self._make_custom(data)
        if node is None:
            output.error("The 'spawn_function' callable must return a valid node.")
            return None
        self._track(node, _CUSTOM, data)
        self._node.add_child(node, True)
        return node

    def _may_spawn(self) -> bool:
        return (
            self._tree is not None
            and self.multiplayer.has_multiplayer_peer()
            and self.is_multiplayer_authority()
        )

    def _is_full(self) -> bool:
        return 0 < self._limit <= len(self._made)

    def _make_scene(self, index: int) -> Any:
        """An instance of a scene of the list; None, after an error, where that cannot be."""
        if self._is_full():
            output.error(_LIMIT_REACHED)
            return None
        if index >= len(self._scenes):
            output.error(
                f"Index (uint32_t)p_id = {index} is out of bounds (spawnable_scenes.size() = "
                f"{len(self._scenes)})."
            )
            return None
        path = self._scenes[index]
        scene = self._loaded.get(path) or ResourceLoader.load(path)
        if scene is None:
            output.error(f"Invalid spawnable scene: {path}")
            return None
        self._loaded[path] = scene
        return scene.instantiate()

    def _make_custom(self, data: Any) -> Any:
        """What the spawn function makes of data; None, after an error, when it is no node."""
        if self._is_full():
            output.error(_LIMIT_REACHED)
            return None
        if not self._function.is_valid():
            output.error("Custom spawn requires a valid 'spawn_function'.")
            return None
        try:
            node = self._function(data)
        except Exception as exception:
            output.script_error(exception)
            node = None
        if not isinstance(node, Object):
            output.error("The spawn function must return a Node.")
        return node if isinstance(node, Node) else None

    # Watching ------------------------------------------------------------------------------------

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == Node.NOTIFICATION_POST_ENTER_TREE:
            self._find_node()
        elif what == Node.NOTIFICATION_EXIT_TREE:
            self._let_all_go()

    def _let_all_go(self) -> None:
        self._unlisten()
        self._node = None
        made, self._made = self._made, {}
        for node, spawned in made.items():
            node.tree_exiting.disconnect(spawned.forget)
            self.multiplayer.object_configuration_remove(node, self)

    def _find_node(self) -> None:
        self._unlisten()
        known = self._tree is not None and not self._path.is_empty()
        self._node = self.get_node_or_null(self._path) if known else None
        self._listen(self._node)

    def _listen(self, node: Node | None) -> None:
        if node is None or not self._scenes:
            return
        if not node.child_entered_tree.is_connected(self._node_added):
            node.child_entered_tree.connect(self._node_added)

    def _unlisten(self) -> None:
        node = self._node
        if node is None or type(node)._freed:
            return
        if node.child_entered_tree.is_connected(self._node_added):
            node.child_entered_tree.disconnect(self._node_added)

    def _node_added(self, node: Node) -> None:
        if not self._may_spawn() or node in self._made or node.get_parent() is not self._node:
            return
        scene = node.scene_file_path
        if scene not in self._scenes:
            return
        name = str(node.name)
        if validate_node_name(name) != name:
            output.error(
                f"Unable to auto-spawn node with reserved name: {name}. Make sure to add your "
                "replicated scenes via 'add_child(node, true)' to produce valid names."
            )
            return
        self._track(node, self._scenes.index(scene), None)

    def _track(self, node: Node, scene: int, data: Any) -> None:
        if node in self._made:
            return
        forget = partial(self._node_exiting, node)
        self._made[node] = _Spawned(scene, deep_copy(data), forget)
        node.tree_exiting.connect(forget, Node.CONNECT_ONE_SHOT)
        self.multiplayer.object_configuration_add(node, self)

    def _node_exiting(self, node: Node) -> None:
        if self._made.pop(node, None) is not None:
            self.multiplayer.object_configuration_remove(node, self)
