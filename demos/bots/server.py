"""A server for many walkers: everybody has a place, and all are told of all places.

python -m engine --headless demos/bots/server.py --set port=9100
"""

from __future__ import annotations

from engine import (
    OK,
    Node,
    PackedInt32Array,
    PackedVector2Array,
    Vector2,
    WebSocketMultiplayerPeer,
    export,
    push_error,
    rpc,
)


class Game(Node):
    """The scene of both ends has to have this name: calls go from node to node by path."""

    port: int = export(9100)
    tell_every: float = export(0.5)

    def __init__(self) -> None:
        super().__init__()
        self.name = "Game"
        self.places: dict[int, Vector2] = {}
        self.until_told = 0.0

    def _ready(self) -> None:
        peer = WebSocketMultiplayerPeer()
        if peer.create_server(self.port) != OK:
            push_error(f"Cannot listen on port {self.port}.")
            self.get_tree().quit(1)
            return
        self.multiplayer.multiplayer_peer = peer
        self.multiplayer.peer_disconnected.connect(self._peer_disconnected)

    def _peer_disconnected(self, peer: int) -> None:
        self.places.pop(peer, None)

    def _process(self, delta: float) -> None:
        self.until_told -= delta
        if self.until_told <= 0.0 and self.places:
            self.until_told = self.tell_every
            peers, places = list(self.places), list(self.places.values())
            self.tell.rpc(PackedInt32Array(peers), PackedVector2Array(places))

    @rpc("any_peer", "unreliable_ordered")
    def move(self, place: Vector2) -> None:
        self.places[self.multiplayer.get_remote_sender_id()] = place

    @rpc("any_peer")
    def ping(self, number: int) -> None:
        self.pong.rpc_id(self.multiplayer.get_remote_sender_id(), number)

    @rpc
    def pong(self, number: int) -> None: ...

    @rpc("unreliable_ordered")
    def tell(self, peers: PackedInt32Array, places: PackedVector2Array) -> None: ...
