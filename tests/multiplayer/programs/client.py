"""The clients' side of the scenarios: `python -m engine --headless client.py:Main`."""

from __future__ import annotations

from typing import Any

from scenario import Program, Scenario, say, shown
from scenes.pad import Pad
from scenes.part import Part, add_nested_parts
from scenes.thing import Thing, add_synchronizer

from engine import (
    AABB,
    INF,
    Basis,
    Color,
    MultiplayerSpawner,
    Node,
    NodePath,
    PackedByteArray,
    PackedColorArray,
    PackedFloat32Array,
    PackedFloat64Array,
    PackedInt32Array,
    PackedInt64Array,
    PackedStringArray,
    PackedVector2Array,
    PackedVector3Array,
    PackedVector4Array,
    Plane,
    Projection,
    Quaternion,
    Rect2,
    Rect2i,
    StringName,
    Transform2D,
    Transform3D,
    Vector2,
    Vector2i,
    Vector3,
    Vector3i,
    Vector4,
    Vector4i,
    rpc,
    str_to_var,
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
    over = False

    @rpc()
    def goodbye(self) -> None:
        say(f"goodbye from {self.sender()}")
        self.over = True

    @rpc("any_peer")
    def thanks(self, data: Any) -> None: ...

    @rpc()
    def welcome(self, text: str, n: int) -> None:
        say(f"welcome {text} {n} from {self.sender()}")
        self.thanks.rpc_id(1, {"n": n + 1})

    async def run(self) -> None:
        self.join()
        await self.until(lambda: self.over, "goodbye")
        self.peer.close()
        await self.frames(2)
        self.finish()


class Echo(Scenario):
    def __init__(self) -> None:
        super().__init__()
        self.answers: list[Any] = []

    @rpc("any_peer")
    def back(self, v: Any) -> None:
        self.answers.append(v)

    @rpc("any_peer")
    def several(self, a: Any, b: Any, c: Any) -> None: ...

    @rpc("any_peer")
    def take(self, v: Any) -> None: ...

    async def run(self) -> None:
        self.join()
        await self.until(self.online, "the server")
        await self.frames(2)
        for count, v in enumerate(values()):
            self.take.rpc_id(1, v)
            await self.until(lambda count=count: len(self.answers) > count, "an answer")
            answer = self.answers[-1]
            same = typeof(v) == typeof(answer) and var_to_bytes(v) == var_to_bytes(answer)
            say(f"{type_string(typeof(v))} {'same' if same else 'DIFFERENT'}")
        self.several.rpc_id(1, 1, "two", [3])
        self.several.rpc_id(1, True, None, {4: 5})
        await self.frames(6)
        self.peer.close()
        self.finish()


def values() -> list[Any]:
    """One of every type that can be sent, ints and floats of every size."""
    return [
        *(None, True, False, 0, -1, 127, -128, 128, -129, 32767, -32769, 2147483647, -2147483649),
        *(9223372036854775807, 0.5, 0.1, INF, "", "abc", "✓ ok", Vector2(1, 2), Vector2i(3, 4)),
        *(Rect2(1, 2, 3, 4), Rect2i(1, 2, 3, 4), Vector3(1, 2, 3), Vector3i(1, 2, 3)),
        *(Transform2D.IDENTITY, Vector4(1, 2, 3, 4), Vector4i(1, 2, 3, 4), Plane(0, 1, 0, 2)),
        *(Quaternion.IDENTITY, AABB(Vector3.ZERO, Vector3.ONE), Basis.IDENTITY),
        *(Transform3D.IDENTITY, Projection.IDENTITY, Color(1, 0.5, 0.25, 0), StringName("sn")),
        *(NodePath("a/b:c"), {"k": [1, 2]}, [1, [2, [3]]], str_to_var("Array[int]([1, 2])")),
        str_to_var('Dictionary[String, int]({"a": 1})'),
        *(PackedByteArray([1, 2, 3]), PackedInt32Array([1, -1]), PackedInt64Array([1, -1])),
        *(PackedFloat32Array([0.5]), PackedFloat64Array([0.1]), PackedStringArray(["a", "bc"])),
        *(PackedVector2Array([Vector2(1, 2)]), PackedVector3Array([Vector3(1, 2, 3)])),
        *(PackedColorArray([Color.RED]), PackedVector4Array([Vector4(1, 2, 3, 4)])),
    ]


class Bytes(Scenario):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[bytes] = []

    async def run(self) -> None:
        self.join()
        self.multiplayer.peer_packet.connect(lambda _id, data: self.got.append(bytes(data)))
        await self.until(lambda: len(self.got) == 1, "the first packet")
        say(f"first {self.got[0].hex()}")
        for n in (1, 2, 125, 126, 127, 1000, 40000):
            data = bytes(i * 7 % 256 for i in range(n))
            self.multiplayer.send_bytes(data, 1)
            before = len(self.got)
            await self.until(lambda before=before: len(self.got) > before, "an answer")
            say(f"{n} {shown(self.got[-1] == data[::-1])}")
        self.peer.close()
        self.finish()


class Paths(Scenario):
    @rpc("any_peer")
    def end(self) -> None: ...

    async def run(self) -> None:
        one, _, three = add_nested_parts(self)
        self.join()
        await self.until(self.online, "the server")
        await self.frames(2)
        three.ping.rpc_id(1, 1)
        three.ping.rpc_id(1, 2)
        one.ping.rpc_id(1, 3)
        await self.frames(15)
        three.ping.rpc_id(1, 4)
        one.ping.rpc_id(1, 5)
        self.remove_child(one)
        self.add_child(one)
        three.ping.rpc_id(1, 6)
        await self.frames(15)
        three.ping.rpc_id(1, 7)
        only = Part()
        only.name = "Only"
        self.add_child(only)
        only.ping.rpc_id(1, 8)
        await self.frames(5)
        one.ping.rpc_id(1, 9)
        self.end.rpc_id(1)
        await self.frames(10)
        self.peer.close()
        self.finish()


class Spawn(Scenario):
    over = False

    @rpc()
    def enough(self) -> None:
        self.over = True

    async def run(self) -> None:
        self.build()
        self.join()
        await self.until(lambda: self.over, "the end")
        say(f"left {shown([str(node.name) for node in self.box.get_children()])}")
        self.peer.close()
        await self.frames(3)
        say(f"box {self.box.get_child_count()}")
        self.finish()

    def build(self) -> None:
        self.box = Node()
        self.box.name = "Box"
        self.add_child(self.box)
        scenes = "res://scenes/crate.tscn", "res://scenes/mob.tscn"
        auto = spawner_for(self, "Auto", "../Box", *scenes)
        custom = spawner_for(self, "Custom", "../Box")
        custom.spawn_function = self.make
        for spawner in (auto, custom):
            spawner.spawned.connect(self._spawned)
            spawner.despawned.connect(lambda node: say(f"despawned {node.name}"))

    def _spawned(self, node: Node) -> None:
        say(f"spawned {node.name} {shown(node.get('hp'))} {shown(node.get('at'))}")

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
    @rpc("any_peer")
    def seen(self, what: str) -> None: ...

    async def run(self) -> None:
        thing, pad = Thing(), Pad()
        for node, name in ((thing, "Thing"), (pad, "Pad")):
            node.name = name
            self.add_child(node)
        add_synchronizer(thing, [".:pos"], [".:hp", ".:label", ".:bag"])
        add_synchronizer(pad, [".:dir"], [".:button"])
        self.join()
        await self.until(self.online, "the server")
        pad.get_node("Sync").set_multiplayer_authority(self.multiplayer.get_unique_id())
        await self.until(lambda: thing.hp == 7 and thing.pos == Vector2(5, 6), "the first state")
        say(f"thing {thing.hp} {thing.pos} '{thing.label}' {shown(thing.bag)}")
        self.seen.rpc_id(1, "thing 1")
        await self.frames(5)
        pad.dir = Vector2(3, 4)
        pad.button = "fire"
        await self.until(
            lambda: thing.label == "renamed" and thing.pos == Vector2(8, 9), "the second state"
        )
        say(f"thing {thing.hp} {thing.pos} '{thing.label}' {shown(thing.bag)}")
        self.seen.rpc_id(1, "thing 2")
        await self.frames(10)
        self.peer.close()
        self.finish()


class Auth(Scenario):
    async def run(self) -> None:
        api = self.multiplayer
        api.auth_callback = self._auth
        api.peer_authenticating.connect(lambda id: say(f"authenticating with {self.who(id)}"))
        api.peer_authentication_failed.connect(
            lambda id: say(f"authentication failed with {self.who(id)}")
        )
        self.join()
        if self.index == 1:
            await self.until(self.offline, "being thrown out")
            await self.frames(2)
        else:
            await self.until(lambda: self.peers() == 1, "being let in")
            await self.frames(10)
            self.peer.close()
        self.finish()

    def _auth(self, id: int, data: PackedByteArray) -> None:
        asked = bytes(data).decode()
        say(f"asked {asked}")
        word = "secret" if self.index == 2 else "guess"
        self.multiplayer.send_auth(id, f"{asked} {word}".encode())
        if self.index == 2:
            self.multiplayer.complete_auth(id)


class Relay(Scenario):
    """client1 begins. client2 answers and leaves last."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    @rpc("any_peer")
    def hello(self, text: str) -> None:
        say(f"hello {text} from {self.sender()}")
        self.heard.append(text)

    @rpc("any_peer", "call_local")
    def shout(self, text: str) -> None:
        say(f"shout {text} from {self.sender()}")
        self.heard.append(text)

    async def run(self) -> None:
        self.join()
        await self.until(lambda: self.peers() == 2, "the other client")
        await self.frames(3)
        other = self.id_of("other1")
        if self.index == 1:
            await self.begin(other)
        else:
            await self.answer(other)
        self.finish()

    async def begin(self, other: int) -> None:
        self.hello.rpc_id(other, "direct")
        await self.until(lambda: "reply" in self.heard, "a reply")
        self.shout.rpc("everyone")
        await self.frames(20)
        self.shout.rpc("everyone again")
        self.hello.rpc_id(-other, "only the server")
        self.hello.rpc_id(-1, "not the server")
        self.multiplayer.send_bytes(b"raw", other)
        await self.until(lambda: "last" in self.heard, "the last word")
        self.peer.close()

    async def answer(self, other: int) -> None:
        self.multiplayer.peer_packet.connect(self._packet)
        await self.until(lambda: "direct" in self.heard, "hello")
        self.hello.rpc_id(other, "reply")
        await self.until(lambda: "packet" in self.heard, "a packet")
        self.hello.rpc_id(other, "last")
        await self.until(lambda: self.peers() == 1, "leaving")
        self.peer.close()

    def _packet(self, id: int, data: PackedByteArray) -> None:
        say(f"packet {bytes(data).decode()} from {self.who(id)}")
        self.heard.append("packet")


class Kick(Scenario):
    @rpc("any_peer")
    def throw_me_out(self) -> None: ...

    async def run(self) -> None:
        self.join()
        await self.until(lambda: self.peers() == 2, "the other client")
        await self.frames(5)
        if self.index == 2:
            connection = self.peer.get_peer(1)
            self.throw_me_out.rpc_id(1)
            await self.until(self.offline, "being thrown out")
            await self.frames(2)
            say(f"code {connection.get_close_code()}")
        else:
            await self.until(lambda: self.peers() == 1, "the other one leaving")
            await self.frames(5)
            self.peer.close()
        self.finish()


class Players(Scenario):
    @rpc("any_peer")
    def ready_to_leave(self) -> None: ...

    async def run(self) -> None:
        box = Node()
        box.name = "Players"
        self.add_child(box)
        spawner_for(self, "Spawner", "../Players", "res://scenes/player.tscn")
        self.join()
        await self.until(lambda: box.get_child_count() == 2, "two players")
        mine = box.get_node(str(self.multiplayer.get_unique_id()))
        theirs = next(player for player in box.get_children() if player is not mine)
        say(
            f"mine: input is mine {shown(is_mine(mine, 'Input'))}, state is mine "
            f"{shown(is_mine(mine, 'State'))}, health {mine.health}"
        )
        say(f"theirs: input is mine {shown(is_mine(theirs, 'Input'))}, health {theirs.health}")
        mine.dir = Vector2(self.index, 10 * self.index)
        other = 3 - self.index
        await self.until(lambda: theirs.dir == Vector2(other, 10 * other), "the other's input")
        say(f"their input {theirs.dir}")
        await self.until(
            lambda: mine.health == 80 + self.index and theirs.health == 80 + other, "health"
        )
        say(f"health {mine.health} {theirs.health}")
        if self.index == 2:
            await self.until(lambda: box.get_child_count() == 1, "the other's player to go")
            say("alone")
        self.ready_to_leave.rpc_id(1)
        await self.frames(10)
        self.peer.close()
        await self.frames(3)
        say(f"players {box.get_child_count()}")
        self.finish()


def is_mine(player: Node, name: str) -> bool:
    """Whether a synchronizer of a player is driven from here."""
    return bool(player.get_node(name).is_multiplayer_authority())


class Visible(Scenario):
    over = False

    @rpc()
    def enough(self) -> None:
        self.over = True

    async def run(self) -> None:
        box = Node()
        box.name = "Box"
        self.add_child(box)
        spawner = spawner_for(self, "Spawner", "../Box", "res://scenes/ghost.tscn")
        spawner.spawned.connect(lambda node: say(f"spawned {node.name} {node.hp}"))
        spawner.despawned.connect(lambda node: say(f"despawned {node.name}"))
        self.join()
        await self.until(lambda: self.over, "the end")
        await self.frames(5 * self.index)
        self.peer.close()
        self.finish()

    def _on_peer_disconnected(self, id: int) -> None:
        pass  # which client leaves first is left open


class Main(Program):
    """A client."""

    def scenario(self, name: str) -> type[Scenario]:
        return next(one for one in Scenario.__subclasses__() if one.__name__.lower() == name)
