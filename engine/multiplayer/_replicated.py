"""What the replicator keeps of nodes and of peers."""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from typing import TYPE_CHECKING

from engine.multiplayer._sights import Sight, Turns
from engine.multiplayer._swap_list import SwapList

if TYPE_CHECKING:
    from engine.multiplayer.multiplayer_spawner import MultiplayerSpawner
    from engine.multiplayer.multiplayer_synchronizer import MultiplayerSynchronizer
    from engine.scene.node import Node


class Tracked:
    """A node that was spawned, or whose state is sent.

    Attributes:
        node: the node.
        forget: what its `tree_exited` calls.
        spawner: the spawner, here or elsewhere, that spawned it.
        net_id: its number in packets; 0 when it has none.
        remote: the peer that spawned it; 0 when it was this end.
        synchronizers: those that send its state.
    """

    __slots__ = ("forget", "net_id", "node", "remote", "spawner", "synchronizers")

    def __init__(self, node: Node, forget: PyCallable[[], None]) -> None:
        self.node = node
        self.forget = forget
        self.spawner: MultiplayerSpawner | None = None
        self.net_id = 0
        self.remote = 0
        self.synchronizers: SwapList[MultiplayerSynchronizer] = SwapList()


class ReplicationPeer:
    """A peer that is connected.

    Attributes:
        syncs: one's own synchronizers that it can see, in the order in which they are sent.
        spawned: the nodes that were spawned for it.
        received_nodes: the nodes that it has spawned here, by net id.
        received_syncs: their synchronizers, by net id.
        time: what the next SYNC packet counts from.
        waiting: those of `syncs` that go by a path which it has not confirmed.
        untold: those of `waiting` of whose path it was not even told.
        sight: what it sees of the others; None when that has to be found anew.
        behind: of the others, those of which it does not have all changes up to the last poll; with
            the poll up to which it does, 0 for none.
        turns: when those with an interval were sent last.
    """

    __slots__ = (
        "behind",
        "received_nodes",
        "received_syncs",
        "sight",
        "spawned",
        "syncs",
        "time",
        "turns",
        "untold",
        "waiting",
    )

    sight: Sight | None

    def __init__(self) -> None:
        self.syncs: SwapList[MultiplayerSynchronizer] = SwapList()
        self.spawned: set[Node] = set()
        self.received_nodes: dict[int, Node] = {}
        self.received_syncs: dict[int, MultiplayerSynchronizer] = {}
        self.time = 0
        self.waiting: dict[MultiplayerSynchronizer, None] = {}
        self.untold: dict[MultiplayerSynchronizer, None] = {}
        self.sight = None
        self.behind: dict[MultiplayerSynchronizer, int] = {}
        self.turns = Turns({})

    def show(self, sync: MultiplayerSynchronizer) -> None:
        """Has the state of a synchronizer sent to the peer from now on."""
        if self.syncs.add(sync):
            self.waiting[sync] = self.untold[sync] = None
            self.sight = None

    def hide(self, sync: MultiplayerSynchronizer) -> None:
        """Has it sent no more."""
        if self.syncs.discard(sync):
            self.sight = None
            self.waiting.pop(sync, None)
            self.untold.pop(sync, None)
            self.behind.pop(sync, None)
            if sync in self.turns.last:
                self.turns = self.turns.without(sync)
