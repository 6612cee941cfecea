"""A player: its input belongs to its client, its health to the server."""

from __future__ import annotations

from engine import Node, Vector2


class Player(Node):
    dir = Vector2()
    health = 0

    def _enter_tree(self) -> None:
        self.get_node("Input").set_multiplayer_authority(int(self.name))
