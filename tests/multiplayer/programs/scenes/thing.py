"""What the server keeps the same at its clients."""

from __future__ import annotations

from collections.abc import Sequence

from engine import MultiplayerSynchronizer, Node, SceneReplicationConfig, Vector2


class Thing(Node):
    pos = Vector2()
    hp = 1
    label = ""

    def __init__(self) -> None:
        super().__init__()
        self.bag: list[str] = []


def add_synchronizer(node: Node, always: Sequence[str], on_change: Sequence[str]) -> None:
    """Gives a node a synchronizer for some of its properties."""
    config = SceneReplicationConfig()
    for path in always:
        config.add_property(path)
    for path in on_change:
        config.add_property(path)
        mode = SceneReplicationConfig.REPLICATION_MODE_ON_CHANGE
        config.property_set_replication_mode(path, mode)
    sync = MultiplayerSynchronizer()
    sync.name = "Sync"
    sync.replication_config = config
    sync.replication_interval = 0.05
    node.add_child(sync)
