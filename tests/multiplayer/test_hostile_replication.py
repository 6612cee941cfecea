"""Hostile peers spawn what they may, set what is theirs, and leave nothing behind."""

from __future__ import annotations

import os

import pytest

from engine.core import output
from engine.core._variant_codec import encode_all
from engine.multiplayer import _wire
from tests.multiplayer.fuzz_replication import MOST_NODES, NO_METHODS, Attack

COUNT = int(os.environ.get("SCENETICK_FUZZ_PACKETS", "3000"))


@pytest.mark.parametrize("own", [1, 5])
def test_mutated_packets_at_spawners_and_synchronizers(own: int) -> None:
    found = Attack(own, own).run(COUNT)
    assert found.exceptions == []
    assert found.trespasses == []
    assert found.left == []
    assert found.grown < 6_000  # node paths, of which so many are kept
    for name in ("spawned", "despawned", "made", "synchronized", "delta", "called"):
        assert found.done[name], name


class Client:
    """A client whose server sends what it likes."""

    def __init__(self) -> None:
        self.attack = Attack(0, own=5)
        self.field, self.api = self.attack.field, self.attack.api
        self.come()

    def come(self) -> None:
        self.attack.sink.peer_connected.emit(1)
        self.number_spawner()

    def number_spawner(self) -> None:
        self.send(_wire.encode_simplify_path(NO_METHODS, 1, "Main/Game/Spawner"))

    def go(self) -> None:
        self.attack.sink.peer_disconnected.emit(1)

    def send(self, *packets: bytes) -> None:
        self.attack.sink.inbox += [(1, packet) for packet in packets]
        self.api.poll()

    def spawn(self, net_id: int, name: str, *sync_ids: int) -> None:
        scene, state = len(sync_ids), encode_all([1, "b"] * len(sync_ids))[1]
        self.send(_wire.encode_spawn(scene, 1, net_id, sync_ids, name, None, state))

    def tick(self) -> None:
        self.attack.clock.advance(1 / 60)
        self.attack.tree.tick()

    def spawned(self) -> list[str]:
        return [str(node.name) for node in self.field.boxes[1].get_children()]


@pytest.fixture
def client() -> Client:
    return Client()


@pytest.mark.parametrize("net_id", [0, 1, 2**32 - 1])
def test_a_node_that_is_freed_is_forgotten_whatever_its_number(client: Client, net_id: int) -> None:
    client.spawn(net_id, "mob", net_id)
    client.field.boxes[1].get_node("mob").queue_free()
    client.tick()
    said: list[str] = []
    with output.handler(lambda message: said.append(message.kind)):
        client.send(_wire.encode_sync(7, [(net_id, encode_all([1])[1])] * 2))
        client.send(_wire.encode_despawn(net_id))
    client.spawn(net_id, "mob", net_id)
    assert client.spawned() == ["mob"]
    client.go()
    client.tick()
    assert client.spawned() == []
    assert "SCRIPT ERROR" not in said


def test_who_comes_again_at_once_keeps_its_new_nodes(client: Client) -> None:
    client.spawn(1, "first")
    client.go()
    client.come()
    client.spawn(1, "second")
    client.tick()  # the first is freed
    assert client.spawned() == ["second"]
    client.go()
    client.tick()
    assert client.spawned() == []


def test_a_server_that_is_named_twice_has_no_more_nodes(client: Client) -> None:
    with output.handler(lambda message: None):
        for number in range(2 * MOST_NODES):
            client.spawn(number, f"node{number}")
            client.send(bytes((_wire.SYS, _wire.ADD_PEER, 1, 0, 0, 0)))
            client.number_spawner()
    assert len(client.spawned()) == MOST_NODES
    client.go()
    client.tick()
    assert client.spawned() == []
