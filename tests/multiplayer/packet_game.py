"""The node at which recorded packets are aimed, written in Python."""

from __future__ import annotations

from typing import Any

from engine import NodePath, PackedScene, rpc, var_to_str
from engine.multiplayer.multiplayer_spawner import MultiplayerSpawner
from engine.multiplayer.multiplayer_synchronizer import MultiplayerSynchronizer
from engine.multiplayer.scene_replication_config import SceneReplicationConfig
from engine.scene.node import Node


class Thing(Node):
    """Something with state."""

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self.b: Any = ""
        self.c = 0.0

    @property
    def a(self) -> int:
        """Always a number, as a variable with a type in GDScript."""
        return self._number

    @a.setter
    def a(self, value: Any) -> None:
        self._number = value if isinstance(value, int) else 0

    def _ready(self) -> None:
        if self.get_parent().name == "Box":
            main = self.get_node("/root/Main")
            main.note(f"ready {self.name} a={self.a} b={var_to_str(self.b)}")


class Game(Node):
    """What the packets are aimed at."""

    def __init__(self) -> None:
        super().__init__()
        box = Node()
        box.name = "Box"
        self.add_child(box)
        self.add_child(self._spawner())
        for name in ("Thing", "Theirs"):
            self.add_child(self._thing(name))

    def note(self, text: str) -> None:
        self.get_parent().note(text)

    def called(self, name: str, *arguments: Any) -> None:
        sender = self.multiplayer.get_remote_sender_id()
        self.note(f"{name}({', '.join(map(var_to_str, arguments))}) from {sender}")

    @rpc()
    def a_auth(self, x: Any) -> None:
        self.called("a_auth", x)

    @rpc("any_peer")
    def b_any(self, x: Any) -> None:
        self.called("b_any", x)

    @rpc("any_peer", "call_local")
    def c_none(self) -> None:
        self.called("c_none")

    @rpc("any_peer")
    def d_two(self, x: Any, y: Any = "default") -> None:
        self.called("d_two", x, y)

    @rpc("any_peer")
    def e_typed(self, x: int) -> None:
        self.called("e_typed", x)

    def add(self, scene: str, name: str, b: str = "") -> None:
        node = SCENES[scene].instantiate()
        node.name = name
        if b:
            node.b = b
        self.get_node("Box").add_child(node)

    def make(self, data: Any) -> Node | None:
        self.note(f"make {var_to_str(data)}")
        return None if data == "refuse" else Node()

    def _spawner(self) -> MultiplayerSpawner:
        spawner = MultiplayerSpawner()
        spawner.name = "Spawner"
        for scene in SCENES.values():
            spawner.add_spawnable_scene(scene.resource_path)
        spawner.spawn_function = self.make
        spawner.spawn_path = NodePath("../Box")
        spawner.spawned.connect(lambda node: self.note(f"spawned {node.name}"))
        spawner.despawned.connect(lambda node: self.note(f"despawned {node.name}"))
        return spawner

    def _thing(self, name: str) -> Thing:
        thing = Thing()
        thing.name = name
        sync = MultiplayerSynchronizer()
        sync.name = "Sync"
        sync.replication_config = configuration(("a", 1), ("b", 2), ("c", 2))
        sync.public_visibility = False
        sync.synchronized.connect(lambda: self.note(f"{name} synchronized a={thing.a}"))
        sync.delta_synchronized.connect(
            lambda: self.note(f"{name} delta b={var_to_str(thing.b)} c={thing.c}")
        )
        thing.add_child(sync)
        if name == "Theirs":
            sync.set_multiplayer_authority(2)
        return thing


def configuration(*properties: tuple[str, int]) -> SceneReplicationConfig:
    """A configuration of properties of the node itself, with their modes."""
    config = SceneReplicationConfig()
    for name, mode in properties:
        config.add_property(f".:{name}")
        config.property_set_replication_mode(f".:{name}", mode)
    return config


def _scene(name: str, root: Node) -> PackedScene:
    """A scene of one node and what it owns, under a path of its own."""
    root.name = name.capitalize()
    scene = PackedScene()
    scene.pack(root)
    scene.take_over_path(f"res://{name}.tscn")
    root.free()
    return scene


def _mob() -> Thing:
    mob = Thing()
    sync = MultiplayerSynchronizer()
    sync.name = "Sync"
    sync.replication_config = configuration(("a", 1), ("b", 2))
    mob.add_child(sync)
    sync.owner = mob
    return mob


SCENES = {"plain": _scene("plain", Node()), "mob": _scene("mob", _mob())}
