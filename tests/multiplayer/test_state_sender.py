"""What the sender shares between peers changes nothing of what each of them gets.

It is compared, packet by packet, with the plain way: for each peer all synchronizers are gone
through, each with what that peer was sent last. What happens between polls is drawn by lot.
"""

from __future__ import annotations

import random
from typing import Any

import pytest

from engine import (
    ManualClock,
    MultiplayerSynchronizer,
    Node,
    SceneMultiplayer,
    SceneReplicationConfig,
    SceneTree,
)
from engine.core import _variant_codec
from engine.core._stored_values import deep_copy
from engine.multiplayer import _wire
from tests.multiplayer.packet_cases import Sink

NEVER = -(10**15)
STATE = (_wire.SYNC, _wire.SPAWN, _wire.DESPAWN)


class Thing(Node):
    def __init__(self, mode: int, interval: float) -> None:
        super().__init__()
        self.a = 0
        self.b = ""
        self.c: list[int] = []
        config = SceneReplicationConfig()
        for path in (".:a", ".:b", ".:c"):
            config.add_property(path)
        for path in ((".:b", ".:c"), (), (".:a", ".:b", ".:c"))[mode]:
            config.property_set_replication_mode(path, config.REPLICATION_MODE_ON_CHANGE)
        self.sync = MultiplayerSynchronizer()
        self.sync.replication_config = config
        self.sync.replication_interval = self.sync.delta_interval = interval
        self.add_child(self.sync)


class Plain:
    """The plain way to send state."""

    def __init__(self, api: SceneMultiplayer) -> None:
        self.api = api
        self.rounds: dict[Any, int] = {}
        self.kept: dict[Any, list[list[Any]]] = {}
        self.looked: dict[Any, int] = {}
        self.given: dict[int, dict[Any, int]] = {}
        self.times: dict[int, int] = {}

    def forget(self, peer: int, sync: Any) -> None:
        """The peer does not see it any more."""
        self.given.get(peer, {}).pop(sync, None)

    def packets(self, now: int) -> dict[int, list[bytes]]:
        """What is sent to each peer in a poll."""
        found = {}
        for peer, known in self.api._replicator.peers.items():
            found[peer] = []
            if known.syncs.items:
                self.times[peer] = self.times.get(peer, 0) + 1 & 0xFFFF
                found[peer] = [*self.sync(peer, known, now), *self.delta(peer, known, now)]
        return found

    def number(self, peer: int, sync: Any) -> int | None:
        """How a peer knows a synchronizer; None when it does not."""
        numbered = self.api._cache.nodes.get(sync)
        known = numbered is not None and numbered.confirmed.get(peer)
        return _wire.BY_PATH | numbered.number if known else None

    def sync(self, peer: int, known: Any, now: int) -> list[bytes]:
        packets: list[list[Any]] = [[]]
        size, limit = 3, self.api.max_sync_packet_size
        for sync in known.syncs:
            last = self.rounds.get(sync, NEVER)
            if now != last and now < last + int(sync.replication_interval * 1_000_000 + 0.5):
                continue
            self.rounds[sync] = now
            number, paths = self.number(peer, sync), sync._lists().always.paths
            if number is None or not paths:
                continue
            state = encoded([value(sync, path) for path in paths])
            if size + 8 + len(state) > limit:
                packets.append([])
                size = 3
            packets[-1].append((number, state))
            size += 8 + len(state)
        return [_wire.encode_sync(self.times[peer], one) for one in packets if one]

    def delta(self, peer: int, known: Any, now: int) -> list[bytes]:
        packets: list[list[Any]] = [[]]
        size, limit = 1, self.api.max_delta_packet_size
        given = self.given.setdefault(peer, {})
        for sync in known.syncs:
            number, paths = self.number(peer, sync), sync._lists().on_change.paths
            if number is None:
                continue
            last = given.get(sync, NEVER)
            if self.looked.get(sync) != now:
                if now < last + int(sync.delta_interval * 1_000_000 + 0.5):
                    continue
                self.look(sync, paths, now)
            changed = [at for at, kept in enumerate(self.kept[sync]) if kept[1] > last]
            if not changed:
                continue
            state = encoded([self.kept[sync][at][0] for at in changed])
            if size + 16 + len(state) > limit:
                packets.append([])
                size = 1
            packets[-1].append((number, sum(1 << at for at in changed), state))
            size += 16 + len(state)
            given[sync] = now
        return [_wire.encode_delta(one) for one in packets if one]

    def look(self, sync: Any, paths: Any, now: int) -> None:
        self.looked[sync] = now
        kept = self.kept.setdefault(sync, [[None, NEVER] for _ in paths])
        for at, path in enumerate(paths):
            found = value(sync, path)
            if kept[at][1] == NEVER or kept[at][0] != found:
                kept[at] = [deep_copy(found), now]


def value(sync: Any, path: Any) -> Any:
    return getattr(sync.get_parent(), str(path.get_subname(0)))


def encoded(values: list[Any]) -> bytes:
    return _variant_codec.encode_all(values)[1]


class World:
    """A server, and peers that come, go, and confirm paths when they like."""

    def __init__(self, seed: int, intervals: tuple[float, ...]) -> None:
        self.random = random.Random(seed)
        self.clock = ManualClock()
        self.tree = SceneTree(self.clock)
        self.api = SceneMultiplayer()
        self.tree.set_multiplayer(self.api)
        self.tree.multiplayer_poll = False
        self.sink = Sink(1)
        self.api.multiplayer_peer = self.sink
        self.api.max_sync_packet_size = 128
        self.api.max_delta_packet_size = 160
        self.intervals = intervals
        self.things: list[Thing] = []
        self.plain = Plain(self.api)
        self.peers: list[int] = []
        self.count = 0
        for _ in range(12):
            self.add_thing()
        for _ in range(3):
            self.join()

    def add_thing(self) -> None:
        self.count += 1
        thing = Thing(self.random.randrange(3), self.random.choice(self.intervals))
        thing.name = f"Thing{self.count}"
        self.tree.root.add_child(thing)
        self.things.append(thing)

    def remove_thing(self) -> None:
        thing = self.things.pop(self.random.randrange(len(self.things)))
        for peer in self.peers:
            self.plain.forget(peer, thing.sync)
        thing.free()

    def join(self) -> None:
        self.count += 1
        self.peers.append(100 + self.count)
        self.sink.peer_connected.emit(100 + self.count)

    def leave(self) -> None:
        peer = self.peers.pop(self.random.randrange(len(self.peers)))
        self.plain.given.pop(peer, None)
        self.sink.peer_disconnected.emit(peer)

    def show_or_hide(self) -> None:
        sync, peer = self.random.choice(self.things).sync, self.random.choice(self.peers)
        if sync.public_visibility:
            sync.public_visibility = False
            self.forget_hidden(sync)
        sync.set_visibility_for(peer, not sync.get_visibility_for(peer))
        self.forget_hidden(sync)

    def forget_hidden(self, sync: Any) -> None:
        for peer in self.peers:
            if sync not in self.api._replicator.peers[peer].syncs:
                self.plain.forget(peer, sync)

    def confirm(self) -> None:
        for numbered in self.api._cache.nodes.values():
            for peer in numbered.confirmed:
                if self.random.random() < 0.5:
                    numbered.confirmed[peer] = True

    def change(self) -> None:
        thing = self.random.choice(self.things)
        kind = self.random.randrange(4)
        if kind == 0:
            thing.a += 1
        elif kind == 1:
            thing.b = self.random.choice(("x", "yy", ""))
        elif kind == 2:
            thing.c.append(len(thing.c))
        else:
            thing.c.clear()

    def step(self) -> None:
        """Some things happen, and a poll."""
        draw = self.random.random
        for _ in range(self.random.randrange(4)):
            self.change()
        if draw() < 0.3:
            self.confirm()
        if draw() < 0.1:
            self.show_or_hide()
        if draw() < 0.05:
            self.add_thing()
        if draw() < 0.05 and len(self.things) > 4:
            self.remove_thing()
        if draw() < 0.04:
            self.join()
        if draw() < 0.03 and len(self.peers) > 1:
            self.leave()
        self.clock.advance(1.0 / 60.0)
        self.sink.sent.clear()
        wanted = self.plain.packets(int(self.api._now() * 1_000_000))
        self.api.poll()
        for peer in self.peers:
            found = [bytes.fromhex(packet) for target, packet in self.sink.sent if target == peer]
            state = [packet for packet in found if packet[0] & 7 in STATE]
            assert state == wanted[peer]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("intervals", [(0.0,), (0.05,), (0.0, 0.05, 0.12)])
def test_as_the_plain_way(seed: int, intervals: tuple[float, ...]) -> None:
    world = World(seed, intervals)
    for _ in range(150):
        world.step()
    assert world.api._replicator.peers
    world.tree.finalize()
