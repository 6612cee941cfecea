"""A hostile peer changes nothing that it may not change, and makes nothing grow."""

from __future__ import annotations

import os
import struct

import pytest

from engine import SceneMultiplayer
from engine.core import output
from engine.scene.scene_tree import SceneTree
from engine.testing import expect_error
from tests.multiplayer.fuzzing import attack
from tests.multiplayer.packet_cases import Main, Sink
from tests.multiplayer.packet_game import Game

COUNT = int(os.environ.get("SCENETICK_FUZZ_PACKETS", "4000"))
NO_METHODS = b"d41d8cd98f00b204e9800998ecf8427e\0"


@pytest.mark.parametrize("seed", range(2))
def test_mutated_packets_at_a_server(seed: int) -> None:
    found = attack(COUNT, seed)
    assert found.exceptions == []
    assert found.forbidden == []
    assert found.nodes == 0
    assert found.known <= 500
    assert found.grown < 2_000


def test_mutated_packets_at_a_client() -> None:
    assert attack(COUNT, 1, own=5).exceptions == []


class End:
    """A server with a game, and peers that send what they like."""

    def __init__(self, tree: SceneTree) -> None:
        self.main = Main()
        tree.root.add_child(self.main)
        self.api = SceneMultiplayer()
        tree.set_multiplayer(self.api)
        game = Game()
        game.name = "Game"
        self.main.add_child(game)
        self.peer = Sink(1)
        self.api.multiplayer_peer = self.peer
        self.peer.peer_connected.emit(2)

    def send(self, packet: bytes, sender: int = 2) -> list[str]:
        """Hands a packet over; gives the packets of the answer."""
        self.peer.sent.clear()
        self.peer.inbox.append((sender, packet))
        self.api.poll()
        return [text for _, text in self.peer.sent]


def simplify(number: int, path: bytes = b"Main/Game/Box") -> bytes:
    return b"\1" + NO_METHODS + struct.pack("<I", number) + path + b"\0"


def test_a_peer_may_not_number_more_nodes_than_is_said(tree: SceneTree) -> None:
    end = End(tree)
    end.api.max_peer_paths = 3
    for number in range(3):
        assert end.send(simplify(number)) == [f"0201{number:02x}000000"]
    with expect_error("`max_peer_paths` allows no more", count=1):
        assert end.send(simplify(3)) == []
    with expect_error("ID 3 not found in cache of peer 2."), expect_error("was not found"):
        end.send(bytes([0x80, 3, 0]))


def test_a_long_way_of_saying_a_path_is_not_kept(tree: SceneTree) -> None:
    end = End(tree)
    end.send(simplify(1, b"./" * 5_000 + b"Main/Game/Box"))
    assert end.api._cache._of_peers[2][1].path == "Main/Game/Box"


def test_no_more_peers_authenticate_than_is_said(tree: SceneTree) -> None:
    end = End(tree)
    end.api.auth_callback = lambda id, data: None
    end.api.max_pending_peers = 2
    with expect_error("`max_pending_peers` allows no more than 2 peers", count=1):
        for peer in (5, 6, 7):
            end.peer.peer_connected.emit(peer)
    assert list(end.api.get_authenticating_peers()) == [5, 6]
    assert end.peer.dropped == [7]


def test_explanations_of_other_methods_come_to_an_end(tree: SceneTree) -> None:
    end = End(tree)
    found: list[int] = []
    with output.handler(lambda message: found.append(len(message.where))):
        for number in range(40):
            md5 = f"{number:032x}".encode() + b"\0"
            end.send(b"\1" + md5 + struct.pack("<I", number) + b"Main/Game\0")
    assert len(found) == 40
    assert min(found[:32]) > 300
    assert max(found[32:]) < 200


def test_methods_without_a_mark_cannot_be_reached(tree: SceneTree) -> None:
    end = End(tree)
    with output.handler(lambda message: None):
        for number in range(256):
            for word in (number, 0x8000 | number):
                head = struct.pack("<BIH", 0x60 | 0x80, 0x80000007, word)
                end.send(head + b"Main/Game\0")
    called = {note.partition("(")[0] for note in end.main.notes}
    assert called == {"c_none"}
