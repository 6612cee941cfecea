"""What every scenario has: the peer, names for the peers, and small waits.

Peers are named by the order in which they were first seen, since their ids differ in every run:
client1 and client2 at the server; server, other1 and other2 at a client.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from engine import MultiplayerPeer, Node, Time, WebSocketMultiplayerPeer, str_

PATIENCE = 20.0  # seconds


class Scenario(Node):
    """One conversation, from this end."""

    peer: WebSocketMultiplayerPeer

    def __init__(self) -> None:
        super().__init__()
        self.port = int(os.environ["PORT"])
        self.index = int(os.environ["INDEX"])
        self.names = {1: "server"}
        self.prefix = ""
        self.count = 0

    def host(self) -> None:
        self.prefix = "client"
        self.peer = WebSocketMultiplayerPeer()
        error = self.peer.create_server(self.port, "127.0.0.1")
        self.multiplayer.multiplayer_peer = self.peer
        self.watch()
        say(f"listening {int(error)}")

    def join(self) -> None:
        self.prefix = "other"
        self.peer = WebSocketMultiplayerPeer()
        error = self.peer.create_client(f"ws://127.0.0.1:{self.port}")
        self.multiplayer.multiplayer_peer = self.peer
        self.watch()
        say(f"joining {int(error)}")

    def watch(self) -> None:
        self.multiplayer.peer_connected.connect(self._on_peer_connected)
        self.multiplayer.peer_disconnected.connect(self._on_peer_disconnected)
        self.multiplayer.connected_to_server.connect(lambda: say("connected"))
        self.multiplayer.connection_failed.connect(lambda: say("failed"))
        self.multiplayer.server_disconnected.connect(lambda: say("server gone"))

    def _on_peer_connected(self, id: int) -> None:
        if id not in self.names:
            self.count += 1
            self.names[id] = f"{self.prefix}{self.count}"
        say(f"+ {self.names[id]}")

    def _on_peer_disconnected(self, id: int) -> None:
        say(f"- {self.who(id)}")

    def who(self, id: int) -> str:
        if id == self.multiplayer.get_unique_id():
            return "me"
        return self.names.get(id, "unknown")

    def sender(self) -> str:
        return self.who(self.multiplayer.get_remote_sender_id())

    def id_of(self, name: str) -> int:
        return next((id for id, known in self.names.items() if known == name), 0)

    def online(self) -> bool:
        return self.peer.get_connection_status() == MultiplayerPeer.CONNECTION_CONNECTED

    def offline(self) -> bool:
        return self.peer.get_connection_status() == MultiplayerPeer.CONNECTION_DISCONNECTED

    def peers(self) -> int:
        return len(self.multiplayer.get_peers())

    async def frames(self, count: int) -> None:
        for _ in range(count):
            await self.get_tree().process_frame

    async def until(self, condition: Callable[[], object], what: str) -> None:
        start = Time.get_ticks_msec()
        while not condition():
            if Time.get_ticks_msec() - start > PATIENCE * 1000:
                say(f"WAITED IN VAIN for {what}")
                self.get_tree().quit(1)
                await self.get_tree().create_timer(60.0).timeout
            await self.get_tree().process_frame

    async def run(self) -> None:
        """The scenario."""

    def finish(self) -> None:
        say("bye")
        self.get_tree().quit()


class Program(Node):
    """/root/Main: puts the scenario that the environment names at /root/Main/Game."""

    async def _ready(self) -> None:
        game = self.scenario(os.environ["SCENARIO"])()
        game.name = "Game"
        self.add_child(game)
        self.get_tree().create_timer(2.0 * PATIENCE).timeout.connect(self._too_long)
        await game.run()

    def scenario(self, name: str) -> type[Scenario]:
        """The class of a scenario."""
        raise KeyError(name)

    def _too_long(self) -> None:
        say("TOO LONG")
        self.get_tree().quit(2)


def say(text: str) -> None:
    """Prints a line at once, for who reads along."""
    print(text, flush=True)


def shown(value: object) -> str:
    """A value as Godot prints it."""
    return str_(value)
