"""A dedicated server in Python for the Godot project in `client`.

    python -m engine --headless server.py

Players are spawned when they join. Each client owns what its player wants (a direction, and a nick
name); the server owns what becomes of it (position and score), and the coins.
"""

from __future__ import annotations

from typing import Any

from coin import Coin
from player import ARENA, Player

from engine import (
    OK,
    MultiplayerSpawner,
    Node,
    RandomNumberGenerator,
    Vector2,
    WebSocketMultiplayerPeer,
    export,
    print_,
    push_error,
    rpc,
)

LONGEST_NICK = 16


class Server(Node):
    """/root/Main at both ends: the spawner and the calls have to be found under the same names."""

    port: int = export(8910)
    bind_address: str = export("*")
    coins: int = export(5)

    def __init__(self) -> None:
        super().__init__()
        self.name = "Main"
        self.random = RandomNumberGenerator()

        self.arena = Node()
        self.arena.name = "Arena"
        self.add_child(self.arena)

        self.spawner = MultiplayerSpawner()
        self.spawner.name = "Spawner"
        self.spawner.spawn_path = "../Arena"
        self.spawner.spawn_function = self._make
        self.add_child(self.spawner)

    def _ready(self) -> None:
        peer = WebSocketMultiplayerPeer()
        if peer.create_server(self.port, self.bind_address) != OK:
            push_error(f"Unable to listen on port {self.port}.")
            self.get_tree().quit(1)
            return
        self.multiplayer.multiplayer_peer = peer
        self.multiplayer.peer_connected.connect(self._on_peer_connected)
        self.multiplayer.peer_disconnected.connect(self._on_peer_disconnected)
        for _ in range(self.coins):
            self.spawner.spawn({"kind": "coin", "at": self._anywhere()})
        print_(f"Listening on port {self.port}")

    def _anywhere(self) -> Vector2:
        return Vector2(
            self.random.randf_range(20, ARENA.x - 20), self.random.randf_range(20, ARENA.y - 20)
        )

    def _make(self, data: dict[str, Any]) -> Node:
        """Makes a node of what `spawn` was given; the client's `main.gd` has its twin."""
        if data["kind"] == "player":
            return Player(data["id"], data["at"], data["hue"])
        return Coin(data["at"])

    # Players -------------------------------------------------------------------------------------

    def _on_peer_connected(self, id: int) -> None:
        hue = self.random.randf()
        self.spawner.spawn({"kind": "player", "id": id, "at": self._anywhere(), "hue": hue})
        print_(f"Player {id} joined")

    def _on_peer_disconnected(self, id: int) -> None:
        player = self.arena.get_node_or_null(str(id))
        if player is not None:
            self.announce.rpc(f"{player.nick} left")
            player.queue_free()
        print_(f"Player {id} left")

    def _physics_process(self, delta: float) -> None:
        coins = [node for node in self.arena.get_children() if isinstance(node, Coin)]
        for player in self.arena.get_children():
            if not isinstance(player, Player):
                continue
            for coin in coins:
                if not coin.is_taken and player.touches(coin.position):
                    self._take(player, coin)

    def _take(self, player: Player, coin: Coin) -> None:
        coin.is_taken = True
        coin.queue_free()
        player.score += 1
        self.spawner.spawn({"kind": "coin", "at": self._anywhere()})
        if player.score % 10 == 0:
            self.announce.rpc(f"{player.nick} has {player.score} coins")

    # Calls ---------------------------------------------------------------------------------------

    @rpc("any_peer")
    def set_nick(self, nick: str) -> None:
        """A client names its player. What comes from outside is not to be trusted."""
        player = self.arena.get_node_or_null(str(self.multiplayer.get_remote_sender_id()))
        if player is None or not isinstance(nick, str) or not nick.strip():
            return
        player.nick = nick.strip()[:LONGEST_NICK]
        self.announce.rpc(f"{player.nick} is here")

    @rpc()
    def announce(self, text: str) -> None:
        """Shown by the clients."""
