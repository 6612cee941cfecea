"""The server's side of the scenarios: `python -m engine --headless server.py:Main`."""

from __future__ import annotations

from typing import Any

from scenario import Program, Scenario, say, shown
from scenes.pad import Pad
from scenes.part import add_nested_parts
from scenes.thing import Thing, add_synchronizer

from engine import (
    MultiplayerSpawner,
    Node,
    PackedByteArray,
    ResourceLoader,
    Vector2,
    rpc,
    type_string,
    typeof,
    var_to_bytes,
)


def spawner_for(node: Node, name: str, path: str, *scenes: str) -> MultiplayerSpawner:
    """A spawner below a node."""
    spawner = MultiplayerSpawner()
    spawner.name = name
    for scene in scenes:
        spawner.add_spawnable_scene(scene)
    spawner.spawn_path = path
    node.add_child(spawner)
    return spawner


class Hello(Scenario):
    """A client joins, is greeted, thanks, is told goodbye, and leaves."""

    @rpc()
    def goodbye(self) -> None: ...

    @rpc("any_peer")
    def thanks(self, data: Any) -> None:
        say(f"thanks {shown(data)} from {self.sender()}")
        self.goodbye.rpc_id(self.multiplayer.get_remote_sender_id())

    @rpc()
    def welcome(self, text: str, n: int) -> None: ...

    async def run(self) -> None:
        self.host()
        await self.until(lambda: self.peers() == 1, "a client")
        await self.frames(3)
        self.welcome.rpc_id(self.id_of("client1"), "welcome", 1)
        await self.until(lambda: self.peers() == 0, "leaving")
        self.finish()


class Echo(Scenario):
    """Every value that comes is printed (type and bytes) and sent back."""

    @rpc("any_peer")
    def back(self, v: Any) -> None: ...

    @rpc("any_peer")
    def several(self, a: Any, b: Any, c: Any) -> None:
        say(f"several {shown([a, b, c])}")

    @rpc("any_peer")
    def take(self, v: Any) -> None:
        say(f"{type_string(typeof(v))} {bytes(var_to_bytes(v)).hex()}")
        self.back.rpc_id(self.multiplayer.get_remote_sender_id(), v)

    async def run(self) -> None:
        self.host()
        await self.until(lambda: self.peers() == 1, "a client")
        await self.until(lambda: self.peers() == 0, "leaving")
        self.finish()


class Bytes(Scenario):
    """Raw packets: each one that comes is sent back reversed."""

    async def run(self) -> None:
        self.host()
        self.multiplayer.peer_packet.connect(self._packet)
        await self.until(lambda: self.peers() == 1, "a client")
        self.multiplayer.send_bytes(b"\0")
        await self.until(lambda: self.peers() == 0, "leaving")
        self.finish()

    def _packet(self, id: int, data: PackedByteArray) -> None:
        say(f"packet of {len(data)}, begins {bytes(data[:4]).hex()}")
        self.multiplayer.send_bytes(bytes(data)[::-1], id)


class Paths(Scenario):
    """Calls to nodes at several depths; nodes that leave and come back; one that is not here."""

    over = False

    @rpc("any_peer")
    def end(self) -> None:
        self.over = True

    async def run(self) -> None:
        add_nested_parts(self)
        self.host()
        await self.until(lambda: self.over, "the end")
        await self.until(lambda: self.peers() == 0, "leaving")
        self.finish()


class Spawn(Scenario):
    """Spawns of both kinds, before and after the client joins, with state; then despawns."""

    @rpc()
    def enough(self) -> None: ...

    async def run(self) -> None:
        self.build()
        self.host()
        early = ResourceLoader.load("res://scenes/mob.tscn").instantiate()
        early.name = "Early"
        early.hp = 5
        self.box.add_child(early)
        await self.until(lambda: self.peers() == 1, "a client")
        await self.frames(5)
        mob = ResourceLoader.load("res://scenes/mob.tscn").instantiate()
        mob.name = "Orc"
        mob.hp = 40
        mob.at = Vector2(1, -2)
        self.box.add_child(mob)
        crate = ResourceLoader.load("res://scenes/crate.tscn").instantiate()
        self.box.add_child(crate, True)
        crate2 = ResourceLoader.load("res://scenes/crate.tscn").instantiate()
        self.box.add_child(crate2, True)
        say(f"crates {crate.name} {crate2.name}")
        self.custom.spawn({"name": "Boss", "level": 3})
        self.custom.spawn(["Minion", 1.5])
        self.custom.spawn()
        await self.frames(10)
        early.queue_free()
        self.get_node("Box/Boss").queue_free()
        await self.frames(10)
        self.enough.rpc()
        await self.until(lambda: self.peers() == 0, "leaving")
        say(f"spawner of {self.auto.get_spawnable_scene_count()} scenes")
        self.finish()

    def build(self) -> None:
        self.box = Node()
        self.box.name = "Box"
        self.add_child(self.box)
        scenes = "res://scenes/crate.tscn", "res://scenes/mob.tscn"
        self.auto = spawner_for(self, "Auto", "../Box", *scenes)
        self.custom = spawner_for(self, "Custom", "../Box")
        self.custom.spawn_function = self.make

    def make(self, data: Any) -> Node:
        say(f"make {shown(data)}")
        node = Node()
        if isinstance(data, dict):
            node.name = data["name"]
        elif isinstance(data, list):
            node.name = data[0]
        else:
            node.name = "Nothing"
        return node


class Sync(Scenario):
    """Two things that both sides have. The server owns Thing, the client owns Pad."""

    done = False

    @rpc("any_peer")
    def seen(self, what: str) -> None:
        say(f"client saw {what}")
        if what == "thing 2":
            self.done = True

    async def run(self) -> None:
        thing, pad = Thing(), Pad()
        for node, name in ((thing, "Thing"), (pad, "Pad")):
            node.name = name
            self.add_child(node)
        add_synchronizer(thing, [".:pos"], [".:hp", ".:label", ".:bag"])
        add_synchronizer(pad, [".:dir"], [".:button"])
        self.host()
        await self.until(lambda: self.peers() == 1, "a client")
        pad.get_node("Sync").set_multiplayer_authority(self.id_of("client1"))
        thing.hp = 7
        thing.pos = Vector2(5, 6)
        await self.until(lambda: pad.dir == Vector2(3, 4) and pad.button == "fire", "the pad")
        say(f"pad {pad.dir} {pad.button}")
        thing.label = "renamed"
        thing.bag.append("axe")
        thing.pos = Vector2(8, 9)
        await self.until(lambda: self.done, "the client's word")
        await self.until(lambda: self.peers() == 0, "leaving")
        self.finish()


class Auth(Scenario):
    """The server sends a nonce; the client must answer with it and the word "secret"."""

    async def run(self) -> None:
        self.multiplayer.auth_callback = self._auth
        self.multiplayer.auth_timeout = 5.0
        self.multiplayer.peer_authenticating.connect(self._ask)
        self.multiplayer.peer_authentication_failed.connect(
            lambda _id: say("authentication failed")
        )
        self.host()
        await self.until(lambda: self.peers() == 1, "a good client")
        await self.until(lambda: self.peers() == 0, "leaving")
        self.finish()

    def _ask(self, id: int) -> None:
        say("authenticating")
        self.multiplayer.send_auth(id, b"nonce42")

    def _auth(self, id: int, data: PackedByteArray) -> None:
        text = bytes(data).decode()
        say(f"answer {text}")
        if text == "nonce42 secret":
            self.multiplayer.complete_auth(id)
        else:
            self.multiplayer.disconnect_peer(id)


class Relay(Scenario):
    """Two clients talk to each other through the server, which sees what is meant for it."""

    @rpc("any_peer")
    def hello(self, text: str) -> None:
        say(f"hello {text} from {self.sender()}")

    @rpc("any_peer", "call_local")
    def shout(self, text: str) -> None:
        say(f"shout {text} from {self.sender()}")

    async def run(self) -> None:
        self.host()
        await self.until(lambda: self.peers() == 2, "two clients")
        await self.until(lambda: self.peers() == 0, "leaving")
        self.finish()


class Kick(Scenario):
    """A client that asks for it is thrown out; the other one stays and is told."""

    @rpc("any_peer")
    def throw_me_out(self) -> None:
        say(f"{self.sender()} asks to be thrown out")
        self.multiplayer.disconnect_peer(self.multiplayer.get_remote_sender_id())
        say(f"peers {self.peers()}")

    async def run(self) -> None:
        self.host()
        await self.until(lambda: self.peers() == 2, "two clients")
        await self.until(lambda: self.peers() == 0, "leaving")
        self.finish()


class Players(Scenario):
    """The shape of a real game: one player for each client, spawned by the server."""

    @rpc("any_peer")
    def ready_to_leave(self) -> None:
        say(f"{self.sender()} is ready to leave")

    async def run(self) -> None:
        self.box = Node()
        self.box.name = "Players"
        self.add_child(self.box)
        spawner_for(self, "Spawner", "../Players", "res://scenes/player.tscn")
        self.host()
        self.multiplayer.peer_connected.connect(self._add)
        self.multiplayer.peer_disconnected.connect(self._remove)
        await self.until(lambda: self.peers() == 2, "two clients")
        one, two = self.player("client1"), self.player("client2")
        await self.until(
            lambda: one.dir == Vector2(1, 10) and two.dir == Vector2(2, 20), "both inputs"
        )
        say(f"inputs {one.dir} {two.dir}")
        one.health = 81
        two.health = 82
        await self.until(lambda: self.peers() == 0, "leaving")
        await self.frames(3)
        say(f"players {self.box.get_child_count()}")
        self.finish()

    def player(self, name: str) -> Any:
        return self.box.get_node(str(self.id_of(name)))

    def _add(self, id: int) -> None:
        player = ResourceLoader.load("res://scenes/player.tscn").instantiate()
        player.name = str(id)
        player.health = 100
        self.box.add_child(player)

    def _remove(self, id: int) -> None:
        self.box.get_node(str(id)).queue_free()


class Visible(Scenario):
    """A spawned node that is shown to one client, then to the other, then to both."""

    @rpc()
    def enough(self) -> None: ...

    async def run(self) -> None:
        box = Node()
        box.name = "Box"
        self.add_child(box)
        spawner_for(self, "Spawner", "../Box", "res://scenes/ghost.tscn")
        self.host()
        await self.until(lambda: self.peers() == 2, "two clients")
        await self.frames(5)
        one, two = self.id_of("client1"), self.id_of("client2")
        ghost = ResourceLoader.load("res://scenes/ghost.tscn").instantiate()
        ghost.name = "Ghost"
        ghost.hp = 3
        sync = ghost.get_node("Sync")
        sync.public_visibility = False
        box.add_child(ghost)
        await self.frames(10)
        say("show to client1")
        sync.set_visibility_for(one, True)
        await self.frames(10)
        ghost.boo.rpc(1)
        ghost.hp = 4
        await self.frames(10)
        say("show to client2, hide from client1")
        sync.set_visibility_for(two, True)
        sync.set_visibility_for(one, False)
        await self.frames(10)
        ghost.boo.rpc(2)
        ghost.hp = 5
        await self.frames(10)
        say("show to all")
        sync.public_visibility = True
        await self.frames(10)
        ghost.boo.rpc(3)
        await self.frames(10)
        self.enough.rpc()
        await self.until(lambda: self.peers() == 0, "leaving")
        self.finish()


class Main(Program):
    """The server."""

    def scenario(self, name: str) -> type[Scenario]:
        return next(one for one in Scenario.__subclasses__() if one.__name__.lower() == name)
