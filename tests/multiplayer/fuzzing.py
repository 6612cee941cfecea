"""A hostile peer: recorded packets, mutated, into one end with a spawner, synchronizers and calls.

python -m tests.multiplayer.fuzzing [COUNT [SEED]]     # 1,000,000 packets at a server
"""

from __future__ import annotations

import gc
import random
import sys
from collections import Counter
from typing import NamedTuple

from engine import SceneMultiplayer
from engine.core import output
from engine.core.output import Message
from engine.scene.scene_tree import SceneTree
from tests.multiplayer.packet_cases import Main, Sink, cases
from tests.multiplayer.packet_game import Game

SENDERS = (2, 3, 7, 4, -1)  # 4 and -1 are nobody
FORBIDDEN = ("a_auth(", "make ", "spawned ", "despawned ", "ready ")


class Findings(NamedTuple):
    """What came of an attack.

    Attributes:
        packets: how many were sent.
        errors: messages, by their first words.
        exceptions: script errors, which there must not be.
        forbidden: calls that no sender had the right to.
        grown: how many more objects there were at the end than at half time.
        nodes: how many nodes more there were at the end than at the beginning.
        known: the largest number of node numbers kept for a peer.
    """

    packets: int
    errors: Counter[str]
    exceptions: list[str]
    forbidden: list[str]
    grown: int
    nodes: int
    known: int


def corpus() -> list[bytes]:
    """All recorded packets."""
    found = {
        bytes.fromhex(text)
        for case in cases()
        for step in case["steps"]
        for text in (step.get("hex", ""), *(sent[1] for sent in step.get("sent", ())))
    }
    return sorted(found - {b""})


def mutated(packet: bytes, others: list[bytes], dice: random.Random) -> bytes:
    """A packet with some mistakes."""
    data = bytearray(packet)
    for _ in range(dice.choice((0, 1, 1, 2, 4))):
        at = dice.randrange(len(data) + 1)
        match dice.randrange(6):
            case 0:
                data[at : at + 1] = bytes([dice.randrange(256)])
            case 1:
                del data[at : at + dice.randrange(1, 5)]
            case 2:
                data[at:at] = dice.randbytes(dice.randrange(1, 5))
            case 3:
                data[at : at + 4] = dice.choice((b"\xff\xff\xff\x7f", b"\0\0\0\x80", b"\0\0\0\0"))
            case 4:
                data[at:] = dice.choice(others)[at:]
            case _ if data:
                data[at % len(data)] ^= 1 << dice.randrange(8)
    return bytes(data)


def attack(count: int, seed: int = 0, own: int = 1) -> Findings:
    """Sends mutated packets to an end.

    Args:
        count: how many.
        seed: what they depend on.
        own: the end's id; 1 for a server.
    """
    tree = SceneTree()
    main, game = Main(), Game()
    tree.root.add_child(main)
    api = SceneMultiplayer()
    api.max_peer_paths = 500
    tree.set_multiplayer(api)
    game.name = "Game"
    main.add_child(game)
    sink = Sink(own)
    api.multiplayer_peer = sink
    for peer in (2, 3, 7) if own == 1 else (1,):
        sink.peer_connected.emit(peer)
    errors: Counter[str] = Counter()
    exceptions: list[str] = []
    forbidden: list[str] = []

    def told(message: Message) -> None:
        errors[message.text[:24]] += 1
        if message.kind == "SCRIPT ERROR":
            exceptions.append(message.text)

    packets, dice = corpus(), random.Random(seed)
    nodes = tree.get_node_count()
    half = 0
    with output.handler(told):
        for index in range(count):
            sender = dice.choice(SENDERS) if own == 1 else 1
            sink.inbox.append((sender, mutated(dice.choice(packets), packets, dice)))
            api.poll()
            sink.sent.clear()
            if own == 1:
                forbidden += [note for note in main.notes if note.startswith(FORBIDDEN)]
            main.notes.clear()
            if index == count // 2:
                half = _objects()
    known = max((len(one) for one in api._cache._of_peers.values()), default=0)
    grown = _objects() - half
    more = tree.get_node_count() - nodes
    tree.finalize()
    return Findings(count, errors, exceptions, forbidden, grown, more, known)


def _objects() -> int:
    gc.collect()
    return len(gc.get_objects())


def _main() -> None:
    count, seed = [*(int(word) for word in sys.argv[1:]), *(1_000_000, 0)[len(sys.argv) - 1 :]]
    found = attack(count, seed)
    print(f"{found.packets} packets, {sum(found.errors.values())} errors reported")
    for text, times in found.errors.most_common(20):
        print(f"{times:9} {text}")
    print(f"exceptions {found.exceptions[:5]}, forbidden calls {found.forbidden[:5]}")
    print(f"{found.grown} more objects, {found.nodes} more nodes, {found.known} known numbers")


if __name__ == "__main__":
    _main()
