"""Hostile peers against spawners and synchronizers: packets that reach them, and what they may do.

The end under fire has a spawner and synchronizers of each peer's and of its own. Half of the
packets are made so that they fit what the sender has said before (numbers of paths, of nodes and of
synchronizers), the others are recorded ones: of `packets.json`, and with `captures` what real
programs sent to each other. Most of either are mutated. In between the end does what a game does:
it spawns, frees, changes state and visibility, peers come and go.

After each packet it is looked at what changed: of nodes and state that are not the sender's,
nothing may have. At the end all peers leave, and nothing may be left of what they did.

python -m tests.multiplayer.fuzz_replication [COUNT [SEED [OWN]]]   # OWN: 1 is a server, 5 a client
"""

from __future__ import annotations

import gc
import json
import random
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

from engine import ManualClock, NodePath, SceneMultiplayer, rpc
from engine.core import output
from engine.core._variant_codec import encode, encode_all, encode_compressed
from engine.core.output import Message
from engine.multiplayer import _wire
from engine.multiplayer.multiplayer_spawner import MultiplayerSpawner
from engine.multiplayer.multiplayer_synchronizer import MultiplayerSynchronizer
from engine.scene.node import Node
from engine.scene.scene_tree import SceneTree
from tests.godot.recorded import data_folder
from tests.multiplayer.fuzzing import corpus, mutated
from tests.multiplayer.packet_cases import Main, Sink
from tests.multiplayer.packet_game import SCENES, Thing, configuration

PEERS = (2, 3, 7)
NO_METHODS = "d41d8cd98f00b204e9800998ecf8427e"
MOST_NODES = 12  # that a peer may spawn
MOST_PATHS = 60  # that it may number
FIRST_NUMBER = 100  # of paths; the recorded ones are lower
NAMES = ("mob", "plain", "a b", "é", "x" * 300, "", ".", "..", "a/b", "@", "Node", "mob2", "mob3")
VALUES: tuple[Any, ...] = (0, 5, -1, True, None, "text", 0.5, [1, [2]], {"a": 1}, b"bytes")


class Findings(NamedTuple):
    """What came of an attack.

    Attributes:
        exceptions: script errors.
        trespasses: what changed that was not the sender's.
        left: what was left after all peers had gone.
        done: how often nodes came, went and had their state set.
        errors: messages, by their first words.
        grown: how many more objects there were than at the beginning.
    """

    exceptions: list[str]
    trespasses: list[str]
    left: list[str]
    done: Counter[str]
    errors: Counter[str]
    grown: int


class Field(Node):
    """What the packets are aimed at: for the end itself and each peer a spawner and a thing."""

    def __init__(self, own: int, ends: tuple[int, ...], done: Counter[str]) -> None:
        super().__init__()
        self.name = "Game"
        self.done = done
        self.things: dict[int, Thing] = {}
        self.boxes: dict[int, Node] = {}
        self.spawners: dict[int, MultiplayerSpawner] = {}
        for end in ends:
            # What was recorded is aimed at nodes without a number: of a server, and of peer 2.
            suffix = "" if end == 1 else str(end)
            self.boxes[end] = box = Node()
            box.name = f"Box{suffix}"
            self.add_child(box)
            self.add_child(self._spawner(end, suffix))
            self.things[end] = thing = self._thing({1: "Thing", 2: "Theirs"}.get(end, f"T{end}"))
            thing.get_node("Sync").set_multiplayer_authority(end)
            self.add_child(thing)

    def _spawner(self, end: int, suffix: str) -> MultiplayerSpawner:
        self.spawners[end] = spawner = MultiplayerSpawner()
        spawner.name = f"Spawner{suffix}"
        for scene in SCENES.values():
            spawner.add_spawnable_scene(scene.resource_path)
        spawner.spawn_function = self.make
        spawner.spawn_path = NodePath(f"../Box{suffix}")
        spawner.set_multiplayer_authority(end)
        spawner.spawned.connect(lambda node: self.done.update(["spawned"]))
        spawner.despawned.connect(lambda node: self.done.update(["despawned"]))
        return spawner

    def _thing(self, name: str) -> Thing:
        thing = Thing()
        thing.name = name
        sync = MultiplayerSynchronizer()
        sync.name = "Sync"
        sync.replication_config = configuration(("a", 1), ("b", 2), ("c", 2))
        sync.synchronized.connect(lambda: self.done.update(["synchronized"]))
        sync.delta_synchronized.connect(lambda: self.done.update(["delta"]))
        thing.add_child(sync)
        return thing

    def make(self, data: Any) -> Node | None:
        """The spawn function: sometimes nothing, sometimes with a synchronizer, or a spawner."""
        self.done["made"] += 1
        if data == 5:
            return None
        if data == "text":
            return self._thing("made")
        node = Node()
        if isinstance(data, list):
            inner = MultiplayerSpawner()
            inner.name = "Inner"
            inner.add_spawnable_scene(SCENES["mob"].resource_path)
            node.add_child(inner)
            inner.spawn_path = NodePath("..")
        return node

    def note(self, text: str) -> None:
        """What `Thing` calls as it is ready."""

    @rpc("any_peer")
    def any_peer(self, value: Any) -> None:
        self.done["called"] += 1

    @rpc("authority")
    def authority_only(self, value: Any) -> None:
        self.done[f"authority_only from {self.multiplayer.get_remote_sender_id()}"] += 1


class Attack:
    """An end under fire.

    Args:
        seed: what everything depends on.
        own: the end's id; 1 for a server. A client has one enemy, its server.
        captures: whether recorded conversations are used, too.
    """

    def __init__(self, seed: int, own: int = 1, captures: bool = True) -> None:
        self.dice = random.Random(seed)
        self.own = own
        self.enemies = PEERS if own == 1 else (1,)
        self.recorded = [*corpus(), *(captured() if captures else ())]
        self.done: Counter[str] = Counter()
        self.errors: Counter[str] = Counter()
        self.exceptions: list[str] = []
        self.trespasses: list[str] = []
        self.clock = ManualClock()
        self.tree = SceneTree(self.clock)
        self.main = Main()
        self.tree.root.add_child(self.main)
        self.api = SceneMultiplayer()
        self.api.max_peer_paths, self.api.max_peer_nodes = MOST_PATHS, MOST_NODES
        self.tree.set_multiplayer(self.api)
        ends = (1, *PEERS) if own == 1 else (1, own)
        self.field = Field(own, ends, self.done)
        self.main.add_child(self.field)
        self.sink = Sink(own)
        self.api.multiplayer_peer = self.sink
        self.paths = self._paths()
        self.here: list[int] = []
        self.fixed = self._count_outside()

    def run(self, count: int) -> Findings:
        """So many packets."""
        objects = _objects()
        with output.handler(self._told):
            for enemy in self.enemies:
                self._come(enemy)
            for number in range(count):
                self._live() if self.dice.random() < 0.1 else self._fire()
                if number % 16 == 0:
                    self.clock.advance(1 / 60)
                    self.tree.tick()
                    self.sink.sent.clear()
            for enemy in list(self.here):
                self._go(enemy)
            self._end()
        left, grown = self._left(), _objects() - objects
        self.tree.finalize()
        return Findings(self.exceptions, self.trespasses, left, self.done, self.errors, grown)

    def _told(self, message: Message) -> None:
        self.errors[message.text[:40]] += 1
        if message.kind == "SCRIPT ERROR":
            self.exceptions.append(message.text)

    # A packet ------------------------------------------------------------------------------------

    def _fire(self) -> None:
        dice = self.dice
        sender = dice.choice(self.here or [self.enemies[0]])
        packet = self._sensible(sender) if dice.random() < 0.6 else dice.choice(self.recorded)
        if dice.random() < 0.5:
            packet = mutated(packet, self.recorded, dice)
        before = self._not_of(sender)
        self.sink.inbox.append((sender, packet))
        self.api.poll()
        self.sink.sent.clear()
        self.main.notes.clear()
        after = self._not_of(sender)
        if before != after and not self._says_who_is_there(packet):
            changed = {name for name in before | after if before.get(name) != after.get(name)}
            self.trespasses.append(f"{sender} {packet.hex()}: {changed}")
        if len(self.field.boxes[sender].get_children()) > MOST_NODES + 30:
            self.trespasses.append(f"{sender} has too many nodes")
        if self._count_outside() != self.fixed:
            self.trespasses.append(f"{sender} {packet.hex()}: a node outside of boxes")
            self.fixed = self._count_outside()

    def _says_who_is_there(self, packet: bytes) -> bool:
        """Whether a server says that a peer went, which takes that peer's nodes along."""
        return self.own != 1 and packet[:1] != b"" and packet[0] & 7 == _wire.SYS

    def _not_of(self, sender: int) -> dict[str, Any]:
        """What a sender may not change."""
        found: dict[str, Any] = {}
        for end, thing in self.field.things.items():
            if end != sender:
                found[f"state of {end}"] = (thing.a, thing.b, thing.c)
                found[f"box of {end}"] = self.field.boxes[end].get_children()
        found["calls"] = [self.done[f"authority_only from {peer}"] for peer in PEERS]
        return found

    def _count_outside(self) -> int:
        inside = sum(_size(box) - 1 for box in self.field.boxes.values())
        return int(self.tree.get_node_count()) - inside

    def _paths(self) -> list[str]:
        """The paths that a peer gives numbers to; the number is the place in this list."""
        ends = ("", *PEERS, self.own)
        paths = [f"Main/Game/Spawner{end}" for end in ends]
        paths += [f"Main/Game/{name}/Sync" for name in ("Thing", "Theirs", "T3", "T7", "T5")]
        paths += [f"Main/Game/Box{end}/{name}/Sync" for end in ends for name in ("mob", "mob2")]
        paths += [f"Main/Game/Box{end}/plain/Inner" for end in ends]
        return [*paths, "Main/Game", "Main", ".", "..", "Main/Game/Box", "Main/Game/Nobody"]

    def _sensible(self, sender: int) -> bytes:
        """A packet that fits what was said before."""
        dice = self.dice
        makers: tuple[tuple[Callable[[int], bytes], int], ...] = (
            (self._simplify, 6),
            (self._spawn, 6),
            (self._despawn, 3),
            (self._sync, 4),
            (self._delta, 4),
            (self._confirm, 2),
            (self._call, 2),
            (self._system, 1),
        )
        (maker,) = dice.choices([m for m, _ in makers], [weight for _, weight in makers])
        return maker(sender)

    def _number(self, sender: int) -> int:
        """The number of a path, in most cases that of the sender's spawner or synchronizer."""
        if self.dice.random() < 0.6:
            suffix = "" if sender == 1 else sender
            thing = {1: "Thing", 2: "Theirs"}.get(sender, f"T{sender}")
            own = (f"Main/Game/Spawner{suffix}", f"Main/Game/{thing}/Sync")
            return self._number_of(self.dice.choice(own))
        return FIRST_NUMBER + self.dice.randrange(len(self.paths))

    def _number_of(self, path: str) -> int:
        return FIRST_NUMBER + self.paths.index(path)

    def _simplify(self, sender: int) -> bytes:
        number = self._number(sender)
        return _wire.encode_simplify_path(NO_METHODS, number, self.paths[number - FIRST_NUMBER])

    def _confirm(self, sender: int) -> bytes:
        return bytes((_wire.CONFIRM_PATH, 1)) + self.dice.randrange(1, 40).to_bytes(4, "little")

    def _spawn(self, sender: int) -> bytes:
        dice = self.dice
        data = None
        scene = dice.choice((0, 1, 1, 1, 2, 255, 255))
        if scene == _wire.CUSTOM_SPAWN:
            data = encode_compressed(dice.choice(VALUES))[1]
        ids = [dice.randrange(1, 60) for _ in range(dice.choice((0, 1, 1, 2)))]
        state = encode_all([dice.choice(VALUES) for _ in range(dice.choice((0, 2, 2, 3)))])[1]
        number = self._number_of(f"Main/Game/Spawner{'' if sender == 1 else sender}")
        number = number if dice.random() < 0.8 else self._number(sender)
        name = dice.choice(NAMES)
        return _wire.encode_spawn(scene, number, dice.randrange(1, 30), ids, name, data, state)

    def _despawn(self, sender: int) -> bytes:
        return _wire.encode_despawn(self.dice.randrange(1, 30))

    def _elements(self, sender: int) -> list[int]:
        """The numbers of synchronizers: some of nodes that were spawned, some by their paths."""
        return [
            self._number(sender) | _wire.BY_PATH if self.dice.random() < 0.6
            else self.dice.randrange(1, 60)
            for _ in range(self.dice.choice((1, 1, 2, 4)))
        ]  # fmt: skip

    def _state(self) -> bytes:
        return encode_all([self.dice.choice(VALUES) for _ in range(self.dice.choice((1, 1, 2)))])[1]

    def _sync(self, sender: int) -> bytes:
        time = self.dice.randrange(65_536)
        return _wire.encode_sync(time, [(one, self._state()) for one in self._elements(sender)])

    def _delta(self, sender: int) -> bytes:
        masks = (1, 2, 3, 3, 0, 4, 1 << 63)
        elements = self._elements(sender)
        return _wire.encode_delta((e, self.dice.choice(masks), self._state()) for e in elements)

    def _call(self, sender: int) -> bytes:
        number = self._number_of("Main/Game")
        value = encode(self.dice.choice(VALUES))[1]
        return bytes((_wire.REMOTE_CALL, number, self.dice.randrange(3), 1)) + value

    def _system(self, sender: int) -> bytes:
        kind = self.dice.choice((_wire.ADD_PEER, _wire.DEL_PEER))
        peer = self.dice.choice((1, 2, 3, 7, 9))
        return bytes((_wire.SYS, kind)) + peer.to_bytes(4, "little")

    # What a game does ----------------------------------------------------------------------------

    def _live(self) -> None:
        field, dice = self.field, self.dice
        box, own = field.boxes[self.own], field.things[self.own]
        match dice.randrange(8):
            case 0 if len(box.get_children()) < 10:
                node = SCENES[dice.choice(list(SCENES))].instantiate()
                node.name = dice.choice(("mob", "plain"))
                box.add_child(node, True)
            case 1 if len(box.get_children()) < 10:
                field.spawners[self.own].spawn(dice.choice(VALUES))
            case 2 if box.get_child_count():
                dice.choice(box.get_children()).queue_free()
            case 3:
                own.a, own.b, own.c = dice.randrange(9), dice.choice(VALUES), dice.random()
            case 4:
                sync = own.get_node("Sync")
                sync.set_visibility_for(dice.choice((0, *PEERS)), dice.random() < 0.5)
            case 5:
                foreign = field.boxes[dice.choice(self.enemies)].get_children()
                if foreign:
                    dice.choice(foreign).queue_free()
            case 6:
                for thing in field.things.values():
                    thing.get_node("Sync").update_visibility()
            case _:
                self._go_and_come()

    def _go_and_come(self) -> None:
        enemy = self.dice.choice(self.enemies)
        if enemy not in self.here:
            self._come(enemy)
        elif self.dice.random() < 0.2:
            self._go(enemy)

    def _come(self, enemy: int) -> None:
        self.here.append(enemy)
        self.sink.peer_connected.emit(enemy)
        for _ in range(8):
            self.sink.inbox.append((enemy, self._simplify(enemy)))
        self.api.poll()

    def _go(self, enemy: int) -> None:
        self.here.remove(enemy)
        self.sink.peer_disconnected.emit(enemy)

    # The end -------------------------------------------------------------------------------------

    def _end(self) -> None:
        for node in self.field.boxes[self.own].get_children():
            node.queue_free()
        if self.own != 1:
            self.api.multiplayer_peer = None  # else peers that the server has named stay
        for _ in range(3):
            self.clock.advance(1 / 60)
            self.tree.tick()

    def _left(self) -> list[str]:
        """What should not be there when all have gone."""
        found = [
            str(node.get_path()) for box in self.field.boxes.values() for node in _all_below(box)
        ]
        replicator = self.api._replicator
        found += [f"peer {peer}" for peer in replicator.peers]
        own = {*self.field.things.values()}
        found += [f"tracked {node}" for node in replicator.tracked if node not in own]
        if len(replicator.syncs) != len(own):
            found.append(f"{len(replicator.syncs)} synchronizers")
        known = {peer: len(nodes) for peer, nodes in self.api._cache._of_peers.items() if nodes}
        return found + [f"paths of peers {known}"] * bool(known)


def _all_below(node: Node) -> list[Node]:
    return [below for child in node.get_children() for below in (child, *_all_below(child))]


def _size(node: Node) -> int:
    return 1 + len(_all_below(node))


def _objects() -> int:
    gc.collect()
    return len(gc.get_objects())


def captured() -> list[bytes]:
    """Packets of recorded conversations."""
    found: set[bytes] = set()
    for path in (data_folder("multiplayer") / "captures").glob("*/traffic.jsonl"):
        rows = [json.loads(line) for line in path.read_text().splitlines()]
        found |= {bytes.fromhex(row["hex"]) for row in rows if row.get("opcode") == 2}
    return sorted(packet for packet in found if len(packet) > 4 and packet[:6] != b"GODOT:")


def _main() -> None:
    given = [int(word) for word in sys.argv[1:]]
    count, seed, own = [*given, *(300_000, 0, 1)[len(given) :]]
    found = Attack(seed, own).run(count)
    print(f"{count} packets; {dict(found.done)}")
    print(f"{sum(found.errors.values())} errors reported:")
    for text, times in found.errors.most_common(25):
        print(f"{times:9} {text}")
    print(f"{found.grown} more objects")
    for name in ("exceptions", "trespasses", "left"):
        print(f"{name}: {len(getattr(found, name))} {getattr(found, name)[:5]}")


if __name__ == "__main__":
    _main()
